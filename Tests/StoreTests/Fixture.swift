import Foundation
import Records
import Store
import Testing

/// A data directory of its own, removed with the value.
final class Fixture {
    let directory: String
    static let identity = "cluster-1/turnstile."

    init() throws {
        var template = Array("/tmp/turnstile-store-XXXXXX".utf8CString)
        directory = try template.withUnsafeMutableBufferPointer { template in
            let made = mkdtemp(try #require(template.baseAddress))
            return String(cString: try #require(made))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func path(_ partition: Int32 = 0) -> String { DataDirectory.storePath(in: directory, partition: partition) }
    func file(_ partition: Int32 = 0) -> URL { URL(filePath: path(partition) + "/data.mdb") }

    func open(mapBytes: Int = PartitionStore.mapBytesDefault) throws(StoreError) -> PartitionStore {
        try PartitionStore(dataDirectory: directory, partition: 0, identity: Self.identity, mapBytes: mapBytes)
    }
}

/// A change as a test writes it.
struct Change: Equatable {
    var key: String
    var value: [UInt8]?
    var dueMs: Int64?

    init(_ key: String, _ value: [UInt8]?, due: Int64? = nil) {
        self.key = key
        self.value = value
        dueMs = due
    }
}

/// Generates numbers from a seed, the same on every machine.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}

extension PartitionStore {
    /// Writes changes, sorted by key as the port asks.
    func write(_ changes: [Change], position: Int64) throws {
        let sorted = changes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        let memory = sorted.map { (key: Self.copy(Array($0.key.utf8)), value: $0.value.map(Self.copy)) }
        defer {
            for (key, value) in memory {
                key.deallocate()
                value?.deallocate()
            }
        }
        try checkpoint(
            zip(memory, sorted).map { memory, change in
                CheckpointEntry(
                    key: UnsafeRawBufferPointer(memory.key), value: memory.value.map { UnsafeRawBufferPointer($0) },
                    nextDueMs: change.dueMs)
            }, position: position)
    }

    private static func copy(_ bytes: [UInt8]) -> UnsafeMutableRawBufferPointer {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        memory.copyBytes(from: bytes)
        return memory
    }

    func read(_ key: String) throws -> [UInt8]? {
        try Array(key.utf8).withUnsafeBytes { try withState($0) { Array($0) } }
    }

    func allStates() throws -> [String: [UInt8]] {
        var states: [String: [UInt8]] = [:]
        var last: String?
        try forEachState { key, value in
            let name = String(decoding: key, as: UTF8.self)
            if let last { #expect(last.utf8.lexicographicallyPrecedes(name.utf8)) }
            last = name
            states[name] = Array(value)
        }
        return states
    }

    func allTimers(untilMs: Int64 = .max) throws -> [String] {
        var timers: [String] = []
        try self.timers(untilMs: untilMs) { timers.append("\($0) \(String(decoding: $1, as: UTF8.self))") }
        return timers
    }
}

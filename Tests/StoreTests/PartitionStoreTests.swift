import Foundation
import Records
import Testing

@testable import Store

struct PartitionStoreTests {
    @Test func whatWasWrittenIsReadAlsoAfterReopening() throws {
        let fixture = try Fixture()
        let large = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        do {
            let store = try fixture.open()
            #expect(try store.position() == nil)
            #expect(try store.read("mao/1") == nil)
            try store.write(
                [Change("mao/1", [1, 2, 3], due: 500), Change("mao/2", []), Change("/", large, due: -7)], position: 42)
            #expect(try store.read("mao/1") == [1, 2, 3])
            store.close()
        }
        let store = try fixture.open()
        #expect(try store.position() == 42)
        #expect(try store.read("mao/1") == [1, 2, 3])
        #expect(try store.read("mao/2") == [])
        #expect(try store.read("/") == large)
        #expect(try store.read("mao") == nil)
        #expect(try store.allTimers() == ["-7 /", "500 mao/1"])
        #expect(try store.verify() == 3)
        #expect(try store.size().states == 3)
        #expect(try store.size().timers == 2)
        #expect(try store.size().fileBytes >= large.count)
        try store.write([Change("mao/1", nil), Change("absent", nil)], position: 43)
        #expect(try store.read("mao/1") == nil)
        #expect(try store.allTimers() == ["-7 /"])
        store.close()
        #expect(throws: StoreError.closed(path: fixture.path())) { try store.read("/") }
        #expect(throws: StoreError.closed(path: fixture.path())) { try store.write([], position: 1) }
    }

    @Test func aStoreIsOpenForOneWriterAtATime() throws {
        let fixture = try Fixture()
        let first = try fixture.open()
        #expect(throws: StoreError.busy(path: fixture.path())) { _ = try fixture.open() }
        #expect(throws: StoreError.busy(path: fixture.path())) { _ = try PartitionStore.setAside(fixture.path()) }
        first.close()
        let second = try fixture.open()
        // Closing twice gives up nobody else's.
        first.close()
        #expect(throws: StoreError.busy(path: fixture.path())) { _ = try fixture.open() }
        second.close()
        _ = try PartitionStore.setAside(fixture.path())
        try fixture.open().close()
    }

    @Test func timersComeByDueThenKeyUpToTheTime() throws {
        let store = try Fixture().opened()
        try store.store.write(
            [
                Change("b", [1], due: 20), Change("a", [1], due: 20), Change("c", [1], due: 10),
                Change("d", [1], due: 30),
                Change("e", [1]), Change("f", [1], due: 0), Change("g", [1], due: -1),
            ], position: 1)
        #expect(try store.store.allTimers(untilMs: 20) == ["-1 g", "0 f", "10 c", "20 a", "20 b"])
        #expect(try store.store.allTimers(untilMs: -2) == [])
        var some: [Int64] = []
        try store.store.timers(afterMs: 0, untilMs: 100) { due, _ in
            some.append(due)
            return some.count < 3
        }
        #expect(some == [10, 20, 20])
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func timersAndStatesEqualAModelOverRandomHistories(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let fixture = try Fixture()
        var store = try fixture.open(mapBytes: 1 << 20)
        var model: [String: (value: [UInt8], due: Int64?)] = [:]
        for round in 0..<60 {
            var changes: [String: Change] = [:]
            for _ in 0..<Int.random(in: 0...200, using: &random) {
                let key = "mao/\(Int.random(in: 0..<400, using: &random))"
                let due = Bool.random(using: &random) ? Int64.random(in: 0..<50, using: &random) : nil
                let length = Int.random(
                    in: 0...(Int.random(in: 0..<20, using: &random) == 0 ? 9000 : 300), using: &random)
                let value = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
                changes[key] =
                    Int.random(in: 0..<4, using: &random) == 0 ? Change(key, nil) : Change(key, value, due: due)
            }
            try store.write(Array(changes.values), position: Int64(round))
            for change in changes.values { model[change.key] = change.value.map { ($0, change.dueMs) } }
            let expected = model.compactMap { key, state in state.due.map { ($0, key) } }
                .sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }
                .map { "\($0.0) \($0.1)" }
            #expect(try store.allTimers() == expected)
            if round % 20 == 19 {
                store.close()
                try PartitionStore.checkStructure(fixture.path())
                store = try fixture.open()
                #expect(try store.position() == Int64(round))
                #expect(try store.allStates() == model.mapValues { $0.value })
                #expect(try store.verify() == model.count)
            }
        }
        store.close()
    }

    @Test func theMapGrowsBeyondWhatItBeganWith() throws {
        let fixture = try Fixture()
        let store = try fixture.open(mapBytes: 1 << 20)
        let value = [UInt8](repeating: 5, count: 10_000)
        // One checkpoint that is larger than several doublings, then some more.
        try store.write((0..<1000).map { Change("k\($0)", value, due: Int64($0)) }, position: 1)
        for round in 2..<6 {
            try store.write((0..<500).map { Change("r\(round)/\($0)", value) }, position: Int64(round))
        }
        #expect(try store.position() == 5)
        #expect(try store.verify() == 3000)
        #expect(try store.size().fileBytes > 20 << 20)
        store.close()
        // A map that is asked for smaller than the file takes all of it nevertheless.
        let again = try fixture.open(mapBytes: 1 << 20)
        #expect(try again.verify() == 3000)
        again.close()
    }

    @Test func growingWaitsForReadersAndSaysBusyWhenTheyStay() throws {
        let fixture = try Fixture()
        let store = try PartitionStore(
            dataDirectory: fixture.directory, partition: 0, identity: Fixture.identity, mapBytes: 1 << 20,
            growWaitMs: 50)
        try store.write([Change("a", [1])], position: 1)
        var reader = store.reader()
        try reader.beginBatch()
        #expect(throws: StoreError.busy(path: fixture.path())) {
            try store.write([Change("b", [UInt8](repeating: 1, count: 4 << 20))], position: 2)
        }
        reader.endBatch()
        #expect(try store.position() == 1)
        try store.write([Change("b", [UInt8](repeating: 1, count: 4 << 20))], position: 2)
        #expect(try store.position() == 2)
    }

    @Test func aReaderKeepsItsSnapshotWhileACheckpointIsWritten() throws {
        let store = try Fixture().opened()
        try store.store.write([Change("a", [1]), Change("b", [1])], position: 1)
        var reader = store.store.reader()
        func read(_ reader: inout StoreReader, _ key: String) throws -> [UInt8]? {
            try Array(key.utf8).withUnsafeBytes { try reader.withState($0) { Array($0) } }
        }
        try reader.beginBatch()
        try store.store.write([Change("a", [2]), Change("b", nil), Change("c", [2])], position: 2)
        #expect(try read(&reader, "a") == [1])
        #expect(try read(&reader, "b") == [1])
        #expect(try read(&reader, "c") == nil)
        #expect(try store.store.read("a") == [2])
        try reader.beginBatch()
        #expect(try read(&reader, "a") == [2])
        #expect(try read(&reader, "b") == nil)
        reader.endBatch()
        #expect(try read(&reader, "c") == [2])
    }

    @Test func readersOnOtherThreadsSeeWholeCheckpointsOnly() throws {
        let fixture = try Fixture()
        let store = try fixture.open(mapBytes: 1 << 20)
        let keys = (0..<50).map { "k\($0)" }
        try store.write(keys.map { Change($0, [0]) }, position: 0)
        let readers = (0..<3).map { _ in
            let thread = ReadingThread(store, keys)
            thread.start()
            return thread
        }
        for round in 1...100 {
            // The values get longer, so that the map grows while it is read.
            try store.write(
                keys.map { Change($0, [UInt8](repeating: UInt8(round), count: 1 + round * 8)) }, position: Int64(round))
        }
        for thread in readers {
            thread.isEnough.withLock { $0 = true }
            let result = thread.result()
            #expect(result.torn == 0)
            #expect(result.batches > 0)
        }
        #expect(try store.read("k1") == [UInt8](repeating: 100, count: 801))
        store.close()
    }

    @Test(arguments: [0, 504, 600, 5000])
    func aKeyOfALengthThatLMDBDoesNotTakeIsAnError(_ count: Int) throws {
        let fixture = try Fixture()
        let store = try fixture.open()
        let key = String(repeating: "k", count: count)
        let expected = StoreError.keyLength(path: fixture.path(), count: count, max: 503)
        #expect(throws: expected) { try store.write([Change("a", [1]), Change(key, [1], due: 1)], position: 1) }
        #expect(throws: expected) { try store.read(key) }
        #expect(try store.position() == nil)
        #expect(try store.read("a") == nil)
        let longest = String(repeating: "k", count: 503)
        try store.write([Change(longest, [1], due: 1)], position: 1)
        #expect(try store.read(longest) == [1])
    }

    @Test func aStoreOfAnotherIsRefused() throws {
        let fixture = try Fixture()
        try fixture.open().close()
        #expect(throws: StoreError.self) {
            try PartitionStore(dataDirectory: fixture.directory, partition: 0, identity: "cluster-2/turnstile.")
        }
        do throws(StoreError) {
            _ = try PartitionStore(dataDirectory: fixture.directory, partition: 0, identity: "cluster-2/turnstile.")
        } catch {
            if case .foreign = error {} else { Issue.record("\(error)") }
            #expect(error.description.contains("cluster-1/turnstile."))
        }
        rename(fixture.path(0), fixture.path(1))
        do throws(StoreError) {
            _ = try PartitionStore(dataDirectory: fixture.directory, partition: 1, identity: Fixture.identity)
            Issue.record("taken")
        } catch {
            if case .foreign = error {} else { Issue.record("\(error)") }
        }
    }

    @Test func aStoreCanBeReadWithoutWriting() throws {
        let fixture = try Fixture()
        #expect(throws: StoreError.absent(path: fixture.path())) {
            try PartitionStore.reading(dataDirectory: fixture.directory, partition: 0)
        }
        let store = try fixture.open()
        try store.write([Change("a", [9], due: 3)], position: 7)
        store.close()
        let reading = try PartitionStore.reading(
            dataDirectory: fixture.directory, partition: 0, identity: Fixture.identity)
        #expect(try reading.read("a") == [9])
        #expect(try reading.position() == 7)
        #expect(try reading.identity() == Fixture.identity)
        #expect(try reading.allTimers() == ["3 a"])
        #expect(throws: StoreError.self) { try reading.write([Change("a", nil)], position: 8) }
        reading.close()
        #expect(DataDirectory.partitions(in: fixture.directory) == [0])
    }

    @Test func ofWhatIsSetAsideTheNewestTwoStay() throws {
        let fixture = try Fixture()
        let other = fixture.path(1) + ".aside-1"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        for number in 1...5 {
            let store = try fixture.open()
            #expect(try store.position() == nil)
            try store.write([Change("a", [UInt8(number)])], position: 1)
            store.close()
            let aside = try PartitionStore.setAside(fixture.path())
            #expect(aside.path == fixture.path() + ".aside-\(number)")
            #expect(aside.removed == (number > 2 ? [fixture.path() + ".aside-\(number - 2)"] : []))
            for older in 1...number {
                let isThere = FileManager.default.fileExists(atPath: fixture.path() + ".aside-\(older)/data.mdb")
                #expect(isThere == (older > number - 2), "\(older) of \(number)")
            }
        }
        #expect(FileManager.default.fileExists(atPath: other), "another partition's")
        #expect(DataDirectory.partitions(in: fixture.directory) == [])
    }

    @Test func aDataDirectoryIsForOneProcess() throws {
        let fixture = try Fixture()
        let path = fixture.directory + "/deep/data"
        do {
            let held = try DataDirectory(locking: path)
            #expect(held.path == path)
            // The lock is of the open file, so a second one in this process is refused as another process's is.
            do throws(StoreError) {
                _ = try DataDirectory(locking: path)
                Issue.record("locked twice")
            } catch {
                #expect(error == .inUse(path: path, holderPID: getpid()))
                #expect(error.description.contains("\(getpid())"))
            }
        }
        _ = try DataDirectory(locking: path)
    }
}

extension Fixture {
    /// The store, and the directory that lives as long.
    func opened() throws -> (store: PartitionStore, fixture: Fixture) { (try open(), self) }
}

/// Reads all keys in batches until it is enough; a batch with different values was torn.
final class ReadingThread: @unchecked Sendable {
    let isEnough = OSLock(false)
    private let store: PartitionStore
    private let keys: [String]
    private let outcome = OSLock((torn: 0, batches: 0))
    private var thread = pthread_t()

    init(_ store: PartitionStore, _ keys: [String]) {
        self.store = store
        self.keys = keys
    }

    func start() {
        let closure = Unmanaged.passRetained(self).toOpaque()
        pthread_create(
            &thread, nil,
            { closure in
                if let closure { Unmanaged<ReadingThread>.fromOpaque(closure).takeRetainedValue().run() }
                return nil
            }, closure)
    }

    func result() -> (torn: Int, batches: Int) {
        pthread_join(thread, nil)
        return outcome.withLock { $0 }
    }

    private func run() {
        var reader = store.reader()
        while !isEnough.withLock({ $0 }) {
            var seen: Set<[UInt8]> = []
            do {
                try reader.beginBatch()
                for key in keys {
                    try Array(key.utf8).withUnsafeBytes { key in
                        _ = try reader.withState(key) { seen.insert(Array($0)) }
                    }
                }
            } catch { seen = [] }
            reader.endBatch()
            outcome.withLock {
                $0.batches += 1
                if seen.count != 1 { $0.torn += 1 }
            }
        }
    }
}

/// A value under a lock.
final class OSLock<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: Value) { self.value = value }

    func withLock<R>(_ body: (inout Value) throws -> R) rethrows -> R {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}

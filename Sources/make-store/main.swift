import Glibc
import Records
import Store

// A developer's tool, for benchmarks: makes stores of a size that would take hours to trade together.
//
//     make-store DATA_DIR PARTITIONS ORDERS
//
// The stores are those of an adapter that has stopped, with some orders in them: each state is stored again and again
// under new keys, until there are as many orders as asked. What the stores say about themselves stays: they fit the
// changelog, whose tail is all that a start reads.

struct Failure: Error, CustomStringConvertible {
    var description: String
}

/// The states of one partition's orders, as they were found.
struct Templates {
    var values: [[UInt8]] = []
    var dueMs: [Int64?] = []
}

func templates(of store: PartitionStore) throws -> Templates {
    var found: [[UInt8]: Int] = [:]
    var templates = Templates()
    try store.forEachState { key, value in
        guard key.first != UInt8(ascii: "/") else { return }
        found[Array(key)] = templates.values.count
        templates.values.append(Array(value))
        templates.dueMs.append(nil)
    }
    try store.timers(untilMs: .max) { dueMs, key in
        if let index = found[Array(key)] { templates.dueMs[index] = dueMs }
    }
    guard !templates.values.isEmpty else { throw Failure(description: "\(store.path) has no orders to begin with") }
    return templates
}

/// Memory for the keys of one checkpoint.
final class KeyMemory {
    private let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 20, alignment: 16)
    private var used = 0

    func copy(_ bytes: some Collection<UInt8>) -> UnsafeRawBufferPointer {
        let place = UnsafeMutableRawBufferPointer(rebasing: memory[used..<used + bytes.count])
        place.copyBytes(from: bytes)
        used += bytes.count
        return UnsafeRawBufferPointer(place)
    }

    func clear() { used = 0 }

    deinit { memory.deallocate() }
}

func fill(_ store: PartitionStore, partition: Int32, of partitions: Int32, orders: Int) throws -> Int {
    guard let position = try store.position() else {
        throw Failure(description: "\(store.path) has never had a checkpoint")
    }
    let templates = try templates(of: store)
    // What the entries of a checkpoint point into.
    let states = UnsafeMutableRawBufferPointer.allocate(
        byteCount: templates.values.reduce(0) { $0 + $1.count }, alignment: 16)
    defer { states.deallocate() }
    var values: [UnsafeRawBufferPointer] = []
    var used = 0
    for value in templates.values {
        let place = UnsafeMutableRawBufferPointer(rebasing: states[used..<used + value.count])
        place.copyBytes(from: value)
        values.append(UnsafeRawBufferPointer(place))
        used += value.count
    }
    let keys = KeyMemory()
    var entries: [CheckpointEntry] = []
    var made = 0
    for number in 0..<orders {
        // All of the same length, so that they come sorted.
        let digits = String(number)
        let key = Array(("made/" + String(repeating: "0", count: 10 - digits.count) + digits).utf8)
        guard key.withUnsafeBytes({ Murmur2.partition(of: $0, count: partitions) }) == partition else { continue }
        let template = made % values.count
        entries.append(
            CheckpointEntry(key: keys.copy(key), value: values[template], nextDueMs: templates.dueMs[template]))
        made += 1
        if entries.count == 100_000 {
            try store.checkpoint(entries, position: position)
            entries.removeAll(keepingCapacity: true)
            keys.clear()
        }
    }
    try store.checkpoint(entries, position: position)
    return made
}

func run(_ words: [String]) throws {
    guard words.count == 4, let partitions = Int32(words[2]), let orders = Int(words[3]), partitions > 0 else {
        throw Failure(description: "usage: make-store DATA_DIR PARTITIONS ORDERS")
    }
    let lock = try DataDirectory(locking: words[1])
    for partition in 0..<partitions {
        let found = try PartitionStore.reading(dataDirectory: lock.path, partition: partition)
        let identity = try found.identity() ?? ""
        found.close()
        let store = try PartitionStore(dataDirectory: lock.path, partition: partition, identity: identity)
        defer { store.close() }
        let made = try fill(store, partition: partition, of: partitions, orders: orders)
        print("partition \(partition): \(made) orders made, \(try store.size().fileBytes >> 20) MiB")
    }
}

do { try run(CommandLine.arguments) } catch {
    let words = Array("make-store: \(error)\n".utf8)
    _ = write(2, words, words.count)
    exit(1)
}

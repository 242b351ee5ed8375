import Glibc
import Records
import Store

/// The local store: a checkpoint's share of one order, and reading one order's state.
enum StoreRun {
    private static let orders = 100_000
    private static let stateBytes = 600
    private static let keyBytes = 16

    static func measureAll(_ shelf: Shelf) throws {
        let place = shelf.secretsDirectory + "/data"
        mkdir(place, 0o700)
        let store = try PartitionStore(dataDirectory: place, partition: 0, identity: "bench")
        defer {
            store.close()
            remove(place)
        }
        // Sorted, as a checkpoint's entries are, and of one length, so that the order of numbers is that of bytes.
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: orders * keyBytes + stateBytes, alignment: 16)
        defer { memory.deallocate() }
        for index in 0..<orders {
            let key = UnsafeMutableRawBufferPointer(rebasing: memory[index * keyBytes..<(index + 1) * keyBytes])
            key.copyBytes(from: "d-bench/\(10_000_000 + index)".utf8)
        }
        for index in 0..<stateBytes { memory[orders * keyBytes + index] = UInt8(truncatingIfNeeded: index &* 131) }
        let state = UnsafeRawBufferPointer(rebasing: memory[(orders * keyBytes)...])
        func key(_ index: Int) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(rebasing: memory[index * keyBytes..<(index + 1) * keyBytes])
        }
        var position: Int64 = 0
        func checkpoint() throws {
            position += 1
            let entries = (0..<orders).map {
                CheckpointEntry(key: key($0), value: state, nextDueMs: Shelf.startMs)
            }
            try store.checkpoint(entries, position: position)
        }
        try checkpoint()
        try measured(orders, repetitions: 3, prepare: {}, { (_: inout Void) in try checkpoint() })
            .print("store write", "order")
        var found = 0
        try measured(orders, repetitions: 3, prepare: {}) { (_: inout Void) in
            // A step that has no divisor in common with the count: every key once, neighbours far apart.
            for index in 0..<orders {
                _ = try store.withState(key(index * 7_919 % orders)) { found += $0.count }
            }
        }.print("store read", "order")
        guard found == orders * stateBytes * 4 else { throw Shelf.Failure(description: "states are missing") }
    }

    private static func remove(_ place: String) {
        let path = DataDirectory.storePath(in: place, partition: 0)
        for name in ["data.mdb", "lock.mdb"] { unlink(path + "/" + name) }
        rmdir(path)
        rmdir(place)
    }
}

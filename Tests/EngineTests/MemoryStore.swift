import Records

/// A checkpoint store in memory that outlives the worker, and fails when it is told to.
final class MemoryStore: CheckpointStore, @unchecked Sendable {
    struct Full: CheckpointStoreError { var isMendedByRebuilding: Bool { false } }
    struct Damaged: CheckpointStoreError { var isMendedByRebuilding: Bool { true } }
    /// What a disk says that gives an error.
    struct Unreadable: CheckpointStoreError { var isMendedByRebuilding: Bool { false } }

    private(set) var states: [[UInt8]: (value: [UInt8], dueMs: Int64?)] = [:]
    private(set) var reached: Int64?
    private(set) var checkpoints = 0
    private(set) var isClosed = false
    var isFull = false
    /// Reading any state fails: as a store whose checksums do not fit.
    var isDamaged = false
    /// Reading a state whose key begins so fails.
    var failing: (prefix: [UInt8], error: any CheckpointStoreError)?
    /// Every state is given as these bytes.
    var garbled: [UInt8]?
    var areTimersUnreadable = false
    /// As one that finds a page that is none when it writes.
    var isDamagedWhenWritten = false
    /// The last checkpoint's entries, to see that they come sorted and netted.
    private(set) var lastKeys: [[UInt8]] = []

    func reopen() { isClosed = false }

    func position() throws -> Int64? { reached }
    func checkpointedAtMs() throws -> Int64? { reached.map { _ in writtenAtMs } }
    /// The time of every checkpoint: a test's own.
    var writtenAtMs: Int64 = .max

    func withState<R>(_ key: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R? {
        if isDamaged { throw Damaged() }
        precondition(!isClosed, "a closed store is read")
        if let failing, key.starts(with: failing.prefix) { throw failing.error }
        if let garbled, states[Array(key)] != nil { return try garbled.withUnsafeBytes(body) }
        guard let state = states[Array(key)] else { return nil }
        return try state.value.withUnsafeBytes(body)
    }

    func timers(untilMs: Int64, _ body: (_ dueMs: Int64, _ key: UnsafeRawBufferPointer) -> Void) throws {
        if areTimersUnreadable { throw Unreadable() }
        let due = states.compactMap { key, state in state.dueMs.map { ($0, key) } }.filter { $0.0 <= untilMs }
        for (dueMs, key) in due.sorted(by: { $0.0 == $1.0 ? $0.1.lexicographicallyPrecedes($1.1) : $0.0 < $1.0 }) {
            key.withUnsafeBytes { body(dueMs, $0) }
        }
    }

    func checkpoint(_ entries: [CheckpointEntry], position: Int64) throws {
        precondition(!isClosed, "a closed store is written")
        if isFull { throw Full() }
        if isDamagedWhenWritten { throw Damaged() }
        lastKeys = entries.map { Array($0.key) }
        for entry in entries {
            states[Array(entry.key)] = entry.value.map { (Array($0), entry.nextDueMs) }
        }
        reached = position
        checkpoints += 1
    }

    func forEachState(
        _ body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws -> Void
    ) throws {
        for (key, state) in states.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            try key.withUnsafeBytes { key in try state.value.withUnsafeBytes { try body(key, $0) } }
        }
    }

    func close() { isClosed = true }

    var values: [[UInt8]: [UInt8]] { states.mapValues(\.value) }
}

/// Reads the changelog of the log in memory.
struct TestChangelog: ChangelogReader {
    struct Unreachable: Error {}

    let cluster: TestCluster

    // The broker of the test's log can be down.
    func read(
        partition: Int32, from: Int64?, progress: (_ position: Int64, _ end: Int64) throws -> Void,
        body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer?, _ offset: Int64) throws -> Void
    ) throws -> Int64 {
        if cluster.isDown { throw Unreachable() }
        let place = TestCluster.Place(topic: .orderState, partition: partition)
        let records = cluster.records[place] ?? []
        for offset in Int(from ?? 0)..<max(records.count, Int(from ?? 0)) {
            let record = records[offset]
            try progress(Int64(offset), Int64(records.count))
            guard !record.isMarker, let key = record.key else { continue }
            try key.withUnsafeBytes { key in
                if let value = record.value {
                    try value.withUnsafeBytes { try body(key, $0, Int64(offset)) }
                } else {
                    try body(key, nil, Int64(offset))
                }
            }
        }
        return Int64(records.count)
    }

    func end(partition: Int32) throws -> Int64 {
        cluster.end(TestCluster.Place(topic: .orderState, partition: partition))
    }
}

public import Records

/// A checkpoint store in memory that outlives its process, and fails when it is told to. What a checkpoint has written
/// is kept, whatever happens afterwards; a checkpoint that was not made leaves nothing.
public final class SimulatedStore: CheckpointStore, @unchecked Sendable {
    public struct Full: CheckpointStoreError {
        public var isMendedByRebuilding: Bool { false }
    }

    public struct Damaged: CheckpointStoreError {
        public var isMendedByRebuilding: Bool { true }
    }

    /// Something was asked of it that a real store does not bear.
    public struct Misused: Error {}

    public private(set) var states: [[UInt8]: (value: [UInt8], dueMs: Int64?)] = [:]
    public private(set) var reached: Int64?
    public private(set) var checkpoints = 0
    public private(set) var isClosed = false
    public private(set) var misuses: [String] = []
    public var isFull = false
    /// Reading any state fails: as a store whose checksums do not fit.
    public var isDamaged = false
    /// The last checkpoint's keys, to see that they come sorted and netted.
    public private(set) var lastKeys: [[UInt8]] = []
    /// As one that finds a page that is none when it writes.
    public var isDamagedWhenWritten = false
    /// The time of the last checkpoint, by the machine's clock.
    public var writtenAtMs: Int64 = .max
    private var former: (states: [[UInt8]: (value: [UInt8], dueMs: Int64?)], reached: Int64?)?
    private let clock: () -> Int64

    /// - Parameter clock: the machine's, in milliseconds; the time of a checkpoint.
    public init(clock: @escaping () -> Int64 = { .max }) { self.clock = clock }

    public func reopen() { isClosed = false }

    /// The store as it was before its last checkpoint: somebody has put a copy back.
    public func goBack() {
        guard let former else { return }
        states = former.states
        reached = former.reached
        self.former = nil
    }

    public func position() throws -> Int64? { reached }
    public func checkpointedAtMs() throws -> Int64? { reached.map { _ in writtenAtMs } }

    public func withState<R>(_ key: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R? {
        if isDamaged { throw Damaged() }
        try checkOpen("read")
        guard let state = states[Array(key)] else { return nil }
        return try state.value.withUnsafeBytes(body)
    }

    public func timers(untilMs: Int64, _ body: (_ dueMs: Int64, _ key: UnsafeRawBufferPointer) -> Void) throws {
        if isDamaged { throw Damaged() }
        let due = states.compactMap { key, state in state.dueMs.map { ($0, key) } }.filter { $0.0 <= untilMs }
        for (dueMs, key) in due.sorted(by: { $0.0 == $1.0 ? $0.1.lexicographicallyPrecedes($1.1) : $0.0 < $1.0 }) {
            key.withUnsafeBytes { body(dueMs, $0) }
        }
    }

    public func checkpoint(_ entries: [CheckpointEntry], position: Int64) throws {
        try checkOpen("written")
        if isFull { throw Full() }
        if isDamagedWhenWritten { throw Damaged() }
        former = (states, reached)
        lastKeys = entries.map { Array($0.key) }
        if !zip(lastKeys, lastKeys.dropFirst()).allSatisfy({ $0.0.lexicographicallyPrecedes($0.1) }) {
            misuses.append("a checkpoint's entries are not sorted and netted")
        }
        for entry in entries {
            states[Array(entry.key)] = entry.value.map { (Array($0), entry.nextDueMs) }
        }
        reached = position
        writtenAtMs = clock()
        checkpoints += 1
    }

    public func forEachState(
        _ body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws -> Void
    ) throws {
        for (key, state) in states.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            try key.withUnsafeBytes { key in try state.value.withUnsafeBytes { try body(key, $0) } }
        }
    }

    public func close() { isClosed = true }

    public var values: [[UInt8]: [UInt8]] { states.mapValues(\.value) }

    private func checkOpen(_ how: String) throws {
        guard isClosed else { return }
        misuses.append("a closed store is \(how)")
        throw Misused()
    }
}

/// The stores of one machine, by partition.
public final class SimulatedDisk: @unchecked Sendable {
    public private(set) var stores: [Int32: SimulatedStore] = [:]
    public private(set) var setAside: [Int32] = []
    /// What was found in stores that are gone.
    private var formerMisuses: [String] = []
    private let clock: () -> Int64

    /// - Parameter clock: the machine's, in milliseconds.
    public init(clock: @escaping () -> Int64 = { .max }) { self.clock = clock }

    public var misuses: [String] { formerMisuses + stores.values.flatMap(\.misuses) }

    public func open(_ partition: Int32, setAside isSetAside: Bool) -> SimulatedStore {
        if isSetAside {
            setAside.append(partition)
            lose(partition)
        }
        let store = stores[partition] ?? SimulatedStore(clock: clock)
        store.reopen()
        stores[partition] = store
        return store
    }

    public func lose(_ partition: Int32) {
        formerMisuses += stores[partition]?.misuses ?? []
        stores[partition] = nil
    }
}

/// Reads the changelog of the simulated log.
public struct SimulatedChangelog: ChangelogReader {
    public struct Unreachable: Error {}

    private let cluster: SimulatedCluster
    /// Called before each record; what it throws ends the reading there.
    private let disturb: @Sendable () throws -> Void

    public init(_ cluster: SimulatedCluster, disturb: @escaping @Sendable () throws -> Void = {}) {
        self.cluster = cluster
        self.disturb = disturb
    }

    public func read(
        partition: Int32, from: Int64?, progress: (_ position: Int64, _ end: Int64) throws -> Void,
        body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer?, _ offset: Int64) throws -> Void
    ) throws -> Int64 {
        let place = SimulatedCluster.Place(topic: .orderState, partition: partition)
        let end = cluster.end(place)
        // Committed records up to the end are wanted: where a transaction is still open they cannot be had yet.
        guard !cluster.isDown, cluster.stableEnd(place) == end else { throw Unreachable() }
        let start = cluster.startOffset[place] ?? 0
        try progress(from ?? start, end)
        if let from, from < start { throw ChangelogTrimmed(position: from) }
        for offset in Int(from ?? start)..<max(Int(end), Int(from ?? start)) {
            try disturb()
            guard let record = cluster.records[place]?[offset] else { break }
            try progress(Int64(offset), end)
            guard record.isReadable, let key = record.key else { continue }
            try key.withUnsafeBytes { key in
                if let value = record.value {
                    try value.withUnsafeBytes { try body(key, $0, Int64(offset)) }
                } else {
                    try body(key, nil, Int64(offset))
                }
            }
        }
        return end
    }

    public func end(partition: Int32) throws -> Int64 {
        if cluster.isDown { throw Unreachable() }
        return cluster.end(SimulatedCluster.Place(topic: .orderState, partition: partition))
    }
}

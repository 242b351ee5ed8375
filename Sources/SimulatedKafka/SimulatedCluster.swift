public import Records

/// A Kafka in memory: partitions with the broker's append time, control markers and last stable offsets; a consumer
/// group; transactions of the protocol before KIP-890's second part, in which a request that comes late can decide a
/// later transaction of the same epoch. For one thread: time passes, and requests arrive, when the test says so.
///
/// Everything that was ever written stays in `records`, with what became of it, so that a check can ask what a client
/// could not: which records belong to which attempt to commit, and how that ended.
public final class SimulatedCluster: @unchecked Sendable {
    public struct Header: Equatable, Sendable {
        public var name: [UInt8]
        public var value: [UInt8]?

        public init(name: [UInt8], value: [UInt8]?) {
            self.name = name
            self.value = value
        }
    }

    /// What became of a record's transaction. What was written without one is committed.
    public enum Fortune: Sendable { case open, committed, aborted }

    public struct Record: Equatable, Sendable {
        public var key: [UInt8]?
        public var value: [UInt8]?
        public var headers: [Header]
        public var appendedAtMs: Int64?
        /// The mark of a transaction: takes an offset, and is given to nobody.
        public var isMarker: Bool
        public var fortune = Fortune.committed
        /// Compaction has taken it away.
        public var isCompacted = false
        /// The producer whose transaction it belongs to.
        var producerID: Int64?
        /// The attempt to commit that wrote it: an index of `attempts`.
        public var attempt: Int?
        /// When it was really written, whatever the broker's clock said.
        public var trueMs: Int64 = 0

        public init(
            key: [UInt8]?, value: [UInt8]?, headers: [Header] = [], appendedAtMs: Int64? = nil, isMarker: Bool = false
        ) {
            self.key = key
            self.value = value
            self.headers = headers
            self.appendedAtMs = appendedAtMs
            self.isMarker = isMarker
        }

        /// Whether a reader of committed records is given it.
        public var isReadable: Bool { !isMarker && !isCompacted && fortune == .committed }

        public func header(_ name: String) -> [UInt8]? { headers.first { $0.name == Array(name.utf8) }?.value }
    }

    public struct Place: Hashable, Sendable {
        public var topic: Topic
        public var partition: Int32

        public init(topic: Topic, partition: Int32) {
            self.topic = topic
            self.partition = partition
        }
    }

    /// What the group has of one partition: an offset an input, and the mark that stands with that of `order-commands`.
    public struct Committed: Equatable, Sendable {
        public var offsets: [Int64?] = [nil, nil, nil]
        public var number: UInt64?
        var membership: GroupMembership?

        public init(offsets: [Int64?] = [nil, nil, nil], number: UInt64? = nil) {
            self.offsets = offsets
            self.number = number
        }
    }

    /// One try of a client to commit a transaction: what it wanted, and what the cluster has of it.
    public struct Attempt: Sendable {
        public var client: String
        public var membership: GroupMembership?
        /// The records that it wanted to write, and where they stand as far as they were written.
        public var recordCount: Int
        public var written: [(place: Place, offset: Int)] = []
        public var commits: [PartitionCommit]
        public var submittedAtMs: Int64
        /// Handed over by a client that was told that it is fenced, and had no assignment since.
        public var isAfterFencing = false
        /// Its offsets became the group's.
        public var hasCommittedOffsets = false
        /// What the client was told; nil where it was gone before.
        public var told: Settlement?
        var writtenRuns: Set<Int> = []
    }

    public let partitionCount: Int32
    /// The true time. What a broker or a worker takes for the time may differ.
    public var nowMs: Int64
    /// How far the brokers' clock is ahead of the true time.
    public var brokerSkewMs: Int64 = 0
    /// No request arrives.
    public var isDown = false
    public var records: [Place: [Record]] = [:]
    public var committed: [Int32: Committed] = [:]
    /// The retained start of a partition; records before it are given to nobody.
    public var startOffset: [Place: Int64] = [:]
    /// Ends that the broker tells beyond what can be read. nil in it: cannot be reached.
    public var heldEnds: [Place: Int64?] = [:]
    /// The true times at which high watermarks were asked for.
    public private(set) var watermarkQuestions: [Int64] = []
    public internal(set) var attempts: [Attempt] = []
    /// In the order in which they became the group's: which attempt committed offsets for which partition.
    public internal(set) var offsetHistory: [(attempt: Int, partition: Int32)] = []
    public var group = Group()
    /// Called with each transaction as it is handed over.
    public var onSubmit:
        ((_ client: SimulatedClient, _ records: [(Place, Record)], _ commits: [PartitionCommit]) -> Void)?

    var transactionalIDs: [String: TransactionalID] = [:]
    var openSince: [Place: [Int64: Int]] = [:]
    var pendingOffsets: [Int64: [Int32: Committed]] = [:]
    var pendingAttempts: [Int64: Int] = [:]
    var nextProducerID: Int64 = 1
    private var late: [(atMs: Int64, request: () -> Void)] = []

    public init(partitionCount: Int32 = 2, nowMs: Int64) {
        self.partitionCount = partitionCount
        self.nowMs = nowMs
    }

    public var brokerMs: Int64 { nowMs + brokerSkewMs }

    // MARK: - What passes with time

    /// Requests that were held up arrive, members and transactions time out.
    public func advance() {
        let due = late.filter { $0.atMs <= nowMs }
        late.removeAll { $0.atMs <= nowMs }
        for item in due.sorted(by: { $0.atMs < $1.atMs }) { item.request() }
        expireTransactions()
        group.advance(partitionCount: partitionCount, nowMs: nowMs)
    }

    /// A request that arrives later, whatever its sender thinks of it by then.
    public func arriveLater(afterMs: Int64, _ request: @escaping () -> Void) {
        late.append((nowMs + afterMs, request))
    }

    public var hasLateRequests: Bool { !late.isEmpty }

    // MARK: - Writing without a transaction

    /// Appends a record; without a partition on that of its key.
    @discardableResult
    public func append(
        _ topic: Topic, _ partition: Int32? = nil, key: [UInt8]?, value: [UInt8]?,
        headers: [(name: String, value: [UInt8])] = [], atMs: Int64? = nil
    ) -> Int64 {
        let record = Record(
            key: key, value: value, headers: headers.map { Header(name: Array($0.name.utf8), value: $0.value) },
            appendedAtMs: atMs ?? brokerMs)
        let place = Place(topic: topic, partition: partition ?? home(of: key))
        append(topic, place.partition, record)
        return end(place) - 1
    }

    public func append(_ topic: Topic, _ partition: Int32, _ record: Record) {
        var record = record
        record.trueMs = nowMs
        records[Place(topic: topic, partition: partition), default: []].append(record)
    }

    /// The partition of a key.
    public func home(of key: [UInt8]?) -> Int32 {
        key.map { $0.withUnsafeBytes { Murmur2.partition(of: $0, count: partitionCount) } } ?? 0
    }

    // MARK: - Reading

    /// The committed records of a topic, of all partitions by their numbers.
    public func read(_ topic: Topic) -> [Record] { (0..<partitionCount).flatMap { read(topic, $0) } }

    public func read(_ topic: Topic, _ partition: Int32) -> [Record] {
        (records[Place(topic: topic, partition: partition)] ?? []).filter(\.isReadable)
    }

    public func end(_ place: Place) -> Int64 { Int64(records[place]?.count ?? 0) }

    /// The last stable offset: where the first transaction that is still open begins.
    public func stableEnd(_ place: Place) -> Int64 {
        openSince[place]?.values.min().map(Int64.init) ?? end(place)
    }

    func highWatermark(_ place: Place) -> Int64? {
        watermarkQuestions.append(nowMs)
        if isDown { return nil }
        if let held = heldEnds[place] { return held }
        return end(place)
    }

    /// The last state of each key: what a changelog means.
    public func fold(_ partition: Int32) -> [[UInt8]: [UInt8]] {
        var states: [[UInt8]: [UInt8]] = [:]
        for record in read(.orderState, partition) {
            if let key = record.key { states[key] = record.value }
        }
        return states
    }

    // MARK: - Keeping

    /// Takes away committed records older than `lagMs` that a later one of the same key replaces, and tombstones of that
    /// age, as a compacted topic may at any time.
    /// - Returns: how many.
    @discardableResult
    public func compact(_ place: Place, lagMs: Int64) -> Int {
        guard let all = records[place] else { return 0 }
        var last: [[UInt8]: Int] = [:]
        let stable = Int(stableEnd(place))
        for (offset, record) in all.enumerated() where offset < stable && record.isReadable {
            if let key = record.key { last[key] = offset }
        }
        var taken = 0
        for (offset, record) in all.enumerated() where offset < stable && record.isReadable {
            guard record.trueMs + lagMs < nowMs, let key = record.key else { continue }
            guard last[key] != offset || record.value == nil else { continue }
            records[place]?[offset].isCompacted = true
            taken += 1
        }
        return taken
    }

    /// Moves a partition's retained start forward.
    public func deleteRecords(_ place: Place, before offset: Int64) {
        startOffset[place] = max(startOffset[place] ?? 0, min(offset, end(place)))
    }
}

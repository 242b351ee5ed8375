import Records

/// A log in memory: topics, partitions, transactions that happen as a whole or not at all, committed offsets with their
/// metadata. For one thread.
final class TestCluster: @unchecked Sendable {
    struct Record: Equatable {
        var key: [UInt8]?
        var value: [UInt8]?
        var headers: [Header] = []
        var appendedAtMs: Int64?
        /// The mark of a transaction: takes an offset, and is given to nobody.
        var isMarker = false

        func header(_ name: String) -> [UInt8]? { headers.first { $0.name == Array(name.utf8) }?.value }
    }

    struct Header: Equatable {
        var name: [UInt8]
        var value: [UInt8]?
    }

    struct Place: Hashable {
        var topic: Topic
        var partition: Int32
    }

    struct Committed {
        var offsets: [Int64?] = [nil, nil, nil]
        var number: UInt64?
    }

    enum Fate {
        case commit, abort, fence, fail
        case tooLarge(record: Int)
        /// Nobody will ever ask how it ended: the worker is gone. It is committed all the same.
        case hang
    }

    let partitionCount: Int32
    var nowMs: Int64
    /// The changelog cannot be read.
    var isDown = false
    private(set) var records: [Place: [Record]] = [:]
    var committed: [Int32: Committed] = [:]
    /// The retained start of an input; records before it are gone.
    var startOffset: [Place: Int64] = [:]
    /// Ends that the broker tells beyond what can be read: an open transaction. nil in it: cannot be reached.
    var heldEnds: [Place: Int64?] = [:]
    /// How the next transactions end; commit where there is none left.
    var fates: (_ transaction: borrowing Transaction, _ index: Int) -> Fate = { _, _ in .commit }
    /// Settlements are not told while this is so: the transaction stays under way.
    var holdsSettlements: () -> Bool = { false }
    private(set) var transactions = 0
    private(set) var watermarkQuestions: [Int64] = []
    /// What each submitted transaction would have written, whether it was or not.
    var submitted: [[(Place, Record)]] = []

    init(partitionCount: Int32 = 2, nowMs: Int64) {
        self.partitionCount = partitionCount
        self.nowMs = nowMs
    }

    @discardableResult
    func append(
        _ topic: Topic, _ partition: Int32? = nil, key: [UInt8]?, value: [UInt8]?,
        headers: [(name: String, value: [UInt8])] = [], atMs: Int64? = nil
    ) -> Int64 {
        let home = key.map { $0.withUnsafeBytes { Murmur2.partition(of: $0, count: partitionCount) } } ?? 0
        let place = Place(topic: topic, partition: partition ?? home)
        records[place, default: []].append(
            Record(
                key: key, value: value, headers: headers.map { Header(name: Array($0.name.utf8), value: $0.value) },
                appendedAtMs: atMs ?? nowMs))
        return Int64(records[place, default: []].count - 1)
    }

    func append(_ topic: Topic, _ partition: Int32, _ record: Record) {
        records[Place(topic: topic, partition: partition), default: []].append(record)
    }

    /// The committed records of a topic, of all partitions by their numbers.
    func read(_ topic: Topic) -> [Record] {
        (0..<partitionCount).flatMap { read(topic, $0) }
    }

    func read(_ topic: Topic, _ partition: Int32) -> [Record] {
        (records[Place(topic: topic, partition: partition)] ?? []).filter { !$0.isMarker }
    }

    func end(_ place: Place) -> Int64 { Int64(records[place]?.count ?? 0) }

    func highWatermark(_ place: Place) -> Int64? {
        watermarkQuestions.append(nowMs)
        if let held = heldEnds[place] { return held }
        return end(place)
    }

    func submit(_ transaction: borrowing Transaction) -> Settlement? {
        var outputs: [(Place, Record)] = []
        for record in transaction.records {
            let headers = transaction.headers[Int(record.firstHeader)..<Int(record.firstHeader + record.headerCount)]
            outputs.append(
                (
                    Place(topic: record.topic, partition: record.partition),
                    Record(
                        key: record.key.map { Array($0) }, value: record.value.map { Array($0) },
                        headers: headers.map { Header(name: $0.name, value: $0.value) }, appendedAtMs: nowMs)
                ))
        }
        submitted.append(outputs)
        transactions += 1
        let fate = fates(transaction, transactions - 1)
        switch fate {
        case .commit, .hang: break
        case .abort: return .aborted(reason: "as the test wants it")
        case .fence: return .fenced(reason: "as the test wants it")
        case .fail: return .failed(reason: "as the test wants it")
        case .tooLarge(let record): return .tooLarge(record: record, reason: "as the test wants it")
        }
        var marked: Set<Place> = []
        for (place, record) in outputs {
            records[place, default: []].append(record)
            marked.insert(place)
        }
        for place in marked {
            records[place, default: []].append(Record(key: nil, value: nil, appendedAtMs: nowMs, isMarker: true))
        }
        for commit in transaction.commits {
            var held = committed[commit.partition] ?? Committed()
            for (topic, next) in commit.positions {
                if let input = Topic.inputs.firstIndex(of: topic) { held.offsets[input] = next }
            }
            held.number = commit.number
            committed[commit.partition] = held
        }
        if case .hang = fate { return nil }
        return .committed
    }

    /// The last state of each key: what a changelog means.
    func fold(_ partition: Int32) -> [[UInt8]: [UInt8]] {
        var states: [[UInt8]: [UInt8]] = [:]
        for record in read(.orderState, partition) {
            if let key = record.key { states[key] = record.value }
        }
        return states
    }
}

/// One worker's end of the log in memory.
struct TestLog: ~Copyable, Log {
    private let cluster: TestCluster
    private var changes: [AssignmentChange]
    private var positions: [TestCluster.Place: Int64] = [:]
    private var outcome: Settlement?
    private(set) var isReleased = false

    init(_ cluster: TestCluster, partitions: [Int32]? = nil) {
        self.cluster = cluster
        let assigned = (partitions ?? Array(0..<cluster.partitionCount)).map { partition in
            let held = cluster.committed[partition] ?? TestCluster.Committed()
            return AssignedPartition(partition: partition, committed: held.offsets, number: held.number)
        }
        for partition in assigned {
            for (input, topic) in Topic.inputs.enumerated() {
                let place = TestCluster.Place(topic: topic, partition: partition.partition)
                positions[place] = partition.committed[input] ?? cluster.startOffset[place] ?? 0
            }
        }
        changes = [.assigned(assigned)]
    }

    mutating func change(_ change: AssignmentChange) { changes.append(change) }

    mutating func wait(milliseconds: Int) {}
    mutating func assignmentChange() -> AssignmentChange? { changes.isEmpty ? nil : changes.removeFirst() }
    mutating func releaseAssignment() { isReleased = true }
    func makeInbox() -> Inbox { Inbox { $0.deallocate() } }

    mutating func take(
        _ topic: Topic, _ partition: Int32, limit: Int, into inbox: inout Inbox
    ) throws(InputFailure) -> Int {
        let place = TestCluster.Place(topic: topic, partition: partition)
        guard var position = positions[place] else { return 0 }
        if position < cluster.startOffset[place] ?? 0 {
            throw InputFailure(topic: topic, partition: partition, fault: .positionLost)
        }
        let records = cluster.records[place] ?? []
        var taken = 0
        while taken < limit, position < records.count {
            let record = records[Int(position)]
            if !record.isMarker {
                Self.put(record, place, position, into: &inbox)
                taken += 1
            }
            position += 1
        }
        positions[place] = position
        return taken
    }

    /// Copies a record into memory of its own, which is gone when the inbox gives it back.
    static func put(
        _ record: TestCluster.Record, _ at: TestCluster.Place, _ offset: Int64, into inbox: inout Inbox
    ) {
        func borrow(_ bytes: [UInt8]?, _ body: (UnsafeRawBufferPointer?) -> Void) {
            if let bytes { bytes.withUnsafeBytes { body($0) } } else { body(nil) }
        }
        func append(_ headers: ArraySlice<TestCluster.Header>, _ borrowed: [ReceivedHeader]) {
            guard let header = headers.first else {
                return borrow(record.key) { key in
                    borrow(record.value) { value in
                        inbox.appendCopy(
                            topic: at.topic, partition: at.partition, offset: offset,
                            appendedAtMs: record.appendedAtMs, key: key, value: value, headers: borrowed)
                    }
                }
            }
            borrow(header.name) { name in
                borrow(header.value) { value in
                    guard let name else { return }
                    append(headers.dropFirst(), borrowed + [ReceivedHeader(name: name, value: value)])
                }
            }
        }
        append(record.headers[...], [])
    }

    mutating func highWatermarks(
        _ inputs: [(topic: Topic, partition: Int32)], timeoutMs: Int
    ) -> [Int64?] {
        inputs.map { cluster.highWatermark(TestCluster.Place(topic: $0.topic, partition: $0.partition)) }
    }

    mutating func position(_ topic: Topic, _ partition: Int32) -> Int64? {
        positions[TestCluster.Place(topic: topic, partition: partition)]
    }

    mutating func submit(_ transaction: consuming sending Transaction) { outcome = cluster.submit(transaction) }

    mutating func settled() -> Settlement? {
        if outcome != nil, cluster.holdsSettlements() { return nil }
        defer { outcome = nil }
        return outcome
    }
}

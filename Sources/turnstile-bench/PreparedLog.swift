import Records
import Simulation

/// The inputs of one partition, lying ready in memory: they are given without a copy or an allocation, so that what is
/// measured is the engine's. Not to be changed while a worker takes from it on another thread.
final class PreparedTopics {
    private(set) var records: [[ReceivedRecord]] = [[], [], []]
    private(set) var headers: [[ReceivedHeader]] = [[], [], []]
    /// Records of all transactions, by topic.
    var written = [Int](repeating: 0, count: Topic.allCases.count)
    private var memory: [UnsafeMutableRawBufferPointer] = []

    func append(_ record: OutsideRecord, input: Int, appendedAtMs: Int64) {
        let first = headers[input].count
        for header in record.headers {
            headers[input].append(ReceivedHeader(name: keep(Array(header.name.utf8)), value: keep(header.value)))
        }
        records[input].append(
            ReceivedRecord(
                topic: Topic.inputs[input], partition: 0, offset: Int64(records[input].count),
                appendedAtMs: appendedAtMs, key: keep(record.key), value: keep(record.value),
                firstHeader: Int32(first), headerCount: Int32(record.headers.count), handle: nil))
    }

    private func keep(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        copy.copyBytes(from: bytes)
        memory.append(copy)
        return UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    }

    deinit { for bytes in memory { bytes.deallocate() } }
}

/// A worker's end of a log in which every transaction commits at once, and is forgotten.
struct PreparedLog: ~Copyable, Log {
    let topics: PreparedTopics
    private var positions = [0, 0, 0]
    private var change: AssignmentChange? = .assigned([
        AssignedPartition(partition: 0, committed: [nil, nil, nil], number: nil)
    ])
    private var outcome: Settlement?

    init(_ topics: PreparedTopics) { self.topics = topics }

    mutating func wait(milliseconds: Int) {}
    mutating func assignmentChange() -> AssignmentChange? { change.take() }
    mutating func releaseAssignment() {}
    func makeInbox() -> Inbox { Inbox { _ in } }

    mutating func take(
        _ topic: Topic, _ partition: Int32, limit: Int, into inbox: inout Inbox
    ) throws(InputFailure) -> Int {
        guard let input = Topic.inputs.firstIndex(of: topic) else { return 0 }
        let start = positions[input]
        let end = min(start + limit, topics.records[input].count)
        for index in start..<end {
            var record = topics.records[input][index]
            let first = Int(record.firstHeader)
            record.firstHeader = inbox.nextHeader
            for header in first..<first + Int(record.headerCount) { inbox.append(topics.headers[input][header]) }
            inbox.append(record)
        }
        positions[input] = end
        return end - start
    }

    mutating func highWatermarks(_ inputs: [(topic: Topic, partition: Int32)], timeoutMs: Int) -> [Int64?] {
        inputs.map { input in Topic.inputs.firstIndex(of: input.topic).map { Int64(topics.records[$0].count) } }
    }

    mutating func position(_ topic: Topic, _ partition: Int32) -> Int64? {
        Topic.inputs.firstIndex(of: topic).map { Int64(positions[$0]) }
    }

    mutating func submit(_ transaction: consuming sending Transaction) {
        for record in transaction.records { topics.written[Int(record.topic.rawValue)] += 1 }
        outcome = .committed
    }

    mutating func settled() -> Settlement? { outcome.take() }
}

/// A changelog and a store with nothing in them: a partition that begins.
struct EmptyStore: ChangelogReader, CheckpointStore {
    func read(
        partition: Int32, from: Int64?, progress: (_ position: Int64, _ end: Int64) throws -> Void,
        body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer?, _ offset: Int64) throws -> Void
    ) throws -> Int64 { 0 }
    func end(partition: Int32) throws -> Int64 { 0 }

    func position() throws -> Int64? { nil }
    func checkpointedAtMs() throws -> Int64? { nil }
    func withState<R>(_ key: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R? { nil }
    func timers(untilMs: Int64, _ body: (_ dueMs: Int64, _ key: UnsafeRawBufferPointer) -> Void) throws {}
    func checkpoint(_ entries: [CheckpointEntry], position: Int64) throws {}
    func forEachState(
        _ body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws -> Void
    ) throws {}
    func close() {}
}

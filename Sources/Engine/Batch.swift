internal import Orders
internal import Protobuf
internal import Records

/// What one output of the open transaction comes from: asked when the log refuses a record as too large.
struct OutputCause {
    enum What {
        case record(input: Int, offset: Int64)
        case timer(dueMs: Int64, key: [UInt8])
        /// The changelog of the whole transaction.
        case transaction
    }

    var partition: Int32
    var what: What
}

/// The transaction in the making: its outputs in the order of the decisions, and the memory that they stand in.
///
/// A finished record's bytes never move, so records point to them from the start.
struct Batch: ~Copyable {
    var writer = ReverseWriter()
    private(set) var records: [OutgoingRecord] = []
    private(set) var headers: [OutgoingHeader] = []
    /// By record, the index of its cause.
    private(set) var causeOfRecord: [Int32] = []
    private(set) var causes: [OutputCause] = []
    var byteCount = 0
    /// Inputs and timers that were handled.
    var handled = 0
    /// The wall time at which it was begun; nil where nothing is in it.
    var startedAtMs: Int64?

    init() {}

    /// Where a decision's outputs begin, so that all of them can be taken back.
    struct Savepoint {
        fileprivate var records: Int
        fileprivate var headers: Int
        fileprivate var byteCount: Int
    }

    func savepoint() -> Savepoint {
        Savepoint(records: records.count, headers: headers.count, byteCount: byteCount)
    }

    mutating func takeBack(to savepoint: Savepoint) {
        records.removeLast(records.count - savepoint.records)
        causeOfRecord.removeLast(causeOfRecord.count - savepoint.records)
        headers.removeLast(headers.count - savepoint.headers)
        byteCount = savepoint.byteCount
    }

    /// The size of the largest record since the savepoint, as the broker counts it: key, value, headers and what Kafka
    /// needs around them. Dead letters are not counted: they have their own limit.
    func largest(since savepoint: Savepoint) -> Int {
        var largest = 0
        for index in savepoint.records..<records.count where records[index].topic != .deadLetters {
            largest = max(largest, size(of: index))
        }
        return largest
    }

    func headers(of record: OutgoingRecord) -> ArraySlice<OutgoingHeader> {
        headers[Int(record.firstHeader)..<Int(record.firstHeader + record.headerCount)]
    }

    /// The partition whose work has written the record: of a readmission not the one that it goes to.
    func partition(ofRecord index: Int) -> Int32 { causes[Int(causeOfRecord[index])].partition }

    func size(of index: Int) -> Int {
        let record = records[index]
        var size = (record.key?.count ?? 0) + (record.value?.count ?? 0) + Batch.recordOverhead
        for header in headers(of: record) {
            size += Batch.headerOverhead + header.name.count + (header.value?.count ?? 0)
        }
        return size
    }

    /// Of a record batch with one record, at most.
    static let recordOverhead = 61 + 21
    static let headerOverhead = 10

    /// The index of the cause of what is written now.
    var cause: Int32 { Int32(truncatingIfNeeded: causes.count - 1) }

    /// Everything that follows comes from this.
    mutating func begin(_ cause: OutputCause) { causes.append(cause) }

    /// The bytes of a finished record's part.
    func bytes(_ slice: Slice) -> UnsafeRawBufferPointer { writer.unsafeBytes(of: slice) }

    /// Copies bytes into the transaction's memory.
    mutating func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let mark = writer.mark()
        writer.bytes(bytes)
        return self.bytes(writer.finish(mark))
    }

    mutating func copy(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
        bytes.withUnsafeBytes { copy($0) }
    }

    mutating func append(
        _ topic: Topic, _ partition: Int32, key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?,
        headers new: [OutgoingHeader] = [], cause: Int32? = nil
    ) {
        let first = headers.count
        if !new.isEmpty { headers.append(contentsOf: new) }
        records.append(
            OutgoingRecord(
                topic: topic, partition: partition, key: key, value: value,
                firstHeader: Int32(truncatingIfNeeded: first), headerCount: Int32(truncatingIfNeeded: new.count)))
        causeOfRecord.append(cause ?? self.cause)
        byteCount += (key?.count ?? 0) + (value?.count ?? 0)
    }

    mutating func removeLastRecord() {
        let record = records.removeLast()
        causeOfRecord.removeLast()
        headers.removeLast(Int(record.headerCount))
        byteCount -= (record.key?.count ?? 0) + (record.value?.count ?? 0)
    }

    /// Hands everything over and begins anew.
    /// - Returns: what the records come from, and the memory that they stand in.
    mutating func seal(_ commits: [PartitionCommit], into transaction: inout Transaction) -> (SealedCauses, [Chunk]) {
        let chunks = writer.takeChunks()
        transaction.records = records
        transaction.headers = headers
        transaction.commits = commits
        transaction.owners = chunks
        let sealed = SealedCauses(causeOfRecord: causeOfRecord, causes: causes)
        clear()
        return (sealed, chunks)
    }

    /// Throws everything away.
    mutating func clear() {
        records.removeAll(keepingCapacity: true)
        headers.removeAll(keepingCapacity: true)
        causeOfRecord.removeAll(keepingCapacity: true)
        causes.removeAll(keepingCapacity: true)
        byteCount = 0
        handled = 0
        startedAtMs = nil
    }
}

/// What the records of a transaction under way come from.
struct SealedCauses {
    var causeOfRecord: [Int32]
    var causes: [OutputCause]

    func cause(ofRecord index: Int) -> OutputCause? {
        guard causeOfRecord.indices.contains(index) else { return nil }
        let cause = Int(causeOfRecord[index])
        return causes.indices.contains(cause) ? causes[cause] : nil
    }
}

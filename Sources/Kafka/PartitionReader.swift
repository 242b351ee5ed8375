internal import CRdkafka
public import Records

/// One record of a partition, with bytes of its own.
public struct StoredRecord: Sendable, Equatable {
    public var offset: Int64
    /// In milliseconds since 1970: the broker's append time, or, where the settings take it for that, the producer's.
    public var appendedAtMs: Int64?
    public var key: [UInt8]?
    public var value: [UInt8]?
    public var headers: [OutgoingHeader]

    public init(
        offset: Int64, appendedAtMs: Int64?, key: [UInt8]?, value: [UInt8]?, headers: [OutgoingHeader] = []
    ) {
        self.offset = offset
        self.appendedAtMs = appendedAtMs
        self.key = key
        self.value = value
        self.headers = headers
    }
}

/// Reads single partitions, many side by side and each at its own pace, committed records only and outside of any group:
/// for replays. Its cursors may be used from several threads, each by one.
public final class PartitionReader: Sendable {
    fileprivate let client: Client
    fileprivate let acceptsCreateTime: Bool
    /// Tells the ends of partitions, uncommitted records included.
    private let watermarks: Client

    /// What is received ahead of a cursor, at most.
    private static let aheadKilobytes = 4096

    public init(_ settings: KafkaSettings, log: @escaping KafkaLogCallback) throws(KafkaFailure) {
        client = try makePartitionReader(
            settings, readsUncommitted: false, aheadKilobytes: Self.aheadKilobytes, log: log)
        watermarks = try makeWatermarkReader(settings, log: log)
        acceptsCreateTime = settings.acceptsCreateTime
    }

    /// The offset of the first retained record of each partition, or of what is to come where there is none.
    public func starts(_ partitions: [(topic: String, partition: Int32)]) throws(KafkaFailure) -> [Int64] {
        try patiently { () throws(KafkaFailure) in
            try startOffsets(client.handle, partitions, at: Int64(RD_KAFKA_OFFSET_BEGINNING), timeoutMs: 10_000)
        }
    }

    /// The end of each partition.
    /// - Parameter committedOnly: up to the first record of a transaction that is still open; else all that is there.
    public func ends(
        _ partitions: [(topic: String, partition: Int32)], committedOnly: Bool
    ) throws(KafkaFailure) -> [Int64] {
        let ends = try patiently { () throws(KafkaFailure) in
            committedOnly
                ? try endOffsets(client.handle, partitions, timeoutMs: 10_000)
                : try endOffsets(watermarks.handle, partitions, timeoutMs: 10_000)
        }
        var told: [Int64] = []
        for (place, end) in zip(partitions, ends) {
            guard let end else {
                throw KafkaFailure(
                    RD_KAFKA_RESP_ERR__TIMED_OUT, action: "ask for the end of \(place.topic) \(place.partition)")
            }
            told.append(end)
        }
        return told
    }

    /// The offset of the partition's first record at or after a time (milliseconds since 1970); nil where none is that
    /// young.
    public func offset(_ topic: String, _ partition: Int32, atMs: Int64) throws(KafkaFailure) -> Int64? {
        let offset = try patiently { () throws(KafkaFailure) in
            try startOffsets(client.handle, [(topic, partition)], at: max(atMs, 0), timeoutMs: 10_000)
        }
        return offset[0] < 0 ? nil : offset[0]
    }

    /// Reads the partition's records in [`from`, `until`). Of one partition there may be one cursor at a time.
    /// - Parameter from: not before the retained start.
    public func cursor(
        _ topic: String, _ partition: Int32, from: Int64, until: Int64
    ) throws(KafkaFailure) -> PartitionCursor {
        try PartitionCursor(reader: self, topic: topic, partition: partition, from: from, until: until)
    }
}

/// Goes through a partition's committed records, one after the other, with some look ahead.
public struct PartitionCursor: ~Copyable {
    // Before the reader: it must be gone before the client is.
    private var fetching: Fetching
    private var isFetching = false
    private let reader: PartitionReader
    public let topic: String
    public let partition: Int32
    /// No record at or after this offset is given.
    public let until: Int64
    /// Up to where records have been received.
    private var received: Int64
    private var ahead: [StoredRecord] = []
    private var taken = 0

    /// How long it waits without any progress: longer than a transaction can stay open.
    private static let patienceNs: UInt64 = 30_000_000_000

    fileprivate init(
        reader: PartitionReader, topic: String, partition: Int32, from: Int64, until: Int64
    ) throws(KafkaFailure) {
        fetching = try Fetching(reader.client, topic: topic)
        self.reader = reader
        self.topic = topic
        self.partition = partition
        self.until = until
        received = max(from, 0)
    }

    /// The next record, or the one so many after it, without taking it; nil at the end.
    /// - Throws: `KafkaFailure`, also where nothing came for half a minute.
    public mutating func peek(_ index: Int = 0) throws -> StoredRecord? {
        while ahead.count - taken <= index, received < until { try receive() }
        return ahead.count - taken > index ? ahead[taken + index] : nil
    }

    public mutating func next() throws -> StoredRecord? {
        guard let record = try peek() else { return nil }
        taken += 1
        if taken >= 1024 {
            ahead.removeFirst(taken)
            taken = 0
        }
        return record
    }

    private mutating func receive() throws {
        if !isFetching {
            try fetching.start(partition, at: received)
            isFetching = true
        }
        let until = until
        let reader = reader
        var position = received
        var records: [StoredRecord] = []
        let deadlineNs = monotonicNs() + Self.patienceNs
        while position == received {
            _ = try fetching.next(timeoutMs: 200) { fetched in
                switch fetched {
                case .record(let message):
                    let offset = message.pointee.offset
                    guard offset >= position else { return }
                    if offset < until { records.append(reader.stored(message)) }
                    position = min(offset + 1, until)
                case .end(_, let offset):
                    // Transactions' markers and aborted records stand up to here.
                    position = min(max(position, offset), until)
                }
            }
            if position == received, monotonicNs() > deadlineNs {
                throw KafkaFailure(
                    RD_KAFKA_RESP_ERR__TIMED_OUT, action: "read \(topic) \(partition) from \(received) up to \(until)")
            }
        }
        ahead += records
        received = position
    }
}

extension PartitionReader {
    fileprivate func stored(_ message: UnsafeMutablePointer<rd_kafka_message_t>) -> StoredRecord {
        var type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
        let timestamp = rd_kafka_message_timestamp(message, &type)
        let isTold =
            type == RD_KAFKA_TIMESTAMP_LOG_APPEND_TIME
            || (type == RD_KAFKA_TIMESTAMP_CREATE_TIME && acceptsCreateTime)
        var headers: [OutgoingHeader] = []
        _ = forEachHeader(of: message) {
            headers.append(OutgoingHeader(name: Array($0.name), value: $0.value.map { Array($0) }))
        }
        return StoredRecord(
            offset: message.pointee.offset, appendedAtMs: isTold ? timestamp : nil,
            key: message.pointee.keyBytes.map { Array($0) }, value: message.pointee.valueBytes.map { Array($0) },
            headers: headers)
    }
}

internal import CRdkafka
public import Records

/// Reads changelogs. Partitions can be read at the same time from several threads, each partition by one.
public final class KafkaChangelogReader: ChangelogReader {
    private let client: Client
    private let watermarks: Client
    private let topic: String
    private let log: KafkaLogCallback

    public init(_ settings: KafkaSettings, log: @escaping KafkaLogCallback) throws(KafkaFailure) {
        client = try makePartitionReader(settings, readsUncommitted: false, log: log)
        watermarks = try makeWatermarkReader(settings, log: log)
        topic = settings.name(of: .orderState)
        self.log = log
    }

    /// Nothing comes while a broker is away or a transaction is open: `progress` is called five times a second, and
    /// decides how long to wait.
    /// - Throws: `KafkaFailure`, `ChangelogTrimmed`, and what `progress` and `body` throw.
    public func read(
        partition: Int32, from: Int64?, progress: (_ position: Int64, _ end: Int64) throws -> Void,
        body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer?, _ offset: Int64) throws -> Void
    ) throws -> Int64 {
        // Uncommitted records count: what is open now may be committed before it is read.
        let end = try self.end(partition: partition)
        var position = try from ?? start(partition: partition)
        try progress(position, end)
        if position >= end { return end }
        var fetching = try Fetching(client, topic: topic)
        try fetching.start(partition, at: position)
        while position < end {
            try next(of: &fetching, from: position) { fetched in
                switch fetched {
                case .record(let message):
                    // Records after the end are of later transactions: read when they are asked for.
                    guard message.pointee.offset < end else {
                        position = end
                        return
                    }
                    position = message.pointee.offset + 1
                    let key = message.pointee.keyBytes ?? UnsafeRawBufferPointer(start: nil, count: 0)
                    try body(key, message.pointee.valueBytes, message.pointee.offset)
                case .end(_, let offset):
                    // Transactions' markers and aborted records stand up to here.
                    position = min(max(position, offset), end)
                }
            }
            try progress(position, end)
        }
        return end
    }

    private func next(
        of fetching: inout Fetching, from position: Int64, _ body: (Fetched) throws -> Void
    ) throws {
        do { _ = try fetching.next(timeoutMs: 200, body) } catch let failure as KafkaFailure
            where failure.isOutOfRange
        {
            throw ChangelogTrimmed(position: position)
        }
    }

    public func end(partition: Int32) throws -> Int64 {
        let action = "ask for the end of \(topic) \(partition)"
        let ends = try patiently { () throws(KafkaFailure) in
            try endOffsets(watermarks.handle, [(topic, partition)], timeoutMs: 10_000)
        }
        guard let end = ends[0] else {
            throw KafkaFailure(RD_KAFKA_RESP_ERR__TIMED_OUT, action: action)
        }
        return end
    }

    private func start(partition: Int32) throws(KafkaFailure) -> Int64 {
        try startOffsets(
            watermarks.handle, [(topic, partition)], at: Int64(RD_KAFKA_OFFSET_BEGINNING), timeoutMs: 10_000)[0]
    }
}

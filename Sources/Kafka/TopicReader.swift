internal import CRdkafka
public import Records

/// One record as `TopicReader` gives it; its bytes are borrowed for the length of the call.
public struct TopicRecord {
    public var topic: String
    public var partition: Int32
    public var offset: Int64
    /// In milliseconds since 1970; nil where the record has no time.
    public var timestampMs: Int64?
    /// The time is the broker's, of when it appended the record, not the producer's.
    public var isAppendTime: Bool
    public var key: UnsafeRawBufferPointer?
    public var value: UnsafeRawBufferPointer?
    public var headers: [ReceivedHeader]
}

/// Reads partitions of a topic outside of any group: for the directory, an order's history, checks and replays.
public struct TopicReader: ~Copyable {
    public enum Start: Sendable {
        case earliest
        case offset(Int64)
        /// The first record at or after this time, in milliseconds since 1970.
        case timestamp(Int64)
    }

    public enum Next: Sendable { case goOn, stop }

    private let client: Client
    /// Tells the ends of partitions, uncommitted records included.
    private let watermarks: Client

    /// After so long without a record `follow` looks whether it is really at the end.
    private static let stallNs: UInt64 = 3_000_000_000
    /// How long `readToEnd` waits without any progress.
    private static let patienceNs: UInt64 = 30_000_000_000

    public init(
        _ settings: KafkaSettings, readsUncommitted: Bool = false, log: @escaping KafkaLogCallback
    ) throws(KafkaFailure) {
        let client = try makePartitionReader(settings, readsUncommitted: readsUncommitted, log: log)
        let watermarks = try makeWatermarkReader(settings, log: log)
        self.client = client
        self.watermarks = watermarks
    }

    /// How many partitions the topic has.
    public func partitionCount(_ topic: String, timeoutMs: Int = 10_000) throws(KafkaFailure) -> Int32 {
        guard let handle = rd_kafka_topic_new(client.handle, topic, nil) else {
            throw KafkaFailure(rd_kafka_last_error(), action: "read \(topic)")
        }
        defer { rd_kafka_topic_destroy(handle) }
        return try Kafka.partitionCount(client, handle, name: topic, timeoutMs: Int32(clamping: timeoutMs))
    }

    /// Reads each partition from `start` to the end that the broker tells when reading begins. Records of one partition
    /// come in order.
    /// - Parameters:
    ///   - partitions: nil reads all.
    ///   - waitsForOpenTransactions: whether a transaction that is open, or whose commit is not yet marked in the
    ///     partition, is waited for. Without it, reading ends before the first such record.
    /// - Returns: the offset at which to go on, by partition, in the order read; where `body` stopped, up to there.
    @discardableResult
    public mutating func readToEnd(
        _ topic: String, partitions: [Int32]? = nil, from start: Start = .earliest,
        waitsForOpenTransactions: Bool = true, _ body: (TopicRecord) throws -> Next
    ) throws -> [(partition: Int32, next: Int64)] {
        let all = try partitions ?? Array(0..<partitionCount(topic))
        let asked = all.map { (topic: topic, partition: $0) }
        let ends = try patiently { () throws(KafkaFailure) in
            try waitsForOpenTransactions
                ? endOffsets(watermarks.handle, asked, timeoutMs: 10_000)
                : endOffsets(client.handle, asked, timeoutMs: 10_000)
        }
        var positions = try starts(asked, start)
        var fetching = try Fetching(client, topic: topic)
        var open = 0
        var reached: [Int64] = []
        for (index, partition) in all.enumerated() {
            guard let end = ends[index] else {
                throw KafkaFailure(
                    RD_KAFKA_RESP_ERR__TIMED_OUT, action: "ask for the end of \(topic) \(partition)")
            }
            reached.append(end)
            if positions[index] < 0 { positions[index] = end }  // no record is that young
            if positions[index] < end {
                try fetching.start(partition, at: positions[index])
                open += 1
            }
        }
        var progressedNs = monotonicNs()
        var isStopped = false
        while open > 0, !isStopped {
            let came = try fetching.next(timeoutMs: 200) { fetched in
                let (partition, offset) = Self.place(fetched)
                guard !isStopped, let index = all.firstIndex(of: partition), positions[index] < reached[index] else {
                    return
                }
                switch fetched {
                case .record(let message):
                    if offset < reached[index] {
                        isStopped = try body(Self.record(message, topic)) == .stop
                        positions[index] = offset + 1
                    } else {
                        positions[index] = reached[index]
                    }
                case .end:
                    positions[index] = min(max(positions[index], offset), reached[index])
                }
                if positions[index] >= reached[index] { open -= 1 }
            }
            if came {
                progressedNs = monotonicNs()
            } else if monotonicNs() - progressedNs > Self.patienceNs {
                throw KafkaFailure(RD_KAFKA_RESP_ERR__TIMED_OUT, action: "read \(topic) to its end")
            }
        }
        return zip(all, positions).map { ($0, $1) }
    }

    /// Reads until `body` says stop, or `idle` does, which is called whenever nothing came for `idleMs`.
    /// - Parameter partitions: nil reads all that the topic has now.
    public mutating func follow(
        _ topic: String, partitions: [Int32]? = nil, from start: Start = .earliest, idleMs: Int = 200,
        idle: () throws -> Next, _ body: (TopicRecord) throws -> Next
    ) throws {
        let all = try partitions ?? Array(0..<partitionCount(topic))
        let positions = try starts(all.map { (topic, $0) }, start)
        var fetching = try Fetching(client, topic: topic)
        for (partition, offset) in zip(all, positions) {
            try fetching.start(partition, at: offset < 0 ? Int64(RD_KAFKA_OFFSET_END) : offset)
        }
        var next = Next.goOn
        var lookedNs = monotonicNs()
        while case .goOn = next {
            var hasRecord = false
            _ = try fetching.next(timeoutMs: idleMs) { fetched in
                guard case .record(let message) = fetched, case .goOn = next else { return }
                hasRecord = true
                next = try body(Self.record(message, topic))
            }
            if hasRecord { lookedNs = monotonicNs() }
            if !hasRecord, case .goOn = next { next = try idle() }
            if monotonicNs() - lookedNs > Self.stallNs {
                lookedNs = monotonicNs()
                try beginStalledAnew(topic, all, &fetching)
            }
        }
    }

    /// Seen once with librdkafka 2.0.2: behind another producer's aborted transaction one partition gave nothing more,
    /// although a new reader found records there. So after some quiet the ends are asked for, and a partition that is
    /// not there yet is begun anew where it stands.
    private func beginStalledAnew(
        _ topic: String, _ partitions: [Int32], _ fetching: inout Fetching
    ) throws {
        let ends = try? endOffsets(client.handle, partitions.map { (topic, $0) }, timeoutMs: 1000)
        for case (let partition, let end?) in zip(partitions, ends ?? []) {
            try fetching.beginAnew(partition, before: end)
        }
    }

    private func starts(
        _ partitions: [(topic: String, partition: Int32)], _ start: Start
    ) throws(KafkaFailure) -> [Int64] {
        switch start {
        case .earliest:
            try patiently { () throws(KafkaFailure) in
                try startOffsets(client.handle, partitions, at: Int64(RD_KAFKA_OFFSET_BEGINNING), timeoutMs: 10_000)
            }
        case .timestamp(let timeMs):
            try patiently { () throws(KafkaFailure) in
                try startOffsets(client.handle, partitions, at: max(timeMs, 0), timeoutMs: 10_000)
            }
        case .offset(let offset):
            partitions.map { _ in max(offset, 0) }
        }
    }

    private static func place(_ fetched: Fetched) -> (partition: Int32, offset: Int64) {
        switch fetched {
        case .record(let message): (message.pointee.partition, message.pointee.offset)
        case .end(let partition, let offset): (partition, offset)
        }
    }

    private static func record(_ message: UnsafeMutablePointer<rd_kafka_message_t>, _ topic: String) -> TopicRecord {
        var type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
        let timestamp = rd_kafka_message_timestamp(message, &type)
        var headers: [ReceivedHeader] = []
        _ = forEachHeader(of: message) { headers.append($0) }
        return TopicRecord(
            topic: topic, partition: message.pointee.partition, offset: message.pointee.offset,
            timestampMs: type == RD_KAFKA_TIMESTAMP_NOT_AVAILABLE ? nil : timestamp,
            isAppendTime: type == RD_KAFKA_TIMESTAMP_LOG_APPEND_TIME, key: message.pointee.keyBytes,
            value: message.pointee.valueBytes, headers: headers)
    }
}

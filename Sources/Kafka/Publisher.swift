internal import CRdkafka
internal import Records

/// Publishes records outside of any transaction: for the command line and for load. Acknowledged by every in-sync
/// replica, and in order.
public struct Publisher: ~Copyable {
    private let client: Client
    private var topics: [String: (handle: OpaquePointer, partitionCount: Int32)] = [:]

    /// How long `publish` waits for room in the client's queue.
    private static let patienceNs: UInt64 = 30_000_000_000

    /// - Parameters:
    ///   - deliveryTimeoutMs: how long a record is tried before it counts as undelivered.
    ///   - isIdempotent: whether a record whose acknowledgement was lost still stands there once. That has a price:
    ///     librdkafka 2.0.2 ends such a producer for good where a new leader has lost its place in the sequence.
    public init(
        _ settings: KafkaSettings, deliveryTimeoutMs: Int = 30_000, isIdempotent: Bool = true,
        log: @escaping KafkaLogCallback
    ) throws(KafkaFailure) {
        var configuration = try ClientConfiguration(
            settings,
            defaults: [
                ("compression.codec", "lz4"), ("linger.ms", "5"), ("batch.size", "1000000"),
                ("message.max.bytes", "4194304"), ("message.timeout.ms", "\(deliveryTimeoutMs)"),
                ("retry.backoff.ms", "1"),
            ])
        try configuration.set("acks", "all")
        try configuration.set("enable.idempotence", "\(isIdempotent)")
        // Without the sequence a second request in flight could overtake the first where that is sent again.
        if !isIdempotent { try configuration.set("max.in.flight.requests.per.connection", "1") }
        try configuration.reportUndelivered()
        let client = try configuration.makeClient(RD_KAFKA_PRODUCER, log: log)
        self.client = client
    }

    /// How many partitions the topic has.
    public mutating func partitionCount(_ topic: String) throws(KafkaFailure) -> Int32 {
        try self.topic(topic).partitionCount
    }

    /// Copies the record into the client's queue, and waits where that is full.
    /// - Parameters:
    ///   - partition: nil takes the key's (`Murmur2`), and 0 where there is no key.
    ///   - value: nil is a tombstone.
    ///   - timestampMs: the record's own time, where its topic keeps that; nil is now.
    public mutating func publish(
        _ topic: String, partition: Int32? = nil, key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?,
        headers: [(name: [UInt8], value: [UInt8]?)] = [], timestampMs: Int64? = nil
    ) throws(KafkaFailure) {
        let (handle, count) = try self.topic(topic)
        let partition = partition ?? key.map { Murmur2.partition(of: $0, count: count) } ?? 0
        let deadlineNs = monotonicNs() + Self.patienceNs
        while true {
            do throws(KafkaFailure) {
                return try produce(
                    client, topic: handle, partition: partition, key: key, value: value, headers: headers, opaque: 0,
                    timestampMs: timestampMs)
            } catch {
                guard error.code == "_QUEUE_FULL", monotonicNs() < deadlineNs else { throw error }
                rd_kafka_poll(client.handle, 10)
            }
        }
    }

    /// Waits until all that was published is acknowledged.
    /// - Throws: the first failure since it was last asked about.
    public mutating func flush(timeoutMs: Int) throws(KafkaFailure) {
        let code = rd_kafka_flush(client.handle, Int32(clamping: timeoutMs))
        try checkDelivery()
        try KafkaFailure.check(code, "have the records acknowledged")
    }

    /// Whether nothing was given up so far, without waiting: for who goes on publishing and never flushes.
    /// - Throws: as `flush`.
    public mutating func checkDelivery() throws(KafkaFailure) {
        rd_kafka_poll(client.handle, 0)
        defer { client.context.undelivered = nil }
        if let undelivered = client.context.undelivered {
            throw KafkaFailure(undelivered.code, action: "have a record acknowledged")
        }
    }

    private mutating func topic(_ name: String) throws(KafkaFailure) -> (handle: OpaquePointer, partitionCount: Int32) {
        if let known = topics[name] { return known }
        guard let handle = rd_kafka_topic_new(client.handle, name, nil) else {
            throw KafkaFailure(rd_kafka_last_error(), action: "write to \(name)")
        }
        do throws(KafkaFailure) {
            let count = try Kafka.partitionCount(client, handle, name: name, timeoutMs: 10_000)
            topics[name] = (handle, count)
            return (handle, count)
        } catch {
            rd_kafka_topic_destroy(handle)
            throw error
        }
    }

    /// What was not flushed may be lost.
    deinit { for (handle, _) in topics.values { rd_kafka_topic_destroy(handle) } }
}

internal import CRdkafka

/// What a fetch gave: a record, or the end of a partition as of now.
enum Fetched {
    case record(UnsafeMutablePointer<rd_kafka_message_t>)
    case end(partition: Int32, offset: Int64)
}

/// Partitions of one topic that are being read, outside of any group. Fetching stops with it.
struct Fetching: ~Copyable {
    private let client: OpaquePointer
    private let topic: OpaquePointer
    private let queue: OpaquePointer
    private let name: String
    private var partitions: [Int32] = []
    private let messages: UnsafeMutableBufferPointer<UnsafeMutablePointer<rd_kafka_message_t>?>

    /// - Parameter client: outlives this value.
    init(_ client: borrowing Client, topic name: String) throws(KafkaFailure) {
        guard let topic = rd_kafka_topic_new(client.handle, name, nil) else {
            throw KafkaFailure(rd_kafka_last_error(), action: "read \(name)")
        }
        self.client = client.handle
        self.topic = topic
        self.name = name
        queue = rd_kafka_queue_new(client.handle)
        messages = .allocate(capacity: 1024)
        messages.initialize(repeating: nil)
    }

    mutating func start(_ partition: Int32, at offset: Int64) throws(KafkaFailure) {
        guard rd_kafka_consume_start_queue(topic, partition, offset, queue) == 0 else {
            throw KafkaFailure(rd_kafka_last_error(), action: "read \(name) \(partition)")
        }
        partitions.append(partition)
    }

    mutating func stop(_ partition: Int32) {
        guard let index = partitions.firstIndex(of: partition) else { return }
        partitions.remove(at: index)
        rd_kafka_consume_stop(topic, partition)
    }

    /// Waits for something, then gives all that is there, up to a thousand. The records are valid during the call.
    /// - Returns: whether anything came.
    func next(timeoutMs: Int, _ body: (Fetched) throws -> Void) throws -> Bool {
        var count = max(rd_kafka_consume_batch_queue(queue, 0, messages.baseAddress, messages.count), 0)
        if count == 0, timeoutMs > 0 {
            guard let first = rd_kafka_consume_queue(queue, Int32(clamping: timeoutMs)) else { return false }
            messages[0] = first
            let more = rd_kafka_consume_batch_queue(
                queue, 0, messages.baseAddress.map { $0 + 1 }, messages.count - 1)
            count = 1 + max(more, 0)
        }
        defer { for index in 0..<count { rd_kafka_message_destroy(messages[index]) } }
        for index in 0..<count {
            guard let message = messages[index] else { continue }
            switch message.pointee.err {
            case RD_KAFKA_RESP_ERR_NO_ERROR: try body(.record(message))
            case RD_KAFKA_RESP_ERR__PARTITION_EOF:
                try body(.end(partition: message.pointee.partition, offset: message.pointee.offset))
            case let code:
                let failure = KafkaFailure(
                    code, action: "read \(name) \(message.pointee.partition)",
                    message: rd_kafka_message_errstr(message).map { String(cString: $0) })
                // What passes by itself is fetched again from the same offset.
                if failure.isRetriable { ClientContext.of(client)?.report(failure) } else { throw failure }
            }
        }
        return count > 0
    }

    deinit {
        for partition in partitions { rd_kafka_consume_stop(topic, partition) }
        rd_kafka_queue_destroy(queue)
        rd_kafka_topic_destroy(topic)
        messages.deallocate()
    }
}

/// A client that reads partitions outside of any group.
/// - Parameter aheadKilobytes: how much of each partition is received before it is taken, at most.
func makePartitionReader(
    _ settings: KafkaSettings, readsUncommitted: Bool, aheadKilobytes: Int = 65_536, log: @escaping KafkaLogCallback
) throws(KafkaFailure) -> Client {
    var configuration = try ClientConfiguration(
        settings,
        defaults: [
            ("fetch.wait.max.ms", "10"), ("fetch.error.backoff.ms", "5"), ("fetch.message.max.bytes", "4194304"),
            ("queued.min.messages", "1000000"), ("queued.max.messages.kbytes", "\(aheadKilobytes)"),
        ])
    configuration.setIfKnown("fetch.queue.backoff.ms", "1")
    try configuration.set("isolation.level", readsUncommitted ? "read_uncommitted" : "read_committed")
    try configuration.set("enable.partition.eof", "true")
    try configuration.set("auto.offset.reset", "error")
    return try configuration.makeClient(RD_KAFKA_CONSUMER, log: log)
}

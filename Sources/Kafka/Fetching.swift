internal import CRdkafka

/// What a fetch gave: a record, or the end of a partition as of now.
enum Fetched {
    case record(UnsafeMutablePointer<rd_kafka_message_t>)
    case end(partition: Int32, offset: Int64)
}

/// Partitions of one topic that are being read, outside of any group. Fetching stops with it.
struct Fetching: ~Copyable {
    private struct Place {
        var partition: Int32
        /// Where the next fetch begins; negative where the leader was to say.
        var position: Int64
        /// A broker does not have the position.
        var doubt: RangeDoubt?
    }

    private let client: OpaquePointer
    private let topic: OpaquePointer
    private let queue: OpaquePointer
    private let name: String
    private var places: [Place] = []
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
        try begin(partition, at: offset)
        places.append(Place(partition: partition, position: offset))
    }

    private func begin(_ partition: Int32, at offset: Int64) throws(KafkaFailure) {
        guard rd_kafka_consume_start_queue(topic, partition, offset, queue) == 0 else {
            throw KafkaFailure(rd_kafka_last_error(), action: "read \(name) \(partition)")
        }
    }

    /// Has a partition fetched anew where it stands, if that is before `end`.
    mutating func beginAnew(_ partition: Int32, before end: Int64) throws(KafkaFailure) {
        guard let index = places.firstIndex(where: { $0.partition == partition }), places[index].position >= 0,
            places[index].position < end
        else { return }
        try beginAnew(index)
    }

    private mutating func beginAnew(_ index: Int) throws(KafkaFailure) {
        places[index].doubt = nil
        rd_kafka_consume_stop(topic, places[index].partition)
        try begin(places[index].partition, at: places[index].position)
    }

    /// Waits for something, then gives all that is there, up to a thousand. The records are valid during the call.
    /// - Returns: whether anything came.
    mutating func next(timeoutMs: Int, _ body: (Fetched) throws -> Void) throws -> Bool {
        for index in places.indices where places[index].doubt != nil { try resolve(index) }
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
            let (partition, offset) = (message.pointee.partition, message.pointee.offset)
            switch message.pointee.err {
            case RD_KAFKA_RESP_ERR_NO_ERROR:
                try body(.record(message))
                moved(partition, to: offset + 1)
            case RD_KAFKA_RESP_ERR__PARTITION_EOF:
                try body(.end(partition: partition, offset: offset))
                moved(partition, to: offset)
            case let code: try notice(failure(code, message), partition)
            }
        }
        return count > 0
    }

    private mutating func moved(_ partition: Int32, to position: Int64) {
        guard let index = places.firstIndex(where: { $0.partition == partition }) else { return }
        places[index].position = max(places[index].position, position)
    }

    private func failure(
        _ code: rd_kafka_resp_err_t, _ message: UnsafeMutablePointer<rd_kafka_message_t>
    ) -> KafkaFailure {
        KafkaFailure(
            code, action: "read \(name) \(message.pointee.partition)",
            message: rd_kafka_message_errstr(message).map { String(cString: $0) })
    }

    private mutating func notice(_ failure: KafkaFailure, _ partition: Int32) throws(KafkaFailure) {
        if failure.isOutOfRange, let index = places.firstIndex(where: { $0.partition == partition }),
            places[index].position >= 0
        {
            places[index].doubt = RangeDoubt()
        } else if !failure.isRetriable {
            throw failure
        }
        // What passes by itself is fetched again from the same offset.
        ClientContext.of(client)?.report(failure)
    }

    /// Finds out whether a partition has the position of which a broker has said that it is not there.
    private mutating func resolve(_ index: Int) throws(KafkaFailure) {
        let (partition, position) = (places[index].partition, places[index].position)
        let (client, name) = (client, name)
        switch places[index].doubt?.verdict(at: position, { retained(client, name, partition, timeoutMs: 1_000) }) {
        case nil, .open: return
        case .confirmed:
            throw KafkaFailure(
                RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE, action: "read \(name) \(partition) from \(position)")
        case .dispelled:
            try beginAnew(index)
        }
    }

    deinit {
        for place in places { rd_kafka_consume_stop(topic, place.partition) }
        rd_kafka_queue_destroy(queue)
        rd_kafka_topic_destroy(topic)
        messages.deallocate()
    }
}

extension KafkaFailure {
    /// A broker does not have the offset that was asked for.
    var isOutOfRange: Bool { code == "_AUTO_OFFSET_RESET" || code == "OFFSET_OUT_OF_RANGE" }
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

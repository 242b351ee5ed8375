internal import CRdkafka
internal import Records

/// Why a transaction could not be put into the producer's queue or delivered.
struct ProduceFailure: Error {
    var failure: KafkaFailure
    /// The index of the record that it is about.
    var record: Int?
}

/// How long a call is made again: until a time, and not much longer than until the worker is to end.
struct Patience {
    var untilNs: UInt64
    var mailbox: CommitterMailbox?

    var isOver: Bool { monotonicNs() >= untilNs || mailbox?.isStopOverdue == true }

    var remainingMs: Int32 {
        let nowNs = monotonicNs()
        return untilNs > nowNs ? Int32(clamping: (untilNs - nowNs) / 1_000_000) : 0
    }
}

/// The transactional producer of one worker. All calls come from the committer's thread.
struct TransactionalProducer: ~Copyable {
    let client: Client
    private let settings: KafkaSettings
    /// By the topic's raw value; made when a topic is first written to.
    private var topics = [OpaquePointer?](repeating: nil, count: Topic.allCases.count)
    private var order = PartitionOrder()
    private var batch: [rd_kafka_message_t] = []

    init(
        _ settings: KafkaSettings, transactionalID: String, log: @escaping KafkaLogCallback
    ) throws(KafkaFailure) {
        var configuration = try ClientConfiguration(
            settings,
            defaults: [
                ("compression.codec", "lz4"), ("linger.ms", "5"), ("batch.size", "1000000"),
                ("batch.num.messages", "10000"), ("queue.buffering.max.messages", "500000"),
                ("message.max.bytes", "4194304"), ("socket.timeout.ms", "8000"), ("retry.backoff.ms", "1"),
            ])
        try configuration.set("transactional.id", transactionalID)
        try configuration.set("transaction.timeout.ms", "10000")
        try configuration.set("enable.idempotence", "true")
        try configuration.reportUndelivered()
        try configuration.watchRequests()
        let client = try configuration.makeClient(RD_KAFKA_PRODUCER, log: log)
        self.client = client
        self.settings = settings
    }

    /// Fences every other producer of the id, and ends its transaction.
    func initialise(timeoutMs: Int32) throws(KafkaFailure) {
        try KafkaFailure.check(
            rd_kafka_init_transactions(client.handle, timeoutMs), "initialise the transactional producer")
    }

    func begin() throws(KafkaFailure) {
        client.context.undelivered = nil
        try KafkaFailure.check(rd_kafka_begin_transaction(client.handle), "begin the transaction")
    }

    /// Puts every record into the producer's queue: the records of one partition in their order.
    mutating func enqueue(_ transaction: borrowing Transaction, _ patience: Patience) throws(ProduceFailure) {
        guard order.sort(transaction.records) else {
            throw ProduceFailure(
                failure: KafkaFailure(
                    code: "_UNKNOWN_PARTITION", message: "a record has no valid partition", action: "publish"),
                record: nil)
        }
        for run in order.runs {
            let topic = try topicHandle(run.topic)
            for index in order.records[run.range] {
                let record = transaction.records[Int(index)]
                if record.headerCount == 0 {
                    batch.append(Self.message(record, index: Int(index)))
                    continue
                }
                // What came before it must stand before it.
                try sendBatch(topic, run.partition, patience)
                try send(record, transaction.headers, index: Int(index), topic, patience)
            }
            try sendBatch(topic, run.partition, patience)
        }
    }

    /// Waits until every record is acknowledged or has failed.
    func flush(_ patience: Patience) throws(ProduceFailure) {
        // Where only failures are reported, nothing tells librdkafka's flush that the last record was acknowledged: it
        // looks every 10 ms, or when its time is over. So it is given an eighth of the time that has passed.
        let beganNs = monotonicNs()
        var stepMs: Int32 = 1
        while rd_kafka_flush(client.handle, stepMs) != RD_KAFKA_RESP_ERR_NO_ERROR {
            stepMs = 1 + Int32(clamping: (monotonicNs() - beganNs) / 8_000_000)
            try checkDelivery()
            guard !patience.isOver else {
                throw ProduceFailure(
                    failure: KafkaFailure(RD_KAFKA_RESP_ERR__TIMED_OUT, action: "have the records acknowledged"),
                    record: nil)
            }
        }
        try checkDelivery()
    }

    // librdkafka advises to give these calls no time-out of one's own, so that one is not left in the middle. Without one
    // they never return where a broker never answers (seen with 2.0.2: six minutes). Here a call that has timed out is
    // not made again: its producer is thrown away.

    func sendOffsets(
        _ offsets: borrowing PartitionList, membership: GroupMembership, _ patience: Patience
    ) throws(KafkaFailure) {
        let handle = client.handle
        let list = offsets.pointer
        let timeoutMs = patience.remainingMs
        let action = "add the offsets to the transaction"
        let error = membership.withMetadata { rd_kafka_send_offsets_to_transaction(handle, list, $0, timeoutMs) }
        // Without the group's metadata the commit would be checked against no generation.
        guard let error else { throw KafkaFailure(RD_KAFKA_RESP_ERR__FAIL, action: action, isFatal: true) }
        try KafkaFailure.check(error, action)
    }

    func commit(_ patience: Patience) throws(KafkaFailure) {
        try KafkaFailure.check(
            rd_kafka_commit_transaction(client.handle, patience.remainingMs), "commit the transaction")
    }

    func abort(_ patience: Patience) throws(KafkaFailure) {
        try KafkaFailure.check(rd_kafka_abort_transaction(client.handle, patience.remainingMs), "abort the transaction")
    }

    /// Lets the client work for a moment, so that a call that is made again finds something changed.
    func poll() { rd_kafka_poll(client.handle, 10) }

    // MARK: -

    /// A partition is added to a transaction when it is known to exist, so the topic's metadata comes first.
    private mutating func topicHandle(_ topic: Topic) throws(ProduceFailure) -> OpaquePointer {
        if let handle = topics[Int(topic.rawValue)] { return handle }
        let name = settings.name(of: topic)
        guard let handle = rd_kafka_topic_new(client.handle, name, nil) else {
            throw ProduceFailure(failure: KafkaFailure(rd_kafka_last_error(), action: "write to \(name)"), record: nil)
        }
        do throws(KafkaFailure) {
            _ = try partitionCount(client, handle, name: name, timeoutMs: 5_000)
        } catch {
            rd_kafka_topic_destroy(handle)
            throw ProduceFailure(failure: error, record: nil)
        }
        topics[Int(topic.rawValue)] = handle
        return handle
    }

    private func checkDelivery() throws(ProduceFailure) {
        guard let undelivered = client.context.undelivered else { return }
        throw ProduceFailure(
            failure: KafkaFailure(undelivered.code, action: "have a record acknowledged"),
            record: undelivered.opaque > 0 ? undelivered.opaque - 1 : nil)
    }

    private mutating func sendBatch(
        _ topic: OpaquePointer, _ partition: Int32, _ patience: Patience
    ) throws(ProduceFailure) {
        defer { batch.removeAll(keepingCapacity: true) }
        var sent = 0
        while sent < batch.count {
            let (from, count) = (sent, batch.count - sent)
            let accepted = batch.withUnsafeMutableBufferPointer { messages in
                Int(
                    rd_kafka_produce_batch(
                        topic, partition, RD_KAFKA_MSG_F_COPY, messages.baseAddress.map { $0 + from }, Int32(count)))
            }
            if accepted == count { return }
            // Only a full queue may be asked again, and only if what was refused is the end of the batch: otherwise
            // the partition's order would not be the decisions'.
            guard let refused = batch[from...].firstIndex(where: { $0.err != RD_KAFKA_RESP_ERR_NO_ERROR }) else {
                throw ProduceFailure(
                    failure: KafkaFailure(RD_KAFKA_RESP_ERR__FAIL, action: "publish a batch"), record: nil)
            }
            guard refused == from + accepted, batch[refused].err == RD_KAFKA_RESP_ERR__QUEUE_FULL else {
                throw ProduceFailure(
                    failure: KafkaFailure(batch[refused].err, action: "publish a record"),
                    record: Int(bitPattern: batch[refused]._private) - 1)
            }
            sent = refused
            try makeRoom(patience)
        }
    }

    private func makeRoom(_ patience: Patience) throws(ProduceFailure) {
        poll()
        try checkDelivery()
        if patience.isOver {
            throw ProduceFailure(
                failure: KafkaFailure(RD_KAFKA_RESP_ERR__QUEUE_FULL, action: "publish a record"), record: nil)
        }
    }

    private func send(
        _ record: OutgoingRecord, _ headers: [OutgoingHeader], index: Int, _ topic: OpaquePointer,
        _ patience: Patience
    ) throws(ProduceFailure) {
        let range = Int(record.firstHeader)..<Int(record.firstHeader) + Int(record.headerCount)
        let own = headers[range].map { (name: $0.name, value: $0.value) }
        while true {
            do throws(KafkaFailure) {
                return try produce(
                    client, topic: topic, partition: record.partition, key: record.key, value: record.value,
                    headers: own, opaque: index + 1)
            } catch {
                guard error.code == "_QUEUE_FULL" else { throw ProduceFailure(failure: error, record: index) }
                try makeRoom(patience)
            }
        }
    }

    private static func message(_ record: OutgoingRecord, index: Int) -> rd_kafka_message_t {
        var message = rd_kafka_message_t()
        message.partition = record.partition
        message.key = bytes(record.key)
        message.key_len = record.key?.count ?? 0
        message.payload = bytes(record.value)
        message.len = record.value?.count ?? 0
        message._private = UnsafeMutableRawPointer(bitPattern: index + 1)
        return message
    }

    deinit {
        // What is still queued belongs to a transaction that will not be committed.
        rd_kafka_purge(client.handle, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT)
        for case .some(let topic) in topics { rd_kafka_topic_destroy(topic) }
    }
}

/// Empty bytes are not absent ones: they need an address.
private func bytes(_ buffer: UnsafeRawBufferPointer?) -> UnsafeMutableRawPointer? {
    guard let buffer else { return nil }
    return UnsafeMutableRawPointer(mutating: buffer.baseAddress) ?? UnsafeMutableRawPointer(bitPattern: 1)
}

/// Puts one record into a producer's queue, which copies it.
func produce(
    _ client: borrowing Client, topic: OpaquePointer, partition: Int32, key: UnsafeRawBufferPointer?,
    value: UnsafeRawBufferPointer?, headers: [(name: [UInt8], value: [UInt8]?)], opaque: Int,
    timestampMs: Int64? = nil
) throws(KafkaFailure) {
    let list = headers.isEmpty ? nil : rd_kafka_headers_new(headers.count)
    for (name, value) in headers {
        name.withUnsafeBytes { name in
            let text = bytes(name)?.assumingMemoryBound(to: CChar.self)
            if let value {
                value.withUnsafeBytes { _ = rd_kafka_header_add(list, text, name.count, bytes($0), $0.count) }
            } else {
                _ = rd_kafka_header_add(list, text, name.count, nil, 0)
            }
        }
    }
    func argument(_ type: rd_kafka_vtype_t, _ set: (inout rd_kafka_vu_t) -> Void) -> rd_kafka_vu_t {
        var argument = rd_kafka_vu_t()
        argument.vtype = type
        set(&argument)
        return argument
    }
    var arguments = [
        argument(RD_KAFKA_VTYPE_RKT) { $0.u.rkt = topic },
        argument(RD_KAFKA_VTYPE_PARTITION) { $0.u.i32 = partition },
        argument(RD_KAFKA_VTYPE_MSGFLAGS) { $0.u.i = RD_KAFKA_MSG_F_COPY },
        argument(RD_KAFKA_VTYPE_OPAQUE) { $0.u.ptr = UnsafeMutableRawPointer(bitPattern: opaque) },
        argument(RD_KAFKA_VTYPE_KEY) {
            $0.u.mem.ptr = bytes(key)
            $0.u.mem.size = key?.count ?? 0
        },
        argument(RD_KAFKA_VTYPE_VALUE) {
            $0.u.mem.ptr = bytes(value)
            $0.u.mem.size = value?.count ?? 0
        },
    ]
    if let timestampMs { arguments.append(argument(RD_KAFKA_VTYPE_TIMESTAMP) { $0.u.i64 = timestampMs }) }
    if let list { arguments.append(argument(RD_KAFKA_VTYPE_HEADERS) { $0.u.headers = list }) }
    do throws(KafkaFailure) {
        try KafkaFailure.check(rd_kafka_produceva(client.handle, arguments, arguments.count), "publish a record")
    } catch {
        if let list { rd_kafka_headers_destroy(list) }  // a record that was taken owns them
        throw error
    }
}

/// How many partitions a topic has; from then on the client knows them. A topic that was made just now is waited for.
func partitionCount(
    _ client: borrowing Client, _ topic: OpaquePointer, name: String, timeoutMs: Int32
) throws(KafkaFailure) -> Int32 {
    let newTopicDeadlineNs = monotonicNs() + 1_000_000_000
    while true {
        do throws(KafkaFailure) {
            return try askPartitionCount(client, topic, name: name, timeoutMs: timeoutMs)
        } catch {
            let isMissing = error.code == "UNKNOWN_TOPIC_OR_PART" || error.code == "LEADER_NOT_AVAILABLE"
            guard isMissing, monotonicNs() < newTopicDeadlineNs else { throw error }
            rd_kafka_poll(client.handle, 50)
        }
    }
}

private func askPartitionCount(
    _ client: borrowing Client, _ topic: OpaquePointer, name: String, timeoutMs: Int32
) throws(KafkaFailure) -> Int32 {
    let action = "read the metadata of \(name)"
    var metadata: UnsafePointer<rd_kafka_metadata>?
    try KafkaFailure.check(rd_kafka_metadata(client.handle, 0, topic, &metadata, timeoutMs), action)
    defer { if let metadata { rd_kafka_metadata_destroy(metadata) } }
    guard let metadata, metadata.pointee.topic_cnt > 0, let first = metadata.pointee.topics else {
        throw KafkaFailure(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, action: action)
    }
    try KafkaFailure.check(first.pointee.err, action)
    return first.pointee.partition_cnt
}

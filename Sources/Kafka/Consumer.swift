internal import CRdkafka
internal import Glibc
internal import Records

/// What a consumer's own queue told.
enum ConsumerEvent {
    case assign([(topic: String, partition: Int32)])
    case revoke(isLost: Bool)
    case fatal(KafkaFailure)
}

/// A static member of a consumer group, without any position or offset of its own.
///
/// Each partition has a queue of its own; the consumer's queue has rebalances and errors only. One bell rings for all.
struct Consumer: ~Copyable {
    let client: Client
    let wakeup: Wakeup
    let identity: WorkerIdentity
    private let queue: OpaquePointer

    init(
        _ settings: KafkaSettings, identity: WorkerIdentity, queueKilobytes: Int, log: @escaping KafkaLogCallback
    ) throws(KafkaFailure) {
        var configuration = try ClientConfiguration(
            settings,
            defaults: [
                ("fetch.wait.max.ms", "10"), ("fetch.error.backoff.ms", "5"), ("queued.min.messages", "100000"),
                ("fetch.message.max.bytes", "4194304"), ("queued.max.messages.kbytes", String(queueKilobytes)),
                ("socket.timeout.ms", "8000"),
            ])
        configuration.setIfKnown("fetch.queue.backoff.ms", "1")
        for (name, value) in [
            ("group.id", identity.groupID), ("group.instance.id", identity.instanceID),
            ("partition.assignment.strategy", "range"), ("session.timeout.ms", "10000"),
            ("heartbeat.interval.ms", "2000"), ("enable.auto.commit", "false"), ("enable.auto.offset.store", "false"),
            ("auto.offset.reset", "error"), ("isolation.level", "read_committed"), ("enable.partition.eof", "true"),
        ] {
            try configuration.set(name, value)
        }
        configuration.setEvents(RD_KAFKA_EVENT_REBALANCE | RD_KAFKA_EVENT_ERROR)
        let wakeup = try Wakeup()
        let client = try configuration.makeClient(RD_KAFKA_CONSUMER, log: log)
        self.wakeup = wakeup
        self.client = client
        self.identity = identity
        rd_kafka_poll_set_consumer(self.client.handle)
        queue = rd_kafka_queue_get_consumer(self.client.handle)
        self.wakeup.follow(queue)
    }

    func subscribe(_ topics: [String]) throws(KafkaFailure) {
        let list = PartitionList(capacity: topics.count)
        for topic in topics { list.add(topic, -1) }
        try KafkaFailure.check(rd_kafka_subscribe(client.handle, list.pointer), "subscribe to the inputs")
    }

    /// Leaves the group: a static member too.
    func unsubscribe() { rd_kafka_unsubscribe(client.handle) }

    /// The next event, without waiting.
    func nextEvent() -> ConsumerEvent? {
        while let event = rd_kafka_queue_poll(queue, 0) {
            defer { rd_kafka_event_destroy(event) }
            switch rd_kafka_event_type(event) {
            case RD_KAFKA_EVENT_REBALANCE:
                guard rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS else {
                    return .revoke(isLost: rd_kafka_assignment_lost(client.handle) != 0)
                }
                guard let partitions = rd_kafka_event_topic_partition_list(event) else { return .assign([]) }
                let list = PartitionList(copying: partitions)
                return .assign(list.elements.map { ($0.topicName, $0.partition) })
            case RD_KAFKA_EVENT_ERROR:
                let failure = KafkaFailure(
                    rd_kafka_event_error(event), action: "read the inputs",
                    message: rd_kafka_event_error_string(event).map { String(cString: $0) })
                if rd_kafka_event_error_is_fatal(event) != 0 { return .fatal(client.fatalFailure ?? failure) }
                client.context.report(failure)
            default:
                break
            }
        }
        return nil
    }

    func membership() -> GroupMembership? {
        GroupMembership(of: client, groupID: identity.groupID, instanceID: identity.instanceID)
    }

    /// The partition's own queue. Its forwarding to the consumer's queue is off from here on, so this comes before
    /// `assign`.
    func openQueue(_ topic: String, _ partition: Int32) -> OpaquePointer? {
        guard let queue = rd_kafka_queue_get_partition(client.handle, topic, partition) else { return nil }
        rd_kafka_queue_forward(queue, nil)
        wakeup.follow(queue)
        return queue
    }

    func closeQueue(_ queue: OpaquePointer) {
        Wakeup.unfollow(queue)
        rd_kafka_queue_destroy(queue)
    }

    func assign(_ partitions: borrowing PartitionList) throws(KafkaFailure) {
        try KafkaFailure.check(rd_kafka_assign(client.handle, partitions.pointer), "take the assigned partitions")
    }

    func unassign() {
        let code = rd_kafka_assign(client.handle, nil)
        if code != RD_KAFKA_RESP_ERR_NO_ERROR {
            client.context.report(KafkaFailure(code, action: "give the partitions back"))
        }
    }

    /// All partitions' queues are closed by then.
    deinit {
        Wakeup.unfollow(queue)
        rd_kafka_queue_destroy(queue)
    }
}

/// The group's stable committed offsets: a transaction that is still open makes it fail with `UNSTABLE_OFFSET_COMMIT`,
/// which is retriable. nil where the group has none.
func committedOffsets(
    _ client: borrowing Client, _ partitions: [(topic: String, partition: Int32)], timeoutMs: Int
) throws(KafkaFailure) -> [(offset: Int64, metadata: String)?] {
    let action = "read the group's committed offsets"
    let handle = client.handle
    let answers = try askOffsets(partitions) { list throws(KafkaFailure) in
        try KafkaFailure.check(rd_kafka_committed(handle, list, Int32(clamping: timeoutMs)), action)
    }
    var result: [(offset: Int64, metadata: String)?] = []
    for answer in answers {
        try KafkaFailure.check(answer.code, action)
        result.append(answer.offset >= 0 ? (answer.offset, answer.metadata) : nil)
    }
    return result
}

/// Repeats a question for as long as what stands in its way passes by itself: a topic that was just made has no leaders
/// for a moment.
func patiently<Answer>(
    timeoutMs: Int = 10_000, _ ask: () throws(KafkaFailure) -> Answer
) throws(KafkaFailure) -> Answer {
    let deadlineNs = monotonicNs() + UInt64(max(timeoutMs, 0)) * 1_000_000
    while true {
        do { return try ask() } catch {
            guard error.isRetriable, monotonicNs() < deadlineNs else { throw error }
            usleep(50_000)
        }
    }
}

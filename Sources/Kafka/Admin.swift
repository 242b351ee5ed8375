internal import CRdkafka

public struct ClusterDescription: Sendable {
    public var clusterID: String?
    public var controllerID: Int32?
    public var brokers: [(id: Int32, host: String, port: Int)]
}

public struct TopicDescription: Sendable {
    public var name: String
    public var partitionCount: Int32
    /// The least number of replicas that one of its partitions has.
    public var replicationFactor: Int
    /// Partitions that nobody leads now.
    public var leaderlessPartitions: [Int32]
}

public struct NewTopic: Sendable {
    public var name: String
    public var partitionCount: Int32
    /// nil takes the broker's default.
    public var replicationFactor: Int32?
    public var configs: [(name: String, value: String)]

    public init(
        name: String, partitionCount: Int32, replicationFactor: Int32? = nil,
        configs: [(name: String, value: String)] = []
    ) {
        self.name = name
        self.partitionCount = partitionCount
        self.replicationFactor = replicationFactor
        self.configs = configs
    }
}

/// One configuration of a topic or a broker, as it is in force.
public struct ConfigEntry: Sendable {
    public var name: String
    /// nil where the broker does not tell it.
    public var value: String?
    /// It was set for this topic, not taken from the brokers or from Kafka's defaults.
    public var isSetOnTopic: Bool
}

/// Asks about a cluster and sets it up.
public struct Admin: ~Copyable {
    let client: Client
    private let settings: KafkaSettings
    private let log: KafkaLogCallback

    /// - Throws: for settings that librdkafka does not take; whether the cluster can be reached shows with the first
    ///   question.
    public init(_ settings: KafkaSettings, log: @escaping KafkaLogCallback) throws(KafkaFailure) {
        let client = try ClientConfiguration(settings).makeClient(RD_KAFKA_PRODUCER, log: log)
        self.client = client
        self.settings = settings
        self.log = log
    }

    public func describeCluster(timeoutMs: Int = 10_000) throws(KafkaFailure) -> ClusterDescription {
        let metadata = try Metadata(client, timeoutMs: timeoutMs)
        var clusterID: String?
        if let text = rd_kafka_clusterid(client.handle, Int32(clamping: timeoutMs)) {
            clusterID = String(cString: text)
            rd_kafka_mem_free(client.handle, text)
        }
        let controllerID = rd_kafka_controllerid(client.handle, Int32(clamping: timeoutMs))
        return ClusterDescription(
            clusterID: clusterID, controllerID: controllerID >= 0 ? controllerID : nil, brokers: metadata.brokers)
    }

    /// Every topic that this client may see, the cluster's internal ones included, by name.
    public func topics(timeoutMs: Int = 10_000) throws(KafkaFailure) -> [TopicDescription] {
        try Metadata(client, timeoutMs: timeoutMs).topics.sorted { $0.name < $1.name }
    }

    /// The configs of each topic, in the order asked.
    public func configs(topics: [String], timeoutMs: Int = 10_000) throws(KafkaFailure) -> [[ConfigEntry]] {
        if topics.isEmpty { return [] }
        let found = try describeConfigs(RD_KAFKA_RESOURCE_TOPIC, topics, timeoutMs: timeoutMs)
        return topics.map { topic in found.first { $0.name == topic }?.entries ?? [] }
    }

    public func brokerConfigs(_ id: Int32, timeoutMs: Int = 10_000) throws(KafkaFailure) -> [ConfigEntry] {
        try describeConfigs(RD_KAFKA_RESOURCE_BROKER, [String(id)], timeoutMs: timeoutMs).first?.entries ?? []
    }

    /// Makes topics. The result has, in the order asked, why one was not made: `TOPIC_ALREADY_EXISTS` is among them.
    public func createTopics(
        _ topics: [NewTopic], timeoutMs: Int = 30_000
    ) throws(KafkaFailure) -> [KafkaFailure?] {
        if topics.isEmpty { return [] }
        var handles: [OpaquePointer?] = []
        defer { for handle in handles { rd_kafka_NewTopic_destroy(handle) } }
        for topic in topics {
            var text = [CChar](repeating: 0, count: 512)
            guard
                let handle = rd_kafka_NewTopic_new(
                    topic.name, topic.partitionCount, topic.replicationFactor ?? -1, &text, text.count)
            else {
                throw KafkaFailure(code: "_INVALID_ARG", message: text.text, action: "make the topic \(topic.name)")
            }
            handles.append(handle)
            for config in topic.configs {
                try KafkaFailure.check(
                    rd_kafka_NewTopic_set_config(handle, config.name, config.value), "set \(config.name)")
            }
        }
        let event = try ask("make topics", timeoutMs: timeoutMs) { options, queue in
            rd_kafka_CreateTopics(client.handle, &handles, handles.count, options, queue)
        }
        var count = 0
        guard let results = rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event.event), &count)
        else { return topics.map { _ in nil } }
        var failures: [String: KafkaFailure] = [:]
        for index in 0..<count {
            guard let result = results[index], let name = rd_kafka_topic_result_name(result) else { continue }
            let code = rd_kafka_topic_result_error(result)
            if code == RD_KAFKA_RESP_ERR_NO_ERROR { continue }
            let topic = String(cString: name)
            failures[topic] = KafkaFailure(
                code, action: "make the topic \(topic)",
                message: rd_kafka_topic_result_error_string(result).map { String(cString: $0) })
        }
        awaitTopics(topics.map(\.name).filter { failures[$0] == nil }, timeoutMs: min(timeoutMs, 5_000))
        return topics.map { failures[$0.name] }
    }

    /// The brokers learn of a new topic a little after it was made.
    private func awaitTopics(_ names: [String], timeoutMs: Int) {
        let deadlineNs = monotonicNs() + UInt64(max(timeoutMs, 0)) * 1_000_000
        while monotonicNs() < deadlineNs {
            let known = (try? topics(timeoutMs: timeoutMs)) ?? []
            let isDone = names.allSatisfy { name in
                known.contains { $0.name == name && $0.partitionCount > 0 && $0.leaderlessPartitions.isEmpty }
            }
            if isDone { return }
            rd_kafka_poll(client.handle, 50)
        }
    }

    /// Sets the given configs of a topic and leaves its others as they are.
    public func setConfigs(
        topic: String, _ configs: [(name: String, value: String)], timeoutMs: Int = 10_000
    ) throws(KafkaFailure) {
        // The request that every librdkafka has replaces all that was set on the topic, so what stays is sent with it.
        let current = try self.configs(topics: [topic], timeoutMs: timeoutMs).first ?? []
        var all = current.compactMap { entry in
            entry.isSetOnTopic && !configs.contains { $0.name == entry.name }
                ? entry.value.map { (name: entry.name, value: $0) } : nil
        }
        all += configs
        var resources: [OpaquePointer?] = [rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic)]
        defer { rd_kafka_ConfigResource_destroy(resources[0]) }
        for config in all {
            try KafkaFailure.check(
                rd_kafka_ConfigResource_set_config(resources[0], config.name, config.value), "set \(config.name)")
        }
        let action = "set the configs of \(topic)"
        let event = try ask(action, timeoutMs: timeoutMs) { options, queue in
            rd_kafka_AlterConfigs(client.handle, &resources, resources.count, options, queue)
        }
        var count = 0
        let results = rd_kafka_AlterConfigs_result_resources(rd_kafka_event_AlterConfigs_result(event.event), &count)
        for index in 0..<count { try check(results?[index], action) }
        // The brokers follow a little later; who changes configs again before they have would undo this change.
        let deadlineNs = monotonicNs() + 5_000_000_000
        while monotonicNs() < deadlineNs {
            let now = try self.configs(topics: [topic], timeoutMs: timeoutMs).first ?? []
            let isDone = configs.allSatisfy { config in
                now.contains { $0.name == config.name && $0.value == config.value }
            }
            if isDone { return }
            rd_kafka_poll(client.handle, 50)
        }
    }

    /// The end of each partition (uncommitted records count), in the order asked; nil where it could not be told.
    public func highWatermarks(
        _ partitions: [(topic: String, partition: Int32)], timeoutMs: Int = 10_000
    ) throws(KafkaFailure) -> [Int64?] {
        let reader = try makeWatermarkReader(settings, log: log)
        return try endOffsets(reader.handle, partitions, timeoutMs: timeoutMs)
    }

    /// A group's stable committed offsets with the number that a transaction left with them, in the order asked; nil
    /// where the group has none.
    public func committedOffsets(
        group: String, _ partitions: [(topic: String, partition: Int32)], timeoutMs: Int = 10_000
    ) throws(KafkaFailure) -> [(offset: Int64, number: UInt64?)?] {
        let reader = try makeGroupReader(settings, groupID: group, log: log)
        return try Kafka.committedOffsets(reader, partitions, timeoutMs: timeoutMs).map { committed in
            committed.map { ($0.offset, CommitMark($0.metadata)?.number) }
        }
    }

    // MARK: -

    private func describeConfigs(
        _ type: rd_kafka_ResourceType_t, _ names: [String], timeoutMs: Int
    ) throws(KafkaFailure) -> [(name: String, entries: [ConfigEntry])] {
        var resources: [OpaquePointer?] = names.map { rd_kafka_ConfigResource_new(type, $0) }
        defer { for resource in resources { rd_kafka_ConfigResource_destroy(resource) } }
        let event = try ask("read configs", timeoutMs: timeoutMs) { options, queue in
            rd_kafka_DescribeConfigs(client.handle, &resources, resources.count, options, queue)
        }
        var count = 0
        let results = rd_kafka_DescribeConfigs_result_resources(
            rd_kafka_event_DescribeConfigs_result(event.event), &count)
        var found: [(name: String, entries: [ConfigEntry])] = []
        for index in 0..<count {
            guard let resource = results?[index], let name = rd_kafka_ConfigResource_name(resource) else { continue }
            let text = String(cString: name)
            try check(resource, "read the configs of \(text)")
            var entryCount = 0
            let entries = rd_kafka_ConfigResource_configs(resource, &entryCount)
            found.append(
                (
                    text,
                    (0..<entryCount).compactMap { index in
                        guard let entry = entries?[index], let name = rd_kafka_ConfigEntry_name(entry) else {
                            return nil
                        }
                        return ConfigEntry(
                            name: String(cString: name),
                            value: rd_kafka_ConfigEntry_value(entry).map { String(cString: $0) },
                            isSetOnTopic: rd_kafka_ConfigEntry_source(entry)
                                == RD_KAFKA_CONFIG_SOURCE_DYNAMIC_TOPIC_CONFIG)
                    }
                ))
        }
        return found
    }

    private func check(_ resource: OpaquePointer?, _ action: String) throws(KafkaFailure) {
        let code = rd_kafka_ConfigResource_error(resource)
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return }
        throw KafkaFailure(
            code, action: action, message: rd_kafka_ConfigResource_error_string(resource).map { String(cString: $0) })
    }

    /// Asks and waits for the answer.
    func ask(
        _ action: String, timeoutMs: Int, _ call: (_ options: OpaquePointer?, _ queue: OpaquePointer?) -> Void
    ) throws(KafkaFailure) -> AdminEvent {
        let options = rd_kafka_AdminOptions_new(client.handle, RD_KAFKA_ADMIN_OP_ANY)
        let queue = rd_kafka_queue_new(client.handle)
        defer {
            rd_kafka_AdminOptions_destroy(options)
            rd_kafka_queue_destroy(queue)
        }
        rd_kafka_AdminOptions_set_request_timeout(options, Int32(clamping: timeoutMs), nil, 0)
        call(options, queue)
        // The request has the time-out; its answer, or that it had none, comes a little later.
        guard let event = rd_kafka_queue_poll(queue, Int32(clamping: timeoutMs + 2_000)) else {
            throw KafkaFailure(RD_KAFKA_RESP_ERR__TIMED_OUT, action: action)
        }
        let answer = AdminEvent(event: event)
        let code = rd_kafka_event_error(event)
        if code != RD_KAFKA_RESP_ERR_NO_ERROR {
            throw KafkaFailure(
                code, action: action, message: rd_kafka_event_error_string(event).map { String(cString: $0) })
        }
        return answer
    }
}

struct AdminEvent: ~Copyable {
    let event: OpaquePointer

    deinit { rd_kafka_event_destroy(event) }
}

/// All brokers and topics, as the cluster told.
private struct Metadata: ~Copyable {
    private let pointer: UnsafePointer<rd_kafka_metadata>

    init(_ client: borrowing Client, timeoutMs: Int) throws(KafkaFailure) {
        var metadata: UnsafePointer<rd_kafka_metadata>?
        let action = "reach the cluster"
        try KafkaFailure.check(
            rd_kafka_metadata(client.handle, 1, nil, &metadata, Int32(clamping: timeoutMs)), action)
        guard let metadata else { throw KafkaFailure(RD_KAFKA_RESP_ERR__FAIL, action: action) }
        pointer = metadata
    }

    var brokers: [(id: Int32, host: String, port: Int)] {
        UnsafeBufferPointer(start: pointer.pointee.brokers, count: Int(pointer.pointee.broker_cnt)).map {
            ($0.id, $0.host.map { String(cString: $0) } ?? "", Int($0.port))
        }
    }

    var topics: [TopicDescription] {
        UnsafeBufferPointer(start: pointer.pointee.topics, count: Int(pointer.pointee.topic_cnt)).map { topic in
            let partitions = UnsafeBufferPointer(start: topic.partitions, count: Int(topic.partition_cnt))
            return TopicDescription(
                name: topic.topic.map { String(cString: $0) } ?? "", partitionCount: topic.partition_cnt,
                replicationFactor: partitions.map { Int($0.replica_cnt) }.min() ?? 0,
                leaderlessPartitions: partitions.filter { $0.leader < 0 }.map(\.id))
        }
    }

    deinit { rd_kafka_metadata_destroy(pointer) }
}

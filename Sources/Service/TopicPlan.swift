public import Kafka
public import Records

/// What each topic must be like, and how a cluster differs from it.
public enum TopicPlan {
    /// How long inputs, requests, dead letters and the journal are kept, and how far back a replay can begin.
    public static let replayHorizonMs: Int64 = 14 * 24 * 60 * 60 * 1000
    /// How long order events are kept.
    static let eventsMs: Int64 = 3 * 365 * 24 * 60 * 60 * 1000
    /// What Kafka takes for a batch of records unless it is told otherwise, and what the engine's limit for a record
    /// fits into; dead letters carry an input and its headers twice.
    static let recordBytesMax = 1_048_588

    /// All topics of an installation, as they are to be made.
    /// - Parameters:
    ///   - partitions: of every topic but `directory` and `statements`; fixed for ever.
    ///   - replicationFactor: nil takes the broker's default.
    public static func topics(
        prefix: String, partitions: Int32, replicationFactor: Int32?
    ) -> [NewTopic] {
        Topic.allCases.map { topic in
            NewTopic(
                name: prefix + topic.name, partitionCount: topic.hasOnePartition ? 1 : partitions,
                replicationFactor: replicationFactor, configs: configs(of: topic))
        }
    }

    static func configs(of topic: Topic) -> [(name: String, value: String)] {
        let always = [
            ("message.timestamp.type", "LogAppendTime"), ("unclean.leader.election.enable", "false"),
            ("max.message.bytes", String(topic == .deadLetters ? 2 * recordBytesMax : recordBytesMax)),
        ]
        switch topic {
        case .orderCommands, .supplierResults, .operatorActions, .supplierRequests, .journal, .deadLetters:
            return always + [("cleanup.policy", "delete"), ("retention.ms", String(replayHorizonMs))]
        case .orderEvents: return always + [("cleanup.policy", "delete"), ("retention.ms", String(eventsMs))]
        case .receivableEntries, .settlementEntries, .statements:
            return always + [("cleanup.policy", "delete"), ("retention.ms", "-1"), ("retention.bytes", "-1")]
        case .directory, .orderState:
            return always + [("cleanup.policy", "compact"), ("min.compaction.lag.ms", String(replayHorizonMs))]
        case .catalogFeed: return always + [("cleanup.policy", "compact")]
        }
    }

    /// Whether a topic's value serves: of `max.message.bytes` a larger one does too.
    static func isMet(_ config: (name: String, value: String), by value: String) -> Bool {
        if config.name == "max.message.bytes", let found = Int64(value), let wanted = Int64(config.value) {
            return found >= wanted
        }
        return value == config.value
    }

    /// Configs without which nothing may run: the others are advice.
    static func isVital(_ config: String, of topic: Topic) -> Bool {
        switch config {
        case "message.timestamp.type", "unclean.leader.election.enable", "max.message.bytes": true
        case "cleanup.policy": topic == .orderState || topic == .directory
        default: false
        }
    }
}

/// One way in which a cluster is not as it must be.
public struct TopicDifference: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        case missing
        /// The number of partitions is fixed for ever: nothing mends it but another prefix.
        case partitions(found: Int32, wanted: Int32)
        case config(name: String, found: String, wanted: String, isVital: Bool)
    }

    public var topic: Topic
    public var name: String
    public var kind: Kind

    /// Whether the adapter refuses to start because of it.
    public var isVital: Bool {
        if case .config(_, _, _, let isVital) = kind { return isVital }
        return true
    }

    public var text: String {
        switch kind {
        case .missing: "topic \(name) is missing"
        case .partitions(let found, let wanted):
            "topic \(name) has \(found) partitions, not \(wanted): the number is fixed for ever"
        case .config(let config, let found, let wanted, _):
            "topic \(name) has \(config)=\(found), not \(wanted)" + (config == "max.message.bytes" ? " or more" : "")
        }
    }
}

/// A cluster's topics held against the plan.
public struct TopicSurvey: Sendable {
    public var differences: [TopicDifference] = []
    /// Of `order-commands`, where that is there.
    public var partitions: Int32?
    /// `delete.retention.ms` of `order-state`.
    var tombstonesKeptMs: Int64?

    /// - Parameters:
    ///   - partitions: how many are wanted; nil takes what `order-commands` has.
    ///   - readsConfigs: false where the cluster cannot tell them, as librdkafka's mock cluster.
    public init(
        _ admin: borrowing Admin, prefix: String, partitions wanted: Int32? = nil, readsConfigs: Bool = true
    ) throws(KafkaFailure) {
        let counts = Dictionary(
            try admin.topics().map { ($0.name, $0.partitionCount) }, uniquingKeysWith: { first, _ in first })
        partitions = counts[prefix + Topic.orderCommands.name]
        let expected = wanted ?? partitions
        var present: [(topic: Topic, name: String)] = []
        for topic in Topic.allCases {
            let name = prefix + topic.name
            guard let found = counts[name] else {
                differences.append(TopicDifference(topic: topic, name: name, kind: .missing))
                continue
            }
            present.append((topic, name))
            let count = topic.hasOnePartition ? 1 : expected ?? found
            if found != count {
                differences.append(
                    TopicDifference(topic: topic, name: name, kind: .partitions(found: found, wanted: count)))
            }
        }
        guard readsConfigs, !present.isEmpty else { return }
        let configs = try admin.configs(topics: present.map(\.name))
        for (place, found) in zip(present, configs) { compare(place.topic, place.name, found) }
    }

    private mutating func compare(_ topic: Topic, _ name: String, _ found: [ConfigEntry]) {
        let values = Dictionary(found.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        if topic == .orderState { tombstonesKeptMs = values["delete.retention.ms"].flatMap { Int64($0) } }
        for config in TopicPlan.configs(of: topic) {
            guard let value = values[config.name], !TopicPlan.isMet(config, by: value) else { continue }
            differences.append(
                TopicDifference(
                    topic: topic, name: name,
                    kind: .config(
                        name: config.name, found: value, wanted: config.value,
                        isVital: TopicPlan.isVital(config.name, of: topic))))
        }
    }
}

import Kafka
import Records
import Service

/// Topics of another prefix, to which replayed records are written for a consumer that lost them: the same keys,
/// partitions and headers, in the same order.
struct ReplayTopics: ~Copyable {
    private let settings: KafkaSettings
    private var publisher: Publisher

    /// - Parameter settings: with the other prefix; the topics must be there.
    init(_ settings: KafkaSettings) throws {
        self.settings = settings
        publisher = try Publisher(settings, log: quietLog)
    }

    /// - Parameter atMs: the record's time there: when its transaction was written.
    mutating func write(_ record: ReplayedRecord, atMs: Int64) throws {
        let headers = record.headers.map { (name: $0.name, value: $0.value) }
        try withBytes(record.key) { key in
            try withBytes(record.value) { value in
                try publisher.publish(
                    settings.name(of: record.topic), partition: record.partition, key: key, value: value,
                    headers: headers, timestampMs: atMs)
            }
        }
    }

    /// Waits until everything is acknowledged.
    mutating func close() throws { try publisher.flush(timeoutMs: 60_000) }
}

/// What stands under the other prefix before anything is written there.
struct ReplayTopicsPlan {
    /// To be made.
    var missing: [NewTopic] = []
    /// Records that are there already, by topic.
    var present: [(name: String, records: Int64)] = []

    /// - Parameter topics: those of which the replay writes records.
    /// - Throws: where the prefix is an installation's, and where a topic has other partitions.
    init(_ topics: [Topic], partitions: Int32, _ settings: KafkaSettings, _ reader: PartitionReader) throws {
        let found = try withAdmin(settings) { try $0.topics() }
        let own: [Topic] = Topic.inputs + [.orderState, .journal]
        if let live = own.first(where: { topic in found.contains { $0.name == settings.name(of: topic) } }) {
            throw CommandFailure(
                .usage,
                "--into topic-prefix:\(settings.topicPrefix): \(settings.name(of: live)) is there, so these are an "
                    + "installation's live topics",
                todo: "a replay never writes to live topics: give another prefix")
        }
        for topic in topics {
            let name = settings.name(of: topic)
            guard let there = found.first(where: { $0.name == name }) else {
                missing.append(NewTopic(name: name, partitionCount: partitions, configs: Self.configs(of: topic)))
                continue
            }
            guard there.partitionCount == partitions else {
                throw CommandFailure(
                    .failed, "\(name) has \(there.partitionCount) partitions, not \(partitions)",
                    todo: "give another prefix, or delete the topic")
            }
            let places = (0..<partitions).map { (name, $0) }
            let records = try zip(reader.ends(places, committedOnly: false), reader.starts(places))
                .reduce(Int64(0)) { $0 + $1.0 - $1.1 }
            if records > 0 { present.append((name, records)) }
        }
    }

    /// Records keep their transaction's time, so that a consumer can begin by time. What names buyers goes when the
    /// originals go; the rest stays until somebody deletes the topic.
    private static func configs(of topic: Topic) -> [(name: String, value: String)] {
        let namesBuyers = topic == .supplierRequests || topic == .deadLetters
        return [
            ("message.timestamp.type", "CreateTime"), ("cleanup.policy", "delete"),
            ("retention.ms", namesBuyers ? "\(TopicPlan.replayHorizonMs)" : "-1"), ("max.message.bytes", "2097176"),
        ]
    }

    func make(_ settings: KafkaSettings) throws {
        guard !missing.isEmpty else { return }
        let failures = try withAdmin(settings) { try $0.createTopics(missing) }
        for (topic, failure) in zip(missing, failures) {
            if let failure {
                throw CommandFailure(.failed, "topic \(topic.name) was not made: \(failure.message)")
            }
        }
    }
}

import Configuration
import Kafka
import Operations
import Records

/// Settings from file, environment and the flags that every command has.
func loadSettings(_ arguments: Arguments) throws -> Settings {
    let flags = [
        ("bootstrap-servers", "kafka.bootstrap_servers"), ("topic-prefix", "topic_prefix"), ("data-dir", "data_dir"),
    ].compactMap { flag, key in arguments.value(flag).map { (key: key, value: $0, flag: "--\(flag)") } }
    return try Settings.load(
        file: arguments.value("config"), environment: Settings.processEnvironment(), flags: flags)
}

/// The cluster that a command talks to.
/// - Throws: where no cluster is named, and for a librdkafka property that may not be set.
func kafkaSettings(_ settings: Settings) throws -> KafkaSettings {
    guard !settings.bootstrapServers.isEmpty else {
        throw CommandFailure(
            .configuration, "no Kafka cluster is named",
            todo: "give --bootstrap-servers HOST:PORT, set KAFKA_BOOTSTRAP_SERVERS, or name it in the configuration")
    }
    return try KafkaSettings(
        bootstrapServers: settings.bootstrapServers, topicPrefix: settings.topicPrefix,
        properties: settings.kafkaProperties.map { ($0.name, $0.value) })
}

/// Connects for one command and says how it went wrong where it did.
func withAdmin<R>(_ settings: KafkaSettings, _ body: (borrowing Admin) throws -> R) throws -> R {
    let admin = try Admin(settings, log: quietLog)
    do {
        return try body(admin)
    } catch let failure as KafkaFailure where failure.isRetriable || failure.isTransport {
        throw CommandFailure(
            .brokerUnreachable, "Kafka at \(settings.bootstrapServers) does not answer: \(failure.message)",
            todo: "is it running, and is this the right address?")
    }
}

/// How many partitions a topic has: all that are keyed by orders have the same number.
/// - Throws: where there is no such topic.
func countPartitions(
    of topic: Topic, _ settings: KafkaSettings, todo: String = "turnstile topics apply --execute makes all topics"
) throws -> Int32 {
    let name = settings.name(of: topic)
    guard let found = try withAdmin(settings, { try $0.topics() }).first(where: { $0.name == name }) else {
        throw CommandFailure(.notFound, "there is no topic \(name)", todo: todo)
    }
    return found.partitionCount
}

extension KafkaFailure {
    /// No broker could be reached at all.
    var isTransport: Bool {
        code.hasPrefix("_TRANSPORT") || code.hasPrefix("_ALL_BROKERS") || code.hasPrefix("_TIMED_OUT")
    }
}

/// For commands that report failures themselves: librdkafka's own lines would only repeat them.
let quietLog: KafkaLogCallback = { _ in }

extension Publisher {
    /// As `publish` of borrowed bytes.
    mutating func publish(
        _ topic: String, partition: Int32? = nil, key: [UInt8], value: [UInt8]?,
        headers: [(name: String, value: [UInt8]?)] = []
    ) throws(KafkaFailure) {
        let headers = headers.map { (name: Array($0.name.utf8), value: $0.value) }
        try withBytes(key) { key throws(KafkaFailure) in
            try withBytes(value) { value throws(KafkaFailure) in
                try publish(topic, partition: partition, key: key, value: value, headers: headers)
            }
        }
    }
}

/// Lends bytes that may be absent.
func withBytes<R, E: Error>(_ bytes: [UInt8]?, _ body: (UnsafeRawBufferPointer?) throws(E) -> R) throws(E) -> R {
    guard let bytes else { return try body(nil) }
    return try bytes.withUnsafeBufferPointer { bytes throws(E) in try body(UnsafeRawBufferPointer(bytes)) }
}

/// A copy of borrowed bytes; empty where there are none.
func copied(_ bytes: UnsafeRawBufferPointer?) -> [UInt8] { bytes.map { Array($0) } ?? [] }

internal import Kafka
internal import Operations
internal import Records

/// Why the adapter does not start, and what to do about it.
public struct StartUpFailure: Error, Sendable {
    public enum Kind: Sendable { case configuration, brokerUnreachable, inUse }

    public var kind: Kind
    public var what: String
    public var todo: String

    public init(_ kind: Kind, _ what: String, todo: String) {
        self.kind = kind
        self.what = what
        self.todo = todo
    }
}

/// What is looked at before the adapter takes its first input.
struct StartUp {
    var partitions: Int32
    /// Which cluster this is, for the stores: one of another cluster or prefix is not taken.
    var identity: String
    /// How long the changelog keeps tombstones; nil where the cluster does not tell.
    var tombstonesKeptMs: Int64?

    /// Refuses a cluster that is not as it must be, with the command that mends it.
    init(_ kafka: KafkaSettings, isTrialCluster: Bool, _ logger: Logger, log: @escaping KafkaLogCallback) throws {
        if let refusal = KafkaLibrary.refusal() {
            throw StartUpFailure(.configuration, refusal, todo: "see docs/decisions/0001-what-it-stands-on.md")
        }
        let survey: TopicSurvey
        let cluster: ClusterDescription
        do throws(KafkaFailure) {
            let admin = try Admin(kafka, log: log)
            survey = try TopicSurvey(admin, prefix: kafka.topicPrefix, readsConfigs: !isTrialCluster)
            cluster = try admin.describeCluster()
        } catch {
            throw StartUpFailure(
                .brokerUnreachable, "Kafka at \(kafka.bootstrapServers): \(error)",
                todo: "is it running, and is this the right address?")
        }
        for difference in survey.differences where !difference.isVital { logger.warning(difference.text) }
        let vital = survey.differences.filter(\.isVital)
        guard vital.isEmpty, let partitions = survey.partitions else {
            let isMended = !vital.contains { if case .partitions = $0.kind { true } else { false } }
            throw StartUpFailure(
                .configuration, vital.map(\.text).joined(separator: "; "),
                todo: isMended
                    ? "turnstile topics apply --execute"
                    : "an installation with other partitions needs another topic prefix")
        }
        self.partitions = partitions
        tombstonesKeptMs = survey.tombstonesKeptMs
        identity = "\(cluster.clusterID ?? "")/\(kafka.topicPrefix)"
    }
}

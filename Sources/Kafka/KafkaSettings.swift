public import Records

/// How to reach a cluster, and what one installation calls its topics there.
public struct KafkaSettings: Sendable {
    /// `host:port`, separated by commas.
    public var bootstrapServers: String
    /// Stands before each topic's name.
    public var topicPrefix: String
    /// librdkafka properties of the user's own (TLS, SASL, time-outs), in the order given. Never one that `refusal`
    /// names.
    public private(set) var properties: [(name: String, value: String)]
    /// How many bytes of received, not yet taken messages one worker may hold in all.
    public var receiveBudgetBytes = 96 << 20
    /// Takes the producer's time of a record for the broker's append time. For trial clusters only: librdkafka's mock
    /// cluster stamps no append time.
    public var acceptsCreateTime = false
    /// Whether a producer is replaced when one of its requests may still be under way. Off only in the test that shows
    /// what happens then.
    var recyclesOnDoubt = true

    /// - Throws: `RefusedProperty` for a property that correctness rests on.
    public init(
        bootstrapServers: String, topicPrefix: String = "turnstile.", properties: [(name: String, value: String)] = []
    ) throws(RefusedProperty) {
        for property in properties {
            if let reason = Self.refusal(of: property.name) {
                throw RefusedProperty(name: property.name, reason: reason)
            }
        }
        self.bootstrapServers = bootstrapServers
        self.topicPrefix = topicPrefix
        self.properties = properties
    }

    /// The topic's name in the cluster.
    public func name(of topic: Topic) -> String { topicPrefix + topic.name }

    /// Why a librdkafka property may not be set by the user; nil where it may.
    public static func refusal(of property: String) -> String? {
        refusedProperties.first { $0.name == property }?.reason
    }
}

/// A librdkafka property that the user may not set, because correctness rests on its value.
public struct RefusedProperty: Error, Sendable, Equatable, CustomStringConvertible {
    public var name: String
    public var reason: String

    public var description: String { "The librdkafka property \(name) cannot be set: \(reason)." }
}

private let refusedProperties: [(name: String, reason: String)] = {
    let ownKey = "it has a setting of its own"
    let fencing = "the transactions' fencing rests on it"
    let positions = "the positions are Turnstile's own"
    let order = "the order of a partition's records rests on it"
    let callbacks = "Turnstile's own callbacks and events rest on it"
    return [
        ("bootstrap.servers", ownKey), ("metadata.broker.list", ownKey), ("group.id", ownKey),
        ("group.instance.id", fencing), ("transactional.id", fencing), ("transaction.timeout.ms", fencing),
        ("group.protocol", fencing), ("group.remote.assignor", fencing), ("session.timeout.ms", fencing),
        ("heartbeat.interval.ms", fencing), ("max.poll.interval.ms", fencing),
        ("isolation.level", "inputs are read committed, and what is uncommitted must not be decided on"),
        ("enable.auto.commit", positions), ("auto.commit.enable", positions), ("auto.commit.interval.ms", positions),
        ("enable.auto.offset.store", positions), ("auto.offset.reset", positions),
        ("offset.store.method", positions), ("offset.store.path", positions),
        ("topic.auto.offset.reset", positions),
        ("partition.assignment.strategy", "a worker must get the same partition of every input"),
        ("partitioner", "an order's records must stand on one partition of every topic"),
        ("partitioner_cb", "an order's records must stand on one partition of every topic"),
        ("enable.idempotence", order), ("enable.gapless.guarantee", order), ("max.in.flight", order),
        ("max.in.flight.requests.per.connection", order), ("queuing.strategy", order),
        ("acks", "a transaction that is not on every in-sync replica can be lost"),
        ("request.required.acks", "a transaction that is not on every in-sync replica can be lost"),
        ("retries", order), ("message.send.max.retries", order), ("message.timeout.ms", order),
        ("delivery.timeout.ms", order),
        ("enable.partition.eof", "Turnstile needs it to know that an input is drained"),
        ("allow.auto.create.topics", "a topic made on demand would have the wrong partitions"),
        ("delivery.report.only.error", callbacks), ("dr_cb", callbacks), ("dr_msg_cb", callbacks),
        ("enabled_events", callbacks), ("log.queue", callbacks), ("log_cb", callbacks), ("opaque", callbacks),
        ("default_topic_conf", callbacks), ("rebalance_cb", callbacks), ("error_cb", callbacks),
        ("interceptors", callbacks), ("plugin.library.paths", callbacks),
        ("consume.callback.max.messages", callbacks), ("background_event_cb", callbacks),
        ("test.mock.num.brokers", "the mock cluster is started by the demo itself"),
    ]
}()

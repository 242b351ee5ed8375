/// Which of librdkafka's properties may be passed on, and which hold secrets.
public enum KafkaProperties {
    /// Properties that correctness rests on, or that another key sets: refused, with the reason.
    static func refusal(of name: String) -> String? {
        if let key = setElsewhere[name] { return "set \(key) instead" }
        if restsOn.contains(name) || name.hasSuffix("_cb") {
            return "correctness rests on it, so it is set by turnstile"
        }
        if name == "plugin.library.paths" || name == "interceptors" || name == "opaque" || name == "default_topic_conf"
        {
            return "it would run or reach code in this process"
        }
        return nil
    }

    private static let setElsewhere: [String: String] = [
        "bootstrap.servers": "kafka.bootstrap_servers", "metadata.broker.list": "kafka.bootstrap_servers",
        "group.id": "group_id", "group.instance.id": "instance_id", "client.id": "instance_id",
        "log_level": "log_level", "queued.max.messages.kbytes": "fetch_memory_bytes",
    ]

    private static let restsOn: Set<String> = [
        "acks", "allow.auto.create.topics", "auto.commit.enable", "auto.commit.interval.ms", "auto.offset.reset",
        "check.crcs", "delivery.report.only.error", "delivery.timeout.ms", "enable.auto.commit",
        "enable.auto.offset.store", "enable.gapless.guarantee", "enable.idempotence", "enable.partition.eof",
        "enabled_events", "group.protocol", "group.protocol.type", "group.remote.assignor", "isolation.level",
        "max.in.flight", "max.in.flight.requests.per.connection", "message.send.max.retries", "message.timeout.ms",
        "msg_order_cmp", "offset.store.method", "offset.store.path", "offset.store.sync.interval.ms", "partitioner",
        "partition.assignment.strategy", "produce.offset.report", "queuing.strategy", "request.required.acks",
        "request.timeout.ms", "retries", "session.timeout.ms", "max.poll.interval.ms", "socket.timeout.ms",
        "transaction.timeout.ms", "transactional.id",
    ]

    /// Properties whose value is a secret: only `file:` and `env:` references are taken for them.
    public static func isSecret(_ name: String) -> Bool {
        secrets.contains(name)
    }

    private static let secrets: Set<String> = [
        "sasl.password", "sasl.oauthbearer.client.secret", "sasl.oauthbearer.config", "ssl.key.password",
        "ssl.key.pem", "ssl.keystore.password", "sasl.oauthbearer.assertion.private.key.passphrase",
        "sasl.oauthbearer.assertion.private.key.pem",
    ]
}

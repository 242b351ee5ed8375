/// One key of the configuration: all that reading, checking, showing and describing it needs.
public struct Setting: Sendable {
    public enum Kind: Sendable {
        /// Any text, also none.
        case text
        /// Letters, digits, `.`, `_`, `-`: what goes into names of topics, groups and clients.
        case name(isEmptyAllowed: Bool)
        /// A file or directory.
        case path
        case integer(ClosedRange<Int64>)
        case choice([String])
        /// `host:port` with commas between; IPv6 in brackets.
        case brokers
        /// `host:port`, or nothing for none.
        case address
        /// A free mapping.
        case properties
    }

    /// As in the file, with a dot for each level.
    public var name: String
    /// The environment's names for it, the first one that is set counts.
    public var environment: [String]
    public var kind: Kind
    /// The default as text; for `workers` 0 stands for one per core.
    public var fallback: String
    public var unit: String?
    public var summary: String
    /// For `config init`: what a comment shows where there is no telling default.
    public var example: String?

    init(
        _ name: String, _ kind: Kind, default fallback: String, unit: String? = nil, also: [String] = [],
        example: String? = nil, _ summary: String
    ) {
        self.name = name
        self.kind = kind
        self.fallback = fallback
        self.unit = unit
        self.summary = summary
        self.example = example
        environment = ["TURNSTILE_" + name.uppercased().replacing(".", with: "_")] + also
    }

    /// The variable that names the configuration's file itself.
    public static let fileVariable = "TURNSTILE_CONFIG"

    /// Every key, in the order in which people meet them. Reading, `config show`, `config init`, `config schema` and the
    /// documents all come from here.
    public static let all: [Setting] = [
        Setting(
            "kafka.bootstrap_servers", .brokers, default: "", also: ["KAFKA_BOOTSTRAP_SERVERS"],
            example: "kafka-1:9092,kafka-2:9092", "The brokers to begin with."),
        Setting(
            "kafka.properties", .properties, default: "", example: "{security.protocol: SASL_SSL}",
            "Further librdkafka properties, by their names; secrets as file:PATH or env:NAME. "
                + "In the environment: name=value, with ; between."),
        Setting(
            "topic_prefix", .name(isEmptyAllowed: true), default: "turnstile.",
            "What the names of all topics begin with."),
        Setting(
            "group_id", .name(isEmptyAllowed: false), default: "turnstile",
            "The consumer group that the instances share."),
        Setting(
            "instance_id", .name(isEmptyAllowed: true), default: "", example: "turnstile-0",
            "This instance's own name, the same after every restart: its static membership and its transactional ids "
                + "come from it. Empty: the host's name."),
        Setting("data_dir", .path, default: "data", "The directory of the stores; one process has it for itself."),
        Setting(
            "secrets_dir", .path, default: "secrets",
            "The directory of the signing secrets: one file each, named as the directory's secret_name."),
        Setting(
            "http_address", .address, default: "127.0.0.1:8080",
            "Where health and metrics are served; empty: nowhere."),
        Setting(
            "workers", .integer(0...256), default: "0",
            "How many workers share the partitions; 0: one per core."),
        Setting(
            "commit_interval_ms", .integer(1...10_000), default: "50", unit: "ms",
            "How long a transaction may gather while there is more input."),
        Setting(
            "transaction_records_max", .integer(1...1_000_000), default: "10000",
            "How many inputs a transaction takes at most."),
        Setting(
            "transaction_bytes_max", .integer(65_536...1_073_741_824), default: "16777216", unit: "bytes",
            "How many bytes of output a transaction takes at most."),
        Setting(
            "checkpoint_interval_ms", .integer(100...600_000), default: "1000", unit: "ms",
            "How often committed states are written to the local store."),
        Setting(
            "restore_timeout_ms", .integer(1_000...3_600_000), default: "60000", unit: "ms",
            "How long restoring a partition may make no progress before it is begun again."),
        Setting(
            "fetch_memory_bytes", .integer(1_048_576...17_179_869_184), default: "268435456", unit: "bytes",
            "How much received input a worker holds ahead."),
        Setting(
            "shutdown_timeout_ms", .integer(1_000...300_000), default: "8000", unit: "ms",
            "How long a stop may take before it is cut short."),
        Setting(
            "log_level", .choice(["trace", "debug", "info", "warning", "error"]), default: "info",
            "What is logged at least."),
        Setting(
            "log_format", .choice(["auto", "text", "json"]), default: "auto",
            "How a line looks; auto: text on a terminal, JSON elsewhere."),
    ]

    static let byName: [String: Setting] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

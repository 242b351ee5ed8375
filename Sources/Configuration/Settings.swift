internal import Glibc

/// Where a value comes from.
public enum SettingSource: Sendable, Equatable, CustomStringConvertible {
    case fallback
    case file(String, TextPosition)
    case environment(String)
    /// A flag of the command line.
    case flag(String)

    public var description: String {
        switch self {
        case .fallback: "default"
        case .file(let path, let position): "\(path):\(position.line)"
        case .environment(let name): "environment \(name)"
        case .flag(let name): name
        }
    }
}

/// One thing that is wrong with the configuration.
public struct SettingProblem: Sendable, Equatable, CustomStringConvertible {
    /// A file with line and column, a variable or a flag.
    public var place: String
    public var message: String

    public var description: String { "\(place): \(message)" }
}

/// All that is wrong with the configuration, in the order of the file, then of the environment.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
    public var problems: [SettingProblem]

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// A librdkafka property to be passed on.
public struct KafkaProperty: Sendable {
    public var name: String
    /// What librdkafka gets: for a reference what it refers to. Never to be shown where `isHidden`.
    public var value: String
    /// What may be shown.
    public var shown: String
    public var isHidden: Bool { value != shown }
}

/// The configuration of a process, complete and checked.
public struct Settings: Sendable {
    public enum LogLevel: String, Sendable, CaseIterable { case trace, debug, info, warning, error }
    public enum LogFormat: String, Sendable, CaseIterable { case auto, text, json }

    /// One value as it counts, for `config show`; secrets are not in it.
    public struct Shown: Sendable {
        public var name: String
        public var value: String
        public var source: SettingSource
    }

    public internal(set) var bootstrapServers = ""
    public internal(set) var kafkaProperties: [KafkaProperty] = []
    public internal(set) var topicPrefix = ""
    public internal(set) var groupID = ""
    /// The host's name where the configuration has none.
    public internal(set) var instanceID = ""
    public internal(set) var dataDirectory = ""
    public internal(set) var secretsDirectory = ""
    /// nil: no HTTP.
    public internal(set) var httpAddress: String?
    public internal(set) var workers = 0
    public internal(set) var commitIntervalMs = 0
    public internal(set) var transactionRecordsMax = 0
    public internal(set) var transactionBytesMax = 0
    public internal(set) var checkpointIntervalMs = 0
    public internal(set) var restoreTimeoutMs = 0
    public internal(set) var fetchMemoryBytes = 0
    public internal(set) var shutdownTimeoutMs = 0
    public internal(set) var logLevel = LogLevel.info
    public internal(set) var logFormat = LogFormat.auto

    /// Every key with its value and source, in the table's order.
    public internal(set) var shown: [Shown] = []
    /// What looks like a mistake and is none for sure: variables that nobody reads. Kubernetes makes some by itself for
    /// a service named `turnstile`.
    public internal(set) var warnings: [SettingProblem] = []

    init() {}

    /// Reads the file (`file`, else what `TURNSTILE_CONFIG` names, else none), then the environment, then flags; the
    /// later counts.
    ///
    /// - Parameter flags: key, value and the flag's name, such as `--bootstrap-servers`.
    /// - Throws: all that is wrong, not just the first.
    public static func load(
        file: String? = nil, environment: [String: String], flags: [(key: String, value: String, flag: String)] = []
    ) throws(ConfigurationError) -> Settings {
        var loading = Loading(environment: environment)
        let variable = environment[Setting.fileVariable].flatMap { $0.isEmpty ? nil : $0 }
        if let path = file ?? variable { loading.readFile(path) }
        loading.readEnvironment()
        for flag in flags { loading.set(flag.key, .text(flag.value), .flag(flag.flag), place: flag.flag) }
        return try loading.finish()
    }

    /// The process's environment.
    public static func processEnvironment() -> [String: String] {
        var result: [String: String] = [:]
        var place = environ
        while let entry = place.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                result[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            place += 1
        }
        return result
    }
}

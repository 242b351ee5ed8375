internal import Glibc

extension Loading {
    /// What is wrong with a value of this kind, and what to do; nil where nothing is.
    static func fault(of text: String, _ kind: Setting.Kind) -> String? {
        if text.utf8.contains(0) { return "a value cannot hold a NUL" }
        switch kind {
        case .text, .properties: return nil
        case .path: return text.isEmpty ? "a path is needed" : nil
        case .name(let isEmptyAllowed):
            if text.isEmpty { return isEmptyAllowed ? nil : "a name is needed" }
            guard text.utf8.count <= 150 else { return "longer than 150 characters" }
            let isAllowed = text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
            return isAllowed ? nil : "'\(text)' has other than letters, digits, '.', '_' and '-'"
        case .integer(let range):
            guard let value = Integer.parse(text) else { return "'\(text)' is not a whole number" }
            return range.contains(value)
                ? nil : "\(value) is out of range: \(range.lowerBound) to \(range.upperBound)"
        case .choice(let choices):
            if choices.contains(text) { return nil }
            let hint = nearestWord(to: text, among: choices).map { "; did you mean '\($0)'?" } ?? ""
            return "'\(text)' is none of \(choices.joined(separator: ", "))\(hint)"
        case .brokers:
            if text.isEmpty { return nil }
            for part in text.split(separator: ",", omittingEmptySubsequences: false) {
                let broker = part.trimmed
                if broker.isEmpty { return "an empty broker between commas" }
                // librdkafka takes a protocol before the host, and its default port behind it.
                let host = broker.split(separator: "/").last.map(String.init) ?? broker
                if let message = hostFault(host, needsPort: false) { return message }
            }
            return nil
        case .address: return text.isEmpty ? nil : hostFault(text, needsPort: true)
        }
    }

    private static func hostFault(_ text: String, needsPort: Bool) -> String? {
        let example = "such as 127.0.0.1:8080 or [::1]:8080"
        var host = text[...]
        var port: Substring?
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return "'\(text)' has no ']', \(example)" }
            let rest = text[text.index(after: end)...]
            host = text[text.index(after: text.startIndex)..<end]
            if rest.hasPrefix(":") {
                port = rest.dropFirst()
            } else if !rest.isEmpty {
                return "'\(text)' is no address"
            }
        } else if let colon = text.lastIndex(of: ":") {
            host = text[..<colon]
            port = text[text.index(after: colon)...]
            if host.contains(":") { return "'\(text)': write an IPv6 address in brackets, \(example)" }
        }
        if host.isEmpty || host.contains(where: { $0 == " " || $0 == "@" }) {
            return "'\(text)' has no host, \(example)"
        }
        guard let port else { return needsPort ? "'\(text)' has no port, \(example)" : nil }
        guard let number = UInt16(port), number > 0 || needsPort else { return "'\(port)' is no port, \(example)" }
        return nil
    }
}

extension Settings {
    /// Takes a value that was checked.
    mutating func take(_ name: String, _ text: String) {
        let number = Int(Integer.parse(text) ?? 0)
        switch name {
        case "kafka.bootstrap_servers":
            bootstrapServers = text.split(separator: ",").map(\.trimmed).joined(separator: ",")
        case "topic_prefix": topicPrefix = text
        case "group_id": groupID = text
        case "instance_id": instanceID = text.isEmpty ? Self.hostName() : text
        case "data_dir": dataDirectory = text
        case "secrets_dir": secretsDirectory = text
        case "http_address": httpAddress = text.isEmpty ? nil : text
        case "workers": workers = number == 0 ? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) : number
        case "commit_interval_ms": commitIntervalMs = number
        case "transaction_records_max": transactionRecordsMax = number
        case "transaction_bytes_max": transactionBytesMax = number
        case "checkpoint_interval_ms": checkpointIntervalMs = number
        case "restore_timeout_ms": restoreTimeoutMs = number
        case "fetch_memory_bytes": fetchMemoryBytes = number
        case "shutdown_timeout_ms": shutdownTimeoutMs = number
        case "log_level": logLevel = LogLevel(rawValue: text) ?? .info
        case "log_format": logFormat = LogFormat(rawValue: text) ?? .auto
        default: assertionFailure("a key of the table without a property: \(name)")
        }
    }

    private static func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

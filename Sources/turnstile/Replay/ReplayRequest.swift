import Configuration
import Operations
import Records

/// What is to be replayed, from where to where, and what is done with it: as the command line said it, before anybody
/// asked the cluster.
struct ReplayRequest {
    enum Scope: Equatable {
        /// Every partition, by the transactions in its journal.
        case all
        /// The transactions of the key's partition; of what they write the records with this key.
        case key([UInt8])
        /// By the records of one topic; nil: all of its partitions.
        case topic(Topic, partitions: [Int32]?)
        /// A place to begin for each partition.
        case places([Place])
    }

    /// A line of `--from-file`.
    struct Place: Equatable {
        var topic: Topic
        var partition: Int32
        var offset: Int64
    }

    enum From: Equatable {
        /// The first transaction that can be done again.
        case earliest
        case offset(Int64)
        case timeMs(Int64)
        /// Where the scope's own places say so.
        case places
    }

    enum Until: Equatable {
        /// What is committed when the command begins.
        case latest
        /// Exclusive.
        case offset(Int64)
        /// Exclusive.
        case timeMs(Int64)
    }

    enum Target: Equatable {
        /// Compared with what was published.
        case diff
        case file(String)
        case topicPrefix(String)
    }

    var scope: Scope
    var from: From
    var until: Until
    var target: Target

    /// The topics whose records others read: what is written to a file or to other topics.
    static let outputs: [Topic] = [
        .orderEvents, .supplierRequests, .receivableEntries, .settlementEntries, .deadLetters,
    ]
    /// The topics that a range can be told by.
    static let scopes: [Topic] = Topic.inputs + [.journal] + outputs

    /// - Parameter nowMs: the wall clock, from which `--by-duration` counts back.
    init(_ arguments: Arguments, topicPrefix: String, nowMs: Int64 = UTCTime.nowMs()) throws {
        from = try Self.from(arguments, nowMs: nowMs)
        until = try Self.until(arguments)
        target = try Self.target(arguments, topicPrefix: topicPrefix)
        scope = try Self.scope(arguments, topicPrefix: topicPrefix)
        try checkSwitches(arguments)
        guard case .places(let places) = scope else { return }
        from = .places
        if case .offset = until, Set(places.map(\.topic)).count > 1 {
            throw CommandFailure(
                .usage, "--until-offset is of one topic, and --from-file names several", todo: "give --until-datetime")
        }
    }

    /// What comes of `--execute` and `--append` is topics; a comparison and a file are made without.
    private func checkSwitches(_ arguments: Arguments) throws {
        if case .topicPrefix = target { return }
        if let flag = ["execute", "append"].first(where: arguments.has) {
            throw CommandFailure(
                .usage, "--\(flag) is of --into topic-prefix:PREFIX alone, which is not given",
                todo: "leave --\(flag) out, or name the prefix of the topics that are to be written")
        }
    }

    /// The one flag of several that may be given together with none of the others.
    private static func only(_ flags: [String], _ arguments: Arguments) throws -> String? {
        let given = flags.filter { arguments.value($0) != nil || arguments.has($0) }
        guard given.count <= 1 else {
            throw CommandFailure(
                .usage, "only one of \(given.map { "--\($0)" }.joined(separator: ", ")) can be given")
        }
        return given.first
    }

    private static func scope(_ arguments: Arguments, topicPrefix: String) throws -> Scope {
        let flag = try only(["all", "key", "topic", "from-file"], arguments)
        switch flag {
        case "all": return .all
        case "key": return .key(try orderKey(arguments.value("key") ?? ""))
        case "topic": return try topicScope(arguments.value("topic") ?? "", topicPrefix: topicPrefix)
        case "from-file":
            let path = arguments.value("from-file") ?? ""
            guard let bytes = readFile(path) else {
                throw CommandFailure(.usage, "--from-file \(path): the file cannot be read")
            }
            return .places(
                try places(String(decoding: bytes, as: UTF8.self), file: path, topicPrefix: topicPrefix))
        default:
            throw CommandFailure(
                .usage, "what is to be replayed is not said",
                todo: "give --all, --topic TOPIC[:PARTITION,…], --key KEY or --from-file FILE")
        }
    }

    private static func topicScope(_ text: String, topicPrefix: String) throws -> Scope {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let topic = try topic(String(parts[0]), topicPrefix: topicPrefix, in: "--topic \(text)")
        guard parts.count == 2 else { return .topic(topic, partitions: nil) }
        let partitions = try parts[1].split(separator: ",", omittingEmptySubsequences: false).map { word in
            guard let number = Int32(word), number >= 0 else {
                throw CommandFailure(.usage, "--topic \(text): \(word) is no partition")
            }
            return number
        }
        return .topic(topic, partitions: Array(Set(partitions)).sorted())
    }

    /// A topic by its name, with the installation's prefix or without.
    private static func topic(_ name: String, topicPrefix: String, in place: String) throws -> Topic {
        let known = scopes.first { $0.name == name || topicPrefix + $0.name == name }
        guard let known else {
            let nearest = nearestWord(to: name, among: scopes.map(\.name))
            throw CommandFailure(
                .usage, "\(place): \(name) is no topic that a range can be told by",
                todo: nearest.map { "did you mean \($0)?" } ?? "one of: \(scopes.map(\.name).joined(separator: ", "))")
        }
        return known
    }

    /// Lines of `topic,partition,offset`, as Kafka's own tool for groups writes and takes them.
    static func places(_ text: String, file: String, topicPrefix: String) throws -> [Place] {
        var places: [Place] = []
        for (index, words) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let fields = words.split(separator: ",", omittingEmptySubsequences: false).map(unquoted)
            if fields == [""] || fields.first == "topic" { continue }
            let line = "\(file):\(index + 1)"
            guard fields.count == 3, let partition = Int32(fields[1]), partition >= 0, let offset = Int64(fields[2]),
                offset >= 0
            else { throw CommandFailure(.usage, "\(line): a line is topic,partition,offset") }
            let topic = try topic(fields[0], topicPrefix: topicPrefix, in: line)
            guard !places.contains(where: { $0.topic == topic && $0.partition == partition }) else {
                throw CommandFailure(.usage, "\(line): \(topic.name) \(partition) stands there twice")
            }
            places.append(Place(topic: topic, partition: partition, offset: offset))
        }
        guard !places.isEmpty else { throw CommandFailure(.usage, "\(file) names no offset") }
        let outputs = places.filter { Self.outputs.contains($0.topic) }
        guard outputs.isEmpty || Set(places.map(\.topic)).count == 1 else {
            throw CommandFailure(
                .usage, "\(file): \(outputs[0].topic.name) stands there beside another topic",
                todo: "a range is told by inputs and journal, or by one topic of what was published")
        }
        return places
    }

    private static func unquoted(_ field: Substring) -> String {
        let text = field.trimmingSpaces()
        guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
        return String(text.dropFirst().dropLast())
    }

    private static func from(_ arguments: Arguments, nowMs: Int64) throws -> From {
        switch try only(["to-earliest", "to-offset", "to-datetime", "by-duration", "from-file"], arguments) {
        case "to-offset": .offset(try offset("to-offset", arguments))
        case "to-datetime": .timeMs(try arguments.time("to-datetime") ?? 0)
        case "by-duration":
            .timeMs(nowMs - (try duration(arguments)))
        default: .earliest
        }
    }

    private static func until(_ arguments: Arguments) throws -> Until {
        switch try only(["until-latest", "until-offset", "until-datetime"], arguments) {
        case "until-offset": .offset(try offset("until-offset", arguments))
        case "until-datetime": .timeMs(try arguments.time("until-datetime") ?? 0)
        default: .latest
        }
    }

    private static func offset(_ flag: String, _ arguments: Arguments) throws -> Int64 {
        Int64(try arguments.number(flag, in: 0...Int.max, default: 0))
    }

    private static func duration(_ arguments: Arguments) throws -> Int64 {
        let text = arguments.value("by-duration") ?? ""
        guard let ms = millisecondsOfDuration(text) else {
            throw CommandFailure(
                .usage, "--by-duration \(text): an ISO 8601 duration is wanted",
                todo: "for example P1D, PT90M or P2DT12H")
        }
        return ms
    }

    private static func target(_ arguments: Arguments, topicPrefix: String) throws -> Target {
        guard let text = arguments.value("into"), text != "diff" else { return .diff }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        switch (parts[0], parts.count == 2 ? String(parts[1]) : "") {
        case ("file", let path) where !path.isEmpty: return .file(path)
        case ("topic-prefix", let prefix) where !prefix.isEmpty:
            guard prefix != topicPrefix else {
                throw CommandFailure(
                    .usage, "--into \(text): these are the topics that the installation itself writes",
                    todo: "a replay never writes to live topics: give another prefix")
            }
            return .topicPrefix(prefix)
        default:
            throw CommandFailure(.usage, "--into \(text): one of diff, file:PATH, topic-prefix:PREFIX is wanted")
        }
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

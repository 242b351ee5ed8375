import Configuration

/// One command of the command line: the table of these is what parsing, help and completions are made from.
struct Command: Sendable {
    /// `["order", "get"]`.
    var path: [String]
    var summary: String
    /// What it takes besides flags, in order.
    var operands: [Operand] = []
    var flags: [Flag] = []
    /// Whole command lines, each with what it does.
    var examples: [(line: String, does: String)] = []
    var run: @Sendable (Arguments) throws -> ExitCode

    var name: String { path.joined(separator: " ") }
}

struct Operand: Sendable {
    var name: String
    var help: String
    var isOptional = false
    /// Takes all that is left.
    var repeats = false
}

struct Flag: Sendable {
    /// With its dashes left out: `bootstrap-servers`.
    var name: String
    var short: Character?
    /// What its value is called; nil for a switch.
    var value: String?
    var help: String
    var choices: [String] = []

    init(_ name: String, short: Character? = nil, value: String? = nil, _ help: String, choices: [String] = []) {
        self.name = name
        self.short = short
        self.value = value
        self.help = help
        self.choices = choices
    }
}

extension Flag {
    static let output = Flag(
        "output", short: "o", value: "FORMAT", "how data is printed", choices: OutputFormat.allCases.map(\.rawValue))
    static let config = Flag("config", value: "FILE", "the configuration file (default: $TURNSTILE_CONFIG)")
    static let bootstrapServers = Flag(
        "bootstrap-servers", value: "HOST:PORT,…", "the Kafka cluster (default: the configuration's)")
    static let topicPrefix = Flag("topic-prefix", value: "PREFIX", "before every topic's name (default: turnstile.)")
    static let execute = Flag("execute", "do it; without this only the plan is shown")
    /// What every command that talks to the cluster takes.
    static let cluster = [config, bootstrapServers, topicPrefix]
}

/// What the command line said, already held against the command's table.
struct Arguments {
    var operands: [String] = []
    private var values: [String: String] = [:]
    private var switches: Set<String> = []

    func value(_ flag: String) -> String? { values[flag] }
    func has(_ flag: String) -> Bool { switches.contains(flag) }

    /// The flag's value as a whole number in a range.
    /// - Throws: a usage failure that names flag and range.
    func number(_ flag: String, in range: ClosedRange<Int>, default standard: Int) throws -> Int {
        guard let text = values[flag] else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw CommandFailure(
                .usage, "--\(flag) \(text): a whole number from \(range.lowerBound) to \(range.upperBound) is wanted")
        }
        return number
    }

    /// The flag's value as milliseconds since 1970; nil where it is not given.
    /// - Throws: a usage failure that names the flag.
    func time(_ flag: String) throws -> Int64? {
        guard let text = values[flag] else { return nil }
        guard let ms = millisecondsOfDateTime(text) else {
            throw CommandFailure(
                .usage, "--\(flag) \(text): an RFC 3339 time with its zone is wanted",
                todo: "for example 2026-11-26T03:20:00Z or 2026-11-26T04:20:00+01:00")
        }
        return ms
    }

    var outputFormat: OutputFormat { values["output"].flatMap(OutputFormat.init(rawValue:)) ?? .table }

    /// Reads what stands after the command's words.
    init(_ words: ArraySlice<String>, for command: Command) throws {
        var words = words
        var flagsEnded = false
        while let word = words.popFirst() {
            if flagsEnded || word == "-" || !word.hasPrefix("-") {
                operands.append(word)
            } else if word == "--" {
                flagsEnded = true
            } else {
                try take(word, from: &words, command)
            }
        }
        try checkOperands(command)
    }

    private mutating func take(_ word: String, from words: inout ArraySlice<String>, _ command: Command) throws {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let flag = command.flags.first(where: { "--\($0.name)" == name || $0.short.map { "-\($0)" } == name })
        else {
            let nearest = nearestWord(to: name, among: command.flags.map { "--\($0.name)" })
            throw CommandFailure(
                .usage, "\(command.name): unknown flag \(name)",
                todo: nearest.map { "did you mean \($0)?" } ?? "turnstile \(command.name) --help")
        }
        guard flag.value != nil else {
            guard parts.count == 1 else { throw CommandFailure(.usage, "\(name) takes no value") }
            switches.insert(flag.name)
            return
        }
        guard let value = parts.count == 2 ? String(parts[1]) : words.popFirst() else {
            throw CommandFailure(.usage, "\(name) wants a value: \(flag.value ?? "")")
        }
        guard flag.choices.isEmpty || flag.choices.contains(value) else {
            throw CommandFailure(.usage, "\(name) \(value): one of \(flag.choices.joined(separator: ", ")) is wanted")
        }
        guard values.updateValue(value, forKey: flag.name) == nil else {
            throw CommandFailure(.usage, "\(name) is given twice")
        }
    }

    private func checkOperands(_ command: Command) throws {
        let needed = command.operands.filter { !$0.isOptional }
        if operands.count < needed.count {
            throw CommandFailure(
                .usage, "\(command.name): \(needed[operands.count].name) is missing (\(needed[operands.count].help))",
                todo: "turnstile \(command.name) --help")
        }
        if operands.count > command.operands.count, command.operands.last?.repeats != true {
            throw CommandFailure(
                .usage, "\(command.name): one word too many: \(operands[command.operands.count])",
                todo: "turnstile \(command.name) --help")
        }
    }
}

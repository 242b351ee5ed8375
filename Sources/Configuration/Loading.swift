internal import Glibc

/// Gathers values from file, environment and flags, checks each where it stands, and says all that is wrong.
struct Loading {
    enum Raw {
        case text(String)
        case properties([(name: String, value: String, place: String)])
    }

    private struct Value {
        var raw: Raw
        var source: SettingSource
        var place: String
    }

    private let environment: [String: String]
    private var values: [String: Value] = [:]
    private var problems: [SettingProblem] = []
    private var warnings: [SettingProblem] = []

    init(environment: [String: String]) { self.environment = environment }

    // MARK: The file

    mutating func readFile(_ path: String) {
        do throws(YAMLError) {
            let root = try YAMLReader.read(path: path)
            if root.isNull { return }
            readMapping(root, path, within: "")
        } catch {
            report("\(error.file):\(error.position.line):\(error.position.column)", error.message)
        }
    }

    private mutating func readMapping(_ node: YAMLNode, _ file: String, within prefix: String) {
        guard let entries = node.entries else {
            report(
                place(file, node.position),
                "\(prefix.isEmpty ? "the file" : prefix) must be a mapping of keys to values")
            return
        }
        for entry in entries {
            let name = prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"
            if let setting = Setting.byName[name] {
                readValue(entry, of: setting, file)
            } else if Setting.all.contains(where: { $0.name.hasPrefix(name + ".") }) {
                if !entry.value.isNull { readMapping(entry.value, file, within: name) }
            } else {
                report(
                    place(file, entry.keyPosition), "unknown key '\(name)'\(Self.hint(name, Setting.all.map(\.name)))")
            }
        }
    }

    private mutating func readValue(_ entry: YAMLNode.Entry, of setting: Setting, _ file: String) {
        let position = place(file, entry.value.position)
        let source = SettingSource.file(file, entry.keyPosition)
        if entry.value.isNull { return }
        if case .properties = setting.kind {
            guard let entries = entry.value.entries else {
                return report(position, "\(setting.name) must be a mapping of names to values, not \(entry.value.kind)")
            }
            var found: [(name: String, value: String, place: String)] = []
            for property in entries {
                let position = place(file, property.value.position)
                guard let text = property.value.text else {
                    report(
                        position, "\(setting.name).\(property.key) must be a single value, not \(property.value.kind)")
                    continue
                }
                found.append((property.key, text, position))
            }
            return set(setting.name, .properties(found), source, place: position)
        }
        var text = entry.value.text
        if case .brokers = setting.kind, let elements = entry.value.elements {
            let names = elements.compactMap(\.text)
            text = names.count == elements.count ? names.joined(separator: ",") : nil
        }
        guard let text else {
            return report(position, "\(setting.name) must be a single value, not \(entry.value.kind)")
        }
        set(setting.name, .text(text), source, place: position)
    }

    // MARK: The environment

    mutating func readEnvironment() {
        for setting in Setting.all {
            guard let name = setting.environment.first(where: { environment[$0] != nil }), let text = environment[name]
            else { continue }
            // A general variable does not beat what was said to turnstile itself.
            if name != setting.environment[0], values[setting.name] != nil { continue }
            let place = "environment \(name)"
            if case .properties = setting.kind {
                set(setting.name, .properties(properties(text, place)), .environment(name), place: place)
            } else {
                set(setting.name, .text(text), .environment(name), place: place)
            }
        }
        let known = Setting.all.flatMap(\.environment) + [Setting.fileVariable]
        for name in environment.keys.sorted() where name.hasPrefix("TURNSTILE_") && !known.contains(name) {
            warnings.append(
                SettingProblem(place: "environment \(name)", message: "not read by anyone\(Self.hint(name, known))"))
        }
    }

    private mutating func properties(
        _ text: String, _ place: String
    ) -> [(name: String, value: String, place: String)] {
        var found: [(name: String, value: String, place: String)] = []
        for part in text.split(separator: ";") {
            let part = part.trimmed
            if part.isEmpty { continue }
            guard let equals = part.firstIndex(of: "="), equals != part.startIndex else {
                report(place, "expected name=value with ; between, not '\(part.prefix { $0 != "=" })'")
                continue
            }
            found.append((part[..<equals].trimmed, part[part.index(after: equals)...].trimmed, place))
        }
        return found
    }

    mutating func set(_ name: String, _ raw: Raw, _ source: SettingSource, place: String) {
        guard Setting.byName[name] != nil else {
            return report(place, "unknown key '\(name)'\(Self.hint(name, Setting.all.map(\.name)))")
        }
        values[name] = Value(raw: raw, source: source, place: place)
    }

    // MARK: Checking

    mutating func finish() throws(ConfigurationError) -> Settings {
        var settings = Settings()
        for setting in Setting.all {
            let value = values[setting.name] ?? Value(raw: .text(setting.fallback), source: .fallback, place: "default")
            var shown: String
            switch (setting.kind, value.raw) {
            case (.properties, .properties(let given)):
                settings.kafkaProperties = given.compactMap { check($0) }
                shown = settings.kafkaProperties.map { "\($0.name)=\($0.shown)" }.joined(separator: ";")
            case (.properties, .text): shown = ""
            case (_, .text(let text)):
                if let message = Self.fault(of: text, setting.kind) {
                    report(value.place, "\(setting.name): \(message)")
                    continue
                }
                shown = text
                settings.take(setting.name, text)
                if setting.name == "instance_id" { shown = settings.instanceID }
                if setting.name == "workers", text == "0" { shown = "\(settings.workers)" }
            case (_, .properties): continue
            }
            settings.shown.append(Settings.Shown(name: setting.name, value: shown, source: value.source))
        }
        if let message = Self.fault(of: settings.instanceID, .name(isEmptyAllowed: false)) {
            report("instance_id", "the host's name does not serve (\(message)): set instance_id")
        }
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
        settings.warnings = warnings
        return settings
    }

    private mutating func check(_ given: (name: String, value: String, place: String)) -> KafkaProperty? {
        let name = "kafka.properties.\(given.name)"
        if let reason = KafkaProperties.refusal(of: given.name) {
            report(given.place, "\(name) cannot be set: \(reason)")
            return nil
        }
        switch Reference.resolve(given.value, environment) {
        case .plain:
            if KafkaProperties.isSecret(given.name) {
                report(
                    given.place,
                    "\(name) is a secret: write file:PATH or env:NAME, the file or variable that holds it")
                return nil
            }
            return KafkaProperty(name: given.name, value: given.value, shown: given.value)
        case .value(let secret): return KafkaProperty(name: given.name, value: secret, shown: given.value)
        case .failure(let message):
            report(given.place, "\(name): \(message)")
            return nil
        }
    }

    private mutating func report(_ place: String, _ message: String) {
        problems.append(SettingProblem(place: place, message: message))
    }

    private func place(_ file: String, _ position: TextPosition) -> String {
        "\(file):\(position.line):\(position.column)"
    }

    private static func hint(_ name: String, _ known: [String]) -> String {
        nearestWord(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    }
}

/// A value that is said elsewhere: `file:PATH` or `env:NAME`.
enum Reference {
    case plain
    case value(String)
    case failure(String)

    static func resolve(_ text: String, _ environment: [String: String]) -> Reference {
        if text.hasPrefix("env:") {
            let name = String(text.dropFirst(4))
            guard let value = environment[name], !value.isEmpty else {
                return .failure("the environment variable \(name) is not set, or empty")
            }
            return .value(value)
        }
        guard text.hasPrefix("file:") else { return .plain }
        let path = String(text.dropFirst(5))
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .failure("the file \(path) cannot be read: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 65_537)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress.map { $0 + count }, $0.count - count) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else {
                return .failure("the file \(path) cannot be read: \(String(cString: strerror(errno)))")
            }
            if got == 0 { break }
            count += got
        }
        guard count < bytes.count else { return .failure("the file \(path) has more than 65536 bytes") }
        if count > 0, bytes[count - 1] == UInt8(ascii: "\n") { count -= 1 }
        guard count > 0 else { return .failure("the file \(path) is empty") }
        guard !bytes[..<count].contains(0), let text = String(validating: bytes[..<count], as: UTF8.self) else {
            return .failure("the file \(path) holds what is no text")
        }
        return .value(text)
    }
}

extension StringProtocol {
    /// Without spaces, tabs and line ends at either end.
    var trimmed: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
        var rest = self[...]
        while let first = rest.first, isSpace(first) { rest.removeFirst() }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return String(rest)
    }
}

import Glibc
import Kafka
import Protobuf
import Records
import Schemas
import Service

let directoryCommands = [
    Command(
        path: ["directory", "apply"],
        summary:
            "writes catalog files (accounts, grants, suppliers, projects, shows, classes, contracts) to the directory",
        operands: [Operand(name: "FILE.yaml", help: "a catalog file; - is standard input", repeats: true)],
        flags: [
            .execute, Flag("reason", value: "TEXT", "why; kept in every record"),
            Flag("prune", "also remove what is in the directory and in none of the files"), .output,
        ] + Flag.cluster,
        examples: [
            ("turnstile directory apply examples/catalog.yaml", "what would change?"),
            ("turnstile directory apply examples/catalog.yaml --reason 'first catalog' --execute", "change it"),
        ],
        run: { try applyCatalog($0, execute: $0.has("execute")) }),
    Command(
        path: ["directory", "diff"], summary: "shows how catalog files differ from the directory; exit 4 where they do",
        operands: [Operand(name: "FILE.yaml", help: "a catalog file; - is standard input", repeats: true)],
        flags: [Flag("prune", "also name what is in none of the files"), .output] + Flag.cluster,
        examples: [("turnstile directory diff examples/catalog.yaml", "is the directory what this file says?")],
        run: { arguments in
            let changes = try plannedChanges(arguments)
            printData(table(of: changes).printed(as: arguments.outputFormat))
            return changes.isEmpty ? .done : .difference
        }),
    Command(
        path: ["directory", "list"], summary: "lists what is in the directory",
        operands: [Operand(name: "KIND", help: "account, grant, supplier, project, show, …", isOptional: true)],
        flags: [.output] + Flag.cluster,
        examples: [("turnstile directory list account", "the distributors' accounts")],
        run: { arguments in
            let kind = arguments.operands.first
            var table = Table(["kind", "id", "offset"])
            for record in try readDirectory(arguments).records where kind == nil || record.kind == kind {
                table.append(.string(record.kind), .string(record.id), .number("\(record.offset)"))
            }
            printData(table.printed(as: arguments.outputFormat))
            return .done
        }),
    Command(
        path: ["directory", "get"], summary: "prints one record of the directory as JSON",
        operands: [Operand(name: "KIND", help: "account, grant, …"), Operand(name: "ID", help: "its id")],
        flags: Flag.cluster,
        examples: [("turnstile directory get account d001", "one account, with its keys")],
        run: { arguments in
            let key = arguments.operands.joined(separator: "/")
            guard let record = try readDirectory(arguments).records.first(where: { $0.key == key }) else {
                throw CommandFailure(.notFound, "the directory has no \(key)", todo: "turnstile directory list")
            }
            let json = try Proto.DirectoryRecord.descriptor.json(record.value.span.bytes)
            printData(json.text(pretty: true) + "\n")
            return .done
        }),
]

/// A record that stands in the directory now.
struct DirectoryEntry {
    var key: String
    var value: [UInt8]
    var offset: Int64

    var kind: String { String(key.prefix { $0 != "/" }) }
    var id: String { String(key.drop { $0 != "/" }.dropFirst()) }
}

private struct DirectoryChangePlan {
    var key: String
    /// nil removes the record.
    var value: [UInt8]?
    var change: String
}

func readDirectory(_ arguments: Arguments) throws -> (settings: KafkaSettings, records: [DirectoryEntry]) {
    let settings = try kafkaSettings(loadSettings(arguments))
    return (settings, try directoryEntries(settings))
}

/// What stands in the directory, by key.
func directoryEntries(_ settings: KafkaSettings) throws -> [DirectoryEntry] {
    let topic = settings.name(of: .directory)
    guard try withAdmin(settings, { try $0.topics().contains { $0.name == topic } }) else {
        throw CommandFailure(.notFound, "there is no topic \(topic)", todo: "turnstile topics apply --execute")
    }
    var entries: [String: DirectoryEntry] = [:]
    var reader = try TopicReader(settings, log: quietLog)
    try reader.readToEnd(topic) { record in
        let key = String(decoding: record.key ?? UnsafeRawBufferPointer(start: nil, count: 0), as: UTF8.self)
        entries[key] = record.value.map { DirectoryEntry(key: key, value: Array($0), offset: record.offset) }
        return .goOn
    }
    return entries.values.sorted { $0.key < $1.key }
}

private func plannedChanges(_ arguments: Arguments) throws -> [DirectoryChangePlan] {
    let catalogs = try arguments.operands.map { file in
        guard let bytes = readFile(file == "-" ? "/dev/stdin" : file) else {
            throw CommandFailure(.notFound, "cannot read \(file): \(String(cString: strerror(errno)))")
        }
        return try Catalog(bytes, file: file)
    }
    let entries = catalogs.flatMap(\.entries)
    let present = try readDirectory(arguments).records
    var changes: [DirectoryChangePlan] = []
    var seen: Set<String> = []
    for entry in entries {
        guard seen.insert(entry.key).inserted else {
            throw CommandFailure(.failed, "\(entry.place): \(entry.key) is there twice")
        }
        let now = present.first { $0.key == entry.key }
        if let now, sameRecord(now.value, entry.value) { continue }
        changes.append(DirectoryChangePlan(key: entry.key, value: entry.value, change: now == nil ? "add" : "change"))
    }
    if arguments.has("prune") {
        changes += present.filter { !seen.contains($0.key) }
            .map { DirectoryChangePlan(key: $0.key, value: nil, change: "remove") }
    }
    return changes
}

/// Whether two records say the same but for who changed them and why.
private func sameRecord(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    func content(_ bytes: [UInt8]) -> JSONValue? {
        guard case .object(let members)? = try? Proto.DirectoryRecord.descriptor.json(bytes.span.bytes) else {
            return nil
        }
        return .object(members.filter { $0.name != "changedBy" && $0.name != "reason" })
    }
    return content(a) == content(b)
}

private func table(of changes: [DirectoryChangePlan]) -> Table {
    var table = Table(["change", "kind", "id"])
    for change in changes {
        let kind = String(change.key.prefix { $0 != "/" })
        table.append(.string(change.change), .string(kind), .string(String(change.key.dropFirst(kind.count + 1))))
    }
    return table
}

private func applyCatalog(_ arguments: Arguments, execute: Bool) throws -> ExitCode {
    let settings = try kafkaSettings(loadSettings(arguments))
    let changes = try plannedChanges(arguments)
    if !changes.isEmpty { printData(table(of: changes).printed(as: arguments.outputFormat)) }
    guard execute else {
        printNote("\(changes.count) changes; nothing was changed: add --execute to do it")
        return .done
    }
    try publishDirectory(
        changes.map { ($0.key, $0.value) }, reason: arguments.value("reason") ?? "turnstile directory apply", settings)
    printNote("\(changes.count) changes made")
    return .done
}

/// Writes records to the directory, each with who changed it and why.
func publishDirectory(_ changes: [(key: String, value: [UInt8]?)], reason: String, _ settings: KafkaSettings) throws {
    var publisher = try Publisher(settings, log: quietLog)
    for change in changes {
        // The two fields have higher numbers than the record itself: they go behind it.
        let value = change.value.map { $0 + signedOff(by: currentUser, reason: reason) }
        try publisher.publish(settings.name(of: .directory), partition: 0, key: Array(change.key.utf8), value: value)
    }
    try publisher.flush(timeoutMs: 30_000)
}

private func signedOff(by user: String, reason: String) -> [UInt8] {
    var writer = ReverseWriter(chunkBytes: 4096)
    let record = writer.mark()
    Proto.DirectoryRecord.writeReason(reason, to: &writer)
    Proto.DirectoryRecord.writeChangedBy(user, to: &writer)
    let slice = writer.finish(record)
    return writer.bytes(of: slice).withUnsafeBytes { Array($0) }
}

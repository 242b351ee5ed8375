import Check
import Kafka
import Protobuf
import Records
import Schemas

let checkCommand = Command(
    path: ["check"],
    summary: "checks the invariants that topics can show, on any cluster; exit 4 where one does not hold",
    flags: [
        Flag("running", "inputs may still be on their way: an unanswered command is no finding"), .output,
    ] + Flag.cluster,
    examples: [("turnstile check -o json", "after an incident, or each night")],
    run: { arguments in
        let settings = try kafkaSettings(loadSettings(arguments))
        let (findings, counts) = try checkTopics(settings, isComplete: !arguments.has("running"))
        var table = Table(["invariant", "where", "what"])
        for finding in findings {
            table.append(.string(finding.invariant.rawValue), .string(finding.place), .string(finding.message))
        }
        if !findings.isEmpty || arguments.outputFormat != .table {
            printData(table.printed(as: arguments.outputFormat))
        }
        printNote(
            "\(counts.commands) commands, \(counts.events) events, \(counts.requests) requests, \(counts.entries) entries, "
                + "\(counts.deadLetters) dead letters: \(findings.count) findings")
        return findings.isEmpty ? .done : .difference
    })

/// Reads all of an installation's topics, committed records only, and holds them against the invariants.
func checkTopics(_ settings: KafkaSettings, isComplete: Bool) throws -> (findings: [Finding], counts: TopicCheck.Counts)
{
    var check = TopicCheck()
    var reader = try TopicReader(settings, log: quietLog)
    func read(_ topic: Topic, _ body: (inout TopicCheck, TopicRecord, [UInt8], String) -> Void) throws {
        try reader.readToEnd(settings.name(of: topic)) { record in
            body(&check, record, copied(record.value), "\(topic.name) \(record.partition):\(record.offset)")
            return .goOn
        }
    }
    // The dead letters first, so that their bytes can be held against the inputs'.
    try read(.deadLetters) { check, record, value, _ in
        let origin = DeadLetterOrigin(record)
        check.deadLetter(
            originTopic: origin.topic, partition: origin.partition, offset: origin.offset,
            key: record.key.map { copied($0) }, value: record.value == nil ? nil : value, isWhole: origin.isWhole)
    }
    for topic in Topic.inputs {
        try read(topic) { check, record, value, _ in
            let key = record.key.map { copied($0) }
            check.input(
                topic: topic.name, partition: record.partition, offset: record.offset, key: key,
                value: record.value == nil ? nil : value)
            if topic == .orderCommands {
                check.command(partition: record.partition, offset: record.offset, key: key, value: value)
            }
        }
    }
    try read(.orderEvents) { check, _, value, place in check.event(value.span.bytes, at: place) }
    try read(.supplierRequests) { check, _, value, place in check.request(value.span.bytes, at: place) }
    try read(.receivableEntries) { check, _, value, place in check.entry(value.span.bytes, at: place) }
    try read(.settlementEntries) { check, _, value, place in check.entry(value.span.bytes, at: place) }
    try read(.operatorActions) { check, _, value, _ in
        guard let origin = readmittedOrigin(value) else { return }
        if origin.isOwn {
            check.misrouted(originTopic: origin.topic, partition: origin.partition, offset: origin.offset)
        } else {
            check.readmission(originTopic: origin.topic, partition: origin.partition, offset: origin.offset)
        }
    }
    return check.result(isComplete: isComplete)
}

/// Where the record stood that is judged once more; nil for any other action, and for what is none. What Turnstile
/// readmits by itself (`isOwn`) was not handled before.
private func readmittedOrigin(
    _ value: [UInt8]
) -> (topic: String, partition: Int32, offset: Int64, isOwn: Bool)? {
    let json =
        (try? JSONValue(parsing: String(decoding: value, as: UTF8.self)))
        ?? (try? Proto.OperatorAction.descriptor.json(value.span.bytes))
    guard let readmit = json?["readmit"], case .string(let topic)? = readmit["topic"] else { return nil }
    func number(_ name: String) -> Int64? {
        switch readmit[name] {
        case .string(let text)?, .number(let text)?: Int64(text)
        default: 0
        }
    }
    guard let partition = number("partition").flatMap({ Int32(exactly: $0) }), let offset = number("offset") else {
        return nil
    }
    return (topic, partition, offset, json?["operator"] == .string("turnstile"))
}

/// Where a dead letter stood, from its headers.
struct DeadLetterOrigin {
    var topic = ""
    var partition: Int32 = -1
    var offset: Int64 = -1
    /// It has the record's value; where that was too large it has its hash instead.
    var isWhole = true

    init(_ record: TopicRecord) {
        for header in record.headers {
            let value = String(decoding: copied(header.value), as: UTF8.self)
            switch String(decoding: copied(header.name), as: UTF8.self) {
            case "turnstile-origin-topic": topic = value
            case "turnstile-origin-partition": partition = Int32(value) ?? -1
            case "turnstile-origin-offset": offset = Int64(value) ?? -1
            case "turnstile-value-sha256": isWhole = false
            default: break
            }
        }
    }
}

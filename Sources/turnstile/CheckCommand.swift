import Check
import Kafka
import Protobuf
import Records
import Schemas

let checkCommand = Command(
    path: ["check"],
    summary: "checks the invariants that topics can show, on any cluster; exit 4 where one does not hold",
    flags: [
        Flag("running", "inputs may still be on their way: an unanswered command is no finding"),
        Flag("summary", "print what was counted; the findings go to standard error"),
        Flag(
            "events-at-once", value: "N",
            "how many events' orders are kept in memory, about 400 bytes each; with more events than that the topics "
                + "are read several times (default: 500000)"),
        .output,
    ] + Flag.cluster,
    examples: [
        ("turnstile check -o json", "after an incident, or each night"),
        ("turnstile check --running --summary", "beside a running adapter"),
    ],
    run: { arguments in
        let configured = try loadSettings(arguments)
        let isComplete = !arguments.has("running")
        let eventsAtOnce = try arguments.number("events-at-once", in: 1000...1_000_000_000, default: 500_000)
        var reading = try CheckReading(
            kafkaSettings(configured), eventsAtOnce: Int64(eventsAtOnce), tellsProgress: true)
        let result = try reading.check(isComplete: isComplete, group: configured.groupID)
        let findings = result.findings
        if arguments.has("summary") {
            printData(summary(of: result).printed(as: arguments.outputFormat))
            for finding in findings { printNote("finding: \(finding)") }
        } else if !findings.isEmpty || arguments.outputFormat != .table {
            var table = Table(["invariant", "where", "what"])
            for finding in findings {
                table.append(.string(finding.invariant.rawValue), .string(finding.place), .string(finding.message))
            }
            printData(table.printed(as: arguments.outputFormat))
        }
        let counts = result.counts
        printNote(
            "\(counts.commands) commands, \(counts.events) events, \(counts.requests) requests, \(counts.entries) entries, "
                + "\(counts.deadLetters) dead letters, \(result.transactions) transactions: \(findings.count) findings")
        return findings.isEmpty ? .done : .difference
    })

/// Reads all of an installation's topics and holds them against the invariants: `CheckReading` in one call.
func checkTopics(
    _ settings: KafkaSettings, isComplete: Bool, group: String? = nil
) throws -> (findings: [Finding], counts: TopicCheck.Counts) {
    var reading = try CheckReading(settings)
    let result = try reading.check(isComplete: isComplete, group: group)
    return (result.findings, result.counts)
}

private func summary(of result: CheckReading.Result) -> Table {
    let counts = result.counts
    var table = Table(["what", "value"])
    let rows: [(String, Int)] =
        [
            ("commands", counts.commands), ("commands repeated", counts.repeatedCommands),
            ("commands rejected", counts.rejectedCommands), ("events", counts.events),
            ("anomalies", counts.anomalies), ("requests", counts.requests), ("entries", counts.entries),
            ("dead letters", counts.deadLetters), ("transactions", result.transactions),
            ("inputs in transactions", result.handledInputs),
        ] + counts.orders.sorted { $0.key < $1.key }.map { ("orders \($0.key)", $0.value) }
        + counts.books.sorted { $0.key < $1.key }.map { ("book \($0.key), minor units", Int($0.value)) }
        + [("findings", result.findings.count)]
    for (what, value) in rows { table.append(.string(what), .number("\(value)")) }
    return table
}

import Kafka
import Orders
import Protobuf

private let codeFlag = Flag(
    "code", value: "CODE", "only letters with this code", choices: DeadLetterCode.allCases.map(\.rawValue))
private let sinceFlag = Flag("since", value: "RFC3339", "only letters that are not older")

let deadLetterCommands = [
    Command(
        path: ["dlq", "list"], summary: "lists the dead letters: inputs that could not be handled",
        flags: [codeFlag, sinceFlag, .output] + Flag.cluster,
        examples: [
            ("turnstile dlq list", "all that are kept, with where each stood and why"),
            ("turnstile dlq list --code UNKNOWN_ACCOUNT -o csv", "those of one kind, for a spreadsheet"),
        ],
        run: listLetters),
    Command(
        path: ["dlq", "show"], summary: "prints one dead letter whole, as JSON",
        operands: [Operand(name: "ID", help: "PARTITION:OFFSET, as dlq list tells it")], flags: Flag.cluster,
        examples: [("turnstile dlq show 3:17", "its value, headers, reason, and whether it was redriven")],
        run: showLetter),
    Command(
        path: ["dlq", "redrive"],
        summary: "has dead letters judged once more, by their first append time; shows the plan first",
        operands: [
            Operand(name: "ID", help: "PARTITION:OFFSET, as dlq list tells it", isOptional: true, repeats: true)
        ],
        flags: [
            codeFlag, sinceFlag, Flag("reason", value: "TEXT", "why; kept in every record"),
            Flag("again", "also those that were redriven before"), .execute, .output,
        ] + Flag.cluster,
        examples: [
            ("turnstile dlq redrive 3:17 --reason 'account was missing'", "what would be done"),
            (
                "turnstile dlq redrive --code UNKNOWN_ACCOUNT --reason 'account was missing' --execute",
                "all of one kind"
            ),
        ],
        run: redrive),
]

private func listLetters(_ arguments: Arguments) throws -> ExitCode {
    let settings = try kafkaSettings(loadSettings(arguments))
    let (all, redrives) = try readDeadLetters(settings)
    let letters = try selected(all, arguments)
    var table = Table(["id", "time", "code", "topic", "where", "key", "redriven", "message"])
    for letter in letters {
        table.append(
            .string(letter.id), .string(dateTime(ofMilliseconds: letter.atMs)), .string(letter.code),
            .string(letter.origin.topic), .string("\(letter.origin.partition):\(letter.origin.offset)"),
            .string(String(decoding: letter.key ?? [], as: UTF8.self)),
            .number("\(redrives[letter.origin]?.count ?? 0)"), .string(letter.message))
    }
    printData(table.printed(as: arguments.outputFormat))
    printNote("\(letters.count) of \(all.count) dead letters")
    return .done
}

/// The letters that the flags name.
private func selected(_ letters: [DeadLetter], _ arguments: Arguments) throws -> [DeadLetter] {
    let code = arguments.value("code")
    let sinceMs = try arguments.time("since")
    return letters.filter { letter in
        (code == nil || letter.code == code) && (sinceMs.map { letter.atMs >= $0 } ?? true)
    }
}

/// The letter that stands there.
private func letter(_ id: String, of letters: [DeadLetter]) throws -> DeadLetter {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let partition = Int32(parts[0]), let offset = Int64(parts[1]) else {
        throw CommandFailure(.usage, "\(id) names no dead letter", todo: "PARTITION:OFFSET, as dlq list tells it")
    }
    guard let letter = letters.first(where: { $0.partition == partition && $0.offset == offset }) else {
        throw CommandFailure(.notFound, "there is no dead letter at \(id)", todo: "turnstile dlq list")
    }
    return letter
}

private func showLetter(_ arguments: Arguments) throws -> ExitCode {
    let settings = try kafkaSettings(loadSettings(arguments))
    let (letters, redrives) = try readDeadLetters(settings)
    let letter = try letter(arguments.operands.first ?? "", of: letters)
    printData(letter.json(redrives[letter.origin] ?? []).text(pretty: true) + "\n")
    return .done
}

/// What becomes of one letter.
private struct Plan {
    var letter: DeadLetter
    /// The record for `operator-actions`; nil where the letter is left as it is.
    var action: [UInt8]?
    var note: String
    /// No redrive helps it.
    var cannotBe = false
}

private func redrive(_ arguments: Arguments) throws -> ExitCode {
    let isByID = !arguments.operands.isEmpty
    guard isByID != (arguments.value("code") != nil || arguments.value("since") != nil) else {
        throw CommandFailure(
            .usage, "dlq redrive wants either IDs or --code and --since", todo: "turnstile dlq list tells the IDs")
    }
    guard let reason = arguments.value("reason"), !reason.isEmpty else {
        throw CommandFailure(.usage, "dlq redrive wants --reason", todo: "it stands in every record that is written")
    }
    let settings = try kafkaSettings(loadSettings(arguments))
    let (all, redrives) = try readDeadLetters(settings)
    let letters = try isByID ? arguments.operands.map { try letter($0, of: all) } : selected(all, arguments)
    var planned: Set<DeadLetter.Origin> = []
    let plans = letters.map { letter in
        let before = arguments.has("again") ? [] : redrives[letter.origin] ?? []
        let plan = plan(letter, redrives: before, isPlanned: planned.contains(letter.origin), reason: reason)
        if plan.action != nil { planned.insert(letter.origin) }
        return plan
    }
    var table = Table(["id", "code", "topic", "where", "key", "plan"])
    for plan in plans {
        table.append(
            .string(plan.letter.id), .string(plan.letter.code), .string(plan.letter.origin.topic),
            .string("\(plan.letter.origin.partition):\(plan.letter.origin.offset)"),
            .string(String(decoding: plan.letter.key ?? [], as: UTF8.self)), .string(plan.note))
    }
    printData(table.printed(as: arguments.outputFormat))
    let actions = plans.compactMap { plan in plan.action.map { (key: plan.letter.key ?? [], value: $0) } }
    guard arguments.has("execute") else {
        printNote(
            "\(actions.count) of \(plans.count) would be judged once more; nothing was written: add --execute to do it")
        return .done
    }
    var publisher = try Publisher(settings, log: quietLog)
    for action in actions {
        try publisher.publish(settings.name(of: .operatorActions), key: action.key, value: action.value)
    }
    try publisher.flush(timeoutMs: 30_000)
    printNote("\(actions.count) of \(plans.count) are judged once more")
    guard plans.contains(where: \.cannotBe) else { return .done }
    return actions.isEmpty ? .failed : .partlyDone
}

private func plan(_ letter: DeadLetter, redrives: [Redrive], isPlanned: Bool, reason: String) -> Plan {
    // What was redriven and failed again is a letter of its own, younger than that redrive.
    if let last = redrives.last(where: { $0.atMs > letter.atMs }) {
        let when = dateTime(ofMilliseconds: last.atMs)
        return Plan(letter: letter, note: "skip: redriven \(when) by \(last.by); --again does it nevertheless")
    }
    if isPlanned { return Plan(letter: letter, note: "skip: another letter of the same input is taken") }
    do throws(NotRedrivable) {
        return Plan(
            letter: letter, action: try readmission(of: letter, by: currentUser, reason: reason), note: "readmit")
    } catch {
        return Plan(letter: letter, note: "skip: \(error.why)", cannotBe: true)
    }
}

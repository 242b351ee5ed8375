import Kafka
import Protobuf
import Records

private let scopeFlags = [
    Flag("all", "every partition's transactions; offsets are the journal's"),
    Flag(
        "topic", value: "TOPIC[:PARTITION,…]",
        "by this topic's offsets and times. An input or journal: the transactions that handled these records, with all "
            + "that they wrote. A topic that is written (order-events, …): just these of its records"),
    Flag("key", value: "KEY", "what was written with this order's key; offsets are the journal's"),
    Flag("from-file", value: "FILE", "lines of topic,partition,offset: where each partition begins"),
]
private let rangeFlags = [
    Flag("to-earliest", "from the first transaction that can be replayed (the default)"),
    Flag("to-offset", value: "N", "from this offset, in each partition"),
    Flag("to-datetime", value: "RFC3339", "from the first record at or after this time, which names its zone"),
    Flag("by-duration", value: "P1D", "from so long ago: ISO 8601"),
    Flag("until-latest", "to what is committed now (the default)"),
    Flag("until-offset", value: "N", "to before this offset, in each partition"),
    Flag("until-datetime", value: "RFC3339", "to before this time, which names its zone"),
]
private let trialFlag = Flag(
    "trial-cluster", "take a record's own time for its append time: on librdkafka's mock cluster, and on copies")
private let intoFlag = Flag(
    "into", value: "TARGET",
    "diff (the default): compare with what was published; file:PATH: as JSON lines; topic-prefix:P: to topics of "
        + "another prefix, for a consumer that lost them")

let replayCommands = [
    Command(
        path: ["replay", "plan"], summary: "shows what a replay would go through, and does nothing",
        flags: scopeFlags + rangeFlags + [intoFlag, trialFlag, .output] + Flag.cluster,
        examples: [
            ("turnstile replay plan --all", "how far back can be replayed, by partition"),
            (
                "turnstile replay plan --topic order-commands:3 --to-offset 100 --until-offset 200",
                "which transactions handled these hundred commands"
            ),
        ],
        run: { try replayPlan($0) }),
    Command(
        path: ["replay", "run"],
        summary:
            "does a range's transactions again and compares the records, or writes them to a file or to other topics",
        flags: scopeFlags + rangeFlags + [
            intoFlag, Flag("append", "write also to topics of the prefix that have records"), .execute, trialFlag,
            .output,
        ] + Flag.cluster,
        examples: [
            (
                "turnstile replay run --key d001/42 --into file:order-42.jsonl",
                "everything that was written about an order"
            ),
            (
                "turnstile replay run --topic order-events --by-duration P1D --into topic-prefix:again. --execute",
                "a consumer lost a day of events: publish them to again.order-events"
            ),
        ],
        run: { try replayRun($0) }),
    Command(
        path: ["replay", "verify"],
        summary:
            "does a range's transactions again and holds every byte against what was published; exit 4 on a difference",
        flags: scopeFlags + rangeFlags + [trialFlag, .output] + Flag.cluster,
        examples: [
            ("turnstile replay verify --all", "is everything that is there what was decided, and nothing else?"),
            ("turnstile replay verify --all --by-duration PT1H", "the last hour, also beside running instances"),
        ],
        run: { try replayRun($0) }),
]

/// What a replay's subcommands have in common: the request, the cluster, and what it comes to there.
private struct Replay {
    let request: ReplayRequest
    let settings: KafkaSettings
    let reader: PartitionReader
    let plan: ReplayPlan
    private let directory: DirectoryTimeline

    init(_ arguments: Arguments) throws {
        var settings = try kafkaSettings(loadSettings(arguments))
        settings.acceptsCreateTime = arguments.has("trial-cluster")
        request = try ReplayRequest(arguments, topicPrefix: settings.topicPrefix)
        self.settings = settings
        reader = try PartitionReader(settings, log: quietLog)
        directory = try DirectoryTimeline(settings)
        plan = try ReplayResolver.plan(request, settings, reader, directory)
    }

    /// The resolved offsets.
    var table: Table {
        var table = Table([
            "partition", "transactions", "first", "last", "journal", "order-commands", "supplier-results",
            "operator-actions", "first_time", "last_time",
        ])
        for range in plan.ranges {
            func input(_ index: Int) -> JSONValue {
                let until = range.last.record.next.indices.contains(index) ? range.last.record.next[index] : -1
                let from = range.firstOffsets[index].map { "\(max($0, 0))" } ?? "?"
                return until < 0 ? .null : .string("\(from)..<\(until)")
            }
            table.append(
                .number("\(range.partition)"), .number("\(range.transactions)"),
                .number("\(range.first.record.number)"), .number("\(range.last.record.number)"),
                .string("\(range.first.offset)..<\(range.last.offset + 1)"), input(0), input(1), input(2),
                .string(dateTime(ofMilliseconds: range.first.appendedAtMs)),
                .string(dateTime(ofMilliseconds: range.last.appendedAtMs)))
        }
        return table
    }

    func run(emit: (ReplayedRecord, UInt64, Int64) throws -> Void) throws -> (ReplayResult, Table) {
        var table = Table(["partition", "transactions", "records", "differences", "first_difference"])
        let isCompared = request.target == .diff
        var total = ReplayResult()
        var progress = Progress("transactions", total: Int64(plan.transactions))
        var key: [UInt8]?
        if case .key(let bytes) = request.scope { key = bytes }
        for range in plan.ranges {
            var partition = try PartitionReplay.begin(
                range, plan, directory, settings, reader, key: key, isCompared: isCompared)
            let before = Int64(total.transactions)
            var done: Int64 = 0
            let result = try partition.run(
                emit: emit,
                progress: {
                    done += 1
                    progress.tell(done: before + done)
                })
            total.add(result)
            table.append(
                .number("\(range.partition)"), .number("\(result.transactions)"), .number("\(result.records)"),
                .number("\(result.differences)"), result.first.map { .string($0.text) } ?? .null)
        }
        progress.end()
        try checkReadmissions(&total)
        return (total, table)
    }

    /// Readmitted records stand among other records on other partitions: each must be there.
    private func checkReadmissions(_ result: inout ReplayResult) throws {
        let name = settings.name(of: .operatorActions)
        for partition in Set(result.readmissions.map(\.record.partition)).sorted() {
            var wanted = result.readmissions.filter { $0.record.partition == partition }
            let start = try reader.starts([(name, partition)])[0]
            let end = plan.ends(of: .operatorActions, partition).all
            var cursor = try reader.cursor(name, partition, from: start, until: end)
            while !wanted.isEmpty, let record = try cursor.next() {
                if let index = wanted.firstIndex(where: { $0.record.isSame(as: record) }) { wanted.remove(at: index) }
            }
            // What is older than what is retained cannot be told from what was never there.
            let expired = start > 0 ? wanted.count : 0
            result.expired += expired
            result.records += result.readmissions.count { $0.record.partition == partition } - expired
            for (record, transaction) in wanted where start == 0 {
                result.add(Difference(.leftOut, record, published: nil, offset: nil, transaction: transaction))
            }
        }
    }
}

private func replayPlan(_ arguments: Arguments) throws -> ExitCode {
    let replay = try Replay(arguments)
    try printPlan(replay, arguments.outputFormat)
    if case .topicPrefix(let prefix) = replay.request.target {
        _ = try topicsPlan(replay, prefix)
    }
    return .done
}

private func replayRun(_ arguments: Arguments) throws -> ExitCode {
    let replay = try Replay(arguments)
    try printPlan(replay, nil)
    let result: ReplayResult
    let table: Table
    switch replay.request.target {
    case .diff:
        (result, table) = try replay.run { _, _, _ in }
    case .file(let path):
        let file = try ReplayFile(path)
        (result, table) = try replay.run { try file.write($0, transaction: $1, atMs: $2) }
        try file.close()
    case .topicPrefix(let prefix):
        let (settings, plan) = try topicsPlan(replay, prefix)
        guard plan.present.isEmpty || arguments.has("append") else {
            throw CommandFailure(
                .failed, "\(plan.present[0].name) has \(plan.present[0].records) records already",
                todo: "give another prefix, or --append to write behind them")
        }
        guard arguments.has("execute") else {
            printNote("nothing was written: add --execute to do it")
            return .done
        }
        try plan.make(settings)
        var topics = try ReplayTopics(settings)
        (result, table) = try replay.run { record, _, atMs in try topics.write(record, atMs: atMs) }
        try topics.close()
    }
    printData(table.printed(as: arguments.outputFormat))
    return try report(result, replay)
}

/// Says what the replay came to.
private func report(_ result: ReplayResult, _ replay: Replay) throws -> ExitCode {
    let extent = "\(result.transactions) transactions, \(result.records) records"
    if result.expired > 0 {
        printNote("replay: \(result.expired) of the records are no longer retained where they were published")
    }
    if let first = result.first {
        printNote("replay: \(result.differences) differences in \(extent)")
        printNote("  the first: \(first.text)")
        return .difference
    }
    switch replay.request.target {
    case .diff: printNote("replay: byte-identical, \(extent)")
    case .file(let path): printNote("replay: \(extent) written to \(path)")
    case .topicPrefix(let prefix): printNote("replay: \(extent) written to topics \(prefix)*")
    }
    return .done
}

/// - Parameter format: as which the plan is the command's data; nil where it only comes before that.
private func printPlan(_ replay: Replay, _ format: OutputFormat?) throws {
    for note in replay.plan.notes { printNote("replay: \(note)") }
    guard !replay.plan.ranges.isEmpty else {
        throw CommandFailure(
            .notFound, "no transaction is in the range", todo: "turnstile replay plan --all shows what can be replayed")
    }
    if let format {
        printData(replay.table.printed(as: format))
    } else {
        printNote(String(replay.table.printed(as: .table).dropLast()))
    }
    printNote(
        "replay: \(replay.plan.transactions) transactions of \(replay.plan.ranges.count) partitions at "
            + "\(replay.settings.bootstrapServers), topics \(replay.settings.topicPrefix)*")
}

/// What is to be made for another prefix, told.
private func topicsPlan(_ replay: Replay, _ prefix: String) throws -> (KafkaSettings, ReplayTopicsPlan) {
    var settings = replay.settings
    settings.topicPrefix = prefix
    let topics = replay.plan.ranges.first?.outputs.map { [$0.topic] } ?? ReplayRequest.outputs
    let plan = try ReplayTopicsPlan(topics, partitions: replay.plan.partitionCount, settings, replay.reader)
    for topic in plan.missing { printNote("replay: \(topic.name) is to be made") }
    for topic in plan.present { printNote("replay: \(topic.name) has \(topic.records) records already") }
    return (settings, plan)
}

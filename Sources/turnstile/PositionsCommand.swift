import Contract
import Engine
import Glibc
import Kafka
import Operations
import Protobuf
import Records

let positionsCommands = [
    Command(
        path: ["positions", "show"],
        summary: "shows where each input goes on, by the group and by the changelog, and what is retained of it",
        flags: [.output] + Flag.cluster,
        examples: [("turnstile positions show", "which inputs have lost records, while no adapter has to run")],
        run: showPositions),
    Command(
        path: ["positions", "move"],
        summary: "says where an input goes on whose next records are gone or are not to be handled; the adapter is stopped",
        flags: [
            Flag("partition", value: "P", "the partition"),
            Flag("topic", value: "TOPIC", "the input", choices: Topic.inputs.map(\.name)),
            Flag("to-earliest", "to the first record that is retained"),
            Flag("to-offset", value: "N", "to this offset; never back, since what was handled is not handled again"),
            Flag("reason", value: "TEXT", "why; the journal keeps it"), .execute, .output,
        ] + Flag.cluster,
        examples: [
            (
                "turnstile positions move --partition 3 --topic order-commands --to-earliest "
                    + "--reason \"retention was 1 day\"", "what would be passed over"
            ),
            (
                "turnstile positions move --partition 3 --topic order-commands --to-earliest "
                    + "--reason \"retention was 1 day\" --execute", "do it"
            ),
        ],
        run: movePosition),
]

/// Where one input of one partition stands.
private struct Position {
    var partition: Int32
    var input: Topic
    /// The group's offset; nil where it has none.
    var group: Int64?
    /// The mark that the last transaction left with it.
    var groupNumber: UInt64?
    /// What `/` says; nil where the partition has never had a transaction.
    var state: PartitionState?
    /// What is retained of the input.
    var start: Int64
    var end: Int64

    var changelog: Int64? {
        guard let state, let index = Topic.inputs.firstIndex(of: input), state.next[index] >= 0 else { return nil }
        return state.next[index]
    }

    /// Where the adapter would go on.
    var next: Int64? { group ?? changelog }

    var standing: String {
        if let group, group != changelog { return "differs" }
        guard let next else { return "none" }
        return next < start ? "lost" : "ok"
    }
}

/// Asks a cluster for positions.
private struct PositionReader {
    let settings: KafkaSettings
    let groupID: String
    let partitions: Int32

    init(_ arguments: Arguments) throws {
        let configured = try loadSettings(arguments)
        settings = try kafkaSettings(configured)
        groupID = configured.groupID
        let name = settings.name(of: .orderCommands)
        guard let topic = try withAdmin(settings, { try $0.topics() }).first(where: { $0.name == name }) else {
            throw CommandFailure(
                .notFound, "there is no topic \(name)", todo: "turnstile topics apply --execute makes all topics")
        }
        partitions = topic.partitionCount
    }

    func positions(of wanted: [Int32]) throws -> [Position] {
        let asked = wanted.flatMap { partition in Topic.inputs.map { TopicPartition($0, partition) } }
        let reader = try OffsetReader(settings, readsUncommitted: true, log: quietLog)
        let starts = try reader.starts(of: asked)
        let ends = try reader.ends(of: asked)
        let committed = try withAdmin(settings) {
            try $0.committedOffsets(group: groupID, asked.map { (settings.name(of: $0.topic), $0.partition) })
        }
        var positions: [Position] = []
        for partition in wanted {
            let state = try partitionState(of: partition)
            for (index, place) in asked.enumerated() where place.partition == partition {
                positions.append(
                    Position(
                        partition: partition, input: place.topic, group: committed[index]?.offset,
                        groupNumber: committed[index]?.number, state: state, start: max(starts[index], 0),
                        end: ends[index] ?? max(starts[index], 0)))
            }
        }
        return positions
    }

    /// What stands under the partition's `/`. It is the last record of every transaction, so the changelog's end is
    /// looked at, and more of it only where that has none.
    func partitionState(of partition: Int32) throws -> PartitionState? {
        let place = [TopicPartition(.orderState, partition)]
        let offsets = try OffsetReader(settings, readsUncommitted: true, log: quietLog)
        let start = max(try offsets.starts(of: place)[0], 0)
        let end = try offsets.ends(of: place)[0] ?? start
        var records = try TopicReader(settings, log: quietLog)
        var reach: Int64 = 1_000
        while true {
            let from = max(end - reach, start)
            var value: [UInt8]?
            try records.readToEnd(settings.name(of: .orderState), partitions: [partition], from: .offset(from)) {
                if copied($0.key) == [UInt8(ascii: "/")] { value = copied($0.value) }
                return .goOn
            }
            if let value { return try readPartitionState(value.span.bytes) }
            if from <= start { return nil }
            reach *= 16
        }
    }
}

private func showPositions(_ arguments: Arguments) throws -> ExitCode {
    let reader = try PositionReader(arguments)
    var table = Table([
        "partition", "topic", "standing", "group", "changelog", "retained_from", "end", "behind", "transaction",
    ])
    for position in try reader.positions(of: Array(0..<reader.partitions)) {
        table.append(
            .number("\(position.partition)"), .string(position.input.name), .string(position.standing),
            number(position.group), number(position.changelog), .number("\(position.start)"),
            .number("\(position.end)"), number(position.next.map { max(position.end - $0, 0) }),
            position.state.map { .number("\($0.number)") } ?? .null)
    }
    printData(table.printed(as: arguments.outputFormat))
    return .done
}

private func number(_ number: Int64?) -> JSONValue { number.map { .number("\($0)") } ?? .null }

private func movePosition(_ arguments: Arguments) throws -> ExitCode {
    let reader = try PositionReader(arguments)
    guard arguments.value("partition") != nil, let name = arguments.value("topic"),
        let input = Topic.inputs.first(where: { $0.name == name }), let reason = arguments.value("reason"),
        !reason.isEmpty, arguments.has("to-earliest") != (arguments.value("to-offset") != nil)
    else {
        throw CommandFailure(
            .usage, "--partition, --topic, --reason and one of --to-earliest and --to-offset are wanted",
            todo: "turnstile positions move --help")
    }
    let partition = Int32(
        try arguments.number("partition", in: 0...Int(reader.partitions - 1), default: 0))
    let offset = try arguments.value("to-offset").map { _ in
        Int64(try arguments.number("to-offset", in: 0...Int.max, default: 0))
    }
    let plan = try Move(reader, partition, input, to: offset, reason: reason)
    plan.show(arguments)
    guard arguments.has("execute") else {
        printNote("nothing was changed: add --execute to do it, with every adapter of the group stopped")
        return .done
    }
    try plan.execute(reader)
    printNote(
        "\(input.name) \(partition) goes on at \(plan.to) as of transaction \(plan.state.number + 1); start the adapter")
    return .done
}

/// One move, looked at and found possible.
private struct Move {
    let position: Position
    let state: PartitionState
    let from: Int64
    let to: Int64
    let reason: String

    init(_ reader: PositionReader, _ partition: Int32, _ input: Topic, to wanted: Int64?, reason: String) throws {
        guard let position = try reader.positions(of: [partition]).first(where: { $0.input == input }) else {
            throw CommandFailure(.notFound, "\(input.name) has no partition \(partition)")
        }
        let place = "\(input.name) \(partition)"
        guard let state = position.state, let from = position.changelog else {
            throw CommandFailure(
                .failed, "\(place) has no position yet: an adapter begins it at its earliest record",
                todo: "start the adapter")
        }
        guard position.standing != "differs", position.groupNumber.map({ $0 == state.number }) ?? true else {
            throw CommandFailure(
                .failed, "\(place): the group and the changelog differ, so neither is moved",
                todo: "turnstile positions show; delete the group's offsets where they were moved by hand")
        }
        let to = wanted ?? position.start
        guard to > from else {
            throw CommandFailure(
                .usage, "\(place) is at \(from), so \(to) is no move forward: what was handled is not handled again",
                todo: wanted == nil ? "none of its records is lost" : "a later offset is wanted")
        }
        guard to >= position.start, to <= position.end else {
            throw CommandFailure(
                .usage, "\(place) has the offsets \(position.start) to \(position.end), \(to) is none of them")
        }
        self.position = position
        self.state = state
        self.from = from
        self.to = to
        self.reason = reason
    }

    func show(_ arguments: Arguments) {
        var table = Table(["partition", "topic", "from", "to", "gone", "passed_over", "left", "reason"])
        let gone = min(max(position.start - from, 0), to - from)
        table.append(
            .number("\(position.partition)"), .string(position.input.name), .number("\(from)"), .number("\(to)"),
            .number("\(gone)"), .number("\(to - from - gone)"), .number("\(position.end - to)"), .string(reason))
        printData(table.printed(as: arguments.outputFormat))
    }

    /// Does it as the group's only member: a transaction of one is refused as soon as another member joins, so no adapter
    /// can work on the partition at the same time.
    func execute(_ reader: PositionReader) throws {
        let members = try withAdmin(reader.settings) { try $0.members(ofGroup: reader.groupID) }
        guard members.isEmpty else { throw Self.busy(reader.groupID, members.joined(separator: ", ")) }
        var log = try KafkaLog(
            reader.settings,
            identity: WorkerIdentity(
                groupID: reader.groupID, instanceID: "turnstile-positions",
                transactionalID: "\(reader.settings.topicPrefix)\(reader.groupID)-positions"),
            partitionCount: reader.partitions, log: quietLog)
        defer { leave(&log) }
        let assigned = try assignment(of: &log, reader)
        guard assigned.count == Int(reader.partitions), let own = assigned.first(where: { $0.partition == partition })
        else { throw Self.busy(reader.groupID, "another member has \(reader.partitions) - \(assigned.count) partitions") }
        guard try reader.partitionState(of: partition) == state, own.committed[inputIndex] == position.group else {
            throw CommandFailure(
                .tryAgain, "the positions have changed since the plan was made", todo: "look at the plan again")
        }
        log.submit(
            try moveTransaction(
                partition: partition, state: state, input: position.input, to: to, reason: reason,
                nowMs: UTCTime.nowMs()))
        let settlement = try Self.wait("the transaction's end") {
            log.wait(milliseconds: 50)
            return log.settled()
        }
        switch settlement {
        case .committed: return
        case .fenced(let reason): throw Self.busy(reader.groupID, reason)
        case .aborted(let reason), .tooLarge(_, let reason), .failed(let reason):
            throw CommandFailure(.failed, "nothing was moved: \(reason)", todo: "look at the broker, then try again")
        }
    }

    private var partition: Int32 { position.partition }
    private var inputIndex: Int { Topic.inputs.firstIndex(of: position.input) ?? 0 }

    private func assignment(of log: inout KafkaLog, _ reader: PositionReader) throws -> [AssignedPartition] {
        let change = try Self.wait("the group's assignment") {
            log.wait(milliseconds: 50)
            return log.assignmentChange()
        }
        switch change {
        case .assigned(let partitions): return partitions
        case .revoked, .lost: throw Self.busy(reader.groupID, "another member has joined")
        case .failed(let reason): throw CommandFailure(.failed, "the group cannot be joined: \(reason)")
        }
    }

    /// Leaves at once, so that an adapter need not wait until this member's session is over.
    private func leave(_ log: inout KafkaLog) {
        log.leaveGroup()
        let hasLeft = try? Self.wait("the revocation", seconds: 5) { () -> Bool? in
            log.wait(milliseconds: 50)
            switch log.assignmentChange() {
            case .revoked, .lost, .failed: return true
            case .assigned, nil: return nil
            }
        }
        guard hasLeft == true else { return }
        log.releaseAssignment()
        // The request to leave goes out after that.
        log.wait(milliseconds: 500)
    }

    /// - Parameter look: waits a little, and is called until it gives something.
    private static func wait<Found>(_ what: String, seconds: Int64 = 30, _ look: () -> Found?) throws -> Found {
        let untilMs = UTCTime.nowMs() + seconds * 1_000
        while UTCTime.nowMs() < untilMs {
            if let found = look() { return found }
        }
        throw CommandFailure(
            .brokerUnreachable, "\(what) did not come within \(seconds) s", todo: "is the broker well? Then try again")
    }

    private static func busy(_ group: String, _ who: String) -> CommandFailure {
        CommandFailure(
            .tryAgain, "the group \(group) is not empty: \(who)",
            todo: "stop every adapter of the group; a member that has ended is forgotten after 10 seconds")
    }
}

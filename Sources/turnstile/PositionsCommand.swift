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

extension ClusterPartition.Input {
    fileprivate var standing: String {
        if let group, group != changelog { return "differs" }
        return next == nil ? "none" : isLost ? "lost" : "ok"
    }
}

private func positionReader(_ arguments: Arguments) throws -> PositionReader {
    let settings = try loadSettings(arguments)
    return try PositionReader(kafkaSettings(settings), groupID: settings.groupID, waitsForOpenTransactions: true)
}

private func showPositions(_ arguments: Arguments) throws -> ExitCode {
    let reader = try positionReader(arguments)
    var table = Table([
        "partition", "topic", "standing", "group", "changelog", "retained_from", "end", "behind", "transaction",
    ])
    for row in try reader.read(0..<reader.partitionCount) {
        for (topic, input) in zip(Topic.inputs, row.inputs) {
            table.append(
                .whole(row.partition), .string(topic.name), .string(input.standing), .whole(input.group),
                .whole(input.changelog), .whole(input.start), .whole(input.end),
                input.next == nil ? .null : .whole(input.lag), .whole(row.state?.number))
        }
    }
    printData(table.printed(as: arguments.outputFormat))
    return .done
}

private func movePosition(_ arguments: Arguments) throws -> ExitCode {
    let reader = try positionReader(arguments)
    guard arguments.value("partition") != nil, let name = arguments.value("topic"),
        let input = Topic.inputs.first(where: { $0.name == name }), let reason = arguments.value("reason"),
        !reason.isEmpty, arguments.has("to-earliest") != (arguments.value("to-offset") != nil)
    else {
        throw CommandFailure(
            .usage, "--partition, --topic, --reason and one of --to-earliest and --to-offset are wanted",
            todo: "turnstile positions move --help")
    }
    let partition = Int32(
        try arguments.number("partition", in: 0...Int(reader.partitionCount - 1), default: 0))
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
    let partition: Int32
    let input: Topic
    /// Among `Topic.inputs`.
    let inputIndex: Int
    let position: ClusterPartition.Input
    let state: PartitionState
    let end: Int64
    let from: Int64
    let to: Int64
    let reason: String

    init(_ reader: PositionReader, _ partition: Int32, _ input: Topic, to wanted: Int64?, reason: String) throws {
        let row = try reader.read([partition])[0]
        let inputIndex = Topic.inputs.firstIndex(of: input) ?? 0
        let position = row.inputs[inputIndex]
        let place = "\(input.name) \(partition)"
        guard let state = row.state, let from = position.changelog else {
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
        guard let end = position.end else {
            throw CommandFailure(.tryAgain, "\(place): the broker does not tell its end", todo: "is the broker well?")
        }
        guard to >= position.start, to <= end else {
            throw CommandFailure(
                .usage, "\(place) has the offsets \(position.start) to \(end), \(to) is none of them")
        }
        self.partition = partition
        self.input = input
        self.inputIndex = inputIndex
        self.end = end
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
            .whole(partition), .string(input.name), .whole(from), .whole(to), .whole(gone), .whole(to - from - gone),
            .whole(end - to), .string(reason))
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
            partitionCount: reader.partitionCount, log: quietLog)
        defer { leave(&log) }
        let assigned = try assignment(of: &log, reader)
        let all = reader.partitionCount
        guard assigned.count == Int(all), let own = assigned.first(where: { $0.partition == partition }) else {
            throw Self.busy(reader.groupID, "another member has \(all) - \(assigned.count) partitions")
        }
        guard try reader.state(of: partition) == state, own.committed[inputIndex] == position.group else {
            throw CommandFailure(
                .tryAgain, "the positions have changed since the plan was made", todo: "look at the plan again")
        }
        log.submit(
            try moveTransaction(
                partition: partition, state: state, input: input, to: to, reason: reason, nowMs: UTCTime.nowMs()))
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

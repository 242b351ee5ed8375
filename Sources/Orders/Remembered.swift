/// Which commands an order, or a key without one, has answered. Source: domain, "Idempotency".
enum Remembering {
    /// Accepted commands are never forgotten, so their number is bounded: a hundred tickets, each refunded on its own
    /// and reported three times, and the order's own life.
    static let acceptedLimit = 512
    static let rejectedLimit = 64
    /// Rejected commands of a key that has no order; the one that would be forgotten first gives way.
    static let refusalLimit = 64
    /// How much longer than the time window such a command is remembered: a process whose clock is ahead of the
    /// broker's, by less than this, fires the timer before the broker has appended the last that is in the window.
    static let clockMarginMs: Milliseconds = 60_000
    /// Ids of results. Queries can go on for months, so old ones give way; what an old result would say again is told
    /// apart by its content too.
    static let resultLimit = 256
}

extension [RememberedCommand] {
    /// What this sender was answered under this id.
    func first(_ id: ID, from sender: RememberedCommand.Sender) -> RememberedCommand? {
        first { $0.id == id && $0.sender == sender }
    }

    /// Remembers a command; of the rejected ones the oldest gives way.
    mutating func remember(_ command: RememberedCommand) {
        append(command)
        guard !command.accepted else { return }
        let rejected = reduce(0) { $1.accepted ? $0 : $0 + 1 }
        if rejected > Remembering.rejectedLimit, let oldest = firstIndex(where: { !$0.accepted }) { remove(at: oldest) }
    }
}

extension Draft {
    /// Remembers a command or an action as accepted.
    /// - Parameter answer: the sequence number of the event that answers it.
    mutating func accept(
        _ commandID: ID, digest: ContentDigest, sender: RememberedCommand.Sender, answer: UInt64
    ) {
        order.remembered.remember(
            RememberedCommand(id: commandID, sender: sender, digest: digest, answer: .sequence(answer), accepted: true))
    }

    /// Remembers the input's own command or action as accepted.
    mutating func accept(answer: UInt64) {
        guard let asked = input.asked else { return }
        accept(asked.id, digest: asked.digest, sender: asked.sender, answer: answer)
    }

    /// Refuses the input's command or action: says CommandRejected and remembers it.
    mutating func reject(_ code: RejectionCode, _ message: String, currentTotal: Money? = nil) {
        let answer = say(.commandRejected(code: code, message: message, currentTotal: currentTotal))
        guard let asked = input.asked else { return }
        order.remembered.remember(
            RememberedCommand(
                id: asked.id, sender: asked.sender, digest: asked.digest, answer: .sequence(answer), accepted: false))
    }

    /// The input's command asks, under an id of its own, for what was asked and answered before: says CommandRepeated
    /// and remembers it with that first answer, among those that may be forgotten.
    mutating func repeatAnswer(_ first: EventReference) {
        say(.commandRepeated(firstEvent: first))
        guard let asked = input.asked else { return }
        order.remembered.remember(
            RememberedCommand(
                id: asked.id, sender: asked.sender, digest: asked.digest, answer: first, accepted: false))
    }

    /// Whether one more command of a distributor can be accepted.
    var canAcceptCommands: Bool {
        order.remembered.reduce(0) { $1.accepted && $1.sender == .distributor ? $0 + 1 : $0 }
            < Remembering.acceptedLimit
    }
}

extension Input {
    /// A command's or an action's own id, what it asks for and who asks.
    struct Asked {
        var id: ID
        var digest: ContentDigest
        var sender: RememberedCommand.Sender
    }

    /// nil for a result or a timer.
    var asked: Asked? {
        switch body {
        case .command(let command): Asked(id: command.id, digest: command.digest, sender: .distributor)
        case .action(let action): Asked(id: action.id, digest: action.digest, sender: .operatorAction)
        case .result, .timer: nil
        }
    }

    /// What the rules need to know of an input besides its body, which they are handed.
    struct Head {
        var key: OrderKey
        var appendedAtMs: Milliseconds
        var asked: Asked?
        /// Whether it is an answer to the issue request, whose answer times are measured.
        var answersIssue: Bool
    }

    var head: Head {
        var answersIssue = false
        if case .result(let result) = body { answersIssue = result.request == .issue }
        return Head(key: key, appendedAtMs: appendedAtMs, asked: asked, answersIssue: answersIssue)
    }
}

/// What an input means for an order: the whole of the domain's rules behind one pure function.
///
/// - Parameters:
///   - record: what is stored under the input's key; nil for nothing.
///   - input: what happened. Passages of it have the origin `input`, those of `record` the origin `state`.
///   - context: time, directory and the suppliers' behaviour.
/// - Returns: what is said, asked for, posted and remembered.
public func decide(_ record: consuming OrderRecord?, _ input: Input, _ context: Context) -> Decision {
    if case .command(let command) = input.body, let answer = refuseSender(of: command, input, context) { return answer }
    switch consume record {
    case .order(let order): return decide(about: order, input, context)
    case .stub(let stub): return decideAboutStub(stub, input, context)
    case .refusals(let refusals): return decideWithoutOrder(refusals, input, context)
    case nil: return decideWithoutOrder(Refusals(refusals: []), input, context)
    }
}

/// What comes before the order is looked at, for every command: the account exists, the signature verified, the time is
/// inside the window. These answers touch nothing and are never remembered: a forger can neither use up a command id
/// nor push others out.
private func refuseSender(of command: Command, _ input: Input, _ context: Context) -> Decision? {
    guard let account = context.directory.accounts[input.key.distributorID] else {
        return Decision(deadLetter: DeadLetter(code: .unknownAccount, message: "there is no such account"))
    }
    guard command.isSigned else {
        return Decision(events: [
            outside(.commandRejected(code: .signatureInvalid, message: "", currentTotal: nil), context)
        ])
    }
    // The broker's append time, so that lag or a replay refuses nothing that was in time.
    let (apart, overflows) = command.createdAtMs.subtractingReportingOverflow(input.appendedAtMs)
    guard !overflows, apart.magnitude <= account.timeWindowMs.magnitude else {
        let message = "created_at: more than \(account.timeWindowMs / 1000) s from when the record was appended"
        return Decision(events: [
            outside(.commandRejected(code: .outsideTimeWindow, message: message, currentTotal: nil), context)
        ])
    }
    return nil
}

/// An event that takes no sequence number and tells no status.
private func outside(_ body: Event.Body, _ context: Context) -> Event {
    Event(
        sequence: 0, occurredAtMs: context.nowMs, status: nil, statusBefore: nil, deliveryStatus: nil, body: body)
}

// MARK: Where there is no order

private func decideWithoutOrder(_ refusals: Refusals, _ input: Input, _ context: Context) -> Decision {
    switch input.body {
    case .command(let command):
        if let answer = repeatAnswer(refusals, input, context) { return answer }
        return decideFirst(command, refusals, input, context)
    case .action:
        if let answer = repeatAnswer(refusals, input, context) { return answer }
        guard context.directory.accounts[input.key.distributorID] != nil else {
            return Decision(deadLetter: DeadLetter(code: .unknownAccount, message: "there is no such account"))
        }
        return refuse(Refusal(.unknownOrder, "there is no such order"), refusals, input, context)
    case .result:
        return Decision(deadLetter: DeadLetter(code: .unknownOrder, message: "there is no such order"))
    case .timer(let kind, let dueMs):
        guard kind == .retention, refusals.nextTimer?.dueMs == dueMs else { return Decision() }
        let kept = refusals.refusals.filter { $0.forgetAtMs > dueMs }
        return Decision(change: kept.isEmpty ? .removed : .changed(.refusals(Refusals(refusals: kept))))
    }
}

private func decideFirst(_ command: Command, _ refusals: Refusals, _ input: Input, _ context: Context) -> Decision {
    let place: PlaceOrder
    switch command.action {
    case .placeOrder(let asked): place = asked
    case .invalid(let message): return refuse(Refusal(.invalidCommand, message), refusals, input, context)
    default: return refuse(Refusal(.unknownOrder, "there is no such order"), refusals, input, context)
    }
    let supplierID = context.directory.projects[place.projectID]?.supplierID
    var supplierState = supplierID.flatMap { context.suppliers[$0] } ?? SupplierState()
    do {
        var order = try PlacingCheck(input: input, command: command, place: place, context: context)
            .order(&supplierState)
        // What was refused before stays answered: the same bytes never get two answers.
        order.remembered = refusals.refusals.map(\.command)
        var draft = Draft(order: consume order, input: input.head, context: context)
        draft.supplierState = supplierState
        draft.placed(place)
        draft.scheduleRetention()
        return draft.decision()
    } catch {
        return refuse(error, refusals, input, context)
    }
}

/// The same id again gets the first answer, or is a conflict; nil for a new one.
private func repeatAnswer(_ refusals: Refusals, _ input: Input, _ context: Context) -> Decision? {
    guard let asked = input.asked,
        let first = refusals.refusals.first(where: { $0.command.id == asked.id && $0.command.sender == asked.sender })
    else { return nil }
    return Decision(events: [outside(first.command.answer(to: asked.digest), context)])
}

/// Refuses and remembers it until the same bytes are out of the time window anyway, and a margin longer.
private func refuse(_ refusal: Refusal, _ refusals: Refusals, _ input: Input, _ context: Context) -> Decision {
    let event = outside(
        .commandRejected(code: refusal.code, message: refusal.message, currentTotal: refusal.currentTotal), context)
    guard let asked = input.asked, let account = context.directory.accounts[input.key.distributorID] else {
        return Decision(events: [event])
    }
    var createdAtMs = input.appendedAtMs
    if case .command(let command) = input.body { createdAtMs = command.createdAtMs }
    var kept = refusals.refusals
    kept.append(
        Refusals.Refusal(
            command: RememberedCommand(
                id: asked.id, sender: asked.sender, digest: asked.digest,
                answer: .input(input.source, partition: input.partition, offset: input.offset), accepted: false),
            // A readmitted command is judged by its first append time, but no timer may be due before the clock.
            forgetAtMs: later(
                max(later(createdAtMs, by: account.timeWindowMs), context.nowMs), by: Remembering.clockMarginMs)))
    if kept.count > Remembering.refusalLimit,
        let first = kept.indices.min(by: { (kept[$0].forgetAtMs, $0) < (kept[$1].forgetAtMs, $1) })
    {
        kept.remove(at: first)
    }
    return Decision(change: .changed(.refusals(Refusals(refusals: kept))), events: [event])
}

extension RememberedCommand {
    /// What the same id again is answered: the first answer for the same content, otherwise that it conflicts.
    func answer(to digest: ContentDigest) -> Event.Body {
        digest == self.digest
            ? .commandRepeated(firstEvent: answer)
            : .commandRejected(
                code: .idempotencyConflict, message: "this id was used before, with other content", currentTotal: nil)
    }
}

// MARK: Where there is one

private func decide(about order: consuming Order, _ input: Input, _ context: Context) -> Decision {
    switch input.body {
    case .result(let result):
        // A result that is known changes nothing, not even the order's record.
        if result.supplierID == order.placing.supplierID, order.results.contains(result.id) { return Decision() }
        var draft = Draft(order: order, input: input.head, context: context)
        draft.receive(result)
        draft.scheduleRetention()
        return draft.decision()
    case .command(let command):
        var draft = Draft(order: order, input: input.head, context: context)
        draft.obey(command)
        draft.scheduleRetention()
        return draft.decision()
    case .action(let action):
        var draft = Draft(order: order, input: input.head, context: context)
        draft.act(action)
        draft.scheduleRetention()
        return draft.decision()
    case .timer(let kind, let dueMs):
        guard order.timers[kind] == dueMs else { return Decision() }
        var draft = Draft(order: order, input: input.head, context: context)
        draft.order.timers[kind] = nil
        if kind == .retention {
            let change = draft.retentionDue()
            return draft.decision(change)
        }
        draft.fire(kind)
        draft.scheduleRetention()
        return draft.decision()
    }
}

extension Draft {
    /// Answers a command: repetitions first, then what is wrong by itself, then what the order allows.
    fileprivate mutating func obey(_ command: Command) {
        if let first = order.remembered.first(command.id, from: .distributor) {
            // Not remembered: it is the first one that is.
            say(first.answer(to: command.digest))
            return
        }
        if case .placeOrder = command.action {
            guard command.digest == order.placing.digest else {
                return reject(.duplicateOrder, "the order id is used by another order")
            }
            return repeatAnswer(.sequence(1))
        }
        if case .invalid(let message) = command.action { return reject(.invalidCommand, message) }
        guard canAcceptCommands else {
            return reject(.invalidState, "the order has taken \(Remembering.acceptedLimit) commands, its limit")
        }
        switch command.action {
        case .issueTickets: issueCommanded()
        case .cancelOrder: cancelCommanded(command)
        case .extendHold(let untilMs): extendCommanded(command, untilMs: untilMs)
        case .requestRefund(let refund): requestRefund(refund)
        case .reportRefund(let report): reportRefund(report)
        case .placeOrder, .invalid: break  // Answered above.
        }
    }

    fileprivate mutating func fire(_ kind: TimerKind) {
        switch kind {
        case .lockTimeout: lockTimedOut()
        case .holdExpiry: holdExpired()
        case .issueTimeout: issueTimedOut()
        case .poll: pollDue()
        case .releaseRetry: releaseRetryDue()
        case .refundRequestTimeout: refundRequestDue()
        case .refundReportOverdue: refundReportOverdue()
        case .extendTimeout: extensionTimedOut()
        case .retention: break  // Decided by the caller: it may remove the order.
        }
    }
}

/// How long an order is kept. Source: domain, "Idempotency".
extension Draft {
    /// Sets the RETENTION timer, or takes it away, by how the order stands; to be called last in every decision.
    mutating func scheduleRetention() {
        guard order.status.isTerminal, !order.refunds.contains(where: \.isOpen) else {
            order.timers[.retention] = nil
            return
        }
        order.placing.showStartsAtMs = presentShowStartMs
        order.timers[.retention] = later(
            max(order.placing.showStartsAtMs, order.lastChangeMs),
            by: Int64(context.directory.settings.retentionDays) * Period.msOfDay)
    }

    /// The order's retention has passed; of a show that was moved the directory's present start counts.
    mutating func retentionDue() -> Decision.Change {
        scheduleRetention()
        guard let dueMs = order.timers[.retention], dueMs <= nowMs else { return .changed(.order(order)) }
        return .changed(
            .stub(
                OrderStub(
                    status: order.status, delivery: order.delivery, sequence: order.sequence,
                    placingDigest: order.placing.digest, placingAnswer: .sequence(1),
                    supplierID: order.placing.supplierID, refunded: refundedTickets, ticketCount: order.tickets.count,
                    forgetAtMs: later(
                        nowMs, by: Int64(context.directory.settings.forgetAfterDays) * Period.msOfDay))))
    }
}

extension OrderStatus {
    /// Whether nothing has to happen any more; late facts still may.
    var isTerminal: Bool {
        switch self {
        case .lockFail, .canceled, .fixed, .fixFail, .refunded, .refundFail: true
        case .locking, .locked, .fixing, .refunding: false
        }
    }
}

extension Order.Refund {
    /// Whether it is under way, or its entry waits for a time.
    var isOpen: Bool { phase == .requested || phase == .supplierRefunded || isUndated }
}

/// What an input means for an order that was removed after its retention: a second placing and late refunds are still
/// answered for; nothing is posted any more.
func decideAboutStub(_ stub: OrderStub, _ input: Input, _ context: Context) -> Decision {
    var draft = StubDraft(stub: stub, nowMs: context.nowMs)
    switch input.body {
    case .command(let command): draft.answer(command)
    case .result(let result): draft.receive(result)
    case .action:
        // A person acts on orders, and this is none any more.
        draft.events.append(
            Event(
                sequence: 0, occurredAtMs: context.nowMs, status: nil, statusBefore: nil, deliveryStatus: nil,
                body: .commandRejected(
                    code: .unknownOrder, message: "the order was removed after its retention", currentTotal: nil)))
    case .timer(let kind, let dueMs):
        return kind == .retention && dueMs == stub.forgetAtMs ? Decision(change: .removed) : Decision()
    }
    return Decision(change: draft.stub == stub ? .unchanged : .changed(.stub(draft.stub)), events: draft.events)
}

private struct StubDraft {
    var stub: OrderStub
    let nowMs: Milliseconds
    var events: [Event] = []

    mutating func say(_ body: Event.Body) {
        stub.sequence += 1
        events.append(
            Event(
                sequence: stub.sequence, occurredAtMs: nowMs, status: stub.status, statusBefore: stub.status,
                deliveryStatus: stub.delivery, body: body))
    }

    mutating func answer(_ command: Command) {
        let isRefunded = stub.refunded == .all(stub.ticketCount)
        switch command.action {
        case .placeOrder where command.digest == stub.placingDigest:
            say(.commandRepeated(firstEvent: stub.placingAnswer))
        case .placeOrder: reject(.duplicateOrder, "the order id is used by another order")
        case .invalid(let message): reject(.invalidCommand, message)
        case .requestRefund where isRefunded: reject(.refundExceeds, "nothing is left to refund")
        case .issueTickets, .cancelOrder, .extendHold, .requestRefund, .reportRefund:
            reject(.invalidState, "the order was removed after its retention")
        }
    }

    private mutating func reject(_ code: RejectionCode, _ message: String) {
        say(.commandRejected(code: code, message: message, currentTotal: nil))
    }

    mutating func receive(_ result: SupplierResult) {
        guard result.supplierID == stub.supplierID else {
            return say(.anomalyFound(.sourceMismatch, message: "a result from supplier \(result.supplierID)"))
        }
        guard result.outcome == .succeeded else { return }
        switch result.detail {
        case .refunded(let refunded): refund(refunded)
        case .issued where [.canceled, .fixFail, .lockFail].contains(stub.status):
            say(.anomalyFound(.orphanIssue, message: "issued although the order had ended, long ago"))
        case .deliveryUpdate(let update): move(update)
        default: break  // It says what is known, or what no longer matters.
        }
    }

    private mutating func refund(_ refunded: SupplierResult.Refunded) {
        let all = TicketSet.all(stub.ticketCount)
        var tickets = refunded.tickets.isEmpty ? all.subtracting(stub.refunded) : TicketSet()
        for number in refunded.tickets { if let number = Int(exactly: number) { tickets.insert(number) } }
        let fresh = tickets.intersection(all).subtracting(stub.refunded)
        guard !fresh.isEmpty else {
            return say(
                .anomalyFound(.contradiction, message: "a refund of tickets that are refunded already"))
        }
        stub.refunded = stub.refunded.union(fresh)
        say(
            .anomalyFound(
                .contradiction,
                message: "a refund of an order that was removed after its retention: it is in no book"))
    }

    private mutating func move(_ update: SupplierResult.DeliveryUpdate) {
        let before = stub.delivery
        guard let status = update.status, status.canFollow(before) else {
            return say(.anomalyFound(.contradiction, message: "the delivery cannot go there from \(before.name)"))
        }
        stub.delivery = status
        say(
            .deliveryChanged(before: before, carrier: update.carrier, trackingNumber: update.trackingNumber))
    }
}

/// Refunds that the distributor asks for, up to the supplier's answer. Source: domain, "Fine points" and rows 39 to 45.
extension Draft {
    /// The distributor asks for tickets to be taken back.
    mutating func requestRefund(_ refund: RequestRefund) {
        if let asked = order.askedRefunds.first(where: { $0.refundID == refund.refundID }) {
            if isSame(refund, as: asked) { return repeatAnswer(.sequence(asked.answer)) }
            return reject(.refundConflict, "refund \(refund.refundID) was asked for with other tickets")
        }
        guard !knowsRefund(refund.refundID) else {
            return reject(.refundConflict, "refund \(refund.refundID) is the supplier's own")
        }
        switch order.status {
        case .locking, .locked:
            return reject(.invalidState, "nothing is issued yet: cancel the order instead")
        case .lockFail, .canceled, .fixFail: return reject(.invalidState, "nothing was issued")
        case .fixing, .fixed, .refunding, .refunded, .refundFail: break
        }
        guard order.terms.mayRefund else { return reject(.notPermitted, "no right to refund when it was locked") }
        guard supplier?.supportsRefund ?? false else {
            return reject(.notSupported, "the supplier takes no refund requests")
        }
        let free = TicketSet.all(order.tickets.count).subtracting(takenTickets)
        var tickets = free
        if !refund.tickets.isEmpty {
            let (named, isClean) = ticketSet(refund.tickets)
            guard isClean else {
                return reject(.refundExceeds, "a ticket is named twice, or the order does not have it")
            }
            guard named.isSubset(of: free) else {
                return reject(.refundExceeds, "a ticket is refunded already, or its refund is under way")
            }
            tickets = named
        }
        guard !tickets.isEmpty else { return reject(.refundExceeds, "nothing is left to refund") }

        let answer: UInt64
        if order.status == .fixing {
            order.intents.append(
                .refund(refundID: refund.refundID, tickets: tickets, reason: refund.reason))
            answer = say(.intentRecorded(.refund))
        } else {
            answer = startRefund(refund.refundID, tickets, reason: .passage(refund.reason))
        }
        order.askedRefunds.append(
            Order.AskedRefund(
                refundID: refund.refundID, tickets: tickets, namesAll: refund.tickets.isEmpty, answer: answer))
        accept(answer: answer)
    }

    private func isSame(_ refund: RequestRefund, as asked: Order.AskedRefund) -> Bool {
        if refund.tickets.isEmpty { return asked.namesAll }
        let (named, isClean) = ticketSet(refund.tickets)
        return isClean && named == asked.tickets
    }

    /// Asks the supplier to take tickets back.
    /// - Returns: the sequence number of RefundRequested.
    @discardableResult
    mutating func startRefund(_ refundID: ID, _ tickets: TicketSet, reason: Text) -> UInt64 {
        order.refunds.append(
            Order.Refund(
                id: refundID, tickets: tickets, phase: .requested, unasked: false, requestedAtMs: sentAtMs,
                attempts: 0, dueMs: nil, escalated: false, supplierRefundedAtMs: nil, settlementAmount: 0, penalty: 0,
                distributorAmount: 0, mode: .unspecified, isUndated: false, distributorRefundedAtMs: nil))
        let answer = say(.refundRequested(refundID: refundID, tickets: tickets, reason: reason))
        sendRefund(order.refunds.count - 1)
        scheduleRefunds()
        return answer
    }

    /// Where a refund can be asked for in nobody's name any more, it is refused as the supplier would.
    private mutating func refuseRefund(_ refundID: ID, _ tickets: TicketSet, reason: Text, code: String) {
        order.refunds.append(
            Order.Refund(
                id: refundID, tickets: tickets, phase: .refused, unasked: false, requestedAtMs: sentAtMs, attempts: 0,
                dueMs: nil, escalated: false, supplierRefundedAtMs: nil, settlementAmount: 0, penalty: 0,
                distributorAmount: 0, mode: .unspecified, isUndated: false, distributorRefundedAtMs: nil))
        say(.refundRequested(refundID: refundID, tickets: tickets, reason: reason))
        say(.refundRefused(refundID: refundID, code: .words(code), message: .words("it cannot be asked for")))
    }

    private var refundRule: RetryRule { supplier?.refund ?? .whereSupplierIsGone }

    private mutating func sendRefund(_ index: Int) {
        guard order.refunds.indices.contains(index) else { return }
        var refund = order.refunds[index]
        refund.attempts = next(refund.attempts)
        let nextMs = later(sentAtMs, by: refundRule.intervalMs(after: refund.attempts))
        var dueMs = nextMs
        if !refund.escalated {
            dueMs = min(nextMs, max(later(refund.requestedAtMs, by: refundRule.escalateAfterMs), nowMs + 1))
        }
        refund.dueMs = dueMs
        order.refunds[index] = refund
        ask(
            .refund(refund.id), .refund(refundID: refund.id, tickets: refund.tickets), attempt: refund.attempts,
            deadlineMs: max(dueMs, sentAtMs))
    }

    /// Requests that are not answered are sent again; after the rule's time a person is called, once each.
    mutating func refundRequestDue() {
        for index in order.refunds.indices {
            let refund = order.refunds[index]
            guard refund.phase == .requested, let dueMs = refund.dueMs, dueMs <= nowMs else { continue }
            if !refund.escalated, nowMs >= later(refund.requestedAtMs, by: refundRule.escalateAfterMs) {
                order.refunds[index].escalated = true
                escalate(.refundUnanswered, "the supplier does not answer the request for refund \(refund.id)")
            }
            sendRefund(index)
        }
        scheduleRefunds()
    }

    /// Sets both refund timers to the earliest of what waits.
    mutating func scheduleRefunds() {
        var request: Milliseconds?
        var report: Milliseconds?
        for refund in order.refunds {
            guard let dueMs = refund.dueMs else { continue }
            if refund.phase == .requested { request = min(request ?? dueMs, dueMs) }
            if refund.phase == .supplierRefunded { report = min(report ?? dueMs, dueMs) }
        }
        order.timers[.refundRequestTimeout] = request
        order.timers[.refundReportOverdue] = report
    }

    /// What waited for the tickets to be issued: first the supplier's refunds, which are facts, then what the
    /// distributor named, and at last its cancel, which takes what is left.
    mutating func followIntents() {
        let intents = order.intents
        order.intents = []
        for case .supplierRefund(let kept) in intents { takeKept(kept) }
        for case .refund(let refundID, let tickets, let reason) in intents {
            let left = tickets.subtracting(takenTickets)
            guard !left.isEmpty, !knowsRefund(refundID) else { continue }
            startRefund(refundID, left, reason: .passage(reason))
        }
        for case .cancel(let commandID, _) in intents {
            let left = TicketSet.all(order.tickets.count).subtracting(takenTickets)
            guard !left.isEmpty else { continue }
            let refundID = freeRefundID(commandID)
            let reason = Text.words("canceled while it was being issued")
            if !order.terms.mayRefund {
                refuseRefund(refundID, left, reason: reason, code: "NOT_PERMITTED")
            } else if !(supplier?.supportsRefund ?? false) {
                refuseRefund(refundID, left, reason: reason, code: "NOT_SUPPORTED")
            } else {
                startRefund(refundID, left, reason: reason)
            }
        }
    }
}

// MARK: Which tickets, which ids

extension Draft {
    /// The tickets that the supplier has taken back.
    var refundedTickets: TicketSet {
        order.refunds.reduce(TicketSet()) { $1.isMade ? $0.union($1.tickets) : $0 }
    }

    /// The tickets that are refunded, or whose refund is under way or waits.
    var takenTickets: TicketSet {
        var taken = order.refunds.reduce(TicketSet()) {
            $1.isMade || $1.phase == .requested ? $0.union($1.tickets) : $0
        }
        for intent in order.intents {
            switch intent {
            case .refund(_, let tickets, _): taken = taken.union(tickets)
            case .supplierRefund(let kept): taken = taken.union(kept.tickets)
            case .cancel: break
            }
        }
        return taken
    }

    /// - Returns: the order's tickets among the named ones, and whether each was named once and there is no other.
    func ticketSet(_ numbers: [UInt32]) -> (tickets: TicketSet, isClean: Bool) {
        var tickets = TicketSet()
        var isClean = true
        for number in numbers {
            guard let number = Int(exactly: number), order.tickets.indices.contains(number), !tickets.contains(number)
            else {
                isClean = false
                continue
            }
            tickets.insert(number)
        }
        return (tickets, isClean)
    }

    /// Whether the id is a refund's, also one that waits.
    func knowsRefund(_ id: ID) -> Bool {
        order.refunds.contains { $0.id == id }
            || order.intents.contains {
                if case .supplierRefund(let kept) = $0 { kept.refundID == id } else { false }
            }
    }

    /// The id, or, where a refund has it already, another one made of the next event's number.
    func freeRefundID(_ wanted: ID) -> ID {
        var candidate = wanted
        var number = order.sequence + 1
        while knowsRefund(candidate) || order.askedRefunds.contains(where: { $0.refundID == candidate }) {
            guard let other = ID("refund-\(number)") else { return wanted }
            candidate = other
            number += 1
        }
        return candidate
    }
}

extension Order.Refund {
    /// Whether the supplier has refunded.
    var isMade: Bool {
        switch phase {
        case .supplierRefunded, .distributorFailed, .distributorRefunded: true
        case .requested, .refused, .superseded: false
        }
    }
}

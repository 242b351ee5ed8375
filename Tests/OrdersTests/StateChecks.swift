import Orders

/// The books as the reference's status lists give them from a final state, ticket by ticket (I4). Shares nothing with
/// the postings.
enum Recomputed {
    static func net(_ ticket: Order.Ticket) -> Int64 { ticket.sell + ticket.step - ticket.discount - ticket.commission }
    static func net(_ order: Order) -> Int64 { order.tickets.reduce(order.terms.postage) { $0 + net($1) } }
    static func settlement(_ order: Order) -> Int64 { order.tickets.reduce(0) { $0 + $1.settlement } }

    /// receivable + = LOCKED, CANCELED, FIXING, FIXED, REFUNDING, REFUNDED, REFUND_FAIL, and FIX_FAIL, whose counter-entry
    /// the reference misses.
    static let sold: Set<OrderStatus> = [
        .locked, .canceled, .fixing, .fixed, .refunding, .refunded, .refundFail, .fixFail,
    ]
    /// settlement + = FIXED, REFUNDING, REFUNDED, REFUND_FAIL.
    static let issued: Set<OrderStatus> = [.fixed, .refunding, .refunded, .refundFail]

    static func entries(_ order: Order) -> [EntryID: Int64] {
        var entries: [EntryID: Int64] = [:]
        if sold.contains(order.status) { entries[EntryID(book: .receivable, kind: .sale)] = net(order) }
        if order.status == .canceled { entries[EntryID(book: .receivable, kind: .cancellation)] = -net(order) }
        if order.status == .fixFail { entries[EntryID(book: .receivable, kind: .issueFailure)] = -net(order) }
        guard issued.contains(order.status) else { return entries }
        entries[EntryID(book: .settlement, kind: .sale)] = settlement(order)
        for refund in order.refunds where refund.isMadeBySupplier {
            entries[EntryID(book: .settlement, kind: .refund, qualifier: .refund(refund.id))] =
                -(refund.tickets.numbers.reduce(0) { $0 + order.tickets[$1].settlement } - refund.penalty)
            guard refund.phase == .distributorRefunded, !refund.isUndated else { continue }
            entries[EntryID(book: .receivable, kind: .refund, qualifier: .refund(refund.id))] =
                -(refund.tickets.numbers.reduce(0) { $0 + net(order.tickets[$1]) } - refund.penalty)
        }
        return entries
    }

    static func timeBase(_ entry: EntryID) -> TimeBase? {
        switch (entry.book, entry.kind) {
        case (.receivable, .sale): .orderLocked
        case (.receivable, .cancellation): .orderCanceled
        case (.receivable, .issueFailure): .issueFailed
        case (.receivable, .refund): .distributorRefunded
        case (.settlement, .sale): .ticketsIssued
        case (.settlement, .refund): .supplierRefunded
        case (_, .correction): .correction
        default: nil
        }
    }
}

extension Order.Refund {
    /// Whether the supplier has refunded, and nothing else took its place.
    var isMadeBySupplier: Bool { [.supplierRefunded, .distributorFailed, .distributorRefunded].contains(phase) }
}

/// What must be true of an order by itself, read from the domain's document.
enum StateChecks {
    static func violations(of order: Order, posted: [History.Posted]) -> [String] {
        bookViolations(order, posted) + statusViolations(order) + stepViolations(order)
    }

    private static func bookViolations(_ order: Order, _ posted: [History.Posted]) -> [String] {
        var open = Recomputed.entries(order)
        var found: [String] = []
        for entry in posted where entry.id.kind != .correction {
            guard let expected = open.removeValue(forKey: entry.id) else {
                found.append("\(order.status): \(entry.id) of \(entry.minorUnits) is posted and should not be")
                continue
            }
            if expected != entry.minorUnits {
                found.append("\(entry.id) is \(entry.minorUnits), should be \(expected)")
            }
        }
        found += open.map { "\(order.status): \($0.key) of \($0.value) is not posted" }
        return found
    }

    private static func statusViolations(_ order: Order) -> [String] {
        var found: [String] = []
        let made = order.refunds.filter(\.isMadeBySupplier)
        var refunded = TicketSet()
        for refund in made {
            if !refunded.intersection(refund.tickets).isEmpty { found.append("a ticket is refunded twice") }
            refunded = refunded.union(refund.tickets)
            if refund.tickets.isEmpty { found.append("a refund of nothing") }
        }
        if !refunded.isSubset(of: .all(order.tickets.count)) { found.append("a ticket is refunded that is not there") }
        guard Recomputed.issued.contains(order.status) else {
            if order.carried == .none, [.locking, .locked, .fixing].contains(order.status) {
                found.append("\(order.status) and the buyer is gone")
            }
            if order.carried != .none, ![.locking, .locked, .fixing].contains(order.status) {
                found.append("\(order.status) and the buyer is still kept")
            }
            return found
        }
        if order.carried != .none { found.append("\(order.status) and the buyer is still kept") }
        // REFUNDING as long as any supplier refund of the order is unreported.
        let expected: OrderStatus =
            if made.contains(where: { $0.phase == .supplierRefunded }) {
                .refunding
            } else if made.contains(where: { $0.phase == .distributorFailed }) {
                .refundFail
            } else if refunded == .all(order.tickets.count) {
                .refunded
            } else {
                .fixed
            }
        if order.status != expected { found.append("\(order.status), by its refunds it is \(expected)") }
        return found
    }

    /// Every intermediate status has a timer that drives it on.
    private static func stepViolations(_ order: Order) -> [String] {
        var found: [String] = []
        func require(_ kinds: [TimerKind], _ what: String) {
            if !kinds.contains(where: { order.timers[$0] != nil }) { found.append("\(what) and no timer of \(kinds)") }
        }
        switch order.status {
        case .locking: require([.lockTimeout], "LOCKING")
        case .locked: require([.holdExpiry], "LOCKED")
        case .fixing: require([.issueTimeout, .poll], "FIXING")
        case .lockFail, .canceled, .fixFail, .refunded:
            if order.timers.next == nil, !order.refunds.contains(where: \.isUndated) {
                found.append("\(order.status) and nothing ends its retention")
            }
        default: break
        }
        if order.release != nil { require([.releaseRetry], "a release is unanswered") }
        if order.hold?.extending != nil, order.status == .locked {
            require([.extendTimeout], "an extension is unanswered")
        }
        if order.issuing?.codesMissing == true { require([.poll], "codes are missing") }
        for refund in order.refunds {
            if refund.phase == .requested { require([.refundRequestTimeout], "refund \(refund.id) is unanswered") }
            if refund.phase == .supplierRefunded, !refund.escalated {
                require([.refundReportOverdue], "refund \(refund.id) is unreported")
            }
        }
        return found
    }
}

/// The same input again: answered like the first, and nothing else happens.
enum Repetition {
    static func violations(
        of input: Input, answeredBy first: Decision, record: OrderRecord?, context: Context, _ rule: Case.Rule
    ) -> [String] {
        guard first.deadLetter == nil else { return [] }
        if case .stub? = record { return [] }
        let again = Input(
            key: input.key, body: input.body, source: input.source, partition: input.partition,
            offset: input.offset + 1_000_000, first: (input.firstPartition, input.firstOffset),
            appendedAtMs: input.appendedAtMs)
        let decision = rule(record, again, context)
        let step = Step(before: record, input: again, context: context, decision: decision)
        switch input.body {
        case .timer: return []
        case .result:
            // Whoever names another's order must not use up its ids.
            if first.events.map(Describe.event).contains("AnomalyFound SOURCE_MISMATCH") { return [] }
            return step.saysNothing && step.after == record
                ? [] : ["the same result again: \(decision.events.map(Describe.event))"]
        case .command, .action:
            return answerViolations(first, input, step)
        }
    }

    private static func answerViolations(_ first: Decision, _ input: Input, _ again: Step) -> [String] {
        let isCommand = if case .command = input.body { true } else { false }
        let answer = first.events.first { event in
            isCommand ? event.isAnswer : true
        }
        guard let answer else { return [] }
        let words = again.decision.events.map(Describe.event)
        switch answer.body {
        case .commandRejected(.signatureInvalid, _, _), .commandRejected(.outsideTimeWindow, _, _),
            .commandRejected(.idempotencyConflict, _, _):
            return words == [Describe.event(answer)] ? [] : ["the same refused command again: \(words)"]
        default:
            guard again.decision.requests.isEmpty, again.decision.entries.isEmpty, words == ["CommandRepeated"],
                case .commandRepeated(let named) = again.decision.events[0].body
            else { return ["the same again is told by \(words) and asks \(again.decision.requests.count)"] }
            var expected: Set<EventReference> = [
                answer.sequence > 0
                    ? .sequence(answer.sequence)
                    : .input(input.source, partition: input.partition, offset: input.offset)
            ]
            if case .commandRepeated(let earlier) = answer.body { expected.insert(earlier) }
            return expected.contains(named) ? [] : ["the same again names \(named), not \(expected)"]
        }
    }
}

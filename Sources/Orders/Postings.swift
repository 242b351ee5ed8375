/// The entries of both books: posted at the event that causes them, once. Source: domain, "Money".
///
/// Signs of lines: a sale has TICKET, STEP and POSTAGE positive, PACKAGE_DISCOUNT and COMMISSION negative, as they change
/// what is owed; what takes it back has each of them with the other sign; a refund adds PENALTY, positive where the
/// supplier kept something, so that less is taken back. Only TICKET is written where it is zero.
extension Draft {
    /// receivable +, when the order becomes LOCKED.
    /// - Parameters:
    ///   - atMs: the supplier's lock success.
    ///   - eventSequence: of the event that it comes from.
    mutating func postSale(atMs: Milliseconds, eventSequence: UInt64) {
        let all = TicketSet.all(order.tickets.count)
        if sum(part(of: all), order.terms.postage) < settlement(of: all) { order.told.insert(.pricesBelowCost) }
        post(
            EntryID(book: .receivable, kind: .sale), base: .orderLocked, atMs: atMs, eventSequence: eventSequence,
            lines: saleLines)
    }

    /// receivable −, when the order becomes CANCELED.
    /// - Parameter atMs: the cancel success, or the hold's end.
    mutating func postCancellation(atMs: Milliseconds, eventSequence: UInt64) {
        let takenBack = negated(saleLines)
        let effectiveAtMs = notBefore(order.hold?.lockedAtMs, atMs, "the cancel", "the sale")
        post(
            EntryID(book: .receivable, kind: .cancellation), base: .orderCanceled, atMs: effectiveAtMs,
            eventSequence: eventSequence, reverses: EntryID(book: .receivable, kind: .sale), lines: takenBack)
    }

    /// receivable −, when the order becomes FIX_FAIL.
    /// - Parameter atMs: the proof of failure, not before the sale.
    mutating func postIssueFailure(atMs: Milliseconds, eventSequence: UInt64) {
        let takenBack = negated(saleLines)
        post(
            EntryID(book: .receivable, kind: .issueFailure), base: .issueFailed, atMs: atMs,
            eventSequence: eventSequence, reverses: EntryID(book: .receivable, kind: .sale), lines: takenBack)
    }

    /// settlement +, when the order becomes FIXED.
    /// - Parameter atMs: the supplier's issue success, not before the sale.
    mutating func postSettlementSale(atMs: Milliseconds, eventSequence: UInt64) {
        let lines = order.tickets.enumerated().map { number, ticket in
            line(number, .ticket, ticket.settlement)
        }
        post(
            EntryID(book: .settlement, kind: .sale), base: .ticketsIssued, atMs: atMs, eventSequence: eventSequence,
            lines: lines)
    }

    /// settlement −, when a supplier refund succeeds.
    mutating func postSupplierRefund(_ refund: Order.Refund, eventSequence: UInt64) {
        let penalties = shares(ofPenalty: refund.penalty, over: refund.tickets)
        var lines: [LedgerEntry.Line] = []
        for (number, penalty) in zip(refund.tickets.numbers, penalties) {
            guard order.tickets.indices.contains(number) else { continue }
            lines.append(line(number, .ticket, difference(0, order.tickets[number].settlement)))
            if penalty != 0 { lines.append(line(number, .penalty, penalty)) }
        }
        post(
            EntryID(book: .settlement, kind: .refund, qualifier: .refund(refund.id)), base: .supplierRefunded,
            atMs: refund.supplierRefundedAtMs ?? nowMs, eventSequence: eventSequence,
            reverses: EntryID(book: .settlement, kind: .sale), refund: refund, lines: lines)
    }

    /// receivable −, when the distributor's refund is reported as succeeded with its time.
    /// - Parameter atMs: not before the supplier's refund.
    mutating func postDistributorRefund(_ refund: Order.Refund, atMs: Milliseconds, eventSequence: UInt64) {
        let penalties = shares(ofPenalty: distributorPenalty(refund.penalty), over: refund.tickets)
        var lines: [LedgerEntry.Line] = []
        for (number, penalty) in zip(refund.tickets.numbers, penalties) {
            lines += negated(partLines(number))
            if penalty != 0 { lines.append(line(number, .penalty, penalty)) }
        }
        post(
            EntryID(book: .receivable, kind: .refund, qualifier: .refund(refund.id)), base: .distributorRefunded,
            atMs: atMs, eventSequence: eventSequence, reverses: EntryID(book: .receivable, kind: .sale),
            refund: refund, lines: lines)
    }

    /// A person's entry.
    mutating func postCorrection(_ correction: OperatorAction.Correction, actionID: ID, eventSequence: UInt64) {
        post(
            EntryID(book: correction.book, kind: .correction, qualifier: .action(actionID)), base: .correction,
            atMs: correction.effectiveAtMs ?? input.appendedAtMs, eventSequence: eventSequence,
            named: correction.reverses,
            lines: [
                LedgerEntry.Line(
                    ticket: nil, component: .ticket, minorUnits: correction.amount.minorUnits, ticketClassID: nil)
            ])
    }
}

// MARK: Amounts

extension Draft {
    /// What the distributor owes for some tickets, without postage.
    mutating func part(of tickets: TicketSet) -> Int64 {
        var total: Int64 = 0
        for number in tickets.numbers { for line in partLines(number) { total = sum(total, line.minorUnits) } }
        return total
    }

    /// What the supplier is owed for some tickets.
    mutating func settlement(of tickets: TicketSet) -> Int64 {
        var total: Int64 = 0
        for number in tickets.numbers where order.tickets.indices.contains(number) {
            total = sum(total, order.tickets[number].settlement)
        }
        return total
    }

    /// What the distributor's amount is less by: the same money, so nothing where the books have two currencies.
    func distributorPenalty(_ penalty: Int64) -> Int64 {
        order.terms.sellCurrency == order.terms.settlementCurrency ? penalty : 0
    }

    /// Divides a total over tickets by their settlement prices; a negative one as its opposite.
    mutating func shares(ofPenalty total: Int64, over tickets: TicketSet) -> [Int64] {
        let weights = tickets.numbers.map {
            order.tickets.indices.contains($0) ? max(0, order.tickets[$0].settlement) : 0
        }
        return divide(total, over: weights)
    }

    /// By largest remainder, of negative totals too.
    mutating func divide(_ total: Int64, over weights: [Int64]) -> [Int64] {
        guard total != 0 else { return weights.map { _ in 0 } }
        let size = total < 0 ? difference(0, total) : total
        guard let parts = largestRemainder(total: size, weights: weights) else {
            cannotBeAddedUp()
            return weights.map { _ in 0 }
        }
        return total < 0 ? parts.map { -$0 } : parts
    }

    private func line(_ number: Int, _ component: PriceComponent, _ minorUnits: Int64) -> LedgerEntry.Line {
        LedgerEntry.Line(
            ticket: number, component: component, minorUnits: minorUnits,
            ticketClassID: order.tickets.indices.contains(number) ? order.tickets[number].ticketClassID : nil)
    }

    /// A ticket's part of the sale.
    private func partLines(_ number: Int) -> [LedgerEntry.Line] {
        guard order.tickets.indices.contains(number) else { return [] }
        let ticket = order.tickets[number]
        var lines = [line(number, .ticket, ticket.sell)]
        if ticket.step != 0 { lines.append(line(number, .step, ticket.step)) }
        if ticket.discount != 0 { lines.append(line(number, .packageDiscount, 0 &- ticket.discount)) }
        if ticket.commission != 0 { lines.append(line(number, .commission, 0 &- ticket.commission)) }
        return lines
    }

    private var saleLines: [LedgerEntry.Line] {
        var lines: [LedgerEntry.Line] = []
        for number in order.tickets.indices { lines += partLines(number) }
        if order.terms.postage != 0 {
            lines.append(
                LedgerEntry.Line(
                    ticket: nil, component: .postage, minorUnits: order.terms.postage, ticketClassID: nil))
        }
        return lines
    }

    private mutating func negated(_ lines: [LedgerEntry.Line]) -> [LedgerEntry.Line] {
        var negated = lines
        for index in negated.indices { negated[index].minorUnits = difference(0, negated[index].minorUnits) }
        return negated
    }
}

// MARK: Posting

extension Draft {
    /// A partner's time, or its cause's where that is later: then it says TIME_BEFORE_CAUSE.
    mutating func notBefore(
        _ causeMs: Milliseconds?, _ atMs: Milliseconds, _ what: String, _ cause: String
    ) -> Milliseconds {
        guard let causeMs, atMs < causeMs else { return atMs }
        anomaly(.timeBeforeCause, "the time of \(what) is before that of \(cause), which is used")
        return causeMs
    }

    private mutating func post(
        _ id: EntryID, base: TimeBase, atMs: Milliseconds, eventSequence: UInt64, reverses: EntryID? = nil,
        named: Passage = .none, refund: Order.Refund? = nil, lines: [LedgerEntry.Line]
    ) {
        let isReceivable = id.book == .receivable
        let terms = order.terms
        var total: Int64 = 0
        for line in lines { total = sum(total, line.minorUnits) }
        let partyID = isReceivable ? input.key.distributorID : order.placing.supplierID
        let contractID = isReceivable ? terms.distributorContractID : terms.supplierContractID
        let version = isReceivable ? terms.distributorContractVersion : terms.supplierContractVersion
        let contracts =
            (isReceivable ? context.directory.distributorContracts : context.directory.supplierContracts)[partyID] ?? []
        let currency = isReceivable ? terms.sellCurrency : terms.settlementCurrency
        let utcMonths = Contract(
            id: contractID, version: version, period: .month, zoneOffsets: [], graceMinutes: 0, currency: currency,
            commissionBasisPoints: 0, validFromMs: nil, refundReportMinutes: 0)
        let placement = Placement(
            effectiveAtMs: atMs, recordedAtMs: nowMs,
            contract: .billing(contracts, contractID: contractID, version: version, atMs: atMs) ?? utcMonths,
            open: .billing(contracts, contractID: contractID, version: version, atMs: nowMs) ?? utcMonths)
        post(
            LedgerEntry(
                id: id, amount: Money(minorUnits: total, currency: currency),
                partyID: partyID, supplierID: order.placing.supplierID, supplierOrderID: order.supplierOrderID,
                refundID: refund?.id, timeBase: base, effectiveAtMs: atMs, recordedAtMs: nowMs,
                period: placement.period, originPeriod: placement.originPeriod, contractID: contractID,
                contractVersion: version,
                reverses: reverses.map { .entry($0) } ?? (named.isEmpty ? .nothing : .named(named)),
                eventSequence: eventSequence, lines: lines, refundMode: refund?.mode ?? .unspecified,
                projectID: order.placing.projectID, showID: order.placing.showID))
        if isReceivable {
            order.books.receivable = sum(order.books.receivable, total)
        } else {
            order.books.settlement = sum(order.books.settlement, total)
        }
        checkFloat()
    }

    /// receivable − settlement ≥ 0 at every moment, where the order's prices allow it; what breaks it is told once.
    private mutating func checkFloat() {
        guard !order.told.contains(.floatNegative), order.terms.sellCurrency == order.terms.settlementCurrency,
            order.books.receivable < order.books.settlement, !order.told.contains(.pricesBelowCost)
        else { return }
        order.told.insert(.floatNegative)
        anomaly(
            .floatNegative,
            "the distributor owes \(order.books.receivable), the supplier is owed \(order.books.settlement)")
    }
}

extension Contract {
    /// The version of a party's contract by whose periods an entry is billed: the latest that is valid at a time, else
    /// the one that was frozen at the lock. A contract that was taken out of the directory is billed as the party's
    /// others are.
    /// - Returns: nil where the party has no contract at all.
    static func billing(_ contracts: [Contract], contractID: ID, version: UInt64, atMs: Milliseconds) -> Contract? {
        var frozen: Contract?
        for contract in contracts.reversed() where contract.id == contractID {
            if (contract.validFromMs ?? .min) <= atMs { return contract }
            if frozen == nil || contract.version == version { frozen = contract }
        }
        return frozen ?? contracts.last
    }
}

/// What a supplier says about refunds: the answer to a request, or its own notice. A refund that was made is a fact,
/// recorded with its own time, whoever asked for it. Source: domain, "Fine points" and rows 37, 38, 41 to 46.
extension Draft {
    mutating func refundAnswered(_ result: SupplierResult, refundID: ID) {
        switch result.outcome {
        case .unknown: break  // asked again when its timer is due
        case .failed: refundRefused(result, refundID)
        case .succeeded:
            var refunded = SupplierResult.Refunded.everything
            if case .refunded(let told) = result.detail { refunded = told }
            refunded.refundID = refundID
            supplierRefunded(result, refunded)
        }
    }

    mutating func supplierRefundedUnasked(_ result: SupplierResult, _ refunded: SupplierResult.Refunded) {
        guard result.outcome == .succeeded else { return }
        supplierRefunded(result, refunded)
    }

    private mutating func refundRefused(_ result: SupplierResult, _ refundID: ID) {
        guard let index = order.refunds.firstIndex(where: { $0.id == refundID }) else { return }
        switch order.refunds[index].phase {
        case .requested:
            // It says that it did something: that is no refusal, so it is asked again.
            guard result.sideEffect != .certain else { return }
            order.refunds[index].phase = .refused
            order.refunds[index].dueMs = nil
            say(
                .refundRefused(
                    refundID: refundID,
                    code: result.failureCode.isEmpty ? .words("REFUSED") : .passage(result.failureCode),
                    message: said(result, else: "the supplier refuses")))
            scheduleRefunds()
        case .refused, .superseded: break
        case .supplierRefunded, .distributorFailed, .distributorRefunded:
            anomaly(.contradiction, "the supplier refuses refund \(refundID), which it has made")
        }
    }

    /// The supplier has given money back.
    /// - Parameter isReport: it describes the order as it stands, so that what is known already is no contradiction.
    mutating func supplierRefunded(
        _ result: SupplierResult, _ refunded: SupplierResult.Refunded, isReport: Bool = false
    ) {
        if let amount = refunded.amount, amount.currency != order.terms.settlementCurrency {
            return cannotBeAddedUp()
        }
        switch order.status {
        case .locking, .locked, .fixing: keep(result, refunded, isReport: isReport)
        case .lockFail, .canceled, .fixFail:
            if order.told.contains(.orphanIssue) {
                // What was issued after the end is given back.
                endRelease()
            } else if !isReport {
                anomaly(.contradiction, "a refund of tickets that were never issued")
            }
        case .fixed, .refunding, .refunded, .refundFail: record(result, refunded, isReport: isReport)
        }
    }

    /// A refund that comes before the issuing: it waits for that.
    private mutating func keep(_ result: SupplierResult, _ refunded: SupplierResult.Refunded, isReport: Bool) {
        var (tickets, isClean) = ticketSet(refunded.tickets)
        var kept = TicketSet()
        for case .supplierRefund(let earlier) in order.intents {
            // The same again, perhaps under another result's id.
            if earlier.refundID == refunded.refundID { return }
            kept = kept.union(earlier.tickets)
        }
        if refunded.tickets.isEmpty { tickets = TicketSet.all(order.tickets.count).subtracting(kept) }
        let fresh = tickets.subtracting(kept)
        guard !fresh.isEmpty else {
            if !isReport { anomaly(.contradiction, "a refund of tickets that are refunded already") }
            return
        }
        let refundID = refunded.refundID ?? result.id
        order.intents.append(
            .supplierRefund(
                Order.KeptRefund(
                    refundID: knowsRefund(refundID) ? freeRefundID(refundID) : refundID, tickets: fresh,
                    amount: refunded.amount, mode: refunded.mode, refundedAtMs: timeOf(result), unasked: true)))
        say(.intentRecorded(.supplierRefund))
        if fresh != tickets { isClean = false }
        if order.status != .fixing || !isClean {
            anomaly(
                .contradiction,
                order.status == .fixing
                    ? "the refund names tickets that cannot be refunded" : "a refund before anything was issued")
        }
    }

    /// A refund that waited, now that the tickets are issued.
    mutating func takeKept(_ kept: Order.KeptRefund) {
        let tickets = kept.tickets.subtracting(refundedTickets)
        guard !tickets.isEmpty else { return }
        book(
            kept.refundID, tickets, amount: kept.amount?.minorUnits, mode: kept.mode, atMs: kept.refundedAtMs,
            unasked: kept.unasked)
    }

    private mutating func record(_ result: SupplierResult, _ refunded: SupplierResult.Refunded, isReport: Bool) {
        let known = refunded.refundID.flatMap { id in order.refunds.first { $0.id == id } }
        let done = refundedTickets
        var (tickets, isClean) = ticketSet(refunded.tickets)
        if refunded.tickets.isEmpty {
            tickets = known?.tickets ?? TicketSet.all(order.tickets.count).subtracting(done)
        }
        if let known, known.isMade, tickets.isSubset(of: known.tickets), isClean {
            // The same again, perhaps under another result's id; with another amount it is not the same.
            guard let amount = refunded.amount, amount.minorUnits != known.settlementAmount, !isReport else { return }
            anomaly(.contradiction, "refund \(known.id) again, with another amount")
            return
        }
        let fresh = tickets.subtracting(done)
        guard !fresh.isEmpty else {
            if let known, !known.isMade { return supersede(known.id) }
            if !isReport { anomaly(.contradiction, "a refund of tickets that are refunded already") }
            return
        }
        var refundID = refunded.refundID ?? result.id
        if known?.isMade ?? false || (known == nil && order.refunds.contains { $0.id == refundID }) {
            refundID = freeRefundID(result.id)
            isClean = false
        }
        let wasRefused = known?.phase == .refused
        book(
            refundID, fresh, amount: refunded.amount?.minorUnits, mode: refunded.mode, atMs: timeOf(result),
            unasked: known == nil || known?.isMade ?? false)
        if let known, !known.isMade, !fresh.isSubset(of: known.tickets) { isClean = false }
        // Where it names no tickets it may mean those that are left.
        if !refunded.tickets.isEmpty, fresh != tickets { isClean = false }
        if !isClean || wasRefused {
            anomaly(
                .contradiction,
                wasRefused
                    ? "the supplier has made refund \(refundID), which it refused"
                    : "the refund names tickets that were not asked for or cannot be refunded")
        }
    }

    /// A request whose tickets another refund has covered ends with its own answer.
    private mutating func supersede(_ id: ID) {
        guard let index = order.refunds.firstIndex(where: { $0.id == id }) else { return }
        order.refunds[index].phase = .superseded
        order.refunds[index].dueMs = nil
        scheduleRefunds()
    }

    /// settlement −: the supplier's refund becomes a fact of the order.
    private mutating func book(
        _ refundID: ID, _ tickets: TicketSet, amount: Int64?, mode: RefundMode, atMs: Milliseconds, unasked: Bool
    ) {
        let price = settlement(of: tickets)
        let given = amount ?? price
        let penalty = difference(price, given)
        let owed = difference(part(of: tickets), distributorPenalty(penalty))
        let issuedAtMs = order.issuing?.issuedAtMs
        let refundedAtMs = max(atMs, issuedAtMs ?? atMs)
        let refund = Order.Refund(
            id: refundID, tickets: tickets, phase: .supplierRefunded, unasked: unasked,
            requestedAtMs: order.refunds.first { $0.id == refundID }?.requestedAtMs ?? sentAtMs, attempts: 0,
            dueMs: later(nowMs, by: reportMs), escalated: false, supplierRefundedAtMs: refundedAtMs,
            settlementAmount: given, penalty: penalty, distributorAmount: owed, mode: mode, isUndated: false,
            distributorRefundedAtMs: nil)
        if let index = order.refunds.firstIndex(where: { $0.id == refundID }) {
            order.refunds[index] = refund
        } else {
            order.refunds.append(refund)
        }
        let sequence = say(
            .supplierRefunded(
                Event.SupplierRefunded(
                    refundID: refundID, tickets: tickets,
                    distributorAmount: Money(minorUnits: owed, currency: order.terms.sellCurrency),
                    refundedAtMs: refundedAtMs, unasked: unasked, reportByMs: later(nowMs, by: reportMs), mode: mode)),
            to: .refunding)
        _ = notBefore(issuedAtMs, atMs, "the supplier's refund", "the issue")
        postSupplierRefund(refund, eventSequence: sequence)
        if given > price || given < 0 {
            anomaly(.amountMismatch, "the supplier gives back \(given) for tickets of \(price)")
        }
        scheduleRefunds()
    }

    /// How long the distributor has for its report, by the contract of the lock.
    private var reportMs: Int64 {
        let contracts = context.directory.distributorContracts[input.key.distributorID] ?? []
        let terms = order.terms
        let contract = Contract.billing(
            contracts, contractID: terms.distributorContractID, version: terms.distributorContractVersion,
            atMs: order.hold?.lockedAtMs ?? nowMs)
        let minutes = contract?.refundReportMinutes ?? 0
        return Int64(minutes == 0 ? 3 * 24 * 60 : minutes) * 60_000
    }
}

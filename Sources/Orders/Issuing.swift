/// Issuing: FIXING becomes FIXED by the supplier's word, FIX_FAIL by its proof, and nothing else ends it. Source: domain,
/// "The three strategies" and rows 19 to 35.
extension Draft {
    /// Asks the supplier to issue what is held: LOCKED becomes FIXING. The caller has checked that it may.
    /// - Returns: the sequence number of IssueStarted.
    @discardableResult
    mutating func startIssuing() -> UInt64 {
        let sequence = say(.issueStarted, to: .fixing)
        order.timers[.holdExpiry] = nil
        order.issuing = Order.Issuing(
            startedAtMs: nowMs, sentAtMs: sentAtMs, attempts: 0, negotiation: nil, issuedAtMs: nil, codesDigest: nil,
            codesMissing: false)
        sendIssue()
        order.timers[.issueTimeout] = later(sentAtMs, by: issueTimeoutMs)
        armPoll()
        return sequence
    }

    var issueTimeoutMs: Int64 { max(1, supplier?.issueTimeoutMs ?? 60_000) }

    /// Sends the issue request, the first time or again.
    mutating func sendIssue() {
        guard var issuing = order.issuing else { return }
        issuing.attempts = next(issuing.attempts)
        issuing.sentAtMs = sentAtMs
        issuing.negotiation?.notFound = 0
        issuing.negotiation?.sendsAgain = false
        order.issuing = issuing
        ask(
            .issue, .issue(order.carried), attempt: issuing.attempts,
            deadlineMs: later(sentAtMs, by: issueTimeoutMs))
    }

    /// The supplier answers the issue request.
    mutating func issueAnswered(_ result: SupplierResult) {
        switch order.status {
        case .locking, .locked:
            if result.outcome == .succeeded { anomaly(.contradiction, "issued without having been asked for") }
        case .fixing: issueAnsweredInTime(result)
        case .fixed, .refunding, .refunded, .refundFail:
            switch result.outcome {
            case .succeeded: if case .issued(let issued) = result.detail { issuedAgain(issued, result) }
            case .failed:
                anomaly(.contradiction, "the supplier says that it issued nothing, after it said that it did")
                queryOnce()
            case .unknown: break
            }
        case .lockFail, .canceled, .fixFail:
            if result.outcome == .succeeded { issuedAfterEnd() }
        }
    }

    private mutating func issueAnsweredInTime(_ result: SupplierResult) {
        if let issuing = order.issuing, issuing.negotiation == nil {
            supplierAnswered(sinceMs: issuing.sentAtMs, failed: result.outcome == .unknown)
        }
        // What it says now about the attempt counts, not that it once seemed never to have left.
        order.issuing?.negotiation?.sendsAgain = false
        switch (result.outcome, result.sideEffect) {
        case (.succeeded, _):
            if case .issued(let issued) = result.detail {
                judge(issued, result)
            } else {
                startNegotiation(reason: .words("issued, but the tickets are not told"))
            }
        case (.failed, .none): failIssue(result, atMs: timeOf(result))
        case (.failed, _): startNegotiation(reason: said(result, else: "the issue failed, perhaps with an effect"))
        case (.unknown, let sideEffect):
            startNegotiation(reason: said(result, else: "the outcome of the issue is unknown"))
            // Provably never left: the only case in which a supplier that may issue twice is asked again, and only
            // once, since a late answer cannot be told from one to the second attempt.
            if sideEffect == .none, order.issuing?.attempts == 1 { order.issuing?.negotiation?.sendsAgain = true }
        }
    }

    /// The issue request was not answered in time.
    mutating func issueTimedOut() {
        order.timers[.issueTimeout] = nil
        guard order.status == .fixing, order.issuing?.negotiation == nil else { return }
        supplierTimedOut()
        startNegotiation(reason: .words("the issue was not answered in time"))
    }

    /// While FIXING the supplier names tickets as issued.
    mutating func judge(_ issued: SupplierResult.Issued, _ result: SupplierResult) {
        let (tickets, named, hasForeign) = ticketsOfOrder(issued)
        guard named == .all(order.tickets.count) else {
            continueNegotiation()
            if !order.told.contains(.fewerTickets) {
                order.told.insert(.fewerTickets)
                escalate(.fewerTickets, "\(named.count) of \(order.tickets.count) tickets are issued")
            }
            return
        }
        succeedIssue(issued, tickets, result)
        if hasForeign { anomaly(.contradiction, "tickets are issued that the order does not have") }
    }

    /// The issued tickets that are the order's, each once.
    private func ticketsOfOrder(
        _ issued: SupplierResult.Issued
    ) -> (tickets: [IssuedTicket], named: TicketSet, hasForeign: Bool) {
        var named = TicketSet()
        var tickets: [IssuedTicket] = []
        for ticket in issued.tickets {
            guard let number = Int(exactly: ticket.sequence), order.tickets.indices.contains(number),
                !named.contains(number)
            else { continue }
            named.insert(number)
            tickets.append(ticket)
        }
        return (tickets, named, tickets.count != issued.tickets.count)
    }

    private mutating func succeedIssue(
        _ issued: SupplierResult.Issued, _ tickets: [IssuedTicket], _ result: SupplierResult
    ) {
        let toldAtMs = timeOf(result)
        let lockedAtMs = order.hold?.lockedAtMs
        let sequence = say(
            .issued(tickets: tickets, issuedAtMs: max(toldAtMs, lockedAtMs ?? toldAtMs)), to: .fixed)
        let issuedAtMs = notBefore(lockedAtMs, toldAtMs, "the issue", "the sale")
        takeSettlementTotal(issued.settlementTotal)
        postSettlementSale(atMs: issuedAtMs, eventSequence: sequence)

        order.carried = .none
        order.timers[.issueTimeout] = nil
        order.issuing?.issuedAtMs = issuedAtMs
        order.issuing?.codesDigest = issued.codesDigest
        stopPolling()
        if hasMissingCodes(tickets) {
            order.issuing?.codesMissing = true
            anomaly(.missingCodes, "electronic tickets are issued without codes")
            continueNegotiation()
        }
        followIntents()
    }

    private func hasMissingCodes(_ tickets: [IssuedTicket]) -> Bool {
        order.placing.deliveryMethod == .electronic && tickets.contains { $0.code.isEmpty }
    }

    /// What was actually charged becomes the tickets' settlement prices, so that refunds reverse what was booked.
    private mutating func takeSettlementTotal(_ charged: Money?) {
        guard let charged else { return }
        guard charged.currency == order.terms.settlementCurrency else { return cannotBeAddedUp() }
        let expected = settlement(of: .all(order.tickets.count))
        guard charged.minorUnits != expected else { return }
        let parts = divide(charged.minorUnits, over: order.tickets.map { max(0, $0.settlement) })
        for (number, part) in parts.enumerated() { order.tickets[number].settlement = part }
        anomaly(.amountMismatch, "the supplier charges \(charged.minorUnits), not \(expected)")
    }

    /// The supplier says again that it issued, after FIXED: the same codes, codes that were missing, or others.
    mutating func issuedAgain(_ issued: SupplierResult.Issued, _ result: SupplierResult) {
        let (tickets, named, _) = ticketsOfOrder(issued)
        guard let issuing = order.issuing, issuing.codesDigest != issued.codesDigest else { return }
        // Tickets without any code tell nothing about the codes that are known.
        guard tickets.contains(where: { !$0.code.isEmpty }) else { return }
        if issuing.codesMissing {
            guard named == .all(order.tickets.count), !hasMissingCodes(tickets) else { return }
            order.issuing?.codesMissing = false
            order.issuing?.codesDigest = issued.codesDigest
            stopPolling()
            say(.issued(tickets: tickets, issuedAtMs: issuing.issuedAtMs ?? timeOf(result)))
        } else {
            order.issuing?.codesDigest = issued.codesDigest
            anomaly(.ticketsChanged, "the supplier names other codes than before")
        }
    }

    /// The supplier issued what the distributor was told it will not get: it is not charged, and the supplier is asked
    /// to take the tickets back.
    mutating func issuedAfterEnd() {
        guard !order.told.contains(.orphanIssue) || order.release == nil else { return }
        order.told.insert(.orphanIssue)
        anomaly(.orphanIssue, "issued although the order had ended")
        startRelease(reason: "issued although the order had ended")
    }

    /// The supplier has proved that it issued nothing: FIX_FAIL.
    /// - Parameter atMs: when that was proved.
    mutating func failIssue(_ result: SupplierResult, atMs: Milliseconds, code: String = "FAILED") {
        let sequence = say(
            .issueFailed(
                code: result.failureCode.isEmpty ? .words(code) : .passage(result.failureCode),
                message: said(result, else: "the supplier has issued nothing")),
            to: .fixFail)
        let effectiveAtMs = notBefore(order.hold?.lockedAtMs, atMs, "the failure", "the sale")
        postIssueFailure(atMs: effectiveAtMs, eventSequence: sequence)
        order.timers[.issueTimeout] = nil
        stopPolling()
        endBeforeIssuing()
        startRelease(reason: "not issued")
    }

    /// When a result's fact happened: the supplier's time, else the record's.
    func timeOf(_ result: SupplierResult) -> Milliseconds { result.occurredAtMs ?? input.appendedAtMs }

    /// A supplier's words, or ours where it has none.
    func said(_ result: SupplierResult, else words: String) -> Text {
        result.failureMessage.isEmpty ? .words(words) : .passage(result.failureMessage)
    }
}

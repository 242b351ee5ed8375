/// What must be true of a stored record by itself: which parts are there in which status, what drives it on, and that
/// the books are what tickets and refunds say. Tests ask after every decision.
extension OrderRecord {
    /// What is wrong with the record by itself, one line each; empty for a sound one.
    public func validate() -> [String] {
        switch self {
        case .refusals(let refusals):
            refusals.refusals.isEmpty ? ["refusals of nothing"] : []
        case .stub(let stub):
            (stub.sequence > 0 ? [] : ["a stub without events"])
                + (stub.status.isTerminal ? [] : ["a stub of an order in \(stub.status)"])
                + (stub.refunded.isSubset(of: .all(stub.ticketCount)) ? [] : ["a stub with foreign tickets"])
        case .order(let order):
            order.partFaults + order.timerFaults + order.refundFaults + order.bookFaults + order.memoryFaults
        }
    }
}

extension Order {
    /// Whether the supplier has issued.
    private var isIssued: Bool {
        switch status {
        case .fixed, .refunding, .refunded, .refundFail: true
        case .locking, .locked, .lockFail, .canceled, .fixing, .fixFail: false
        }
    }

    private var mayBeIssued: Bool { status == .locking || status == .locked || status == .fixing }

    fileprivate var partFaults: [String] {
        var faults: [String] = []
        func require(_ isSo: Bool, _ fault: @autoclosure () -> String) { if !isSo { faults.append(fault()) } }
        require(sequence > 0, "no event yet")
        require((1...100).contains(tickets.count), "\(tickets.count) tickets")
        require((hold != nil) == (status != .locking && status != .lockFail), "\(status) and hold: \(hold != nil)")
        require((issuing != nil) == (isIssued || status == .fixing || status == .fixFail), "\(status) and issuing")
        require((cancellation != nil) == (status == .canceled), "\(status) and cancellation")
        require(hold?.extending == nil || status == .locked, "\(status) and an extension under way")
        require(mayBeIssued || carried == .none, "\(status) and the buyer is still kept")
        if let issuing {
            require((issuing.issuedAtMs != nil) == isIssued, "\(status) and issued at \(issuing.issuedAtMs ?? 0)")
            require((issuing.codesDigest != nil) == isIssued, "\(status) and its codes")
            require(!issuing.codesMissing || isIssued, "\(status) and codes missing")
            require(issuing.attempts > 0, "FIXING and nothing was asked for")
        }
        require(intents.isEmpty || mayBeIssued, "\(status) and \(intents.count) intents")
        require(intents.filter(\.isCancel).count <= 1, "two cancels wait")
        require(status != .locked || !intents.contains(where: \.isCancel), "LOCKED and a cancel waits")
        require(release == nil || !mayBeIssued && !isIssued, "\(status) and a release")
        return faults
    }

    fileprivate var timerFaults: [String] {
        var faults: [String] = []
        func require(_ kind: TimerKind, _ isSet: Bool, _ why: String) {
            if (timers[kind] != nil) != isSet { faults.append("\(status), \(why): timer \(kind) is \(!isSet)") }
        }
        require(.lockTimeout, status == .locking, "lock")
        require(.holdExpiry, status == .locked, "hold")
        require(.extendTimeout, hold?.extending != nil, "extension")
        require(.releaseRetry, release != nil, "release")
        require(.issueTimeout, status == .fixing && issuing?.negotiation == nil, "issue")
        let polls = issuing?.negotiation?.nextPollAtMs != nil
        if polls { require(.poll, true, "negotiation") }
        if !polls, status != .fixing { require(.poll, false, "no negotiation") }
        if status == .fixing, issuing?.negotiation != nil, !polls { faults.append("negotiating without a next step") }
        if issuing?.codesMissing == true, !polls { faults.append("codes are missing and nobody asks for them") }
        require(.refundRequestTimeout, refunds.contains { $0.phase == .requested }, "refund requests")
        require(
            .refundReportOverdue, refunds.contains { $0.phase == .supplierRefunded && $0.dueMs != nil }, "reports")
        require(.retention, status.isTerminal && !refunds.contains(where: \.isOpen), "retention")
        return faults
    }

    fileprivate var refundFaults: [String] {
        var faults: [String] = []
        func require(_ isSo: Bool, _ fault: @autoclosure () -> String) { if !isSo { faults.append(fault()) } }
        require(refunds.isEmpty || isIssued, "\(status) and refunds")
        require(Set(refunds.map(\.id)).count == refunds.count, "two refunds of one id")
        require(Set(askedRefunds.map(\.refundID)).count == askedRefunds.count, "one refund is asked for twice")
        var refunded = TicketSet()
        for refund in refunds {
            let name = "refund \(refund.id)"
            require(!refund.tickets.isEmpty, "\(name) of no ticket")
            require(refund.tickets.isSubset(of: .all(tickets.count)), "\(name) of foreign tickets")
            require((refund.supplierRefundedAtMs != nil) == refund.isMade, "\(name) \(refund.phase) and its time")
            require(!refund.isUndated || refund.phase == .distributorRefunded, "\(name) \(refund.phase), undated")
            switch refund.phase {
            case .requested: require(refund.dueMs != nil && refund.attempts > 0, "\(name) is not asked for")
            case .supplierRefunded: require(refund.dueMs != nil || refund.escalated, "\(name) waits for nobody")
            case .distributorRefunded:
                require(refund.isUndated == (refund.distributorRefundedAtMs == nil), "\(name) and its report's time")
            case .refused, .superseded, .distributorFailed: require(refund.dueMs == nil, "\(name) is due")
            }
            guard refund.isMade else { continue }
            require(refunded.intersection(refund.tickets).isEmpty, "\(name) of tickets that are refunded already")
            refunded = refunded.union(refund.tickets)
            let price = refund.tickets.numbers.reduce(0) { $0 &+ tickets[$1].settlement }
            require(refund.settlementAmount &+ refund.penalty == price, "\(name): amount and penalty are not the price")
        }
        let unreported = refunds.contains { $0.phase == .supplierRefunded }
        let failed = refunds.contains { $0.phase == .distributorFailed }
        if isIssued {
            let expected: OrderStatus =
                unreported ? .refunding : failed ? .refundFail : refunded == .all(tickets.count) ? .refunded : .fixed
            require(status == expected, "\(status), by its refunds \(expected)")
        }
        return faults
    }

    /// The sums of the books, but where a person has corrected them.
    fileprivate var bookFaults: [String] {
        guard !remembered.contains(where: { $0.sender == .operatorAction && $0.accepted }) else { return [] }
        var receivable: Int64 = 0
        var settlement: Int64 = 0
        if status == .locked || status == .fixing || isIssued {
            receivable = tickets.reduce(terms.postage) { $0 &+ $1.sell &+ $1.step &- $1.discount &- $1.commission }
        }
        if isIssued { settlement = tickets.reduce(0) { $0 &+ $1.settlement } }
        for refund in refunds where refund.isMade {
            settlement = settlement &- refund.settlementAmount
            if refund.phase == .distributorRefunded, !refund.isUndated {
                receivable = receivable &- refund.distributorAmount
            }
        }
        return (books.receivable == receivable ? [] : ["receivable is \(books.receivable), not \(receivable)"])
            + (books.settlement == settlement ? [] : ["settlement is \(books.settlement), not \(settlement)"])
    }

    fileprivate var memoryFaults: [String] {
        let senders: [RememberedCommand.Sender] = [.distributor, .operatorAction]
        let areUnique = senders.allSatisfy { sender in
            let ids = remembered.filter { $0.sender == sender }.map(\.id)
            return Set(ids).count == ids.count
        }
        return (areUnique ? [] : ["one command is remembered twice"])
            + (Set(results).count == results.count ? [] : ["one result is remembered twice"])
    }
}

/// What the supplier says about the order as it sees it: the answer to a query, or unasked. Source: domain, rows 21 to 27.
extension Draft {
    /// - Parameter number: which query it answers; nil where the supplier tells it unasked.
    mutating func queryAnswered(_ result: SupplierResult, number: UInt32?) {
        let isNew = noteAnswer(number)
        // A query that failed, or an outcome that nobody knows, says nothing: the rule's next step is due anyway.
        guard case .orderAtSupplier(let answer) = result.detail, result.outcome != .unknown else { return }
        switch order.status {
        case .fixing: answeredWhileFixing(answer, result, countsNotFound: isNew)
        case .fixed, .refunding, .refunded, .refundFail: answeredAfterIssue(answer, result)
        case .lockFail, .canceled, .fixFail:
            if answer.state == .issued { issuedAfterEnd() }
            if answer.state == .refunded, let refunded = answer.refunded { supplierRefunded(result, refunded) }
        case .locking, .locked:
            if answer.state == .issued { anomaly(.contradiction, "issued without having been asked for") }
            if answer.state == .refunded { supplierRefunded(result, answer.refunded ?? .everything, isReport: true) }
        }
    }

    /// - Returns: whether it is the first answer to a query that was sent.
    private mutating func noteAnswer(_ number: UInt32?) -> Bool {
        guard let number, let negotiation = order.issuing?.negotiation, number <= negotiation.queries,
            number > negotiation.lastAnswered
        else { return false }
        order.issuing?.negotiation?.lastAnswered = number
        return true
    }

    private mutating func answeredWhileFixing(
        _ answer: SupplierResult.OrderAtSupplier, _ result: SupplierResult, countsNotFound: Bool
    ) {
        switch answer.state {
        case .issued:
            if let issued = answer.issued { judge(issued, result) }
        case .refunded:
            // It was issued, or it could not have been refunded; but without its tickets that is not told.
            if let issued = answer.issued { judge(issued, result) }
            supplierRefunded(result, answer.refunded ?? .everything, isReport: true)
        case .failed, .released:
            guard result.sideEffect != .certain else { return }
            failIssue(result, atMs: timeOf(result), code: answer.state == .failed ? "FAILED" : "RELEASED")
        case .notFound:
            if countsNotFound { countNotFound(result) }
        case .held:
            // Held and not issued, as far as it knows: where the same request never issues twice, it is sent again.
            if issuesAgain, order.issuing?.negotiation != nil { sendIssue() }
        case .inProgress, .unspecified: break
        }
    }

    /// NOT_FOUND is no proof by itself: the supplier's own view may lag. So many of them, none before the grace, are.
    private mutating func countNotFound(_ result: SupplierResult) {
        guard let issuing = order.issuing, let negotiation = issuing.negotiation,
            nowMs >= later(issuing.sentAtMs, by: supplier?.poll.notFoundGraceMs ?? .max)
        else { return }
        let count = next(negotiation.notFound)
        order.issuing?.negotiation?.notFound = count
        if count >= max(1, supplier?.poll.notFoundCount ?? .max) {
            failIssue(result, atMs: nowMs, code: "NOT_FOUND")
        }
    }

    private mutating func answeredAfterIssue(
        _ answer: SupplierResult.OrderAtSupplier, _ result: SupplierResult
    ) {
        switch answer.state {
        case .issued:
            if let issued = answer.issued { issuedAgain(issued, result) }
        case .refunded:
            supplierRefunded(result, answer.refunded ?? .everything, isReport: true)
        case .failed:
            anomaly(.contradiction, "the supplier says that it issued nothing, after it said that it did")
        case .released:
            // Where it has refunded, that is the same in other words.
            if order.status == .fixed {
                anomaly(.contradiction, "the supplier says that it released what it said it had issued")
            }
        case .notFound, .held, .inProgress, .unspecified: break
        }
    }
}

extension SupplierResult.Refunded {
    /// All that is not refunded yet, at its price.
    static let everything = SupplierResult.Refunded(refundID: nil, tickets: [], amount: nil, mode: .unspecified)
}

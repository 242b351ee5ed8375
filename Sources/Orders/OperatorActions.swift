/// What a person does to an order. An action that is refused is told by CommandRejected alone; any other by OperatorActed
/// before its effects. Source: domain, "A person's act" and "Fine points".
extension Draft {
    mutating func act(_ action: OperatorAction) {
        if let first = order.remembered.first(action.id, from: .operatorAction) {
            say(first.answer(to: action.digest))
            return
        }
        let asked = resolved(action.action)
        if let refusal = refusal(of: asked, approval: action.approval) {
            return reject(refusal.code, refusal.message)
        }
        let sequence = say(
            .operatorActed(
                operatorName: action.operatorName, action: asked.name, reason: action.reason,
                approvedBy: action.approvedBy))
        accept(answer: sequence)
        switch asked {
        case .resolve(let result): receive(result)
        case .queryNow:
            startNegotiation(reason: .words("asked for by a person"))
            sendQuery()
        case .cancelHold: cancelHeld(.operatorAction, atMs: input.appendedAtMs)
        case .correct(let correction):
            postCorrection(correction, actionID: action.id, eventSequence: sequence)
        case .reportRefund(let report): take(report)
        case .invalid: break  // Refused above.
        }
    }

    /// A person's evidence that names no request is about what the order waits for.
    private func resolved(_ action: OperatorAction.Action) -> OperatorAction.Action {
        guard case .resolve(var result) = action, result.request == nil, result.detail == nil else { return action }
        if order.status == .fixing { result.request = .issue }
        if order.status == .locking { result.request = .lock }
        return .resolve(result)
    }

    private func refusal(of action: OperatorAction.Action, approval: OperatorAction.Approval) -> Refusal? {
        if case .invalid(let message) = action { return Refusal(.invalidCommand, message) }
        if action != .queryNow, approval != .anotherPerson {
            return Refusal(
                .notPermitted,
                approval == .none ? "approved_by: another person has to approve" : "approved_by: the operator itself")
        }
        switch action {
        case .resolve(let result): return refusal(of: result)
        case .queryNow:
            guard order.issuing != nil else { return Refusal(.invalidState, "nothing was asked to be issued") }
            return canQuery ? nil : Refusal(.notSupported, "the supplier answers no queries")
        case .cancelHold:
            guard order.status == .locked, let hold = order.hold else {
                return Refusal(.invalidState, "there is no hold to cancel")
            }
            return input.appendedAtMs < hold.untilMs ? nil : Refusal(.holdExpired, "the hold is over")
        case .correct(let correction): return refusal(of: correction)
        case .reportRefund(let report): return refusal(of: report).map { Refusal(.invalidState, $0) }
        case .invalid(let message): return Refusal(.invalidCommand, message)
        }
    }

    /// A person decides on evidence: what proves nothing decides nothing.
    private func refusal(of result: SupplierResult) -> Refusal? {
        if result.supplierID != order.placing.supplierID {
            return Refusal(.invalidCommand, "resolve.supplier_id: not the order's supplier")
        }
        if result.requestIsForeign { return Refusal(.invalidCommand, "resolve.request_id: none of the order's") }
        if order.results.contains(result.id) {
            return Refusal(.invalidState, "resolve.result_id: handled already")
        }
        if result.outcome == .unknown { return Refusal(.invalidCommand, "resolve.outcome: UNKNOWN decides nothing") }
        if result.outcome == .failed, result.detail == nil, result.request == nil {
            return Refusal(.invalidCommand, "resolve.request_id: says not what has failed")
        }
        if order.status == .fixing, result.outcome == .failed, result.request == .issue, result.sideEffect != .none {
            return Refusal(.invalidCommand, "resolve.side_effect: only NONE proves that nothing was issued")
        }
        return nil
    }

    private func refusal(of correction: OperatorAction.Correction) -> Refusal? {
        let isReceivable = correction.book == .receivable
        let currency = isReceivable ? order.terms.sellCurrency : order.terms.settlementCurrency
        guard correction.amount.currency == currency else {
            return Refusal(.invalidCommand, "correct.amount.currency: the book's is \(currency)")
        }
        let balance = isReceivable ? order.books.receivable : order.books.settlement
        let (corrected, overflows) = balance.addingReportingOverflow(correction.amount.minorUnits)
        // Far from where a later entry, which nobody could be told of, could not be added any more.
        if overflows || corrected.magnitude > UInt64(Int64.max / 4) {
            return Refusal(.invalidCommand, "correct.amount: cannot be added up")
        }
        if let atMs = correction.effectiveAtMs, atMs > later(input.appendedAtMs, by: Draft.toleratedFutureMs) {
            return Refusal(.invalidCommand, "correct.effective_at: in the future")
        }
        return nil
    }
}

extension OperatorAction.Action {
    /// As the contract names it.
    var name: String {
        switch self {
        case .resolve: "resolve"
        case .queryNow: "query_now"
        case .cancelHold: "cancel_hold"
        case .correct: "correct"
        case .reportRefund: "report_refund"
        case .invalid: "invalid"
        }
    }
}

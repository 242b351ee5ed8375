extension Draft {
    /// How far ahead of the broker's append time a partner's clock may be.
    static var toleratedFutureMs: Int64 { 5 * 60 * 1000 }

    /// Handles what a supplier says about this order: once, from its own supplier, with its time made sure of. Also
    /// for a person's `resolve`.
    mutating func receive(_ result: SupplierResult) {
        guard result.supplierID == order.placing.supplierID else {
            // Its id is not remembered: another supplier could use up the ids of the order's own.
            anomaly(.sourceMismatch, "a result from supplier \(result.supplierID)")
            return
        }
        guard !order.results.contains(result.id) else { return }
        order.results.append(result.id)
        if order.results.count > Remembering.resultLimit { order.results.removeFirst() }
        if order.supplierOrderID.isEmpty { order.supplierOrderID = result.supplierOrderID }

        var result = result
        result.occurredAtMs = sureTime(result.occurredAtMs)
        dispatch(result)
    }

    /// A partner's time, or the append time where it is missing or further in the future than clocks go wrong
    /// (race 57).
    mutating func sureTime(_ toldMs: Milliseconds?) -> Milliseconds {
        guard let toldMs else { return input.appendedAtMs }
        guard toldMs > input.appendedAtMs + Self.toleratedFutureMs else { return toldMs }
        anomaly(.timeInFuture, "a time more than 5 minutes ahead: the append time is used")
        return input.appendedAtMs
    }

    /// A success goes where its detail belongs, whatever it answers: it is a fact. Anything else goes to the request
    /// that it answers.
    private mutating func dispatch(_ result: SupplierResult) {
        if case .deliveryUpdate(let update)? = result.detail, result.outcome != .failed {
            return deliveryUpdated(update)
        }
        if result.requestIsForeign {
            anomaly(.contradiction, "a result that answers a request which was never made")
            // Money that came back came back, whatever it answers.
            guard result.outcome == .succeeded, case .refunded? = result.detail else { return }
        }
        guard result.outcome == .succeeded, let detail = result.detail else { return dispatchByRequest(result) }
        switch detail {
        case .locked: lockAnswered(result)
        case .issued: issueAnswered(result)
        case .released: releaseAnswered(result)
        case .orderAtSupplier:
            if case .query(let number)? = result.request {
                queryAnswered(result, number: number)
            } else {
                queryAnswered(result, number: nil)
            }
        case .refunded(let refunded):
            if case .refund(let refundID)? = result.request {
                refundAnswered(result, refundID: refundID)
            } else {
                supplierRefundedUnasked(result, refunded)
            }
        case .extended:
            if case .extend(let commandID)? = result.request {
                extensionAnswered(result, commandID: commandID)
            } else {
                extensionAnswered(result, commandID: nil)
            }
        case .deliveryUpdate:
            break  // Above.
        }
    }

    private mutating func dispatchByRequest(_ result: SupplierResult) {
        switch result.request {
        case .lock: lockAnswered(result)
        case .issue: issueAnswered(result)
        case .release: releaseAnswered(result)
        case .query(let number): queryAnswered(result, number: number)
        case .refund(let refundID): refundAnswered(result, refundID: refundID)
        case .extend(let commandID): extensionAnswered(result, commandID: commandID)
        case nil: anomaly(.contradiction, "a result that answers no request and says nothing that happened")
        }
    }
}

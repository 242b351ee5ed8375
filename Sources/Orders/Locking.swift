extension Draft {
    /// The supplier answers the lock: yes, no, or nobody knows.
    mutating func lockAnswered(_ result: SupplierResult) {
        guard order.status == .locking else { return lockAnsweredLate(result) }
        switch result.outcome {
        case .succeeded:
            supplierAnswered(sinceMs: order.placing.lockSentAtMs, failed: false)
            lockSucceeded(result)
        case .failed:
            supplierAnswered(sinceMs: order.placing.lockSentAtMs, failed: false)
            failLock(
                code: result.code(or: "REFUSED"), message: .passage(result.failureMessage),
                releasing: result.sideEffect != .none)
        case .unknown:
            // The lock's time-out decides, and counts as the failure that this is.
            break
        }
    }

    /// LOCK_TIMEOUT is due: fail fast, and a release goes out in case it did happen (race 5).
    mutating func lockTimedOut() {
        guard order.status == .locking else { return }
        supplierTimedOut()
        failLock(
            code: .words("TIMEOUT"), message: .words("the supplier has not answered in time"), releasing: true)
    }

    private mutating func lockSucceeded(_ result: SupplierResult) {
        var locked = SupplierResult.Locked(holdUntilMs: nil, settlementTotal: nil, seats: [])
        if case .locked(let told)? = result.detail { locked = told }

        if let total = locked.settlementTotal {
            guard isTolerable(total) else {
                return failLock(
                    code: .words("PRICE_CHANGED"), message: .words("the supplier locks at another settlement price"),
                    releasing: true)
            }
            if total.minorUnits != order.settlementTotal { order.settle(at: total.minorUnits) }
        }
        // The supplier's own limit counts, shorter or longer than asked, less the margin.
        let untilMs = lessMargin(locked.holdUntilMs ?? order.placing.holdAskedUntilMs)
        let lockedAtMs = result.occurredAtMs ?? input.appendedAtMs
        order.timers[.lockTimeout] = nil
        order.timers[.holdExpiry] = untilMs
        order.hold = Order.Hold(untilMs: untilMs, lockedAtMs: lockedAtMs, extending: nil)
        let sequence = say(
            .locked(supplierOrderID: order.supplierOrderID, holdUntilMs: untilMs, seats: locked.seats), to: .locked)
        postSale(atMs: lockedAtMs, eventSequence: sequence)

        // A cancel that waited for this is as old as the hold: the sale and its taking back have one time (race 15).
        if order.intents.contains(where: \.isCancel) {
            order.intents.removeAll(where: \.isCancel)
            cancelHeld(.distributor, atMs: lockedAtMs)
        }
    }

    /// Whether the supplier's price for the lock is near enough to the catalog's (race 7).
    private func isTolerable(_ total: Money) -> Bool {
        guard total.currency == order.terms.settlementCurrency else { return false }
        let (difference, overflows) = total.minorUnits.subtractingReportingOverflow(order.settlementTotal)
        let tolerance = max(supplier?.priceToleranceMinorUnits ?? 0, 0)
        return !overflows && difference.magnitude <= tolerance.magnitude
    }

    private mutating func failLock(code: Text, message: Text, releasing: Bool) {
        order.timers[.lockTimeout] = nil
        say(.lockFailed(code: code, message: message), to: .lockFail)
        endBeforeIssuing()
        if releasing { startRelease(reason: "lock failed") }
    }

    /// An answer to a lock that was decided already.
    private mutating func lockAnsweredLate(_ result: SupplierResult) {
        switch (order.status, result.outcome) {
        case (.lockFail, .succeeded):
            anomaly(.orphanLock, "the supplier has locked after the lock had failed")
            startRelease(reason: "orphan lock")
        case (.locked, .failed), (.fixing, .failed), (.fixed, .failed):
            anomaly(.contradiction, "the supplier says that the lock failed after it had locked")
        case (.locked, .succeeded), (.fixing, .succeeded):
            guard case .locked(let again)? = result.detail, let total = again.settlementTotal,
                total != Money(minorUnits: order.settlementTotal, currency: order.terms.settlementCurrency)
            else { return }
            anomaly(.amountMismatch, "the supplier locks again at another settlement price: the first one stands")
        default:
            break  // It says what is known, or what no longer matters.
        }
    }
}

/// Giving back what is held or was issued: asked for until the supplier confirms it. Source: domain, row 17.
extension Draft {
    /// Asks the supplier to give back whatever it holds or issued, until it confirms; where that is asked for already,
    /// once more at once.
    mutating func startRelease(reason: String) {
        if order.release == nil {
            order.release = Order.Release(reason: reason, startedAtMs: sentAtMs, attempts: 0)
        }
        sendRelease()
    }

    /// A failed release is repeated like one that is not answered.
    mutating func releaseAnswered(_ result: SupplierResult) {
        guard result.outcome == .succeeded else { return }
        endRelease()
    }

    mutating func endRelease() {
        order.release = nil
        order.timers[.releaseRetry] = nil
    }

    mutating func releaseRetryDue() {
        guard let release = order.release else {
            order.timers[.releaseRetry] = nil
            return
        }
        let escalatesAtMs = later(release.startedAtMs, by: releaseRule.escalateAfterMs)
        if nowMs >= escalatesAtMs, !order.told.contains(.releaseFailing) {
            order.told.insert(.releaseFailing)
            anomaly(.releaseFailing, "the supplier has not confirmed the release")
        }
        if nowMs >= escalatesAtMs, order.told.contains(.orphanIssue), !order.told.contains(.orphanKept) {
            order.told.insert(.orphanKept)
            escalate(.orphanKept, "the supplier does not take back what it issued: book it by a correction")
        }
        sendRelease()
    }

    private var releaseRule: RetryRule { supplier?.release ?? .whereSupplierIsGone }

    private mutating func sendRelease() {
        guard var release = order.release else { return }
        release.attempts = next(release.attempts)
        order.release = release
        let nextMs = later(sentAtMs, by: releaseRule.intervalMs(after: release.attempts))
        var dueMs = nextMs
        let isToldAll =
            order.told.contains(.releaseFailing)
            && (!order.told.contains(.orphanIssue) || order.told.contains(.orphanKept))
        if !isToldAll {
            dueMs = min(nextMs, max(later(release.startedAtMs, by: releaseRule.escalateAfterMs), nowMs + 1))
        }
        order.timers[.releaseRetry] = dueMs
        ask(.release, .release(reason: release.reason), attempt: release.attempts, deadlineMs: max(dueMs, sentAtMs))
    }
}

extension RetryRule {
    /// By which an order is driven on whose supplier was taken out of the directory.
    static let whereSupplierIsGone = RetryRule(
        steps: [RetryStep(intervalMs: 60_000, count: 10), RetryStep(intervalMs: 3_600_000, count: 0)],
        escalateAfterMs: 600_000)

    /// The pause after so many attempts.
    func intervalMs(after attempts: UInt32) -> Int64 { steps.intervalMs(after: attempts) }
}

extension [RetryStep] {
    /// The pause after the step that was taken as number `taken` (from 1); when all steps are used up, the last one's.
    func intervalMs(after taken: UInt32) -> Int64 {
        var left = taken
        for step in self {
            if step.count == 0 || left <= step.count { return Swift.max(1, step.intervalMs) }
            left -= step.count
        }
        return Swift.max(1, last?.intervalMs ?? 60_000)
    }
}

extension Draft {
    /// Calls a person; the caller sees to it that it does so once a reason.
    mutating func escalate(_ reason: EscalationReason, _ words: String) {
        say(.escalated(reason, words: .words(words), queries: order.issuing?.negotiation?.queries ?? 0))
    }

    func next(_ number: UInt32) -> UInt32 { number == .max ? number : number + 1 }
}

/// A time so much later, at most the greatest there is.
func later(_ atMs: Milliseconds, by durationMs: Int64) -> Milliseconds {
    let (sum, overflows) = atMs.addingReportingOverflow(durationMs)
    return overflows ? .max - 1 : sum
}

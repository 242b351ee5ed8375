extension SupplierState {
    /// The window moves in so many steps.
    static let bucketsPerWindow: Int64 = 10
    /// A new answer time moves the average by one part in so many.
    static let averageOver: Int64 = 8

    /// Whether a new order may be sent to the supplier. After an open circuit one order is let through, and its outcome
    /// decides; until then the others are refused.
    mutating func admitsOrder(_ rule: CircuitRule?, nowMs: Milliseconds) -> Bool {
        guard rule != nil else {
            // The rule was taken away: what it led to goes with it.
            close()
            return true
        }
        guard let openUntilMs else { return true }
        guard nowMs >= openUntilMs, !isProbing else { return false }
        isProbing = true
        return true
    }

    /// Counts a request whose outcome is known now.
    /// - Parameters:
    ///   - failed: it timed out, or the answer was UNKNOWN.
    ///   - tookMs: the answer time; nil where there was no answer.
    mutating func count(_ rule: CircuitRule, failed: Bool, tookMs: Int64?, nowMs: Milliseconds) {
        let isSlow = rule.slowCallMs > 0 && (tookMs ?? 0) >= rule.slowCallMs
        if openUntilMs != nil {
            // While it is open, answers are to what was asked before; only the probe's tells of now.
            guard isProbing else { return }
            if failed || (isSlow && rule.slowPercent > 0) { open(rule, nowMs: nowMs) } else { close() }
            return
        }
        let bucketMs = max(rule.windowMs / Self.bucketsPerWindow, 1)
        let startMs = nowMs - nowMs % bucketMs
        buckets.removeAll { $0.startMs <= nowMs - rule.windowMs }
        if buckets.last?.startMs != startMs {
            buckets.append(Bucket(startMs: startMs, calls: 0, failures: 0, slow: 0))
        }
        let last = buckets.count - 1
        buckets[last].calls &+= 1
        if failed { buckets[last].failures &+= 1 }
        if isSlow { buckets[last].slow &+= 1 }

        let calls = buckets.reduce(0) { $0 + UInt64($1.calls) }
        guard calls >= UInt64(max(rule.minimumCalls, 1)) else { return }
        let failures = buckets.reduce(0) { $0 + UInt64($1.failures) }
        let slow = buckets.reduce(0) { $0 + UInt64($1.slow) }
        // A percentage of 0 is a rule that is not set, not one that always holds.
        let fails = rule.failurePercent > 0 && failures * 100 >= calls * UInt64(rule.failurePercent)
        let lags = rule.slowPercent > 0 && slow * 100 >= calls * UInt64(rule.slowPercent)
        if fails || lags { open(rule, nowMs: nowMs) }
    }

    /// Takes the answer time of an issue request into the average.
    mutating func measure(tookMs: Int64) {
        let (microseconds, overflows) = max(tookMs, 0).multipliedReportingOverflow(by: 1000)
        guard !overflows else { return }
        answerMicroseconds =
            answerMicroseconds == 0
            ? microseconds : answerMicroseconds + (microseconds - answerMicroseconds) / Self.averageOver
    }

    /// Takes the next slot of the query rate.
    /// - Parameter intervalMicroseconds: the pause between two queries of this partition.
    /// - Returns: when the query may be sent, rounded up to the millisecond.
    mutating func takeQuerySlot(notBeforeMs: Milliseconds, intervalMicroseconds: Int64) -> Milliseconds {
        let (notBefore, overflows) = notBeforeMs.multipliedReportingOverflow(by: 1000)
        guard !overflows else { return notBeforeMs }
        let slot = max(notBefore, nextQueryAtMicroseconds)
        let (next, nextOverflows) = slot.addingReportingOverflow(intervalMicroseconds)
        nextQueryAtMicroseconds = nextOverflows ? .max : next
        return slot / 1000 + (slot % 1000 > 0 ? 1 : 0)
    }

    private mutating func open(_ rule: CircuitRule, nowMs: Milliseconds) {
        let (until, overflows) = nowMs.addingReportingOverflow(max(rule.openMs, 0))
        openUntilMs = overflows ? .max : until
        isProbing = false
        buckets = []
    }

    private mutating func close() {
        openUntilMs = nil
        isProbing = false
        buckets = []
    }
}

extension Draft {
    /// The supplier has answered a request that was sent at `sinceMs`.
    /// - Parameter failed: true for UNKNOWN; a FAILED is an answer, not a failure of the supplier.
    mutating func supplierAnswered(sinceMs: Milliseconds, failed: Bool) {
        let (took, overflows) = nowMs.subtractingReportingOverflow(sinceMs)
        let tookMs = overflows ? 0 : max(took, 0)
        answeredAfterMs = tookMs
        if let rule = supplier?.circuit { supplierState.count(rule, failed: failed, tookMs: tookMs, nowMs: nowMs) }
        if !failed, input.answersIssue { supplierState.measure(tookMs: tookMs) }
    }

    /// The supplier has not answered a request in time.
    mutating func supplierTimedOut() {
        if let rule = supplier?.circuit { supplierState.count(rule, failed: true, tookMs: nil, nowMs: nowMs) }
    }

    /// Takes the next slot of the supplier's query rate, which the partitions share evenly.
    /// - Returns: when the query may be sent, not before `notBeforeMs`.
    mutating func nextQuerySlot(notBeforeMs: Milliseconds) -> Milliseconds {
        guard let interval = supplier?.poll.queryIntervalMicroseconds else { return notBeforeMs }
        let (share, overflows) = interval.multipliedReportingOverflow(by: Int64(max(context.partitions, 1)))
        return supplierState.takeQuerySlot(
            notBeforeMs: notBeforeMs, intervalMicroseconds: overflows ? interval : max(share, 0))
    }
}

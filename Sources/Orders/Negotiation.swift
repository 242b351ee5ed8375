/// Negotiation: the supplier is asked, by its own rule, what became of an issue whose outcome is uncertain, until it says
/// issued or proves that it is not; later also about codes that are missing. Source: domain, "The three strategies" and
/// rows 19 to 26, 30, 35.
///
/// The order's one POLL timer stands at the earliest of: the rule's next step, the show's start, the moment at which a
/// person is called. What it finds due when it fires is done, and it is set anew.
extension Draft {
    /// The outcome of the issue request is uncertain: from now on the supplier is asked about it.
    mutating func startNegotiation(reason: Text) {
        guard order.status == .fixing, order.issuing?.negotiation == nil else { return }
        continueNegotiation()
        let next = canQuery ? order.issuing?.negotiation?.nextPollAtMs : nil
        say(.negotiationStarted(reason: reason, nextQueryAtMs: next))
        if !canQuery, !issuesAgain, !order.told.contains(.noQuery) {
            // There is no rule to exhaust.
            order.told.formUnion([.noQuery, .rulesExhausted])
            escalate(.noQuery, "the outcome of the issue is uncertain, and the supplier cannot be asked")
        }
        checkShowStart()
        armPoll()
    }

    /// Sees to it that the rule's steps are under way.
    mutating func continueNegotiation() {
        guard let issuing = order.issuing, issuing.negotiation?.nextPollAtMs == nil else { return armPoll() }
        let before = issuing.negotiation
        let startAfterMs: Int64
        if let told = pollRule.startAfterMs {
            startAfterMs = told
        } else if supplierState.answerMicroseconds > 0 {
            startAfterMs = supplierState.answerMicroseconds / 1000 + 1
        } else {
            startAfterMs = pollRule.steps.intervalMs(after: 1)
        }
        let begun = Order.Negotiation(
            startedAtMs: sentAtMs, queries: before?.queries ?? 0, lastQueryAtMs: before?.lastQueryAtMs, notFound: 0,
            polls: 0, nextPollAtMs: later(sentAtMs, by: jittered(startAfterMs, attempt: 0)),
            lastAnswered: before?.lastAnswered ?? 0)
        order.issuing?.negotiation = begun
        if order.status == .fixing { order.timers[.issueTimeout] = nil }
        armPoll()
    }

    mutating func stopPolling() {
        order.issuing?.negotiation?.nextPollAtMs = nil
        order.issuing?.negotiation?.hasSlot = false
        order.issuing?.negotiation?.sendsAgain = false
        order.timers[.poll] = nil
    }

    mutating func pollDue() {
        order.timers[.poll] = nil
        checkShowStart()
        checkExhausted()
        if let dueMs = order.issuing?.negotiation?.nextPollAtMs, dueMs <= nowMs { takeStep() }
        armPoll()
    }

    /// Queries without a rule.
    private var unbegun: Order.Negotiation {
        Order.Negotiation(startedAtMs: sentAtMs, queries: 0, lastQueryAtMs: nil, notFound: 0)
    }

    /// Asks once, outside any rule: after FIXED, when the supplier contradicts itself.
    mutating func queryOnce() {
        guard canQuery, let issuing = order.issuing, issuing.negotiation?.nextPollAtMs == nil else { return }
        if issuing.negotiation == nil {
            let unbegun = unbegun
            order.issuing?.negotiation = unbegun
        }
        takeStep()
        armPoll()
    }

    /// Sends a query at once, whatever the rule says; its steps go on beside it.
    mutating func sendQuery(deadlineMs: Milliseconds? = nil) {
        guard let issuing = order.issuing else { return }
        var negotiation = issuing.negotiation ?? unbegun
        negotiation.queries = next(negotiation.queries)
        negotiation.lastQueryAtMs = sentAtMs
        order.issuing?.negotiation = negotiation
        ask(
            .query(negotiation.queries), .query, attempt: 1,
            deadlineMs: max(sentAtMs, deadlineMs ?? later(sentAtMs, by: pollRule.steps.intervalMs(after: 1))))
    }
}

// MARK: The rule

extension Draft {
    private var pollRule: PollRule { supplier?.poll ?? .whereSupplierIsGone }
    var canQuery: Bool { supplier?.supportsQuery ?? false }
    /// The same request id never issues twice.
    var issuesAgain: Bool { supplier?.issueIsIdempotent ?? false }

    /// One step of the rule: a query, or the issue again, or, where the supplier can neither, nothing.
    private mutating func takeStep() {
        guard var negotiation = order.issuing?.negotiation else { return }
        let isFixing = order.status == .fixing
        let sendsAgain = isFixing && (negotiation.sendsAgain || (!canQuery && issuesAgain))
        if canQuery, !sendsAgain, !negotiation.hasSlot {
            let slotMs = nextQuerySlot(notBeforeMs: sentAtMs)
            if slotMs > sentAtMs {
                order.issuing?.negotiation?.hasSlot = true
                order.issuing?.negotiation?.nextPollAtMs = slotMs
                return
            }
        }
        negotiation.hasSlot = false
        negotiation.polls = next(negotiation.polls)
        let isOver = order.told.contains(isFixing ? .rulesExhausted : .codesMissing)
        var pauseMs = pollRule.steps.intervalMs(after: isOver ? .max : negotiation.polls)
        if sendsAgain { pauseMs = max(pauseMs, issueTimeoutMs) }
        let nextMs = later(sentAtMs, by: jittered(pauseMs, attempt: negotiation.polls))
        let goesOn = isFixing || order.issuing?.codesMissing == true
        negotiation.nextPollAtMs = goesOn ? nextMs : nil
        order.issuing?.negotiation = negotiation
        if sendsAgain { sendIssue() } else if canQuery { sendQuery(deadlineMs: nextMs) }
    }

    /// Sets the POLL timer to the earliest of what it has to notice.
    mutating func armPoll() {
        guard let issuing = order.issuing else { return }
        var dueMs = issuing.negotiation?.nextPollAtMs
        func notice(_ atMs: Milliseconds) { dueMs = min(dueMs ?? .max - 1, max(atMs, nowMs + 1)) }
        if order.status == .fixing, !order.told.contains(.showStarted) {
            let startMs = presentShowStartMs
            // A show that had started when issuing began is noticed when the issuing becomes uncertain.
            if startMs > nowMs || issuing.negotiation != nil { notice(startMs) }
        }
        if let negotiation = issuing.negotiation, negotiation.nextPollAtMs != nil, !order.told.contains(exhaustion),
            order.status == .fixing || issuing.codesMissing
        {
            notice(later(negotiation.startedAtMs, by: pollRule.escalateAfterMs))
        }
        order.timers[.poll] = dueMs
    }

    /// What a person is told when the rule is exhausted.
    private var exhaustion: Order.Told { order.status == .fixing ? .rulesExhausted : .codesMissing }

    private mutating func checkExhausted() {
        guard let negotiation = order.issuing?.negotiation, negotiation.nextPollAtMs != nil,
            nowMs >= later(negotiation.startedAtMs, by: pollRule.escalateAfterMs), !order.told.contains(exhaustion),
            order.status == .fixing || order.issuing?.codesMissing == true
        else { return }
        order.told.insert(exhaustion)
        if order.status == .fixing {
            escalate(.rulesExhausted, "the supplier has not told the outcome of the issue")
        } else {
            escalate(.codesMissing, "the supplier has not told the missing codes")
        }
    }

    private mutating func checkShowStart() {
        guard order.status == .fixing, !order.told.contains(.showStarted) else { return }
        order.placing.showStartsAtMs = presentShowStartMs
        guard nowMs >= order.placing.showStartsAtMs else { return }
        order.told.insert(.showStarted)
        escalate(.showStarted, "the show has started, and the tickets are not issued")
    }

    /// The show's start by the directory; of a show that was taken out, as it was known last.
    var presentShowStartMs: Milliseconds {
        context.directory.shows[order.placing.showID]?.startsAtMs ?? order.placing.showStartsAtMs
    }

    /// A pause made longer by up to the rule's jitter: a hash of the order's key and the attempt, so that a replay gives
    /// the same.
    private func jittered(_ pauseMs: Int64, attempt: UInt32) -> Int64 {
        let percent = Int64(min(pollRule.jitterPercent, 100))
        guard percent > 0, pauseMs > 0 else { return pauseMs }
        let (product, overflows) = pauseMs.multipliedReportingOverflow(by: percent)
        guard !overflows else { return pauseMs }
        return pauseMs + Int64(stableHash(input.key, attempt) % UInt64(product / 100 + 1))
    }
}

extension PollRule {
    /// By which an order is driven on whose supplier was taken out of the directory.
    static let whereSupplierIsGone = PollRule(
        startAfterMs: 60_000, steps: [RetryStep(intervalMs: 3_600_000, count: 0)], jitterPercent: 0,
        queryIntervalMicroseconds: nil, notFoundCount: .max, notFoundGraceMs: 0, escalateAfterMs: 600_000)
}

/// FNV-1a over the key and the attempt, mixed once more since its low bits alone are poor. Part of the rule version:
/// another hash is another replay.
func stableHash(_ key: OrderKey, _ attempt: UInt32) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for index in 0..<key.distributorID.count { take(key.distributorID.byte(index)) }
    take(UInt8(ascii: "/"))
    for index in 0..<key.orderID.count { take(key.orderID.byte(index)) }
    for shift in [24, 16, 8, 0] as [UInt32] { take(UInt8(truncatingIfNeeded: attempt >> shift)) }
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    return hash ^ (hash >> 33)
}

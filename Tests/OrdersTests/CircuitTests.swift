import Testing

@testable import Orders

@Suite("Circuit")
struct CircuitTests {
    /// 10 s in steps of 1 s; opens from 4 calls on at one half failed, or three quarters slower than 500 ms; for 5 s.
    static let rule = CircuitRule(
        windowMs: 10_000, minimumCalls: 4, failurePercent: 50, slowCallMs: 500, slowPercent: 75, openMs: 5_000)

    static func after(_ calls: [(failed: Bool, tookMs: Int64?, atMs: Milliseconds)]) -> SupplierState {
        var state = SupplierState()
        for call in calls { state.count(rule, failed: call.failed, tookMs: call.tookMs, nowMs: call.atMs) }
        return state
    }

    @Test("It opens at the failure percentage, not before the minimum of calls")
    func failures() {
        #expect(Self.after([(true, nil, 1_000), (true, nil, 1_001), (true, nil, 1_002)]).openUntilMs == nil)
        #expect(
            Self.after([(true, nil, 1_000), (false, 1, 1_001), (false, 1, 1_002), (false, 1, 1_003)]).openUntilMs
                == nil)
        let open = Self.after([(true, nil, 1_000), (false, 1, 1_001), (false, 1, 1_002), (true, nil, 1_003)])
        #expect(open.openUntilMs == 6_003)
        #expect(open.buckets.isEmpty)
    }

    @Test("It opens at the percentage of slow calls")
    func slow() {
        #expect(
            Self.after([(false, 500, 0), (false, 500, 1), (false, 499, 2), (false, 499, 3)]).openUntilMs == nil)
        #expect(
            Self.after([(false, 500, 0), (false, 500, 1), (false, 500, 2), (false, 499, 3)]).openUntilMs == 5_003)
    }

    @Test("What has left the window no longer counts")
    func window() {
        let calls: [(Bool, Int64?, Milliseconds)] = [
            (true, nil, 1_000), (true, nil, 1_500), (true, nil, 1_999), (true, nil, 11_000),
        ]
        // At 11,000 the step that began at 1,000 is a whole window old.
        let state = Self.after(calls)
        #expect(state.openUntilMs == nil)
        #expect(state.buckets == [SupplierState.Bucket(startMs: 11_000, calls: 1, failures: 1, slow: 0)])
        var earlier = calls
        earlier[3].2 = 10_999
        #expect(Self.after(earlier).openUntilMs == 15_999)
    }

    @Test("Open, it refuses; then it lets one order through, whose outcome decides")
    func probe() {
        var state = SupplierState(openUntilMs: 5_000)
        let early = state.admitsOrder(Self.rule, nowMs: 4_999)
        #expect(!early)
        // An answer to what was asked before the circuit opened tells nothing.
        state.count(Self.rule, failed: false, tookMs: 1, nowMs: 4_999)
        #expect(state.openUntilMs == 5_000)
        let admitted = state.admitsOrder(Self.rule, nowMs: 5_000)
        #expect(admitted)
        #expect(state.isProbing)
        let second = state.admitsOrder(Self.rule, nowMs: 5_001)
        #expect(!second)

        var closed = state
        closed.count(Self.rule, failed: false, tookMs: 499, nowMs: 5_100)
        #expect(closed == SupplierState())
        for (failed, tookMs) in [(true, nil), (false, 500)] as [(Bool, Int64?)] {
            var reopened = state
            reopened.count(Self.rule, failed: failed, tookMs: tookMs, nowMs: 5_100)
            #expect(reopened == SupplierState(openUntilMs: 10_100))
        }
    }

    @Test("Without a rule it never refuses, and what a rule led to goes with it")
    func noRule() {
        var state = SupplierState(openUntilMs: .max, isProbing: true)
        let admitted = state.admitsOrder(nil, nowMs: 0)
        #expect(admitted)
        #expect(state == SupplierState())
    }

    @Test("Queries are spaced by the rate, and rounded up to the millisecond")
    func querySlots() {
        var state = SupplierState()
        // Three a millisecond.
        let slots = [100, 100, 100, 100, 100, 500, .max].map { notBeforeMs in
            state.takeQuerySlot(notBeforeMs: notBeforeMs, intervalMicroseconds: 333)
        }
        #expect(slots == [100, 101, 101, 101, 102, 500, .max])
    }

    @Test("The average answer time moves by an eighth")
    func average() {
        var state = SupplierState()
        state.measure(tookMs: 800)
        #expect(state.answerMicroseconds == 800_000)
        state.measure(tookMs: 1_600)
        #expect(state.answerMicroseconds == 900_000)
        state.measure(tookMs: -5)
        #expect(state.answerMicroseconds == 787_500)
    }
}

import Orders
import Testing

extension Case {
    /// Fires timers until a query is asked.
    /// - Returns: its request id; nil where none comes.
    @discardableResult
    func awaitQuery() -> RequestID? {
        for _ in 0..<50 {
            guard fire() else { return nil }
            if let query = last.requests.first(where: { $0.operation == .query }) { return query.id }
        }
        return nil
    }

    /// Waits for the next query and answers it.
    @discardableResult
    func answerQuery(
        _ state: SupplierResult.OrderAtSupplier.State, issued: SupplierResult.Issued? = nil,
        side: SupplierResult.SideEffect = .possible, occurred: Milliseconds? = nil
    ) -> Case {
        guard let query = awaitQuery() else {
            Testing.Issue.record("no query is asked")
            return self
        }
        return answer(query, .succeeded, Make.query(state, issued: issued), side: side, occurred: occurred)
    }

    /// When each query was asked, after the beginning.
    func queryTimes(until end: Milliseconds) -> [Milliseconds] {
        var times: [Milliseconds] = []
        while let next = record?.nextTimer, next.dueMs <= end, fire() {
            if asked.contains("query") { times.append(nowMs) }
        }
        return times
    }
}

@Suite("Races: issuing and negotiation") struct RacesIssuingTests {
    typealias Uncertain = (outcome: SupplierResult.Outcome?, side: SupplierResult.SideEffect)

    @Test(
        "row 19: issue time-out, UNKNOWN, or FAILED with POSSIBLE: NegotiationStarted, query scheduled",
        arguments: [(nil, .possible), (.unknown, .possible), (.failed, .possible), (.failed, .certain)] as [Uncertain])
    func row19(uncertain: Uncertain) {
        let c = Case().fixing()
        if let outcome = uncertain.outcome {
            c.answer(.issue, outcome, side: uncertain.side)
        } else {
            c.run(for: 20 * second - 1)
            #expect(c.said == ["IssueStarted"])
            c.run(for: 1)
        }
        #expect(c.said == ["NegotiationStarted"] && c.status == .fixing && c.posted.isEmpty)
        let now = c.nowMs
        #expect(c.order?.timers[.poll] == now + 2 * second)
        guard case .negotiationStarted(_, let next)? = c.last.events.first?.body else { return }
        #expect(next == now + 2 * second)
        c.fire()
        #expect(c.asked == ["query"] && c.askedCount("issue") == 1 && c.nowMs == now + 2 * second)
    }

    @Test("row 19: without queries an uncertain issue is sent again where that is idempotent") func row19Idempotent() {
        let c = Case().fixing(supplier: "muteidem").answer(.issue, .unknown)
        #expect(c.status == .fixing)
        c.run(for: minute)
        #expect(c.askedCount("issue") >= 2 && c.askedCount("query") == 0)
        #expect(Set(c.requests.filter { Describe.request($0).hasPrefix("issue") }.map(\.id)) == [.issue])
        c.answer(.issue, .succeeded, .issued(Make.codes()))
        #expect(c.said == ["Issued"] && c.status == .fixed)
    }

    @Test("row 19: without queries and not idempotent a person is called at once") func row19Mute() {
        let c = Case().fixing(supplier: "mute").answer(.issue, .unknown)
        #expect(c.said.contains("Escalated") && c.status == .fixing)
        c.run(for: hour)
        #expect(c.saidCount("Escalated") == 1 && c.askedCount("issue") == 1 && c.askedCount("query") == 0)
    }

    @Test("row 19: an issue is sent again where the attempt provably never left, under the same request id")
    func row19NeverLeft() {
        let c = Case().fixing().answer(.issue, .unknown, side: .none)
        #expect(c.status == .fixing && c.posted.isEmpty)
        c.run(for: minute)
        let issues = c.requests.filter { if case .issue = $0.operation { true } else { false } }
        #expect(issues.count <= 2 && Set(issues.map(\.id)) == [.issue])
    }

    @Test("row 20: FAILED with side effect NONE: FIX_FAIL, receivable reversed; a release") func row20() {
        let c = Case().fixing()
        c.answer(.issue, .failed, side: .none, at: start + 10 * second, occurred: start + 9 * second)
        #expect(c.said == ["IssueFailed"] && c.status == .fixFail && c.asked == ["release"])
        #expect(c.posted == ["receivable issueFailure -15796"])
        #expect(c.last.entries.map(\.effectiveAtMs) == [start + 9 * second])
        guard case .issueFailed(let code, let message)? = c.last.events.first?.body else { return }
        #expect(Texts.text(code) == "SUPPLIER_SAYS_NO" && Texts.text(message) == "the supplier's words")
        let negotiated = Case().negotiating().answer(.issue, .failed, side: .none)
        #expect(negotiated.said == ["IssueFailed"] && negotiated.asked == ["release"])
    }

    @Test("row 21: first NOT_FOUND: stays; counts only after the grace") func row21() {
        let c = Case().negotiating()
        let issuedAt = start + 2 * second
        while let next = c.record?.nextTimer, next.dueMs < issuedAt + 30 * second { c.answerQuery(.notFound) }
        #expect(c.status == .fixing && c.askedCount("query") >= 4)
        while c.nowMs < issuedAt + 30 * second { c.awaitQuery() }
        guard let query = c.last.requests.first?.id else { return }
        c.answer(query, .succeeded, Make.query(.notFound))
        #expect(c.status == .fixing && c.said.isEmpty && c.order?.issuing?.negotiation?.notFound == 1)
    }

    @Test("row 22: enough NOT_FOUND after the grace: FIX_FAIL, release; its time is the clock's") func row22() {
        let c = Case().negotiating()
        for _ in 0..<40 where c.status == .fixing { c.answerQuery(.notFound, occurred: start + 3 * second) }
        #expect(c.said == ["IssueFailed"] && c.status == .fixFail && c.asked == ["release"])
        #expect(c.posted == ["receivable issueFailure -15796"])
        #expect(c.last.entries.map(\.effectiveAtMs) == [c.nowMs] && c.nowMs >= start + 32 * second)
    }

    @Test(
        "row 22: FAILED or RELEASED in a query: FIX_FAIL, release",
        arguments: [
            SupplierResult.OrderAtSupplier.State.failed, .released,
        ])
    func row22Proof(state: SupplierResult.OrderAtSupplier.State) {
        let c = Case().negotiating().answerQuery(state)
        #expect(c.said == ["IssueFailed"] && c.status == .fixFail && c.asked == ["release"])
    }

    @Test("row 22: HELD, or a failure with CERTAIN, proves nothing") func row22NoProof() {
        let held = Case().negotiating()
        for _ in 0..<5 { held.answerQuery(.held) }
        #expect(held.status == .fixing && held.said.isEmpty)
        let certain = Case().negotiating().answerQuery(.failed, side: .certain)
        #expect(certain.status == .fixing && certain.said.isEmpty)
        // A query that failed says nothing about the issue, whatever it left behind.
        let failed = Case().negotiating()
        if let query = failed.awaitQuery() { failed.answer(query, .failed, side: .none) }
        #expect(failed.status == .fixing && failed.said.isEmpty)
    }

    @Test(
        "row 23: query answers IN_PROGRESS or UNKNOWN, or nothing: next step of the rule",
        arguments: ["in progress", "unknown", "unspecified", "nothing"])
    func row23(answer: String) {
        let c = Case().negotiating()
        var times = [c.nowMs]
        for _ in 0..<6 {
            guard let query = c.awaitQuery() else { break }
            times.append(c.nowMs)
            switch answer {
            case "in progress": c.answer(query, .succeeded, Make.query(.inProgress))
            case "unknown": c.answer(query, .unknown)
            case "unspecified": c.answer(query, .succeeded, Make.query(.unspecified))
            default: break
            }
            #expect(c.said.isEmpty && c.status == .fixing)
        }
        let gaps = zip(times.dropFirst(), times).map { ($0 - $1) / second }
        #expect(gaps == [2, 2, 2, 2, 10, 10])
        #expect(c.requests.compactMap { if case .query(let n) = $0.id { Int(n) } else { nil } } == [1, 2, 3, 4, 5, 6])
    }

    @Test("row 24: rule exhausted: Escalated once; queries go on at the last pace") func row24() {
        let c = Case().negotiating()
        let began = c.nowMs
        c.run(until: began + 120 * second - 1)
        #expect(c.saidCount("Escalated") == 0)
        c.run(until: began + 130 * second)
        #expect(c.saidCount("Escalated") == 1 && c.status == .fixing)
        let times = c.queryTimes(until: began + hour)
        #expect(Set(zip(times.dropFirst(), times).map { ($0 - $1) / second }) == [10])
        #expect(c.saidCount("Escalated") == 1 && c.status == .fixing)
    }

    // The crash is the engine's; the domain's part: nothing but the same request id, or a query, ever follows.
    @Test(
        "row 25: crash at any point of sending: no second issuing: same request id, or a query first",
        arguments: ["full", "idem", "mute", "muteidem"])
    func row25(supplier: String) {
        let c = Case().fixing(supplier: supplier)
        for _ in 0..<5 { c.answer(.issue, .unknown) }
        c.run(for: hour)
        let issues = c.requests.filter { if case .issue = $0.operation { true } else { false } }
        #expect(Set(issues.map(\.id)) == [.issue])
        #expect(supplier == "muteidem" ? issues.count > 1 : supplier == "idem" || issues.count == 1)
        if let second = issues.dropFirst().first, supplier == "idem" { #expect(second.attempt == 2) }
    }

    @Test(
        "row 26: issue success during negotiation, or after Escalated: FIXED", arguments: [false, true], [false, true])
    func row26(isEscalated: Bool, byQuery: Bool) {
        let c = Case().negotiating()
        if isEscalated { c.run(for: 10 * minute) }
        if byQuery {
            c.answerQuery(.issued, issued: Make.codes())
        } else {
            c.answer(.issue, .succeeded, .issued(Make.codes()))
        }
        #expect(c.said == ["Issued"] && c.status == .fixed && c.posted == ["settlement sale 13000"])
        #expect(c.order?.timers[.poll] == nil && c.order?.timers[.issueTimeout] == nil)
    }

    @Test("row 27: issue success after FIX_FAIL or CANCELED: ORPHAN_ISSUE, refund or release requested, not charged")
    func row27() {
        for c in [Case().fixFail(), Case().locked().send(.cancelOrder)] {
            let status = c.status
            c.answer(.release, .succeeded, .released)
            c.answer(.issue, .succeeded, .issued(Make.codes()))
            #expect(c.said == ["AnomalyFound ORPHAN_ISSUE"] && c.posted.isEmpty && c.status == status)
            #expect(c.asked == ["refund"] || c.asked == ["release"] || c.asked == ["release again"])
            // That the supplier takes it back changes no book.
            switch c.last.requests.first?.id {
            case .refund(let refundID)?: c.answer(.refund(refundID), .succeeded, Make.refunded(refundID))
            default: c.answer(.release, .succeeded, .released)
            }
            #expect(c.posted.isEmpty && c.status == status && c.order?.release == nil)
        }
    }

    @Test("row 27: an orphaned issue that the supplier does not take back is escalated") func row27Escalated() {
        let c = Case().fixFail().answer(.release, .succeeded, .released)
        c.answer(.issue, .succeeded, .issued(Make.codes()))
        c.run(for: 3 * hour)
        #expect(c.saidCount("Escalated") == 1 && c.saidCount("AnomalyFound RELEASE_FAILING") == 1)
        #expect(c.status == .fixFail && c.allPosted.count == 2)
    }

    @Test("row 28: failure after FIXED: CONTRADICTION, a query, status stays") func row28() {
        let c = Case().fixed().answer(.issue, .failed, side: .none)
        #expect(c.said == ["AnomalyFound CONTRADICTION"] && c.asked == ["query"] && c.status == .fixed)
        #expect(c.posted.isEmpty)
        guard let query = c.last.requests.first?.id else { return }
        c.answer(query, .succeeded, Make.query(.issued, issued: Make.codes()))
        #expect(c.said.isEmpty && c.posted.isEmpty && c.status == .fixed)
    }

    @Test("row 29: issue success twice, same / other codes: nothing / TICKETS_CHANGED") func row29() {
        let c = Case().fixed().answer(.issue, .succeeded, .issued(Make.codes()))
        #expect(c.said.isEmpty && c.posted.isEmpty && c.asked.isEmpty)
        c.answer(.issue, .succeeded, .issued(Make.codes(2, "other")))
        #expect(c.said == ["AnomalyFound TICKETS_CHANGED"] && c.posted.isEmpty && c.status == .fixed)
    }

    @Test("row 30: issued without codes for an electronic ticket: FIXED and MISSING_CODES; Issued again when they come")
    func row30() {
        let c = Case().fixing().answer(.issue, .succeeded, .issued(Make.codes(2, nil)))
        #expect(c.said == ["Issued", "AnomalyFound MISSING_CODES"] && c.status == .fixed)
        #expect(c.posted == ["settlement sale 13000"])
        c.answerQuery(.issued, issued: Make.codes())
        #expect(c.said == ["Issued"] && c.posted.isEmpty && c.status == .fixed)
        #expect(c.last.events.map(\.statusBefore) == [.fixed] && c.order?.timers[.poll] == nil)
        let courier = Case().fixing(method: .courier, total: Sample.net + Sample.postage)
        courier.answer(.issue, .succeeded, .issued(Make.codes(2, nil)))
        #expect(courier.said == ["Issued"] && courier.status == .fixed && courier.order?.timers[.poll] == nil)
    }

    @Test("row 31: issued at another settlement price: FIXED, entry at the price actually charged, AMOUNT_MISMATCH")
    func row31() {
        let c = Case().fixing().answer(.issue, .succeeded, .issued(Make.issued(["k", "l"], total: 13_500)))
        #expect(c.said.sorted() == ["AnomalyFound AMOUNT_MISMATCH", "Issued"] && c.status == .fixed)
        #expect(c.posted == ["settlement sale 13500"])
        let same = Case().fixing().answer(.issue, .succeeded, .issued(Make.issued(["k", "l"], total: 13_000)))
        #expect(same.said == ["Issued"] && same.posted == ["settlement sale 13000"])
    }

    @Test("row 32: fewer tickets issued than ordered: stays FIXING, escalated; nothing is guessed") func row32() {
        let c = Case().fixing().answer(.issue, .succeeded, .issued(Make.codes(1)))
        #expect(c.said.contains("Escalated") && c.status == .fixing && c.posted.isEmpty)
        #expect(c.said.allSatisfy { ["Escalated", "NegotiationStarted"].contains($0) })
        c.answerQuery(.issued, issued: Make.codes(1))
        #expect(c.said.isEmpty && c.status == .fixing)
        c.answerQuery(.issued, issued: Make.codes(2))
        #expect(c.said == ["Issued"] && c.status == .fixed)
        let stuck = Case().fixing()
        for _ in 0..<3 { stuck.answer(.issue, .succeeded, .issued(Make.codes(1))) }
        #expect(stuck.saidCount("Escalated") == 1)
    }

    @Test("row 33: cancel during FIXING: IntentRecorded; FIX_FAIL ends it; FIXED turns it into a refund request")
    func row33() {
        let failed = Case().fixing().send(.cancelOrder)
        #expect(failed.said == ["IntentRecorded CANCEL"] && failed.status == .fixing && failed.asked.isEmpty)
        failed.answer(.issue, .failed, side: .none)
        #expect(failed.said == ["IssueFailed"] && failed.order?.intents == [])
        let fixed = Case().fixing().send(.cancelOrder).answer(.issue, .succeeded, .issued(Make.codes()))
        #expect(fixed.said.count == 2 && fixed.said[0] == "Issued" && fixed.said[1].hasPrefix("RefundRequested"))
        #expect(fixed.asked == ["refund"] && fixed.status == .fixed && fixed.posted == ["settlement sale 13000"])
        let twice = Case().fixing().send(.cancelOrder).send(.cancelOrder)
        #expect(twice.said == ["CommandRejected INVALID_STATE"])
    }

    @Test("row 34: cancel after FIXED: INVALID_STATE, the message names the refund") func row34() {
        let c = Case().fixed().send(.cancelOrder)
        #expect(c.said == ["CommandRejected INVALID_STATE"] && c.status == .fixed)
        #expect(c.lastRejection?.message.contains("refund") == true)
    }

    @Test("row 35: show starts while FIXING: Escalated at once; the directory's present start counts") func row35() {
        func started(_ atMs: Milliseconds, movedTo: Milliseconds? = nil) -> Case {
            var directory = World.directory
            directory.shows["w-full"]?.startsAtMs = atMs
            let c = Case(directory: directory).negotiating()
            if let movedTo { c.directory.shows["w-full"]?.startsAtMs = movedTo }
            return c
        }
        let c = started(start + minute)
        c.run(until: start + minute - 1)
        #expect(c.saidCount("Escalated") == 0)
        c.run(until: start + minute + 10 * second)
        #expect(c.saidCount("Escalated") == 1 && c.status == .fixing)
        let exact = started(start + minute)
        exact.run(until: start + minute)
        #expect(exact.saidCount("Escalated") == 1, "at once: not at some later query")
        let later = started(start + minute, movedTo: start + 90 * second)
        later.run(until: start + 85 * second)
        #expect(later.saidCount("Escalated") == 0)
        later.run(until: start + 100 * second)
        #expect(later.saidCount("Escalated") == 1)
        let earlier = started(start + 30 * day, movedTo: start + minute)
        earlier.run(until: start + minute + 10 * second)
        #expect(earlier.saidCount("Escalated") == 1)
        // Another reason calls once more; the same one does not.
        c.run(until: start + hour)
        #expect(c.saidCount("Escalated") == 2)
    }

    /// 2026-12-01 00:00 in the contracts' zone, UTC+8.
    static let december: Milliseconds = start + 8 * day + 16 * hour

    @Test("row 36: FIX_FAIL in a later, or after a closed, period: reversal in its own / the open period") func row36()
    {
        let december = RacesIssuingTests.december
        let own = Case().place(at: december - 5 * minute).answer(.lock, .succeeded, Make.locked()).send(.issueTickets)
        own.answer(.issue, .failed, side: .none, at: december + minute)
        #expect(own.entries.map(\.period) == [.month(year: 2026, month: 11), .month(year: 2026, month: 12)])
        #expect(own.entries.map(\.originPeriod) == [nil, nil])
        for (recorded, isClosed) in [(december + hour - 1, false), (december + hour, true)] {
            let closed = Case().place(at: december - 5 * minute).answer(.lock, .succeeded, Make.locked())
            closed.send(.issueTickets)
            closed.answer(.issue, .failed, side: .none, at: recorded, occurred: december - minute)
            let entry = closed.last.entries.first
            #expect(entry?.period == .month(year: 2026, month: isClosed ? 12 : 11))
            #expect(entry?.originPeriod == (isClosed ? .month(year: 2026, month: 11) : nil))
            #expect(entry?.effectiveAtMs == december - minute)
        }
    }
}

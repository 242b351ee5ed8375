import Orders
import Testing

extension Case {
    /// The order without what every answer changes.
    var substance: Order? {
        guard var order else { return nil }
        order.sequence = 0
        order.remembered = []
        order.results = []
        order.lastChangeMs = 0
        order.timers[.retention] = nil
        return order
    }

    var holdEnd: Milliseconds { order?.hold?.untilMs ?? 0 }

    /// Names the event that the last decision's repetition refers to.
    var repeated: EventReference? {
        for case .commandRepeated(let first) in last.events.map(\.body) { return first }
        return nil
    }
}

@Suite("Races: placing, locking, holding") struct RacesPlacingTests {
    @Test("row 1: same command again, same content: CommandRepeated, nothing else") func row1() {
        let c = Case().place(id: "c-1")
        let place = Make.place()
        c.send(.placeOrder(place), id: "c-1", at: start + second, created: start + 900)
        #expect(c.said == ["CommandRepeated"] && c.repeated == .sequence(1))
        #expect(c.asked.isEmpty && c.posted.isEmpty && c.status == .locking && c.order?.sequence == 2)

        let issuing = Case().locked()
        issuing.send(.issueTickets, id: "i-1").send(.issueTickets, id: "i-1")
        #expect(issuing.said == ["CommandRepeated"] && issuing.repeated == .sequence(3) && issuing.asked.isEmpty)
        issuing.send(.issueTickets, id: "i-2").send(.issueTickets, id: "i-2")
        #expect(issuing.said == ["CommandRepeated"] && issuing.repeated == .sequence(5))
    }

    @Test("row 1: a rejected command again, where there is no order, names its first answer") func row1Refused() {
        let c = Case().place(supplier: "asleep", id: "c-1")
        #expect(c.said == ["CommandRejected SUPPLIER_UNAVAILABLE"] && c.last.events[0].sequence == 0)
        c.place(supplier: "asleep", id: "c-1", at: start + minute)
        #expect(c.said == ["CommandRepeated"] && c.repeated == .input(.commands, partition: 0, offset: 1))
        #expect(c.last.events[0].sequence == 0 && c.asked.isEmpty)
    }

    @Test("row 2: same command id, other content: IDEMPOTENCY_CONFLICT, order untouched") func row2() {
        let c = Case().place(id: "c-1")
        let before = c.substance
        c.send(.cancelOrder, id: "c-1")
        #expect(c.said == ["CommandRejected IDEMPOTENCY_CONFLICT"] && c.asked.isEmpty && c.substance == before)
        let refused = Case().place(supplier: "asleep", id: "c-1").place(supplier: "full", id: "c-1")
        #expect(refused.said == ["CommandRejected IDEMPOTENCY_CONFLICT"] && refused.order == nil)
        #expect(refused.asked.isEmpty)
    }

    @Test("row 3: same order key placed with a new command id: same content CommandRepeated, other DUPLICATE_ORDER")
    func row3() {
        for prepare in [{ $0.place() }, { $0.locked() }, { $0.fixed() }, { $0.place().answer(.lock, .failed) }]
            as [(Case) -> Case]
        {
            let c = prepare(Case())
            let before = c.substance
            c.place(id: "again")
            #expect(c.said == ["CommandRepeated"] && c.repeated == .sequence(1) && c.asked.isEmpty)
            c.place(classes: ["a"], id: "other")
            #expect(c.said == ["CommandRejected DUPLICATE_ORDER"] && c.asked.isEmpty && c.substance == before)
        }
    }

    // The engine's part is the rebalance itself; the domain's is that what comes twice has one effect.
    @Test("row 4: duplicates on both sides of a rebalance or crash: one answer each, one supplier request id")
    func row4() {
        let c = Case().place(id: "c-1").place(id: "c-1")
        let locked = c.result(.lock, .succeeded, Make.locked(), id: "x-1")
        c.handle(.result(locked), source: .results, appendedAt: c.nowMs)
        c.handle(.result(locked), source: .results, appendedAt: c.nowMs)
        #expect(c.said.isEmpty && c.posted.isEmpty)
        #expect(c.allSaid == ["Placed", "CommandRepeated", "Locked"] && c.allAsked == ["lock"])
        #expect(Set(c.requests.map(\.id)) == [.lock])
    }

    @Test("row 5: lock not answered in time: LOCK_FAIL, release sent", arguments: [0, 3 * hour]) func row5(lag: Int64) {
        let c = Case()
        c.lagMs = lag
        c.place()
        #expect(c.order?.timers[.lockTimeout] == start + lag + 5 * second)
        c.run(until: start + lag + 5 * second - 1)
        #expect(c.status == .locking)
        c.run(until: start + lag + 5 * second)
        #expect(c.said == ["LockFailed"] && c.asked == ["release"] && c.posted.isEmpty && c.status == .lockFail)
    }

    @Test(
        "row 6: lock success after LOCK_FAIL: AnomalyFound ORPHAN_LOCK, release sent again, no entry",
        arguments: [true, false])
    func row6(isConfirmed: Bool) {
        let c = Case().place()
        c.run(until: start + 5 * second)
        if isConfirmed { c.answer(.release, .succeeded, .released) }
        c.answer(.lock, .succeeded, Make.locked(), at: start + 5 * second + 500)
        #expect(c.said == ["AnomalyFound ORPHAN_LOCK"] && c.posted.isEmpty && c.status == .lockFail)
        #expect(c.last.requests.map(\.id) == [.release] && c.order?.release != nil)
    }

    @Test(
        "row 7: supplier locks at another settlement price, outside / inside tolerance",
        arguments: [
            ("full", 13_000, true), ("full", 13_001, false), ("full", 12_999, false), ("loose", 13_100, true),
            ("loose", 13_101, false), ("loose", 12_900, true), ("loose", 12_899, false),
        ])
    func row7(supplier: String, total: Int64, isInside: Bool) {
        let c = Case().place(supplier: supplier)
        c.answer(.lock, .succeeded, Make.locked(total: total))
        guard isInside else {
            #expect(c.said == ["LockFailed"] && c.asked == ["release"] && c.status == .lockFail && c.posted.isEmpty)
            guard case .lockFailed(let code, _)? = c.last.events.first?.body else { return }
            #expect(Texts.text(code) == "PRICE_CHANGED")
            return
        }
        #expect(c.said == ["Locked"] && c.posted == ["receivable sale 15796"])
        c.send(.issueTickets).answer(.issue, .succeeded, .issued(Make.codes()))
        #expect(c.posted == ["settlement sale \(total)"])
        let parts = c.order?.tickets.map(\.settlement)
        #expect(parts == (total == 13_100 ? [8062, 5038] : total == 12_900 ? [7938, 4962] : [8000, 5000]))
    }

    @Test("row 7: supplier locks in another currency: LOCK_FAIL and release") func row7Currency() {
        let c = Case().place(supplier: "loose")
        let total = Money(minorUnits: 13_000, currency: usd)
        c.answer(
            .lock, .succeeded, .locked(SupplierResult.Locked(holdUntilMs: nil, settlementTotal: total, seats: [])))
        #expect(c.said == ["LockFailed"] && c.asked == ["release"])
    }

    @Test("row 8: supplier suspended or circuit open at place: SUPPLIER_UNAVAILABLE at once, no request") func row8() {
        let c = Case().place(supplier: "asleep")
        #expect(c.said == ["CommandRejected SUPPLIER_UNAVAILABLE"] && c.asked.isEmpty && c.order == nil)
        let open = Case()
        open.suppliers["fragile"] = SupplierState(openUntilMs: start + minute)
        open.place(supplier: "fragile")
        #expect(open.said == ["CommandRejected SUPPLIER_UNAVAILABLE"] && open.asked.isEmpty && open.order == nil)
    }

    @Test("row 8: time-outs of one partition open the circuit for its next orders; what is held goes on")
    func row8Driven() {
        let held = Case().locked(supplier: "fragile")
        var suppliers = held.suppliers
        // With the held order's lock that are four calls, three of them failures.
        for number in 0..<3 {
            let c = Case(key: OrderKey(distributorID: "d1", orderID: id("late-\(number)")))
            c.suppliers = suppliers
            c.place(supplier: "fragile", at: start + 2 * second)
            c.run(for: 5 * second)
            #expect(c.status == .lockFail)
            suppliers = c.suppliers
        }
        let next = Case()
        next.suppliers = suppliers
        next.place(supplier: "fragile", at: start + 8 * second)
        #expect(next.said == ["CommandRejected SUPPLIER_UNAVAILABLE"])
        held.suppliers = suppliers
        held.send(.issueTickets, at: start + 8 * second)
        #expect(held.said == ["IssueStarted"] && held.asked == ["issue"])
    }

    @Test(
        "row 9: grant or account ends after the lock: issue, cancel, refund still accepted; a new order is not",
        arguments: ["no grant", "grant ended", "suspended", "ended"])
    func row9(how: String) {
        var directory = World.directory
        switch how {
        case "no grant": directory.grants["d1"] = []
        case "grant ended": directory.grants["d1"] = [World.grant("g1", .group("concerts"), until: start + 3 * second)]
        case "suspended": directory.accounts["d1"]?.isSuspended = true
        default: directory.accounts["d1"]?.validUntilMs = start + 3 * second
        }
        let c = Case().locked()
        c.directory = directory
        c.send(.issueTickets, at: start + minute)
        #expect(c.said == ["IssueStarted"])
        c.answer(.issue, .succeeded, .issued(Make.codes())).send(Make.refund("r1"))
        #expect(c.said == ["RefundRequested r1"])
        let canceled = Case().locked()
        canceled.directory = directory
        canceled.send(.cancelOrder, at: start + minute)
        #expect(canceled.said == ["Canceled DISTRIBUTOR"])
        let placed = Case(directory: directory).place(at: start + minute)
        let code = how.contains("grant") ? "NOT_PERMITTED" : "ACCOUNT_NOT_VALID"
        #expect(placed.said == ["CommandRejected \(code)"] && placed.asked.isEmpty)
    }

    @Test("row 10: project taken off the shelf after the lock: the hold is honoured") func row10() {
        let c = Case().place()
        c.directory.projects["p-full"]?.isOnShelf = false
        c.answer(.lock, .succeeded, Make.locked())
        #expect(c.said == ["Locked"])
        c.send(.issueTickets).answer(.issue, .succeeded, .issued(Make.codes()))
        #expect(c.status == .fixed)
    }

    @Test("row 11: issue command appended before the hold's end, handled after it: the append time decides")
    func row11() {
        let late = Case().locked()
        late.lagMs = 2 * hour
        late.send(.issueTickets, at: late.holdEnd - 1)
        #expect(late.said == ["IssueStarted"] && late.asked == ["issue"] && late.status == .fixing)
        // Its answer is waited for from when it is sent.
        #expect(late.order?.timers[.issueTimeout] == late.nowMs + 2 * hour + 20 * second)
        let readmitted = Case().locked()
        readmitted.send(.issueTickets, at: readmitted.holdEnd - 1, handledAt: readmitted.holdEnd + minute)
        #expect(readmitted.said == ["IssueStarted"] && readmitted.status == .fixing)
    }

    @Test("row 12: issue command appended at or after the hold's end: CANCELED first, then HOLD_EXPIRED") func row12() {
        let c = Case().locked()
        let end = c.holdEnd
        c.send(.issueTickets, at: end)
        #expect(c.said == ["Canceled HOLD_EXPIRED", "CommandRejected HOLD_EXPIRED"] && c.status == .canceled)
        #expect(c.posted == ["receivable cancellation -15796"] && c.asked == ["release"])
        #expect(c.last.entries.map(\.effectiveAtMs) == [end])
        let after = Case().locked()
        after.send(.issueTickets, at: after.holdEnd + minute)
        #expect(after.said == ["CommandRejected HOLD_EXPIRED"] && after.saidCount("Canceled HOLD_EXPIRED") == 1)
        #expect(after.entries.last?.effectiveAtMs == end && after.askedCount("issue") == 0)
    }

    @Test("row 13: cancel, then issue, at once: CANCELED; the issue INVALID_STATE") func row13() {
        let c = Case().locked().send(.cancelOrder, at: start + 10 * second)
        #expect(c.said == ["Canceled DISTRIBUTOR"] && c.status == .canceled && c.asked == ["release"])
        #expect(c.posted == ["receivable cancellation -15796"])
        #expect(c.last.entries.map(\.effectiveAtMs) == [start + 10 * second])
        c.send(.issueTickets, at: start + 10 * second)
        #expect(c.said == ["CommandRejected INVALID_STATE"] && c.asked.isEmpty)
    }

    @Test("row 14: extend: IntentRecorded at once, HoldExtended with what the supplier granted") func row14() {
        let c = Case().locked()
        let end = c.holdEnd
        c.send(.extendHold(untilMs: end + 10 * minute), id: "e-1")
        #expect(c.said == ["IntentRecorded EXTEND"] && c.asked == ["extend"] && c.status == .locked)
        #expect(c.last.requests.map(\.id) == [.extend("e-1")])
        // Less than asked: its own limit, less the margin, counts.
        c.answer(.extend("e-1"), .succeeded, .extended(holdUntilMs: end + 5 * minute))
        #expect(c.said == ["HoldExtended"] && c.holdEnd == end + 5 * minute - 30 * second)
        #expect(c.last.events[0].body == .holdExtended(holdUntilMs: c.holdEnd))
        c.run(until: c.holdEnd - 1)
        #expect(c.status == .locked)
        c.run(until: c.holdEnd)
        #expect(c.status == .canceled && c.entries.last?.effectiveAtMs == c.holdEnd)
    }

    @Test("row 14: HoldExtensionRefused: no, or no answer in the lock's time; the hold ends as before")
    func row14Refused() {
        for isAnswered in [true, false] {
            let c = Case().locked()
            let end = c.holdEnd
            c.send(.extendHold(untilMs: end + 10 * minute), id: "e-1")
            if isAnswered { c.answer(.extend("e-1"), .failed, side: .none) } else { c.run(for: 5 * second) }
            #expect(c.said == ["HoldExtensionRefused"] && c.holdEnd == end && c.status == .locked)
            #expect(c.order?.timers[.extendTimeout] == nil)
            c.run(until: end)
            #expect(c.said == ["Canceled HOLD_EXPIRED"])
        }
    }

    @Test("row 14: after expiry HOLD_EXPIRED, as for cancel; NOT_SUPPORTED where the supplier cannot") func row14Late()
    {
        for action in [.extendHold(untilMs: start + 2 * hour), .cancelOrder] as [Command.Action] {
            let c = Case().locked()
            c.send(action, at: c.holdEnd)
            #expect(c.said == ["Canceled HOLD_EXPIRED", "CommandRejected HOLD_EXPIRED"] && c.status == .canceled)
            let after = Case().locked()
            after.send(action, at: after.holdEnd + second)
            #expect(after.said == ["CommandRejected HOLD_EXPIRED"])
        }
        let plain = Case().locked(supplier: "plain").send(.extendHold(untilMs: start + 2 * hour))
        #expect(plain.said == ["CommandRejected NOT_SUPPORTED"] && plain.asked.isEmpty && plain.status == .locked)
    }

    @Test(
        "row 15: cancel during LOCKING: IntentRecorded; on lock success receivable +, CANCELED, receivable −, release")
    func row15() {
        let c = Case().place().send(.cancelOrder, at: start + second)
        #expect(c.said == ["IntentRecorded CANCEL"] && c.status == .locking && c.asked.isEmpty)
        c.answer(.lock, .succeeded, Make.locked(), at: start + 3 * second, occurred: start + 2 * second)
        #expect(c.said == ["Locked", "Canceled DISTRIBUTOR"] && c.status == .canceled && c.asked == ["release"])
        #expect(c.posted == ["receivable sale 15796", "receivable cancellation -15796"])
        #expect(c.last.entries.map(\.effectiveAtMs) == [start + 2 * second, start + 2 * second])
        let failed = Case().place().send(.cancelOrder).answer(.lock, .failed, side: .none)
        #expect(failed.said == ["LockFailed"] && failed.posted.isEmpty && failed.status == .lockFail)
    }

    @Test("row 16: cancel twice: CommandRepeated or, with a new id, INVALID_STATE; first cancel time stays")
    func row16() {
        let c = Case().locked().send(.cancelOrder, id: "k-1", at: start + 10 * second)
        c.send(.cancelOrder, id: "k-1", at: start + 20 * second)
        #expect(c.said == ["CommandRepeated"])
        c.send(.cancelOrder, id: "k-2", at: start + 30 * second)
        #expect(c.said == ["CommandRejected INVALID_STATE"])
        #expect(c.entries.map(\.effectiveAtMs) == [start + second, start + 10 * second])
        let locking = Case().place().send(.cancelOrder, id: "k-1").send(.cancelOrder, id: "k-2")
        #expect(locking.said == ["CommandRejected INVALID_STATE"])
    }

    @Test(
        "row 17: release fails or is not answered: retried with backoff, RELEASE_FAILING once, and on",
        arguments: [
            "nothing", "failed", "unknown",
        ])
    func row17(answer: String) {
        let c = Case().locked().send(.cancelOrder, at: start + 10 * second)
        if answer == "failed" { c.answer(.release, .failed) }
        if answer == "unknown" { c.answer(.release, .unknown) }
        #expect(c.status == .canceled && c.order?.release != nil)
        c.run(until: start + 12 * second)
        #expect(c.askedCount("release") >= 2)
        c.run(until: start + 29 * second)
        #expect(c.saidCount("AnomalyFound RELEASE_FAILING") == 0)
        c.run(until: start + 40 * second)
        #expect(c.saidCount("AnomalyFound RELEASE_FAILING") == 1)
        let count = c.askedCount("release")
        c.run(until: start + 90 * second)
        #expect(c.askedCount("release") == count + 10 && c.saidCount("AnomalyFound RELEASE_FAILING") == 1)
        #expect(c.status == .canceled && Set(c.requests.dropFirst().map(\.id)) == [.release])
        c.answer(.release, .succeeded, .released)
        #expect(c.order?.release == nil && c.order?.timers[.releaseRetry] == nil)
    }

    @Test("row 18: issue command twice, other ids: the second INVALID_STATE; one request") func row18() {
        let c = Case().locked().send(.issueTickets).send(.issueTickets)
        #expect(c.said == ["CommandRejected INVALID_STATE"] && c.askedCount("issue") == 1)
    }
}

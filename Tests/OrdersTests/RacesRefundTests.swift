import Orders
import Testing

extension Case {
    /// The times that count for the books, after the beginning.
    var effective: [Milliseconds] { last.entries.map { $0.effectiveAtMs - start } }

    func refund(_ refundID: ID) -> Order.Refund? { order?.refunds.first { $0.id == refundID } }

    /// What the last SupplierRefunded says that the distributor is owed back.
    var owedBack: Int64? {
        for case .supplierRefunded(let refunded) in last.events.map(\.body) {
            return refunded.distributorAmount.minorUnits
        }
        return nil
    }
}

@Suite("Races: refunds") struct RacesRefundTests {
    @Test("row 37: supplier refunds unasked: REFUNDING, settlement −, SupplierRefunded unasked") func row37() {
        let c = Case().fixed().answer(nil, .succeeded, Make.refunded(nil, [0]), id: "x-1", occurred: start + 3 * second)
        #expect(c.said == ["SupplierRefunded x-1 unasked"] && c.status == .refunding && c.asked.isEmpty)
        #expect(c.posted == ["settlement refund -8000"] && c.owedBack == Sample.netA && c.effective == [3 * second])
        #expect(c.last.entries.first?.refundMode == .automatic)
        guard case .supplierRefunded(let refunded)? = c.last.events.first?.body else { return }
        #expect(refunded.tickets == TicketSet(bits: 1) && refunded.reportByMs == c.nowMs + day)
        #expect(c.order?.timers[.refundReportOverdue] == c.nowMs + day)
    }

    @Test("row 37: unasked and without ticket numbers: all that are not refunded yet") func row37All() {
        let c = Case().fixed().answer(nil, .succeeded, Make.refunded(nil, [0]), id: "x-1")
        c.answer(nil, .succeeded, Make.refunded(nil), id: "x-2")
        #expect(c.said == ["SupplierRefunded x-2 unasked"] && c.posted == ["settlement refund -5000"])
    }

    @Test("row 37: of tickets already refunded: CONTRADICTION, nothing posted") func row37Twice() {
        let c = Case().fixed().answer(nil, .succeeded, Make.refunded(nil, [0]), id: "x-1")
        let before = c.substance
        c.answer(nil, .succeeded, Make.refunded(nil, [0]), id: "x-2")
        #expect(c.said == ["AnomalyFound CONTRADICTION"] && c.posted.isEmpty && c.substance == before)
        // What is new in it is a fact; what is not is not posted again.
        c.answer(nil, .succeeded, Make.refunded(nil, [0, 1]), id: "x-3")
        #expect(c.said.contains("AnomalyFound CONTRADICTION") && !c.posted.contains { $0.contains("8000") })
    }

    @Test("row 38: supplier refund while FIXING: kept; when FIXED is proved, settlement + then settlement −")
    func row38() {
        let c = Case().fixing().answer(nil, .succeeded, Make.refunded(nil, [0], amount: 7000), id: "x-1")
        #expect(c.said == ["IntentRecorded SUPPLIER_REFUND"] && c.posted.isEmpty && c.status == .fixing)
        c.answer(.issue, .succeeded, .issued(Make.codes()))
        #expect(c.said == ["Issued", "SupplierRefunded x-1 unasked"] && c.status == .refunding)
        #expect(c.posted == ["settlement sale 13000", "settlement refund -7000"])
    }

    @Test("row 38: while LOCKED the same, and CONTRADICTION") func row38Locked() {
        let c = Case().locked().answer(nil, .succeeded, Make.refunded(nil), id: "x-1")
        #expect(c.said.sorted() == ["AnomalyFound CONTRADICTION", "IntentRecorded SUPPLIER_REFUND"])
        #expect(c.posted.isEmpty && c.status == .locked)
        c.send(.issueTickets).answer(.issue, .succeeded, .issued(Make.codes()))
        #expect(c.said == ["Issued", "SupplierRefunded x-1 unasked"] && c.status == .refunding)
    }

    @Test("a supplier refund kept, of an order that ends as CANCELED or FIX_FAIL: CONTRADICTION, nothing posted")
    func keptAndEnded() {
        let failed = Case().fixing().answer(nil, .succeeded, Make.refunded(nil)).answer(.issue, .failed, side: .none)
        #expect(failed.said.sorted() == ["AnomalyFound CONTRADICTION", "IssueFailed"] && failed.status == .fixFail)
        #expect(failed.posted == ["receivable issueFailure -15796"] && failed.order?.intents == [])
        let canceled = Case().locked().answer(nil, .succeeded, Make.refunded(nil)).send(.cancelOrder)
        #expect(canceled.said.sorted() == ["AnomalyFound CONTRADICTION", "Canceled DISTRIBUTOR"])
        #expect(canceled.posted == ["receivable cancellation -15796"] && canceled.order?.intents == [])
        let expired = Case().locked().answer(nil, .succeeded, Make.refunded(nil))
        expired.run(until: expired.holdEnd)
        #expect(expired.said.sorted() == ["AnomalyFound CONTRADICTION", "Canceled HOLD_EXPIRED"])
    }

    @Test("row 39: refund requested while FIXING: IntentRecorded, requested after FIXED") func row39() {
        let c = Case().fixing().send(Make.refund("r1", [1]))
        #expect(c.said == ["IntentRecorded REFUND"] && c.asked.isEmpty && c.status == .fixing)
        c.answer(.issue, .succeeded, .issued(Make.codes()), at: start + minute)
        #expect(c.said == ["Issued", "RefundRequested r1"] && c.asked == ["refund"] && c.status == .fixed)
        guard case .refundRequested(_, let tickets, let reason)? = c.last.events.last?.body else { return }
        #expect(tickets == TicketSet(bits: 2) && Texts.text(reason) == "changed plans")
        #expect(c.last.requests.map(\.operation) == [.refund(refundID: "r1", tickets: TicketSet(bits: 2))])
    }

    @Test("row 40: same refund id, other tickets: REFUND_CONFLICT") func row40() {
        for c in [
            Case().fixed().send(Make.refund("r1", [0])), Case().fixing().send(Make.refund("r1", [0])),
            Case().fixed().send(Make.refund("r1", [0])).answer(.refund("r1"), .succeeded, Make.refunded("r1")),
        ] {
            let before = c.substance
            c.send(Make.refund("r1", [1]))
            #expect(c.said == ["CommandRejected REFUND_CONFLICT"] && c.asked.isEmpty && c.substance == before)
        }
    }

    @Test("a refund asked for again under its refund id, same tickets and a new command id is a repetition")
    func sameRefund() {
        for c in [
            Case().fixed().send(Make.refund("r1", [0])), Case().fixing().send(Make.refund("r1", [0])),
            Case().fixed().send(Make.refund("r1", [0])).answer(.refund("r1"), .succeeded, Make.refunded("r1")),
        ] {
            let answer = c.events.last {
                Describe.event($0).hasPrefix("RefundRequested") || Describe.event($0).hasPrefix("Intent")
            }
            c.send(Make.refund("r1", [0], reason: "another reason"))
            #expect(c.said == ["CommandRepeated"] && c.asked.isEmpty)
            #expect(c.repeated == answer.map { .sequence($0.sequence) })
        }
    }

    @Test("row 41: tickets refunded twice, named twice, not there, or nothing left: REFUND_EXCEEDS") func row41() {
        for tickets in [[0, 0], [2], [0, 1, 2], [4_000_000_000]] as [[UInt32]] {
            let c = Case().fixed().send(Make.refund("r1", tickets))
            #expect(c.said == ["CommandRejected REFUND_EXCEEDS"] && c.asked.isEmpty && c.order?.refunds == [])
        }
        let underWay = Case().fixed().send(Make.refund("r1", [0]))
        for tickets in [[0], [0, 1]] as [[UInt32]] {
            underWay.send(Make.refund("r2", tickets))
            #expect(underWay.said == ["CommandRejected REFUND_EXCEEDS"] && underWay.asked.isEmpty)
        }
        let refunded = Case().refunding()
        for tickets in [[], [0], [1]] as [[UInt32]] {
            refunded.send(Make.refund("r2", tickets))
            #expect(refunded.said == ["CommandRejected REFUND_EXCEEDS"])
        }
        let ended = Case().refundedOnBothSides().send(Make.refund("r2"))
        #expect(ended.said == ["CommandRejected REFUND_EXCEEDS"])
        let kept = Case().fixing().send(Make.refund("r1", [0])).send(Make.refund("r2", [0]))
        #expect(kept.said == ["CommandRejected REFUND_EXCEEDS"])
    }

    @Test("row 42: two partial refunds: each on its own; REFUNDED when every ticket is, otherwise FIXED again")
    func row42() {
        let c = Case().fixed().send(Make.refund("r1", [0]))
        c.answer(.refund("r1"), .succeeded, Make.refunded("r1", [0]))
        #expect(c.said == ["SupplierRefunded r1"] && c.status == .refunding && c.posted == ["settlement refund -8000"])
        #expect(c.owedBack == Sample.netA)
        c.send(.reportRefund(Make.report("r1", at: c.nowMs)))
        #expect(c.said == ["DistributorRefunded r1"] && c.status == .fixed)
        #expect(c.posted == ["receivable refund -\(Sample.netA)"])
        c.send(Make.refund("r2")).answer(.refund("r2"), .succeeded, Make.refunded("r2"))
        #expect(c.posted == ["settlement refund -5000"] && c.status == .refunding && c.owedBack == Sample.netB)
        c.send(.reportRefund(Make.report("r2", at: c.nowMs)))
        #expect(c.posted == ["receivable refund -\(Sample.netB)"] && c.status == .refunded)
        #expect(c.order?.books == Order.Books(receivable: 0, settlement: 0))
    }

    @Test("row 42: REFUNDING as long as any supplier refund of the order is unreported") func row42Overlapping() {
        let c = Case().fixed().send(Make.refund("r1", [0])).send(Make.refund("r2", [1]))
        c.answer(.refund("r1"), .succeeded, Make.refunded("r1")).answer(.refund("r2"), .succeeded, Make.refunded("r2"))
        c.send(.reportRefund(Make.report("r2", at: c.nowMs)))
        #expect(c.status == .refunding)
        c.send(.reportRefund(Make.report("r1", at: c.nowMs)))
        #expect(c.status == .refunded)
        let mixed = Case().fixed().send(Make.refund("r1", [0])).send(Make.refund("r2", [1]))
        mixed.answer(.refund("r1"), .succeeded, Make.refunded("r1")).answer(
            .refund("r2"), .succeeded, Make.refunded("r2"))
        mixed.send(.reportRefund(Make.report("r1", succeeded: false, at: nil)))
        #expect(mixed.said == ["DistributorRefundFailed r1"] && mixed.status == .refunding)
        mixed.send(.reportRefund(Make.report("r2", at: mixed.nowMs)))
        #expect(mixed.status == .refundFail)
        mixed.send(.reportRefund(Make.report("r1", at: mixed.nowMs)))
        #expect(mixed.status == .refunded)
    }

    @Test(
        "row 43: supplier refunds less than asked: settlement − by what it gave, penalty line, distributor amount alike"
    )
    func row43() {
        let c = Case().fixed().send(Make.refund("r1"))
        c.answer(.refund("r1"), .succeeded, Make.refunded("r1", amount: 12_000))
        #expect(c.said == ["SupplierRefunded r1"] && c.posted == ["settlement refund -12000"])
        #expect(c.owedBack == Sample.net - 1000)
        #expect(c.last.entries[0].lines.filter { $0.component == .penalty }.reduce(0) { $0 + $1.minorUnits } == 1000)
        c.send(.reportRefund(Make.report("r1", at: c.nowMs)))
        #expect(c.posted == ["receivable refund -\(Sample.net - 1000)"] && c.status == .refunded)
        #expect(c.last.entries[0].lines.filter { $0.component == .penalty }.reduce(0) { $0 + $1.minorUnits } == 1000)
        #expect(c.order?.books == Order.Books(receivable: 1000, settlement: 1000))
    }

    @Test("row 44: supplier refuses: RefundRefused, FIXED stays, and the tickets can be asked for again") func row44() {
        let c = Case().fixed().send(Make.refund("r1", [0])).answer(.refund("r1"), .failed, side: .none)
        #expect(c.said == ["RefundRefused r1"] && c.status == .fixed && c.posted.isEmpty)
        guard case .refundRefused(_, let code, _)? = c.last.events.first?.body else { return }
        #expect(Texts.text(code) == "SUPPLIER_SAYS_NO" && c.order?.timers[.refundRequestTimeout] == nil)
        c.send(Make.refund("r2", [0]))
        #expect(c.said == ["RefundRequested r2"] && c.asked == ["refund"])
    }

    @Test(
        "row 45: refund request not answered: asked again; Escalated, once; on at the last step's pace; no entry",
        arguments: [false, true])
    func row45(saysUnknown: Bool) {
        let c = Case().fixed().send(Make.refund("r1"))
        if saysUnknown { c.answer(.refund("r1"), .unknown) }
        #expect(c.status == .fixed && c.said.count <= 1)
        let asked = c.nowMs
        c.run(until: asked + 60 * second)
        #expect(c.askedCount("refund") == 2 && c.last.requests.map(\.id) == [.refund("r1")])
        c.run(until: asked + hour - 1)
        #expect(c.saidCount("Escalated") == 0)
        c.run(until: asked + hour + 10 * minute)
        #expect(c.saidCount("Escalated") == 1)
        let count = c.askedCount("refund")
        c.run(for: 100 * minute)
        #expect(c.askedCount("refund") == count + 10 && c.saidCount("Escalated") == 1 && c.status == .fixed)
        #expect(c.allPosted == ["receivable sale 15796", "settlement sale 13000"])
    }

    @Test("row 46: refund result twice, also under another result id: nothing the second time") func row46() {
        let c = Case().fixed().send(Make.refund("r1"))
        c.answer(.refund("r1"), .succeeded, Make.refunded("r1"), id: "x-1")
        for id in ["x-1", "x-2"] as [ID] {
            c.answer(.refund("r1"), .succeeded, Make.refunded("r1"), id: id)
            #expect(c.said.isEmpty && c.posted.isEmpty && c.asked.isEmpty && c.status == .refunding)
        }
        c.send(.reportRefund(Make.report("r1", at: c.nowMs)))
        c.answer(.refund("r1"), .succeeded, Make.refunded("r1"), id: "x-3")
        #expect(c.said.isEmpty && c.posted.isEmpty && c.status == .refunded)
    }

    @Test("row 47: distributor reports failure, later success: REFUND_FAIL, then REFUNDED with its entry") func row47()
    {
        let c = Case().refunding().send(.reportRefund(Make.report("r1", succeeded: false, at: nil)))
        #expect(c.said == ["DistributorRefundFailed r1"] && c.status == .refundFail && c.posted.isEmpty)
        c.send(.reportRefund(Make.report("r1", at: c.nowMs)), at: c.nowMs + minute)
        #expect(c.said == ["DistributorRefunded r1"] && c.status == .refunded)
        #expect(c.posted == ["receivable refund -15796"])
    }

    @Test("row 48: distributor reports a refund that the supplier has not made, or an unknown one: INVALID_STATE")
    func row48() {
        let c = Case().fixed().send(Make.refund("r1"))
        for refundID in ["r1", "unknown"] as [ID] {
            for succeeded in [true, false] {
                c.send(.reportRefund(Make.report(refundID, succeeded: succeeded, at: c.nowMs)))
                #expect(c.said == ["CommandRejected INVALID_STATE"] && c.posted.isEmpty && c.status == .fixed)
            }
        }
        c.answer(.refund("r1"), .failed, side: .none).send(.reportRefund(Make.report("r1", at: c.nowMs)))
        #expect(c.said == ["CommandRejected INVALID_STATE"])
    }

    @Test("row 49: report without a time: REFUNDED at once, UNDATED, the entry waits; a second report posts it")
    func row49() {
        let c = Case().refunding().send(.reportRefund(Make.report("r1", at: nil)))
        #expect(c.said == ["DistributorRefunded r1 undated", "AnomalyFound UNDATED"] && c.status == .refunded)
        #expect(c.posted.isEmpty && c.refund("r1")?.isUndated == true)
        c.send(.reportRefund(Make.report("r1", at: start + 10 * second)), at: start + hour)
        #expect(c.said == ["DistributorRefunded r1"] && c.status == .refunded)
        #expect(c.last.events.map(\.statusBefore) == [.refunded])
        #expect(c.posted == ["receivable refund -15796"] && c.effective == [10 * second])
        c.send(.reportRefund(Make.report("r1", at: start + 11 * second)))
        #expect(c.said == ["CommandRejected INVALID_STATE"] && c.posted.isEmpty)
    }

    @Test("a report of a refund that has its entry is INVALID_STATE", arguments: [true, false])
    func reportedTwice(succeeded: Bool) {
        let c = Case().refundedOnBothSides()
        c.send(.reportRefund(Make.report("r1", succeeded: succeeded, at: c.nowMs)))
        #expect(c.said == ["CommandRejected INVALID_STATE"] && c.posted.isEmpty && c.status == .refunded)
    }

    @Test("an undated order is kept beyond its retention") func undatedIsKept() {
        let c = Case().refunding().send(.reportRefund(Make.report("r1", at: nil)))
        c.run(for: 900 * day)
        #expect(c.status == .refunded)
        c.send(.reportRefund(Make.report("r1", at: start + 10 * second)))
        #expect(c.posted == ["receivable refund -15796"])
        c.run(for: 401 * day)
        #expect(c.order == nil)
    }

    @Test("row 50: distributor's time before the supplier's: both kept, entry by the rule") func row50() {
        let c = Case().refunding()
        let supplierTime = c.refund("r1")?.supplierRefundedAtMs ?? 0
        c.send(.reportRefund(Make.report("r1", at: supplierTime - second)), at: c.nowMs + minute)
        #expect(c.said.sorted() == ["AnomalyFound TIME_BEFORE_CAUSE", "DistributorRefunded r1"])
        #expect(c.status == .refunded && c.last.entries.map(\.effectiveAtMs) == [supplierTime])
        #expect(c.refund("r1")?.supplierRefundedAtMs == supplierTime)
        let exact = Case().refunding()
        exact.send(.reportRefund(Make.report("r1", at: supplierTime)), at: exact.nowMs + minute)
        #expect(exact.said == ["DistributorRefunded r1"])
    }

    @Test("row 51: never reported: reminded by the overdue timer, Escalated; a person may report") func row51() {
        let c = Case().refunding()
        let told = c.nowMs
        c.run(until: told + day - 1)
        #expect(c.saidCount("Escalated") == 0)
        c.run(until: told + day)
        #expect(c.said == ["Escalated"] && c.status == .refunding)
        c.run(for: 100 * day)
        #expect(c.saidCount("Escalated") == 1 && c.status == .refunding)
        c.act(.reportRefund(Make.report("r1", at: told + hour)))
        #expect(c.said == ["OperatorActed", "DistributorRefunded r1"] && c.status == .refunded)
        #expect(c.posted == ["receivable refund -15796"])
    }

    // Reconciliation's EXPECTED is not the domain's; that there are two periods is.
    @Test("row 52: both refunds on two sides of a cut-off: two periods") func row52() {
        let december = RacesIssuingTests.december
        let c = Case().fixed().send(Make.refund("r1"), at: december - minute)
        c.answer(.refund("r1"), .succeeded, Make.refunded("r1"), at: december - 1)
        #expect(c.last.entries.map(\.period) == [.month(year: 2026, month: 11)])
        c.send(.reportRefund(Make.report("r1", at: december)), at: december + minute)
        #expect(c.last.entries.map(\.period) == [.month(year: 2026, month: 12)])
        #expect(c.last.entries.map(\.originPeriod) == [nil])
    }
}

import Testing

@testable import Orders

@Suite("Refunds beyond the races")
struct RefundEdgeTests {
    @Test("\"All\" asked for again is the same refund, whatever is left by now; a list is the same list")
    func sameRefund() {
        let c = Case().fixed()
        c.send(Make.refund("r1"))
        #expect(c.said == ["RefundRequested r1"])
        #expect(c.send(Make.refund("r1")).said == ["CommandRepeated"])
        #expect(c.send(Make.refund("r1", [1, 0])).said == ["CommandRepeated"])
        #expect(c.send(Make.refund("r1", [0])).said == ["CommandRejected REFUND_CONFLICT"])
        let d = Case().fixed()
        d.send(Make.refund("r1", [0]))
        #expect(d.send(Make.refund("r1")).said == ["CommandRejected REFUND_CONFLICT"])
    }

    @Test("A refund that lapsed while it waited is still the same refund when it is asked for again")
    func lapsed() {
        let c = Case().fixing()
        c.send(Make.refund("r1", [0]))
        let asked = c.order?.sequence ?? 0
        c.answer(nil, .succeeded, Make.refunded("s1", [0, 1]))
        c.answer(.issue, .succeeded, .issued(Make.codes()))
        #expect(c.said == ["Issued", "SupplierRefunded s1 unasked"])
        c.send(Make.refund("r1", [0]))
        #expect(c.last.events.map(\.body) == [.commandRepeated(firstEvent: .sequence(asked))])
    }

    @Test("A request whose tickets an unasked refund has covered ends with its own answer, and nothing is posted")
    func covered() {
        let c = Case().fixed()
        c.send(Make.refund("r1", [0]))
        c.answer(nil, .succeeded, Make.refunded(nil, [0]), id: "s9")
        #expect(c.said == ["SupplierRefunded s9 unasked"])
        c.answer(.refund("r1"), .succeeded, Make.refunded("r1", [0]))
        #expect(c.said.isEmpty && c.posted.isEmpty && c.order?.timers[.refundRequestTimeout] == nil)
        #expect(
            c.send(.reportRefund(Make.report("r1", at: c.nowMs))).said == ["CommandRejected INVALID_STATE"])
    }

    @Test("Of a request that is covered in part the rest is booked, without a contradiction")
    func coveredInPart() {
        let c = Case().fixed()
        c.send(Make.refund("r1"))
        c.answer(nil, .succeeded, Make.refunded(nil, [0]))
        c.answer(.refund("r1"), .succeeded, Make.refunded("r1"))
        #expect(c.said == ["SupplierRefunded r1"] && c.posted == ["settlement refund -5000"])
        #expect(c.status == .refunding)
    }

    @Test("A penalty is divided over the tickets, and both books lose the same money")
    func penalty() {
        let c = Case().fixed()
        c.send(Make.refund("r1"))
        c.answer(.refund("r1"), .succeeded, Make.refunded("r1", amount: 12_999))
        #expect(c.posted == ["settlement refund -12999"])
        let penalties = c.last.entries.first?.lines.filter { $0.component == .penalty }.map(\.minorUnits)
        #expect(penalties == [1])
        c.send(.reportRefund(Make.report("r1", at: c.nowMs)))
        #expect(c.posted == ["receivable refund -\(Sample.net - 1)"] && c.status == .refunded)
    }

    @Test("More given back than the price is booked, with AMOUNT_MISMATCH, and is the distributor's")
    func surplus() {
        let c = Case().fixed()
        c.answer(nil, .succeeded, Make.refunded("s1", amount: 13_500))
        #expect(c.said == ["SupplierRefunded s1 unasked", "AnomalyFound AMOUNT_MISMATCH"])
        c.send(.reportRefund(Make.report("s1", at: c.nowMs)))
        #expect(c.posted == ["receivable refund -\(Sample.net + 500)"])
    }

    @Test("An amount in another currency cannot be added up: a dead letter, and the order as it was")
    func otherCurrency() {
        let c = Case().fixed()
        let dollars = Money(minorUnits: 100, currency: usd)
        c.answer(
            nil, .succeeded,
            .refunded(SupplierResult.Refunded(refundID: "s1", tickets: [], amount: dollars, mode: .manual)))
        #expect(c.last.deadLetter?.code == .overflow && c.status == .fixed)
    }

    @Test("A cancel that waited becomes a refund request, or, where there can be none, is told so")
    func cancelThatWaited() {
        let c = Case().fixing(supplier: "plain")
        c.send(.cancelOrder, id: "c9")
        c.answer(.issue, .succeeded, .issued(Make.codes()))
        #expect(c.said == ["Issued", "RefundRequested c9", "RefundRefused c9"] && c.asked.isEmpty)
    }
}

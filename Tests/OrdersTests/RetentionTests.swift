import Testing

@testable import Orders

@Suite("Retention and what is left")
struct RetentionTests {
    /// An order that was canceled, after its retention.
    private func removed() -> Case {
        let c = Case().locked()
        c.send(.cancelOrder)
        c.answer(.release, .succeeded, .released)
        c.run(until: start + 431 * day)
        return c
    }

    @Test("An order is removed 400 days after the show's start, the stub after as long again")
    func removal() {
        let c = Case().locked()
        c.send(.cancelOrder)
        c.answer(.release, .succeeded, .released)
        c.run(until: start + 430 * day - 1)
        #expect(c.order != nil)
        c.run(until: start + 430 * day)
        guard case .stub(let stub)? = c.record else { return #expect(Bool(false), "no stub") }
        #expect(stub.status == .canceled && stub.validateAlone.isEmpty)
        c.run(until: start + 830 * day)
        #expect(c.record == nil)
    }

    @Test("Of a show that was moved the present start counts")
    func movedShow() {
        let c = Case().locked()
        c.send(.cancelOrder)
        c.answer(.release, .succeeded, .released)
        c.directory.shows["w-full"]?.startsAtMs = start + 40 * day
        c.run(until: start + 439 * day)
        #expect(c.order != nil)
        c.run(until: start + 440 * day)
        #expect(c.order == nil && c.record != nil)
    }

    @Test("An undated refund is never removed")
    func undated() {
        let c = Case().refunding()
        c.send(.reportRefund(Make.report("r1", at: nil)))
        #expect(c.status == .refunded && c.order?.timers[.retention] == nil)
    }

    @Test("A stub answers a second placing, late refunds and other commands; a person finds no order")
    func stub() {
        let c = removed()
        #expect(c.send(.cancelOrder).said == ["CommandRejected INVALID_STATE"])
        #expect(c.answer(nil, .succeeded, Make.refunded("s1")).said == ["AnomalyFound CONTRADICTION"])
        #expect(c.posted.isEmpty)
        #expect(c.send(Make.refund("r1")).said == ["CommandRejected REFUND_EXCEEDS"])
        #expect(
            c.answer(nil, .succeeded, Make.refunded("s2"), from: "idem").said == ["AnomalyFound SOURCE_MISMATCH"])
        c.act(.queryNow)
        #expect(c.said == ["CommandRejected UNKNOWN_ORDER"] && c.last.events.first?.sequence == 0)
        c.place(total: yuan(1))
        #expect(c.said == ["CommandRejected DUPLICATE_ORDER"])
    }
}

extension OrderStub {
    fileprivate var validateAlone: [String] { OrderRecord.stub(self).validate() }
}

import Orders
import Testing

@Suite("Races: books' time, wrong and late inputs, delivery") struct RacesRestTests {
    // Daylight saving days are with the periods' own tests.
    @Test("row 53: exactly at the cut-off: next period; one millisecond before: this one", arguments: [-1, 0])
    func row53(offset: Int64) {
        let december = RacesIssuingTests.december
        let c = Case().place(at: december - second)
        c.answer(.lock, .succeeded, Make.locked(), at: december + second, occurred: december + offset)
        #expect(c.last.entries.map(\.period) == [.month(year: 2026, month: offset < 0 ? 11 : 12)])
    }

    @Test(
        "row 53: the contract version valid at effective_at counts for the period, the one at the lock for the amounts")
    func row53Versions() {
        var directory = World.directory
        var next = World.contract("cd1", version: 2, commission: 1000)
        next.validFromMs = start + hour
        next.period = .day
        next.zoneOffsets = [Contract.ZoneOffset(fromMs: 0, utcOffsetSeconds: 0)]
        directory.distributorContracts["d1"]?.append(next)
        let c = Case(directory: directory).locked()
        #expect(c.posted == ["receivable sale 15796"])
        #expect(c.last.entries.map(\.period) == [.month(year: 2026, month: 11)])
        c.send(.issueTickets)
        c.answer(.issue, .failed, side: .none, at: start + hour)
        #expect(c.posted == ["receivable issueFailure -15796"])
        #expect(c.last.entries.map(\.period) == [.day(year: 2026, month: 11, day: 22)])
        let later = Case(directory: directory)
        later.place(total: yuan(16_201 - 1620), at: start + hour)
        #expect(later.said == ["Placed"])
    }

    @Test("row 54: result for an unknown order: dead letter UNKNOWN_ORDER", arguments: [true, false])
    func row54(isRemembered: Bool) {
        let c = Case()
        if isRemembered { c.place(supplier: "asleep") }
        let before = c.record
        c.answer(.lock, .succeeded, Make.locked(), from: "full")
        #expect(c.last.deadLetter?.code == .unknownOrder && c.record == before && c.said.isEmpty)
    }

    @Test("row 55: result from another supplier: SOURCE_MISMATCH, order untouched") func row55() {
        for (c, request, detail) in [
            (Case().place(), .lock, Make.locked()), (Case().fixing(), .issue, .issued(Make.codes())),
            (Case().fixed(), nil, Make.refunded(nil)), (Case().fixed(), nil, Make.delivery(.delivering)),
        ] as [(Case, RequestID?, SupplierResult.Detail)] {
            let before = c.substance
            c.answer(request, .succeeded, detail, id: "x-1", from: "loose")
            #expect(c.said == ["AnomalyFound SOURCE_MISMATCH"] && c.substance == before)
            #expect(c.asked.isEmpty && c.posted.isEmpty)
            // It does not use up the right supplier's result id.
            c.answer(request, .succeeded, detail, id: "x-1")
            #expect(c.substance != before)
        }
    }

    @Test("row 56: result before its cause (refund before issue): kept as in 38") func row56() {
        let c = Case().place().answer(nil, .succeeded, Make.refunded(nil), id: "x-1")
        #expect(c.posted.isEmpty && c.status == .locking && c.said.contains("AnomalyFound CONTRADICTION"))
        let asked = Case().fixing().send(Make.refund("r1"))
        asked.answer(.refund("r1"), .succeeded, Make.refunded("r1"))
        #expect(asked.said == ["IntentRecorded SUPPLIER_REFUND"] && asked.posted.isEmpty)
        asked.answer(.issue, .succeeded, .issued(Make.codes()))
        #expect(asked.said.first == "Issued" && asked.status == .refunding && asked.asked.isEmpty)
        #expect(asked.posted == ["settlement sale 13000", "settlement refund -13000"])
        asked.send(.reportRefund(Make.report("r1", at: asked.nowMs)))
        #expect(asked.status == .refunded)
    }

    @Test("row 57: time in the future beyond 5 min: TIME_IN_FUTURE, the append time is used", arguments: [0, 1])
    func row57(beyond: Int64) {
        let ahead = 5 * minute + beyond
        let c = Case().place().answer(
            .lock, .succeeded, Make.locked(), at: start + second, occurred: start + second + ahead)
        #expect(c.said.sorted() == (beyond > 0 ? ["AnomalyFound TIME_IN_FUTURE", "Locked"] : ["Locked"]))
        #expect(c.effective == [beyond > 0 ? second : second + ahead])
        let reported = Case().refunding()
        reported.send(.reportRefund(Make.report("r1", at: reported.nowMs + ahead)))
        let words = ["DistributorRefunded r1"]
        #expect(reported.said.sorted() == (beyond > 0 ? ["AnomalyFound TIME_IN_FUTURE"] + words : words))
        #expect(reported.last.entries.map(\.effectiveAtMs) == [reported.nowMs + (beyond > 0 ? 0 : ahead)])
    }

    // Where the record came first is the engine's; that its first append time judges it is the domain's.
    @Test("row 58: record readmitted: judged by its first append time") func row58() {
        let c = Case().send(
            .placeOrder(Make.place()), at: start, created: start - 299 * second, handledAt: start + hour)
        #expect(c.said == ["Placed"])
        let late = Case().send(
            .placeOrder(Make.place()), at: start, created: start - 301 * second, handledAt: start + hour)
        #expect(late.said == ["CommandRejected OUTSIDE_TIME_WINDOW"])
    }

    // Keys are checked before the domain: what it sees is whether the signature verified.
    @Test("row 59: a record whose key does not count is SIGNATURE_INVALID, and never remembered") func row59() {
        let c = Case().send(.placeOrder(Make.place()), id: "c-1", isSigned: false)
        #expect(c.said == ["CommandRejected SIGNATURE_INVALID"] && c.record == nil)
        c.send(.placeOrder(Make.place()), id: "c-1")
        #expect(c.said == ["Placed"])
    }

    // Broken bytes, a missing key or value and over-long fields are the reader's: here is what it can still hand on.
    @Test("row 60: foreign or mixed currency, too many tickets, no holder document, method not offered, overflow")
    func row60() {
        func refusal(_ place: PlaceOrder, _ change: (inout Directory) -> Void = { _ in }) -> [String] {
            var directory = World.directory
            change(&directory)
            let c = Case(directory: directory).send(.placeOrder(place))
            #expect(c.order == nil && c.asked.isEmpty && c.last.deadLetter == nil)
            return c.said
        }
        let invalid = ["CommandRejected INVALID_COMMAND"]
        let noDocument = Make.place(classes: ["n"], total: yuan(5851), realName: true, documents: false)
        #expect(refusal(noDocument) == invalid)
        #expect(refusal(Make.place(method: .onSite)) == invalid)
        #expect(refusal(Make.place()) { $0.accounts["d1"]?.maxTicketsPerOrder = 1 } == invalid)
        #expect(refusal(Make.place()) { $0.ticketClasses["b-full"]?.sellPrice.currency = usd } == invalid)
        #expect(refusal(Make.place()) { $0.ticketClasses["b-full"]?.settlementPrice.currency = usd } == invalid)
        #expect(refusal(Make.place()) { $0.ticketClasses["a-full"]?.sellPrice.minorUnits = .max } == invalid)
        #expect(refusal(Make.place()) { $0.ticketClasses["a-full"]?.settlementPrice.minorUnits = .max } == invalid)
        let foreign = Make.place(total: Money(minorUnits: Sample.net, currency: usd))
        #expect([invalid, ["CommandRejected PRICE_CHANGED"]].contains(refusal(foreign)))
        let c = Case().send(.invalid("no action that there is"))
        #expect(c.said == invalid && c.lastRejection?.message.contains("no action that there is") == true)
        let open = Case().locked().send(.invalid("words"))
        #expect(open.said == invalid && open.status == .locked && open.last.events[0].sequence == 3)
    }

    @Test("row 60: with the document the real-name show is sold") func row60Documents() {
        let place = Make.place(classes: ["n"], total: yuan(5851), realName: true)
        #expect(Case().send(.placeOrder(place)).said == ["Placed"])
    }

    static let everyStatus: [(OrderStatus, @Sendable (Case) -> Case)] = [
        (.locking, { $0.place() }), (.locked, { $0.locked() }), (.lockFail, { $0.place().answer(.lock, .failed) }),
        (.canceled, { $0.locked().send(.cancelOrder) }), (.fixing, { $0.fixing() }), (.fixed, { $0.fixed() }),
        (.fixFail, { $0.fixFail() }), (.refunding, { $0.refunding() }), (.refunded, { $0.refundedOnBothSides() }),
        (.refundFail, { $0.refunding().send(.reportRefund(Make.report("r1", succeeded: false, at: nil))) }),
    ]

    @Test(
        "row 61: delivery moves in any order status: DeliveryChanged; an impossible step is CONTRADICTION",
        arguments: everyStatus.indices)
    func row61(index: Int) {
        let (status, prepare) = RacesRestTests.everyStatus[index]
        let steps: [(DeliveryStatus, Bool)] = [
            (.delivered, false), (.sendBack, false), (.delivering, true), (.new, false), (.delivered, true),
            (.delivering, false), (.sendBack, true), (.delivered, false), (.new, true), (.delivering, true),
            (.sendBack, true),
        ]
        let c = prepare(Case())
        #expect(c.status == status)
        for (step, isPossible) in steps {
            let before = c.order?.delivery
            c.answer(nil, .succeeded, Make.delivery(step))
            #expect(
                c.said == (isPossible ? ["DeliveryChanged"] : ["AnomalyFound CONTRADICTION"]), "\(status) to \(step)")
            #expect(c.order?.delivery == (isPossible ? step : before) && c.status == status)
            guard isPossible, case .deliveryChanged(let was, let carrier, _)? = c.last.events.first?.body else {
                continue
            }
            #expect(was == before && Texts.text(carrier) == "SF")
        }
    }

    // That other orders go on meanwhile is the engine's.
    @Test("row 62: mass refund of a show: each as 37") func row62() {
        for number in 0..<50 {
            let c = Case(key: OrderKey(distributorID: "d1", orderID: id("m-\(number)"))).fixed()
            c.answer(nil, .succeeded, Make.refunded(nil), id: "x-1")
            #expect(c.said == ["SupplierRefunded x-1 unasked"] && c.posted == ["settlement refund -13000"])
        }
    }
}

import Orders
import Testing

/// Sentences of the domain's document that are no race of their own.
@Suite("Idempotency, rights and money, sentence by sentence") struct SentencesTests {
    @Test(
        "time window: |created_at - append time| <= the account's window",
        arguments: [
            (-300, true), (-301, false), (0, true), (300, true), (301, false),
        ])
    func window(seconds: Int64, isInside: Bool) {
        let c = Case().send(.placeOrder(Make.place()), created: start + seconds * second)
        #expect(c.said == (isInside ? ["Placed"] : ["CommandRejected OUTSIDE_TIME_WINDOW"]))
        if !isInside { #expect(c.record == nil && c.last.events[0].sequence == 0) }
    }

    @Test("a created_at at the ends of time does not trap", arguments: [Int64.min, .max])
    func farAway(created: Milliseconds) {
        #expect(Case().send(.issueTickets, created: created).said == ["CommandRejected OUTSIDE_TIME_WINDOW"])
    }

    @Test("SIGNATURE_INVALID and OUTSIDE_TIME_WINDOW touch nothing of an order, and are never remembered") func forger()
    {
        let c = Case().locked()
        let before = c.record
        c.send(.cancelOrder, id: "k-1", isSigned: false)
        #expect(c.said == ["CommandRejected SIGNATURE_INVALID"] && c.record == before)
        #expect(c.last.events[0].sequence == 0 && c.last.events[0].status == nil)
        c.send(.cancelOrder, id: "k-1", created: c.nowMs - hour)
        #expect(c.said == ["CommandRejected OUTSIDE_TIME_WINDOW"] && c.record == before)
        c.send(.cancelOrder, id: "k-1")
        #expect(c.said == ["Canceled DISTRIBUTOR"])
    }

    @Test("the last 64 rejected commands of an order are remembered, all accepted ones are") func remembered() {
        let c = Case().place(id: "p-1")
        for number in 0..<65 { c.send(.issueTickets, id: id("i-\(number)")) }
        c.send(.issueTickets, id: "i-64")
        #expect(c.said == ["CommandRepeated"])
        c.send(.issueTickets, id: "i-0")
        #expect(c.said == ["CommandRejected INVALID_STATE"])
        c.place(id: "p-1")
        #expect(c.said == ["CommandRepeated"] && c.repeated == .sequence(1))
    }

    @Test("where there is no order, a rejected command is remembered until a minute after created_at + the time window")
    func forgetting() {
        let c = Case().place(supplier: "asleep", id: "c-1")
        guard case .refusals? = c.record else {
            Testing.Issue.record("nothing is remembered")
            return
        }
        // A worker's clock that is a minute ahead comes here while the broker still appends what is in the window.
        c.run(until: start + 359 * second)
        #expect(c.record != nil)
        c.run(until: start + 361 * second)
        #expect(c.record == nil)
    }

    @Test("a command that was refused before there was an order stays answered once there is one") func refusedBefore()
    {
        let c = Case().place(supplier: "asleep", id: "c-1").place(id: "c-2")
        #expect(c.said == ["Placed"])
        c.place(supplier: "asleep", id: "c-1")
        #expect(c.said == ["CommandRepeated"] && c.repeated == .input(.commands, partition: 0, offset: 1))
    }

    @Test("what names no existing account is a dead letter, and not answered") func unknownAccount() {
        var directory = World.directory
        directory.accounts["d1"] = nil
        let c = Case(directory: directory).place()
        #expect(c.last.deadLetter?.code == .unknownAccount && c.said.isEmpty)
        let removed = Case().locked()
        removed.directory = directory
        removed.send(.issueTickets)
        #expect(removed.last.deadLetter?.code == .unknownAccount && removed.status == .locked)
    }

    @Test(
        "any other expected_total is PRICE_CHANGED, a negative one too, and is told the right one",
        arguments: [nil, 0, -Sample.net, Sample.net - 1, Sample.net + 1, .max, .min] as [Int64?])
    func price(total: Int64?) {
        let c = Case().place(total: total.map(yuan))
        #expect(c.said == ["CommandRejected PRICE_CHANGED"] && c.lastRejection?.total == yuan(Sample.net))
    }

    @Test("postage comes back with a cancellation or a failed issue, not with a refund") func postage() {
        let total = Sample.net + Sample.postage
        let canceled = Case().locked(method: .courier, total: total).send(.cancelOrder)
        #expect(canceled.posted == ["receivable cancellation -\(total)"])
        let failed = Case().fixing(method: .courier, total: total).answer(.issue, .failed, side: .none)
        #expect(failed.posted == ["receivable issueFailure -\(total)"])
        let refunded = Case().fixed(method: .courier, total: total).send(Make.refund("r1"))
        refunded.answer(.refund("r1"), .succeeded, Make.refunded("r1"))
        #expect(refunded.owedBack == Sample.net)
        refunded.send(.reportRefund(Make.report("r1", at: refunded.nowMs)))
        #expect(refunded.posted == ["receivable refund -\(Sample.net)"])
        #expect(refunded.order?.books == Order.Books(receivable: Sample.postage, settlement: 0))
    }

    @Test("an amount of zero is posted like any other") func zero() {
        let c = Case().fixed().send(Make.refund("r1")).answer(.refund("r1"), .succeeded, Make.refunded("r1", amount: 0))
        #expect(c.posted == ["settlement refund 0"] && c.status == .refunding)
        #expect(c.owedBack == Sample.net - Sample.settlement)
    }

    @Test(
        "what can be refused at once is refused at once",
        arguments: [
            "off shelf", "not yet on sale", "sale over", "sold out", "no contract", "supplier has no contract",
            "no grant",
            "denied", "grant without order",
        ])
    func failFast(why: String) {
        var directory = World.directory
        switch why {
        case "off shelf": directory.projects["p-full"]?.isOnShelf = false
        case "not yet on sale": directory.shows["w-full"]?.saleFromMs = start + 1
        case "sale over": directory.shows["w-full"]?.saleUntilMs = start
        case "sold out": directory.ticketClasses["b-full"]?.stock = 0
        case "no contract": directory.distributorContracts["d1"] = []
        case "supplier has no contract": directory.supplierContracts["full"] = []
        case "no grant": directory.grants["d1"] = []
        case "denied": directory.grants["d1"]?.append(World.grant("g2", .ticketClass("b-full"), isDenied: true))
        default: directory.grants["d1"] = [World.grant("g1", .group("concerts"), [.read, .refund])]
        }
        let code =
            switch why {
            case "off shelf", "not yet on sale", "sale over": "NOT_ON_SALE"
            case "sold out": "SOLD_OUT"
            default: "NOT_PERMITTED"
            }
        let c = Case(directory: directory).place()
        #expect(c.said == ["CommandRejected \(code)"] && c.asked.isEmpty && c.order == nil)
    }

    @Test("refunds where the right to refund was there at the lock, and only there") func refundRight() {
        var directory = World.directory
        directory.grants["d1"] = [World.grant("g1", .group("concerts"), [.read, .order])]
        let c = Case(directory: directory).fixed().send(Make.refund("r1"))
        #expect(c.said == ["CommandRejected NOT_PERMITTED"] && c.asked.isEmpty)
        let plain = Case().fixed(supplier: "plain").send(Make.refund("r1"))
        #expect(plain.said == ["CommandRejected NOT_SUPPORTED"])
    }

    @Test("a book is corrected by a person and another one, as often as it takes; nothing else changes")
    func corrections() {
        let c = Case().fixed()
        let before = c.substance?.status
        for number in 1...2 {
            c.act(.correct(Make.correction(.settlement, -500, at: start + second)), id: id("fix-\(number)"))
            #expect(c.said == ["OperatorActed"] && c.posted == ["settlement correction -500"])
            #expect(c.last.entries.first?.id.qualifier == .action(id("fix-\(number)")))
        }
        #expect(c.substance?.status == before && c.order?.books.settlement == 12_000)
        c.act(.correct(Make.correction(.settlement, .max, at: nil)))
        #expect(c.posted.isEmpty && c.order?.books.settlement == 12_000)
    }

    @Test("a stub answers a second placing and a late refund, and is forgotten in the end") func stub() {
        let c = Case().fixed()
        c.run(for: 430 * day + hour)
        guard case .stub? = c.record else {
            Testing.Issue.record("no stub is left")
            return
        }
        c.place(id: "again")
        #expect(c.said == ["CommandRepeated"] && c.repeated == .sequence(1))
        c.place(classes: ["a"], total: yuan(Sample.netA))
        #expect(c.said == ["CommandRejected DUPLICATE_ORDER"])
        c.answer(nil, .succeeded, Make.refunded(nil))
        #expect(c.said.count == 1 && c.said[0].hasPrefix("AnomalyFound") && c.posted.isEmpty)
        c.run(for: 401 * day)
        #expect(c.record == nil)
    }

    @Test("the same decision from the same four, for ever") func determinism() {
        let c = Case().negotiating()
        guard let next = c.record?.nextTimer else { return }
        let input = Input(
            key: c.key, body: .timer(next.kind, dueMs: next.dueMs), source: .commands, partition: 0, offset: 0,
            appendedAtMs: next.dueMs)
        let first = decide(c.record, input, c.context)
        #expect((0..<20).allSatisfy { _ in decide(c.record, input, c.context) == first })
    }
}

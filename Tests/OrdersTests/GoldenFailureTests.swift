import Orders
import Testing

/// The checks themselves are tested: each decision here is wrong by hand, and the checks must say so.
@Suite("A golden history that must fail") struct GoldenFailureTests {
    /// An order as it stands after a sound lock, made by hand.
    static func lockedOrder() -> Order {
        var timers = Timers()
        timers[.holdExpiry] = start + 10 * minute
        let ticket = Order.Ticket(
            ticketClassID: "a-full", sell: 10_000, step: 500, discount: 300, commission: 255, settlement: 8000)
        return Order(
            status: .locked, delivery: .new, sequence: 2,
            placing: Order.Placing(
                digest: digest("placed"), supplierID: "full", projectID: "p-full", showID: "w-full",
                placedAtMs: start, showStartsAtMs: start + 30 * day, deliveryMethod: .electronic,
                holdAskedUntilMs: start + 15 * minute, lockSentAtMs: start),
            tickets: [ticket],
            terms: Order.Terms(
                sellCurrency: cny, settlementCurrency: cny, postage: 0, distributorContractID: "cd1",
                distributorContractVersion: 1, supplierContractID: "cs-full", supplierContractVersion: 1,
                mayRefund: true),
            supplierOrderID: Texts.passage("S-1").kept,
            carried: Carried(
                delivery: Texts.passage("to the door").kept, buyer: Texts.passage("a buyer").kept,
                invoice: Texts.passage("an invoice").kept),
            hold: Order.Hold(untilMs: start + 10 * minute, lockedAtMs: start, extending: nil), issuing: nil,
            release: nil, refunds: [], intents: [], books: Order.Books(receivable: 9945, settlement: 0),
            told: [],
            remembered: [
                RememberedCommand(
                    id: "c1", sender: .distributor, digest: digest("placed"), answer: .sequence(1), accepted: true)
            ], results: ["x1"], timers: timers, lastChangeMs: start)
    }

    static func event(_ body: Event.Body, _ sequence: UInt64, _ before: OrderStatus, _ after: OrderStatus) -> Event {
        Event(
            sequence: sequence, occurredAtMs: start, status: after, statusBefore: before, deliveryStatus: .new,
            body: body)
    }

    static func sale(_ minorUnits: Int64 = 9945, lines: Int64 = 9945, event: UInt64 = 2) -> LedgerEntry {
        LedgerEntry(
            id: EntryID(book: .receivable, kind: .sale), amount: yuan(minorUnits), partyID: "d1", supplierID: "full",
            supplierOrderID: .none, refundID: nil, timeBase: .orderLocked, effectiveAtMs: start,
            recordedAtMs: start, period: .month(year: 2026, month: 11), originPeriod: nil, contractID: "cd1",
            contractVersion: 1, reverses: .nothing, eventSequence: event,
            lines: [LedgerEntry.Line(ticket: 0, component: .ticket, minorUnits: lines, ticketClassID: "a-full")],
            refundMode: .unspecified, projectID: "p-full", showID: "w-full")
    }

    static func locking() -> Order {
        var order = lockedOrder()
        (order.status, order.sequence, order.hold, order.results) = (.locking, 1, nil, [])
        order.books = Order.Books(receivable: 0, settlement: 0)
        order.timers = Timers()
        order.timers[.lockTimeout] = start + 5 * second
        return order
    }

    /// From LOCKING by a sound lock success, with what `spoil` makes of the decision.
    static func violations(_ spoil: (inout Decision, inout Order) -> Void) -> [String] {
        var order = lockedOrder()
        let locked = Event.Body.locked(
            supplierOrderID: Texts.passage("S-1"), holdUntilMs: start + 10 * minute, seats: [])
        var decision = Decision(events: [event(locked, 2, .locking, .locked)], entries: [sale()])
        spoil(&decision, &order)
        if decision.change == .unchanged { decision.change = .changed(.order(order)) }
        let first = decision
        // The second time it says nothing: only the first decision is judged.
        let c = Case(reportsViolations: false) { record, _, _ in
            record?.order?.results == ["x1"] ? Decision() : first
        }
        c.record = .order(locking())
        c.answer(.lock, .succeeded, Make.locked(), id: "x1")
        return c.violations
    }

    @Test("the sound history has no violation") func sound() {
        #expect(GoldenFailureTests.violations { _, _ in } == [])
    }

    typealias Spoil = @Sendable (inout Decision, inout Order) -> Void

    static let wrongs: [(String, String, Spoil)] = [
        (
            "a gap in the sequence", "sequence 3 after 1",
            { decision, order in
                decision.events[0].sequence = 3
                decision.entries[0].eventSequence = 3
                order.sequence = 3
            }
        ),
        (
            "lines that do not add up", "add up to 9944",
            { decision, _ in
                decision.entries = [sale(lines: 9944)]
            }
        ),
        (
            "an illegal transition", "illegal transition",
            { decision, order in
                decision.events[0].status = .fixed
                order.status = .fixed
            }
        ),
        (
            "a status before that was not", "it was locking",
            { decision, _ in
                decision.events[0].statusBefore = .locked
            }
        ),
        (
            "a missing entry", "is not posted",
            { decision, order in
                decision.entries = []
                order.books.receivable = 0
            }
        ),
        (
            "an entry of a wrong amount", "should be 9945",
            { decision, order in
                decision.entries = [sale(9000, lines: 9000)]
                order.books.receivable = 9000
            }
        ),
        ("books that do not say what was posted", "in the state", { _, order in order.books.receivable = 1 }),
        (
            "an entry twice", "is posted twice",
            { decision, order in
                decision.entries.append(sale())
                order.books.receivable = 2 * 9945
            }
        ),
        ("an entry of no event", "none of its decision's", { decision, _ in decision.entries = [sale(event: 1)] }),
        ("LOCKED without an end", "no timer", { _, order in order.timers = Timers() }),
        (
            "an issue outside FIXING", "outside FIXING",
            { decision, _ in
                decision.requests.append(
                    Request(
                        id: .issue, supplierID: "full", supplierOrderID: .none, attempt: 1, deadlineMs: start + minute,
                        operation: .issue(.none)))
            }
        ),
        ("a buyer forgotten too early", "the buyer is gone", { _, order in order.carried = .none }),
        (
            "a text from nowhere", "neither in the input",
            { decision, order in
                order.supplierOrderID = Texts.passage("from nowhere")
            }
        ),
        (
            "a result that answers a command", "no command was there",
            { decision, order in
                decision.events.append(event(.issueStarted, 3, .locked, .locked))
                order.sequence = 3
            }
        ),
        ("a result that is handled twice", "the same result again", { _, order in order.results = [] }),
        (
            "a dead letter and more", "a dead letter and something else",
            { decision, _ in
                decision.deadLetter = DeadLetter(code: .overflow, message: "too much")
            }
        ),
        ("a delivery that moves in silence", "without an event", { _, order in order.delivery = .delivering }),
        (
            "a float below zero that nobody is told of", "the float is",
            { decision, order in
                decision.entries.append(settlementSale(10_000))
                order.books.settlement = 10_000
            }
        ),
    ]

    static func settlementSale(_ minorUnits: Int64) -> LedgerEntry {
        var entry = sale(minorUnits, lines: minorUnits)
        entry.id = EntryID(book: .settlement, kind: .sale)
        (entry.partyID, entry.timeBase) = ("full", .ticketsIssued)
        return entry
    }

    @Test("a wrong decision is caught", arguments: wrongs.indices) func wrong(index: Int) {
        let (name, words, spoil) = GoldenFailureTests.wrongs[index]
        let found = GoldenFailureTests.violations(spoil)
        #expect(found.contains { $0.contains(words) }, "\(name): \(found)")
    }

    @Test("a command that nobody answers, one answered twice, and a repetition answered otherwise are caught")
    func answers() {
        func violations(_ rule: @escaping Case.Rule) -> [String] {
            let c = Case(reportsViolations: false, rule: rule)
            c.record = .order(GoldenFailureTests.lockedOrder())
            c.send(.cancelOrder)
            return c.violations
        }
        func reject(_ record: OrderRecord?, times: UInt64) -> Decision {
            guard var order = record?.order else { return Decision() }
            let first = order.sequence
            order.sequence += times
            let body = Event.Body.commandRejected(code: .invalidState, message: "no", currentTotal: nil)
            let events = (1...times).map { GoldenFailureTests.event(body, first + $0, .locked, .locked) }
            return Decision(change: .changed(.order(order)), events: events)
        }
        #expect(violations { _, _, _ in Decision() }.contains { $0.contains("is answered by []") })
        #expect(violations { record, _, _ in reject(record, times: 2) }.contains { $0.contains("is answered by") })
        #expect(violations { record, _, _ in reject(record, times: 1) }.contains { $0.contains("the same again") })
    }

    @Test("a second issue to a supplier that may issue twice is caught") func secondIssue() {
        func issue(_ attempt: UInt32) -> Request {
            Request(
                id: .issue, supplierID: "full", supplierOrderID: .none, attempt: attempt, deadlineMs: start + minute,
                operation: .issue(.none))
        }
        var order = GoldenFailureTests.lockedOrder()
        order.status = .fixing
        order.timers[.issueTimeout] = start + minute
        let c = Case(reportsViolations: false) { [order] _, _, _ in
            Decision(change: .changed(.order(order)), requests: [issue(1), issue(2)])
        }
        c.record = .order(order)
        c.fire(.issueTimeout, dueMs: start)
        #expect(c.violations.contains { $0.contains("a second issue") })
    }

    @Test("a timer that stands still is caught") func standingTimer() {
        let c = Case(reportsViolations: false) { _, _, _ in Decision() }
        c.record = .order(GoldenFailureTests.lockedOrder())
        c.run(for: hour)
        #expect(c.violations.contains { $0.contains("stands still") })
    }
}

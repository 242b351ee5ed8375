import Contract
import Orders
import Protobuf
import Testing

/// An order's record without what only says where bytes stand.
private func withoutPassages(_ record: OrderRecord) -> OrderRecord {
    guard case .order(var order) = record else { return record }
    order.supplierOrderID = .none
    order.carried = .none
    order.intents = order.intents.map { intent in
        if case .refund(let refundID, let tickets, _) = intent {
            return .refund(refundID: refundID, tickets: tickets, reason: .none)
        }
        return intent
    }
    return .order(order)
}

private func passages(of record: OrderRecord) -> [Passage] {
    guard case .order(let order) = record else { return [] }
    return [order.supplierOrderID, order.carried.delivery, order.carried.buyer, order.carried.invoice]
        + order.intents.compactMap { intent in
            if case .refund(_, _, let reason) = intent { reason } else { nil }
        }
}

private func written(_ record: OrderRecord, input: [UInt8] = [], state: [UInt8] = []) -> [UInt8] {
    var writer = ReverseWriter()
    let slice = writeRecord(
        record, sources: PassageSources(input: input.span.bytes, state: state.span.bytes), to: &writer)
    return Array(writer.unsafeBytes(of: slice))
}

/// Writes, reads, compares, and writes again from what was read.
func expectRoundTrip(_ record: OrderRecord, input: [UInt8] = [], state: [UInt8] = []) throws {
    let bytes = written(record, input: input, state: state)
    let read = try readRecord(bytes.span.bytes)
    #expect(withoutPassages(read) == withoutPassages(record))
    let before = passages(of: record)
    let after = passages(of: read)
    #expect(before.count == after.count)
    for (old, new) in zip(before, after) {
        #expect(said(old, in: old.origin == .input ? input : state) == said(new, in: bytes))
        #expect(new.isEmpty || new.origin == .state)
    }
    #expect(written(read, state: bytes) == bytes)
}

@Suite struct States {
    @Test(arguments: 0..<40) func `Any order comes back as it was`(seed: Int) throws {
        for round in 0..<50 {
            var maker = RecordMaker(seed: UInt64(seed * 1000 + round))
            let record = maker.record()
            try expectRoundTrip(record, input: maker.input, state: maker.state)
        }
    }

    @Test func `An order with every part of it comes back as it was`() throws {
        var maker = RecordMaker(seed: 1, isFull: true)
        let record = maker.record(kind: 0)
        guard case .order(let order) = record else { return }
        #expect(order.hold?.extending != nil && order.issuing?.negotiation?.nextPollAtMs != nil)
        #expect(order.release != nil && order.cancellation != nil && order.intents.count >= 3)
        #expect(order.refunds.first?.dueMs != nil && !order.askedRefunds.isEmpty)
        try expectRoundTrip(record, input: maker.input, state: maker.state)
    }

    /// A field that the rules add and the state does not keep would be lost without a word, since initialisers have
    /// defaults: whoever adds one changes order_state.proto, WriteRecord, ReadRecord, RecordMaker and then this.
    @Test func `No stored type has a field that the state does not know`() throws {
        var maker = RecordMaker(seed: 1, isFull: true)
        guard case .order(let order) = maker.record(kind: 0), let refund = order.refunds.first,
            let issuing = order.issuing, let negotiation = issuing.negotiation, let hold = order.hold,
            let extending = hold.extending, let release = order.release, let cancellation = order.cancellation,
            let asked = order.askedRefunds.first, let remembered = order.remembered.first,
            let ticket = order.tickets.first,
            case .stub(let stub) = maker.record(kind: 1), case .refusals(let refusals) = maker.record(kind: 2),
            let refusal = refusals.refusals.first
        else {
            Issue.record("not full")
            return
        }
        let counts: [(Any, Int)] = [
            (order, 21), (order.placing, 9), (ticket, 6), (order.terms, 8), (order.carried, 3), (hold, 3),
            (extending, 2), (issuing, 7), (negotiation, 9), (release, 3), (cancellation, 2), (refund, 15), (asked, 4),
            (order.books, 2), (remembered, 5), (stub, 9), (refusals, 1), (refusal, 2),
        ]
        for (value, count) in counts {
            #expect(Mirror(reflecting: value).children.count == count, "\(type(of: value))")
        }
        for intent in order.intents {
            if case .supplierRefund(let kept) = intent { #expect(Mirror(reflecting: kept).children.count == 6) }
        }
        #expect(Mirror(reflecting: maker.supplierState()).children.count == 5)
    }

    @Test func `Times at both ends and amounts at both ends come back`() throws {
        var maker = RecordMaker(seed: 3, isFull: true)
        guard case .order(var order) = maker.record(kind: 0) else { return }
        for base in [Int64.min, -1, 0, 1, Int64.max] {
            for other in [Int64.min, -1, 0, 1, Int64.max] {
                order.placing.placedAtMs = base
                order.placing.showStartsAtMs = other
                order.lastChangeMs = other
                order.books = Order.Books(receivable: base, settlement: other)
                try expectRoundTrip(.order(order), input: maker.input, state: maker.state)
            }
        }
    }

    @Test func `An empty passage and a missing part stay what they are`() throws {
        var maker = RecordMaker(seed: 4, isFull: true)
        guard case .order(var order) = maker.record(kind: 0) else { return }
        order.supplierOrderID = .none
        order.carried = .none
        order.hold = nil
        order.issuing = nil
        order.release = nil
        order.cancellation = nil
        order.refunds = []
        order.intents = []
        order.timers = Timers()
        order.placing.deliveryMethod = nil
        let bytes = written(.order(order))
        #expect(try readRecord(bytes.span.bytes) == .order(order))
    }

    @Test func `Damaged states are told, and trap nowhere`() throws {
        var chance = Chance(seed: 11)
        var maker = RecordMaker(seed: 5, isFull: true)
        let originals = (0..<3).map { written(maker.record(kind: $0), input: maker.input, state: maker.state) }
        for original in originals {
            for count in 0..<original.count {
                #expect(throws: StateFailure.self) { try readRecord(Array(original[..<count]).span.bytes) }
            }
        }
        var failed = 0
        for round in 0..<20_000 {
            var bytes = originals[round % 3]
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            do { _ = try readRecord(bytes.span.bytes) } catch { failed += 1 }
        }
        #expect(failed > 5_000)
    }

    @Test func `An order of two tickets is small`() throws {
        var maker = RecordMaker(seed: 6)
        guard case .order(var order) = maker.record(kind: 0) else { return }
        order.carried = .none
        order.remembered = [
            RememberedCommand(
                id: "5b0f2f3e-7a7b-4a5c-9a57-1f0a3d1d9a10", sender: .distributor,
                digest: ContentDigest(high: .max, low: .max), answer: .sequence(1), accepted: true)
        ]
        order.results = ["5b0f2f3e-7a7b-4a5c-9a57-1f0a3d1d9a10"]
        order.tickets = Array(order.tickets.prefix(2))
        order.refunds = []
        order.askedRefunds = []
        order.intents = []
        #expect(written(.order(order), input: maker.input, state: maker.state).count < 1000)
    }

    @Test func `A supplier's and a partition's state come back`() throws {
        var writer = ReverseWriter()
        var maker = RecordMaker(seed: 9, isFull: true)
        for _ in 0..<50 {
            let state = maker.supplierState()
            let slice = writeSupplierState(state, to: &writer)
            #expect(try readSupplierState(writer.bytes(of: slice)) == state)
        }
        let first = PartitionState(census: nil)
        var census = Census()
        for _ in 0..<300 { census.move(from: .nothing, to: Standing(maker.record())) }
        let later = PartitionState(
            number: 42, digest: [1, 2, 3], clockMs: 1_795_348_800_123, directoryVersion: 17, next: [1, 2, 3],
            groupID: "turnstile", partitions: 12, ruleVersion: 2, census: census)
        for state in [first, later] {
            let slice = writePartitionState(state, to: &writer)
            #expect(try readPartitionState(writer.bytes(of: slice)) == state)
        }
        #expect(Mirror(reflecting: later).children.count == 9)
    }

    @Test(
        arguments: [
            ("/", StateKey.partition), ("/supplier/sup1", .supplier("sup1")),
            ("d001/42", .order(someKey)), ("", nil), ("d001", nil), ("/x", nil), ("d001/", nil), ("/supplier/", nil),
            ("/supplier/a/b", nil), ("d001/42/x", nil), ("//", nil),
        ] as [(String, StateKey?)])
    func `A key of the state is an order's, a supplier's or the partition's`(text: String, expected: StateKey?) throws {
        let bytes = Array(text.utf8)
        #expect(readStateKey(bytes.span.bytes) == expected)
        guard let expected else { return }
        var writer = ReverseWriter()
        let slice = writeStateKey(expected, to: &writer)
        #expect(Array(writer.unsafeBytes(of: slice)) == bytes)
    }

    @Test func `An order key is two ids and a slash`() {
        let long = String(repeating: "x", count: 64)
        for (text, key) in [
            ("d001/42", OrderKey(distributorID: "d001", orderID: "42")),
            ("\(long)/\(long)", OrderKey(distributorID: ID(long)!, orderID: ID(long)!)),
            ("\(long)x/42", nil), ("d001/42/", nil), ("/42", nil), ("d001/", nil), ("", nil),
        ] as [(String, OrderKey?)] {
            let bytes = Array(text.utf8)
            #expect(readKey(bytes.span.bytes) == key)
            guard let key else { continue }
            var writer = ReverseWriter()
            let slice = writeKey(key, to: &writer)
            #expect(Array(writer.unsafeBytes(of: slice)) == bytes)
        }
    }
}

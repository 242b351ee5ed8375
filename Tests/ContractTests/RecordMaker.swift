import Orders
import Testing

/// Makes records by chance: each field any value of its type, each part there or not.
struct RecordMaker {
    private var chance: Chance
    /// Every part is there.
    private let isFull: Bool
    /// What passages point into.
    let input: [UInt8]
    let state: [UInt8]

    init(seed: UInt64, isFull: Bool = false) {
        var chance = Chance(seed: seed)
        self.isFull = isFull
        input = (0..<600).map { _ in UInt8.random(in: 0...255, using: &chance) }
        state = (0..<600).map { _ in UInt8.random(in: 0...255, using: &chance) }
        self.chance = chance
    }

    /// - Parameter kind: 0 an order, 1 a stub, 2 refusals; else by chance.
    mutating func record(kind: Int? = nil) -> OrderRecord {
        switch kind ?? Int.random(in: 0..<6, using: &chance) {
        case 1: .stub(stub())
        case 2: .refusals(Refusals(refusals: many(1...5) { $0.refusal() }))
        default: .order(order())
        }
    }

    mutating func supplierState() -> SupplierState {
        SupplierState(
            buckets: many(0...6) {
                SupplierState.Bucket(startMs: $0.time(), calls: $0.number(), failures: $0.number(), slow: $0.number())
            }, openUntilMs: maybe { $0.time() }, isProbing: flag(), nextQueryAtMicroseconds: amount(),
            answerMicroseconds: amount())
    }

    private mutating func order() -> Order {
        Order(
            status: one(OrderStatus.allCases), delivery: one(DeliveryStatus.allCases), sequence: chance.next(),
            placing: Order.Placing(
                digest: digest(), supplierID: id(), projectID: id(), showID: id(), placedAtMs: time(),
                showStartsAtMs: time(), deliveryMethod: maybe { $0.one([.electronic, .courier, .onSite]) },
                holdAskedUntilMs: time(), lockSentAtMs: time()),
            tickets: many(1...5) {
                Order.Ticket(
                    ticketClassID: $0.id(), sell: $0.amount(), step: $0.amount(), discount: $0.amount(),
                    commission: $0.amount(), settlement: $0.amount())
            },
            terms: Order.Terms(
                sellCurrency: currency(), settlementCurrency: currency(), postage: amount(),
                distributorContractID: id(), distributorContractVersion: chance.next(), supplierContractID: id(),
                supplierContractVersion: chance.next(), mayRefund: flag()),
            supplierOrderID: passage(),
            carried: Carried(delivery: passage(), buyer: passage(), invoice: passage()),
            hold: maybe {
                Order.Hold(
                    untilMs: $0.time(), lockedAtMs: $0.time(),
                    extending: $0.maybe { Order.Hold.Extension(commandID: $0.id(), untilMs: $0.time()) })
            },
            cancellation: maybe {
                Order.Cancellation(reason: $0.one([.distributor, .holdExpired, .operatorAction]), atMs: $0.time())
            },
            issuing: maybe { $0.issuing() },
            release: maybe {
                Order.Release(
                    reason: $0.one(["", "lock timed out", "票"]), startedAtMs: $0.time(), attempts: $0.number())
            },
            refunds: many(0...4) { $0.refund() }, intents: intents(),
            books: Order.Books(receivable: amount(), settlement: amount()),
            told: Order.Told(rawValue: UInt16(truncatingIfNeeded: chance.next())),
            remembered: many(1...6) { $0.remembered() }, results: many(0...5) { $0.id() }, timers: timers(),
            lastChangeMs: time(),
            askedRefunds: many(0...3) {
                Order.AskedRefund(
                    refundID: $0.id(), tickets: $0.tickets(), namesAll: $0.flag(), answer: $0.chance.next())
            })
    }

    private mutating func issuing() -> Order.Issuing {
        Order.Issuing(
            startedAtMs: time(), sentAtMs: time(), attempts: number(),
            negotiation: maybe {
                Order.Negotiation(
                    startedAtMs: $0.time(), queries: $0.number(), lastQueryAtMs: $0.maybe { $0.time() },
                    notFound: $0.number(), polls: $0.number(), nextPollAtMs: $0.maybe { $0.time() },
                    hasSlot: $0.flag(), sendsAgain: $0.flag(), lastAnswered: $0.number())
            }, issuedAtMs: maybe { $0.time() }, codesDigest: maybe { $0.digest() }, codesMissing: flag())
    }

    private mutating func refund() -> Order.Refund {
        Order.Refund(
            id: id(), tickets: tickets(),
            phase: one([.requested, .refused, .supplierRefunded, .distributorFailed, .distributorRefunded, .superseded]
            ),
            unasked: flag(), requestedAtMs: time(), attempts: number(), dueMs: maybe { $0.time() }, escalated: flag(),
            supplierRefundedAtMs: maybe { $0.time() }, settlementAmount: amount(), penalty: amount(),
            distributorAmount: amount(), mode: one([.unspecified, .automatic, .manual]), isUndated: flag(),
            distributorRefundedAtMs: maybe { $0.time() })
    }

    private mutating func intents() -> [Order.Intent] {
        let all: [Order.Intent] = [
            .cancel(commandID: id(), atMs: time()), .refund(refundID: id(), tickets: tickets(), reason: passage()),
            .supplierRefund(
                Order.KeptRefund(
                    refundID: id(), tickets: tickets(),
                    amount: maybe { Money(minorUnits: $0.amount(), currency: $0.currency()) },
                    mode: one([.unspecified, .automatic, .manual]), refundedAtMs: time(), unasked: flag())),
        ]
        return isFull ? all : all.filter { _ in flag() }
    }

    private mutating func stub() -> OrderStub {
        OrderStub(
            status: one(OrderStatus.allCases), delivery: one(DeliveryStatus.allCases), sequence: chance.next(),
            placingDigest: digest(), placingAnswer: reference(), supplierID: id(), refunded: tickets(),
            ticketCount: Int.random(in: 1...100, using: &chance), forgetAtMs: time())
    }

    private mutating func refusal() -> Refusals.Refusal {
        Refusals.Refusal(command: remembered(), forgetAtMs: time())
    }

    private mutating func remembered() -> RememberedCommand {
        RememberedCommand(
            id: id(), sender: one([.distributor, .operatorAction]), digest: digest(), answer: reference(),
            accepted: flag())
    }

    private mutating func reference() -> EventReference {
        flag()
            ? .sequence(chance.next())
            : .input(
                one([.commands, .results, .operatorActions]), partition: Int32.random(in: 0...9999, using: &chance),
                offset: Int64.random(in: 0...Int64.max, using: &chance))
    }

    private mutating func timers() -> Timers {
        var timers = Timers()
        for kind in TimerKind.allCases where isFull || flag() {
            timers[kind] = Int64.random(in: 0...1 << 50, using: &chance)
        }
        return timers
    }

    // MARK: Values

    private mutating func one<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &chance)]
    }
    private mutating func flag() -> Bool { isFull || Bool.random(using: &chance) }
    private mutating func number() -> UInt32 { one([0, 1, 127, 128, .max, 77]) }
    private mutating func amount() -> Int64 { one([0, 1, -1, 76_000, -76_000, .max, .min, 1 << 40]) }
    private mutating func time() -> Int64 { one([0, 1_795_348_800_123, 1_795_348_900_000, -62_135_596_800_000]) }
    private mutating func digest() -> ContentDigest { ContentDigest(high: chance.next(), low: chance.next()) }
    private mutating func currency() -> Currency { one(["CNY", "USD", "AAA", "ZZZ"].compactMap { Currency($0) }) }

    private mutating func tickets() -> TicketSet {
        TicketSet(
            bits: UInt128(chance.next()) << 64 | UInt128(chance.next()) >> UInt128.random(in: 0...64, using: &chance))
    }

    private mutating func id() -> ID {
        let alphabet = Array("ABCXYZabcxyz0123456789._:-".utf8)
        let count = one([1, 7, 8, 9, 16, 36, 63, 64])
        let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &chance)] }
        return ID(String(decoding: bytes, as: UTF8.self))!
    }

    private mutating func passage() -> Passage {
        if !isFull, flag() { return .none }
        let offset = Int32.random(in: 0...400, using: &chance)
        return Passage(
            origin: flag() ? .input : .state, offset: offset, count: Int32.random(in: 1...200, using: &chance))
    }

    private mutating func maybe<Value>(_ make: (inout RecordMaker) -> Value) -> Value? { flag() ? make(&self) : nil }

    private mutating func many<Value>(_ count: ClosedRange<Int>, _ make: (inout RecordMaker) -> Value) -> [Value] {
        (0..<(isFull ? count.upperBound : Int.random(in: count, using: &chance))).map { _ in make(&self) }
    }
}

import Contract
import Orders
import Protobuf
import Schemas
import Testing

@Suite struct ReadingResults {
    @Test func `A result's own fields are read, times cut to milliseconds`() throws {
        let value = try resultBytes(result(("released", [:])))
        let read = try readResult(value)
        #expect(read.key == someKey)
        #expect(read.supplierID == "sup1")
        let result = read.result
        #expect(result.id == "x-1")
        #expect(result.request == .lock)
        #expect(!result.requestIsForeign)
        #expect(said(result.supplierOrderID, in: value) == "SO 1/二")
        #expect(result.occurredAtMs == 1_795_348_801_999)
        #expect(result.outcome == .failed)
        #expect(result.sideEffect == .certain)
        #expect(said(result.failureCode, in: value) == "E1")
        #expect(said(result.failureMessage, in: value) == "no seats")
        #expect(result.detail == .released)
    }

    @Test func `What is left out is none, and an outcome that is not told is UNKNOWN and POSSIBLE`() throws {
        let bare: JSONValue = [
            "resultId": "x-1", "supplierId": "sup1", "distributorId": "d001", "distributorOrderId": "42",
        ]
        for (outcome, sideEffect) in [(0, 0), (99, 99), (-1, -1)] {
            var json = changing(bare, "outcome", to: .number("\(outcome)"))
            json = changing(json, "sideEffect", to: .number("\(sideEffect)"))
            let result = try readResult(resultBytes(json)).result
            #expect(
                result
                    == SupplierResult(
                        id: "x-1", request: nil, supplierID: "sup1", occurredAtMs: nil, outcome: .unknown,
                        sideEffect: .possible, detail: nil))
        }
    }

    @Test(
        arguments: [
            ("d001/42/lock", RequestID.lock), ("d001/42/issue", .issue), ("d001/42/release", .release),
            ("d001/42/query/1", .query(1)), ("d001/42/query/4294967295", .query(.max)),
            ("d001/42/refund/r1", .refund("r1")), ("d001/42/extend/c-9", .extend("c-9")),
            ("d001/42/query/0", nil), ("d001/42/query/01", nil), ("d001/42/query/", nil),
            ("d001/42/query/4294967296", nil),
            ("d001/42/query/1x", nil), ("d001/42/query/-1", nil), ("d001/42/refund/", nil), ("d001/42/refund/a/b", nil),
            ("d001/42/extend/", nil), ("d001/42/", nil), ("d001/42", nil), ("d001/42/locked", nil),
            ("d001/42/loc", nil),
            ("d001/43/lock", nil), ("d002/42/lock", nil), ("lock", nil), ("/lock", nil), ("D001/42/lock", nil),
            (String(repeating: "x", count: 1024), nil),
        ] as [(String, RequestID?)])
    func `A request's id is read, or foreign`(text: String, expected: RequestID?) throws {
        let result = try readResult(
            resultBytes(result(nil, [("requestId", .string(text))]))
        ).result
        #expect(result.request == expected)
        #expect(result.requestIsForeign == (expected == nil))
    }

    @Test func `What was locked is read`() throws {
        let value = try resultBytes(result(wholeDetails[0]))
        guard case .locked(let locked) = try readResult(value).result.detail else {
            Issue.record("no detail")
            return
        }
        #expect(locked.holdUntilMs == 1_795_349_700_000)
        #expect(locked.settlementTotal == Money(minorUnits: 70000, currency: Currency("CNY")!))
        #expect(locked.seats.map(\.sequence) == [1])
        #expect(said(locked.seats[0].seatID, in: value) == "A-13")
        #expect(said(locked.seats[0].label, in: value) == "Row A")
    }

    @Test func `Issued tickets are read in the order in which they came`() throws {
        let value = try resultBytes(result(("issued", wholeIssued)))
        guard case .issued(let issued) = try readResult(value).result.detail else {
            Issue.record("no detail")
            return
        }
        #expect(issued.settlementTotal == Money(minorUnits: 70000, currency: Currency("CNY")!))
        #expect(issued.tickets.map(\.sequence) == [1, 0])
        #expect(issued.tickets.map { said($0.code, in: value) } == ["BBB", "AAA"])
        #expect(issued.tickets.map { said($0.seatID, in: value) } == ["A-13", ""])
        #expect(issued.tickets.map(\.codeFormat) == [2, 0])
        #expect(issued.tickets.map { said($0.seatLabel, in: value) } == ["Row A", ""])
    }

    @Test func `The other details are read`() throws {
        func detail(_ index: Int, _ path: String? = nil, _ new: JSONValue? = nil) throws -> SupplierResult.Detail? {
            let (name, whole) = wholeDetails[index]
            return try readResult(
                resultBytes(result((name, path.map { changing(whole, $0, to: new) } ?? whole)))
            ).result.detail
        }
        let refunded = SupplierResult.Refunded(
            refundID: "r1", tickets: [1], amount: Money(minorUnits: 30000, currency: Currency("CNY")!), mode: .manual)
        #expect(try detail(4) == .refunded(refunded))
        guard case .orderAtSupplier(let order) = try detail(3) else {
            Issue.record("no detail")
            return
        }
        #expect(order.state == .issued)
        #expect(order.issued?.tickets.count == 2)
        #expect(order.refunded == refunded)
        #expect(try detail(5) == .extended(holdUntilMs: 1_795_350_600_000))
        #expect(try detail(5, "holdUntil") == .extended(holdUntilMs: nil))
        guard case .deliveryUpdate(let update) = try detail(6) else {
            Issue.record("no detail")
            return
        }
        #expect(update.status == .delivered)
        // Values that are not known yet, and what is left out.
        guard case .orderAtSupplier(let later) = try detail(3, "state", 99) else { return }
        #expect(later.state == .unspecified)
        guard case .deliveryUpdate(let other) = try detail(6, "status", 99) else { return }
        #expect(other.status == nil)
        guard case .refunded(let unasked) = try detail(4, "refundId") else { return }
        #expect(unasked.refundID == nil)
        guard case .refunded(let unknown) = try detail(4, "mode", 99) else { return }
        #expect(unknown.mode == .unspecified)
    }

    static let long = JSONValue.string(String(repeating: "x", count: 1025))

    static let wrong: [(String, JSONValue?)] = [
        ("resultId", nil), ("resultId", "a/b"), ("supplierId", nil), ("supplierId", "a b"), ("distributorId", nil),
        ("distributorOrderId", nil), ("requestId", long),
        ("supplierOrderId", .string(String(repeating: "x", count: 129))),
        ("failureCode", long), ("failureMessage", long), ("locked.seats.0.seatId", long),
        ("locked.seats.0.label", long), ("locked.settlementTotal.currency", nil),
        ("issued.tickets.0.code", long), ("issued.tickets.0.seatId", long), ("issued.tickets.0.seatLabel", long),
        ("issued.settlementTotal.currency", "X"), ("refunded.refundId", "a/b"),
        ("refunded.amount.currency", nil), ("deliveryUpdate.carrier", long), ("deliveryUpdate.trackingNumber", long),
        ("orderAtSupplier.issued.tickets.0.code", long), ("orderAtSupplier.refunded.refundId", "ä"),
        ("refunded.tickets", .array((0..<101).map { .number("\($0)") })),
        ("issued.tickets", .array((0..<101).map { ["sequence": .number("\($0)")] })),
        ("locked.seats", .array((0..<101).map { ["sequence": .number("\($0)")] })),
    ]

    @Test(arguments: wrong.indices)
    func `What is wrong with a result sends it to the dead letters`(index: Int) throws {
        let (path, new) = Self.wrong[index]
        let detail = wholeDetails.first { $0.name == path.split(separator: ".").first.map(String.init) }
        let whole = result(detail)
        _ = try readResult(resultBytes(whole))
        let refusal = #expect(throws: Refusal.self, "\(path)") {
            try readResult(resultBytes(changing(whole, path, to: new)))
        }
        #expect(refusal?.code == .unreadable)
    }

    @Test func `A supplier's own order id has up to 128 bytes`() throws {
        let id = String(repeating: "x", count: 128)
        let value = try resultBytes(result(nil, [("supplierOrderId", .string(id))]))
        #expect(said(try readResult(value).result.supplierOrderID, in: value) == id)
    }

    @Test func `A result under another order's key is a mismatch`() throws {
        let refusal = #expect(throws: Refusal.self) {
            try readResult(resultBytes(result(nil)), key: Array("d001/43".utf8))
        }
        #expect(refusal?.code == .keyMismatch)
    }
}

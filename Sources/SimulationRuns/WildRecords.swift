internal import Protobuf
internal import Records
internal import Schemas
internal import Signing
internal import Simulation

/// Records that no plan has asked for: a distributor that sends any command at any time, suppliers that tell anything
/// about its orders, people who act on them, and bytes that are no message at all.
struct WildRecords {
    /// What is sent, and whether only the dead letters can take it.
    struct Sent {
        var topic: Topic
        var partition: Int32?
        var record: OutsideRecord
        var isUnreadable = false
    }

    private var dice: Dice
    private let signer: Signer
    private let startMs: Int64
    private var orders: [String] = []
    private var sent: [Sent] = []
    private var count = 0
    /// Requests of its own orders that were seen.
    private var requests: [(key: String, id: String, supplierID: String)] = []

    init(seed: UInt64, startMs: Int64) {
        dice = Dice(seed: seed)
        self.startMs = startMs
        signer = Signer(keyID: RunCatalog.keyID, hmacSecret: Array(RunCatalog.secret.utf8))!
    }

    static func isWild(_ key: String) -> Bool { key.hasPrefix(RunCatalog.wild + "/") }

    /// Takes note of a record of `supplier-requests`.
    mutating func saw(_ request: RawSpan) {
        guard let request = try? Proto.SupplierRequest.View(request) else { return }
        let key = "\(text(request.distributorId))/\(text(request.distributorOrderId))"
        guard Self.isWild(key) else { return }
        requests.append((key, text(request.requestId), text(request.supplierId)))
    }

    /// Whatever comes next.
    mutating func next(nowMs: Int64) -> Sent {
        count += 1
        var made: Sent
        switch dice.number(0...99) {
        case ..<12 where !sent.isEmpty: made = dice.pick(sent)
        case ..<60: made = command(nowMs)
        case ..<82: made = result(nowMs)
        case ..<90: made = action(nowMs)
        default: made = garbage()
        }
        sent.append(made)
        if dice.isOne(in: 25), made.partition == nil { made.partition = Int32(dice.number(0...2)) }
        return made
    }

    // MARK: - Commands

    private mutating func command(_ nowMs: Int64) -> Sent {
        if orders.isEmpty || dice.isOne(in: 4) { orders.append("w\(orders.count)") }
        let orderID =
            dice.isOne(in: 3) ? dice.pick(orders) : orders[orders.count - 1 - dice.number(0...min(4, orders.count - 1))]
        var members: [(name: String, value: JSONValue)] = [
            ("commandId", .string(dice.isOne(in: 12) ? "again" : "c\(count)")),
            ("distributorId", .string(RunCatalog.wild)), ("distributorOrderId", .string(orderID)),
            ("createdAt", .string(time(nowMs - (dice.isOne(in: 30) ? 60_000 : 0)))),
        ]
        members.append(action(nowMs, isNew: orderID == orders.last && !sent.contains { $0.record.key == key(orderID) }))
        let json = JSONValue.object(members)
        let asJSON = dice.isOne(in: 4)
        let value = asJSON ? json.utf8() : (try? Proto.OrderCommand.descriptor.bytes(json: json)) ?? []
        var headers = [(name: "turnstile-key-id", value: Array(RunCatalog.keyID.utf8))]
        var signature = Array(
            signer.signature(account: RunCatalog.wild, topic: Topic.orderCommands.name, key: key(orderID), value: value)
                .utf8)
        if dice.isOne(in: 30) { signature[9] ^= 1 }
        headers.append(("turnstile-signature", signature))
        if asJSON { headers.append(("content-type", Array("application/json".utf8))) }
        return Sent(
            topic: .orderCommands,
            record: OutsideRecord(delayMs: 0, key: key(orderID), value: value, headers: headers))
    }

    private func key(_ orderID: String) -> [UInt8] { Array("\(RunCatalog.wild)/\(orderID)".utf8) }

    private mutating func action(_ nowMs: Int64, isNew: Bool) -> (name: String, value: JSONValue) {
        switch isNew && !dice.isOne(in: 10) ? 0 : dice.number(0...99) {
        case ..<15:
            let offer = dice.pick(RunCatalog.offers)
            let tickets = dice.number(1...3)
            let total = offer.totals[tickets - 1] + (dice.isOne(in: 12) ? 1 : 0)
            return (
                "placeOrder",
                [
                    "projectId": .string(offer.projectID), "showId": .string(offer.showID),
                    "tickets": .array(
                        (0..<tickets).map { _ in ["ticketClassId": .string(offer.ticketClassID)] }),
                    "expectedTotal": ["minorUnits": .string("\(total)"), "currency": .string(offer.currency)],
                    "delivery": ["method": "DELIVERY_METHOD_ELECTRONIC", "email": "w@example.com"],
                ]
            )
        case ..<50: return ("issueTickets", [:])
        case ..<60: return ("cancelOrder", ["reason": "no longer"])
        case ..<65: return ("extendHold", ["until": .string(time(nowMs + 40_000))])
        case ..<85:
            return (
                "requestRefund",
                ["refundId": .string("r\(dice.number(1...3))"), "tickets": .array(tickets()), "reason": "wild"]
            )
        default:
            var members: [(name: String, value: JSONValue)] = [
                ("refundId", .string("r\(dice.number(1...3))")), ("succeeded", .bool(!dice.isOne(in: 3))),
                ("reason", "wild"),
            ]
            if !dice.isOne(in: 3) {
                members.append(("refundedAt", .string(time(nowMs - Int64(dice.number(0...9_000))))))
            }
            return ("reportRefund", .object(members))
        }
    }

    private mutating func tickets() -> [JSONValue] {
        switch dice.number(0...3) {
        case 0: []
        case 1: [0]
        case 2: [1]
        default: [0, 1]
        }
    }

    // MARK: - Results

    private mutating func result(_ nowMs: Int64) -> Sent {
        let request = requests.isEmpty || dice.isOne(in: 15) ? nil : dice.pick(Array(requests.suffix(12)))
        let key = request?.key ?? "\(RunCatalog.wild)/nobody"
        let json = supplierResult(key, request?.id ?? "", request?.supplierID ?? RunCatalog.steady, nowMs)
        let value = (try? Proto.SupplierResult.descriptor.bytes(json: json)) ?? []
        return Sent(topic: .supplierResults, record: OutsideRecord(delayMs: 0, key: Array(key.utf8), value: value))
    }

    private mutating func supplierResult(
        _ key: String, _ requestID: String, _ supplierID: String, _ nowMs: Int64
    ) -> JSONValue {
        let orderID = String(key.drop { $0 != "/" }.dropFirst())
        var members: [(name: String, value: JSONValue)] = [
            ("resultId", .string(dice.isOne(in: 10) ? "same" : "x\(count)")),
            ("supplierId", .string(dice.isOne(in: 15) ? "s9" : dice.isOne(in: 15) ? RunCatalog.forgetful : supplierID)),
            ("distributorId", .string(RunCatalog.wild)), ("distributorOrderId", .string(orderID)),
            ("supplierOrderId", .string("S-\(orderID)")),
        ]
        if !dice.isOne(in: 3) { members.append(("requestId", .string(requestID))) }
        if !dice.isOne(in: 5) {
            let atMs = dice.isOne(in: 8) ? nowMs + 400_000 : nowMs - Int64(dice.number(0...5_000))
            members.append(("occurredAt", .string(time(atMs))))
        }
        switch dice.number(0...4) {
        case 0:
            members.append(("outcome", "OUTCOME_FAILED"))
            members.append(
                ("sideEffect", .string(dice.pick(["SIDE_EFFECT_NONE", "SIDE_EFFECT_POSSIBLE", "SIDE_EFFECT_CERTAIN"]))))
            members.append(("failureCode", "WILD"))
        case 1 where dice.isOne(in: 3): members.append(("outcome", "OUTCOME_UNKNOWN"))
        default: members.append(("outcome", "OUTCOME_SUCCEEDED"))
        }
        // Few orders are locked by such a supplier: what it answers to that is often an answer to that.
        let isOfLock = requestID.contains("/lock") && dice.isOne(in: 2)
        if let detail = isOfLock ? locked() : detail(orderID, nowMs) { members.append(detail) }
        return .object(members)
    }

    private mutating func locked() -> (name: String, value: JSONValue) {
        let price = dice.pick([10_000, 10_050, 20_000, 6_000, 25_000])
        return ("locked", dice.isOne(in: 3) ? [:] : ["settlementTotal": money(price)])
    }

    private mutating func detail(_ orderID: String, _ nowMs: Int64) -> (name: String, value: JSONValue)? {
        switch dice.number(0...9) {
        case 0: return locked()
        case 1, 2, 3: return ("issued", issued(orderID))
        case 4: return ("released", [:])
        case 5:
            let state = dice.pick(["NOT_FOUND", "HELD", "IN_PROGRESS", "ISSUED", "FAILED", "RELEASED"])
            var members: [(name: String, value: JSONValue)] = [("state", .string("STATE_" + state))]
            if state == "ISSUED" { members.append(("issued", issued(orderID))) }
            return ("orderAtSupplier", .object(members))
        case 6, 7:
            var members: [(name: String, value: JSONValue)] = [
                ("tickets", .array(tickets())), ("mode", "REFUND_MODE_MANUAL"),
            ]
            if dice.isOne(in: 2) { members.append(("refundId", .string("r\(dice.number(1...3))"))) }
            if dice.isOne(in: 3) { members.append(("amount", money(dice.number(0...12_000)))) }
            return ("refunded", .object(members))
        case 8:
            let status = dice.pick(["DELIVERING", "DELIVERED", "SEND_BACK", "NEW"])
            return ("deliveryUpdate", ["status": .string("DELIVERY_STATUS_" + status), "carrier": "post"])
        default:
            return dice.isOne(in: 2) ? ("extended", ["holdUntil": .string(time(nowMs + 20_000))]) : nil
        }
    }

    private mutating func issued(_ orderID: String) -> JSONValue {
        let count = dice.number(1...3)
        let suffix = dice.isOne(in: 4) ? "-other" : ""
        let hasCodes = !dice.isOne(in: 4)
        var members: [(name: String, value: JSONValue)] = [
            (
                "tickets",
                .array(
                    (0..<count).map { ticket in
                        [
                            "sequence": .number("\(ticket)"),
                            "code": .string(hasCodes ? "\(orderID)-\(ticket)\(suffix)" : ""),
                        ]
                    })
            )
        ]
        if dice.isOne(in: 4) { members.append(("settlementTotal", money(dice.pick([10_000, 9_500, 12_000])))) }
        return .object(members)
    }

    private func money(_ amount: Int) -> JSONValue { ["minorUnits": .string("\(amount)"), "currency": "EUR"] }

    // MARK: - People's actions

    private mutating func action(_ nowMs: Int64) -> Sent {
        let orderID = orders.isEmpty ? "w0" : dice.pick(Array(orders.suffix(8)))
        let key = "\(RunCatalog.wild)/\(orderID)"
        var members: [(name: String, value: JSONValue)] = [
            ("actionId", .string("a\(count)")), ("distributorId", .string(RunCatalog.wild)),
            ("distributorOrderId", .string(orderID)), ("operator", "ann"), ("reason", "a run"),
            ("approvedBy", .string(dice.isOne(in: 10) ? "ann" : "ben")),
        ]
        switch dice.number(0...5) {
        case 0, 1: members.append(("queryNow", [:]))
        case 2: members.append(("cancelHold", [:]))
        case 3:
            members.append(
                (
                    "correct",
                    [
                        "book": .string(dice.pick(["BOOK_RECEIVABLE", "BOOK_SETTLEMENT"])),
                        "amount": money(dice.number(-500...500)), "effectiveAt": .string(time(nowMs)),
                    ]
                ))
        case 4:
            let supplierID = requests.last { $0.key == key }?.supplierID ?? RunCatalog.steady
            members.append(("resolve", supplierResult(key, "\(key)/issue", supplierID, nowMs)))
        default:
            members.append(
                ("reportRefund", ["refundId": "r1", "succeeded": true, "refundedAt": .string(time(nowMs))]))
        }
        let value = (try? Proto.OperatorAction.descriptor.bytes(json: .object(members))) ?? []
        return Sent(topic: .operatorActions, record: OutsideRecord(delayMs: 0, key: Array(key.utf8), value: value))
    }

    // MARK: - No messages

    private mutating func garbage() -> Sent {
        let bytes = (0..<dice.number(1...40)).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
        let headers = dice.isOne(in: 3) ? [(name: "x-odd", value: [UInt8(0xFF), 0x00])] : []
        // A tag of field 0 is an error in every message.
        return Sent(
            topic: dice.pick(Topic.inputs),
            record: OutsideRecord(
                delayMs: 0, key: dice.isOne(in: 2) ? bytes : Array("\(RunCatalog.wild)/w1".utf8), value: [0x00] + bytes,
                headers: headers), isUnreadable: true)
    }

    /// RFC 3339. Runs begin at 08:00 and end on the same day.
    private func time(_ ms: Int64) -> String {
        let ofDay = ms - startMs + 8 * 3_600_000
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let fraction = String("\(1000 + ofDay % 1000)".dropFirst())
        return "2027-01-15T\(two(ofDay / 3_600_000)):\(two(ofDay / 60_000 % 60)):\(two(ofDay / 1000 % 60)).\(fraction)Z"
    }
}

func text(_ bytes: RawSpan) -> String { bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }

import Contract
import Orders
import Protobuf
import Schemas
import Testing

/// A message's fields as they stand on the wire, each with its tag.
private func fieldsOnWire(_ message: [UInt8]) throws -> [[UInt8]] {
    var reader = try Reader(message.span.bytes)
    var fields: [[UInt8]] = []
    while try reader.nextTag() != 0 {
        let start = reader.fieldStart
        try reader.skip()
        fields.append(Array(message[start..<reader.position]))
    }
    return fields
}

private func lengthDelimited(_ field: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    var writer = ReverseWriter()
    let mark = writer.mark()
    writer.field(tag: UInt32(field) << 3 | 2, bytes.span.bytes)
    return Array(writer.unsafeBytes(of: writer.finish(mark)))
}

@Suite struct ContentDigests {
    func digest(_ json: JSONValue) throws -> ContentDigest { try readCommand(commandBytes(json)).command.digest }

    @Test(arguments: wholeCommands.indices)
    func `The digest is over the action alone`(index: Int) throws {
        let action = wholeCommands[index]
        let first = try digest(command(action))
        #expect(first == (try digest(command(action, [("createdAt", "2026-11-22T12:04:00Z")]))))
        #expect(first == (try digest(command(action, [("commandId", "c-2")]))))
        #expect(first != ContentDigest(high: 0, low: 0))
    }

    @Test func `Every action has a digest of its own`() throws {
        let digests = try wholeCommands.map { try digest(command($0)) }
        #expect(Set(digests).count == wholeCommands.count)
    }

    /// Each field that means something, with another value.
    static let changes: [(String, JSONValue?)] = [
        ("placeOrder.projectId", "p2"), ("placeOrder.showId", "s2"), ("placeOrder.tickets.0.ticketClassId", "t9"),
        ("placeOrder.tickets.0.seatId", "A-13"), ("placeOrder.tickets.0.holderDocument", "1"),
        ("placeOrder.tickets.0.holderName", "韩梅梅"), ("placeOrder.tickets.0.holderDocumentType", "PASSPORT"),
        ("placeOrder.tickets.1", nil), ("placeOrder.tickets.2", ["ticketClassId": "t8"]),
        ("placeOrder.tickets.1.seatId", "B-1"),
        ("placeOrder.expectedTotal", nil), ("placeOrder.expectedTotal.minorUnits", "76001"),
        ("placeOrder.expectedTotal.currency", "USD"), ("placeOrder.delivery", nil),
        ("placeOrder.delivery.method", "DELIVERY_METHOD_ON_SITE"), ("placeOrder.delivery.recipient", "x"),
        ("placeOrder.delivery.phone", "x"), ("placeOrder.delivery.address", "x"),
        ("placeOrder.delivery.postalCode", "x"), ("placeOrder.delivery.email", "x"), ("placeOrder.buyer", nil),
        ("placeOrder.buyer.name", "x"), ("placeOrder.buyer.phone", "x"), ("placeOrder.buyer.email", "x"),
        ("placeOrder.buyer.document", "x"), ("placeOrder.invoice", nil), ("placeOrder.invoice.kind", "x"),
        ("placeOrder.invoice.title", "x"), ("placeOrder.invoice.taxId", "x"), ("cancelOrder.reason", "x"),
        ("extendHold.until", "2026-11-22T13:00:00.001Z"), ("requestRefund.refundId", "r2"),
        ("requestRefund.tickets", [0]), ("requestRefund.tickets", nil), ("requestRefund.reason", "x"),
        ("reportRefund.refundId", "r2"), ("reportRefund.succeeded", false), ("reportRefund.refundedAt", nil),
        ("reportRefund.refundedAt", "2026-11-23T08:00:00.501Z"), ("reportRefund.reason", "x"),
    ]

    @Test(arguments: changes.indices)
    func `Any other field with a meaning is other content`(index: Int) throws {
        let (path, value) = Self.changes[index]
        let action = path.split(separator: ".").first.map(String.init)
        let whole = command(wholeCommands.first { $0.name == action })
        let other = try readCommand(commandBytes(changing(whole, path, to: value))).command
        if case .invalid(let words) = other.action { Issue.record("\(path): \(words)") }
        #expect(other.digest != (try digest(whole)), "\(path)")
    }

    @Test func `No field of a placing can move its text into the next one`() throws {
        let a = changing(changing(wholePlaceOrder, "buyer.name", to: "ab"), "buyer.phone", to: "c")
        let b = changing(changing(wholePlaceOrder, "buyer.name", to: "a"), "buyer.phone", to: "bc")
        #expect(try digest(command(("placeOrder", a))) != digest(command(("placeOrder", b))))
    }

    @Test(arguments: wholeCommands.indices)
    func `Fields in another order, and fields that nobody knows, are the same content`(index: Int) throws {
        let value = try commandBytes(command(wholeCommands[index]))
        let expected = try readCommand(value).command.digest

        // The command's own fields, and those of the action, the other way round and with unknown ones in between.
        let unknown: [[UInt8]] = [[0xF8, 0x3F, 0x07], lengthDelimited(15, []).dropFirst(0).map { $0 }]
        var fields = try fieldsOnWire(value)
        let action = try #require(fields.last)
        var inner = try Reader(action.span.bytes)
        _ = try inner.nextTag()
        let actionFields = try fieldsOnWire(try inner.lengthDelimited().withUnsafeBytes { Array($0) })
        let turned = actionFields.reversed().reduce(into: unknown[0]) { $0 += $1 + unknown[0] }
        // Repeated fields keep their order among each other.
        let tickets = actionFields.filter { $0.first == 0x1A }
        let others = actionFields.filter { $0.first != 0x1A }
        let kept = tickets.count > 1 ? (others.reversed() + tickets).reduce(into: unknown[0]) { $0 += $1 } : turned
        fields[fields.count - 1] = lengthDelimited(action[0] >> 3, kept)
        let rewritten = fields.reversed().reduce(into: unknown[0]) { $0 += $1 }
        #expect(rewritten != value)
        #expect(try readCommand(rewritten).command.digest == expected)
    }

    @Test func `Ticket numbers packed, not packed and in another order are the same content`() throws {
        let head = try commandBytes(command(nil))
        // refund_id "r1", then tickets 0 and 1.
        let refund: [UInt8] = [0x0A, 0x02, 0x72, 0x31]
        let forms: [[UInt8]] = [
            refund + [0x12, 0x02, 0x00, 0x01], refund + [0x10, 0x00, 0x10, 0x01],
            refund + [0x10, 0x00, 0x12, 0x01, 0x01],
            [0x12, 0x02, 0x00, 0x01] + refund, refund + [0x12, 0x02, 0x01, 0x00],
        ]
        let digests = try forms.map { try readCommand(head + lengthDelimited(14, $0)).command.digest }
        #expect(Set(digests).count == 1)
        let twice = try readCommand(head + lengthDelimited(14, refund + [0x12, 0x03, 0x00, 0x01, 0x01]))
        #expect(twice.command.digest != digests[0])
    }

    @Test func `An empty buyer and invoice are as good as none, and default values written out too`() throws {
        let none = changing(changing(wholePlaceOrder, "buyer", to: nil), "invoice", to: nil)
        let empty = changing(changing(wholePlaceOrder, "buyer", to: [:]), "invoice", to: [:])
        #expect(try digest(command(("placeOrder", none))) == digest(command(("placeOrder", empty))))
        let head = try commandBytes(command(nil))
        let report = lengthDelimited(15, [0x0A, 0x02, 0x72, 0x31])
        let withDefault = lengthDelimited(15, [0x0A, 0x02, 0x72, 0x31, 0x10, 0x00, 0x22, 0x00])
        #expect(try readCommand(head + report).command.digest == readCommand(head + withDefault).command.digest)
    }

    @Test func `The digest of the codes is over number and code, in the order of the numbers`() throws {
        func codes(_ issued: JSONValue) throws -> ContentDigest? {
            guard case .issued(let read) = try readResult(resultBytes(result(("issued", issued)))).result.detail else {
                return nil
            }
            return read.codesDigest
        }
        let first = try #require(try codes(wholeIssued))
        guard case .array(let tickets)? = wholeIssued["tickets"] else { return }
        let turned = changing(wholeIssued, "tickets", to: .array(tickets.reversed()))
        #expect(try codes(turned) == first)
        #expect(try codes(changing(wholeIssued, "tickets.0.seatLabel", to: "x")) == first)
        #expect(try codes(changing(wholeIssued, "tickets.0.code", to: "BBC")) != first)
        #expect(try codes(changing(wholeIssued, "tickets.0.sequence", to: 2)) != first)
        #expect(try codes(changing(wholeIssued, "tickets.1", to: nil)) != first)
    }

    /// Kept with each order: a digest that changes would make every repetition after an upgrade a conflict.
    @Test func `The digest of a placing is what it always was`() throws {
        let digest = try digest(command(("placeOrder", wholePlaceOrder)))
        #expect(
            String(digest.high, radix: 16) + "-" + String(digest.low, radix: 16) == "20c929fc52df951-c96ed78b57571b1c")
    }
}

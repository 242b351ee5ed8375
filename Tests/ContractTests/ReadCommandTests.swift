import Contract
import Orders
import Protobuf
import Schemas
import Testing

@Suite struct ReadingCommands {
    @Test func `A placing is read field by field, times cut to milliseconds, and its parts are passages`() throws {
        let value = try commandBytes(command(("placeOrder", wholePlaceOrder)))
        let read = try readCommand(value)
        #expect(read.key == someKey)
        #expect(read.accountID == "d001")
        #expect(read.command.id == "c-1")
        #expect(read.command.createdAtMs == 1_795_348_800_123)
        #expect(!read.command.isSigned)
        guard case .placeOrder(let place) = read.command.action else {
            Issue.record("\(read.command.action)")
            return
        }
        #expect(place.projectID == "p1")
        #expect(place.showID == "s1")
        #expect(place.tickets.map(\.ticketClassID) == ["t7", "t8"])
        #expect(place.tickets.map(\.hasHolderDocument) == [true, false])
        #expect(place.expectedTotal == Money(minorUnits: 76000, currency: Currency("CNY")!))
        #expect(place.deliveryMethod == .courier)

        // The passages are the submessages themselves.
        func check(_ passage: Passage, _ descriptor: MessageDescriptor, _ json: JSONValue?) throws {
            let start = Int(passage.offset)
            let inner = Array(value[start..<start + Int(passage.count)])
            #expect(inner == (try bytes(descriptor, json ?? .object([]))))
            #expect(passage.origin == .input)
        }
        try check(
            place.tickets[0].request, Proto.TicketRequest.descriptor, wholePlaceOrder["tickets"].flatMap { $0[0] })
        try check(place.carried.buyer, Proto.Buyer.descriptor, wholePlaceOrder["buyer"])
        try check(place.carried.delivery, Proto.DeliveryRequest.descriptor, wholePlaceOrder["delivery"])
        try check(place.carried.invoice, Proto.Invoice.descriptor, wholePlaceOrder["invoice"])
    }

    @Test func `A placing without what may be left out has none of it`() throws {
        let value = try commandBytes(
            command(("placeOrder", ["projectId": "p1", "showId": "s1", "tickets": [["ticketClassId": "t7"]]])))
        guard case .placeOrder(let place) = try readCommand(value).command.action else {
            Issue.record("no placing")
            return
        }
        #expect(place.expectedTotal == nil)
        #expect(place.deliveryMethod == nil)
        #expect(place.carried == .none)
    }

    @Test func `The other actions are read with all their fields`() throws {
        func action(_ index: Int) throws -> (Command.Action, [UInt8]) {
            let value = try commandBytes(command(wholeCommands[index]))
            return (try readCommand(value).command.action, value)
        }
        #expect(try action(1).0 == .issueTickets)
        #expect(try action(2).0 == .cancelOrder)
        #expect(try action(3).0 == .extendHold(untilMs: 1_795_352_400_000))
        if case (.requestRefund(let request), let value) = try action(4) {
            #expect(request.refundID == "r1")
            #expect(request.tickets == [0, 1])
            #expect(said(request.reason, in: value) == "ill")
        } else {
            Issue.record("no request of a refund")
        }
        if case (.reportRefund(let report), let value) = try action(5) {
            #expect(report.refundID == "r1")
            #expect(report.succeeded)
            #expect(report.refundedAtMs == 1_795_420_800_500)
            #expect(said(report.reason, in: value) == "done")
        } else {
            Issue.record("no report of a refund")
        }
    }

    @Test(arguments: [
        ("no key", nil as String?, "DeadLetterCode.unreadable"),
        ("an empty key", "", "DeadLetterCode.unreadable"),
        ("another order's key", "d001/43", "DeadLetterCode.keyMismatch"),
        ("another distributor's key", "d002/42", "DeadLetterCode.keyMismatch"),
        ("more than the key", "d001/42/", "DeadLetterCode.keyMismatch"),
    ])
    func `A record under a key that is not its body's goes to the dead letters`(
        what: String, key: String?, code: String
    ) throws {
        let value = try commandBytes(command(("issueTickets", [:])))
        let refusal = #expect(throws: Refusal.self) { try readCommand(value, key: key.map { Array($0.utf8) }) }
        #expect(refusal.map { "DeadLetterCode.\($0.code)" } == code, "\(what)")
    }

    @Test(arguments: ["commandId", "distributorId", "distributorOrderId"])
    func `Without an id of its own, its distributor or its order nobody can be told`(field: String) throws {
        for id: JSONValue? in [nil, "", "a/b", "ä", "a b", .string(String(repeating: "x", count: 65))] {
            let value = try commandBytes(command(("issueTickets", [:]), [(field, id)]))
            let refusal = #expect(throws: Refusal.self) { try readCommand(value) }
            #expect(refusal?.code == .unreadable)
        }
    }

    @Test func `No value, and bytes that are no message, go to the dead letters`() throws {
        #expect(throws: Refusal.self) { try readCommand(nil) }
        #expect(throws: Refusal.self) { try readCommand([]) }
        #expect(throws: Refusal.self) { try readCommand([0xFF, 0xFF, 0xFF]) }
        #expect(throws: Refusal.self) { try readCommand(Array("{\"commandId\":\"c\"}".utf8)) }
        #expect(throws: Refusal.self) { try readCommand([UInt8](repeating: 0x0A, count: 2 << 20)) }
    }

    static let over = JSONValue.string(String(repeating: "x", count: 1025))

    /// What is wrong, the path of what is changed, the value that it gets, and what the words begin with.
    static let wrong: [(String, String, JSONValue?, String)] = [
        ("no time", "createdAt", nil, "created_at is missing"),
        ("no project", "placeOrder.projectId", nil, "place_order.project_id is missing"),
        ("a project that is no id", "placeOrder.projectId", "a/b", "place_order.project_id is no id"),
        ("no show", "placeOrder.showId", nil, "place_order.show_id is missing"),
        ("no tickets", "placeOrder.tickets", nil, "place_order.tickets are 0"),
        ("no ticket class", "placeOrder.tickets.1.ticketClassId", nil, "place_order.tickets[1].ticket_class_id"),
        ("a long seat", "placeOrder.tickets.0.seatId", over, "place_order.tickets[0].seat_id has 1025 bytes"),
        ("a long document", "placeOrder.tickets.0.holderDocument", over, "place_order.tickets[0].holder_document has"),
        ("a long holder", "placeOrder.tickets.0.holderName", over, "place_order.tickets[0].holder_name has 1025"),
        ("a long kind", "placeOrder.tickets.0.holderDocumentType", over, "place_order.tickets[0].holder_document_type"),
        ("no currency", "placeOrder.expectedTotal.currency", nil, "place_order.expected_total.currency is not"),
        ("a bad currency", "placeOrder.expectedTotal.currency", "cny", "place_order.expected_total.currency is not"),
        ("a delivery without method", "placeOrder.delivery.method", nil, "place_order.delivery.method is missing"),
        ("an unknown method", "placeOrder.delivery.method", 9, "place_order.delivery.method is missing or not known"),
        ("a long address", "placeOrder.delivery.address", over, "place_order.delivery.address has 1025"),
        ("a long recipient", "placeOrder.delivery.recipient", over, "place_order.delivery.recipient has"),
        ("a long phone", "placeOrder.delivery.phone", over, "place_order.delivery.phone has"),
        ("a long postal code", "placeOrder.delivery.postalCode", over, "place_order.delivery.postal_code has"),
        ("a long email", "placeOrder.delivery.email", over, "place_order.delivery.email has"),
        ("a long name", "placeOrder.buyer.name", over, "place_order.buyer.name has"),
        ("a long buyer's phone", "placeOrder.buyer.phone", over, "place_order.buyer.phone has"),
        ("a long buyer's email", "placeOrder.buyer.email", over, "place_order.buyer.email has"),
        ("a long buyer's document", "placeOrder.buyer.document", over, "place_order.buyer.document has"),
        ("a long invoice kind", "placeOrder.invoice.kind", over, "place_order.invoice.kind has"),
        ("a long title", "placeOrder.invoice.title", over, "place_order.invoice.title has"),
        ("a long tax id", "placeOrder.invoice.taxId", over, "place_order.invoice.tax_id has"),
        ("a long reason", "cancelOrder.reason", over, "cancel_order.reason has 1025"),
        ("no new end", "extendHold.until", nil, "extend_hold.until is missing"),
        ("no refund id", "requestRefund.refundId", nil, "request_refund.refund_id is missing"),
        (
            "101 tickets to refund", "requestRefund.tickets", .array((0..<101).map { .number("\($0)") }),
            "request_refund.tickets names 101"
        ),
        ("a long refund reason", "requestRefund.reason", over, "request_refund.reason has"),
        ("a report of no refund", "reportRefund.refundId", nil, "report_refund.refund_id is missing"),
        ("a long report", "reportRefund.reason", over, "report_refund.reason has"),
        ("no action", "issueTickets", nil, "the command has no action"),
    ]

    @Test(arguments: wrong.indices)
    func `What can be told to its sender is an invalid command`(index: Int) throws {
        let (what, path, new, words) = Self.wrong[index]
        let action = path.split(separator: ".").first.map(String.init)
        let whole = command(wholeCommands.first { $0.name == action } ?? ("issueTickets", [:]))
        let read = try readCommand(commandBytes(changing(whole, path, to: new)))
        #expect(read.key == someKey)
        guard case .invalid(let said) = read.command.action else {
            Issue.record("\(what) is no invalid command: \(read.command.action)")
            return
        }
        #expect(said.hasPrefix(words), "\(what): \(said)")
    }

    @Test func `A ticket too many is one too many`() throws {
        func read(_ count: Int) throws -> Command.Action {
            let tickets = JSONValue.array((0..<count).map { _ in ["ticketClassId": "t7"] })
            let place = changing(wholePlaceOrder, "tickets", to: tickets)
            return try readCommand(commandBytes(command(("placeOrder", place)))).command.action
        }
        guard case .placeOrder(let place) = try read(100) else {
            Issue.record("100 tickets are allowed")
            return
        }
        #expect(place.tickets.count == 100)
        #expect(try read(101) == .invalid("place_order.tickets are 101, 1 to 100 are allowed"))
    }

    /// Times that the JSON form cannot even say: written field by field.
    @Test(
        arguments: [
            (-62_135_596_801, 0, true), (-62_135_596_800, 0, false), (253_402_300_799, 999_999_999, false),
            (253_402_300_800, 0, true), (0, -1, true), (0, 1_000_000_000, true), (Int64.max, 0, true),
            (Int64.min, 0, true),
        ] as [(Int64, Int32, Bool)])
    func `A time outside of the years 1 to 9999 is invalid`(seconds: Int64, nanos: Int32, isInvalid: Bool) throws {
        var writer = ReverseWriter()
        let mark = writer.mark()
        Proto.OrderCommand.writeIssueTickets(to: &writer) { _ in }
        Proto.OrderCommand.writeCreatedAt(to: &writer) { writer in
            Proto.Timestamp.writeNanos(nanos, to: &writer)
            Proto.Timestamp.writeSeconds(seconds, to: &writer)
        }
        Proto.OrderCommand.writeDistributorOrderId("42", to: &writer)
        Proto.OrderCommand.writeDistributorId("d001", to: &writer)
        Proto.OrderCommand.writeCommandId("c-1", to: &writer)
        let read = try readCommand(Array(writer.unsafeBytes(of: writer.finish(mark))))
        if isInvalid {
            #expect(read.command.action == .invalid("created_at is no time of the years 0001 to 9999"))
            #expect(read.command.createdAtMs == 0)
        } else {
            #expect(read.command.action == .issueTickets)
        }
    }

    @Test func `An action that is not known, broken text inside one, and two actions are told to the sender`() throws {
        let head = try commandBytes(command(nil))
        func invalid(_ more: [UInt8]) throws -> Bool {
            if case .invalid = try readCommand(head + more).command.action { return true }
            return false
        }
        // Field 99, a message.
        #expect(try invalid([0x9A, 0x06, 0x00]))
        // cancel_order with a reason that is no UTF-8.
        #expect(try invalid([0x62, 0x03, 0x0A, 0x01, 0xFF]))
        // issue_tickets and cancel_order.
        #expect(try invalid([0x5A, 0x00, 0x62, 0x00]))
        // cancel_order whose length is wrong inside.
        #expect(try invalid([0x62, 0x02, 0x0A, 0x05]))
    }

    @Test func `An operator action's bytes never read as a command`() throws {
        for action in wholeActions {
            let value = try actionBytes(operatorAction(action))
            guard let read = try? readCommand(value) else { continue }
            guard case .invalid = read.command.action else {
                Issue.record("\(action.name) reads as \(read.command.action)")
                continue
            }
        }
    }
}

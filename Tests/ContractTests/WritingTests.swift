import Contract
import Foundation
import Orders
import Protobuf
import Schemas
import Testing

/// What protobuf's Python implementation writes for an output (scripts/contract-golden.py).
private struct Golden {
    static let bytes: [String: String] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/outputs.jsonl")
        var all: [String: String] = [:]
        for line in ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n") {
            guard let json = try? JSONValue(parsing: String(line)), case .string(let name) = json["name"],
                case .string(let bytes) = json["bytes"]
            else { continue }
            all[name] = bytes
        }
        return all
    }()
}

/// Passages of texts that are put one after the other.
private struct Carrier {
    var bytes: [UInt8] = []

    mutating func passage(_ text: String) -> Passage { passage(Array(text.utf8)) }

    mutating func passage(_ more: [UInt8]) -> Passage {
        defer { bytes += more }
        return Passage(
            origin: .state, offset: Int32(bytes.count), count: Int32(more.count))
    }
}

private let t0: Int64 = 1_795_348_800_123
private let t1: Int64 = 1_795_349_700_000
private let cny = Money(minorUnits: 76000, currency: Currency("CNY")!)

private func input(_ body: Input.Body, _ source: Input.Source = .commands, _ offset: Int64 = 17) -> Input {
    Input(key: someKey, body: body, source: source, partition: 3, offset: offset, appendedAtMs: t0)
}

private let byCommand = input(
    .command(
        Command(
            id: "c-1", createdAtMs: t0, digest: ContentDigest(high: 0, low: 0), isSigned: true, action: .issueTickets)))
private let byResult = input(
    .result(
        SupplierResult(id: "x-1", request: nil, supplierID: "sup1", occurredAtMs: nil, outcome: .unknown, detail: nil)),
    .results, 18)
private let byAction = input(
    .action(
        OperatorAction(
            id: "a-1", digest: ContentDigest(high: 0, low: 0), operatorName: .none, reason: .none, approvedBy: .none,
            approval: .none, action: .queryNow)), .operatorActions, 19)
private let byTimer = input(.timer(.holdExpiry, dueMs: t1), .commands, 0)

@Suite struct Writing {
    private func expect(
        _ name: String, _ carrier: Carrier, _ write: (borrowing PassageSources, inout ReverseWriter) -> Slice
    ) {
        var writer = ReverseWriter()
        let slice = write(PassageSources(state: carrier.bytes.span.bytes), &writer)
        #expect(hexadecimal(Array(writer.unsafeBytes(of: slice))) == Golden.bytes[name], "\(name)")
    }

    private func expectEvent(
        _ name: String, _ body: Event.Body, _ input: Input = byCommand, _ status: OrderStatus? = .locked,
        _ before: OrderStatus? = .locking, sequence: UInt64 = 2, delivery: DeliveryStatus? = .new,
        from carrier: Carrier = Carrier()
    ) {
        let event = Event(
            sequence: sequence, occurredAtMs: t0, status: status, statusBefore: before, deliveryStatus: delivery,
            body: body)
        expect(name, carrier) { writeEvent(event, input: input, sources: $0, to: &$1) }
        // The header's name is the field's: the golden's name is its JSON form.
        let field = Proto.OrderEvent.descriptor.field(named: "\(body.name)")
        let jsonName = name.split(separator: " ")[0]
        if !name.contains("outside") || jsonName == "commandRepeated" {
            #expect(field.map { $0.jsonName } == String(jsonName))
        }
        #expect(body.cloudEventType == "turnstile.order.\(body.name).v1")
    }

    @Test func `Events of the first half are the bytes that Python writes`() {
        var carrier = Carrier()
        expectEvent(
            "placed", .placed(supplierID: "sup1", projectID: "p1", showID: "s1", ticketCount: 2, total: cny))
        let supplierOrder = carrier.passage("SO 1/二")
        let seat = Seat(sequence: 0, seatID: carrier.passage("A-12"), label: carrier.passage("Row A"))
        expectEvent(
            "locked",
            .locked(
                supplierOrderID: supplierOrder, holdUntilMs: t1,
                seats: [seat, Seat(sequence: 1, seatID: .none, label: .none)]), byResult, from: carrier)
        let code = Text.passage(carrier.passage("E1"))
        expectEvent(
            "lockFailed", .lockFailed(code: code, message: .words("no seats")), byResult, .lockFail, from: carrier)
        expectEvent("holdExtended", .holdExtended(holdUntilMs: t1), byResult, .locked, .locked)
        expectEvent(
            "holdExtensionRefused", .holdExtensionRefused(code: .words("E1"), message: .words("not answered")), byTimer,
            .locked, .locked)
        expectEvent("canceled", .canceled(.holdExpired), byTimer, .canceled, .locked)
        expectEvent("issueStarted", .issueStarted, byCommand, .fixing, .locked)
        expectEvent(
            "negotiationStarted", .negotiationStarted(reason: .words("time-out"), nextQueryAtMs: t1), byTimer, .fixing,
            .fixing)
        expectEvent(
            "escalated", .escalated(.rulesExhausted, words: .words("rules exhausted"), queries: 15), byTimer, .fixing,
            .fixing)
        let tickets = [
            IssuedTicket(
                sequence: 1, code: carrier.passage("BBB"), seatID: carrier.passage("A-13"), codeFormat: 2,
                seatLabel: carrier.passage("Row A")),
            IssuedTicket(sequence: 0, code: carrier.passage("AAA"), seatID: .none, codeFormat: 0, seatLabel: .none),
        ]
        expectEvent("issued", .issued(tickets: tickets, issuedAtMs: t0), byResult, .fixed, .fixing, from: carrier)
        expectEvent(
            "issueFailed", .issueFailed(code: code, message: .words("sold")), byResult, .fixFail, .fixing, from: carrier
        )
    }

    @Test func `Events of the second half are the bytes that Python writes`() {
        var carrier = Carrier()
        var numbers = TicketSet()
        for number in [0, 63, 64, 99] { numbers.insert(number) }
        let reason = Text.passage(carrier.passage("ill"))
        expectEvent(
            "refundRequested", .refundRequested(refundID: "r1", tickets: numbers, reason: reason), byCommand, .fixed,
            .fixed, from: carrier)
        expectEvent(
            "refundRefused", .refundRefused(refundID: "r1", code: .words("E1"), message: .words("too late")), byResult,
            .fixed, .fixed)
        expectEvent(
            "supplierRefunded",
            .supplierRefunded(
                Event.SupplierRefunded(
                    refundID: "r1", tickets: TicketSet(bits: 2), distributorAmount: cny, refundedAtMs: t0,
                    unasked: true,
                    reportByMs: t1, mode: .manual)), byResult, .refunding, .fixed, sequence: 300)
        expectEvent(
            "distributorRefunded", .distributorRefunded(refundID: "r1", refundedAtMs: t0), byCommand, .refunded,
            .refunding)
        expectEvent(
            "distributorRefunded undated", .distributorRefunded(refundID: "r1", refundedAtMs: nil), byCommand,
            .refunded, .refunding)
        expectEvent(
            "distributorRefundFailed", .distributorRefundFailed(refundID: "r1", reason: .words("closed")), byCommand,
            .refundFail, .refunding)
        expectEvent(
            "deliveryChanged",
            .deliveryChanged(before: .new, carrier: carrier.passage("SF"), trackingNumber: carrier.passage("SF1")),
            byResult, .fixed, .fixed, delivery: .delivering, from: carrier)
        expectEvent("intentRecorded", .intentRecorded(.supplierRefund), byResult, .fixing, .fixing)
        expectEvent("commandRepeated", .commandRepeated(firstEvent: .sequence(1)), byCommand, .locked, .locked)
        expectEvent(
            "commandRepeated outside", .commandRepeated(firstEvent: .input(.commands, partition: 3, offset: 5)),
            byCommand, .locked, .locked)
        expectEvent(
            "commandRejected", .commandRejected(code: .priceChanged, message: "now dearer", currentTotal: cny),
            byCommand, .locked, .locked)
        expectEvent(
            "rejected outside", .commandRejected(code: .unknownOrder, message: "no such order", currentTotal: nil),
            byCommand, nil, nil, sequence: 0, delivery: nil)
        expectEvent(
            "anomaly outside", .anomalyFound(.orphanLock, message: "late"), byResult, nil, nil, sequence: 0,
            delivery: nil)
        expectEvent("anomalyFound", .anomalyFound(.floatNegative, message: "by 5"), byResult, .fixed, .fixed)
        expectEvent(
            "operatorActed",
            .operatorActed(
                operatorName: carrier.passage("ann"), action: "cancel_hold", reason: carrier.passage("ticket 17"),
                approvedBy: carrier.passage("bob")), byAction, .locked, .locked, from: carrier)
    }

    @Test func `Requests are the bytes that Python writes`() throws {
        var carrier = Carrier()
        let supplierOrder = carrier.passage("SO 1/二")
        let tickets = [
            carrier.passage(
                try bytes(
                    Proto.TicketRequest.descriptor, ["ticketClassId": "t7", "seatId": "A-12", "holderName": "李雷"])),
            carrier.passage(try bytes(Proto.TicketRequest.descriptor, ["ticketClassId": "t8"])),
        ]
        let buyer = carrier.passage(try bytes(Proto.Buyer.descriptor, ["name": "Li Lei", "phone": "138"]))
        let delivery = carrier.passage(
            try bytes(
                Proto.DeliveryRequest.descriptor, ["method": "DELIVERY_METHOD_COURIER", "address": "Beijing"]))
        let invoice = carrier.passage(try bytes(Proto.Invoice.descriptor, ["title": "Li"]))

        func expectRequest(
            _ name: String, _ id: RequestID, _ operation: Request.Operation, _ supplierOrderID: Passage
        ) {
            let request = Request(
                id: id, supplierID: "sup1", supplierOrderID: supplierOrderID, attempt: 2, deadlineMs: t1,
                operation: operation)
            expect("request " + name, carrier) { writeRequest(request, key: someKey, sources: $0, to: &$1) }
            #expect(name.hasPrefix("\(operation.name)"))
            #expect(operation.cloudEventType == "turnstile.request.\(operation.name).v1")
        }
        let lock = Request.Lock(
            projectID: "p1", showID: "s1", tickets: tickets, settlementTotal: cny, holdUntilMs: t1, buyer: buyer)
        expectRequest("lock", .lock, .lock(lock), .none)
        expectRequest(
            "issue", .issue, .issue(Carried(delivery: delivery, buyer: buyer, invoice: invoice)), supplierOrder)
        expectRequest("issue bare", .issue, .issue(.none), supplierOrder)
        expectRequest("release", .release, .release(reason: "lock timed out"), supplierOrder)
        expectRequest("query", .query(.max), .query, supplierOrder)
        expectRequest("refund", .refund("r1"), .refund(refundID: "r1", tickets: TicketSet(bits: 3)), supplierOrder)
        expectRequest("extend", .extend("c-1"), .extend(untilMs: t1), supplierOrder)
    }

    @Test func `Entries are the bytes that Python writes`() {
        var carrier = Carrier()
        let supplierOrder = carrier.passage("SO 1/二")
        let named = carrier.passage("ours, of Monday")
        let sale = LedgerEntry(
            id: EntryID(book: .receivable, kind: .sale), amount: cny, partyID: "d001", supplierID: "sup1",
            supplierOrderID: supplierOrder, refundID: nil, timeBase: .orderLocked, effectiveAtMs: t0, recordedAtMs: t1,
            period: .day(year: 2026, month: 11, day: 22), originPeriod: nil, contractID: "dc1", contractVersion: 2,
            reverses: .nothing, eventSequence: 2,
            lines: [
                LedgerEntry.Line(ticket: 0, component: .ticket, minorUnits: 80000, ticketClassID: "t7"),
                LedgerEntry.Line(ticket: nil, component: .commission, minorUnits: -4000, ticketClassID: nil),
            ], refundMode: .unspecified, projectID: "p1", showID: "s1")
        func expectEntry(_ name: String, _ change: (inout LedgerEntry) -> Void) {
            var entry = sale
            if name != "sale" { entry.lines = [] }
            change(&entry)
            expect("entry " + name, carrier) { [entry] in writeEntry(entry, key: someKey, sources: $0, to: &$1) }
        }
        expectEntry("sale") { _ in }
        expectEntry("refund") { entry in
            entry.id = EntryID(book: .settlement, kind: .refund, qualifier: .refund("r1"))
            entry.amount.minorUnits = -30000
            entry.partyID = "sup1"
            entry.refundID = "r1"
            entry.timeBase = .supplierRefunded
            entry.period = .week(year: 2026, week: 47)
            entry.originPeriod = .halfMonth(year: 2026, month: 11, half: 2)
            entry.reverses = .entry(EntryID(book: .settlement, kind: .sale))
            entry.refundMode = .automatic
        }
        expectEntry("correction") { entry in
            entry.id = EntryID(book: .receivable, kind: .correction, qualifier: .action("a-1"))
            entry.amount.minorUnits = 0
            entry.timeBase = .correction
            entry.period = .month(year: 2026, month: 11)
            entry.reverses = .named(named)
        }
        expectEntry("issue failure") { entry in
            entry.id = EntryID(book: .receivable, kind: .issueFailure)
            entry.timeBase = .issueFailed
            entry.period = .halfMonth(year: 987, month: 1, half: 1)
            entry.reverses = .entry(EntryID(book: .receivable, kind: .sale))
        }
    }

    @Test func `Ids as texts are the ids that are written`() throws {
        let event = Event(
            sequence: 7, occurredAtMs: t0, status: nil, statusBefore: nil, deliveryStatus: nil, body: .issueStarted)
        #expect(event.id(input: byCommand) == "d001/42#7")
        var outside = event
        outside.sequence = 0
        #expect(outside.id(input: byResult) == "d001/42#0@r3:18")
        #expect(outside.id(input: byAction) == "d001/42#0@o3:19")
        var writer = ReverseWriter()
        let slice = writeEvent(outside, input: byAction, sources: PassageSources(), to: &writer)
        let id = try Proto.OrderEvent.View(writer.bytes(of: slice)).eventId.withUnsafeBytes { Array($0) }
        #expect(String(decoding: id, as: UTF8.self) == outside.id(input: byAction))
        #expect(Book.receivable.cloudEventType == "turnstile.entry.receivable.v1")
        #expect(Period.week(year: 2026, week: 1).text == "2026-W01")
        #expect(Period.day(year: 2026, month: 1, day: 2).text == "2026-01-02")
    }

    @Test func `An output as JSON is what its bytes say`() throws {
        let event = Event(
            sequence: 7, occurredAtMs: t0, status: .fixing, statusBefore: .locked, deliveryStatus: .new,
            body: .issueStarted)
        var writer = ReverseWriter()
        let slice = writeEvent(event, input: byCommand, sources: PassageSources(), to: &writer)
        let text = String(decoding: try OutputMessage.event.json(writer.bytes(of: slice)), as: UTF8.self)
        let json = try JSONValue(parsing: text)
        #expect(json["eventId"] == "d001/42#7")
        #expect(json["status"] == "ORDER_STATUS_FIXING")
        #expect(json["occurredAt"] == "2026-11-22T12:00:00.123Z")
        #expect(json["issueStarted"] == [:])
    }
}

@Suite struct JSONInputs {
    private func read(_ json: String) throws -> (ReadCommand, [UInt8]) {
        let key = someKeyBytes
        let text = Array(json.utf8)
        var reader = InputReader()
        var bytes: [UInt8] = []
        let command = try reader.readCommand(key: key.span.bytes, json: text.span.bytes, bytes: &bytes)
        return (command, bytes)
    }

    @Test(arguments: wholeCommands.indices)
    func `A command in JSON is the same command`(index: Int) throws {
        let json = command(wholeCommands[index])
        let (read, bytes) = try read(json.text())
        #expect(bytes == (try commandBytes(json)))
        #expect(read == (try readCommand(bytes)))
    }

    @Test(arguments: [
        ("an unknown field", #""issueTickets":{},"shout":true"#, "shout"),
        ("an unknown action", #""frobnicate":{}"#, "frobnicate"),
        ("a number where a text should be", #""cancelOrder":{"reason":1}"#, "cancelOrder.reason"),
        ("two actions", #""issueTickets":{},"cancelOrder":{}"#, "cancelOrder"),
        ("a ticket that is none", #""placeOrder":{"tickets":[{"ticketClassId":"t7"},3]}"#, "placeOrder.tickets[1]"),
    ])
    func `JSON that is wrong is told to its sender, with its path`(what: String, members: String, path: String) throws {
        let (read, _) = try read(
            #"{"commandId":"c-1","distributorId":"d001","distributorOrderId":"42","createdAt":"2026-11-22T12:00:00Z",\#(members)}"#
        )
        #expect(read.command.createdAtMs == 1_795_348_800_000)
        guard case .invalid(let words) = read.command.action else {
            Issue.record("\(what): \(read.command.action)")
            return
        }
        #expect(words.contains(path), "\(words)")
    }

    @Test func `A wrong time in JSON is told, and other wrong content is other content`() throws {
        func json(_ time: String, _ action: String) -> String {
            #"{"commandId":"c-1","distributorId":"d001","distributorOrderId":"42","createdAt":"\#(time)",\#(action)}"#
        }
        let (read1, _) = try read(json("yesterday", #""issueTickets":{}"#))
        guard case .invalid(let words) = read1.command.action else {
            Issue.record("accepted")
            return
        }
        #expect(words.contains("createdAt"))
        let (read2, _) = try read(json("yesterday", #""cancelOrder":{}"#))
        #expect(read1.command.digest != read2.command.digest)
    }

    @Test(arguments: ["", "{", "[]", "null", "{}", #"{"commandId":"c-1"}"#, #"{"commandId":3}"#, "\u{0}"])
    func `JSON that does not say whose it is goes to the dead letters`(text: String) {
        #expect(throws: Refusal.self) { try read(text) }
    }

    @Test func `Results and actions in JSON are read, and refused with a path`() throws {
        let key = someKeyBytes
        var reader = InputReader()
        var bytes: [UInt8] = []
        let good = result(wholeDetails[1]).utf8()
        let read = try reader.readResult(key: key.span.bytes, json: good.span.bytes, bytes: &bytes)
        #expect(read == (try readResult(bytes)))
        let action = operatorAction(wholeActions[3]).utf8()
        #expect(
            try reader.readAction(key: key.span.bytes, json: action.span.bytes, bytes: &bytes)
                == readAction(actionBytes(operatorAction(wholeActions[3]))))
        let bad = Array(#"{"resultId":"x","locked":{"seats":[{"sequence":"x"}]}}"#.utf8)
        do {
            _ = try reader.readResult(key: key.span.bytes, json: bad.span.bytes, bytes: &bytes)
            Issue.record("accepted")
        } catch {
            #expect(error.message.contains("locked.seats[0].sequence"))
        }
    }
}

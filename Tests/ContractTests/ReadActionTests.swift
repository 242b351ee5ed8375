import Contract
import Orders
import Protobuf
import Schemas
import Testing

@Suite struct ReadingActions {
    func action(_ json: JSONValue) throws -> OperatorAction {
        guard case .action(let key, let action) = try readAction(actionBytes(json)) else { throw Unexpected() }
        #expect(key == someKey)
        return action
    }

    struct Unexpected: Error {}

    @Test func `Who acts, why and who approved are read`() throws {
        let value = try actionBytes(operatorAction(("queryNow", [:])))
        guard case .action(_, let action) = try readAction(value) else { throw Unexpected() }
        #expect(action.id == "a-1")
        #expect(said(action.operatorName, in: value) == "ann")
        #expect(said(action.reason, in: value) == "ticket 17")
        #expect(said(action.approvedBy, in: value) == "bob")
        #expect(action.approval == .anotherPerson)
        #expect(action.action == .queryNow)
    }

    @Test func `An approval is by nobody, by the same person or by another`() throws {
        func approval(_ by: JSONValue?) throws -> OperatorAction.Approval {
            try action(operatorAction(("cancelHold", [:]), [("approvedBy", by)])).approval
        }
        #expect(try approval(nil) == .none)
        #expect(try approval("ann") == .samePerson)
        #expect(try approval("ann ") == .anotherPerson)
    }

    @Test func `Each action is read`() throws {
        #expect(try action(operatorAction(("cancelHold", [:]))).action == .cancelHold)
        let value = try actionBytes(operatorAction(wholeActions[3]))
        guard case .action(_, let correct) = try readAction(value), case .correct(let correction) = correct.action
        else {
            throw Unexpected()
        }
        #expect(correction.book == .receivable)
        #expect(correction.amount == Money(minorUnits: -500, currency: Currency("CNY")!))
        #expect(correction.effectiveAtMs == 1_795_305_600_000)
        #expect(said(correction.reverses, in: value) == "d001/42/receivable/sale")
        guard case .reportRefund(let report) = try action(operatorAction(wholeActions[4])).action else {
            throw Unexpected()
        }
        #expect(report.refundID == "r1" && report.succeeded)
    }

    @Test func `A person's result is read as a supplier's, with or without the order's ids`() throws {
        for id: JSONValue? in [nil, "d001"] {
            let resolve = changing(wholeActions[0].value, "distributorId", to: id)
            let value = try actionBytes(operatorAction(("resolve", resolve)))
            guard case .action(_, let action) = try readAction(value), case .resolve(let result) = action.action else {
                throw Unexpected()
            }
            #expect(result.request == .lock)
            guard case .issued(let issued) = result.detail else { throw Unexpected() }
            // In the action's value.
            #expect(issued.tickets.map { said($0.code, in: value) } == ["BBB", "AAA"])
        }
        let other = changing(wholeActions[0].value, "distributorOrderId", to: "43")
        #expect(
            try action(operatorAction(("resolve", other))).action
                == .invalid("resolve.the result is about another order"))
    }

    static let wrong: [(String, JSONValue?)] = [
        ("operator", nil), ("correct.book", nil), ("correct.book", 9), ("correct.amount", nil),
        ("correct.amount.currency", "x"), ("correct.reverses", .string(String(repeating: "x", count: 1025))),
        ("reportRefund.refundId", nil), ("resolve.resultId", nil), ("resolve.supplierId", "a/b"),
        ("resolve.failureCode", .string(String(repeating: "x", count: 1025))),
    ]

    @Test(arguments: wrong.indices)
    func `A wrong action is invalid`(index: Int) throws {
        let (path, new) = Self.wrong[index]
        let name = path.split(separator: ".").first.map(String.init)
        let whole = operatorAction(wholeActions.first { $0.name == name } ?? ("queryNow", [:]))
        let read = try action(changing(whole, path, to: new))
        guard case .invalid = read.action else {
            Issue.record("\(path): \(read.action)")
            return
        }
    }

    @Test func `A record that is no action is a dead letter`() throws {
        for json in [operatorAction(nil), operatorAction(("queryNow", [:]), [("actionId", nil)])] {
            let refusal = #expect(throws: Refusal.self) { try readAction(actionBytes(json)) }
            #expect(refusal?.code == .unreadable)
        }
        let refusal = #expect(throws: Refusal.self) {
            try readAction(actionBytes(operatorAction(("queryNow", [:]))), key: Array("d001/43".utf8))
        }
        #expect(refusal?.code == .keyMismatch)
        // A command is none: its fields have other numbers.
        #expect(throws: Refusal.self) { try readAction(commandBytes(command(("issueTickets", [:])))) }
    }

    static let contents: [(String, JSONValue?)] = [
        ("operator", "eve"), ("reason", "x"), ("approvedBy", nil), ("resolve.outcome", 1), ("resolve.resultId", "x-2"),
        ("resolve.requestId", "d001/42/issue"), ("resolve.supplierId", "sup2"), ("resolve.supplierOrderId", "SO2"),
        ("resolve.occurredAt", nil), ("resolve.sideEffect", 1), ("resolve.failureCode", "E2"),
        ("resolve.failureMessage", "x"), ("resolve.issued.tickets.0.code", "CCC"),
        ("resolve.issued.tickets.0.sequence", 3), ("resolve.issued.tickets.0.seatId", "x"),
        ("resolve.issued.tickets.0.codeFormat", 1), ("resolve.issued.tickets.0.seatLabel", "x"),
        ("resolve.issued.settlementTotal.minorUnits", "1"), ("correct.book", "BOOK_SETTLEMENT"),
        ("correct.amount.minorUnits", "1"), ("correct.effectiveAt", nil), ("correct.reverses", "x"),
        ("reportRefund.succeeded", false),
    ]

    @Test(arguments: contents.indices)
    func `Any other field of an action is other content`(index: Int) throws {
        let (path, new) = Self.contents[index]
        let name = path.split(separator: ".").first.map(String.init)
        let whole = operatorAction(wholeActions.first { $0.name == name } ?? ("cancelHold", [:]))
        #expect(try action(whole).digest == action(changing(whole, "actionId", to: "a-2")).digest)
        #expect(try action(whole).digest != action(changing(whole, path, to: new)).digest, "\(path)")
    }

    @Test func `Every detail of a person's result counts`() throws {
        var digests: [ContentDigest] = []
        for (name, value) in wholeDetails {
            digests.append(try action(operatorAction(("resolve", result((name, value))))).digest)
        }
        digests.append(
            try action(
                operatorAction(("resolve", result(("refunded", changing(wholeRefunded, "amount.minorUnits", to: "1")))))
            ).digest)
        digests.append(
            try action(operatorAction(("resolve", result(("refunded", changing(wholeRefunded, "refundId", to: nil))))))
                .digest)
        #expect(Set(digests).count == digests.count)
    }

    // MARK: readmit

    @Test func `A readmitted record says where it was and what it was`() throws {
        let value = try actionBytes(operatorAction(wholeActions[5]))
        guard case .readmit(let readmit) = try readAction(value) else { throw Unexpected() }
        #expect(readmit.orderKey == someKey)
        #expect(readmit.source == .commands)
        #expect(readmit.partition == 3)
        #expect(readmit.offset == 17)
        #expect(readmit.appendedAtMs == 1_795_348_800_000)
        #expect(said(readmit.key, in: value) == "d001/42")
        #expect(said(readmit.value, in: value) == "\u{1}\u{2}\u{3}")
        #expect(readmit.headers.map { said($0.name, in: value) } == ["turnstile-key-id"])
        #expect(readmit.headers.map { said($0.value, in: value) } == ["k1"])
    }

    @Test(
        arguments: [
            ("readmit.topic", "order-events"), ("readmit.topic", "turnstile.order-commands"), ("readmit.topic", nil),
            ("readmit.partition", -1), ("readmit.offset", "-1"), ("readmit.appendedAt", nil),
        ] as [(String, JSONValue?)])
    func `A readmit that does not say where from is a dead letter`(path: String, new: JSONValue?) throws {
        let json = changing(operatorAction(wholeActions[5]), path, to: new)
        #expect(throws: Refusal.self) { try readAction(actionBytes(json)) }
    }

    @Test(arguments: [Input.Source.commands, .results, .operatorActions])
    func `What Turnstile writes to readmit a record reads back as it was`(source: Input.Source) throws {
        let key = Array("d001/42".utf8)
        let value = try commandBytes(command(wholeCommands[0]))
        let names = ["a", "b"].map { Array($0.utf8) }
        let values: [[UInt8]?] = [Array("one".utf8), nil]
        var writer = ReverseWriter()
        let slice = names[0].withUnsafeBytes { first in
            names[1].withUnsafeBytes { second in
                values[0]!.withUnsafeBytes { one in
                    writeReadmit(
                        key: someKey, source: source, partition: 7, offset: 1234, appendedAtMs: 1_795_348_800_123,
                        recordKey: key.span.bytes, value: value.span.bytes, headerCount: 2,
                        header: { $0 == 0 ? (first, one) : (second, nil) }, operatorName: "turnstile",
                        reason: "misrouted", to: &writer)
                }
            }
        }
        let written = Array(writer.unsafeBytes(of: slice))
        guard case .readmit(let readmit) = try readAction(written) else { throw Unexpected() }
        #expect(readmit.source == source)
        #expect(readmit.partition == 7 && readmit.offset == 1234 && readmit.appendedAtMs == 1_795_348_800_123)
        #expect(readmit.id.text == "readmit:\(source.letter)7:1234")
        #expect(readmit.headers.map { said($0.name, in: written) } == ["a", "b"])
        #expect(readmit.headers.map { said($0.value, in: written) } == ["one", ""])
        let start = Int(readmit.value.offset)
        let inner = Array(written[start..<start + Int(readmit.value.count)])
        #expect(inner == value)
        // Judged as it was: passages are then offsets into the record's own value.
        #expect(try readCommand(inner) == readCommand(value))
    }
}

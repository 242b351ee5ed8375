import Contract
import Orders
import Protobuf
import Schemas
import Testing

/// An order's life on bytes alone, as the engine leads it: inputs are read, decided, and everything that comes out is
/// written; the next decision begins with the written state.
private struct Life: ~Copyable {
    var directory = DirectoryTable()
    var reader = InputReader()
    var state: [UInt8]?
    var offset: Int64 = 0
    var nowMs: Int64 = 1_795_348_800_000
    var events: [JSONValue] = []
    var requests: [JSONValue] = []
    var entries: [JSONValue] = []

    init() throws {
        let records: [(String, JSONValue)] = [
            ("account", ["accountId": "d001"]),
            (
                "grant",
                [
                    "grantId": "g1", "accountId": "d001", "supplierId": "sup1",
                    "permissions": ["PERMISSION_READ", "PERMISSION_ORDER", "PERMISSION_REFUND"],
                ]
            ),
            (
                "supplier",
                ["supplierId": "sup1", "supportsQuery": true, "supportsRefund": true, "supportsExtend": true]
            ),
            ("project", ["projectId": "p1", "supplierId": "sup1", "onShelf": true]),
            (
                "show",
                [
                    "showId": "s1", "projectId": "p1", "startsAt": "2026-12-24T19:30:00Z",
                    "deliveryOptions": [
                        ["method": "DELIVERY_METHOD_ELECTRONIC"], ["method": "DELIVERY_METHOD_COURIER"],
                    ],
                ]
            ),
            ("ticketClass", ticketClass("t7")), ("ticketClass", ticketClass("t8")),
            ("contract", contract("dc1", "distributorId", "d001")), ("contract", contract("sc1", "supplierId", "sup1")),
        ]
        for (index, (kind, value)) in records.enumerated() {
            let bytes = try bytes(Proto.DirectoryRecord.descriptor, .object([(kind, value)]))
            let entry = try readDirectoryEntry(bytes.span.bytes)
            directory.apply(.put(entry.key, entry), offset: Int64(index))
        }
    }

    private func ticketClass(_ id: String) -> JSONValue {
        [
            "ticketClassId": .string(id), "showId": "s1",
            "settlementPrice": ["minorUnits": "35000", "currency": "CNY"],
            "sellPrice": ["minorUnits": "38000", "currency": "CNY"],
        ]
    }

    private func contract(_ id: String, _ field: String, _ party: String) -> JSONValue {
        .object([
            ("contractId", .string(id)), ("version", "1"), (field, .string(party)), ("period", "PERIOD_DAY"),
            ("currency", "CNY"),
        ])
    }

    mutating func command(_ json: JSONValue) throws {
        let value = try commandBytes(json)
        let key = someKeyBytes
        var read = try reader.readCommand(key: key.span.bytes, value: value.span.bytes)
        read.command.isSigned = true
        try handle(.command(read.command), .commands, value)
    }

    mutating func result(_ json: JSONValue) throws {
        let value = try resultBytes(json)
        let key = someKeyBytes
        let read = try reader.readResult(key: key.span.bytes, value: value.span.bytes)
        try handle(.result(read.result), .results, value)
    }

    private mutating func handle(_ body: Input.Body, _ source: Input.Source, _ value: [UInt8]) throws {
        offset += 1
        let input = Input(
            key: someKey, body: body, source: source, partition: 3, offset: offset, appendedAtMs: nowMs)
        let context = Context(
            nowMs: nowMs, sentAtMs: nowMs, directory: directory.directory, suppliers: [:], partitions: 1)
        let old = state ?? []
        let record = try state.map { try readRecord($0.span.bytes) }
        let decision = decide(record, input, context)
        #expect(decision.deadLetter == nil)
        var writer = ReverseWriter()
        let sources = PassageSources(input: value.span.bytes, state: old.span.bytes)
        for event in decision.events {
            let slice = writeEvent(event, input: input, sources: sources, to: &writer)
            events.append(try Proto.OrderEvent.descriptor.json(writer.bytes(of: slice)))
        }
        for request in decision.requests {
            let slice = writeRequest(request, key: someKey, sources: sources, to: &writer)
            requests.append(try Proto.SupplierRequest.descriptor.json(writer.bytes(of: slice)))
        }
        for entry in decision.entries {
            let slice = writeEntry(entry, key: someKey, sources: sources, to: &writer)
            entries.append(try Proto.LedgerEntry.descriptor.json(writer.bytes(of: slice)))
        }
        if case .changed(let record) = decision.change {
            try expectRoundTrip(record, input: value, state: old)
            let slice = writeRecord(record, sources: sources, to: &writer)
            state = Array(writer.unsafeBytes(of: slice))
        }
        nowMs += 1000
    }

    func names() -> [String] {
        let fields = Set(Proto.OrderEvent.descriptor.fields.filter { $0.oneof != nil }.map(\.jsonName))
        return events.compactMap { event in
            guard case .object(let members) = event else { return nil }
            return members.first { fields.contains($0.name) }?.name
        }
    }
}

@Suite struct Lives {
    @Test func `An order's life from bytes to bytes`() throws {
        var life = try Life()
        func at(_ seconds: Int) -> JSONValue { .string("2026-11-22T12:00:\(seconds < 10 ? "0" : "")\(seconds)Z") }
        func send(_ index: Int, _ id: JSONValue, _ second: Int, _ value: JSONValue? = nil) throws {
            let action = (name: wholeCommands[index].name, value: value ?? wholeCommands[index].value)
            try life.command(ContractTests.command(action, [("commandId", id), ("createdAt", at(second))]))
        }
        func answer(_ request: String, _ id: String, _ detail: (String, JSONValue), _ second: Int) throws {
            try life.result(
                ContractTests.result(
                    (name: detail.0, value: detail.1),
                    [
                        ("resultId", .string(id)), ("requestId", .string("d001/42/\(request)")), ("outcome", 1),
                        ("sideEffect", nil), ("failureCode", nil), ("failureMessage", nil), ("occurredAt", at(second)),
                    ]))
        }
        let total: JSONValue = ["minorUnits": "70000", "currency": "CNY"]
        try send(0, "c-1", 0)
        try send(0, "c-1", 1)
        try answer("lock", "x-1", ("locked", ["settlementTotal": total]), 2)
        try send(1, "c-2", 3)
        try answer("issue", "x-2", ("issued", wholeIssued), 4)
        try send(4, "c-3", 5, ["refundId": "r1", "tickets": [1], "reason": "ill"])
        try answer(
            "refund/r1", "x-3",
            ("refunded", ["refundId": "r1", "tickets": [1], "amount": ["minorUnits": "35000", "currency": "CNY"]]), 6)
        try send(5, "c-4", 7, ["refundId": "r1", "succeeded": true, "refundedAt": "2026-11-22T12:00:07Z"])

        let names = life.names()
        let events = life.events
        let requests = life.requests
        let entries = life.entries
        #expect(
            names == [
                "placed", "commandRepeated", "locked", "issueStarted", "issued", "refundRequested", "supplierRefunded",
                "distributorRefunded",
            ])
        #expect(events.map { $0["sequence"] } == (1...8).map { .string("\($0)") })
        #expect(requests.map { $0["requestId"] } == ["d001/42/lock", "d001/42/issue", "d001/42/refund/r1"])
        #expect(
            entries.map { $0["entryId"] } == [
                "d001/42/receivable/sale", "d001/42/settlement/sale", "d001/42/settlement/refund/r1",
                "d001/42/receivable/refund/r1",
            ])
        // What was only passed on comes out as it went in: from the command at once, and from the state later.
        let lock = try #require(requests.first?["lock"])
        #expect(lock["tickets"] == wholePlaceOrder["tickets"])
        #expect(lock["buyer"] == wholePlaceOrder["buyer"])
        let issue = try #require(requests[1]["issue"])
        #expect(issue["delivery"] == wholePlaceOrder["delivery"])
        #expect(issue["invoice"] == wholePlaceOrder["invoice"])
        #expect(requests[1]["supplierOrderId"] == "SO 1/二")
        #expect(entries[0]["supplierOrderId"] == "SO 1/二")
    }
}

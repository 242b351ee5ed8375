import Foundation
import Kafka
import Protobuf
import Records
import Schemas
import Testing

/// One input that is wrong in one way, and what it must get.
private struct Case {
    enum Answer: Equatable {
        /// A CommandRejected with this code.
        case rejected(String)
        /// A dead letter with this code.
        case deadLetter(String)
        /// An event of this kind.
        case event(String)
    }

    var name: String
    var topic = Topic.orderCommands
    var sent: Sent
    var answer: Answer
}

extension RealBroker {
    @Suite(.serialized)
    struct BadInput {
        /// Row 60 of the table of races, each kind of it.
        @Test(
            "each kind of bad input gets its answer: a rejection, or a dead letter byte for byte; the adapter goes on")
        func answers() async throws {
            try await withInstallation { installation in
                try installation.prepare()
                let adapter = try installation.startAdapter()
                let cases = try commands() + signatures() + others()
                var next: [Topic: [Int64]] = [:]
                var places: [(partition: Int32, offset: Int64)] = []
                for item in cases {
                    let home = item.sent.partition ?? partition(of: item.sent.key ?? [], installation)
                    let offset = next[item.topic, default: [0, 0, 0, 0]][Int(home)]
                    places.append((home, offset))
                    next[item.topic, default: [0, 0, 0, 0]][Int(home)] += 1
                    try installation.publish(item.topic, item.sent)
                }
                // After all of them, on every partition, a good one.
                for number in 0..<installation.partitionCount {
                    let order = try #require(
                        (0..<1000).lazy.map { "good-\($0)" }.first {
                            partition(of: Array("d1/\($0)".utf8), installation) == Int32(number)
                        })
                    try installation.publish(.orderCommands, TestCommand.place(order).signed())
                    try installation.awaitEvent("placed", of: order)
                }

                let events = try installation.read(.orderEvents).map { $0.json(Proto.OrderEvent.descriptor) }
                let deadLetters = try installation.read(.deadLetters)
                for (item, place) in zip(cases, places) {
                    let cause = item.topic == .orderCommands ? "command" : "result"
                    let answers =
                        events.filter { isCause($0.at("cause.\(cause)"), place.partition, place.offset) }.map(
                            answer(of:))
                        + deadLetters.filter { isOrigin($0, item.topic, place) }.map {
                            .deadLetter($0.header("turnstile-error-code") ?? "")
                        }
                    #expect(answers == [item.answer], "\(item.name)")
                    if let letter = deadLetters.first(where: { isOrigin($0, item.topic, place) }) {
                        expectSameBytes(letter, item)
                    }
                }
                #expect(adapter.exitCode == nil)
                #expect(try installation.http(adapter, "/readyz").status == 200)
                _ = try installation.expectInvariants()
            }
        }

        /// Row 58.
        @Test("a record on the wrong partition is readmitted once, on the right one, and answered there")
        func misrouted() async throws {
            try await withInstallation { installation in
                try installation.prepare()
                let adapter = try installation.startAdapter()
                var sent = try TestCommand.place("lost").signed()
                let home = partition(of: sent.key ?? [], installation)
                let wrong = (home + 1) % Int32(installation.partitionCount)
                sent.partition = wrong
                try installation.publish(.orderCommands, sent)
                let event = try installation.awaitRecord(.orderEvents, "the answer") {
                    $0.text("distributorOrderId", Proto.OrderEvent.descriptor) == "lost"
                }
                #expect(event.json(Proto.OrderEvent.descriptor)["placed"] != nil)
                #expect(event.partition == home)
                let readmissions = try installation.read(.operatorActions)
                try #require(readmissions.count == 1)
                #expect(readmissions[0].partition == home && readmissions[0].key == sent.key)
                let readmit = readmissions[0].json(Proto.OperatorAction.descriptor)["readmit"]
                #expect(readmit?["topic"]?.text == "order-commands")
                #expect(Int32(readmit?["partition"]?.text ?? "0") == wrong)
                #expect(readmit?["value"]?.text == Data(sent.value ?? []).base64EncodedString())
                #expect(readmit?["headers"]?.elements.count == 2)

                // A readmission that is on the wrong partition itself goes no further.
                let again = Sent(
                    key: sent.key, value: readmissions[0].value, partition: wrong)
                try installation.publish(.operatorActions, again)
                let letter = try installation.awaitRecord(.deadLetters, "the dead letter") { _ in true }
                #expect(letter.header("turnstile-error-code") == "MISROUTED")
                #expect(adapter.exitCode == nil)
                #expect(try installation.read(.orderEvents).count == 1)
            }
        }

        private func partition(of key: [UInt8], _ installation: Installation) -> Int32 {
            key.withUnsafeBytes { Murmur2.partition(of: $0, count: Int32(installation.partitionCount)) }
        }

        private func isOrigin(_ letter: Received, _ topic: Topic, _ place: (partition: Int32, offset: Int64)) -> Bool {
            letter.header("turnstile-origin-topic") == topic.name
                && letter.header("turnstile-origin-partition") == "\(place.partition)"
                && letter.header("turnstile-origin-offset") == "\(place.offset)"
        }

        private func answer(of event: JSONValue) -> Case.Answer {
            if let code = event.at("commandRejected.code")?.text {
                return .rejected(String(code.dropFirst("REJECTION_CODE_".count)))
            }
            return .event(event["placed"] != nil ? "placed" : "\(event)")
        }

        /// Key, value and headers as they came; what Turnstile says of them comes after.
        private func expectSameBytes(_ letter: Received, _ item: Case) {
            #expect(letter.key == item.sent.key, "\(item.name)")
            #expect(letter.value == item.sent.value, "\(item.name)")
            let own = letter.headers.prefix(item.sent.headers.count)
            #expect(own.map(\.name) == item.sent.headers.map(\.name), "\(item.name)")
            #expect(own.map(\.value) == item.sent.headers.map(\.value), "\(item.name)")
            #expect(letter.header("turnstile-error-message")?.isEmpty == false, "\(item.name)")
            #expect(letter.header("kafka_dlt-original-offset") == letter.header("turnstile-origin-offset"))
        }
    }
}

// MARK: The table

private func commands() throws -> [Case] {
    func command(_ name: String, _ answer: Case.Answer, _ command: TestCommand) throws -> Case {
        Case(name: name, sent: try command.signed(), answer: answer)
    }
    func bytes(_ name: String, _ code: String, _ key: String?, _ value: [UInt8]?) -> Case {
        var sent = signing(key.map { Array($0.utf8) }, value)
        if key == nil { sent.partition = 0 }
        return Case(name: name, sent: sent, answer: .deadLetter(code))
    }
    let invalid = Case.Answer.rejected("INVALID_COMMAND")
    let long = String(repeating: "x", count: 1025)
    let cut = try TestCommand.place("cut").bytes()
    return [
        bytes("no key", "UNREADABLE", nil, try TestCommand.place("no-key").bytes()),
        bytes("no value", "UNREADABLE", "d1/no-value", nil),
        bytes("empty value", "UNREADABLE", "d1/empty", []),
        bytes("broken bytes", "UNREADABLE", "d1/broken", [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
        bytes("truncated", "UNREADABLE", "d1/cut", Array(cut.dropLast(5))),
        try command("no action", invalid, TestCommand(order: "no-action", id: "c", action: "")),
        Case(
            name: "unknown action",
            // Field 99, of a later contract.
            sent: signing(
                Array("d1/later".utf8),
                try TestCommand(order: "later", id: "c", action: "").bytes() + [0x9A, 0x06, 0x00]),
            answer: invalid),
        try command("over-long field", invalid, .place("long", more: #", "invoice": {"title": "\#(long)"}"#)),
        try command(
            "over-long command id", .deadLetter("UNREADABLE"),
            TestCommand(order: "long-id", id: String(repeating: "c", count: 65), action: #""issueTickets": {}"#)),
        try command("foreign currency", invalid, .place("usd", of: "t-usd", total: 9000, currency: "USD")),
        try command(
            "mixed currency", invalid,
            .place("mixed", ticketList: #"{"ticketClassId": "t1"}, {"ticketClassId": "t-usd"}"#)),
        try command("total in another currency", invalid, .place("total-usd", currency: "USD")),
        try command("no currency", invalid, .place("no-currency", currency: "euro")),
        try command("more tickets than the account may", invalid, .place("eleven", tickets: 11)),
        try command("more tickets than an order can have", invalid, .place("hundred-and-one", tickets: 101)),
        try command("no holder document", invalid, .place("nameless", of: "t-named", show: "p1-named", total: 9000)),
        try command("delivery not offered", invalid, .place("on-site", delivery: "DELIVERY_METHOD_ON_SITE")),
        try command("overflow", invalid, .place("overflow", tickets: 2, of: "t-huge", total: .max)),
        try command("negative total", .rejected("PRICE_CHANGED"), .place("negative", total: -1)),
        try command(
            "unknown account", .deadLetter("UNKNOWN_ACCOUNT"),
            {
                var command = TestCommand.place("o")
                command.distributor = "nobody"
                return command
            }()),
        try command(
            "key of another order", .deadLetter("KEY_MISMATCH"),
            {
                var command = TestCommand.place("mismatch")
                command.keyOrder = "other"
                return command
            }()),
    ]
}

private func signatures() throws -> [Case] {
    let refused = Case.Answer.rejected("SIGNATURE_INVALID")
    func changed(_ name: String, _ order: String, _ change: (inout Sent) -> Void) throws -> Case {
        var sent = try TestCommand.place(order).signed()
        change(&sent)
        return Case(name: name, sent: sent, answer: refused)
    }
    func late(_ seconds: Double, _ order: String) throws -> Case {
        var command = TestCommand.place(order)
        command.createdInSeconds = seconds
        return Case(
            name: "created \(seconds) s from now", sent: try command.signed(), answer: .rejected("OUTSIDE_TIME_WINDOW"))
    }
    func json(_ name: String, _ order: String, _ answer: Case.Answer, _ change: (String) -> String) -> Case {
        let text = change(TestCommand.place(order).json)
        return Case(
            name: name,
            sent: signing(Array("d1/\(order)".utf8), Array(text.utf8), contentType: "application/json"), answer: answer)
    }
    let command = try TestCommand.place("other-secret").bytes()
    return [
        Case(
            name: "signed with another secret",
            sent: signing(Array("d1/other-secret".utf8), command, secret: "another"), answer: refused),
        try changed("no signature header", "no-signature") {
            $0.headers.removeAll { $0.name == "turnstile-signature" }
        },
        try changed("no key id header", "no-key-id") { $0.headers.removeAll { $0.name == "turnstile-key-id" } },
        try changed("doubled signature header", "doubled") { $0.headers.append($0.headers[1]) },
        try changed("empty signature header", "empty-signature") { $0.headers[1].value = [] },
        try changed("null signature header", "null-signature") { $0.headers[1].value = nil },
        try changed("changed value", "changed") { $0.value?.append(contentsOf: [0x9A, 0x06, 0x00]) },
        try late(-400, "too-late"), try late(400, "too-early"),
        json("JSON", "json", .event("placed")) { $0 },
        json("JSON with an unknown field, and readable ids", "json-unknown", .rejected("INVALID_COMMAND")) {
            $0.replacing(#""commandId""#, with: #""no_such_field": 1, "commandId""#, maxReplacements: 1)
        },
        json("JSON with an id that is none", "json-id", .deadLetter("UNREADABLE")) {
            $0.replacing(#""commandId": "place""#, with: #""commandId": "a/b""#)
        },
        json("JSON with garbage behind it", "json-garbage", .deadLetter("UNREADABLE")) { $0 + "}" },
    ]
}

private func others() throws -> [Case] {
    func dead(_ name: String, _ topic: Topic, _ code: String, _ sent: Sent) -> Case {
        Case(name: name, topic: topic, sent: sent, answer: .deadLetter(code))
    }
    let locked = #""outcome": "OUTCOME_SUCCEEDED", "locked": {}"#
    let unsigned = try result("r-unsigned", "r", to: "lock", locked, supplier: "s-signing")
    let signedResult = try result("r-signed", "r", to: "lock", locked, supplier: "s-signing")
    let order = try TestCommand.place("no-action-topic").signed()
    return [
        dead(
            "result of an unknown order", .supplierResults, "UNKNOWN_ORDER",
            try result("r-none", "r", to: "lock", locked)),
        dead(
            "result of an unknown supplier", .supplierResults, "UNKNOWN_SUPPLIER",
            try result("r-who", "r", to: "lock", locked, supplier: "s-none")),
        dead("unsigned result of a supplier with keys", .supplierResults, "SIGNATURE_INVALID", unsigned),
        dead(
            "signed result of an unknown order", .supplierResults, "UNKNOWN_ORDER",
            signing(
                signedResult.key, signedResult.value, account: "s-signing", keyID: "s-key",
                secret: TestCatalog.supplierSecret, topic: "supplier-results")),
        dead("broken result", .supplierResults, "UNREADABLE", Sent(key: Array("d1/r".utf8), value: [0x0A, 0x7F])),
        dead("result without a value", .supplierResults, "UNREADABLE", Sent(key: Array("d1/r".utf8), value: nil)),
        dead("a command among the actions", .operatorActions, "UNREADABLE", order),
        dead("broken action", .operatorActions, "UNREADABLE", Sent(key: Array("d1/r".utf8), value: [0x08])),
    ]
}

import Faults
import Foundation
import Kafka
import Protobuf
import Records
import Schemas
import Testing

extension RealBroker {
    @Suite(.serialized)
    struct HappyPath {
        @Test("an order is placed, locked, issued, refunded in part and reported; kcat and protoc read what came out")
        func wholeLife() async throws {
            try await withInstallation { installation in
                try installation.prepare()
                let adapter = try installation.startAdapter()
                try carry("o1", through: installation)
                try expectOutputs(of: "o1", installation)
                try expectOneTransactionAStep("o1", installation)
                adapter.signal(SIGTERM)
                #expect(try adapter.wait(seconds: 10) == 0)
            }
        }

        private func carry(_ order: String, through installation: Installation) throws {
            try installation.publish(
                .orderCommands,
                TestCommand.place(
                    order, tickets: 2, delivery: "DELIVERY_METHOD_COURIER", total: Int64(TestCatalog.courierTotalForTwo)
                ).signed())
            try installation.awaitEvent("placed", of: order)
            try installation.publish(
                .supplierResults,
                result(
                    order, "lock.1", to: "lock",
                    #""outcome": "OUTCOME_SUCCEEDED", "locked": {"seats": [{"sequence": 1, "seatId": "B-2"}]}"#))
            try installation.awaitEvent("locked", of: order)
            try installation.publish(
                .orderCommands, TestCommand(order: order, id: "issue", action: #""issueTickets": {}"#).signed())
            try installation.awaitEvent("issueStarted", of: order)
            try installation.publish(
                .supplierResults,
                result(
                    order, "issue.1", to: "issue",
                    #""outcome": "OUTCOME_SUCCEEDED", "issued": {"tickets": [{"code": "C-0"}, {"sequence": 1, "code": "C-1"}]}"#
                ))
            try installation.awaitEvent("issued", of: order)
            try installation.publish(
                .orderCommands,
                TestCommand(
                    order: order, id: "refund", action: #""requestRefund": {"refundId": "r1", "tickets": [0]}"#
                ).signed())
            try installation.awaitEvent("refundRequested", of: order)
            try installation.publish(
                .supplierResults,
                result(
                    order, "refund.1", to: "refund/r1",
                    #""outcome": "OUTCOME_SUCCEEDED", "refunded": {"refundId": "r1", "tickets": [0]}"#))
            try installation.awaitEvent("supplierRefunded", of: order)
            try installation.publish(
                .orderCommands,
                TestCommand(
                    order: order, id: "report",
                    action: #""reportRefund": {"refundId": "r1", "succeeded": true, "refundedAt": "\#(timestamp(0))"}"#
                ).signed())
            try installation.awaitEvent("distributorRefunded", of: order)
        }

        private func expectOutputs(of order: String, _ installation: Installation) throws {
            let key = "\(TestCatalog.distributor)/\(order)"
            let events = try installation.kcat(.orderEvents, Proto.OrderEvent.descriptor, key)
            let kinds = [
                ("placed", "LOCKING"), ("locked", "LOCKED"), ("issueStarted", "FIXING"), ("issued", "FIXED"),
                ("refundRequested", "FIXED"), ("supplierRefunded", "REFUNDING"), ("distributorRefunded", "FIXED"),
            ]
            try #require(events.count == kinds.count)
            for (index, (kind, status)) in kinds.enumerated() {
                let event = events[index].json
                #expect(event[kind] != nil, "event \(index + 1) is \(event)")
                #expect(event["eventId"]?.text == "\(key)#\(index + 1)")
                #expect(event["sequence"]?.text == "\(index + 1)")
                #expect(event["status"]?.text == "ORDER_STATUS_\(status)")
            }
            #expect(events[0].json.at("placed.total.minorUnits")?.text == "\(TestCatalog.courierTotalForTwo)")
            #expect(events[3].json.at("issued.tickets")?[1]?["code"]?.text == "C-1")
            #expect(events[5].json.at("supplierRefunded.distributorAmount.minorUnits")?.text == "9180")

            let requests = try installation.kcat(.supplierRequests, Proto.SupplierRequest.descriptor, key)
            #expect(
                requests.map { $0.json["requestId"]?.text } == ["\(key)/lock", "\(key)/issue", "\(key)/refund/r1"])
            #expect(requests.allSatisfy { $0.json["supplierId"]?.text == "s1" })

            let receivable = try installation.kcat(.receivableEntries, Proto.LedgerEntry.descriptor, key)
            #expect(
                receivable.map(\.entry) == [
                    "\(key)/receivable/sale 18850 EUR", "\(key)/receivable/refund/r1 -9180 EUR",
                ])
            let settlement = try installation.kcat(.settlementEntries, Proto.LedgerEntry.descriptor, key)
            #expect(
                settlement.map(\.entry) == [
                    "\(key)/settlement/sale 16000 EUR", "\(key)/settlement/refund/r1 -8000 EUR",
                ])
            #expect(try installation.kcat(.deadLetters, Proto.OrderCommand.descriptor, nil).isEmpty)

            // protoc shares no line with us.
            let text = try [
                installation.protoc("OrderEvent", "order_event", events[3].value),
                installation.protoc("SupplierRequest", "supplier", requests[0].value),
                installation.protoc("LedgerEntry", "ledger", receivable[0].value),
                installation.protoc("LedgerEntry", "ledger", settlement[1].value),
            ]
            #expect(text[0].contains(#"event_id: "\#(key)#4""#) && text[0].contains(#"code: "C-1""#))
            #expect(text[1].contains(#"request_id: "\#(key)/lock""#) && text[1].contains(#"name: "A. Buyer""#))
            #expect(text[2].contains("minor_units: 18850") && text[2].contains("time_base: TIME_BASE_ORDER_LOCKED"))
            #expect(text[3].contains("minor_units: -8000") && text[3].contains(#"refund_id: "r1""#))
        }

        /// A transaction leaves one marker behind the records of each partition that it wrote to: what stands there
        /// beyond the records counts the transactions. Each step's outputs were one, and the offset committed with the
        /// last one carries the number that the last one wrote.
        private func expectOneTransactionAStep(_ order: String, _ installation: Installation) throws {
            let key = Array("\(TestCatalog.distributor)/\(order)".utf8)
            let home = key.withUnsafeBytes {
                Murmur2.partition(of: $0, count: Int32(installation.partitionCount))
            }
            let admin = try Admin(installation.settings, log: { _ in })
            func transactions(_ topic: Topic) throws -> Int {
                let end = try admin.highWatermarks([(installation.settings.name(of: topic), home)])[0] ?? -1
                return Int(end) - (try installation.read(topic).filter { $0.partition == home }.count)
            }
            #expect(try transactions(.orderEvents) == 7)
            #expect(try transactions(.supplierRequests) == 3)
            #expect(try transactions(.receivableEntries) == 2)
            #expect(try transactions(.settlementEntries) == 2)

            let committed = try admin.committedOffsets(
                group: installation.groupID, [(installation.settings.name(of: .orderCommands), home)])[0]
            let states = try installation.read(.orderState).filter { $0.partition == home }
            let last = try #require(states.last { $0.key == Array("/".utf8) })
            let number = try #require(last.text("number", InternalProto.PartitionState.descriptor))
            #expect(states.last?.key == last.key, "what is written last is the partition's own state")
            #expect(committed?.offset == 4)
            #expect(committed?.number == UInt64(number))
            #expect(last.text("orderCommandsNext", InternalProto.PartitionState.descriptor) == "4")
            #expect(try transactions(.orderState) == Int(number))
        }
    }
}

/// A record as kcat gave it.
private struct KcatRecord {
    var value: [UInt8]
    var json: JSONValue

    /// An entry's id and amount.
    var entry: String {
        let amount = json["amount"]
        return "\(json["entryId"]?.text ?? "") \(amount?["minorUnits"]?.text ?? "") \(amount?["currency"]?.text ?? "")"
    }
}

extension Installation {
    /// What a client that is not ours reads of the topic, committed records only.
    /// - Parameter key: nil takes every record.
    fileprivate func kcat(_ topic: Topic, _ message: MessageDescriptor, _ key: String?) throws -> [KcatRecord] {
        let bytes = try output(
            "kcat",
            [
                "-b", settings.bootstrapServers, "-C", "-t", settings.name(of: topic), "-e", "-q", "-X",
                "isolation.level=read_committed", "-f", "%K %S %k%s",
            ])
        var records: [KcatRecord] = []
        var rest = bytes[...]
        func number() -> Int {
            let digits = rest.prefix { $0 != UInt8(ascii: " ") }
            rest = rest.dropFirst(digits.count + 1)
            return max(Int(String(decoding: digits, as: UTF8.self)) ?? 0, 0)
        }
        while !rest.isEmpty {
            let (keyCount, valueCount) = (number(), number())
            let recordKey = String(decoding: rest.prefix(keyCount), as: UTF8.self)
            let value = Array(rest.dropFirst(keyCount).prefix(valueCount))
            rest = rest.dropFirst(keyCount + valueCount)
            guard key == nil || recordKey == key else { continue }
            records.append(KcatRecord(value: value, json: try message.json(value.span.bytes)))
        }
        return records
    }

    /// The text form that protoc makes of a message.
    fileprivate func protoc(_ message: String, _ file: String, _ value: [UInt8]) throws -> String {
        let path = "\(directory)/value"
        try Data(value).write(to: URL(fileURLWithPath: path))
        let schemas = packageDirectory + "/schemas"
        let script = #"protoc --decode="turnstile.v1.$1" -I "$2" "turnstile/v1/$3.proto" <"$4""#
        return String(
            decoding: try output("sh", ["-c", script, "sh", message, schemas, file, path]), as: UTF8.self)
    }

    private func output(_ program: String, _ arguments: [String]) throws -> [UInt8] {
        let path = "\(directory)/output"
        let process = try ChildProcess(program, arguments, logPath: "\(directory)/\(program).log", outputPath: path)
        defer { process.killNow() }
        let code = try process.wait(seconds: 30)
        #expect(code == 0, "\(program): \(process.log)")
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}

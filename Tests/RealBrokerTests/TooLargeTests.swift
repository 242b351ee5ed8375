import Foundation
import Kafka
import Protobuf
import Records
import Schemas
import Testing

extension RealBroker {
    /// What the topics take is lowered while the adapter runs: its start looks at it.
    @Suite(.serialized)
    struct TooLarge {
        @Test(
            "outputs larger than their topic takes: that input is a dead letter, its order as it was, all others answered",
            arguments: [Topic.supplierRequests, .orderState])
        func inputs(topic: Topic) async throws {
            try await withInstallation(partitions: 1) { installation in
                try installation.prepare()
                let adapter = try installation.startAdapter()
                try installation.awaitReady(adapter)
                try installation.lower(topic, to: 4_000)
                // Together, so that they share transactions and batches.
                var publisher = try Publisher(installation.settings, log: { _ in })
                var large = 0
                for number in 0..<60 {
                    let isLarge = number == 20 || number == 41
                    if isLarge { large += 1 }
                    try installation.publish(
                        .orderCommands, isLarge ? largePlacing("o\(number)") : TestCommand.place("o\(number)").signed(),
                        by: &publisher)
                }
                try publisher.flush(timeoutMs: 10_000)
                try installation.awaitEvent("placed", of: "o59")

                let letters = try installation.read(.deadLetters)
                #expect(
                    letters.map { String(decoding: $0.key ?? [], as: UTF8.self) }.sorted() == ["d1/o20", "d1/o41"],
                    "\(letters.map { $0.header("turnstile-error-message") ?? "" })")
                #expect(letters.allSatisfy { $0.header("turnstile-error-code") == "OUTPUT_TOO_LARGE" })
                #expect(letters.allSatisfy { ($0.value?.count ?? 0) > 4_000 }, "byte for byte")
                let states = try installation.foldedChangelog()
                #expect(states["d1/o20"] == nil && states["d1/o41"] == nil && states["d1/o21"] != nil)
                #expect(metric(try installation.http(adapter, "/metrics").body, "turnstile_partitions_running") == 1)
                let counts = try installation.expectInvariants()
                #expect(counts.commands == 60 && counts.events >= 58)
            }
        }

        @Test("a dead letter that its topic does not take goes without its value, with its size and SHA-256")
        func deadLetter() async throws {
            try await withInstallation(partitions: 1) { installation in
                try installation.prepare()
                let adapter = try installation.startAdapter()
                try installation.awaitReady(adapter)
                try installation.lower(.deadLetters, to: 2_000)
                let value = randomText(30_000)
                try installation.publish(
                    .orderCommands,
                    Sent(key: Array("d1/o1".utf8), value: Array(value.utf8), headers: [("mine", [1, 2, 3])]))
                let letter = try installation.awaitRecord(.deadLetters, "the dead letter") { _ in true }
                #expect(letter.value == nil && letter.key == Array("d1/o1".utf8))
                #expect(letter.header("turnstile-value-bytes") == "30000" && letter.header("mine") != nil)
                #expect(letter.header("turnstile-value-sha256")?.count == 64)
                #expect(letter.header("turnstile-origin-offset") == "0")
                try installation.publish(.orderCommands, TestCommand.place("o2").signed())
                try installation.awaitEvent("placed", of: "o2")
            }
        }

        @Test("a timer with outputs larger than their topic takes: the order says Escalated, once, and nothing stops")
        func timer() async throws {
            try await withInstallation(partitions: 1) { installation in
                try installation.prepare()
                try installation.applyCatalog(
                    TestCatalog.yaml.replacingOccurrences(of: "lock_timeout_ms: 60000", with: "lock_timeout_ms: 3000"))
                let adapter = try installation.startAdapter()
                try installation.publish(.orderCommands, TestCommand.place("o1").signed())
                try installation.awaitEvent("placed", of: "o1")
                try installation.lower(.supplierRequests, to: 100)
                let event = try installation.awaitEvent("escalated", of: "o1")
                #expect(event["status"]?.text == "ORDER_STATUS_LOCKING", "\(event)")
                let kinds = try installation.read(.orderEvents).map { $0.json(Proto.OrderEvent.descriptor) }
                #expect(kinds.count == 2, "\(kinds)")
                #expect(metric(try installation.http(adapter, "/metrics").body, "turnstile_partitions_running") == 1)
            }
        }

        @Test("what every transaction writes does not fit: the partition stops and says so; mended, nothing is lost")
        func ownRecords() async throws {
            try await withInstallation(partitions: 1) { installation in
                try installation.prepare()
                var adapter = try installation.startAdapter()
                try installation.awaitReady(adapter)
                try installation.lower(.orderState, to: 80)
                try installation.publish(.orderCommands, TestCommand.place("o1").signed())
                let line = try installation.awaitLog("a partition has stopped", adapter)
                #expect(line.contains("takes no record as large as what each transaction writes"), "\(line)")
                let end = try installation.endOfEvents()
                usleep(2_000_000)
                #expect(try installation.endOfEvents() == end, "it is tried again and again")
                try installation.awaitUnready("takes no record", adapter)
                try installation.end(adapter)

                try installation.turnstile("topics", "apply", "--execute")
                adapter = try installation.startAdapter()
                try installation.awaitEvent("placed", of: "o1")
                #expect(try installation.read(.deadLetters).isEmpty)
                let counts = try installation.expectInvariants()
                #expect(counts.commands == 1)
            }
        }

        /// A placing that is read and allowed, with much that is passed on and cannot be compressed.
        private func largePlacing(_ order: String) throws -> Sent {
            func texts(_ names: [String]) -> String {
                names.map { "\"\($0)\": \"\(randomText(1_000))\"" }.joined(separator: ", ")
            }
            let invoice = ", \"invoice\": {\(texts(["kind", "title", "taxId"]))}"
            var command = TestCommand.place(order, more: invoice)
            command.action = command.action.replacingOccurrences(
                of: #""name": "A. Buyer""#, with: texts(["name", "phone", "email", "document"]))
            return try command.signed()
        }
    }
}

/// Text that no compression makes much smaller.
private func randomText(_ count: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-")
    return String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count)] })
}

extension Installation {
    /// Lowers what a topic takes, and waits until its broker goes by it.
    fileprivate func lower(_ topic: Topic, to bytes: Int) throws {
        let admin = try Admin(settings, log: { _ in })
        try admin.setConfigs(topic: settings.name(of: topic), [("max.message.bytes", "\(bytes)")])
        usleep(500_000)
    }
}

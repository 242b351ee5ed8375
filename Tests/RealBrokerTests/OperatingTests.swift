import Foundation
import Protobuf
import Records
import Schemas
import Testing

extension RealBroker {
    /// What an operator does by the command line, beside a running adapter.
    @Suite(.serialized)
    struct Operating {
        /// An account that the catalog does not have at first.
        private static let late = "late"

        private static var catalogWithLate: String {
            TestCatalog.yaml
                .replacing(
                    "accounts:\n",
                    with: """
                        accounts:
                          - { account_id: late, max_tickets_per_order: 10,
                              keys: [{ key_id: late-key, algorithm: HMAC_SHA256, secret_name: d1-key }] }

                        """
                )
                .replacing(
                    "contracts:\n",
                    with: """
                        contracts:
                          - { contract_id: c-late, version: 1, distributor_id: late, period: MONTH,
                              time_zone: Europe/Berlin, grace_minutes: 60, currency: EUR,
                              commission_basis_points: 1000, valid_from: 2020-01-01T00:00:00Z,
                              refund_report_minutes: 60 }

                        """
                )
                .replacing(
                    "grants:\n",
                    with: """
                        grants:
                          - { grant_id: g-late, account_id: late, group: g, permissions: [READ, ORDER, REFUND] }

                        """)
        }

        @Test(
            "a dead letter is listed, shown and redriven once its cause is mended; doing it again has no effect twice")
        func deadLetters() async throws {
            try await withInstallation { installation in
                try installation.prepare()
                let adapter = try installation.startAdapter()
                var command = TestCommand.place("o-late")
                command.distributor = Self.late
                try installation.publish(
                    .orderCommands, signing(command.key, try command.bytes(), account: Self.late, keyID: "late-key"))
                let letter = try installation.awaitRecord(.deadLetters, "a dead letter") { _ in true }
                let id = "\(letter.partition):\(letter.offset)"

                #expect(try installation.turnstile("dlq", "list", "-o", "jsonl").log.contains("UNKNOWN_ACCOUNT"))
                #expect(try installation.turnstile("dlq", "show", id).log.contains("placeOrder"))
                try installation.turnstile("dlq", "show", "0:999999", expecting: 3)
                try installation.turnstile("dlq", "redrive", id, expecting: 2)

                try installation.applyCatalog(Self.catalogWithLate)
                try installation.awaitLog("the directory has changed", adapter)
                try installation.turnstile("dlq", "redrive", id, "--reason", "a test")
                #expect(try installation.read(.operatorActions).isEmpty)
                try installation.turnstile("dlq", "redrive", id, "--reason", "a test", "--execute")
                try installation.awaitEvent("placed", of: "o-late")

                let again = try installation.turnstile(
                    "dlq", "redrive", "--code", "UNKNOWN_ACCOUNT", "--reason", "a test", "--execute")
                #expect(again.log.contains("skip: redriven"))
                #expect(try installation.read(.operatorActions).count == 1)
                try installation.turnstile("dlq", "redrive", id, "--reason", "a test", "--again", "--execute")
                try installation.awaitEvent("commandRepeated", of: "o-late")
                let placed = try installation.read(.orderEvents).filter {
                    $0.json(Proto.OrderEvent.descriptor)["placed"] != nil
                }
                #expect(placed.count == 1)
                try installation.turnstile("check", "--running")
            }
        }

        @Test("status tells where partitions stand, with an adapter and without one; a store is set aside only without")
        func statusAndStores() async throws {
            try await withInstallation { installation in
                try installation.prepare()
                let adapter = try installation.startAdapter()
                try installation.publish(.orderCommands, TestCommand.place("o1").signed())
                try installation.awaitEvent("placed", of: "o1")
                try installation.turnstile("order", "timers", "d1/o1")
                try installation.turnstile("order", "timers", "d1/nobody", expecting: 3)

                let running = try installation.turnstile("status", "-o", "jsonl").log
                #expect(running.contains("\"owner\":\"a-0\""))
                #expect(running.contains("\"orders\":1"))
                // The page is a fifth of a second behind.
                var page = try installation.http(adapter, "/status")
                for _ in 0..<20 where !page.body.contains("\"LOCKING\": 1") {
                    usleep(100_000)
                    page = try installation.http(adapter, "/status")
                }
                #expect(page.status == 200 && page.body.contains("\"LOCKING\": 1"), "\(page.body)")

                let data = installation.dataDirectory("a")
                try installation.turnstile("store", "verify", "--data-dir", data)
                try installation.turnstile("store", "inspect", "--data-dir", data)
                try installation.turnstile("store", "rebuild", "--data-dir", data, "--execute", expecting: 75)
                try installation.end(adapter)

                let stopped = try installation.turnstile("status", "-o", "jsonl").log
                #expect(stopped.contains("\"orders\":1"))
                try installation.turnstile("store", "verify", "--data-dir", data)
                try installation.turnstile("store", "inspect", "--data-dir", data, "--key", "d1/o1")
                try installation.turnstile("store", "rebuild", "--data-dir", data, "--execute")
                try installation.turnstile("store", "verify", "--data-dir", data, expecting: 3)

                let next = try installation.startAdapter()
                try installation.awaitReady(next)
                let metrics = try installation.http(next, "/metrics").body
                #expect(metrics.contains("turnstile_orders{status=\"LOCKING\"} 1.0"))
            }
        }
    }
}

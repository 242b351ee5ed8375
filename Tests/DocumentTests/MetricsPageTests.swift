import Contract
import Foundation
import Operations
import Orders
import Records
import Testing

@testable import Engine
@testable import Kafka
@testable import Service

extension Order {
    fileprivate static let fixing = Order(
        status: .fixing, delivery: .new, sequence: 3,
        placing: Placing(
            digest: ContentDigest(high: 0, low: 0), supplierID: "s1", projectID: "p1", showID: "sh1", placedAtMs: 0,
            showStartsAtMs: 0, deliveryMethod: nil, holdAskedUntilMs: 0, lockSentAtMs: 0),
        tickets: [],
        terms: Terms(
            sellCurrency: Currency("EUR")!, settlementCurrency: Currency("EUR")!, postage: 0,
            distributorContractID: "c1", distributorContractVersion: 1, supplierContractID: "c2",
            supplierContractVersion: 1, mayRefund: true),
        supplierOrderID: .none, carried: .none, hold: nil, issuing: nil, release: nil, refunds: [], intents: [],
        books: Books(receivable: 0, settlement: 0), told: [], remembered: [], results: [], timers: Timers(),
        lastChangeMs: 0)
}

/// A page on which every family has a sample.
enum FullPage {
    static func text(_ format: MetricsText.Format) -> String {
        let metrics = EngineMetrics()
        let order = Order.fixing
        metrics.decision(
            Decision(
                change: .changed(.order(order)),
                events: [
                    Event(
                        sequence: 1, occurredAtMs: 0, status: .locking, statusBefore: nil, deliveryStatus: .new,
                        body: .escalated(.showStarted, words: .none, queries: 0))
                ], answeredAfterMs: 42))
        metrics.handOver()
        metrics.commit()
        metrics.inputToCommit.observe(ms: 7)
        var census = Census()
        census.move(from: .nothing, to: Standing(.order(order)))
        let board = WorkerBoard()
        board.publish(
            [
                PartitionStatus(
                    partition: 3, phase: .running, reason: "", clockMs: 1, number: 2, reached: [1, 2, 3],
                    progressedAtMs: 1_795_349_700_123, census: census, nextTimerDueMs: nil, restore: nil,
                    openCircuits: ["s1"])
            ], assignments: 1)
        let seen = WorkerThread.Seen(metrics: metrics, board: board, counters: LogCounters())
        // Two workers: what has the same labels is one sample.
        let page = MetricsPage(
            [seen, seen], lag: [TopicPartition(.orderCommands, 3): 12], suppliers: ["s1", "s2"], storeBytes: 4096)
        return String(decoding: page.text(format), as: UTF8.self)
    }
}

@Suite("The page of metrics")
struct MetricsPageTests {
    /// Name and names of the labels of every sample.
    static func samples(_ text: String) -> [(name: String, labels: [String])] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            guard let open = line.firstIndex(of: "{"), let close = line.lastIndex(of: "}") else {
                return (String(line.prefix { $0 != " " }), [])
            }
            let pairs = line[line.index(after: open)..<close].components(separatedBy: "\",")
            return (String(line[..<open]), pairs.map { String($0.prefix { $0 != "=" }) })
        }
    }

    @Test("every family is there, with the labels that it says and no other", arguments: [true, false])
    func families(isOpen: Bool) {
        let samples = Self.samples(FullPage.text(isOpen ? .openMetrics : .prometheus))
        for family in MetricsPage.families {
            let own: [(name: String, labels: [String])]
            if case .histogram = family.kind {
                own = samples.filter { ["_bucket", "_sum", "_count"].map { family.name + $0 }.contains($0.name) }
            } else {
                own = samples.filter { $0.name == family.name }
            }
            #expect(!own.isEmpty, "\(family.name)")
            for sample in own {
                #expect(
                    sample.labels == family.labels + (sample.name.hasSuffix("_bucket") ? ["le"] : []), "\(sample.name)")
            }
        }
    }

    @Test("no sample is told twice, and none of an order's own")
    func once() {
        let lines = FullPage.text(.prometheus).split(separator: "\n").filter { !$0.hasPrefix("#") }
        let names = lines.map { $0.prefix(upTo: $0.lastIndex(of: " ") ?? $0.endIndex) }
        #expect(names.count > 200)
        #expect(Set(names).count == names.count)
        #expect(!names.contains { $0.contains("d001") || $0.contains("order_id") })
        #expect(lines.contains("turnstile_orders{status=\"FIXING\"} 2.0"))
        #expect(lines.contains("turnstile_consumer_lag_records{topic=\"order-commands\",partition=\"3\"} 12.0"))
        #expect(lines.contains("turnstile_supplier_circuit_open{supplier=\"s2\"} 0.0"))
        #expect(lines.contains("turnstile_supplier_response_seconds_bucket{supplier=\"s1\",le=\"0.05\"} 2"))
    }

    @Test("promtool finds nothing to say", .enabled(if: Promtool.path != nil, "there is no promtool"))
    func promtool() throws {
        let result = try Promtool.run(["check", "metrics"], input: FullPage.text(.prometheus))
        #expect(result.code == 0 && result.said.isEmpty, "\(result.said)")
    }
}

/// Prometheus' own tool, where it is installed (Debian's package prometheus); `PROMTOOL` names it elsewhere.
enum Promtool {
    static let path: String? = {
        let environment = ProcessInfo.processInfo.environment
        let named = environment["PROMTOOL"].map { [$0] } ?? []
        let places = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/promtool" }
        return (named + places).first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    static func run(_ arguments: [String], input: String = "") throws -> (code: Int32, said: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "promtool-\(UUID().uuidString)")
        try input.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: path ?? "")
        process.arguments = arguments
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}

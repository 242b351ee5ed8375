import Check
import Faults
import Foundation
import Records
import Testing

@testable import Kafka

extension RealBroker {
    /// What happens to the group or to a producer while a transaction is under way, which a proxy makes sure of.
    @Suite(.serialized, .needsLoopbackBroker)
    struct MidTransaction {
        @Test("instances join, die and come back in mid-transaction: no effect twice, none lost")
        func rebalances() async throws {
            try await withInstallation(partitions: 6) { installation in
                try installation.makeTopics()
                let proxy = try FaultProxy(to: installation.settings.bootstrapServers)
                defer { proxy.close() }
                let network = SlowWhileJoining()
                proxy.onRequest(network.judge)
                let load = try installation.startLoad(perSecond: 40, seed: 6)
                var adapters: [String: ChildProcess] = [:]
                for instance in ["a", "b", "c", "d"] {
                    let adapter = try installation.startAdapter(instance, settings: proxy.settings)
                    try installation.awaitInputs(adapter)
                    adapters[instance] = adapter
                }
                // One dies and comes back as the same member; another one is missed after its session.
                for instance in ["b", "c"] {
                    try network.awaitOpen(installation.transactionalID(instance))
                    adapters[instance]?.killNow()
                    if instance == "b" {
                        adapters[instance] = try installation.startAdapter(instance, settings: proxy.settings)
                    }
                }
                adapters["c"] = nil
                try installation.expectWholeTraffic(of: load)
                #expect(network.joinsInTransaction >= 4, "\(network.joinsInTransaction) joins met a transaction")
                for (instance, adapter) in adapters {
                    #expect(adapter.exitCode == nil, "\(instance) ended by itself: \(adapter.log.suffix(1000))")
                }
            }
        }

        @Test(
            "a zombie that stopped in mid-transaction wakes when its partitions and its inputs are another one's",
            .long, arguments: [API.addOffsetsToTxn, .txnOffsetCommit, .endTxn])
        func zombie(stoppedBefore step: API) async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let proxy = try FaultProxy(to: installation.settings.bootstrapServers)
                defer { proxy.close() }
                let load = try installation.startLoad(perSecond: 30, seed: 4)
                var first = try installation.startAdapter("a", settings: proxy.settings)
                let second = try installation.startAdapter("b")
                try installation.awaitInputs(first)
                try installation.awaitInputs(second)
                let id = installation.transactionalID("a")
                proxy.onRequest { $0.api == step && $0.transactionalID == id ? .hold : .pass }
                let last = try proxy.awaitHeld()
                first.signal(SIGSTOP)
                proxy.onRequest { _ in .pass }
                try installation.awaitPartitions(installation.partitionCount, second)
                let handled = try installation.inputs(second)
                try installation.awaitMetric("the other one's inputs", second) {
                    metric($0, "turnstile_inputs_total") > handled
                }
                // Its request arrives, and then it wakes and goes on where it stood.
                proxy.release()
                let answer = try proxy.awaitAnswer(to: last)
                if step == .endTxn { #expect(answer.errorCode != 0, "the broker took the zombie's commit") }
                first = try installation.wake(first, "a")
                try installation.expectWholeTraffic(of: load)
                #expect(first.exitCode == nil && second.exitCode == nil)
            }
        }

        @Test("two processes with one instance id: the older one ends with 75, the newer one works on undisturbed")
        func oneInstanceTwice() async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let load = try installation.startLoad(perSecond: 20, seed: 8)
                let older = try installation.startAdapter("a")
                try installation.awaitInputs(older)
                let newer = try installation.startAdapter(
                    "a", settings: ["TURNSTILE_DATA_DIR": installation.dataDirectory("elsewhere")])
                #expect(try older.wait(seconds: 30) == 75, "\(older.log.suffix(1000))")
                try installation.awaitInputs(newer)
                func recycles() throws -> Double {
                    metric(try installation.http(newer, "/metrics").body, "turnstile_producer_recycles_total")
                }
                let before = try recycles()
                try installation.expectWholeTraffic(of: load)
                #expect(try recycles() == before, "nobody fences the newer one any more")
                #expect(newer.exitCode == nil, "\(newer.log.suffix(1000))")
            }
        }

        @Test("a producer that is fenced again and again is replaced; the process goes on, and nothing is done twice")
        func fencedProducer() async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let load = try installation.startLoad(perSecond: 20, seed: 9)
                let adapter = try installation.startAdapter()
                try installation.awaitInputs(adapter)
                for _ in 0..<5 {
                    let other = try TransactionalProducer(
                        installation.settings, transactionalID: installation.transactionalID(), log: { _ in })
                    try other.initialise(timeoutMs: 10_000)
                    usleep(700_000)
                }
                try installation.expectWholeTraffic(of: load)
                #expect(adapter.exitCode == nil, "it ended by itself: \(adapter.log.suffix(1000))")
                let page = try installation.http(adapter, "/metrics").body
                #expect(metric(page, #"turnstile_producer_recycles_total{reason="fatal"}"#) >= 3, "\(page)")
            }
        }
    }
}

extension FaultProxy {
    /// Has an adapter know the brokers by the proxy only.
    var settings: [String: String] { ["TURNSTILE_KAFKA_BOOTSTRAP_SERVERS": bootstrapServers] }
}

extension Installation {
    /// Has the load place nothing more, waits until each order that it has placed is at its end, and demands every
    /// invariant. How many commands that takes is not settled beforehand: an order that is locked too late is not issued,
    /// and more of them are where the machine or the network is slow.
    func expectWholeTraffic(of load: ChildProcess) throws {
        #expect(load.exitCode == nil, "the load ended before the test had done with it: \(load.log.suffix(500))")
        load.signal(SIGTERM)
        // 0 also says that no supplier issued an order twice.
        #expect(try load.wait(seconds: 180) == 0, "\(load.log.suffix(500))")
        let underWay = ["LOCKING", "LOCKED", "FIXING", "REFUNDING", "REFUND_FAIL"]
        let counts = try expectInvariants { counts in underWay.allSatisfy { counts.orders[$0] == nil } }
        #expect(underWay.allSatisfy { counts.orders[$0] == nil }, "\(counts.orders)")
        #expect(counts.commands > 100 && (counts.orders["FIXED"] ?? 0) > 0, "\(counts)")
    }
}

/// A network that is slow for those who commit while a new member joins. The member's question waits until somebody has
/// a transaction open; that one's next step then waits until the others know of the member.
private final class SlowWhileJoining: @unchecked Sendable {
    private let lock = NSCondition()
    private var open: Set<String> = []
    private var members: Set<Int> = []
    private var slowUntil = Date.distantPast
    /// How many members joined while a transaction was open.
    private(set) var joinsInTransaction = 0

    func judge(_ request: Request) -> Verdict {
        lock.withLock {
            switch request.api {
            case .addPartitionsToTxn, .addOffsetsToTxn:
                if let id = request.transactionalID { open.insert(id) }
                lock.broadcast()
            case .joinGroup:
                guard members.insert(request.connection).inserted else { break }
                let end = Date().addingTimeInterval(2)
                while open.isEmpty, lock.wait(until: end) {}
                if !open.isEmpty { joinsInTransaction += 1 }
                slowUntil = Date().addingTimeInterval(1.5)
            case .txnOffsetCommit, .endTxn:
                // Before the offsets are sent, or after.
                let isItsTurn = (request.api == .endTxn) == (joinsInTransaction % 2 == 0)
                while isItsTurn, Date() < slowUntil { _ = lock.wait(until: slowUntil) }
                if request.api == .endTxn, let id = request.transactionalID { open.remove(id) }
            default:
                break
            }
        }
        return .pass
    }

    /// Waits until this producer has a transaction open.
    func awaitOpen(_ id: String) throws {
        try lock.withLock {
            let end = Date().addingTimeInterval(20)
            while !open.contains(id) {
                if !lock.wait(until: end) { throw TimedOut(description: "no transaction of \(id) within 20 s") }
            }
        }
    }
}

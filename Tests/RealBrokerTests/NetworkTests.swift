import Faults
import Foundation
import Kafka
import Records
import Testing

extension RealBroker {
    @Suite(.serialized, .long)
    struct Network {
        @Test(
            "a network that is slow, silent, cut and narrow: no effect twice, none lost, and the adapter goes on",
            .needsLoopbackBroker,
            .enabled(if: Toxiproxy.isAtHand(packageDirectory), "there is no ../shared/toxiproxy"))
        func badNetwork() async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let brokers = installation.settings.bootstrapServers
                let network = try Toxiproxy(to: brokers, package: packageDirectory)
                defer { network.stop() }
                // It keeps the adapter behind the bad network, and breaks nothing itself.
                let proxy = try FaultProxy(to: network.address, advertised: brokers)
                defer { proxy.close() }
                let load = try installation.startLoad(perSecond: 15, seed: 5)
                let adapter = try installation.startAdapter(settings: proxy.settings)
                try installation.awaitInputs(adapter)
                let faults: [(type: String, attributes: String, seconds: Double)] = [
                    ("latency", #"{"latency": 300, "jitter": 250}"#, 5),
                    ("reset_peer", #"{"timeout": 0}"#, 2),
                    // Nothing comes through, and no connection ends: longer than a request is waited for.
                    ("timeout", #"{"timeout": 0}"#, 10),
                    ("limit_data", #"{"bytes": 20000}"#, 4),
                    ("bandwidth", #"{"rate": 20}"#, 5),
                    ("reset_peer", #"{"timeout": 300}"#, 4),
                ]
                for fault in faults {
                    try network.spoil(fault.type, fault.attributes)
                    Thread.sleep(forTimeInterval: fault.seconds)
                    try network.mend()
                    // Connections that a fault has silenced stay so: they end when the client gives them up.
                    let handled = try installation.inputs(adapter)
                    try installation.awaitMetric("work after \(fault.type)", adapter) {
                        metric($0, "turnstile_inputs_total") > handled + 20
                    }
                }
                try installation.expectWholeTraffic(of: load)
                #expect(adapter.exitCode == nil, "it ended by itself: \(adapter.log.suffix(1000))")
                let page = try installation.http(adapter, "/metrics").body
                #expect(metric(page, #"turnstile_producer_recycles_total{reason="doubt"}"#) > 0, "\(page)")
            }
        }

        @Test(
            "the broker that coordinates the transactions is killed in mid-transaction, at each of its last steps",
            .enabled(if: OwnCluster.isAtHand(packageDirectory), "there is no ../shared/kafka, or no Java"))
        func coordinatorDies() async throws {
            try await withThreeBrokers { cluster, installation, proxy in
                let id = installation.transactionalID()
                let load = try installation.startLoad(perSecond: 12, seed: 7)
                let adapter = try installation.startAdapter(settings: proxy.settings)
                try installation.awaitInputs(adapter)
                // The offsets do not arrive; the commit does not arrive; it is done and nobody learns of it.
                for (step, verdict) in [(API.addOffsetsToTxn, Verdict.hold), (.endTxn, .hold), (.endTxn, .loseAnswer)] {
                    let (heldBefore, before) = (proxy.held.count, proxy.answers.count)
                    let strikes = Once()
                    proxy.onRequest { request in
                        request.api == step && request.transactionalID == id && strikes.take() ? verdict : .pass
                    }
                    let broker = try installation.until("a transaction at that step") { () -> Int? in
                        if case .hold = verdict { return proxy.held.dropFirst(heldBefore).first?.broker }
                        return proxy.answers[before...].first {
                            $0.request.api == step && $0.request.transactionalID == id
                        }?.request.broker
                    }
                    try cluster.kill(broker)
                    proxy.release()
                    let handled = try installation.inputs(adapter)
                    try installation.awaitMetric("work without broker \(broker)", adapter) {
                        metric($0, "turnstile_inputs_total") > handled + 20
                    }
                    try cluster.restart(broker)
                }
                try installation.expectWholeTraffic(of: load)
                #expect(adapter.exitCode == nil, "it ended by itself: \(adapter.log.suffix(1000))")
            }
        }
    }
}

extension Installation {
    /// How many inputs an adapter has handled.
    func inputs(_ adapter: ChildProcess) throws -> Double {
        metric(try http(adapter, "/metrics").body, "turnstile_inputs_total")
    }

    @discardableResult
    func until<Value>(_ what: String, seconds: Double = 30, _ look: () throws -> Value?) throws -> Value {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            if let value = try look() { return value }
            usleep(20_000)
        }
        throw TimedOut(description: "\(what) did not come within \(seconds) s")
    }
}

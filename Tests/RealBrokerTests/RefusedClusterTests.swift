import Foundation
import Kafka
import Records
import Testing

extension RealBroker {
    @Suite(.serialized)
    struct RefusedCluster {
        @Test("a cluster that is set up wrongly is refused, and the command in the message mends it")
        func refusedAndMended() async throws {
            try await withInstallation { installation in
                try installation.makeTopics(but: .statements)
                try expectRefusal(installation, "\(installation.settings.name(of: .statements)) is missing")
                try installation.turnstile("topics", "apply", "--execute")

                let admin = try Admin(installation.settings, log: { _ in })
                for (topic, config, wrong) in [
                    (Topic.orderCommands, "message.timestamp.type", "CreateTime"),
                    (.orderState, "unclean.leader.election.enable", "true"),
                    (.orderState, "cleanup.policy", "delete"), (.orderEvents, "max.message.bytes", "1048000"),
                    (.deadLetters, "max.message.bytes", "1048588"),
                ] {
                    let name = installation.settings.name(of: topic)
                    try admin.setConfigs(topic: name, [(config, wrong)])
                    try expectRefusal(installation, "\(name) has \(config)=\(wrong)")
                    try installation.turnstile("topics", "apply", "--execute")
                    let now = try admin.configs(topics: [name])[0].first { $0.name == config }?.value
                    #expect(now != wrong)
                }
                let adapter = try installation.startAdapter()
                try installation.awaitReady(adapter)
            }
        }

        @Test("a topic with another number of partitions is refused, and nothing pretends to mend it")
        func otherPartitions() async throws {
            try await withInstallation { installation in
                try installation.makeTopics(but: .supplierResults)
                let admin = try Admin(installation.settings, log: { _ in })
                let name = installation.settings.name(of: .supplierResults)
                for case .some(let failure) in try admin.createTopics([
                    NewTopic(
                        name: name, partitionCount: 3, replicationFactor: nil,
                        configs: [("message.timestamp.type", "LogAppendTime")])
                ]) { throw failure }
                try expectRefusal(
                    installation, "\(name) has 3 partitions, not 4", todo: "another topic prefix")
                let apply = try installation.turnstile("topics", "apply", "--execute", expecting: 1)
                #expect(apply.log.contains("--topic-prefix"))
            }
        }

        private func expectRefusal(
            _ installation: Installation, _ reason: String, todo: String = "turnstile topics apply --execute"
        ) throws {
            let adapter = try installation.startAdapter()
            #expect(try adapter.wait(seconds: 30) == 78)
            #expect(adapter.log.contains(reason), "\(adapter.log)")
            #expect(adapter.log.contains(todo), "\(adapter.log)")
        }
    }

    @Suite(.serialized)
    struct Ending {
        @Test("/livez, /readyz and /metrics answer; SIGTERM in the middle of a backlog ends it with 0 within 10 s")
        func underLoad() async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let load = try installation.start(
                    ["load", "--prepare", "--orders", "3000", "--whole-lives", "--prefix", "o", "--execute"],
                    instance: "load", log: "load")
                #expect(try load.wait(seconds: 60) == 0, "\(load.log)")
                var adapter = try installation.startAdapter()
                try installation.awaitInputs(adapter)
                adapter.signal(SIGTERM)
                #expect(try adapter.wait(seconds: 10) == 0, "\(adapter.log.suffix(500))")
                let findings = try installation.checkTopics().findings
                #expect(findings.contains { $0.message == "no answer" }, "it had worked off everything already")

                adapter = try installation.startAdapter()
                try installation.awaitReady(adapter)
                #expect(try installation.http(adapter, "/livez").status == 200)
                #expect(try installation.http(adapter, "/startupz").status == 200)
                let counts = try installation.expectInvariants(seconds: 120) { $0.orders == ["FIXED": 3000] }
                #expect(counts.commands == 6000 && counts.orders == ["FIXED": 3000])
                let page = try installation.http(adapter, "/metrics")
                #expect(page.status == 200 && metric(page.body, "turnstile_inputs_total") > 0)
                #expect(metric(page.body, "turnstile_partitions_running") == 4)
                #expect(try installation.http(adapter, "/nothing").status == 404)
            }
        }
    }
}

extension Installation {
    /// All topics as they must be, without one.
    fileprivate func makeTopics(but missing: Topic) throws {
        let admin = try Admin(settings, log: { _ in })
        let topics = Topic.allCases.filter { $0 != missing }.map { topic in
            NewTopic(
                name: settings.name(of: topic), partitionCount: topic.hasOnePartition ? 1 : Int32(partitionCount),
                replicationFactor: nil,
                configs: [
                    ("message.timestamp.type", "LogAppendTime"), ("unclean.leader.election.enable", "false"),
                    ("cleanup.policy", topic == .orderState || topic == .directory ? "compact" : "delete"),
                ])
        }
        for case .some(let failure) in try admin.createTopics(topics) { throw failure }
    }
}

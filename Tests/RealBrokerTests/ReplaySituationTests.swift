import Contract
import Foundation
import Kafka
import Protobuf
import Records
import Schemas
import Testing

extension RealBroker {
    /// What happens to an installation over the years, and a replay of it all the same.
    @Suite(.serialized)
    struct ReplaySituations {
        @Test(
            "outputs as JSON with CloudEvents' headers, switched on in mid-traffic: byte-identical, and a change is found"
        )
        func formats() async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let load = try installation.startLoad(orders: 300, perSecond: 80, seed: 7)
                let adapter = try installation.startAdapter()
                try installation.awaitInputs(adapter)
                try installation.applyCatalog("settings: { rule_version: 1, cloudevents: true, format: JSON }\n")
                #expect(try load.wait(seconds: 180) == 0, "\(load.log.suffix(500))")
                _ = try installation.expectInvariants()
                try installation.end(adapter)
                let events = try installation.read(.orderEvents)
                let inJSON = events.filter { $0.value?.first == UInt8(ascii: "{") }
                #expect(inJSON.count > 100 && inJSON.count < events.count, "\(inJSON.count) of \(events.count)")
                #expect(
                    inJSON.allSatisfy { $0.header("ce_id") != nil && $0.header("content-type") == "application/json" })
                #expect(try installation.verify("--all").words.hasPrefix("byte-identical, "))

                let entry = try #require(
                    try installation.read(.receivableEntries).last { $0.value?.first == UInt8(ascii: "{") })
                let text = String(decoding: entry.value ?? [], as: UTF8.self)
                let forged = try installation.copied(altering: entry, on: .receivableEntries) { record in
                    record.value = Array(text.replacing(#""partyId":""#, with: #""partyId":"x"#).utf8)
                }
                try forged.expectDifference(["receivable-entries \(entry.partition):", "is altered", "partyId is \"x"])

                // One that says the same, in other bytes; and a header.
                let spaced = try installation.copied(altering: entry, on: .receivableEntries) { record in
                    record.value = Array((text + " ").utf8)
                }
                try spaced.expectDifference([
                    "receivable-entries \(entry.partition):", "is altered", "byte \(text.utf8.count)",
                ])
                let victim = inJSON[inJSON.count / 2]
                let renamed = try installation.copied(altering: victim, on: .orderEvents) { record in
                    record.headers = record.headers.map { $0.name == "ce_source" ? ($0.name, [1]) : $0 }
                }
                try renamed.expectDifference(["order-events \(victim.partition):", "is altered", "header ce_source"])
            }
        }

        @Test(
            "the broker has compacted states, or the directory: what it can be begun from is, and a store is rebuilt",
            arguments: [[Topic.directory], [.orderState, .directory]])
        func compaction(_ topics: [Topic]) async throws {
            try await withInstallation(partitions: 2) { installation in
                try installation.makeTopics()
                for topic in topics { try installation.compactAtOnce(topic) }
                // The first version says something that a later one takes back.
                let load = try installation.startLoad(orders: 250, perSecond: 60, seed: 9)
                try installation.applyCatalog("settings: { rule_version: 1, cloudevents: true, format: JSON }\n")
                var adapter = try installation.startAdapter()
                try installation.awaitInputs(adapter)
                usleep(1_500_000)
                try installation.applyCatalog("settings: { rule_version: 1 }\n")
                #expect(try load.wait(seconds: 180) == 0, "\(load.log.suffix(500))")
                _ = try installation.expectInvariants()
                try installation.end(adapter)
                let states = try installation.foldedChangelog()
                // A record more closes the segment before.
                try installation.repeatFirstCommands(times: 1)
                try installation.applyCatalog("settings: { rule_version: 1, retention_days: 300 }\n")
                let value = try installation.read(.journal).first?.value ?? []
                let version = try readJournalRecord(value.span.bytes).directoryVersion
                try installation.until("the directory compacted", seconds: 90) { () -> Bool? in
                    try installation.read(.directory).contains { $0.offset == version } ? nil : true
                }
                try installation.until("the states compacted", seconds: 90) { () -> Bool? in
                    guard topics.contains(.orderState) else { return true }
                    let ends = try installation.read(.orderState).filter { $0.key == Array("/".utf8) }
                    let isCompacted = try (0..<2).allSatisfy { partition in
                        let first = try ends.first { $0.partition == partition }.map { record in
                            let value = record.value ?? []
                            return try readPartitionState(value.span.bytes).number
                        }
                        return first ?? 1 > 1
                    }
                    return isCompacted ? true : nil
                }

                for topic in topics { try installation.compactNoMore(topic) }
                try installation.repeatFirstCommands(times: 5)
                try installation.applyCatalog("settings: { rule_version: 1, cloudevents: true }\n")
                try installation.repeatFirstCommands(times: 5)

                let refused = try installation.turnstile(
                    "replay", "verify", "--all", "--to-offset", "0", expecting: 1)
                let why = topics == [.directory] ? "directory tells all that was in force" : "compaction has passed"
                #expect(refused.log.contains(why), "\(refused.log)")
                let possible = try installation.verify("--all")
                #expect(possible.transactions >= 10, "\(possible)")
                #expect(possible.transactions < (try installation.read(.journal).count))

                try FileManager.default.removeItem(atPath: installation.dataDirectory("a"))
                adapter = try installation.startAdapter()
                try installation.awaitReady(adapter)
                try installation.end(adapter)
                let unlike = try installation.keysOfStoreUnlike(installation.foldedChangelog())
                #expect(unlike.isEmpty, "\(unlike)")
                let stored = try installation.storedStates()
                let lost = states.keys.filter { stored[$0] == nil }
                #expect(lost.isEmpty, "\(lost)")
            }
        }

        @Test("inputs that are deleted before the range: it begins behind them, and says so; asked for them it refuses")
        func inputsGone() async throws {
            try await withInstallation(partitions: 2) { installation in
                _ = try installation.workWithKill(orders: 150)
                let total = try installation.read(.journal).count
                let commands = try installation.read(.orderCommands).filter { $0.partition == 0 }
                let middle = commands[commands.count / 2].offset
                try installation.deleteRecords(.orderCommands, 0, before: middle)
                let (_, log) = try installation.turnstile(["replay", "verify", "--trial-cluster", "--all"])
                #expect(log.contains("order-commands is retained from offset \(middle) on"), "\(log)")
                #expect(log.contains("byte-identical"), "\(log)")
                let possible = try installation.verify("--all")
                #expect(possible.transactions > total / 2 && possible.transactions < total)
                let key = try installation.keyOnPartition0()
                for scope in [["--all"], ["--topic", "order-commands:0"], ["--key", key]] {
                    let refused = try installation.turnstile(
                        ["replay", "verify"] + scope + ["--to-offset", "0"], expecting: 1)
                    #expect(
                        refused.log.contains("order-commands is retained from offset \(middle) on"), "\(refused.log)")
                    #expect(refused.log.contains("it can begin at offset"), "\(refused.log)")
                }
            }
        }

        @Test("a position was moved within the range: byte-identical across it, from it and behind it")
        func moved() async throws {
            try await withInstallation(partitions: 2) { installation in
                try installation.prepare()
                var adapter = try installation.startAdapter()
                for number in 0..<5 {
                    try installation.publish(
                        .orderCommands, TestCommand.place(installation.order(on: 0, "a\(number)-")).signed())
                }
                try installation.awaitEvent("placed", of: installation.order(on: 0, "a4-"))
                try installation.end(adapter)
                // Passed over: two that are still there.
                for name in ["over1-", "over2-", "b1-"] {
                    try installation.publish(
                        .orderCommands, TestCommand.place(installation.order(on: 0, name)).signed())
                }
                try installation.awaitEmptyGroup()
                let move = ["positions", "move", "--partition", "0", "--topic", "order-commands", "--reason", "r"]
                try installation.turnstile(move + ["--to-offset", "7", "--execute"])
                // Never back.
                try installation.turnstile(move + ["--to-offset", "5", "--execute"], expecting: 2)
                adapter = try installation.startAdapter()
                try installation.awaitEvent("placed", of: installation.order(on: 0, "b1-"))
                try installation.end(adapter)

                let journal = try installation.read(.journal).filter { $0.partition == 0 }
                #expect(try installation.verify("--all").transactions == installation.read(.journal).count)
                let at = try #require(
                    journal.firstIndex {
                        $0.json(InternalProto.JournalRecord.descriptor)["steps"]?.elements.first?["move"] != nil
                    })
                for begin in [at - 1, at, at + 1] {
                    let part = try installation.verify(
                        "--topic", "journal:0", "--to-offset", "\(journal[begin].offset)")
                    #expect(part.transactions == journal.count - begin)
                }
                // By the offsets that were passed over: the move is what became of them.
                let passed = try installation.verify(
                    "--topic", "order-commands:0", "--to-offset", "5", "--until-offset", "7")
                #expect(passed.transactions == 1)
                // A journal that tells of another move is another history.
                let record = journal[at]
                let forged = try installation.copied(altering: record, on: .journal) { other in
                    let elsewhere: JSONValue = [
                        "move": ["input": 1, "fromOffset": "5", "toOffset": "6", "reason": "r"]
                    ]
                    other.value = try record.replacing(
                        "steps", .array([elsewhere]), InternalProto.JournalRecord.descriptor)
                }
                try forged.expectDifference(["journal 0:\(at)", "is altered", "nextOffsets[0]"])
            }
        }

        @Test(
            "a consumer lost a partition's range: published again, twice the same bytes; what is gone is not guessed at"
        )
        func republished() async throws {
            try await withInstallation(partitions: 2) { installation in
                _ = try installation.workWithKill(orders: 200)
                let events = try installation.read(.orderEvents).filter { $0.partition == 1 }
                let lost = events[40..<160]
                let (from, until) = (lost.first?.offset ?? 0, events[160].offset)
                let range = [
                    "--topic", "order-events:1", "--to-offset", "\(from)", "--until-offset", "\(until)",
                ]
                var copies: [[[UInt8]]] = []
                for round in 1...2 {
                    let again = installation.settings.topicPrefix + "again\(round)."
                    try installation.turnstile(
                        ["replay", "run"] + range + ["--into", "topic-prefix:\(again)", "--execute"])
                    let copy = try installation.at(prefix: again)
                    #expect(try installation.topicNames().filter { $0.hasPrefix(again) } == ["\(again)order-events"])
                    copies.append(try copy.bytes(.orderEvents)[1])
                    #expect(try copy.bytes(.orderEvents)[0].isEmpty)
                }
                #expect(copies[0] == copies[1])
                let published = try installation.bytes(.orderEvents)[1]
                #expect(copies[0] == Array(published[40..<160]))

                // The events themselves are gone: nobody can tell any more which transactions wrote these offsets.
                try installation.deleteRecords(.orderEvents, 1, before: events[100].offset)
                let refused = try installation.turnstile(
                    ["replay", "run"] + range
                        + ["--into", "topic-prefix:\(installation.settings.topicPrefix)again3.", "--execute"],
                    expecting: 1)
                #expect(refused.log.contains("order-events is retained from offset"), "\(refused.log)")
                #expect(
                    try !installation.topicNames().contains {
                        $0.hasPrefix(installation.settings.topicPrefix + "again3.")
                    })
                // By the journal's offsets they are done again all the same.
                let third = installation.settings.topicPrefix + "again4."
                try installation.turnstile(
                    "replay", "run", "--topic", "journal:1", "--into", "topic-prefix:\(third)", "--execute")
                #expect(try installation.at(prefix: third).bytes(.orderEvents)[1] == published)
            }
        }
    }
}

extension Installation {
    /// Segments of half a second, each of which the broker compacts as soon as it is closed.
    fileprivate func compactAtOnce(_ topic: Topic) throws {
        try Admin(settings, log: { _ in }).setConfigs(
            topic: settings.name(of: topic),
            [
                ("segment.ms", "500"), ("min.compaction.lag.ms", "0"), ("min.cleanable.dirty.ratio", "0.01"),
                ("max.compaction.lag.ms", "1000"),
            ])
    }

    fileprivate func compactNoMore(_ topic: Topic) throws {
        try Admin(settings, log: { _ in }).setConfigs(
            topic: settings.name(of: topic),
            [("max.compaction.lag.ms", "9223372036854775807"), ("min.compaction.lag.ms", "86400000")])
    }

    /// An adapter's life in which the first command of each partition comes again so many times, each a transaction.
    fileprivate func repeatFirstCommands(times: Int) throws {
        let adapter = try startAdapter()
        for partition in 0..<Int32(partitionCount) {
            let command = try #require(try read(.orderCommands).first { $0.partition == partition })
            for _ in 0..<times {
                _ = try answer(to: Sent(key: command.key, value: command.value, headers: command.headers))
            }
        }
        try end(adapter)
    }

    fileprivate func keyOnPartition0() throws -> String {
        let events = try read(.orderEvents).filter { $0.partition == 0 }
        return String(decoding: events.first?.key ?? [], as: UTF8.self)
    }
}

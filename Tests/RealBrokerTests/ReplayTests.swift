import Contract
import Foundation
import Kafka
import Protobuf
import Records
import Schemas
import Service
import Testing

extension RealBroker {
    @Suite(.serialized)
    struct Replays {
        @Test("what was done around a kill -9 is done again to the same bytes, by another process, from anywhere in it")
        func identical() async throws {
            try await withInstallation { installation in
                let middle = try installation.workWithKill(orders: 400)
                let all = try installation.verify("--all")
                #expect(all.words.hasPrefix("byte-identical, "), "\(all.words)")
                #expect(all.transactions == (try installation.read(.journal)).count && all.transactions > 20)
                // Everything that transactions wrote was compared, each record once.
                let written = try [
                    Topic.orderEvents, .supplierRequests, .receivableEntries, .settlementEntries, .deadLetters,
                    .orderState, .journal,
                ].reduce(0) { try $0 + installation.read($1).count }
                #expect(all.records == written)

                let byTime = try installation.verify("--all", "--to-datetime", middle)
                #expect(byTime.transactions > 0 && byTime.transactions < all.transactions)
                let journal = try installation.read(.journal).filter { $0.partition == 1 }
                let from = journal[journal.count / 2]
                let byOffset = try installation.verify("--topic", "journal:1", "--to-offset", "\(from.offset)")
                #expect(byOffset.transactions == journal.count - journal.count / 2)
                let untilHere = try installation.verify("--topic", "journal:1", "--until-offset", "\(from.offset)")
                #expect(untilHere.transactions == journal.count / 2)

                // By an input's offsets: the transactions that handled them, and no other.
                let commands = try installation.read(.orderCommands).filter { $0.partition == 2 }.map(\.offset)
                let range = commands[commands.count / 3]..<commands[2 * commands.count / 3]
                let byInput = try installation.verify(
                    "--topic", "order-commands:2", "--to-offset", "\(range.lowerBound)", "--until-offset",
                    "\(range.upperBound)")
                #expect(byInput.transactions == (try installation.transactions(handling: range, partition: 2)))

                // By what was published: exactly these records.
                let events = try installation.read(.orderEvents).filter { $0.partition == 3 }.map(\.offset)
                let wanted = events[50]..<events[150]
                let byOutput = try installation.verify(
                    "--topic", "order-events:3", "--to-offset", "\(wanted.lowerBound)", "--until-offset",
                    "\(wanted.upperBound)")
                #expect(byOutput.records == 100)

                let key = String(decoding: try installation.read(.orderEvents)[0].key ?? [], as: UTF8.self)
                let byKey = try installation.verify("--key", key)
                let about = try [
                    Topic.orderEvents, .supplierRequests, .receivableEntries, .settlementEntries, .deadLetters,
                    .orderState,
                ].reduce(0) { try $0 + installation.read($1).filter { $0.key == Array(key.utf8) }.count }
                #expect(byKey.records == about && about > 3)

                try installation.expectAddedIsFound(.settlementEntries)
            }
        }

        @Test("an altered record, one that is left out, another's rules: each is named, with exit code 4")
        func changed() async throws {
            try await withInstallation { installation in
                _ = try installation.workWithKill(orders: 150)
                let same = try installation.copied { _, record in record }
                #expect(try same.verify("--all").words.hasPrefix("byte-identical, "), "the copy itself is right")

                let events = try installation.read(.orderEvents)
                let victim = events[events.count / 2]
                let id = try #require(victim.text("eventId", Proto.OrderEvent.descriptor))
                let altered = try installation.copied(altering: victim, on: .orderEvents) { record in
                    record.value = try record.replacing(
                        "occurredAt", "2001-01-01T00:00:00Z", Proto.OrderEvent.descriptor)
                }
                try altered.expectDifference(
                    ["order-events \(victim.partition):", "id \(id)", "is altered", "occurredAt", "2001-01-01"])

                let leftOut = try installation.copied { topic, record in
                    topic == .orderEvents && record.value == victim.value ? nil : record
                }
                try leftOut.expectDifference(["order-events \(victim.partition):", "id \(id)", "is left out"])

                // The very first and the very last one too.
                let first = try #require(events.first { $0.partition == victim.partition })
                let last = try #require(events.last { $0.partition == victim.partition })
                for victim in [first, last] {
                    let shorter = try installation.copied { topic, record in
                        topic == .orderEvents && record.value == victim.value ? nil : record
                    }
                    let id = try #require(victim.text("eventId", Proto.OrderEvent.descriptor))
                    try shorter.expectDifference(["id \(id)", "is left out"])
                }

                // An entry whose amount was changed, found also from the middle of the log.
                let entries = try installation.read(.receivableEntries)
                let entry = try #require(entries.last)
                let entryID = try #require(entry.text("entryId", Proto.LedgerEntry.descriptor))
                let forged = try installation.copied(altering: entry, on: .receivableEntries) { record in
                    record.value = try record.replacing("partyId", "somebody", Proto.LedgerEntry.descriptor)
                }
                let middle = try forged.read(.journal).filter { $0.partition == entry.partition }
                try forged.expectDifference(
                    ["receivable-entries \(entry.partition):", "id \(entryID)", "partyId is \"somebody\""],
                    "--topic", "journal:\(entry.partition)", "--to-offset", "\(middle[middle.count / 2].offset)")

                let journal = try installation.read(.journal)
                let foreign = journal[journal.count / 2]
                let otherRules = try installation.copied(altering: foreign, on: .journal) { record in
                    record.value = try record.replacing(
                        "ruleVersion", .number("9"), InternalProto.JournalRecord.descriptor)
                }
                try otherRules.expectDifference(
                    ["journal \(foreign.partition):", "not repeatable", "rules of version 9"])
            }
        }

        @Test("a range is written to a file and to topics of another prefix, never to live ones")
        func targets() async throws {
            try await withInstallation { installation in
                _ = try installation.workWithKill(orders: 150)
                let path = installation.directory + "/events.jsonl"
                try installation.turnstile("replay", "run", "--topic", "order-events", "--into", "file:\(path)")
                let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
                let events = try installation.read(.orderEvents)
                let written = try lines.map { line in
                    let json = try JSONValue(parsing: String(line))
                    return Data(base64Encoded: json["value_base64"]?.text ?? "").map { Array($0) } ?? []
                }
                for partition in 0..<Int32(installation.partitionCount) {
                    let expected = events.filter { $0.partition == partition }.map { $0.value ?? [] }
                    let own = zip(lines, written).filter {
                        (try? JSONValue(parsing: String($0.0)))?["partition"]?.text == "\(partition)"
                    }.map { $0.1 }
                    #expect(own == expected)
                }
                try installation.turnstile(
                    "replay", "run", "--topic", "order-events", "--into", "file:\(path)", expecting: 1)

                let again = installation.settings.topicPrefix + "again."
                let into = "topic-prefix:\(again)"
                let refused = try installation.turnstile(
                    "replay", "run", "--all", "--into", "topic-prefix:\(installation.settings.topicPrefix)",
                    "--execute",
                    expecting: 2)
                #expect(refused.log.contains("the installation itself writes"), "\(refused.log)")
                let planned = try installation.turnstile("replay", "run", "--all", "--into", into)
                #expect(planned.log.contains("add --execute"), "\(planned.log)")
                #expect(try !installation.topicNames().contains { $0.hasPrefix(again) }, "a plan makes no topic")
                try installation.turnstile("replay", "run", "--all", "--into", into, "--execute")
                let copy = try installation.at(prefix: again)
                for topic in [
                    Topic.orderEvents, .supplierRequests, .receivableEntries, .settlementEntries, .deadLetters,
                ] {
                    #expect(try copy.bytes(topic) == installation.bytes(topic), "\(topic.name)")
                }
                let twice = try installation.turnstile(
                    "replay", "run", "--all", "--into", into, "--execute", expecting: 1)
                #expect(twice.log.contains("--append"), "\(twice.log)")

                // Another installation's topics are live as well.
                let other = try installation.copied { _, record in record }
                let live = try installation.turnstile(
                    "replay", "run", "--all", "--into", "topic-prefix:\(other.settings.topicPrefix)", "--execute",
                    expecting: 2)
                #expect(live.log.contains("an installation's live topics"), "\(live.log)")
            }
        }

        @Test("an instance that runs at the same time is not disturbed: it goes on, and its group is as it was")
        func beside() async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let load = try installation.startLoad(perSecond: 40, seed: 5)
                let adapter = try installation.startAdapter()
                try installation.awaitInputs(adapter)
                let before = try installation.http(adapter, "/metrics").body
                for _ in 0..<5 {
                    let result = try installation.verify("--all")
                    #expect(result.words.hasPrefix("byte-identical, "), "\(result.words)")
                }
                try installation.expectWholeTraffic(of: load)
                let after = try installation.http(adapter, "/metrics").body
                for name in ["turnstile_rebalances_total", "turnstile_producer_recycles_total"] {
                    #expect(metric(after, name) == metric(before, name), "\(name)")
                }
                #expect(metric(after, "turnstile_inputs_total") > metric(before, "turnstile_inputs_total"))
                #expect(adapter.exitCode == nil)
                #expect(try installation.groups() == [installation.groupID])
            }
        }

        @Test("where the changelog no longer goes back as far as the range, it says so, and from where on it can begin")
        func tooFarBack() async throws {
            try await withInstallation { installation in
                _ = try installation.workWithKill(orders: 150)
                // As if compaction had passed the first third of the states: all but the last of each key is gone.
                let states = try installation.read(.orderState)
                let isLast = { (record: Received, cut: Int64) in
                    !states.contains {
                        $0.partition == record.partition && $0.offset > record.offset && $0.offset < cut
                            && $0.key == record.key
                    }
                }
                let cuts = (0..<installation.partitionCount).map { partition in
                    let ends = states.filter { $0.partition == Int32(partition) && $0.key == Array("/".utf8) }
                    return ends[ends.count / 3].offset
                }
                let compacted = try installation.copied { topic, record in
                    guard topic == .orderState else { return record }
                    let cut = cuts[Int(record.partition)]
                    return record.offset >= cut || isLast(record, cut) ? record : nil
                }
                let refused = try compacted.turnstile(
                    "replay", "verify", "--trial-cluster", "--all", "--to-offset", "0", expecting: 1)
                #expect(refused.log.contains("compaction has passed"), "\(refused.log)")
                let possible = try compacted.verify("--all")
                #expect(possible.words.hasPrefix("byte-identical, "), "\(possible.words)")
                let total = try installation.read(.journal).count
                #expect(possible.transactions > total / 2 && possible.transactions < total)
            }
        }
    }
}

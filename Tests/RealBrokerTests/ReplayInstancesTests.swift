import Faults
import Foundation
import Records
import Schemas
import Testing

extension RealBroker {
    /// What several instances on several brokers have done is one history, whoever did which part of it.
    @Suite(.serialized, .long)
    struct ReplayInstances {
        @Test(
            "three brokers, two instances, one dead in mid-transaction, its partitions moved there and back: byte-identical",
            .enabled(if: OwnCluster.isAtHand(packageDirectory), "there is no ../shared/kafka, or no Java"))
        func moved() async throws {
            try await withThreeBrokers { cluster, installation, proxy in
                let load = try installation.startLoad(perSecond: 15, seed: 2)
                let first = try installation.startAdapter("a", settings: proxy.settings)
                let second = try installation.startAdapter("b")
                for adapter in [first, second] {
                    try installation.awaitPartitions(2, adapter)
                    try installation.awaitInputs(adapter)
                }

                // All that its last transaction wrote stands in the topics, and is never committed.
                let id = installation.transactionalID("a")
                proxy.onRequest { $0.isCommit == true && $0.transactionalID == id ? .hold : .pass }
                _ = try proxy.awaitHeld()
                first.killNow()
                let killed = timestamp(0)
                try cluster.kill(1)
                try installation.awaitPartitions(4, second)
                let before = try installation.eventsByPartition()
                let victims = try installation.until("the second one's events on all partitions", seconds: 60) {
                    let events = try installation.eventsByPartition()
                    let haveGrown = zip(before, events).allSatisfy { $0.count < $1.count }
                    return haveGrown ? events.compactMap(\.last) : nil
                }
                // With a broker dead and the second one at work.
                let early = try installation.verify("--all")

                try cluster.restart(1)
                let third = try installation.startAdapter("a")
                try installation.awaitPartitions(2, third)
                try installation.awaitInputs(third)
                try installation.expectWholeTraffic(of: load)
                for adapter in [second, third] { try installation.end(adapter) }
                #expect(try installation.aborted(.journal) > 0, "the first one had nothing uncommitted")

                let all = try installation.verify("--all")
                #expect(all.transactions == (try installation.read(.journal)).count)
                #expect(all.transactions > early.transactions)
                // Begun where the partitions moved, and ended there.
                let since = try installation.verify("--all", "--to-datetime", killed)
                let until = try installation.verify("--all", "--until-datetime", killed)
                #expect(since.transactions > 0 && until.transactions > 0)
                #expect(since.transactions + until.transactions == all.transactions)
                for partition in 0..<installation.partitionCount {
                    let part = try installation.verify(
                        "--topic", "supplier-results:\(partition)", "--to-datetime", killed)
                    #expect(part.transactions > 0)
                }
                try installation.expectAlteredAreFound(victims)
            }
        }
    }
}

extension Installation {
    fileprivate func eventsByPartition() throws -> [[Received]] {
        let events = try read(.orderEvents)
        return (0..<Int32(partitionCount)).map { partition in events.filter { $0.partition == partition } }
    }

    /// Events of different partitions: altered in one copy, each is found by a replay of its partition.
    fileprivate func expectAlteredAreFound(_ victims: [Received]) throws {
        let copy = try copied { topic, record in
            guard topic == .orderEvents, victims.contains(where: { $0.value == record.value }) else { return record }
            var record = record
            record.value = try record.replacing("occurredAt", "2001-01-01T00:00:00Z", Proto.OrderEvent.descriptor)
            return record
        }
        for victim in victims {
            let id = try #require(victim.text("eventId", Proto.OrderEvent.descriptor))
            try copy.expectDifference(
                ["order-events \(victim.partition):", "id \(id)", "is altered", "2001-01-01"],
                "--topic", "journal:\(victim.partition)")
        }
    }
}

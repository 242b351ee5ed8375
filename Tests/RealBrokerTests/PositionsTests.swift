import CRdkafka
import Contract
import Foundation
import Protobuf
import Records
import Testing

@testable import Kafka

extension RealBroker {
    @Suite(.serialized)
    struct Positions {
        @Test("records are gone before they were handled: the partition stops, a person moves it on, and it runs again")
        func lostAndMoved() async throws {
            try await withInstallation(partitions: 2) { installation in
                try installation.prepare()
                var adapter = try installation.startAdapter()
                try installation.awaitReady(adapter)
                let first = installation.order(on: 0, "first")
                try installation.publish(.orderCommands, TestCommand.place(first).signed())
                try installation.awaitEvent("placed", of: first)
                try installation.end(adapter)

                // The adapter is down; three come, and the first two are deleted.
                let orders = ["gone1", "gone2", "left"].map { installation.order(on: 0, $0) }
                for order in orders { try installation.publish(.orderCommands, TestCommand.place(order).signed()) }
                try installation.deleteRecords(.orderCommands, 0, before: 3)
                adapter = try installation.startAdapter()
                try installation.awaitLog("the retained start of order-commands is past the position", adapter)
                let other = installation.order(on: 1, "other")
                try installation.publish(.orderCommands, TestCommand.place(other).signed())
                try installation.awaitEvent("placed", of: other)
                try installation.awaitUnready("partition 0 is stopped", adapter)

                let words = ["positions", "move", "--partition", "0", "--topic", "order-commands"]
                let move = words + ["--to-earliest", "--reason", "deleted by mistake"]
                // Beside an adapter it is refused, and does not disturb it.
                let refused = try installation.turnstile(move + ["--execute"], expecting: 75)
                #expect(refused.log.contains("is not empty"), "\(refused.log)")
                #expect(adapter.exitCode == nil && !adapter.log.contains("fenced"))
                try installation.end(adapter)
                try installation.awaitEmptyGroup()

                let shown = try installation.turnstile(["positions", "show", "-o", "csv"]).log
                #expect(shown.contains("0,order-commands,lost,1,1,3,4,3,"), "\(shown)")
                for wrong in [["--to-offset", "1"], ["--to-offset", "2"], ["--to-offset", "5"]] {
                    _ = try installation.turnstile(words + wrong + ["--reason", "r", "--execute"], expecting: 2)
                }
                let plan = try installation.turnstile(move + ["-o", "csv"]).log
                #expect(plan.contains("0,order-commands,1,3,2,0,1,deleted by mistake"), "\(plan)")
                #expect(plan.contains("nothing was changed"))
                #expect(try installation.turnstile(["positions", "show", "-o", "csv"]).log == shown)

                _ = try installation.turnstile(move + ["--execute"])
                let moved = try installation.turnstile(["positions", "show", "-o", "csv"]).log
                #expect(moved.contains("0,order-commands,ok,3,3,3,4,1,"), "\(moved)")
                let record = try #require(try installation.read(.journal).last { $0.partition == 0 })
                let value = record.value ?? []
                let journal = try readJournalRecord(value.span.bytes)
                #expect(
                    journal.steps == [
                        .move(JournalStep.Move(input: 0, from: 1, to: 3, reason: "deleted by mistake"))
                    ])

                adapter = try installation.startAdapter()
                try installation.awaitEvent("placed", of: orders[2])
                try installation.awaitReady(adapter)
                let placed = try installation.read(.orderEvents).map { $0.key ?? [] }
                #expect(!placed.contains(Array("d1/\(orders[0])".utf8)) && !placed.contains(Array("d1/\(orders[1])".utf8)))
                try installation.end(adapter)
                #expect(try installation.keysOfStoreUnlike(installation.foldedChangelog()).isEmpty)
            }
        }
    }
}

extension Installation {
    /// Deletes an input's records before an offset, as a retention that is too short does.
    func deleteRecords(_ topic: Topic, _ partition: Int32, before offset: Int64) throws {
        let client = try ClientConfiguration(settings).makeClient(RD_KAFKA_PRODUCER, log: { _ in })
        let list = rd_kafka_topic_partition_list_new(1)
        rd_kafka_topic_partition_list_add(list, settings.name(of: topic), partition)?.pointee.offset = offset
        var request = rd_kafka_DeleteRecords_new(list)
        let queue = rd_kafka_queue_new(client.handle)
        defer {
            rd_kafka_topic_partition_list_destroy(list)
            rd_kafka_DeleteRecords_destroy(request)
            rd_kafka_queue_destroy(queue)
        }
        rd_kafka_DeleteRecords(client.handle, &request, 1, nil, queue)
        let event = try #require(rd_kafka_queue_poll(queue, 10_000))
        defer { rd_kafka_event_destroy(event) }
        #expect(rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR_NO_ERROR)
    }

    /// A static member that has ended is in the group until its session is over.
    func awaitEmptyGroup() throws {
        let admin = try Admin(settings, log: { _ in })
        let end = Date().addingTimeInterval(30)
        while Date() < end {
            if try admin.members(ofGroup: groupID).isEmpty { return }
            usleep(200_000)
        }
        throw TimedOut(description: "the group does not become empty")
    }
}

import Foundation
import Records
import Testing

@testable import Kafka

@Suite("Transactions against a broker", .serialized, .needsBroker)
struct TransactionTests {
    @Test("Records of several topics and the offsets are there together, in their order, with the number")
    func allOrNothing() async throws {
        try await blocking {
            let bench = try Bench()
            var log = try bench.makeLog("a")
            let first = try log.assigned()
            #expect(first.map(\.partition) == [0] && first[0].number == nil && first[0].committed == [nil, nil, nil])
            try bench.publish(.orderCommands, 0, ["c1", "c2"])
            #expect(try log.takeAll(2) == ["c1", "c2"])

            var transaction = Transaction()
            for index in 0..<500 {
                transaction.write(.orderEvents, "event \(index)")
                if index % 3 == 0 { transaction.write(.supplierRequests, "request \(index)") }
                transaction.write(.orderState, index % 5 == 0 ? nil : "state \(index)")
            }
            transaction.commits = [
                PartitionCommit(
                    partition: 0, number: 1,
                    positions: [(.orderCommands, 2), (.supplierResults, 0), (.operatorActions, 0)])
            ]
            log.submit(transaction)
            #expect(try log.settlement().name == "committed")
            #expect(try bench.read(.orderEvents) == (0..<500).map { "event \($0)" })
            #expect(try bench.read(.supplierRequests) == stride(from: 0, to: 500, by: 3).map { "request \($0)" })
            #expect(try bench.read(.orderState).count == 500)
            let committed = try bench.committed([(.orderCommands, 0), (.supplierResults, 0)])
            #expect(committed[0]?.offset == 2 && committed[0]?.number == 1)
            #expect(committed[1]?.offset == 0)
            #expect(try bench.kcat(.orderEvents).split(separator: "\n").count == 500)
            let values = log.counters.values()
            #expect(values.committed == 1 && values.recordsPublished == 1167)
            #expect(log.counters.phases.allSatisfy { $0.values.counts.reduce(0, +) == 1 })
        }
    }

    @Test("Records with and without headers keep a partition's order, empty values are not absent ones")
    func headersKeepOrder() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 2)
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            var transaction = Transaction()
            for index in 0..<300 {
                let names = index % 7 == 0 ? ["ce_id", "ce_type"] : []
                transaction.write(.orderEvents, "\(index)", partition: Int32(index % 2), headers: names)
            }
            transaction.write(.orderEvents, "", partition: 1)
            transaction.write(.orderEvents, nil, partition: 1)
            transaction.commit(number: 1, next: 0)
            log.submit(transaction)
            #expect(try log.settlement().name == "committed")

            var reader = try TopicReader(bench.settings, log: bench.lines.callback)
            var numbers: [[String]] = [[], []]
            var headerNames: [String] = []
            var last: [Int?] = []
            try reader.readToEnd(bench.settings.name(of: .orderEvents)) { record in
                let value = record.value.map { String(decoding: $0, as: UTF8.self) }
                numbers[Int(record.partition)].append(value ?? "absent")
                headerNames += record.headers.map { String(decoding: $0.name, as: UTF8.self) }
                if record.partition == 1 { last.append(record.value?.count) }
                #expect(record.isAppendTime)
                return .goOn
            }
            #expect(numbers[0] == stride(from: 0, to: 300, by: 2).map(String.init))
            #expect(numbers[1] == stride(from: 1, to: 300, by: 2).map(String.init) + ["", "absent"])
            #expect(headerNames.count == 43 * 2)
            #expect(last.suffix(2) == [0, nil])
        }
    }

    @Test("Where the client's queue is full, what was refused is asked again, and the order stays")
    func queueFull() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 2, properties: [("queue.buffering.max.messages", "100")])
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            var transaction = Transaction()
            for index in 0..<5_000 {
                transaction.write(
                    .orderEvents, "\(index)", partition: Int32(index % 2), headers: index % 11 == 0 ? ["ce_id"] : [])
                transaction.write(.orderState, "state \(index)")  // one batch, of which the end is refused
            }
            transaction.commit(number: 1, next: 0)
            log.submit(transaction)
            #expect(try log.settlement().name == "committed")
            var numbers: [[Int]] = [[], []]
            var reader = try TopicReader(bench.settings, log: bench.lines.callback)
            try reader.readToEnd(bench.settings.name(of: .orderEvents)) { record in
                let text = record.value.map { String(decoding: $0, as: UTF8.self) } ?? ""
                numbers[Int(record.partition)].append(Int(text) ?? -1)
                return .goOn
            }
            #expect(numbers[0] == Array(stride(from: 0, to: 5_000, by: 2)))
            #expect(numbers[1] == Array(stride(from: 1, to: 5_000, by: 2)))
            #expect(try bench.read(.orderState) == (0..<5_000).map { "state \($0)" })
        }
    }

    @Test(
        "A transaction of which a record is too large leaves nothing, and names the record; the next one goes through")
    func tooLarge() async throws {
        try await blocking {
            let bench = try Bench()
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            // Taken by the client and refused by the topic; refused by the client.
            for (bytes, index) in [(2 << 20, 2), (5 << 20, 1)] {
                var transaction = Transaction()
                for _ in 0..<index { transaction.write(.orderState, "small") }
                transaction.writeNoise(.orderEvents, count: bytes)
                transaction.commit(number: 1, next: 7)
                log.submit(transaction)
                let settlement = try log.settlement()
                guard case .tooLarge(let record, _) = settlement else {
                    Issue.record("\(settlement)")
                    continue
                }
                #expect(record == index)
            }
            #expect(try bench.read(.orderState).isEmpty)
            #expect(try bench.committed([(.orderCommands, 0)])[0] == nil)

            var transaction = Transaction()
            transaction.write(.orderState, "after")
            transaction.commit(number: 1, next: 0)
            log.submit(transaction)
            #expect(try log.settlement().name == "committed")
            #expect(try bench.read(.orderState) == ["after"])
            #expect(log.counters.values().aborted == 2)
        }
    }

    @Test("A producer that another one of its id has fenced is replaced, and the transaction's outcome found")
    func recycled() async throws {
        try await blocking {
            let bench = try Bench()
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            for number in UInt64(1)...6 {
                // A second member with the first one's transactional id, as a process that is wrongly set up would be.
                if number % 2 == 0 { try fence(bench) }
                var transaction = Transaction()
                transaction.write(.orderEvents, "event \(number)")
                transaction.commit(number: number, next: 0)
                log.submit(transaction)
                var name = try log.settlement().name
                if number % 2 == 0 {
                    #expect(name == "aborted")
                    var again = Transaction()
                    again.write(.orderEvents, "event \(number)")
                    again.commit(number: number, next: 0)
                    log.submit(again)
                    name = try log.settlement().name
                }
                #expect(name == "committed")
            }
            #expect(try bench.read(.orderEvents) == (1...6).map { "event \($0)" })
            #expect(try bench.committed([(.orderCommands, 0)])[0]?.number == 6)
            #expect(log.counters.values().recycles.map(\.count).reduce(0, +) == 3)
        }
    }

    @Test("A transaction that was done although its commit failed is found done")
    func foundDone() async throws {
        try await blocking {
            let bench = try Bench()
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            guard let membership = log.membership else { throw TimedOut(what: "a membership") }
            _ = try log.until("the producer") { $0.counters.values().isProducerReady ? true : nil }
            // What the worker's own commit would have left, by a producer that fences its own.
            let other = try TransactionalProducer(
                bench.settings, transactionalID: bench.identity("a").transactionalID, log: bench.lines.callback)
            try other.initialise(timeoutMs: 10_000)
            try other.begin()
            let offsets = PartitionList(capacity: 1)
            offsets.add(
                bench.settings.name(of: .orderCommands), 0, offset: 0,
                metadata: CommitMark(number: 1, by: membership).text)
            try other.sendOffsets(offsets, membership: membership, .endless)
            try other.commit(.endless)
            var transaction = Transaction()
            transaction.commit(number: 1, next: 0)
            log.submit(transaction)
            #expect(try log.settlement().name == "committed")
            #expect(log.counters.values().recycles.contains { $0.reason == "fatal" && $0.count == 1 })
        }
    }

    @Test("A transaction without a position of the commands, or without an assignment, is not begun")
    func refused() async throws {
        try await blocking {
            let bench = try Bench()
            var log = try bench.makeLog("a")
            var early = Transaction()
            early.commit(number: 1, next: 0)
            log.submit(early)
            #expect(try log.settlement().name == "fenced")
            _ = try log.assigned()
            var lacking = Transaction()
            lacking.commits = [PartitionCommit(partition: 0, number: 1, positions: [(.supplierResults, 1)])]
            log.submit(lacking)
            #expect(try log.settlement().name == "failed")
        }
    }
}

/// Initialises a second producer of worker a's transactional id.
private func fence(_ bench: Bench) throws {
    let other = WorkerIdentity(
        groupID: bench.group + "-other", instanceID: "b", transactionalID: bench.identity("a").transactionalID)
    let log = try KafkaLog(bench.settings, identity: other, partitionCount: 1, log: bench.lines.callback)
    let end = Date().addingTimeInterval(20)
    while !log.counters.values().isProducerReady {
        if Date() > end { throw TimedOut(what: "the second producer") }
        Thread.sleep(forTimeInterval: 0.01)
    }
}

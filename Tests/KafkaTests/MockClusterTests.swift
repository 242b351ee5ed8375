import Foundation
import Records
import Testing

@testable import Kafka

@Suite("On librdkafka's mock cluster", .serialized)
struct MockClusterTests {
    @Test("A worker takes, decides and commits without a broker")
    func worker() async throws {
        try await blocking {
            let lines = LogLines()
            let cluster = try MockCluster(brokers: 1, log: lines.callback)
            let bench = try Bench(brokers: cluster.bootstrapServers, partitionCount: 2, acceptsCreateTime: true)
            for topic in Bench.topics {
                try cluster.createTopic(bench.settings.name(of: topic), partitionCount: 2)
            }
            try bench.publish(.orderCommands, 1, ["c0", "c1"])
            do {
                var log = try bench.makeLog("a")
                #expect(try log.assigned().map(\.partition) == [0, 1])
                #expect(try log.takeAll(2, .orderCommands, 1) == ["c0", "c1"])
                #expect(log.highWatermarks([(.orderCommands, 1), (.orderCommands, 0)], timeoutMs: 5_000) == [2, 0])
                for number in UInt64(1)...3 {
                    var transaction = Transaction()
                    transaction.write(.orderEvents, "event \(number)", partition: 1)
                    transaction.write(.orderEvents, "with headers", partition: 1, headers: ["ce_id"])
                    transaction.commit(1, number: number, next: Int64(number))
                    log.submit(transaction)
                    #expect(try log.settlement().name == "committed")
                }
            }
            #expect(try bench.read(.orderEvents).count == 6)
            // It takes a transaction's offsets and forgets them: what it is good for is a demo, not a restart.
            #expect(try bench.committed([(.orderCommands, 1)])[0] == nil)
        }
    }
    private func bench(on cluster: borrowing MockCluster) throws -> Bench {
        let bench = try Bench(brokers: cluster.bootstrapServers, partitionCount: 1, acceptsCreateTime: true)
        for topic in Bench.topics { try cluster.createTopic(bench.settings.name(of: topic), partitionCount: 1) }
        return bench
    }

    @Test("An input that a broker does not have for a moment loses and repeats nothing, nor do the others")
    func inputOutOfRange() async throws {
        try await blocking {
            let lines = LogLines()
            let cluster = try MockCluster(brokers: 1, log: lines.callback)
            let bench = try bench(on: cluster)
            try bench.publish(.orderCommands, 0, ["c0", "c1"])
            try bench.publish(.supplierResults, 0, ["r0"])
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            #expect(try log.takeAll(2) == ["c0", "c1"])
            for round in 1...3 {
                cluster.deny(fetches: 2)
                // Time for it to be told.
                Thread.sleep(forTimeInterval: 0.5)
                try bench.publish(.orderCommands, 0, ["c\(round)a", "c\(round)b"])
                #expect(try log.takeAll(2) == ["c\(round)a", "c\(round)b"])
            }
            #expect(try log.takeAll(1, .supplierResults) == ["r0"])
            #expect(bench.lines.all.contains { $0.contains("Offset out of range") })
        }
    }

    @Test("A reader goes on where a broker did not have its offset for a moment")
    func readerOutOfRange() async throws {
        try await blocking {
            let lines = LogLines()
            let cluster = try MockCluster(brokers: 1, log: lines.callback)
            let bench = try bench(on: cluster)
            try bench.publish(.orderEvents, 0, ["e0", "e1"])
            var reader = try TopicReader(bench.settings, log: bench.lines.callback)
            var read: [String] = []
            var denied = 0
            let untilNs = monotonicNs() + 20_000_000_000
            try reader.follow(
                bench.settings.name(of: .orderEvents), idleMs: 50,
                idle: {
                    if read.count == 2 * (denied + 1) {
                        if denied == 2 { return .stop }
                        denied += 1
                        cluster.deny(fetches: 1)
                        Thread.sleep(forTimeInterval: 0.2)
                        try bench.publish(.orderEvents, 0, ["e\(denied)a", "e\(denied)b"])
                    }
                    return monotonicNs() < untilNs ? .goOn : .stop
                }
            ) { record in
                read.append(String(decoding: record.value ?? .init(start: nil, count: 0), as: UTF8.self))
                return .goOn
            }
            #expect(read == ["e0", "e1", "e1a", "e1b", "e2a", "e2b"])
            #expect(bench.lines.all.contains { $0.contains("Offset out of range") })
        }
    }
}

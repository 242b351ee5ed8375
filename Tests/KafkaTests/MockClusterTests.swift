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
}

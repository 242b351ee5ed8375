import Foundation
import Records
import Testing

@testable import Kafka

@Suite("Reading behind transactions that others have abandoned", .serialized, .needsBroker)
struct AbandonedTransactionTests {
    /// Seen once at a reader of librdkafka 2.0.2, and never explained: behind a zombie's aborted transaction one partition
    /// gave nothing more. Here inputs of both kinds of fetching meet many such transactions, and must go on each time.
    @Test("Neither an input nor a follower stops at what a fenced producer has left open, round after round")
    func goesOn() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 2)
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            let follower = Follower(bench)
            defer { follower.stop() }
            var expected: [[String]] = [[], []]
            var taken: [[String]] = [[], []]
            var other = try writer(bench, "other")
            for round in 0..<40 {
                // It writes to both partitions and is never heard of again; what comes behind it waits for its end.
                var zombie = try writer(bench, "zombie")
                try zombie.write(
                    "abandoned \(round)", records: round % 7 + 1, partitions: round % 3 == 0 ? [0, 1] : [round % 2])
                let partition = round % 2
                try other.write("\(round)", records: round % 5 + 1, partitions: [partition])
                if round % 4 == 3 { try other.abort(.endless) } else { try other.commit(.endless) }
                if round % 4 != 3 { expected[partition] += (0...round % 5).map { "\(round) \($0)" } }
                if round % 2 == 0 { try take(&log, &taken, milliseconds: 30) }
                // The next one of its id ends it.
                _ = try writer(bench, "zombie")
                let end = Date().addingTimeInterval(10)
                while taken != expected, Date() < end { try take(&log, &taken, milliseconds: 20) }
                try #require(taken == expected, "the input stalls in round \(round): \(taken) of \(expected)")
                while follower.count < expected.reduce(0, { $0 + $1.count }), Date() < end { usleep(1_000) }
                try #require(
                    follower.count == expected.reduce(0) { $0 + $1.count }, "the follower stalls in round \(round)")
            }
        }
    }

    private func writer(_ bench: Bench, _ name: String) throws -> TransactionalProducer {
        let producer = try TransactionalProducer(
            bench.settings, transactionalID: "\(bench.group)-\(name)", log: bench.lines.callback)
        try producer.initialise(timeoutMs: 10_000)
        return producer
    }

    private func take(_ log: inout KafkaLog, _ taken: inout [[String]], milliseconds: Int) throws {
        log.wait(milliseconds: milliseconds)
        _ = log.assignmentChange()
        for partition in taken.indices {
            var inbox = log.makeInbox()
            _ = try log.take(.orderCommands, Int32(partition), limit: 100, into: &inbox)
            taken[partition] += inbox.records.map { $0.value.map { String(decoding: $0, as: UTF8.self) } ?? "-" }
        }
    }
}

extension TransactionalProducer {
    /// Begins a transaction and has commands acknowledged in it.
    fileprivate mutating func write(_ value: String, records: Int, partitions: [Int]) throws {
        try begin()
        var transaction = Transaction()
        for partition in partitions {
            for index in 0..<records {
                transaction.write(.orderCommands, "\(value) \(index)", partition: Int32(partition))
            }
        }
        try enqueue(transaction, .endless)
        try flush(.endless)
    }
}

/// Follows the commands on a thread of its own, and counts them.
private final class Follower: @unchecked Sendable {
    private let lock = NSLock()
    private var seen = 0
    private var isStopping = false

    init(_ bench: Bench) {
        Thread.detachNewThread {
            do {
                var reader = try TopicReader(bench.settings, log: bench.lines.callback)
                try reader.follow(
                    bench.settings.name(of: .orderCommands), idleMs: 20,
                    idle: { self.lock.withLock { self.isStopping } ? .stop : .goOn }
                ) { _ in
                    self.lock.withLock { self.seen += 1 }
                    return .goOn
                }
            } catch { Issue.record(error) }
        }
    }

    var count: Int { lock.withLock { seen } }

    func stop() { lock.withLock { isStopping = true } }
}

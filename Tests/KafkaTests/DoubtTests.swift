import CRdkafka
import Faults
import Foundation
import Records
import Testing

@testable import Kafka

/// With a proxy between the worker and the broker.
@Suite("A request that may still be under way", .serialized, .needsLoopbackBroker)
struct DoubtTests {
    /// A client's EndTxn is held up in the network; the client gives it up, asks again, and is told that its transaction
    /// is committed. The next transaction is on its way when the first EndTxn arrives: the broker takes it for that one.
    @Test(
        "An EndTxn that comes late commits a later transaction that is aborted; with a new producer it does not",
        arguments: [false, true])
    func lateEndTxn(recycles: Bool) async throws {
        try await blocking {
            let bench = try ProxiedBench(properties: [("socket.timeout.ms", "1000")]) {
                $0.recyclesOnDoubt = recycles
            }
            let proxy = bench.proxy
            proxy.onRequest { request in
                guard request.isCommit != nil, request.transactionalID == bench.transactionalID else { return .pass }
                if proxy.held.isEmpty { return .hold }
                if request.isCommit == false, let late = proxy.held.first {
                    proxy.release()
                    _ = try? proxy.awaitAnswer(to: late)
                }
                return .pass
            }
            var log = try bench.makeLog()
            _ = try log.assigned()
            var first = Transaction()
            first.write(.orderEvents, "first")
            first.commit(number: 1, next: 0)
            log.submit(first)
            #expect(try log.settlement().name == "committed")
            let late = try proxy.awaitHeld()
            #expect(!proxy.answers.contains { $0.request.isSame(as: late) }, "it is still under way")

            // It is aborted for a record that the broker refuses.
            var second = Transaction()
            second.write(.orderEvents, "of an aborted transaction")
            second.writeNoise(.supplierRequests, count: 2 << 20)
            second.commit(number: 2, next: 0)
            log.submit(second)
            #expect(try log.settlement().name == "tooLarge")
            let answer = try proxy.awaitAnswer(to: late)
            // That is the torn transaction: one part of it can be read, the other one cannot.
            #expect(
                try bench.direct.read(.orderEvents) == (recycles ? ["first"] : ["first", "of an aborted transaction"]))
            #expect(try bench.direct.read(.supplierRequests).isEmpty)
            #expect(try bench.direct.read(.orderEvents, uncommitted: true).count == 2)
            #expect(try bench.direct.committed([(.orderCommands, 0)])[0]?.number == 1)
            #expect((answer.errorCode == 0) == !recycles)
            #expect(log.counters.recycled("doubt") == (recycles ? 1 : 0))
        }
    }

    static let watched: [API] = [
        .produce, .addPartitionsToTxn, .addOffsetsToTxn, .txnOffsetCommit, .endTxn, .initProducerID,
    ]

    @Test(
        "Where a connection breaks over a request of a transaction, the transaction is done once, then the producer replaced",
        arguments: watched, [Verdict.closeBefore, .closeAfter])
    func brokenConnection(api: API, verdict: Verdict) async throws {
        try await blocking {
            let bench = try ProxiedBench()
            let breaks = Once()
            bench.proxy.onRequest { request in
                request.api == api && request.transactionalID == bench.transactionalID && breaks.take()
                    ? verdict : .pass
            }
            var log = try bench.makeLog()
            _ = try log.assigned()
            for number in UInt64(1)...3 {
                var transaction = Transaction()
                for index in 0..<3 { transaction.write(.orderEvents, "\(number).\(index)") }
                transaction.commit(number: number, next: Int64(number))
                log.submit(transaction)
                #expect(try log.settlement().name == "committed")
            }
            #expect(!breaks.take(), "no such request came")
            #expect(try bench.direct.read(.orderEvents) == (1...3).flatMap { n in (0..<3).map { "\(n).\($0)" } })
            #expect(try bench.direct.committed([(.orderCommands, 0)])[0]?.number == 3)
            #expect(log.counters.recycled("doubt") == 1, "\(bench.direct.lines.all)")
        }
    }

    @Test("Without any fault no producer is replaced, neither after commits nor after aborts")
    func noDoubt() async throws {
        try await blocking {
            let bench = try ProxiedBench()
            var log = try bench.makeLog()
            _ = try log.assigned()
            for number in UInt64(1)...20 {
                var transaction = Transaction()
                transaction.write(.orderEvents, "event \(number)")
                if number % 5 == 0 { transaction.writeNoise(.supplierRequests, count: 2 << 20) }
                transaction.commit(number: number, next: 0)
                log.submit(transaction)
                #expect(try log.settlement().name == (number % 5 == 0 ? "tooLarge" : "committed"))
            }
            #expect(log.counters.recycled("doubt") == 0, "\(bench.direct.lines.all)")
        }
    }
}

@Suite("What counts as doubt")
struct RequestWatchTests {
    @Test("a request without an answer, or a late answer; not what only reads, nor what is given up at the end")
    func doubts() {
        func doubt(_ apiKey: Int16, _ code: rd_kafka_resp_err_t) -> String? {
            let watch = RequestWatch()
            watch.answered(0, RD_KAFKA_RESP_ERR_NO_ERROR)
            watch.answered(apiKey, code)
            watch.answered(26, RD_KAFKA_RESP_ERR__TRANSPORT)
            return watch.doubt?.description
        }
        #expect(doubt(28, RD_KAFKA_RESP_ERR__TIMED_OUT) == "TxnOffsetCommit ended with _TIMED_OUT")
        #expect(doubt(-1, RD_KAFKA_RESP_ERR__NOENT) == "an answer came to some request that was given up before")
        // The first one counts, and of these two it is the EndTxn.
        #expect(doubt(3, RD_KAFKA_RESP_ERR__TRANSPORT) == "EndTxn ended with _TRANSPORT")
        #expect(doubt(0, RD_KAFKA_RESP_ERR__DESTROY) == "EndTxn ended with _TRANSPORT")
        #expect(RequestWatch().doubt == nil)
    }
}

/// Topics in the broker under test, a proxy before it, and one worker that knows the proxy only.
struct ProxiedBench: Sendable {
    /// Past the proxy, for what looks at the topics.
    let direct: Bench
    let proxy: FaultProxy
    private let settings: KafkaSettings

    init(properties: [(name: String, value: String)] = [], _ set: (inout KafkaSettings) -> Void = { _ in }) throws {
        direct = try Bench()
        proxy = try FaultProxy(to: direct.settings.bootstrapServers)
        var settings = try KafkaSettings(
            bootstrapServers: proxy.bootstrapServers, topicPrefix: direct.settings.topicPrefix, properties: properties)
        set(&settings)
        self.settings = settings
    }

    var transactionalID: String { direct.identity("a").transactionalID }

    func makeLog() throws -> KafkaLog {
        try KafkaLog(settings, identity: direct.identity("a"), partitionCount: 1, log: direct.lines.callback)
    }
}

extension LogCounters {
    func recycled(_ reason: String) -> UInt64 {
        values().recycles.first { $0.reason == reason }?.count ?? 0
    }
}

import Faults
import Foundation
import Records
import Testing

@testable import Kafka

/// The worker asks for the commit, and never learns what became of it: the answer is lost, and every further question
/// waits in the network.
@Suite("A commit whose outcome is not known", .needsLoopbackBroker)
struct UnknownOutcomeTests {
    @Test("It was done: the group's mark says so, it is not decided again, and what comes late changes nothing")
    func done() async throws {
        try await blocking {
            let bench = try ProxiedBench()
            bench.holdCommits(afterFirst: .loseAnswer)
            var log = try bench.makeLog()
            _ = try log.assigned()
            log.submit(transaction(1))
            #expect(try log.settlement().name == "committed")
            #expect(log.counters.recycled("unknown_outcome") == 1)
            try bench.letGoOnLate()

            log.submit(transaction(2))
            #expect(try log.settlement().name == "committed")
            #expect(try bench.direct.read(.orderEvents) == ["event 1", "event 2"])
            #expect(try bench.direct.committed([(.orderCommands, 0)])[0]?.number == 2)
        }
    }

    @Test("It was not done: it is aborted and decided again, and what comes late changes nothing")
    func notDone() async throws {
        try await blocking {
            let bench = try ProxiedBench()
            bench.holdCommits(afterFirst: .hold)
            var log = try bench.makeLog()
            _ = try log.assigned()
            log.submit(transaction(1))
            #expect(try log.settlement().name == "aborted")
            #expect(log.counters.recycled("unknown_outcome") + log.counters.recycled("fatal") == 1)
            #expect(try bench.direct.committed([(.orderCommands, 0)])[0] == nil)
            #expect(try bench.direct.read(.orderEvents).isEmpty)
            try bench.letGoOnLate()

            log.submit(transaction(1))
            #expect(try log.settlement().name == "committed")
            #expect(try bench.direct.read(.orderEvents) == ["event 1"])
            #expect(try bench.direct.committed([(.orderCommands, 0)])[0]?.number == 1)
        }
    }

    @Test("Another producer of its id ends it right before its commit arrives: no doubt, and it is decided again")
    func fencedAtCommit() async throws {
        try await blocking {
            let bench = try ProxiedBench()
            bench.holdCommits(afterFirst: .hold)
            var log = try bench.makeLog()
            _ = try log.assigned()
            log.submit(transaction(1))
            _ = try bench.proxy.awaitHeld()
            let other = try TransactionalProducer(
                bench.direct.settings, transactionalID: bench.transactionalID, log: bench.direct.lines.callback)
            try other.initialise(timeoutMs: 10_000)
            try bench.letGoOnLate()
            #expect(try log.settlement().name == "aborted")
            #expect(log.counters.recycled("fatal") == 1 && log.counters.recycled("unknown_outcome") == 0)

            log.submit(transaction(1))
            #expect(try log.settlement().name == "committed")
            #expect(try bench.direct.read(.orderEvents) == ["event 1"])
        }
    }

    @Test(
        "Whatever request waits in the network for ever, a transaction ends within half a minute, and the next one works",
        arguments: [API.produce, .addPartitionsToTxn, .addOffsetsToTxn, .txnOffsetCommit])
    func stuck(api: API) async throws {
        try await blocking {
            let bench = try ProxiedBench()
            var log = try bench.makeLog()
            _ = try log.assigned()
            bench.proxy.onRequest { request in
                request.api == api && request.transactionalID == bench.transactionalID ? .hold : .pass
            }
            let began = Date()
            log.submit(transaction(1))
            #expect(try log.settlement().name == "aborted")
            #expect(Date().timeIntervalSince(began) < 30)
            try bench.letGoOnLate()

            log.submit(transaction(1))
            #expect(try log.settlement().name == "committed")
            log.submit(transaction(2))
            #expect(try log.settlement().name == "committed")
            #expect(try bench.direct.read(.orderEvents) == ["event 1", "event 2"])
            #expect(try bench.direct.committed([(.orderCommands, 0)])[0]?.number == 2)
            #expect(log.counters.values().recycles.map(\.count).reduce(0, +) == 1)
        }
    }

    private func transaction(_ number: UInt64) -> Transaction {
        var transaction = Transaction()
        transaction.write(.orderEvents, "event \(number)")
        transaction.commit(number: number, next: Int64(number))
        return transaction
    }
}

extension ProxiedBench {
    /// What the worker's first EndTxn meets; every later one waits.
    fileprivate func holdCommits(afterFirst first: Verdict) {
        let isFirst = Once()
        proxy.onRequest { request in
            guard request.isCommit != nil, request.transactionalID == transactionalID else { return .pass }
            return isFirst.take() ? first : .hold
        }
    }

    /// Lets what was held go on, until all of it is answered, and nothing is held any more.
    fileprivate func letGoOnLate() throws {
        proxy.onRequest { _ in .pass }
        let late = proxy.held
        #expect(!late.isEmpty)
        proxy.release()
        for request in late {
            #expect(try proxy.awaitAnswer(to: request).errorCode != 0, "the broker took a late EndTxn")
        }
    }
}

import Foundation
import Records
import Testing

@testable import Kafka

@Suite("Receiving and rebalancing against a broker", .serialized, .needsBroker)
struct AssignmentTests {
    @Test("A new assignment tells the offsets and the number that the group has")
    func comesBack() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 2)
            try bench.publish(.orderCommands, 1, ["c0", "c1", "c2"])
            do {
                var log = try bench.makeLog("a")
                #expect(try log.assigned().count == 2)
                let position = log.position(.orderCommands, 1)
                #expect(position == 0)  // known before anything was given
                var transaction = Transaction()
                transaction.commits = [
                    PartitionCommit(
                        partition: 1, number: 41,
                        positions: [(.orderCommands, 2), (.supplierResults, 0), (.operatorActions, 0)])
                ]
                log.submit(transaction)
                #expect(try log.settlement().name == "committed")
            }
            var log = try bench.makeLog("a")
            let assigned = try log.assigned()
            #expect(assigned.map(\.number) == [nil, 41])
            #expect(assigned.map(\.committed) == [[nil, nil, nil], [2, 0, 0]])
            #expect(try log.takeAll(1, .orderCommands, 1) == ["c2"])
        }
    }

    @Test("Waiting ends at once when an input comes")
    func wakesUp() async throws {
        try await blocking {
            let bench = try Bench()
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            // The first fetches and their ends are over by then.
            for _ in 0..<20 {
                log.wait(milliseconds: 50)
                _ = log.assignmentChange()
                var inbox = log.makeInbox()
                for topic in Topic.inputs { _ = try log.take(topic, 0, limit: 10, into: &inbox) }
            }
            var publisher = try Publisher(bench.settings, log: bench.lines.callback)
            _ = try publisher.partitionCount(bench.settings.name(of: .supplierResults))
            for _ in 0..<5 {
                let began = Date()
                let settings = bench.settings
                let callback = bench.lines.callback
                Thread.detachNewThread {
                    Thread.sleep(forTimeInterval: 0.3)
                    do {
                        var publisher = try Publisher(settings, log: callback)
                        let value = Array("late".utf8)
                        try value.withUnsafeBytes {
                            try publisher.publish(
                                settings.name(of: .supplierResults), partition: 0, key: nil, value: $0)
                        }
                        try publisher.flush(timeoutMs: 5_000)
                    } catch { Issue.record(error) }
                }
                var inbox = log.makeInbox()
                while inbox.count == 0, Date().timeIntervalSince(began) < 20 {
                    log.wait(milliseconds: 10_000)
                    _ = log.assignmentChange()
                    _ = try log.take(.supplierResults, 0, limit: 10, into: &inbox)
                }
                #expect(inbox.count == 1)
                #expect(Date().timeIntervalSince(began) < 2)
            }
        }
    }

    @Test("A partition that is not taken from holds up no other")
    func holdsUpNoOther() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 2)
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            try bench.publish(.orderCommands, 0, (0..<2_000).map { "waits \($0)" })
            for round in 0..<5 {
                try bench.publish(.orderCommands, 1, (0..<100).map { "goes \(round) \($0)" })
                #expect(try log.takeAll(100, .orderCommands, 1) == (0..<100).map { "goes \(round) \($0)" })
            }
            #expect(log.position(.orderCommands, 0) == 0 && log.position(.orderCommands, 1) == 500)
            #expect(try log.takeAll(2_000, .orderCommands, 0) == (0..<2_000).map { "waits \($0)" })
        }
    }

    @Test("The position reaches the high watermark over markers and aborted records, and an open transaction is seen")
    func positions() async throws {
        try await blocking {
            let bench = try Bench()
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            var producer = try TransactionalProducer(
                bench.settings, transactionalID: bench.group + "-writer", log: bench.lines.callback)
            try producer.initialise(timeoutMs: 10_000)
            for value in ["from a transaction", "aborted"] {
                try producer.write(value)
                if value == "aborted" { try producer.abort(.endless) } else { try producer.commit(.endless) }
            }
            #expect(try bench.read(.orderCommands, uncommitted: true) == ["from a transaction", "aborted"])
            #expect(try bench.read(.orderCommands) == ["from a transaction"])
            #expect(try log.takeAll(1) == ["from a transaction"])
            let drained: Int64 = 4  // two records, a commit's marker and an abort's
            try log.untilDrained(at: drained)

            try producer.write("not yet")
            for _ in 0..<5 {
                log.wait(milliseconds: 50)
                var inbox = log.makeInbox()
                let taken = try log.take(.orderCommands, 0, limit: 10, into: &inbox)
                #expect(taken == 0)
                let end = log.highWatermarks([(.orderCommands, 0)], timeoutMs: 5_000)[0]
                let position = log.position(.orderCommands, 0)
                #expect(position == drained && end == drained + 1)
            }
            try producer.commit(.endless)
            #expect(try log.takeAll(1) == ["not yet"])
            try log.untilDrained(at: drained + 2)
        }
    }

    @Test("A transaction may end before its partitions are given back; under the old generation none is taken after it")
    func fencedByGeneration() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 2)
            var old = try bench.makeLog("a")
            #expect(try old.assigned().count == 2)
            // While the second one joins, the first is told to let go, does so, and both get their halves.
            let joined = Joining(bench)
            defer { joined.leave() }
            let revoked = try old.until("a revocation") { log -> Bool? in
                if case .revoked = log.assignmentChange() { return true }
                return nil
            }
            #expect(revoked)
            // Still its own: the transaction under way may end.
            var last = Transaction()
            last.write(.orderEvents, "in time", partition: 1)
            last.commit(0, number: 1, next: 0)
            last.commit(1, number: 1, next: 0)
            old.submit(last)
            #expect(try old.settlement().name == "committed")
            let before = old.membership
            #expect(before != nil)
            old.releaseAssignment()
            let mine = try old.assigned()
            #expect(mine.count == 1)
            #expect(mine[0].number == 1)
            let theirs = try joined.wait()
            #expect(theirs.map(\.partition) == [1 - mine[0].partition])
            #expect(theirs[0].number == 1)

            // As if the committer had been held up since before the rebalance.
            var late = Transaction()
            late.write(.orderEvents, "too late")
            late.commit(theirs[0].partition, number: 2, next: 0)
            old.committer.mailbox.submit(late, membership: before)
            let settlement = try old.settlement()
            guard case .fenced(let reason) = settlement else {
                Issue.record("\(settlement)")
                return
            }
            #expect(reason.contains("ILLEGAL_GENERATION"))
            var next = Transaction()
            next.write(.orderEvents, "goes on", partition: 0)
            next.commit(mine[0].partition, number: 2, next: 0)
            old.submit(next)
            #expect(try old.settlement().name == "committed")
            #expect(try bench.read(.orderEvents).sorted() == ["goes on", "in time"])
            try bench.publish(.orderCommands, mine[0].partition, ["after the rebalance"])
            #expect(try old.takeAll(1, .orderCommands, mine[0].partition) == ["after the rebalance"])
        }
    }

    @Test("A static member that leaves gives its partitions to the others at once")
    func leaves() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 2)
            var first = try bench.makeLog("a")
            #expect(try first.assigned().count == 2)
            let joined = Joining(bench)
            defer { joined.leave() }
            #expect(try first.assigned().count == 1)
            #expect(try joined.wait().count == 1)
            let began = Date()
            first.leaveGroup()
            _ = try first.until("a revocation") { log -> Bool? in
                guard case .revoked = log.assignmentChange() else { return nil }
                log.releaseAssignment()
                return true
            }
            #expect(try joined.wait().count == 2)
            #expect(Date().timeIntervalSince(began) < 8)  // the session's time-out is 10 s
        }
    }

    @Test("A member that was away for longer than its session learns that its partitions are lost, and is fenced")
    func fencedAfterSession() async throws {
        try await blocking {
            let bench = try Bench()
            var old = try bench.makeLog("a")
            _ = try old.assigned()
            // Its successor has the same instance id: the broker gives the partitions to it at once.
            var new = try KafkaLog(
                bench.settings,
                identity: WorkerIdentity(groupID: bench.group, instanceID: "a", transactionalID: bench.group + "-new"),
                partitionCount: 1, log: bench.lines.callback)
            #expect(try new.assigned().count == 1)
            var zombie = Transaction()
            zombie.write(.orderEvents, "never")
            zombie.commit(number: 1, next: 9)
            old.submit(zombie)
            #expect(try old.settlement().name == "fenced")
            #expect(try bench.read(.orderEvents).isEmpty)
            let reason = try old.until("the end of the membership") { log -> String? in
                if case .failed(let reason) = log.assignmentChange() { return reason }
                return nil
            }
            #expect(reason.contains("FENCED_INSTANCE_ID"))

            var next = Transaction()
            next.write(.orderEvents, "the successor's")
            next.commit(number: 1, next: 0)
            new.submit(next)
            #expect(try new.settlement().name == "committed")
            #expect(try bench.read(.orderEvents) == ["the successor's"])
        }
    }

    @Test("Offsets of a transaction that is still open are waited for, and so is an assignment that needs them")
    func stableOffsets() async throws {
        try await blocking {
            let bench = try Bench()
            let topic = bench.settings.name(of: .orderCommands)
            var old = try bench.makeLog("a")
            _ = try old.assigned()
            guard let membership = old.membership else { throw TimedOut(what: "a membership") }
            let producer = try TransactionalProducer(
                bench.settings, transactionalID: bench.group + "-open", log: bench.lines.callback)
            try producer.initialise(timeoutMs: 10_000)
            try producer.begin()
            let offsets = PartitionList(capacity: 1)
            offsets.add(topic, 0, offset: 5, metadata: CommitMark(number: 3, by: membership).text)
            try producer.sendOffsets(offsets, membership: membership, .endless)
            let reader = try makeGroupReader(bench.settings, groupID: bench.group, log: bench.lines.callback)
            do throws(KafkaFailure) {
                let committed = try committedOffsets(reader, [(topic, 0)], timeoutMs: 500)
                Issue.record("\(committed)")
            } catch {
                #expect(error.isRetriable)
            }
            // The successor is given the partition, and takes it when the transaction has ended.
            var new = try KafkaLog(
                bench.settings,
                identity: WorkerIdentity(groupID: bench.group, instanceID: "a", transactionalID: bench.group + "-new"),
                partitionCount: 1, log: bench.lines.callback)
            let end = Date().addingTimeInterval(4)
            while Date() < end {
                if let change = new.assignmentChange() { Issue.record("\(change)") }
                new.wait(milliseconds: 50)
            }
            try producer.commit(.endless)
            let assigned = try new.assigned()
            #expect(assigned[0].committed[0] == 5 && assigned[0].number == 3)
        }
    }

    @Test("A position that stays beyond the end is a fault of that input alone, and stays one")
    func positionLost() async throws {
        try await blocking {
            let bench = try Bench()
            do {
                var log = try bench.makeLog("a")
                _ = try log.assigned()
                var transaction = Transaction()
                transaction.commits = [
                    PartitionCommit(
                        partition: 0, number: 1,
                        positions: [(.orderCommands, 1_000), (.supplierResults, 0), (.operatorActions, 0)])
                ]
                log.submit(transaction)
                #expect(try log.settlement().name == "committed")
            }
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            let fault = try log.until("the fault", seconds: 60) { log -> InputFault? in
                var inbox = log.makeInbox()
                do throws(InputFailure) {
                    _ = try log.take(.orderCommands, 0, limit: 1, into: &inbox)
                    return nil
                } catch { return error.fault }
            }
            #expect(fault == .positionLost)
            try bench.publish(.supplierResults, 0, ["goes on"])
            #expect(try log.takeAll(1, .supplierResults) == ["goes on"])
            var inbox = log.makeInbox()
            #expect(throws: InputFailure.self) { _ = try log.take(.orderCommands, 0, limit: 1, into: &inbox) }
        }
    }
}

extension TransactionalProducer {
    /// Begins a transaction and has one command acknowledged in it.
    fileprivate mutating func write(_ value: String) throws {
        try begin()
        var transaction = Transaction()
        transaction.write(.orderCommands, value)
        try enqueue(transaction, .endless)
        try flush(.endless)
    }
}

extension KafkaLog {
    /// Waits until nothing is to come of the commands before `offset`, by the high watermark.
    fileprivate mutating func untilDrained(at offset: Int64) throws {
        _ = try until("the end at \(offset)") { log -> Bool? in
            var inbox = log.makeInbox()
            _ = try log.take(.orderCommands, 0, limit: 10, into: &inbox)
            let end = log.highWatermarks([(.orderCommands, 0)], timeoutMs: 5_000)[0]
            return end == offset && log.position(.orderCommands, 0) == end ? true : nil
        }
    }
}

/// A second member that joins on a thread of its own, and keeps what it is given until the test is over.
private final class Joining: @unchecked Sendable {
    private let lock = NSCondition()
    private var given: [[AssignedPartition]] = []
    private var failure: (any Error)?
    private var isLeaving = false

    init(_ bench: Bench) {
        Thread.detachNewThread {
            do {
                var log = try bench.makeLog("b")
                while !self.lock.withLock({ self.isLeaving }) {
                    switch log.assignmentChange() {
                    case .assigned(let partitions):
                        self.lock.withLock {
                            self.given.append(partitions)
                            self.lock.signal()
                        }
                    case .revoked, .lost: log.releaseAssignment()
                    case .failed(let reason): throw TimedOut(what: reason)
                    case nil: log.wait(milliseconds: 50)
                    }
                }
            } catch {
                self.lock.withLock {
                    self.failure = error
                    self.lock.signal()
                }
            }
        }
    }

    /// The next assignment that is not empty.
    func wait() throws -> [AssignedPartition] {
        try lock.withLock {
            let end = Date().addingTimeInterval(20)
            while true {
                if let failure { throw failure }
                while !given.isEmpty {
                    let partitions = given.removeFirst()
                    if !partitions.isEmpty { return partitions }
                }
                if !lock.wait(until: end) { throw TimedOut(what: "the second member's partitions") }
            }
        }
    }

    func leave() { lock.withLock { isLeaving = true } }
}

import Faults
import Records
import Testing

@testable import Kafka

/// The group has missed the worker, which learns of it and joins anew, before the engine has let go.
@Suite("A membership that is lost", .serialized, .needsLoopbackBroker)
struct LostMembershipTests {
    @Test("What is handed over for it is refused, though the worker is a member again by then")
    func fencedAfterLoss() async throws {
        try await blocking {
            let bench = try ProxiedBench()
            var log = try bench.makeLog()
            _ = try log.assigned()
            bench.proxy.onRequest { $0.api == .heartbeat ? .hold : .pass }
            _ = try log.until("the loss") { log -> Bool? in
                if case .lost = log.assignmentChange() { return true }
                return nil
            }
            let before = bench.proxy.answers.count
            bench.proxy.onRequest { _ in .pass }
            bench.proxy.release()
            _ = try log.until("another membership") { _ -> Bool? in
                bench.proxy.answers[before...].contains { $0.request.api == .syncGroup } ? true : nil
            }
            // Decided while the partition may have been another member's.
            var late = Transaction()
            late.write(.orderEvents, "of the lost membership")
            late.commit(number: 1, next: 9)
            log.submit(late)
            #expect(try log.settlement().name == "fenced")
            #expect(try bench.direct.committed([(.orderCommands, 0)])[0] == nil)

            log.releaseAssignment()
            _ = try log.assigned()
            var next = Transaction()
            next.write(.orderEvents, "of the new one")
            next.commit(number: 1, next: 0)
            log.submit(next)
            #expect(try log.settlement().name == "committed")
            #expect(try bench.direct.read(.orderEvents) == ["of the new one"])
        }
    }
}

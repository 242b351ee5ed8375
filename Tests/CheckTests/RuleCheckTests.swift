import Check
import Protobuf
import Schemas
import Testing

/// One order as its inputs and events tell it, held for 10,000 ms, of a supplier whose second NOT_FOUND after 3,000 ms is
/// a proof.
private struct Story {
    var check = RuleCheck(patience: ["s": RuleCheck.Patience(notFoundCount: 2, notFoundGraceMs: 3_000)])
    private var sequence: UInt64 = 0
    private var offset: Int64 = 0

    mutating func command(atMs: Int64) -> Int64 {
        offset += 1
        check.command(partition: 0, offset: offset, appendedMs: atMs)
        return offset
    }

    mutating func result(
        _ id: String, of supplierID: String = "s", to requestID: String = "d/1/issue",
        _ outcome: Proto.Outcome = .succeeded, _ detail: (inout ReverseWriter) -> Void = { _ in }
    ) -> Int64 {
        offset += 1
        let value = message { writer in
            detail(&writer)
            Proto.SupplierResult.writeOutcome(outcome, to: &writer)
            Proto.SupplierResult.writeDistributorOrderId("1", to: &writer)
            Proto.SupplierResult.writeDistributorId("d", to: &writer)
            Proto.SupplierResult.writeSupplierId(supplierID, to: &writer)
            Proto.SupplierResult.writeRequestId(requestID, to: &writer)
            Proto.SupplierResult.writeResultId(id, to: &writer)
        }
        check.result(value.span.bytes, partition: 0, offset: offset, appendedMs: offset)
        return offset
    }

    mutating func event(
        by command: Int64? = nil, result: Int64? = nil, before: Proto.OrderStatus = .unspecified, atMs: Int64 = 0,
        _ body: (inout ReverseWriter) -> Void
    ) {
        sequence += 1
        let value = message { writer in
            body(&writer)
            Proto.OrderEvent.writeStatusBefore(before, to: &writer)
            Proto.OrderEvent.writeCause(to: &writer) { writer in
                if let command {
                    Proto.Cause.writeCommand(to: &writer) { Proto.Cause.Record.writeOffset(command, to: &$0) }
                }
                if let result {
                    Proto.Cause.writeResult(to: &writer) { Proto.Cause.Record.writeOffset(result, to: &$0) }
                }
            }
            Proto.OrderEvent.writeOccurredAt(milliseconds: atMs, to: &writer)
            Proto.OrderEvent.writeSequence(sequence, to: &writer)
            Proto.OrderEvent.writeDistributorOrderId("1", to: &writer)
            Proto.OrderEvent.writeDistributorId("d", to: &writer)
        }
        check.event(value.span.bytes, at: "order-events 0:\(sequence)")
    }

    mutating func locked() {
        event(by: command(atMs: 0)) { writer in
            Proto.OrderEvent.writePlaced(to: &writer) { Proto.OrderEvent.Placed.writeSupplierId("s", to: &$0) }
        }
        event(result: result("lock")) { writer in
            Proto.OrderEvent.writeLocked(to: &writer) {
                Proto.OrderEvent.Locked.writeHoldUntil(milliseconds: 10_000, to: &$0)
            }
        }
    }

    mutating func issueStarted(atMs: Int64) {
        event(by: command(atMs: atMs), atMs: atMs) { Proto.OrderEvent.writeIssueStarted(to: &$0) { _ in } }
    }

    mutating func issueFailed(by result: Int64, atMs: Int64 = 5_000) {
        event(result: result, before: .fixing, atMs: atMs) { Proto.OrderEvent.writeIssueFailed(to: &$0) { _ in } }
    }

    mutating func issued(by result: Int64) {
        event(result: result, before: .fixing) { Proto.OrderEvent.writeIssued(to: &$0) { _ in } }
    }

    mutating func settlement(_ kind: Proto.EntryKind, _ amount: Int64, refund: String = "") {
        let value = message { writer in
            Proto.LedgerEntry.writeRefundId(refund, to: &writer)
            Proto.LedgerEntry.writeDistributorOrderId("1", to: &writer)
            Proto.LedgerEntry.writeDistributorId("d", to: &writer)
            Proto.LedgerEntry.writeAmount(to: &writer) { euros(amount, &$0) }
            Proto.LedgerEntry.writeKind(kind, to: &writer)
            Proto.LedgerEntry.writeBook(.settlement, to: &writer)
        }
        check.entry(value.span.bytes, at: "entries")
    }

    var isRight: Bool { check.findings.isEmpty }
}

@Suite("The second reading of the rules bites")
struct RuleCheckTests {
    @Test("a hold ends by when an input was appended", arguments: [9_999, 10_000] as [Int64])
    func hold(atMs: Int64) {
        var issued = Story()
        issued.locked()
        issued.issueStarted(atMs: atMs)
        #expect(issued.isRight == (atMs < 10_000))
        var expired = Story()
        expired.locked()
        expired.event(by: expired.command(atMs: atMs)) { writer in
            Proto.OrderEvent.writeCanceled(to: &writer) {
                Proto.OrderEvent.Canceled.writeReason(.holdExpired, to: &$0)
            }
        }
        #expect(expired.isRight == (atMs >= 10_000))
    }

    @Test("an issue fails only by a proof", arguments: [Proto.SideEffect.noneValue, .possible, .certain])
    func proof(sideEffect: Proto.SideEffect) {
        var story = Story()
        story.locked()
        story.issueStarted(atMs: 1)
        let failed = story.result("no", .failed) { Proto.SupplierResult.writeSideEffect(sideEffect, to: &$0) }
        story.issueFailed(by: failed)
        #expect(story.isRight == (sideEffect == Proto.SideEffect.noneValue))
        var unknown = Story()
        unknown.locked()
        unknown.issueStarted(atMs: 1)
        unknown.issueFailed(
            by: unknown.result("no", .unknown) {
                Proto.SupplierResult.writeSideEffect(Proto.SideEffect.noneValue, to: &$0)
            })
        #expect(!unknown.isRight)
    }

    @Test("one NOT_FOUND proves nothing, nor do two before the grace, nor two answers to one query")
    func notFound() {
        func story(_ queries: [String], atMs: Int64) -> Story {
            var story = Story()
            story.locked()
            story.issueStarted(atMs: 1)
            var last: Int64 = 0
            for (number, query) in queries.enumerated() {
                last = story.result("q\(number)", to: query) { writer in
                    Proto.SupplierResult.writeOrderAtSupplier(to: &writer) {
                        Proto.SupplierResult.OrderAtSupplier.writeState(.notFound, to: &$0)
                    }
                }
            }
            story.issueFailed(by: last, atMs: atMs)
            return story
        }
        #expect(story(["d/1/query/1", "d/1/query/2"], atMs: 3_001).isRight)
        #expect(!story(["d/1/query/1", "d/1/query/2"], atMs: 3_000).isRight)
        #expect(!story(["d/1/query/1"], atMs: 3_001).isRight)
        #expect(!story(["d/1/query/1", "d/1/query/1"], atMs: 3_001).isRight)
    }

    @Test("what the supplier is owed, and what it gave back, is as it told")
    func amounts() {
        func story(_ sale: Int64, _ refund: Int64) -> Story {
            var story = Story()
            story.locked()
            story.issueStarted(atMs: 1)
            let issued = story.result("yes") { writer in
                Proto.SupplierResult.writeIssued(to: &writer) { writer in
                    Proto.SupplierResult.Issued.writeSettlementTotal(to: &writer) { euros(80, &$0) }
                }
            }
            let back = story.result("back", to: "d/1/refund/r") { writer in
                Proto.SupplierResult.writeRefunded(to: &writer) { writer in
                    Proto.SupplierResult.Refunded.writeAmount(to: &writer) { euros(70, &$0) }
                }
            }
            story.issued(by: issued)
            story.event(result: back) { writer in
                Proto.OrderEvent.writeSupplierRefunded(to: &writer) {
                    Proto.OrderEvent.SupplierRefunded.writeRefundId("r", to: &$0)
                }
            }
            story.settlement(.sale, sale)
            story.settlement(.refund, refund, refund: "r")
            return story
        }
        #expect(story(80, -70).isRight)
        #expect(!story(81, -70).isRight)
        #expect(!story(80, -80).isRight)
    }

    @Test("an issue needs the supplier's word, a result counts once, and only from the order's own supplier")
    func results() {
        var unsaid = Story()
        unsaid.locked()
        unsaid.issued(by: unsaid.result("no detail"))
        #expect(!unsaid.isRight)
        for (id, supplierID, isRight) in [("b", "s", true), ("a", "s", false), ("b", "other", false)] {
            var story = Story()
            story.locked()
            for result in [story.result("a"), story.result(id, of: supplierID)] {
                story.event(result: result) { Proto.OrderEvent.writeDeliveryChanged(to: &$0) { _ in } }
            }
            #expect(story.isRight == isRight)
        }
    }
}

import Check
import Protobuf
import Schemas
import Testing

/// One order's records, as the adapter would write them: each may be changed or left out.
private struct Histories {
    var check = TopicCheck()
    private var offset: Int64 = 0

    mutating func command() -> Int64 {
        check.command(partition: 0, offset: offset)
        offset += 1
        return offset - 1
    }

    mutating func event(
        _ sequence: UInt64, _ before: Proto.OrderStatus, _ after: Proto.OrderStatus, cause: Int64? = nil,
        _ body: (inout ReverseWriter) -> Void
    ) {
        let value = message { writer in
            body(&writer)
            Proto.OrderEvent.writeStatusBefore(before, to: &writer)
            Proto.OrderEvent.writeStatus(after, to: &writer)
            if let cause {
                Proto.OrderEvent.writeCause(to: &writer) { writer in
                    Proto.Cause.writeCommand(to: &writer) { Proto.Cause.Record.writeOffset(cause, to: &$0) }
                }
            }
            Proto.OrderEvent.writeSequence(sequence, to: &writer)
            Proto.OrderEvent.writeDistributorOrderId("1", to: &writer)
            Proto.OrderEvent.writeDistributorId("d", to: &writer)
        }
        check.event(value.span.bytes, at: "order-events 0:\(sequence)")
    }

    mutating func entry(
        _ book: Proto.Book, _ kind: Proto.EntryKind, _ amount: Int64, lines: [Int64], refund: String = ""
    ) {
        let value = message { writer in
            for line in lines.reversed() {
                Proto.LedgerEntry.writeLines(to: &writer) { writer in
                    Proto.LedgerLine.writeMinorUnits(line, to: &writer)
                    Proto.LedgerLine.writeComponent(.ticket, to: &writer)
                    Proto.LedgerLine.writeTicket(0, to: &writer)
                }
            }
            Proto.LedgerEntry.writeRefundId(refund, to: &writer)
            Proto.LedgerEntry.writeDistributorOrderId("1", to: &writer)
            Proto.LedgerEntry.writeDistributorId("d", to: &writer)
            Proto.LedgerEntry.writeAmount(to: &writer) { euros(amount, &$0) }
            Proto.LedgerEntry.writeKind(kind, to: &writer)
            Proto.LedgerEntry.writeBook(book, to: &writer)
            Proto.LedgerEntry.writeEntryId("d/1/\(book)/\(kind)/\(refund)", to: &writer)
        }
        check.entry(value.span.bytes, at: "entries")
    }

    mutating func issueRequest(_ id: String) {
        let value = message { writer in
            Proto.SupplierRequest.writeIssue(to: &writer) { _ in }
            Proto.SupplierRequest.writeDistributorOrderId("1", to: &writer)
            Proto.SupplierRequest.writeDistributorId("d", to: &writer)
            Proto.SupplierRequest.writeRequestId(id, to: &writer)
        }
        check.request(value.span.bytes, at: "requests")
    }

    /// Placed, locked, issued: right in every way.
    mutating func issuedOrder(posting: Bool = true) {
        let place = command()
        event(1, .unspecified, .locking, cause: place) { Proto.OrderEvent.writePlaced(to: &$0) { _ in } }
        event(2, .locking, .locked) { Proto.OrderEvent.writeLocked(to: &$0) { _ in } }
        let issue = command()
        event(3, .locked, .fixing, cause: issue) { Proto.OrderEvent.writeIssueStarted(to: &$0) { _ in } }
        issueRequest("d/1/issue")
        event(4, .fixing, .fixed) { Proto.OrderEvent.writeIssued(to: &$0) { _ in } }
        guard posting else { return }
        entry(.receivable, .sale, 100, lines: [100])
        entry(.settlement, .sale, 80, lines: [80])
    }

    func broken(isComplete: Bool = true) -> [Finding.Invariant] {
        check.result(isComplete: isComplete).findings.map(\.invariant)
    }
}

@Suite("The checks over topics bite")
struct TopicCheckTests {
    @Test("a right history has no finding")
    func right() {
        var histories = Histories()
        histories.issuedOrder()
        #expect(histories.check.result(isComplete: true).findings == [])
        #expect(histories.check.result(isComplete: true).counts.orders == ["FIXED": 1])
    }

    @Test("a command without an answer is found, but not while inputs are on their way")
    func unanswered() {
        var histories = Histories()
        histories.issuedOrder()
        _ = histories.command()
        #expect(histories.broken() == [.answeredOnce])
        #expect(histories.broken(isComplete: false) == [])
    }

    @Test("a command that was handled twice is found")
    func twice() {
        var histories = Histories()
        histories.issuedOrder()
        histories.event(5, .fixed, .fixed, cause: 0) { Proto.OrderEvent.writeCommandRepeated(to: &$0) { _ in } }
        #expect(histories.broken() == [.effects, .answeredOnce])
    }

    @Test("a command that is answered and in the dead letters is found")
    func answeredAndDead() {
        var histories = Histories()
        histories.issuedOrder()
        histories.event(5, .fixed, .fixed, cause: histories.command()) {
            Proto.OrderEvent.writeCommandRejected(to: &$0) { _ in }
        }
        histories.check.deadLetter(originTopic: "turnstile.order-commands", partition: 0, offset: 2)
        #expect(histories.broken() == [.answeredOnce])
    }

    @Test("a dead letter that a person has judged once more has one more answer, and only one")
    func judgedOnceMore() {
        var histories = Histories()
        histories.issuedOrder()
        let place = histories.command()
        func reject(_ sequence: UInt64) {
            histories.event(sequence, .fixed, .fixed, cause: place) {
                Proto.OrderEvent.writeCommandRejected(to: &$0) { _ in }
            }
        }
        histories.check.deadLetter(originTopic: "order-commands", partition: 0, offset: place)
        histories.check.readmission(originTopic: "order-commands", partition: 0, offset: place)
        #expect(histories.broken() == [])
        reject(5)
        #expect(histories.broken() == [])
        reject(6)
        #expect(histories.broken() == [.answeredOnce])
    }

    @Test("a gap in the sequence is found")
    func gap() {
        var histories = Histories()
        histories.issuedOrder()
        histories.event(6, .fixed, .fixed) { Proto.OrderEvent.writeAnomalyFound(to: &$0) { _ in } }
        #expect(histories.broken() == [.sequence])
    }

    @Test("an illegal step is found, and one that starts from another status")
    func illegal() {
        var histories = Histories()
        histories.issuedOrder()
        histories.event(5, .fixed, .locked) { Proto.OrderEvent.writeLocked(to: &$0) { _ in } }
        histories.event(6, .fixed, .fixed) { Proto.OrderEvent.writeAnomalyFound(to: &$0) { _ in } }
        #expect(Set(histories.broken()).contains(.legalTransitions))
    }

    @Test("a second issue request id is found")
    func secondIssuing() {
        var histories = Histories()
        histories.issuedOrder()
        histories.issueRequest("d/1/issue")
        #expect(histories.broken() == [])
        histories.issueRequest("d/1/issue-again")
        #expect(histories.broken() == [.oneIssuing])
    }

    @Test("a missing entry is found, one too many, one posted twice, and lines that do not add up")
    func books() {
        var missing = Histories()
        missing.issuedOrder(posting: false)
        #expect(missing.broken() == [.booksFollowStates, .booksFollowStates])
        var many = Histories()
        many.issuedOrder()
        many.entry(.receivable, .cancellation, -100, lines: [-100])
        #expect(many.broken().contains(.booksFollowStates))
        var twice = Histories()
        twice.issuedOrder()
        twice.entry(.receivable, .sale, 100, lines: [100])
        #expect(twice.broken().contains(.booksFollowStates))
        var lines = Histories()
        lines.issuedOrder(posting: false)
        lines.entry(.receivable, .sale, 100, lines: [99])
        lines.entry(.settlement, .sale, 80, lines: [80])
        #expect(lines.broken() == [.booksFollowStates])
    }

    @Test("a ticket that is refunded twice is found, and a status that the refunds do not say")
    func refundedTickets() {
        func history(second ticket: UInt32, leaves status: Proto.OrderStatus) -> Histories {
            var histories = Histories()
            histories.event(1, .unspecified, .locking) { writer in
                Proto.OrderEvent.writePlaced(to: &writer) { Proto.OrderEvent.Placed.writeTicketCount(2, to: &$0) }
            }
            histories.event(2, .locking, .locked) { Proto.OrderEvent.writeLocked(to: &$0) { _ in } }
            histories.event(3, .locked, .fixing) { Proto.OrderEvent.writeIssueStarted(to: &$0) { _ in } }
            histories.event(4, .fixing, .fixed) { Proto.OrderEvent.writeIssued(to: &$0) { _ in } }
            histories.entry(.receivable, .sale, 100, lines: [100])
            histories.entry(.settlement, .sale, 80, lines: [80])
            for (refund, tickets, sequence) in [("a", [0], 5), ("b", [ticket], 7)] as [(String, [UInt32], UInt64)] {
                histories.event(sequence, sequence == 5 ? .fixed : status, .refunding) { writer in
                    Proto.OrderEvent.writeSupplierRefunded(to: &writer) { writer in
                        Proto.OrderEvent.SupplierRefunded.writeTickets(tickets, to: &writer)
                        Proto.OrderEvent.SupplierRefunded.writeRefundId(refund, to: &writer)
                    }
                }
                guard refund == "a" else { break }
                histories.event(6, .refunding, status) { writer in
                    Proto.OrderEvent.writeDistributorRefunded(to: &writer) {
                        Proto.OrderEvent.DistributorRefunded.writeRefundId(refund, to: &$0)
                    }
                }
            }
            return histories
        }
        func words(_ histories: Histories) -> [String] {
            histories.check.result(isComplete: true).findings.map(\.message).filter {
                $0.contains("twice") || $0.contains("its refunds say")
            }
        }
        #expect(words(history(second: 1, leaves: .fixed)) == [])
        #expect(words(history(second: 0, leaves: .fixed)) == ["event 7: ticket 0 is refunded twice"])
        #expect(words(history(second: 1, leaves: .refunded)) == ["event 6 leaves refunded, its refunds say fixed"])
    }

    @Test("a refund of another amount than was told is found")
    func refund() {
        func history(_ amount: Int64) -> Histories {
            var histories = Histories()
            histories.issuedOrder()
            histories.event(5, .fixed, .refunding) { writer in
                Proto.OrderEvent.writeSupplierRefunded(to: &writer) { writer in
                    Proto.OrderEvent.SupplierRefunded.writeDistributorAmount(to: &writer) {
                        Proto.Money.writeMinorUnits(100, to: &$0)
                    }
                    Proto.OrderEvent.SupplierRefunded.writeTickets([0], to: &writer)
                    Proto.OrderEvent.SupplierRefunded.writeRefundId("r", to: &writer)
                }
            }
            histories.entry(.settlement, .refund, -80, lines: [-80], refund: "r")
            histories.event(6, .refunding, .refunded) { writer in
                Proto.OrderEvent.writeDistributorRefunded(to: &writer) { writer in
                    Proto.OrderEvent.DistributorRefunded.writeRefundedAt(milliseconds: 1, to: &writer)
                    Proto.OrderEvent.DistributorRefunded.writeRefundId("r", to: &writer)
                }
            }
            histories.entry(.receivable, .refund, amount, lines: [amount], refund: "r")
            return histories
        }
        #expect(history(-100).broken() == [])
        #expect(history(-90).broken().contains(.booksFollowStates))
    }

    @Test("a float below zero is found")
    func float() {
        var histories = Histories()
        histories.issuedOrder()
        histories.event(5, .fixed, .fixed) { Proto.OrderEvent.writeAnomalyFound(to: &$0) { _ in } }
        histories.entry(.receivable, .refund, -100, lines: [-100], refund: "r")
        #expect(histories.broken().contains(.float))
    }

    @Test("bytes that are no message are found and stop nothing")
    func unreadable() {
        var histories = Histories()
        let junk: [UInt8] = [0xFF, 0xFF, 0xFF]
        histories.check.event(junk.span.bytes, at: "order-events 0:0")
        histories.issuedOrder()
        #expect(histories.broken() == [.readable])
    }

    @Test("a dead letter that is there twice is found")
    func deadTwice() {
        var histories = Histories()
        histories.check.deadLetter(originTopic: "turnstile.supplier-results", partition: 1, offset: 2)
        #expect(histories.broken() == [])
        histories.check.deadLetter(originTopic: "turnstile.supplier-results", partition: 1, offset: 2)
        #expect(histories.broken() == [.deadLetters])
    }
}

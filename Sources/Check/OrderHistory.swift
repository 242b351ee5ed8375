internal import Protobuf
internal import Schemas

/// What the topics say about one order, as far as the invariants need it.
struct OrderHistory {
    struct Refund {
        var tickets: [UInt32]
        var distributorAmount: Int64
        var isDated = false
    }

    struct Entry {
        var book: Proto.Book
        var kind: Proto.EntryKind
        var refundID: String
        var amount: Int64
        var currency: String
        /// By ticket and component.
        var lines: [String: Int64]
        var id: String
    }

    var lastSequence: UInt64 = 0
    var status = Proto.OrderStatus.unspecified
    var wasLocked = false
    var wasIssued = false
    var refunds: [String: Refund] = [:]
    var entries: [Entry] = []
    var issueRequests: Set<String> = []
    /// What an event came from, by kind and place, and the number of the last event that did.
    private var lastOfCause: [Source: UInt64] = [:]

    private struct Source: Hashable {
        var kind: Proto.Cause.SourceCase
        /// A record's partition and offset; a timer's kind and due time.
        var which: Int32
        var when: Int64
    }

    mutating func take(_ event: borrowing Proto.OrderEvent.View, key: String) throws -> [Finding] {
        guard event.sequence > 0 else { return [] }
        var findings: [Finding] = []
        if event.sequence != lastSequence + 1 {
            findings.append(
                Finding(.sequence, key, "event \(event.sequence) comes after event \(lastSequence)"))
        }
        lastSequence = event.sequence
        let before = Proto.OrderStatus(rawValue: event.statusBefore) ?? .unspecified
        let after = Proto.OrderStatus(rawValue: event.status) ?? .unspecified
        // The placing says where it begins; what follows begins where the event before it ended.
        if event.eventCase != .placed, before != status {
            findings.append(
                Finding(.legalTransitions, key, "event \(event.sequence) starts from \(before), not from \(status)"))
        }
        if !isLegal(from: before, to: after, event.eventCase) {
            findings.append(
                Finding(.legalTransitions, key, "event \(event.sequence), \(event.eventCase): \(before) to \(after)"))
        }
        status = after
        try remember(event)
        return try findings + checkCause(event, key: key)
    }

    /// All events of one input, or of one timer that fired, follow one another: it is handled once.
    private mutating func checkCause(_ event: borrowing Proto.OrderEvent.View, key: String) throws -> [Finding] {
        guard let cause = try event.cause() else { return [] }
        var findings: [Finding] = []
        let source: Source
        if let timer = try cause.timer() {
            source = Source(kind: cause.sourceCase, which: timer.kind, when: timer.dueMs)
            if let occurred = try event.occurredAt()?.milliseconds, occurred < timer.dueMs {
                findings.append(
                    Finding(.timers, key, "event \(event.sequence) is of \(occurred), its timer of \(timer.dueMs)"))
            }
        } else if let record = try cause.command() {
            source = Source(kind: cause.sourceCase, which: record.partition, when: record.offset)
        } else if let record = try cause.result() {
            source = Source(kind: cause.sourceCase, which: record.partition, when: record.offset)
        } else if let record = try cause.operatorAction() {
            source = Source(kind: cause.sourceCase, which: record.partition, when: record.offset)
        } else {
            return findings
        }
        if let last = lastOfCause[source], last + 1 != event.sequence {
            let isTimer = cause.sourceCase == .timer
            findings.append(
                Finding(
                    isTimer ? .timers : .effects, key,
                    "events \(last) and \(event.sequence) come from the same \(isTimer ? "timer" : "record")"))
        }
        lastOfCause[source] = event.sequence
        return findings
    }

    private mutating func remember(_ event: borrowing Proto.OrderEvent.View) throws {
        switch event.eventCase {
        case .locked: wasLocked = true
        case .issued: wasIssued = true
        case .supplierRefunded:
            guard let refunded = try event.supplierRefunded() else { return }
            var tickets: [UInt32] = []
            var numbers = refunded.tickets
            while let number = try numbers.next() { tickets.append(number) }
            refunds[text(refunded.refundId)] = Refund(
                tickets: tickets, distributorAmount: try refunded.distributorAmount()?.minorUnits ?? 0)
        case .distributorRefunded:
            guard let refunded = try event.distributorRefunded(), refunded.hasRefundedAt else { return }
            refunds[text(refunded.refundId)]?.isDated = true
        default: break
        }
    }

    /// The diagram of the order's statuses, by the event that makes each step.
    private func isLegal(
        from before: Proto.OrderStatus, to after: Proto.OrderStatus, _ event: Proto.OrderEvent.EventCase
    ) -> Bool {
        switch (before, after) {
        case (.unspecified, .locking): event == .placed
        case (.locking, .locked): event == .locked
        case (.locking, .lockFail): event == .lockFailed
        case (.locked, .canceled): event == .canceled
        case (.locked, .fixing): event == .issueStarted
        case (.fixing, .fixed): event == .issued
        case (.fixing, .fixFail): event == .issueFailed
        case (.fixed, .refunding), (.refunded, .refunding): event == .supplierRefunded
        case (.refundFail, .refunding): event == .supplierRefunded || event == .distributorRefunded
        case (.refunding, .refunded), (.refundFail, .refunded), (.refunding, .fixed), (.refundFail, .fixed):
            event == .distributorRefunded
        case (.refunding, .refundFail): event == .distributorRefundFailed
        default: before == after
        }
    }
}

internal import Protobuf
internal import Schemas

/// What the topics say about one order, as far as the invariants need it.
struct OrderHistory {
    struct Refund {
        enum Report { case none, failed, succeeded }

        var tickets: [UInt32]
        var distributorAmount: Int64
        var isDated = false
        /// What the distributor told last.
        var report = Report.none
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
    /// As it was placed; nil where that is not known.
    var ticketCount: Int?
    var refunds: [String: Refund] = [:]
    var entries: [Entry] = []
    var issueRequests: Set<String> = []
    /// What an event came from, by kind and place, and the number of the last event that did.
    private var lastOfCause: [Source: UInt64] = [:]

    private enum Source: Hashable {
        case record(InputRecord)
        case timer(kind: Int32, dueMs: Int64)
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
        findings += try remember(event, key: key)
        return try findings + checkRefundStatus(event, key: key) + checkCause(event, key: key)
    }

    /// REFUNDING as long as any supplier refund is unreported, REFUND_FAIL where the last report of one says so, REFUNDED
    /// where every ticket is refunded, and otherwise FIXED again.
    private func checkRefundStatus(_ event: borrowing Proto.OrderEvent.View, key: String) -> [Finding] {
        switch event.eventCase {
        case .supplierRefunded, .distributorRefunded, .distributorRefundFailed: break
        default: return []
        }
        let wanted: Proto.OrderStatus
        if refunds.values.contains(where: { $0.report == .none }) {
            wanted = .refunding
        } else if refunds.values.contains(where: { $0.report == .failed }) {
            wanted = .refundFail
        } else {
            guard let ticketCount else { return [] }
            wanted = refunds.values.reduce(0) { $0 + $1.tickets.count } >= ticketCount ? .refunded : .fixed
        }
        guard status != wanted else { return [] }
        return [
            Finding(.legalTransitions, key, "event \(event.sequence) leaves \(status), its refunds say \(wanted)")
        ]
    }

    /// All events of one input, or of one timer that fired, follow one another: it is handled once.
    private mutating func checkCause(_ event: borrowing Proto.OrderEvent.View, key: String) throws -> [Finding] {
        guard let cause = try event.cause() else { return [] }
        var findings: [Finding] = []
        let source: Source
        if let timer = try cause.timer() {
            source = .timer(kind: timer.kind, dueMs: timer.dueMs)
            if let occurred = try event.occurredAt()?.milliseconds, occurred < timer.dueMs {
                findings.append(
                    Finding(.timers, key, "event \(event.sequence) is of \(occurred), its timer of \(timer.dueMs)"))
            }
        } else if let record = try InputRecord(cause) {
            source = .record(record)
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

    private mutating func remember(_ event: borrowing Proto.OrderEvent.View, key: String) throws -> [Finding] {
        switch event.eventCase {
        case .placed: if let placed = try event.placed() { ticketCount = Int(placed.ticketCount) }
        case .locked: wasLocked = true
        case .issued: wasIssued = true
        case .supplierRefunded:
            guard let refunded = try event.supplierRefunded() else { return [] }
            var tickets: [UInt32] = []
            var numbers = refunded.tickets
            while let number = try numbers.next() { tickets.append(number) }
            let again = tickets.filter { ticket in refunds.values.contains { $0.tickets.contains(ticket) } }
            refunds[text(refunded.refundId)] = Refund(
                tickets: tickets, distributorAmount: try refunded.distributorAmount()?.minorUnits ?? 0)
            return again.map {
                Finding(.booksFollowStates, key, "event \(event.sequence): ticket \($0) is refunded twice")
            }
        case .distributorRefunded:
            guard let refunded = try event.distributorRefunded() else { return [] }
            refunds[text(refunded.refundId)]?.report = .succeeded
            if refunded.hasRefundedAt { refunds[text(refunded.refundId)]?.isDated = true }
        case .distributorRefundFailed:
            guard let failed = try event.distributorRefundFailed() else { return [] }
            refunds[text(failed.refundId)]?.report = .failed
        default: break
        }
        return []
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

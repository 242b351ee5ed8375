internal import Check
internal import Protobuf
internal import Schemas

/// What a run has reached: a run, or a set of runs, that did not reach what it is for has shown nothing.
public struct Coverage: Sendable {
    public private(set) var faults: [Fault: Int] = [:]
    /// What happened, by names: statuses, event kinds, codes, and the rows of the domain's table of races as far as
    /// events show them.
    public private(set) var seen: [String: Int] = [:]
    public internal(set) var inputs = 0
    public internal(set) var transactions = 0
    public private(set) var orders = 0
    public private(set) var issued = 0

    private struct Last {
        var status = Proto.OrderStatus.unspecified
        var isEscalated = false
    }

    private var last: [String: Last] = [:]

    mutating func saw(_ fault: Fault) { faults[fault, default: 0] += 1 }
    mutating func saw(_ name: String) { seen[name, default: 0] += 1 }

    mutating func take(_ counts: TopicCheck.Counts) {
        for (status, count) in counts.orders { seen["ends \(status)", default: 0] += count }
        orders += counts.orders.values.reduce(0, +)
    }

    mutating func saw(deadLetter code: String) {
        saw("dead letter \(code)")
        if code == "UNKNOWN_ORDER" { saw("race 54") }
        if code == "UNREADABLE" { saw("race 60") }
    }

    mutating func saw(event bytes: RawSpan) {
        guard let event = try? Proto.OrderEvent.View(bytes) else { return }
        let key = "\(text(event.distributorId))/\(text(event.distributorOrderId))"
        let status = Proto.OrderStatus(rawValue: event.status) ?? .unspecified
        saw("\(event.eventCase)")
        if event.sequence > 0 {
            saw("status \(status)")
            last[key, default: Last()].status = status
        }
        do { try sawRaces(of: event, key, status) } catch { saw("unreadable event") }
    }

    /// The rows of the table that one event, with what came before it, shows.
    private mutating func sawRaces(
        of event: borrowing Proto.OrderEvent.View, _ key: String, _ status: Proto.OrderStatus
    ) throws {
        let timer = try Self.timer(event)
        let before = Proto.OrderStatus(rawValue: event.statusBefore) ?? .unspecified
        switch event.eventCase {
        case .commandRepeated: saw("race 1")
        case .commandRejected: try sawRejection(event, status)
        case .anomalyFound: try sawAnomaly(event, status)
        case .lockFailed:
            if timer == .lockTimeout { saw("race 5") }
            if let failed = try event.lockFailed(), text(failed.code) == "PRICE_CHANGED" { saw("race 7") }
        case .holdExtended, .holdExtensionRefused: saw("race 14")
        case .canceled:
            if let canceled = try event.canceled(), canceled.reason == Proto.CancelReason.holdExpired.rawValue {
                saw("race 12")
            }
        case .intentRecorded: try sawIntent(event, status)
        case .negotiationStarted: saw("race 19")
        case .escalated:
            if !(last[key]?.isEscalated ?? false) { saw(before == .fixing ? "race 24" : "race 51") }
            last[key, default: Last()].isEscalated = true
        case .issueFailed:
            guard let failed = try event.issueFailed() else { return }
            // Our own words: the supplier has proved it in its answers to queries.
            let code = text(failed.code)
            saw(code == "NOT_FOUND" || code == "RELEASED" ? "race 22" : "race 20")
        case .issued:
            if last[key]?.isEscalated == true { saw("race 26") }
            if before == .fixed { saw("race 30") }
            issued += before == .fixing ? 1 : 0
        case .supplierRefunded:
            if let refunded = try event.supplierRefunded(), refunded.unasked { saw("race 37") }
            if before == .refunded || before == .refundFail || before == .refunding { saw("race 42") }
        case .refundRefused: saw("race 44")
        case .distributorRefunded:
            if before == .refundFail { saw("race 47") }
        case .deliveryChanged: saw("race 61")
        default: break
        }
    }

    private static func timer(_ event: borrowing Proto.OrderEvent.View) throws -> Proto.TimerKind? {
        guard let cause = try event.cause(), let timer = try cause.timer() else { return nil }
        return Proto.TimerKind(rawValue: timer.kind)
    }

    private mutating func sawRejection(
        _ event: borrowing Proto.OrderEvent.View, _ status: Proto.OrderStatus
    ) throws {
        guard let rejected = try event.commandRejected(), let code = Proto.RejectionCode(rawValue: rejected.code) else {
            return
        }
        saw("rejected \(code)")
        switch code {
        case .idempotencyConflict: saw("race 2")
        case .duplicateOrder: saw("race 3")
        case .supplierUnavailable: saw("race 8")
        case .refundConflict: saw("race 40")
        case .refundExceeds: saw("race 41")
        case .invalidState:
            if status == .canceled { saw("race 13") }
            if status == .fixing { saw("race 18") }
            if status == .fixed { saw("race 34") }
        default: break
        }
    }

    private mutating func sawAnomaly(_ event: borrowing Proto.OrderEvent.View, _ status: Proto.OrderStatus) throws {
        guard let found = try event.anomalyFound(), let code = Proto.AnomalyCode(rawValue: found.code) else { return }
        saw("anomaly \(code)")
        let rows: [Proto.AnomalyCode: Int] = [
            .orphanLock: 6, .orphanIssue: 27, .contradiction: 28, .ticketsChanged: 29, .missingCodes: 30,
            .amountMismatch: 31, .undated: 49, .sourceMismatch: 55, .timeInFuture: 57, .releaseFailing: 17,
        ]
        if let row = rows[code] { saw("race \(row)") }
    }

    private mutating func sawIntent(_ event: borrowing Proto.OrderEvent.View, _ status: Proto.OrderStatus) throws {
        guard let recorded = try event.intentRecorded(), let intent = Proto.Intent(rawValue: recorded.intent) else {
            return
        }
        switch (intent, status) {
        case (.cancel, .locking): saw("race 15")
        case (.cancel, .fixing): saw("race 33")
        case (.supplierRefund, _): saw("race 38")
        case (.refund, _): saw("race 39")
        default: break
        }
    }

    /// Orders whose last event left them where a next step is due.
    var stuckOrders: [String] {
        last.filter { _, order in
            order.status == .locking || order.status == .locked || (order.status == .fixing && !order.isEscalated)
        }.map(\.key).sorted()
    }

    func isWithPerson(_ key: String) -> Bool { last[key]?.isEscalated ?? false }

    mutating func add(_ other: Coverage) {
        faults.merge(other.faults, uniquingKeysWith: +)
        seen.merge(other.seen, uniquingKeysWith: +)
        inputs += other.inputs
        transactions += other.transactions
        orders += other.orders
        issued += other.issued
    }

    /// What a set of runs must reach to be worth something, and this one did not.
    public func missing(faults wanted: Set<Fault>) -> [String] {
        var missing = wanted.filter { faults[$0] == nil }.map(\.rawValue).sorted()
        missing += Self.races.filter { seen["race \($0)"] == nil }.map { "race \($0)" }
        for status in Proto.OrderStatus.allCases where status != .unspecified && seen["status \(status)"] == nil {
            missing.append("status \(status)")
        }
        if issued < max(1, orders / 10) { missing.append("enough orders that were issued (\(issued) of \(orders))") }
        return missing
    }

    /// The rows of the domain's table that runs must see.
    static let races = [
        1, 2, 3, 5, 6, 7, 8, 12, 13, 14, 15, 17, 18, 19, 20, 22, 24, 26, 27, 28, 29, 30, 31, 33, 34, 37, 38, 39, 40, 41,
        42, 44, 47, 49, 51, 54, 55, 57, 60, 61,
    ]
}

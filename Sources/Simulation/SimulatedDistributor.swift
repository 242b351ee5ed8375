internal import Protobuf
internal import Schemas
public import Signing

/// What a simulated distributor sells: one ticket class, and what it expects to owe for `n` tickets of it.
public struct Offer: Sendable {
    public var projectID: String
    public var showID: String
    public var ticketClassID: String
    public var currency: String
    /// Net, for 1, 2, 3… tickets, postage included.
    public var totals: [Int64]

    public init(projectID: String, showID: String, ticketClassID: String, currency: String, totals: [Int64]) {
        self.projectID = projectID
        self.showID = showID
        self.ticketClassID = ticketClassID
        self.currency = currency
        self.totals = totals
    }
}

/// What the buyer of an order, and the world around it, will do.
public enum Plan: String, CaseIterable, Sendable {
    case issue, issueLate, cancel, cancelWhileFixing, letExpire, extend, refundAll, refundPart, wrongPrice, forged

    static func drawn(_ percent: Int) -> Plan {
        switch percent {
        case ..<60: .issue
        case ..<64: .issueLate
        case ..<71: .cancel
        case ..<74: .cancelWhileFixing
        case ..<76: .letExpire
        case ..<80: .extend
        case ..<89: .refundAll
        case ..<95: .refundPart
        case ..<98: .wrongPrice
        default: .forged
        }
    }
}

/// A distributor that places orders and carries each through as its plan says. It sends some commands twice, as clients
/// do after a time-out.
public struct SimulatedDistributor {
    public let distributorID: String
    /// Commands that it sent, by order key and command id; a repetition counts once.
    public private(set) var commandsSent = 0
    public private(set) var ended = 0

    private struct Progress {
        var plan: Plan
        var ticketCount: Int
        var refundsToReport: Set<String> = []
        var refundIsSettled = false
        var hasEnded = false
    }

    private var orders: [String: Progress] = [:]
    private let offers: [Offer]
    private let signer: Signer
    private let chance: Chance
    private let duplicatesPercent: Int
    private let onlyIssues: Bool

    /// - Parameters:
    ///   - onlyIssues: every order is placed and issued, nothing else: for measuring.
    public init(
        distributorID: String, offers: [Offer], signer: Signer, seed: UInt64, duplicatesPercent: Int = 10,
        onlyIssues: Bool = false
    ) {
        self.distributorID = distributorID
        self.offers = offers
        self.signer = signer
        self.chance = Chance(seed: seed)
        self.duplicatesPercent = duplicatesPercent
        self.onlyIssues = onlyIssues
    }

    public func plan(of orderID: String) -> Plan {
        onlyIssues ? .issue : Plan.drawn(chance.percent(orderID, "plan"))
    }

    /// Orders that were placed and have not come to their end.
    public var open: [String] { orders.filter { !$0.value.hasEnded }.map(\.key).sorted() }

    /// The placing of an order.
    public mutating func place(_ orderID: String, nowMs: Int64) -> [OutsideRecord] {
        let plan = plan(of: orderID)
        let offer = offers[Int(chance.number(orderID, "offer") % UInt64(offers.count))]
        let count = 1 + Int(chance.number(orderID, "tickets") % UInt64(offer.totals.count))
        orders[orderID] = Progress(plan: plan, ticketCount: count)
        let total = offer.totals[count - 1] + (plan == .wrongPrice ? 1 : 0)
        return command(orderID, "place", nowMs: nowMs, isForged: plan == .forged) { writer in
            Proto.OrderCommand.writePlaceOrder(to: &writer) { writer in
                Proto.PlaceOrder.writeBuyer(to: &writer) { writer in
                    Proto.Buyer.writeEmail("buyer-\(orderID)@example.com", to: &writer)
                    Proto.Buyer.writePhone("+49 30 5550100", to: &writer)
                    Proto.Buyer.writeName("A. Buyer", to: &writer)
                }
                Proto.PlaceOrder.writeDelivery(to: &writer) { writer in
                    Proto.DeliveryRequest.writeEmail("buyer-\(orderID)@example.com", to: &writer)
                    Proto.DeliveryRequest.writeMethod(.electronic, to: &writer)
                }
                Proto.PlaceOrder.writeExpectedTotal(to: &writer) { writer in
                    Proto.Money.writeCurrency(offer.currency, to: &writer)
                    Proto.Money.writeMinorUnits(total, to: &writer)
                }
                for _ in 0..<count {
                    Proto.PlaceOrder.writeTickets(to: &writer) {
                        Proto.TicketRequest.writeTicketClassId(offer.ticketClassID, to: &$0)
                    }
                }
                Proto.PlaceOrder.writeShowId(offer.showID, to: &writer)
                Proto.PlaceOrder.writeProjectId(offer.projectID, to: &writer)
            }
        }
    }

    /// Asks for the tickets of a held order.
    public mutating func issue(_ orderID: String, nowMs: Int64) -> [OutsideRecord] {
        command(orderID, "issue", nowMs: nowMs, writeIssue)
    }

    /// What it does about one record of `order-events`.
    public mutating func handle(_ event: RawSpan, nowMs: Int64) throws -> [OutsideRecord] {
        let event = try Proto.OrderEvent.View(event)
        guard text(event.distributorId) == distributorID else { return [] }
        let orderID = text(event.distributorOrderId)
        guard var progress = orders[orderID] else { return [] }
        defer { orders[orderID] = progress }
        switch event.eventCase {
        case .locked:
            return afterLock(orderID, progress.plan, try event.locked()?.holdUntil()?.milliseconds ?? nowMs, nowMs)
        case .holdExtended, .holdExtensionRefused: return issue(orderID, nowMs: nowMs)
        case .issued:
            if progress.plan == .refundAll || progress.plan == .refundPart {
                let lastTicket = UInt32(progress.ticketCount - 1)
                return command(orderID, "refund", nowMs: nowMs) {
                    Self.writeRefund("r1", progress.plan == .refundAll ? [] : [lastTicket], to: &$0)
                }
            }
            // A cancellation that waited for the outcome becomes a refund: the end comes with it.
            if progress.plan != .cancelWhileFixing { end(&progress) }
        case .supplierRefunded:
            guard let refunded = try event.supplierRefunded() else { return [] }
            let refundID = text(refunded.refundId)
            progress.refundsToReport.insert(refundID)
            return report(orderID, refundID, nowMs)
        case .distributorRefunded:
            guard let refunded = try event.distributorRefunded() else { return [] }
            let refundID = text(refunded.refundId)
            if refunded.hasRefundedAt {
                end(&progress)
            } else {
                return command(orderID, "report:dated:\(refundID)", nowMs: nowMs) {
                    Self.writeReport(refundID, succeeded: true, atMs: nowMs, to: &$0)
                }
            }
        case .distributorRefundFailed:
            guard let failed = try event.distributorRefundFailed() else { return [] }
            let refundID = text(failed.refundId)
            return command(orderID, "report:again:\(refundID)", nowMs: nowMs) {
                Self.writeReport(refundID, succeeded: true, atMs: nowMs, to: &$0)
            }
        case .lockFailed, .canceled, .issueFailed, .refundRefused: end(&progress)
        case .commandRejected: return afterRejection(orderID, &progress, event.sequence, event.status, nowMs)
        default: break
        }
        return []
    }

    private mutating func afterRejection(
        _ orderID: String, _ progress: inout Progress, _ sequence: UInt64, _ status: Int32, _ nowMs: Int64
    ) -> [OutsideRecord] {
        // Of an order that was never placed this is the end.
        if sequence == 0 { end(&progress) }
        // A hold that is not made longer is issued as it is.
        if progress.plan == .extend, status == Proto.OrderStatus.locked.rawValue {
            return issue(orderID, nowMs: nowMs)
        }
        // A cancellation that came too late, a refund that is not given: it stays issued.
        if status == Proto.OrderStatus.fixed.rawValue { end(&progress) }
        return []
    }

    private mutating func end(_ progress: inout Progress) {
        if !progress.hasEnded { ended += 1 }
        progress.hasEnded = true
    }

    private mutating func afterLock(
        _ orderID: String, _ plan: Plan, _ holdUntilMs: Int64, _ nowMs: Int64
    ) -> [OutsideRecord] {
        switch plan {
        case .issueLate:
            // Shortly before the hold's end: where it is handled after that, it was still in time.
            let atMs = max(nowMs, holdUntilMs - Int64(chance.number(orderID, "late") % 1_500))
            return issue(orderID, nowMs: atMs).map { record in
                var record = record
                record.delayMs += atMs - nowMs
                return record
            }
        case .letExpire: return []
        case .cancel: return command(orderID, "cancel", nowMs: nowMs, writeCancel)
        case .cancelWhileFixing:
            return issue(orderID, nowMs: nowMs)
                + command(orderID, "cancel", nowMs: nowMs, writeCancel)
        case .extend:
            return command(orderID, "extend", nowMs: nowMs) { writer in
                Proto.OrderCommand.writeExtendHold(to: &writer) {
                    Proto.ExtendHold.writeUntil(milliseconds: nowMs + 60_000, to: &$0)
                }
            }
        default: return issue(orderID, nowMs: nowMs)
        }
    }

    /// Most report at once, some first that it failed, some without a time.
    private mutating func report(_ orderID: String, _ refundID: String, _ nowMs: Int64) -> [OutsideRecord] {
        let way = chance.percent(orderID, refundID, "report")
        return command(orderID, "report:\(refundID)", nowMs: nowMs) {
            Self.writeReport(refundID, succeeded: way >= 10, atMs: way < 25 ? nil : nowMs, to: &$0)
        }
    }

    private mutating func command(
        _ orderID: String, _ name: String, nowMs: Int64, isForged: Bool = false,
        _ action: (inout ReverseWriter) -> Void
    ) -> [OutsideRecord] {
        var writer = ReverseWriter(chunkBytes: 4096)
        let record = writer.mark()
        action(&writer)
        Proto.OrderCommand.writeCreatedAt(milliseconds: nowMs, to: &writer)
        Proto.OrderCommand.writeDistributorOrderId(orderID, to: &writer)
        Proto.OrderCommand.writeDistributorId(distributorID, to: &writer)
        Proto.OrderCommand.writeCommandId(name, to: &writer)
        let slice = writer.finish(record)
        let value = writer.bytes(of: slice).withUnsafeBytes { Array($0) }
        let key = Array("\(distributorID)/\(orderID)".utf8)
        var signature = Array(
            signer.signature(account: distributorID, topic: "order-commands", key: key, value: value).utf8)
        if isForged { signature[10] = signature[10] == 0x41 ? 0x42 : 0x41 }
        let sent = OutsideRecord(
            delayMs: 0, key: key, value: value,
            headers: [("turnstile-key-id", Array(signer.keyID.utf8)), ("turnstile-signature", signature)])
        commandsSent += 1
        guard chance.percent(orderID, name, "twice") < duplicatesPercent else { return [sent] }
        var again = sent
        again.delayMs = 150
        return [sent, again]
    }

    private func writeIssue(to writer: inout ReverseWriter) {
        Proto.OrderCommand.writeIssueTickets(to: &writer) { _ in }
    }

    private func writeCancel(to writer: inout ReverseWriter) {
        Proto.OrderCommand.writeCancelOrder(to: &writer) {
            Proto.CancelOrder.writeReason("changed their mind", to: &$0)
        }
    }

    private static func writeRefund(_ id: String, _ tickets: [UInt32], to writer: inout ReverseWriter) {
        Proto.OrderCommand.writeRequestRefund(to: &writer) { writer in
            Proto.RequestRefund.writeReason("the buyer is ill", to: &writer)
            Proto.RequestRefund.writeTickets(tickets, to: &writer)
            Proto.RequestRefund.writeRefundId(id, to: &writer)
        }
    }

    private static func writeReport(_ id: String, succeeded: Bool, atMs: Int64?, to writer: inout ReverseWriter) {
        Proto.OrderCommand.writeReportRefund(to: &writer) { writer in
            if !succeeded { Proto.ReportRefund.writeReason("the card was refused", to: &writer) }
            if let atMs { Proto.ReportRefund.writeRefundedAt(milliseconds: atMs, to: &writer) }
            Proto.ReportRefund.writeSucceeded(succeeded, to: &writer)
            Proto.ReportRefund.writeRefundId(id, to: &writer)
        }
    }
}

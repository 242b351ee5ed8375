internal import Protobuf
internal import Schemas

/// Reads the rules a second time, from the domain's text: holds what became of an order against the inputs that its
/// events name as their causes (I17). An issue fails only by a proof, a hold ends by the inputs' time, what is booked is
/// what the supplier told, and a result counts once, if it is from the order's own supplier.
///
/// All records of the inputs are given first, then the events, each partition's in their order, then the entries.
public struct RuleCheck {
    /// When enough NOT_FOUND of one supplier are a proof.
    public struct Patience: Sendable {
        public var notFoundCount: Int
        public var notFoundGraceMs: Int64

        public init(notFoundCount: Int, notFoundGraceMs: Int64) {
            self.notFoundCount = notFoundCount
            self.notFoundGraceMs = notFoundGraceMs
        }
    }

    /// What is known of one order.
    private struct Known {
        var supplierID = ""
        var holdUntilMs: Int64?
        var issueStartedMs: Int64?
        /// What its supplier is owed for all tickets, as the supplier told it: at the lock, or later at the issue.
        var owed: Amount?
        /// What the supplier gave back, by refund.
        var givenBack: [String: Amount] = [:]
        /// Where each result that had an effect stands.
        var results: [String: InputRecord] = [:]
    }

    private let patience: [String: Patience]
    private var appended: [InputRecord: Int64] = [:]
    private var said: [InputRecord: Said] = [:]
    /// By order, its supplier's NOT_FOUND: which query each answers.
    private var notFound: [String: [(source: InputRecord, requestID: String)]] = [:]
    private var orders: [String: Known] = [:]
    public private(set) var findings: [Finding] = []

    public init(patience: [String: Patience]) { self.patience = patience }

    // MARK: Inputs

    /// A record of `order-commands`.
    public mutating func command(partition: Int32, offset: Int64, appendedMs: Int64) {
        appended[InputRecord(.command, partition, offset)] = appendedMs
    }

    /// A record of `supplier-results`.
    public mutating func result(_ value: RawSpan, partition: Int32, offset: Int64, appendedMs: Int64) {
        let source = InputRecord(.result, partition, offset)
        appended[source] = appendedMs
        guard let view = try? Proto.SupplierResult.View(value), let said = try? Said(view) else { return }
        self.said[source] = said
        if said.state == .notFound { notFound[said.order, default: []].append((source, said.requestID)) }
    }

    /// A record of `operator-actions`.
    public mutating func action(_ value: RawSpan, partition: Int32, offset: Int64, appendedMs: Int64) {
        let source = InputRecord(.operatorAction, partition, offset)
        appended[source] = appendedMs
        guard let view = try? Proto.OperatorAction.View(value), let resolved = try? view.resolve() else { return }
        said[source] = try? Said(resolved)
    }

    // MARK: Events

    /// A record of `order-events`.
    public mutating func event(_ value: RawSpan, at place: String) {
        do {
            let event = try Proto.OrderEvent.View(value)
            guard event.sequence > 0, let cause = try event.cause() else { return }
            let key = "\(text(event.distributorId))/\(text(event.distributorOrderId))"
            var order = orders[key] ?? Known()
            let source = try InputRecord(cause)
            if let source { checkResult(source, event, &order, key) }
            try take(event, from: source, &order, key)
            orders[key] = order
        } catch {
            findings.append(Finding(.readable, place, "\(error)"))
        }
    }

    /// A known result changes nothing, and one of another supplier has an anomaly and nothing else.
    private mutating func checkResult(
        _ source: InputRecord, _ event: borrowing Proto.OrderEvent.View, _ order: inout Known, _ key: String
    ) {
        guard source.kind == .result, let said = said[source] else { return }
        if said.supplierID != order.supplierID {
            if event.eventCase != .anomalyFound {
                find(key, "event \(event.sequence) comes from a result of the supplier \(said.supplierID)")
            }
            return
        }
        if let first = order.results[said.id], first != source {
            find(key, "the result \(said.id) at \(first) counts again at \(source)")
        }
        order.results[said.id] = source
    }

    private mutating func take(
        _ event: borrowing Proto.OrderEvent.View, from source: InputRecord?, _ order: inout Known, _ key: String
    ) throws {
        let said = source.flatMap { self.said[$0] }
        switch event.eventCase {
        case .placed: if let placed = try event.placed() { order.supplierID = text(placed.supplierId) }
        case .locked:
            order.holdUntilMs = try event.locked()?.holdUntil()?.milliseconds
            order.owed = said?.lockedTotal
        case .holdExtended: order.holdUntilMs = try event.holdExtended()?.holdUntil()?.milliseconds
        case .canceled:
            guard let canceled = try event.canceled() else { return }
            if canceled.reason == Proto.CancelReason.holdExpired.rawValue { checkExpiry(event, source, order, key) }
        case .issueStarted:
            order.issueStartedMs = try event.occurredAt()?.milliseconds
            if let source, let atMs = appended[source], let untilMs = order.holdUntilMs, atMs >= untilMs {
                find(key, "issued by \(source), appended at \(atMs), when the hold had ended at \(untilMs)")
            }
        case .issueFailed: try checkProof(event, source, order, key)
        case .issued where event.statusBefore == Proto.OrderStatus.fixing.rawValue:
            if said?.saysIssued != true { find(key, "event \(event.sequence): nobody has said that it is issued") }
            order.owed = said?.issuedTotal ?? order.owed
        case .supplierRefunded:
            guard let refunded = try event.supplierRefunded() else { return }
            if let given = said?.givenBack { order.givenBack[text(refunded.refundId)] = given }
        default: break
        }
    }

    /// Races 11 and 12: the append time decides, not when it is handled.
    private mutating func checkExpiry(
        _ event: borrowing Proto.OrderEvent.View, _ source: InputRecord?, _ order: Known, _ key: String
    ) {
        guard let source, let atMs = appended[source], let untilMs = order.holdUntilMs, atMs < untilMs else { return }
        find(key, "the hold ends at \(untilMs), and has expired for \(source), appended at \(atMs)")
    }

    /// Races 19 to 22: FAILED with no side effect, FAILED or RELEASED in a query, or enough NOT_FOUND after the grace.
    private mutating func checkProof(
        _ event: borrowing Proto.OrderEvent.View, _ source: InputRecord?, _ order: Known, _ key: String
    ) throws {
        guard let source, let said = said[source] else {
            return find(key, "event \(event.sequence): the issue failed, and no supplier has said so")
        }
        if said.state != .notFound || said.outcome == .unknown {
            if !said.provesFailure { find(key, "the issue failed by \(source), which proves nothing") }
            return
        }
        guard let patience = patience[order.supplierID] else { return }
        let answers = (notFound[key] ?? []).filter {
            $0.source.partition != source.partition || $0.source.offset <= source.offset
        }
        let queries = Set(answers.map(\.requestID)).count
        let waitedMs = (try event.occurredAt()?.milliseconds ?? 0) - (order.issueStartedMs ?? 0)
        if queries < patience.notFoundCount || waitedMs < patience.notFoundGraceMs {
            find(key, "the issue failed by \(queries) NOT_FOUND after \(waitedMs) ms")
        }
    }

    // MARK: Entries

    /// A record of one of the two books: the supplier's is as it told.
    public mutating func entry(_ value: RawSpan, at place: String) {
        do {
            let entry = try Proto.LedgerEntry.View(value)
            let key = "\(text(entry.distributorId))/\(text(entry.distributorOrderId))"
            guard entry.book == Proto.Book.settlement.rawValue, let order = orders[key], let amount = try entry.amount()
            else { return }
            let told: Int64?
            switch Proto.EntryKind(rawValue: entry.kind) {
            case .sale: told = order.owed?.in(text(amount.currency))
            case .refund: told = order.givenBack[text(entry.refundId)]?.in(text(amount.currency)).map { -$0 }
            default: told = nil
            }
            if let told, told != amount.minorUnits {
                find(key, "\(text(entry.entryId)) is \(amount.minorUnits), the supplier has told \(told)")
            }
        } catch {
            findings.append(Finding(.readable, place, "\(error)"))
        }
    }

    private mutating func find(_ key: String, _ words: String) { findings.append(Finding(.outcomes, key, words)) }
}

private struct Amount {
    var minorUnits: Int64
    var currency: String

    init?(_ money: consuming Proto.Money.View?) {
        guard let money else { return nil }
        minorUnits = money.minorUnits
        currency = text(money.currency)
    }

    func `in`(_ currency: String) -> Int64? { currency == self.currency ? minorUnits : nil }
}

/// What a supplier's result says, as far as the rules ask.
private struct Said {
    var id: String
    var order: String
    var requestID: String
    var supplierID: String
    var outcome: Proto.Outcome
    var sideEffect: Proto.SideEffect
    var state: Proto.SupplierResult.OrderAtSupplier.State?
    var saysIssued = false
    var lockedTotal: Amount?
    var issuedTotal: Amount?
    var givenBack: Amount?

    init(_ result: borrowing Proto.SupplierResult.View) throws {
        id = text(result.resultId)
        order = "\(text(result.distributorId))/\(text(result.distributorOrderId))"
        requestID = text(result.requestId)
        supplierID = text(result.supplierId)
        // What is not said counts as the worse.
        let told = Proto.Outcome(rawValue: result.outcome) ?? .unknown
        outcome = told == .unspecified ? .unknown : told
        sideEffect = Proto.SideEffect(rawValue: result.sideEffect) ?? .possible
        if let locked = try result.locked() { lockedTotal = Amount(try locked.settlementTotal()) }
        if let issued = try result.issued() {
            saysIssued = outcome == .succeeded
            issuedTotal = Amount(try issued.settlementTotal())
        }
        if let atSupplier = try result.orderAtSupplier() {
            state = Proto.SupplierResult.OrderAtSupplier.State(rawValue: atSupplier.state)
            if let issued = try atSupplier.issued() {
                saysIssued = outcome != .unknown && (state == .issued || state == .refunded)
                issuedTotal = Amount(try issued.settlementTotal())
            }
        }
        if let refunded = try result.refunded() { givenBack = Amount(try refunded.amount()) }
    }

    /// Whether it proves by itself that nothing was issued.
    var provesFailure: Bool {
        guard outcome != .unknown else { return false }
        if state == .failed || state == .released { return sideEffect != .certain }
        return outcome == .failed && sideEffect == Proto.SideEffect.noneValue && requestID == order + "/issue"
    }
}

/// A decision about an existing order in the making: the rules, one file a subject, extend it with what they do.
///
/// The rules change `order` and say, ask and post through it, so that sequence numbers, statuses and times of events are
/// right in one place.
///
/// It is moved, never copied: an order is a large value.
struct Draft: ~Copyable {
    let input: Input.Head
    let context: Context
    var order: Order
    private(set) var events: [Event] = []
    private(set) var requests: [Request] = []
    private(set) var entries: [LedgerEntry] = []
    /// The order's supplier as this partition has seen it; written back where a rule changed it.
    var supplierState: SupplierState
    /// How long the supplier took for the answer that is handled, where it is one.
    var answeredAfterMs: Int64?
    /// An amount could not be added up: then the input is a dead letter and nothing of the draft counts.
    private(set) var hasOverflowed = false

    private let supplierStateBefore: SupplierState

    init(order: consuming Order, input: Input.Head, context: Context) {
        self.input = input
        self.context = context
        supplierStateBefore = context.suppliers[order.placing.supplierID] ?? SupplierState()
        self.order = order
        supplierState = supplierStateBefore
    }

    var nowMs: Milliseconds { context.nowMs }
    var sentAtMs: Milliseconds { context.sentAtMs }

    /// The order's supplier as the directory has it now; nil where it was removed.
    var supplier: Supplier? { context.directory.suppliers[order.placing.supplierID] }

    /// Says an event, which takes the order's next sequence number.
    /// - Parameter status: what the order becomes by it; nil leaves it as it is.
    /// - Returns: the event's sequence number.
    @discardableResult
    mutating func say(_ body: Event.Body, to status: OrderStatus? = nil) -> UInt64 {
        // Nothing was before the first event.
        let before = order.sequence == 0 ? nil : order.status
        order.sequence += 1
        order.status = status ?? order.status
        order.lastChangeMs = nowMs
        events.append(
            Event(
                sequence: order.sequence, occurredAtMs: nowMs, status: order.status, statusBefore: before,
                deliveryStatus: order.delivery, body: body))
        return order.sequence
    }

    /// An event about an order that touches nothing of it: sequence 0, and its statuses untold.
    mutating func sayOutside(_ body: Event.Body) {
        events.append(
            Event(
                sequence: 0, occurredAtMs: nowMs, status: nil, statusBefore: nil, deliveryStatus: nil, body: body))
    }

    mutating func ask(_ id: RequestID, _ operation: Request.Operation, attempt: UInt32, deadlineMs: Milliseconds) {
        requests.append(
            Request(
                id: id, supplierID: order.placing.supplierID, supplierOrderID: order.supplierOrderID, attempt: attempt,
                deadlineMs: deadlineMs, operation: operation))
    }

    /// Says that something happened that the rules did not expect.
    @discardableResult
    mutating func anomaly(_ code: AnomalyCode, _ message: String) -> UInt64 {
        say(.anomalyFound(code, message: message))
    }

    mutating func post(_ entry: LedgerEntry) { entries.append(entry) }

    /// The sum; where it is none, 0, and the draft is void.
    mutating func sum(_ a: Int64, _ b: Int64) -> Int64 {
        let (sum, overflows) = a.addingReportingOverflow(b)
        if overflows { hasOverflowed = true }
        return overflows ? 0 : sum
    }

    /// The difference; where it is none, 0, and the draft is void.
    mutating func difference(_ a: Int64, _ b: Int64) -> Int64 {
        let (difference, overflows) = a.subtractingReportingOverflow(b)
        if overflows { hasOverflowed = true }
        return overflows ? 0 : difference
    }

    /// An amount cannot be added up, for its size or its currency: the draft is void.
    mutating func cannotBeAddedUp() { hasOverflowed = true }

    /// The finished decision.
    consuming func decision() -> Decision {
        if hasOverflowed { return .overflow }
        let supplier = supplierChange
        return Decision(
            change: .changed(.order(order)), events: events, requests: requests, entries: entries, supplier: supplier,
            answeredAfterMs: answeredAfterMs)
    }

    /// The finished decision, where the record becomes something else than the order.
    consuming func decision(_ change: Decision.Change) -> Decision {
        if hasOverflowed { return .overflow }
        let supplier = supplierChange
        return Decision(
            change: change, events: events, requests: requests, entries: entries, supplier: supplier,
            answeredAfterMs: answeredAfterMs)
    }

    private var supplierChange: SupplierChange? {
        supplierState == supplierStateBefore
            ? nil : SupplierChange(supplierID: order.placing.supplierID, state: supplierState)
    }
}

extension Decision {
    fileprivate static var overflow: Decision {
        Decision(deadLetter: DeadLetter(code: .overflow, message: "an amount cannot be added up"))
    }
}

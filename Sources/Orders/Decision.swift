/// All that an input leads to, as data: what is said, asked for, posted and remembered. Whoever asked for the decision
/// writes it; nothing else happens.
public struct Decision: Equatable, Sendable {
    /// What becomes of the stored record of the order.
    public enum Change: Equatable, Sendable {
        case unchanged
        case changed(OrderRecord)
        case removed
    }

    public var change: Change
    public var events: [Event]
    public var requests: [Request]
    public var entries: [LedgerEntry]
    /// Set where the input could not be handled: then there is nothing else.
    public var deadLetter: DeadLetter?
    /// The supplier whose measured behaviour this input changed.
    public var supplier: SupplierChange?
    /// How long the order's supplier took to answer a lock or an issue, where this input is that answer. For measuring:
    /// nothing is written of it.
    public var answeredAfterMs: Int64?

    public init(
        change: Change = .unchanged, events: [Event] = [], requests: [Request] = [], entries: [LedgerEntry] = [],
        deadLetter: DeadLetter? = nil, supplier: SupplierChange? = nil, answeredAfterMs: Int64? = nil
    ) {
        self.change = change
        self.events = events
        self.requests = requests
        self.entries = entries
        self.deadLetter = deadLetter
        self.supplier = supplier
        self.answeredAfterMs = answeredAfterMs
    }
}

public struct DeadLetter: Equatable, Sendable {
    public var code: DeadLetterCode
    public var message: String

    public init(code: DeadLetterCode, message: String) {
        self.code = code
        self.message = message
    }
}

public struct SupplierChange: Equatable, Sendable {
    public var supplierID: ID
    public var state: SupplierState

    public init(supplierID: ID, state: SupplierState) {
        self.supplierID = supplierID
        self.state = state
    }
}

/// What `decide` may look at besides the order and the input; nothing else is read, so the same four give the same
/// decision for ever.
public struct Context: Sendable {
    /// The partition's clock: the append time of the record that is handled, or the due time of the timer; never goes
    /// back.
    public var nowMs: Milliseconds
    /// When what is decided now is sent: the later of the clock and the wall time of the transaction. Whatever waits for
    /// an answer is timed from here.
    public var sentAtMs: Milliseconds
    public var directory: Directory {
        @inlinable _read { yield held.directory }
        set { held = HeldDirectory(newValue) }
    }
    /// How each supplier behaved, as this partition has seen it; a supplier that is not in it has shown nothing yet.
    public var suppliers: [ID: SupplierState]
    /// The number of partitions: a supplier's query rate is divided by it.
    public var partitions: Int32

    @usableFromInline var held: HeldDirectory

    public init(
        nowMs: Milliseconds, sentAtMs: Milliseconds, directory: Directory, suppliers: [ID: SupplierState],
        partitions: Int32
    ) {
        self.nowMs = nowMs
        self.sentAtMs = sentAtMs
        held = HeldDirectory(directory)
        self.suppliers = suppliers
        self.partitions = partitions
    }
}

/// A directory behind one reference: a copy of a context counts one up, not each of the directory's tables.
@usableFromInline final class HeldDirectory: Sendable {
    @usableFromInline let directory: Directory

    init(_ directory: Directory) { self.directory = directory }
}

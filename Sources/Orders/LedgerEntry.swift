/// Raw values are the contract's `Book`.
public enum Book: UInt8, CaseIterable, Sendable {
    /// What distributors owe.
    case receivable = 1
    /// What suppliers are owed.
    case settlement = 2
}

/// Raw values are the contract's `EntryKind`.
public enum EntryKind: UInt8, CaseIterable, Sendable {
    case sale = 1
    case cancellation = 2
    case refund = 3
    case issueFailure = 4
    case correction = 5
}

/// The moment that decides which period an entry belongs to. Raw values are the contract's `TimeBase`.
public enum TimeBase: UInt8, Sendable {
    case orderLocked = 1
    case orderCanceled = 2
    case ticketsIssued = 3
    case issueFailed = 4
    case supplierRefunded = 5
    case distributorRefunded = 6
    case correction = 7
}

/// Raw values are the contract's `PriceComponent`.
public enum PriceComponent: UInt8, Sendable {
    case ticket = 1
    case step = 2
    case packageDiscount = 3
    case postage = 4
    case commission = 5
    case penalty = 6
}

/// What makes an entry's id after `<key>/<book>/<kind>`.
public enum EntryQualifier: Hashable, Sendable {
    case none
    indirect case refund(ID)
    indirect case action(ID)
}

/// Which entry of an order: `<key>/<book>/<kind>[/<refund_id or action_id>]`, in lower case.
public struct EntryID: Hashable, Sendable {
    public var book: Book
    public var kind: EntryKind
    public var qualifier: EntryQualifier

    public init(book: Book, kind: EntryKind, qualifier: EntryQualifier = .none) {
        self.book = book
        self.kind = kind
        self.qualifier = qualifier
    }
}

/// A billing period, half-open in its contract's time zone; `text` is its name in the books.
public enum Period: Hashable, Sendable {
    case day(year: Int32, month: UInt8, day: UInt8)
    /// The ISO week and the year that it belongs to.
    case week(year: Int32, week: UInt8)
    /// 1: the 1st to the 15th, 2: the rest.
    case halfMonth(year: Int32, month: UInt8, half: UInt8)
    case month(year: Int32, month: UInt8)
}

/// One record of a book. Written once, never changed.
public struct LedgerEntry: Equatable, Sendable {
    public enum Reverses: Equatable, Sendable {
        case nothing
        indirect case entry(EntryID)
        /// As the person named it.
        case named(Passage)
    }

    public struct Line: Equatable, Sendable {
        /// nil for what belongs to the whole order.
        public var ticket: Int?
        public var component: PriceComponent
        public var minorUnits: Int64
        public var ticketClassID: ID?

        public init(ticket: Int?, component: PriceComponent, minorUnits: Int64, ticketClassID: ID?) {
            self.ticket = ticket
            self.component = component
            self.minorUnits = minorUnits
            self.ticketClassID = ticketClassID
        }
    }

    public var id: EntryID
    public var amount: Money
    public var partyID: ID
    public var supplierID: ID
    public var supplierOrderID: Passage
    public var refundID: ID?
    public var timeBase: TimeBase
    public var effectiveAtMs: Milliseconds
    public var recordedAtMs: Milliseconds
    public var period: Period
    public var originPeriod: Period?
    public var contractID: ID
    public var contractVersion: UInt64
    public var reverses: Reverses
    /// The sequence number of the order event that it comes from.
    public var eventSequence: UInt64
    public var lines: [Line]
    public var refundMode: RefundMode
    public var projectID: ID
    public var showID: ID

    public init(
        id: EntryID, amount: Money, partyID: ID, supplierID: ID, supplierOrderID: Passage, refundID: ID?,
        timeBase: TimeBase, effectiveAtMs: Milliseconds, recordedAtMs: Milliseconds, period: Period,
        originPeriod: Period?, contractID: ID, contractVersion: UInt64, reverses: Reverses, eventSequence: UInt64,
        lines: [Line], refundMode: RefundMode, projectID: ID, showID: ID
    ) {
        self.id = id
        self.amount = amount
        self.partyID = partyID
        self.supplierID = supplierID
        self.supplierOrderID = supplierOrderID
        self.refundID = refundID
        self.timeBase = timeBase
        self.effectiveAtMs = effectiveAtMs
        self.recordedAtMs = recordedAtMs
        self.period = period
        self.originPeriod = originPeriod
        self.contractID = contractID
        self.contractVersion = contractVersion
        self.reverses = reverses
        self.eventSequence = eventSequence
        self.lines = lines
        self.refundMode = refundMode
        self.projectID = projectID
        self.showID = showID
    }
}

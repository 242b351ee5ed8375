/// Where an order stands. Raw values are the contract's `OrderStatus`. The diagram is in the domain's document.
public enum OrderStatus: UInt8, CaseIterable, Sendable {
    case locking = 1
    case locked = 2
    case lockFail = 3
    case canceled = 4
    case fixing = 5
    case fixed = 6
    case fixFail = 7
    case refunding = 8
    case refunded = 9
    case refundFail = 10
}

/// Where the delivery stands, independent of the order's status. Raw values are the contract's `DeliveryStatus`.
public enum DeliveryStatus: UInt8, CaseIterable, Sendable {
    case new = 1
    case delivering = 2
    case delivered = 3
    case sendBack = 4
}

/// What drives an order on where nobody else does. Raw values are the contract's `TimerKind`; of timers due at the
/// same time the lower one fires first.
public enum TimerKind: UInt8, CaseIterable, Sendable {
    case lockTimeout = 1
    case holdExpiry = 2
    case issueTimeout = 3
    case poll = 4
    case releaseRetry = 5
    case refundRequestTimeout = 6
    case refundReportOverdue = 7
    case retention = 8
    case extendTimeout = 9
}

/// An order's timers: at most one of each kind; where several refunds wait, it is the earliest of theirs.
public struct Timers: Hashable, Sendable {
    private var due = InlineArray<10, Milliseconds>(repeating: .max)

    public init() {}

    /// When the timer of this kind is due; nil where none is set.
    public subscript(kind: TimerKind) -> Milliseconds? {
        get { due[Int(kind.rawValue)] == .max ? nil : due[Int(kind.rawValue)] }
        set { due[Int(kind.rawValue)] = newValue ?? .max }
    }

    /// The next one to fire: the earliest due, of equal ones the lowest kind.
    public var next: (dueMs: Milliseconds, kind: TimerKind)? {
        var earliest = 0
        for number in due.indices where due[number] < due[earliest] { earliest = number }
        // No kind has the number 0, whose place stays empty.
        return TimerKind(rawValue: UInt8(truncatingIfNeeded: earliest)).map { (due[earliest], $0) }
    }

    public static func == (a: Timers, b: Timers) -> Bool {
        TimerKind.allCases.allSatisfy { a[$0] == b[$0] }
    }

    public func hash(into hasher: inout Hasher) {
        for kind in TimerKind.allCases { hasher.combine(self[kind]) }
    }
}

/// Why a command was refused. Raw values are the contract's `RejectionCode`.
public enum RejectionCode: UInt8, CaseIterable, Sendable {
    case invalidCommand = 1
    case signatureInvalid = 2
    case outsideTimeWindow = 3
    case accountNotValid = 4
    case notPermitted = 5
    case notOnSale = 6
    case priceChanged = 7
    case soldOut = 8
    case supplierUnavailable = 9
    case idempotencyConflict = 10
    case duplicateOrder = 11
    case unknownOrder = 12
    case invalidState = 13
    case holdExpired = 14
    case refundConflict = 15
    case refundExceeds = 16
    case notSupported = 17
}

/// A fact that the rules did not expect. Raw values are the contract's `AnomalyCode`.
public enum AnomalyCode: UInt8, CaseIterable, Sendable {
    case orphanLock = 1
    case orphanIssue = 2
    case contradiction = 3
    case amountMismatch = 4
    case sourceMismatch = 5
    case ticketsChanged = 6
    case missingCodes = 7
    case releaseFailing = 8
    case undated = 9
    case timeInFuture = 10
    case floatNegative = 11
    case timeBeforeCause = 12
}

/// Why a person is called for an order. For counting: the contract's event tells it in words.
public enum EscalationReason: UInt8, CaseIterable, Sendable {
    /// The supplier names fewer tickets as issued than were ordered.
    case fewerTickets = 1
    /// The rule by which the supplier is asked for the outcome of an issue is used up.
    case rulesExhausted = 2
    case codesMissing = 3
    /// The outcome of an issue is uncertain, and the supplier cannot be asked.
    case noQuery = 4
    case showStarted = 5
    /// The supplier does not take back what it issued.
    case orphanKept = 6
    case refundUnanswered = 7
    case refundUnreported = 8
    /// What a timer leads to is larger than the log takes.
    case outputTooLarge = 9
}

/// Why an input could not be handled and went to the dead letters.
public enum DeadLetterCode: String, CaseIterable, Sendable {
    /// No key, no value, broken bytes, unknown action, an id that is none: and nobody to whom it could be told.
    case unreadable = "UNREADABLE"
    /// The record's key is not the one that its body says.
    case keyMismatch = "KEY_MISMATCH"
    case unknownAccount = "UNKNOWN_ACCOUNT"
    case unknownOrder = "UNKNOWN_ORDER"
    /// A supplier's result without a signature that verifies, or unsigned where that is not allowed.
    case signatureInvalid = "SIGNATURE_INVALID"
    case unknownSupplier = "UNKNOWN_SUPPLIER"
    /// On the wrong partition for its key, again after it was readmitted once.
    case misrouted = "MISROUTED"
    /// An amount that cannot be added up.
    case overflow = "OVERFLOW"
    /// Its outputs would not fit the broker's limit.
    case outputTooLarge = "OUTPUT_TOO_LARGE"
}

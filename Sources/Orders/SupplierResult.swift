/// What a supplier's adapter says: the answer to a request, or the supplier's own notice.
public struct SupplierResult: Equatable, Sendable {
    /// Raw values are the contract's `Outcome`; an unspecified or unknown one is read as `unknown`.
    public enum Outcome: UInt8, Sendable {
        case succeeded = 1
        case failed = 2
        case unknown = 3
    }

    /// Raw values are the contract's `SideEffect`; an unspecified or unknown one is read as `possible`.
    public enum SideEffect: UInt8, Sendable {
        case none = 1
        case possible = 2
        case certain = 3
    }

    /// What is seldom said is kept apart, so that every result is smaller.
    public enum Detail: Equatable, Sendable {
        case locked(Locked)
        case issued(Issued)
        case released
        indirect case orderAtSupplier(OrderAtSupplier)
        indirect case refunded(Refunded)
        case extended(holdUntilMs: Milliseconds?)
        case deliveryUpdate(DeliveryUpdate)
    }

    public struct Locked: Equatable, Sendable {
        public var holdUntilMs: Milliseconds?
        public var settlementTotal: Money?
        public var seats: [Seat]

        public init(holdUntilMs: Milliseconds?, settlementTotal: Money?, seats: [Seat]) {
            self.holdUntilMs = holdUntilMs
            self.settlementTotal = settlementTotal
            self.seats = seats
        }
    }

    public struct Issued: Equatable, Sendable {
        public var tickets: [IssuedTicket]
        public var settlementTotal: Money?
        /// Over sequence number and code of every ticket, by ascending number: other codes, another digest.
        public var codesDigest: ContentDigest

        public init(tickets: [IssuedTicket], settlementTotal: Money?, codesDigest: ContentDigest) {
            self.tickets = tickets
            self.settlementTotal = settlementTotal
            self.codesDigest = codesDigest
        }
    }

    public struct OrderAtSupplier: Equatable, Sendable {
        /// Raw values are the contract's `State`; an unknown one is read as `unspecified`.
        public enum State: UInt8, Sendable {
            case unspecified = 0
            case notFound = 1
            case held = 2
            case inProgress = 3
            case issued = 4
            case failed = 5
            case released = 6
            case refunded = 7
        }

        public var state: State
        public var issued: Issued?
        public var refunded: Refunded?

        public init(state: State, issued: Issued?, refunded: Refunded?) {
            self.state = state
            self.issued = issued
            self.refunded = refunded
        }
    }

    public struct Refunded: Equatable, Sendable {
        /// nil where the supplier did so unasked: then the result's id serves.
        public var refundID: ID?
        /// As they were named; empty: those of the request, or all that are not refunded yet.
        public var tickets: [UInt32]
        public var amount: Money?
        public var mode: RefundMode

        public init(refundID: ID?, tickets: [UInt32], amount: Money?, mode: RefundMode) {
            self.refundID = refundID
            self.tickets = tickets
            self.amount = amount
            self.mode = mode
        }
    }

    public struct DeliveryUpdate: Equatable, Sendable {
        /// nil where the supplier names none that there is.
        public var status: DeliveryStatus?
        public var carrier: Passage
        public var trackingNumber: Passage

        public init(status: DeliveryStatus?, carrier: Passage, trackingNumber: Passage) {
            self.status = status
            self.carrier = carrier
            self.trackingNumber = trackingNumber
        }
    }

    public var id: ID
    /// The request that it answers; nil for the supplier's own notice.
    public var request: RequestID?
    /// The result names a request that is none of this order's kinds of request, or another order's.
    public var requestIsForeign: Bool
    public var supplierID: ID
    /// The supplier's own order id, 1 to 128 bytes, or none.
    public var supplierOrderID: Passage
    public var occurredAtMs: Milliseconds?
    public var outcome: Outcome
    public var sideEffect: SideEffect
    public var failureCode: Passage
    public var failureMessage: Passage
    public var detail: Detail?

    public init(
        id: ID, request: RequestID?, requestIsForeign: Bool = false, supplierID: ID, supplierOrderID: Passage = .none,
        occurredAtMs: Milliseconds?, outcome: Outcome, sideEffect: SideEffect = .possible, failureCode: Passage = .none,
        failureMessage: Passage = .none, detail: Detail?
    ) {
        self.id = id
        self.request = request
        self.requestIsForeign = requestIsForeign
        self.supplierID = supplierID
        self.supplierOrderID = supplierOrderID
        self.occurredAtMs = occurredAtMs
        self.outcome = outcome
        self.sideEffect = sideEffect
        self.failureCode = failureCode
        self.failureMessage = failureMessage
        self.detail = detail
    }
}

/// Which request of an order: with the order's key before it, the idempotency key towards the supplier.
public enum RequestID: Hashable, Sendable {
    case lock
    case issue
    case release
    case query(UInt32)
    indirect case refund(ID)
    indirect case extend(ID)
}

/// Raw values are the contract's `RefundMode`.
public enum RefundMode: UInt8, Sendable {
    case unspecified = 0
    case automatic = 1
    case manual = 2
}

public struct Seat: Equatable, Sendable {
    public var sequence: UInt32
    public var seatID: Passage
    public var label: Passage

    public init(sequence: UInt32, seatID: Passage, label: Passage) {
        self.sequence = sequence
        self.seatID = seatID
        self.label = label
    }
}

public struct IssuedTicket: Equatable, Sendable {
    public var sequence: UInt32
    public var code: Passage
    public var seatID: Passage
    /// The contract's `CodeFormat`, as it came.
    public var codeFormat: Int32
    public var seatLabel: Passage

    public init(sequence: UInt32, code: Passage, seatID: Passage, codeFormat: Int32, seatLabel: Passage) {
        self.sequence = sequence
        self.code = code
        self.seatID = seatID
        self.codeFormat = codeFormat
        self.seatLabel = seatLabel
    }
}

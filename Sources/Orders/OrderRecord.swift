/// What is stored under an order's key.
public enum OrderRecord: Equatable, Sendable {
    /// No order: commands that were refused before there was one, remembered for their time window.
    case refusals(Refusals)
    case order(Order)
    /// What is left of an order that was removed. Apart: the rarest record would be the size of all of them.
    indirect case stub(OrderStub)

    /// When its next timer is due, and which.
    public var nextTimer: (dueMs: Milliseconds, kind: TimerKind)? {
        switch self {
        case .refusals(let refusals): refusals.nextTimer
        case .order(let order): order.timers.next
        case .stub(let stub): (stub.forgetAtMs, .retention)
        }
    }
}

/// A command or an action that was answered: the same id again gets the same answer.
public struct RememberedCommand: Equatable, Sendable {
    public enum Sender: UInt8, Sendable { case distributor = 1, operatorAction = 2 }

    public var id: ID
    public var sender: Sender
    public var digest: ContentDigest
    public var answer: EventReference
    public var accepted: Bool

    public init(id: ID, sender: Sender, digest: ContentDigest, answer: EventReference, accepted: Bool) {
        self.id = id
        self.sender = sender
        self.digest = digest
        self.answer = answer
        self.accepted = accepted
    }
}

public struct Refusals: Equatable, Sendable {
    public struct Refusal: Equatable, Sendable {
        public var command: RememberedCommand
        /// `created_at` + the account's time window + `Remembering.clockMarginMs`: after it the same bytes are out of the
        /// window anyway.
        public var forgetAtMs: Milliseconds

        public init(command: RememberedCommand, forgetAtMs: Milliseconds) {
            self.command = command
            self.forgetAtMs = forgetAtMs
        }
    }

    public var refusals: [Refusal]

    public init(refusals: [Refusal]) { self.refusals = refusals }

    public var nextTimer: (dueMs: Milliseconds, kind: TimerKind)? {
        refusals.map(\.forgetAtMs).min().map { ($0, .retention) }
    }
}

/// What is left of an order after its retention: enough to answer late refunds and a second placing.
public struct OrderStub: Equatable, Sendable {
    public var status: OrderStatus
    public var delivery: DeliveryStatus
    public var sequence: UInt64
    public var placingDigest: ContentDigest
    /// The answer to the placing.
    public var placingAnswer: EventReference
    public var supplierID: ID
    public var refunded: TicketSet
    public var ticketCount: Int
    public var forgetAtMs: Milliseconds

    public init(
        status: OrderStatus, delivery: DeliveryStatus, sequence: UInt64, placingDigest: ContentDigest,
        placingAnswer: EventReference, supplierID: ID, refunded: TicketSet, ticketCount: Int, forgetAtMs: Milliseconds
    ) {
        self.status = status
        self.delivery = delivery
        self.sequence = sequence
        self.placingDigest = placingDigest
        self.placingAnswer = placingAnswer
        self.supplierID = supplierID
        self.refunded = refunded
        self.ticketCount = ticketCount
        self.forgetAtMs = forgetAtMs
    }
}

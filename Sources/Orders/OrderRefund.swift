/// What an order keeps about refunds: those under way, and what waits.
extension Order {
    /// One refund, from its request or the supplier's notice to its report.
    public struct Refund: Equatable, Sendable {
        public enum Phase: UInt8, Sendable {
            /// The supplier has been asked.
            case requested = 1
            case refused = 2
            /// The supplier has refunded; the distributor has not reported its own refund.
            case supplierRefunded = 3
            case distributorFailed = 4
            /// Reported as succeeded, and posted unless `isUndated`.
            case distributorRefunded = 5
            /// Ended by another refund of the same tickets.
            case superseded = 6
        }

        public var id: ID
        public var tickets: TicketSet
        public var phase: Phase
        public var unasked: Bool
        /// Asked for by the distributor's own request, or by an intent to cancel.
        public var requestedAtMs: Milliseconds
        public var attempts: UInt32
        /// When it is asked for again, or when its report is overdue; nil where nothing waits.
        public var dueMs: Milliseconds?
        public var escalated: Bool
        public var supplierRefundedAtMs: Milliseconds?
        /// What the supplier gave back.
        public var settlementAmount: Int64
        /// What the supplier kept of the settlement price.
        public var penalty: Int64
        /// What the distributor is owed back.
        public var distributorAmount: Int64
        public var mode: RefundMode
        /// Reported as succeeded without a time: its entry waits.
        public var isUndated: Bool
        public var distributorRefundedAtMs: Milliseconds?

        public init(
            id: ID, tickets: TicketSet, phase: Phase, unasked: Bool, requestedAtMs: Milliseconds, attempts: UInt32,
            dueMs: Milliseconds?, escalated: Bool, supplierRefundedAtMs: Milliseconds?, settlementAmount: Int64,
            penalty: Int64, distributorAmount: Int64, mode: RefundMode, isUndated: Bool,
            distributorRefundedAtMs: Milliseconds?
        ) {
            self.id = id
            self.tickets = tickets
            self.phase = phase
            self.unasked = unasked
            self.requestedAtMs = requestedAtMs
            self.attempts = attempts
            self.dueMs = dueMs
            self.escalated = escalated
            self.supplierRefundedAtMs = supplierRefundedAtMs
            self.settlementAmount = settlementAmount
            self.penalty = penalty
            self.distributorAmount = distributorAmount
            self.mode = mode
            self.isUndated = isUndated
            self.distributorRefundedAtMs = distributorRefundedAtMs
        }
    }

    /// What waits for the outcome of what is under way, in the order in which it came.
    public enum Intent: Equatable, Sendable {
        case cancel(commandID: ID, atMs: Milliseconds)
        case refund(refundID: ID, tickets: TicketSet, reason: Passage)
        case supplierRefund(KeptRefund)
    }

    /// A supplier's refund that came before its cause.
    public struct KeptRefund: Equatable, Sendable {
        public var refundID: ID
        public var tickets: TicketSet
        public var amount: Money?
        public var mode: RefundMode
        public var refundedAtMs: Milliseconds
        public var unasked: Bool

        public init(
            refundID: ID, tickets: TicketSet, amount: Money?, mode: RefundMode, refundedAtMs: Milliseconds,
            unasked: Bool
        ) {
            self.refundID = refundID
            self.tickets = tickets
            self.amount = amount
            self.mode = mode
            self.refundedAtMs = refundedAtMs
            self.unasked = unasked
        }
    }

    /// A refund that the distributor asked for: the same one asked again gets the first answer.
    public struct AskedRefund: Equatable, Sendable {
        public var refundID: ID
        public var tickets: TicketSet
        /// Asked for as "all that are not refunded yet".
        public var namesAll: Bool
        /// The sequence number of the event that answered it first.
        public var answer: UInt64

        public init(refundID: ID, tickets: TicketSet, namesAll: Bool, answer: UInt64) {
            self.refundID = refundID
            self.tickets = tickets
            self.namesAll = namesAll
            self.answer = answer
        }
    }
}

/// One record of `order-events`. Order key and cause are the input's.
public struct Event: Equatable, Sendable {
    /// The order's sequence number from 1; 0 where there is no order, and for what touches nothing of it.
    public var sequence: UInt64
    public var occurredAtMs: Milliseconds
    /// nil, as the two after it, where the sequence is 0.
    public var status: OrderStatus?
    public var statusBefore: OrderStatus?
    public var deliveryStatus: DeliveryStatus?
    public var body: Body

    public init(
        sequence: UInt64, occurredAtMs: Milliseconds, status: OrderStatus?, statusBefore: OrderStatus?,
        deliveryStatus: DeliveryStatus?, body: Body
    ) {
        self.sequence = sequence
        self.occurredAtMs = occurredAtMs
        self.status = status
        self.statusBefore = statusBefore
        self.deliveryStatus = deliveryStatus
        self.body = body
    }

    /// The cases are the contract's, by their names. Those with ids are apart, or all would be as large as they are.
    public enum Body: Equatable, Sendable {
        indirect case placed(supplierID: ID, projectID: ID, showID: ID, ticketCount: Int, total: Money)
        case locked(supplierOrderID: Passage, holdUntilMs: Milliseconds, seats: [Seat])
        case lockFailed(code: Text, message: Text)
        case holdExtended(holdUntilMs: Milliseconds)
        case holdExtensionRefused(code: Text, message: Text)
        case canceled(CancelReason)
        case issueStarted
        case negotiationStarted(reason: Text, nextQueryAtMs: Milliseconds?)
        case escalated(EscalationReason, words: Text, queries: UInt32)
        case issued(tickets: [IssuedTicket], issuedAtMs: Milliseconds)
        case issueFailed(code: Text, message: Text)
        indirect case refundRequested(refundID: ID, tickets: TicketSet, reason: Text)
        indirect case refundRefused(refundID: ID, code: Text, message: Text)
        indirect case supplierRefunded(SupplierRefunded)
        indirect case distributorRefunded(refundID: ID, refundedAtMs: Milliseconds?)
        indirect case distributorRefundFailed(refundID: ID, reason: Text)
        indirect case deliveryChanged(before: DeliveryStatus, carrier: Passage, trackingNumber: Passage)
        case intentRecorded(IntentKind)
        case commandRepeated(firstEvent: EventReference)
        case commandRejected(code: RejectionCode, message: String, currentTotal: Money?)
        case anomalyFound(AnomalyCode, message: String)
        indirect case operatorActed(operatorName: Passage, action: String, reason: Passage, approvedBy: Passage)
    }

    public struct SupplierRefunded: Equatable, Sendable {
        public var refundID: ID
        public var tickets: TicketSet
        public var distributorAmount: Money
        public var refundedAtMs: Milliseconds
        public var unasked: Bool
        public var reportByMs: Milliseconds
        public var mode: RefundMode

        public init(
            refundID: ID, tickets: TicketSet, distributorAmount: Money, refundedAtMs: Milliseconds, unasked: Bool,
            reportByMs: Milliseconds, mode: RefundMode
        ) {
            self.refundID = refundID
            self.tickets = tickets
            self.distributorAmount = distributorAmount
            self.refundedAtMs = refundedAtMs
            self.unasked = unasked
            self.reportByMs = reportByMs
            self.mode = mode
        }
    }
}

/// Which event of an order: `<key>#<sequence>`, or `<key>#0@<input><partition>:<offset>` of the input where the sequence
/// is 0.
public enum EventReference: Hashable, Sendable {
    case sequence(UInt64)
    case input(Input.Source, partition: Int32, offset: Int64)
}

/// Raw values are the contract's `CancelReason`.
public enum CancelReason: UInt8, Sendable {
    case distributor = 1
    case holdExpired = 2
    case operatorAction = 3
}

/// Raw values are the contract's `Intent`.
public enum IntentKind: UInt8, Sendable {
    case cancel = 1
    case extend = 2
    case refund = 3
    case supplierRefund = 4
}

/// One record of `supplier-requests`.
public struct Request: Equatable, Sendable {
    public enum Operation: Equatable, Sendable {
        case lock(Lock)
        case issue(Carried)
        case release(reason: String)
        case query
        case refund(refundID: ID, tickets: TicketSet)
        case extend(untilMs: Milliseconds)
    }

    public struct Lock: Equatable, Sendable {
        public var projectID: ID
        public var showID: ID
        /// Whole `TicketRequest`s.
        public var tickets: [Passage]
        public var settlementTotal: Money
        public var holdUntilMs: Milliseconds
        public var buyer: Passage

        public init(
            projectID: ID, showID: ID, tickets: [Passage], settlementTotal: Money, holdUntilMs: Milliseconds,
            buyer: Passage
        ) {
            self.projectID = projectID
            self.showID = showID
            self.tickets = tickets
            self.settlementTotal = settlementTotal
            self.holdUntilMs = holdUntilMs
            self.buyer = buyer
        }
    }

    public var id: RequestID
    public var supplierID: ID
    public var supplierOrderID: Passage
    /// From 1.
    public var attempt: UInt32
    public var deadlineMs: Milliseconds
    public var operation: Operation

    public init(
        id: RequestID, supplierID: ID, supplierOrderID: Passage, attempt: UInt32, deadlineMs: Milliseconds,
        operation: Operation
    ) {
        self.id = id
        self.supplierID = supplierID
        self.supplierOrderID = supplierOrderID
        self.attempt = attempt
        self.deadlineMs = deadlineMs
        self.operation = operation
    }
}

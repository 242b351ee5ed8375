/// One thing that happened, read and authenticated, with all that `decide` may know of it. It never changes, so that
/// every stage can be handed the same one.
public final class Input: Sendable {
    /// Which input the record came from; the letter stands in the ids of events without a sequence number.
    public enum Source: UInt8, Sendable {
        case commands = 0x63  // c
        case results = 0x72  // r
        case operatorActions = 0x6F  // o
    }

    public enum Body: Equatable, Sendable {
        case command(Command)
        case result(SupplierResult)
        case action(OperatorAction)
        case timer(TimerKind, dueMs: Milliseconds)
    }

    public let key: OrderKey
    public let body: Body
    /// Where the record that is being handled stands. Of a timer: commands, 0, 0.
    public let source: Source
    public let partition: Int32
    public let offset: Int64
    /// Where it stood first, which is what its events name as their cause: of a record that was readmitted not where it
    /// is handled.
    public let firstPartition: Int32
    public let firstOffset: Int64
    /// The broker's append time; of a record that was readmitted its first one; of a timer when it was due.
    public let appendedAtMs: Milliseconds

    /// - Parameter first: nil where the record stands where it stood first.
    public init(
        key: OrderKey, body: Body, source: Source, partition: Int32, offset: Int64,
        first: (partition: Int32, offset: Int64)? = nil, appendedAtMs: Milliseconds
    ) {
        self.key = key
        self.body = body
        self.source = source
        self.partition = partition
        self.offset = offset
        firstPartition = first?.partition ?? partition
        firstOffset = first?.offset ?? offset
        self.appendedAtMs = appendedAtMs
    }
}

/// What a distributor asks of one order.
public struct Command: Equatable, Sendable {
    public enum Action: Equatable, Sendable {
        case placeOrder(PlaceOrder)
        case issueTickets
        case cancelOrder
        case extendHold(untilMs: Milliseconds)
        case requestRefund(RequestRefund)
        case reportRefund(ReportRefund)
        /// Readable as far as it takes to answer it, and wrong: the words say what and where.
        case invalid(String)
    }

    public var id: ID
    public var createdAtMs: Milliseconds
    /// Over the action alone: `created_at` may differ in a repetition.
    public var digest: ContentDigest
    /// Whether the record's signature verified.
    public var isSigned: Bool
    public var action: Action

    public init(id: ID, createdAtMs: Milliseconds, digest: ContentDigest, isSigned: Bool, action: Action) {
        self.id = id
        self.createdAtMs = createdAtMs
        self.digest = digest
        self.isSigned = isSigned
        self.action = action
    }
}

/// Raw values are the contract's `DeliveryMethod`.
public enum DeliveryMethod: UInt8, Sendable {
    case electronic = 1
    case courier = 2
    case onSite = 3
}

public struct PlaceOrder: Equatable, Sendable {
    public struct Ticket: Equatable, Sendable {
        public var ticketClassID: ID
        public var hasHolderDocument: Bool
        /// The whole `TicketRequest`, passed on to the supplier.
        public var request: Passage

        public init(ticketClassID: ID, hasHolderDocument: Bool, request: Passage) {
            self.ticketClassID = ticketClassID
            self.hasHolderDocument = hasHolderDocument
            self.request = request
        }
    }

    public var projectID: ID
    public var showID: ID
    /// 1 to 100: the reader has seen to it.
    public var tickets: [Ticket]
    /// nil where the command names none: then no price is expected, and it is refused as PRICE_CHANGED.
    public var expectedTotal: Money?
    /// nil where the command asks for no delivery at all.
    public var deliveryMethod: DeliveryMethod?
    public var carried: Carried

    public init(
        projectID: ID, showID: ID, tickets: [Ticket], expectedTotal: Money?, deliveryMethod: DeliveryMethod?,
        carried: Carried
    ) {
        self.projectID = projectID
        self.showID = showID
        self.tickets = tickets
        self.expectedTotal = expectedTotal
        self.deliveryMethod = deliveryMethod
        self.carried = carried
    }
}

/// Whole messages that are passed on to the supplier and dropped when the order can no longer be issued: personal data.
public struct Carried: Equatable, Sendable {
    public var delivery: Passage
    public var buyer: Passage
    public var invoice: Passage

    public init(delivery: Passage, buyer: Passage, invoice: Passage) {
        self.delivery = delivery
        self.buyer = buyer
        self.invoice = invoice
    }

    public static let none = Carried(delivery: .none, buyer: .none, invoice: .none)
}

public struct RequestRefund: Equatable, Sendable {
    public var refundID: ID
    /// As they were named, so that one named twice or one that the order does not have can be told; empty: all that are
    /// not refunded yet.
    public var tickets: [UInt32]
    public var reason: Passage

    public init(refundID: ID, tickets: [UInt32], reason: Passage) {
        self.refundID = refundID
        self.tickets = tickets
        self.reason = reason
    }
}

public struct ReportRefund: Equatable, Sendable {
    public var refundID: ID
    public var succeeded: Bool
    public var refundedAtMs: Milliseconds?
    public var reason: Passage

    public init(refundID: ID, succeeded: Bool, refundedAtMs: Milliseconds?, reason: Passage) {
        self.refundID = refundID
        self.succeeded = succeeded
        self.refundedAtMs = refundedAtMs
        self.reason = reason
    }
}

/// What a person does to one order.
public struct OperatorAction: Equatable, Sendable {
    public enum Approval: Equatable, Sendable { case none, samePerson, anotherPerson }

    public enum Action: Equatable, Sendable {
        /// Apart: the largest and rarest input would be the size of all of them.
        indirect case resolve(SupplierResult)
        case queryNow
        case cancelHold
        case correct(Correction)
        case reportRefund(ReportRefund)
        /// Readable as far as it takes to answer it, and wrong.
        case invalid(String)
    }

    public struct Correction: Equatable, Sendable {
        public var book: Book
        public var amount: Money
        public var effectiveAtMs: Milliseconds?
        /// The id of the entry that it corrects.
        public var reverses: Passage

        public init(book: Book, amount: Money, effectiveAtMs: Milliseconds?, reverses: Passage) {
            self.book = book
            self.amount = amount
            self.effectiveAtMs = effectiveAtMs
            self.reverses = reverses
        }
    }

    public var id: ID
    public var digest: ContentDigest
    public var operatorName: Passage
    public var reason: Passage
    public var approvedBy: Passage
    public var approval: Approval
    public var action: Action

    public init(
        id: ID, digest: ContentDigest, operatorName: Passage, reason: Passage, approvedBy: Passage, approval: Approval,
        action: Action
    ) {
        self.id = id
        self.digest = digest
        self.operatorName = operatorName
        self.reason = reason
        self.approvedBy = approvedBy
        self.approval = approval
        self.action = action
    }
}

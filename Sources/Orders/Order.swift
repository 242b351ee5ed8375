/// An order: a status plus optional parts, since late facts cut across the statuses.
///
/// The machine as a whole is drawn in the domain's document. Which part is there when: `hold` from LOCKED on; `issuing`
/// from FIXING on; `release` while one is unanswered; `refunds` from the first request or notice on; `carried` until the
/// order can no longer be issued.
///
/// It is large, and on its way from the stored bytes to the written ones it passes through many hands: so it is held by
/// its address. It is a value all the same: a copy that is changed becomes an order of its own.
public struct Order: Sendable {
    private var storage: Storage

    public init(
        status: OrderStatus, delivery: DeliveryStatus, sequence: UInt64, placing: Placing, tickets: [Ticket],
        terms: Terms, supplierOrderID: Passage, carried: Carried, hold: Hold?, cancellation: Cancellation? = nil,
        issuing: Issuing?, release: Release?, refunds: [Refund], intents: [Intent], books: Books, told: Told,
        remembered: [RememberedCommand], results: [ID], timers: Timers, lastChangeMs: Milliseconds,
        askedRefunds: [AskedRefund] = []
    ) {
        storage = Storage(
            Fields(
                status: status, delivery: delivery, sequence: sequence, placing: placing, tickets: tickets,
                terms: terms, supplierOrderID: supplierOrderID, carried: carried, hold: hold,
                cancellation: cancellation, issuing: issuing, release: release, refunds: refunds,
                askedRefunds: askedRefunds, intents: intents, books: books, told: told, remembered: remembered,
                results: results, timers: timers, lastChangeMs: lastChangeMs))
    }

    public var status: OrderStatus {
        _read { yield fields.status }
        _modify { yield &fields.status }
    }
    public var delivery: DeliveryStatus {
        _read { yield fields.delivery }
        _modify { yield &fields.delivery }
    }
    /// Of its last event.
    public var sequence: UInt64 {
        _read { yield fields.sequence }
        _modify { yield &fields.sequence }
    }
    public var placing: Placing {
        _read { yield fields.placing }
        _modify { yield &fields.placing }
    }
    public var tickets: [Ticket] {
        _read { yield fields.tickets }
        _modify { yield &fields.tickets }
    }
    public var terms: Terms {
        _read { yield fields.terms }
        _modify { yield &fields.terms }
    }
    public var supplierOrderID: Passage {
        _read { yield fields.supplierOrderID }
        _modify { yield &fields.supplierOrderID }
    }
    public var carried: Carried {
        _read { yield fields.carried }
        _modify { yield &fields.carried }
    }
    public var hold: Hold? {
        _read { yield fields.hold }
        _modify { yield &fields.hold }
    }
    /// Why and when it was canceled: after an expiry commands are refused otherwise than after a cancel.
    public var cancellation: Cancellation? {
        _read { yield fields.cancellation }
        _modify { yield &fields.cancellation }
    }
    public var issuing: Issuing? {
        _read { yield fields.issuing }
        _modify { yield &fields.issuing }
    }
    public var release: Release? {
        _read { yield fields.release }
        _modify { yield &fields.release }
    }
    public var refunds: [Refund] {
        _read { yield fields.refunds }
        _modify { yield &fields.refunds }
    }
    /// Every refund that the distributor asked for, in the order of their answers.
    public var askedRefunds: [AskedRefund] {
        _read { yield fields.askedRefunds }
        _modify { yield &fields.askedRefunds }
    }
    public var intents: [Intent] {
        _read { yield fields.intents }
        _modify { yield &fields.intents }
    }
    public var books: Books {
        _read { yield fields.books }
        _modify { yield &fields.books }
    }
    public var told: Told {
        _read { yield fields.told }
        _modify { yield &fields.told }
    }
    /// All accepted commands and the last rejected ones, in the order of their answers.
    public var remembered: [RememberedCommand] {
        _read { yield fields.remembered }
        _modify { yield &fields.remembered }
    }
    /// The ids of the results that were handled.
    public var results: [ID] {
        _read { yield fields.results }
        _modify { yield &fields.results }
    }
    public var timers: Timers {
        _read { yield fields.timers }
        _modify { yield &fields.timers }
    }
    public var lastChangeMs: Milliseconds {
        _read { yield fields.lastChangeMs }
        _modify { yield &fields.lastChangeMs }
    }

    private var fields: Fields {
        @inline(__always) _read { yield unsafe storage.fields }
        @inline(__always) _modify {
            if !isKnownUniquelyReferenced(&storage) { copyStorage() }
            yield unsafe &storage.fields
        }
    }

    /// Another order has the fields too: this one gets its own.
    @inline(never) private mutating func copyStorage() { unsafe storage = Storage(storage.fields) }

    private struct Fields: Equatable {
        var status: OrderStatus
        var delivery: DeliveryStatus
        var sequence: UInt64
        var placing: Placing
        var tickets: [Ticket]
        var terms: Terms
        var supplierOrderID: Passage
        var carried: Carried
        var hold: Hold?
        var cancellation: Cancellation?
        var issuing: Issuing?
        var release: Release?
        var refunds: [Refund]
        var askedRefunds: [AskedRefund]
        var intents: [Intent]
        var books: Books
        var told: Told
        var remembered: [RememberedCommand]
        var results: [ID]
        var timers: Timers
        var lastChangeMs: Milliseconds
    }

    /// Only `Order.fields` touches it, and changes it for its only owner alone: so it is safe to be sent, and accesses need
    /// no check at run time.
    private final class Storage: @unchecked Sendable {
        @exclusivity(unchecked) var fields: Fields

        init(_ fields: Fields) { unsafe self.fields = fields }
    }

    /// What was ordered, where and when.
    public struct Placing: Equatable, Sendable {
        public var digest: ContentDigest
        public var supplierID: ID
        public var projectID: ID
        public var showID: ID
        public var placedAtMs: Milliseconds
        /// The show's start as it was known last.
        public var showStartsAtMs: Milliseconds
        public var deliveryMethod: DeliveryMethod?
        /// Until when the supplier was asked to hold.
        public var holdAskedUntilMs: Milliseconds
        /// When the lock request was sent; its answer time is measured from here.
        public var lockSentAtMs: Milliseconds

        public init(
            digest: ContentDigest, supplierID: ID, projectID: ID, showID: ID, placedAtMs: Milliseconds,
            showStartsAtMs: Milliseconds, deliveryMethod: DeliveryMethod?, holdAskedUntilMs: Milliseconds,
            lockSentAtMs: Milliseconds
        ) {
            self.digest = digest
            self.supplierID = supplierID
            self.projectID = projectID
            self.showID = showID
            self.placedAtMs = placedAtMs
            self.showStartsAtMs = showStartsAtMs
            self.deliveryMethod = deliveryMethod
            self.holdAskedUntilMs = holdAskedUntilMs
            self.lockSentAtMs = lockSentAtMs
        }
    }

    /// A ticket with its prices, frozen at the lock. Minor units; discount and commission as positive numbers.
    public struct Ticket: Equatable, Sendable {
        public var ticketClassID: ID
        public var sell: Int64
        public var step: Int64
        public var discount: Int64
        public var commission: Int64
        public var settlement: Int64

        public init(
            ticketClassID: ID, sell: Int64, step: Int64, discount: Int64, commission: Int64, settlement: Int64
        ) {
            self.ticketClassID = ticketClassID
            self.sell = sell
            self.step = step
            self.discount = discount
            self.commission = commission
            self.settlement = settlement
        }
    }

    /// What holds for the whole order, frozen at the lock.
    public struct Terms: Equatable, Sendable {
        public var sellCurrency: Currency
        public var settlementCurrency: Currency
        /// Minor units of the sell currency.
        public var postage: Int64
        public var distributorContractID: ID
        public var distributorContractVersion: UInt64
        public var supplierContractID: ID
        public var supplierContractVersion: UInt64
        /// Whether the right to refund was there at the lock.
        public var mayRefund: Bool

        public init(
            sellCurrency: Currency, settlementCurrency: Currency, postage: Int64, distributorContractID: ID,
            distributorContractVersion: UInt64, supplierContractID: ID, supplierContractVersion: UInt64,
            mayRefund: Bool
        ) {
            self.sellCurrency = sellCurrency
            self.settlementCurrency = settlementCurrency
            self.postage = postage
            self.distributorContractID = distributorContractID
            self.distributorContractVersion = distributorContractVersion
            self.supplierContractID = supplierContractID
            self.supplierContractVersion = supplierContractVersion
            self.mayRefund = mayRefund
        }
    }

    public struct Hold: Equatable, Sendable {
        public var untilMs: Milliseconds
        /// The supplier's lock success: the sale's time.
        public var lockedAtMs: Milliseconds
        /// A longer hold that was asked for and is not answered.
        public var extending: Extension?

        public struct Extension: Equatable, Sendable {
            public var commandID: ID
            public var untilMs: Milliseconds

            public init(commandID: ID, untilMs: Milliseconds) {
                self.commandID = commandID
                self.untilMs = untilMs
            }
        }

        public init(untilMs: Milliseconds, lockedAtMs: Milliseconds, extending: Extension?) {
            self.untilMs = untilMs
            self.lockedAtMs = lockedAtMs
            self.extending = extending
        }
    }

    public struct Cancellation: Equatable, Sendable {
        public var reason: CancelReason
        public var atMs: Milliseconds

        public init(reason: CancelReason, atMs: Milliseconds) {
            self.reason = reason
            self.atMs = atMs
        }
    }

    /// Issuing and, while its outcome is uncertain, the negotiation about it.
    public struct Issuing: Equatable, Sendable {
        public var startedAtMs: Milliseconds
        /// When the last issue request was sent.
        public var sentAtMs: Milliseconds
        public var attempts: UInt32
        public var negotiation: Negotiation?
        public var issuedAtMs: Milliseconds?
        /// Of the codes as they were issued.
        public var codesDigest: ContentDigest?
        /// FIXED, but codes of electronic tickets are still asked for.
        public var codesMissing: Bool

        public init(
            startedAtMs: Milliseconds, sentAtMs: Milliseconds, attempts: UInt32, negotiation: Negotiation?,
            issuedAtMs: Milliseconds?, codesDigest: ContentDigest?, codesMissing: Bool
        ) {
            self.startedAtMs = startedAtMs
            self.sentAtMs = sentAtMs
            self.attempts = attempts
            self.negotiation = negotiation
            self.issuedAtMs = issuedAtMs
            self.codesDigest = codesDigest
            self.codesMissing = codesMissing
        }
    }

    /// What is asked about an issuing: its outcome, or the codes that are missing.
    public struct Negotiation: Equatable, Sendable {
        public var startedAtMs: Milliseconds
        /// Queries that were sent: also the number of the last one, `/query/<n>`, so it never starts again.
        public var queries: UInt32
        public var lastQueryAtMs: Milliseconds?
        /// NOT_FOUND answers after the grace.
        public var notFound: UInt32
        /// Steps of the poll rule that were taken since it began.
        public var polls: UInt32
        /// When the next step is due; nil where none is.
        public var nextPollAtMs: Milliseconds?
        /// The next step has its slot of the supplier's query rate already.
        public var hasSlot: Bool
        /// The next step sends the issue again: the attempt provably never left.
        public var sendsAgain: Bool
        /// The highest number of a query that was answered.
        public var lastAnswered: UInt32

        public init(
            startedAtMs: Milliseconds, queries: UInt32, lastQueryAtMs: Milliseconds?, notFound: UInt32,
            polls: UInt32 = 0, nextPollAtMs: Milliseconds? = nil, hasSlot: Bool = false, sendsAgain: Bool = false,
            lastAnswered: UInt32 = 0
        ) {
            self.startedAtMs = startedAtMs
            self.queries = queries
            self.lastQueryAtMs = lastQueryAtMs
            self.notFound = notFound
            self.polls = polls
            self.nextPollAtMs = nextPollAtMs
            self.hasSlot = hasSlot
            self.sendsAgain = sendsAgain
            self.lastAnswered = lastAnswered
        }
    }

    /// A release that the supplier has not confirmed.
    public struct Release: Equatable, Sendable {
        public var reason: String
        public var startedAtMs: Milliseconds
        public var attempts: UInt32

        public init(reason: String, startedAtMs: Milliseconds, attempts: UInt32) {
            self.reason = reason
            self.startedAtMs = startedAtMs
            self.attempts = attempts
        }
    }

    /// The sums of what was posted, in minor units of the order's currencies.
    public struct Books: Equatable, Sendable {
        public var receivable: Int64
        public var settlement: Int64

        public init(receivable: Int64, settlement: Int64) {
            self.receivable = receivable
            self.settlement = settlement
        }
    }

    /// What a person was told once and is not told again.
    public struct Told: OptionSet, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        public static let rulesExhausted = Told(rawValue: 1 << 0)
        public static let showStarted = Told(rawValue: 1 << 1)
        public static let fewerTickets = Told(rawValue: 1 << 2)
        public static let releaseFailing = Told(rawValue: 1 << 3)
        public static let noQuery = Told(rawValue: 1 << 4)
        public static let floatNegative = Told(rawValue: 1 << 5)
        public static let orphanIssue = Told(rawValue: 1 << 6)
        /// An orphan issue that the supplier does not take back.
        public static let orphanKept = Told(rawValue: 1 << 7)
        public static let codesMissing = Told(rawValue: 1 << 8)
        /// At the lock the distributor owed less than the supplier is owed: then no float is promised.
        public static let pricesBelowCost = Told(rawValue: 1 << 9)
    }
}

extension Order: Equatable {
    public static func == (a: Order, b: Order) -> Bool {
        a.storage === b.storage || a.fields == b.fields
    }
}

extension Order: CustomReflectable {
    public var customMirror: Mirror { Mirror(reflecting: fields) }
}

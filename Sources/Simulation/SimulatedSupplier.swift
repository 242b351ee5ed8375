internal import Protobuf
internal import Schemas

/// How badly a supplier behaves: shares of its requests in percent.
public struct SupplierTemper: Sendable {
    /// Answers no, with a proof that nothing happened.
    public var refusesPercent: Int
    /// Does it, or does not, and never answers.
    public var hangsPercent: Int
    /// Answers UNKNOWN, whatever it did.
    public var unsurePercent: Int
    /// Answers only after the adapter gave up.
    public var latePercent: Int
    /// Answers twice: the same record again, or the same fact under another result id.
    public var twicePercent: Int
    public var lateByMs: Int64

    public init(
        refusesPercent: Int, hangsPercent: Int, unsurePercent: Int, latePercent: Int, twicePercent: Int, lateByMs: Int64
    ) {
        self.refusesPercent = refusesPercent
        self.hangsPercent = hangsPercent
        self.unsurePercent = unsurePercent
        self.latePercent = latePercent
        self.twicePercent = twicePercent
        self.lateByMs = lateByMs
    }

    public static let faultless = SupplierTemper(
        refusesPercent: 0, hangsPercent: 0, unsurePercent: 0, latePercent: 0, twicePercent: 0, lateByMs: 0)
    public static let troubled = SupplierTemper(
        refusesPercent: 4, hangsPercent: 4, unsurePercent: 4, latePercent: 2, twicePercent: 5, lateByMs: 2_500)
}

/// A supplier that keeps its own truth about every order, and does not always tell it.
///
/// What it does to an order it does at most once a request id, as a real one that knows idempotency keys; `issuings`
/// counts what it really issued, so that a second issuing would show.
public struct SimulatedSupplier {
    struct Truth {
        var isHeld = false
        var isIssued = false
        var isReleased = false
        /// It was asked to issue and did not.
        var hasFailed = false
        var refundedTickets: Set<UInt32> = []
        var refunds: [String: [UInt32]] = [:]
        var ticketCount: UInt32 = 0
    }

    public private(set) var issuings: [String: Int] = [:]
    private var truths: [String: Truth] = [:]
    private let temper: SupplierTemper
    private let chance: Chance
    private let knowsRequestsAgain: Bool

    /// - Parameter knowsRequestsAgain: an issue request that comes twice issues once.
    public init(temper: SupplierTemper, seed: UInt64, knowsRequestsAgain: Bool = true) {
        self.temper = temper
        self.knowsRequestsAgain = knowsRequestsAgain
        self.chance = Chance(seed: seed)
    }

    /// Which supplier a record of `supplier-requests` is for; nil where it is no request.
    public static func supplierID(of request: RawSpan) -> String? {
        guard let request = try? Proto.SupplierRequest.View(request) else { return nil }
        return text(request.supplierId)
    }

    /// What it does about one record of `supplier-requests`.
    /// - Returns: the results that it sends, each after its own delay; none where it hangs.
    /// - Throws: `ProtobufError` where the record is no request.
    public mutating func handle(_ request: RawSpan, nowMs: Int64) throws -> [OutsideRecord] {
        let request = try Proto.SupplierRequest.View(request)
        let order = Answer.Order(request)
        let fate = Fate(temper, chance, requestID: order.requestID, attempt: request.attempt)
        var truth = truths[order.key] ?? Truth()
        let answer: Answer?
        switch request.operationCase {
        case .lock:
            answer = try lock(&truth, request, fate)
        case .issue:
            answer = issue(&truth, order, fate)
        case .release:
            truth.isHeld = false
            truth.isReleased = true
            answer = fate.hangs ? nil : Answer(.succeeded, .released)
        case .query:
            answer = fate.hangs ? nil : Answer(.succeeded, .state(state(of: truth, order), truth.ticketCount))
        case .refund:
            answer = try refund(&truth, request, fate)
        case .extend:
            let until = try request.extend()?.until()?.milliseconds
            answer = fate.hangs ? nil : fate.refuses ? Answer.no : Answer(.succeeded, .extended(until))
        case .notSet:
            answer = nil
        }
        truths[order.key] = truth
        guard let answer else { return [] }
        return answer.records(to: order, fate, nowMs: nowMs, lateByMs: temper.lateByMs)
    }

    private func lock(_ truth: inout Truth, _ request: borrowing Proto.SupplierRequest.View, _ fate: Fate) throws
        -> Answer?
    {
        truth.ticketCount = UInt32(try request.lock()?.ticketsCount ?? 0)
        if fate.refuses { return Answer.no }
        truth.isHeld = true
        if fate.hangs { return nil }
        return Answer(fate.isUnsure ? .unknown : .succeeded, .locked(truth.ticketCount))
    }

    private mutating func issue(_ truth: inout Truth, _ order: Answer.Order, _ fate: Fate) -> Answer? {
        if truth.isIssued {
            if !knowsRequestsAgain { issuings[order.key, default: 0] += 1 }
        } else {
            guard truth.isHeld, !truth.isReleased, !fate.refuses else { return Answer.no }
            // Of those that hang or are unsure, half have issued all the same.
            if fate.doesIt {
                truth.isIssued = true
                truth.hasFailed = false
                issuings[order.key, default: 0] += 1
            } else {
                truth.hasFailed = true
            }
        }
        if fate.hangs { return nil }
        if fate.isUnsure || !truth.isIssued { return Answer(.unknown, .nothing) }
        return Answer(.succeeded, .issued(truth.ticketCount))
    }

    private func refund(_ truth: inout Truth, _ request: borrowing Proto.SupplierRequest.View, _ fate: Fate) throws
        -> Answer?
    {
        guard let refund = try request.refund() else { return nil }
        let id = text(refund.refundId)
        if truth.refunds[id] == nil {
            if fate.refuses || !truth.isIssued { return Answer.no }
            var tickets: [UInt32] = []
            var numbers = refund.tickets
            while let number = try numbers.next() { tickets.append(number) }
            if tickets.contains(where: truth.refundedTickets.contains) { return Answer.no }
            truth.refunds[id] = tickets
            truth.refundedTickets.formUnion(tickets)
        }
        return fate.hangs ? nil : Answer(.succeeded, .refunded(id, truth.refunds[id] ?? []))
    }

    private func state(of truth: Truth, _ order: Answer.Order) -> Proto.SupplierResult.OrderAtSupplier.State {
        if truth.isIssued { return .issued }
        if truth.hasFailed { return chance.percent(order.key, "forgets") < 50 ? .notFound : .failed }
        if truth.isReleased { return .released }
        return truth.isHeld ? .inProgress : .notFound
    }
}

/// What becomes of one attempt of one request.
struct Fate {
    let refuses: Bool
    let hangs: Bool
    let isUnsure: Bool
    let isLate: Bool
    let isTwice: Bool
    let underOtherID: Bool
    let doesIt: Bool
    let answerMs: Int64

    init(_ temper: SupplierTemper, _ chance: Chance, requestID: String, attempt: UInt32) {
        // A later attempt goes better, so that every order comes to its end.
        let patience = attempt > 2 ? 4 : 1
        func happens(_ share: Int, _ what: String) -> Bool {
            chance.percent(requestID, String(attempt), what) < share / patience
        }
        refuses = chance.percent(requestID, "refuses") < temper.refusesPercent
        hangs = happens(temper.hangsPercent, "hangs")
        isUnsure = happens(temper.unsurePercent, "unsure")
        isLate = happens(temper.latePercent, "late")
        isTwice = happens(temper.twicePercent, "twice")
        underOtherID = chance.percent(requestID, "other id") < 50
        doesIt = !(hangs || isUnsure) || chance.percent(requestID, "does it") < 50
        answerMs = Int64(chance.number(requestID, String(attempt), "time") % 20)
    }
}

func text(_ bytes: RawSpan) -> String {
    bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
}

import Orders

/// A state of an order in the exploration, with one history that led to it.
struct Explored {
    var record: OrderRecord
    var nowMs: Milliseconds
    var history: History
    /// The state before, and the input that led here.
    var parent: Int
    var label: String

    var order: Order? { record.order }
}

/// What makes two states the same. Kept: statuses, parts, refunds, intents, what a person was told, which timers wait and
/// which is next. Left out, since nothing but counting depends on them: sequence numbers, what is remembered, ids that
/// are made of them, how often something was tried beyond the first time, and sums and codes (they follow from the
/// rest, and each step checks that they do). Times are kept as their order alone: which timer is next, and whether the
/// grace of a negotiation is over.
struct StateKey: Hashable {
    private var parts: [Int64] = []

    init(_ state: Explored, known: [ID]) {
        switch state.record {
        case .refusals: parts = [-1]
        case .stub(let stub):
            let refunded = Int64(truncatingIfNeeded: stub.refunded.bits)
            parts = [-2, Int64(stub.status.rawValue), Int64(stub.delivery.rawValue), refunded]
        case .order(let order): add(order, state.nowMs, known)
        }
    }

    private mutating func add(_ order: Order, _ nowMs: Milliseconds, _ known: [ID]) {
        func number(_ id: ID) -> Int64 { Int64(known.firstIndex(of: id) ?? -1) }
        func bits(_ set: TicketSet) -> Int64 { Int64(truncatingIfNeeded: set.bits) }
        var flags: Int64 = 0
        for (place, isSet) in [
            order.hold?.extending != nil, order.release != nil, order.carried != .none,
            order.issuing?.issuedAtMs != nil, order.issuing?.codesMissing == true,
            nowMs >= (order.issuing?.sentAtMs ?? .max - hour) + Explore.poll.notFoundGraceMs,
            order.issuing?.negotiation != nil, order.issuing?.negotiation?.sendsAgain == true,
            (order.issuing?.attempts ?? 0) > 1, (order.issuing?.negotiation?.queries ?? 0) > 0,
        ].enumerated() where isSet {
            flags |= 1 << Int64(place)
        }
        for kind in TimerKind.allCases where kind != .retention && order.timers[kind] != nil {
            flags |= 1 << Int64(32 + kind.rawValue)
        }
        parts = [
            Int64(order.status.rawValue), Int64(order.delivery.rawValue), Int64(order.told.rawValue), flags,
            Int64(order.cancellation?.reason.rawValue ?? 0), Int64(order.issuing?.negotiation?.notFound ?? 0),
            Int64(order.timers.next?.kind.rawValue ?? 0),
        ]
        parts += order.refunds.map { refund in
            var text = bits(refund.tickets) | (number(refund.id) + 1) << 4 | Int64(refund.phase.rawValue) << 8
            if refund.escalated { text |= 1 << 12 }
            if refund.isUndated { text |= 1 << 13 }
            if refund.unasked { text |= 1 << 14 }
            return text | refund.penalty << 16
        }.sorted()
        parts.append(-5)
        parts += order.askedRefunds.map { number($0.refundID) }.sorted()
        for intent in order.intents {
            switch intent {
            case .cancel: parts.append(-6)
            case .refund(let refundID, let tickets, _): parts += [-7, number(refundID), bits(tickets)]
            case .supplierRefund(let kept): parts += [-8, number(kept.refundID), bits(kept.tickets)]
            }
        }
    }
}

/// Breadth first over all states that an alphabet of inputs reaches from a placed order.
struct Explore {
    typealias Letter = (label: String, body: Input.Body)
    typealias Alphabet = (Explored) -> [Letter]

    /// Short rules, so that few steps reach every stage of them.
    static let retry = RetryRule(
        steps: [RetryStep(intervalMs: 2 * second, count: 1), RetryStep(intervalMs: 10 * second, count: 0)],
        escalateAfterMs: 9 * second)
    static let poll = PollRule(
        startAfterMs: 2 * second,
        steps: [RetryStep(intervalMs: 3 * second, count: 2), RetryStep(intervalMs: 20 * second, count: 0)],
        jitterPercent: 0, queryIntervalMicroseconds: nil, notFoundCount: 2, notFoundGraceMs: 8 * second,
        escalateAfterMs: 25 * second)

    static func directory(showAfter: Int64, idempotent: Bool = false, query: Bool = true) -> Directory {
        var directory = World.directory
        var supplier = World.supplier("full", supportsQuery: query, isIdempotent: idempotent)
        (supplier.release, supplier.refund, supplier.poll) = (retry, retry, poll)
        (supplier.holdMs, supplier.holdMarginMs) = (60 * second, 5 * second)
        directory.suppliers["full"] = supplier
        directory.shows["w-full"]?.startsAtMs = start + showAfter
        return directory
    }

    var directory: Directory
    var alphabet: Alphabet
    /// Ids that tell states apart.
    var known: [ID]
    var limit = 40_000

    private(set) var states: [Explored] = []
    private(set) var transitions = 0
    private(set) var violations: [String] = []
    private(set) var statuses: Set<OrderStatus> = []
    private(set) var deliveries: Set<DeliveryStatus> = []
    private(set) var said: Set<String> = []
    private var kinds: Set<String> = []
    private(set) var timersFired: Set<TimerKind> = []
    private(set) var endings = 0

    init(directory: Directory, known: [ID], alphabet: @escaping Alphabet) {
        self.directory = directory
        self.known = known
        self.alphabet = alphabet
    }

    private func context(_ nowMs: Milliseconds) -> Context {
        Context(nowMs: nowMs, sentAtMs: nowMs, directory: directory, suppliers: [:], partitions: 1)
    }

    private func input(_ body: Input.Body, _ nowMs: Milliseconds, _ offset: Int) -> Input {
        let source: Input.Source =
            switch body {
            case .command, .timer: .commands
            case .result: .results
            case .action: .operatorActions
            }
        return Input(
            key: World.key, body: body, source: source, partition: 0, offset: Int64(offset), appendedAtMs: nowMs)
    }

    /// One step from a state; what the checks find wrong is kept.
    private mutating func step(_ from: Explored, _ letter: Letter, parent: Int) -> Explored? {
        transitions += 1
        var nowMs = from.nowMs
        if case .timer(let kind, let dueMs) = letter.body {
            nowMs = max(nowMs, dueMs)
            timersFired.insert(kind)
        }
        let input = input(letter.body, nowMs, transitions)
        let context = context(nowMs)
        let decision = decide(from.record, input, context)
        let step = Step(before: from.record, input: input, context: context, decision: decision)
        var next = Explored(
            record: step.after ?? .refusals(Refusals(refusals: [])), nowMs: nowMs, history: from.history,
            parent: parent, label: letter.label)
        let found = next.history.violations(of: step)
        for violation in found { note(violation, at: parent, letter.label) }
        for event in decision.events { note(event) }
        if let order = next.order {
            statuses.insert(order.status)
            deliveries.insert(order.delivery)
        }
        return step.after == nil ? nil : next
    }

    private mutating func note(_ event: Event) {
        let kind = Describe.event(event)
        guard kinds.insert(kind).inserted else { return }
        said.insert(EveryInputTests.short(kind))
    }

    private mutating func note(_ violation: String, at index: Int, _ label: String) {
        guard violations.count < 12, !violations.contains(where: { $0.hasPrefix(violation) }) else { return }
        violations.append("\(violation), after \((path(index) + [label]).joined(separator: ", "))")
    }

    /// The inputs that led to a state.
    private func path(_ index: Int) -> [String] {
        var labels: [String] = []
        var at = index
        while at >= 0, states.indices.contains(at) {
            labels.append(states[at].label)
            at = states[at].parent
        }
        return labels.reversed()
    }

    mutating func run() {
        let placing = Case(directory: directory, rule: { decide($0, $1, $2) }).place()
        guard let record = placing.record else { return }
        var history = History()
        history.isCovered = true
        states = [Explored(record: record, nowMs: placing.nowMs, history: history, parent: -1, label: "place")]
        var seen: Set<StateKey> = [StateKey(states[0], known: known)]
        statuses.insert(.locking)
        said.insert("P")
        var index = 0
        while index < states.count, transitions < limit {
            let from = states[index]
            var letters = alphabet(from)
            if let next = from.record.nextTimer {
                letters.append(("\(next.kind)", .timer(next.kind, dueMs: next.dueMs)))
            }
            for letter in letters {
                guard let next = step(from, letter, parent: index) else { continue }
                if seen.insert(StateKey(next, known: known)).inserted { states.append(next) }
            }
            checkLiveness(from, index)
            index += 1
        }
        if index < states.count { violations.append("stopped before all states were explored") }
    }

    /// Timers never stop before an end, and a cooperative supplier and distributor lead to one.
    private mutating func checkLiveness(_ from: Explored, _ index: Int) {
        guard let order = from.order else { return }
        if !order.isAtEnd, from.record.nextTimer == nil, !order.waitsForAPerson {
            note("\(order.status) and no timer at all", at: index, "")
        }
        var state = from
        for _ in 0..<24 {
            guard let order = state.order, !order.isAtEnd else {
                endings += 1
                return
            }
            guard let letter = cooperation(order, state) ?? timer(state),
                let next = step(state, letter, parent: index)
            else { return note("\(order.status): nothing leads on", at: index, "cooperation") }
            state = next
        }
        note("\(order.status): a cooperative supplier does not lead to an end", at: index, "cooperation")
    }

    private func timer(_ state: Explored) -> Letter? {
        state.record.nextTimer.map { ("timer \($0.kind)", .timer($0.kind, dueMs: $0.dueMs)) }
    }

    private func cooperation(_ order: Order, _ state: Explored) -> Letter? {
        let letters = Letters(state)
        switch order.status {
        case .locking: return letters.result(.lock, Make.locked())
        case .locked: return nil
        case .fixing: return letters.result(.issue, .issued(Make.codes()))
        default: break
        }
        if order.release != nil { return letters.result(.release, .released) }
        for refund in order.refunds {
            switch refund.phase {
            case .requested: return letters.result(.refund(refund.id), Make.refunded(refund.id))
            case .supplierRefunded, .distributorFailed: return letters.report(refund.id, at: state.nowMs)
            case .distributorRefunded where refund.isUndated: return letters.report(refund.id, at: state.nowMs)
            default: continue
            }
        }
        return order.issuing?.codesMissing == true ? letters.result(.issue, .issued(Make.codes())) : nil
    }
}

extension Order {
    /// Nothing has to happen any more.
    var isAtEnd: Bool {
        let isOpen = refunds.contains {
            [.requested, .supplierRefunded, .distributorFailed].contains($0.phase) || $0.isUndated
        }
        return [.lockFail, .canceled, .fixFail, .fixed, .refunded].contains(status) && release == nil && !isOpen
            && issuing?.codesMissing != true
    }

    /// A person was called to what alone is left to do: the distributor's reports.
    var waitsForAPerson: Bool {
        [.refunding, .refunded, .refundFail, .fixed].contains(status) && release == nil
            && refunds.allSatisfy { $0.phase != .requested && ($0.phase != .supplierRefunded || $0.escalated) }
    }
}

/// The inputs of an alphabet, with ids that no input before had.
struct Letters {
    private let number: String
    private let nowMs: Milliseconds

    init(_ state: Explored) {
        let order = state.order
        number = "\(order?.sequence ?? 0)-\(order?.results.count ?? 0)-\(state.nowMs - start)"
        nowMs = state.nowMs
    }

    func command(_ label: String, _ action: Command.Action) -> Explore.Letter {
        (
            label,
            .command(
                Command(
                    id: id("c\(number)"), createdAtMs: nowMs, digest: digest(label + number), isSigned: true,
                    action: action))
        )
    }

    func report(_ refundID: ID, succeeded: Bool = true, at: Milliseconds?) -> Explore.Letter {
        let words = !succeeded ? "failed" : at == nil ? "undated" : "made"
        return command(
            "report \(refundID) \(words)", .reportRefund(Make.report(refundID, succeeded: succeeded, at: at)))
    }

    func result(
        _ request: RequestID?, _ detail: SupplierResult.Detail? = nil, _ outcome: SupplierResult.Outcome = .succeeded,
        _ side: SupplierResult.SideEffect = .possible, words: String = "", from: ID = "full",
        occurred: Milliseconds? = nil
    ) -> Explore.Letter {
        let name = request.map { "\($0)" } ?? "notice"
        let body = Input.Body.result(value(request, detail, outcome, side, from: from, occurred: occurred))
        return ("\(name) \(outcome) \(words)\(outcome == .failed ? " \(side)" : "")", body)
    }

    func value(
        _ request: RequestID?, _ detail: SupplierResult.Detail?, _ outcome: SupplierResult.Outcome,
        _ side: SupplierResult.SideEffect, from: ID = "full", occurred: Milliseconds? = nil
    ) -> SupplierResult {
        SupplierResult(
            id: id("x\(number)"), request: request, supplierID: from, supplierOrderID: Texts.passage("S-1"),
            occurredAtMs: occurred, outcome: outcome, sideEffect: side, detail: detail)
    }

    func act(_ label: String, _ action: OperatorAction.Action) -> Explore.Letter {
        (
            label,
            .action(
                OperatorAction(
                    id: id("a\(number)"), digest: digest(label + number), operatorName: Texts.passage("olga"),
                    reason: Texts.passage("evidence"), approvedBy: Texts.passage("anna"), approval: .anotherPerson,
                    action: action))
        )
    }
}

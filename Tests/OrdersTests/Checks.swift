import Orders

/// One decision with all that it was made from.
struct Step {
    var before: OrderRecord?
    var input: Input
    var context: Context
    var decision: Decision

    /// What is stored afterwards, as it is read back.
    var after: OrderRecord? {
        switch decision.change {
        case .unchanged: before
        case .changed(let record): record.kept
        case .removed: nil
        }
    }

    var saysNothing: Bool {
        decision.events.isEmpty && decision.requests.isEmpty && decision.entries.isEmpty && decision.deadLetter == nil
    }

    /// Whether what is passed on can be found: in the input or in the state as it was.
    var passageViolations: [String] {
        let known = passages(in: input).union(before.map { passages(in: $0) } ?? [])
        var found = passages(in: decision.events).union(passages(in: decision.requests))
        found.formUnion(passages(in: decision.entries))
        if case .changed(let record) = decision.change { found.formUnion(passages(in: record)) }
        return found.subtracting(known).map {
            "\"\(Texts.text($0))\" (\($0.origin)) is neither in the input nor the state"
        }
    }
}

/// The transitions that the domain's two diagrams draw (I3).
enum Legal {
    static let next: [OrderStatus: Set<OrderStatus>] = [
        .locking: [.locked, .lockFail],
        .locked: [.canceled, .fixing],
        .fixing: [.fixed, .fixFail],
        .fixed: [.refunding],
        // An order with a part refunded is FIXED again.
        .refunding: [.refunded, .refundFail, .fixed],
        // A later success, or a further supplier refund.
        .refundFail: [.refunded, .fixed, .refunding],
    ]

    static let nextDelivery: [DeliveryStatus: Set<DeliveryStatus>] = [
        .new: [.delivering],
        .delivering: [.delivered, .sendBack],
        .delivered: [.sendBack],
        .sendBack: [.new],
    ]
}

/// What was seen of one order, and the invariants over it. Shares nothing with the rules.
struct History: Equatable {
    struct Posted: Equatable {
        var id: EntryID
        var minorUnits: Int64
    }

    var posted: [Posted] = []
    var receivable: Int64 = 0
    var settlement: Int64 = 0
    /// Whether, at the lock, the net total covered what the supplier is owed.
    var isCovered: Bool?
    var isFloatTold = false
    var issueAttempts: UInt32 = 0
    /// The last attempt of an issue provably never left: its outcome is unknown and it had no side effect.
    var neverLeft = false
    var lastQuery: UInt32 = 0

    /// Takes the step in, and says what is wrong with it.
    mutating func violations(of step: Step) -> [String] {
        var found: [String] = []
        let decision = step.decision
        if decision.deadLetter != nil {
            if !decision.events.isEmpty || !decision.requests.isEmpty || !decision.entries.isEmpty {
                found.append("a dead letter and something else")
            }
            if step.after != step.before { found.append("a dead letter changed the order") }
        }
        found += step.eventViolations + step.answerViolations + requestViolations(step) + entryViolations(step)
        found += step.after?.validate() ?? []
        if let order = step.after?.order {
            found += StateChecks.violations(of: order, posted: posted)
            if (order.books.receivable, order.books.settlement) != (receivable, settlement) {
                found.append(
                    "books \(order.books) in the state, \(receivable) and \(settlement) posted")
            }
        }
        return found
    }

    private mutating func requestViolations(_ step: Step) -> [String] {
        var found: [String] = []
        if case .result(let result) = step.input.body, result.request == .issue {
            neverLeft = result.outcome == .unknown && result.sideEffect == .none
        }
        for request in step.decision.requests {
            switch request.operation {
            case .issue:
                if request.id != .issue { found.append("an issue under the id \(request.id)") }
                if step.after?.order?.status != .fixing { found.append("an issue is asked for outside FIXING") }
                let isIdempotent = step.context.directory.suppliers[request.supplierID]?.issueIsIdempotent ?? false
                if issueAttempts > 0, !isIdempotent, !neverLeft {
                    found.append("a second issue to a supplier that may issue twice")
                }
                issueAttempts += 1
                neverLeft = false
                if request.attempt != issueAttempts {
                    found.append("issue attempt \(request.attempt) is number \(issueAttempts)")
                }
            case .query:
                guard case .query(let number) = request.id else {
                    found.append("a query under the id \(request.id)")
                    continue
                }
                if number <= lastQuery { found.append("query \(number) after query \(lastQuery)") }
                lastQuery = number
            case .lock: if request.id != .lock { found.append("a lock under the id \(request.id)") }
            case .release: if request.id != .release { found.append("a release under the id \(request.id)") }
            case .refund(let refundID, let tickets):
                if request.id != .refund(refundID) { found.append("a refund under the id \(request.id)") }
                if tickets.isEmpty { found.append("a refund of no ticket is asked for") }
            case .extend:
                if case .extend = request.id { continue }
                found.append("an extension under the id \(request.id)")
            }
            if request.attempt < 1 { found.append("attempt 0 of \(request.id)") }
            if request.deadlineMs < step.context.sentAtMs {
                found.append("\(request.id) has its deadline before it is sent")
            }
        }
        return found
    }

    private mutating func entryViolations(_ step: Step) -> [String] {
        var found: [String] = []
        let sequences = Set(step.decision.events.map(\.sequence))
        if case .anomalyFound(.floatNegative, _)? = step.decision.events.map(\.body).first(where: {
            if case .anomalyFound(.floatNegative, _) = $0 { true } else { false }
        }) {
            isFloatTold = true
        }
        for entry in step.decision.entries {
            let lines = entry.lines.reduce(0) { $0 + $1.minorUnits }
            if lines != entry.amount.minorUnits {
                found.append("lines of \(entry.id) add up to \(lines), not \(entry.amount)")
            }
            if posted.contains(where: { $0.id == entry.id }) { found.append("\(entry.id) is posted twice") }
            if entry.id.kind == .sale, entry.amount.minorUnits < 0 { found.append("a negative sale") }
            if [.cancellation, .refund, .issueFailure].contains(entry.id.kind), entry.amount.minorUnits > 0 {
                found.append("a positive \(entry.id.kind)")
            }
            if !sequences.contains(entry.eventSequence) || entry.eventSequence == 0 {
                found.append("\(entry.id) comes from event \(entry.eventSequence), which is none of its decision's")
            }
            if entry.recordedAtMs != step.context.nowMs {
                found.append("\(entry.id) is recorded at another time than now")
            }
            if let base = Recomputed.timeBase(entry.id), base != entry.timeBase {
                found.append("\(entry.id) has the time base \(entry.timeBase)")
            }
            let party = entry.id.book == .receivable ? step.input.key.distributorID : entry.supplierID
            if entry.partyID != party { found.append("\(entry.id) is the entry of \(entry.partyID)") }
            posted.append(Posted(id: entry.id, minorUnits: entry.amount.minorUnits))
            if entry.id.book == .receivable {
                receivable += entry.amount.minorUnits
            } else {
                settlement += entry.amount.minorUnits
            }
            if isCovered == nil, let order = step.after?.order {
                isCovered = Recomputed.net(order) >= Recomputed.settlement(order)
            }
            if isCovered == true, receivable < settlement, !isFloatTold {
                found.append("the float is \(receivable - settlement) and nobody is told")
            }
        }
        return found
    }
}

extension Step {
    /// Sequence, statuses and their transitions (I3, I8).
    var eventViolations: [String] {
        var found: [String] = []
        var sequence = before?.order?.sequence ?? 0
        var status = before?.order?.status
        var delivery = before?.order?.delivery
        if case .stub(let stub)? = before { (sequence, status, delivery) = (stub.sequence, stub.status, stub.delivery) }
        for event in decision.events {
            guard event.sequence > 0 else {
                if event.status != nil || event.statusBefore != nil || event.deliveryStatus != nil {
                    found.append("\(Describe.event(event)) has sequence 0 and tells a status")
                }
                continue
            }
            if event.sequence != sequence + 1 { found.append("sequence \(event.sequence) after \(sequence)") }
            sequence = event.sequence
            guard let after = event.status, let deliveryAfter = event.deliveryStatus else {
                found.append("\(Describe.event(event)) tells no status")
                continue
            }
            if let known = status {
                if event.statusBefore != known {
                    found.append(
                        "\(Describe.event(event)) says it was \(event.statusBefore, default: "-"), it was \(known)")
                }
                if after != known, !(Legal.next[known] ?? []).contains(after) {
                    found.append("illegal transition \(known) to \(after) by \(Describe.event(event))")
                }
            } else if after != .locking {
                found.append("an order begins as \(after)")
            }
            if let known = delivery, deliveryAfter != known, !(Legal.nextDelivery[known] ?? []).contains(deliveryAfter)
            {
                found.append("illegal delivery \(known) to \(deliveryAfter)")
            }
            (status, delivery) = (after, deliveryAfter)
        }
        switch after {
        case .order(let order)?:
            if order.sequence != sequence { found.append("the state's sequence is \(order.sequence), not \(sequence)") }
            if order.status != status {
                found.append("the state is \(order.status), the events say \(status, default: "-")")
            }
            if order.delivery != delivery, before != nil { found.append("the delivery changed without an event") }
        case .stub(let stub)?:
            if stub.sequence != sequence { found.append("the stub's sequence is \(stub.sequence), not \(sequence)") }
        default:
            if decision.events.contains(where: { $0.sequence > 0 }) { found.append("a sequence without an order") }
        }
        return found
    }

    /// Every command is answered by exactly one event (I1); an action by OperatorActed first, or by one refusal alone.
    var answerViolations: [String] {
        guard decision.deadLetter == nil else { return [] }
        switch input.body {
        case .command:
            let answers = decision.events.filter(\.isAnswer)
            return answers.count == 1 ? [] : ["a command is answered by \(answers.map(Describe.event))"]
        case .action:
            let words = decision.events.map(Describe.event)
            let isAlone = words.count == 1 && (words[0].hasPrefix("CommandRejected") || words[0] == "CommandRepeated")
            let isActed =
                words.first == "OperatorActed" && words.count { $0 == "OperatorActed" } == 1
                && !words.contains { $0.hasPrefix("CommandRejected") || $0 == "CommandRepeated" }
            return isAlone || isActed ? [] : ["an action is told by \(words)"]
        case .result, .timer:
            let answers = decision.events.filter {
                switch $0.body {
                case .placed, .commandRejected, .commandRepeated, .operatorActed, .issueStarted: true
                default: false
                }
            }
            return answers.isEmpty ? [] : ["no command was there, and \(answers.map(Describe.event))"]
        }
    }
}

extension Event {
    /// Whether it is an answer to a distributor's command.
    var isAnswer: Bool {
        switch body {
        case .placed, .issueStarted, .canceled(.distributor), .intentRecorded, .refundRequested, .distributorRefunded,
            .distributorRefundFailed, .commandRepeated, .commandRejected:
            true
        default: false
        }
    }
}

import Orders
import Testing

/// All reachable states of an order with two tickets, by alphabets that each follow one part of its life to the end: what
/// follows one another is in one alphabet; what is independent of another (delivery, amounts, wrong times) has its own.
/// Timers are in every alphabet.
@Suite("All reachable states") struct ExplorationTests {
    /// What an alphabet is made of in one state.
    struct Here {
        let letters: Letters
        let order: Order
        let nowMs: Milliseconds

        init?(_ state: Explored) {
            guard let order = state.order else { return nil }
            (self.order, letters, nowMs) = (order, Letters(state), state.nowMs)
        }

        /// The last query that was asked.
        var query: RequestID { .query(max(1, order.issuing?.negotiation?.queries ?? 1)) }
        var lock: Explore.Letter { letters.result(.lock, Make.locked(until: nowMs + 60 * second)) }
        var issue: Explore.Letter { letters.command("issue", .issueTickets) }
        var cancel: Explore.Letter { letters.command("cancel", .cancelOrder) }
        var issued: Explore.Letter { letters.result(.issue, .issued(Make.codes()), words: "with codes") }
        var notIssued: Explore.Letter { letters.result(.issue, nil, .failed, .none) }
        var released: Explore.Letter { letters.result(.release, .released) }
    }

    /// LOCKING to its ends and LOCKED to its own: locks in and out of time, extensions, cancels, releases.
    static func holding(_ state: Explored) -> [Explore.Letter] {
        guard let here = Here(state) else { return [] }
        let letters = here.letters
        let extending = here.order.hold?.extending?.commandID ?? "e9"
        return [
            here.lock, here.cancel, here.released, letters.result(.release, nil, .failed),
            letters.result(.lock, Make.locked(total: 20_000), words: "at another price"),
            letters.result(.lock, nil, .failed, .none), letters.result(.lock, nil, .failed),
            letters.result(.lock, nil, .unknown),
            letters.command("extend", .extendHold(untilMs: here.nowMs + hour)),
            letters.result(.extend(extending), .extended(holdUntilMs: here.nowMs + 90 * second)),
            letters.result(.extend(extending), nil, .failed), here.issued,
            letters.result(nil, Make.refunded(nil), words: "refunded all"), letters.act("cancel hold", .cancelHold),
            letters.command("refund rA", Make.refund("rA")),
        ]
    }

    /// FIXING to FIXED and FIX_FAIL: negotiation, escalation, a person's word, and what comes after the end.
    static func issuing(_ state: Explored) -> [Explore.Letter] {
        guard let here = Here(state) else { return [] }
        let letters = here.letters
        if here.order.status == .locking { return [here.lock] }
        if here.order.status == .locked { return [here.issue] }
        return [
            here.issued, here.notIssued, here.released,
            letters.result(.issue, .issued(Make.codes(2, nil)), words: "without codes"),
            letters.result(.issue, .issued(Make.codes(2, "other")), words: "with other codes"),
            letters.result(.issue, .issued(Make.codes(1)), words: "fewer"), letters.result(.issue, nil, .failed),
            letters.result(.issue, nil, .unknown), letters.result(.issue, nil, .unknown, .none, words: "never left"),
            letters.result(here.query, Make.query(.notFound), words: "not found"),
            letters.result(here.query, Make.query(.held), words: "held"),
            letters.result(here.query, Make.query(.issued, issued: Make.codes()), words: "issued"),
            letters.result(here.query, Make.query(.failed), words: "failed"),
            letters.act(
                "resolve issued", .resolve(letters.value(.issue, .issued(Make.codes()), .succeeded, .possible))),
            letters.act("query now", .queryNow),
        ]
    }

    /// What waits in FIXING, and one refund of all tickets after it.
    static func intents(_ state: Explored) -> [Explore.Letter] {
        guard let here = Here(state) else { return [] }
        let letters = here.letters
        if here.order.status == .locking { return [here.lock] }
        var all = [
            here.issue, here.cancel, here.issued, here.notIssued, here.released,
            letters.command("refund rA", Make.refund("rA")),
            letters.result(nil, Make.refunded(nil), words: "refunded all"),
            letters.result(.refund("rA"), Make.refunded("rA")), letters.result(.refund("rA"), nil, .failed, .none),
            letters.result(here.query, Make.query(.refunded), words: "refunded"),
        ]
        for refund in here.order.refunds {
            all += [
                letters.report(refund.id, at: here.nowMs), letters.report(refund.id, succeeded: false, at: nil),
                letters.report(refund.id, at: nil),
            ]
        }
        return all
    }

    /// Refunds of either ticket by `r0` and `r1`, and unasked, each to its report.
    static func partialRefunds(_ state: Explored) -> [Explore.Letter] {
        guard let here = Here(state) else { return [] }
        let letters = here.letters
        switch here.order.status {
        case .locking: return [here.lock]
        case .locked: return [here.issue]
        case .fixing: return [here.issued]
        default: break
        }
        var all: [Explore.Letter] = [
            letters.command("refund r0", Make.refund("r0", [0])), letters.command("refund r1", Make.refund("r1", [1])),
            letters.result(nil, Make.refunded(nil, [0]), words: "refunded 0"),
        ]
        for refund in here.order.refunds {
            switch refund.phase {
            case .requested, .refused:
                all.append(letters.result(.refund(refund.id), Make.refunded(refund.id)))
                all.append(letters.result(.refund(refund.id), nil, .failed, .none))
            case .superseded: continue
            default:
                all.append(letters.report(refund.id, at: here.nowMs))
                all.append(letters.report(refund.id, succeeded: false, at: nil))
                if refund.id == "r1" { all.append(letters.report(refund.id, at: nil)) }
            }
        }
        return all
    }

    /// Where the delivery goes in every status.
    static func delivery(_ state: Explored) -> [Explore.Letter] {
        guard let here = Here(state) else { return [] }
        let letters = here.letters
        var all: [Explore.Letter] = DeliveryStatus.allCases.map {
            letters.result(nil, Make.delivery($0), words: "delivery \($0)")
        }
        all += [
            here.lock, here.issue, here.cancel, here.issued, here.notIssued, here.released,
            letters.result(nil, Make.refunded(nil), words: "refunded all"),
        ]
        for refund in here.order.refunds {
            all += [letters.report(refund.id, at: here.nowMs), letters.report(refund.id, succeeded: false, at: nil)]
        }
        return all
    }

    /// Wrong senders, wrong times and wrong amounts in every status.
    static func oddities(_ state: Explored) -> [Explore.Letter] {
        guard let here = Here(state) else { return [] }
        let letters = here.letters
        let ahead = here.nowMs + hour
        var all: [Explore.Letter] = [
            letters.result(.issue, .issued(Make.codes()), from: "loose"),
            letters.command("invalid", .invalid("no action that there is")),
            letters.act("invalid action", .invalid("no action that there is")), here.issue, here.notIssued,
            here.released,
            letters.result(.lock, Make.locked(until: here.nowMs + 60 * second), words: "ahead", occurred: ahead),
            letters.result(.issue, .issued(Make.issued(["k", "l"], total: 13_500)), words: "dearer"),
            letters.result(.issue, .issued(Make.issued(["k", "l"], total: 20_000)), words: "too dear"),
            letters.result(.issue, .issued(Make.codes()), words: "before the lock", occurred: start - hour),
            letters.result(nil, Make.refunded(nil), words: "refunded before the issue", occurred: start - hour),
            letters.result(nil, Make.refunded(nil, amount: 14_000), words: "more than it got"),
        ]
        for refund in here.order.refunds {
            all += [letters.report(refund.id, at: start - hour), letters.report(refund.id, at: ahead)]
        }
        return all
    }

    struct Part: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var isIdempotent = false
        var answersQueries = true
        /// Two floors below which the alphabet has lost something.
        var states: Int
        var transitions: Int
        /// What has to have been said, in the words of `EveryInputTables`.
        var says: Set<String>
        var timers: Set<TimerKind> = []
        var alphabet: @Sendable (Explored) -> [Explore.Letter]
    }

    static let parts: [Part] = [
        Part(
            testDescription: "holding", states: 30, transitions: 500,
            says: [
                "L", "LF", "HE", "HR", "CD", "CX", "CO", "iC", "iE", "iS", "A", "is", "he", "ol", "oi", "con",
                "AnomalyFound RELEASE_FAILING", "E",
            ], timers: [.lockTimeout, .holdExpiry, .extendTimeout, .releaseRetry, .retention], alphabet: holding),
        Part(
            testDescription: "issuing", states: 100, transitions: 2000,
            says: ["IS", "N", "E", "I", "IF", "A", "oi", "con", "tc", "mc", "AnomalyFound RELEASE_FAILING"],
            timers: [.issueTimeout, .poll, .releaseRetry, .retention], alphabet: issuing),
        Part(
            testDescription: "issuing, idempotent", isIdempotent: true, states: 100, transitions: 2000,
            says: ["N", "E", "I", "IF"], timers: [.issueTimeout, .poll], alphabet: issuing),
        Part(
            testDescription: "issuing, no queries", answersQueries: false, states: 40, transitions: 800,
            says: ["N", "E", "I", "IF"], timers: [.issueTimeout], alphabet: issuing),
        Part(
            testDescription: "issuing, idempotent, no queries", isIdempotent: true, answersQueries: false, states: 40,
            transitions: 800, says: ["N", "E", "I", "IF"], timers: [.issueTimeout, .poll], alphabet: issuing),
        Part(
            testDescription: "intents", states: 100, transitions: 2000,
            says: ["iC", "iR", "iS", "RQ", "RR", "SR", "SRu", "DR", "DRu", "DF", "un", "rx", "rep", "con", "E"],
            timers: [.refundRequestTimeout, .refundReportOverdue], alphabet: intents),
        Part(
            testDescription: "partial refunds", states: 200, transitions: 2000,
            says: ["RQ", "RR", "SR", "SRu", "DR", "DRu", "DF", "rx", "con", "E"],
            timers: [.refundRequestTimeout, .refundReportOverdue], alphabet: partialRefunds),
        Part(
            testDescription: "delivery", states: 100, transitions: 2000, says: ["DC", "con"], alphabet: delivery),
        Part(
            testDescription: "oddities", states: 50, transitions: 800,
            says: [
                "sm", "ic", "am", "AnomalyFound TIME_IN_FUTURE", "AnomalyFound TIME_BEFORE_CAUSE",
                "AnomalyFound FLOAT_NEGATIVE",
            ], alphabet: oddities),
    ]

    @Test("every state holds its invariants, and leads to an end", arguments: parts) func explore(part: Part) {
        var explore = Explore(
            directory: Explore.directory(
                showAfter: 100 * second, idempotent: part.isIdempotent, query: part.answersQueries),
            known: ["r0", "r1", "rA"], alphabet: part.alphabet)
        explore.run()
        print(
            "explored \(part.testDescription): \(explore.states.count) states, \(explore.transitions) transitions,"
                + " \(explore.endings) led to an end")
        #expect(explore.violations.isEmpty, "\(explore.violations.joined(separator: "\n"))")
        #expect(explore.states.count >= part.states && explore.transitions >= part.transitions)
        #expect(explore.endings == explore.states.count { $0.order != nil })
        #expect(part.says.subtracting(explore.said).isEmpty)
        #expect(part.timers.subtracting(explore.timersFired).isEmpty)
        if part.testDescription == "delivery" {
            #expect(explore.statuses == Set(OrderStatus.allCases))
            #expect(explore.deliveries == Set(DeliveryStatus.allCases))
        }
    }

    @Test("together the alphabets have to reach every status, event, anomaly and timer") func wholeAlphabet() {
        let says = ExplorationTests.parts.reduce(into: Set<String>()) { $0.formUnion($1.says) }
        let words = [
            "L", "LF", "HE", "HR", "CD", "CX", "CO", "IS", "N", "E", "I", "IF", "RQ", "RR", "SR", "SRu", "DR", "DRu",
            "DF", "DC", "iC", "iE", "iR", "iS", "rep", "is", "A",
        ]
        let anomalies = AnomalyCode.allCases.map { code in
            EveryInputTests.short("AnomalyFound \(Describe.name(code))")
        }
        #expect(Set(words + anomalies).subtracting(says).isEmpty)
        let timers = ExplorationTests.parts.reduce(into: Set<TimerKind>()) { $0.formUnion($1.timers) }
        #expect(timers == Set(TimerKind.allCases))
    }
}

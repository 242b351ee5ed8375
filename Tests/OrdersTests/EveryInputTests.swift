import Orders
import Testing

/// Every status × every input: what it is answered with. The tables are in `EveryInputTables`; a combination without an
/// expectation fails.
@Suite("Every status × every input") struct EveryInputTests {
    typealias Prepare = @Sendable (Case) -> Void

    /// The columns of the tables, in their order. Refunding goes by `r1`, of all tickets.
    static let states: [(name: String, prepare: Prepare)] = [
        ("NO", { $0.supplier = "full" }),
        ("LG", { $0.place() }),
        ("LD", { $0.locked() }),
        ("LF", { $0.place().answer(.lock, .failed) }),
        ("CA", { $0.locked().send(.cancelOrder) }),
        (
            "CX",
            { c in
                c.locked()
                c.run(until: c.holdEnd)
            }
        ),
        ("FI", { $0.fixing() }),
        ("NE", { $0.negotiating().awaitQuery() }),
        ("FD", { $0.fixed() }),
        ("FR", { $0.fixed().send(Make.refund("r1")) }),
        ("FF", { $0.fixFail() }),
        ("RG", { $0.refunding() }),
        ("RD", { $0.refundedOnBothSides() }),
        ("RF", { $0.refunding().send(.reportRefund(Make.report("r1", succeeded: false, at: nil))) }),
        (
            "ST",
            { c in
                c.fixed()
                c.run(for: 431 * day)
            }
        ),
    ]

    static let outcomes: [(String, SupplierResult.Outcome, SupplierResult.SideEffect)] = [
        ("failed none", .failed, .none), ("failed possible", .failed, .possible), ("failed certain", .failed, .certain),
        ("unknown", .unknown, .possible),
    ]

    /// The rows of the tables.
    static let inputs: [String: Prepare] = {
        var inputs: [String: Prepare] = [
            "place same": { $0.place() },
            "place other": { $0.place(classes: ["a"], total: yuan(Sample.netA)) },
            "issue": { $0.send(.issueTickets) },
            "cancel": { $0.send(.cancelOrder) },
            "extend": { $0.send(.extendHold(untilMs: $0.nowMs + hour)) },
            "refund r1": { $0.send(Make.refund("r1")) },
            "refund r1 of 0": { $0.send(Make.refund("r1", [0])) },
            "refund r2": { $0.send(Make.refund("r2")) },
            "refund r2 of 5": { $0.send(Make.refund("r2", [5])) },
            "report r1": { $0.send(.reportRefund(Make.report("r1", at: $0.nowMs))) },
            "report r1 failed": { $0.send(.reportRefund(Make.report("r1", succeeded: false, at: nil))) },
            "report r1 undated": { $0.send(.reportRefund(Make.report("r1", at: nil))) },
            "report r9": { $0.send(.reportRefund(Make.report("r9", at: $0.nowMs))) },
            "invalid": { $0.send(.invalid("no action that there is")) },
            "unsigned": { $0.send(.issueTickets, isSigned: false) },
            "out of window": { $0.send(.issueTickets, created: $0.nowMs - 301 * second) },
            "lock": { $0.answer(.lock, .succeeded, Make.locked(until: $0.nowMs + 15 * minute)) },
            "lock at another price": { $0.answer(.lock, .succeeded, Make.locked(total: 20_000)) },
            "issued": { $0.answer(.issue, .succeeded, .issued(Make.codes())) },
            "issued other codes": { $0.answer(.issue, .succeeded, .issued(Make.codes(2, "other"))) },
            "issued fewer": { $0.answer(.issue, .succeeded, .issued(Make.codes(1))) },
            "issued no codes": { $0.answer(.issue, .succeeded, .issued(Make.codes(2, nil))) },
            "issued unasked": { $0.answer(nil, .succeeded, .issued(Make.codes())) },
            "release": { $0.answer(.release, .succeeded, .released) },
            "refund r1 made": { $0.answer(.refund("r1"), .succeeded, Make.refunded("r1")) },
            "refunded unasked": { $0.answer(nil, .succeeded, Make.refunded(nil)) },
            "refunded unasked 0": { $0.answer(nil, .succeeded, Make.refunded(nil, [0])) },
            "extended": { $0.answer(.extend("e9"), .succeeded, .extended(holdUntilMs: $0.nowMs + hour)) },
            "notice of nothing": { $0.answer(nil, .succeeded) },
            "notice of failure": { $0.answer(nil, .failed) },
            "foreign request": { $0.answer(nil, .unknown, isForeign: true) },
            "other supplier": { $0.answer(.issue, .succeeded, .issued(Make.codes()), from: "loose") },
            "query refunded": {
                let refunded = SupplierResult.Refunded(refundID: nil, tickets: [], amount: nil, mode: .automatic)
                $0.answer(.query(1), .succeeded, Make.query(.refunded, issued: nil, refunded: refunded))
            },
            "query issued": { $0.answer(.query(1), .succeeded, Make.query(.issued, issued: Make.codes())) },
            "query issued untold": { $0.answer(.query(1), .succeeded, Make.query(.issued)) },
            "resolve issued": { $0.act(.resolve($0.result(.issue, .succeeded, .issued(Make.codes())))) },
            "resolve failed": { $0.act(.resolve($0.result(.issue, .failed, side: .none))) },
            "resolve unknown": { $0.act(.resolve($0.result(.issue, .unknown))) },
            "resolve other supplier": { $0.act(.resolve($0.result(.issue, .failed, side: .none, from: "loose"))) },
            "query now": { $0.act(.queryNow, approval: .none) },
            "cancel hold": { $0.act(.cancelHold) },
            "cancel hold unapproved": { $0.act(.cancelHold, approval: .none) },
            "correct": { $0.act(.correct(Make.correction(.receivable, 100, at: $0.nowMs))) },
            "correct by one person": {
                $0.act(.correct(Make.correction(.receivable, 100, at: $0.nowMs)), approval: .samePerson)
            },
            "report r1 by a person": { $0.act(.reportRefund(Make.report("r1", at: $0.nowMs))) },
            "invalid action": { $0.act(.invalid("no action that there is")) },
        ]
        let requests: [(String, RequestID)] = [
            ("lock", .lock), ("issue", .issue), ("query", .query(1)), ("release", .release),
            ("refund r1", .refund("r1")), ("extend", .extend("e9")),
        ]
        for (name, request) in requests {
            for (words, outcome, side) in outcomes {
                inputs["\(name) \(words)"] = { $0.answer(request, outcome, side: side) }
            }
            inputs["\(name) succeeded, no detail"] = { $0.answer(request, .succeeded) }
        }
        let states: [(String, SupplierResult.OrderAtSupplier.State)] = [
            ("unspecified", .unspecified), ("not found", .notFound), ("held", .held), ("in progress", .inProgress),
            ("failed", .failed), ("released", .released),
        ]
        for (name, state) in states {
            inputs["query says \(name)"] = { $0.answer(.query(1), .succeeded, Make.query(state)) }
        }
        for status in DeliveryStatus.allCases {
            inputs["delivery \(status)"] = { $0.answer(nil, .succeeded, Make.delivery(status)) }
        }
        inputs["delivery of no status"] = { $0.answer(nil, .succeeded, Make.delivery(nil)) }
        for kind in TimerKind.allCases {
            inputs["stray timer \(kind)"] = { $0.fire(kind, dueMs: $0.nowMs - 12_345) }
            inputs["timer \(kind)"] = { c in
                switch c.record {
                case .order(let order)?: if let dueMs = order.timers[kind] { c.fire(kind, dueMs: dueMs) }
                case let record?: if let next = record.nextTimer, next.kind == kind { c.fire(kind, dueMs: next.dueMs) }
                case nil: break
                }
            }
        }
        return inputs
    }()

    /// What an input said, in the tables' words.
    static func words(of decision: Decision) -> String {
        if let letter = decision.deadLetter { return letter.code == .unknownOrder ? "du" : "dead \(letter.code)" }
        return decision.events.map { short(Describe.event($0)) }.sorted().joined(separator: "+")
    }

    static func short(_ event: String) -> String {
        let words = event.split(separator: " ").map(String.init)
        let last = words.last ?? ""
        switch words[0] {
        case "Placed": return "P"
        case "Locked": return "L"
        case "LockFailed": return "LF"
        case "HoldExtended": return "HE"
        case "HoldExtensionRefused": return "HR"
        case "Canceled": return last == "DISTRIBUTOR" ? "CD" : last == "OPERATOR" ? "CO" : "CX"
        case "IssueStarted": return "IS"
        case "NegotiationStarted": return "N"
        case "Escalated": return "E"
        case "Issued": return "I"
        case "IssueFailed": return "IF"
        case "RefundRequested": return "RQ"
        case "RefundRefused": return "RR"
        case "SupplierRefunded": return last == "unasked" ? "SRu" : "SR"
        case "DistributorRefunded": return last == "undated" ? "DRu" : "DR"
        case "DistributorRefundFailed": return "DF"
        case "DeliveryChanged": return "DC"
        case "OperatorActed": return "A"
        case "CommandRepeated": return "rep"
        case "IntentRecorded": return last == "SUPPLIER_REFUND" ? "iS" : "i\(last.prefix(1))"
        default: return codes[last] ?? event
        }
    }

    static let codes: [String: String] = [
        "INVALID_STATE": "is", "UNKNOWN_ORDER": "uo", "HOLD_EXPIRED": "he", "INVALID_COMMAND": "ic",
        "NOT_PERMITTED": "np", "REFUND_EXCEEDS": "rx", "REFUND_CONFLICT": "rc", "DUPLICATE_ORDER": "dup",
        "SIGNATURE_INVALID": "si", "OUTSIDE_TIME_WINDOW": "ow", "NOT_SUPPORTED": "ns", "CONTRADICTION": "con",
        "ORPHAN_LOCK": "ol", "ORPHAN_ISSUE": "oi", "TICKETS_CHANGED": "tc", "MISSING_CODES": "mc",
        "SOURCE_MISMATCH": "sm", "UNDATED": "un", "AMOUNT_MISMATCH": "am",
    ]

    @Test("every combination has an expectation, and nothing else is expected") func whole() {
        let expected = Set(EveryInputTables.rows.keys)
        #expect(expected == Set(EveryInputTests.inputs.keys))
        for (name, row) in EveryInputTables.rows {
            #expect(row.count == EveryInputTests.states.count, "\(name) has \(row.count) columns")
        }
        // Each of the contract's kinds of input is in the alphabet.
        #expect(EveryInputTests.inputs.count >= 100)
        var reached = Set<OrderStatus>()
        for (_, prepare) in EveryInputTests.states {
            let c = Case()
            prepare(c)
            if let status = c.status { reached.insert(status) }
        }
        #expect(reached == Set(OrderStatus.allCases))
    }

    @Test("answered as the table says", arguments: EveryInputTests.states.indices) func column(index: Int) {
        let (state, prepare) = EveryInputTests.states[index]
        for (name, apply) in EveryInputTests.inputs.sorted(by: { $0.key < $1.key }) {
            guard let row = EveryInputTables.rows[name], row.indices.contains(index) else { continue }
            let c = Case()
            prepare(c)
            let before = c.record
            let statusBefore = c.status
            let said = c.events.count
            let decisionBefore = c.decisions
            apply(c)
            let allowed = row[index].split(separator: "/").map(String.init)
            guard c.decisions > decisionBefore else {
                #expect(allowed.contains("-"), "\(name) in \(state): no such timer, expected \(row[index])")
                continue
            }
            let words = EveryInputTests.words(of: c.last)
            let sorted = allowed.map { $0 == "." ? "" : $0.split(separator: "+").sorted().joined(separator: "+") }
            #expect(
                sorted.contains(words), "\(name) in \(state): \(words.isEmpty ? "." : words), expected \(row[index])")
            // Whatever is silent or only an anomaly leaves the status and the books alone.
            if c.last.events.allSatisfy({ Describe.event($0).hasPrefix("Anomaly") || $0.isRefusal }) {
                #expect(c.status == statusBefore || c.order == nil, "\(name) in \(state)")
                #expect(c.posted.isEmpty, "\(name) in \(state)")
            }
            if name.hasPrefix("stray") { #expect(c.record == before && c.events.count == said && c.asked.isEmpty) }
        }
    }
}

extension Event {
    var isRefusal: Bool {
        switch body {
        case .commandRejected, .commandRepeated: true
        default: false
        }
    }
}

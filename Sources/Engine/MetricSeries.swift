internal import Orders
internal import Records

extension EngineMetrics {
    /// One counter: its name and labels, made once for the process, since the page is asked for often.
    struct Series: Sendable {
        var name: String
        var labels: [(name: String, value: String)]
        var cell: Int
        /// Told also where nothing was counted yet: an increase from nothing to 1 is no increase to who watches it.
        var isToldAtZero = true
    }

    static let series: [Series] = {
        var all: [Series] = []
        func put(
            _ name: String, _ cell: Int, _ labels: [(name: String, value: String)] = [], isToldAtZero: Bool = true
        ) {
            all.append(Series(name: name, labels: labels, cell: cell, isToldAtZero: isToldAtZero))
        }
        for input in 0..<3 {
            for type in InputType.allCases {
                put(
                    "turnstile_inputs_total", Family.inputs + input * 5 + type.rawValue,
                    [("topic", Topic.inputs[input].name), ("type", type.label)],
                    isToldAtZero: type == .natural(of: input) || type == .unreadable)
            }
        }
        for (index, name) in eventNames.enumerated() {
            put("turnstile_events_total", Family.events + index, [("type", name)])
        }
        for code in RejectionCode.allCases {
            put(
                "turnstile_rejections_total", Family.rejections + Int(code.rawValue), [("code", constant("\(code)"))])
        }
        put("turnstile_repeated_commands_total", Family.repeated)
        for before in 0...10 {
            for after in 1...10 {
                put(
                    "turnstile_order_transitions_total", Family.transitions + before * 11 + after,
                    [("from", statusName(before)), ("to", statusName(after))], isToldAtZero: false)
            }
        }
        for book in Book.allCases {
            for kind in EntryKind.allCases {
                put(
                    "turnstile_ledger_entries_total", Family.entries + Int(book.rawValue) * 8 + Int(kind.rawValue),
                    [("book", constant("\(book)")), ("kind", constant("\(kind)"))])
            }
        }
        for code in AnomalyCode.allCases {
            put("turnstile_anomalies_total", Family.anomalies + Int(code.rawValue), [("code", constant("\(code)"))])
        }
        for reason in EscalationReason.allCases {
            put(
                "turnstile_escalations_total", Family.escalations + Int(reason.rawValue),
                [("reason", constant("\(reason)"))])
        }
        put("turnstile_supplier_requests_total", Family.requests)
        for (index, code) in DeadLetterCode.allCases.enumerated() {
            put("turnstile_dead_letters_total", Family.deadLetters + index, [("code", code.rawValue)])
        }
        for outcome in TransactionOutcome.allCases {
            put("turnstile_transactions_total", Family.transactions + outcome.rawValue, [("outcome", outcome.label)])
        }
        for outcome in Signature.allCases {
            put("turnstile_signature_checks_total", Family.signatures + outcome.rawValue, [("outcome", "\(outcome)")])
        }
        put("turnstile_readmitted_total", Family.readmitted)
        put("turnstile_checkpoints_total", Family.checkpoints, [("outcome", "done")])
        put("turnstile_checkpoints_total", Family.checkpoints + 1, [("outcome", "failed")])
        return all
    }()
}

extension EngineMetrics.InputType {
    /// What a record of the input is where nothing is unusual about it.
    fileprivate static func natural(of input: Int) -> Self {
        switch input {
        case 0: .command
        case 1: .result
        default: .action
        }
    }
}

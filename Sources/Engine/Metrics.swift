internal import Orders
internal import Records
internal import Synchronization

/// A worker's counters. The worker alone writes them, so adding costs one load and one store; anyone may read.
public final class EngineMetrics: Sendable {
    public struct Sample: Sendable, Equatable {
        /// As in interfaces.md, "Metrics".
        public var name: String
        public var labels: [(name: String, value: String)]
        public var value: Double

        public static func == (a: Sample, b: Sample) -> Bool {
            a.name == b.name && a.value == b.value
                && a.labels.elementsEqual(b.labels) { $0.name == $1.name && $0.value == $1.value }
        }
    }

    /// Upper bounds of the histograms' buckets, in milliseconds.
    public static let bucketsMs: [Int64] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 60_000]

    public enum TransactionOutcome: Int, CaseIterable, Sendable {
        case committed, aborted, tooLarge, fenced, failed

        var label: String {
            switch self {
            case .committed: "committed"
            case .aborted: "aborted"
            case .tooLarge: "too_large"
            case .fenced: "fenced"
            case .failed: "failed"
            }
        }
    }

    /// What a record of an input was.
    public enum InputType: Int, CaseIterable, Sendable {
        case command, result, action, readmit, unreadable

        var label: String {
            switch self {
            case .command: "command"
            case .result: "result"
            case .action: "action"
            case .readmit: "readmit"
            case .unreadable: "unreadable"
            }
        }
    }

    public enum Signature: Int, CaseIterable, Sendable {
        case verified, refused, unsigned
    }

    // Where each family begins among the cells.
    private enum Family {
        static let inputs = 0  // 3 inputs × 5 types
        static let events = inputs + 15  // by the event's field number
        static let rejections = events + 64
        static let repeated = rejections + 32
        static let transitions = repeated + 1  // 11 × 11
        static let entries = transitions + 121  // 3 books × 8 kinds
        static let anomalies = entries + 24
        static let escalations = anomalies + 16
        static let deadLetters = escalations + 1
        static let transactions = deadLetters + 16
        static let signatures = transactions + 8
        static let timersFired = signatures + 4
        static let timersPending = timersFired + 1
        static let transactionRecords = timersPending + 1
        static let readmitted = transactionRecords + 1
        static let stopped = readmitted + 1
        static let restoring = stopped + 1
        static let restoreRemaining = restoring + 1
        static let checkpoints = restoreRemaining + 1  // done, failed
        static let partitions = checkpoints + 2
        static let requests = partitions + 1
        static let commitLatency = requests + 1  // buckets, over, sum
        static let inputLatency = commitLatency + 16
        static let lateness = inputLatency + 16
        static let end = lateness + 16
    }

    private let cells = InlineArray<416, Atomic<UInt64>> { _ in Atomic(0) }

    public init() {
        precondition(Family.end <= 416, "more counters than cells")
    }

    private func add(_ index: Int, _ count: UInt64 = 1) {
        let value = cells[index].load(ordering: .relaxed)
        cells[index].store(value &+ count, ordering: .relaxed)
    }

    private func set(_ index: Int, _ value: Int) {
        cells[index].store(UInt64(max(value, 0)), ordering: .relaxed)
    }

    private func value(_ index: Int) -> Double { Double(cells[index].load(ordering: .relaxed)) }

    // MARK: What the worker tells

    func input(_ input: Int, _ type: InputType) { add(Family.inputs + input * 5 + type.rawValue) }
    func deadLetter(_ code: DeadLetterCode) {
        add(Family.deadLetters + (DeadLetterCode.allCases.firstIndex(of: code) ?? 15))
    }
    func transaction(_ outcome: TransactionOutcome) { add(Family.transactions + outcome.rawValue) }
    func committed(records: Int, tookMs: Int64) {
        set(Family.transactionRecords, records)
        observe(Family.commitLatency, tookMs)
    }
    func inputCommitted(afterMs: Int64) { observe(Family.inputLatency, afterMs) }
    func signature(_ outcome: Signature) { add(Family.signatures + outcome.rawValue) }
    func timerFired(lateMs: Int64) {
        add(Family.timersFired)
        observe(Family.lateness, lateMs)
    }
    func readmit() { add(Family.readmitted) }
    func checkpoint(isDone: Bool) { add(Family.checkpoints + (isDone ? 0 : 1)) }
    func partitions(running: Int, restoring: Int, stopped: Int, timers: Int) {
        set(Family.partitions, running)
        set(Family.restoring, restoring)
        set(Family.stopped, stopped)
        set(Family.timersPending, timers)
    }
    func restoreRemaining(_ records: Int64) { set(Family.restoreRemaining, Int(clamping: records)) }

    func decision(_ decision: borrowing Decision) {
        for event in decision.events { self.event(event) }
        for entry in decision.entries {
            add(Family.entries + Int(entry.id.book.rawValue) * 8 + Int(entry.id.kind.rawValue))
        }
        add(Family.requests, UInt64(decision.requests.count))
    }

    private func event(_ event: borrowing Event) {
        add(Family.events + Self.index(of: event.body))
        switch event.body {
        case .commandRejected(let code, _, _): add(Family.rejections + Int(code.rawValue))
        case .commandRepeated: add(Family.repeated)
        case .anomalyFound(let code, _): add(Family.anomalies + Int(code.rawValue))
        case .escalated: add(Family.escalations)
        default: break
        }
        guard let status = event.status, event.sequence > 0 else { return }
        let before = event.sequence == 1 ? 0 : Int(event.statusBefore?.rawValue ?? 0)
        if before != Int(status.rawValue) { add(Family.transitions + before * 11 + Int(status.rawValue)) }
    }

    private func observe(_ family: Int, _ milliseconds: Int64) {
        let value = max(milliseconds, 0)
        let bucket = Self.bucketsMs.firstIndex { value <= $0 } ?? Self.bucketsMs.count
        add(family + bucket)
        add(family + 15, UInt64(value))
    }

    // MARK: What everyone may read

    /// All counters and gauges as they are now.
    public func samples() -> [Sample] {
        var samples: [Sample] = []
        func put(_ name: String, _ index: Int) { samples.append(Sample(name: name, labels: [], value: value(index))) }
        // Most of the labelled ones stay 0 and are not told: their labels are not made either.
        func put(_ name: String, _ labels: @autoclosure () -> [(name: String, value: String)], _ index: Int) {
            let value = value(index)
            if value > 0 { samples.append(Sample(name: name, labels: labels(), value: value)) }
        }
        for input in 0..<3 {
            for type in InputType.allCases {
                put(
                    "turnstile_inputs_total", [("topic", Topic.inputs[input].name), ("type", type.label)],
                    Family.inputs + input * 5 + type.rawValue)
            }
        }
        for (index, name) in Self.eventNames.enumerated() {
            put("turnstile_events_total", [("type", name)], Family.events + index)
        }
        for code in RejectionCode.allCases {
            put(
                "turnstile_rejections_total", [("code", Self.constant("\(code)"))],
                Family.rejections + Int(code.rawValue))
        }
        put("turnstile_repeated_commands_total", Family.repeated)
        for before in 0...10 {
            for after in 1...10 {
                put(
                    "turnstile_order_transitions_total",
                    [("from", Self.statusName(before)), ("to", Self.statusName(after))],
                    Family.transitions + before * 11 + after)
            }
        }
        for book in Book.allCases {
            for kind in EntryKind.allCases {
                put(
                    "turnstile_ledger_entries_total",
                    [("book", Self.constant("\(book)")), ("kind", Self.constant("\(kind)"))],
                    Family.entries + Int(book.rawValue) * 8 + Int(kind.rawValue))
            }
        }
        for code in AnomalyCode.allCases {
            put(
                "turnstile_anomalies_total", [("code", Self.constant("\(code)"))],
                Family.anomalies + Int(code.rawValue))
        }
        put("turnstile_escalations_total", Family.escalations)
        put("turnstile_supplier_requests_total", Family.requests)
        for (index, code) in DeadLetterCode.allCases.enumerated() {
            put("turnstile_dead_letters_total", [("code", code.rawValue)], Family.deadLetters + index)
        }
        for outcome in TransactionOutcome.allCases {
            put("turnstile_transactions_total", [("outcome", outcome.label)], Family.transactions + outcome.rawValue)
        }
        put("turnstile_transaction_records", Family.transactionRecords)
        for outcome in Signature.allCases {
            put(
                "turnstile_signature_checks_total", [("outcome", "\(outcome)")],
                Family.signatures + outcome.rawValue)
        }
        put("turnstile_timers_fired_total", Family.timersFired)
        put("turnstile_timers_pending", Family.timersPending)
        put("turnstile_readmitted_total", Family.readmitted)
        put("turnstile_partitions_running", Family.partitions)
        put("turnstile_partitions_restoring", Family.restoring)
        put("turnstile_partitions_stopped", Family.stopped)
        put("turnstile_restore_remaining_records", Family.restoreRemaining)
        put("turnstile_checkpoints_total", [("outcome", "done")], Family.checkpoints)
        put("turnstile_checkpoints_total", [("outcome", "failed")], Family.checkpoints + 1)
        return samples
    }

    /// All histograms as they are now: how many values fell into each bucket, the last of them above all bounds, and
    /// their sum.
    public func histograms() -> [(name: String, counts: [UInt64], sumMs: UInt64)] {
        [
            ("turnstile_transaction_duration_seconds", Family.commitLatency),
            ("turnstile_input_to_commit_seconds", Family.inputLatency),
            ("turnstile_timer_lateness_seconds", Family.lateness),
        ].map { name, family in
            let counts = (0...Self.bucketsMs.count).map { cells[family + $0].load(ordering: .relaxed) }
            return (name, counts, cells[family + 15].load(ordering: .relaxed))
        }
    }
}

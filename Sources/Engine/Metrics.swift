internal import Orders
public import Records
internal import Synchronization

/// A worker's counters. The worker alone writes them, so adding costs one load and one store; anyone may read.
public final class EngineMetrics: Sendable {
    public struct Sample: Sendable {
        /// As in interfaces.md, "Metrics".
        public var name: String
        public var labels: [(name: String, value: String)]
        public var value: Double
    }

    public struct HistogramSample: Sendable {
        public var name: String
        public var labels: [(name: String, value: String)]
        public var values: Histogram.Values
    }

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
    enum Family {
        static let inputs = 0  // 3 inputs × 5 types
        static let events = inputs + 15
        static let rejections = events + 32  // by code
        static let repeated = rejections + 32
        static let transitions = repeated + 1  // 11 × 11
        static let entries = transitions + 121  // 3 books × 8 kinds
        static let anomalies = entries + 24  // by code
        static let escalations = anomalies + 16  // by reason
        static let requests = escalations + 16
        static let deadLetters = requests + 1
        static let transactions = deadLetters + 16
        static let signatures = transactions + 8
        static let readmitted = signatures + 4
        static let checkpoints = readmitted + 1  // done, failed
        static let end = checkpoints + 2
    }

    private let cells = Cells()
    /// What the transaction in the making has counted, and the one under way: told once they are committed, since what is
    /// thrown away is decided again. Which is which changes with each transaction.
    private let drafts = (Cells(), Cells())
    private let isSecondOpen = Atomic(false)
    /// From an input's append to the commit of what it led to.
    let inputToCommit = Histogram(.seconds)
    /// From when a timer was due to when it fired.
    let timerLateness = Histogram(.seconds)
    /// From a transaction's hand-over to its settlement.
    let transactionWhole = Histogram(.seconds)
    /// Records of the committed transactions.
    let transactionRecords = Histogram(.count)
    /// Entered once an answer, never once an input; the lock is the worker's own but for a reader now and then.
    private let responses = Mutex<[ID: SupplierResponse]>([:])

    private final class SupplierResponse: Sendable {
        let time = Histogram(.seconds)
    }

    public init() {
        precondition(Family.end <= Cells.count, "more counters than cells")
    }

    private final class Cells: Sendable {
        static let count = 320
        private let cells = InlineArray<320, Atomic<UInt64>> { _ in Atomic(0) }

        subscript(_ index: Int) -> UInt64 { cells[index].load(ordering: .relaxed) }

        func add(_ index: Int, _ count: UInt64 = 1) {
            cells[index].store(self[index] &+ count, ordering: .relaxed)
        }

        func move(to other: Cells) {
            for index in 0..<Self.count where self[index] > 0 { other.add(index, self[index]) }
            clear()
        }

        func clear() {
            for index in 0..<Self.count { cells[index].store(0, ordering: .relaxed) }
        }
    }

    private var open: Cells { isSecondOpen.load(ordering: .relaxed) ? drafts.1 : drafts.0 }
    private var underWay: Cells { isSecondOpen.load(ordering: .relaxed) ? drafts.0 : drafts.1 }

    private func count(_ index: Int, _ count: UInt64 = 1) { open.add(index, count) }

    // MARK: What becomes of a transaction's counts

    /// The open transaction goes under way.
    func handOver() { isSecondOpen.store(!isSecondOpen.load(ordering: .relaxed), ordering: .relaxed) }
    /// The one under way has committed.
    func commit() { underWay.move(to: cells) }
    /// The one under way did not happen.
    func drop() { underWay.clear() }
    /// The open one is thrown away.
    func dropOpen() { open.clear() }

    // MARK: What the worker tells

    func input(_ input: Int, _ type: InputType) { count(Family.inputs + input * 5 + type.rawValue) }
    func deadLetter(_ code: DeadLetterCode) {
        count(Family.deadLetters + (DeadLetterCode.allCases.firstIndex(of: code) ?? 15))
    }
    func transaction(_ outcome: TransactionOutcome) { cells.add(Family.transactions + outcome.rawValue) }
    func signature(_ outcome: Signature) { count(Family.signatures + outcome.rawValue) }
    func readmit() { count(Family.readmitted) }
    func checkpoint(isDone: Bool) { cells.add(Family.checkpoints + (isDone ? 0 : 1)) }

    func decision(_ decision: borrowing Decision) {
        let events = decision.events.span
        let entries = decision.entries.span
        for index in events.indices { event(events[index]) }
        for index in entries.indices {
            let id = entries[index].id
            count(Family.entries + Int(id.book.rawValue) * 8 + Int(id.kind.rawValue))
        }
        count(Family.requests, UInt64(decision.requests.count))
        if let tookMs = decision.answeredAfterMs, case .changed(.order(let order)) = decision.change {
            response(of: order.placing.supplierID).time.observe(ms: tookMs)
        }
    }

    private func response(of supplier: ID) -> SupplierResponse {
        responses.withLock { responses in
            if let known = responses[supplier] { return known }
            let made = SupplierResponse()
            responses[supplier] = made
            return made
        }
    }

    private func event(_ event: borrowing Event) {
        count(Family.events + Self.index(of: event.body))
        switch event.body {
        case .commandRejected(let code, _, _): count(Family.rejections + Int(code.rawValue))
        case .commandRepeated: count(Family.repeated)
        case .anomalyFound(let code, _): count(Family.anomalies + Int(code.rawValue))
        case .escalated(let reason, _, _): count(Family.escalations + Int(reason.rawValue))
        default: break
        }
        guard let status = event.status, event.sequence > 0 else { return }
        let before = event.sequence == 1 ? 0 : Int(event.statusBefore?.rawValue ?? 0)
        if before != Int(status.rawValue) { count(Family.transitions + before * 11 + Int(status.rawValue)) }
    }

    // MARK: What everyone may read

    /// All counters as they are now. One that may be watched for its first step is told at 0 as well.
    public func samples() -> [Sample] {
        Self.series.compactMap { series in
            let value = cells[series.cell]
            guard value > 0 || series.isToldAtZero else { return nil }
            return Sample(name: series.name, labels: series.labels, value: Double(value))
        }
    }

    /// All histograms as they are now.
    public func histograms() -> [HistogramSample] {
        func one(_ name: String, _ labels: [(name: String, value: String)], _ values: Histogram.Values)
            -> HistogramSample
        {
            HistogramSample(name: name, labels: labels, values: values)
        }
        let responses = responses.withLock { $0.sorted { $0.key < $1.key } }
        return [
            one("turnstile_transaction_duration_seconds", [("phase", "whole")], transactionWhole.values),
            one("turnstile_transaction_records", [], transactionRecords.values),
            one("turnstile_input_to_commit_seconds", [], inputToCommit.values),
            one("turnstile_timer_lateness_seconds", [], timerLateness.values),
        ]
            + responses.map {
                one("turnstile_supplier_response_seconds", [("supplier", $0.key.text)], $0.value.time.values)
            }
    }
}

extension Histogram {
    func observe(ms: Int64) { observe(ms.multipliedClamped(by: 1000)) }
}

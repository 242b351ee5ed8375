import Orders
import Testing

/// One order's history: it holds what the engine would hold, hands inputs to `decide`, fires timers when they are due,
/// and checks every decision.
final class Case {
    let key: OrderKey
    var directory: Directory
    /// How the suppliers behaved, as the partition knows it.
    var suppliers: [ID: SupplierState] = [:]
    /// Whose results `answer` makes.
    var supplier: ID = "full"
    var record: OrderRecord?
    var nowMs = start
    /// How much later than the clock is sent what is decided.
    var lagMs: Int64 = 0
    var partitions: Int32 = 1
    private(set) var last = Decision()
    private(set) var events: [Event] = []
    private(set) var requests: [Request] = []
    private(set) var entries: [LedgerEntry] = []
    /// What the checks found; each is also an issue of the test, but where it is a golden history that must fail.
    private(set) var violations: [String] = []
    /// How many decisions there were.
    private(set) var decisions = 0
    private var history = History()
    private var ids: [String: Int] = [:]
    private var offset: Int64 = 0
    private let rule: Rule
    private let reportsViolations: Bool

    /// What decides: the domain, or in a golden history something wrong.
    typealias Rule = (OrderRecord?, Input, Context) -> Decision

    init(
        key: OrderKey = World.key, directory: Directory = World.directory, reportsViolations: Bool = true,
        rule: @escaping Rule = { decide($0, $1, $2) }
    ) {
        self.key = key
        self.directory = directory
        self.reportsViolations = reportsViolations
        self.rule = rule
    }

    func nextID(_ letter: String) -> ID {
        ids[letter, default: 0] += 1
        return id("\(letter)\(ids[letter, default: 0])")
    }

    // MARK: What is there

    var order: Order? { record?.order }
    var status: OrderStatus? { order?.status }
    var context: Context {
        Context(
            nowMs: nowMs, sentAtMs: nowMs + lagMs, directory: directory, suppliers: suppliers, partitions: partitions)
    }

    /// The last decision, in words.
    var said: [String] { last.events.map(Describe.event) }
    var asked: [String] { last.requests.map(Describe.request) }
    var posted: [String] { last.entries.map(Describe.entry) }
    var allSaid: [String] { events.map(Describe.event) }
    var allAsked: [String] { requests.map(Describe.request) }
    var allPosted: [String] { entries.map(Describe.entry) }

    func saidCount(_ words: String) -> Int { allSaid.count { $0 == words } }
    func askedCount(_ operation: String) -> Int { allAsked.count { $0.hasPrefix(operation) } }

    var lastRejection: (code: RejectionCode, message: String, total: Money?)? {
        for case .commandRejected(let code, let message, let total) in last.events.map(\.body) {
            return (code, message, total)
        }
        return nil
    }

    // MARK: Time

    /// Fires what is due before `time`, and moves the clock there: a record appended when a timer is due comes first.
    func pass(to time: Milliseconds) {
        fireAll { $0 < time }
        nowMs = max(nowMs, time)
    }

    /// Fires what is due until `time`, inclusive.
    func run(until time: Milliseconds) {
        fireAll { $0 <= time }
        nowMs = max(nowMs, time)
    }

    func run(for duration: Int64) { run(until: nowMs + duration) }

    private func fireAll(_ isDue: (Milliseconds) -> Bool) {
        for _ in 0..<20_000 {
            guard let next = record?.nextTimer, isDue(next.dueMs) else { return }
            guard fire() else { return }
        }
        report("timers do not come to rest")
    }

    /// Fires the next timer, whenever that is.
    /// - Returns: false where there is none, or where it stands still.
    @discardableResult
    func fire() -> Bool {
        guard let next = record?.nextTimer else { return false }
        fire(next.kind, dueMs: next.dueMs)
        if let after = record?.nextTimer, after == next {
            report("timer \(next.kind) stands still at \(next.dueMs - start)")
            return false
        }
        return true
    }

    func fire(_ kind: TimerKind, dueMs: Milliseconds) {
        nowMs = max(nowMs, dueMs)
        apply(
            Input(
                key: key, body: .timer(kind, dueMs: dueMs), source: .commands, partition: 0, offset: 0,
                appendedAtMs: dueMs))
    }

    // MARK: Inputs

    @discardableResult
    func handle(
        _ body: Input.Body, source: Input.Source, appendedAt: Milliseconds, handledAt: Milliseconds? = nil
    ) -> Case {
        nowMs = max(nowMs, handledAt ?? appendedAt)
        offset += 1
        let input = Input(
            key: key, body: body, source: source, partition: 0, offset: offset, appendedAtMs: appendedAt)
        apply(input)
        for violation in Repetition.violations(of: input, answeredBy: last, record: record, context: context, rule) {
            report(violation)
        }
        return self
    }

    private func apply(_ input: Input) {
        let before = record
        let decision = rule(before, input, context)
        last = decision
        decisions += 1
        events += decision.events
        requests += decision.requests
        entries += decision.entries
        let step = Step(before: before, input: input, context: context, decision: decision)
        for violation in history.violations(of: step) + step.passageViolations { report(violation) }
        record = step.after
        if let change = decision.supplier { suppliers[change.supplierID] = change.state }
    }

    private func report(_ violation: String) {
        violations.append(violation)
        if reportsViolations {
            Testing.Issue.record("after \(allSaid.suffix(6)): \(violation)")
        }
    }
}

import Contract
import Engine
import Glibc
import Kafka
import Orders
import Protobuf

let orderTimersCommand = Command(
    path: ["order", "timers"], summary: "lists what an order waits for, and until when",
    operands: [orderKeyOperand], flags: [.output] + Flag.cluster,
    examples: [("turnstile order timers d001/42", "when its hold ends, when the supplier is asked next")],
    run: orderTimers)

private func orderTimers(_ arguments: Arguments) throws -> ExitCode {
    let settings = try kafkaSettings(loadSettings(arguments))
    let state = try orderState(of: try orderKey(arguments.operands[0]), settings)
    let timers = try timers(of: readRecord(state.span.bytes))
    let nowMs = Int64(time(nil)) * 1000
    var table = Table(["timer", "due", "in_seconds", "what"])
    for timer in timers.sorted(by: { ($0.dueMs, $0.kind.rawValue) < ($1.dueMs, $1.kind.rawValue) }) {
        table.append(
            .string(EngineMetrics.constant("\(timer.kind)")), .string(dateTime(ofMilliseconds: timer.dueMs)),
            .number("\((timer.dueMs - nowMs) / 1000)"), .string(timer.what))
    }
    printData(table.printed(as: arguments.outputFormat))
    if timers.isEmpty { printNote("it waits for nothing") }
    return .done
}

private func timers(of record: OrderRecord) -> [(kind: TimerKind, dueMs: Int64, what: String)] {
    switch record {
    case .order(let order):
        TimerKind.allCases.compactMap { kind in order.timers[kind].map { (kind, $0, kind.meaning) } }
    case .stub(let stub):
        [(.retention, stub.forgetAtMs, "the order was removed; what is left of it is forgotten")]
    case .refusals(let refusals):
        refusals.refusals.map { (.retention, $0.forgetAtMs, "the refusal of command \($0.command.id) is forgotten") }
    }
}

extension TimerKind {
    /// What happens when it fires.
    fileprivate var meaning: String {
        switch self {
        case .lockTimeout: "the supplier has not answered the lock: LOCK_FAIL"
        case .holdExpiry: "the hold ends: CANCELED"
        case .issueTimeout: "the supplier has not answered the issue: its outcome is asked for"
        case .poll: "the supplier is asked for the outcome"
        case .releaseRetry: "the release is asked for again"
        case .refundRequestTimeout: "the supplier has not answered the refund: it is asked for again"
        case .refundReportOverdue: "the distributor has not reported a refund: a person is called"
        case .retention: "the order is removed, but for what answers late questions"
        case .extendTimeout: "the supplier has not answered the longer hold: it is refused"
        }
    }
}

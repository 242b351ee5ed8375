internal import Records

/// What a partition does next.
enum NextStep: Equatable {
    /// Handle the next record of this input.
    case record(input: Int)
    /// Fire the timer that is due then. Every input has passed that time.
    case timer(dueMs: Int64)
    /// Nothing is here.
    case drained
    /// A timer is due, and it is not known whether these inputs have passed its time: their ends must be asked. From
    /// `askAtMs` on.
    case heldBack(dueMs: Int64, inputs: [Int], askAtMs: Int64)
    /// The next record's time is too far ahead of the wall clock.
    case future(untilMs: Int64)
}

/// Takes what the log has of a running partition's inputs, up to `limit` of each, and not much beyond `byteLimit` that
/// are held of it: a backlog of large records must not fill the memory.
/// - Returns: whether an input may have more than was taken.
func receive<L: Log & ~Copyable>(
    _ partition: inout Partition, from log: inout L, limit: Int, byteLimit: Int
) throws(InputFailure) -> Bool {
    var mayHaveMore = false
    for input in 0..<3 {
        while true {
            let room = limit - (partition.merge.queues[input].inbox.count - partition.merge.queues[input].next)
            guard room > 0 else {
                mayHaveMore = true
                break
            }
            // There is room again when what is held has been handled or has committed.
            guard partition.merge.queues[input].inbox.byteCount < byteLimit else { break }
            let asked = min(room, Rules.recordsAtOnce)
            let taken = try log.take(
                Topic.inputs[input], partition.number, limit: asked, into: &partition.merge.queues[input].inbox)
            if taken < asked { break }
        }
    }
    return mayHaveMore
}

/// The next step by the rules of time (engine.md, "Determinism"): records by append time, and each timer after every
/// input has passed its due time, before any record that is later.
/// - Parameter dueMs: when the partition's next timer is due; nil where none is set.
func nextStep(_ merge: borrowing Merge, dueMs: Int64?, nowMs: Int64) -> NextStep {
    let next = merge.nextInput()
    if let dueMs, next.map({ $0.appendedMs > dueMs }) ?? true {
        // A timer in the future holds up nothing but a record that is later still.
        if next == nil, dueMs > nowMs { return .drained }
        if let next, next.appendedMs > nowMs.addingClamped(Rules.futureMs), dueMs > nowMs {
            return .future(untilMs: next.appendedMs - Rules.futureMs)
        }
        var unknown: [Int] = []
        for input in 0..<3 where !merge.hasPassed(input, dueMs: dueMs) { unknown.append(input) }
        if unknown.isEmpty { return .timer(dueMs: dueMs) }
        return .heldBack(dueMs: dueMs, inputs: unknown, askAtMs: dueMs.addingClamped(Rules.watermarkDelayMs))
    }
    guard let next else { return .drained }
    if next.appendedMs > nowMs.addingClamped(Rules.futureMs) {
        return .future(untilMs: next.appendedMs - Rules.futureMs)
    }
    return .record(input: next.input)
}

extension Int64 {
    /// Times come from outside: a sum that overflows is as far as it goes.
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }
}

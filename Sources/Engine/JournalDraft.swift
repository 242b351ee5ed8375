internal import Contract
internal import Orders

/// What the open transaction has done for one partition, as its journal record will tell it.
struct JournalDraft {
    private var steps: [JournalStep] = []
    /// The stretch that goes on, of which there is one at most.
    private var run: JournalStep.Run?
    private var timers: JournalStep.Timers?

    /// - Parameter tooLarge: how often the log has refused the record's outputs, as far as it shows: 0 to 3.
    mutating func handled(input: Int, offset: Int64, isUnverified: Bool, tooLarge: Int) {
        if run?.input == input {
            run?.lastOffset = offset
        } else {
            endStretch()
            run = JournalStep.Run(input: input, firstOffset: offset, lastOffset: offset)
        }
        if isUnverified { run?.unverified.append(offset) }
        for _ in 0..<tooLarge { run?.tooLarge.append(offset) }
    }

    mutating func fired(dueMs: Int64, key: [UInt8], kind: TimerKind, isTooLarge: Bool) {
        if timers == nil {
            endStretch()
            timers = JournalStep.Timers(dueMs: dueMs, key: key, kind: kind, count: 0)
        }
        if isTooLarge, let count = timers?.count { timers?.tooLarge.append(count) }
        timers?.dueMs = dueMs
        timers?.key = key
        timers?.kind = kind
        timers?.count += 1
    }

    mutating func add(_ step: JournalStep) {
        endStretch()
        steps.append(step)
    }

    private mutating func endStretch() {
        if let run { steps.append(.run(run)) }
        if let timers { steps.append(.timers(timers)) }
        run = nil
        timers = nil
    }

    /// All steps; the draft begins anew.
    mutating func take() -> [JournalStep] {
        endStretch()
        defer { steps = [] }
        return steps
    }

    mutating func clear() {
        steps.removeAll(keepingCapacity: true)
        run = nil
        timers = nil
    }
}

internal import Records

/// One input of a partition: the messages that are held, and how far the open transaction has come in them.
struct InputQueue: ~Copyable {
    var inbox: Inbox
    /// The index of the next record to handle. What is before it belongs to the open transaction or to the one under way,
    /// and may be decided again.
    var next = 0
    /// So many records belong to the transaction under way.
    private(set) var handedOver = 0
    /// Every record appended up to this time was given, and is handled or waits in the inbox: from the last question for
    /// the high watermark. Only a statement about an input whose inbox has nothing left to handle.
    var passedMs = Int64.min

    init(inbox: consuming Inbox) { self.inbox = inbox }

    var isEmpty: Bool { next >= inbox.count }

    /// The append time of the next record; nil where there is none. A record without one comes at once.
    var nextAppendedMs: Int64? {
        guard next < inbox.count else { return nil }
        return inbox.records[next].appendedAtMs ?? Int64.min
    }

    /// The open transaction goes under way.
    mutating func handOver() { handedOver = next }

    /// The transaction under way has committed: what it handled is given back.
    mutating func commit() { discard(handedOver) }

    /// Gives the first records back: they are handled, or need not be.
    mutating func discard(_ count: Int) {
        inbox.discardFirst(count)
        next -= count
        handedOver = max(handedOver - count, 0)
    }

    /// The open transaction did not happen: the same records are handled again.
    mutating func dropOpen() { next = handedOver }

    /// Nor did the one under way.
    mutating func rewind() {
        next = 0
        handedOver = 0
    }
}

/// The three inputs of a partition, merged by append time, then in the order of `Topic.inputs`.
struct Merge: ~Copyable {
    var queues: InlineArray<3, InputQueue>

    init(makeInbox: () -> Inbox) {
        queues = InlineArray<3, InputQueue> { _ in InputQueue(inbox: makeInbox()) }
    }

    /// The input whose record comes next among those that are here.
    func nextInput() -> (input: Int, appendedMs: Int64)? {
        var found: (input: Int, appendedMs: Int64)?
        for input in 0..<3 {
            guard let appendedMs = queues[input].nextAppendedMs else { continue }
            if let earliest = found, earliest.appendedMs <= appendedMs { continue }
            found = (input, appendedMs)
        }
        return found
    }

    /// Whether this input has nothing left that was appended at or before `dueMs`: its next record is later, or its end
    /// was asked for after that time and is reached.
    func hasPassed(_ input: Int, dueMs: Int64) -> Bool {
        if let appendedMs = queues[input].nextAppendedMs { return appendedMs > dueMs }
        return queues[input].passedMs >= dueMs
    }

    /// Every record appended up to this time was given and is handled, where no input has anything left.
    var passedMs: Int64 { min(queues[0].passedMs, queues[1].passedMs, queues[2].passedMs) }

    mutating func handOver() {
        for input in 0..<3 { queues[input].handOver() }
    }

    mutating func dropOpen() {
        for input in 0..<3 { queues[input].dropOpen() }
    }

    mutating func commit() {
        for input in 0..<3 { queues[input].commit() }
    }

    mutating func rewind() {
        for input in 0..<3 { queues[input].rewind() }
    }
}

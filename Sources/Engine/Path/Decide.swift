internal import Contract
internal import Orders
internal import Records

/// What the rules made of one input, with all that it takes to write it.
struct Decided: ~Copyable {
    let input: Input
    let decision: Decision
    /// nil for a timer.
    let origin: Origin?
    /// What the decision's passages point into.
    let passages: UnsafeRawBufferPointer
    let state: UnsafeRawBufferPointer?
    /// How what was stored before counted.
    let before: Standing
    /// The key's bytes, in the open transaction's memory, and their hash.
    let key: UnsafeRawBufferPointer
    let hash: UInt64

    /// How what is stored counts now; nil where it stays as it was.
    var after: Standing? {
        switch decision.change {
        case .unchanged: nil
        case .removed: .nothing
        case .changed(let record): Standing(record)
        }
    }
}

/// A stored state that cannot be had or is none: the partition cannot go on without it.
struct StateFault: Error {
    var words: String
    /// nil: the store is not at fault, and nothing that is done to it helps.
    var remedy: StoreRemedy?
}

/// What helps where something cannot be had from a store.
enum StoreRemedy {
    /// It is damaged: set aside and rebuilt from the changelog it is whole.
    case rebuild
    /// The disk does not give it, and nothing says that it is damaged: it is kept, and opened again after a while.
    case reopen

    /// - Parameter error: what the store threw.
    init(_ error: any Error) {
        let isKept = (error as? any CheckpointStoreError)?.isMendedByRebuilding == false
        self = isKept ? .reopen : .rebuild
    }
}

/// Looks up what is stored under the input's key and asks the rules.
/// - Parameter key: the key's bytes in the open transaction's memory.
func decide(
    _ verified: consuming VerifiedInput, key: UnsafeRawBufferPointer, _ states: borrowing States,
    _ context: borrowing Context, _ scratch: inout Scratch
) throws(StateFault) -> Decided {
    let hash = StateTable.hash(key)
    let state = try stored(key, hash, states, &scratch)
    let record = try read(state)
    let before = record.map { Standing($0) } ?? .nothing
    let decision = Orders.decide(record, verified.input, context)
    return Decided(
        input: verified.input, decision: decision, origin: verified.origin, passages: verified.passages, state: state,
        before: before, key: key, hash: hash)
}

/// A timer that is due, if its key's state still says so.
struct DueTimer {
    var key: OrderKey
    var record: OrderRecord
    var kind: TimerKind
    var dueMs: Int64
    var state: UnsafeRawBufferPointer?
    var hash: UInt64
}

/// Looks up whether the key's next timer is due then.
func dueTimer(
    _ key: UnsafeRawBufferPointer, dueMs: Int64, _ states: borrowing States, _ scratch: inout Scratch
) throws(StateFault) -> DueTimer? {
    let hash = StateTable.hash(key)
    if let held = states.held(key, hash: hash), held.nextDueMs != dueMs { return nil }
    let state = try stored(key, hash, states, &scratch)
    guard let record = try read(state), let next = record.nextTimer, next.dueMs == dueMs else { return nil }
    guard let orderKey = readKey(RawSpan(_unsafeBytes: key)) else {
        throw StateFault(words: "a key with a timer is no order's", remedy: .rebuild)
    }
    return DueTimer(key: orderKey, record: record, kind: next.kind, dueMs: dueMs, state: state, hash: hash)
}

/// What happens when a timer fires.
func decide(_ timer: consuming DueTimer, key: UnsafeRawBufferPointer, _ context: borrowing Context) -> Decided {
    let input = Input(
        key: timer.key, body: .timer(timer.kind, dueMs: timer.dueMs), source: .commands, partition: 0, offset: 0,
        appendedAtMs: timer.dueMs)
    let before = Standing(timer.record)
    let decision = Orders.decide(timer.record, input, context)
    return Decided(
        input: input, decision: decision, origin: nil, passages: UnsafeRawBufferPointer(start: nil, count: 0),
        state: timer.state, before: before, key: key, hash: timer.hash)
}

/// What becomes of an order where a timer's outputs are larger than the log takes: that timer is gone, and a person is
/// called.
func escalate(_ timer: consuming DueTimer, key: UnsafeRawBufferPointer, nowMs: Int64) -> Decided? {
    let before = Standing(timer.record)
    guard case .order(var order) = timer.record else { return nil }
    order.timers[timer.kind] = nil
    order.sequence += 1
    order.lastChangeMs = nowMs
    let event = Event(
        sequence: order.sequence, occurredAtMs: nowMs, status: order.status, statusBefore: order.status,
        deliveryStatus: order.delivery,
        body: .escalated(
            .outputTooLarge, words: .words("a timer's outputs are larger than the log takes: \(timer.kind)"),
            queries: order.issuing?.negotiation?.queries ?? 0))
    return Decided(
        input: Input(
            key: timer.key, body: .timer(timer.kind, dueMs: timer.dueMs), source: .commands, partition: 0, offset: 0,
            appendedAtMs: timer.dueMs),
        decision: Decision(change: .changed(.order(order)), events: [event]), origin: nil,
        passages: UnsafeRawBufferPointer(start: nil, count: 0), state: timer.state, before: before, key: key,
        hash: timer.hash)
}

private func stored(
    _ key: UnsafeRawBufferPointer, _ hash: UInt64, _ states: borrowing States, _ scratch: inout Scratch
) throws(StateFault) -> UnsafeRawBufferPointer? {
    do {
        return try states.state(key, hash: hash, scratch: &scratch)
    } catch {
        throw StateFault(words: "\(error)", remedy: StoreRemedy(error))
    }
}

private func read(_ state: UnsafeRawBufferPointer?) throws(StateFault) -> OrderRecord? {
    guard let state else { return nil }
    do {
        return try readRecord(RawSpan(_unsafeBytes: state))
    } catch {
        throw StateFault(words: "\(error)", remedy: .rebuild)
    }
}

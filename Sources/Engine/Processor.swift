internal import Contract
internal import Orders
internal import Records

/// Turns inputs and timers into outputs and new states, in the transaction in the making.
///
/// A record's path is `handle(_:...)`: decode → authenticate → decide → publish. Each stage takes what only the one
/// before can make. The worker drives it by the log, the replayer by the journal; beside it neither does anything to an
/// order.
struct Processor: ~Copyable {
    var batch = Batch()
    var reader = InputReader()
    var json = JSONInput()
    var scratch = Scratch()
    var signatures: Signatures
    let settings: WorkerSettings
    let metrics: EngineMetrics
    let report: Report

    init(signatures: consuming Signatures, settings: WorkerSettings, metrics: EngineMetrics, report: Report) {
        self.signatures = signatures
        self.settings = settings
        self.metrics = metrics
        self.report = report
    }

    /// When the partition's next timer is due, by the states themselves; nil where that is later than `untilMs`, or no
    /// timer is set.
    mutating func nextDueMs(_ partition: inout Partition, untilMs: Int64) throws(StateFault) -> Int64? {
        while let dueMs = partition.timers.earliestDueMs, dueMs <= untilMs {
            let key = partition.timers.earliestKey
            if try isDue(key, dueMs: dueMs, partition.states) { return dueMs }
            // By a state that may yet be taken back: then the timer may be due after all.
            if partition.isTouched || partition.underWay != nil { partition.taken.append((dueMs, key)) }
            partition.timers.removeEarliest()
        }
        return nil
    }

    private mutating func isDue(
        _ bytes: [UInt8], dueMs: Int64, _ states: borrowing States
    ) throws(StateFault) -> Bool {
        let result = bytes.withUnsafeBytes { key -> Result<Bool, StateFault> in
            if let held = states.held(key, hash: StateTable.hash(key)) { return .success(held.nextDueMs == dueMs) }
            do throws(StateFault) {
                return .success(try dueTimer(key, dueMs: dueMs, states, &scratch) != nil)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Handles the next record of an input.
    /// - Parameter startedAtMs: the transaction's wall time.
    mutating func handleRecord(
        of input: Int, _ partition: inout Partition, _ context: inout Context, startedAtMs: Int64
    ) throws(StateFault) {
        let index = partition.merge.queues[input].next
        let origin = partition.merge.queues[input].inbox.origin(index)
        partition.merge.queues[input].next = index + 1
        guard origin.offset >= partition.open.next[input] else {
            // The group had no position, and the changelog has handled it.
            if !partition.isTouched, partition.underWay == nil { partition.merge.queues[input].discard(index + 1) }
            return
        }
        let before = (partition.open.next[input], partition.open.clockMs, partition.isTouched)
        partition.touch(context.directory.version)
        partition.waitsForMs = nil
        partition.open.next[input] = origin.offset + 1
        partition.open.clockMs = max(partition.open.clockMs, origin.appendedAtMs ?? .min)
        context.nowMs = partition.open.clockMs
        context.sentAtMs = max(context.nowMs, startedAtMs)
        batch.handled += 1
        batch.begin(OutputCause(partition: partition.number, what: .record(input: input, offset: origin.offset)))
        let place = Place(source: Input.Source(input: input), partition: partition.number, offset: origin.offset)
        signatures.hasFailed = false
        if let refused = partition.refused.first(where: { $0.input == input && $0.offset == origin.offset }) {
            // The log would not take its outputs. Where it did not take the dead letter either, there is less in that.
            partition.journal.handled(
                input: input, offset: origin.offset, isUnverified: false, tooLarge: refused.times)
            return refuse(
                first(of: origin), Refusal(.outputTooLarge, "the log does not take records as large as its outputs"),
                .unreadable, place, partition, form: DeadLetterForm(rawValue: refused.times - 1) ?? .bare)
        }
        do throws(StateFault) {
            try handle(origin, at: place, &partition, &context)
            partition.journal.handled(
                input: input, offset: origin.offset, isUnverified: signatures.hasFailed, tooLarge: 0)
        } catch {
            // The record is not handled: what was before it can still be committed.
            (partition.open.next[input], partition.open.clockMs, partition.isTouched) = before
            partition.merge.queues[input].next = index
            batch.handled -= 1
            throw error
        }
    }

    /// The record that a readmission carries, so that its dead letter can be readmitted again; any other one itself.
    private mutating func first(of origin: Origin) -> Origin {
        guard case .readmitted(let first) = decode(origin, &reader, &json) else { return origin }
        return first
    }

    /// Fires the timer that is due next, which `nextDueMs` has told.
    mutating func fire(
        dueMs: Int64, _ partition: inout Partition, _ context: inout Context, startedAtMs: Int64, nowMs: Int64
    ) throws(StateFault) {
        let bytes = partition.timers.earliestKey
        let key = batch.copy(bytes)
        guard let timer = try dueTimer(key, dueMs: dueMs, partition.states, &scratch) else {
            return partition.timers.removeEarliest()
        }
        partition.timers.removeEarliest()
        partition.touch(context.directory.version)
        partition.taken.append((dueMs, bytes))
        partition.open.clockMs = max(partition.open.clockMs, dueMs)
        context.nowMs = partition.open.clockMs
        context.sentAtMs = max(context.nowMs, startedAtMs)
        batch.handled += 1
        batch.begin(OutputCause(partition: partition.number, what: .timer(dueMs: dueMs, key: bytes)))
        metrics.timerLateness.observe(ms: nowMs.addingClamped(-dueMs))
        let isRefused = partition.refusedTimers.contains { $0.dueMs == dueMs && $0.key == bytes }
        partition.journal.fired(dueMs: dueMs, key: bytes, kind: timer.kind, isTooLarge: isRefused)
        handle(timer, key: key, isRefused: isRefused, &partition, &context)
    }

    /// Takes over a version of the directory: a decision sees the states of exactly the suppliers that it has, and so does
    /// one after a restart. Between transactions.
    mutating func loadSuppliers(_ partition: inout Partition, _ directory: Directory) throws(StateFault) {
        var suppliers: [ID: SupplierState] = [:]
        for id in directory.suppliers.keys.sorted() {
            if let known = partition.committed.suppliers[id] {
                suppliers[id] = known
                continue
            }
            let key = supplierKey(id)
            do {
                let state = try key.withUnsafeBytes { key in
                    try partition.states.state(key, hash: StateTable.hash(key), scratch: &scratch)
                }
                if let state { suppliers[id] = try readSupplierState(RawSpan(_unsafeBytes: state)) }
            } catch {
                let isOfStore = error is any CheckpointStoreError
                throw StateFault(words: "supplier \(id): \(error)", remedy: isOfStore ? StoreRemedy(error) : nil)
            }
        }
        partition.committed.suppliers = suppliers
        partition.open.suppliers = suppliers
    }
}

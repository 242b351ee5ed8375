internal import Contract
internal import Orders
internal import Records

/// What is to be done after a step, over all partitions.
struct Outlook {
    var hasMore = false
    var wakeAtMs = Int64.max
    /// Inputs whose ends must be known before a timer may fire.
    var asks: [(topic: Topic, partition: Int32)] = []

    mutating func wake(atMs: Int64) { wakeAtMs = min(wakeAtMs, atMs) }
}

extension Worker where L: ~Copyable {
    /// Handles what one partition has, into the transaction in the making.
    mutating func process(_ partition: inout Partition, nowMs: Int64, _ outlook: inout Outlook) {
        guard partition.isRunning, !partition.needsRebuild, let snapshot else { return }
        if partition.isDiskFull {
            if case .failed(let retryAtMs) = partition.checkpoint { outlook.wake(atMs: retryAtMs) }
            return
        }
        guard partition.states.heldBytes < settings.heldBytes else { return outlook.wake(atMs: nowMs + 20) }
        var hasMore = false
        do throws(InputFailure) {
            hasMore = try receive(&partition, from: &log, limit: recordLimit)
        } catch {
            let stop: Stop =
                switch error.fault {
                case .positionLost: .positionLost(error.topic)
                case .other(let reason): .inputFailed(error.topic, reason)
                }
            // What was received before is handled once the partition is given anew.
            return self.stop(&partition, stop)
        }
        openTimerWindow(&partition, nowMs: nowMs)
        do throws(StateFault) {
            var step = try nextStep(&partition, nowMs: nowMs)
            if step.isWork {
                var context = Context(
                    nowMs: partition.open.clockMs, sentAtMs: 0, directory: snapshot.directory, suppliers: [:],
                    partitions: settings.partitionCount)
                let startedAtMs = batch.startedAtMs ?? nowMs
                batch.startedAtMs = startedAtMs
                swap(&context.suppliers, &partition.open.suppliers)
                defer { swap(&context.suppliers, &partition.open.suppliers) }
                while step.isWork {
                    guard hasRoom(startedAtMs: startedAtMs) else {
                        outlook.hasMore = true
                        return
                    }
                    switch step {
                    case .record(let input):
                        try handleRecord(of: input, &partition, &context, startedAtMs: startedAtMs)
                    case .timer(let dueMs):
                        try fire(dueMs: dueMs, &partition, &context, startedAtMs: startedAtMs, nowMs: nowMs)
                    default: break
                    }
                    step = try nextStep(&partition, nowMs: nowMs)
                }
            }
            settleOutlook(step, &partition, hasMore: hasMore, nowMs: nowMs, &outlook)
        } catch {
            report(
                .error, "a stored state cannot be read", ("partition", "\(partition.number)"), ("reason", error.words))
            partition.needsRebuild = true
        }
    }

    /// Whether the transaction in the making takes more: it ends at so many inputs and timers, at so many bytes, or when
    /// its time is over. The clock is asked now and then only: it costs more than a small decision's share of it.
    private func hasRoom(startedAtMs: Int64) -> Bool {
        guard batch.handled < recordLimit, batch.byteCount < settings.batchBytes else { return false }
        guard batch.handled % Rules.recordsBetweenClocks == Rules.recordsBetweenClocks - 1 else { return true }
        return environment.wallMs().addingClamped(-startedAtMs) < settings.commitIntervalMs
    }

    private func settleOutlook(
        _ step: NextStep, _ partition: inout Partition, hasMore: Bool, nowMs: Int64, _ outlook: inout Outlook
    ) {
        if hasMore, step == .drained { outlook.hasMore = true }
        switch step {
        case .heldBack(_, _, let askAtMs):
            if askAtMs > nowMs { return outlook.wake(atMs: askAtMs) }
            // All three, so that the next timer need not ask for one of the others.
            for topic in Topic.inputs { outlook.asks.append((topic, partition.number)) }
        case .future(let untilMs):
            if partition.waitsForMs != untilMs {
                partition.waitsForMs = untilMs
                report(
                    .warning, "a record's append time is far ahead of the clock: its partition waits",
                    ("partition", "\(partition.number)"), ("until_ms", "\(untilMs)"))
            }
            outlook.wake(atMs: untilMs)
        default:
            if let dueMs = partition.timers.earliestDueMs {
                outlook.wake(atMs: dueMs.addingClamped(Rules.watermarkDelayMs))
            }
        }
    }

    private mutating func nextStep(_ partition: inout Partition, nowMs: Int64) throws(StateFault) -> NextStep {
        let next = partition.merge.nextInput()
        // A timer matters where it is due before the next record, or, where there is none, now.
        let horizonMs = next.map { $0.appendedMs.addingClamped(-1) } ?? nowMs
        while let dueMs = partition.timers.earliestDueMs, dueMs <= horizonMs {
            guard try !isEarliestDue(&partition, dueMs: dueMs) else {
                return Engine.nextStep(partition.merge, dueMs: dueMs, nowMs: nowMs)
            }
            partition.timers.removeEarliest()
        }
        return Engine.nextStep(partition.merge, dueMs: nil, nowMs: nowMs)
    }

    private mutating func isEarliestDue(_ partition: inout Partition, dueMs: Int64) throws(StateFault) -> Bool {
        let bytes = partition.timers.earliestKey
        return try isDue(bytes, dueMs: dueMs, partition.states)
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

    private mutating func handleRecord(
        of input: Int, _ partition: inout Partition, _ context: inout Context, startedAtMs: Int64
    ) throws(StateFault) {
        let index = partition.merge.queues[input].next
        let origin = partition.merge.queues[input].inbox.origin(index)
        partition.merge.queues[input].next = index + 1
        guard origin.offset >= partition.open.next[input] else {
            // The group had no position, and the changelog has handled it.
            if !partition.isTouched { partition.merge.queues[input].commit() }
            return
        }
        let before = (progress: partition.open, isTouched: partition.isTouched)
        touch(&partition, context)
        partition.waitsForMs = nil
        partition.open.next[input] = origin.offset + 1
        partition.open.clockMs = max(partition.open.clockMs, origin.appendedAtMs ?? .min)
        context.nowMs = partition.open.clockMs
        context.sentAtMs = max(context.nowMs, startedAtMs)
        batch.handled += 1
        batch.begin(OutputCause(partition: partition.number, what: .record(input: input, offset: origin.offset)))
        let place = Place(source: Input.Source(input: input), partition: partition.number, offset: origin.offset)
        if let refused = partition.refused.first(where: { $0.input == input && $0.offset == origin.offset }) {
            // The log would not take its outputs. Where it did not take the dead letter either, that goes without value.
            return refuse(
                origin, Refusal(.outputTooLarge, "the log does not take records as large as its outputs"), .unreadable,
                place, partition, limit: refused.times > 1 ? 0 : nil)
        }
        do throws(StateFault) {
            try handle(origin, at: place, &partition, &context)
        } catch {
            // The record is not handled: what was before it can still be committed.
            partition.open = before.progress
            partition.isTouched = before.isTouched
            partition.merge.queues[input].next = index
            batch.handled -= 1
            throw error
        }
    }

    private mutating func fire(
        dueMs: Int64, _ partition: inout Partition, _ context: inout Context, startedAtMs: Int64, nowMs: Int64
    ) throws(StateFault) {
        let bytes = partition.timers.earliestKey
        let key = batch.copy(bytes)
        guard let timer = try dueTimer(key, dueMs: dueMs, partition.states, &scratch) else {
            return partition.timers.removeEarliest()
        }
        partition.timers.removeEarliest()
        touch(&partition, context)
        partition.taken.append((dueMs, bytes))
        partition.open.clockMs = max(partition.open.clockMs, dueMs)
        context.nowMs = partition.open.clockMs
        context.sentAtMs = max(context.nowMs, startedAtMs)
        batch.handled += 1
        batch.begin(OutputCause(partition: partition.number, what: .timer(dueMs: dueMs, key: bytes)))
        metrics.timerFired(lateMs: nowMs.addingClamped(-dueMs))
        let isRefused = partition.refusedTimers.contains { $0.dueMs == dueMs && $0.key == bytes }
        handle(timer, key: key, isRefused: isRefused, &partition, &context)
    }

    private func touch(_ partition: inout Partition, _ context: borrowing Context) {
        guard !partition.isTouched else { return }
        partition.isTouched = true
        partition.open.directoryVersion = context.directory.version
    }

    /// Keeps the timers of the time to come in memory: as far as a record's time may be ahead, and a window more.
    func openTimerWindow(_ partition: inout Partition, nowMs: Int64) {
        let neededMs = nowMs.addingClamped(Rules.futureMs)
        guard partition.timers.windowEndMs < neededMs else { return }
        let afterMs = partition.timers.windowEndMs
        let untilMs = neededMs.addingClamped(settings.timerWindowMs)
        var timers = partition.timers
        timers.openWindow(untilMs: untilMs)
        partition.states.forEachDue(afterMs: afterMs, untilMs: untilMs) { timers.add(dueMs: $0, key: $1) }
        do {
            try partition.states.store?.timers(untilMs: untilMs) { dueMs, key in
                // Those due earlier are in memory since the window before, as far as they still are.
                if dueMs > afterMs { timers.add(dueMs: dueMs, key: key) }
            }
            partition.timers = timers
        } catch {
            report(
                .error, "the store's timers cannot be read", ("partition", "\(partition.number)"),
                ("reason", "\(error)"))
            partition.needsRebuild = true
        }
    }

    /// One question for all inputs that hold timers back.
    mutating func askHighWatermarks(_ asks: [(topic: Topic, partition: Int32)], nowMs: Int64) {
        nextAskMs = nowMs + Rules.watermarkIntervalMs
        let ends = log.highWatermarks(asks, timeoutMs: settings.watermarkTimeoutMs)
        // The question blocks the loop: where a leader cannot be reached it is not asked again at once.
        if ends.contains(nil) { nextAskMs = nowMs + Rules.watermarkBackoffMs }
        let passedMs = nowMs - Rules.watermarkDelayMs
        for (ask, end) in zip(asks, ends) {
            guard let end, let position = log.position(ask.topic, ask.partition), position >= end,
                let box = partitions.first(where: { $0.partition.number == ask.partition }),
                let input = Topic.inputs.firstIndex(of: ask.topic)
            else { continue }
            let before = box.partition.merge.queues[input].passedMs
            box.partition.merge.queues[input].passedMs = max(before, passedMs)
        }
    }

    func stop(_ partition: inout Partition, _ stop: Stop) {
        guard partition.phase != .stopped(stop) else { return }
        partition.phase = .stopped(stop)
        report(.error, "a partition has stopped", ("partition", "\(partition.number)"), ("reason", stop.text))
    }
}

extension NextStep {
    /// Whether it is something to be done.
    var isWork: Bool {
        switch self {
        case .record, .timer: true
        case .drained, .heldBack, .future: false
        }
    }
}

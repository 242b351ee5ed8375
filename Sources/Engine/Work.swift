internal import Contract
internal import Orders
internal import Records

/// What is to be done after a step, over all partitions.
struct Outlook {
    var hasMore = false
    /// The transaction in the making takes no more.
    var isFull = false
    var wakeAtMs = Int64.max
    /// Inputs whose ends must be known before a timer may fire.
    var asks: [(topic: Topic, partition: Int32)] = []

    mutating func wake(atMs: Int64) { wakeAtMs = min(wakeAtMs, atMs) }
}

extension Worker where L: ~Copyable {
    /// Handles what one partition has, into the transaction in the making.
    mutating func process(_ partition: inout Partition, nowMs: Int64, _ outlook: inout Outlook) {
        guard partition.isRunning, partition.remedy == nil, let snapshot else { return }
        if partition.isDiskFull {
            if case .failed(let retryAtMs) = partition.checkpoint { outlook.wake(atMs: retryAtMs) }
            return
        }
        guard partition.states.heldBytes < settings.heldBytes else { return outlook.wake(atMs: nowMs + 20) }
        var hasMore = false
        do throws(InputFailure) {
            hasMore = try receive(
                &partition, from: &log, limit: recordLimit, byteLimit: settings.inboxBytes)
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
        // Without its timers a partition would take records before what was due earlier.
        guard partition.remedy == nil else { return }
        do throws(StateFault) {
            var step = try nextStep(&partition, nowMs: nowMs)
            if step.isWork {
                var context = Context(
                    nowMs: partition.open.clockMs, sentAtMs: 0, directory: snapshot.directory, suppliers: [:],
                    partitions: settings.partitionCount)
                let startedAtMs = processor.batch.startedAtMs ?? nowMs
                processor.batch.startedAtMs = startedAtMs
                swap(&context.suppliers, &partition.open.suppliers)
                defer { swap(&context.suppliers, &partition.open.suppliers) }
                while step.isWork {
                    guard hasRoom(startedAtMs: startedAtMs) else {
                        outlook.hasMore = true
                        outlook.isFull = true
                        return
                    }
                    switch step {
                    case .record(let input):
                        try processor.handleRecord(of: input, &partition, &context, startedAtMs: startedAtMs)
                    case .timer(let dueMs):
                        try processor.fire(dueMs: dueMs, &partition, &context, startedAtMs: startedAtMs, nowMs: nowMs)
                    default: break
                    }
                    step = try nextStep(&partition, nowMs: nowMs)
                }
            }
            if step == .drained { moveIdleClock(&partition, snapshot, nowMs: nowMs, &outlook) }
            settleOutlook(step, &partition, hasMore: hasMore, nowMs: nowMs, &outlook)
        } catch {
            remedyLater(&partition, error.remedy ?? .rebuild, error.words)
        }
    }

    /// Whether the transaction in the making takes more: it ends at so many inputs and timers, at so many bytes, or when
    /// its time is over. The clock is asked now and then only: it costs more than a small decision's share of it.
    private func hasRoom(startedAtMs: Int64) -> Bool {
        let handled = processor.batch.handled
        guard handled < recordLimit, processor.batch.byteCount < settings.batchBytes else { return false }
        guard handled % Rules.recordsBetweenClocks == Rules.recordsBetweenClocks - 1 else { return true }
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
        let dueMs = try processor.nextDueMs(&partition, untilMs: horizonMs)
        return Engine.nextStep(partition.merge, dueMs: dueMs, nowMs: nowMs)
    }

    /// An idle partition moves its clock now and then, up to where every input is known to have been given: what closes by
    /// the clock need not wait for the next record.
    private mutating func moveIdleClock(
        _ partition: inout Partition, _ snapshot: DirectorySnapshot, nowMs: Int64, _ outlook: inout Outlook
    ) {
        guard partition.open.number > 0 else { return }
        let dueMs = partition.open.clockMs.addingClamped(Rules.idleClockMs)
        let askAtMs = dueMs.addingClamped(Rules.watermarkDelayMs)
        guard askAtMs <= nowMs else { return outlook.wake(atMs: askAtMs) }
        let passedMs = partition.merge.passedMs
        guard passedMs >= dueMs else {
            for topic in Topic.inputs { outlook.asks.append((topic, partition.number)) }
            return
        }
        let startedAtMs = processor.batch.startedAtMs ?? nowMs
        processor.batch.startedAtMs = startedAtMs
        processor.batch.handled += 1
        partition.moveClock(toMs: passedMs, snapshot.version)
    }

    private func openTimerWindow(_ partition: inout Partition, nowMs: Int64) {
        let neededMs = nowMs.addingClamped(Rules.futureMs)
        guard partition.timers.windowEndMs < neededMs else { return }
        do {
            try partition.openTimerWindow(untilMs: neededMs.addingClamped(settings.timerWindowMs))
        } catch {
            remedyLater(&partition, StoreRemedy(error), "the timers: \(error)")
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

    /// The partition's store is set aside and rebuilt, or kept and opened again, once the worker is quiet.
    func remedyLater(_ partition: inout Partition, _ remedy: StoreRemedy, _ reason: String) {
        switch remedy {
        case .rebuild:
            report(
                .error, "a stored state cannot be read", ("partition", "\(partition.number)"), ("reason", reason))
        case .reopen:
            report(
                .error, "the disk does not give a store: the partition takes no input until it does",
                ("partition", "\(partition.number)"), ("reason", reason))
        }
        partition.remedy = remedy
        partition.restoreFault = reason
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

internal import Records

extension Partition {
    var isCheckpointing: Bool {
        if case .running = checkpoint { true } else { false }
    }
}

extension Worker where L: ~Copyable {
    /// Whether something goes on that does not wake the log's wait: a job, or the reading of the directory.
    var hasJobs: Bool {
        partitions.contains {
            $0.partition.phase == .restoring || $0.partition.phase == .waiting || $0.partition.isCheckpointing
        }
    }

    /// Takes what the jobs have come to, and begins the checkpoints that are due.
    mutating func advanceJobs(nowMs: Int64) {
        for box in partitions {
            takeRecovery(&box.partition, nowMs: nowMs)
            if let retryAtMs = box.partition.restoreAtMs, nowMs >= retryAtMs, phase == .working {
                box.partition.restoreAtMs = nil
                restore(&box.partition, rebuild: false)
            }
            takeCheckpoint(&box.partition, nowMs: nowMs)
            // What is under way is not applied: the position that the last checkpoint asked for may be past it.
            if underWay == nil, !isFenced, isCheckpointDue(box.partition, nowMs: nowMs) { checkpoint(&box.partition) }
        }
    }

    private mutating func takeRecovery(_ partition: inout Partition, nowMs: Int64) {
        guard let job = partition.recovery else { return }
        guard let outcome = job.outcome else { return tellProgress(of: job, &partition, nowMs: nowMs) }
        partition.recovery = nil
        switch outcome {
        case .restored(let restored):
            let progress = job.progress
            report(
                .info, "a partition is restored", ("partition", "\(partition.number)"),
                ("records", "\(progress.doneRecords)"), ("took_ms", "\(progress.elapsedMs)"))
            begin(&partition, restored, nowMs: nowMs)
        case .failed(let reason, let canPass):
            guard phase == .working else { return }
            guard canPass else { return stop(&partition, .restoreFailed(reason)) }
            partition.restoreAtMs = nowMs + Rules.restoreRetryMs
            partition.restoreFault = reason
            report(
                .warning, "restoring has failed and is begun again", ("partition", "\(partition.number)"),
                ("reason", reason))
        }
    }

    private func tellProgress(of job: RecoveryJob, _ partition: inout Partition, nowMs: Int64) {
        let toldAtMs = partition.restoreToldAtMs ?? nowMs
        partition.restoreToldAtMs = toldAtMs
        guard nowMs - toldAtMs >= Rules.restoreToldMs else { return }
        partition.restoreToldAtMs = nowMs
        report(
            .info, "a partition is being restored", ("partition", "\(partition.number)"), ("progress", job.progress.text))
    }

    private func takeCheckpoint(_ partition: inout Partition, nowMs: Int64) {
        guard case .running(let job) = partition.checkpoint, let outcome = job.outcome else { return }
        switch outcome {
        case .done(let end):
            partition.states.thaw()
            if partition.isDiskFull {
                partition.isDiskFull = false
                report(
                    .info, "checkpoints work again: the partition takes input", ("partition", "\(partition.number)"))
            }
            if let end { partition.changelogEnd = max(partition.changelogEnd, end) }
            partition.checkpoint = .idle(sinceMs: nowMs)
            metrics.checkpoint(isDone: true)
        case .failed(let reason, isDamaged: true):
            metrics.checkpoint(isDone: false)
            partition.checkpoint = .idle(sinceMs: nowMs)
            partition.remedy = .rebuild
            report(
                .error, "a checkpoint has found its store damaged", ("partition", "\(partition.number)"),
                ("reason", reason))
        case .failed(let reason, isDamaged: false):
            partition.checkpoint = .failed(retryAtMs: nowMs + 1_000)
            metrics.checkpoint(isDone: false)
            // Told once: it is tried again each second.
            guard !partition.isDiskFull else { return }
            partition.isDiskFull = true
            report(
                .error, "a checkpoint has failed: the partition takes no input until one works",
                ("partition", "\(partition.number)"), ("reason", reason))
        }
    }

    private func isCheckpointDue(_ partition: borrowing Partition, nowMs: Int64) -> Bool {
        guard partition.states.store != nil, phase == .working, partition.remedy == nil else { return false }
        switch partition.checkpoint {
        case .running: return false
        case .failed(let retryAtMs): return nowMs >= retryAtMs
        case .idle(let sinceMs):
            guard partition.states.active.count > 0 else { return nowMs - sinceMs >= Rules.idleCheckpointMs }
            return nowMs - sinceMs >= settings.checkpointIntervalMs
                || partition.states.active.byteCount >= settings.checkpointBytes
        }
    }

    /// Begins a checkpoint; where one has failed, the same one again.
    func checkpoint(_ partition: inout Partition) {
        guard let store = partition.states.store else { return }
        let table = partition.states.frozen ?? partition.states.freeze()
        let job = CheckpointJob(
            partition: partition.number, store: store, reader: environment.changelog, table: table,
            position: partition.changelogEnd)
        partition.checkpoint = .running(job)
        environment.spawn { job.run() }
    }

    mutating func publishStatus(nowMs: Int64) {
        guard nowMs >= nextStatusMs else { return }
        nextStatusMs = nowMs == .max ? .min : nowMs + 200
        var statuses: [PartitionStatus] = []
        for box in partitions { statuses.append(status(of: box.partition)) }
        board.publish(statuses, assignments: assignments)
    }

    private mutating func status(of partition: borrowing Partition) -> PartitionStatus {
        var reason = ""
        let phase: PartitionStatus.Phase
        switch partition.phase {
        case .restoring:
            phase = .restoring
            reason = [partition.restoreFault.map { "begun again after: \($0)" }, partition.recovery?.progress.text]
                .compactMap { $0 }.joined(separator: "; ")
        case .waiting:
            phase = .waiting
            reason = "the directory"
        case .running:
            // Whoever asks whether it takes input must be told that it does not.
            phase = partition.isDiskFull ? .waiting : .running
            if let untilMs = partition.waitsForMs { reason = "a record's time, \(untilMs)" }
            if partition.isDiskFull { reason = "the disk" }
        case .stopped(let stop):
            phase = .stopped
            reason = stop.text
        }
        var open: [String] = []
        for (supplier, state) in partition.committed.suppliers where state.openUntilMs != nil {
            open.append(supplier.text)
        }
        return PartitionStatus(
            partition: partition.number, phase: phase, reason: reason, clockMs: partition.committed.clockMs,
            number: partition.committed.number, reached: (0..<3).map { reached($0, partition) },
            progressedAtMs: partition.progressedAtMs, census: partition.committed.census,
            nextTimerDueMs: partition.timers.earliestDueMs,
            restore: partition.recovery?.progress, openCircuits: open.sorted())
    }

    private mutating func reached(_ input: Int, _ partition: borrowing Partition) -> Int64? {
        if partition.merge.queues[input].inbox.count > 0 {
            return partition.merge.queues[input].inbox.records[0].offset
        }
        let committed = partition.committed.next[input] < 0 ? nil : partition.committed.next[input]
        guard partition.isRunning, let given = log.position(Topic.inputs[input], partition.number) else {
            return committed ?? partition.assigned.committed[input]
        }
        return max(given, committed ?? given)
    }
}

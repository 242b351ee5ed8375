internal import Contract
internal import Orders
internal import Records

extension Worker where L: ~Copyable {
    mutating func takeAssignmentChanges(nowMs: Int64) {
        while let change = log.assignmentChange() {
            switch change {
            case .assigned(let assigned):
                isFenced = false
                for partition in assigned { add(partition) }
                assignments += 1
                // Told at once: whoever asks whether this worker is ready must not see the partitions of before.
                nextStatusMs = .min
            case .revoked:
                if phase == .working { phase = .leaving(.revoked) }
            case .lost:
                if phase == .working || phase == .leaving(.revoked) { phase = .leaving(.lost) }
            case .failed(let reason):
                report(.error, "the group membership is over", ("reason", reason))
                phase = .ended(reason)
            }
        }
    }

    private mutating func add(_ assigned: AssignedPartition) {
        guard !partitions.contains(where: { $0.partition.number == assigned.partition }) else { return }
        let box = PartitionBox(Partition(assigned: assigned, makeInbox: { log.makeInbox() }))
        partitions.append(box)
        partitions.sort { $0.partition.number < $1.partition.number }
        restore(&box.partition, rebuild: false)
    }

    func restore(_ partition: inout Partition, rebuild: Bool) {
        let job = RecoveryJob(
            partition: partition.number, rebuild: rebuild,
            limits: RecoveryJob.Limits(timeoutMs: settings.restoreTimeoutMs, storeAgeMs: settings.storeAgeMs),
            environment: environment)
        partition.phase = .restoring
        partition.recovery = job
        partition.restoreToldAtMs = nil
        environment.spawn { job.run() }
    }

    /// A partition whose store was found damaged begins anew from the changelog, and one whose store could not be read is
    /// opened again in a while, once nothing of it is under way. The messages that it holds stay.
    func remedyStores(nowMs: Int64) {
        for box in partitions where !box.partition.isCheckpointing {
            guard let remedy = box.partition.remedy else { continue }
            box.partition.remedy = nil
            box.partition.rewind()
            let progress = box.partition.committed
            box.partition.assigned = AssignedPartition(
                partition: box.partition.number,
                committed: (0..<3).map { progress.next[$0] < 0 ? nil : progress.next[$0] },
                number: progress.number)
            box.partition.states.store?.close()
            box.partition.states = States()
            box.partition.timers = TimerQueue()
            box.partition.checkpoint = .idle(sinceMs: 0)
            box.partition.isDiskFull = false
            switch remedy {
            case .rebuild: restore(&box.partition, rebuild: true)
            case .reopen:
                box.partition.phase = .restoring
                box.partition.restoreAtMs = nowMs + Rules.restoreRetryMs
            }
        }
    }

    /// The restored partition's positions are held against the group's (engine.md, "Positions").
    mutating func begin(_ partition: inout Partition, _ restored: RecoveryJob.Restored, nowMs: Int64) {
        partition.restoreFault = nil
        partition.states = States(store: restored.store)
        partition.changelogEnd = restored.changelogEnd
        partition.checkpoint = .idle(sinceMs: nowMs)
        if let fault = positionFault(of: partition.assigned, restored.state) { return stop(&partition, fault) }
        if let lost = lostInput(of: partition, restored.state) { return stop(&partition, .positionLost(lost)) }
        partition.begin(restored.state)
        partition.phase = .waiting
    }

    /// An input that begins past the changelog's position: where the group has none, its offsets having expired, the log
    /// begins at the retained start, and what stood before it is gone.
    private mutating func lostInput(of partition: borrowing Partition, _ state: PartitionState?) -> Topic? {
        guard let state else { return nil }
        for (input, topic) in Topic.inputs.enumerated() where state.next.indices.contains(input) {
            guard state.next[input] >= 0, partition.assigned.committed[input] == nil,
                let position = log.position(topic, partition.number), position > state.next[input]
            else { continue }
            return topic
        }
        return nil
    }

    private func positionFault(of assigned: AssignedPartition, _ state: PartitionState?) -> Stop? {
        guard let state else {
            guard let input = assigned.committed.firstIndex(where: { $0 != nil }) else { return nil }
            return .positionsDiffer(
                "the group has a position in \(Topic.inputs[input].name), the changelog has none")
        }
        if state.partitions != settings.partitionCount { return .partitionCountDiffers(was: state.partitions) }
        if state.groupID != settings.groupID {
            return .positionsDiffer("the changelog is of group '\(state.groupID)', this is '\(settings.groupID)'")
        }
        for (input, committed) in assigned.committed.enumerated() where input < state.next.count {
            guard let committed, committed != state.next[input] else { continue }
            return .positionsDiffer(
                "\(Topic.inputs[input].name) goes on at \(committed) by the group, at \(state.next[input]) by the changelog"
            )
        }
        if let number = assigned.number, number != state.number {
            return .positionsDiffer("the group's last transaction is \(number), the changelog's \(state.number)")
        }
        return nil
    }

    /// Takes over a new version of the directory, between transactions.
    mutating func adoptDirectory() {
        guard environment.directory.generation != generation else { return }
        generation = environment.directory.generation
        guard let newest = environment.directory.snapshot else { return }
        snapshot = newest
        processor.signatures.adopt(newest.directory, report: report)
        for box in partitions where box.partition.isRunning {
            // The version that decides which suppliers a decision sees is the one that is pinned.
            loadSuppliers(&box.partition, newest.directory)
            guard !knowsRules, box.partition.isRunning else { continue }
            box.partition.phase = .waiting
            report(
                .error, "the directory's rule version is not known to this build",
                ("partition", "\(box.partition.number)"),
                ("rule_version", "\(newest.directory.settings.ruleVersion)"))
        }
    }

    private var knowsRules: Bool {
        snapshot.map { Rules.ruleVersions.contains($0.directory.settings.ruleVersion) } ?? false
    }

    mutating func refreshSecrets(nowMs: Int64) {
        guard nowMs >= nextSecretsMs else { return }
        nextSecretsMs = nowMs + Rules.secretsRefreshMs
        processor.signatures.refresh(report: report)
    }

    /// Restored partitions take input once the directory has been read to the version that they have seen.
    mutating func beginWaiting() {
        guard let snapshot, knowsRules else { return }
        for box in partitions
        where box.partition.phase == .waiting && snapshot.version >= box.partition.committed.directoryVersion {
            loadSuppliers(&box.partition, snapshot.directory)
            guard box.partition.phase == .waiting, box.partition.remedy == nil else { continue }
            box.partition.phase = .running
            nextStatusMs = .min
            report(
                .info, "a partition takes input", ("partition", "\(box.partition.number)"),
                ("number", "\(box.partition.committed.number)"))
        }
    }

    private mutating func loadSuppliers(_ partition: inout Partition, _ directory: Directory) {
        do throws(StateFault) {
            try processor.loadSuppliers(&partition, directory)
        } catch {
            guard let remedy = error.remedy else { return stop(&partition, .stateUnreadable(error.words)) }
            remedyLater(&partition, remedy, error.words)
        }
    }

    /// Ends the work on all partitions: settle, finish the checkpoints, close the stores, give the assignment back.
    mutating func leave(_ reason: Reason, nowMs: Int64) -> Wake {
        dropOpen()
        guard underWay == nil else { return .after(milliseconds: 20) }
        var isBusy = false
        for box in partitions {
            if let recovery = box.partition.recovery {
                recovery.cancel()
                isBusy = true
            } else if box.partition.isCheckpointing {
                isBusy = true
            } else if !box.partition.isClosing, box.partition.states.store != nil {
                box.partition.isClosing = true
                // Where another member may own the partition already, what is held here may be behind the changelog: it is
                // read again from there.
                if box.partition.states.heldBytes > 0, reason != .lost {
                    checkpoint(&box.partition)
                    isBusy = true
                }
            }
        }
        if isBusy { return .after(milliseconds: 5) }
        for box in partitions { box.partition.states.store?.close() }
        partitions.removeAll()
        log.releaseAssignment()
        isFenced = false
        publishStatus(nowMs: Int64.max)
        phase = reason == .stopping ? .ended(nil) : .working
        return reason == .stopping ? .ended(reason: nil) : .now
    }
}

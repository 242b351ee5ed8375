internal import Check
internal import Protobuf
internal import Records
internal import Schemas
internal import SimulatedKafka

/// The invariants, after a run: what topics can show by module Check, the rest by what the simulated cluster knows.
/// Nothing here knows a rule of the domain.
extension SimulationRun {
    func check() {
        findings += timers.findings
        checkTopics()
        checkRules()
        checkClocks()
        checkAttempts()
        checkOffsets()
        checkEnd()
        checkReplays()
        for slot in slots { checkStores(of: slot.disk) }
        for slot in slots { for words in slot.disk.misuses { find("I10", words) } }
        for (name, supplier) in suppliers.sorted(by: { $0.key < $1.key }) {
            for (key, times) in supplier.issuings.sorted(by: { $0.key < $1.key }) where times > 1 {
                find("I2", "\(name) has issued \(key) \(times) times")
            }
        }
    }

    private func checkTopics() {
        var check = TopicCheck()
        each(.deadLetters) { record, _, _ in
            let origin = DeadLetterOrigin(record)
            check.deadLetter(
                originTopic: origin.topic, partition: origin.partition, offset: origin.offset, key: record.key,
                value: record.value, isWhole: record.header("turnstile-value-sha256") == nil)
        }
        for topic in Topic.inputs {
            each(topic) { record, partition, offset in
                check.input(
                    topic: topic.name, partition: partition, offset: offset, key: record.key, value: record.value)
            }
        }
        each(.orderCommands) { [cluster] record, partition, offset in
            if cluster.home(of: record.key) != partition {
                check.misrouted(originTopic: Topic.orderCommands.name, partition: partition, offset: offset)
            }
            check.command(partition: partition, offset: offset, key: record.key, value: record.value)
        }
        each(.orderEvents) { record, partition, offset in
            record.withSpan { check.event($0, at: "order-events \(partition):\(offset)") }
        }
        each(.supplierRequests) { record, partition, offset in
            record.withSpan { check.request($0, at: "supplier-requests \(partition):\(offset)") }
        }
        for topic in [Topic.receivableEntries, .settlementEntries] {
            each(topic) { record, partition, offset in
                record.withSpan { check.entry($0, at: "\(topic.name) \(partition):\(offset)") }
            }
        }
        let (found, counts) = check.result(isComplete: true)
        findings += found.map { "\($0)" }
        coverage.take(counts)
        each(.orderEvents) { [unowned self] record, _, _ in
            record.withSpan { self.coverage.saw(event: $0) }
        }
        each(.deadLetters) { [unowned self] record, _, _ in
            let code = record.header("turnstile-error-code") ?? []
            self.coverage.saw(deadLetter: String(decoding: code, as: UTF8.self))
        }
        for (place, offset) in unreadable {
            let all = cluster.read(.deadLetters).contains {
                let origin = DeadLetterOrigin($0)
                return origin.topic == place.topic.name && origin.partition == place.partition
                    && origin.offset == offset
            }
            if !all { find("I12", "\(place.topic.name) \(place.partition):\(offset) is in no dead letter") }
        }
    }

    /// I6, I7: of every try to commit all is there or nothing, as its client was told.
    private func checkAttempts() {
        for (number, attempt) in cluster.attempts.enumerated() {
            let kept = attempt.written.count { cluster.records[$0.place]?[$0.offset].fortune == .committed }
            if attempt.isAfterFencing { find("I15", "transaction \(number): \(attempt.client) goes on, though fenced") }
            let isWhole = kept == attempt.recordCount && attempt.hasCommittedOffsets
            let isNothing = kept == 0 && !attempt.hasCommittedOffsets
            let words = "transaction \(number) of \(attempt.client)"
            if !isWhole && !isNothing {
                find(
                    "I7",
                    "\(words): \(kept) of \(attempt.recordCount) records are committed, offsets "
                        + (attempt.hasCommittedOffsets ? "too" : "are not"))
            }
            switch attempt.told {
            case .committed? where !isWhole: find("I7", "\(words) was told to be committed")
            case .aborted?, .tooLarge?: if !isNothing { find("I7", "\(words) was told to be aborted") }
            default: break
            }
        }
    }

    /// I6, I15: each partition's transactions follow one another, and each has the effects of its own inputs only.
    private func checkOffsets() {
        var last: [Int32: PartitionCommit] = [:]
        var generations: [Int32: Int] = [:]
        for (number, partition) in cluster.offsetHistory {
            let attempt = cluster.attempts[number]
            guard let commit = attempt.commits.first(where: { $0.partition == partition }) else { continue }
            let before = last[partition]
            if commit.number != (before?.number ?? 0) + 1 {
                find("I15", "partition \(partition): transaction \(commit.number) follows \(before?.number ?? 0)")
            }
            let generation = attempt.membership?.generation ?? 0
            if generation < generations[partition] ?? 0 {
                find("I15", "partition \(partition): a member of generation \(generation) commits after a later one")
            }
            generations[partition] = max(generation, generations[partition] ?? 0)
            for (topic, next) in commit.positions {
                let from = before?.positions.first { $0.topic == topic }?.next ?? 0
                if next < from { find("I6", "partition \(partition): \(topic.name) goes back from \(from) to \(next)") }
            }
            checkEffects(of: attempt, on: partition, from: before, to: commit)
            last[partition] = commit
        }
    }

    private func checkEffects(
        of attempt: SimulatedCluster.Attempt, on partition: Int32, from before: PartitionCommit?,
        to commit: PartitionCommit
    ) {
        for (place, offset) in attempt.written where place.partition == partition {
            guard let record = cluster.records[place]?[offset] else { continue }
            guard let cause = Cause(record, of: place.topic), cause.partition == partition else { continue }
            let from = before?.positions.first { $0.topic == cause.topic }?.next ?? 0
            guard let next = commit.positions.first(where: { $0.topic == cause.topic })?.next else { continue }
            // What was readmitted is an effect of the readmission, and names the record that it holds.
            if cause.offset < from, isReadmitted(cause) { continue }
            if cause.offset < from || cause.offset >= next {
                find(
                    "I6",
                    "partition \(partition): an effect of \(cause.topic.name) offset \(cause.offset) is in the "
                        + "transaction from \(from) to \(next)")
            }
        }
    }

    private func isReadmitted(_ cause: Cause) -> Bool {
        let place = SimulatedCluster.Place(topic: cause.topic, partition: cause.partition)
        guard let record = cluster.records[place]?[Int(cause.offset)] else { return false }
        return cluster.home(of: record.key) != cause.partition
    }

    /// I10: the store with the changelog's tail is the fold of the changelog.
    func checkStores(of disk: SimulatedDisk) {
        for (partition, store) in disk.stores.sorted(by: { $0.key < $1.key }) where !store.isDamaged {
            guard let reached = store.reached, cluster.nowMs - store.writtenAtMs <= Self.storeAgeMs else { continue }
            var states = store.values
            let place = SimulatedCluster.Place(topic: .orderState, partition: partition)
            let all = cluster.records[place] ?? []
            guard reached <= all.count else {
                find("I10", "the store of \(partition) stands at \(reached), its changelog ends at \(all.count)")
                continue
            }
            // What is open may yet be committed: the fold is of what is now.
            for record in all[Int(reached)...] where record.isReadable {
                if let key = record.key { states[key] = record.value }
            }
            let fold = cluster.fold(partition)
            guard states != fold else { continue }
            let keys = Set(states.keys).union(fold.keys).filter { states[$0] != fold[$0] }
            let names = keys.map { String(decoding: $0, as: UTF8.self) }.sorted().prefix(3).joined(separator: ", ")
            find("I10", "the store of \(partition) at \(reached) lacks what the changelog has: \(names)")
        }
    }

    /// I13, I14: nothing is open, nothing is undone, every order has come to its end or to a person.
    private func checkEnd() {
        for id in cluster.openTransactions { find("I13", "the transaction of \(id) hangs") }
        for (place, all) in cluster.records where cluster.stableEnd(place) != Int64(all.count) {
            find(
                "I13",
                "\(place.topic.name) \(place.partition) ends at \(all.count), readable are \(cluster.stableEnd(place))")
        }
        let left = undone
        if !left.isEmpty { find("I14", "not handled: \(left.joined(separator: ", "))") }
        for key in coverage.stuckOrders { find("I14", "\(key) has no end and no next step") }
        let open = distributor.open.filter { !coverage.isWithPerson("\(RunCatalog.planned)/\($0)") }
        if !open.isEmpty { find("I14", "orders of the plan have no end: \(open.joined(separator: ", "))") }
    }

    // MARK: - Reading

    /// Every record of a topic that a reader of committed records is given, with its partition and offset.
    func each(_ topic: Topic, _ body: (SimulatedCluster.Record, Int32, Int64) -> Void) {
        for partition in 0..<cluster.partitionCount {
            each(topic, of: partition) { body($0, partition, $1) }
        }
    }

    /// Those of one partition, with their offsets.
    func each(_ topic: Topic, of partition: Int32, _ body: (SimulatedCluster.Record, Int64) -> Void) {
        let all = cluster.records[SimulatedCluster.Place(topic: topic, partition: partition)] ?? []
        for (offset, record) in all.enumerated() where record.isReadable { body(record, Int64(offset)) }
    }
}

internal import Check
internal import Protobuf
internal import Records
internal import Schemas
internal import SimulatedKafka

/// What became of the orders held against what was sent, and each partition's clock against what it handled.
extension SimulationRun {
    /// I17: the domain's rules, read a second time by module Check.
    func checkRules() {
        var check = RuleCheck(patience: RunCatalog.patience)
        for topic in [Topic.orderCommands, .supplierResults, .operatorActions] {
            each(topic) { record, partition, offset in
                let appendedMs = record.appendedAtMs ?? .min
                record.withSpan { value in
                    switch topic {
                    case .supplierResults:
                        check.result(value, partition: partition, offset: offset, appendedMs: appendedMs)
                    case .operatorActions:
                        check.action(value, partition: partition, offset: offset, appendedMs: appendedMs)
                    default: check.command(partition: partition, offset: offset, appendedMs: appendedMs)
                    }
                }
            }
        }
        each(.orderEvents) { record, partition, offset in
            record.withSpan { check.event($0, at: "order-events \(partition):\(offset)") }
        }
        each(.settlementEntries) { record, partition, offset in
            record.withSpan { check.entry($0, at: "settlement-entries \(partition):\(offset)") }
        }
        findings += check.findings.map { "\($0)" }
    }

    /// I11: a partition's clock is the latest time of what it has handled, and no timer fires that was due before it.
    func checkClocks() {
        var clocks: [Int32: Int64] = [:]
        each(.journal) { [unowned self] record, partition, offset in
            var clockMs = clocks[partition] ?? .min
            do {
                try record.withSpan { value in
                    let journal = try InternalProto.JournalRecord.View(value)
                    var steps = journal.steps
                    while let step = try steps.next() {
                        if let run = try step.run() {
                            clockMs = max(clockMs, self.latestMs(run, of: partition))
                        } else if let clock = try step.clock() {
                            clockMs = max(clockMs, clock.toMs)
                        } else if let timers = try step.timers() {
                            if timers.dueMs < clockMs {
                                let late = "partition \(partition): a timer of \(timers.dueMs) fires at \(clockMs)"
                                self.find("I11", "\(late), journal \(offset)")
                            }
                            clockMs = max(clockMs, timers.dueMs)
                        }
                    }
                }
            } catch {
                self.find("readable", "journal \(partition):\(offset): \(error)")
            }
            clocks[partition] = clockMs
        }
    }

    private func latestMs(_ run: borrowing InternalProto.JournalRecord.Run.View, of partition: Int32) -> Int64 {
        let place = SimulatedCluster.Place(topic: Topic.inputs[Int(run.input) - 1], partition: partition)
        let records = cluster.records[place] ?? []
        let handled = records[Int(run.firstOffset)...Int(run.lastOffset)]
        return handled.filter(\.isReadable).compactMap(\.appendedAtMs).max() ?? .min
    }

    /// Every record of a topic that a reader of committed records is given.
    func each(_ topic: Topic, _ body: (SimulatedCluster.Record, Int32, Int64) -> Void) {
        for partition in 0..<cluster.partitionCount {
            let place = SimulatedCluster.Place(topic: topic, partition: partition)
            for (offset, record) in (cluster.records[place] ?? []).enumerated() where record.isReadable {
                body(record, partition, Int64(offset))
            }
        }
    }
}

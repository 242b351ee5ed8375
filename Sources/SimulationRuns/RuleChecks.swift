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

    /// I11: a partition's clock is the latest time of what it has handled. No timer fires that was due before it, and no
    /// order keeps one that was.
    func checkClocks() {
        for partition in 0..<cluster.partitionCount {
            var clockMs = Int64.min
            var due: [[UInt8]: Int64] = [:]
            let changes = Dictionary(
                grouping: cluster.records[SimulatedCluster.Place(topic: .orderState, partition: partition)] ?? [],
                by: \.attempt)
            each(.journal, of: partition) { [unowned self] record, offset in
                do {
                    clockMs = try record.withSpan { try self.clock(after: $0, from: clockMs, partition, offset) }
                    for change in changes[record.attempt] ?? [] where change.fortune == .committed {
                        if let key = change.key { due[key] = try Self.nextDueMs(change) }
                    }
                } catch {
                    self.find("readable", "journal \(partition):\(offset): \(error)")
                }
                for (key, dueMs) in due.filter({ $0.value < clockMs }).sorted(by: { $0.value < $1.value }) {
                    let name = String(decoding: key, as: UTF8.self)
                    self.find("I11", "\(name) keeps a timer of \(dueMs) at \(clockMs), journal \(partition):\(offset)")
                    due[key] = nil
                }
            }
        }
    }

    /// The clock after a transaction, by what its journal says it has handled.
    private func clock(
        after journal: RawSpan, from beforeMs: Int64, _ partition: Int32, _ offset: Int64
    ) throws -> Int64 {
        var clockMs = beforeMs
        let journal = try InternalProto.JournalRecord.View(journal)
        var steps = journal.steps
        while let step = try steps.next() {
            if let run = try step.run() {
                clockMs = max(clockMs, latestMs(run, of: partition))
            } else if let clock = try step.clock() {
                clockMs = max(clockMs, clock.toMs)
            } else if let timers = try step.timers() {
                if timers.dueMs < clockMs {
                    find("I11", "a timer of \(timers.dueMs) fires at \(clockMs), journal \(partition):\(offset)")
                }
                clockMs = max(clockMs, timers.dueMs)
            }
        }
        return clockMs
    }

    /// When the next timer of an order is due, by its state; nil where none is, and for what is no order.
    private static func nextDueMs(_ change: SimulatedCluster.Record) throws -> Int64? {
        guard change.value != nil, change.key?.first != UInt8(ascii: "/") else { return nil }
        return try change.withSpan { value -> Int64? in
            let record = try InternalProto.OrderRecord.View(value)
            guard let order = try record.order(), let placing = try order.placing() else { return nil }
            let placedAtMs = placing.placedAtMs
            var dueMs: Int64?
            var timers = order.timers
            while let timer = try timers.next() { dueMs = min(dueMs ?? .max, placedAtMs + timer.dueDeltaMs) }
            return dueMs
        }
    }

    private func latestMs(_ run: borrowing InternalProto.JournalRecord.Run.View, of partition: Int32) -> Int64 {
        let place = SimulatedCluster.Place(topic: Topic.inputs[Int(run.input) - 1], partition: partition)
        let handled = (cluster.records[place] ?? []).prefix(Int(run.lastOffset) + 1).dropFirst(Int(run.firstOffset))
        return handled.filter(\.isReadable).compactMap(\.appendedAtMs).max() ?? .min
    }
}

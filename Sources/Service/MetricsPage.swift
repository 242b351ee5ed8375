internal import Engine
internal import Kafka
internal import Operations

/// What `/metrics` says: the workers' counters added up, and their logs'.
struct MetricsPage {
    /// A metric's kind and what it means, by name. What is not here is not exported.
    static let families: [(name: String, kind: MetricsText.Kind, help: String)] = [
        ("turnstile_inputs_total", .counter, "Records of the inputs that were handled, by what they were."),
        ("turnstile_events_total", .counter, "Order events, by type."),
        ("turnstile_rejections_total", .counter, "Commands that were refused, by code."),
        ("turnstile_repeated_commands_total", .counter, "Commands that came again and got their first answer."),
        ("turnstile_order_transitions_total", .counter, "Steps of orders from one status to another."),
        ("turnstile_ledger_entries_total", .counter, "Entries of the two books, by kind."),
        ("turnstile_anomalies_total", .counter, "Facts that the rules did not expect, by code."),
        ("turnstile_escalations_total", .counter, "Orders that a person was called for."),
        ("turnstile_supplier_requests_total", .counter, "Requests to suppliers."),
        ("turnstile_dead_letters_total", .counter, "Inputs that could not be handled, by code."),
        ("turnstile_transactions_total", .counter, "Kafka transactions, by how they ended."),
        ("turnstile_transaction_records", .gauge, "Records in the last transaction."),
        ("turnstile_signature_checks_total", .counter, "Signatures that were looked at, by outcome."),
        ("turnstile_timers_fired_total", .counter, "Timers that fired."),
        ("turnstile_timers_pending", .gauge, "Timers held in memory: those due soon."),
        ("turnstile_readmitted_total", .counter, "Misrouted records that were sent to their right partition."),
        ("turnstile_partitions_running", .gauge, "Partitions that take input."),
        ("turnstile_partitions_restoring", .gauge, "Partitions whose store is being brought up to the log."),
        ("turnstile_partitions_stopped", .gauge, "Partitions that wait for a person."),
        ("turnstile_restore_remaining_records", .gauge, "Records of the changelog that are still to be read."),
        ("turnstile_checkpoints_total", .counter, "Checkpoints of the local stores, by outcome."),
        ("turnstile_producer_recycles_total", .counter, "Producers that were replaced by a new one, by reason."),
        ("turnstile_rebalances_total", .counter, "Assignments that were given, revoked or lost."),
    ]
    static let histograms: [(name: String, help: String)] = [
        ("turnstile_transaction_duration_seconds", "From a transaction's hand-over to its settlement."),
        ("turnstile_input_to_commit_seconds", "From an input's append to the commit of what it led to."),
        ("turnstile_timer_lateness_seconds", "From when a timer was due to when it fired."),
    ]

    private let workers: [WorkerThread.Seen]

    init(_ workers: [WorkerThread.Seen]) { self.workers = workers }

    func text(_ format: MetricsText.Format) -> [UInt8] {
        var text = MetricsText(format)
        let samples = self.samples
        for family in Self.families {
            guard let values = samples[family.name], !values.isEmpty else { continue }
            text.family(family.name, family.kind, help: family.help)
            for value in values { text.sample(labels: value.labels, value.value) }
        }
        if let layout = HistogramLayout(upperBounds: EngineMetrics.bucketsMs, perBaseUnit: 1000) {
            for family in Self.histograms {
                text.family(family.name, .histogram, help: family.help)
                let found = workers.flatMap { $0.metrics?.histograms() ?? [] }.filter { $0.name == family.name }
                var counts = [UInt64](repeating: 0, count: EngineMetrics.bucketsMs.count + 1)
                for histogram in found {
                    for (index, count) in histogram.counts.enumerated() { counts[index] &+= count }
                }
                text.histogram([:], layout, counts: counts, sum: Int64(clamping: found.reduce(0) { $0 &+ $1.sumMs }))
            }
        }
        return text.finish()
    }

    /// By name; samples with the same labels are added up over the workers, in the order in which they came.
    private var samples: [String: [(labels: [(name: String, value: String)], value: Double)]] {
        var result: [String: [(labels: [(name: String, value: String)], value: Double)]] = [:]
        func add(_ name: String, _ labels: [(name: String, value: String)], _ value: Double) {
            let index = result[name]?.firstIndex {
                $0.labels.elementsEqual(labels) { $0.name == $1.name && $0.value == $1.value }
            }
            if let index {
                result[name]?[index].value += value
            } else {
                result[name, default: []].append((labels, value))
            }
        }
        for worker in workers {
            for sample in worker.metrics?.samples() ?? [] { add(sample.name, sample.labels, sample.value) }
            guard let counters = worker.counters?.values() else { continue }
            for recycle in counters.recycles {
                add("turnstile_producer_recycles_total", [("reason", recycle.reason)], Double(recycle.count))
            }
            add("turnstile_rebalances_total", [("kind", "assigned")], Double(counters.assignments))
            add("turnstile_rebalances_total", [("kind", "revoked")], Double(counters.revocations))
            add("turnstile_rebalances_total", [("kind", "lost")], Double(counters.losses))
        }
        return result
    }
}

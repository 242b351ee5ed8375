internal import Contract
internal import Engine
internal import Kafka
internal import Operations
internal import Orders
internal import Records

/// What `/metrics` says: the workers' counters added up, their logs', and where their partitions stand.
struct MetricsPage {
    /// A family's kind, the labels of its samples and what it means, by name. What is not here is not exported.
    struct Family {
        var name: String
        var kind: MetricsText.Kind
        var labels: [String] = []
        var help: String
    }

    static let families: [Family] = [
        Family(
            "inputs_total", .counter, by: ["topic", "type"],
            "Records of the inputs that were handled, by what they were."),
        Family("events_total", .counter, by: ["type"], "Order events, by type."),
        Family("rejections_total", .counter, by: ["code"], "Commands that were refused, by code."),
        Family("repeated_commands_total", .counter, "Commands that came again and got their first answer."),
        Family("order_transitions_total", .counter, by: ["from", "to"], "Steps of orders from one status to another."),
        Family("orders", .gauge, by: ["status"], "Orders of this process's partitions that stand so now."),
        Family("ledger_entries_total", .counter, by: ["book", "kind"], "Entries of the two books, by kind."),
        Family("anomalies_total", .counter, by: ["code"], "Facts that the rules did not expect, by code."),
        Family("escalations_total", .counter, by: ["reason"], "Orders that a person was called for, by reason."),
        Family("negotiations", .gauge, "Orders whose issue's outcome is being asked for."),
        Family("supplier_requests_total", .counter, "Requests to suppliers."),
        Family(
            "supplier_response_seconds", .histogram, by: ["supplier"], "From a lock or issue request to its answer."),
        Family(
            "supplier_circuit_open", .gauge, by: ["supplier"],
            "Partitions in which new orders of the supplier fail fast."),
        Family("dead_letters_total", .counter, by: ["code"], "Inputs that could not be handled, by code."),
        Family("transactions_total", .counter, by: ["outcome"], "Kafka transactions, by how they ended."),
        Family(
            "transaction_duration_seconds", .histogram, by: ["phase"],
            "Time of a transaction's phases; whole is from its hand-over to its settlement."),
        Family("transaction_records", .histogram, "Records of a committed transaction."),
        Family("input_to_commit_seconds", .histogram, "From an input's append to the commit of what it led to."),
        Family(
            "consumer_lag_records", .gauge, by: ["topic", "partition"],
            "Records of an input that are not committed as handled."),
        Family(
            "last_progress_timestamp_seconds", .gauge, by: ["partition"],
            "When a transaction of the partition last committed."),
        Family("signature_checks_total", .counter, by: ["outcome"], "Signatures that were looked at, by outcome."),
        Family("timers_pending", .gauge, "Orders and remembered refusals for which a timer is set."),
        Family("timer_lateness_seconds", .histogram, "From when a timer was due to when it fired."),
        Family("readmitted_total", .counter, "Misrouted records that were sent to their right partition."),
        Family("partitions_running", .gauge, "Partitions that take input."),
        Family("partitions_restoring", .gauge, "Partitions whose store is being brought up to the log."),
        Family("partitions_stopped", .gauge, "Partitions that wait for a person."),
        Family("restore_remaining_records", .gauge, "Records of the changelog that are still to be read."),
        Family("checkpoints_total", .counter, by: ["outcome"], "Checkpoints of the local stores, by outcome."),
        Family("store_size_bytes", .gauge, "Size of the local stores' files."),
        Family(
            "producer_recycles_total", .counter, by: ["reason"], "Producers that were replaced by a new one, by reason."
        ),
        Family("rebalances_total", .counter, "Assignments that were given."),
        Family("assignments_lost_total", .counter, "Assignments that others had before they could be given back."),
    ]

    typealias Labels = [(name: String, value: String)]

    private var samples: [String: [(labels: Labels, value: Double)]] = [:]
    private var histograms: [String: [(labels: Labels, values: Histogram.Values)]] = [:]

    /// - Parameters:
    ///   - suppliers: those of the directory, by id: their circuits are told when they are closed, too.
    ///   - storeBytes: of the stores' files.
    init(
        _ workers: [WorkerThread.Seen], lag: [TopicPartition: Int64], suppliers: [String], storeBytes: Int
    ) {
        for worker in workers { add(worker) }
        let partitions = workers.flatMap { $0.board?.partitions ?? [] }.sorted { $0.partition < $1.partition }
        add(partitions, suppliers: suppliers)
        for place in lag.keys.sorted(by: { ($0.topic.rawValue, $0.partition) < ($1.topic.rawValue, $1.partition) }) {
            add(
                "consumer_lag_records", by: [("topic", place.topic.name), ("partition", "\(place.partition)")],
                Double(lag[place] ?? 0))
        }
        add("store_size_bytes", Double(storeBytes))
    }

    private mutating func add(_ worker: WorkerThread.Seen) {
        for sample in worker.metrics?.samples() ?? [] { add(full: sample.name, sample.labels, sample.value) }
        for histogram in worker.metrics?.histograms() ?? [] { add(histogram.name, histogram.labels, histogram.values) }
        guard let counters = worker.counters else { return }
        for phase in counters.phases {
            add("turnstile_transaction_duration_seconds", [("phase", phase.name)], phase.values)
        }
        let values = counters.values()
        for recycle in values.recycles {
            add("producer_recycles_total", by: [("reason", recycle.reason)], Double(recycle.count))
        }
        add("rebalances_total", Double(values.assignments))
        add("assignments_lost_total", Double(values.losses))
    }

    private mutating func add(_ partitions: [PartitionStatus], suppliers: [String]) {
        let census = partitions.reduce(Census()) { $0 + $1.census }
        for status in OrderStatus.allCases {
            add("orders", by: [("status", EngineMetrics.constant("\(status)"))], Double(census[status]))
        }
        add("negotiations", Double(census.negotiations))
        add("timers_pending", Double(census.timers))
        for supplier in suppliers {
            let open = partitions.count { $0.openCircuits.contains(supplier) }
            add("supplier_circuit_open", by: [("supplier", supplier)], Double(open))
        }
        for partition in partitions {
            guard let progressedAtMs = partition.progressedAtMs else { continue }
            add(
                "last_progress_timestamp_seconds", by: [("partition", "\(partition.partition)")],
                Double(progressedAtMs) / 1000)
        }
        for (name, phase) in [
            ("running", PartitionStatus.Phase.running), ("restoring", .restoring), ("stopped", .stopped),
        ] {
            add("partitions_" + name, Double(partitions.count { $0.phase == phase }))
        }
        add("restore_remaining_records", Double(partitions.reduce(0) { $0 + ($1.restore?.remainingRecords ?? 0) }))
    }

    func text(_ format: MetricsText.Format) -> [UInt8] {
        var text = MetricsText(format)
        for family in Self.families {
            if let values = samples[family.name] {
                text.family(family.name, family.kind, help: family.help)
                for value in values { text.sample(labels: value.labels, value.value) }
            } else if let found = histograms[family.name] {
                text.family(family.name, .histogram, help: family.help)
                for (labels, values) in found {
                    text.histogram(
                        labels: labels, upperBounds: values.scale.upperBounds, perBaseUnit: values.scale.perBaseUnit,
                        counts: values.counts, sum: values.sum)
                }
            }
        }
        return text.finish()
    }

    // MARK: Adding up over the workers, in the order in which labels come first

    private mutating func add(_ name: String, by labels: Labels = [], _ value: Double) {
        add(full: "turnstile_" + name, labels, value)
    }

    private mutating func add(full name: String, _ labels: Labels, _ value: Double) {
        if let index = samples[name]?.firstIndex(where: { Self.same($0.labels, labels) }) {
            samples[name]?[index].value += value
        } else {
            samples[name, default: []].append((labels, value))
        }
    }

    private mutating func add(_ name: String, _ labels: Labels, _ values: Histogram.Values) {
        if let index = histograms[name]?.firstIndex(where: { Self.same($0.labels, labels) }) {
            histograms[name]?[index].values.add(values)
        } else {
            histograms[name, default: []].append((labels, values))
        }
    }

    private static func same(_ a: Labels, _ b: Labels) -> Bool {
        a.elementsEqual(b) { $0.name == $1.name && $0.value == $1.value }
    }
}

extension MetricsPage.Family {
    fileprivate init(_ name: String, _ kind: MetricsText.Kind, by labels: [String] = [], _ help: String) {
        self.init(name: "turnstile_" + name, kind: kind, labels: labels, help: help)
    }
}

internal import Contract
internal import Engine
internal import Kafka
internal import Operations
internal import Orders
internal import Protobuf
internal import Records

/// What `/status` says: where each partition of this process stands, for people and for `turnstile status`.
struct StatusPage {
    var instanceID: String
    var groupID: String
    /// Why the process is not ready; nil where it is.
    var unready: String?
    var workers: [WorkerThread.Seen]
    var lag: [TopicPartition: Int64]

    var json: JSONValue {
        .object([
            ("instance", .string(instanceID)), ("group", .string(groupID)), ("ready", .bool(unready == nil)),
            ("reason", .string(unready ?? "")), ("workers", .array(workers.enumerated().map(worker))),
            (
                "partitions",
                .array(
                    workers.enumerated().flatMap { number, seen in
                        (seen.board?.partitions ?? []).map { partition($0, worker: number) }
                    })
            ),
        ])
    }

    private func worker(_ number: Int, _ seen: WorkerThread.Seen) -> JSONValue {
        let counters = seen.counters?.values()
        return .object([
            ("worker", .number("\(number)")), ("hasProducer", .bool(counters?.isProducerReady ?? false)),
            ("assignments", .number("\(counters?.assignments ?? 0)")),
            ("steppedAt", time(seen.board?.steppedAtMs)),
        ])
    }

    private func partition(_ status: PartitionStatus, worker: Int) -> JSONValue {
        let census = status.census
        return .object([
            ("partition", .number("\(status.partition)")), ("worker", .number("\(worker)")),
            ("phase", .string(status.phase.rawValue)), ("reason", .string(status.reason)),
            ("number", .number("\(status.number)")), ("clock", time(status.clockMs)),
            ("lastProgress", time(status.progressedAtMs)),
            (
                "lag",
                .object(
                    Topic.inputs.compactMap { topic in
                        lag[TopicPartition(topic, status.partition)].map { (topic.name, .number("\($0)")) }
                    })
            ),
            (
                "orders",
                .object(
                    OrderStatus.allCases.filter { census[$0] != 0 }.map {
                        (EngineMetrics.constant("\($0)"), .number("\(census[$0])"))
                    })
            ),
            ("negotiations", .number("\(census.negotiations)")), ("timers", .number("\(census.timers)")),
            ("nextTimer", time(status.nextTimerDueMs)),
            ("restoreRemainingRecords", .number("\(status.restore?.remainingRecords ?? 0)")),
            ("openCircuits", .array(status.openCircuits.map { .string($0) })),
        ])
    }

    private func time(_ milliseconds: Int64?) -> JSONValue {
        guard let milliseconds, milliseconds > 0 else { return .null }
        return .string(UTCTime.text(ms: milliseconds))
    }
}

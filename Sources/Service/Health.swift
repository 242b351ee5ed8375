internal import Engine
internal import Kafka
internal import Operations
internal import Protobuf
internal import Store

/// What `/livez`, `/readyz`, `/startupz`, `/metrics` and `/status` answer.
struct Health: Sendable {
    /// A loop that has not turned for so long is taken for hung.
    private static let hungAfterMs: Int64 = 30_000

    let workers: [WorkerThread]
    let lag: LagThread
    let directory: DirectoryHolder
    let dataDirectory: String
    let instanceID: String
    let groupID: String

    var routes: [Route] {
        [
            Route("/livez") { _ in answer(isAlive ? nil : "a worker's loop does not turn") },
            Route("/readyz") { _ in answer(unready) },
            Route("/startupz") { _ in answer(hasStarted ? nil : "the workers are being set up") },
            Route("/metrics") { request in
                let format = MetricsText.Format.accepted(request.accept)
                return Response(contentType: format.contentType, body: page.text(format))
            },
            Route("/status") { _ in
                let status = StatusPage(
                    instanceID: instanceID, groupID: groupID, unready: unready, workers: workers.map(\.state),
                    lag: lag.lag)
                return .json(status.json.text(pretty: true) + "\n")
            },
        ]
    }

    private var page: MetricsPage {
        MetricsPage(
            workers.map(\.state), lag: lag.lag,
            suppliers: (directory.snapshot?.directory.suppliers.keys.sorted() ?? []).map(\.text),
            storeBytes: PartitionStore.fileBytes(in: dataDirectory))
    }

    private func answer(_ fault: String?) -> Response {
        fault.map { .text($0 + "\n", status: 503) } ?? .text("ok\n")
    }

    /// Never asks the broker: a cluster that is down is no reason to kill the process.
    private var isAlive: Bool {
        let nowMs = UTCTime.nowMs()
        return workers.allSatisfy { worker in
            let state = worker.state
            guard state.ended == nil else { return false }
            guard let steppedAtMs = state.board?.steppedAtMs, steppedAtMs > 0 else { return true }
            return nowMs - steppedAtMs < Self.hungAfterMs
        }
    }

    private var hasStarted: Bool { workers.allSatisfy { $0.state.board != nil } }

    /// Why it is not ready; nil where it is: assigned, restored, with a producer.
    private var unready: String? {
        for (number, worker) in workers.enumerated() {
            let state = worker.state
            guard let board = state.board, let counters = state.counters?.values() else {
                return "worker \(number) is being set up"
            }
            if counters.assignments == 0 || board.assignments < counters.assignments {
                return "worker \(number) has no assignment yet"
            }
            if !counters.isProducerReady { return "worker \(number) has no producer" }
            for partition in board.partitions where partition.phase != .running {
                let reason = partition.reason.isEmpty ? "" : ": \(partition.reason)"
                return "partition \(partition.partition) is \(partition.phase.rawValue)\(reason)"
            }
        }
        return nil
    }
}

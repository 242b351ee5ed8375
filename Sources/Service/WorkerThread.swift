internal import Engine
internal import Kafka
internal import Operations
internal import Records
internal import Synchronization

/// One worker on its two threads: the loop, which is this one, and the committer inside its log.
final class WorkerThread: Sendable {
    /// What other threads read of a worker once it has begun.
    struct Seen: Sendable {
        var metrics: EngineMetrics?
        var board: WorkerBoard?
        var counters: LogCounters?
        /// Set when the loop has ended; nil inside where it was asked to.
        var ended: String??
    }

    private let seen = Mutex(Seen())
    private let isStopping = Atomic(false)

    var state: Seen { seen.withLock { $0 } }

    func stop() { isStopping.store(true, ordering: .relaxed) }

    func start(
        number: Int, kafka: KafkaSettings, identity: WorkerIdentity, settings: WorkerSettings,
        environment: WorkerEnvironment, log: @escaping KafkaLogCallback
    ) -> Thread {
        Thread("worker \(number)") { [self] in
            do throws(KafkaFailure) {
                let log = try KafkaLog(kafka, identity: identity, partitionCount: settings.partitionCount, log: log)
                let counters = log.counters
                var worker = Worker(log: log, settings: settings, environment: environment)
                seen.withLock {
                    $0.metrics = worker.metrics
                    $0.board = worker.board
                    $0.counters = counters
                }
                let reason = turn(&worker)
                seen.withLock { $0.ended = .some(reason) }
            } catch {
                seen.withLock { $0.ended = .some("\(error)") }
            }
        }
    }

    /// Turns the loop until it ends; gives why, where nobody asked for it.
    private func turn(_ worker: inout Worker<KafkaLog>) -> String? {
        var wasAsked = false
        while true {
            if !wasAsked, isStopping.load(ordering: .relaxed) {
                wasAsked = true
                worker.stop()
            }
            switch worker.step(nowMs: UTCTime.nowMs()) {
            case .now: continue
            case .after(let milliseconds): worker.wait(milliseconds: milliseconds)
            case .ended(let reason): return reason
            }
        }
    }
}

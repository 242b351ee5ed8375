internal import Engine
internal import Glibc
internal import Kafka
internal import Operations
internal import Records
internal import Synchronization

/// How many records of the inputs wait for the partitions of this process: asked from the broker every few seconds, off
/// the workers' loops, so that it is told of a partition that has stopped, too.
final class LagThread: Sendable {
    private static let intervalMs: Int64 = 5_000

    private let lagNow = Mutex<[TopicPartition: Int64]>([:])
    private let isStopping = Atomic(false)

    /// By input and partition; what could not be asked is as it was asked last.
    var lag: [TopicPartition: Int64] { lagNow.withLock { $0 } }

    init(_ kafka: KafkaSettings, _ workers: [WorkerThread], log: @escaping KafkaLogCallback) {
        _ = Thread("lag") { [self] in
            var reader: OffsetReader?
            var askedMs: Int64 = 0
            var known: Set<TopicPartition> = []
            while !isStopping.load(ordering: .relaxed) {
                usleep(200_000)
                let reached = Self.reached(workers)
                // At once where there are new ones, since nothing is told of them yet.
                guard Set(reached.keys) != known || UTCTime.nowMs() - askedMs >= Self.intervalMs else { continue }
                askedMs = UTCTime.nowMs()
                known = Set(reached.keys)
                // A client that cannot be made is tried again the next time; it says why by its log.
                if reader == nil { reader = try? OffsetReader(kafka, readsUncommitted: true, log: log) }
                take(reader, reached)
            }
        }
    }

    func stop() { isStopping.store(true, ordering: .relaxed) }

    private func take(_ reader: borrowing OffsetReader?, _ reached: [TopicPartition: Int64]) {
        let asked = Array(reached.keys)
        let ends: [Int64?]
        switch reader {
        case .none: return
        case .some(let reader): ends = (try? reader.ends(of: asked, timeoutMs: 2_000)) ?? asked.map { _ in nil }
        }
        lagNow.withLock { lag in
            var fresh: [TopicPartition: Int64] = [:]
            for (place, end) in zip(asked, ends) {
                fresh[place] = end.map { max($0 - (reached[place] ?? $0), 0) } ?? lag[place]
            }
            lag = fresh
        }
    }

    private static func reached(_ workers: [WorkerThread]) -> [TopicPartition: Int64] {
        var reached: [TopicPartition: Int64] = [:]
        for partition in workers.flatMap({ $0.state.board?.partitions ?? [] }) {
            for (topic, next) in zip(Topic.inputs, partition.reached) {
                if let next { reached[TopicPartition(topic, partition.partition)] = next }
            }
        }
        return reached
    }
}

import Glibc
import Kafka
import Protobuf
import Records
import Schemas
import Service
import Synchronization

/// Measures how long it takes from a command's append to its event being readable by a consumer of committed records.
///
/// The event is timed when it is seen, the command by its LogAppendTime, read afterwards so that it disturbs nothing:
/// the broker's clock and this machine's must be one. An append time is in whole milliseconds, so what is told is up to
/// one too long.
final class LatencyWatch: Sendable {
    private struct Place: Hashable {
        var partition: Int32
        var offset: Int64
    }

    private struct Seen: Sendable {
        /// When the first event that names a command as its cause was seen, in microseconds since 1970.
        var atUs: [Place: Int64] = [:]
        var isReady = false
        var failure: String?
    }

    struct Result {
        /// Sorted, in microseconds.
        var latenciesUs: [Int64] = []
        /// Commands without an event.
        var unanswered = 0

        /// The least latency that this share of all does not pass; 0 where there is none.
        func atShare(_ share: Double) -> Int64 {
            guard let last = latenciesUs.indices.last else { return 0 }
            return latenciesUs[min(Int((Double(last) * share).rounded()), last)]
        }
    }

    private let settings: KafkaSettings
    private let startMs = nowUs() / 1000
    private let seen = Mutex(Seen())
    private let isStopping = Atomic(false)

    init(_ settings: KafkaSettings) { self.settings = settings }

    /// Begins to follow the events, and returns when it does.
    /// - Throws: where they cannot be read.
    func start() throws -> Thread {
        let thread = Thread("latency") { [self] in
            do { try follow() } catch { seen.withLock { $0.failure = "\(error)" } }
        }
        while true {
            let now = seen.withLock { ($0.isReady, $0.failure) }
            if let failure = now.1 { throw CommandFailure(.failed, failure) }
            if now.0 { return thread }
            usleep(10_000)
        }
    }

    func stop() { isStopping.store(true, ordering: .relaxed) }

    private func follow() throws {
        var reader = try TopicReader(settings, log: quietLog)
        var isReady = false
        func next() -> TopicReader.Next { isStopping.load(ordering: .relaxed) ? .stop : .goOn }
        func getReady() {
            if !isReady { seen.withLock { $0.isReady = true } }
            isReady = true
        }
        try reader.follow(settings.name(of: .orderEvents), from: .timestamp(startMs), idleMs: 5) {
            getReady()
            return next()
        } _: { record in
            let atUs = nowUs()
            getReady()
            let value = copied(record.value)
            let event = try Proto.OrderEvent.View(value.span.bytes)
            if let command = try event.cause()?.command() {
                let place = Place(partition: command.partition, offset: command.offset)
                seen.withLock { seen in
                    if seen.atUs[place] == nil { seen.atUs[place] = atUs }
                }
            }
            return next()
        }
    }

    /// Holds what was seen against the commands' append times.
    /// - Parameter warmUpMs: commands of so long after the start are left out.
    func result(warmUpMs: Int64) throws -> Result {
        let (atUs, failure) = seen.withLock { ($0.atUs, $0.failure) }
        if let failure { throw CommandFailure(.failed, failure) }
        var result = Result()
        var reader = try TopicReader(settings, log: quietLog)
        try reader.readToEnd(settings.name(of: .orderCommands), from: .timestamp(startMs + warmUpMs)) { record in
            guard let appendedMs = record.timestampMs else { return .goOn }
            if let seenUs = atUs[Place(partition: record.partition, offset: record.offset)] {
                result.latenciesUs.append(seenUs - appendedMs * 1000)
            } else {
                result.unanswered += 1
            }
            return .goOn
        }
        result.latenciesUs.sort()
        return result
    }
}

private func nowUs() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
}

public import Records
internal import Synchronization

/// Why a producer was replaced.
enum RecycleReason: Int, CaseIterable {
    /// librdkafka called the error fatal: another producer of the same id, or a state that it cannot leave.
    case fatal
    /// It is not known how the commit ended.
    case unknownOutcome
    /// The transaction could not be aborted.
    case abortFailed
    /// A retriable error came again until the time was over.
    case timedOut
    /// The transaction ended as it should, but one of its requests may still be under way, and could then decide a
    /// later one.
    case doubt

    var name: String {
        switch self {
        case .fatal: "fatal"
        case .unknownOutcome: "unknown_outcome"
        case .abortFailed: "abort_failed"
        case .timedOut: "timed_out"
        case .doubt: "doubt"
        }
    }
}

/// What a worker's end of the log counted since it began. Read from any thread; single counters are exact, together
/// they are of no one moment.
public final class LogCounters: Sendable {
    public struct Values: Sendable {
        public var committed: UInt64 = 0
        public var aborted: UInt64 = 0
        public var fenced: UInt64 = 0
        public var recordsPublished: UInt64 = 0
        /// Producers replaced, by reason.
        public var recycles: [(reason: String, count: UInt64)] = []
        public var assignments: UInt64 = 0
        public var revocations: UInt64 = 0
        /// Revocations by which the partitions were lost before they could be given back.
        public var losses: UInt64 = 0
        /// Whether the transactional producer is initialised: nothing can be committed without it.
        public var isProducerReady = false
    }

    let committed = Atomic<UInt64>(0)
    let aborted = Atomic<UInt64>(0)
    let fenced = Atomic<UInt64>(0)
    let recordsPublished = Atomic<UInt64>(0)
    /// Time that the transactions spent in each phase that they ended.
    let produce = Histogram(.seconds)
    let flush = Histogram(.seconds)
    let offsets = Histogram(.seconds)
    let commit = Histogram(.seconds)
    let assignments = Atomic<UInt64>(0)
    let revocations = Atomic<UInt64>(0)
    let losses = Atomic<UInt64>(0)
    let isProducerReady = Atomic<Bool>(false)
    private let fatalRecycles = Atomic<UInt64>(0)
    private let unknownRecycles = Atomic<UInt64>(0)
    private let abortRecycles = Atomic<UInt64>(0)
    private let timeoutRecycles = Atomic<UInt64>(0)
    private let doubtRecycles = Atomic<UInt64>(0)

    init() {}

    func countRecycle(_ reason: RecycleReason) {
        switch reason {
        case .fatal: fatalRecycles.add(1, ordering: .relaxed)
        case .unknownOutcome: unknownRecycles.add(1, ordering: .relaxed)
        case .abortFailed: abortRecycles.add(1, ordering: .relaxed)
        case .timedOut: timeoutRecycles.add(1, ordering: .relaxed)
        case .doubt: doubtRecycles.add(1, ordering: .relaxed)
        }
    }

    private func recycles(_ reason: RecycleReason) -> UInt64 {
        switch reason {
        case .fatal: fatalRecycles.load(ordering: .relaxed)
        case .unknownOutcome: unknownRecycles.load(ordering: .relaxed)
        case .abortFailed: abortRecycles.load(ordering: .relaxed)
        case .timedOut: timeoutRecycles.load(ordering: .relaxed)
        case .doubt: doubtRecycles.load(ordering: .relaxed)
        }
    }

    /// How long the phases of the transactions took, by the phase's name.
    public var phases: [(name: String, values: Histogram.Values)] {
        [("produce", produce.values), ("flush", flush.values), ("offsets", offsets.values), ("commit", commit.values)]
    }

    public func values() -> Values {
        var values = Values()
        values.committed = committed.load(ordering: .relaxed)
        values.aborted = aborted.load(ordering: .relaxed)
        values.fenced = fenced.load(ordering: .relaxed)
        values.recordsPublished = recordsPublished.load(ordering: .relaxed)
        values.recycles = RecycleReason.allCases.map { ($0.name, recycles($0)) }
        values.assignments = assignments.load(ordering: .relaxed)
        values.revocations = revocations.load(ordering: .relaxed)
        values.losses = losses.load(ordering: .relaxed)
        values.isProducerReady = isProducerReady.load(ordering: .relaxed)
        return values
    }
}

extension Histogram {
    func observe(nanoseconds: UInt64) { observe(Int64(clamping: nanoseconds / 1000)) }
}

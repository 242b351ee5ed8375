internal import CRdkafka

/// A broker has said that it does not have an offset at which we stand. That need not be so: one that was cut off takes
/// itself for the leader for a while, and answers from a log that ends before the offset (librdkafka 2.0.2 does not tell
/// the leader's epoch, by which such a broker would know). So others are asked.
struct RangeDoubt {
    enum Verdict {
        /// Not known yet: nothing is given meanwhile.
        case open
        /// The leader has it: fetching begins anew there.
        case dispelled
        /// Its records were deleted, or the log ends before it and goes on doing so.
        case confirmed
    }

    /// After so long a log that ends before the offset was made anew, or has lost records.
    private static let patienceNs: UInt64 = 30_000_000_000
    private static let intervalNs: UInt64 = 250_000_000

    private let sinceNs = monotonicNs()
    private var nextAskNs: UInt64 = 0

    /// - Parameter ask: gives the partition's retained start and its end, nil where nobody could be asked. It is not
    ///   called more often than four times a second.
    mutating func verdict(at offset: Int64, _ ask: () -> (start: Int64, end: Int64)?) -> Verdict {
        let nowNs = monotonicNs()
        guard nowNs >= nextAskNs else { return .open }
        nextAskNs = nowNs + Self.intervalNs
        guard let (start, end) = ask() else { return .open }
        if start > offset { return .confirmed }
        if end >= offset { return .dispelled }
        return nowNs - sinceNs > Self.patienceNs ? .confirmed : .open
    }
}

/// The retained start and the end of one partition, by whoever leads it now; nil where that cannot be told in time.
func retained(
    _ client: OpaquePointer, _ topic: String, _ partition: Int32, timeoutMs: Int
) -> (start: Int64, end: Int64)? {
    let asked = [(topic: topic, partition: partition)]
    refreshLeaders(client, topics: [topic], timeoutMs: timeoutMs)
    do throws(KafkaFailure) {
        let start = try startOffsets(client, asked, at: Int64(RD_KAFKA_OFFSET_BEGINNING), timeoutMs: timeoutMs)
        let end = try endOffsets(client, asked, timeoutMs: timeoutMs)
        return end[0].map { (start[0], $0) }
    } catch {
        ClientContext.of(client)?.report(error)
        return nil
    }
}

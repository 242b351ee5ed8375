/// A compacted topic's records in their order, and from where on they tell all that was in force.
///
/// Compaction takes away what a later record of the same key has replaced, up to some offset that nobody tells. Where
/// two records of one key still stand, it has not reached the second; nor has it reached what is younger than it must
/// leave alone.
struct CompactedHistory {
    /// The index of the record behind the last gap.
    private var gap: Int?
    /// Records that were appended since then have not been passed by compaction; nil where that is not known.
    var youngMs: Int64?
    private var keys: Set<[UInt8]> = []
    private var expected: Int64 = 0
    /// The record before the first one that compaction has not reached by the keys, and before that by time.
    private var beforeRepeated: Int64?
    private var times: [(offset: Int64, atMs: Int64)] = []

    mutating func add(offset: Int64, key: [UInt8], atMs: Int64?) {
        if offset > expected { gap = times.count }
        if !keys.insert(key).inserted, beforeRepeated == nil { beforeRepeated = times.last?.offset }
        times.append((offset, atMs ?? .min))
        expected = offset + 1
    }

    var hasGaps: Bool { gap != nil }

    /// The first offset up to which nothing is missing that was in force there.
    var exactFrom: Int64 {
        guard let gap, let last = times.last?.offset else { return 0 }
        // What is missing was replaced by something behind it; where all of that is young, compaction once left less alone.
        let young = youngMs.flatMap { sinceMs in times.firstIndex { $0.atMs >= sinceMs } }
        let beforeYoung = young.flatMap { $0 > gap ? times[$0 - 1].offset : nil }
        return min(beforeRepeated ?? last, beforeYoung ?? last)
    }
}

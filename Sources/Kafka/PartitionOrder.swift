internal import Records

/// Groups a transaction's records by topic and partition, each group in the order of the records: only the order within
/// a partition is anything that a reader sees, and a group goes to librdkafka in one call.
struct PartitionOrder: ~Copyable {
    struct Run {
        var topic: Topic
        var partition: Int32
        var range: Range<Int>
    }

    /// The groups, in the order of their first records.
    private(set) var runs: [Run] = []
    /// The indices of the records, group by group.
    private(set) var records: [Int32] = []
    /// The group of each record.
    private var groups: [Int32] = []
    /// The group of each topic and partition; −1 where there is none.
    private var table: [Int32] = []
    private var stride = 0

    /// More partitions than any topic has here; beyond it a number is a mistake.
    private static let partitionLimit: Int32 = 100_000

    /// False where a record has no partition.
    mutating func sort(_ outgoing: [OutgoingRecord]) -> Bool {
        runs.removeAll(keepingCapacity: true)
        groups.removeAll(keepingCapacity: true)
        var highest: Int32 = 0
        for record in outgoing {
            if record.partition < 0 || record.partition >= Self.partitionLimit { return false }
            highest = max(highest, record.partition)
        }
        if Int(highest) >= stride {
            stride = Int(highest) + 1
            table = [Int32](repeating: -1, count: stride * Topic.allCases.count)
        }
        // Counts the records of each group in its range's upper bound.
        for record in outgoing {
            let cell = Int(record.topic.rawValue) * stride + Int(record.partition)
            if table[cell] < 0 {
                table[cell] = Int32(runs.count)
                runs.append(Run(topic: record.topic, partition: record.partition, range: 0..<0))
            }
            let group = table[cell]
            groups.append(group)
            runs[Int(group)].range = 0..<runs[Int(group)].range.upperBound + 1
        }
        var start = 0
        for group in runs.indices {
            let run = runs[group]
            table[Int(run.topic.rawValue) * stride + Int(run.partition)] = -1
            let count = run.range.upperBound
            runs[group].range = start..<start
            start += count
        }
        records = [Int32](unsafeUninitializedCapacity: outgoing.count) { memory, count in
            for index in outgoing.indices {
                let group = Int(groups[index])
                let range = runs[group].range
                memory.initializeElement(at: range.upperBound, to: Int32(index))
                runs[group].range = range.lowerBound..<range.upperBound + 1
            }
            count = outgoing.count
        }
        return true
    }
}

import Contract
import Kafka
import Records

/// What the cluster alone tells of one partition, whether an adapter runs or not.
struct ClusterPartition {
    /// Where one input stands.
    struct Input {
        /// The group's offset; nil where it has none.
        var group: Int64?
        /// The mark that the last transaction left with it.
        var groupNumber: UInt64?
        /// What the changelog says; nil where it has no position yet.
        var changelog: Int64?
        /// The first record that is retained.
        var start: Int64
        /// nil where the broker did not tell it.
        var end: Int64?

        /// The next offset to handle: the group's, or the changelog's where the group has none.
        var next: Int64? { group ?? changelog }
        /// nil where the broker did not tell the end.
        var lag: Int64? { end.map { max($0 - (next ?? start), 0) } }
        /// Records were deleted before they were handled.
        var isLost: Bool { next.map { $0 < start } ?? false }
    }

    /// A transaction that is neither committed nor aborted.
    struct OpenTransaction {
        var topic: Topic
        var offset: Int64
        /// The append time of its first record.
        var beganAtMs: Int64?
    }

    var partition: Int32
    /// Of `Topic.inputs`.
    var inputs: [Input]
    /// What stands under `/`; nil where there was no transaction yet.
    var state: PartitionState?
    /// The member of the group that has it.
    var owner: String?
    var open: OpenTransaction?
}

/// Asks a cluster where each partition's inputs stand.
struct PositionReader {
    let settings: KafkaSettings
    let groupID: String
    let partitionCount: Int32
    /// Whether the changelog's last word is waited for where a transaction is open: without it, the last that is
    /// committed is taken at once.
    let waitsForOpenTransactions: Bool

    init(_ settings: KafkaSettings, groupID: String, waitsForOpenTransactions: Bool) throws {
        self.settings = settings
        self.groupID = groupID
        self.waitsForOpenTransactions = waitsForOpenTransactions
        partitionCount = try countPartitions(of: .orderCommands, settings)
    }

    /// Without owners and open transactions.
    func read(_ wanted: some Collection<Int32>) throws -> [ClusterPartition] {
        let places = wanted.flatMap { partition in Topic.inputs.map { TopicPartition($0, partition) } }
        let offsets = try OffsetReader(settings, readsUncommitted: true, log: quietLog)
        // In this order what is handled meanwhile is neither lost nor more than there is.
        let starts = try offsets.starts(of: places)
        let committed = try withAdmin(settings) {
            try $0.committedOffsets(group: groupID, places.map { (settings.name(of: $0.topic), $0.partition) })
        }
        let ends = try offsets.ends(of: places)
        var records = try TopicReader(settings, log: quietLog)
        return try wanted.enumerated().map { row, partition in
            let state = try state(of: partition, offsets, &records)
            let inputs = Topic.inputs.indices.map { input in
                let index = row * Topic.inputs.count + input
                return ClusterPartition.Input(
                    group: committed[index]?.offset, groupNumber: committed[index]?.number,
                    changelog: state.flatMap { $0.next[input] < 0 ? nil : $0.next[input] },
                    start: max(starts[index], 0), end: ends[index])
            }
            return ClusterPartition(partition: partition, inputs: inputs, state: state)
        }
    }

    /// What stands under the partition's `/`; nil where there was no transaction yet.
    func state(of partition: Int32) throws -> PartitionState? {
        var records = try TopicReader(settings, log: quietLog)
        return try state(
            of: partition, OffsetReader(settings, readsUncommitted: true, log: quietLog), &records)
    }

    /// The partition's own state: it stands last in every transaction, so it is near the changelog's end, but for what
    /// was aborted since.
    private func state(
        of partition: Int32, _ offsets: borrowing OffsetReader, _ records: inout TopicReader
    ) throws -> PartitionState? {
        let place = [TopicPartition(.orderState, partition)]
        let start = max(try offsets.starts(of: place)[0], 0)
        guard let end = try offsets.ends(of: place)[0], end > start else { return nil }
        var reach: Int64 = 64
        while true {
            var found: PartitionState?
            let from = max(end - reach, start)
            try records.readToEnd(
                settings.name(of: .orderState), partitions: [partition], from: .offset(from),
                waitsForOpenTransactions: waitsForOpenTransactions
            ) { record in
                guard let key = record.key, key.elementsEqual("/".utf8), let value = record.value else { return .goOn }
                found = try readPartitionState(RawSpan(_unsafeBytes: value))
                return .goOn
            }
            if found != nil || from == start { return found }
            reach *= 16
        }
    }
}

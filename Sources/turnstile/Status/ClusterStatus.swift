import Contract
import Glibc
import Kafka
import Records

/// What the cluster alone tells of one partition, whether an adapter runs or not.
struct ClusterPartition {
    struct Input {
        /// The next offset to handle: the group's, or the changelog's where the group has none.
        var next: Int64?
        var end: Int64?
        /// The first record that is retained.
        var start: Int64

        /// nil where the broker did not tell the end.
        var lag: Int64? { end.map { max($0 - max(next ?? start, 0), 0) } }
        /// Records were deleted before they were handled.
        var isPast: Bool { next.map { $0 < start } ?? false }
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
    /// The member of the group that has it.
    var owner: String?
    /// What stands under `/`; nil where there was no transaction yet.
    var state: PartitionState?
    var open: OpenTransaction?
}

/// Asks the cluster: the group, the ends of all topics, and the last `/` of each partition's changelog.
struct ClusterStatus {
    var groupState: String
    var memberCount: Int
    var partitions: [ClusterPartition]

    init(_ settings: KafkaSettings, groupID: String) throws {
        let count = try withAdmin(settings) { try $0.topics() }.first { $0.name == settings.name(of: .orderCommands) }?
            .partitionCount
        guard let count else {
            throw CommandFailure(
                .notFound, "there is no topic \(settings.name(of: .orderCommands))",
                todo: "turnstile topics apply --execute makes all topics")
        }
        let inputs = (0..<count).flatMap { partition in Topic.inputs.map { TopicPartition($0, partition) } }
        let admin = try Admin(settings, log: quietLog)
        let group = try admin.describeGroup(groupID)
        let committed = try admin.committedOffsets(
            group: groupID, inputs.map { (settings.name(of: $0.topic), $0.partition) })
        let reader = try OffsetReader(settings, readsUncommitted: true, log: quietLog)
        let ends = try reader.ends(of: inputs)
        let starts = try reader.starts(of: inputs)
        groupState = group.state
        memberCount = group.members.count
        partitions = []
        let open = try Self.openTransactions(settings, count, reader)
        var states = try TopicReader(settings, log: quietLog)
        for partition in 0..<count {
            let state = try Self.state(of: partition, settings, reader, &states)
            var row = ClusterPartition(partition: partition, inputs: [], state: state, open: open[partition])
            for (input, topic) in Topic.inputs.enumerated() {
                let index = Int(partition) * Topic.inputs.count + input
                let known = committed[index]?.offset ?? state.flatMap { $0.next[input] < 0 ? nil : $0.next[input] }
                row.inputs.append(ClusterPartition.Input(next: known, end: ends[index], start: starts[index]))
                let name = settings.name(of: topic)
                let member = group.members.first { member in
                    member.partitions.contains { $0.topic == name && $0.partition == partition }
                }
                row.owner = row.owner ?? member.map { $0.instanceID.isEmpty ? $0.host : $0.instanceID }
            }
            partitions.append(row)
        }
    }

    /// The partition's own state: it stands last in every transaction, so it is near the changelog's end, but for what
    /// was aborted since.
    private static func state(
        of partition: Int32, _ settings: KafkaSettings, _ offsets: borrowing OffsetReader, _ reader: inout TopicReader
    ) throws -> PartitionState? {
        let place = [TopicPartition(.orderState, partition)]
        let start = try offsets.starts(of: place)[0]
        guard let end = try offsets.ends(of: place)[0], end > start else { return nil }
        var reach: Int64 = 64
        while true {
            var found: PartitionState?
            let from = max(end - reach, start)
            try reader.readToEnd(
                settings.name(of: .orderState), partitions: [partition], from: .offset(from),
                waitsForOpenTransactions: false
            ) { record in
                guard let key = record.key, key.elementsEqual("/".utf8), let value = record.value else { return .goOn }
                found = try readPartitionState(RawSpan(_unsafeBytes: value))
                return .goOn
            }
            if found != nil || from == start { return found }
            reach *= 16
        }
    }

    /// The oldest transaction that is open in any topic, by partition.
    private static func openTransactions(
        _ settings: KafkaSettings, _ count: Int32, _ reader: borrowing OffsetReader
    ) throws -> [Int32: ClusterPartition.OpenTransaction] {
        let places = Topic.allCases.flatMap { topic in
            (0..<(topic.hasOnePartition ? 1 : count)).map { TopicPartition(topic, $0) }
        }
        // The stable ends first: what begins in between is not old.
        let stable = try OffsetReader(settings, readsUncommitted: false, log: quietLog).ends(of: places)
        let ends = try reader.ends(of: places)
        var open: [Int32: ClusterPartition.OpenTransaction] = [:]
        var records = try TopicReader(settings, readsUncommitted: true, log: quietLog)
        for (index, place) in places.enumerated() {
            guard let from = stable[index], let end = ends[index], from < end else { continue }
            var beganAtMs: Int64?
            try records.readToEnd(
                settings.name(of: place.topic), partitions: [place.partition], from: .offset(from)
            ) { record in
                beganAtMs = record.timestampMs
                return .stop
            }
            let known = open[place.partition]?.beganAtMs ?? .max
            if open[place.partition] == nil || (beganAtMs ?? .max) < known {
                open[place.partition] = ClusterPartition.OpenTransaction(
                    topic: place.topic, offset: from, beganAtMs: beganAtMs)
            }
        }
        return open
    }
}

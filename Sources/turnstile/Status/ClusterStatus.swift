import Kafka
import Records

/// Asks the cluster: the group, the ends of all topics, and the last `/` of each partition's changelog.
struct ClusterStatus {
    var groupState: String
    var memberCount: Int
    var partitions: [ClusterPartition]

    init(_ settings: KafkaSettings, groupID: String) throws {
        let reader = try PositionReader(settings, groupID: groupID, waitsForOpenTransactions: false)
        let count = reader.partitionCount
        let group = try withAdmin(settings) { try $0.describeGroup(groupID) }
        groupState = group.state
        memberCount = group.members.count
        partitions = try reader.read(0..<count)
        let open = try Self.openTransactions(settings, count)
        let inputs = Topic.inputs.map { settings.name(of: $0) }
        for (index, row) in partitions.enumerated() {
            partitions[index].open = open[row.partition]
            let member = group.members.first { member in
                member.partitions.contains { inputs.contains($0.topic) && $0.partition == row.partition }
            }
            partitions[index].owner = member.map { $0.instanceID.isEmpty ? $0.host : $0.instanceID }
        }
    }

    /// The oldest transaction that is open in any topic, by partition.
    private static func openTransactions(
        _ settings: KafkaSettings, _ count: Int32
    ) throws -> [Int32: ClusterPartition.OpenTransaction] {
        let places = Topic.allCases.flatMap { topic in
            (0..<(topic.hasOnePartition ? 1 : count)).map { TopicPartition(topic, $0) }
        }
        // The stable ends first: what begins in between is not old.
        let stable = try OffsetReader(settings, readsUncommitted: false, log: quietLog).ends(of: places)
        let ends = try OffsetReader(settings, readsUncommitted: true, log: quietLog).ends(of: places)
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

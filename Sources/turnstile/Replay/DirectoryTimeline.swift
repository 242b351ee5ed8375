import Contract
import Engine
import Kafka
import Operations
import Records

/// The records of the directory as they came, so that any version of it can be made again.
struct DirectoryTimeline {
    private let changes: [(offset: Int64, change: DirectoryChange?)]
    private let topic: String
    /// The first version that can be made again; of an earlier one compaction may have removed something that was in
    /// force then.
    let exactFrom: Int64

    init(_ settings: KafkaSettings) throws {
        let topic = settings.name(of: .directory)
        var changes: [(offset: Int64, change: DirectoryChange?)] = []
        var reader = try TopicReader(settings, log: quietLog)
        var history = CompactedHistory()
        try reader.readToEnd(topic, partitions: [0]) { record in
            // The engine passes over what is no record of a directory, but counts it.
            changes.append((record.offset, try? readDirectoryRecord(record)))
            history.add(offset: record.offset, key: copied(record.key), atMs: record.timestampMs)
            return .goOn
        }
        if history.hasGaps { history.youngMs = Self.uncompactedSinceMs(topic, settings) }
        (self.topic, self.changes, exactFrom) = (topic, changes, history.exactFrom)
    }

    /// Since when nothing has been compacted, by what the topic is configured to; nil where the cluster does not say.
    private static func uncompactedSinceMs(_ topic: String, _ settings: KafkaSettings) -> Int64? {
        let configs = try? withAdmin(settings) { try $0.configs(topics: [topic]).first }
        let lag = configs?.first { $0.name == "min.compaction.lag.ms" }?.value
        return lag.flatMap { Int64($0) }.map { UTCTime.nowMs() - $0 }
    }

    /// Applies what comes next, up to a version.
    /// - Throws: where the version is not there any more, or not yet.
    fileprivate func advance(_ table: inout DirectoryTable, _ index: inout Int, to version: Int64) throws {
        while index < changes.count, changes[index].offset <= version {
            table.apply(changes[index].change, offset: changes[index].offset)
            index += 1
        }
        guard table.directory.version == version else {
            throw CommandFailure(
                .failed, "\(topic) has no record at offset \(version), whose version of the directory is wanted",
                todo: "it was deleted: begin with a later transaction")
        }
    }
}

/// One partition's way through the directory's versions, which only grow.
struct DirectoryVersions {
    private let timeline: DirectoryTimeline
    private var table = DirectoryTable()
    private var index = 0
    private var snapshot = DirectorySnapshot(DirectoryTable().directory)

    init(_ timeline: DirectoryTimeline) { self.timeline = timeline }

    /// The directory as decisions saw it that had this version.
    mutating func at(_ version: Int64) throws -> DirectorySnapshot {
        if version == snapshot.version { return snapshot }
        if version < snapshot.version { (table, index) = (DirectoryTable(), 0) }
        try timeline.advance(&table, &index, to: version)
        snapshot = DirectorySnapshot(table.directory)
        return snapshot
    }
}

private func readDirectoryRecord(_ record: TopicRecord) throws(Refusal) -> DirectoryChange {
    let key = copied(record.key)
    guard let value = record.value.map({ Array($0) }) else {
        return try Contract.readDirectoryRecord(key: key.span.bytes, value: nil)
    }
    return try Contract.readDirectoryRecord(key: key.span.bytes, value: value.span.bytes)
}

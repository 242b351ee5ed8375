import Contract
import Engine
import Kafka
import Records

/// The records of the directory as they came, so that any version of it can be made again.
struct DirectoryTimeline {
    private var changes: [(offset: Int64, change: DirectoryChange?)] = []
    private let topic: String

    init(_ settings: KafkaSettings) throws {
        topic = settings.name(of: .directory)
        var reader = try TopicReader(settings, log: quietLog)
        try reader.readToEnd(topic, partitions: [0]) { record in
            // The engine passes over what is no record of a directory, but counts it.
            changes.append((record.offset, try? readDirectoryRecord(record)))
            return .goOn
        }
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
                todo: "compaction has passed it, or it was deleted: begin with a later transaction")
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

internal import Contract
internal import Engine
internal import Glibc
internal import Kafka
internal import Operations
internal import Synchronization

/// Reads the topic `directory` to its end, and from then on as it grows, for all workers of the process.
final class DirectoryThread: Sendable {
    let holder = DirectoryHolder()
    private let isStopping = Atomic(false)

    init(_ kafka: KafkaSettings, _ logger: Logger, log: @escaping KafkaLogCallback) {
        _ = Thread("directory") { [self] in
            var table = DirectoryTable()
            while !isStopping.load(ordering: .relaxed) {
                do { try read(into: &table, kafka, logger, log) } catch {
                    logger.warning("the directory cannot be read; trying again", ["reason": .text("\(error)")])
                    usleep(1_000_000)
                }
            }
        }
    }

    func stop() { isStopping.store(true, ordering: .relaxed) }

    private func read(
        into table: inout DirectoryTable, _ kafka: KafkaSettings, _ logger: Logger, _ log: @escaping KafkaLogCallback
    ) throws {
        let topic = kafka.name(of: .directory)
        var reader = try TopicReader(kafka, log: log)
        func take(_ record: TopicRecord) {
            do throws(Refusal) {
                table.apply(try Self.change(record), offset: record.offset)
            } catch {
                logger.warning(
                    "a record of the directory is passed over",
                    ["offset": .number(record.offset), "reason": .text(error.message)])
                table.apply(nil, offset: record.offset)
            }
        }
        // A decision sees a version that is whole: the first one is the topic's end.
        let ends = try reader.readToEnd(topic, partitions: [0], from: .offset(table.directory.version + 1)) {
            take($0)
            return .goOn
        }
        holder.publish(DirectorySnapshot(table.directory))
        logger.info("the directory is read", ["version": .number(table.directory.version)])
        // Many records at once, as a catalog brings them, make few versions: each costs a copy of what it changes.
        var publishedMs = UTCTime.nowMs()
        func publish() -> TopicReader.Next {
            if let version = holder.snapshot?.version, version != table.directory.version {
                holder.publish(DirectorySnapshot(table.directory))
                logger.info("the directory has changed", ["version": .number(table.directory.version)])
            }
            publishedMs = UTCTime.nowMs()
            return isStopping.load(ordering: .relaxed) ? .stop : .goOn
        }
        try reader.follow(
            topic, partitions: [0], from: .offset(ends.first?.next ?? 0), idleMs: 20, idle: { publish() },
            { record in
                take(record)
                return UTCTime.nowMs() - publishedMs < 200 ? .goOn : publish()
            })
    }

    private static func change(_ record: TopicRecord) throws(Refusal) -> DirectoryChange {
        let key = record.key.map { Array($0) } ?? []
        guard let value = record.value.map({ Array($0) }) else {
            return try readDirectoryRecord(key: key.span.bytes, value: nil)
        }
        return try readDirectoryRecord(key: key.span.bytes, value: value.span.bytes)
    }
}

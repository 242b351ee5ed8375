import Contract
import Engine
import Kafka
import Records

/// The three inputs of a partition, read as its journal goes through them.
struct ReplayInputs: ~Copyable {
    private let settings: KafkaSettings
    private let reader: PartitionReader
    private let partition: Int32
    /// Behind the last record that is needed, by input.
    private let ends: [Int64]
    private var commands: PartitionCursor?
    private var results: PartitionCursor?
    private var actions: PartitionCursor?

    /// - Parameter last: the last journal record of the range.
    init(_ settings: KafkaSettings, _ reader: PartitionReader, partition: Int32, last: JournalRecord) {
        self.settings = settings
        self.reader = reader
        self.partition = partition
        ends = last.next
    }

    /// Gives the replayer all records that a transaction handled.
    mutating func offer(_ journal: JournalRecord, to replayer: inout Replayer) throws {
        for case .run(let run) in journal.steps {
            let topic = Topic.inputs[run.input]
            var cursor: PartitionCursor
            if let begun = take(run.input) {
                cursor = begun
            } else {
                let until = ends.indices.contains(run.input) ? ends[run.input] : run.lastOffset + 1
                cursor = try reader.cursor(settings.name(of: topic), partition, from: run.firstOffset, until: until)
            }
            while let record = try cursor.peek(), record.offset <= run.lastOffset {
                // What a person has passed over is not handled.
                if record.offset >= run.firstOffset { record.offer(topic, to: &replayer) }
                _ = try cursor.next()
            }
            put(cursor, run.input)
        }
    }

    private mutating func take(_ input: Int) -> PartitionCursor? {
        switch input {
        case 0: commands.take()
        case 1: results.take()
        default: actions.take()
        }
    }

    private mutating func put(_ cursor: consuming PartitionCursor, _ input: Int) {
        switch input {
        case 0: commands = consume cursor
        case 1: results = consume cursor
        default: actions = consume cursor
        }
    }
}

extension StoredRecord {
    fileprivate func offer(_ topic: Topic, to replayer: inout Replayer) {
        // The headers' bytes one behind the other, so that they can all be borrowed at once.
        let bytes = headers.flatMap { $0.name + ($0.value ?? []) }
        bytes.withUnsafeBytes { bytes in
            var start = 0
            func part(_ count: Int) -> UnsafeRawBufferPointer {
                defer { start += count }
                return UnsafeRawBufferPointer(rebasing: bytes[start..<start + count])
            }
            let headers = self.headers.map { header in
                ReceivedHeader(name: part(header.name.count), value: header.value.map { part($0.count) })
            }
            withBytes(key) { key in
                withBytes(value) { value in
                    replayer.offer(
                        topic, offset: offset, appendedAtMs: appendedAtMs, key: key, value: value, headers: headers)
                }
            }
        }
    }
}

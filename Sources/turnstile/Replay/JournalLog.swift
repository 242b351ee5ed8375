import Contract
import Kafka
import Records

/// A journal record and where it stands.
struct JournalEntry {
    var offset: Int64
    var appendedAtMs: Int64
    /// Its bytes as they stand there.
    var stored: StoredRecord
    var record: JournalRecord

    init(_ stored: StoredRecord, topic: String, partition: Int32) throws {
        guard let value = stored.value, let record = try? readJournalRecord(value.span.bytes) else {
            throw CommandFailure(
                .difference, "\(topic) \(partition):\(stored.offset) is no journal record",
                todo: "was it written by a newer build?")
        }
        offset = stored.offset
        appendedAtMs = stored.appendedAtMs ?? 0
        self.stored = stored
        self.record = record
    }

    /// Where the record begins that it handles first of each input; nil where it handles none.
    func firstOffset(of input: Int) -> Int64? {
        for case .run(let run) in record.steps where run.input == input { return run.firstOffset }
        return nil
    }
}

/// One partition of the journal, as it was when the command began. Numbers, times and the positions of inputs all grow
/// along it, so places in it are found by halving.
struct JournalLog {
    let reader: PartitionReader
    let topic: String
    let partition: Int32
    let start: Int64
    let end: Int64

    /// The first record at or after an offset; nil where none is left.
    func entry(at offset: Int64) throws -> JournalEntry? {
        var cursor = try reader.cursor(topic, partition, from: max(offset, start), until: end)
        return try cursor.next().map { try JournalEntry($0, topic: topic, partition: partition) }
    }

    /// The first record of which `isReached` says so; as it does of all later ones.
    func first(where isReached: (JournalEntry) -> Bool) throws -> JournalEntry? {
        var low = start
        var high = end
        var found: JournalEntry?
        while low < high {
            let middle = low + (high - low) / 2
            if let entry = try entry(at: middle), entry.offset < high {
                if isReached(entry) {
                    found = entry
                    high = middle
                } else {
                    low = entry.offset + 1
                }
            } else {
                high = middle
            }
        }
        return found
    }

    /// The last record before an offset; nil where there is none.
    func last(before offset: Int64) throws -> JournalEntry? {
        // Markers of transactions stand between the records.
        var width: Int64 = 2
        let until = min(offset, end)
        while true {
            let from = max(until - width, start)
            guard from < until else { return nil }
            var cursor = try reader.cursor(topic, partition, from: from, until: until)
            var last: StoredRecord?
            while let record = try cursor.next() { last = record }
            if let last { return try JournalEntry(last, topic: topic, partition: partition) }
            if from == start { return nil }
            width *= 8
        }
    }
}

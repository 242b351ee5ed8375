import Kafka
import Records

/// How the next replayed record and the next published one go together.
enum Match: Equatable {
    case same
    /// The same message, with other bytes.
    case altered
    /// The replayed record was not published.
    case leftOut
    /// So many published records come first that were not replayed.
    case added(Int)

    /// How far is looked for what would fit again.
    static let horizon = 64

    /// - Parameters:
    ///   - replayed: what is left of the transaction's records of the topic; not empty.
    ///   - published: the published record so many places on; nil at the end.
    init(_ topic: Topic, _ replayed: ArraySlice<ReplayedRecord>, _ published: (Int) throws -> StoredRecord?) rethrows {
        guard let ours = replayed.first, let theirs = try published(0) else {
            self = .leftOut
            return
        }
        if ours.isSame(as: theirs) {
            self = .same
            return
        }
        if replayed.dropFirst().prefix(Self.horizon).contains(where: { $0.isSame(as: theirs) }) {
            self = .leftOut
            return
        }
        for index in 1...Self.horizon {
            guard let later = try published(index) else { break }
            guard ours.isSame(as: later) else { continue }
            self = .added(index)
            return
        }
        self = MessageIdentity(ours) == MessageIdentity(topic, theirs) ? .altered : .leftOut
    }
}

/// What stands in one partition of a topic that transactions write, held against what they write when they are done
/// again.
///
/// Where a transaction's records begin is not in the journal. So at the beginning of a range the first of them are looked
/// for, from a little before the time of the transaction; from there on everything that is there must come in its order.
final class PublishedTopic {
    let topic: Topic
    private let reader: PartitionReader
    private let name: String
    private let partition: Int32
    /// Only records with this key count.
    private let key: [UInt8]?
    private let ends: (committed: Int64, all: Int64)
    private let retainedStart: Int64
    private var cursor: PartitionCursor
    /// Read, and not yet compared.
    private var ahead: [StoredRecord] = []
    private var isAligned: Bool
    /// The last record before the first transaction's, where that was looked for.
    private(set) var offsetBefore: Int64?

    /// What became of one transaction's records.
    struct Comparison {
        /// Where each stands, or would stand; nil where that is not known.
        var offsets: [Int64?] = []
        var differences: [Difference] = []
        /// How many are no longer there, since the topic's retained start is past them.
        var expired = 0
    }

    /// - Parameter isFromStart: the range begins with the partition's first transaction.
    convenience init(
        _ topic: Topic, _ settings: KafkaSettings, _ reader: PartitionReader, partition: Int32, key: [UInt8]?,
        ends: (committed: Int64, all: Int64), isFromStart: Bool
    ) throws {
        let name = settings.name(of: topic)
        let retainedStart = try reader.starts([(name, partition)])[0]
        let cursor = try reader.cursor(name, partition, from: retainedStart, until: ends.all)
        self.init(
            topic, name, reader, key: key, ends: ends, retainedStart: retainedStart, cursor: cursor,
            isAligned: isFromStart && retainedStart == 0)
    }

    private init(
        _ topic: Topic, _ name: String, _ reader: PartitionReader, key: [UInt8]?,
        ends: (committed: Int64, all: Int64), retainedStart: Int64, cursor: consuming PartitionCursor, isAligned: Bool
    ) {
        self.topic = topic
        self.name = name
        self.reader = reader
        self.key = key
        self.ends = ends
        self.retainedStart = retainedStart
        self.isAligned = isAligned
        partition = cursor.partition
        self.cursor = cursor
    }

    /// - Parameter changelog: right behind the last record of the transaction before the range.
    convenience init(
        changelog cursor: consuming PartitionCursor, _ reader: PartitionReader, key: [UInt8]?,
        ends: (committed: Int64, all: Int64)
    ) {
        let name = cursor.topic
        self.init(
            .orderState, name, reader, key: key, ends: ends, retainedStart: 0, cursor: cursor, isAligned: true)
    }

    /// Compares one transaction's records of this topic that have the key, in their order.
    /// - Parameters:
    ///   - sinceMs: when the transaction before was written.
    ///   - atMs: when this one was.
    func compare(
        _ replayed: [ReplayedRecord], transaction: UInt64, sinceMs: Int64, atMs: Int64
    ) throws -> Comparison {
        var comparison = Comparison()
        var index = 0
        if !isAligned, !replayed.isEmpty {
            comparison.expired = try align(replayed, sinceMs: sinceMs, atMs: atMs)
            index = comparison.expired
            comparison.offsets = Array(repeating: nil, count: index)
        }
        while index < replayed.count {
            let record = replayed[index]
            guard isAligned else {
                note(&comparison, Difference(.leftOut, record, published: nil, offset: nil, transaction: transaction))
                index += 1
                continue
            }
            switch try Match(topic, replayed[index...], { try peek($0) }) {
            case .same:
                comparison.offsets.append(try take()?.offset)
            case .altered:
                let theirs = try take()
                note(
                    &comparison,
                    Difference(
                        .altered, record, published: theirs, offset: theirs?.offset, transaction: transaction))
            case .leftOut:
                let offset = try peek(0)?.offset ?? ends.all
                note(
                    &comparison,
                    Difference(.leftOut, record, published: nil, offset: offset, transaction: transaction))
            case .added(let count):
                for _ in 0..<count {
                    guard let theirs = try take() else { break }
                    comparison.differences.append(
                        Difference(added: theirs, topic, partition, transaction: transaction))
                }
                continue
            }
            index += 1
        }
        return comparison
    }

    private func note(_ comparison: inout Comparison, _ difference: Difference) {
        comparison.differences.append(difference)
        comparison.offsets.append(difference.offset)
    }

    /// What is left when the last transaction of the journal was compared: no transaction wrote it.
    func rest(after transaction: UInt64, _ body: (Difference) -> Void) throws {
        guard isAligned else { return }
        while let record = try peek(0), record.offset < ends.committed {
            body(Difference(added: record, topic, partition, transaction: transaction))
            _ = try take()
        }
    }

    // MARK: -

    private func peek(_ index: Int) throws -> StoredRecord? {
        while ahead.count <= index, let record = try cursor.next() {
            if key == nil || record.key == key { ahead.append(record) }
        }
        return ahead.count > index ? ahead[index] : nil
    }

    private func take() throws -> StoredRecord? {
        guard try peek(0) != nil else { return nil }
        return ahead.removeFirst()
    }

    /// Looks for where the transaction's records begin.
    /// - Returns: how many of them stood before the topic's retained start.
    private func align(_ replayed: [ReplayedRecord], sinceMs: Int64, atMs: Int64) throws -> Int {
        let found = try reader.offset(name, partition, atMs: sinceMs - ReplayPlan.clockSpreadMs) ?? ends.all
        let start = max(found, retainedStart)
        try begin(at: start)
        var before: [StoredRecord] = []
        var alike: Int64?
        while let record = try take() {
            if (record.appendedAtMs ?? 0) > atMs + ReplayPlan.clockSpreadMs { break }
            if let index = replayed.prefix(Match.horizon).firstIndex(where: { $0.isSame(as: record) }) {
                isAligned = true
                ahead.insert(record, at: 0)
                let altered = giveBack(&before, replayed[..<index])
                offsetBefore = before.last?.offset
                let isCut = start == retainedStart && start > 0 && before.isEmpty
                return isCut ? index - altered : 0
            }
            if record.key == replayed[0].key, (record.appendedAtMs ?? 0) <= atMs,
                MessageIdentity(topic, record) == MessageIdentity(replayed[0])
            {
                alike = record.offset
            }
            before.append(record)
            if before.count > Match.horizon { before.removeFirst() }
        }
        if let alike {
            isAligned = true
            try begin(at: alike)
            return 0
        }
        return start == retainedStart && start > 0 ? replayed.count : 0
    }

    /// What stands right before the first record that was found again may be what comes before it in the transaction,
    /// altered.
    /// - Returns: how many are.
    private func giveBack(_ before: inout [StoredRecord], _ replayed: ArraySlice<ReplayedRecord>) -> Int {
        var count = 0
        for ours in replayed.reversed() {
            guard let theirs = before.last, MessageIdentity(ours) == MessageIdentity(topic, theirs) else { break }
            ahead.insert(theirs, at: 0)
            before.removeLast()
            count += 1
        }
        return count
    }

    private func begin(at offset: Int64) throws {
        ahead = []
        cursor = try reader.cursor(name, partition, from: offset, until: ends.all)
    }
}

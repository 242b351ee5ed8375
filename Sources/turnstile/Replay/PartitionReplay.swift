import Contract
import Engine
import Kafka
import Records
import Store

/// What a replay came to.
struct ReplayResult {
    var transactions = 0
    /// That were done again and compared or written.
    var records = 0
    /// Of these, what is no longer there to be compared with.
    var expired = 0
    var differences = 0
    var first: Difference?
    /// Records that transactions wrote to partitions of other orders: `operator-actions`.
    var readmissions: [(record: ReplayedRecord, transaction: UInt64)] = []

    mutating func add(_ difference: Difference) {
        differences += 1
        if first == nil { first = difference }
    }

    mutating func add(_ other: ReplayResult) {
        transactions += other.transactions
        records += other.records
        expired += other.expired
        differences += other.differences
        if first == nil { first = other.first }
        readmissions += other.readmissions
    }
}

/// A replay's way through one partition: the states before the range, then transaction by transaction the inputs, the
/// directory's version, the rules, and what was published.
struct PartitionReplay: ~Copyable {
    private let range: ReplayRange
    /// Of what a transaction writes only records with this key count; nil: all.
    private let key: [UInt8]?
    private let isCompared: Bool
    private var replayer: Replayer
    private var inputs: ReplayInputs
    private var directory: DirectoryVersions
    private let states: PublishedTopic
    /// Of the topics that others read, those that must be looked at.
    private var published: [Topic: PublishedTopic] = [:]
    /// The range's end by a published topic is passed.
    private var isPast = false
    private var result = ReplayResult()
    private var sinceMs: Int64
    // Behind the replayer, which reads it to its end.
    private let store: ScratchStore

    /// Folds the states before the range.
    static func begin(
        _ range: ReplayRange, _ plan: ReplayPlan, _ directory: DirectoryTimeline, _ settings: KafkaSettings,
        _ reader: PartitionReader, key: [UInt8]?, isCompared: Bool
    ) throws -> PartitionReplay {
        let partition = range.partition
        let before = range.first.record.number - 1
        let store = try ScratchStore(partition: partition)
        let ends = plan.ends(of: .orderState, partition)
        let place = (topic: settings.name(of: .orderState), partition: partition)
        let start = try reader.starts([place])[0]
        var changelog = try reader.cursor(place.topic, partition, from: start, until: ends.all)
        var groupID = ""
        if before == 0 {
            var ahead = 0
            while groupID.isEmpty, let record = try changelog.peek(ahead) {
                groupID = try partitionState(record)?.groupID ?? ""
                ahead += 1
            }
        } else {
            try fold(&changelog, from: start, upTo: before, into: store.store)
        }
        let states = PublishedTopic(changelog: changelog, reader, key: key, ends: ends)
        var published: [Topic: PublishedTopic] = [:]
        for topic in range.outputs.map({ [$0.topic] }) ?? (isCompared ? ReplayRequest.outputs : []) {
            published[topic] = try PublishedTopic(
                topic, settings, reader, partition: partition, key: key, ends: plan.ends(of: topic, partition),
                isFromStart: before == 0)
        }
        let sinceMs = try range.journal.last(before: range.first.offset)?.appendedAtMs ?? range.first.appendedAtMs
        let replayer = try Replayer(
            partition: partition, partitionCount: plan.partitionCount, groupID: groupID, store: store.store)
        return PartitionReplay(
            range: range, key: key, isCompared: isCompared, store: store, states: states, published: published,
            directory: DirectoryVersions(directory),
            inputs: ReplayInputs(settings, reader, partition: partition, last: range.last.record), sinceMs: sinceMs,
            replayer: replayer)
    }

    private init(
        range: ReplayRange, key: [UInt8]?, isCompared: Bool, store: ScratchStore, states: PublishedTopic,
        published: [Topic: PublishedTopic], directory: DirectoryVersions, inputs: consuming ReplayInputs,
        sinceMs: Int64, replayer: consuming Replayer
    ) {
        self.range = range
        self.key = key
        self.isCompared = isCompared
        self.store = store
        self.states = states
        self.published = published
        self.directory = directory
        self.inputs = inputs
        self.sinceMs = sinceMs
        self.replayer = replayer
    }

    private static func fold(
        _ changelog: inout PartitionCursor, from start: Int64, upTo number: UInt64, into store: any CheckpointStore
    ) throws {
        var fold = ChangelogFold(into: store)
        var progress = Progress("offsets of \(changelog.topic) \(changelog.partition)", total: changelog.until - start)
        defer { progress.end() }
        while let record = try changelog.next() {
            progress.tell(done: record.offset - start)
            guard let key = record.key else { continue }
            try key.withUnsafeBytes { key in
                if let value = record.value {
                    try value.withUnsafeBytes { try fold.add(key: key, value: $0, offset: record.offset) }
                } else {
                    try fold.add(key: key, value: nil, offset: record.offset)
                }
            }
            if let state = try partitionState(record), state.number >= number {
                guard state.number == number else { break }
                return try fold.write()
            }
        }
        throw CommandFailure(
            .failed,
            "\(changelog.topic) \(changelog.partition) has no end of transaction \(number): its states are not known",
            todo: "begin with a later transaction: --to-earliest takes the first that can be replayed")
    }

    /// Goes through the range.
    /// - Parameters:
    ///   - emit: takes each record that counts, of a transaction whose digest is the journal's, with the transaction's
    ///     number and append time.
    ///   - progress: called after each transaction.
    mutating func run(
        emit: (ReplayedRecord, UInt64, Int64) throws -> Void, progress: () -> Void
    ) throws -> ReplayResult {
        var cursor = try range.journal.reader.cursor(
            range.journal.topic, range.partition, from: range.first.offset, until: range.last.offset + 1)
        while let stored = try cursor.next() {
            let entry = try JournalEntry(stored, topic: range.journal.topic, partition: range.partition)
            guard try replay(entry, emit) else { return result }
            progress()
            if isPast { return result }
        }
        if isCompared, range.reachesEnd {
            let number = range.last.record.number
            if range.outputs == nil { try states.rest(after: number) { result.add($0) } }
            for topic in ReplayRequest.outputs {
                try published[topic]?.rest(after: number) { if isInRange($0.offset) { result.add($0) } }
            }
        }
        return result
    }

    /// - Returns: whether it makes sense to go on.
    private mutating func replay(
        _ entry: JournalEntry, _ emit: (ReplayedRecord, UInt64, Int64) throws -> Void
    ) throws -> Bool {
        let number = entry.record.number
        let transaction: Transaction
        do {
            let snapshot = try directory.at(entry.record.directoryVersion)
            try inputs.offer(entry.record, to: &replayer)
            transaction = try replayer.replay(entry.record, directory: snapshot)
        } catch ReplayFault.stateUnreadable(let words) {
            throw CommandFailure(
                .failed, "partition \(range.partition), transaction \(number): a state cannot be read: \(words)",
                todo: "is there room in TMPDIR, and was the changelog written by a build that is not newer?")
        } catch let fault as ReplayFault {
            result.add(
                Difference(
                    kind: .notRepeatable, topic: .journal, partition: range.partition, offset: entry.offset,
                    transaction: number, key: "", id: "", detail: "\(fault)"))
            return false
        }
        var records: [ReplayedRecord] = []
        for record in transaction.records { records.append(ReplayedRecord(record, of: transaction)) }
        result.transactions += 1
        defer { sinceMs = entry.appendedAtMs }
        let isVouchedFor = compareJournal(records.first { $0.topic == .journal }, entry)
        if isCompared, range.outputs == nil {
            let changelog = records.filter { $0.topic == .orderState && counts($0) }
            take(
                try states.compare(changelog, transaction: number, sinceMs: sinceMs, atMs: entry.appendedAtMs),
                count: changelog.count)
            result.readmissions += records.filter { $0.topic == .operatorActions && counts($0) }.map { ($0, number) }
        }
        var chosen = records.filter { ReplayRequest.outputs.contains($0.topic) && counts($0) }
        for topic in ReplayRequest.outputs {
            guard let published = published[topic] else { continue }
            let own = chosen.filter { $0.topic == topic }
            let comparison = try published.compare(
                own, transaction: number, sinceMs: sinceMs, atMs: entry.appendedAtMs)
            if isCompared { take(comparison, count: own.indices.count { isInRange(comparison.offsets[$0]) }) }
            if range.outputs != nil { chosen = try narrow(own, published, comparison.offsets, number) }
        }
        guard !isCompared else { return true }
        guard isVouchedFor else { return false }
        for record in chosen {
            try emit(record, number, entry.appendedAtMs)
            result.records += 1
        }
        return true
    }

    /// Those of a published topic's records that stand in the range.
    private mutating func narrow(
        _ records: [ReplayedRecord], _ published: PublishedTopic, _ offsets: [Int64?], _ transaction: UInt64
    ) throws -> [ReplayedRecord] {
        guard let wanted = range.outputs?.offsets else { return records }
        if let before = published.offsetBefore, before >= wanted.lowerBound {
            throw CommandFailure(
                .failed,
                "\(published.topic.name) \(range.partition):\(wanted.lowerBound) is of a transaction before \(transaction), "
                    + "the first that can be replayed",
                todo: "begin at offset \(before + 1) or later")
        }
        isPast = isPast || offsets.contains { $0.map { $0 >= wanted.upperBound } ?? false }
        return zip(records, offsets).filter { isInRange($1) }.map { $0.0 }
    }

    private func isInRange(_ offset: Int64?) -> Bool {
        guard let wanted = range.outputs?.offsets else { return true }
        return offset.map { wanted.contains($0) } ?? true
    }

    private func counts(_ record: ReplayedRecord) -> Bool { key == nil || record.key == key }

    private mutating func take(_ comparison: PublishedTopic.Comparison, count: Int) {
        result.records += count - comparison.expired
        result.expired += comparison.expired
        for difference in comparison.differences where isInRange(difference.offset) { result.add(difference) }
    }

    /// The journal's record vouches for all that the transaction wrote by its digest.
    private mutating func compareJournal(_ replayed: ReplayedRecord?, _ entry: JournalEntry) -> Bool {
        guard let replayed else { return false }
        if isCompared, key == nil, range.outputs == nil { result.records += 1 }
        if replayed.isSame(as: entry.stored) { return true }
        result.add(
            Difference(
                .altered, replayed, published: entry.stored, offset: entry.offset, transaction: entry.record.number))
        return false
    }
}

/// A store in a directory of its own, which goes with it.
final class ScratchStore {
    let store: PartitionStore
    private let directory: String

    init(partition: Int32) throws {
        directory = try makeTemporaryDirectory("turnstile-replay")
        store = try PartitionStore(dataDirectory: directory, partition: partition, identity: "replay")
    }

    deinit {
        store.close()
        removeDirectory(directory)
    }
}

import Contract
import Glibc
import Kafka
import Operations
import Protobuf
import Records

/// The transactions of one partition that are to be done again.
struct ReplayRange {
    var partition: Int32
    var journal: JournalLog
    var first: JournalEntry
    var last: JournalEntry
    /// The journal has no record behind the last one.
    var reachesEnd: Bool
    /// Where the range was told by a topic that is written: these of its records alone matter.
    var outputs: (topic: Topic, offsets: Range<Int64>)?

    /// Where each input goes on from before the range; nil where that is not known.
    var firstOffsets: [Int64?]

    /// Numbers have no gaps.
    var transactions: Int { Int(last.record.number - first.record.number) + 1 }
}

/// What a request comes to on a cluster, as it was when the command began.
struct ReplayPlan {
    var partitionCount: Int32
    var ranges: [ReplayRange] = []
    /// What a person should know of the ranges.
    var notes: [String] = []
    fileprivate var ends: [Topic: [(committed: Int64, all: Int64)]] = [:]

    /// The ends of one of the topics that transactions write. Below `committed` every record's transaction stands in the
    /// journal; nothing that those write stands at or after `all`.
    func ends(of topic: Topic, _ partition: Int32) -> (committed: Int64, all: Int64) {
        ends[topic]?[Int(partition)] ?? (0, 0)
    }

    var transactions: Int { ranges.reduce(0) { $0 + $1.transactions } }

    /// Records of one transaction have almost one time; the brokers' clocks may differ by as much as this.
    static let clockSpreadMs: Int64 = 60_000
}

/// Resolves a request: asks the cluster, and reads nothing but single records.
struct ReplayResolver {
    let request: ReplayRequest
    let settings: KafkaSettings
    let reader: PartitionReader
    let partitionCount: Int32
    private let directory: DirectoryTimeline
    private var plan: ReplayPlan

    private init(
        _ request: ReplayRequest, _ settings: KafkaSettings, _ reader: PartitionReader, _ directory: DirectoryTimeline
    ) throws {
        self.request = request
        self.directory = directory
        self.settings = settings
        self.reader = reader
        partitionCount = try countPartitions(of: .journal, settings, todo: "is --topic-prefix right?")
        plan = ReplayPlan(partitionCount: partitionCount)
    }

    /// - Throws: where a range cannot be replayed, with why, and from where on it could.
    static func plan(
        _ request: ReplayRequest, _ settings: KafkaSettings, _ reader: PartitionReader, _ directory: DirectoryTimeline
    ) throws -> ReplayPlan {
        var resolver = try ReplayResolver(request, settings, reader, directory)
        try resolver.resolve()
        return resolver.plan
    }

    private mutating func resolve() throws {
        let partitions = try self.partitions()
        let all = (0..<partitionCount).map { $0 }
        // In this order: what is committed now in the outputs has its journal record below the end that is asked next;
        // and once those records are committed, all that they tell of stands below the ends that are asked last.
        let published = ReplayRequest.outputs + [.orderState, .operatorActions]
        var committed: [Topic: [Int64]] = [:]
        for topic in published { committed[topic] = try reader.ends(places(topic, all), committedOnly: true) }
        let journalStarts = try reader.starts(places(.journal, all))
        let journalEnds = try reader.ends(places(.journal, all), committedOnly: false)
        try waitUntilSettled(places(.journal, all), journalEnds)
        for topic in published {
            let ends = try reader.ends(places(topic, all), committedOnly: false)
            plan.ends[topic] = zip(committed[topic] ?? [], ends).map { ($0, $1) }
        }
        for partition in partitions {
            let journal = JournalLog(
                reader: reader, topic: settings.name(of: .journal), partition: partition,
                start: journalStarts[Int(partition)], end: journalEnds[Int(partition)])
            if let range = try range(journal) { plan.ranges.append(range) }
        }
    }

    /// Until no transaction is open below these ends.
    private func waitUntilSettled(_ places: [(topic: String, partition: Int32)], _ ends: [Int64]) throws {
        let deadlineMs = UTCTime.nowMs() + Self.openTransactionMs
        while zip(try reader.ends(places, committedOnly: true), ends).contains(where: { $0 < $1 }) {
            guard UTCTime.nowMs() < deadlineMs else {
                throw CommandFailure(
                    .tryAgain, "a transaction in \(places[0].topic) stays open",
                    todo: "turnstile status tells which; the broker aborts it after its time-out")
            }
            usleep(20_000)
        }
    }

    /// Longer than the brokers let a transaction of ours be open.
    private static let openTransactionMs: Int64 = 30_000

    private func places(_ topic: Topic, _ partitions: [Int32]) -> [(topic: String, partition: Int32)] {
        partitions.map { (settings.name(of: topic), $0) }
    }

    private func partitions() throws -> [Int32] {
        let asked: [Int32]
        switch request.scope {
        case .all: return (0..<partitionCount).map { $0 }
        case .key(let key): return [key.withUnsafeBytes { Murmur2.partition(of: $0, count: partitionCount) }]
        case .topic(_, let partitions): asked = partitions ?? (0..<partitionCount).map { $0 }
        case .places(let places): asked = Array(Set(places.map(\.partition))).sorted()
        }
        if let unknown = asked.first(where: { $0 >= partitionCount }) {
            throw CommandFailure(.usage, "there is no partition \(unknown): the topics have \(partitionCount)")
        }
        return asked
    }

    /// nil where nothing of the partition is in the range.
    private mutating func range(_ journal: JournalLog) throws -> ReplayRange? {
        guard let oldest = try journal.entry(at: journal.start) else { return nil }
        let limit = try earliest(journal, oldest)
        guard let first = try first(journal, limit), let last = try last(journal),
            first.entry.offset <= last.offset
        else { return nil }
        if first.entry.record.number < limit.number {
            throw CommandFailure(
                .failed,
                "partition \(journal.partition): the range begins with transaction \(first.entry.record.number), "
                    + "but \(limit.why)",
                todo: try journal.first { $0.record.number >= limit.number }.map {
                    "it can begin at offset \($0.offset) of \(Topic.journal.name): --to-earliest takes that"
                } ?? "no transaction of it can be replayed any more")
        }
        let before = try journal.last(before: first.entry.offset)
        let newest = try journal.last(before: journal.end)
        return ReplayRange(
            partition: journal.partition, journal: journal, first: first.entry, last: last,
            reachesEnd: newest?.offset == last.offset, outputs: first.outputs,
            firstOffsets: (0..<3).map { input in
                let handled = first.entry.firstOffset(of: input)
                return before?.record.position(of: input) ?? handled ?? (first.entry.record.number == 1 ? 0 : nil)
            })
    }

    // MARK: Where a replay can begin

    private struct Limit {
        /// Of the first transaction that can be done again.
        var number: UInt64
        var why: String
    }

    private func earliest(_ journal: JournalLog, _ oldest: JournalEntry) throws -> Limit {
        var limit = Limit(
            number: oldest.record.number, why: "the journal is retained from transaction \(oldest.record.number) on")
        func raise(_ number: UInt64, _ why: String) {
            if number > limit.number { limit = Limit(number: number, why: why) }
        }
        let states = try earliestOfStates(journal.partition)
        raise(
            states,
            "\(Topic.orderState.name) has what was before it from transaction \(states) on: compaction has "
                + "passed the rest")
        let newest = try journal.last(before: journal.end) ?? oldest
        let isExact = { (entry: JournalEntry) in entry.record.directoryVersion >= directory.exactFrom }
        if !isExact(oldest) {
            raise(
                try journal.first(where: isExact)?.record.number ?? newest.record.number + 1,
                "\(Topic.directory.name) tells all that was in force from offset \(directory.exactFrom) on: compaction "
                    + "has passed the rest")
        }
        for (input, topic) in Topic.inputs.enumerated() {
            let start = try reader.starts(places(topic, [journal.partition]))[0]
            let reached = min(start, newest.record.position(of: input))
            guard start > 0, let entry = try journal.first(where: { $0.record.position(of: input) >= reached }) else {
                continue
            }
            let isCut = (entry.firstOffset(of: input) ?? start) < start
            raise(entry.record.number + (isCut ? 1 : 0), "\(topic.name) is retained from offset \(start) on")
        }
        return limit
    }

    /// The first transaction that `order-state` has all states before. Compaction keeps the last record of each key of
    /// the part that it has passed; so where two ends of transactions stand in it, it has not passed the second one's.
    private func earliestOfStates(_ partition: Int32) throws -> UInt64 {
        let place = places(.orderState, [partition])
        let end = plan.ends(of: .orderState, partition).all
        var cursor = try reader.cursor(
            place[0].topic, partition, from: try reader.starts(place)[0], until: end)
        var earlier: UInt64?
        while let record = try cursor.next() {
            guard let state = try partitionState(record) else { continue }
            if state.number == 1 { return 1 }
            if earlier != nil { return state.number + 1 }
            earlier = state.number
        }
        return (earlier ?? 0) + 1
    }

    // MARK: From and until

    private mutating func first(
        _ journal: JournalLog, _ limit: Limit
    ) throws -> (entry: JournalEntry, outputs: (topic: Topic, offsets: Range<Int64>)?)? {
        var found: JournalEntry?
        var outputs: (topic: Topic, offsets: Range<Int64>)?
        switch request.scope {
        case .all, .key:
            found = try first(journal, .journal, request.from)
        case .topic(let topic, _):
            found = try first(journal, topic, request.from)
            outputs = try self.outputs(topic, journal.partition, request.from)
        case .places(let places):
            for place in places where place.partition == journal.partition {
                guard let entry = try first(journal, place.topic, .offset(place.offset)) else { continue }
                if found.map({ entry.offset < $0.offset }) ?? true { found = entry }
                outputs = try self.outputs(place.topic, place.partition, .offset(place.offset))
            }
        }
        let isFree = request.from == .earliest || outputs != nil
        if let entry = found, entry.record.number < limit.number, isFree {
            if request.from == .earliest {
                plan.notes.append(
                    "partition \(journal.partition) begins with transaction \(limit.number): \(limit.why)")
            }
            found = try journal.first { $0.record.number >= limit.number }
        }
        return found.map { ($0, outputs) }
    }

    private func first(_ journal: JournalLog, _ topic: Topic, _ from: ReplayRequest.From) throws -> JournalEntry? {
        if from == .earliest { return try journal.entry(at: journal.start) }
        guard let offset = try offset(topic, journal.partition, from) else { return nil }
        if topic == .journal { return try journal.entry(at: offset) }
        if let input = Topic.inputs.firstIndex(of: topic) {
            return try journal.first { $0.record.position(of: input) > offset }
        }
        guard let timeMs = try time(topic, journal.partition, offset) else { return nil }
        return try reader.offset(journal.topic, journal.partition, atMs: timeMs - ReplayPlan.clockSpreadMs).flatMap {
            try journal.entry(at: $0)
        }
    }

    private func offset(_ topic: Topic, _ partition: Int32, _ from: ReplayRequest.From) throws -> Int64? {
        switch from {
        case .offset(let offset): offset
        case .timeMs(let timeMs): try reader.offset(settings.name(of: topic), partition, atMs: timeMs)
        case .earliest, .places: 0
        }
    }

    private func last(_ journal: JournalLog) throws -> JournalEntry? {
        let topic: Topic =
            switch request.scope {
            case .all, .key: .journal
            case .topic(let topic, _): topic
            case .places(let places):
                places.first { $0.partition == journal.partition }?.topic ?? .journal
            }
        guard let offset = try untilOffset(topic, journal.partition) else {
            return try journal.last(before: journal.end)
        }
        if topic == .journal { return try journal.last(before: offset) }
        if let input = Topic.inputs.firstIndex(of: topic) {
            return try journal.first { $0.record.position(of: input) >= offset }
                ?? journal.last(before: journal.end)
        }
        guard let timeMs = try time(topic, journal.partition, offset),
            let end = try reader.offset(journal.topic, journal.partition, atMs: timeMs + ReplayPlan.clockSpreadMs)
        else { return try journal.last(before: journal.end) }
        return try journal.last(before: end)
    }

    /// The exclusive end by the topic's own offsets; nil where there is none but the topic's.
    private func untilOffset(_ topic: Topic, _ partition: Int32) throws -> Int64? {
        switch request.until {
        case .latest: nil
        case .offset(let offset): offset
        case .timeMs(let timeMs): try reader.offset(settings.name(of: topic), partition, atMs: timeMs)
        }
    }

    private func outputs(
        _ topic: Topic, _ partition: Int32, _ from: ReplayRequest.From
    ) throws -> (topic: Topic, offsets: Range<Int64>)? {
        guard ReplayRequest.outputs.contains(topic) else { return nil }
        try checkRetained(topic, partition, from)
        let start = try offset(topic, partition, from) ?? Int64.max
        let end = try untilOffset(topic, partition) ?? Int64.max
        return (topic, start..<max(start, end))
    }

    /// Which transactions wrote records that are no longer there, nobody can tell by the topic.
    private func checkRetained(_ topic: Topic, _ partition: Int32, _ from: ReplayRequest.From) throws {
        let start = try reader.starts(places(topic, [partition]))[0]
        let isGone: Bool
        switch from {
        case .offset(let offset): isGone = offset < start
        case .timeMs(let timeMs): isGone = try start > 0 && time(topic, partition, start).map { $0 > timeMs } ?? true
        case .earliest, .places: isGone = false
        }
        guard isGone else { return }
        throw CommandFailure(
            .failed,
            "partition \(partition): the range begins before what is there, \(topic.name) is retained from offset "
                + "\(start) on",
            todo: "tell the range by --all, or by --topic of an input or \(Topic.journal.name), with its offsets or times")
    }

    /// When the topic's first record at or after an offset was appended; nil where there is none.
    private func time(_ topic: Topic, _ partition: Int32, _ offset: Int64) throws -> Int64? {
        let place = places(topic, [partition])
        let start = try reader.starts(place)[0]
        let end = plan.ends(of: topic, partition).all
        var cursor = try reader.cursor(place[0].topic, partition, from: max(offset, start), until: end)
        return try cursor.next()?.appendedAtMs
    }
}

extension JournalRecord {
    /// The next offset to handle of an input, by its index among `Topic.inputs`; -1 where none is known.
    fileprivate func position(of input: Int) -> Int64 { next.indices.contains(input) ? next[input] : -1 }
}

/// What stands under `/`; nil where the record is of another key.
func partitionState(_ record: StoredRecord) throws -> PartitionState? {
    guard record.key == [UInt8(ascii: "/")], let value = record.value else { return nil }
    return try readPartitionState(value.span.bytes)
}

import Check
import Kafka
import Protobuf
import Records
import Schemas

/// Reads all of an installation's topics, committed records only, and holds them against the invariants.
///
/// What is remembered grows with the orders. So where there are many events the topics are read several times, each time
/// for another share of the keys: memory stays the same, and it takes longer.
struct CheckReading: ~Copyable {
    private let settings: KafkaSettings
    private var reader: TopicReader
    private var progress: Progress?
    private var read: Int64 = 0
    private let passes: Int32

    /// - Parameters:
    ///   - eventsAtOnce: how many events' orders are remembered at once; fewer take less memory and more time.
    ///   - tellsProgress: on standard error, as long work does.
    init(_ settings: KafkaSettings, eventsAtOnce: Int64 = 500_000, tellsProgress: Bool = false) throws {
        let reader = try TopicReader(settings, log: quietLog)
        let partitions = try reader.partitionCount(settings.name(of: .orderEvents))
        let orders = try Self.records(of: [.orderEvents], partitions, settings)
        let passes = Int32(clamping: orders / max(eventsAtOnce, 1) + 1)
        let total =
            try Self.records(of: Self.keyed, partitions, settings) * Int64(passes)
            + Self.records(of: Topic.inputs + [.journal], partitions, settings)
        self.settings = settings
        self.reader = reader
        self.passes = passes
        progress = tellsProgress ? Progress("records", total: total) : nil
    }

    /// At most so many: of what is no longer retained nothing is known here.
    private static func records(of topics: [Topic], _ partitions: Int32, _ settings: KafkaSettings) throws -> Int64 {
        let asked = topics.flatMap { topic in
            (0..<partitions).map { (topic: settings.name(of: topic), partition: $0) }
        }
        return try withAdmin(settings) { try $0.highWatermarks(asked).reduce(0) { $0 + ($1 ?? 0) } }
    }

    /// The dead letters first, so that their bytes can be held against the inputs'.
    private static let keyed: [Topic] =
        [.deadLetters] + Topic.inputs + [.orderEvents, .supplierRequests, .receivableEntries, .settlementEntries]

    struct Result {
        var findings: [Finding] = []
        var counts = TopicCheck.Counts()
        var transactions = 0
        /// Records of the inputs that the transactions contain.
        var handledInputs = 0
    }

    /// - Parameters:
    ///   - isComplete: all inputs were handled, and nothing is under way.
    ///   - group: whose committed offsets are held against the journal; nil: nobody's.
    mutating func check(isComplete: Bool, group: String?) throws -> Result {
        var result = try checkJournal(isComplete: isComplete, group: group)
        for pass in 0..<passes {
            let (findings, counts) = try checkOrders(pass, isComplete: isComplete)
            result.findings += findings
            result.counts += counts
        }
        progress?.end()
        return result
    }

    private mutating func readToEnd(_ topic: Topic, _ body: (TopicRecord) -> Void) throws {
        try reader.readToEnd(settings.name(of: topic)) { record in
            body(record)
            read += 1
            if read % 1000 == 0 { progress?.tell(done: read) }
            return .goOn
        }
    }

    // MARK: The journal

    private mutating func checkJournal(isComplete: Bool, group: String?) throws -> Result {
        var check = JournalCheck()
        let partitions = try reader.partitionCount(settings.name(of: .journal))
        let asked = Topic.inputs.flatMap { topic in (0..<partitions).map { (settings.name(of: topic), $0) } }
        func committed() throws -> [(offset: Int64, number: UInt64?)?] {
            guard isComplete, let group else { return [] }
            return try withAdmin(settings) { try $0.committedOffsets(group: group, asked) }
        }
        let before = try committed()
        try readToEnd(.journal) { record in
            let value = copied(record.value)
            check.transaction(value.span.bytes, partition: record.partition, at: place(.journal, record))
        }
        // Of a partition that is at work meanwhile nothing can be said.
        for (index, (earlier, later)) in zip(before, try committed()).enumerated() {
            guard let earlier, let later, earlier.offset == later.offset, earlier.number == later.number else { continue }
            check.committed(
                index / Int(partitions), partition: Int32(index % Int(partitions)), offset: later.offset,
                number: later.number)
        }
        for (index, topic) in Topic.inputs.enumerated() {
            try readToEnd(topic) { check.input(index, partition: $0.partition, offset: $0.offset) }
        }
        return Result(
            findings: check.result(isComplete: isComplete), transactions: check.transactions,
            handledInputs: check.inputs)
    }

    // MARK: Orders

    private mutating func checkOrders(
        _ pass: Int32, isComplete: Bool
    ) throws -> (findings: [Finding], counts: TopicCheck.Counts) {
        var check = TopicCheck()
        let passes = passes
        for topic in Self.keyed {
            try readToEnd(topic) { record in
                if topic == .orderCommands { check.commandsReach(partition: record.partition, offset: record.offset) }
                let share = record.key.map { Murmur2.partition(of: $0, count: passes) } ?? 0
                if share == pass { give(record, of: topic, to: &check) }
            }
        }
        return check.result(isComplete: isComplete)
    }
}

private func give(_ record: TopicRecord, of topic: Topic, to check: inout TopicCheck) {
    let value = copied(record.value)
    let place = place(topic, record)
    switch topic {
    case .deadLetters:
        let letter = DeadLetter(record)
        check.deadLetter(
            originTopic: letter.origin.topic, partition: letter.origin.partition, offset: letter.origin.offset,
            key: letter.key, value: letter.value, isWhole: letter.lostValueBytes == nil)
    case .orderEvents: check.event(protobuf(value, Proto.OrderEvent.descriptor).span.bytes, at: place)
    case .supplierRequests: check.request(protobuf(value, Proto.SupplierRequest.descriptor).span.bytes, at: place)
    case .receivableEntries, .settlementEntries:
        check.entry(protobuf(value, Proto.LedgerEntry.descriptor).span.bytes, at: place)
    default:
        let key = record.key.map { copied($0) }
        check.input(
            topic: topic.name, partition: record.partition, offset: record.offset, key: key,
            value: record.value == nil ? nil : value)
        if topic == .orderCommands {
            check.command(partition: record.partition, offset: record.offset, key: key, value: value)
        }
        guard topic == .operatorActions, let readmission = Redrive(record) else { return }
        let origin = readmission.origin
        if readmission.isOwn {
            check.misrouted(originTopic: origin.topic, partition: origin.partition, offset: origin.offset)
        } else {
            check.readmission(originTopic: origin.topic, partition: origin.partition, offset: origin.offset)
        }
    }
}

private func place(_ topic: Topic, _ record: TopicRecord) -> String {
    "\(topic.name) \(record.partition):\(record.offset)"
}

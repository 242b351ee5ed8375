internal import Protobuf
internal import Schemas

/// Reads the topics of an installation, in any order of topics but each partition in its own order, and says which
/// invariants do not hold. It shares nothing with the domain's rules.
///
/// Only committed records may be given to it.
public struct TopicCheck {
    private var orders: [String: OrderHistory] = [:]
    /// How often each event kind named a command's record as its cause.
    private var answers: [Position: [Proto.OrderEvent.EventCase: Int]] = [:]
    private var commands: [Position: Int] = [:]
    /// The first offset of each partition, where that was told.
    private var firstCommands: [Int32: Int64] = [:]
    /// Commands by a hash of their key and value: the same bytes are the same command.
    private var commandsByContent: [Int: [Position]] = [:]
    /// Commands that were refused in a way that is not remembered, so that the same one is judged anew.
    private var forgotten: Set<Position> = []
    /// By where the input stood, a hash of what the dead letters have of it.
    private var deadLetterContents: [String: Int] = [:]
    /// How often an input was to be judged once more.
    private var readmissions: [String: Int] = [:]
    private var deadLetters: [String: Int] = [:]
    private var findings: [Finding] = []
    private var counts = Counts()

    public struct Counts: Equatable, Sendable {
        public var commands = 0
        public var events = 0
        public var requests = 0
        public var entries = 0
        public var deadLetters = 0
        public var repeatedCommands = 0
        public var rejectedCommands = 0
        public var anomalies = 0
        /// Orders by their last status, as the contract names it.
        public var orders: [String: Int] = [:]
        /// Sums by book and currency, in minor units.
        public var books: [String: Int64] = [:]

        public init() {}

        public static func += (sum: inout Counts, other: Counts) {
            sum.commands += other.commands
            sum.events += other.events
            sum.requests += other.requests
            sum.entries += other.entries
            sum.deadLetters += other.deadLetters
            sum.repeatedCommands += other.repeatedCommands
            sum.rejectedCommands += other.rejectedCommands
            sum.anomalies += other.anomalies
            sum.orders.merge(other.orders, uniquingKeysWith: +)
            sum.books.merge(other.books, uniquingKeysWith: &+)
        }
    }

    public init() {}

    /// A record of `order-commands` stands here, be it given or not: what was answered before the first of a partition is
    /// no longer retained.
    public mutating func commandsReach(partition: Int32, offset: Int64) {
        if firstCommands[partition] == nil { firstCommands[partition] = offset }
    }

    /// A record of `order-commands`. Without its bytes nothing is said about repetitions.
    public mutating func command(partition: Int32, offset: Int64, key: [UInt8]? = nil, value: [UInt8]? = nil) {
        counts.commands += 1
        let position = Position(partition: partition, offset: offset)
        commands[position, default: 0] += 1
        if let value { commandsByContent[Self.hash(key, value), default: []].append(position) }
    }

    /// A record of any input, after all dead letters: what they have of it must be the same bytes.
    public mutating func input(topic: String, partition: Int32, offset: Int64, key: [UInt8]?, value: [UInt8]?) {
        let place = "\(topic) \(partition) \(offset)"
        guard let content = deadLetterContents[place], content != Self.hash(key, value) else { return }
        findings.append(Finding(.deadLetters, place, "the dead letter has other bytes"))
    }

    private static func hash(_ key: [UInt8]?, _ value: [UInt8]?) -> Int {
        var hasher = Hasher()
        hasher.combine(key)
        hasher.combine(value)
        return hasher.finalize()
    }

    /// A record of `order-events`.
    public mutating func event(_ value: RawSpan, at place: String) {
        counts.events += 1
        read(place) { check in
            let event = try Proto.OrderEvent.View(value)
            let key = "\(text(event.distributorId))/\(text(event.distributorOrderId))"
            switch event.eventCase {
            case .commandRepeated: check.counts.repeatedCommands += 1
            case .commandRejected: check.counts.rejectedCommands += 1
            case .anomalyFound: check.counts.anomalies += 1
            default: break
            }
            if let cause = try event.cause(), let command = try cause.command() {
                let position = Position(partition: command.partition, offset: command.offset)
                check.answers[position, default: [:]][event.eventCase, default: 0] += 1
                if let rejected = try event.commandRejected(), !Self.isRemembered(rejected.code) {
                    check.forgotten.insert(position)
                }
            }
            check.findings += try check.orders[key, default: OrderHistory()].take(event, key: key)
        }
    }

    /// A record of `supplier-requests`.
    public mutating func request(_ value: RawSpan, at place: String) {
        counts.requests += 1
        read(place) { check in
            let request = try Proto.SupplierRequest.View(value)
            guard request.operationCase == .issue else { return }
            let key = "\(text(request.distributorId))/\(text(request.distributorOrderId))"
            check.orders[key, default: OrderHistory()].issueRequests.insert(text(request.requestId))
        }
    }

    /// A record of one of the two books.
    public mutating func entry(_ value: RawSpan, at place: String) {
        counts.entries += 1
        read(place) { check in
            let entry = try Proto.LedgerEntry.View(value)
            let key = "\(text(entry.distributorId))/\(text(entry.distributorOrderId))"
            guard let amount = try entry.amount() else {
                check.findings.append(Finding(.booksFollowStates, key, "\(text(entry.entryId)) has no amount"))
                return
            }
            var sums: [String: Int64] = [:]
            var lines = entry.lines
            while let line = try lines.next() {
                let component = Proto.PriceComponent(rawValue: line.component).map { "\($0)" } ?? "\(line.component)"
                sums["\(line.ticket.map(String.init) ?? "order")/\(component)", default: 0] &+= line.minorUnits
            }
            let book = Proto.Book(rawValue: entry.book) ?? .unspecified
            check.counts.books["\(book) \(text(amount.currency))", default: 0] &+= amount.minorUnits
            check.orders[key, default: OrderHistory()].entries.append(
                OrderHistory.Entry(
                    book: book, kind: Proto.EntryKind(rawValue: entry.kind) ?? .unspecified,
                    refundID: text(entry.refundId), amount: amount.minorUnits, currency: text(amount.currency),
                    lines: sums, id: text(entry.entryId)))
        }
    }

    /// What is refused for its sender's sake is judged anew each time; so is what has the id of another command.
    private static func isRemembered(_ code: Int32) -> Bool {
        switch Proto.RejectionCode(rawValue: code) {
        case .signatureInvalid, .outsideTimeWindow, .idempotencyConflict: false
        default: true
        }
    }

    /// A record of `dead-letters`, by where the input stood.
    /// - Parameters:
    ///   - key: with `value` what it has of the input; nil where they are not to be compared.
    ///   - isWhole: the input was not too large to be kept.
    public mutating func deadLetter(
        originTopic: String, partition: Int32, offset: Int64, key: [UInt8]? = nil, value: [UInt8]? = nil,
        isWhole: Bool = false
    ) {
        counts.deadLetters += 1
        if isWhole { deadLetterContents["\(originTopic) \(partition) \(offset)"] = Self.hash(key, value) }
        deadLetters["\(originTopic) \(partition) \(offset)", default: 0] += 1
        if originTopic.hasSuffix("order-commands") {
            answers[Position(partition: partition, offset: offset), default: [:]][.notSet, default: 0] += 1
        }
    }

    /// Turnstile's own readmission of a record that stood on the wrong partition: it is judged by its first append time,
    /// when what was remembered of the same command may be forgotten.
    public mutating func misrouted(originTopic: String, partition: Int32, offset: Int64) {
        guard originTopic.hasSuffix("order-commands") else { return }
        forgotten.insert(Position(partition: partition, offset: offset))
    }

    /// A person's readmission on `operator-actions`, by where the input that it holds stood first.
    public mutating func readmission(originTopic: String, partition: Int32, offset: Int64) {
        readmissions["\(originTopic) \(partition) \(offset)", default: 0] += 1
    }

    private mutating func read(_ place: String, _ body: (inout TopicCheck) throws -> Void) {
        do { try body(&self) } catch { findings.append(Finding(.readable, place, "\(error)")) }
    }

    /// What does not hold, and what was counted.
    /// - Parameter isComplete: all inputs were handled: then each command must have its answer.
    public func result(isComplete: Bool) -> (findings: [Finding], counts: Counts) {
        var findings = self.findings + checkAnswers(isComplete)
        for (place, count) in deadLetters.sorted(by: { $0.key < $1.key }) where count > 1 + (readmissions[place] ?? 0) {
            findings.append(Finding(.deadLetters, place, "\(count) dead letters"))
        }
        var counts = self.counts
        for (key, order) in orders.sorted(by: { $0.key < $1.key }) where order.lastSequence > 0 {
            counts.orders[Self.name(of: order.status), default: 0] += 1
            if order.issueRequests.count > 1 {
                findings.append(
                    Finding(.oneIssuing, key, "issue requests \(order.issueRequests.sorted().joined(separator: ", "))"))
            }
            findings += order.checkBooks(key)
        }
        return (findings, counts)
    }

    private func checkAnswers(_ isComplete: Bool) -> [Finding] {
        var findings: [Finding] = []
        for (position, events) in answers {
            let place = "order-commands partition \(position.partition) offset \(position.offset)"
            // Whoever has it judged once more gets one more answer.
            let more = readmissions["order-commands \(position.partition) \(position.offset)"] ?? 0
            // A command can uncover more than one anomaly; that it is handled once its events' order shows.
            if let twice = events.first(where: { $0.value > 1 + more && $0.key != .anomalyFound }) {
                findings.append(Finding(.answeredOnce, place, "\(twice.key) \(twice.value) times"))
            }
            let finals = (events[.commandRepeated] ?? 0) + (events[.commandRejected] ?? 0) + (events[.notSet] ?? 0)
            if finals > 1 + more || (more == 0 && events[.commandRepeated] != nil && events.count > 1) {
                findings.append(
                    Finding(
                        .answeredOnce, place,
                        "handled twice: \(events.keys.map { "\($0)" }.sorted().joined(separator: ", "))"))
            }
            let isRetained = firstCommands.isEmpty || position.offset >= firstCommands[position.partition] ?? .max
            if commands[position] == nil, !commands.isEmpty, isRetained, isComplete {
                findings.append(Finding(.answeredOnce, place, "an answer to a command that is not there"))
            }
        }
        for positions in commandsByContent.values where positions.count > 1 {
            findings += checkRepetitions(positions)
        }
        guard isComplete else { return findings }
        for position in commands.keys where answers[position] == nil {
            let place = "order-commands partition \(position.partition) offset \(position.offset)"
            findings.append(Finding(.answeredOnce, place, "no answer"))
        }
        return findings.sorted { $0.place < $1.place }
    }

    /// Of commands of the same bytes one has the answer; the others are repetitions of it.
    private func checkRepetitions(_ positions: [Position]) -> [Finding] {
        let first = positions.filter { position in
            guard let events = answers[position], !forgotten.contains(position) else { return false }
            return events[.commandRepeated] == nil && events[.notSet] == nil
        }
        guard first.count > 1, let last = first.last else { return [] }
        let place = "order-commands partition \(last.partition) offset \(last.offset)"
        return [Finding(.answeredOnce, place, "the same command as at offset \(first[0].offset) is answered anew")]
    }

    private static func name(of status: Proto.OrderStatus) -> String {
        let prefix = "ORDER_STATUS_"
        let name = Proto.OrderStatus.descriptor.values.first { $0.number == status.rawValue }?.name ?? "\(status)"
        return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    }
}

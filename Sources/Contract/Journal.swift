public import Orders
public import Protobuf
internal import Schemas

/// What one transaction did for one partition and what was not determined by the inputs alone: with the inputs, the
/// directory and the states before it, everything that it wrote follows. Topic `journal`.
public struct JournalRecord: Equatable, Sendable {
    /// Of the transaction, as in `/`.
    public var number: UInt64
    /// Of the directory that the decisions saw.
    public var directoryVersion: Int64
    public var ruleVersion: UInt32
    /// N, by which a supplier's query rate is divided.
    public var partitions: Int32
    /// The wall time from which answers are waited for, unless the partition's clock is later.
    public var sentAtMs: Milliseconds
    /// In the order in which they were done.
    public var steps: [JournalStep]
    /// Over the digest before and every record that the transaction wrote but this one and `/`.
    public var digest: [UInt8]
    /// Empty in a partition's first record.
    public var previousDigest: [UInt8]
    /// The next offset to handle of each input afterwards, in the order of `Topic.inputs`.
    public var next: [Int64]

    public init(
        number: UInt64, directoryVersion: Int64, ruleVersion: UInt32, partitions: Int32, sentAtMs: Milliseconds,
        steps: [JournalStep], digest: [UInt8], previousDigest: [UInt8], next: [Int64]
    ) {
        self.number = number
        self.directoryVersion = directoryVersion
        self.ruleVersion = ruleVersion
        self.partitions = partitions
        self.sentAtMs = sentAtMs
        self.steps = steps
        self.digest = digest
        self.previousDigest = previousDigest
        self.next = next
    }
}

/// One stretch of a transaction's work.
public enum JournalStep: Equatable, Sendable {
    case run(Run)
    /// The clock was moved without a record.
    case clock(toMs: Milliseconds)
    case timers(Timers)
    /// A person said where an input goes on.
    case move(Move)

    /// Records of one input, one after the other.
    public struct Run: Equatable, Sendable {
        /// The index of the input among `Topic.inputs`.
        public var input: Int
        public var firstOffset: Int64
        public var lastOffset: Int64
        /// Those whose signature did not verify.
        public var unverified: [Int64] = []
        /// Those whose outputs the broker would not take; named twice, where it would not take the dead letter's value,
        /// three times, where not its key and headers either.
        public var tooLarge: [Int64] = []

        public init(input: Int, firstOffset: Int64, lastOffset: Int64) {
            self.input = input
            self.firstOffset = firstOffset
            self.lastOffset = lastOffset
        }
    }

    /// Timers that fired one after the other, in the order (due, key, kind).
    public struct Timers: Equatable, Sendable {
        /// Of the last one.
        public var dueMs: Milliseconds
        public var key: [UInt8]
        public var kind: TimerKind
        public var count: UInt32
        /// Which of them, from 0, ended as Escalated because the broker would not take their outputs.
        public var tooLarge: [UInt32] = []

        public init(dueMs: Milliseconds, key: [UInt8], kind: TimerKind, count: UInt32) {
            self.dueMs = dueMs
            self.key = key
            self.kind = kind
            self.count = count
        }
    }

    public struct Move: Equatable, Sendable {
        /// The index of the input among `Topic.inputs`.
        public var input: Int
        public var from: Int64
        public var to: Int64
        public var reason: String

        public init(input: Int, from: Int64, to: Int64, reason: String) {
            self.input = input
            self.from = from
            self.to = to
            self.reason = reason
        }
    }
}

private typealias Out = InternalProto.JournalRecord

public func writeJournalRecord(_ record: JournalRecord, to writer: inout ReverseWriter) -> Slice {
    let whole = writer.mark()
    Out.writeNextOffsets(record.next, to: &writer)
    unsafe Out.writePreviousDigest(record.previousDigest.span.bytes, to: &writer)
    unsafe Out.writeDigest(record.digest.span.bytes, to: &writer)
    for step in record.steps.reversed() {
        let mark = writer.mark()
        writeStep(step, to: &writer)
        Out.endSteps(mark, to: &writer)
    }
    Out.writeSentAtMs(record.sentAtMs, to: &writer)
    Out.writePartitions(record.partitions, to: &writer)
    Out.writeRuleVersion(record.ruleVersion, to: &writer)
    Out.writeDirectoryVersion(record.directoryVersion, to: &writer)
    Out.writeNumber(record.number, to: &writer)
    return writer.finish(whole)
}

private func writeStep(_ step: JournalStep, to writer: inout ReverseWriter) {
    let mark = writer.mark()
    switch step {
    case .run(let run):
        Out.Run.writeTooLargeOffsets(run.tooLarge, to: &writer)
        Out.Run.writeUnverifiedOffsets(run.unverified, to: &writer)
        Out.Run.writeLastOffset(run.lastOffset, to: &writer)
        Out.Run.writeFirstOffset(run.firstOffset, to: &writer)
        Out.Run.writeInput(Int32(run.input) + 1, to: &writer)
        Out.Step.endRun(mark, to: &writer)
    case .clock(let toMs):
        Out.Clock.writeToMs(toMs, to: &writer)
        Out.Step.endClock(mark, to: &writer)
    case .timers(let timers):
        Out.Timers.writeTooLarge(timers.tooLarge, to: &writer)
        Out.Timers.writeCount(timers.count, to: &writer)
        Out.Timers.writeKind(Int32(timers.kind.rawValue), to: &writer)
        unsafe Out.Timers.writeKey(timers.key.span.bytes, to: &writer)
        Out.Timers.writeDueMs(timers.dueMs, to: &writer)
        Out.Step.endTimers(mark, to: &writer)
    case .move(let move):
        Out.Move.writeReason(move.reason, to: &writer)
        Out.Move.writeToOffset(move.to, to: &writer)
        Out.Move.writeFromOffset(move.from, to: &writer)
        Out.Move.writeInput(Int32(move.input) + 1, to: &writer)
        Out.Step.endMove(mark, to: &writer)
    }
}

public func readJournalRecord(_ bytes: RawSpan) throws(StateFailure) -> JournalRecord {
    do {
        let view = try Out.View(bytes)
        var steps: [JournalStep] = []
        steps.reserveCapacity(view.stepsCount)
        var list = view.steps
        while let step = try list.next() { steps.append(try readStep(step)) }
        return JournalRecord(
            number: view.number, directoryVersion: view.directoryVersion, ruleVersion: view.ruleVersion,
            partitions: view.partitions, sentAtMs: view.sentAtMs, steps: steps, digest: copy(view.digest),
            previousDigest: copy(view.previousDigest), next: try numbers(view.nextOffsets))
    } catch {
        throw StateFailure(error, in: "JournalRecord")
    }
}

private func readStep(_ step: borrowing Out.Step.View) throws -> JournalStep {
    switch step.stepCase {
    case .run:
        let view = try Out.Run.View(step.stepBytes)
        var run = JournalStep.Run(
            input: try readInput(view.input), firstOffset: view.firstOffset, lastOffset: view.lastOffset)
        run.unverified = try numbers(view.unverifiedOffsets)
        run.tooLarge = try numbers(view.tooLargeOffsets)
        return .run(run)
    case .clock:
        return .clock(toMs: try Out.Clock.View(step.stepBytes).toMs)
    case .timers:
        let view = try Out.Timers.View(step.stepBytes)
        guard let kind = UInt8(exactly: view.kind).flatMap(TimerKind.init(rawValue:)) else {
            throw Fault("timer kind \(view.kind) is not known")
        }
        var timers = JournalStep.Timers(dueMs: view.dueMs, key: copy(view.key), kind: kind, count: view.count)
        timers.tooLarge = try numbers(view.tooLarge)
        return .timers(timers)
    case .move:
        let view = try Out.Move.View(step.stepBytes)
        return .move(
            JournalStep.Move(
                input: try readInput(view.input), from: view.fromOffset, to: view.toOffset,
                reason: String(decoding: copy(view.reason), as: UTF8.self)))
    case .notSet:
        throw Fault("a step of a kind that is not known")
    }
}

private func readInput(_ number: Int32) throws -> Int {
    guard (1...3).contains(number) else { throw Fault("input \(number) is not known") }
    return Int(number) - 1
}

private func copy(_ bytes: RawSpan) -> [UInt8] {
    unsafe bytes.withUnsafeBytes { unsafe Array($0) }
}

private func numbers<Value: VarintValue>(_ list: consuming VarintList<Value>) throws -> [Value] {
    var numbers: [Value] = []
    numbers.reserveCapacity(list.count)
    while let number = try list.next() { numbers.append(number) }
    return numbers
}

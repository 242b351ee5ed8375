import Check
import Protobuf
import Schemas
import Testing

/// The journal of one partition, as the adapter writes it: each transaction may be changed, doubled or left out.
private struct Journal {
    var check = JournalCheck()

    /// - Parameters:
    ///   - runs: input (0: commands), first and last offset.
    ///   - digest: of this transaction; those before are of the numbers before.
    mutating func transaction(
        _ number: UInt64, next: [Int64], digest: UInt8? = nil, previous: UInt8? = nil,
        move: (input: Int, from: Int64, to: Int64)? = nil, _ runs: (input: Int, first: Int64, last: Int64)...
    ) {
        typealias Record = InternalProto.JournalRecord
        var writer = ReverseWriter(chunkBytes: 4096)
        let record = writer.mark()
        Record.writeNextOffsets(next, to: &writer)
        let before = previous.map { [$0] } ?? (number > 1 ? [UInt8(number - 1)] : [])
        Record.writePreviousDigest(before.span.bytes, to: &writer)
        Record.writeDigest([digest ?? UInt8(number)].span.bytes, to: &writer)
        if let move {
            Record.writeSteps(to: &writer) { writer in
                Record.Step.writeMove(to: &writer) { writer in
                    Record.Move.writeToOffset(move.to, to: &writer)
                    Record.Move.writeFromOffset(move.from, to: &writer)
                    Record.Move.writeInput(Int32(move.input + 1), to: &writer)
                }
            }
        }
        for run in runs.reversed() {
            Record.writeSteps(to: &writer) { writer in
                Record.Step.writeRun(to: &writer) { writer in
                    Record.Run.writeLastOffset(run.last, to: &writer)
                    Record.Run.writeFirstOffset(run.first, to: &writer)
                    Record.Run.writeInput(Int32(run.input + 1), to: &writer)
                }
            }
        }
        Record.writeNumber(number, to: &writer)
        let slice = writer.finish(record)
        let value = writer.bytes(of: slice).withUnsafeBytes { Array($0) }
        check.transaction(value.span.bytes, partition: 0, at: "journal 0:\(number)")
    }

    mutating func inputs(_ input: Int, _ offsets: some Sequence<Int64>) {
        for offset in offsets { check.input(input, partition: 0, offset: offset) }
    }

    func findings(isComplete: Bool = true) -> [String] {
        check.result(isComplete: isComplete).map { "\($0.invariant.rawValue) \($0.message)" }
    }
}

@Suite("What the journal shows")
struct JournalCheckTests {
    @Test("transactions that follow one another and hold every input once are in order")
    func inOrder() {
        var journal = Journal()
        journal.transaction(1, next: [3, 0, 0], (0, 0, 2))
        journal.transaction(2, next: [4, 2, 0], (0, 3, 3), (1, 0, 1))
        journal.transaction(3, next: [4, 2, 0])
        journal.inputs(0, 0...3)
        journal.inputs(1, 0...1)
        journal.check.committed(0, partition: 0, offset: 4, number: 3)
        #expect(journal.findings().isEmpty)
        #expect(journal.check.transactions == 3 && journal.check.inputs == 6)
    }

    @Test("offsets that hold no record, and journals whose beginning is gone, are no findings")
    func gaps() {
        var journal = Journal()
        journal.transaction(8, next: [103, 20, 0], (0, 100, 102))
        journal.transaction(9, next: [110, 20, 0], (0, 105, 109))
        journal.inputs(0, 90...102)
        journal.inputs(0, 105...109)
        journal.inputs(1, 0...19)
        #expect(journal.findings().isEmpty)
        #expect(journal.check.inputs == 8)
    }

    @Test("two owners: the same number twice")
    func twoOwners() {
        var journal = Journal()
        journal.transaction(1, next: [1, 0, 0], (0, 0, 0))
        journal.transaction(2, next: [2, 0, 0], (0, 1, 1))
        journal.transaction(2, next: [2, 0, 0], (0, 1, 1))
        #expect(
            journal.findings() == [
                "I15 transaction 2 comes after transaction 2",
                "I7 order-commands 1 to 1 is handled again: it had gone on to 2",
            ])
    }

    @Test("two owners: a transaction that goes on from what another one wrote")
    func otherDigest() {
        var journal = Journal()
        journal.transaction(1, next: [1, 0, 0], (0, 0, 0))
        journal.transaction(2, next: [2, 0, 0], previous: 77, (0, 1, 1))
        #expect(journal.findings() == ["I15 transaction 2 does not go on from what transaction 1 wrote"])
    }

    @Test("a transaction is missing")
    func missing() {
        var journal = Journal()
        journal.transaction(1, next: [1, 0, 0], (0, 0, 0))
        journal.transaction(3, next: [3, 0, 0], (0, 2, 2))
        journal.inputs(0, 0...2)
        #expect(
            journal.findings() == [
                "I15 transaction 3 comes after transaction 1",
                "I6 is in no transaction, and the position 3 is past it",
            ])
    }

    @Test("an input that was passed over, also while more is under way")
    func passedOver() {
        var journal = Journal()
        journal.transaction(1, next: [3, 0, 0], (0, 0, 0), (0, 2, 2))
        journal.inputs(0, 0...4)
        let passedOver = "I6 is in no transaction, and the position 3 is past it"
        #expect(journal.findings(isComplete: false) == [passedOver])
        #expect(journal.findings() == [passedOver, "I7 is in no transaction", "I7 is in no transaction"])
    }

    @Test("what a person passed over is no finding, a position that goes back is one")
    func moved() {
        var journal = Journal()
        journal.transaction(1, next: [1, 0, 0], (0, 0, 0))
        journal.transaction(2, next: [9, 0, 0], move: (0, 1, 9))
        journal.inputs(0, 0...8)
        #expect(journal.findings().isEmpty)
        journal.transaction(3, next: [5, 0, 0])
        #expect(journal.findings() == ["I6 order-commands goes back from 9 to 5"])
    }

    @Test("a group whose committed offset, or its transaction, is not the journal's")
    func committed() {
        var journal = Journal()
        journal.transaction(1, next: [1, 0, 0], (0, 0, 0))
        journal.check.committed(0, partition: 0, offset: 2, number: 1)
        journal.check.committed(0, partition: 0, offset: 1, number: 2)
        #expect(
            journal.findings() == [
                "I6 the group has committed 2, the journal has gone on to 1",
                "I6 the group's offset is of transaction 2, the journal's last is 1",
            ])
    }

    @Test("an input of a partition that has no journal was not handled")
    func noJournal() {
        var journal = Journal()
        journal.inputs(2, 0...0)
        #expect(journal.findings(isComplete: false).isEmpty)
        #expect(journal.findings() == ["I7 is in no transaction"])
    }
}

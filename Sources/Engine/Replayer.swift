public import Contract
internal import Orders
public import Records

/// Why a transaction could not be done again.
public enum ReplayFault: Error, Equatable, CustomStringConvertible {
    /// The journal goes on with another transaction than the next one.
    case outOfOrder(expected: UInt64, found: UInt64)
    /// This build does not know the rules by which it was decided.
    case unknownRules(version: UInt32)
    /// A record that the journal names is not there.
    case inputMissing(Topic, offset: Int64)
    /// The journal tells of timers that are not due by the states.
    case timerNotDue(dueMs: Int64)
    case stateUnreadable(String)

    public var description: String {
        switch self {
        case .outOfOrder(let expected, let found): "transaction \(expected) comes next, the journal has \(found)"
        case .unknownRules(let version): "it was decided by rules of version \(version), which this build does not know"
        case .inputMissing(let topic, let offset): "\(topic.name) has no record at offset \(offset)"
        case .timerNotDue(let dueMs): "the journal tells of a timer that was due at \(dueMs), the states of none"
        case .stateUnreadable(let words): "a state cannot be read: \(words)"
        }
    }
}

/// Does a partition's transactions again, by its journal: the same rules on the same inputs, directory and states, and so
/// the same bytes. It reads no log and disturbs nobody; whoever drives it gives it the records.
public struct Replayer: ~Copyable {
    private let box: PartitionBox
    private var processor: Processor
    private var directory: DirectorySnapshot?

    /// A checkpoint into the store is made where the states in memory have grown to this.
    private static let heldBytes = 64 << 20

    /// - Parameters:
    ///   - groupID: of the partition's beginning; later it stands in the store.
    ///   - store: the fold of the partition's changelog up to and including `/` of the transaction before the first one
    ///     that is to be done again; empty for the partition's beginning. The replayer goes on writing to it.
    public init(
        partition: Int32, partitionCount: Int32, groupID: String, store: any CheckpointStore,
        report: Report = Report { _, _, _ in }
    ) throws(ReplayFault) {
        var state: PartitionState?
        do {
            state = try store.withState(Fold.partitionKey) { try readPartitionState(RawSpan(_unsafeBytes: $0)) }
        } catch {
            throw .stateUnreadable("\(error)")
        }
        let settings = WorkerSettings(
            groupID: state?.groupID ?? groupID, partitionCount: partitionCount, secretsDirectory: "")
        box = PartitionBox(
            Partition(
                assigned: AssignedPartition(partition: partition, committed: [nil, nil, nil], number: nil),
                makeInbox: { Inbox { $0.deallocate() } }))
        processor = Processor(
            signatures: Signatures(secretsDirectory: ""), settings: settings, metrics: EngineMetrics(), report: report)
        box.partition.states = States(store: store)
        box.partition.begin(state)
    }

    /// The number of the last transaction that was done.
    public var number: UInt64 { box.partition.committed.number }

    /// The next offset to handle of each of `Topic.inputs`; -1 where that is not known yet.
    public var next: [Int64] { (0..<3).map { box.partition.committed.next[$0] } }

    /// Gives the next record of an input. What stands before `next` is passed over.
    /// - Parameter topic: one of `Topic.inputs`; of others nothing is taken.
    public mutating func offer(
        _ topic: Topic, offset: Int64, appendedAtMs: Int64?, key: UnsafeRawBufferPointer?,
        value: UnsafeRawBufferPointer?, headers: [ReceivedHeader]
    ) {
        guard let input = Topic.inputs.firstIndex(of: topic), offset >= box.partition.committed.next[input] else {
            return
        }
        box.partition.merge.queues[input].inbox.appendCopy(
            topic: topic, partition: box.partition.number, offset: offset, appendedAtMs: appendedAtMs, key: key,
            value: value, headers: headers)
    }

    /// Does one transaction again.
    /// - Parameters:
    ///   - journal: its record. All inputs that it names must have been offered.
    ///   - directory: of the version that it names.
    /// - Returns: everything that it writes, the journal record and `/` included.
    public mutating func replay(
        _ journal: JournalRecord, directory: DirectorySnapshot
    ) throws(ReplayFault) -> Transaction {
        guard journal.number == number + 1 else { throw .outOfOrder(expected: number + 1, found: journal.number) }
        guard Rules.ruleVersions.contains(journal.ruleVersion) else {
            throw .unknownRules(version: journal.ruleVersion)
        }
        do {
            if self.directory?.version != directory.version {
                self.directory = directory
                try processor.loadSuppliers(&box.partition, directory.directory)
            }
            var context = Context(
                nowMs: box.partition.open.clockMs, sentAtMs: 0, directory: directory.directory, suppliers: [:],
                partitions: processor.settings.partitionCount)
            processor.batch.startedAtMs = journal.sentAtMs
            swap(&context.suppliers, &box.partition.open.suppliers)
            defer { swap(&context.suppliers, &box.partition.open.suppliers) }
            for step in journal.steps { try replay(step, &context, startedAtMs: journal.sentAtMs) }
        } catch let fault as StateFault {
            throw .stateUnreadable(fault.words)
        } catch let fault as ReplayFault {
            throw fault
        } catch {
            throw .stateUnreadable("\(error)")
        }
        return try end(journal, directory)
    }

    private mutating func replay(_ step: JournalStep, _ context: inout Context, startedAtMs: Int64) throws {
        switch step {
        case .run(let run):
            for offset in Set(run.tooLarge) {
                let times = run.tooLarge.count { $0 == offset }
                box.partition.refused.append((run.input, offset, times))
            }
            guard nextOffset(of: run.input) == run.firstOffset else {
                throw ReplayFault.inputMissing(Topic.inputs[run.input], offset: run.firstOffset)
            }
            let unverified = Set(run.unverified)
            while let offset = nextOffset(of: run.input), offset <= run.lastOffset {
                processor.signatures.verifiedThen = !unverified.contains(offset)
                try processor.handleRecord(of: run.input, &box.partition, &context, startedAtMs: startedAtMs)
            }
            guard box.partition.open.next[run.input] == run.lastOffset + 1 else {
                throw ReplayFault.inputMissing(Topic.inputs[run.input], offset: run.lastOffset)
            }
        case .timers(let timers):
            if timers.dueMs > box.partition.timers.windowEndMs {
                try box.partition.openTimerWindow(untilMs: timers.dueMs.addingClamped(processor.settings.timerWindowMs))
            }
            let refused = Set(timers.tooLarge)
            for index in 0..<timers.count {
                guard let dueMs = try processor.nextDueMs(&box.partition, untilMs: timers.dueMs) else {
                    throw ReplayFault.timerNotDue(dueMs: timers.dueMs)
                }
                if refused.contains(index) {
                    box.partition.refusedTimers.append((dueMs, box.partition.timers.earliestKey))
                }
                try processor.fire(
                    dueMs: dueMs, &box.partition, &context, startedAtMs: startedAtMs, nowMs: startedAtMs)
            }
        case .clock(let toMs):
            box.partition.moveClock(toMs: toMs, context.directory.version)
        case .move(let move):
            box.partition.open.next[move.input] = move.to
            box.partition.touch(context.directory.version)
            box.partition.journal.add(step)
        }
    }

    /// The offset of the next record of an input that is not handled yet.
    private func nextOffset(of input: Int) -> Int64? {
        while box.partition.merge.queues[input].next < box.partition.merge.queues[input].inbox.count {
            let index = box.partition.merge.queues[input].next
            let offset = box.partition.merge.queues[input].inbox.records[index].offset
            if offset >= box.partition.open.next[input] { return offset }
            box.partition.merge.queues[input].next = index + 1
        }
        return nil
    }

    private mutating func end(
        _ journal: JournalRecord, _ directory: DirectorySnapshot
    ) throws(ReplayFault) -> Transaction {
        for input in 0..<3 where box.partition.open.next[input] < 0 && journal.next.indices.contains(input) {
            // Where an input began that has given nothing is not determined by the inputs.
            box.partition.open.next[input] = journal.next[input]
        }
        let commits = processor.end([box], ruleVersion: directory.directory.settings.ruleVersion)
        var transaction = Transaction()
        _ = processor.batch.seal(commits, into: &transaction)
        box.partition.handOver()
        box.partition.commit()
        box.partition.refusedTimers.removeAll()
        guard box.partition.states.heldBytes >= Self.heldBytes, let store = box.partition.states.store else {
            return transaction
        }
        do {
            try store.checkpoint(
                CheckpointJob.sorted(box.partition.states.freeze()), position: Int64(clamping: number))
        } catch {
            throw .stateUnreadable("\(error)")
        }
        box.partition.states.thaw()
        return transaction
    }
}

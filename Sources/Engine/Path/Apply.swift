internal import Contract
internal import Orders
internal import Protobuf
internal import Records

/// A transaction that was handed to the log and has not been settled.
struct UnderWay {
    fileprivate var causes: SealedCauses
    var recordCount: Int
    var handled: Int
    var submittedAtMs: Int64
    var partitions: [Int32]

    init(
        causes: SealedCauses, recordCount: Int, handled: Int, submittedAtMs: Int64, partitions: [Int32]
    ) {
        self.causes = causes
        self.recordCount = recordCount
        self.handled = handled
        self.submittedAtMs = submittedAtMs
        self.partitions = partitions
    }
}

/// A transaction whose commit has returned: only `conclude` makes one, and only of a settlement that says so.
struct CommittedTransaction: ~Copyable {
    fileprivate init() {}
}

/// What a settlement means for the worker.
enum Conclusion: ~Copyable {
    case apply(CommittedTransaction)
    /// Decide again from the messages still held. `tooLarge` is where the record comes from that the log did not take.
    case again(reason: String, tooLarge: OutputCause?)
    case fenced(reason: String)
    case failed(reason: String)
}

func conclude(_ underWay: UnderWay, _ settlement: Settlement) -> Conclusion {
    switch settlement {
    case .committed: .apply(CommittedTransaction())
    case .aborted(let reason): .again(reason: reason, tooLarge: nil)
    case .tooLarge(let record, let reason):
        .again(reason: reason, tooLarge: underWay.causes.cause(ofRecord: record))
    case .fenced(let reason): .fenced(reason: reason)
    case .failed(let reason): .failed(reason: reason)
    }
}

/// The new states become the partition's own, and the handled messages are given back.
func apply(
    _ committed: borrowing CommittedTransaction, _ partition: inout Partition, metrics: EngineMetrics, nowMs: Int64
) {
    for input in 0..<3 {
        for index in 0..<partition.merge.queues[input].handedOver {
            if let appendedMs = partition.merge.queues[input].inbox.records[index].appendedAtMs {
                metrics.inputToCommit.observe(ms: nowMs.addingClamped(-appendedMs))
            }
        }
    }
    partition.commit()
    partition.progressedAtMs = nowMs
}

extension Worker where L: ~Copyable {
    /// Takes the settlement of the transaction under way, if there is one.
    mutating func settle(nowMs: Int64) {
        guard let underWay, let settlement = log.settled() else { return }
        self.underWay = nil
        let touched = partitions.filter { underWay.partitions.contains($0.partition.number) }
        switch conclude(underWay, settlement) {
        case .apply(let committed):
            metrics.transaction(.committed)
            metrics.transactionRecords.observe(Int64(underWay.recordCount))
            metrics.transactionWhole.observe(ms: nowMs - underWay.submittedAtMs)
            for box in touched { apply(committed, &box.partition, metrics: metrics, nowMs: nowMs) }
            metrics.commit()
            abortsInARow = 0
            recordLimit = min(recordLimit * 2, settings.batchRecords)
            // What was decided long ago is decided again: its requests would be waited for from then on.
            if let startedAtMs = processor.batch.startedAtMs, nowMs - startedAtMs > Rules.batchAgeMs { dropOpen() }
        case .again(let reason, let tooLarge):
            metrics.transaction(tooLarge == nil ? .aborted : .tooLarge)
            rewind(touched)
            if let tooLarge { refuseNextTime(tooLarge, of: underWay, reason: reason) }
            slowDown(underWay, reason: reason, nowMs: nowMs)
        case .fenced(let reason):
            metrics.transaction(.fenced)
            report(.warning, "the worker was fenced and waits for its next assignment", ("reason", reason))
            rewind(touched)
            isFenced = true
        case .failed(let reason):
            metrics.transaction(.failed)
            rewind(touched)
            report(.error, "the log has failed", ("reason", reason))
            phase = .ended(reason)
        }
        // Nothing points into its memory any more.
        var chunks: [Chunk] = []
        swap(&chunks, &chunksUnderWay)
        processor.batch.writer.recycle(chunks)
    }

    /// The transaction under way did not happen, and with it goes what was decided on it.
    private mutating func rewind(_ touched: [PartitionBox]) {
        dropOpen()
        for box in touched { box.partition.rewind() }
        metrics.drop()
    }

    /// The transaction in the making is thrown away: its inputs are decided again.
    mutating func dropOpen() {
        for box in partitions where box.partition.isTouched { box.partition.dropOpen() }
        processor.batch.clear()
        metrics.dropOpen()
    }

    /// After some aborts in a row the batch is halved: whatever the broker does not like of it is in fewer records. An
    /// abort is not repeated at once, so that a broker in trouble is not asked in a loop.
    private mutating func slowDown(_ underWay: UnderWay, reason: String, nowMs: Int64) {
        abortsInARow += 1
        report(
            .warning, "a transaction was aborted and is decided again", ("reason", reason),
            ("aborts_in_a_row", "\(abortsInARow)"))
        if abortsInARow % Rules.abortsBeforeHalving == 0 {
            recordLimit = max(min(recordLimit, underWay.handled) / 2, 1)
        }
        notBeforeMs = nowMs + min(settings.pauseAfterAbortMs << min(abortsInARow, 9), Rules.longestAbortPauseMs)
    }

    /// Ends the transaction in the making and hands it to the log.
    mutating func submit(nowMs: Int64) {
        let touched = partitions.filter { $0.partition.isTouched }
        for box in touched {
            for input in 0..<3 where box.partition.open.next[input] < 0 {
                box.partition.open.next[input] = start(of: input, box.partition)
            }
        }
        let commits = processor.end(touched, ruleVersion: snapshot?.directory.settings.ruleVersion ?? 0)
        let handled = processor.batch.handled
        let recordCount = processor.batch.records.count
        var transaction = Transaction()
        let (causes, chunks) = processor.batch.seal(commits, into: &transaction)
        chunksUnderWay = chunks
        underWay = UnderWay(
            causes: causes, recordCount: recordCount, handled: handled,
            submittedAtMs: nowMs, partitions: commits.map(\.partition))
        for box in touched { box.partition.handOver() }
        metrics.handOver()
        log.submit(transaction)
    }

    /// Where an input begins that has given nothing to handle yet: its first record that is held, or where the log
    /// stands.
    private mutating func start(of input: Int, _ partition: borrowing Partition) -> Int64 {
        if partition.merge.queues[input].inbox.count > 0 {
            return partition.merge.queues[input].inbox.records[0].offset
        }
        return log.position(Topic.inputs[input], partition.number) ?? (input == 0 ? 0 : Progress.noPosition)
    }
}

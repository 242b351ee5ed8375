internal import CRdkafka
internal import Glibc
internal import Records
internal import Synchronization

/// What the committer's thread does: it takes a transaction through its phases, and finds out how it ended.
///
///     begin → produce → flush → offsets → commit → committed
///       any of them: abortable → abort → aborted, fenced or too large
///                    retriable → the same call again, until the time is over
///                    fatal, or no way to know → recycle → committed or aborted, by what the group has
///
/// And after each: where a request of it may still be under way, recycle before the next one begins, also after a commit
/// that went well. A broker takes an EndTxn that comes late for the transaction that is open by then.
struct Committing: ~Copyable {
    private enum Phase { case begin, produce, flush, offsets, commit }

    private let settings: KafkaSettings
    private let identity: WorkerIdentity
    private let counters: LogCounters
    private let mailbox: CommitterMailbox
    private let log: KafkaLogCallback
    private var producer: TransactionalProducer?
    private var phase = Phase.begin
    private var committedAtNs: UInt64 = 0
    /// Since when there is no producer, or 0.
    private var withoutSinceNs: UInt64 = 0

    /// A transaction's own time-out at the broker, and some more.
    private static let patienceNs: UInt64 = 15_000_000_000
    /// A broker that is still writing the markers of the last transaction lets the next one on the same partitions wait
    /// for a fixed 20 ms; a pause this long avoids it.
    private static let pauseNs: UInt64 = 1_000_000

    init(
        _ settings: KafkaSettings, identity: WorkerIdentity, counters: LogCounters, mailbox: CommitterMailbox,
        log: @escaping KafkaLogCallback
    ) {
        self.settings = settings
        self.identity = identity
        self.counters = counters
        self.mailbox = mailbox
        self.log = log
    }

    private var patience: Patience { Patience(untilNs: monotonicNs() + Self.patienceNs, mailbox: mailbox) }

    private var isStopping: Bool { mailbox.isStopping }

    mutating func run() {
        // The producer is made before it is needed, so that an older process of the same identity is fenced at once.
        _ = makeProducer()
        while true {
            // A transaction that was handed over is settled even when the end was asked for in between.
            if let handover = mailbox.takeHandover() {
                mailbox.settle(carryOut(handover))
                // While the loop goes on; the next transaction finds the new producer.
                if !isStopping, dropDoubtful() { _ = makeProducer() }
            } else if isStopping {
                return
            } else {
                mailbox.bell.wait(milliseconds: -1)
            }
        }
    }

    /// The transaction's memory is let go of before anybody is told how it ended: the loop fills it again.
    private mutating func carryOut(_ handover: consuming Handover) -> Settlement {
        let settlement = settle(handover.transaction, handover.membership)
        count(settlement, recordCount: handover.transaction.records.count)
        return settlement
    }

    private func count(_ settlement: Settlement, recordCount: Int) {
        switch settlement {
        case .committed:
            counters.committed.add(1, ordering: .relaxed)
            counters.recordsPublished.add(UInt64(recordCount), ordering: .relaxed)
        case .aborted, .tooLarge: counters.aborted.add(1, ordering: .relaxed)
        case .fenced: counters.fenced.add(1, ordering: .relaxed)
        case .failed: break
        }
    }

    private mutating func settle(_ transaction: borrowing Transaction, _ membership: GroupMembership?) -> Settlement {
        guard let membership else { return .fenced(reason: "The worker has no assignment.") }
        guard let offsets = offsets(of: transaction, membership) else {
            return .failed(reason: "A transaction lacks a position of \(Topic.orderCommands.name).")
        }
        dropDoubtful()
        if let failed = makeProducer() { return failed }
        let sinceNs = monotonicNs() &- committedAtNs
        if sinceNs < Self.pauseNs { pause(ns: Self.pauseNs - sinceNs) }
        do throws(ProduceFailure) {
            try commit(transaction, offsets, membership)
            committedAtNs = monotonicNs()
            return .committed
        } catch {
            log(KafkaLogLine(level: 4, facility: error.failure.code, text: error.failure.description))
            return resolve(error, transaction, membership)
        }
    }

    private mutating func commit(
        _ transaction: borrowing Transaction, _ offsets: borrowing PartitionList, _ membership: GroupMembership
    ) throws(ProduceFailure) {
        guard producer != nil else {
            throw ProduceFailure(failure: KafkaFailure(RD_KAFKA_RESP_ERR__STATE, action: "begin"), record: nil)
        }
        let beganNs = monotonicNs()
        let patience = patience
        phase = .begin
        try again(while: patience) { producer throws(KafkaFailure) in try producer.begin() }
        phase = .produce
        try producer?.enqueue(transaction, patience)
        let producedNs = monotonicNs()
        counters.produce.observe(nanoseconds: producedNs - beganNs)
        phase = .flush
        try producer?.flush(patience)
        let flushedNs = monotonicNs()
        counters.flush.observe(nanoseconds: flushedNs - producedNs)
        phase = .offsets
        try againWithOffsets(offsets, membership, while: patience)
        let offsetsNs = monotonicNs()
        counters.offsets.observe(nanoseconds: offsetsNs - flushedNs)
        phase = .commit
        try again(while: patience) { producer throws(KafkaFailure) in try producer.commit(patience) }
        counters.commit.observe(nanoseconds: monotonicNs() - offsetsNs)
    }

    /// All positions of all partitions, with the mark at `order-commands`; nil where that one is missing.
    private func offsets(of transaction: borrowing Transaction, _ membership: GroupMembership) -> PartitionList? {
        let commits = transaction.commits
        if commits.isEmpty { return nil }
        let list = PartitionList(capacity: commits.count * Topic.inputs.count)
        for commit in commits {
            guard commit.positions.contains(where: { $0.topic == .orderCommands }) else { return nil }
            let mark = CommitMark(number: commit.number, by: membership)
            for (topic, next) in commit.positions {
                list.add(
                    settings.name(of: topic), commit.partition, offset: next,
                    metadata: topic == .orderCommands ? mark.text : nil)
            }
        }
        return list
    }

    // MARK: - Calls made again

    private func again(
        while patience: Patience, _ call: (borrowing TransactionalProducer) throws(KafkaFailure) -> Void
    ) throws(ProduceFailure) {
        while true {
            do throws(KafkaFailure) {
                return try withProducer(call)
            } catch {
                try checkAgain(error, patience)
            }
        }
    }

    private func againWithOffsets(
        _ offsets: borrowing PartitionList, _ membership: GroupMembership, while patience: Patience
    ) throws(ProduceFailure) {
        while true {
            do throws(KafkaFailure) {
                try producer?.sendOffsets(offsets, membership: membership, patience)
                return
            } catch {
                try checkAgain(error, patience)
            }
        }
    }

    private func withProducer(
        _ call: (borrowing TransactionalProducer) throws(KafkaFailure) -> Void
    ) throws(KafkaFailure) {
        switch producer {
        case .some(let producer): try call(producer)
        case .none: throw KafkaFailure(RD_KAFKA_RESP_ERR__STATE, action: "use a producer", isFatal: true)
        }
    }

    private func checkAgain(_ failure: KafkaFailure, _ patience: Patience) throws(ProduceFailure) {
        guard failure.isRetriable, !failure.isAbortable, !failure.isFatal, !patience.isOver else {
            throw ProduceFailure(failure: failure, record: nil)
        }
        producer?.poll()
    }

    private func pause(ns: UInt64) {
        var time = timespec(tv_sec: 0, tv_nsec: Int(ns))
        nanosleep(&time, nil)
    }

    // MARK: - After a failure

    private mutating func resolve(
        _ produced: ProduceFailure, _ transaction: borrowing Transaction, _ membership: GroupMembership
    ) -> Settlement {
        let failure = produced.failure
        if mailbox.isStopOverdue {
            // The next producer of the id ends the transaction: to wait for that here would hold up the end.
            return .failed(reason: "The worker ends: \(failure.description)")
        }
        var settlement = Settlement.aborted(reason: failure.description)
        if failure.isFatal || producer?.client.fatalFailure != nil {
            settlement = recycle(.fatal, failure, transaction, membership)
        } else if phase == .commit, !failure.isAbortable {
            settlement = recycle(.unknownOutcome, failure, transaction, membership)
        } else if phase == .begin || failure.isRetriable {
            // In `begin` there is nothing to abort; later the time was over, and the next producer ends the transaction
            // as well as an abort would, which would have to wait for the same broker.
            settlement = recycle(.timedOut, failure, transaction, membership)
        } else {
            do throws(ProduceFailure) {
                let patience = patience
                try again(while: patience) { producer throws(KafkaFailure) in try producer.abort(patience) }
            } catch {
                log(KafkaLogLine(level: 4, facility: error.failure.code, text: error.failure.description))
                settlement = recycle(error.failure.isFatal ? .fatal : .abortFailed, failure, transaction, membership)
            }
        }
        guard case .aborted = settlement else { return settlement }
        if failure.isFencedByGroup { return .fenced(reason: failure.description) }
        if failure.isTooLarge, let record = produced.record {
            return .tooLarge(record: record, reason: failure.description)
        }
        return settlement
    }

    /// Drops a producer of which a request may still be under way. The next one's epoch fences that request, so that it
    /// cannot decide a later transaction.
    @discardableResult
    private mutating func dropDoubtful() -> Bool {
        guard settings.recyclesOnDoubt, let doubt = producer?.client.doubt else { return false }
        drop(.doubt, "\(doubt).")
        return true
    }

    private mutating func drop(_ reason: RecycleReason, _ why: String) {
        counters.countRecycle(reason)
        log(
            KafkaLogLine(
                level: 4, facility: "RECYCLE", text: "The transactional producer is replaced (\(reason.name)): \(why)"))
        withoutSinceNs = monotonicNs()
        producer = nil
        counters.isProducerReady.store(false, ordering: .relaxed)
    }

    /// Replaces the producer. The new one's epoch fences whatever of the old one's is still under way, so what the group
    /// has from then on is how the transaction ended.
    private mutating func recycle(
        _ reason: RecycleReason, _ failure: KafkaFailure, _ transaction: borrowing Transaction,
        _ membership: GroupMembership
    ) -> Settlement {
        drop(reason, failure.description)
        return makeProducer() ?? outcome(transaction, membership, failure)
    }

    /// Makes and initialises a producer where there is none: waits for the cluster as long as it takes.
    /// - Returns: nil when there is one; otherwise why there will not be.
    private mutating func makeProducer() -> Settlement? {
        if producer == nil, withoutSinceNs == 0 { withoutSinceNs = monotonicNs() }
        while producer == nil {
            if let reason = mailbox.consumerFailure { return .failed(reason: reason) }
            do throws(KafkaFailure) {
                let made = try TransactionalProducer(settings, transactionalID: identity.transactionalID, log: log)
                try initialise(made)
                producer = consume made
                counters.isProducerReady.store(true, ordering: .relaxed)
                let ms = (monotonicNs() - withoutSinceNs) / 1_000_000
                withoutSinceNs = 0
                log(KafkaLogLine(level: 6, facility: "PRODUCER", text: "A producer is ready after \(ms) ms."))
            } catch {
                log(KafkaLogLine(level: 3, facility: error.code, text: error.description))
                if isStopping { return .failed(reason: "The worker ends: \(error.description)") }
                mailbox.bell.wait(milliseconds: 500)
            }
        }
        return nil
    }

    private func initialise(_ made: borrowing TransactionalProducer) throws(KafkaFailure) {
        while true {
            do throws(KafkaFailure) {
                return try made.initialise(timeoutMs: 2_000)
            } catch {
                guard error.isRetriable, !error.isFatal, !isStopping, mailbox.consumerFailure == nil else {
                    throw error
                }
                log(KafkaLogLine(level: 4, facility: error.code, text: error.description))
                made.poll()
            }
        }
    }

    private func outcome(
        _ transaction: borrowing Transaction, _ membership: GroupMembership, _ failure: KafkaFailure
    ) -> Settlement {
        let topic = settings.name(of: .orderCommands)
        let partitions = transaction.commits.map { (topic: topic, partition: $0.partition) }
        let expected = transaction.commits.map { CommitMark(number: $0.number, by: membership) }
        while true {
            do throws(KafkaFailure) {
                let reader = try groupReader()
                let committed = try committedOffsets(reader, partitions, timeoutMs: 5_000)
                return Self.outcome(
                    expected: expected, found: committed.map { $0.flatMap { CommitMark($0.metadata) } },
                    reason: failure.description)
            } catch {
                log(KafkaLogLine(level: 4, facility: error.code, text: error.description))
                if isStopping { return .failed(reason: "The worker ends: \(error.description)") }
                mailbox.bell.wait(milliseconds: 100)
            }
        }
    }

    /// How a transaction ended, by the marks that the group has for its partitions.
    static func outcome(expected: [CommitMark], found: [CommitMark?], reason: String) -> Settlement {
        let done = zip(expected, found).filter { $0 == $1 }.count
        if done == expected.count, done > 0 { return .committed }
        let isOvertaken = zip(expected, found).contains { expected, found in
            guard let found, found != expected else { return false }
            return found.number >= expected.number
        }
        if isOvertaken { return .fenced(reason: "Another member goes on with the partition. \(reason)") }
        if done == 0 { return .aborted(reason: reason) }
        return .failed(reason: "The group has offsets of one part of a transaction and not of the other. \(reason)")
    }

    private func groupReader() throws(KafkaFailure) -> Client {
        try makeGroupReader(settings, groupID: identity.groupID, log: log)
    }
}

/// A client that reads a group's stable committed offsets and is no member of it.
func makeGroupReader(
    _ settings: KafkaSettings, groupID: String, log: @escaping KafkaLogCallback
) throws(KafkaFailure) -> Client {
    var configuration = try ClientConfiguration(settings)
    try configuration.set("group.id", groupID)
    try configuration.set("isolation.level", "read_committed")
    try configuration.set("enable.auto.commit", "false")
    return try configuration.makeClient(RD_KAFKA_CONSUMER, log: log)
}

internal import Contract
internal import Orders
internal import Records

/// What a partition has come to: the part of it that a transaction changes as a whole.
struct Progress {
    /// Of its last transaction; 0 before the first.
    var number: UInt64 = 0
    /// The append time of the last record or the due time of the last timer; never goes back.
    var clockMs: Int64 = 0
    var directoryVersion: Int64 = -1
    /// Of its last transaction, as in `/`; empty before the first.
    var digest: [UInt8] = []
    /// The next offset to handle of each of `Topic.inputs`; `noPosition` of an input that has given nothing yet.
    var next: InlineArray<3, Int64> = [noPosition, noPosition, noPosition]
    /// How many orders stand where.
    var census = Census()
    /// How the suppliers behaved, as the decisions see it.
    var suppliers: [ID: SupplierState] = [:]

    /// From the earliest on.
    static let noPosition: Int64 = -1
}

/// Why a partition takes no more input until somebody has mended something.
enum Stop: Equatable {
    /// The retained start of an input is past the position.
    case positionLost(Topic)
    case inputFailed(Topic, String)
    /// The group and the changelog tell different positions, transaction numbers or groups.
    case positionsDiffer(String)
    /// The topics had another number of partitions when the changelog was written.
    case partitionCountDiffers(was: Int32)
    /// What the store or the changelog gave is no state.
    case stateUnreadable(String)
    case restoreFailed(String)
    /// The log takes no record as large as this, which can be neither left out nor made smaller.
    case recordTooLarge(String, String)

    var text: String {
        switch self {
        case .positionLost(let topic): "the retained start of \(topic.name) is past the position"
        case .inputFailed(let topic, let reason): "\(topic.name) cannot be read: \(reason)"
        case .positionsDiffer(let how): "the consumer group and the changelog differ: \(how)"
        case .partitionCountDiffers(let was): "the changelog was written with \(was) partitions"
        case .stateUnreadable(let what): "a stored state cannot be read: \(what)"
        case .restoreFailed(let reason): "restoring failed: \(reason)"
        case .recordTooLarge(let what, let reason): "the broker takes no record as large as \(what): \(reason)"
        }
    }
}

/// One partition that a worker owns.
///
/// Its machine: `restoring`, until the recovery job has brought the store to the changelog's end → `waiting`, until the
/// directory has been read to the version that the partition has seen, and its rules are known here → `running`, the only
/// phase in which input is taken. `stopped` is for good in this assignment. What waits in passing (a time in the future,
/// a full disk) leaves the phase as it is.
struct Partition: ~Copyable {
    enum Phase: Equatable {
        case restoring
        case waiting
        case running
        case stopped(Stop)
    }

    let number: Int32
    /// As the group told it when the partition was assigned.
    var assigned: AssignedPartition
    var phase = Phase.restoring
    var merge: Merge
    var states = States()
    var timers = TimerQueue()
    /// Timers that the open transaction has fired, and those that the one under way has: where it does not happen they
    /// are put back.
    var taken: [(dueMs: Int64, key: [UInt8])] = []
    private var takenUnderWay: [(dueMs: Int64, key: [UInt8])] = []
    /// What is committed, what the transaction under way makes of it, and the open one of that.
    var committed = Progress()
    private(set) var underWay: Progress?
    var open = Progress()
    /// Suppliers whose state the open transaction has changed, in the order of the first change.
    var changedSuppliers: [SupplierChange] = []
    /// What the open transaction has done.
    var journal = JournalDraft()
    /// Over what the open transaction writes.
    var digest = ChainedDigest()
    /// Inputs whose outputs the broker refused as too large, and how often.
    var refused: [(input: Int, offset: Int64, times: Int)] = []
    var refusedTimers: [(dueMs: Int64, key: [UInt8])] = []
    /// The changelog's end as it was asked before the last checkpoint: a lower bound for the next one.
    var changelogEnd: Int64 = 0
    var checkpoint = CheckpointPhase.idle(sinceMs: 0)
    /// The disk did not take the last checkpoint: no input is taken until one has worked.
    var isDiskFull = false
    /// The wall time of the last commit; nil before the first one here.
    var progressedAtMs: Int64?
    /// Whether something of this partition is in the open transaction.
    var isTouched = false
    var recovery: RecoveryJob?
    /// When a restoring that failed is begun again, and why it failed.
    var restoreAtMs: Int64?
    var restoreFault: String?
    /// When it was last told how far the restoring has come.
    var restoreToldAtMs: Int64?
    /// Something could not be had from the store: this is done when no transaction is under way, and no input is taken
    /// before.
    var remedy: StoreRemedy?
    /// A last checkpoint has been begun: the partition is about to be given up.
    var isClosing = false
    /// Told once: that it waits for a time in the future.
    var waitsForMs: Int64?

    init(assigned: AssignedPartition, makeInbox: () -> Inbox) {
        number = assigned.partition
        self.assigned = assigned
        merge = Merge(makeInbox: makeInbox)
    }

    var isRunning: Bool { phase == .running }

    /// Takes over what stands under `/`.
    mutating func begin(_ state: PartitionState?) {
        guard let state else { return }
        committed = Progress(
            number: state.number, clockMs: state.clockMs, directoryVersion: state.directoryVersion,
            digest: state.digest,
            next: InlineArray { state.next.indices.contains($0) ? state.next[$0] : Progress.noPosition },
            census: state.census ?? Census())
        open = committed
    }

    /// Something of this partition goes into the open transaction, decided by this version of the directory.
    mutating func touch(_ directoryVersion: Int64) {
        guard !isTouched else { return }
        isTouched = true
        open.directoryVersion = directoryVersion
    }

    /// Moves the clock on without a record.
    mutating func moveClock(toMs: Int64, _ directoryVersion: Int64) {
        touch(directoryVersion)
        open.clockMs = max(open.clockMs, toMs)
        journal.add(.clock(toMs: toMs))
    }

    /// Keeps the timers that are due up to then in memory.
    mutating func openTimerWindow(untilMs: Int64) throws {
        let afterMs = timers.windowEndMs
        var opened = timers
        opened.openWindow(untilMs: untilMs)
        states.forEachDue(afterMs: afterMs, untilMs: untilMs) { opened.add(dueMs: $0, key: $1) }
        try states.store?.timers(untilMs: untilMs) { dueMs, key in
            // Those due earlier are in memory since the window before, as far as they still are.
            if dueMs > afterMs { opened.add(dueMs: dueMs, key: key) }
        }
        timers = opened
    }

    /// The open transaction goes under way; the next one begins on what it has made.
    mutating func handOver() {
        states.handOver()
        merge.handOver()
        underWay = open
        swap(&takenUnderWay, &taken)
        changedSuppliers.removeAll(keepingCapacity: true)
        isTouched = false
    }

    /// The transaction under way has committed.
    mutating func commit() {
        guard let done = underWay else { return }
        underWay = nil
        committed = done
        states.commit()
        merge.commit()
        refusedTimers.removeAll { refused in
            takenUnderWay.contains { $0.dueMs == refused.dueMs && $0.key == refused.key }
        }
        takenUnderWay.removeAll(keepingCapacity: true)
        for input in 0..<3 {
            let next = committed.next[input]
            refused.removeAll { $0.input == input && $0.offset < next }
        }
    }

    /// The open transaction did not happen: everything is as it was before it, and the same inputs come again.
    mutating func dropOpen() {
        states.dropOpen()
        open = underWay ?? committed
        merge.dropOpen()
        journal.clear()
        putBack(taken)
        taken.removeAll(keepingCapacity: true)
        changedSuppliers.removeAll(keepingCapacity: true)
        isTouched = false
    }

    /// Nor did the one under way.
    mutating func rewind() {
        states.drop()
        underWay = nil
        dropOpen()
        merge.rewind()
        putBack(takenUnderWay)
        takenUnderWay.removeAll(keepingCapacity: true)
    }

    private mutating func putBack(_ fired: [(dueMs: Int64, key: [UInt8])]) {
        for timer in fired { timer.key.withUnsafeBytes { timers.add(dueMs: timer.dueMs, key: $0) } }
    }
}

/// A class only to have partitions in an array: its one field is entered once a batch, never once a record.
final class PartitionBox {
    var partition: Partition

    init(_ partition: consuming Partition) { self.partition = partition }
}

/// Where a partition's checkpoints stand.
enum CheckpointPhase {
    case idle(sinceMs: Int64)
    case running(CheckpointJob)
    /// The disk did not take it: the same one is tried again. The partition takes no input.
    case failed(retryAtMs: Int64)
}

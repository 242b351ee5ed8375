internal import Contract
internal import Orders
internal import Protobuf
public import Records

/// One worker: a log's end, the partitions that it was given, and the one loop in which everything about them happens.
///
/// Its machine: `working` → (revoked, lost or asked to stop) `leaving`, in which the transaction under way is settled,
/// the checkpoints are finished and the stores closed → `working` again with the next assignment, or `ended`.
///
/// One transaction at most is under way, from `submit` to its settlement; meanwhile the next one is in the making: what it
/// decides stands on states that are not committed yet, so it is submitted only once they are, and thrown away with them
/// where they are not.
///
/// The loop receives, its `Processor` takes each record through decode → authenticate → decide → publish, and once the
/// transaction is committed, the loop applies.
public struct Worker<L: Log & ~Copyable>: ~Copyable {
    enum Phase: Equatable {
        case working
        case leaving(Reason)
        case ended(String?)
    }

    enum Reason: Equatable {
        case revoked, lost, stopping
    }

    // The partitions come before the log: their inboxes must be gone before it is.
    var partitions: [PartitionBox] = []
    var phase = Phase.working
    var processor: Processor
    var underWay: UnderWay?
    /// The memory in which the outputs and states of the transaction under way stand.
    var chunksUnderWay: [Chunk] = []
    var snapshot: DirectorySnapshot?
    var generation: UInt64 = 0
    /// How many assignments were taken up.
    var assignments: UInt64 = 0
    /// How many inputs a transaction may have now: fewer after aborts.
    var recordLimit: Int
    var abortsInARow = 0
    /// Another member may own the partitions: nothing more is committed until the next assignment.
    var isFenced = false
    var notBeforeMs = Int64.min
    var nextAskMs = Int64.min
    var nextStatusMs = Int64.min
    var nextSecretsMs = Int64.min
    /// Which partition comes first: another one in each transaction.
    var first = 0
    let settings: WorkerSettings
    let environment: WorkerEnvironment
    public let metrics = EngineMetrics()
    public let board = WorkerBoard()
    public internal(set) var log: L

    public init(log: consuming L, settings: WorkerSettings, environment: WorkerEnvironment) {
        self.log = log
        self.settings = settings
        self.environment = environment
        recordLimit = settings.batchRecords
        processor = Processor(
            signatures: Signatures(secretsDirectory: settings.secretsDirectory), settings: settings, metrics: metrics,
            report: environment.report)
    }

    var report: Report { environment.report }

    /// Waits for the log: for what arrives, settles or changes.
    public mutating func wait(milliseconds: Int) { log.wait(milliseconds: milliseconds) }

    /// Ends: the transaction under way is settled, the checkpoints are finished, the stores closed; to be followed by
    /// steps until one says `ended`.
    public mutating func stop() {
        if case .ended = phase { return }
        phase = .leaving(.stopping)
    }

    /// Does what there is to do now, without waiting for anything but a question for high watermarks.
    /// - Parameter nowMs: the wall clock, in milliseconds since 1970.
    public mutating func step(nowMs: Int64) -> Wake {
        if case .ended(let reason) = phase { return .ended(reason: reason) }
        board.stepped(nowMs)
        takeAssignmentChanges(nowMs: nowMs)
        settle(nowMs: nowMs)
        if isQuiet {
            adoptDirectory()
            remedyStores(nowMs: nowMs)
        }
        refreshSecrets(nowMs: nowMs)
        beginWaiting()
        advanceJobs(nowMs: nowMs)
        publishStatus(nowMs: nowMs)
        switch phase {
        case .ended(let reason): return .ended(reason: reason)
        case .leaving(let reason): return leave(reason, nowMs: nowMs)
        case .working: return work(nowMs: nowMs)
        }
    }

    /// Handles what is here, submits it where no transaction is under way, and asks what must be known before timers may
    /// fire.
    private mutating func work(nowMs: Int64) -> Wake {
        if isFenced { return .after(milliseconds: idleMs(1_000)) }
        if nowMs < notBeforeMs { return .after(milliseconds: Int(notBeforeMs - nowMs)) }
        var outlook = Outlook()
        if !mustComeToRest {
            if !partitions.isEmpty { first = (first + 1) % partitions.count }
            for index in partitions.indices {
                let box = partitions[(first + index) % partitions.count]
                process(&box.partition, nowMs: nowMs, &outlook)
            }
        }
        // Its time begins with the first that it handles, not with what was passed over.
        if processor.batch.handled == 0 { processor.batch.startedAtMs = nil }
        let submits = underWay == nil && processor.batch.handled > 0
        if submits { submit(nowMs: nowMs) }
        if !outlook.asks.isEmpty {
            if nowMs >= nextAskMs {
                askHighWatermarks(outlook.asks, nowMs: nowMs)
                outlook.hasMore = true
            } else {
                outlook.wake(atMs: nextAskMs)
            }
        }
        // A batch that takes no more waits for the settlement, of which the log's wait tells.
        if outlook.hasMore, submits || !outlook.isFull { return .now }
        return .after(milliseconds: idleMs(min(max(outlook.wakeAtMs.addingClamped(-nowMs), 0), 1_000)))
    }

    /// Nothing is under way or in the making: what every decision stands on may change.
    private var isQuiet: Bool { underWay == nil && processor.batch.handled == 0 }

    /// Nothing more is begun until the worker is quiet: it is about to decide by another version of the directory, or to
    /// begin a partition anew.
    private var mustComeToRest: Bool {
        if isQuiet { return false }
        return environment.directory.generation != generation
            || partitions.contains { $0.partition.remedy != nil && !$0.partition.isCheckpointing }
    }

    /// Jobs do not wake the log's wait: while there are some, it is short.
    func idleMs(_ milliseconds: Int64) -> Int {
        Int(hasJobs ? min(milliseconds, 20) : milliseconds)
    }
}

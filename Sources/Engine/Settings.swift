/// What a worker is told by its process. Nothing of it shapes a byte of what is written, but `groupID` and
/// `partitionCount`, which are checked against the partition's own record.
public struct WorkerSettings: Sendable {
    public var groupID: String
    /// N of all topics but `directory` and `statements`.
    public var partitionCount: Int32
    /// One file a secret, named as the directory names it.
    public var secretsDirectory: String
    /// A transaction ends at so many inputs and timers, or at so many bytes of outputs.
    public var batchRecords = 2_000
    public var batchBytes = 4 << 20
    /// Of each input of a partition not much more than so many bytes are held, whether handled or not.
    public var inboxBytes = 16 << 20
    /// And after so long, while there is more input.
    public var commitIntervalMs: Int64 = 50
    /// After an abort nothing is begun for twice as long, twice that after the next, and so on up to half a second.
    public var pauseAfterAbortMs: Int64 = 1
    public var checkpointIntervalMs: Int64 = 1_500
    /// A checkpoint is made earlier where the states that wait for it have grown to this.
    public var checkpointBytes = 64 << 20
    /// A restoring that makes no progress for so long is given up and begun again.
    public var restoreTimeoutMs: Int64 = 60_000
    /// A store whose last checkpoint is older than this, while the changelog went on, is rebuilt: as long as the
    /// changelog keeps tombstones (`delete.retention.ms`), by default a day.
    public var storeAgeMs: Int64 = 86_400_000
    /// The states that a partition may hold in memory; beyond that it takes no input until a checkpoint has worked.
    public var heldBytes = 256 << 20
    /// What the broker takes of one record, its key and headers included. Of a dead letter it is twice as much.
    public var recordBytes = 1 << 20
    /// How far ahead timers are held in memory.
    public var timerWindowMs: Int64 = 60_000
    /// How long one question for high watermarks may take.
    public var watermarkTimeoutMs = 200

    public init(groupID: String, partitionCount: Int32, secretsDirectory: String) {
        self.groupID = groupID
        self.partitionCount = partitionCount
        self.secretsDirectory = secretsDirectory
    }
}

/// What the engine's own rules are made of; not for anyone to set.
enum Rules {
    /// The versions of the rules that this build knows: its own and the one before.
    static let ruleVersions: ClosedRange<UInt32> = 1...1
    /// An append time further ahead of the wall clock stops the partition until it is reached.
    static let futureMs: Int64 = 60_000
    /// High watermarks are asked so long after a timer's due time, and not more often than this.
    static let watermarkDelayMs: Int64 = 200
    static let watermarkIntervalMs: Int64 = 100
    static let watermarkBackoffMs: Int64 = 1_000
    /// A restoring that failed for something that may pass is begun again after this.
    static let restoreRetryMs: Int64 = 2_000
    /// How often it is told how far a restoring has come.
    static let restoreToldMs: Int64 = 5_000
    /// A partition in which nothing changes is checkpointed so often all the same, so that its store does not grow old.
    static let idleCheckpointMs: Int64 = 3_600_000
    /// What was decided so long before the transaction under way has committed is decided again.
    static let batchAgeMs: Int64 = 500
    static let longestAbortPauseMs: Int64 = 500
    /// An idle partition moves its clock so often.
    static let idleClockMs: Int64 = 60_000
    /// So many aborts of a batch in a row halve it.
    static let abortsBeforeHalving = 3
    /// So many records of an input are taken before it is asked how large they are together.
    static let recordsAtOnce = 256
    /// The clock is asked after so many inputs of a batch.
    static let recordsBetweenClocks = 64
    static let secretsRefreshMs: Int64 = 10_000
}

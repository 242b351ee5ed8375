public import Contract
public import Records
internal import Synchronization

/// What a worker stands on besides its log; the ports through which chance comes in.
public struct WorkerEnvironment: Sendable {
    public var directory: DirectoryHolder
    public var changelog: any ChangelogReader
    /// Opens a partition's store, an empty one where there is none. With `setAside` what is there is moved away first:
    /// it was found damaged, and is rebuilt. Where the store itself finds that it is damaged or too old, it does the
    /// same.
    public var openStore: @Sendable (_ partition: Int32, _ setAside: Bool) throws -> any CheckpointStore
    /// Runs a job that blocks, on a thread that is not the worker's.
    public var spawn: @Sendable (_ job: @escaping @Sendable () -> Void) -> Void
    /// The wall clock, in milliseconds since 1970: only for how long a transaction has gathered; what is decided goes by
    /// the time that a step is given.
    public var wallMs: @Sendable () -> Int64
    public var report: Report

    public init(
        directory: DirectoryHolder, changelog: any ChangelogReader,
        openStore: @escaping @Sendable (_ partition: Int32, _ setAside: Bool) throws -> any CheckpointStore,
        spawn: @escaping @Sendable (_ job: @escaping @Sendable () -> Void) -> Void,
        wallMs: @escaping @Sendable () -> Int64,
        report: Report
    ) {
        self.directory = directory
        self.changelog = changelog
        self.openStore = openStore
        self.spawn = spawn
        self.wallMs = wallMs
        self.report = report
    }
}

/// What a worker wants after a step.
public enum Wake: Sendable, Equatable {
    /// There is more to do.
    case now
    /// Nothing to do for so long, unless the log has something: `Worker.wait`.
    case after(milliseconds: Int)
    /// The worker has ended: nil where it was asked to, else why it cannot go on.
    case ended(reason: String?)
}

/// Where one partition stands, for people and for readiness.
public struct PartitionStatus: Sendable, Equatable {
    public enum Phase: String, Sendable {
        case restoring, waiting, running, stopped
    }

    public var partition: Int32
    public var phase: Phase
    /// Of a stopped partition, why; of one that waits, for what.
    public var reason: String
    /// Its clock: the append time of the last record, or the due time of the last timer.
    public var clockMs: Int64
    /// The number of its last transaction.
    public var number: UInt64
    /// By input, up to where all that was committed there is handled: the next record that waits here, or where the log
    /// has given the input to its end. nil where it is not known.
    public var reached: [Int64?]
    /// The wall time of the last commit; nil before the first one here.
    public var progressedAtMs: Int64?
    public var census: Census
    /// When its next timer is due, as far as that is soon.
    public var nextTimerDueMs: Int64?
    /// nil unless the partition is restoring.
    public var restore: RestoreProgress?
    /// The suppliers whose circuit is open here, by id.
    public var openCircuits: [String]
}

/// A worker's partitions as another thread may read them.
public final class WorkerBoard: Sendable {
    private struct State {
        var partitions: [PartitionStatus] = []
        var assignments: UInt64 = 0
        var steppedAtMs: Int64 = 0
    }

    private let state = Mutex(State())

    public init() {}

    public var partitions: [PartitionStatus] { state.withLock { $0.partitions } }

    /// How many assignments the worker has taken up when `partitions` was told: until it is as many as the log has given,
    /// the partitions are those of before.
    public var assignments: UInt64 { state.withLock { $0.assignments } }

    /// The wall time of the worker's last step: a loop that no longer turns shows by it.
    public var steppedAtMs: Int64 { state.withLock { $0.steppedAtMs } }

    func publish(_ partitions: [PartitionStatus], assignments: UInt64) {
        state.withLock {
            $0.partitions = partitions
            $0.assignments = assignments
        }
    }
    func stepped(_ nowMs: Int64) { state.withLock { $0.steppedAtMs = nowMs } }
}

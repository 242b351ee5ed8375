internal import Engine
internal import Records
internal import SimulatedKafka
internal import Synchronization

/// One process of the adapter: a worker, its Kafka client, the jobs that it has begun. Its disk outlives it.
final class SimulatedProcess {
    /// Jobs wait until the run lets them go on; those of a process that died never do.
    final class JobQueue: Sendable {
        private let jobs = Mutex<[@Sendable () -> Void]>([])

        var isEmpty: Bool { jobs.withLock { $0.isEmpty } }
        func add(_ job: @escaping @Sendable () -> Void) { jobs.withLock { $0.append(job) } }

        /// Runs the one that waits longest.
        func runOne() {
            let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            job?()
        }
    }

    /// Fails a reading of the changelog after so many records.
    final class Disturbance: Sendable {
        struct Failed: Error {}
        private let left = Mutex<Int?>(nil)

        func failAfter(_ records: Int) { left.withLock { $0 = records } }
        func strike() throws {
            try left.withLock { left in
                guard let count = left else { return }
                left = count > 0 ? count - 1 : nil
                if count == 0 { throw Failed() }
            }
        }
    }

    /// The process's wall clock.
    final class Clock: Sendable {
        let skewMs = Atomic<Int64>(0)
        private let cluster: SimulatedCluster

        init(_ cluster: SimulatedCluster) { self.cluster = cluster }
        var nowMs: Int64 { cluster.nowMs + skewMs.load(ordering: .relaxed) }
    }

    let name: String
    let client: SimulatedClient
    let disk: SimulatedDisk
    let directory = DirectoryHolder()
    let jobs = JobQueue()
    let disturbance = Disturbance()
    /// How far its wall clock is ahead of the true time.
    var skewMs: Int64 {
        get { clock.skewMs.load(ordering: .relaxed) }
        set { clock.skewMs.store(newValue, ordering: .relaxed) }
    }
    private let clock: Clock
    /// Stopped until then (SIGSTOP).
    var frozenUntilMs: Int64?
    private(set) var endedReason: String??
    private let cluster: SimulatedCluster
    private let board: WorkerBoard
    private var worker: Worker<SimulatedLog>

    init(
        _ name: String, _ cluster: SimulatedCluster, _ disk: SimulatedDisk, _ settings: WorkerSettings, report: Report
    ) {
        self.name = name
        self.cluster = cluster
        self.disk = disk
        client = SimulatedClient(cluster, name: name)
        let clock = Clock(cluster)
        self.clock = clock
        let jobs = jobs
        let disturbance = disturbance
        worker = Worker(
            log: SimulatedLog(client), settings: settings,
            environment: WorkerEnvironment(
                directory: directory, changelog: SimulatedChangelog(cluster, disturb: { try disturbance.strike() }),
                openStore: { disk.open($0, setAside: $1) }, spawn: { jobs.add($0) },
                wallMs: { clock.nowMs }, report: report))
        board = worker.board
    }

    var partitions: [PartitionStatus] { board.partitions }
    var isRestoring: Bool { board.partitions.contains { $0.phase == .restoring } }

    func step() {
        guard endedReason == nil else { return }
        if case .ended(let reason) = worker.step(nowMs: clock.nowMs) { endedReason = .some(reason) }
    }

    func stop() { worker.stop() }
}

import Engine
import Orders
import Protobuf
import Records
import Schemas
import Signing
import Simulation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// What the engine said, for tests.
final class Said: Sendable {
    private let lines = Mutex<[String]>([])
    var report: Report {
        Report { level, message, fields in
            self.lines.withLock {
                $0.append("\(level): \(message) " + fields.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
            }
        }
    }
    var all: [String] { lines.withLock { $0 } }
    func contains(_ text: String) -> Bool { all.contains { $0.contains(text) } }
}

/// The real engine on a log, stores and a clock in memory, with simulated partners around it. One thread, virtual time.
///
/// Virtual time stands still while the worker has something to do, so a crash takes no time, and a run with crashes can
/// be compared with one without, byte by byte.
struct World: ~Copyable {
    static let startMs: Int64 = 1_800_000_000_000
    /// The engine asks for high watermarks no more often than that, so a crash changes nothing of when it may ask.
    static let tickMs: Int64 = 100

    let cluster: TestCluster
    let said = Said()
    let directory = DirectoryHolder()
    let jobs = Jobs()
    var settings: WorkerSettings
    var distributor: SimulatedDistributor
    var supplier: SimulatedSupplier
    private let storeBox: StoreBox
    var worker: Worker<TestLog>?
    private(set) var board = WorkerBoard()
    private(set) var metrics = EngineMetrics()
    private var toCome: [(atMs: Int64, topic: Topic, record: OutsideRecord)] = []
    private var seen: [TestCluster.Place: Int] = [:]
    private(set) var crashes = 0

    final class StoreBox: Sendable {
        private let stores = Mutex<[Int32: MemoryStore]>([:])
        let setAside = Mutex<[Int32]>([])
        func open(_ partition: Int32, _ isSetAside: Bool) -> MemoryStore {
            if isSetAside { setAside.withLock { $0.append(partition) } }
            return stores.withLock { stores in
                if isSetAside { stores[partition] = nil }
                let store = stores[partition] ?? MemoryStore()
                store.reopen()
                stores[partition] = store
                return store
            }
        }
        subscript(_ partition: Int32) -> MemoryStore? { stores.withLock { $0[partition] } }
        func lose(_ partition: Int32) { stores.withLock { $0[partition] = nil } }
    }

    /// Jobs run at once, or wait until the test lets them.
    final class Jobs: Sendable {
        private let held = Mutex<(jobs: [@Sendable () -> Void], isHolding: Bool)>(([], false))
        func spawn(_ job: @escaping @Sendable () -> Void) {
            let now = held.withLock { held in
                if held.isHolding { held.jobs.append(job) }
                return !held.isHolding
            }
            if now { job() }
        }
        var count: Int { held.withLock { $0.jobs.count } }
        func hold() { held.withLock { $0.isHolding = true } }
        /// The waiting jobs never run: their process is gone.
        func forget() { held.withLock { $0.jobs = [] } }
        func run() {
            let jobs = held.withLock { held in
                defer { held = ([], false) }
                return held.jobs
            }
            for job in jobs { job() }
        }
    }

    /// What a worker's clock tells while it gathers a transaction: that no time passes, unless a test says else.
    var wallMs: @Sendable () -> Int64 = { .min }

    init(
        partitions: Int32 = 2, seed: UInt64 = 1, temper: SupplierTemper = .troubled,
        directory: Directory = Shop.directory(startMs: World.startMs)
    ) {
        cluster = TestCluster(partitionCount: partitions, nowMs: World.startMs)
        settings = WorkerSettings(
            groupID: "turnstile", partitionCount: partitions, secretsDirectory: World.secretsDirectory)
        settings.pauseAfterAbortMs = 0
        storeBox = StoreBox()
        distributor = SimulatedDistributor(
            distributorID: "d1",
            offers: [
                Offer(
                    projectID: "p1", showID: "sh1", ticketClassID: "t1", currency: "EUR",
                    totals: [Shop.sellPrice, 2 * Shop.sellPrice, 3 * Shop.sellPrice])
            ], signer: World.signer, seed: seed)
        supplier = SimulatedSupplier(temper: temper, seed: seed)
        self.directory.publish(DirectorySnapshot(directory))
    }

    static var signer: Signer { Signer(keyID: Shop.keyID, hmacSecret: Array(Shop.secret.utf8))! }

    static let secretsDirectory: String = {
        var template = Array("/tmp/turnstile-engine-tests-XXXXXX".utf8CString)
        let path = template.withUnsafeMutableBufferPointer { buffer in
            mkdtemp(buffer.baseAddress!)
            return String(cString: buffer.baseAddress!)
        }
        let file = fopen(path + "/" + Shop.secretName, "w")!
        fputs(Shop.secret, file)
        fclose(file)
        return path
    }()

    func store(_ partition: Int32) -> MemoryStore? { storeBox[partition] }
    func loseStore(_ partition: Int32) { storeBox.lose(partition) }
    var setAside: [Int32] { storeBox.setAside.withLock { $0 } }

    /// A new process.
    mutating func start(partitions: [Int32]? = nil) {
        let box = storeBox
        let jobs = jobs
        let started = Worker(
            log: TestLog(cluster, partitions: partitions), settings: settings,
            environment: WorkerEnvironment(
                directory: directory, changelog: TestChangelog(cluster: cluster),
                openStore: { box.open($0, $1) }, spawn: { jobs.spawn($0) }, wallMs: wallMs, report: said.report))
        board = started.board
        metrics = started.metrics
        worker = consume started
    }

    /// The process dies as it stands; the next one begins with what the log and the stores have.
    mutating func crash() {
        crashes += 1
        jobs.forget()
        worker = nil
        start()
    }

    mutating func step() -> Wake {
        worker?.step(nowMs: cluster.nowMs) ?? .ended(reason: "there is no worker")
    }

    /// Steps until the worker has nothing to do at this time.
    mutating func settle(_ between: (inout World, Int) -> Void = { _, _ in }) {
        var quiet = 0
        for count in 0..<10_000 {
            let before = (cluster.transactions, crashes)
            let wake = step()
            between(&self, count)
            quiet = wake == .now || (cluster.transactions, crashes) != before ? 0 : quiet + 1
            if quiet > 7 { return }
        }
        preconditionFailure("the worker does not come to rest")
    }

    /// Lets time pass, in ticks: what is due arrives, the worker handles it, the partners answer.
    mutating func run(forMs: Int64, _ between: (inout World, Int) -> Void = { _, _ in }) throws {
        let end = cluster.nowMs + forMs
        while cluster.nowMs < end {
            cluster.nowMs += World.tickMs
            deliver()
            settle(between)
            try listen()
        }
    }

    mutating func place(_ orderID: String) {
        send(distributor.place(orderID, nowMs: cluster.nowMs), to: .orderCommands)
    }

    /// The record that places an order, for the test to append as it likes.
    mutating func placing(_ orderID: String) -> OutsideRecord {
        distributor.place(orderID, nowMs: cluster.nowMs)[0]
    }

    mutating func send(_ records: [OutsideRecord], to topic: Topic) {
        for record in records { toCome.append((cluster.nowMs + record.delayMs, topic, record)) }
    }

    private mutating func deliver() {
        let due = toCome.filter { $0.atMs <= cluster.nowMs }
        toCome.removeAll { $0.atMs <= cluster.nowMs }
        for item in due {
            cluster.append(item.topic, key: item.record.key, value: item.record.value, headers: item.record.headers)
        }
    }

    /// The partners read what is new to them.
    private mutating func listen() throws {
        for partition in 0..<cluster.partitionCount {
            for record in unseen(.supplierRequests, partition) {
                let answers = try record.span { try supplier.handle($0, nowMs: cluster.nowMs) }
                send(answers, to: .supplierResults)
            }
            for record in unseen(.orderEvents, partition) {
                let commands = try record.span { try distributor.handle($0, nowMs: cluster.nowMs) }
                send(commands, to: .orderCommands)
            }
        }
    }

    private mutating func unseen(_ topic: Topic, _ partition: Int32) -> [TestCluster.Record] {
        let place = TestCluster.Place(topic: topic, partition: partition)
        let all = cluster.records[place] ?? []
        let new = all[(seen[place] ?? 0)...].filter { !$0.isMarker }
        seen[place] = all.count
        return Array(new)
    }
}

extension TestCluster.Record {
    func span<R>(_ body: (RawSpan) throws -> R) rethrows -> R {
        try (value ?? []).withUnsafeBytes { try body(RawSpan(_unsafeBytes: $0)) }
    }
}

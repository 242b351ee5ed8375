internal import Engine
internal import Orders
internal import Protobuf
internal import Records
internal import SimulatedKafka
internal import Simulation
internal import Synchronization

/// One run: the real engine in some processes on a simulated Kafka, partners around it, and faults, all by one seed. For
/// some minutes of virtual time anything may happen; then the faults end, everything must come to its end within a
/// bound, and the invariants are checked.
public final class SimulationRun {
    static let startMs: Int64 = 1_800_000_000_000
    /// What compaction leaves alone, and how old a store may be.
    static let compactionLagMs: Int64 = 60_000
    static let storeAgeMs: Int64 = 30_000
    /// How far a worker's clock is ahead of the true time at most.
    static let clockAheadMsMax: Int64 = 5_000
    /// Where nothing has happened to any order for so long, longer than a hold, nothing more will.
    static let quietMs: Int64 = 45_000
    /// Within so long after the last fault all must be done.
    static let boundMs: Int64 = 600_000

    let seed: UInt64
    let cluster: SimulatedCluster
    var dice: Dice
    var settings: WorkerSettings
    /// Of each fault that this run makes, once in how many chances.
    private(set) var rates: [Fault: UInt64] = [:]
    var coverage = Coverage()
    var findings: [String] = []
    var isCalm = false
    /// When brokers that are down come back.
    var brokersUpAtMs: Int64 = 0

    var slots: [Slot] = []
    /// Processes that another one with the same identity has replaced.
    var strays: [SimulatedProcess] = []
    var directories: [DirectorySnapshot] = []
    var distributor: SimulatedDistributor
    var suppliers: [String: SimulatedSupplier] = [:]
    var wild: WildRecords
    var unreadable: [(place: SimulatedCluster.Place, offset: Int64)] = []
    private var toCome: [Coming] = []
    private var openInputs: [OpenInput] = []
    private var heard: [SimulatedCluster.Place: Int] = [:]
    private var placed = 0
    private let orderCount: Int
    private let chaosMs: Int64
    let timers = TimerWatch()
    private let recyclesOnDoubt: Bool
    private let tell: (@Sendable (String) -> Void)?

    /// A place for a process: what is left there when it dies.
    struct Slot {
        var name: String
        var disk: SimulatedDisk
        var process: SimulatedProcess?
        var startsAtMs: Int64
    }

    struct Coming {
        var atMs: Int64
        var sent: WildRecords.Sent
    }

    struct OpenInput {
        var transaction: OutsideTransaction
        var sent: WildRecords.Sent
        var endsAtMs: Int64
        var isCommit: Bool
    }

    /// - Parameters:
    ///   - faults: those that the run may make; the seed chooses among them.
    ///   - recyclesOnDoubt: whether producers are replaced after a doubt; without it late requests tear transactions.
    ///   - tell: gets each line that the engine reports, and what was done to it.
    public init(
        seed: UInt64, faults: Set<Fault> = Set(Fault.made), recyclesOnDoubt: Bool = true,
        tell: (@Sendable (String) -> Void)? = nil
    ) {
        self.seed = seed
        self.recyclesOnDoubt = recyclesOnDoubt
        self.tell = tell
        var dice = Dice(seed: seed)
        let partitions = Int32(dice.number(1...3))
        cluster = SimulatedCluster(partitionCount: partitions, nowMs: Self.startMs)
        settings = WorkerSettings(
            groupID: "turnstile", partitionCount: partitions, secretsDirectory: Secrets.directory)
        settings.batchRecords = dice.pick([1, 3, 20, 400])
        settings.checkpointIntervalMs = Int64(dice.pick([200, 700, 1_500, 5_000]))
        settings.timerWindowMs = Int64(dice.pick([500, 5_000, 60_000]))
        settings.storeAgeMs = Self.storeAgeMs
        orderCount = dice.number(20...60)
        chaosMs = Int64(dice.number(40...120)) * 1_000
        for fault in Fault.made where faults.contains(fault) && dice.number(0...9) < 6 {
            rates[fault] = UInt64(dice.number(fault.isSerious ? 150...900 : 40...400))
        }
        let temper = SupplierTemper(
            refusesPercent: dice.number(0...10), hangsPercent: dice.number(0...10), unsurePercent: dice.number(0...10),
            latePercent: dice.number(0...5), twicePercent: dice.number(0...10), lateByMs: 2_500)
        for name in [RunCatalog.steady, RunCatalog.forgetful] {
            suppliers[name] = SimulatedSupplier(
                temper: temper, seed: seed, knowsRequestsAgain: name == RunCatalog.steady)
        }
        distributor = SimulatedDistributor(
            distributorID: RunCatalog.planned, offers: RunCatalog.offers, signer: Secrets.signer, seed: seed)
        wild = WildRecords(seed: seed ^ 0x5A5A, startMs: Self.startMs)
        let cluster = cluster
        for number in 0..<dice.number(1...3) {
            let disk = SimulatedDisk(clock: { cluster.nowMs })
            slots.append(Slot(name: "worker-\(number)", disk: disk, startsAtMs: 0))
        }
        self.dice = dice
        directories = [DirectorySnapshot(RunCatalog.directory(startMs: Self.startMs, version: 0, isOdd: false))]
        timers.aheadMsMax = rates[.clockForward] == nil ? 0 : Self.clockAheadMsMax
        let timers = timers
        cluster.onSubmit = { client, records, commits in timers.look(at: records, commits, of: client, in: cluster) }
    }

    public func run() -> RunResult {
        let end = Self.startMs + chaosMs
        while cluster.nowMs < end { tick() }
        heal()
        let bound = cluster.nowMs + Self.boundMs
        var quietSinceMs = cluster.nowMs
        while cluster.nowMs < bound, cluster.nowMs - quietSinceMs < Self.quietMs || !isDrained {
            let before = progress
            tick()
            if progress != before { quietSinceMs = cluster.nowMs }
        }
        if cluster.nowMs >= bound {
            let stands = processes.map { process in
                let partitions = process.partitions.map { "\($0.partition) \($0.phase.rawValue) \($0.reason)" }
                return "\(process.name) \(process.client.phaseName ?? "idle") [\(partitions.joined(separator: ", "))]"
            }
            find("I14", "after the faults ended it does not come to rest: \(stands.joined(separator: "; "))")
        }
        stopAll()
        check()
        return result(virtualMs: cluster.nowMs - Self.startMs)
    }

    func find(_ invariant: String, _ words: String) { findings.append("\(invariant) \(words)") }

    /// Grows with everything that happens to an order: an idle partition's clock is none of it.
    private var progress: Int {
        (0..<cluster.partitionCount).reduce(toCome.count) {
            $0 + Int(cluster.end(SimulatedCluster.Place(topic: .orderEvents, partition: $1)))
        }
    }

    // MARK: - Time

    private func tick() {
        cluster.nowMs += Int64(isCalm ? 100 : dice.number(1...100))
        cluster.advance()
        if !isCalm { makeFaults() }
        readDirectory()
        endOpenInputs()
        startProcesses()
        produce()
        deliver()
        let live = processes
        for _ in 0..<(live.count * 12) { turn(dice.pick(live)) }
        for process in live where process.endedReason != nil { remove(process) }
        listen()
    }

    var processes: [SimulatedProcess] { slots.compactMap(\.process) + strays }

    private func turn(_ process: SimulatedProcess) {
        if let until = process.frozenUntilMs {
            guard cluster.nowMs >= until else { return }
            process.frozenUntilMs = nil
            process.client.isFrozen = false
        }
        guard slots.contains(where: { $0.process === process }) || strays.contains(where: { $0 === process }) else {
            return
        }
        switch dice.number(0...9) {
        case ..<4: process.step()
        case ..<7: process.client.turnCommitter()
        case 7: process.client.turnMembership()
        case 8: process.jobs.runOne()
        default: fetch(process)
        }
        if !isCalm { maybeCrash(process) }
    }

    private func fetch(_ process: SimulatedProcess) {
        for topic in Topic.inputs {
            for partition in 0..<cluster.partitionCount {
                let place = SimulatedCluster.Place(topic: topic, partition: partition)
                guard !strikes(.fetchSlow, at: 3) else { continue }
                process.client.fetchedEnd[place] = cluster.stableEnd(place)
            }
        }
    }

    /// Whether a fault of this kind happens now, at a chance that comes `often` times as seldom as its rate says.
    func strikes(_ fault: Fault, at chance: UInt64? = nil) -> Bool {
        guard !isCalm, let rate = rates[fault], dice.isOne(in: chance ?? rate) else { return false }
        coverage.saw(fault)
        if fault != .fetchSlow { tell?("\(cluster.nowMs - Self.startMs) fault: \(fault)") }
        return true
    }

    // MARK: - Processes

    private func startProcesses() {
        for index in slots.indices where slots[index].process == nil && cluster.nowMs >= slots[index].startsAtMs {
            start(index)
        }
    }

    func start(_ index: Int) {
        let process = SimulatedProcess(
            slots[index].name, cluster, slots[index].disk, settings, report: report(slots[index].name))
        process.client.recyclesOnDoubt = recyclesOnDoubt
        process.client.network = { [unowned self] kind in fate(of: kind) }
        process.client.isTooLarge = { [unowned self] place, record in isTooLarge(place, record) }
        // A process begins with what it has read of the directory, which may be less than others have.
        let known = directories[directories.count - 1 - (dice.isOne(in: 3) ? min(1, directories.count - 1) : 0)]
        process.directory.publish(known)
        slots[index].process = process
    }

    /// What the engine says, for whoever wants to read how a run went.
    private func report(_ name: String) -> Report {
        guard let tell else { return Report { _, _, _ in } }
        let cluster = cluster
        return Report { level, message, fields in
            let words = fields.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
            tell("\(cluster.nowMs - Self.startMs) \(name) \(level): \(message) \(words)")
        }
    }

    func remove(_ process: SimulatedProcess) {
        note(process)
        strays.removeAll { $0 === process }
        if let index = slots.firstIndex(where: { $0.process === process }) {
            slots[index].process = nil
            slots[index].startsAtMs = cluster.nowMs + Int64(dice.number(0...4_000))
        }
        if isCalm, case .some(.some(let reason)) = process.endedReason, !reason.contains("instance id"),
            !reason.contains("membership is over")
        {
            find("I14", "a process has ended by itself without a fault: \(reason)")
        }
    }

    /// Takes over what a process saw, before it is gone.
    private func note(_ process: SimulatedProcess) {
        for _ in 0..<process.client.interruptions { coverage.saw(.rebalanceInTransaction) }
        for _ in 0..<process.client.unknownOutcomes { coverage.saw(.outcomeUnknown) }
        // Whoever was pushed out by a process of the same identity may have seen that another one has gone on: it stops the
        // partition, as it must, and is gone a moment later.
        for status in process.partitions where status.phase == .stopped && !process.client.hasFailed {
            find("I14", "partition \(status.partition) has stopped: \(status.reason)")
        }
    }

    /// The faults end: everything that was broken is whole again.
    private func heal() {
        isCalm = true
        cluster.isDown = false
        cluster.heldEnds = [:]
        for slot in slots {
            for store in slot.disk.stores.values { store.isFull = false }
        }
        for process in processes { process.client.fetchedEnd = [:] }
        for index in slots.indices { slots[index].startsAtMs = min(slots[index].startsAtMs, cluster.nowMs + 1_000) }
    }

    private func stopAll() {
        for process in processes {
            for _ in 0..<2_000 where process.endedReason == nil {
                if process.frozenUntilMs == nil { process.stop() }
                cluster.nowMs += 5
                cluster.advance()
                for _ in 0..<4 { turn(process) }
                process.step()
            }
            if process.endedReason == nil { find("I14", "\(process.name) does not end when it is asked to") }
            note(process)
        }
    }

    // MARK: - Partners

    private func produce() {
        guard !isCalm else { return }
        if placed < orderCount, dice.isOne(in: 12) {
            send(distributor.place("o\(placed)", nowMs: cluster.nowMs), to: .orderCommands)
            placed += 1
        }
        if dice.isOne(in: 6) {
            let sent = wild.next(nowMs: cluster.nowMs)
            toCome.append(Coming(atMs: cluster.nowMs, sent: sent))
        }
    }

    func send(_ records: [OutsideRecord], to topic: Topic) {
        for record in records {
            let lateMs = strikes(.inputLate) ? Int64(dice.number(500...5_000)) : 0
            toCome.append(
                Coming(
                    atMs: cluster.nowMs + record.delayMs + lateMs,
                    sent: WildRecords.Sent(topic: topic, partition: nil, record: record)))
        }
    }

    private func deliver() {
        guard !cluster.isDown else { return }
        let due = toCome.filter { $0.atMs <= cluster.nowMs }
        toCome.removeAll { $0.atMs <= cluster.nowMs }
        for coming in due { arrive(coming.sent) }
    }

    private func arrive(_ sent: WildRecords.Sent) {
        var sent = sent
        if sent.partition == nil, cluster.partitionCount > 1, strikes(.inputMisrouted) {
            sent.partition = Int32(dice.number(0...Int(cluster.partitionCount) - 1))
        }
        if let partition = sent.partition { sent.partition = partition % cluster.partitionCount }
        if sent.partition == nil, strikes(.inputOpen) || strikes(.inputAborted) {
            var transaction = OutsideTransaction(cluster)
            transaction.append(
                sent.topic, key: sent.record.key, value: sent.record.value, headers: sent.record.headers, to: cluster)
            openInputs.append(
                OpenInput(
                    transaction: transaction, sent: sent, endsAtMs: cluster.nowMs + Int64(dice.number(100...6_000)),
                    isCommit: !dice.isOne(in: 2)))
            return
        }
        append(sent)
        if strikes(.inputTwice) { append(sent) }
    }

    private func append(_ sent: WildRecords.Sent) {
        let partition = sent.partition ?? cluster.home(of: sent.record.key)
        let offset = cluster.append(
            sent.topic, partition, key: sent.record.key, value: sent.record.value, headers: sent.record.headers)
        coverage.inputs += 1
        guard sent.isUnreadable else { return }
        coverage.saw(.inputUnreadable)
        unreadable.append((SimulatedCluster.Place(topic: sent.topic, partition: partition), offset))
    }

    private func endOpenInputs() {
        for open in openInputs where open.endsAtMs <= cluster.nowMs || isCalm {
            open.transaction.end(isCommit: open.isCommit, in: cluster)
            coverage.inputs += 1
            // Whoever aborted sends it once more.
            if !open.isCommit { toCome.append(Coming(atMs: cluster.nowMs + 50, sent: open.sent)) }
        }
        openInputs.removeAll { $0.endsAtMs <= cluster.nowMs || isCalm }
    }

    /// The partners read what is committed and new to them.
    private func listen() {
        for partition in 0..<cluster.partitionCount {
            for record in unheard(.supplierRequests, partition) {
                record.withSpan { request in
                    wild.saw(request)
                    guard let id = SimulatedSupplier.supplierID(of: request) else { return }
                    let answers = (try? suppliers[id]?.handle(request, nowMs: cluster.nowMs)) ?? []
                    send(answers, to: .supplierResults)
                }
            }
            for record in unheard(.orderEvents, partition) {
                let commands = record.withSpan { (try? distributor.handle($0, nowMs: cluster.nowMs)) ?? [] }
                send(commands, to: .orderCommands)
            }
        }
    }

    private func unheard(_ topic: Topic, _ partition: Int32) -> [SimulatedCluster.Record] {
        let place = SimulatedCluster.Place(topic: topic, partition: partition)
        let end = Int(cluster.stableEnd(place))
        let from = heard[place] ?? 0
        guard from < end, let all = cluster.records[place] else { return [] }
        heard[place] = end
        return all[from..<end].filter(\.isReadable)
    }

    /// Nothing is under way, and every input is behind the group's offsets.
    private var isDrained: Bool {
        guard toCome.isEmpty, openInputs.isEmpty, cluster.openTransactions.isEmpty else { return false }
        guard slots.allSatisfy({ $0.process != nil }) else { return false }
        return undone.isEmpty
    }

    /// Inputs that no committed offset covers.
    var undone: [String] {
        var found: [String] = []
        for partition in 0..<cluster.partitionCount {
            for (input, topic) in Topic.inputs.enumerated() {
                let place = SimulatedCluster.Place(topic: topic, partition: partition)
                let next = Int(cluster.committed[partition]?.offsets[input] ?? 0)
                let all = cluster.records[place] ?? []
                if let left = all.indices.first(where: { $0 >= next && all[$0].isReadable }) {
                    found.append("\(topic.name) \(partition):\(left)")
                }
            }
        }
        return found
    }
}

extension SimulatedCluster.Record {
    func withSpan<R>(_ body: (RawSpan) throws -> R) rethrows -> R {
        try (value ?? []).withUnsafeBytes { try body(RawSpan(_unsafeBytes: $0)) }
    }
}

import Engine
import Records
import Simulation

/// The real worker on a log in memory: what an input of each kind costs from receive to apply, Kafka and the disk left
/// out.
struct EngineRun: ~Copyable {
    private static let warmUpOrders = 2_000
    private static let orders = 20_000
    private static let repetitions = 5

    private let topics = PreparedTopics()
    private let shelf: Shelf
    private var worker: Worker<PreparedLog>
    /// Virtual: the engine's own timing is no part of this.
    private var nowMs = Shelf.startMs

    /// For a profiler that counts each instruction: so many orders, once, and nothing measured.
    static func run(_ shelf: Shelf, orders: Int) throws {
        var run = try EngineRun(shelf)
        for kind in Kind.allCases { _ = try run.handle(kind, prefix: "o", orders, countsAllocations: false) }
    }

    static func measureAll(_ shelf: Shelf) throws {
        var costs = try counting { try run(shelf, countsAllocations: true) }
        for _ in 0..<repetitions {
            let timed = try run(shelf, countsAllocations: false)
            for (kind, cost) in timed {
                let before = costs[kind]?.ns ?? 0
                costs[kind]?.ns = min(before == 0 ? .max : before, cost.ns)
            }
        }
        for kind in Kind.allCases { costs[kind]?.print("engine", kind.rawValue) }
    }

    private static func run(_ shelf: Shelf, countsAllocations: Bool) throws -> [Kind: Cost] {
        var run = try EngineRun(shelf)
        for kind in Kind.allCases { _ = try run.handle(kind, prefix: "w", Self.warmUpOrders, countsAllocations: false) }
        var costs: [Kind: Cost] = [:]
        for kind in Kind.allCases {
            costs[kind] = try run.handle(kind, prefix: "o", Self.orders, countsAllocations: countsAllocations)
            if countsAllocations { costs[kind]?.ns = 0 }
        }
        return costs
    }

    private init(_ shelf: Shelf) throws {
        self.shelf = shelf
        let holder = DirectoryHolder()
        holder.publish(DirectorySnapshot(shelf.directory))
        let settings = WorkerSettings(
            groupID: "bench", partitionCount: 1, secretsDirectory: shelf.secretsDirectory)
        worker = Worker(
            log: PreparedLog(topics), settings: settings,
            environment: WorkerEnvironment(
                directory: holder, changelog: EmptyStore(), openStore: { _, _ in EmptyStore() }, spawn: { $0() },
                wallMs: { .min }, report: .none))
        for _ in 0..<10 { _ = worker.step(nowMs: nowMs) }
    }

    /// Lets the worker handle one input of the kind for each of so many orders.
    private mutating func handle(
        _ kind: Kind, prefix: String, _ count: Int, countsAllocations: Bool
    ) throws -> Cost {
        nowMs += 1
        for record in shelf.records(kind, (0..<count).map({ "\(prefix)\($0)" })) {
            topics.append(record, input: kind.input, appendedAtMs: nowMs)
        }
        let answered = events(kind)
        let events = topics.written[Int(Topic.orderEvents.rawValue)]
        let before = Counters(allocations: countsAllocations)
        var idle = 0
        // A step submits, the next one applies: at rest when two in a row wrote nothing.
        while idle < 3 {
            let written = topics.written[Int(Topic.journal.rawValue)]
            if case .ended(let reason) = worker.step(nowMs: nowMs) {
                throw Shelf.Failure(description: "the worker ended: \(reason ?? "")")
            }
            idle = topics.written[Int(Topic.journal.rawValue)] == written ? idle + 1 : 0
        }
        let cost = Counters(allocations: countsAllocations).cost(since: before, operations: count)
        let told = (self.events(kind) - answered, topics.written[Int(Topic.orderEvents.rawValue)] - events)
        guard told == (count, count) else {
            throw Shelf.Failure(
                description: "\(count) inputs \(kind.rawValue) gave \(told.1) events, \(told.0) of them \(kind.event)")
        }
        return cost
    }

    private func events(_ kind: Kind) -> Int {
        let samples = worker.metrics.samples().filter { $0.name == "turnstile_events_total" }
        return Int(samples.first { $0.labels.first?.value == kind.event }?.value ?? 0)
    }
}

import Orders
import Records
import Simulation
import Testing

@testable import Engine

@Suite("Timers and the clock")
struct TimeTests {
    static let due: Int64 = 10_000

    /// A merge whose inputs hold records with these append times.
    static func merge(_ times: [[Int64]], passed: [Int64?]) -> Merge {
        var merge = Merge(makeInbox: { Inbox { _ in } })
        for input in 0..<3 {
            for time in times[input] {
                merge.queues[input].inbox.append(
                    ReceivedRecord(
                        topic: Topic.inputs[input], partition: 0, offset: 0, appendedAtMs: time, key: nil, value: nil,
                        firstHeader: 0, headerCount: 0, handle: nil))
            }
            if let passedMs = passed[input] { merge.queues[input].passedMs = passedMs }
        }
        return merge
    }

    struct Row: CustomTestStringConvertible {
        var says: String
        var times: [[Int64]]
        var passed: [Int64?]
        var nowMs: Int64
        var expected: NextStep
        var testDescription: String { says }
    }

    static let rows: [Row] = [
        Row(
            says: "all inputs have later records", times: [[10_001], [10_001], [20_000]], passed: [nil, nil, nil],
            nowMs: 10_500, expected: .timer(dueMs: due)),
        Row(
            says: "a record at the due time comes first", times: [[10_000], [10_001], [20_000]],
            passed: [nil, nil, nil], nowMs: 10_500, expected: .record(input: 0)),
        Row(
            says: "an earlier record of any input comes first", times: [[10_001], [10_001], [9_000]],
            passed: [nil, nil, nil], nowMs: 10_500, expected: .record(input: 2)),
        Row(
            says: "two idle inputs are asked about, and the later record waits", times: [[10_001], [], []],
            passed: [nil, nil, nil], nowMs: 10_500, expected: .heldBack(dueMs: due, inputs: [1, 2], askAtMs: 10_200)),
        Row(
            says: "an answer from before the due time is none", times: [[], [], []], passed: [9_999, 10_000, 12_000],
            nowMs: 10_500, expected: .heldBack(dueMs: due, inputs: [0], askAtMs: 10_200)),
        Row(
            says: "all ends are known to be past it", times: [[], [], []], passed: [10_000, 10_000, 12_000],
            nowMs: 10_500, expected: .timer(dueMs: due)),
        Row(
            says: "an end that was known does not count for a record that came since", times: [[9_500], [], []],
            passed: [10_000, 10_000, 10_000], nowMs: 10_500, expected: .record(input: 0)),
        Row(
            says: "a timer that is not due yet", times: [[], [], []], passed: [nil, nil, nil], nowMs: 9_999,
            expected: .drained),
        Row(
            says: "a time too far ahead waits", times: [[100_000], [], []], passed: [10_000, 10_000, 10_000],
            nowMs: 9_000, expected: .future(untilMs: 40_000)),
    ]

    @Test("No timer fires, and no record passes it, before every input has", arguments: rows)
    func nextStepRow(row: Row) {
        let step = nextStep(Self.merge(row.times, passed: row.passed), dueMs: Self.due, nowMs: row.nowMs)
        #expect(step == row.expected)
    }

    @Test("Equal append times are handled in the order of the topics, others by time")
    func mergeOrder() {
        #expect(Self.merge([[5], [5], [5]], passed: [nil, nil, nil]).nextInput()?.input == 0)
        #expect(Self.merge([[6], [5], [5]], passed: [nil, nil, nil]).nextInput()?.input == 1)
        #expect(Self.merge([[], [], [5]], passed: [nil, nil, nil]).nextInput()?.input == 2)
    }

    static let hanging = SupplierTemper(
        refusesPercent: 0, hangsPercent: 100, unsurePercent: 0, latePercent: 0, twicePercent: 0, lateByMs: 0)

    /// A world with one order whose lock nobody answers.
    static func locking() throws -> World {
        var world = World(partitions: 1, temper: hanging)
        world.start()
        world.place("o1")
        try world.run(forMs: World.tickMs)
        #expect(try world.cluster.events().map(\.kind) == [.placed])
        return world
    }

    static func failures(_ world: borrowing World) throws -> Int {
        try world.cluster.events().filter { $0.kind == .lockFailed }.count
    }

    @Test("A lock that is not answered fails at its time-out, and not before it, once")
    func timerFires() throws {
        var world = try Self.locking()
        try world.run(forMs: Shop.lockTimeoutMs - World.tickMs)
        #expect(try Self.failures(world) == 0)
        try world.run(forMs: 600)
        #expect(try Self.failures(world) == 1)
        try world.run(forMs: 5_000)
        #expect(try Self.failures(world) == 1)
    }

    @Test(
        "A backlog, an open transaction or an unreachable leader in any input holds it back",
        arguments: [Topic.orderCommands, .supplierResults, .operatorActions], [true, false])
    func heldBack(topic: Topic, isReachable: Bool) throws {
        var world = try Self.locking()
        let place = TestCluster.Place(topic: topic, partition: 0)
        world.cluster.heldEnds[place] = isReachable ? .some(1_000) : .some(nil)
        try world.run(forMs: 10_000)
        #expect(try Self.failures(world) == 0)
        world.cluster.heldEnds[place] = nil
        try world.run(forMs: 1_300)
        #expect(try Self.failures(world) == 1)
    }

    @Test("What was asked in time and is read late is handled before the time-out, as after an outage")
    func downtime() throws {
        var world = try Self.locking()
        // The answer is appended in time; the adapter is down for ten seconds.
        try world.run(forMs: 500)
        let requests = world.cluster.read(.supplierRequests)
        var supplier = SimulatedSupplier(temper: .faultless, seed: 1)
        for record in requests {
            for answer in try record.span({ try supplier.handle($0, nowMs: world.cluster.nowMs) }) {
                world.cluster.append(.supplierResults, key: answer.key, value: answer.value)
            }
        }
        world.cluster.nowMs += 10_000
        world.crash()
        try world.run(forMs: 1_000)
        #expect(try Self.failures(world) == 0)
        #expect(try world.cluster.events().contains { $0.kind == .locked })
    }

    @Test("High watermarks are asked only when a timer is due, and at most ten times a second")
    func questions() throws {
        var world = try Self.locking()
        #expect(world.cluster.watermarkQuestions.isEmpty)
        let place = TestCluster.Place(topic: .supplierResults, partition: 0)
        world.cluster.heldEnds[place] = .some(1_000)
        try world.run(forMs: Shop.lockTimeoutMs + 1_000)
        let moments = Set(world.cluster.watermarkQuestions)
        #expect(moments.count >= 5)
        #expect(moments.count <= 11)
        #expect(moments.min() ?? 0 >= World.startMs + Shop.lockTimeoutMs + 200)
    }

    @Test("A time more than 60 s ahead stops its partition until it is reached, and no other")
    func future() throws {
        var world = World(partitions: 2, temper: .faultless)
        world.start()
        let homes = (0..<20).map { "o\($0)" }.map { id in
            (id, Array("d1/\(id)".utf8).withUnsafeBytes { Murmur2.partition(of: $0, count: 2) })
        }
        let early = try #require(homes.first { $0.1 == 0 }?.0)
        let other = try #require(homes.first { $0.1 == 1 }?.0)
        world.cluster.append(.supplierResults, 0, key: Array("d1/x".utf8), value: [1], atMs: World.startMs + 90_000)
        world.place(early)
        world.place(other)
        try world.run(forMs: 1_000)
        // The early order's own records are before the one in the future, so they go on.
        #expect(try world.cluster.events().contains { $0.order == "d1/\(early)" })
        #expect(try world.cluster.events().contains { $0.order == "d1/\(other)" })
        #expect(world.cluster.read(.deadLetters).isEmpty)
        #expect(world.said.contains("far ahead"))
        #expect(world.cluster.read(.deadLetters).isEmpty)
        try world.run(forMs: 100_000)
        #expect(world.cluster.read(.deadLetters).count == 1)
    }

    @Test("Timers fire in the order of due time and key, those far ahead from the store's index too")
    func timerOrder() {
        var queue = TimerQueue()
        queue.openWindow(untilMs: 100)
        var dice = Dice(seed: 3)
        var expected: [(Int64, [UInt8])] = []
        for _ in 0..<500 {
            let due = Int64(dice.next() % 120)
            let key = Array("k\(dice.next() % 40)".utf8)
            key.withUnsafeBytes { queue.add(dueMs: due, key: $0) }
            if due <= 100 { expected.append((due, key)) }
        }
        expected.sort { $0.0 == $1.0 ? $0.1.lexicographicallyPrecedes($1.1) : $0.0 < $1.0 }
        for item in expected {
            #expect(queue.earliestDueMs == item.0)
            #expect(queue.earliestKey == item.1)
            queue.removeEarliest()
        }
        #expect(queue.earliestDueMs == nil)
    }
}

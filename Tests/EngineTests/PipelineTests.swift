import Contract
import Orders
import Records
import Testing

@testable import Engine

@Suite("The next batch is decided while one is being committed")
struct PipelineTests {
    /// A world whose transactions stay under way until `release`.
    final class Gate: @unchecked Sendable {
        var isShut = true
    }

    static func world(_ gate: Gate, partitions: Int32 = 1) -> World {
        var world = World(partitions: partitions, temper: .faultless)
        world.cluster.holdsSettlements = { gate.isShut }
        world.start()
        return world
    }

    @Test("It is submitted only once the one before has committed, and stands on its states")
    func waits() throws {
        let gate = Gate()
        var world = Self.world(gate)
        let place = world.placing("o1")
        world.cluster.append(.orderCommands, key: place.key, value: place.value, headers: place.headers)
        world.settle()
        #expect(world.cluster.submitted.count == 1)
        // The same command again: its answer depends on the state that is not committed yet.
        world.cluster.append(.orderCommands, key: place.key, value: place.value, headers: place.headers)
        world.settle()
        #expect(world.cluster.submitted.count == 1)
        gate.isShut = false
        _ = world.step()
        #expect(world.cluster.submitted.count == 2)
        world.settle()
        #expect(try world.cluster.events().map(\.kind) == [.placed, .commandRepeated])
        #expect(try ReplayTests.journal(world.cluster, 0).map(\.number) == [1, 2])
    }

    @Test("It is decided before the one under way has committed")
    func isDecidedMeanwhile() throws {
        let gate = Gate()
        var world = Self.world(gate)
        world.place("o1")
        world.cluster.nowMs += World.tickMs
        try world.run(forMs: World.tickMs)
        world.place("o2")
        try world.run(forMs: World.tickMs)
        #expect(world.worker?.processor.batch.handled ?? 0 > 0)
        #expect(world.cluster.submitted.count == 1)
    }

    @Test("An abort throws both away, and both are decided again to the same bytes")
    func abort() throws {
        let gate = Gate()
        var world = Self.world(gate)
        world.cluster.fates = { _, index in index == 0 ? .abort : .commit }
        let place = world.placing("o1")
        world.cluster.append(.orderCommands, key: place.key, value: place.value, headers: place.headers)
        world.settle()
        world.cluster.append(.orderCommands, key: place.key, value: place.value, headers: place.headers)
        world.settle()
        gate.isShut = false
        try world.run(forMs: World.tickMs)
        #expect(try world.cluster.events().map(\.kind) == [.placed, .commandRepeated])
        #expect(world.cluster.submitted[0].first?.1.value == world.cluster.read(.orderEvents).first?.value)
        #expect(try ReplayTests.journal(world.cluster, 0).map(\.next) == [[2, 0, 0]])
        // What was decided twice was handled once.
        func counted(_ name: String) -> Double {
            world.metrics.samples().filter { $0.name == name }.reduce(0) { $0 + $1.value }
        }
        #expect(counted("turnstile_inputs_total") == 2)
        #expect(counted("turnstile_events_total") == 2)
    }

    @Test("What was decided more than half a second before is decided again")
    func tooOld() throws {
        let gate = Gate()
        var world = Self.world(gate)
        world.place("o1")
        try world.run(forMs: World.tickMs)
        world.place("o2")
        try world.run(forMs: World.tickMs)
        world.cluster.nowMs += 1_000
        gate.isShut = false
        world.settle()
        let journal = try ReplayTests.journal(world.cluster, 0)
        #expect(journal.count == 2)
        #expect(journal.last?.sentAtMs == world.cluster.nowMs)
    }

    @Test("Where the partitions are revoked, the one under way is settled and the next one dropped")
    func revoked() throws {
        let gate = Gate()
        var world = Self.world(gate)
        world.place("o1")
        try world.run(forMs: World.tickMs)
        world.place("o2")
        try world.run(forMs: World.tickMs)
        world.worker?.log.change(.revoked)
        world.settle()
        #expect(world.worker?.log.isReleased == false)
        gate.isShut = false
        world.settle()
        #expect(world.worker?.log.isReleased == true)
        #expect(try world.cluster.events().map(\.order) == ["d1/o1"])
        #expect(world.store(0)?.values == world.cluster.fold(0))
        world.start()
        world.settle()
        #expect(try world.cluster.events().filter { $0.kind == .placed }.map(\.order) == ["d1/o1", "d1/o2"])
    }

    @Test("Another version of the directory waits until nothing stands on the one before")
    func directory() throws {
        let gate = Gate()
        var world = Self.world(gate)
        world.place("o1")
        try world.run(forMs: World.tickMs)
        world.place("o2")
        try world.run(forMs: World.tickMs)
        world.directory.publish(DirectorySnapshot(Shop.directory(startMs: World.startMs, version: 8)))
        world.place("o3")
        try world.run(forMs: World.tickMs)
        gate.isShut = false
        world.settle()
        let journal = try ReplayTests.journal(world.cluster, 0)
        #expect(journal.map(\.directoryVersion) == [7, 7, 8])
        let found = try ReplayTests.firstDifference(world, 0, from: 3)
        #expect(found == nil)
    }

    @Test("An idle partition moves its clock once a minute, and a replay does the same")
    func idleClock() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.start()
        world.place("o1")
        try world.run(forMs: 300_000)
        let steps = try ReplayTests.journal(world.cluster, 0).flatMap(\.steps)
        let moves = steps.compactMap { if case .clock(let toMs) = $0 { toMs } else { nil } }
        #expect((2...5).contains(moves.count))
        #expect(moves == moves.sorted())
        let last = try #require(world.cluster.fold(0)[Array("/".utf8)])
        let state = try last.withUnsafeBytes { try readPartitionState(RawSpan(_unsafeBytes: $0)) }
        #expect(state.clockMs > world.cluster.nowMs - 62_000)
        let found = try ReplayTests.firstDifference(world, 0)
        #expect(found == nil)
    }

    @Test("Of large records no more is held than the inbox may have, and all are handled")
    func largeRecords() throws {
        let gate = Gate()
        var world = World(partitions: 1, temper: .faultless)
        world.cluster.holdsSettlements = { gate.isShut }
        world.settings.inboxBytes = 200_000
        world.start()
        let value = [UInt8](repeating: 0xFF, count: 2_000)
        for number in 0..<1_500 {
            world.cluster.append(.orderCommands, key: Array("d1/o\(number)".utf8), value: value)
        }
        for _ in 0..<5 { _ = world.step() }
        let held = world.worker?.partitions[0].partition.merge.queues[0].inbox.byteCount ?? 0
        #expect(held >= 200_000)
        #expect(held < 200_000 + Rules.recordsAtOnce * 2_100)
        gate.isShut = false
        world.settle()
        #expect(world.cluster.read(.deadLetters).count == 1_500)
    }
}

import Contract
import Orders
import Records
import Simulation
import Testing

@testable import Engine

@Suite("Beginning again")
struct RestartTests {
    static func traded(partitions: Int32 = 1) throws -> World {
        var world = World(partitions: partitions, temper: .faultless)
        world.start()
        for number in 0..<10 { world.place("o\(number)") }
        try world.run(forMs: 1_000)
        return world
    }

    static func phases(_ world: borrowing World) -> [PartitionStatus.Phase] {
        world.board.partitions.map(\.phase)
    }

    static func reason(_ world: borrowing World) -> String {
        world.board.partitions.first?.reason ?? ""
    }

    @Test("Where the group has no position the changelog's counts, and what is below it is passed over")
    func groupHasNone() throws {
        var world = try Self.traded()
        let events = try world.cluster.events().count
        world.cluster.committed = [:]
        world.crash()
        try world.run(forMs: 1_000)
        #expect(try world.cluster.events().count == events)
        world.place("o100")
        try world.run(forMs: 1_000)
        #expect(try world.cluster.events().count > events)
        #expect(Set(try world.cluster.events().map(\.id)).count == (try world.cluster.events().count))
    }

    @Test("Where they differ the partition stops and says so", arguments: 0..<4)
    func differ(_ what: Int) throws {
        var world = try Self.traded()
        var held = try #require(world.cluster.committed[0])
        switch what {
        case 0: held.offsets[0] = (held.offsets[0] ?? 0) - 1
        case 1: held.offsets[1] = (held.offsets[1] ?? 0) + 1
        case 2: held.number = (held.number ?? 0) + 1
        default: world.settings.groupID = "another"
        }
        world.cluster.committed[0] = held
        let transactions = world.cluster.transactions
        world.crash()
        world.place("o100")
        try world.run(forMs: 1_000)
        #expect(Self.phases(world) == [.stopped])
        #expect(Self.reason(world).contains("differ"))
        #expect(world.cluster.transactions == transactions)
    }

    @Test("A group with positions and a changelog with nothing differ, too")
    func changelogIsGone() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.cluster.committed[0] = TestCluster.Committed(offsets: [3, 0, 0], number: 2)
        world.start()
        try world.run(forMs: 300)
        #expect(Self.phases(world) == [.stopped])
    }

    @Test("Another number of partitions than the changelog was written with stops the partition")
    func partitionCount() throws {
        var world = try Self.traded()
        world.settings.partitionCount = 4
        world.crash()
        try world.run(forMs: 300)
        #expect(Self.phases(world) == [.stopped])
        #expect(Self.reason(world).contains("1 partitions"))
    }

    @Test("A retained start past the position stops the partition and says so")
    func positionLost() throws {
        var world = try Self.traded()
        world.cluster.startOffset[TestCluster.Place(topic: .orderCommands, partition: 0)] = 1_000
        world.crash()
        try world.run(forMs: 300)
        #expect(Self.phases(world) == [.stopped])
        #expect(Self.reason(world).contains("order-commands"))
    }

    @Test("It stops as well where the group's offsets have expired")
    func positionLostWithoutOffsets() throws {
        var world = try Self.traded()
        let place = TestCluster.Place(topic: .orderCommands, partition: 0)
        world.cluster.startOffset[place] = world.cluster.end(place)
        for number in 50..<53 { world.place("o\(number)") }
        world.cluster.committed[0] = nil
        try world.run(forMs: 100)
        world.cluster.committed[0] = nil
        world.crash()
        try world.run(forMs: 300)
        #expect(Self.phases(world) == [.running])

        world.cluster.committed[0] = nil
        world.cluster.startOffset[place] = 1_000
        world.crash()
        try world.run(forMs: 300)
        #expect(Self.phases(world) == [.stopped])
        #expect(Self.reason(world).contains("order-commands"))
    }

    @Test("A person says where it goes on: changelog, group and journal agree on it, and the partition runs again")
    func moved() throws {
        var world = try Self.traded()
        world.worker?.stop()
        world.settle()
        let place = TestCluster.Place(topic: .orderCommands, partition: 0)
        let from = world.cluster.end(place)
        for number in 50..<53 { world.place("o\(number)") }
        world.cluster.startOffset[place] = from + 2
        world.crash()
        try world.run(forMs: 300)
        #expect(Self.reason(world).contains("past the position"))

        let bytes = try #require(world.cluster.fold(0)[Array("/".utf8)])
        let state = try readPartitionState(bytes.span.bytes)
        #expect(state.next[0] == from)
        let transaction = try moveTransaction(
            partition: 0, state: state, input: .orderCommands, to: from + 2, reason: "they are gone", nowMs: 77)
        #expect(transaction.commits.map(\.number) == [state.number + 1])
        guard case .committed? = world.cluster.submit(transaction) else {
            Issue.record("not committed")
            return
        }
        let journal = try world.cluster.read(.journal, 0).suffix(2).map { record in
            let value = record.value ?? []
            return try readJournalRecord(value.span.bytes)
        }
        #expect(journal[1].number == state.number + 1 && journal[1].previousDigest == journal[0].digest)
        #expect(
            journal[1].steps == [
                .move(JournalStep.Move(input: 0, from: from, to: from + 2, reason: "they are gone"))
            ])
        #expect(journal[1].next[0] == from + 2)

        world.crash()
        try world.run(forMs: 1_000)
        #expect(Self.phases(world) == [.running])
        let orders = Set(try world.cluster.events().map(\.order))
        #expect(orders.contains("d1/o52") && !orders.contains("d1/o50") && !orders.contains("d1/o51"))
    }

    @Test("No input before the directory is read, and to the version that the partition has seen")
    func directoryFirst() throws {
        var world = World(partitions: 1, temper: .faultless, directory: Shop.directory(startMs: World.startMs))
        world.start()
        world.place("o1")
        try world.run(forMs: 200)
        #expect(try world.cluster.events().isEmpty == false)
        // A process that has read less of the directory than the one before.
        world.directory.publish(DirectorySnapshot(Shop.directory(startMs: World.startMs, version: 6)))
        world.crash()
        let count = world.cluster.transactions
        world.place("o2")
        try world.run(forMs: 1_000)
        #expect(Self.phases(world) == [.waiting])
        #expect(world.cluster.transactions == count)
        world.directory.publish(DirectorySnapshot(Shop.directory(startMs: World.startMs, version: 8)))
        try world.run(forMs: 1_000)
        #expect(try world.cluster.events().contains { $0.order == "d1/o2" })
    }

    @Test("Rules that this build does not know: no input is taken")
    func ruleVersion() throws {
        var settings = EngineSettings()
        settings.ruleVersion = 99
        var world = World(
            partitions: 1, temper: .faultless, directory: Shop.directory(startMs: World.startMs, settings: settings))
        world.start()
        world.place("o1")
        try world.run(forMs: 300)
        #expect(Self.phases(world) == [.waiting])
        #expect(world.cluster.transactions == 0)
    }

    @Test("A lost store is rebuilt from the changelog, and no input is taken before")
    func lostStore() throws {
        var world = try Self.traded()
        world.loseStore(0)
        world.jobs.hold()
        world.crash()
        let count = world.cluster.transactions
        world.place("o100")
        world.cluster.nowMs += World.tickMs
        world.settle()
        #expect(Self.phases(world) == [.restoring])
        #expect(world.cluster.transactions == count)
        world.jobs.run()
        try world.run(forMs: 1_000)
        #expect(Self.phases(world) == [.running])
        #expect(try world.cluster.events().contains { $0.order == "d1/o100" })
        world.worker?.stop()
        world.settle()
        #expect(world.store(0)?.values == world.cluster.fold(0))
    }

    @Test("A changelog that cannot be read now is read later: the partition waits and does not stop")
    func changelogUnreachable() throws {
        var world = try Self.traded()
        world.cluster.isDown = true
        world.crash()
        world.place("o100")
        try world.run(forMs: 5_000)
        #expect(Self.phases(world) == [.restoring])
        world.cluster.isDown = false
        try world.run(forMs: 5_000)
        #expect(Self.phases(world) == [.running])
        #expect(try world.cluster.events().contains { $0.order == "d1/o100" })
    }

    @Test("A store that is damaged while it runs is set aside and rebuilt; nothing is lost or done twice")
    func damagedStore() throws {
        var world = try Self.traded()
        // Only what is checkpointed is read from the store.
        try world.run(forMs: 5_000)
        #expect((world.store(0)?.checkpoints ?? 0) > 0)
        world.store(0)?.isDamaged = true
        let record = world.placing("o0")
        world.cluster.append(.orderCommands, key: record.key, value: record.value, headers: record.headers)
        try world.run(forMs: 2_000)
        #expect(world.setAside == [0])
        #expect(Self.phases(world) == [.running])
        let offset = world.cluster.read(.orderCommands, 0).lastIndex { $0.value == record.value }
        let answers = try world.cluster.events().filter { $0.command == "0:\(offset ?? -1)" }
        #expect(answers.map(\.kind) == [.commandRepeated])
        world.worker?.stop()
        world.settle()
        #expect(world.store(0)?.values == world.cluster.fold(0))
    }

    @Test("A full disk stops the input and loses nothing; with room again it goes on")
    func diskFull() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.start()
        world.place("o0")
        try world.run(forMs: 1_000)
        world.store(0)?.isFull = true
        try world.run(forMs: 5_000)
        #expect(world.said.contains("a checkpoint has failed"))
        #expect(world.board.partitions.first?.reason == "the disk")
        let count = world.cluster.transactions
        world.place("o1")
        try world.run(forMs: 5_000)
        #expect(world.cluster.transactions == count)
        world.store(0)?.isFull = false
        try world.run(forMs: 5_000)
        #expect(try world.cluster.events().contains { $0.order == "d1/o1" })
        world.worker?.stop()
        world.settle()
        #expect(world.store(0)?.values == world.cluster.fold(0))
    }

    @Test("A checkpoint that is written late claims nothing of what came after it was frozen")
    func lateCheckpoint() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.settings.checkpointIntervalMs = 500
        world.start()
        world.place("o1")
        try world.run(forMs: 300)
        world.jobs.hold()
        try world.run(forMs: 500)
        #expect(world.jobs.count == 1)
        for number in 2...9 { world.place("o\(number)") }
        try world.run(forMs: 500)
        let before = world.store(0)?.checkpoints
        world.jobs.run()
        #expect(world.store(0)?.checkpoints == (before ?? 0) + 1)
        world.crash()
        world.settle()
        #expect(world.store(0)?.values == world.cluster.fold(0))
    }

    @Test(
        "A timer far ahead is found when its time comes, checkpointed or not", arguments: [500, 10_000_000] as [Int64])
    func farTimer(checkpointIntervalMs: Int64) throws {
        var directory = Shop.directory(startMs: World.startMs)
        directory.suppliers["s1"]?.holdMs = 200_000
        var world = World(partitions: 1, temper: .faultless, directory: directory)
        world.settings.timerWindowMs = 1_000
        world.settings.checkpointIntervalMs = checkpointIntervalMs
        var orderID = ""
        for number in 0..<1_000 where world.distributor.plan(of: "o\(number)") == .letExpire { orderID = "o\(number)" }
        world.start()
        world.place(orderID)
        try world.run(forMs: 150_000)
        #expect(try world.cluster.events().map(\.kind) == [.placed, .locked])
        try world.run(forMs: 60_000)
        #expect(try world.cluster.events().map(\.kind) == [.placed, .locked, .canceled])
    }

    @Test("Timers that stand in the store alone fire after a restart")
    func timersFromTheStore() throws {
        var world = World(partitions: 1, temper: TimeTests.hanging)
        world.settings.timerWindowMs = 500
        world.start()
        world.place("o1")
        try world.run(forMs: 300)
        world.worker?.stop()
        world.settle()
        #expect(world.store(0)?.isClosed == true)
        world.crash()
        try world.run(forMs: Shop.lockTimeoutMs + 1_000)
        #expect(try TimeTests.failures(world) == 1)
    }

    @Test("A supplier's state is the same to a decision after a restart")
    func supplierStates() throws {
        var world = try Self.traded()
        let key = Array("/supplier/s1".utf8)
        let before = world.cluster.fold(0)[key]
        world.crash()
        world.place("o200")
        try world.run(forMs: 1_000)
        if before != nil { #expect(world.cluster.fold(0)[key] != nil) }
        #expect(Self.phases(world) == [.running])
    }
}

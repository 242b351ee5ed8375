import Orders
import Records
import Schemas
import Testing

@testable import Engine

@Suite("Every effect once, whatever dies in between")
struct ExactlyOnceTests {
    static let publicTopics: [Topic] = [
        .orderEvents, .supplierRequests, .receivableEntries, .settlementEntries, .deadLetters,
    ]

    struct Faults {
        var crashes = false
        var losesStores = false
        var aborts = false
        /// Commits take a while: the next batch is decided meanwhile.
        var slowCommits = false
    }

    /// Some hundred orders with troubled suppliers.
    static func run(seed: UInt64, orders: Int, _ faults: Faults) throws -> World {
        var world = World(seed: seed)
        world.settings.checkpointIntervalMs = 500
        world.settings.batchRecords = 400
        world.settings.timerWindowMs = 5_000
        var dice = Dice(seed: seed &* 31)
        if faults.aborts {
            var fate = Dice(seed: seed &* 17)
            world.cluster.fates = { _, _ in fate.isOne(in: 5) ? .abort : .commit }
        }
        if faults.slowCommits {
            var asked = 0
            world.cluster.holdsSettlements = {
                asked += 1
                return asked % 4 != 0
            }
        }
        world.start()
        if faults.crashes { world.jobs.hold() }
        var placed = 0
        for _ in 0..<1_200 {
            for _ in 0..<3 where placed < orders {
                world.place("o\(placed)")
                placed += 1
            }
            try world.run(forMs: World.tickMs) { world, _ in
                guard faults.crashes else { return }
                if dice.isOne(in: 12) {
                    if faults.losesStores, dice.isOne(in: 3) { world.loseStore(Int32(dice.next() % 2)) }
                    world.crash()
                } else {
                    world.jobs.run()
                    world.jobs.hold()
                }
            }
        }
        world.jobs.run()
        return world
    }

    @Test("Crashes at every step, aborts and lost stores change no byte", arguments: [1, 2, 3] as [UInt64])
    func sameBytes(seed: UInt64) throws {
        let calm = try Self.run(seed: seed, orders: 150, Faults())
        let wild = try Self.run(
            seed: seed, orders: 150, Faults(crashes: true, losesStores: true, aborts: true, slowCommits: true))

        // The run is worth something only if it reached all this.
        #expect(wild.crashes > 300)
        #expect(calm.distributor.open == [])
        let kinds = Set(try calm.cluster.events().map(\.kind))
        for kind: Proto.OrderEvent.EventCase in [
            .locked, .lockFailed, .canceled, .issued, .negotiationStarted, .commandRepeated, .commandRejected,
            .supplierRefunded, .distributorRefunded,
        ] { #expect(kinds.contains(kind), "no \(kind)") }

        for topic in Self.publicTopics {
            for partition: Int32 in 0..<2 {
                let expected = calm.cluster.read(topic, partition)
                let found = wild.cluster.read(topic, partition)
                #expect(found.count == expected.count, "\(topic) \(partition)")
                let differs = Array(zip(found, expected)).firstIndex {
                    $0.0.value != $0.1.value || $0.0.key != $0.1.key
                }
                #expect(differs == nil, "\(topic) \(partition)")
            }
        }
        // Not the states themselves: a failure would print them all.
        let isSame = wild.cluster.orderStates() == calm.cluster.orderStates()
        #expect(isSame)
    }

    @Test("Every command is answered, no event comes twice, sequences have no gap, no ticket is issued twice")
    func answeredOnce() throws {
        let world = try Self.run(seed: 11, orders: 200, Faults(crashes: true, losesStores: true, aborts: true))
        let events = try world.cluster.events()
        #expect(Set(events.map(\.id)).count == events.count)
        let answered = Set(events.compactMap(\.command))
        for partition: Int32 in 0..<2 {
            let commands = world.cluster.read(.orderCommands, partition)
            for offset in commands.indices {
                #expect(answered.contains("\(partition):\(offset)"), "command \(partition):\(offset)")
            }
        }
        var last: [String: UInt64] = [:]
        for event in events where event.sequence > 0 {
            #expect(event.sequence == (last[event.order] ?? 0) + 1)
            last[event.order] = event.sequence
        }
        #expect(world.supplier.issuings.values.allSatisfy { $0 == 1 })
    }

    @Test("The store is the fold of the changelog")
    func storeIsTheFold() throws {
        var world = try Self.run(seed: 5, orders: 60, Faults(crashes: true))
        world.worker?.stop()
        world.settle()
        for partition: Int32 in 0..<2 {
            let found = world.store(partition)
            let store = try #require(found)
            #expect(store.isClosed)
            #expect(store.values == world.cluster.fold(partition))
            #expect(store.lastKeys == store.lastKeys.sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    @Test("An aborted transaction is decided again, to the same bytes")
    func decidedAgain() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.cluster.fates = { _, index in index < 2 ? .abort : .commit }
        world.start()
        for number in 0..<10 { world.place("o\(number)") }
        try world.run(forMs: World.tickMs)
        let submitted = world.cluster.submitted
        #expect(submitted.count == 3)
        #expect(submitted[0].map(\.1) == submitted[2].map(\.1))
        #expect(submitted[1].map(\.1) == submitted[2].map(\.1))
        #expect(try world.cluster.events().count == 10)
    }

    @Test("A batch that is aborted again and again is halved, down to one record")
    func halved() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.cluster.fates = { transaction, _ in
            transaction.records.filter { $0.topic == .orderEvents }.count > 1 ? .abort : .commit
        }
        world.start()
        for number in 0..<12 { world.place("o\(number)") }
        try world.run(forMs: World.tickMs)
        #expect(try world.cluster.events().count == 12)
    }

    @Test("After being fenced nothing is committed before the next assignment")
    func fenced() throws {
        var world = World(temper: .faultless)
        world.cluster.fates = { _, index in index == 0 ? .fence : .commit }
        world.start()
        world.place("o1")
        try world.run(forMs: 500)
        #expect(world.cluster.transactions == 1)
        #expect(world.cluster.read(.orderEvents).isEmpty)
        world.worker?.log.change(.lost)
        world.settle()
        #expect(world.worker?.log.isReleased == true)
        world.start()
        try world.run(forMs: 500)
        #expect(try world.cluster.events().filter { $0.kind == .placed }.count == 1)
    }

    @Test("A revoked assignment is given back after the transaction, with its checkpoint made and its stores closed")
    func revoked() throws {
        var world = World(temper: .faultless)
        world.settings.checkpointIntervalMs = 1_000_000
        world.start()
        for number in 0..<10 { world.place("o\(number)") }
        world.cluster.nowMs += World.tickMs
        try world.run(forMs: World.tickMs)
        // Restoring an empty changelog has written where it ends.
        #expect(world.store(0)?.checkpoints == 1)
        world.worker?.log.change(.revoked)
        world.settle()
        #expect(world.worker?.log.isReleased == true)
        for partition: Int32 in 0..<2 {
            #expect(world.store(partition)?.isClosed == true)
            #expect(world.store(partition)?.values == world.cluster.fold(partition))
        }
    }

    @Test("A log that has failed ends the worker, with the reason")
    func failed() throws {
        var world = World(temper: .faultless)
        world.cluster.fates = { _, _ in .fail }
        world.start()
        world.place("o1")
        try world.run(forMs: World.tickMs)
        let wake = world.step()
        #expect(wake == .ended(reason: "as the test wants it"))
    }
}

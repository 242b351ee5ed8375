import Contract
import Testing

@testable import Engine

/// A disk that gives an error is not a store that is damaged: nothing is thrown away.
@Suite("A store that cannot be read")
struct UnreadableStoreTests {
    private static let told = "the disk does not give a store: the partition takes no input until it does"

    @Test("where an order is looked up: the store stays, the partition waits, and goes on when the disk gives it again")
    func states() throws {
        var world = try RestartTests.traded()
        try world.run(forMs: 5_000)
        world.store(0)?.failing = ([], MemoryStore.Unreadable())
        let record = world.placing("o0")
        world.cluster.append(.orderCommands, key: record.key, value: record.value, headers: record.headers)
        try world.run(forMs: 5_000)
        expectWaiting(world)
        world.store(0)?.failing = nil
        try world.run(forMs: 5_000)
        try expectGoesOn(&world)
        let offset = world.cluster.read(.orderCommands, 0).lastIndex { $0.value == record.value }
        let answers = try world.cluster.events().filter { $0.command == "0:\(offset ?? -1)" }
        #expect(answers.map(\.kind) == [.commandRepeated])
    }

    @Test("where a supplier's state is looked up as the partition begins")
    func suppliers() throws {
        var world = try RestartTests.traded()
        try world.run(forMs: 5_000)
        world.store(0)?.failing = (Array("/supplier".utf8), MemoryStore.Unreadable())
        world.crash()
        try world.run(forMs: 5_000)
        expectWaiting(world)
        world.store(0)?.failing = nil
        try world.run(forMs: 5_000)
        try expectGoesOn(&world)
    }

    @Test("where the timers are looked up")
    func timers() throws {
        var world = try RestartTests.traded()
        try world.run(forMs: 5_000)
        world.store(0)?.areTimersUnreadable = true
        world.crash()
        world.place("o50")
        try world.run(forMs: 5_000)
        #expect(world.said.contains(Self.told))
        #expect(world.setAside == [])
        #expect(try !world.cluster.events().contains { $0.order == "d1/o50" })
        world.store(0)?.areTimersUnreadable = false
        try world.run(forMs: 5_000)
        try expectGoesOn(&world)
        #expect(try world.cluster.events().contains { $0.order == "d1/o50" })
    }

    @Test("What the disk gives and is damaged is rebuilt: a state that is none, a supplier's that is not what was written")
    func damaged() throws {
        for isSupplier in [false, true] {
            var world = try RestartTests.traded()
            try world.run(forMs: 5_000)
            let store = world.store(0)
            if isSupplier {
                store?.failing = (Array("/supplier".utf8), MemoryStore.Damaged())
                world.crash()
            } else {
                store?.garbled = [0xFF]
                let record = world.placing("o0")
                world.cluster.append(.orderCommands, key: record.key, value: record.value, headers: record.headers)
            }
            try world.run(forMs: 5_000)
            #expect(world.setAside == [0] && RestartTests.phases(world) == [.running], "\(isSupplier)")
            #expect(world.said.contains("a stored state cannot be read"))
            world.worker?.stop()
            world.settle()
            #expect(world.store(0)?.values == world.cluster.fold(0))
        }
    }

    private func expectWaiting(_ world: borrowing World) {
        #expect(world.said.contains(Self.told))
        #expect(world.setAside == [])
        #expect(RestartTests.phases(world) == [.restoring])
        #expect(RestartTests.reason(world).contains("Unreadable"), "the operator is told why")
    }

    private func expectGoesOn(_ world: inout World) throws {
        #expect(world.setAside == [])
        #expect(RestartTests.phases(world) == [.running])
        world.place("o99")
        try world.run(forMs: 2_000)
        #expect(try world.cluster.events().contains { $0.order == "d1/o99" })
        world.worker?.stop()
        world.settle()
        #expect(world.store(0)?.values == world.cluster.fold(0))
    }
}

import Contract
import Orders
import Protobuf
import Records
import Testing

@testable import Engine

@Suite("How many orders stand where is known at every moment, and counted at none")
struct CensusTests {
    /// Counted from what is stored, which the engine never does.
    static func counted(_ states: [[UInt8]: [UInt8]]) throws -> Census {
        var census = Census()
        for (key, value) in states where key.first != UInt8(ascii: "/") {
            census.move(
                from: .nothing, to: Standing(try value.withUnsafeBytes { try readRecord(RawSpan(_unsafeBytes: $0)) }))
        }
        return census
    }

    static func written(_ states: [[UInt8]: [UInt8]]) throws -> Census? {
        let value = try #require(states[Array("/".utf8)])
        return try value.withUnsafeBytes { try readPartitionState(RawSpan(_unsafeBytes: $0)) }.census
    }

    static func expectRight(_ world: borrowing World, _ comment: Comment? = nil) throws {
        for status in world.board.partitions {
            let states = world.cluster.fold(status.partition)
            let counted = try counted(states)
            #expect(status.census == counted, comment)
            #expect(try written(states) == counted, comment)
        }
    }

    @Test("Whatever becomes of orders, and through crashes, aborts and lost stores", arguments: [4, 5] as [UInt64])
    func throughFaults(seed: UInt64) throws {
        var world = try ExactlyOnceTests.run(
            seed: seed, orders: 120, .init(crashes: true, losesStores: true, aborts: true))
        world.cluster.fates = { _, _ in .commit }
        try world.run(forMs: 1_000)
        #expect(world.crashes > 20)
        try Self.expectRight(world)
        let all = world.board.partitions.reduce(Census()) { $0 + $1.census }
        // It is worth something only where orders have gone several ways, and some still wait for something.
        #expect(OrderStatus.allCases.count { all[$0] > 0 } >= 4)
        #expect(all.timers > 0)
    }

    @Test("Orders that are removed leave the count, and their stubs are told apart")
    func removed() throws {
        var settings = EngineSettings()
        settings.retentionDays = 1
        settings.forgetAfterDays = 1
        var world = World(
            partitions: 1, temper: .faultless, directory: Shop.directory(startMs: World.startMs, settings: settings))
        world.start()
        for number in 0..<5 { world.place("o\(number)") }
        try world.run(forMs: 1_000)
        #expect((world.board.partitions.first?.census[.fixed] ?? 0) > 1)
        // Past the show and the retention after it; then past the stubs', too.
        var stubs: [Int64] = []
        for days: Int64 in [31, 30] {
            world.cluster.nowMs += days * 86_400_000 + 3_600_000
            try world.run(forMs: 1_000)
            stubs.append(world.board.partitions.first?.census.stubs ?? -1)
            #expect(world.board.partitions.first?.census[.fixed] == 0)
            try Self.expectRight(world)
        }
        #expect(stubs[0] > 1 && stubs[1] == 0)
    }

    @Test("Of a partition whose state was written by a build without a census they are counted once")
    func older() throws {
        var world = try RestartTests.traded()
        let before = try #require(try Self.written(world.cluster.fold(0)))
        var state = try #require(world.cluster.fold(0)[Array("/".utf8)]).withUnsafeBytes {
            try readPartitionState(RawSpan(_unsafeBytes: $0))
        }
        state.census = nil
        world.cluster.append(.orderState, 0, .init(key: Array("/".utf8), value: state.bytes))
        #expect(try Self.written(world.cluster.fold(0)) == nil)
        world.crash()
        world.settle()
        #expect(world.board.partitions.first?.census == before)
        world.place("o100")
        try world.run(forMs: 1_000)
        try Self.expectRight(world)
    }

    @Test("A restart counts nothing: a census that was written wrong stays wrong")
    func notCounted() throws {
        var world = try RestartTests.traded()
        var state = try #require(world.cluster.fold(0)[Array("/".utf8)]).withUnsafeBytes {
            try readPartitionState(RawSpan(_unsafeBytes: $0))
        }
        let honest = try #require(state.census)
        state.census = honest + honest
        world.cluster.append(.orderState, 0, .init(key: Array("/".utf8), value: state.bytes))
        world.crash()
        world.settle()
        #expect(world.board.partitions.first?.census == honest + honest)
        #expect(honest.timers > 0)
    }
}

extension PartitionState {
    fileprivate var bytes: [UInt8] {
        var writer = ReverseWriter()
        let slice = writePartitionState(self, to: &writer)
        return writer.bytes(of: slice).withUnsafeBytes { Array($0) }
    }
}

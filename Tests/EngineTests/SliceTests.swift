import Contract
import Orders
import Protobuf
import Records
import Schemas
import Testing

@testable import Engine

@Suite("One command through the whole engine")
struct SliceTests {
    @Test("A place command gives its event, its request, the order's state and the positions, in one transaction")
    func placeCommand() throws {
        var world = World(temper: .faultless)
        world.start()
        world.place("o1")
        world.cluster.nowMs += World.tickMs
        let home = "d1/o1".utf8.withContiguousStorageIfAvailable {
            Murmur2.partition(of: UnsafeRawBufferPointer($0), count: 2)
        }!
        try world.run(forMs: World.tickMs)

        #expect(world.cluster.transactions == 1)
        let outputs = try #require(world.cluster.submitted.first)
        #expect(outputs.map(\.0.topic) == [.orderEvents, .supplierRequests, .orderState, .journal, .orderState])
        #expect(outputs.allSatisfy { $0.0.partition == home })
        #expect(
            outputs.map { $0.1.key.map { String(decoding: $0, as: UTF8.self) } }
                == ["d1/o1", "d1/o1", "d1/o1", "\(home)", "/"])
        #expect(outputs.allSatisfy { $0.1.headers.isEmpty })

        try outputs[0].1.span { bytes in
            let event = try Proto.OrderEvent.View(bytes)
            #expect(event.eventCase == .placed)
            #expect(event.sequence == 1)
        }
        try outputs[1].1.span { bytes in
            let request = try Proto.SupplierRequest.View(bytes)
            #expect(request.operationCase == .lock)
        }
        let committed = try #require(world.cluster.committed[home])
        #expect(committed.offsets == [1, 0, 0])
        #expect(committed.number == 1)
        let journal = try outputs[3].1.span { try readJournalRecord($0) }
        #expect(journal.steps == [.run(JournalStep.Run(input: 0, firstOffset: 0, lastOffset: 0))])
        let state = try outputs[4].1.span { try readPartitionState($0) }
        #expect(state.digest == journal.digest)
        #expect(state.number == 1)
        #expect(state.next == [1, 0, 0])
        #expect(state.clockMs == world.cluster.nowMs)
        #expect(state.directoryVersion == 7)
        #expect(state.groupID == "turnstile")
        #expect(state.partitions == 2)
    }

    @Test("Orders go through their whole life")
    func wholeLife() throws {
        var world = World(temper: .faultless)
        world.start()
        for number in 0..<20 { world.place("o\(number)") }
        try world.run(forMs: 120_000)
        #expect(world.distributor.open == [])
        #expect(world.cluster.read(.deadLetters).isEmpty)
        #expect(world.cluster.read(.receivableEntries).count > 10)
        #expect(world.cluster.read(.settlementEntries).count > 10)
    }

    @Test("A transaction ends when its time is over, though there is more input", arguments: [false, true])
    func commitInterval(isSlow: Bool) throws {
        var world = World(partitions: 1, temper: .faultless)
        if isSlow { world.wallMs = { .max } }
        world.start()
        for number in 0..<200 { world.place("o\(number)") }
        world.cluster.nowMs += World.tickMs
        try world.run(forMs: World.tickMs)
        let inputs = world.cluster.submitted.map { $0.filter { $0.0.topic == .orderEvents }.count }
        // A clock that is past the interval whenever it is asked ends a transaction at the first asking.
        #expect(isSlow ? inputs.first == 63 : inputs.first ?? 0 >= 200)
        #expect(inputs.reduce(0, +) >= 200)
    }
}

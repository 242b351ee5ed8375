import Contract
import Orders
import Records
import Testing

@testable import Engine

@Suite("A replay gives the same bytes")
struct ReplayTests {
    /// What a partition's transactions wrote, by their numbers.
    struct Written {
        var number: UInt64
        var records: [(topic: Topic, record: TestCluster.Record)]
    }

    /// Some hundred orders with troubled suppliers, aborts and crashes, bad signatures and misrouted records.
    static func run(seed: UInt64 = 4, crashes: Bool = true) throws -> World {
        var world = World(seed: seed)
        world.settings.checkpointIntervalMs = 500
        world.settings.batchRecords = 50
        world.settings.timerWindowMs = 5_000
        var dice = Dice(seed: seed)
        var fate = Dice(seed: seed &+ 9)
        world.cluster.fates = { _, _ in fate.isOne(in: 6) ? .abort : .commit }
        world.start()
        for tick in 0..<900 {
            if tick < 150 { world.place("o\(tick)") }
            if tick % 20 == 7 {
                var forged = world.placing("forged\(tick)")
                forged.headers.removeAll { $0.name == "turnstile-signature" }
                world.cluster.append(.orderCommands, key: forged.key, value: forged.value, headers: forged.headers)
                let astray = world.placing("astray\(tick)")
                let home = astray.key.withUnsafeBytes { Murmur2.partition(of: $0, count: 2) }
                world.cluster.append(
                    .orderCommands, 1 - home, key: astray.key, value: astray.value, headers: astray.headers)
                world.cluster.append(.supplierResults, key: Array("d1/x\(tick)".utf8), value: [0xFF])
            }
            try world.run(forMs: World.tickMs) { world, _ in
                if crashes, dice.isOne(in: 40) { world.crash() }
            }
        }
        return world
    }

    /// The journal of a partition, as it was committed.
    static func journal(_ cluster: TestCluster, _ partition: Int32) throws -> [JournalRecord] {
        try cluster.read(.journal, partition).map { try $0.span { try readJournalRecord($0) } }
    }

    /// A store with the states of a partition before transaction `number`.
    static func states(_ cluster: TestCluster, _ partition: Int32, before number: UInt64) throws -> MemoryStore {
        let store = MemoryStore()
        guard number > 1 else { return store }
        var fold = Fold()
        for record in cluster.read(.orderState, partition) {
            let key = try #require(record.key)
            key.withUnsafeBytes { key in
                if let value = record.value { value.withUnsafeBytes { fold.set(key, $0) } } else { fold.set(key, nil) }
            }
            if key == Array("/".utf8), try record.span({ try readPartitionState($0) }).number == number - 1 { break }
        }
        try fold.write(to: store, position: 0)
        return store
    }

    static func replay(
        _ world: borrowing World, _ partition: Int32, from number: UInt64 = 1,
        directory: DirectorySnapshot? = nil, _ body: (borrowing Transaction) -> Void
    ) throws {
        let cluster = world.cluster
        let snapshot = try #require(directory ?? world.directory.snapshot)
        var replayer = try Replayer(
            partition: partition, partitionCount: cluster.partitionCount, groupID: "turnstile",
            store: try states(cluster, partition, before: number))
        for topic in Topic.inputs {
            let place = TestCluster.Place(topic: topic, partition: partition)
            for (offset, record) in (cluster.records[place] ?? []).enumerated() where !record.isMarker {
                record.offer(to: &replayer, topic, offset: Int64(offset))
            }
        }
        for record in try journal(cluster, partition) where record.number >= number {
            body(try replayer.replay(record, directory: snapshot))
        }
    }

    /// The first record that a replay writes otherwise than it stands in the log, from transaction `number` on.
    static func firstDifference(
        _ world: borrowing World, _ partition: Int32, from number: UInt64 = 1, directory: DirectorySnapshot? = nil
    ) throws -> String? {
        var written: [Topic: [TestCluster.Record]] = [:]
        try replay(world, partition, from: number, directory: directory) { transaction in
            for record in transaction.records {
                let headers = transaction.headers[
                    Int(record.firstHeader)..<Int(record.firstHeader + record.headerCount)]
                written[record.topic, default: []].append(
                    TestCluster.Record(
                        key: record.key.map { Array($0) }, value: record.value.map { Array($0) },
                        headers: headers.map { TestCluster.Header(name: $0.name, value: $0.value) }))
            }
        }
        for topic in Topic.allCases where !Topic.inputs.contains(topic) {
            let found = written[topic] ?? []
            let expected = world.cluster.read(topic, partition).suffix(number > 1 ? found.count : .max)
            if found.count != expected.count { return "\(topic): \(found.count) records, \(expected.count) were written" }
            for (index, (found, expected)) in zip(found, expected).enumerated()
            where found.key != expected.key || found.value != expected.value || found.headers != expected.headers {
                return "\(topic): record \(index)"
            }
        }
        return nil
    }

    @Test("Of everything, from the beginning", arguments: [0, 1] as [Int32])
    func everything(partition: Int32) throws {
        let world = try Self.run()
        let journal = try Self.journal(world.cluster, partition)
        // The run is worth something only if it reached all this.
        #expect(journal.count > 200)
        let steps = journal.flatMap(\.steps)
        #expect(steps.contains { if case .timers = $0 { true } else { false } })
        #expect(steps.contains { if case .run(let run) = $0 { !run.unverified.isEmpty } else { false } })
        #expect(!world.cluster.read(.deadLetters, partition).isEmpty)
        #expect(!world.cluster.read(.operatorActions, partition).isEmpty)
        #expect(try Self.firstDifference(world, partition) == nil)
    }

    @Test("From the middle of the log")
    func fromTheMiddle() throws {
        let world = try Self.run()
        let count = try Self.journal(world.cluster, 0).count
        for number in [2, count / 3, count / 2, count - 1] {
            #expect(try Self.firstDifference(world, 0, from: UInt64(number)) == nil, "from \(number)")
        }
    }

    @Test("The journal counts every transaction once, and chains their digests")
    func chain() throws {
        let world = try Self.run()
        for partition: Int32 in 0..<2 {
            let journal = try Self.journal(world.cluster, partition)
            #expect(journal.map(\.number) == Array(1...UInt64(journal.count)))
            #expect(journal[0].previousDigest == [])
            for (before, record) in zip(journal, journal.dropFirst()) {
                #expect(record.previousDigest == before.digest)
                #expect(record.digest.count == 32)
            }
        }
    }

    @Test("By other rules it gives other bytes, here of requests with another time to answer by")
    func otherRules() throws {
        let world = try Self.run(crashes: false)
        var changed = Shop.directory(startMs: World.startMs)
        changed.suppliers["s1"]?.lockTimeoutMs += 1
        let directory = DirectorySnapshot(changed)
        var digests: [[UInt8]] = []
        #expect(throws: ReplayFault.self) {
            try Self.replay(world, 0, directory: directory) { transaction in
                let record = transaction.records.first { $0.topic == .journal }
                let value = record?.value.map { Array($0) } ?? []
                if let digest = try? value.withUnsafeBytes({ try readJournalRecord(RawSpan(_unsafeBytes: $0)) }).digest {
                    digests.append(digest)
                }
            }
        }
        let published = try Self.journal(world.cluster, 0).map(\.digest)
        #expect(digests.first != published.first)
    }

    @Test("An input that is gone is named")
    func inputGone() throws {
        let world = try Self.run(crashes: false)
        let first = try #require(try Self.journal(world.cluster, 0).first)
        var replayer = try Replayer(partition: 0, partitionCount: 2, groupID: "turnstile", store: MemoryStore())
        let directory = try #require(world.directory.snapshot)
        #expect(throws: ReplayFault.inputMissing(.orderCommands, offset: 0)) {
            _ = try replayer.replay(first, directory: directory)
        }
    }
}

extension TestCluster.Record {
    func offer(to replayer: inout Replayer, _ topic: Topic, offset: Int64) {
        var inbox = Inbox { $0.deallocate() }
        TestLog.put(self, TestCluster.Place(topic: topic, partition: 0), offset, into: &inbox)
        let record = inbox.records[0]
        replayer.offer(
            topic, offset: offset, appendedAtMs: record.appendedAtMs, key: record.key, value: record.value,
            headers: inbox.headers)
    }
}

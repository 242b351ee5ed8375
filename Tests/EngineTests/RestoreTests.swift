import Contract
import Protobuf
import Records
import Synchronization
import Testing

@testable import Engine

/// A changelog of a test's own: what stands at which offset, and whether anything comes.
private final class ScriptedChangelog: ChangelogReader, @unchecked Sendable {
    struct NeverEnds: Error {}

    var records: [(offset: Int64, key: String, value: [UInt8]?)] = []
    var endOffset: Int64 = 0
    /// Records before it are gone.
    var start: Int64 = 0
    /// Nothing comes from this offset on.
    var stalledAt = Int64.max

    func end(partition: Int32) throws -> Int64 { endOffset }

    func read(
        partition: Int32, from: Int64?, progress: (_ position: Int64, _ end: Int64) throws -> Void,
        body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer?, _ offset: Int64) throws -> Void
    ) throws -> Int64 {
        var position = from ?? start
        try progress(position, endOffset)
        if position < start { throw ChangelogTrimmed(position: position) }
        for record in records where record.offset >= position {
            if record.offset >= stalledAt {
                for _ in 0..<10_000 { try progress(position, endOffset) }
                throw NeverEnds()
            }
            try Array(record.key.utf8).withUnsafeBytes { key in
                if let value = record.value {
                    try value.withUnsafeBytes { try body(key, $0, record.offset) }
                } else {
                    try body(key, nil, record.offset)
                }
            }
            position = record.offset + 1
            try progress(position, endOffset)
        }
        return endOffset
    }
}

/// A clock that a test sets, or that runs by itself with each look at it.
private final class TestClock: Sendable {
    private let state = Mutex<(nowMs: Int64, stepMs: Int64)>((1_000_000_000, 0))
    var nowMs: Int64 {
        get {
            state.withLock { state in
                state.nowMs += state.stepMs
                return state.nowMs
            }
        }
        set { state.withLock { $0.nowMs = newValue } }
    }
    func run(stepMs: Int64) { state.withLock { $0.stepMs = stepMs } }
}

@Suite("Restoring a partition")
struct RestoreTests {
    private final class Bench: @unchecked Sendable {
        let changelog = ScriptedChangelog()
        let clock = TestClock()
        let said = Said()
        let stores = Mutex<(now: MemoryStore, setAside: Int)>((MemoryStore(), 0))
        var timeoutMs: Int64 = 10_000
        var storeAgeMs: Int64 = 86_400_000

        func job() -> RecoveryJob {
            RecoveryJob(
                partition: 0, rebuild: false,
                limits: RecoveryJob.Limits(timeoutMs: timeoutMs, storeAgeMs: storeAgeMs),
                environment: WorkerEnvironment(
                    directory: DirectoryHolder(), changelog: changelog,
                    openStore: { _, setAside in
                        self.stores.withLock { stores in
                            if setAside { stores = (MemoryStore(), stores.setAside + 1) }
                            stores.now.reopen()
                            return stores.now
                        }
                    }, spawn: { $0() }, wallMs: { self.clock.nowMs }, report: said.report))
        }

        func restore() -> RecoveryJob.Outcome? {
            let job = job()
            job.run()
            return job.outcome
        }

        var store: MemoryStore { stores.withLock { $0.now } }
        var setAside: Int { stores.withLock { $0.setAside } }
    }

    private static func state(_ number: UInt64) -> [UInt8] {
        var writer = ReverseWriter()
        let slice = writePartitionState(PartitionState(number: number, groupID: "g", partitions: 1, census: Census()), to: &writer)
        return Array(writer.unsafeBytes(of: slice))
    }

    /// A bench whose store has `/` of transaction 1 at offset 1 and reached 2; the changelog goes on with transaction 2.
    private static func bench() throws -> Bench {
        let bench = Bench()
        bench.changelog.records = [(0, "/supplier/s1", [1]), (1, "/", state(1))]
        bench.changelog.endOffset = 2
        _ = bench.restore()
        #expect(bench.store.reached == 2 && bench.setAside == 0)
        bench.store.writtenAtMs = bench.clock.nowMs
        bench.changelog.records.append((2, "/", state(2)))
        bench.changelog.endOffset = 3
        return bench
    }

    private static func number(_ outcome: RecoveryJob.Outcome?) -> UInt64? {
        if case .restored(let restored)? = outcome { restored.state?.number } else { nil }
    }

    @Test("Only the changelog's tail is read where the store has the rest")
    func tail() throws {
        let bench = try Self.bench()
        bench.changelog.records[1].value = [0xFF]
        #expect(Self.number(bench.restore()) == 2)
        #expect(bench.store.checkpoints == 2 && bench.store.reached == 3 && bench.setAside == 0)
    }

    @Test("Nothing comes for as long as is allowed: it is given up, says how far it has come, and can be begun again")
    func stalled() throws {
        let bench = try Self.bench()
        bench.changelog.records.append((3, "/", Self.state(3)))
        bench.changelog.endOffset = 4
        bench.changelog.stalledAt = 3
        bench.clock.run(stepMs: 100)
        guard case .failed(let reason, canPass: true)? = bench.restore() else {
            Issue.record("it was not given up")
            return
        }
        #expect(reason.contains("nothing came for 10 s: 1 of 2 records"), "\(reason)")
        #expect(bench.store.isClosed, "the next one opens it")
        bench.changelog.stalledAt = .max
        #expect(Self.number(bench.restore()) == 3)
    }

    @Test("A restoring that takes long but goes on is not given up")
    func slow() throws {
        let bench = try Self.bench()
        bench.changelog.records += (3..<500).map { (Int64($0), "/", Self.state(UInt64($0))) }
        bench.changelog.endOffset = 500
        bench.clock.run(stepMs: 1_000)
        #expect(Self.number(bench.restore()) == 499)
    }

    @Test("It ends soon where the partition goes to another owner, also while nothing comes")
    func cancelled() throws {
        let bench = try Self.bench()
        bench.changelog.stalledAt = 0
        let job = bench.job()
        job.cancel()
        job.run()
        guard case .failed(_, canPass: true)? = job.outcome else {
            Issue.record("it went on")
            return
        }
        #expect(bench.store.isClosed)
    }

    @Test("What it finds of the store makes it set that aside and rebuild: damage, a position that cannot be, a gap")
    func unfit() throws {
        for (what, spoil) in [
            ("damaged", { $0.store.isDamaged = true }),
            ("the partition's own state", { bench in
                let key = Array("/".utf8)
                key.withUnsafeBytes { key in
                    let entry = CheckpointEntry(key: key, value: key, nextDueMs: nil)
                    try? bench.store.checkpoint([entry], position: 4)
                }
            }),
            ("the changelog ends at", { $0.changelog.endOffset = 1 }),
            ("no longer has offset 2", { $0.changelog.start = 3 }),
        ] as [(String, (Bench) -> Void)] {
            let bench = try Self.bench()
            bench.changelog.records = [(3, "/", Self.state(9))]
            bench.changelog.endOffset = 4
            spoil(bench)
            if what == "the changelog ends at" { bench.changelog.records = [(0, "/", Self.state(9))] }
            #expect(Self.number(bench.restore()) == 9, "\(what)")
            #expect(bench.setAside == 1, "\(what)")
            #expect(bench.said.contains(what == "damaged" ? "Damaged" : what), "\(bench.said.all)")
        }
    }

    @Test("A full disk is no fault of the store: it stays, and the restoring is begun again")
    func full() throws {
        let bench = try Self.bench()
        bench.store.isFull = true
        guard case .failed(_, canPass: true)? = bench.restore() else {
            Issue.record("it did not fail")
            return
        }
        #expect(bench.setAside == 0)
        bench.store.isFull = false
        #expect(Self.number(bench.restore()) == 2)
    }

    @Test("Nor is a state in the changelog that this build cannot read: the store stays, and a person is called")
    func unreadableChangelog() throws {
        let bench = try Self.bench()
        bench.changelog.records = [(2, "d1/o", [0xFF]), (3, "/", Self.state(2))]
        bench.changelog.endOffset = 4
        guard case .failed(let reason, canPass: false)? = bench.restore() else {
            Issue.record("it did not fail")
            return
        }
        #expect(reason.contains("a state in the changelog"), "\(reason)")
        #expect(bench.setAside == 0 && bench.store.reached == 2)
    }

    @Test("A store that was away for longer than tombstones are kept is rebuilt: it may keep what was removed")
    func tooOld() throws {
        for (ageMs, isRebuilt) in [(Int64(3_600_000), false), (86_400_001, true)] {
            let bench = try Self.bench()
            // The removal of `/supplier/s1` stood between these and has been compacted away, and so has what it removed.
            bench.changelog.records = [(1, "/", Self.state(1)), (4, "/", Self.state(2))]
            bench.changelog.endOffset = 5
            bench.clock.nowMs += ageMs
            #expect(Self.number(bench.restore()) == 2)
            #expect(bench.setAside == (isRebuilt ? 1 : 0))
            let keeps = bench.store.values[Array("/supplier/s1".utf8)] != nil
            #expect(keeps != isRebuilt)
            #expect(bench.said.contains("tombstones are kept for 86400 s") == isRebuilt)
        }
    }

    @Test("A store however old is taken where the changelog has not gone on since")
    func oldButWhole() throws {
        let bench = try Self.bench()
        _ = bench.restore()
        bench.store.writtenAtMs = 0
        #expect(Self.number(bench.restore()) == 2)
        #expect(bench.setAside == 0)
    }

    @Test("Progress: done, total, rate and time left")
    func progress() {
        var progress = RestoreProgress(beganAtMs: 0)
        #expect(progress.text == "0 of 0 records" && progress.secondsLeft == nil)
        progress.reach(1_000, of: 5_000)
        progress.reach(2_000, of: 5_000)
        progress.elapsedMs = 500
        #expect(progress.doneRecords == 1_000 && progress.totalRecords == 4_000 && progress.remainingRecords == 3_000)
        #expect(progress.recordsPerSecond == 2_000 && progress.secondsLeft == 2)
        #expect(progress.text == "1000 of 4000 records, 2000 a second, 2 s left")
    }

    // MARK: In a running worker

    @Test("A checkpoint that finds its store damaged has it set aside and rebuilt; a full disk does not")
    func damagedAtCheckpoint() throws {
        var world = try RestartTests.traded()
        try world.run(forMs: 5_000)
        world.store(0)?.isDamagedWhenWritten = true
        world.place("o50")
        try world.run(forMs: 5_000)
        #expect(world.setAside == [0])
        #expect(RestartTests.phases(world) == [.running])
        world.place("o51")
        try world.run(forMs: 5_000)
        #expect(try world.cluster.events().contains { $0.order == "d1/o51" })
        world.worker?.stop()
        world.settle()
        #expect(world.store(0)?.values == world.cluster.fold(0))
    }

    @Test("A partition in which nothing changes is checkpointed now and then, so that its store does not grow old")
    func idleCheckpoint() throws {
        var world = try RestartTests.traded()
        try world.run(forMs: 20_000)
        let before = try #require(world.store(0)?.checkpoints)
        world.cluster.nowMs += 3_600_000
        world.settle()
        #expect(world.store(0)?.checkpoints == before + 1)
        #expect(world.store(0)?.lastKeys == [])
    }
}

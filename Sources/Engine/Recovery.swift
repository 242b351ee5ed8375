internal import Contract
internal import Orders
internal import Protobuf
internal import Records
internal import Synchronization

/// Brings a partition's store to the end of its changelog, on a thread that the service provides. The partition takes no
/// input before.
///
/// A store that cannot be brought there is set aside and rebuilt from the start: one that is damaged, that is ahead of
/// the changelog or behind its retained start, or that may have missed a removal whose tombstone is gone by now.
final class RecoveryJob: Sendable {
    struct Restored: Sendable {
        var store: any CheckpointStore
        /// What stands under `/`; nil where the partition has never had a transaction.
        var state: PartitionState?
        /// Up to where the changelog was read.
        var changelogEnd: Int64
    }

    enum Outcome: Sendable {
        case restored(Restored)
        /// `canPass`: a broker or a disk that may come back; not what stands in the changelog.
        case failed(String, canPass: Bool)
    }

    /// How long things may take.
    struct Limits: Sendable {
        /// Without any progress the job is given up after this.
        var timeoutMs: Int64
        /// A store whose last checkpoint is older is not brought forward: tombstones may be gone.
        var storeAgeMs: Int64
    }

    private let partition: Int32
    private let rebuild: Bool
    private let limits: Limits
    private let reader: any ChangelogReader
    private let openStore: @Sendable (Int32, Bool) throws -> any CheckpointStore
    private let wallMs: @Sendable () -> Int64
    private let report: Report
    private let outcomeNow = Mutex<Outcome?>(nil)
    private let progressNow: Mutex<RestoreProgress>
    private let isCancelled = Atomic<Bool>(false)

    init(partition: Int32, rebuild: Bool, limits: Limits, environment: WorkerEnvironment) {
        self.partition = partition
        self.rebuild = rebuild
        self.limits = limits
        reader = environment.changelog
        openStore = environment.openStore
        wallMs = environment.wallMs
        report = environment.report
        progressNow = Mutex(RestoreProgress(beganAtMs: environment.wallMs()))
    }

    /// The partition goes to another owner: what has been written is kept, the rest is left.
    func cancel() { isCancelled.store(true, ordering: .relaxed) }

    /// nil as long as it runs.
    var outcome: Outcome? { outcomeNow.withLock { $0 } }

    /// How far it has come.
    var progress: RestoreProgress {
        var progress = progressNow.withLock { $0 }
        progress.elapsedMs = elapsedMs(since: progress.beganAtMs)
        return progress
    }

    func run() {
        var outcome: Outcome
        do {
            outcome = .restored(try restore(rebuild: rebuild))
        } catch {
            if !rebuild, let reason = Self.unfitness(error) {
                outcome = again(reason)
            } else {
                outcome = failure(error)
            }
        }
        outcomeNow.withLock { $0 = outcome }
    }

    private func again(_ reason: String) -> Outcome {
        report(
            .warning, "a store is set aside and rebuilt from the changelog", ("partition", "\(partition)"),
            ("reason", reason))
        do { return .restored(try restore(rebuild: true)) } catch { return failure(error) }
    }

    private func failure(_ error: any Error) -> Outcome { .failed("\(error)", canPass: !(error is StateFault)) }

    /// What is wrong with the store; nil where the store is not what failed.
    private static func unfitness(_ error: any Error) -> String? {
        switch error {
        case let fault as StoreUnfit: fault.words
        case let fault as StateFault: fault.remedy == .rebuild ? fault.words : nil
        case let fault as ChangelogTrimmed: "\(fault)"
        case let fault as any CheckpointStoreError: fault.isMendedByRebuilding ? "\(fault)" : nil
        default: nil
        }
    }

    private struct StoreUnfit: Error {
        var words: String
    }

    private struct Cancelled: Error {}

    private struct Stalled: Error, CustomStringConvertible {
        var description: String
    }

    private func restore(rebuild: Bool) throws -> Restored {
        let store = try openStore(partition, rebuild)
        do {
            return try fold(into: store)
        } catch {
            store.close()
            throw error
        }
    }

    private func fold(into store: any CheckpointStore) throws -> Restored {
        let from = try store.position()
        var fold = Fold()
        var progressedAtMs: Int64?
        var last: Int64 = -1
        let end = try reader.read(
            partition: partition, from: from,
            progress: { position, end in
                if progressedAtMs == nil { try checkAge(of: store, from: from, end: end) }
                progressNow.withLock { $0.reach(position, of: end) }
                if position > last { progressedAtMs = wallMs() }
                last = position
                if isCancelled.load(ordering: .relaxed) { throw Cancelled() }
                let waitedMs = progressedAtMs.map { elapsedMs(since: $0) } ?? 0
                guard waitedMs < limits.timeoutMs else {
                    throw Stalled(description: "nothing came for \(waitedMs / 1000) s: \(progress.text)")
                }
            },
            body: { key, value, offset in
                fold.set(key, value)
                if fold.isLarge {
                    if isCancelled.load(ordering: .relaxed) { throw Cancelled() }
                    try fold.write(to: store, position: offset + 1)
                }
            })
        if let from, end < from {
            throw StoreUnfit(words: "the store stands at \(from), the changelog ends at \(end)")
        }
        if fold.table.count > 0 || from != end { try fold.write(to: store, position: end) }
        var state = try store.withState(Fold.partitionKey) { try readState($0) }
        if state != nil, state?.census == nil { state?.census = try count(store) }
        return Restored(store: store, state: state, changelogEnd: end)
    }

    /// Counts what is stored: only where the build that wrote the partition's state kept no census.
    private func count(_ store: any CheckpointStore) throws -> Census {
        var census = Census()
        try store.forEachState { key, value in
            guard key.first != UInt8(ascii: "/") else { return }
            do {
                census.move(from: .nothing, to: Standing(try readRecord(RawSpan(_unsafeBytes: value))))
            } catch {
                throw StateFault(words: "a stored state: \(error)", remedy: .rebuild)
            }
        }
        return census
    }

    /// A tombstone stays in the changelog for so long after it was compacted; a store that was away for longer may never
    /// see it, and would keep what was removed.
    private func checkAge(of store: any CheckpointStore, from: Int64?, end: Int64) throws {
        guard let from, end > from, let writtenMs = try store.checkpointedAtMs() else { return }
        let ageMs = elapsedMs(since: writtenMs)
        guard ageMs > limits.storeAgeMs else { return }
        throw StoreUnfit(
            words: "its last checkpoint is \(ageMs / 1000) s old, and tombstones are kept for "
                + "\(limits.storeAgeMs / 1000) s: what was removed since may still be in it")
    }

    /// By the wall clock: 0 where that went back.
    private func elapsedMs(since thenMs: Int64) -> Int64 {
        let (elapsedMs, overflow) = wallMs().subtractingReportingOverflow(thenMs)
        return overflow ? 0 : max(elapsedMs, 0)
    }

    private func readState(_ bytes: UnsafeRawBufferPointer) throws -> PartitionState {
        do {
            return try readPartitionState(RawSpan(_unsafeBytes: bytes))
        } catch {
            throw StateFault(words: "the partition's own state: \(error)", remedy: .rebuild)
        }
    }
}

/// How far a restoring has come, counted in offsets of the changelog: markers and what was compacted away count too.
public struct RestoreProgress: Sendable, Equatable {
    /// Read so far; a store that has most of it begins near its end.
    public private(set) var doneRecords: Int64 = 0
    public private(set) var totalRecords: Int64 = 0
    public internal(set) var elapsedMs: Int64 = 0
    let beganAtMs: Int64
    private var first: Int64?

    init(beganAtMs: Int64) { self.beganAtMs = beganAtMs }

    mutating func reach(_ position: Int64, of end: Int64) {
        let first = self.first ?? position
        self.first = first
        doneRecords = max(position - first, 0)
        totalRecords = max(end - first, 0)
    }

    public var remainingRecords: Int64 { max(totalRecords - doneRecords, 0) }

    /// nil as long as there is nothing to tell it by.
    public var recordsPerSecond: Int64? {
        elapsedMs > 0 && doneRecords > 0 ? doneRecords.multipliedClamped(by: 1000) / elapsedMs : nil
    }

    public var secondsLeft: Int64? {
        recordsPerSecond.flatMap { $0 > 0 ? (remainingRecords + $0 - 1) / $0 : nil }
    }

    /// For people.
    public var text: String {
        var text = "\(doneRecords) of \(totalRecords) records"
        if let rate = recordsPerSecond { text += ", \(rate) a second" }
        if let seconds = secondsLeft { text += ", \(seconds) s left" }
        return text
    }
}

extension Int64 {
    func multipliedClamped(by factor: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}

/// The last state of each key, of a stretch of changelog.
struct Fold {
    /// Folded states are written to the store by so many keys or bytes, sorted, each key once.
    private static let batchKeys = 50_000
    private static let batchBytes = 64 << 20

    private(set) var table = StateTable()

    /// The key of a partition's own state. It lives as long as the process.
    nonisolated(unsafe) static let partitionKey: UnsafeRawBufferPointer = {
        let key = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
        key[0] = UInt8(ascii: "/")
        return UnsafeRawBufferPointer(key)
    }()

    var isLarge: Bool { table.count >= Self.batchKeys || table.byteCount >= Self.batchBytes }

    mutating func set(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer?) {
        table.setCopy(StateEntry(key: key, value: value, nextDueMs: .max, hash: StateTable.hash(key)))
    }

    /// Writes what was folded, with each state's next timer, and begins anew.
    mutating func write(to store: any CheckpointStore, position: Int64) throws {
        var entries = CheckpointJob.sorted(table)
        for index in entries.indices {
            guard let value = entries[index].value, entries[index].key.first != UInt8(ascii: "/") else { continue }
            do {
                entries[index].nextDueMs = try readRecord(RawSpan(_unsafeBytes: value)).nextTimer?.dueMs
            } catch {
                throw StateFault(words: "a state in the changelog: \(error)", remedy: nil)
            }
        }
        try store.checkpoint(entries, position: position)
        table = StateTable()
    }
}

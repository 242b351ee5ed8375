internal import Contract
internal import Orders
internal import Protobuf
internal import Records
internal import Synchronization

/// Brings a partition's store to the end of its changelog, on a thread that the service provides. The partition takes no
/// input before.
///
/// A store that is lost, damaged or ahead of the changelog is set aside and rebuilt from the start.
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

    /// Folded states are written to the store by so many keys or bytes, sorted, each key once.
    private static let batchKeys = 50_000
    private static let batchBytes = 64 << 20

    private let partition: Int32
    private let rebuild: Bool
    private let reader: any ChangelogReader
    private let openStore: @Sendable (Int32, Bool) throws -> any CheckpointStore
    private let report: Report
    private let outcomeNow = Mutex<Outcome?>(nil)
    private let remainingNow = Atomic<Int64>(0)
    private let isCancelled = Atomic<Bool>(false)

    init(
        partition: Int32, rebuild: Bool, reader: any ChangelogReader,
        openStore: @escaping @Sendable (Int32, Bool) throws -> any CheckpointStore, report: Report
    ) {
        self.partition = partition
        self.rebuild = rebuild
        self.reader = reader
        self.openStore = openStore
        self.report = report
    }

    /// The partition goes to another owner: what has been read is kept, the rest is left.
    func cancel() { isCancelled.store(true, ordering: .relaxed) }

    /// nil as long as it runs.
    var outcome: Outcome? { outcomeNow.withLock { $0 } }

    /// Records that are still to be read.
    var remaining: Int64 { remainingNow.load(ordering: .relaxed) }

    func run() {
        var outcome: Outcome
        do {
            outcome = .restored(try restore(rebuild: rebuild))
        } catch let fault as StoreBehind where !rebuild {
            outcome = again(fault.words)
        } catch let fault as StateFault where !rebuild {
            outcome = again(fault.words)
        } catch {
            outcome = .failed("\(error)", canPass: !(error is StateFault))
        }
        outcomeNow.withLock { $0 = outcome }
    }

    private func again(_ reason: String) -> Outcome {
        report(
            .warning, "a store is set aside and rebuilt from the changelog", ("partition", "\(partition)"),
            ("reason", reason))
        do {
            return .restored(try restore(rebuild: true))
        } catch {
            return .failed("\(error)", canPass: !(error is StateFault))
        }
    }

    private struct StoreBehind: Error {
        var words: String
    }

    private struct Cancelled: Error {}

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
        let end = try reader.read(
            partition: partition, from: from,
            progress: { position, end in remainingNow.store(max(end - position, 0), ordering: .relaxed) },
            body: { key, value, offset in
                if isCancelled.load(ordering: .relaxed) { throw Cancelled() }
                fold.set(key, value)
                if fold.table.count >= Self.batchKeys || fold.table.byteCount >= Self.batchBytes {
                    try fold.write(to: store, position: offset + 1)
                }
            })
        if let from, end < from {
            throw StoreBehind(words: "the store stands at \(from), the changelog ends at \(end)")
        }
        if fold.table.count > 0 || from != end { try fold.write(to: store, position: end) }
        let state = try store.withState(Fold.partitionKey) { try readState($0) }
        return Restored(store: store, state: state, changelogEnd: end)
    }

    private func readState(_ bytes: UnsafeRawBufferPointer) throws -> PartitionState {
        do {
            return try readPartitionState(RawSpan(_unsafeBytes: bytes))
        } catch {
            throw StateFault(words: "the partition's own state: \(error)", isOfStore: true)
        }
    }
}

/// The last state of each key, of a stretch of changelog.
struct Fold {
    private(set) var table = StateTable()
    private var memory = FoldMemory()

    /// The key of a partition's own state. It lives as long as the process.
    nonisolated(unsafe) static let partitionKey: UnsafeRawBufferPointer = {
        let key = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
        key[0] = UInt8(ascii: "/")
        return UnsafeRawBufferPointer(key)
    }()

    mutating func set(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer?) {
        let hash = StateTable.hash(key)
        // A key that is there already keeps its bytes.
        let known = table.find(key, hash: hash).map { table.entries[$0].key }
        table.set(
            StateEntry(
                key: known ?? memory.copy(key), value: value.map { memory.copy($0) }, nextDueMs: .max, hash: hash))
    }

    /// Writes what was folded, with each state's next timer, and begins anew.
    mutating func write(to store: any CheckpointStore, position: Int64) throws {
        var entries = CheckpointJob.sorted(table)
        for index in entries.indices {
            guard let value = entries[index].value, entries[index].key.first != UInt8(ascii: "/") else { continue }
            do {
                entries[index].nextDueMs = try readRecord(RawSpan(_unsafeBytes: value)).nextTimer?.dueMs
            } catch {
                throw StateFault(words: "a state in the changelog: \(error)", isOfStore: false)
            }
        }
        try store.checkpoint(entries, position: position)
        table = StateTable()
        memory = FoldMemory()
    }
}

/// Memory that is only ever added to.
private final class FoldMemory {
    private static let blockBytes = 1 << 20
    private var blocks: [UnsafeMutableRawBufferPointer] = []
    private var used = 0

    func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        if blocks.isEmpty || blocks[blocks.count - 1].count - used < bytes.count {
            blocks.append(.allocate(byteCount: max(Self.blockBytes, bytes.count), alignment: 16))
            used = 0
        }
        let place = UnsafeMutableRawBufferPointer(rebasing: blocks[blocks.count - 1][used..<used + bytes.count])
        place.copyMemory(from: bytes)
        used += bytes.count
        return UnsafeRawBufferPointer(place)
    }

    deinit {
        for block in blocks { block.deallocate() }
    }
}

internal import CLMDB
internal import Glibc
public import Records

/// A partition's states on the local disk, in LMDB: one folder a partition, every checkpoint one synced transaction.
///
/// Three tables: `states` (key → due, checksum, state), `timers` (due, key → nothing; derived from the states' due
/// times) and `meta` (one record: format, partition, position, identity). `checkpoint` is called by one thread at a
/// time; all reading may go on meanwhile from any thread and sees what was committed before.
public final class PartitionStore: CheckpointStore, Sendable {
    public static let formatVersion: UInt32 = 2
    /// LMDB's limit on the default page size, less what the timers' key adds.
    public static let keyBytesMax = 503
    /// What a store begins with. Only addresses are taken, not disk or memory; it doubles when it is full.
    public static let mapBytesDefault = 1 << 32
    /// How long growing waits for readers to end their batches.
    public static let growWaitMsDefault = 10_000

    public let path: String
    public let partition: Int32
    let environment: Environment
    /// nil of one that is only read.
    private let held: OpenStore?

    /// Opens a partition's store for its one writer, making it where there is none. The data directory must be locked
    /// (`DataDirectory`). Where this process has it open already it is `busy`.
    ///
    /// - Parameters:
    ///   - identity: what the store belongs to (cluster id and topic prefix): another one's is refused.
    ///   - mapBytes: what the map begins with.
    ///   - growWaitMs: how long growing waits for readers, before the checkpoint fails with `busy`.
    public convenience init(
        dataDirectory: String, partition: Int32, identity: String, mapBytes: Int = mapBytesDefault,
        growWaitMs: Int = growWaitMsDefault
    ) throws(StoreError) {
        let path = DataDirectory.storePath(in: dataDirectory, partition: partition)
        let held = try OpenStore(path)
        try DataDirectory.makeDirectory(path)
        try UncleanStops.begin(path)
        let environment: Environment
        do throws(StoreError) {
            environment = try Environment(path: path, mapBytes: mapBytes, growWaitMs: growWaitMs, isReadOnly: false)
        } catch {
            throw try Self.judged(error, path: path)
        }
        self.init(path: path, partition: partition, environment: environment, held: held)
        let expected = Meta(partition: partition, identity: identity)
        do throws(StoreError) {
            if let found = try readMeta() {
                try found.check(against: expected, path: path)
            } else {
                guard try size().states == 0 else { throw .corrupt(path: path, detail: "it has no record of itself") }
                try writing { transaction throws(WriteFailure) in try expected.write(environment, in: transaction) }
                DataDirectory.synchronize(path)
                DataDirectory.synchronize(dataDirectory)
            }
        } catch {
            close()
            throw error
        }
    }

    private init(path: String, partition: Int32, environment: Environment, held: OpenStore? = nil) {
        self.path = path
        self.held = held
        self.partition = partition
        self.environment = environment
    }

    /// What an opening that the system refused has to do with the file: a damaged table of contents asks for more memory
    /// than there is, or for what cannot be.
    private static func judged(_ error: StoreError, path: String) throws(StoreError) -> StoreError {
        guard case .system(_, _, ENOMEM) = error, let damage = try FileCheck.check(path: path) else { return error }
        return .corrupt(path: path, detail: damage)
    }

    /// Opens a store to read only, also while another process writes it: for people's look-ups.
    /// - Parameter identity: nil takes a store of whatever identity.
    public static func reading(
        dataDirectory: String, partition: Int32, identity: String? = nil
    ) throws(StoreError) -> PartitionStore {
        let path = DataDirectory.storePath(in: dataDirectory, partition: partition)
        guard access(path + "/data.mdb", F_OK) == 0 else { throw .absent(path: path) }
        let environment = try Environment(path: path, mapBytes: 0, growWaitMs: growWaitMsDefault, isReadOnly: true)
        let store = PartitionStore(path: path, partition: partition, environment: environment)
        guard let found = try store.readMeta() else {
            throw .corrupt(path: path, detail: "it has no record of itself")
        }
        try found.check(
            against: Meta(partition: partition, identity: identity ?? found.identity), path: path)
        return store
    }

    /// Closes once all readers have gone; then nothing can be done with it any more.
    public func close() {
        environment.close()
        if !environment.isReadOnly { UncleanStops.end(path) }
        held?.release()
    }

    // MARK: CheckpointStore, reading

    public func position() throws -> Int64? { try readMeta()?.reached?.position }

    public func checkpointedAtMs() throws -> Int64? { try readMeta()?.reached?.atMs }

    /// The identity that the store was made with.
    public func identity() throws(StoreError) -> String? { try readMeta()?.identity }

    public func withState<R>(
        _ key: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> R
    ) throws -> R? {
        let transaction = try environment.beginRead()
        defer { environment.endRead(transaction) }
        return try StateTable(environment).withState(key, in: transaction, body)
    }

    /// A handle that keeps one read transaction over many reads: for a batch of one thread.
    public func reader() -> StoreReader { StoreReader(environment) }

    public func timers(untilMs: Int64, _ body: (_ dueMs: Int64, _ key: UnsafeRawBufferPointer) -> Void) throws {
        try timers(afterMs: nil, untilMs: untilMs) { due, key in
            body(due, key)
            return true
        }
    }

    /// Keys with a timer due in (`afterMs`, `untilMs`], in the order (due, key), until `body` says no.
    public func timers(
        afterMs: Int64?, untilMs: Int64, _ body: (_ dueMs: Int64, _ key: UnsafeRawBufferPointer) throws -> Bool
    ) throws {
        let transaction = try environment.beginRead()
        defer { environment.endRead(transaction) }
        try TimerTable(environment).forEach(afterMs: afterMs, untilMs: untilMs, in: transaction, body)
    }

    public func forEachState(
        _ body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let transaction = try environment.beginRead()
        defer { environment.endRead(transaction) }
        try StateTable(environment).forEach(in: transaction) { key, record in try body(key, record.value) }
    }

    // MARK: CheckpointStore, writing

    public func checkpoint(_ entries: [CheckpointEntry], position: Int64) throws {
        for entry in entries where entry.key.isEmpty || entry.key.count > Self.keyBytesMax {
            throw StoreError.keyLength(path: path, count: entry.key.count, max: Self.keyBytesMax)
        }
        try writing { transaction throws(WriteFailure) in
            guard var meta = try readMetaToWrite(in: transaction) else {
                throw .store(.corrupt(path: path, detail: "it has no record of itself"))
            }
            let changes = try StateTable(environment).apply(entries, in: transaction)
            try TimerTable(environment).apply(changes, in: transaction)
            meta.reached = Meta.Reached(position: position, atMs: Self.nowMs)
            try meta.write(environment, in: transaction)
        }
    }

    private static var nowMs: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Runs `body` in one write transaction, again with a bigger map as often as it takes. All of it, or none.
    private func writing(_ body: (OpaquePointer) throws(WriteFailure) -> Void) throws(StoreError) {
        while true {
            do throws(WriteFailure) {
                try attempt(body)
                environment.extendFile()
                return
            } catch {
                switch error {
                case .store(let error): throw error
                case .code(MDB_MAP_FULL): try environment.grow()
                case .code(EIO) where environment.isDiskFull: throw .diskFull(path: path)
                case .code(MDB_PANIC):
                    // LMDB refuses all further work on a handle whose last page could not be written.
                    let isDiskFull = environment.isDiskFull
                    try environment.reopen()
                    throw isDiskFull ? .diskFull(path: path) : .system(path: path, doing: "writing", code: EIO)
                case .code(let code): throw StoreError(code, path: path, doing: "writing")
                }
            }
        }
    }

    private func attempt(_ body: (OpaquePointer) throws(WriteFailure) -> Void) throws(WriteFailure) {
        guard let handle = environment.handle else { throw .store(.closed(path: path)) }
        var made: OpaquePointer?
        var code = mdb_txn_begin(handle, nil, 0, &made)
        guard code == MDB_SUCCESS, let transaction = made else { throw .code(code) }
        do throws(WriteFailure) {
            try body(transaction)
        } catch {
            mdb_txn_abort(transaction)
            throw error
        }
        code = mdb_txn_commit(transaction)
        guard code == MDB_SUCCESS else { throw .code(code) }
    }

    private func readMeta() throws(StoreError) -> Meta? {
        let transaction = try environment.beginRead()
        defer { environment.endRead(transaction) }
        return try Meta.read(environment, in: transaction)
    }

    private func readMetaToWrite(in transaction: OpaquePointer) throws(WriteFailure) -> Meta? {
        do throws(StoreError) { return try Meta.read(environment, in: transaction) } catch { throw .store(error) }
    }
}

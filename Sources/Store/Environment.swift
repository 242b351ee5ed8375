internal import CLMDB
internal import Glibc

/// One LMDB environment: its handle, its databases, the read transactions that wait to be used again, and the rule
/// under which its map may be changed.
///
/// Any number of threads may read while one writes. Changing the map (or opening the files anew after an error) needs
/// that no read transaction is active in this process, so that excludes readers for its time.
final class Environment: @unchecked Sendable {
    struct Databases {
        var states: MDB_dbi = 0
        var timers: MDB_dbi = 0
        var meta: MDB_dbi = 0
    }

    let path: String
    let isReadOnly: Bool
    private(set) var databases = Databases()
    private(set) var handle: OpaquePointer?
    private var mapBytes: Int
    private let growWaitMs: Int

    // All below is guarded by `mutex`.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var activeReaders = 0
    private var isExclusive = false
    private var idle: [OpaquePointer] = []

    init(path: String, mapBytes: Int, growWaitMs: Int, isReadOnly: Bool) throws(StoreError) {
        self.path = path
        self.mapBytes = mapBytes
        self.growWaitMs = growWaitMs
        self.isReadOnly = isReadOnly
        mutex = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
        try open()
    }

    deinit {
        closeHandle()
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    // MARK: Opening and closing

    private func open() throws(StoreError) {
        var made: OpaquePointer?
        try check(mdb_env_create(&made), "creating")
        guard let made else { throw .system(path: path, doing: "creating", code: ENOMEM) }
        do throws(StoreError) {
            try check(mdb_env_set_maxdbs(made, 4), "setting up")
            try check(mdb_env_set_maxreaders(made, Self.readersMax), "setting up")
            if !isReadOnly { try check(mdb_env_set_mapsize(made, mapBytes), "setting the map's size") }
            if !isReadOnly { try reserveReaders() }
            let flags = UInt32(MDB_NOTLS) | (isReadOnly ? UInt32(MDB_RDONLY) : 0) | UInt32(MDB_NORDAHEAD)
            try check(mdb_env_open(made, path, flags, 0o640), "opening")
            var information = MDB_envinfo()
            try check(mdb_env_info(made, &information), "looking at the map")
            mapBytes = information.me_mapsize
            try checkLength(made)
            // A process that was killed while it read has left its place in the table of readers.
            if !isReadOnly { _ = mdb_reader_check(made, nil) }
            databases = try openDatabases(made)
        } catch {
            mdb_env_close(made)
            throw error
        }
        handle = made
    }

    private static let readersMax: UInt32 = 1024

    /// LMDB maps its table of readers, and makes it as a file full of holes: to write into a hole on a full disk ends the
    /// process by a signal. So the table's blocks are taken first.
    private func reserveReaders() throws(StoreError) {
        let name = path + "/lock.mdb"
        let file = Glibc.open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw StoreError(errno, path: path, doing: "opening the table of readers") }
        defer { Glibc.close(file) }
        // A cache line a reader, and some for the table's head.
        let code = posix_fallocate(file, 0, Int(Self.readersMax + 64) * 64)
        if code != 0 { throw StoreError(code, path: path, doing: "making the table of readers") }
    }

    /// The files must be as long as their own table of contents says: a read beyond a mapped file's end is not an
    /// error but the end of the process.
    private func checkLength(_ environment: OpaquePointer) throws(StoreError) {
        var information = MDB_envinfo()
        var statistics = MDB_stat()
        try check(mdb_env_info(environment, &information), "looking at the map")
        try check(mdb_env_stat(environment, &statistics), "looking at the pages")
        let length = fileBytes
        let (needed, overflow) = (information.me_last_pgno + 1).multipliedReportingOverflow(
            by: Int(statistics.ms_psize))
        guard !overflow, length >= needed || length == 0 else {
            throw .corrupt(path: path, detail: "data.mdb has \(length) bytes of \(needed)")
        }
    }

    private func openDatabases(_ environment: OpaquePointer) throws(StoreError) -> Databases {
        var transaction: OpaquePointer?
        try check(
            mdb_txn_begin(environment, nil, isReadOnly ? UInt32(MDB_RDONLY) : 0, &transaction), "beginning to open")
        guard let transaction else { throw .system(path: path, doing: "opening", code: ENOMEM) }
        var databases = Databases()
        let flags = isReadOnly ? 0 : UInt32(MDB_CREATE)
        do throws(StoreError) {
            for (name, place) in [("states", \Databases.states), ("timers", \.timers), ("meta", \.meta)] {
                let code = mdb_dbi_open(transaction, name, flags, &databases[keyPath: place])
                if code == MDB_NOTFOUND { throw .corrupt(path: path, detail: "it has no table of \(name)") }
                try check(code, "opening the table of \(name)")
            }
        } catch {
            mdb_txn_abort(transaction)
            throw error
        }
        try check(mdb_txn_commit(transaction), "making the tables")
        return databases
    }

    private func closeHandle() {
        for transaction in idle { mdb_txn_abort(transaction) }
        idle.removeAll()
        if let handle { mdb_env_close(handle) }
        handle = nil
    }

    /// Closes for good, once the readers have gone.
    func close() {
        exclusively(waitMs: nil) { closeHandle() }
    }

    // MARK: Reading

    /// A read transaction on the latest committed state. Give it back with `endRead`, from any thread.
    func beginRead() throws(StoreError) -> OpaquePointer {
        var hasAdopted = false
        while true {
            let (transaction, code) = begin(try enter())
            if let transaction { return transaction }
            leave(nil)
            // The writer, another process, has made the map bigger: take its size, once nobody reads here.
            guard code == MDB_MAP_RESIZED, isReadOnly, !hasAdopted else {
                throw StoreError(code, path: path, doing: "beginning to read")
            }
            hasAdopted = true
            exclusively(waitMs: growWaitMs) { if let handle { mdb_env_set_mapsize(handle, 0) } }
        }
    }

    /// Uses the transaction that waits, if there is one; otherwise, or where it cannot be used again, a new one.
    private func begin(_ waiting: OpaquePointer?) -> (transaction: OpaquePointer?, code: Int32) {
        if let waiting {
            if mdb_txn_renew(waiting) == MDB_SUCCESS { return (waiting, MDB_SUCCESS) }
            mdb_txn_abort(waiting)
        }
        guard let handle else { return (nil, EINVAL) }
        var made: OpaquePointer?
        let code = mdb_txn_begin(handle, nil, UInt32(MDB_RDONLY), &made)
        return code == MDB_SUCCESS ? (made, code) : (nil, code)
    }

    func endRead(_ transaction: OpaquePointer) {
        mdb_txn_reset(transaction)
        leave(transaction)
    }

    /// Counts a reader in, and gives a transaction that waits to be used again.
    private func enter() throws(StoreError) -> OpaquePointer? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while isExclusive { pthread_cond_wait(changed, mutex) }
        guard handle != nil else { throw .closed(path: path) }
        activeReaders += 1
        return idle.popLast()
    }

    private func leave(_ transaction: OpaquePointer?) {
        pthread_mutex_lock(mutex)
        if let transaction { idle.append(transaction) }
        activeReaders -= 1
        if activeReaders == 0 { pthread_cond_broadcast(changed) }
        pthread_mutex_unlock(mutex)
    }

    /// Runs `body` while nobody reads; nil where readers did not go within the time (nil: waits as long as it takes).
    @discardableResult
    private func exclusively<R>(waitMs: Int?, _ body: () -> R) -> R? {
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        deadline.tv_sec += (waitMs ?? 0) / 1000
        deadline.tv_nsec += (waitMs ?? 0) % 1000 * 1_000_000
        if deadline.tv_nsec >= 1_000_000_000 {
            deadline.tv_sec += 1
            deadline.tv_nsec -= 1_000_000_000
        }
        pthread_mutex_lock(mutex)
        while isExclusive { pthread_cond_wait(changed, mutex) }
        isExclusive = true
        var ended = false
        while activeReaders > 0, !ended {
            if waitMs == nil {
                pthread_cond_wait(changed, mutex)
            } else {
                ended = pthread_cond_timedwait(changed, mutex, &deadline) == ETIMEDOUT
            }
        }
        let result = activeReaders == 0 ? body() : nil
        isExclusive = false
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
        return result
    }

    // MARK: Writing

    /// Makes the map twice as big.
    func grow() throws(StoreError) {
        let (doubled, overflow) = mapBytes.multipliedReportingOverflow(by: 2)
        guard !overflow else { throw .diskFull(path: path) }
        guard let code = exclusively(waitMs: growWaitMs, { handle.map { mdb_env_set_mapsize($0, doubled) } ?? EINVAL })
        else { throw .busy(path: path) }
        try check(code, "growing the map")
        mapBytes = doubled
    }

    /// After an error that LMDB does not come back from by itself.
    func reopen() throws(StoreError) {
        let outcome: Result<Void, StoreError>? = exclusively(waitMs: growWaitMs) {
            closeHandle()
            return Result { () throws(StoreError) in try open() }
        }
        switch outcome {
        case nil: throw .busy(path: path)
        case .success?: break
        case .failure(let error)?: throw error
        }
    }

    /// Pages that a transaction took and gave up again are never written, and can be the last ones: the file is then
    /// shorter than its table of contents says. Made as long, so that `checkLength` tells a file that was cut off.
    func extendFile() {
        guard let handle else { return }
        var information = MDB_envinfo()
        var statistics = MDB_stat()
        guard mdb_env_info(handle, &information) == MDB_SUCCESS, mdb_env_stat(handle, &statistics) == MDB_SUCCESS
        else { return }
        let needed = (information.me_last_pgno + 1) * Int(statistics.ms_psize)
        var file: Int32 = -1
        if fileBytes < needed, mdb_env_get_fd(handle, &file) == MDB_SUCCESS { ftruncate(file, needed) }
    }

    var fileBytes: Int { Self.fileBytes(of: path) }

    static func fileBytes(of path: String) -> Int {
        var status = stat()
        return stat(path + "/data.mdb", &status) == 0 ? Int(status.st_size) : 0
    }

    /// Whether the file system has next to nothing left: LMDB says EIO for a write that was cut short by that.
    var isDiskFull: Bool {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return false }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 20
    }

    func check(_ code: Int32, _ doing: String) throws(StoreError) {
        if code != MDB_SUCCESS { throw StoreError(code, path: path, doing: doing) }
    }
}

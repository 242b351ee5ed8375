internal import CLMDB
internal import Records

/// What went wrong inside a write transaction: a code of LMDB, some of which are answered by trying again, or a fault.
enum WriteFailure: Error {
    case code(Int32)
    case store(StoreError)
}

/// A due time as it is stored: big-endian order is the order of the times, and all ones is "none".
enum StoredDue {
    static let none = UInt64.max

    static func from(_ dueMs: Int64?) -> UInt64 {
        dueMs.map { UInt64(bitPattern: $0) ^ 1 << 63 } ?? none
    }

    static func toMs(_ stored: UInt64) -> Int64 { Int64(bitPattern: stored ^ 1 << 63) }
}

/// A stored state, borrowed from the map.
struct StateRecord {
    static let headerBytes = 16

    var due: UInt64
    var checksum: UInt64
    var value: UnsafeRawBufferPointer

    /// nil where there are too few bytes.
    init?(_ data: MDB_val) {
        let bytes = UnsafeRawBufferPointer(data)
        guard bytes.count >= Self.headerBytes else { return nil }
        due = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        checksum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        value = UnsafeRawBufferPointer(rebasing: bytes[Self.headerBytes...])
    }
}

/// The table of states: key → due time, checksum, state.
struct StateTable {
    private let environment: Environment

    init(_ environment: Environment) { self.environment = environment }

    func withState<R>(
        _ key: UnsafeRawBufferPointer, in transaction: OpaquePointer, _ body: (UnsafeRawBufferPointer) throws -> R
    ) throws -> R? {
        guard !key.isEmpty, key.count <= PartitionStore.keyBytesMax else {
            throw StoreError.keyLength(path: environment.path, count: key.count, max: PartitionStore.keyBytesMax)
        }
        var name = MDB_val(key)
        var data = MDB_val()
        let code = mdb_get(transaction, environment.databases.states, &name, &data)
        if code == MDB_NOTFOUND { return nil }
        try environment.check(code, "reading a state")
        return try body(checked(key, data).value)
    }

    func forEach(
        in transaction: OpaquePointer, _ body: (UnsafeRawBufferPointer, StateRecord) throws -> Void
    ) throws {
        try Cursor.forEach(transaction, environment.databases.states, environment, from: nil) { key, data in
            try body(key, try checked(key, data))
            return true
        }
    }

    private func checked(_ key: UnsafeRawBufferPointer, _ data: MDB_val) throws(StoreError) -> StateRecord {
        guard let record = StateRecord(data),
            record.checksum == Checksum.of(key: key, due: record.due, value: record.value)
        else { throw .checksumMismatch(path: environment.path, key: printable(key)) }
        return record
    }

    /// Writes the entries, which are sorted by key.
    /// - Returns: what that changes in the table of timers.
    func apply(
        _ entries: [CheckpointEntry], in transaction: OpaquePointer
    ) throws(WriteFailure) -> [TimerChange] {
        var changes: [TimerChange] = []
        changes.reserveCapacity(entries.count)
        let cursor = try Cursor.open(transaction, environment.databases.states)
        defer { mdb_cursor_close(cursor) }
        for entry in entries {
            var name = MDB_val(entry.key)
            var data = MDB_val()
            var code = mdb_cursor_get(cursor, &name, &data, MDB_SET_KEY)
            var dueBefore = StoredDue.none
            switch code {
            case MDB_SUCCESS:
                guard let record = StateRecord(data) else {
                    throw .store(.checksumMismatch(path: environment.path, key: printable(entry.key)))
                }
                dueBefore = record.due
            case MDB_NOTFOUND:
                if entry.value == nil { continue }
            default: throw .code(code)
            }

            var due = StoredDue.none
            if let value = entry.value {
                due = StoredDue.from(entry.nextDueMs)
                // Room is reserved and filled in place: the state is copied once.
                name = MDB_val(entry.key)
                data = MDB_val(mv_size: StateRecord.headerBytes + value.count, mv_data: nil)
                code = mdb_cursor_put(cursor, &name, &data, UInt32(MDB_RESERVE))
                guard code == MDB_SUCCESS, let target = data.mv_data else { throw .code(code) }
                let checksum = Checksum.of(key: entry.key, due: due, value: value)
                target.storeBytes(of: due.bigEndian, as: UInt64.self)
                target.storeBytes(of: checksum.littleEndian, toByteOffset: 8, as: UInt64.self)
                if let source = value.baseAddress {
                    (target + StateRecord.headerBytes).copyMemory(from: source, byteCount: value.count)
                }
            } else {
                code = mdb_cursor_del(cursor, 0)
                guard code == MDB_SUCCESS else { throw .code(code) }
            }
            if due != dueBefore {
                if dueBefore != StoredDue.none {
                    changes.append(TimerChange(due: dueBefore, key: entry.key, adds: false))
                }
                if due != StoredDue.none { changes.append(TimerChange(due: due, key: entry.key, adds: true)) }
            }
        }
        return changes
    }
}

extension MDB_val {
    /// Borrows the bytes; LMDB writes to none of what it is given as key or data.
    init(_ bytes: UnsafeRawBufferPointer) {
        self.init(mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }
}

extension UnsafeRawBufferPointer {
    init(_ data: MDB_val) { self.init(start: data.mv_data, count: data.mv_size) }
}

enum Cursor {
    static func open(_ transaction: OpaquePointer, _ table: MDB_dbi) throws(WriteFailure) -> OpaquePointer {
        var made: OpaquePointer?
        let code = mdb_cursor_open(transaction, table, &made)
        guard code == MDB_SUCCESS, let made else { throw .code(code) }
        return made
    }

    /// Every entry from `from` on, in order, until `body` says no.
    static func forEach(
        _ transaction: OpaquePointer, _ table: MDB_dbi, _ environment: Environment, from: UnsafeRawBufferPointer?,
        _ body: (_ key: UnsafeRawBufferPointer, _ data: MDB_val) throws -> Bool
    ) throws {
        var made: OpaquePointer?
        try environment.check(mdb_cursor_open(transaction, table, &made), "beginning to read in order")
        guard let cursor = made else { return }
        defer { mdb_cursor_close(cursor) }
        var key = from.map { MDB_val($0) } ?? MDB_val()
        var data = MDB_val()
        var code = mdb_cursor_get(cursor, &key, &data, from == nil ? MDB_FIRST : MDB_SET_RANGE)
        while code == MDB_SUCCESS {
            guard try body(UnsafeRawBufferPointer(key), data) else { return }
            code = mdb_cursor_get(cursor, &key, &data, MDB_NEXT)
        }
        if code != MDB_NOTFOUND { try environment.check(code, "reading in order") }
    }
}

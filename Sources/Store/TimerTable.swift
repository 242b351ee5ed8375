internal import CLMDB

/// One entry that the table of timers gains or loses.
struct TimerChange {
    var due: UInt64
    /// Borrowed from the checkpoint's entry.
    var key: UnsafeRawBufferPointer
    var adds: Bool
}

/// The index of the keys by their next due time: due (8 bytes, big-endian), key → nothing.
struct TimerTable {
    private let environment: Environment

    init(_ environment: Environment) { self.environment = environment }

    /// Applies the changes in the table's own order, so that neighbours share their pages.
    func apply(_ changes: [TimerChange], in transaction: OpaquePointer) throws(WriteFailure) {
        guard !changes.isEmpty else { return }
        let sorted = changes.sorted { a, b in
            a.due != b.due ? a.due < b.due : a.key.lexicographicallyPrecedes(b.key)
        }
        let cursor = try Cursor.open(transaction, environment.databases.timers)
        defer { mdb_cursor_close(cursor) }
        var name: [UInt8] = []
        for change in sorted {
            name.removeAll(keepingCapacity: true)
            withUnsafeBytes(of: change.due.bigEndian) { name.append(contentsOf: $0) }
            name.append(contentsOf: change.key)
            let code = name.withUnsafeBytes { bytes in
                var key = MDB_val(bytes)
                var data = MDB_val()
                if change.adds { return mdb_cursor_put(cursor, &key, &data, 0) }
                let code = mdb_cursor_get(cursor, &key, &data, MDB_SET)
                return code == MDB_SUCCESS ? mdb_cursor_del(cursor, 0) : code
            }
            if code == MDB_NOTFOUND {
                throw .store(
                    .corrupt(path: environment.path, detail: "the timer of '\(printable(change.key))' is missing"))
            }
            guard code == MDB_SUCCESS else { throw .code(code) }
        }
    }

    func forEach(
        afterMs: Int64?, untilMs: Int64, in transaction: OpaquePointer,
        _ body: (_ dueMs: Int64, _ key: UnsafeRawBufferPointer) throws -> Bool
    ) throws {
        if afterMs == Int64.max { return }
        let until = StoredDue.from(untilMs)
        var first: [UInt8] = []
        withUnsafeBytes(of: StoredDue.from(afterMs.map { $0 + 1 } ?? .min).bigEndian) { first.append(contentsOf: $0) }
        try first.withUnsafeBytes { first in
            try Cursor.forEach(transaction, environment.databases.timers, environment, from: first) { name, _ in
                guard name.count > 8 else {
                    throw StoreError.corrupt(path: environment.path, detail: "a timer without a key")
                }
                let due = UInt64(bigEndian: name.loadUnaligned(as: UInt64.self))
                guard due <= until else { return false }
                return try body(StoredDue.toMs(due), UnsafeRawBufferPointer(rebasing: name[8...]))
            }
        }
    }
}

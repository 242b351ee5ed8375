internal import CLMDB

/// How big a store is.
public struct StoreSize: Sendable, Equatable {
    public var states: Int
    public var timers: Int
    /// The length of the file on the disk.
    public var fileBytes: Int
    /// What of it is in use; the rest is free pages that are used again.
    public var usedBytes: Int
}

extension PartitionStore {
    /// The length on the disk of all stores in a data directory.
    public static func fileBytes(in dataDirectory: String) -> Int {
        DataDirectory.partitions(in: dataDirectory).reduce(0) { sum, partition in
            sum + Environment.fileBytes(of: DataDirectory.storePath(in: dataDirectory, partition: partition))
        }
    }

    public func size() throws(StoreError) -> StoreSize {
        let transaction = try environment.beginRead()
        defer { environment.endRead(transaction) }
        let tables = environment.databases
        let states = try statistics(transaction, tables.states)
        let timers = try statistics(transaction, tables.timers)
        let pages = [states, timers].reduce(0) {
            $0 + $1.ms_branch_pages + $1.ms_leaf_pages + $1.ms_overflow_pages
        }
        return StoreSize(
            states: states.ms_entries, timers: timers.ms_entries, fileBytes: environment.fileBytes,
            usedBytes: pages * Int(states.ms_psize))
    }

    private func statistics(_ transaction: OpaquePointer, _ table: MDB_dbi) throws(StoreError) -> MDB_stat {
        var statistics = MDB_stat()
        try environment.check(mdb_stat(transaction, table, &statistics), "counting")
        return statistics
    }

    /// Reads all of the store: every checksum, and that states and timers agree in both directions.
    /// - Returns: how many states there are.
    @discardableResult
    public func verify() throws -> Int {
        let transaction = try environment.beginRead()
        defer { environment.endRead(transaction) }
        var states = 0
        var due = 0
        try StateTable(environment).forEach(in: transaction) { key, record in
            states += 1
            guard record.due != StoredDue.none else { return }
            due += 1
            var name = withUnsafeBytes(of: record.due.bigEndian) { Array($0) }
            name.append(contentsOf: key)
            let code = name.withUnsafeBytes { name in
                var name = MDB_val(name)
                var data = MDB_val()
                return mdb_get(transaction, environment.databases.timers, &name, &data)
            }
            if code == MDB_NOTFOUND {
                throw StoreError.corrupt(path: path, detail: "the timer of '\(printable(key))' is missing")
            }
            try environment.check(code, "reading a timer")
        }
        let timers = try statistics(transaction, environment.databases.timers).ms_entries
        guard timers == due else {
            throw StoreError.corrupt(path: path, detail: "\(timers) timers, but \(due) states that have one")
        }
        return states
    }
}

extension PartitionStore {
    /// Checks the structure of a store that nobody has open, without LMDB, which would trust it: before `verify`.
    /// - Parameter path: the partition's folder.
    /// - Throws: `corrupt` with what was found.
    public static func checkStructure(_ path: String) throws(StoreError) {
        if let damage = try FileCheck.check(path: path) { throw .corrupt(path: path, detail: damage) }
    }
}

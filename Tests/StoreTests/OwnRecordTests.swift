import CLMDB
import Foundation
import Testing

@testable import Store

/// Files that LMDB takes for whole, and that are no whole store.
struct OwnRecordTests {
    private func made() throws -> Fixture {
        let fixture = try Fixture()
        let store = try fixture.open()
        try store.write([Change("a", [1], due: 5), Change("b", [2], due: 6)], position: 7)
        store.close()
        return fixture
    }

    /// Changes a table behind the store's back.
    private func tamper(
        _ fixture: Fixture, _ table: KeyPath<Environment.Databases, MDB_dbi>,
        _ change: (OpaquePointer, MDB_dbi) throws -> Void
    ) throws {
        let store = try fixture.open()
        defer { store.close() }
        var made: OpaquePointer?
        #expect(mdb_txn_begin(store.environment.handle, nil, 0, &made) == MDB_SUCCESS)
        let transaction = try #require(made)
        try change(transaction, store.environment.databases[keyPath: table])
        #expect(mdb_txn_commit(transaction) == MDB_SUCCESS)
    }

    private func put(_ key: [UInt8], _ value: [UInt8], _ transaction: OpaquePointer, _ table: MDB_dbi) {
        let code = key.withUnsafeBytes { key in
            value.withUnsafeBytes { value in
                var name = MDB_val(key)
                var data = MDB_val(value)
                return mdb_put(transaction, table, &name, &data, 0)
            }
        }
        #expect(code == MDB_SUCCESS)
    }

    private func delete(_ key: [UInt8], _ transaction: OpaquePointer, _ table: MDB_dbi) {
        let code = key.withUnsafeBytes { key in
            var name = MDB_val(key)
            return mdb_del(transaction, table, &name, nil)
        }
        #expect(code == MDB_SUCCESS)
    }

    private func changeRecord(_ fixture: Fixture, _ change: (inout [UInt8]) -> Void) throws {
        try tamper(fixture, \.meta) { transaction, table in
            var bytes = Array("store".utf8).withUnsafeBytes { name in
                var key = MDB_val(name)
                var data = MDB_val()
                #expect(mdb_get(transaction, table, &key, &data) == MDB_SUCCESS)
                return Array(UnsafeRawBufferPointer(data))
            }
            change(&bytes)
            put(Array("store".utf8), bytes, transaction, table)
        }
    }

    private func expectDamage(_ words: String, _ body: () throws -> Void) {
        do {
            try body()
            Issue.record("taken")
        } catch {
            #expect((error as? StoreError)?.isMendedByRebuilding == true, "\(error)")
            #expect("\(error)".contains(words), "\(error)")
        }
    }

    @Test func aRecordOfItselfThatIsNotWhatWasWrittenIsFound() throws {
        let fixture = try made()
        // The position: all else would be read from the wrong place.
        try changeRecord(fixture) { $0[16] ^= 1 }
        expectDamage("the checksum of its record of itself differs") { try fixture.open().close() }
    }

    @Test(arguments: [3, 12, 32])
    func aRecordOfItselfThatIsCutOffIsFound(_ length: Int) throws {
        let fixture = try made()
        try changeRecord(fixture) { $0 = Array($0.prefix(length)) }
        expectDamage("cut off") { try fixture.open().close() }
    }

    @Test func anOlderFormatIsRebuilt() throws {
        let fixture = try made()
        try changeRecord(fixture) { $0[3] = 1 }
        expectDamage("format 1, which is no longer read") { try fixture.open().close() }
    }

    @Test func statesWithoutARecordOfItselfAreNotTaken() throws {
        let fixture = try made()
        try tamper(fixture, \.meta) { transaction, table in delete(Array("store".utf8), transaction, table) }
        expectDamage("no record of itself") { try fixture.open().close() }
    }

    @Test func aTableThatIsMissingIsNoticedByWhoeverReadsOnly() throws {
        let fixture = try made()
        try tamper(fixture, \.timers) { transaction, table in #expect(mdb_drop(transaction, table, 1) == MDB_SUCCESS) }
        expectDamage("it has no table of timers") {
            try PartitionStore.reading(dataDirectory: fixture.directory, partition: 0).close()
        }
    }

    @Test func aTimerOfAnotherTimeThanItsStatesIsFoundByVerify() throws {
        let fixture = try made()
        try tamper(fixture, \.timers) { transaction, table in
            let due = { (ms: Int64) in withUnsafeBytes(of: StoredDue.from(ms).bigEndian) { Array($0) } }
            delete(due(5) + Array("a".utf8), transaction, table)
            put(due(9) + Array("a".utf8), [], transaction, table)
        }
        let store = try fixture.open()
        defer { store.close() }
        expectDamage("the timer of 'a' is missing") { try store.verify() }
    }
}

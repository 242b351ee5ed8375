import CLMDB
import Foundation
import Testing

@testable import Store

/// What the system refuses says nothing about the store, which is kept.
struct SystemErrorTests {
    @Test(arguments: [
        EIO, EACCES, EPERM, EROFS, ENOMEM, EMFILE, EAGAIN, ENOENT, ENOSPC, EDQUOT, EFBIG, MDB_PANIC, MDB_READERS_FULL,
        MDB_TLS_FULL, MDB_TXN_FULL, MDB_DBS_FULL,
    ])
    func noStoreIsThrownAwayFor(_ code: Int32) {
        let error = StoreError(code, path: "/data/partition-3", doing: "reading a state")
        #expect(!error.isMendedByRebuilding)
        #expect("\(error)".contains("/data/partition-3"))
    }

    @Test(arguments: [
        MDB_PAGE_NOTFOUND, MDB_CORRUPTED, MDB_INVALID, MDB_VERSION_MISMATCH, MDB_INCOMPATIBLE, MDB_CURSOR_FULL,
        MDB_PAGE_FULL, MDB_BAD_DBI, MDB_BAD_VALSIZE,
    ])
    func damageIsMendedByRebuildingFor(_ code: Int32) {
        #expect(StoreError(code, path: "", doing: "reading a state").isMendedByRebuilding)
    }

    @Test func aFileThatCannotBeReadIsNotTakenForADamagedOne() throws {
        let fixture = try Fixture()
        try FileManager.default.createDirectory(atPath: fixture.file().path, withIntermediateDirectories: true)
        // As a disk's error: what stands in its place can be opened, and not read.
        expectSystemError("reading to check") { () throws(StoreError) in
            try PartitionStore.checkStructure(fixture.path())
        }
        expectSystemError("opening") { () throws(StoreError) in try fixture.open().close() }
    }

    /// A table of contents that asks for more memory than there is cannot be opened; that is the file's fault.
    @Test func aDamagedTableOfContentsIsFoundWhereTheSystemRefusesToMapIt() throws {
        let fixture = try Fixture()
        let store = try fixture.open()
        try store.write([Change("a", [1])], position: 1)
        store.close()
        var file = try Data(contentsOf: fixture.file())
        // The number of the last page, in both meta pages.
        for page in 0..<2 { file[page * 4096 + 16 + 120 + 6] = 0x01 }
        try file.write(to: fixture.file())
        do throws(StoreError) {
            try fixture.open().close()
            Issue.record("taken")
        } catch { #expect(error.isMendedByRebuilding, "\(error)") }
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a file system"))
    func aStoreOnADiskThatTakesNothingStays() throws {
        let disk = try #require(SmallDisk())
        let store = try disk.fixture.open()
        try store.write([Change("a", [1])], position: 1)
        store.close()
        #expect(mount("tmpfs", disk.fixture.directory, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), "") == 0)
        expectSystemError("Read-only") { () throws(StoreError) in try disk.fixture.open().close() }
        #expect(mount("tmpfs", disk.fixture.directory, "tmpfs", UInt(MS_REMOUNT), "size=4m") == 0)
        let again = try disk.fixture.open()
        #expect(try again.allStates() == ["a": [1]])
        again.close()
    }

    private func expectSystemError(_ words: String, _ body: () throws(StoreError) -> Void) {
        do throws(StoreError) {
            try body()
            Issue.record("taken")
        } catch {
            #expect(!error.isMendedByRebuilding)
            #expect("\(error)".contains(words), "\(error)")
        }
    }
}

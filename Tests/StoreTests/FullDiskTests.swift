import Foundation
import Testing

@testable import Store

/// A file system of a few megabytes, where the machine lets us mount one.
final class SmallDisk {
    let fixture: Fixture

    init?() {
        guard geteuid() == 0, let fixture = try? Fixture(),
            mount("tmpfs", fixture.directory, "tmpfs", 0, "size=4m") == 0
        else { return nil }
        self.fixture = fixture
    }

    deinit { umount2(fixture.directory, Int32(MNT_DETACH)) }

    static let isPossible = SmallDisk() != nil
}

struct FullDiskTests {
    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a file system"))
    func aFullDiskLosesNothingAndTheCheckpointCanBeTriedAgain() throws {
        let disk = try #require(SmallDisk())
        let store = try disk.fixture.open()
        let ballast = disk.fixture.directory + "/ballast"
        try store.write([Change("a", [1], due: 5)], position: 1)
        try Data(count: 2 << 20).write(to: URL(filePath: ballast))
        let large = (0..<300).map { Change("k\($0)", [UInt8](repeating: 7, count: 10_000), due: 6) }
        for _ in 0..<2 {
            #expect(throws: StoreError.diskFull(path: disk.fixture.path())) { try store.write(large, position: 2) }
        }
        #expect(StoreError.diskFull(path: "").isRetriable)
        #expect(try store.position() == 1)
        #expect(try store.allStates() == ["a": [1]])
        unlink(ballast)
        try store.write(large, position: 2)
        #expect(try store.position() == 2)
        #expect(try store.verify() == 301)
        store.close()
        try PartitionStore.checkStructure(disk.fixture.path())
        let again = try disk.fixture.open()
        #expect(try again.verify() == 301)
        again.close()
    }

    /// The table of readers is mapped: to write to a hole of it would end the process by a signal.
    @Test(.enabled(if: SmallDisk.isPossible, "needs the right to mount a file system"))
    func onAFullDiskAStoreIsRefusedAtItsOpening() throws {
        let disk = try #require(SmallDisk())
        let ballast = disk.fixture.directory + "/ballast"
        let path = disk.fixture.path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: path + "/lock.mdb", contents: nil)
        _ = FileManager.default.createFile(atPath: path + "/data.mdb", contents: nil)
        let file = open(ballast, O_WRONLY | O_CREAT, 0o600)
        let block = [UInt8](repeating: 7, count: 4096)
        while write(file, block, block.count) > 0 {}
        close(file)
        #expect(throws: StoreError.diskFull(path: path)) { try disk.fixture.open() }
        unlink(ballast)
        try disk.fixture.open().close()
    }
}

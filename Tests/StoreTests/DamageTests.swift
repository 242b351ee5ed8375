import Foundation
import Records
import Testing

@testable import Store

/// What becomes of a store whose files are not what was written.
struct DamageTests {
    /// A store with 300 states, some of them on overflow pages, closed.
    private func made() throws -> (fixture: Fixture, states: [String: [UInt8]]) {
        let fixture = try Fixture()
        let store = try fixture.open()
        var random = Seeded(state: 9)
        var states: [String: [UInt8]] = [:]
        for round in 0..<4 {
            var changes: [Change] = []
            for index in 0..<300 where round == 0 || index % 5 == round {
                let length = index % 60 == 7 ? 6000 : 100 + index
                let value = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
                states["mao/\(index)"] = value
                changes.append(Change("mao/\(index)", value, due: Int64(index)))
            }
            try store.write(changes, position: Int64(round))
        }
        store.close()
        return (fixture, states)
    }

    /// Checks as one who trusts nothing does; gives the states where all is well.
    private func examine(_ fixture: Fixture) throws -> [String: [UInt8]] {
        try PartitionStore.checkStructure(fixture.path())
        let store = try fixture.open()
        defer { store.close() }
        try store.verify()
        return try store.allStates()
    }

    @Test func aFlippedByteOfAValueNamesItsKey() throws {
        let (fixture, states) = try made()
        var file = try Data(contentsOf: fixture.file())
        let value = try #require(states["mao/150"])
        // On the page that counts, and on those of older transactions that are free by now.
        var from = file.startIndex
        while let range = file.range(of: Data(value.prefix(64)), in: from..<file.endIndex) {
            file[range.lowerBound + 30] ^= 0x10
            from = range.upperBound
        }
        #expect(from > file.startIndex)
        try file.write(to: fixture.file())
        let store = try fixture.open()
        let expected = StoreError.checksumMismatch(path: fixture.path(), key: "mao/150")
        #expect(throws: expected) { try store.read("mao/150") }
        #expect(throws: expected) { try store.verify() }
        #expect(expected.isMendedByRebuilding)
        #expect(try store.read("mao/151") == states["mao/151"])
        store.close()
    }

    @Test func aFileThatWasCutOffIsRefusedAtItsOpening() throws {
        let (fixture, _) = try made()
        let whole = try Data(contentsOf: fixture.file())
        for length in [1, 100, 4096, 8192, 8193, whole.count / 2, whole.count - 4096, whole.count - 1] {
            try whole.prefix(length).write(to: fixture.file())
            do throws(StoreError) {
                try fixture.open().close()
                Issue.record("\(length) bytes were taken")
            } catch { #expect(error.isMendedByRebuilding, "\(length): \(error)") }
        }
        try whole.write(to: fixture.file())
        #expect(try examine(fixture).count == 300)
    }

    @Test func whatIsNoStoreIsRefused() throws {
        let (fixture, _) = try made()
        try Data(repeating: 0x41, count: 100_000).write(to: fixture.file())
        do throws(StoreError) {
            try fixture.open().close()
            Issue.record("taken")
        } catch { #expect(error.isMendedByRebuilding, "\(error)") }
    }

    /// Every flipped byte is found, or was of no consequence: in no case are wrong states taken for right ones, and in
    /// no case does the process end.
    @Test func anyFlippedByteIsFoundOrHarmless() throws {
        let (fixture, states) = try made()
        let whole = try Data(contentsOf: fixture.file())
        var random = Seeded(state: 4)
        var found = 0
        for attempt in 0..<300 {
            var file = whole
            // A third of them where pages keep their order.
            let page = Int.random(in: 0..<(whole.count / 4096), using: &random) * 4096
            let place = page + Int.random(in: 0..<(attempt % 3 == 0 ? 80 : 4096), using: &random)
            file[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
            try file.write(to: fixture.file())
            do {
                let read = try examine(fixture)
                if read != states {
                    // The one thing that LMDB has no way to tell: an older meta page is a whole older checkpoint.
                    #expect(place < 8192, "byte \(place) of \(whole.count)")
                }
            } catch let error as StoreError {
                found += 1
                #expect(error.isMendedByRebuilding || place < 8192, "byte \(place): \(error)")
            }
        }
        // The rest hit free pages, and what is unused on others.
        #expect(found > 50)
    }

    /// A crash at any moment of a checkpoint: some of its pages are on the disk, its meta page is not.
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func aCheckpointIsThereWholeOrNotAtAll(_ seed: UInt64) throws {
        let (fixture, before) = try made()
        let old = try Data(contentsOf: fixture.file())
        let store = try fixture.open()
        let position = try #require(try store.position())
        try store.write(
            (0..<300).map { Change("mao/\($0)", [1, 2, 3], due: 9) } + [Change("new", [4])], position: position + 1)
        store.close()
        let new = try Data(contentsOf: fixture.file())

        var random = Seeded(state: seed)
        var torn = new
        for page in 0..<(old.count / 4096) where page < 2 || Bool.random(using: &random) {
            torn.replaceSubrange((page * 4096)..<((page + 1) * 4096), with: old[(page * 4096)..<((page + 1) * 4096)])
        }
        try torn.write(to: fixture.file())
        #expect(try examine(fixture) == before)
        let again = try fixture.open()
        #expect(try again.position() == position)
        again.close()

        try new.write(to: fixture.file())
        #expect(try examine(fixture).count == 301)
    }

    @Test func aNewerFormatIsRefusedAndSaysSo() throws {
        let (fixture, _) = try made()
        var file = try Data(contentsOf: fixture.file())
        // The record of itself, on whichever page: its key, then format and partition.
        let pattern = Data("store".utf8) + Data([0, 0, 0, 2, 0, 0, 0, 0])
        var from = file.startIndex
        while let range = file.range(of: pattern, in: from..<file.endIndex) {
            file[range.lowerBound + 8] = 3
            from = range.upperBound
        }
        #expect(from > file.startIndex)
        try file.write(to: fixture.file())
        #expect(throws: StoreError.newerFormat(path: fixture.path(), found: 3, known: 2)) { try fixture.open() }
    }

    @Test func afterFiveUncleanEndsTheFileIsCheckedBeforeItIsOpened() throws {
        let (fixture, _) = try made()
        func unclean(_ count: Int) throws {
            try Data(repeating: 0, count: count).write(to: URL(filePath: fixture.path() + "/unclean"))
        }
        try unclean(5)
        try fixture.open().close()
        #expect(!FileManager.default.fileExists(atPath: fixture.path() + "/unclean"))

        // Page 5's own number: LMDB itself would not look at it before it is too late.
        var file = try Data(contentsOf: fixture.file())
        for page in 2..<(file.count / 4096) { file[page * 4096 + 3] ^= 1 }
        try file.write(to: fixture.file())
        try unclean(5)
        do throws(StoreError) {
            try fixture.open().close()
            Issue.record("taken")
        } catch { #expect(error.isMendedByRebuilding) }
        try PartitionStore.setAside(fixture.path())
        try fixture.open().close()
    }
}

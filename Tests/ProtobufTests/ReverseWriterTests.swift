import Protobuf
import Testing

@Suite struct ReverseWriterTests {
    private func written(_ body: (inout ReverseWriter) -> Void) -> [UInt8] {
        var writer = ReverseWriter()
        let mark = writer.mark()
        body(&writer)
        return [UInt8](writer.unsafeBytes(of: writer.finish(mark)))
    }

    @Test(
        arguments: [
            (0, [0]), (1, [1]), (127, [0x7f]), (128, [0x80, 1]), (300, [0xac, 2]), (16383, [0xff, 0x7f]),
            (UInt64.max, [255, 255, 255, 255, 255, 255, 255, 255, 255, 1]),
        ] as [(UInt64, [UInt8])])
    func varintsAreWrittenInFewestBytes(value: UInt64, bytes: [UInt8]) {
        #expect(written { $0.varint(value) } == bytes)
    }

    @Test func varintsOfEveryLengthAreReadBack() throws {
        for shift in 0..<64 {
            for value in [UInt64(1) << shift, (UInt64(1) << shift) &- 1, (UInt64.max >> UInt64(63 - shift))] {
                let bytes = written { $0.varint(value) }
                var reader = Reader(unlimited: bytes.span.bytes)
                #expect(try reader.varint() == value)
                #expect(reader.position == bytes.count)
            }
        }
    }

    @Test(
        arguments: [
            (0, "0"), (9, "9"), (10, "10"), (-1, "-1"), (Int64.max, "9223372036854775807"),
            (Int64.min, "-9223372036854775808"),
        ] as [(Int64, String)])
    func decimalsAreText(value: Int64, text: String) {
        #expect(written { $0.decimal(value) } == [UInt8](text.utf8))
    }

    @Test func anIdIsWrittenFromItsPartsBackwards() {
        #expect(
            written {
                $0.decimal(UInt64(12))
                $0.bytes("#" as StaticString)
                $0.string("d001/42")
            } == [UInt8]("d001/42#12".utf8))
    }

    @Test func tagsOfEveryLengthAreWrittenAsVarints() {
        for tag: UInt32 in [8, 0x7f, 0x80, 0x3fff, 0x4000, .max] {
            #expect(written { $0.tag(tag) } == written { $0.varint(UInt64(tag)) })
        }
    }

    @Test func aRecordThatDoesNotFitMovesWhole() {
        var writer = ReverseWriter(chunkBytes: 64)
        let first = writer.mark()
        writer.bytes([UInt8](repeating: 1, count: 40))
        let one = writer.finish(first)
        let second = writer.mark()
        writer.bytes([UInt8](repeating: 2, count: 20))
        writer.bytes([UInt8](repeating: 3, count: 20))
        let two = writer.finish(second)
        #expect([UInt8](writer.unsafeBytes(of: one)) == [UInt8](repeating: 1, count: 40))
        #expect(
            [UInt8](writer.unsafeBytes(of: two))
                == [UInt8](repeating: 3, count: 20) + [UInt8](repeating: 2, count: 20))
        #expect((one.chunk, two.chunk) == (0, 1))
    }

    @Test func aRecordLargerThanAChunkGetsOneOfItsOwnAndLeavesNoEmptyOne() {
        var writer = ReverseWriter(chunkBytes: 64)
        let mark = writer.mark()
        for _ in 0..<1000 { writer.bytes([7, 8, 9]) }
        let slice = writer.finish(mark)
        let chunks = writer.takeChunks()
        #expect(chunks.count == 1)
        #expect([UInt8](chunks[0].unsafeBytes(of: slice)) == (0..<1000).flatMap { _ in [7, 8, 9] as [UInt8] })
    }

    @Test func chunksOutliveTheirWriterAndRecordsStayWhereTheyAre() {
        var chunks: [Chunk] = []
        var slices: [(Int, Slice)] = []
        do {
            var writer = ReverseWriter(chunkBytes: 100)
            for round: UInt8 in 0..<20 {
                let base = chunks.count
                for part: UInt8 in 0..<3 {
                    let mark = writer.mark()
                    writer.bytes([UInt8](repeating: round &* 3 &+ part, count: 30))
                    let slice = writer.finish(mark)
                    slices.append((base + Int(slice.chunk), slice))
                }
                chunks += writer.takeChunks()
            }
        }
        for (index, (chunk, slice)) in slices.enumerated() {
            #expect([UInt8](chunks[chunk].unsafeBytes(of: slice)) == [UInt8](repeating: UInt8(index), count: 30))
        }
    }

    @Test func whatIsDiscardedIsNotInTheRecord() {
        #expect(
            written {
                $0.byte(1)
                let mark = $0.mark()
                $0.bytes([9, 9, 9])
                $0.discard(to: mark)
                $0.byte(2)
            } == [2, 1])
    }

    @Test func nestedMessagesHaveTheirLengthInFront() {
        #expect(
            written { writer in
                writer.message(field: 1) { writer in
                    writer.message(field: 2) { $0.byte(5) }
                }
            } == [0x0a, 3, 0x12, 1, 5])
    }
}

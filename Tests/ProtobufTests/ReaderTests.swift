import Protobuf
import Testing

/// Reads all fields of a message, as one that knows none of them, and gives the fault.
private func fault(_ bytes: [UInt8], byteLimit: Int = Reader.defaultByteLimit) -> ProtobufError? {
    do throws(ProtobufError) {
        var reader = try Reader(bytes.span.bytes, byteLimit: byteLimit)
        while try reader.nextTag() != 0 { try reader.skip() }
        return nil
    } catch {
        return error
    }
}

@Suite struct ReaderTests {
    @Test(
        arguments: [
            ([0x08], .truncated, 0, 1, "a varint that is not there"),
            ([0x08, 0x80], .truncated, 0, 1, "a varint cut off"),
            ([0x08, 0x01, 0x88], .truncated, 3, 0, "a tag cut off"),
            ([0x12, 0x05, 0x61], .truncated, 0, 2, "a length beyond the end"),
            ([0x12, 0x80], .truncated, 0, 2, "a length cut off"),
            ([0x12] + [UInt8](repeating: 0xff, count: 9) + [0x01], .truncated, 0, 2, "a length of 64 bits"),
            ([0x12] + [UInt8](repeating: 0xff, count: 8) + [0x7f], .truncated, 0, 2, "a length of 63 bits"),
            ([0x09, 1, 2, 3, 4, 5, 6, 7], .truncated, 0, 1, "64 bits cut off"),
            ([0x0d, 1, 2, 3], .truncated, 0, 1, "32 bits cut off"),
            ([0x08] + [UInt8](repeating: 0x80, count: 9) + [0x02], .varintTooLong, 0, 1, "a varint of 65 bits"),
            ([0x08] + [UInt8](repeating: 0x80, count: 10) + [0x00], .varintTooLong, 0, 1, "eleven bytes"),
            ([0x00], .fieldZero, 0, 0, "field 0"),
            ([0x02, 0x00], .fieldZero, 0, 0, "field 0 with a length"),
            ([0x80, 0x00], .fieldZero, 0, 0, "field 0 in two bytes"),
            ([0x08, 0x01, 0x0b], .group, 2, 1, "a group's start"),
            ([0x0c], .group, 0, 1, "a group's end"),
            ([0x0e], .wireType, 0, 1, "wire type 6"),
            ([0x0f], .wireType, 0, 1, "wire type 7"),
            ([0xf8, 0xff, 0xff, 0xff, 0x1f, 0x01], .tagTooLong, 0, 0, "a tag of 33 bits"),
            ([0x88, 0x80, 0x80, 0x80, 0x80, 0x00], .tagTooLong, 0, 0, "a tag of six bytes"),
        ] as [([UInt8], ProtobufError.Fault, Int, UInt32, String)])
    func isRefused(bytes: [UInt8], fault expected: ProtobufError.Fault, offset: Int, field: UInt32, what: String) {
        #expect(fault(bytes) == ProtobufError(expected, offset: offset, field: field), "\(what)")
    }

    @Test(
        arguments: [
            ([], "nothing"),
            ([0x88, 0x00, 0x01], "a tag in two bytes where one would do"),
            ([0x88, 0x80, 0x80, 0x80, 0x00, 0x01], "a tag in five bytes where one would do"),
            ([0xf8, 0xff, 0xff, 0xff, 0x0f, 0x01], "the highest field number"),
            ([0x08, 0x80, 0x80, 0x00], "a varint in three bytes where one would do"),
            ([0x08] + [UInt8](repeating: 0x80, count: 9) + [0x01], "2^63"),
            ([0x12, 0x80, 0x00], "a length of 0 in two bytes"),
            ([0x09, 1, 2, 3, 4, 5, 6, 7, 8], "64 bits"),
            ([0x0d, 1, 2, 3, 4], "32 bits"),
        ] as [([UInt8], String)])
    func isRead(bytes: [UInt8], what: String) {
        #expect(fault(bytes) == nil, "\(what)")
    }

    @Test func overlongVarintsHaveTheirValueAtEveryLength() throws {
        for count in 1...10 {
            let bytes = [0x80 | 0x05] + [UInt8](repeating: 0x80, count: count - 1)
            let terminated = count == 1 ? [0x05] : bytes.dropLast() + [0x00]
            var reader = Reader(unlimited: terminated.span.bytes)
            #expect(try reader.varint() == 5)
            #expect(reader.position == count)
        }
    }

    @Test func fixedWidthsAreLittleEndian() throws {
        let bytes: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4]
        var reader = Reader(unlimited: bytes.span.bytes)
        #expect(try reader.fixed64() == 0x0807_0605_0403_0201)
        #expect(try reader.fixed32() == 0x0403_0201)
    }

    @Test func aMessageOverTheCallersLimitIsRefused() {
        let bytes = [0x12, 126] + [UInt8](repeating: 0, count: 126)
        #expect(fault(bytes, byteLimit: 128) == nil)
        #expect(fault(bytes, byteLimit: 127)?.fault == .tooLarge)
        #expect(fault([0x12, 0xfd, 0xff, 0x3f] + [UInt8](repeating: 0, count: 0xf_fffd))?.fault == .tooLarge)
        #expect(fault([0x12, 0xfc, 0xff, 0x3f] + [UInt8](repeating: 0, count: 0xf_fffc)) == nil)
    }

    @Test(
        arguments: [
            ([0x80], "a continuation alone"), ([0xc3], "cut off"), ([0xc0, 0x80], "overlong NUL"),
            ([0xc1, 0xbf], "overlong DEL"), ([0xe0, 0x9f, 0xbf], "overlong, three bytes"),
            ([0xf0, 0x8f, 0xbf, 0xbf], "overlong, four bytes"), ([0xed, 0xa0, 0x80], "a high surrogate"),
            ([0xed, 0xbf, 0xbf], "a low surrogate"), ([0xf4, 0x90, 0x80, 0x80], "beyond U+10FFFF"),
            ([0xf5, 0x80, 0x80, 0x80], "a first byte that never is"), ([0xff], "no UTF-8 at all"),
            ([0xe6, 0x97], "cut off after two"), ([0x61, 0xe6, 0x97, 0x61], "cut off by ASCII"),
        ] as [([UInt8], String)])
    func isNoUTF8(bytes: [UInt8], what: String) {
        // At every place in the words that are looked at together.
        for before in 0..<17 {
            for after in [0, 1, 9] {
                let text = [UInt8](repeating: 0x61, count: before) + bytes + [UInt8](repeating: 0x61, count: after)
                #expect(isUTF8(text.span.bytes) == false, "\(what)")
            }
        }
    }

    @Test func everyScalarIsUTF8() {
        for value in stride(from: UInt32(0), through: 0x10ffff, by: 7) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(String(scalar).utf8)
            #expect(isUTF8(bytes.span.bytes) == true)
        }
    }

    @Test(
        arguments: [
            (0, 0), (1, -1), (2, 1), (3, -2), (UInt64.max - 1, Int64.max), (UInt64.max, Int64.min),
        ] as [(UInt64, Int64)])
    func zigzag(coded: UInt64, value: Int64) {
        #expect(zigzagDecoded(coded) == value)
        #expect(zigzagEncoded(value) == coded)
    }
}

@Suite struct ListTests {
    private func values<Value: VarintValue>(_ bytes: [UInt8], field: UInt32, count: Int) throws -> [Value] {
        var list = VarintList<Value>(bytes.span.bytes, field: field, start: 0, count: count)
        var values: [Value] = []
        while let value = try list.next() { values.append(value) }
        #expect(list.count == 0)
        return values
    }

    @Test func packedAndUnpackedRunsAreOneList() throws {
        // 1, other field, packed 2 300, an empty run, 4
        let bytes: [UInt8] = [0x10, 1, 0x08, 9, 0x12, 3, 2, 0xac, 2, 0x12, 0, 0x10, 4]
        #expect(try values(bytes, field: 2, count: 4) as [UInt32] == [1, 2, 300, 4])
    }

    @Test func negativeNumbersOf32BitsComeInTenBytes() throws {
        let bytes: [UInt8] = [0x10] + [UInt8](repeating: 0xff, count: 9) + [1]
        #expect(try values(bytes, field: 2, count: 1) as [Int32] == [-1])
        #expect(try values(bytes, field: 2, count: 1) as [Int64] == [-1])
        #expect(try values(bytes, field: 2, count: 1) as [Bool] == [true])
    }

    @Test func aRunThatIsCutInsideAVarintIsRefused() throws {
        let bytes: [UInt8] = [0x12, 2, 1, 0x80, 0x01]
        var reader = Reader(unlimited: bytes.span.bytes)
        _ = try reader.nextTag()
        var refused: ProtobufError?
        do throws(ProtobufError) { _ = try reader.packedVarints() } catch { refused = error }
        #expect(refused == ProtobufError(.truncated, offset: 0, field: 2))
    }

    @Test func elementsOfBytesComeInOrderWithOtherFieldsBetween() throws {
        let bytes: [UInt8] = [0x12, 1, 0x61, 0x08, 1, 0x12, 0, 0x10, 7, 0x12, 2, 0x62, 0x63]
        var list = BytesList(bytes.span.bytes, tag: 0x12, start: 0, count: 3)
        var texts: [String] = []
        while let element = try list.next() { texts.append(String(utf8: element)) }
        #expect(texts == ["a", "", "bc"])
    }
}

import Testing

@testable import Orders

/// Ids are read eight bytes at a time: so each byte is tried at each place in a word, whole or begun.
@Suite("Ids")
struct IDTests {
    static let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-".utf8)

    private func expectByAlphabet(_ bytes: [UInt8]) {
        let span = bytes.span
        let id = ID(span.bytes)
        guard bytes.allSatisfy(Self.alphabet.contains) else {
            #expect(id == nil, "\(bytes)")
            return
        }
        #expect(id.map { id in (0..<id.count).map(id.byte) } == bytes, "\(bytes)")
    }

    @Test(
        "A byte is taken or refused by the alphabet, wherever it stands",
        arguments: [1, 2, 7, 8, 9, 15, 16, 17, 63, 64])
    func everyByte(count: Int) {
        for position in 0..<count {
            for byte in UInt8.min...UInt8.max {
                var bytes = [UInt8](repeating: UInt8(ascii: "Z"), count: count)
                bytes[position] = byte
                expectByAlphabet(bytes)
            }
        }
    }

    @Test("A byte is judged by itself, whatever is beside it", arguments: [0, 6, 7])
    func everyPair(position: Int) {
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                var bytes = [UInt8](repeating: UInt8(ascii: "_"), count: 9)
                bytes[position] = first
                bytes[position + 1] = second
                let span = bytes.span
                let isAllowed = Self.alphabet.contains(first) && Self.alphabet.contains(second)
                if (ID(span.bytes) != nil) != isAllowed { Issue.record("\(first) before \(second)") }
            }
        }
    }

    @Test("An id has 1 to 64 bytes")
    func length() {
        for count in [0, 65, 72, 1000] {
            let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
            let span = bytes.span
            #expect(ID(span.bytes) == nil, "\(count)")
        }
    }

    @Test("What is the same id compares as the same, whatever it was read from")
    func equality() {
        let long = Array("partner-1:order-000017".utf8)
        for count in 1...long.count {
            let begun = Array(long[..<count])
            let span = begun.span
            #expect(ID(span.bytes) == ID(String(decoding: begun, as: UTF8.self)))
            #expect((ID(span.bytes) == ID(String(decoding: long, as: UTF8.self))) == (count == long.count))
        }
    }
}

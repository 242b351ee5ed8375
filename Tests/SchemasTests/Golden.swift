import Foundation
import Protobuf
import Schemas
import Testing

/// A message that protobuf's Python implementation wrote (scripts/golden.py).
struct GoldenMessage {
    var name: String
    var kind: String
    var bytes: [UInt8]
    /// Without unknown fields.
    var canonical: [UInt8]
    var json: JSONValue

    static func load(_ name: String) throws -> [GoldenMessage] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        let text = try String(contentsOf: folder.appending(path: "\(name).jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            let line = try JSONValue(parsing: String(line))
            guard case .string(let kind) = line["kind"], case .string(let bytes) = line["bytes"],
                let json = line["json"]
            else { throw Malformed() }
            var canonical = bytes
            if case .string(let text) = line["canonical"] { canonical = text }
            return GoldenMessage(
                name: name, kind: kind, bytes: try decoded(bytes), canonical: try decoded(canonical), json: json)
        }
    }

    struct Malformed: Error {}
}

func decoded(_ hexadecimal: String) throws -> [UInt8] {
    let digits = Array(hexadecimal)
    return try stride(from: 0, to: digits.count, by: 2).map { index in
        guard let byte = UInt8(String(digits[index...index + 1]), radix: 16) else { throw GoldenMessage.Malformed() }
        return byte
    }
}

func encoded(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The tree as text that is equal where the trees are, whatever the order of members and the spelling of numbers.
func sortedText(_ json: JSONValue) -> String {
    switch json {
    case .array(let elements): "[" + elements.map(sortedText).joined(separator: ",") + "]"
    case .object(let members):
        "{" + members.map { "\($0.name):\(sortedText($0.value))" }.sorted().joined(separator: ",") + "}"
    case .number(let text): Int64(text).map { "\($0)" } ?? Double(text).map { "\($0)" } ?? text
    case .string(let text): "\"\(encoded([UInt8](text.utf8)))\""
    default: json.description
    }
}

/// A sequence that is the same in every run and on every machine (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}

func rewritten(_ bytes: [UInt8], as name: String) throws -> [UInt8] {
    var writer = ReverseWriter(chunkBytes: 64)
    let mark = writer.mark()
    try rewrite(bytes.span.bytes, as: name, to: &writer)
    return [UInt8](writer.unsafeBytes(of: writer.finish(mark)))
}

func descriptorOf(_ name: String) throws -> MessageDescriptor {
    try #require(descriptor(named: name), "no descriptor of \(name)")
}

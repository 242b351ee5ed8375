import Foundation
import Protobuf
import Schemas
import Testing

/// Messages of our own making, of every type: read back here, and, where TURNSTILE_GOLDEN_OUT names a folder, left
/// there for protobuf's Python implementation to read (scripts/golden.py --verify).
@Suite struct ForPythonTests {
    private static let folder = ProcessInfo.processInfo.environment["TURNSTILE_GOLDEN_OUT"]

    @Test(arguments: messageNames)
    func randomMessagesOfOursAreReadBack(name: String) throws {
        let descriptor = try descriptorOf(name)
        var random = SeededGenerator(seed: name.utf8.reduce(17) { $0 &* 31 &+ UInt64($1) })
        var lines = ""
        for _ in 0..<20 {
            let json = randomValue(.message { descriptor }, &random)
            let bytes = try descriptor.bytes(json: json)
            // By the view and the write functions, which know nothing of descriptors.
            let again = try rewritten(bytes, as: name)
            #expect(encoded(again) == encoded(bytes))
            #expect(try descriptor.json(again.span.bytes) == json)
            lines += JSONValue.object([("bytes", .string(encoded(again))), ("json", json)]).text() + "\n"
        }
        guard let folder = Self.folder else { return }
        try lines.write(to: URL(filePath: folder).appending(path: "\(name).jsonl"), atomically: true, encoding: .utf8)
    }

    /// As `MessageDescriptor.json` would write it: no default values, fields in order.
    private func randomMessage(_ descriptor: MessageDescriptor, _ random: inout SeededGenerator) -> JSONValue {
        let chosen = descriptor.oneofs.indices.map { oneof in
            descriptor.fields.filter { $0.oneof == oneof }.randomElement(using: &random)?.number
        }
        var members: [(name: String, value: JSONValue)] = []
        for field in descriptor.fields {
            if let oneof = field.oneof, chosen[oneof] != field.number { continue }
            guard Int.random(in: 0..<10, using: &random) < 7 else { continue }
            if field.label == .repeated {
                let count = Int.random(in: 1...3, using: &random)
                members.append((field.jsonName, .array((0..<count).map { _ in randomValue(field.type, &random) })))
            } else {
                let value = randomValue(field.type, &random)
                if isDefault(value, field.type), field.label == .singular, field.oneof == nil { continue }
                members.append((field.jsonName, value))
            }
        }
        return .object(members)
    }

    private func isDefault(_ value: JSONValue, _ type: FieldType) -> Bool {
        if case .message = type { return false }
        if case .enumeration(let descriptor) = type, case .string(let name) = value {
            return descriptor().number(of: name) == 0
        }
        if case .string = type { return value == "" }
        return value == "" || value == "0" || value == 0 || value == false || value == .number("0.0")
    }

    private func randomValue(_ type: FieldType, _ random: inout SeededGenerator) -> JSONValue {
        func bits(_ width: Int) -> UInt64 {
            // Every length of varint is as likely as any other.
            let bits = Int.random(in: 0...width, using: &random)
            return bits == 0 ? 0 : random.next() >> UInt64(64 - bits)
        }
        switch type {
        case .double:
            return .number(Double(Int64.random(in: -1_000_000...1_000_000, using: &random)).description)
        case .float: return .number(Float(Int16.random(in: .min ... .max, using: &random)).description)
        case .int64, .sint64, .sfixed64: return .string("\(Int64(bitPattern: bits(64)))")
        case .uint64, .fixed64: return .string("\(bits(64))")
        case .int32, .sint32, .sfixed32: return .number("\(Int32(bitPattern: UInt32(bits(32))))")
        case .uint32, .fixed32: return .number("\(bits(32))")
        case .bool: return .bool(Bool.random(using: &random))
        case .string:
            let scalars = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                let limit: UInt32 = [0x80, 0x800, 0x10000, 0x110000].randomElement(using: &random) ?? 0x80
                return Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) ?? "\u{d7ff}"
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            return .string(text)
        case .bytes:
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            return .string(Data(bytes).base64EncodedString())
        case .message(let descriptor):
            guard descriptor().isTimestamp else { return randomMessage(descriptor(), &random) }
            let days = Int64.random(in: -719_162...2_932_896, using: &random)
            return .string(timestamp(days: days, &random))
        case .enumeration(let descriptor):
            guard Int.random(in: 0..<5, using: &random) > 0,
                let value = descriptor().values.randomElement(using: &random)
            else { return 12345 }
            return .string(value.name)
        }
    }

    /// A timestamp of the day, by another calendar computation than the one under test: year by year.
    private func timestamp(days: Int64, _ random: inout SeededGenerator) -> String {
        func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
        var year = 1, rest = days + 719_162
        while case let length:Int64 = isLeap(year) ? 366 : 365, rest >= length {
            rest -= length
            year += 1
        }
        var month = 1
        while case let length:Int64 = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1],
            rest >= length
        {
            rest -= length
            month += 1
        }
        func padded(_ value: Int, _ width: Int) -> String {
            String(repeating: "0", count: width - "\(value)".count) + "\(value)"
        }
        let second = Int.random(in: 0..<86400, using: &random)
        let fraction =
            ["", ".001", ".120", ".000001", ".123456", ".000000001", ".999999999"].randomElement(using: &random) ?? ""
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(Int(rest) + 1, 2))T"
            + "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))\(fraction)Z"
    }
}

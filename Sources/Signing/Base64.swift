/// The standard alphabet with padding (RFC 4648 section 4), strict: one text for one sequence of bytes.
public enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    /// What a character stands for; 64 where it stands for nothing.
    private static let values = (UInt8.min...UInt8.max).map { UInt32(alphabet.firstIndex(of: $0) ?? 64) }

    public static func encode(_ bytes: UnsafeRawBufferPointer) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let left = bytes.count - index
            let a = bytes[index]
            let b = left > 1 ? bytes[index + 1] : 0
            let c = left > 2 ? bytes[index + 2] : 0
            text.append(alphabet[Int(a >> 2)])
            text.append(alphabet[Int((a & 3) << 4 | b >> 4)])
            text.append(left > 1 ? alphabet[Int((b & 15) << 2 | c >> 6)] : padding)
            text.append(left > 2 ? alphabet[Int(c & 63)] : padding)
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    public static func encode(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBytes { encode($0) }
    }

    /// Decodes into `target`.
    /// - Returns: how many bytes were written; nil where the text is not canonical base64 or `target` is too small.
    public static func decode(_ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Int? {
        guard text.count % 4 == 0 else { return nil }
        if text.isEmpty { return 0 }
        var padded = 0
        if text[text.count - 1] == padding { padded = text[text.count - 2] == padding ? 2 : 1 }
        let count = text.count / 4 * 3 - padded
        guard count <= target.count else { return nil }
        var written = 0
        var bits: UInt32 = 0
        let values = values
        for index in 0..<(text.count - padded) {
            let value = values[Int(text[index])]
            guard value < 64 else { return nil }
            bits = bits << 6 | value
            if index % 4 == 3 {
                target[written] = UInt8(truncatingIfNeeded: bits >> 16)
                target[written + 1] = UInt8(truncatingIfNeeded: bits >> 8)
                target[written + 2] = UInt8(truncatingIfNeeded: bits)
                written += 3
                bits = 0
            }
        }
        switch padded {
        case 1:
            guard bits & 0b11 == 0 else { return nil }
            target[written] = UInt8(truncatingIfNeeded: bits >> 10)
            target[written + 1] = UInt8(truncatingIfNeeded: bits >> 2)
        case 2:
            guard bits & 0b1111 == 0 else { return nil }
            target[written] = UInt8(truncatingIfNeeded: bits >> 4)
        default: break
        }
        return count
    }

    public static func decode(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { source -> [UInt8]? in
            var bytes = [UInt8](repeating: 0, count: source.count / 4 * 3)
            guard
                let count = bytes.withUnsafeMutableBytes({ decode(UnsafeRawBufferPointer(source), into: $0) })
            else { return nil }
            bytes.removeLast(bytes.count - count)
            return bytes
        }
    }
}

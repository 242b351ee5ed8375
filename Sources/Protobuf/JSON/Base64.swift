/// Base64 with padding (RFC 4648, section 4).
func base64(_ bytes: RawSpan) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    var group: UInt32 = 0
    var count = 0
    func byte(_ index: Int) -> UInt8 { unsafe bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self) }
    for index in 0..<bytes.byteCount {
        group = group << 8 | UInt32(byte(index))
        count += 1
        if count == 3 {
            for shift: UInt32 in [18, 12, 6, 0] { output.append(alphabet[Int(group >> shift & 63)]) }
            (group, count) = (0, 0)
        }
    }
    if count == 1 {
        output += [alphabet[Int(group >> 2)], alphabet[Int(group << 4 & 63)], 0x3d, 0x3d]
    } else if count == 2 {
        output += [alphabet[Int(group >> 10)], alphabet[Int(group >> 4 & 63)], alphabet[Int(group << 2 & 63)], 0x3d]
    }
    return String(decoding: output, as: UTF8.self)
}

/// The bytes that base64 stands for, in the standard alphabet or the one for URLs, with its padding or without; nil
/// where it is neither, or where bits are set that stand for nothing.
func base64Decoded(_ text: String) -> [UInt8]? {
    var digits = Array(text.utf8)
    if digits.count % 4 == 0 {
        for _ in 0..<2 where digits.last == 0x3d { digits.removeLast() }
    }
    guard digits.count % 4 != 1 else { return nil }
    var output: [UInt8] = []
    var group: UInt32 = 0
    var bits = 0
    for digit in digits {
        let value: UInt8
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): value = digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
        default: return nil
        }
        group = group << 6 & 0xffff | UInt32(value)
        bits += 6
        if bits >= 8 {
            bits -= 8
            output.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
        }
    }
    return group & (1 << UInt32(bits) - 1) == 0 ? output : nil
}

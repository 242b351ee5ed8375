/// A fast 64-bit checksum over key, due time and value. It finds damage, not malice: whoever can write the files can
/// write the checksum too.
///
/// Eight bytes at a time are mixed by a 64 × 64 → 128-bit multiplication whose halves are folded. Part of the format:
/// never to be changed without a new format version.
enum Checksum {
    private static let first: UInt64 = 0x9e37_79b9_7f4a_7c15
    private static let second: UInt64 = 0xd6e8_feb8_6659_fd93

    static func of(key: UnsafeRawBufferPointer, due: UInt64, value: UnsafeRawBufferPointer) -> UInt64 {
        var state = mix(first ^ UInt64(truncatingIfNeeded: key.count), second ^ UInt64(truncatingIfNeeded: value.count))
        state = mix(state ^ due, second)
        state = absorb(key, state)
        state = absorb(value, state)
        return mix(state, first)
    }

    private static func absorb(_ bytes: UnsafeRawBufferPointer, _ start: UInt64) -> UInt64 {
        var state = start
        var offset = 0
        let count = bytes.count
        while offset &+ 16 <= count {
            let a = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let b = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self))
            state = mix(state ^ a ^ first, b ^ second) &+ (state << 31 | state >> 33)
            offset &+= 16
        }
        var a: UInt64 = 0
        var b: UInt64 = 0
        var place: UInt64 = 0
        while offset < count {
            let byte = UInt64(bytes[offset])
            if place < 64 { a |= byte << place } else { b |= byte << (place &- 64) }
            place &+= 8
            offset &+= 1
        }
        return mix(state ^ a ^ first, b ^ second ^ place) &+ (state << 31 | state >> 33)
    }

    @inline(__always)
    private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}

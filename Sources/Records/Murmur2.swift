/// The partition of a key, as Kafka's own clients for Java compute it (librdkafka calls it `murmur2_random`).
public enum Murmur2 {
    /// The partition of `key` among `count`, which is at least 1.
    @inlinable
    public static func partition(of key: UnsafeRawBufferPointer, count: Int32) -> Int32 {
        Int32(truncatingIfNeeded: (hash(key) & 0x7fff_ffff) % UInt32(max(count, 1)))
    }

    @inlinable
    public static func partition(of key: RawSpan, count: Int32) -> Int32 {
        key.withUnsafeBytes { partition(of: $0, count: count) }
    }

    /// MurmurHash2, 32 bits, with the seed of Kafka's clients.
    @inlinable
    public static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        let multiplier: UInt32 = 0x5bd1_e995
        let count = bytes.count
        var hash: UInt32 = 0x9747_b28c ^ UInt32(truncatingIfNeeded: count)
        var at = 0
        while count - at >= 4 {
            var block = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
            block = block &* multiplier
            block ^= block >> 24
            block = block &* multiplier
            hash = (hash &* multiplier) ^ block
            at += 4
        }
        if at < count {
            for (index, byte) in bytes[at...].enumerated() { hash ^= UInt32(byte) << UInt32(8 * index) }
            hash = hash &* multiplier
        }
        hash ^= hash >> 13
        hash = hash &* multiplier
        hash ^= hash >> 15
        return hash
    }
}

/// What a signature covers (domain.md, "Rights and security"): each part with its 4-byte big-endian length before it:
/// `turnstile-v1`, key id, account, topic without prefix, record key, SHA-256 of the value.
public struct SignedBytes: ~Copyable {
    /// The names of the two headers.
    public static let keyIDHeader = "turnstile-key-id"
    public static let signatureHeader = "turnstile-signature"
    /// What a signature begins with in its header.
    public static let versionPrefix: StaticString = "v1="

    private static let version: StaticString = "turnstile-v1"

    /// Kept, so that composing costs no allocation.
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 512, alignment: 8)

    public init() {}

    deinit { buffer.deallocate() }

    /// Composes the bytes; they are valid during the call.
    public mutating func with<R>(
        keyID: UnsafeRawBufferPointer, account: UnsafeRawBufferPointer, topic: String, key: UnsafeRawBufferPointer,
        valueDigest: Digest256, _ body: (UnsafeRawBufferPointer) throws -> R
    ) rethrows -> R {
        var topic = topic
        let count = topic.withUTF8 { topic in
            valueDigest.withUnsafeBytes { digest in
                let version = UnsafeRawBufferPointer(
                    start: Self.version.utf8Start, count: Self.version.utf8CodeUnitCount)
                let topic = UnsafeRawBufferPointer(topic)
                reserve(24 + version.count + keyID.count + account.count + topic.count + key.count + digest.count)
                var end = 0
                append(version, &end)
                append(keyID, &end)
                append(account, &end)
                append(topic, &end)
                append(key, &end)
                append(digest, &end)
                return end
            }
        }
        return try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }

    private mutating func reserve(_ count: Int) {
        guard count > buffer.count else { return }
        buffer.deallocate()
        buffer = .allocate(byteCount: count, alignment: 8)
    }

    private func append(_ part: UnsafeRawBufferPointer, _ end: inout Int) {
        // A part is within one record, and a record's length is 32 bits.
        buffer.storeBytes(of: UInt32(truncatingIfNeeded: part.count).bigEndian, toByteOffset: end, as: UInt32.self)
        UnsafeMutableRawBufferPointer(rebasing: buffer[(end + 4)...]).copyMemory(from: part)
        end += 4 + part.count
    }
}

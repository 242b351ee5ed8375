/// What a signature covers (domain.md, "Rights and security"): each part with its 4-byte big-endian length before it:
/// `turnstile-v1`, key id, account, topic without prefix, record key, SHA-256 of the value.
public struct SignedBytes {
    /// The names of the two headers.
    public static let keyIDHeader = "turnstile-key-id"
    public static let signatureHeader = "turnstile-signature"
    /// What a signature begins with in its header.
    public static let versionPrefix = "v1="

    /// Kept, so that composing costs no allocation.
    private var buffer: [UInt8] = []

    public init() {
        buffer.reserveCapacity(512)
    }

    /// Composes the bytes; they are valid during the call.
    public mutating func with<R>(
        keyID: UnsafeRawBufferPointer, account: UnsafeRawBufferPointer, topic: String, key: UnsafeRawBufferPointer,
        valueDigest: Digest256, _ body: (UnsafeRawBufferPointer) throws -> R
    ) rethrows -> R {
        buffer.removeAll(keepingCapacity: true)
        append("turnstile-v1")
        append(keyID)
        append(account)
        append(topic)
        append(key)
        valueDigest.withUnsafeBytes { append($0) }
        return try buffer.withUnsafeBytes(body)
    }

    private mutating func append(_ part: UnsafeRawBufferPointer) {
        // A part is within one record, and a record's length is 32 bits.
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: part.count).bigEndian) { buffer.append(contentsOf: $0) }
        buffer.append(contentsOf: part)
    }

    private mutating func append(_ part: String) {
        var part = part
        part.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }
}

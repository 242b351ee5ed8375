internal import COpenSSL

/// 32 bytes: a SHA-256 digest or an HMAC-SHA256 code. `==` is for digests; codes are compared by `constantTimeEqual`.
public struct Digest256: Hashable, Sendable {
    @usableFromInline var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    public static let byteCount = 32

    /// All zero.
    public init() {}

    /// nil unless there are exactly 32 bytes.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.byteCount else { return nil }
        withUnsafeMutableBytes { $0.copyMemory(from: bytes) }
    }

    /// The bytes, valid during the call.
    @inlinable
    public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try Swift.withUnsafeBytes(of: words, body)
    }

    @inlinable
    mutating func withUnsafeMutableBytes<R>(_ body: (UnsafeMutableRawBufferPointer) throws -> R) rethrows -> R {
        try Swift.withUnsafeMutableBytes(of: &words, body)
    }

    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    /// Lower-case hexadecimal.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return withUnsafeBytes { source in
            String(unsafeUninitializedCapacity: source.count * 2) { target in
                for (index, byte) in source.enumerated() {
                    target[2 * index] = digits[Int(byte >> 4)]
                    target[2 * index + 1] = digits[Int(byte & 15)]
                }
                return source.count * 2
            }
        }
    }

    public static func == (a: Digest256, b: Digest256) -> Bool { a.words == b.words }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
    }
}

/// SHA-256 with a context that is kept: starting anew costs no fetch of the algorithm. For one thread at a time.
public struct SHA256: ~Copyable {
    /// Fetched once for the process; OpenSSL counts references itself.
    private nonisolated(unsafe) static let algorithm: OpaquePointer = {
        guard let fetched = EVP_MD_fetch(nil, "SHA256", nil) else { fatalError("libcrypto has no SHA-256") }
        return fetched
    }()

    private let context: OpaquePointer

    public init() {
        guard let context = EVP_MD_CTX_new() else { fatalError("out of memory") }
        self.context = context
        Self.check(EVP_DigestInit_ex2(context, Self.algorithm, nil))
    }

    deinit { EVP_MD_CTX_free(context) }

    /// libcrypto's hash functions fail only where memory has run out or the library is broken; there is nothing that a
    /// caller could do.
    static func check(_ status: Int32) {
        guard status == 1 else { fatalError("libcrypto failed") }
    }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        Self.check(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
    }

    public mutating func update(_ bytes: RawSpan) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The digest of all that was given; then the context is ready for the next.
    public mutating func finish() -> Digest256 {
        var digest = Digest256()
        digest.withUnsafeMutableBytes { target in
            Self.check(EVP_DigestFinal_ex(context, target.baseAddress, nil))
        }
        Self.check(EVP_DigestInit_ex2(context, nil, nil))
        return digest
    }

    /// One-shot over the kept context. Not between an `update` and its `finish`.
    public mutating func digest(_ bytes: UnsafeRawBufferPointer) -> Digest256 {
        update(bytes)
        return finish()
    }

    public mutating func digest(_ bytes: RawSpan) -> Digest256 {
        update(bytes)
        return finish()
    }

    /// One-shot with a context of its own: for where it is not hot.
    public static func digest(_ bytes: some Collection<UInt8>) -> Digest256 {
        var hash = SHA256()
        if let digest = bytes.withContiguousStorageIfAvailable({ hash.digest(UnsafeRawBufferPointer($0)) }) {
            return digest
        }
        return Array(bytes).withUnsafeBytes { hash.digest($0) }
    }
}

/// HMAC-SHA256 with one key: the keyed context is kept. For one thread at a time.
public struct HMACSHA256: ~Copyable {
    private nonisolated(unsafe) static let algorithm: OpaquePointer = {
        guard let fetched = EVP_MAC_fetch(nil, "HMAC", nil) else { fatalError("libcrypto has no HMAC") }
        return fetched
    }()

    private let context: OpaquePointer

    /// - Parameter key: any number of bytes but none.
    public init?(key: [UInt8]) {
        guard let context = key.withUnsafeBytes({ Self.context(key: $0) }) else { return nil }
        self.context = context
    }

    private static func context(key: UnsafeRawBufferPointer) -> OpaquePointer? {
        guard let base = key.baseAddress, key.count > 0 else { return nil }
        guard let context = EVP_MAC_CTX_new(Self.algorithm) else { fatalError("out of memory") }
        var name = Array("SHA256".utf8CString)
        let status = name.withUnsafeMutableBufferPointer { name in
            var parameters = [
                OSSL_PARAM_construct_utf8_string("digest", name.baseAddress, 0), OSSL_PARAM_construct_end(),
            ]
            return EVP_MAC_init(context, base.assumingMemoryBound(to: UInt8.self), key.count, &parameters)
        }
        SHA256.check(status)
        return context
    }

    deinit { EVP_MAC_CTX_free(context) }

    /// The code of a message.
    public mutating func authenticate(_ message: UnsafeRawBufferPointer) -> Digest256 {
        // No key: OpenSSL takes the keyed state that it has kept, which is a fifth of the cost.
        SHA256.check(EVP_MAC_init(context, nil, 0, nil))
        SHA256.check(EVP_MAC_update(context, message.baseAddress?.assumingMemoryBound(to: UInt8.self), message.count))
        var code = Digest256()
        var count = 0
        code.withUnsafeMutableBytes { target in
            SHA256.check(
                EVP_MAC_final(
                    context, target.baseAddress?.assumingMemoryBound(to: UInt8.self), &count, target.count))
        }
        return code
    }
}

/// Compares without telling by its time where the first difference is. Different lengths are unequal at once.
public func constantTimeEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    guard let a = a.baseAddress, let first = b.baseAddress else { return true }
    return CRYPTO_memcmp(a, first, b.count) == 0
}

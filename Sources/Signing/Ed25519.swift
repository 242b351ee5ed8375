internal import COpenSSL

/// An Ed25519 public key (RFC 8032) and a context to verify with. For one thread at a time.
public struct Ed25519PublicKey: ~Copyable {
    private let key: OpaquePointer
    private let context: OpaquePointer

    public static let byteCount = 32
    public static let signatureByteCount = 64

    /// - Parameter bytes: the 32 raw bytes; nil where there are more or fewer.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        guard let key = EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, bytes, bytes.count) else {
            ERR_clear_error()
            return nil
        }
        guard let context = EVP_MD_CTX_new() else { fatalError("out of memory") }
        self.key = key
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_PKEY_free(key)
    }

    public mutating func verifies(_ signature: UnsafeRawBufferPointer, of message: UnsafeRawBufferPointer) -> Bool {
        guard signature.count == Self.signatureByteCount else { return false }
        guard EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else {
            ERR_clear_error()
            return false
        }
        let status = EVP_DigestVerify(
            context, signature.baseAddress?.assumingMemoryBound(to: UInt8.self), signature.count,
            message.baseAddress?.assumingMemoryBound(to: UInt8.self), message.count)
        // A signature that does not verify leaves an entry in the thread's error queue.
        if status != 1 { ERR_clear_error() }
        return status == 1
    }
}

/// An Ed25519 private key, for those who sign: clients, the simulation, tests.
public struct Ed25519PrivateKey: ~Copyable {
    private let key: OpaquePointer
    private let context: OpaquePointer

    /// - Parameter seed: the 32 bytes of RFC 8032; nil where there are more or fewer.
    public init?(seed: [UInt8]) {
        guard seed.count == 32 else { return nil }
        guard let key = EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, seed, seed.count) else {
            ERR_clear_error()
            return nil
        }
        guard let context = EVP_MD_CTX_new() else { fatalError("out of memory") }
        self.key = key
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
        EVP_PKEY_free(key)
    }

    /// The 32 raw bytes of the public key.
    public var publicKey: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        var count = bytes.count
        SHA256.check(EVP_PKEY_get_raw_public_key(key, &bytes, &count))
        return bytes
    }

    /// The 64 bytes of the signature.
    public mutating func sign(_ message: UnsafeRawBufferPointer) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        var count = signature.count
        SHA256.check(EVP_DigestSignInit(context, nil, nil, nil, key))
        SHA256.check(
            EVP_DigestSign(
                context, &signature, &count, message.baseAddress?.assumingMemoryBound(to: UInt8.self), message.count))
        return signature
    }
}

/// Signs records as a client does. For one thread.
public final class Signer {
    public let keyID: String
    private var hash = SHA256()
    private var signedBytes = SignedBytes()
    private var hmac: HMACSHA256?
    private var ed25519: Ed25519PrivateKey?

    /// nil where the secret is empty.
    public init?(keyID: String, hmacSecret: [UInt8]) {
        self.keyID = keyID
        guard let made = HMACSHA256(key: hmacSecret) else { return nil }
        hmac = consume made
        ed25519 = nil
    }

    /// nil where the seed is of other than 32 bytes.
    public init?(keyID: String, ed25519Seed: [UInt8]) {
        self.keyID = keyID
        guard let made = Ed25519PrivateKey(seed: ed25519Seed) else { return nil }
        hmac = nil
        ed25519 = consume made
    }

    /// The value of the header `turnstile-signature`; that of `turnstile-key-id` is `keyID`.
    /// - Parameter topic: without the installation's prefix.
    public func signature(
        account: String, topic: String, key: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer
    ) -> String {
        let digest = hash.digest(value)
        return Array(keyID.utf8).withUnsafeBytes { id in
            Array(account.utf8).withUnsafeBytes { account in
                signedBytes.with(keyID: id, account: account, topic: topic, key: key, valueDigest: digest) { message in
                    if let code = hmac?.authenticate(message) {
                        return "\(SignedBytes.versionPrefix)" + code.withUnsafeBytes { Base64.encode($0) }
                    }
                    return "\(SignedBytes.versionPrefix)" + Base64.encode(ed25519?.sign(message) ?? [])
                }
            }
        }
    }

    public func signature(account: String, topic: String, key: [UInt8], value: [UInt8]) -> String {
        key.withUnsafeBytes { key in
            value.withUnsafeBytes { value in signature(account: account, topic: topic, key: key, value: value) }
        }
    }
}

/// How a key signs; fixed per key, so that a record cannot choose.
public enum SignatureAlgorithm: Sendable, Equatable {
    case hmacSHA256
    case ed25519
}

/// One key of an account, as verification needs it. Made once when the directory or the secret changes, then shared:
/// `Verifier` keeps its contexts by the object's identity.
public final class SigningKey: Sendable {
    public let id: [UInt8]
    public let algorithm: SignatureAlgorithm
    /// The secret of HMAC-SHA256, or the 32 raw bytes of the Ed25519 public key.
    let material: [UInt8]
    /// Milliseconds since 1970. The key is valid from `notBeforeMs` to before `notAfterMs`; nil is open.
    public let notBeforeMs: Int64?
    public let notAfterMs: Int64?
    public let revokedAtMs: Int64?

    /// nil where the material does not fit the algorithm: an empty secret, or a public key of other than 32 bytes.
    public init?(
        id: some Sequence<UInt8>, algorithm: SignatureAlgorithm, material: [UInt8], notBeforeMs: Int64? = nil,
        notAfterMs: Int64? = nil, revokedAtMs: Int64? = nil
    ) {
        switch algorithm {
        case .hmacSHA256: guard !material.isEmpty else { return nil }
        case .ed25519: guard material.count == Ed25519PublicKey.byteCount else { return nil }
        }
        self.id = Array(id)
        self.algorithm = algorithm
        self.material = material
        self.notBeforeMs = notBeforeMs
        self.notAfterMs = notAfterMs
        self.revokedAtMs = revokedAtMs
    }

    /// Why the key does not count for what was created at `createdAtMs` and is judged at `judgedAtMs`, if it does not.
    ///
    /// Row 59 of the races: the key valid at `created_at` counts, so a rotation hurts nothing that is under way. A
    /// revocation beats it: from `revoked_at` on the key counts for nothing, whenever that was created, because whoever
    /// has stolen a key also chooses `created_at`.
    func fault(createdAtMs: Int64, judgedAtMs: Int64) -> SignatureFault? {
        if let revokedAtMs, revokedAtMs <= max(createdAtMs, judgedAtMs) { return .revoked }
        if let notBeforeMs, createdAtMs < notBeforeMs { return .notValidAtCreation }
        if let notAfterMs, createdAtMs >= notAfterMs { return .notValidAtCreation }
        return nil
    }
}

/// Why a signature was refused. For logs and metrics only: in public the one reason is SIGNATURE_INVALID.
public enum SignatureFault: String, Error, Sendable, Equatable, CaseIterable {
    /// One of the two headers is not there.
    case missing
    /// One of the two headers occurs more than once.
    case doubled
    /// A header has no value, or a value of no characters.
    case empty
    /// Not as many key ids as signatures.
    case countMismatch = "count_mismatch"
    /// More pairs than `Verifier.pairsMax`.
    case tooMany = "too_many"
    case unknownKey = "unknown_key"
    case notValidAtCreation = "not_valid_at_creation"
    case revoked
    /// Not `v1=` and the canonical base64 of as many bytes as the algorithm gives.
    case malformed
    case mismatch
    /// The secret that the key names cannot be read here.
    case secretUnavailable = "secret_unavailable"
}

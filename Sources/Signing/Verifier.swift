internal import Glibc

/// One of the two signature headers of a record, as it was found.
public enum HeaderValue {
    case absent
    case once(UnsafeRawBufferPointer?)
    case repeated
}

/// A record whose signature is to be judged. The bytes are borrowed.
public struct SignedRecord {
    public var keyIDs: HeaderValue
    public var signatures: HeaderValue
    public var account: UnsafeRawBufferPointer
    /// The topic's name without the installation's prefix.
    public var topic: String
    public var key: UnsafeRawBufferPointer
    public var value: UnsafeRawBufferPointer
    /// The time that the value itself states, in milliseconds since 1970.
    public var createdAtMs: Int64

    public init(
        keyIDs: HeaderValue, signatures: HeaderValue, account: UnsafeRawBufferPointer, topic: String,
        key: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer, createdAtMs: Int64
    ) {
        self.keyIDs = keyIDs
        self.signatures = signatures
        self.account = account
        self.topic = topic
        self.key = key
        self.value = value
        self.createdAtMs = createdAtMs
    }
}

/// What became of a signature.
public enum Verification {
    /// This key verified.
    case verified(SigningKey)
    /// None did. Where several pairs failed, the fault is that of the pair that came furthest.
    case refused(SignatureFault)

    public var isVerified: Bool {
        if case .verified = self { true } else { false }
    }
}

/// Judges signatures, a pure function of what it is given; the contexts of the keys are kept between calls. For one
/// thread.
public final class Verifier {
    /// More pairs than a rotation needs are refused: each costs a verification.
    public static let pairsMax = 8
    /// Keys of a directory that has changed are dropped when so many have gathered.
    private static let contextsMax = 16_384

    private final class Context {
        let key: SigningKey
        var hmac: HMACSHA256?
        var ed25519: Ed25519PublicKey?

        init(_ key: SigningKey) {
            self.key = key
            switch key.algorithm {
            case .hmacSHA256: hmac = HMACSHA256(key: key.material)
            case .ed25519: ed25519 = Ed25519PublicKey(key.material)
            }
        }
    }

    private var hash = SHA256()
    private var signedBytes = SignedBytes()
    private var contexts: [ObjectIdentifier: Context] = [:]
    private var ofLast: Context?

    public init() {}

    /// - Parameters:
    ///   - judgedAtMs: the time of handling, by which a revocation counts.
    ///   - keys: the account's key of this id, or the fault that there is instead.
    public func verify(
        _ record: SignedRecord, judgedAtMs: Int64,
        keys: (_ keyID: UnsafeRawBufferPointer) -> Result<SigningKey, SignatureFault>
    ) -> Verification {
        let ids: UnsafeRawBufferPointer
        let signatures: UnsafeRawBufferPointer
        switch (Self.only(record.keyIDs), Self.only(record.signatures)) {
        case (.failure(let fault), _): return .refused(fault)
        case (_, .failure(let fault)): return .refused(fault)
        case (.success(let a), .success(let b)): (ids, signatures) = (a, b)
        }
        let count = Self.pieces(ids)
        guard count == Self.pieces(signatures) else { return .refused(.countMismatch) }
        guard count <= Self.pairsMax else { return .refused(.tooMany) }

        var digest: Digest256?
        var furthest: SignatureFault?
        var nextID = ids
        var nextSignature = signatures
        for _ in 0..<count {
            let id = Self.takePiece(&nextID)
            let signature = Self.takePiece(&nextSignature)
            switch judge(record, id, signature, judgedAtMs, &digest, keys) {
            case .success(let key): return .verified(key)
            case .failure(let found):
                if furthest.map({ Self.rank($0) < Self.rank(found) }) ?? true { furthest = found }
            }
        }
        return .refused(furthest ?? .empty)
    }

    private func judge(
        _ record: SignedRecord, _ id: UnsafeRawBufferPointer, _ signature: UnsafeRawBufferPointer,
        _ judgedAtMs: Int64, _ digest: inout Digest256?,
        _ keys: (UnsafeRawBufferPointer) -> Result<SigningKey, SignatureFault>
    ) -> Result<SigningKey, SignatureFault> {
        guard !id.isEmpty, !signature.isEmpty else { return .failure(.malformed) }
        let key: SigningKey
        switch keys(id) {
        case .failure(let fault): return .failure(fault)
        case .success(let found): key = found
        }
        if let fault = key.fault(createdAtMs: record.createdAtMs, judgedAtMs: judgedAtMs) {
            return .failure(fault)
        }
        let verifies = Self.withDecoded(signature, byteCount: key.algorithm == .hmacSHA256 ? 32 : 64) { decoded in
            if digest == nil { digest = hash.digest(record.value) }
            let context = context(of: key)
            return signedBytes.with(
                keyID: id, account: record.account, topic: record.topic, key: record.key,
                valueDigest: digest ?? Digest256()
            ) { message in
                if let code = context.hmac?.authenticate(message) {
                    return code.withUnsafeBytes { constantTimeEqual($0, decoded) }
                }
                return context.ed25519?.verifies(decoded, of: message) ?? false
            }
        }
        switch verifies {
        case nil: return .failure(.malformed)
        case true?: return .success(key)
        case false?: return .failure(.mismatch)
        }
    }

    private func context(of key: SigningKey) -> Context {
        if let ofLast, ofLast.key === key { return ofLast }
        if let known = contexts[ObjectIdentifier(key)] {
            ofLast = known
            return known
        }
        if contexts.count >= Self.contextsMax { contexts.removeAll() }
        let made = Context(key)
        contexts[ObjectIdentifier(key)] = made
        ofLast = made
        return made
    }

    private static func only(_ header: HeaderValue) -> Result<UnsafeRawBufferPointer, SignatureFault> {
        switch header {
        case .absent: .failure(.missing)
        case .repeated: .failure(.doubled)
        case .once(let value): value.flatMap { $0.isEmpty ? nil : .success($0) } ?? .failure(.empty)
        }
    }

    /// How many pieces single spaces make of it.
    private static func pieces(_ text: UnsafeRawBufferPointer) -> Int {
        var count = 1
        var rest = text
        while let space = firstSpace(in: rest) {
            count += 1
            rest = UnsafeRawBufferPointer(rebasing: rest[(space + 1)...])
        }
        return count
    }

    private static func firstSpace(in text: UnsafeRawBufferPointer) -> Int? {
        guard let start = text.baseAddress, let space = memchr(start, Int32(UInt8(ascii: " ")), text.count) else {
            return nil
        }
        return UnsafeRawPointer(space) - start
    }

    /// The piece up to the next space; what comes after it stays.
    private static func takePiece(_ text: inout UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let end = firstSpace(in: text) ?? text.count
        let piece = UnsafeRawBufferPointer(rebasing: text[..<end])
        text = end < text.count ? UnsafeRawBufferPointer(rebasing: text[(end + 1)...]) : .init(start: nil, count: 0)
        return piece
    }

    /// Calls `body` with the signature's bytes; nil where it is not `v1=` and base64 of exactly that many bytes.
    private static func withDecoded(
        _ text: UnsafeRawBufferPointer, byteCount: Int, _ body: (UnsafeRawBufferPointer) -> Bool
    ) -> Bool? {
        let prefix = SignedBytes.versionPrefix
        guard text.count > prefix.utf8CodeUnitCount else { return nil }
        for index in 0..<prefix.utf8CodeUnitCount where text[index] != prefix.utf8Start[index] { return nil }
        let encoded = UnsafeRawBufferPointer(rebasing: text[prefix.utf8CodeUnitCount...])
        return withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: 8) { decoded in
            guard Base64.decode(encoded, into: decoded) == byteCount else { return nil }
            return body(UnsafeRawBufferPointer(decoded))
        }
    }

    private static func rank(_ fault: SignatureFault) -> Int {
        switch fault {
        case .mismatch: 6
        case .revoked: 5
        case .notValidAtCreation: 4
        case .secretUnavailable: 3
        case .malformed: 2
        default: 1
        }
    }
}

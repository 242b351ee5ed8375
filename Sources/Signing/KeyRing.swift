internal import Glibc

/// A key as the directory describes it.
public struct KeyDescription: Sendable, Equatable {
    public enum Material: Sendable, Equatable {
        /// The name of a secret, for HMAC-SHA256.
        case secret(name: String)
        /// The 32 raw bytes of an Ed25519 public key.
        case publicKey([UInt8])
    }
    public var id: String
    public var material: Material
    /// Milliseconds since 1970; nil is open.
    public var notBeforeMs: Int64?
    public var notAfterMs: Int64?
    public var revokedAtMs: Int64?

    public init(
        id: String, material: Material, notBeforeMs: Int64? = nil, notAfterMs: Int64? = nil, revokedAtMs: Int64? = nil
    ) {
        self.id = id
        self.material = material
        self.notBeforeMs = notBeforeMs
        self.notAfterMs = notAfterMs
        self.revokedAtMs = revokedAtMs
    }
}

/// The keys of all accounts with their secrets at hand, found by bytes without an allocation. For one thread.
public final class KeyRing {
    private final class Slot {
        let account: [UInt8]
        let keyID: [UInt8]
        let description: KeyDescription
        var key: SigningKey?

        init(account: [UInt8], _ description: KeyDescription) {
            self.account = account
            keyID = Array(description.id.utf8)
            self.description = description
        }
    }

    private let secrets: SecretSource
    private var slots: [UInt64: [Slot]] = [:]
    private var hashesOfAccount: [String: [UInt64]] = [:]

    public init(secrets: SecretSource) {
        self.secrets = secrets
    }

    /// Sets all keys of an account; none removes it.
    /// - Returns: the secrets that could not be read; their keys verify nothing until `refresh` has found them.
    @discardableResult
    public func setKeys(_ keys: [KeyDescription], ofAccount account: String) -> [SecretError] {
        let bytes = Array(account.utf8)
        for hash in hashesOfAccount.removeValue(forKey: account) ?? [] {
            slots[hash]?.removeAll { $0.account == bytes }
            if slots[hash]?.isEmpty == true { slots[hash] = nil }
        }
        var errors: [SecretError] = []
        for description in keys {
            let slot = Slot(account: bytes, description)
            let hash = Self.hash(account: bytes, keyID: slot.keyID)
            do throws(SecretError) { slot.key = try make(description) } catch { errors.append(error) }
            slots[hash, default: []].append(slot)
            hashesOfAccount[account, default: []].append(hash)
        }
        return errors
    }

    /// Reads the secrets again whose files have changed or were not there. To be called now and then, between batches.
    /// - Returns: those that cannot be read now. A key keeps the secret that it had.
    public func refresh() -> [SecretError] {
        var errors: [SecretError] = []
        for slot in slots.values.joined() {
            guard case .secret(let name) = slot.description.material else { continue }
            do throws(SecretError) {
                let bytes = try secrets.secret(named: name)
                if slot.key?.material != bytes { slot.key = try make(slot.description) }
            } catch { errors.append(error) }
        }
        return errors.sorted { $0.name < $1.name }
    }

    /// The account's key of this id: to be passed to `Verifier.verify`.
    public func key(
        account: UnsafeRawBufferPointer, id: UnsafeRawBufferPointer
    ) -> Result<SigningKey, SignatureFault> {
        for slot in slots[Self.hash(account: account, keyID: id)] ?? [] {
            guard Self.equal(slot.account, account), Self.equal(slot.keyID, id) else { continue }
            return slot.key.map { .success($0) } ?? .failure(.secretUnavailable)
        }
        return .failure(.unknownKey)
    }

    private static func equal(_ a: [UInt8], _ b: UnsafeRawBufferPointer) -> Bool {
        guard a.count == b.count, let bytes = b.baseAddress else { return a.count == b.count }
        return memcmp(a, bytes, b.count) == 0
    }

    private func make(_ description: KeyDescription) throws(SecretError) -> SigningKey? {
        let (algorithm, material): (SignatureAlgorithm, [UInt8]) =
            switch description.material {
            case .secret(let name): (.hmacSHA256, try secrets.secret(named: name))
            case .publicKey(let bytes): (.ed25519, bytes)
            }
        return SigningKey(
            id: description.id.utf8, algorithm: algorithm, material: material, notBeforeMs: description.notBeforeMs,
            notAfterMs: description.notAfterMs, revokedAtMs: description.revokedAtMs)
    }

    /// FNV-1a over both. Only keys of the directory are stored by it, so nobody from outside can fill a slot.
    private static func hash(account: some Sequence<UInt8>, keyID: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in account { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0xff) &* 0x100_0000_01b3
        for byte in keyID { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}

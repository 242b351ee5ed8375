internal import Contract
internal import Orders
internal import Records
internal import Signing

/// An input whose sender is known, or known not to be: only `authenticate` makes one.
struct VerifiedInput: ~Copyable {
    let input: Input
    let origin: Origin
    let passages: UnsafeRawBufferPointer

    fileprivate init(input: Input, origin: Origin, passages: UnsafeRawBufferPointer) {
        self.input = input
        self.origin = origin
        self.passages = passages
    }
}

/// Where the record that is being handled stands.
struct Place {
    var source: Input.Source
    var partition: Int32
    var offset: Int64
}

/// Whether a signature is needed, and whether it verifies.
///
/// A command whose signature fails goes on as unsigned: the domain rejects it where its account exists. A supplier's
/// result that fails goes to the dead letters: nobody is told. `operator-actions` are guarded by the broker.
func authenticate(
    _ envelope: consuming Envelope, at place: Place, _ context: borrowing Context, signatures: inout Signatures,
    metrics: EngineMetrics, report: Report
) throws(Refusal) -> VerifiedInput {
    // By which a revocation counts.
    let clockMs = context.nowMs
    let origin = envelope.origin
    let key = envelope.key
    let body: Input.Body
    switch envelope.body {
    case .command(var read):
        let account = read.accountID
        read.command.isSigned = signatures.isVerified(
            origin, account: account, in: .accounts, createdAtMs: read.command.createdAtMs, clockMs: clockMs, report)
        metrics.signature(read.command.isSigned ? .verified : .refused)
        body = .command(read.command)
    case .result(let read):
        guard let supplier = context.directory.suppliers[read.supplierID] else {
            throw Refusal(.unknownSupplier, "there is no supplier \(read.supplierID)")
        }
        if supplier.keys.isEmpty {
            guard supplier.takesUnsignedResults else {
                metrics.signature(.refused)
                throw Refusal(.signatureInvalid, "the signature is not valid")
            }
            metrics.signature(.unsigned)
        } else {
            let isVerified = signatures.isVerified(
                origin, account: read.supplierID, in: .suppliers,
                createdAtMs: read.result.occurredAtMs ?? envelope.appendedAtMs, clockMs: clockMs, report)
            metrics.signature(isVerified ? .verified : .refused)
            guard isVerified else { throw Refusal(.signatureInvalid, "the signature is not valid") }
        }
        body = .result(read.result)
    case .action(_, let action):
        body = .action(action)
    }
    return VerifiedInput(
        input: Input(
            key: key, body: body, source: place.source, partition: place.partition, offset: place.offset,
            first: (origin.partition, origin.offset), appendedAtMs: envelope.appendedAtMs),
        origin: origin, passages: envelope.passages)
}

/// Says whether a signature verifies: by the keys of one version of the directory, or, in a replay, by what the journal
/// tells of it. For one worker.
struct Signatures: ~Copyable {
    enum Owner { case accounts, suppliers }

    private let verifier = Verifier()
    private let accounts: KeyRing
    private let suppliers: KeyRing
    private var keysOfAccounts: [ID: [Orders.SigningKey]] = [:]
    private var keysOfSuppliers: [ID: [Orders.SigningKey]] = [:]
    /// In a replay: whether the signature of the record that comes next verified then. Its secret may be gone by now.
    var verifiedThen: Bool?
    /// Whether the signature of the record that is being handled was asked about and does not verify.
    var hasFailed = false

    init(secretsDirectory: String) {
        let secrets = SecretSource(directory: secretsDirectory)
        accounts = KeyRing(secrets: secrets)
        suppliers = KeyRing(secrets: secrets)
    }

    /// Takes over a version of the directory: only keys that have changed are made again.
    mutating func adopt(_ directory: Directory, report: Report) {
        let accountKeys = directory.accounts.mapValues(\.keys)
        let supplierKeys = directory.suppliers.mapValues(\.keys)
        Self.update(accounts, from: keysOfAccounts, to: accountKeys, report)
        Self.update(suppliers, from: keysOfSuppliers, to: supplierKeys, report)
        keysOfAccounts = accountKeys
        keysOfSuppliers = supplierKeys
    }

    /// Reads secrets again whose files have changed.
    mutating func refresh(report: Report) {
        for error in accounts.refresh() + suppliers.refresh() { Self.tell(error, report) }
    }

    private static func update(
        _ ring: KeyRing, from before: [ID: [Orders.SigningKey]], to after: [ID: [Orders.SigningKey]], _ report: Report
    ) {
        for id in before.keys.sorted() where after[id] == nil { ring.setKeys([], ofAccount: id.text) }
        for id in after.keys.sorted() where before[id] != after[id] {
            let keys = (after[id] ?? []).map(KeyDescription.init)
            for error in ring.setKeys(keys, ofAccount: id.text) { tell(error, report) }
        }
    }

    private static func tell(_ error: SecretError, _ report: Report) {
        report(.error, "a signing key's secret cannot be read", ("secret", error.name), ("reason", "\(error)"))
    }

    /// - Parameters:
    ///   - account: whose key it must be.
    ///   - createdAtMs: when the record was made, as it says itself.
    ///   - clockMs: by which a revocation counts.
    mutating func isVerified(
        _ origin: Origin, account: ID, in owner: Owner, createdAtMs: Int64, clockMs: Int64, _ report: Report
    ) -> Bool {
        if let verifiedThen {
            hasFailed = !verifiedThen
        } else if let fault = fault(
            of: origin, account: account, in: owner, createdAtMs: createdAtMs, clockMs: clockMs)
        {
            hasFailed = true
            // The cause is for the log alone.
            report(
                .warning, "a signature does not verify", ("cause", fault.rawValue), ("account", account.text),
                ("topic", origin.topic.name), ("partition", "\(origin.partition)"), ("offset", "\(origin.offset)"))
        } else {
            hasFailed = false
        }
        return !hasFailed
    }

    /// Why the record's signature does not verify; nil where it does.
    private mutating func fault(
        of origin: Origin, account: ID, in owner: Owner, createdAtMs: Int64, clockMs: Int64
    ) -> SignatureFault? {
        let empty = UnsafeRawBufferPointer(start: nil, count: 0)
        let ring = owner == .accounts ? accounts : suppliers
        let verifier = verifier
        return withUnsafeTemporaryAllocation(byteCount: ID.maxCount, alignment: 1) { buffer in
            for index in 0..<account.count { buffer[index] = account.byte(index) }
            let accountBytes = UnsafeRawBufferPointer(rebasing: buffer[..<account.count])
            let record = SignedRecord(
                keyIDs: origin.header("turnstile-key-id"), signatures: origin.header("turnstile-signature"),
                account: accountBytes, topic: origin.topic.name, key: origin.key ?? empty,
                value: origin.value ?? empty, createdAtMs: createdAtMs)
            switch verifier.verify(
                record, judgedAtMs: clockMs, keys: { ring.key(account: accountBytes, id: $0) })
            {
            case .verified: return nil
            case .refused(let fault): return fault
            }
        }
    }
}

extension KeyDescription {
    init(_ key: Orders.SigningKey) {
        let material: Material =
            switch key.material {
            case .secret(let name): .secret(name: name)
            case .ed25519(let publicKey): .publicKey(publicKey)
            }
        self.init(
            id: key.keyID, material: material, notBeforeMs: key.notBeforeMs, notAfterMs: key.notAfterMs,
            revokedAtMs: key.revokedAtMs)
    }
}

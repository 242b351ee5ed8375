internal import Orders
internal import Protobuf
internal import Schemas

// Accounts, grants, contracts and settings.

func readOptionalTime(_ has: Bool, _ bytes: RawSpan, _ field: StaticString) throws -> Milliseconds? {
    has ? try readTime(bytes, field) : nil
}

func readText(_ bytes: RawSpan, _ field: StaticString) throws -> String {
    try checkLength(bytes, field)
    return unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
}

private func checkValidity(_ fromMs: Milliseconds?, _ untilMs: Milliseconds?) throws {
    if let fromMs, let untilMs, untilMs <= fromMs { throw Fault("valid_until is not after valid_from") }
}

func readAccount(_ view: Proto.Account.View) throws -> Account {
    let account = Account(
        id: try readID(view.accountId, "account_id"),
        validFromMs: try readOptionalTime(view.hasValidFrom, view.validFromBytes, "valid_from"),
        validUntilMs: try readOptionalTime(view.hasValidUntil, view.validUntilBytes, "valid_until"),
        isSuspended: view.suspended, keys: try readKeys(view.keys),
        timeWindowMs: Int64(view.timeWindowSeconds.or(DirectoryDefault.timeWindowSeconds)) * 1000,
        maxTicketsPerOrder: view.maxTicketsPerOrder == 0 ? nil : view.maxTicketsPerOrder)
    try checkLength(view.name, "name")
    try checkValidity(account.validFromMs, account.validUntilMs)
    return account
}

func readKeys(_ list: consuming Proto.SigningKey.List) throws -> [Orders.SigningKey] {
    var keys: [Orders.SigningKey] = []
    do {
        while let view = try list.next() {
            let key = try readKey(view)
            guard !keys.contains(where: { $0.keyID == key.keyID }) else { throw Fault("key_id is there twice") }
            keys.append(key)
        }
    } catch {
        throw Fault(error, in: "keys[\(keys.count)]")
    }
    return keys
}

private func readKey(_ view: Proto.SigningKey.View) throws -> Orders.SigningKey {
    // It stands in a header between spaces.
    _ = try readID(view.keyId, "key_id")
    let material: Orders.SigningKey.Material
    switch Proto.SigningKey.Algorithm(rawValue: view.algorithm) {
    case .hmacSha256:
        guard view.publicKey.isEmpty else { throw Fault("public_key is not for HMAC") }
        material = .secret(name: try readSecretName(view.secretName))
    case .ed25519:
        guard view.publicKey.byteCount == 32 else {
            throw Fault("public_key has \(view.publicKey.byteCount) bytes, an Ed25519 key has 32")
        }
        guard view.secretName.isEmpty else { throw Fault("secret_name is not for Ed25519") }
        material = .ed25519(publicKey: unsafe view.publicKey.withUnsafeBytes { unsafe Array($0) })
    case .unspecified, nil:
        throw Fault("algorithm is missing or not known")
    }
    let key = Orders.SigningKey(
        keyID: try readText(view.keyId, "key_id"), material: material,
        notBeforeMs: try readOptionalTime(view.hasNotBefore, view.notBeforeBytes, "not_before"),
        notAfterMs: try readOptionalTime(view.hasNotAfter, view.notAfterBytes, "not_after"),
        revokedAtMs: try readOptionalTime(view.hasRevokedAt, view.revokedAtBytes, "revoked_at"))
    if let from = key.notBeforeMs, let until = key.notAfterMs, until < from {
        throw Fault("not_after is before not_before")
    }
    return key
}

/// The name of a file in the directory of secrets: never a path.
private func readSecretName(_ bytes: RawSpan) throws -> String {
    guard !bytes.isEmpty else { throw Fault("secret_name is missing") }
    let name = try readText(bytes, "secret_name")
    guard !name.utf8.contains(UInt8(ascii: "/")), !name.utf8.contains(0), name.utf8.first != UInt8(ascii: ".") else {
        throw Fault("secret_name is the name of a file, without a path")
    }
    return name
}

func readGrant(_ view: Proto.Grant.View) throws -> Grant {
    let scope: Grant.Scope
    switch view.scopeCase {
    case .group:
        guard !view.scopeBytes.isEmpty else { throw Fault("group is empty") }
        scope = .group(try readText(view.scopeBytes, "group"))
    case .supplierId: scope = .supplier(try readID(view.scopeBytes, "supplier_id"))
    case .projectId: scope = .project(try readID(view.scopeBytes, "project_id"))
    case .showId: scope = .show(try readID(view.scopeBytes, "show_id"))
    case .ticketClassId: scope = .ticketClass(try readID(view.scopeBytes, "ticket_class_id"))
    case .notSet: throw Fault("scope is missing: group, supplier_id, project_id, show_id or ticket_class_id")
    }
    var permissions: [Permission] = []
    var list = view.permissions
    while let number = try list.next() {
        guard let permission = UInt8(exactly: number).flatMap(Permission.init(rawValue:)) else {
            throw Fault("permissions has \(number), which is not known")
        }
        if !permissions.contains(permission) { permissions.append(permission) }
    }
    guard !permissions.isEmpty else { throw Fault("permissions are missing") }
    let grant = Grant(
        id: try readID(view.grantId, "grant_id"), accountID: try readID(view.accountId, "account_id"), scope: scope,
        permissions: permissions,
        validFromMs: try readOptionalTime(view.hasValidFrom, view.validFromBytes, "valid_from"),
        validUntilMs: try readOptionalTime(view.hasValidUntil, view.validUntilBytes, "valid_until"),
        isDenied: view.denied)
    try checkValidity(grant.validFromMs, grant.validUntilMs)
    return grant
}

func readContract(_ view: Proto.Contract.View) throws -> DirectoryEntry {
    let party: DirectoryEntry.Party
    switch (view.distributorId.isEmpty, view.supplierId.isEmpty) {
    case (false, true): party = .distributor(try readID(view.distributorId, "distributor_id"))
    case (true, false): party = .supplier(try readID(view.supplierId, "supplier_id"))
    default: throw Fault("it is either a distributor's or a supplier's: one of distributor_id and supplier_id")
    }
    guard let period = UInt8(exactly: view.period).flatMap(Orders.Contract.PeriodLength.init(rawValue:)) else {
        throw Fault("period is missing or not known")
    }
    guard let currency = Currency(view.currency) else { throw Fault("currency is not three letters of ISO 4217") }
    guard view.commissionBasisPoints <= 10_000 else { throw Fault("commission_basis_points is more than 10000") }
    return .contract(
        party,
        Orders.Contract(
            id: try readID(view.contractId, "contract_id"), version: view.version, period: period,
            zoneOffsets: try readZoneOffsets(view), graceMinutes: view.graceMinutes, currency: currency,
            commissionBasisPoints: view.commissionBasisPoints,
            validFromMs: try readOptionalTime(view.hasValidFrom, view.validFromBytes, "valid_from"),
            refundReportMinutes: view.refundReportMinutes.or(DirectoryDefault.refundReportMinutes)))
}

/// 0001-01-01T00:00:00Z.
private let earliestMs: Milliseconds = -62_135_596_800_000

/// Filled in when the record is applied; without them only a zone that is UTC itself will do.
private func readZoneOffsets(_ view: Proto.Contract.View) throws -> [Orders.Contract.ZoneOffset] {
    try checkLength(view.timeZone, "time_zone")
    var offsets: [Orders.Contract.ZoneOffset] = []
    var list = view.zoneOffsets
    do {
        while let offset = try list.next() {
            let fromMs = offset.hasFrom ? try readTime(offset.fromBytes, "from") : earliestMs
            guard (-64_800...64_800).contains(offset.utcOffsetSeconds) else {
                throw Fault("utc_offset_seconds is more than 18 hours")
            }
            if let last = offsets.last, fromMs <= last.fromMs { throw Fault("from is not after the one before") }
            offsets.append(Orders.Contract.ZoneOffset(fromMs: fromMs, utcOffsetSeconds: offset.utcOffsetSeconds))
        }
    } catch {
        throw Fault(error, in: "zone_offsets[\(offsets.count)]")
    }
    if !offsets.isEmpty { return offsets }
    guard view.timeZone.isEmpty || isText(view.timeZone, "UTC") || isText(view.timeZone, "Etc/UTC") else {
        throw Fault("zone_offsets are missing; turnstile directory apply fills them in from time_zone")
    }
    return [Orders.Contract.ZoneOffset(fromMs: earliestMs, utcOffsetSeconds: 0)]
}

func readSettings(_ view: Proto.Settings.View) throws -> EngineSettings {
    guard let format = Proto.Settings.Format(rawValue: view.format) else { throw Fault("format is not known") }
    return EngineSettings(
        ruleVersion: view.ruleVersion.or(DirectoryDefault.ruleVersion), cloudevents: view.cloudevents,
        writesJSON: format == .json, retentionDays: view.retentionDays.or(DirectoryDefault.retentionDays),
        forgetAfterDays: view.forgetAfterDays.or(DirectoryDefault.forgetAfterDays))
}

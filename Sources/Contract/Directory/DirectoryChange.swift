public import Orders
internal import Protobuf
internal import Schemas

/// The kinds of the directory's records. Raw values are the first part of their keys: the names of the fields of
/// `DirectoryRecord`.
public enum DirectoryKind: String, CaseIterable, Sendable {
    case account
    case grant
    case supplier
    case project
    case show
    case ticketClass = "ticket_class"
    case contract
    case settings

    init?(_ bytes: RawSpan) {
        guard let kind = DirectoryKind.allCases.first(where: { isName($0.rawValue, bytes) }) else { return nil }
        self = kind
    }
}

private func isName(_ name: String, _ bytes: RawSpan) -> Bool {
    let name = name.utf8Span.span
    return unsafe sameBytes(name.bytes, bytes)
}

/// The key of a record on the topic `directory`: `<kind>/<id>`; of a contract `contract/<contract_id>/<version>`, so that
/// each version stays when the topic is compacted. (`contract/<contract_id>` is taken too; it holds one version, and the
/// next one under it takes its place.) Settings have the one key `settings/engine`.
public struct DirectoryKey: Hashable, Sendable, CustomStringConvertible {
    public var kind: DirectoryKind
    public var id: ID
    /// Of a contract.
    public var version: UInt64?

    public init(kind: DirectoryKind, id: ID, version: UInt64? = nil) {
        self.kind = kind
        self.id = id
        self.version = version
    }

    public var description: String {
        version.map { "\(kind.rawValue)/\(id)/\($0)" } ?? "\(kind.rawValue)/\(id)"
    }

    /// nil where the bytes are no key of the directory.
    public init?(_ bytes: RawSpan) {
        var parts: [Range<Int>] = []
        var start = 0
        for index in 0...bytes.byteCount {
            if index < bytes.byteCount {
                let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
                if byte != UInt8(ascii: "/") { continue }
            }
            parts.append(start..<index)
            start = index + 1
        }
        guard parts.count == 2 || parts.count == 3, let kind = DirectoryKind(bytes.extracting(parts[0])),
            let id = ID(bytes.extracting(parts[1]))
        else { return nil }
        var version: UInt64?
        if parts.count == 3 {
            guard kind == .contract, let number = readVersion(bytes.extracting(parts[2])) else { return nil }
            version = number
        }
        self.init(kind: kind, id: id, version: version)
    }
}

private func readVersion(_ bytes: RawSpan) -> UInt64? {
    let text = unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    guard let number = UInt64(text), String(number) == text else { return nil }
    return number
}

/// What a record of the directory says, checked and with the defaults filled in.
public enum DirectoryEntry: Equatable, Sendable {
    /// A contract is a distributor's receivable or a supplier's settlement.
    public enum Party: Hashable, Sendable {
        case distributor(ID)
        case supplier(ID)
    }

    case account(Account)
    case grant(Grant)
    case supplier(Supplier)
    case project(Project)
    case show(Show)
    case ticketClass(TicketClass)
    case contract(Party, Orders.Contract)
    case settings(EngineSettings)

    /// The key that `turnstile directory apply` writes it under.
    public var key: DirectoryKey {
        switch self {
        case .account(let account): DirectoryKey(kind: .account, id: account.id)
        case .grant(let grant): DirectoryKey(kind: .grant, id: grant.id)
        case .supplier(let supplier): DirectoryKey(kind: .supplier, id: supplier.id)
        case .project(let project): DirectoryKey(kind: .project, id: project.id)
        case .show(let show): DirectoryKey(kind: .show, id: show.id)
        case .ticketClass(let ticketClass): DirectoryKey(kind: .ticketClass, id: ticketClass.id)
        case .contract(_, let contract): DirectoryKey(kind: .contract, id: contract.id, version: contract.version)
        case .settings: DirectoryKey(kind: .settings, id: "engine")
        }
    }
}

/// One record of the topic `directory`.
public enum DirectoryChange: Equatable, Sendable {
    case put(DirectoryKey, DirectoryEntry)
    case remove(DirectoryKey)
}

/// Reads a record of `directory`.
/// - Throws: what is wrong with it, by the path of its field. The engine skips such a record and reports it;
///   `turnstile directory apply` refuses to write it.
public func readDirectoryRecord(key: RawSpan?, value: RawSpan?) throws(Refusal) -> DirectoryChange {
    guard let key, !key.isEmpty else { throw Refusal(.unreadable, "the record has no key") }
    guard let directoryKey = DirectoryKey(key) else {
        throw Refusal(.unreadable, "the record's key is no key of the directory: <kind>/<id>")
    }
    guard let value else { return .remove(directoryKey) }
    let entry = try readDirectoryEntry(value)
    var expected = entry.key
    // Without its version a contract's key holds one version.
    if directoryKey.version == nil { expected.version = nil }
    guard expected == directoryKey else {
        throw Refusal(.keyMismatch, "the record's key is not \(entry.key), which its body names")
    }
    return .put(directoryKey, entry)
}

/// Reads and checks a `DirectoryRecord`; its key follows from it.
public func readDirectoryEntry(_ value: RawSpan) throws(Refusal) -> DirectoryEntry {
    do {
        let view = try Proto.DirectoryRecord.View(value)
        do {
            switch view.recordCase {
            case .account: return .account(try readAccount(Proto.Account.View(view.recordBytes)))
            case .grant: return .grant(try readGrant(Proto.Grant.View(view.recordBytes)))
            case .supplier: return .supplier(try readSupplier(Proto.Supplier.View(view.recordBytes)))
            case .project: return .project(try readProject(Proto.Project.View(view.recordBytes)))
            case .show: return .show(try readShow(Proto.Show.View(view.recordBytes)))
            case .ticketClass: return .ticketClass(try readTicketClass(Proto.TicketClass.View(view.recordBytes)))
            case .contract: return try readContract(Proto.Contract.View(view.recordBytes))
            case .settings: return .settings(try readSettings(Proto.Settings.View(view.recordBytes)))
            case .notSet: throw Fault("the record says nothing that is known")
            }
        } catch {
            throw Fault(error, in: DirectoryKind(view.recordCase)?.rawValue ?? "record")
        }
    } catch {
        throw Refusal(.unreadable, (error as? Fault)?.words ?? "not a DirectoryRecord: \(error)")
    }
}

extension DirectoryKind {
    init?(_ recordCase: Proto.DirectoryRecord.RecordCase) {
        switch recordCase {
        case .account: self = .account
        case .grant: self = .grant
        case .supplier: self = .supplier
        case .project: self = .project
        case .show: self = .show
        case .ticketClass: self = .ticketClass
        case .contract: self = .contract
        case .settings: self = .settings
        case .notSet: return nil
        }
    }
}

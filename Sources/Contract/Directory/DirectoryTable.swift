public import Orders

/// The directory in the making: the records of the topic, folded in the order of their offsets. What comes out depends
/// on the records that are there only, not on those that were replaced or removed before: so whoever reads the compacted
/// topic sees the same.
public struct DirectoryTable: Sendable {
    /// One version of everything: what a decision sees.
    public private(set) var directory = Directory()

    /// Whose a grant is, so that one that moves to another account leaves the first.
    private var grantAccounts: [ID: ID] = [:]
    private var contractParties: [DirectoryKey: DirectoryEntry.Party] = [:]
    /// By ascending (contract id, version, offset).
    private var contracts: [DirectoryEntry.Party: [KeyedContract]] = [:]

    private struct KeyedContract: Sendable {
        var key: DirectoryKey
        var offset: Int64
        var contract: Orders.Contract
    }

    public init() {}

    /// Takes up a record, or passes over one that was refused: its offset is the version either way.
    public mutating func apply(_ change: DirectoryChange?, offset: Int64) {
        switch change {
        case .put(let key, let entry): put(key, entry, offset)
        case .remove(let key): remove(key)
        case nil: break
        }
        directory.version = offset
    }

    private mutating func put(_ key: DirectoryKey, _ entry: DirectoryEntry, _ offset: Int64) {
        switch entry {
        case .account(let account): directory.accounts[account.id] = account
        case .grant(let grant):
            remove(key)
            grantAccounts[grant.id] = grant.accountID
            directory.grants[grant.accountID, default: []].insert(ascending: grant) { $0.id < $1.id }
        case .supplier(let supplier): directory.suppliers[supplier.id] = supplier
        case .project(let project): directory.projects[project.id] = project
        case .show(let show): directory.shows[show.id] = show
        case .ticketClass(let ticketClass): directory.ticketClasses[ticketClass.id] = ticketClass
        case .contract(let party, let contract):
            remove(key)
            contractParties[key] = party
            let keyed = KeyedContract(key: key, offset: offset, contract: contract)
            contracts[party, default: []].insert(ascending: keyed) {
                ($0.contract.id, $0.contract.version, $0.offset) < ($1.contract.id, $1.contract.version, $1.offset)
            }
            showContracts(of: party)
        case .settings(let settings): directory.settings = settings
        }
    }

    private mutating func remove(_ key: DirectoryKey) {
        switch key.kind {
        case .account: directory.accounts[key.id] = nil
        case .grant:
            guard let account = grantAccounts.removeValue(forKey: key.id) else { return }
            directory.grants[account]?.removeAll { $0.id == key.id }
            if directory.grants[account]?.isEmpty == true { directory.grants[account] = nil }
        case .supplier: directory.suppliers[key.id] = nil
        case .project: directory.projects[key.id] = nil
        case .show: directory.shows[key.id] = nil
        case .ticketClass: directory.ticketClasses[key.id] = nil
        case .contract:
            guard let party = contractParties.removeValue(forKey: key) else { return }
            contracts[party]?.removeAll { $0.key == key }
            if contracts[party]?.isEmpty == true { contracts[party] = nil }
            showContracts(of: party)
        case .settings: directory.settings = EngineSettings()
        }
    }

    private mutating func showContracts(of party: DirectoryEntry.Party) {
        let list = contracts[party]?.map(\.contract)
        switch party {
        case .distributor(let id): directory.distributorContracts[id] = list
        case .supplier(let id): directory.supplierContracts[id] = list
        }
    }
}

extension Array {
    /// Keeps an ascending array ascending.
    fileprivate mutating func insert(ascending element: Element, _ isBefore: (Element, Element) -> Bool) {
        let index = firstIndex { isBefore(element, $0) } ?? count
        insert(element, at: index)
    }
}

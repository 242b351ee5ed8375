import Contract
import Orders
import Protobuf
import Testing

@Suite struct FoldingTheDirectory {
    private func put(_ kind: String, _ value: JSONValue, key: String? = nil) throws -> DirectoryChange {
        let entry = try directoryEntry(kind, value)
        let bytes = Array((key ?? "\(entry.key)").utf8)
        let parsed = DirectoryKey(bytes.span.bytes)
        return .put(try #require(parsed), entry)
    }

    private func contract(_ version: Int, _ party: String = "d001") -> JSONValue {
        changing(
            changing(wholeEntry("contract"), "version", to: .string("\(version)")), "distributorId", to: .string(party))
    }

    private func same(_ a: Directory, _ b: Directory) -> Bool {
        a.version == b.version && a.settings == b.settings && a.accounts == b.accounts && a.grants == b.grants
            && a.suppliers == b.suppliers && a.projects == b.projects && a.shows == b.shows
            && a.ticketClasses == b.ticketClasses && a.distributorContracts == b.distributorContracts
            && a.supplierContracts == b.supplierContracts
    }

    @Test func `Every kind is put and removed again`() throws {
        var table = DirectoryTable()
        for (offset, (kind, value)) in wholeEntries.enumerated() {
            table.apply(try put(kind, value), offset: Int64(offset))
        }
        let full = table.directory
        #expect(full.version == 7)
        #expect(full.accounts["d001"] != nil && full.grants["d001"]?.count == 1 && full.suppliers["sup1"] != nil)
        #expect(full.projects["p1"] != nil && full.shows["s1"] != nil && full.ticketClasses["t7"] != nil)
        #expect(full.distributorContracts["d001"]?.map(\.version) == [2] && full.settings.ruleVersion == 2)
        for (offset, (kind, value)) in wholeEntries.enumerated() {
            table.apply(.remove(try directoryEntry(kind, value).key), offset: Int64(8 + offset))
        }
        #expect(same(table.directory, Directory(version: 15)))
    }

    @Test func `A record that was refused only moves the version on`() throws {
        var table = DirectoryTable()
        table.apply(try put("account", wholeEntry("account")), offset: 3)
        table.apply(nil, offset: 4)
        #expect(table.directory.version == 4 && table.directory.accounts.count == 1)
    }

    @Test func `A grant that moves to another account leaves the first`() throws {
        var table = DirectoryTable()
        table.apply(try put("grant", wholeEntry("grant")), offset: 0)
        table.apply(try put("grant", changing(wholeEntry("grant"), "accountId", to: "d002")), offset: 1)
        #expect(table.directory.grants["d001"] == nil && table.directory.grants["d002"]?.count == 1)
    }

    @Test func `Versions of a contract stand in ascending order, each under its own key`() throws {
        var table = DirectoryTable()
        for (offset, version) in [3, 1, 2].enumerated() {
            table.apply(try put("contract", contract(version)), offset: Int64(offset))
        }
        #expect(table.directory.distributorContracts["d001"]?.map(\.version) == [1, 2, 3])
        table.apply(.remove(DirectoryKey(kind: .contract, id: "dc1", version: 2)), offset: 4)
        #expect(table.directory.distributorContracts["d001"]?.map(\.version) == [1, 3])
        // Under the one key without a version the next takes the place of the one before.
        table.apply(try put("contract", contract(7), key: "contract/dc1"), offset: 5)
        table.apply(try put("contract", contract(8, "d002"), key: "contract/dc1"), offset: 6)
        #expect(table.directory.distributorContracts["d001"]?.map(\.version) == [1, 3])
        #expect(table.directory.distributorContracts["d002"]?.map(\.version) == [8])
    }

    /// What compaction leaves, and what was there before it, are the same directory.
    @Test(arguments: 0..<20) func `The compacted topic is the same directory`(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed))
        var log: [(key: DirectoryKey, change: DirectoryChange)] = []
        for _ in 0..<60 {
            let number = Int.random(in: 0..<4, using: &chance)
            let account = JSONValue.string("d00\(number % 3)")
            let change: DirectoryChange =
                switch Int.random(in: 0..<5, using: &chance) {
                case 0:
                    try put(
                        "grant",
                        changing(
                            changing(wholeEntry("grant"), "grantId", to: .string("g\(number)")), "accountId",
                            to: .string("d00\(Int.random(in: 0..<3, using: &chance))")))
                case 1: try put("contract", contract(number))
                case 2: try put("contract", contract(number), key: "contract/dc1")
                case 3: try put("account", changing(wholeEntry("account"), "accountId", to: account))
                default:
                    .remove(
                        [
                            DirectoryKey(kind: .grant, id: ID("g\(number)")!),
                            DirectoryKey(kind: .contract, id: "dc1", version: UInt64(number)),
                            DirectoryKey(kind: .contract, id: "dc1"),
                        ][Int.random(in: 0..<3, using: &chance)])
                }
            let key =
                switch change {
                case .put(let key, _), .remove(let key): key
                }
            log.append((key, change))
        }
        var whole = DirectoryTable()
        var compacted = DirectoryTable()
        for (offset, record) in log.enumerated() {
            whole.apply(record.change, offset: Int64(offset))
            let isLast = !log[(offset + 1)...].contains { $0.key == record.key }
            if isLast { compacted.apply(record.change, offset: Int64(offset)) }
        }
        #expect(same(whole.directory, compacted.directory))
    }
}

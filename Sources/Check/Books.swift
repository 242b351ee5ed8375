internal import Protobuf
internal import Schemas

/// The books of one order held against what became of it, by the reference's lists: which entries there must be, that
/// their lines add up, and that reversals are of what was sold.
extension OrderHistory {
    func checkBooks(_ key: String) -> [Finding] {
        var findings = checkEntriesThemselves(key)
        let expected = expectedEntries
        for name in expected.keys.sorted() where !entries.contains(where: { Self.name($0) == name }) {
            findings.append(Finding(.booksFollowStates, key, "\(status): the entry \(name) is missing"))
        }
        for entry in entries where entry.kind != .correction {
            guard let amount = expected[Self.name(entry)] else {
                findings.append(Finding(.booksFollowStates, key, "\(status): the entry \(entry.id) is one too many"))
                continue
            }
            if let amount, amount != entry.amount {
                findings.append(
                    Finding(.booksFollowStates, key, "\(entry.id) is \(entry.amount), not \(amount)"))
            }
        }
        return findings + checkRefundLines(key) + checkFloat(key)
    }

    private static func name(_ entry: Entry) -> String { "\(entry.book)/\(entry.kind)/\(entry.refundID)" }

    private func entry(_ book: Proto.Book, _ kind: Proto.EntryKind) -> Entry? {
        entries.first { $0.book == book && $0.kind == kind }
    }

    /// By name, with the amount where the history tells it.
    private var expectedEntries: [String: Int64?] {
        var expected: [String: Int64?] = [:]
        let sale = entry(.receivable, .sale)?.amount
        if wasLocked { expected["receivable/sale/"] = .some(nil) }
        if status == .canceled { expected["receivable/cancellation/"] = sale.map { -$0 } }
        if status == .fixFail { expected["receivable/issueFailure/"] = sale.map { -$0 } }
        // An order that was canceled or failed before the supplier issued it after all is a person's case.
        if wasIssued, status != .canceled, status != .fixFail { expected["settlement/sale/"] = .some(nil) }
        for (id, refund) in refunds {
            expected["settlement/refund/\(id)"] = .some(nil)
            if refund.isDated { expected["receivable/refund/\(id)"] = -refund.distributorAmount }
        }
        return expected
    }

    private func checkEntriesThemselves(_ key: String) -> [Finding] {
        var findings: [Finding] = []
        var ids: Set<String> = []
        for entry in entries {
            if !ids.insert(entry.id).inserted {
                findings.append(Finding(.booksFollowStates, key, "\(entry.id) is posted twice"))
            }
            let sum = entry.lines.values.reduce(0, &+)
            if sum != entry.amount {
                findings.append(
                    Finding(.booksFollowStates, key, "\(entry.id) is \(entry.amount), its lines are \(sum)"))
            }
        }
        return findings
    }

    /// A refund's lines take back, ticket by ticket, what the sale's lines say; only the penalty is its own.
    private func checkRefundLines(_ key: String) -> [Finding] {
        var findings: [Finding] = []
        for entry in entries where entry.kind == .refund {
            guard let sale = self.entry(entry.book, .sale) else { continue }
            for (line, amount) in entry.lines where !line.hasSuffix("/penalty") && sale.lines[line] != -amount {
                findings.append(
                    Finding(
                        .booksFollowStates, key,
                        "\(entry.id), line \(line): \(amount) takes back \(sale.lines[line] ?? 0)"))
            }
            let tickets = Set(entry.lines.keys.compactMap { UInt32($0.prefix { $0 != "/" }) })
            if let refund = refunds[entry.refundID], Set(refund.tickets) != tickets {
                findings.append(Finding(.booksFollowStates, key, "\(entry.id) is for other tickets than the refund"))
            }
        }
        return findings
    }

    private func checkFloat(_ key: String) -> [Finding] {
        guard let sale = entry(.receivable, .sale), let owed = entry(.settlement, .sale),
            sale.currency == owed.currency,
            sale.amount >= owed.amount, !entries.contains(where: { $0.kind == .correction })
        else { return [] }
        let receivable = entries.filter { $0.book == .receivable }.reduce(0) { $0 &+ $1.amount }
        let settlement = entries.filter { $0.book == .settlement }.reduce(0) { $0 &+ $1.amount }
        return receivable >= settlement
            ? [] : [Finding(.float, key, "receivable \(receivable) is below settlement \(settlement)")]
    }
}

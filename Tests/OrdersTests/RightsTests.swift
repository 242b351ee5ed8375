import Testing

@testable import Orders

@Suite("Rights")
struct RightsTests {
    static let offer: Offer = {
        let money = Money(minorUnits: 1, currency: PricesTests.yuan)
        return Offer(
            project: Project(id: "p1", supplierID: "s1", group: "opera", isOnShelf: true, offShelfReason: ""),
            show: Show(
                id: "w1", projectID: "p1", startsAtMs: 1_000, saleFromMs: nil, saleUntilMs: nil, isRealName: false,
                deliveryOptions: []),
            ticketClass: TicketClass(
                id: "t1", showID: "w1", settlementPrice: money, sellPrice: money, stepPrice: nil, packageDiscount: nil,
                stock: nil))
    }()

    static func grant(
        _ scope: Grant.Scope, _ permissions: [Permission] = [.order], denied: Bool = false,
        from: Milliseconds? = nil, until: Milliseconds? = nil
    ) -> Grant {
        Grant(
            id: "g", accountID: "d1", scope: scope, permissions: permissions, validFromMs: from, validUntilMs: until,
            isDenied: denied)
    }

    struct Row: CustomTestStringConvertible, Sendable {
        var says: String
        var grants: [Grant]
        var isPermitted: Bool

        init(_ says: String, _ grants: [Grant], _ isPermitted: Bool) {
            self.says = says
            self.grants = grants
            self.isPermitted = isPermitted
        }

        var testDescription: String { says }
    }

    @Test(
        "The narrowest grant decides, a denial beats a permission of equal width, no grant is a no",
        arguments: [
            Row("no grant", [], false),
            Row("a group", [grant(.group("opera"))], true),
            Row("another group", [grant(.group("sport"))], false),
            Row("a supplier", [grant(.supplier("s1"))], true),
            Row("a project", [grant(.project("p1"))], true),
            Row("a show", [grant(.show("w1"))], true),
            Row("another show", [grant(.show("w2"))], false),
            Row("a ticket class", [grant(.ticketClass("t1"))], true),
            Row("another permission", [grant(.group("opera"), [.read, .refund])], false),
            Row("denied below", [grant(.group("opera")), grant(.show("w1"), denied: true)], false),
            Row("denied below, listed first", [grant(.show("w1"), denied: true), grant(.group("opera"))], false),
            Row("permitted below a denial", [grant(.supplier("s1"), denied: true), grant(.project("p1"))], true),
            Row("both at one width", [grant(.show("w1")), grant(.show("w1"), denied: true)], false),
            Row("both at one width, denial first", [grant(.show("w1"), denied: true), grant(.show("w1"))], false),
            Row(
                "a denial of another permission",
                [grant(.group("opera")), grant(.show("w1"), [.refund], denied: true)], true),
            Row("a narrower grant of another permission", [grant(.group("opera")), grant(.show("w1"), [.read])], true),
            Row("a denial of everything", [grant(.group("opera")), grant(.show("w1"), [], denied: true)], false),
            Row("a permission of nothing", [grant(.show("w1"), [])], false),
            Row("not yet", [grant(.show("w1"), from: 501)], false),
            Row("from now", [grant(.show("w1"), from: 500)], true),
            Row("until now", [grant(.show("w1"), until: 500)], false),
            Row("a little longer", [grant(.show("w1"), until: 501)], true),
            Row(
                "a denial that has ended", [grant(.group("opera")), grant(.show("w1"), denied: true, until: 500)], true),
        ])
    func permits(_ row: Row) {
        var directory = Directory()
        directory.grants["d1"] = row.grants
        #expect(directory.permits(.order, to: "d1", for: Self.offer, atMs: 500) == row.isPermitted)
        #expect(!directory.permits(.order, to: "d2", for: Self.offer, atMs: 500))
    }

    @Test("An account ends by its validity, half-open, or by suspension")
    func account() {
        var account = Account(
            id: "d1", validFromMs: 10, validUntilMs: 20, isSuspended: false, keys: [], timeWindowMs: 0,
            maxTicketsPerOrder: nil)
        #expect([9, 10, 19, 20].map { account.isValid(atMs: $0) } == [false, true, true, false])
        account.isSuspended = true
        #expect(!account.isValid(atMs: 15))
    }

    static func contract(_ id: ID, _ version: UInt64, from: Milliseconds?) -> Contract {
        Contract(
            id: id, version: version, period: .day, zoneOffsets: [], graceMinutes: 0, currency: PricesTests.yuan,
            commissionBasisPoints: 0, validFromMs: from, refundReportMinutes: 0)
    }

    @Test("Of several contract versions the latest valid one counts")
    func contracts() {
        let versions = [
            Self.contract("c1", 1, from: nil), Self.contract("c1", 2, from: 100), Self.contract("c1", 3, from: 50),
        ]
        #expect(Contract.valid(versions, atMs: 49)?.version == 1)
        #expect(Contract.valid(versions, atMs: 50)?.version == 3)
        #expect(Contract.valid(versions, atMs: 100)?.version == 3)
        #expect(Contract.valid([Self.contract("c1", 1, from: 100)], atMs: 99) == nil)
        #expect(Contract.valid([], atMs: 99) == nil)
    }

    @Test("Of several contracts the one that became valid last counts")
    func severalContracts() {
        let contracts = [Self.contract("c1", 7, from: 10), Self.contract("c2", 1, from: 20)]
        #expect(Contract.valid(contracts, atMs: 15)?.id == "c1")
        #expect(Contract.valid(contracts, atMs: 20)?.id == "c2")
        #expect(Contract.valid(contracts.reversed(), atMs: 20)?.id == "c2")
    }
}

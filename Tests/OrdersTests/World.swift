import Orders

/// 2026-11-22T00:00:00Z, a Sunday: when the tests begin.
let start: Milliseconds = 1_795_305_600_000
let second: Int64 = 1000
let minute: Int64 = 60 * second
let hour: Int64 = 60 * minute
let day: Int64 = 24 * hour

let cny = currency("CNY")
let usd = currency("USD")

func currency(_ text: String) -> Currency {
    guard let currency = Currency(text) else { preconditionFailure("not a currency: \(text)") }
    return currency
}

func yuan(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency: cny) }

/// A small catalog: every supplier has one project `p-<supplier>` with the shows `w-<supplier>` and, for real names,
/// `r-<supplier>`; the ticket classes `a-<supplier>` (with step price and discount), `b-<supplier>` (plain) of the
/// first and `n-<supplier>` of the second.
enum World {
    static let distributor: ID = "d1"
    static let key = OrderKey(distributorID: "d1", orderID: "o1")

    /// What each supplier can do, by its id.
    static let suppliers: [Supplier] = [
        supplier("full"),
        supplier("idem", isIdempotent: true),
        supplier("mute", supportsQuery: false),
        supplier("muteidem", supportsQuery: false, isIdempotent: true),
        supplier("plain", supportsRefund: false, supportsExtend: false),
        supplier("loose", tolerance: 100),
        supplier("asleep", isSuspended: true),
        supplier("fragile", circuit: circuit),
    ]

    static let circuit = CircuitRule(
        windowMs: 60 * second, minimumCalls: 4, failurePercent: 50, slowCallMs: 0, slowPercent: 0, openMs: 30 * second)

    static let retry = RetryRule(
        steps: [RetryStep(intervalMs: 1 * second, count: 2), RetryStep(intervalMs: 5 * second, count: 0)],
        escalateAfterMs: 20 * second)

    static let poll = PollRule(
        startAfterMs: 2 * second,
        steps: [RetryStep(intervalMs: 2 * second, count: 3), RetryStep(intervalMs: 10 * second, count: 0)],
        jitterPercent: 0, queryIntervalMicroseconds: nil, notFoundCount: 2, notFoundGraceMs: 30 * second,
        escalateAfterMs: 120 * second)

    static func supplier(
        _ id: ID, isSuspended: Bool = false, supportsQuery: Bool = true, supportsRefund: Bool = true,
        supportsExtend: Bool = true, isIdempotent: Bool = false, tolerance: Int64 = 0, circuit: CircuitRule? = nil
    ) -> Supplier {
        Supplier(
            id: id, isSuspended: isSuspended, lockTimeoutMs: 5 * second, issueTimeoutMs: 20 * second,
            holdMs: 15 * minute, holdMarginMs: 30 * second, poll: poll, circuit: circuit, keys: [],
            supportsQuery: supportsQuery, supportsRefund: supportsRefund, supportsExtend: supportsExtend,
            issueIsIdempotent: isIdempotent, priceToleranceMinorUnits: tolerance, release: retry,
            refund: RetryRule(
                steps: [RetryStep(intervalMs: 1 * minute, count: 2), RetryStep(intervalMs: 10 * minute, count: 0)],
                escalateAfterMs: 1 * hour),
            takesUnsignedResults: true)
    }

    static func account(_ id: ID) -> Account {
        Account(
            id: id, validFromMs: nil, validUntilMs: nil, isSuspended: false, keys: [], timeWindowMs: 300 * second,
            maxTicketsPerOrder: nil)
    }

    static func contract(_ id: ID, version: UInt64 = 1, commission: UInt32 = 0) -> Contract {
        Contract(
            id: id, version: version, period: .month,
            zoneOffsets: [Contract.ZoneOffset(fromMs: 0, utcOffsetSeconds: 8 * 3600)], graceMinutes: 60, currency: cny,
            commissionBasisPoints: commission, validFromMs: nil, refundReportMinutes: 24 * 60)
    }

    static func grant(
        _ id: ID, account: ID = distributor, _ scope: Grant.Scope,
        _ permissions: [Permission] = [.read, .order, .refund],
        from: Milliseconds? = nil, until: Milliseconds? = nil, isDenied: Bool = false
    ) -> Grant {
        Grant(
            id: id, accountID: account, scope: scope, permissions: permissions, validFromMs: from, validUntilMs: until,
            isDenied: isDenied)
    }

    static func ticketClass(
        _ id: ID, show: ID, settlement: Int64, sell: Int64, step: Int64? = nil, discount: Int64? = nil,
        stock: UInt32? = nil
    ) -> TicketClass {
        TicketClass(
            id: id, showID: show, settlementPrice: yuan(settlement), sellPrice: yuan(sell), stepPrice: step.map(yuan),
            packageDiscount: discount.map(yuan), stock: stock)
    }

    static func show(_ id: ID, project: ID, isRealName: Bool = false) -> Show {
        Show(
            id: id, projectID: project, startsAtMs: start + 30 * day, saleFromMs: start - 10 * day,
            saleUntilMs: start + 29 * day, isRealName: isRealName,
            deliveryOptions: [
                Show.DeliveryOption(method: .electronic, postage: nil),
                Show.DeliveryOption(method: .courier, postage: yuan(1200)),
            ])
    }

    static let directory: Directory = {
        var directory = Directory(version: 7)
        directory.accounts[distributor] = account(distributor)
        directory.grants[distributor] = [grant("g1", .group("concerts"))]
        directory.distributorContracts[distributor] = [contract("cd1", commission: 250)]
        for supplier in suppliers {
            let name = supplier.id.text
            let project = id("p-\(name)")
            directory.suppliers[supplier.id] = supplier
            directory.supplierContracts[supplier.id] = [contract(id("cs-\(name)"))]
            directory.projects[project] = Project(
                id: project, supplierID: supplier.id, group: "concerts", isOnShelf: true, offShelfReason: "")
            let (show, realName) = (id("w-\(name)"), id("r-\(name)"))
            directory.shows[show] = World.show(show, project: project)
            directory.shows[realName] = World.show(realName, project: project, isRealName: true)
            for ticketClass in [
                ticketClass(id("a-\(name)"), show: show, settlement: 8000, sell: 10_000, step: 500, discount: 300),
                ticketClass(id("b-\(name)"), show: show, settlement: 5000, sell: 6001),
                ticketClass(id("n-\(name)"), show: realName, settlement: 5000, sell: 6001),
            ] {
                directory.ticketClasses[ticketClass.id] = ticketClass
            }
        }
        return directory
    }()
}

func id(_ text: String) -> ID { ID(stringLiteral: text) }

/// A digest that stands for a content.
func digest(_ content: String) -> ContentDigest {
    ContentDigest(
        high: 0, low: content.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
}

/// One ticket of `a` (8000 / 10000 + 500 - 300) and one of `b` (5000 / 6001): 16,201 before a commission of 405
/// (255 and 150), so 15,796 net; 13,000 to the supplier.
enum Sample {
    static let netA: Int64 = 10_200 - 255
    static let netB: Int64 = 6001 - 150
    static let net = netA + netB
    static let settlement: Int64 = 13_000
    static let postage: Int64 = 1200
}

internal import Check
internal import Orders
internal import Simulation

/// What is for sale in a run: two suppliers, one that knows its requests again and one that does not, and two
/// distributors, one that keeps to its plans and one that does anything. Time-outs are short, so that all that can happen
/// to an order happens within minutes.
enum RunCatalog {
    static let steady = "s1"
    static let forgetful = "s2"
    static let planned = "d1"
    static let wild = "d2"
    static let keyID = "k1"
    static let secretName = "run-key"
    static let secret = "a secret that only the runs know"

    static let offers = [
        // 12,000 less 7.5 %.
        Offer(
            projectID: "p1", showID: "sh1", ticketClassID: "t1", currency: "EUR",
            totals: [11_100, 22_200, 33_300]),
        // (8,000 + 500 − 200) less 7.5 %, the commission rounded down over the order, and 300 postage.
        Offer(
            projectID: "p2", showID: "sh2", ticketClassID: "t2", currency: "EUR",
            totals: [7_978, 15_655, 23_333]),
    ]

    /// What the suppliers' rules say about NOT_FOUND.
    static let patience = Dictionary(
        uniqueKeysWithValues: [steady, forgetful].map {
            ($0, RuleCheck.Patience(notFoundCount: 2, notFoundGraceMs: 3_000))
        })

    /// - Parameter version: what the record of the topic `directory` would be; odd ones suspend the second supplier and
    ///   raise the first one's price.
    static func directory(startMs: Int64, version: Int64, isOdd: Bool) -> Directory {
        var directory = Directory(version: version, settings: EngineSettings())
        let euro = Currency("EUR")!
        for (name, windowMs) in [(planned, Int64(300_000)), (wild, 20_000)] {
            let id = ID(name)!
            directory.accounts[id] = Account(
                id: id, validFromMs: nil, validUntilMs: nil, isSuspended: false,
                keys: [
                    SigningKey(
                        keyID: keyID, material: .secret(name: secretName), notBeforeMs: nil, notAfterMs: nil,
                        revokedAtMs: nil)
                ], timeWindowMs: windowMs, maxTicketsPerOrder: nil)
            directory.grants[id] = [
                Grant(
                    id: ID("g-\(name)")!, accountID: id, scope: .group("all"),
                    permissions: [.read, .order, .refund], validFromMs: nil, validUntilMs: nil, isDenied: false)
            ]
            directory.distributorContracts[id] = [
                contract(750, euro, id: "c-\(name)")
            ]
        }
        for (index, name) in [steady, forgetful].enumerated() {
            let id = ID(name)!
            directory.suppliers[id] = supplier(id, isSuspended: isOdd && name == forgetful)
            directory.supplierContracts[id] = [contract(0, euro, id: "c-\(name)")]
            let project = ID("p\(index + 1)")!
            directory.projects[project] = Project(
                id: project, supplierID: id, group: "all", isOnShelf: true, offShelfReason: "")
            let show = ID("sh\(index + 1)")!
            directory.shows[show] = Show(
                id: show, projectID: project, startsAtMs: startMs + 30 * 86_400_000, saleFromMs: nil, saleUntilMs: nil,
                isRealName: false,
                deliveryOptions: [
                    Show.DeliveryOption(
                        method: .electronic, postage: index == 0 ? nil : Money(minorUnits: 300, currency: euro))
                ])
        }
        directory.ticketClasses["t1"] = TicketClass(
            id: "t1", showID: "sh1", settlementPrice: Money(minorUnits: 10_000, currency: euro),
            sellPrice: Money(minorUnits: isOdd ? 12_500 : 12_000, currency: euro), stepPrice: nil,
            packageDiscount: nil, stock: nil)
        directory.ticketClasses["t2"] = TicketClass(
            id: "t2", showID: "sh2", settlementPrice: Money(minorUnits: 6_000, currency: euro),
            sellPrice: Money(minorUnits: 8_000, currency: euro), stepPrice: Money(minorUnits: 500, currency: euro),
            packageDiscount: Money(minorUnits: 200, currency: euro), stock: nil)
        return directory
    }

    private static func contract(_ basisPoints: UInt32, _ currency: Currency, id: String) -> Contract {
        Contract(
            id: ID(id)!, version: 1, period: .day,
            zoneOffsets: [Contract.ZoneOffset(fromMs: 0, utcOffsetSeconds: 3600)], graceMinutes: 60, currency: currency,
            commissionBasisPoints: basisPoints, validFromMs: nil, refundReportMinutes: 1)
    }

    private static func supplier(_ id: ID, isSuspended: Bool) -> Supplier {
        let retry = RetryRule(
            steps: [RetryStep(intervalMs: 2_000, count: 3), RetryStep(intervalMs: 10_000, count: 0)],
            escalateAfterMs: 15_000)
        return Supplier(
            id: id, isSuspended: isSuspended, lockTimeoutMs: 2_000, issueTimeoutMs: 2_000, holdMs: 30_000,
            holdMarginMs: 2_000,
            poll: PollRule(
                startAfterMs: 1_000,
                steps: [RetryStep(intervalMs: 1_000, count: 5), RetryStep(intervalMs: 5_000, count: 0)],
                jitterPercent: 10, queryIntervalMicroseconds: 50_000, notFoundCount: 2, notFoundGraceMs: 3_000,
                escalateAfterMs: 20_000),
            circuit: CircuitRule(
                windowMs: 10_000, minimumCalls: 6, failurePercent: 50, slowCallMs: 0, slowPercent: 0, openMs: 1_000),
            keys: [], supportsQuery: true, supportsRefund: true, supportsExtend: id == ID(steady),
            issueIsIdempotent: id == ID(steady), priceToleranceMinorUnits: 100, release: retry, refund: retry,
            takesUnsignedResults: true)
    }
}

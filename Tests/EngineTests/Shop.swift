import Orders

/// A small catalog: one supplier, one show, one ticket class, and a distributor who may sell it.
enum Shop {
    static let secret = "a secret that only the test knows"
    static let secretName = "d1-key"
    static let keyID = "k1"
    static let sellPrice: Int64 = 12_000
    static let settlementPrice: Int64 = 10_000
    static let lockTimeoutMs: Int64 = 2_000
    static let holdMs: Int64 = 60_000

    static func directory(startMs: Int64, version: Int64 = 7, settings: EngineSettings = EngineSettings()) -> Directory
    {
        var directory = Directory(version: version, settings: settings)
        let euro = Currency("EUR")!
        directory.accounts["d1"] = Account(
            id: "d1", validFromMs: nil, validUntilMs: nil, isSuspended: false,
            keys: [
                SigningKey(
                    keyID: keyID, material: .secret(name: secretName), notBeforeMs: nil, notAfterMs: nil,
                    revokedAtMs: nil)
            ], timeWindowMs: 300_000, maxTicketsPerOrder: nil)
        directory.grants["d1"] = [
            Grant(
                id: "g1", accountID: "d1", scope: .supplier("s1"), permissions: [.read, .order, .refund],
                validFromMs: nil, validUntilMs: nil, isDenied: false)
        ]
        directory.suppliers["s1"] = supplier()
        directory.projects["p1"] = Project(
            id: "p1", supplierID: "s1", group: "", isOnShelf: true, offShelfReason: "")
        directory.shows["sh1"] = Show(
            id: "sh1", projectID: "p1", startsAtMs: startMs + 30 * 86_400_000, saleFromMs: nil, saleUntilMs: nil,
            isRealName: false, deliveryOptions: [Show.DeliveryOption(method: .electronic, postage: nil)])
        directory.ticketClasses["t1"] = TicketClass(
            id: "t1", showID: "sh1",
            settlementPrice: Money(minorUnits: settlementPrice, currency: euro),
            sellPrice: Money(minorUnits: sellPrice, currency: euro), stepPrice: nil, packageDiscount: nil, stock: nil)
        let contract = Contract(
            id: "c1", version: 1, period: .day, zoneOffsets: [Contract.ZoneOffset(fromMs: 0, utcOffsetSeconds: 3600)],
            graceMinutes: 60, currency: euro, commissionBasisPoints: 0, validFromMs: nil, refundReportMinutes: 60)
        directory.distributorContracts["d1"] = [contract]
        directory.supplierContracts["s1"] = [contract]
        return directory
    }

    static func supplier(keys: [SigningKey] = [], takesUnsignedResults: Bool = true) -> Supplier {
        let retry = RetryRule(
            steps: [RetryStep(intervalMs: 2_000, count: 3), RetryStep(intervalMs: 10_000, count: 0)],
            escalateAfterMs: 30_000)
        return Supplier(
            id: "s1", isSuspended: false, lockTimeoutMs: lockTimeoutMs, issueTimeoutMs: 2_000, holdMs: holdMs,
            holdMarginMs: 5_000,
            poll: PollRule(
                startAfterMs: 1_000,
                steps: [RetryStep(intervalMs: 1_000, count: 5), RetryStep(intervalMs: 5_000, count: 0)],
                jitterPercent: 10, queryIntervalMicroseconds: nil, notFoundCount: 2, notFoundGraceMs: 3_000,
                escalateAfterMs: 60_000),
            circuit: CircuitRule(
                windowMs: 10_000, minimumCalls: 10, failurePercent: 40, slowCallMs: 0, slowPercent: 0, openMs: 1_000),
            keys: keys, supportsQuery: true, supportsRefund: true, supportsExtend: true,
            issueIsIdempotent: true, priceToleranceMinorUnits: 0, release: retry, refund: retry,
            takesUnsignedResults: takesUnsignedResults)
    }
}

import Glibc
import Orders
import Signing
import Simulation

/// What a benchmark's inputs are.
enum Kind: String, CaseIterable {
    case place, locked, issue, issued
    /// A command that came before, answered as it was.
    case repeated
    /// A command about an order that is not there.
    case rejected

    /// What each such input is answered with: so it is seen that the benchmark measured what it says.
    var event: String {
        switch self {
        case .place: "placed"
        case .locked: "locked"
        case .issue: "issue_started"
        case .issued: "issued"
        case .repeated: "command_repeated"
        case .rejected: "command_rejected"
        }
    }

    /// Which of `Topic.inputs` it comes on.
    var input: Int { self == .locked || self == .issued ? 1 : 0 }

    static let life: [Kind] = [.place, .locked, .issue, .issued]
}

/// A directory with one of everything, and the partners' inputs that go with it.
struct Shelf {
    static let startMs: Int64 = 1_800_000_000_000
    static let account = "d-bench"
    static let keyID = "k-bench"
    private static let secretName = "d-bench-key"

    let directory: Directory
    /// With the account's secret; made for this run.
    let secretsDirectory: String
    private let signer: Signer

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    init() throws {
        var template = Array("/tmp/turnstile-bench-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure(description: "cannot make a directory in /tmp") }
        secretsDirectory = String(cString: made)
        let secret = "a secret of the benchmark's"
        guard let signer = Signer(keyID: Self.keyID, hmacSecret: Array(secret.utf8)),
            let file = fopen(secretsDirectory + "/" + Self.secretName, "w"), let euro = Currency("EUR")
        else { throw Failure(description: "cannot write a secret to \(secretsDirectory)") }
        fputs(secret, file)
        fclose(file)
        self.signer = signer
        directory = Self.directory(euro)
    }

    func remove() {
        unlink(secretsDirectory + "/" + Self.secretName)
        rmdir(secretsDirectory)
    }

    /// The partner's records of one kind, one an order.
    func records(_ kind: Kind, _ orders: [String]) -> [OutsideRecord] {
        var lives = WholeLives(
            distributorID: Self.account, supplierID: "s-bench",
            offer: Offer(
                projectID: "p-bench", showID: "sh-bench", ticketClassID: "t-bench", currency: "EUR", totals: [12_000]),
            signer: signer)
        return orders.compactMap { order in
            switch kind {
            case .place: lives.place(order, nowMs: Self.startMs)
            case .locked: lives.locked(order, nowMs: Self.startMs)
            case .issue, .repeated: lives.issue(order, nowMs: Self.startMs)
            case .issued: lives.issued(order, nowMs: Self.startMs)
            case .rejected: lives.issue("no-" + order, nowMs: Self.startMs)
            }
        }
    }

    /// The keys as the engine's `KeyRing` takes them.
    func keyRing() -> KeyRing {
        let ring = KeyRing(secrets: SecretSource(directory: secretsDirectory))
        ring.setKeys(
            [KeyDescription(id: Self.keyID, material: .secret(name: Self.secretName))], ofAccount: Self.account)
        return ring
    }

    private static func directory(_ euro: Currency) -> Directory {
        var directory = Directory(version: 1, settings: EngineSettings())
        let key = SigningKey(
            keyID: keyID, material: .secret(name: secretName), notBeforeMs: nil, notAfterMs: nil, revokedAtMs: nil)
        directory.accounts["d-bench"] = Account(
            id: "d-bench", validFromMs: nil, validUntilMs: nil, isSuspended: false, keys: [key], timeWindowMs: 300_000,
            maxTicketsPerOrder: nil)
        directory.grants["d-bench"] = [
            Grant(
                id: "g-bench", accountID: "d-bench", scope: .supplier("s-bench"), permissions: [.read, .order],
                validFromMs: nil, validUntilMs: nil, isDenied: false)
        ]
        directory.suppliers["s-bench"] = supplier
        directory.projects["p-bench"] = Project(
            id: "p-bench", supplierID: "s-bench", group: "", isOnShelf: true, offShelfReason: "")
        directory.shows["sh-bench"] = Show(
            id: "sh-bench", projectID: "p-bench", startsAtMs: startMs * 2, saleFromMs: nil, saleUntilMs: nil,
            isRealName: false, deliveryOptions: [Show.DeliveryOption(method: .electronic, postage: nil)])
        directory.ticketClasses["t-bench"] = TicketClass(
            id: "t-bench", showID: "sh-bench", settlementPrice: Money(minorUnits: 10_000, currency: euro),
            sellPrice: Money(minorUnits: 12_000, currency: euro), stepPrice: nil, packageDiscount: nil, stock: nil)
        let contract = Contract(
            id: "c-bench", version: 1, period: .month,
            zoneOffsets: [Contract.ZoneOffset(fromMs: 0, utcOffsetSeconds: 3600)], graceMinutes: 60, currency: euro,
            commissionBasisPoints: 0, validFromMs: nil, refundReportMinutes: 60)
        directory.distributorContracts["d-bench"] = [contract]
        directory.supplierContracts["s-bench"] = [contract]
        return directory
    }

    private static var supplier: Supplier {
        let retry = RetryRule(steps: [RetryStep(intervalMs: 10_000, count: 0)], escalateAfterMs: 600_000)
        return Supplier(
            id: "s-bench", isSuspended: false, lockTimeoutMs: 600_000, issueTimeoutMs: 600_000, holdMs: 600_000,
            holdMarginMs: 5_000,
            poll: PollRule(
                startAfterMs: 60_000, steps: [RetryStep(intervalMs: 10_000, count: 0)], jitterPercent: 10,
                queryIntervalMicroseconds: nil, notFoundCount: 2, notFoundGraceMs: 3_000, escalateAfterMs: 600_000),
            circuit: CircuitRule(
                windowMs: 10_000, minimumCalls: 10, failurePercent: 40, slowCallMs: 0, slowPercent: 0, openMs: 1_000),
            keys: [], supportsQuery: true, supportsRefund: true, supportsExtend: true, issueIsIdempotent: true,
            priceToleranceMinorUnits: 0, release: retry, refund: retry, takesUnsignedResults: true)
    }
}

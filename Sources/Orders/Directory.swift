/// One version of everything that is set up: accounts and their rights, suppliers and their rules, the catalog, the
/// contracts. A decision sees exactly one version.
public struct Directory: Sendable {
    /// The offset of the last record of the topic `directory` that is in it; -1 for none.
    public var version: Int64
    public var settings: EngineSettings
    public var accounts: [ID: Account] = [:]
    /// Grants by account.
    public var grants: [ID: [Grant]] = [:]
    public var suppliers: [ID: Supplier] = [:]
    public var projects: [ID: Project] = [:]
    public var shows: [ID: Show] = [:]
    public var ticketClasses: [ID: TicketClass] = [:]
    /// Contracts by party, a distributor's or a supplier's, by ascending (contract id, version).
    public var distributorContracts: [ID: [Contract]] = [:]
    public var supplierContracts: [ID: [Contract]] = [:]

    public init(version: Int64 = -1, settings: EngineSettings = EngineSettings()) {
        self.version = version
        self.settings = settings
    }
}

/// The record `settings/engine`: what shapes the outputs.
public struct EngineSettings: Equatable, Sendable {
    public var ruleVersion: UInt32
    public var cloudevents: Bool
    public var writesJSON: Bool
    public var retentionDays: UInt32
    public var forgetAfterDays: UInt32

    public init(
        ruleVersion: UInt32 = 1, cloudevents: Bool = false, writesJSON: Bool = false, retentionDays: UInt32 = 400,
        forgetAfterDays: UInt32 = 400
    ) {
        self.ruleVersion = ruleVersion
        self.cloudevents = cloudevents
        self.writesJSON = writesJSON
        self.retentionDays = retentionDays
        self.forgetAfterDays = forgetAfterDays
    }
}

/// A distributor.
public struct Account: Equatable, Sendable {
    public var id: ID
    public var validFromMs: Milliseconds?
    public var validUntilMs: Milliseconds?
    public var isSuspended: Bool
    public var keys: [SigningKey]
    /// How far `created_at` may be from the append time.
    public var timeWindowMs: Int64
    /// nil: as many as the contract allows.
    public var maxTicketsPerOrder: UInt32?

    public init(
        id: ID, validFromMs: Milliseconds?, validUntilMs: Milliseconds?, isSuspended: Bool, keys: [SigningKey],
        timeWindowMs: Int64, maxTicketsPerOrder: UInt32?
    ) {
        self.id = id
        self.validFromMs = validFromMs
        self.validUntilMs = validUntilMs
        self.isSuspended = isSuspended
        self.keys = keys
        self.timeWindowMs = timeWindowMs
        self.maxTicketsPerOrder = maxTicketsPerOrder
    }
}

/// A key that an account's or a supplier's records may be signed with. The domain never looks at it.
public struct SigningKey: Equatable, Sendable {
    public enum Material: Equatable, Sendable {
        /// HMAC-SHA256, with the secret that the operator provides under this name.
        case secret(name: String)
        /// 32 raw bytes.
        case ed25519(publicKey: [UInt8])
    }

    public var keyID: String
    public var material: Material
    public var notBeforeMs: Milliseconds?
    public var notAfterMs: Milliseconds?
    public var revokedAtMs: Milliseconds?

    public init(
        keyID: String, material: Material, notBeforeMs: Milliseconds?, notAfterMs: Milliseconds?,
        revokedAtMs: Milliseconds?
    ) {
        self.keyID = keyID
        self.material = material
        self.notBeforeMs = notBeforeMs
        self.notAfterMs = notAfterMs
        self.revokedAtMs = revokedAtMs
    }
}

public enum Permission: UInt8, CaseIterable, Sendable {
    case read = 1
    case order = 2
    case refund = 3
}

/// What an account may see and sell.
public struct Grant: Equatable, Sendable {
    /// From the widest to the narrowest.
    public enum Scope: Equatable, Sendable {
        case group(String)
        case supplier(ID)
        case project(ID)
        case show(ID)
        case ticketClass(ID)
    }

    public var id: ID
    public var accountID: ID
    public var scope: Scope
    public var permissions: [Permission]
    public var validFromMs: Milliseconds?
    public var validUntilMs: Milliseconds?
    public var isDenied: Bool

    public init(
        id: ID, accountID: ID, scope: Scope, permissions: [Permission], validFromMs: Milliseconds?,
        validUntilMs: Milliseconds?, isDenied: Bool
    ) {
        self.id = id
        self.accountID = accountID
        self.scope = scope
        self.permissions = permissions
        self.validFromMs = validFromMs
        self.validUntilMs = validUntilMs
        self.isDenied = isDenied
    }
}

public struct Project: Equatable, Sendable {
    public var id: ID
    public var supplierID: ID
    public var group: String
    public var isOnShelf: Bool
    public var offShelfReason: String

    public init(id: ID, supplierID: ID, group: String, isOnShelf: Bool, offShelfReason: String) {
        self.id = id
        self.supplierID = supplierID
        self.group = group
        self.isOnShelf = isOnShelf
        self.offShelfReason = offShelfReason
    }
}

public struct Show: Equatable, Sendable {
    public struct DeliveryOption: Equatable, Sendable {
        public var method: DeliveryMethod
        public var postage: Money?

        public init(method: DeliveryMethod, postage: Money?) {
            self.method = method
            self.postage = postage
        }
    }

    public var id: ID
    public var projectID: ID
    public var startsAtMs: Milliseconds
    public var saleFromMs: Milliseconds?
    public var saleUntilMs: Milliseconds?
    public var isRealName: Bool
    public var deliveryOptions: [DeliveryOption]

    public init(
        id: ID, projectID: ID, startsAtMs: Milliseconds, saleFromMs: Milliseconds?, saleUntilMs: Milliseconds?,
        isRealName: Bool, deliveryOptions: [DeliveryOption]
    ) {
        self.id = id
        self.projectID = projectID
        self.startsAtMs = startsAtMs
        self.saleFromMs = saleFromMs
        self.saleUntilMs = saleUntilMs
        self.isRealName = isRealName
        self.deliveryOptions = deliveryOptions
    }
}

public struct TicketClass: Equatable, Sendable {
    public var id: ID
    public var showID: ID
    public var settlementPrice: Money
    public var sellPrice: Money
    /// Added and taken off per ticket; nil is nothing.
    public var stepPrice: Money?
    public var packageDiscount: Money?
    /// 0 is sold out, nil is not known.
    public var stock: UInt32?

    public init(
        id: ID, showID: ID, settlementPrice: Money, sellPrice: Money, stepPrice: Money?, packageDiscount: Money?,
        stock: UInt32?
    ) {
        self.id = id
        self.showID = showID
        self.settlementPrice = settlementPrice
        self.sellPrice = sellPrice
        self.stepPrice = stepPrice
        self.packageDiscount = packageDiscount
        self.stock = stock
    }
}

/// How a party is billed.
public struct Contract: Equatable, Sendable {
    public enum PeriodLength: UInt8, Sendable {
        case day = 1
        case week = 2
        case halfMonth = 3
        case month = 4
    }

    /// From `fromMs` on the zone is `utcOffsetSeconds` ahead of UTC.
    public struct ZoneOffset: Equatable, Sendable {
        public var fromMs: Milliseconds
        public var utcOffsetSeconds: Int32

        public init(fromMs: Milliseconds, utcOffsetSeconds: Int32) {
            self.fromMs = fromMs
            self.utcOffsetSeconds = utcOffsetSeconds
        }
    }

    public var id: ID
    public var version: UInt64
    public var period: PeriodLength
    /// Ascending; before the first one its offset holds too.
    public var zoneOffsets: [ZoneOffset]
    public var graceMinutes: UInt32
    public var currency: Currency
    public var commissionBasisPoints: UInt32
    public var validFromMs: Milliseconds?
    public var refundReportMinutes: UInt32

    public init(
        id: ID, version: UInt64, period: PeriodLength, zoneOffsets: [ZoneOffset], graceMinutes: UInt32,
        currency: Currency, commissionBasisPoints: UInt32, validFromMs: Milliseconds?, refundReportMinutes: UInt32
    ) {
        self.id = id
        self.version = version
        self.period = period
        self.zoneOffsets = zoneOffsets
        self.graceMinutes = graceMinutes
        self.currency = currency
        self.commissionBasisPoints = commissionBasisPoints
        self.validFromMs = validFromMs
        self.refundReportMinutes = refundReportMinutes
    }
}

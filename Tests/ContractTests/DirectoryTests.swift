import Contract
import Orders
import Protobuf
import Schemas
import Testing

let wholeEntries: [(kind: String, value: JSONValue)] = [
    (
        "account",
        [
            "accountId": "d001", "name": "Dist", "validFrom": "2026-01-01T00:00:00Z",
            "validUntil": "2027-01-01T00:00:00Z", "suspended": true,
            "keys": [
                [
                    "keyId": "k1", "algorithm": "ALGORITHM_HMAC_SHA256", "secretName": "d001-k1",
                    "notBefore": "2026-01-01T00:00:00Z", "notAfter": "2026-06-01T00:00:00Z",
                    "revokedAt": "2026-03-01T00:00:00Z",
                ],
                [
                    "keyId": "k2", "algorithm": "ALGORITHM_ED25519",
                    "publicKey": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                ],
            ], "timeWindowSeconds": 60, "maxTicketsPerOrder": 6,
        ]
    ),
    (
        "grant",
        [
            "grantId": "g1", "accountId": "d001", "projectId": "p1",
            "permissions": ["PERMISSION_ORDER", "PERMISSION_REFUND"], "validFrom": "2026-01-01T00:00:00Z",
            "validUntil": "2027-01-01T00:00:00Z", "denied": true,
        ]
    ),
    (
        "supplier",
        [
            "supplierId": "sup1", "name": "Sup", "lockTimeoutMs": 1000, "issueTimeoutMs": 2000, "holdSeconds": 600,
            "holdMarginSeconds": 30,
            "poll": [
                "startAfterMs": 500, "steps": [["intervalMs": 100, "count": 3], ["intervalMs": 900]],
                "jitterPercent": 10, "rateLimit": 3, "notFoundCount": 2, "notFoundGraceMs": 5000,
                "escalateAfterMs": 60000,
            ],
            "circuit": [
                "windowMs": 1000, "minimumCalls": 5, "failurePercent": 20, "slowCallMs": 700, "slowPercent": 30,
                "openMs": 4000,
            ],
            "supportsQuery": true, "supportsRefund": true, "supportsExtend": true, "issueIsIdempotent": true,
            "priceToleranceMinorUnits": "50", "release": ["steps": [["intervalMs": 10]], "escalateAfterMs": 20],
            "refund": ["steps": [["intervalMs": 30]], "escalateAfterMs": 40], "unsignedResults": true,
        ]
    ),
    (
        "project",
        ["projectId": "p1", "supplierId": "sup1", "name": "P", "group": "rock", "onShelf": true, "offShelfReason": "x"]
    ),
    (
        "show",
        [
            "showId": "s1", "projectId": "p1", "startsAt": "2026-12-24T19:30:00Z", "saleFrom": "2026-11-01T00:00:00Z",
            "saleUntil": "2026-12-24T18:00:00Z", "realName": true, "venue": "V",
            "deliveryOptions": [
                ["method": "DELIVERY_METHOD_ELECTRONIC"],
                ["method": "DELIVERY_METHOD_COURIER", "postage": ["minorUnits": "1200", "currency": "CNY"]],
            ],
        ]
    ),
    (
        "ticketClass",
        [
            "ticketClassId": "t7", "showId": "s1", "name": "T",
            "facePrice": ["minorUnits": "40000", "currency": "CNY"],
            "settlementPrice": ["minorUnits": "35000", "currency": "CNY"],
            "sellPrice": ["minorUnits": "38000", "currency": "CNY"],
            "stepPrice": ["minorUnits": "500", "currency": "CNY"],
            "packageDiscount": ["minorUnits": "100", "currency": "CNY"], "stock": 0,
        ]
    ),
    (
        "contract",
        [
            "contractId": "dc1", "version": "2", "distributorId": "d001", "period": "PERIOD_HALF_MONTH",
            "timeZone": "Asia/Shanghai",
            "zoneOffsets": [
                ["from": "2000-01-01T00:00:00Z", "utcOffsetSeconds": 28800],
                ["from": "2030-01-01T00:00:00Z", "utcOffsetSeconds": 25200],
            ], "graceMinutes": 90, "currency": "CNY", "commissionBasisPoints": 500,
            "validFrom": "2026-01-01T00:00:00Z", "refundReportMinutes": 60,
        ]
    ),
    (
        "settings",
        ["ruleVersion": 2, "cloudevents": true, "format": "FORMAT_JSON", "retentionDays": 30, "forgetAfterDays": 60]
    ),
]

func recordBytes(_ kind: String, _ value: JSONValue) throws -> [UInt8] {
    try bytes(
        Proto.DirectoryRecord.descriptor, .object([(kind, value), ("changedBy", "ann"), ("reason", "set up")]))
}

func directoryEntry(_ kind: String, _ value: JSONValue) throws -> DirectoryEntry {
    let bytes = try recordBytes(kind, value)
    return try readDirectoryEntry(bytes.span.bytes)
}

func wholeEntry(_ kind: String) -> JSONValue { wholeEntries.first { $0.kind == kind }!.value }

@Suite struct ReadingTheDirectory {
    @Test func `Accounts and their keys`() throws {
        guard case .account(let account) = try directoryEntry("account", wholeEntry("account")) else { return }
        #expect(account.id == "d001" && account.isSuspended && account.timeWindowMs == 60_000)
        #expect(account.maxTicketsPerOrder == 6)
        #expect(account.validFromMs == 1_767_225_600_000 && account.validUntilMs == 1_798_761_600_000)
        #expect(account.keys.map(\.keyID) == ["k1", "k2"])
        #expect(account.keys[0].material == .secret(name: "d001-k1"))
        #expect(account.keys[1].material == .ed25519(publicKey: Array(0..<32)))
        #expect(account.keys[0].revokedAtMs == 1_772_323_200_000 && account.keys[0].notAfterMs == 1_780_272_000_000)
        #expect(
            try directoryEntry("account", ["accountId": "d2"])
                == .account(
                    Account(
                        id: "d2", validFromMs: nil, validUntilMs: nil, isSuspended: false, keys: [],
                        timeWindowMs: 300_000, maxTicketsPerOrder: nil)))
    }

    @Test func `Grants of every scope`() throws {
        guard case .grant(let grant) = try directoryEntry("grant", wholeEntry("grant")) else { return }
        #expect(grant.scope == .project("p1") && grant.permissions == [.order, .refund] && grant.isDenied)
        #expect(grant.accountID == "d001" && grant.validFromMs != nil && grant.validUntilMs != nil)
        let scopes: [(String, Grant.Scope)] = [
            ("group", .group("x")), ("supplierId", .supplier("x")), ("showId", .show("x")),
            ("ticketClassId", .ticketClass("x")),
        ]
        for (field, scope) in scopes {
            let json = changing(changing(wholeEntry("grant"), "projectId", to: nil), field, to: "x")
            guard case .grant(let other) = try directoryEntry("grant", json) else { return }
            #expect(other.scope == scope)
        }
    }

    @Test func `Suppliers with their rules, and with the defaults`() throws {
        guard case .supplier(let supplier) = try directoryEntry("supplier", wholeEntry("supplier")) else { return }
        #expect(
            supplier
                == Supplier(
                    id: "sup1", isSuspended: false, lockTimeoutMs: 1000, issueTimeoutMs: 2000, holdMs: 600_000,
                    holdMarginMs: 30_000,
                    poll: PollRule(
                        startAfterMs: 500,
                        steps: [RetryStep(intervalMs: 100, count: 3), RetryStep(intervalMs: 900, count: 0)],
                        jitterPercent: 10, queryIntervalMicroseconds: 333_334, notFoundCount: 2, notFoundGraceMs: 5000,
                        escalateAfterMs: 60000),
                    circuit: CircuitRule(
                        windowMs: 1000, minimumCalls: 5, failurePercent: 20, slowCallMs: 700, slowPercent: 30,
                        openMs: 4000), keys: [], supportsQuery: true, supportsRefund: true, supportsExtend: true,
                    issueIsIdempotent: true, priceToleranceMinorUnits: 50,
                    release: RetryRule(steps: [RetryStep(intervalMs: 10, count: 0)], escalateAfterMs: 20),
                    refund: RetryRule(steps: [RetryStep(intervalMs: 30, count: 0)], escalateAfterMs: 40),
                    takesUnsignedResults: true))
        guard case .supplier(let plain) = try directoryEntry("supplier", ["supplierId": "s"]) else { return }
        #expect(plain.lockTimeoutMs == 5000 && plain.issueTimeoutMs == 10_000 && plain.holdMs == 900_000)
        #expect(plain.holdMarginMs == 0 && plain.circuit == nil && plain.poll.startAfterMs == nil)
        #expect(plain.poll.queryIntervalMicroseconds == nil && plain.poll.notFoundCount == 3)
        #expect(plain.poll.notFoundGraceMs == 30_000 && plain.poll.escalateAfterMs == 600_000)
        for steps in [plain.poll.steps, plain.release.steps, plain.refund.steps] {
            #expect(steps.count == 3 && steps.last?.count == 0)
        }
        #expect(plain.release.escalateAfterMs == 600_000 && plain.refund.escalateAfterMs == 3_600_000)
        guard case .supplier(let circuit) = try directoryEntry("supplier", ["supplierId": "s", "circuit": [:]]) else {
            return
        }
        #expect(
            circuit.circuit
                == CircuitRule(
                    windowMs: 60_000, minimumCalls: 20, failurePercent: 50, slowCallMs: 0, slowPercent: 80,
                    openMs: 30_000))
    }

    @Test(
        arguments: [
            ("1", 1_000_000), ("3", 333_334), ("0.5", 2_000_000), ("0.1", 10_000_000), ("1000000", 1), ("7", 142_858),
            ("2.5", 400_000), ("1e5", 10), ("0.000012", 83333333334), ("0", nil),
        ] as [(String, Int64?)])
    func `A rate is a pause in whole microseconds, rounded up`(rate: String, interval: Int64?) throws {
        let json = changing(wholeEntry("supplier"), "poll.rateLimit", to: .number(rate))
        guard case .supplier(let supplier) = try directoryEntry("supplier", json) else { return }
        #expect(supplier.poll.queryIntervalMicroseconds == interval)
    }

    @Test func `The catalog`() throws {
        #expect(
            try directoryEntry("project", wholeEntry("project"))
                == .project(
                    Project(id: "p1", supplierID: "sup1", group: "rock", isOnShelf: true, offShelfReason: "x")))
        guard case .show(let show) = try directoryEntry("show", wholeEntry("show")) else { return }
        #expect(show.startsAtMs == 1_798_140_600_000 && show.isRealName && show.projectID == "p1")
        #expect(show.saleFromMs == 1_793_491_200_000 && show.saleUntilMs == 1_798_135_200_000)
        #expect(show.deliveryOptions.map(\.method) == [.electronic, .courier])
        #expect(show.deliveryOptions.map { $0.postage?.minorUnits } == [nil, 1200])
        guard case .ticketClass(let ticket) = try directoryEntry("ticketClass", wholeEntry("ticketClass")) else {
            return
        }
        #expect(ticket.settlementPrice.minorUnits == 35000 && ticket.sellPrice.minorUnits == 38000)
        #expect(ticket.stepPrice?.minorUnits == 500 && ticket.packageDiscount?.minorUnits == 100 && ticket.stock == 0)
        let untold = changing(wholeEntry("ticketClass"), "stock", to: nil)
        guard case .ticketClass(let other) = try directoryEntry("ticketClass", untold) else { return }
        #expect(other.stock == nil)
    }

    @Test func `Contracts of both sides, and settings`() throws {
        guard case .contract(let party, let contract) = try directoryEntry("contract", wholeEntry("contract")) else {
            return
        }
        #expect(party == .distributor("d001") && contract.version == 2 && contract.period == .halfMonth)
        #expect(contract.zoneOffsets.map(\.utcOffsetSeconds) == [28800, 25200])
        #expect(
            contract.graceMinutes == 90 && contract.commissionBasisPoints == 500 && contract.refundReportMinutes == 60)
        let bare: JSONValue = ["contractId": "sc1", "supplierId": "sup1", "period": "PERIOD_DAY", "currency": "CNY"]
        guard case .contract(let other, let plain) = try directoryEntry("contract", bare) else { return }
        #expect(other == .supplier("sup1") && plain.refundReportMinutes == 1440)
        #expect(plain.zoneOffsets.map(\.utcOffsetSeconds) == [0])
        #expect(
            try directoryEntry("settings", wholeEntry("settings"))
                == .settings(
                    EngineSettings(
                        ruleVersion: 2, cloudevents: true, writesJSON: true, retentionDays: 30, forgetAfterDays: 60)))
        #expect(try directoryEntry("settings", [:]) == .settings(EngineSettings()))
    }

    static let wrong: [(String, String, JSONValue?, String)] = [
        ("account", "accountId", "a/b", "account.account_id"),
        ("account", "validUntil", "2025-01-01T00:00:00Z", "account.valid_until"),
        ("account", "keys.0.keyId", "k2", "account.keys[1].key_id is there twice"),
        ("account", "keys.0.algorithm", nil, "account.keys[0].algorithm"),
        ("account", "keys.0.secretName", "../x", "account.keys[0].secret_name"),
        ("account", "keys.0.secretName", nil, "account.keys[0].secret_name is missing"),
        ("account", "keys.1.publicKey", "AAEC", "account.keys[1].public_key has 3 bytes"),
        ("account", "keys.0.notAfter", "2025-01-01T00:00:00Z", "account.keys[0].not_after"),
        ("grant", "projectId", nil, "grant.scope is missing"), ("grant", "projectId", "", "grant.project_id"),
        ("grant", "permissions", nil, "grant.permissions are missing"),
        ("grant", "permissions", [9], "grant.permissions"),
        ("grant", "validUntil", "2025-01-01T00:00:00Z", "grant.valid_until"),
        ("grant", "accountId", nil, "grant.account_id"), ("supplier", "supplierId", nil, "supplier.supplier_id"),
        ("supplier", "poll.steps.0.intervalMs", nil, "supplier.poll.steps[0].interval_ms"),
        ("supplier", "poll.steps.0.count", 0, "supplier.poll.steps[1].comes after"),
        ("supplier", "poll.jitterPercent", 101, "supplier.poll.jitter_percent"),
        ("supplier", "poll.rateLimit", -1, "supplier.poll.rate_limit"),
        ("supplier", "poll.rateLimit", "NaN", "supplier.poll.rate_limit"),
        ("supplier", "poll.rateLimit", "Infinity", "supplier.poll.rate_limit"),
        ("supplier", "poll.rateLimit", .number("2000001"), "supplier.poll.rate_limit"),
        ("supplier", "poll.rateLimit", .number("1e-9"), "supplier.poll.rate_limit"),
        ("supplier", "poll.rateLimit", .number("5e-324"), "supplier.poll.rate_limit"),
        ("supplier", "poll.rateLimit", .number("1e300"), "supplier.poll.rate_limit"),
        ("supplier", "circuit.failurePercent", 101, "supplier.circuit.failure_percent"),
        ("supplier", "circuit.slowPercent", 101, "supplier.circuit.slow_percent"),
        ("supplier", "release.steps.0.intervalMs", nil, "supplier.release.steps[0]"),
        ("supplier", "refund.steps.0.intervalMs", nil, "supplier.refund.steps[0]"),
        ("supplier", "holdMarginSeconds", 600, "supplier.hold_margin_seconds"),
        ("supplier", "priceToleranceMinorUnits", "-1", "supplier.price_tolerance_minor_units"),
        ("supplier", "keys", [["keyId": "k", "algorithm": 1, "secretName": "s"]], "supplier.unsigned_results"),
        ("project", "supplierId", nil, "project.supplier_id"), ("show", "startsAt", nil, "show.starts_at"),
        ("show", "saleUntil", "2026-10-01T00:00:00Z", "show.sale_until"),
        ("show", "deliveryOptions.0.method", 2, "show.delivery_options[1].method is there twice"),
        ("show", "deliveryOptions.0.method", nil, "show.delivery_options[0].method"),
        ("show", "deliveryOptions.1.postage.minorUnits", "-1", "show.delivery_options[1].postage"),
        ("ticketClass", "sellPrice", nil, "ticket_class.sell_price"),
        ("ticketClass", "settlementPrice", nil, "ticket_class.settlement_price"),
        ("ticketClass", "stepPrice.currency", "USD", "ticket_class.step_price is in USD"),
        ("ticketClass", "packageDiscount.currency", "USD", "ticket_class.package_discount is in USD"),
        ("ticketClass", "sellPrice.minorUnits", "-1", "ticket_class.sell_price"),
        ("ticketClass", "facePrice.currency", "x", "ticket_class.face_price"),
        ("contract", "supplierId", "sup1", "contract.it is either"),
        ("contract", "distributorId", nil, "contract.it is"),
        ("contract", "period", nil, "contract.period"), ("contract", "currency", "cny", "contract.currency"),
        ("contract", "commissionBasisPoints", 10001, "contract.commission_basis_points"),
        ("contract", "zoneOffsets", nil, "contract.zone_offsets are missing"),
        ("contract", "zoneOffsets.1.from", "2000-01-01T00:00:00Z", "contract.zone_offsets[1].from"),
        ("contract", "zoneOffsets.0.utcOffsetSeconds", 64801, "contract.zone_offsets[0].utc_offset_seconds"),
        ("settings", "format", 9, "settings.format"),
    ]

    @Test(arguments: wrong.indices) func `What is wrong is told by its path`(index: Int) throws {
        let (kind, path, value, words) = Self.wrong[index]
        _ = try directoryEntry(kind, wholeEntry(kind))
        do {
            let read = try directoryEntry(kind, changing(wholeEntry(kind), path, to: value))
            Issue.record("\(path) accepted: \(read)")
        } catch let refusal as Refusal {
            #expect(refusal.message.hasPrefix(words), "\(refusal.message)")
        }
    }

    @Test(arguments: wholeEntries.indices) func `A record stands under the key that its body says`(index: Int) throws {
        let (kind, value) = wholeEntries[index]
        let body = try recordBytes(kind, value)
        let read = try readDirectoryEntry(body.span.bytes)
        let key = Array("\(read.key)".utf8)
        #expect(try readDirectoryRecord(key: key.span.bytes, value: body.span.bytes) == .put(read.key, read))
        #expect(try readDirectoryRecord(key: key.span.bytes, value: nil) == .remove(read.key))
        for wrong in ["\(read.key)x", "account/other", "\(read.key)/1", "nothing/x", "account", "", "/"] {
            let other = Array(wrong.utf8)
            #expect(throws: Refusal.self, "\(wrong)") {
                try readDirectoryRecord(key: other.span.bytes, value: body.span.bytes)
            }
        }
    }

    @Test func `A contract's key may leave out its version`() throws {
        let body = try recordBytes("contract", wholeEntry("contract"))
        let keys: [(String, UInt64?, Bool)] = [
            ("contract/dc1", nil, true), ("contract/dc1/2", 2, true), ("contract/dc1/3", 3, false),
            ("contract/dc1/02", nil, false),
        ]
        for (text, version, isRight) in keys {
            let key = Array(text.utf8)
            let read = try? readDirectoryRecord(key: key.span.bytes, value: body.span.bytes)
            #expect((read != nil) == isRight, "\(text)")
            if case .put(let key, _)? = read { #expect(key.version == version) }
        }
    }

    @Test func `Broken directory records trap nowhere`() throws {
        var chance = Chance(seed: 3)
        let bodies = try wholeEntries.map { try recordBytes($0.kind, $0.value) }
        var read = 0
        for round in 0..<20_000 {
            var body = bodies[round % bodies.count]
            for _ in 0..<Int.random(in: 1...3, using: &chance) {
                body[Int.random(in: 0..<body.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            if (try? readDirectoryEntry(body.span.bytes)) != nil { read += 1 }
        }
        #expect(read > 500)
    }
}

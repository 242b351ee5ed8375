/// What the hand-made orders of these tests are about.
enum TestCatalog {
    static let distributor = "d1"
    static let keyID = "d1-key"
    static let secret = "d1's own secret"
    static let supplierSecret = "the signing supplier's secret"

    /// Two tickets by courier: 2 × (10,000 + 500 − 300), less 10 % of that, and 490 of postage.
    static let courierTotalForTwo = 18850
    /// One electronic ticket.
    static let totalForOne = 9180

    static let yaml = """
        settings: { rule_version: 1 }
        suppliers:
          - { supplier_id: s1, \(supplier), unsigned_results: true }
          - { supplier_id: s-signing, \(supplier),
              keys: [{ key_id: s-key, algorithm: HMAC_SHA256, secret_name: s-key }] }
        contracts:
          - { contract_id: c-d1, version: 1, distributor_id: d1, period: MONTH, time_zone: Europe/Berlin,
              grace_minutes: 60, currency: EUR, commission_basis_points: 1000, valid_from: 2020-01-01T00:00:00Z,
              refund_report_minutes: 60 }
          - { contract_id: c-s1, version: 1, supplier_id: s1, period: WEEK, time_zone: Europe/Berlin,
              grace_minutes: 60, currency: EUR, valid_from: 2020-01-01T00:00:00Z }
          - { contract_id: c-s-signing, version: 1, supplier_id: s-signing, period: WEEK, time_zone: Europe/Berlin,
              grace_minutes: 60, currency: EUR, valid_from: 2020-01-01T00:00:00Z }
        accounts:
          - { account_id: d1, max_tickets_per_order: 10,
              keys: [{ key_id: d1-key, algorithm: HMAC_SHA256, secret_name: d1-key }] }
        projects:
          - { project_id: p1, supplier_id: s1, name: One, group: g, on_shelf: true }
          - { project_id: p-signing, supplier_id: s-signing, name: Signing, group: g, on_shelf: true }
        shows:
          - { show_id: p1-1, project_id: p1, starts_at: 2099-01-01T19:00:00Z,
              delivery_options: [{ method: ELECTRONIC }, { method: COURIER, postage: { minor_units: 490, currency: EUR } }] }
          - { show_id: p1-named, project_id: p1, starts_at: 2099-01-01T19:00:00Z, real_name: true,
              delivery_options: [{ method: ELECTRONIC }] }
          - { show_id: p-signing-1, project_id: p-signing, starts_at: 2099-01-01T19:00:00Z,
              delivery_options: [{ method: ELECTRONIC }] }
        ticket_classes:
          - { ticket_class_id: t1, show_id: p1-1, \(eur(sell: 10000)),
              step_price: { minor_units: 500, currency: EUR }, package_discount: { minor_units: 300, currency: EUR } }
          - { ticket_class_id: t-usd, show_id: p1-1, settlement_price: { minor_units: 8000, currency: USD },
              sell_price: { minor_units: 10000, currency: USD } }
          - { ticket_class_id: t-huge, show_id: p1-1, \(eur(sell: 9_000_000_000_000_000_000)) }
          - { ticket_class_id: t-named, show_id: p1-named, \(eur(sell: 10000)) }
          - { ticket_class_id: t-signing, show_id: p-signing-1, \(eur(sell: 10000)) }
        grants:
          - { grant_id: g-d1, account_id: d1, group: g, permissions: [READ, ORDER, REFUND] }

        """

    private static let supplier = """
        lock_timeout_ms: 60000, issue_timeout_ms: 60000, hold_seconds: 900, supports_query: true, supports_refund: true,
              supports_extend: true,
              poll: { start_after_ms: 300, steps: [{ interval_ms: 500, count: 0 }], not_found_count: 2,
                      not_found_grace_ms: 1000, escalate_after_ms: 60000 },
              release: { steps: [{ interval_ms: 60000, count: 0 }], escalate_after_ms: 600000 },
              refund: { steps: [{ interval_ms: 60000, count: 0 }], escalate_after_ms: 600000 }
        """

    private static func eur(sell: Int64) -> String {
        "settlement_price: { minor_units: 8000, currency: EUR }, sell_price: { minor_units: \(sell), currency: EUR }"
    }
}

extension Installation {
    /// Topics, catalog and secrets of the hand-made orders.
    func prepare() throws {
        try makeTopics()
        try writeSecret(TestCatalog.keyID, TestCatalog.secret)
        try writeSecret("s-key", TestCatalog.supplierSecret)
        try applyCatalog(TestCatalog.yaml)
    }
}

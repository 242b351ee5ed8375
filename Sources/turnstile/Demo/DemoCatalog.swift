import Simulation

/// The catalog of the demo and of load: two suppliers with time-outs of a second or two, so that all that can happen to
/// an order happens within the demo.
enum DemoCatalog {
    static let distributorID = "d-demo"
    static let keyID = "d-demo-1"
    static let secretName = "d-demo-1"
    static let steadySupplier = "s-steady"
    static let troubledSupplier = "s-troubled"

    static let offers = [
        // (10,000 + 500 - 300) less 10 % commission, by ticket.
        Offer(
            projectID: "p-steady", showID: "p-steady-1", ticketClassID: "p-steady-1-a", currency: "EUR",
            totals: [9180, 18360, 27540]),
        // 7,777 less 3 %: 233.31 a ticket, rounded down over the order.
        Offer(
            projectID: "p-troubled", showID: "p-troubled-1", ticketClassID: "p-troubled-1-a", currency: "EUR",
            totals: [7544, 15088, 22632]),
    ]

    /// - Parameter holdSeconds: how long a lock holds.
    static func yaml(holdSeconds: Int, lockTimeoutMs: Int = 1500) -> String {
        """
        settings: { rule_version: 1 }
        suppliers:
        \(supplier(steadySupplier, holdSeconds, lockTimeoutMs))
        \(supplier(troubledSupplier, holdSeconds, lockTimeoutMs))
        contracts:
          - { contract_id: c-demo, version: 1, distributor_id: \(distributorID), period: MONTH, time_zone: Europe/Berlin,
              grace_minutes: 60, currency: EUR, commission_basis_points: 1000, valid_from: 2020-01-01T00:00:00Z,
              refund_report_minutes: 60 }
          - { contract_id: c-steady, version: 1, supplier_id: \(steadySupplier), period: WEEK, time_zone: Europe/Berlin,
              grace_minutes: 60, currency: EUR, valid_from: 2020-01-01T00:00:00Z }
          - { contract_id: c-troubled, version: 1, supplier_id: \(troubledSupplier), period: HALF_MONTH,
              time_zone: Asia/Shanghai, grace_minutes: 60, currency: EUR, valid_from: 2020-01-01T00:00:00Z }
        accounts:
          - account_id: \(distributorID)
            keys: [{ key_id: \(keyID), algorithm: HMAC_SHA256, secret_name: \(secretName) }]
        projects:
          - { project_id: p-steady, supplier_id: \(steadySupplier), name: Steady, group: demo, on_shelf: true }
          - { project_id: p-troubled, supplier_id: \(troubledSupplier), name: Troubled, group: demo, on_shelf: true }
        shows:
          - { show_id: p-steady-1, project_id: p-steady, starts_at: 2099-01-01T19:00:00Z,
              delivery_options: [{ method: ELECTRONIC }] }
          - { show_id: p-troubled-1, project_id: p-troubled, starts_at: 2099-01-01T19:00:00Z,
              delivery_options: [{ method: ELECTRONIC }] }
        ticket_classes:
          - ticket_class_id: p-steady-1-a
            show_id: p-steady-1
            settlement_price: { minor_units: 8000, currency: EUR }
            sell_price: { minor_units: 10000, currency: EUR }
            step_price: { minor_units: 500, currency: EUR }
            package_discount: { minor_units: 300, currency: EUR }
          - ticket_class_id: p-troubled-1-a
            show_id: p-troubled-1
            settlement_price: { minor_units: 6000, currency: EUR }
            sell_price: { minor_units: 8382, currency: EUR }
        grants:
          - { grant_id: g-demo, account_id: \(distributorID), group: demo, permissions: [READ, ORDER, REFUND] }

        """
    }

    private static func supplier(_ id: String, _ holdSeconds: Int, _ lockTimeoutMs: Int) -> String {
        """
          - supplier_id: \(id)
            lock_timeout_ms: \(lockTimeoutMs)
            issue_timeout_ms: 1500
            hold_seconds: \(holdSeconds)
            supports_query: true
            supports_refund: true
            supports_extend: true
            issue_is_idempotent: \(id == steadySupplier)
            unsigned_results: true
            poll:
              start_after_ms: 300
              steps: [{ interval_ms: 500, count: 20 }, { interval_ms: 2000, count: 0 }]
              jitter_percent: 20
              not_found_count: 2
              not_found_grace_ms: 1000
              escalate_after_ms: 8000
            release: { steps: [{ interval_ms: 400, count: 5 }, { interval_ms: 3000, count: 0 }], escalate_after_ms: 10000 }
            refund: { steps: [{ interval_ms: 600, count: 5 }, { interval_ms: 3000, count: 0 }], escalate_after_ms: 10000 }
        """
    }
}

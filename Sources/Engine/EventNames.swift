internal import Orders

extension EngineMetrics {
    /// The events' names, as the contract's oneof has them, in the order of its field numbers.
    static let eventNames = [
        "placed", "locked", "lock_failed", "hold_extended", "canceled", "issue_started", "negotiation_started",
        "escalated", "issued", "issue_failed", "refund_requested", "refund_refused", "supplier_refunded",
        "distributor_refunded", "distributor_refund_failed", "delivery_changed", "intent_recorded", "command_repeated",
        "command_rejected", "anomaly_found", "operator_acted", "hold_extension_refused",
    ]

    /// Where an event's name stands among `eventNames`.
    static func index(of body: Event.Body) -> Int {
        switch body {
        case .placed: 0
        case .locked: 1
        case .lockFailed: 2
        case .holdExtended: 3
        case .canceled: 4
        case .issueStarted: 5
        case .negotiationStarted: 6
        case .escalated: 7
        case .issued: 8
        case .issueFailed: 9
        case .refundRequested: 10
        case .refundRefused: 11
        case .supplierRefunded: 12
        case .distributorRefunded: 13
        case .distributorRefundFailed: 14
        case .deliveryChanged: 15
        case .intentRecorded: 16
        case .commandRepeated: 17
        case .commandRejected: 18
        case .anomalyFound: 19
        case .operatorActed: 20
        case .holdExtensionRefused: 21
        }
    }

    static func statusName(_ status: Int) -> String {
        UInt8(exactly: status).flatMap(OrderStatus.init).map { constant("\($0)") } ?? "NONE"
    }

    /// `lockFail` as the contract spells it: `LOCK_FAIL`.
    public static func constant(_ name: String) -> String {
        var text = ""
        for character in name {
            if character.isUppercase { text += "_" }
            text += character.uppercased()
        }
        return text
    }
}

import Orders

/// Events, requests and entries in words, so that an expectation is a list of them.
enum Describe {
    static func event(_ event: Event) -> String {
        switch event.body {
        case .placed: "Placed"
        case .locked: "Locked"
        case .lockFailed: "LockFailed"
        case .holdExtended: "HoldExtended"
        case .holdExtensionRefused: "HoldExtensionRefused"
        case .canceled(let reason): "Canceled \(name(reason))"
        case .issueStarted: "IssueStarted"
        case .negotiationStarted: "NegotiationStarted"
        case .escalated: "Escalated"
        case .issued: "Issued"
        case .issueFailed: "IssueFailed"
        case .refundRequested(let refundID, _, _): "RefundRequested \(refundID)"
        case .refundRefused(let refundID, _, _): "RefundRefused \(refundID)"
        case .supplierRefunded(let refunded):
            "SupplierRefunded \(refunded.refundID)\(refunded.unasked ? " unasked" : "")"
        case .distributorRefunded(let refundID, let at): "DistributorRefunded \(refundID)\(at == nil ? " undated" : "")"
        case .distributorRefundFailed(let refundID, _): "DistributorRefundFailed \(refundID)"
        case .deliveryChanged: "DeliveryChanged"
        case .intentRecorded(let kind): "IntentRecorded \(name(kind))"
        case .commandRepeated: "CommandRepeated"
        case .commandRejected(let code, _, _): "CommandRejected \(name(code))"
        case .anomalyFound(let code, _): "AnomalyFound \(name(code))"
        case .operatorActed: "OperatorActed"
        }
    }

    static func request(_ request: Request) -> String {
        let operation =
            switch request.operation {
            case .lock: "lock"
            case .issue: "issue"
            case .release: "release"
            case .query: "query"
            case .refund: "refund"
            case .extend: "extend"
            }
        return request.attempt == 1 ? operation : "\(operation) again"
    }

    static func entry(_ entry: LedgerEntry) -> String {
        "\(entry.id.book) \(entry.id.kind) \(entry.amount.minorUnits)"
    }

    static func name(_ reason: CancelReason) -> String {
        switch reason {
        case .distributor: "DISTRIBUTOR"
        case .holdExpired: "HOLD_EXPIRED"
        case .operatorAction: "OPERATOR"
        }
    }

    static func name(_ kind: IntentKind) -> String {
        switch kind {
        case .cancel: "CANCEL"
        case .extend: "EXTEND"
        case .refund: "REFUND"
        case .supplierRefund: "SUPPLIER_REFUND"
        }
    }

    static func name(_ code: RejectionCode) -> String { upperSnake("\(code)") }
    static func name(_ code: AnomalyCode) -> String { upperSnake("\(code)") }
    static func name(_ status: OrderStatus) -> String { upperSnake("\(status)") }

    private static func upperSnake(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_\($1)" : $1.uppercased() }
    }
}

public import Orders
internal import Protobuf

// How messages are called in headers and metrics, and their own ids as texts: for CloudEvents' headers.

extension Event.Body {
    /// The field's name in `OrderEvent`, for example `lock_failed`: what metrics count by.
    public var name: StaticString {
        switch self {
        case .placed: "placed"
        case .locked: "locked"
        case .lockFailed: "lock_failed"
        case .holdExtended: "hold_extended"
        case .holdExtensionRefused: "hold_extension_refused"
        case .canceled: "canceled"
        case .issueStarted: "issue_started"
        case .negotiationStarted: "negotiation_started"
        case .escalated: "escalated"
        case .issued: "issued"
        case .issueFailed: "issue_failed"
        case .refundRequested: "refund_requested"
        case .refundRefused: "refund_refused"
        case .supplierRefunded: "supplier_refunded"
        case .distributorRefunded: "distributor_refunded"
        case .distributorRefundFailed: "distributor_refund_failed"
        case .deliveryChanged: "delivery_changed"
        case .intentRecorded: "intent_recorded"
        case .commandRepeated: "command_repeated"
        case .commandRejected: "command_rejected"
        case .anomalyFound: "anomaly_found"
        case .operatorActed: "operator_acted"
        }
    }

    /// The header `ce_type`: `turnstile.order.lock_failed.v1`.
    public var cloudEventType: String { "turnstile.order.\(name).v1" }
}

extension Request.Operation {
    /// The field's name in `SupplierRequest`.
    public var name: StaticString {
        switch self {
        case .lock: "lock"
        case .issue: "issue"
        case .release: "release"
        case .query: "query"
        case .refund: "refund"
        case .extend: "extend"
        }
    }

    /// The header `ce_type`: `turnstile.request.issue.v1`.
    public var cloudEventType: String { "turnstile.request.\(name).v1" }
}

extension Book {
    /// The header `ce_type`: `turnstile.entry.receivable.v1`.
    public var cloudEventType: String { "turnstile.entry.\(name).v1" }
}

extension Event {
    /// `event_id` as it is written.
    public func id(input: Input) -> String {
        sequence == 0
            ? "\(input.key)#0@\(input.source.letter)\(input.partition):\(input.offset)" : "\(input.key)#\(sequence)"
    }
}

extension Request {
    /// `request_id` as it is written.
    public func id(key: OrderKey) -> String { spelled { $0.requestID(key, id) } }
}

extension LedgerEntry {
    /// `entry_id` as it is written.
    public func id(key: OrderKey) -> String { spelled { $0.entryID(key, id) } }
}

extension Input.Source {
    /// The letter that stands for the input in an event's id.
    public var letter: Character { Character(Unicode.Scalar(rawValue)) }
}

/// What `body` writes, as a text.
private func spelled(_ body: (inout ReverseWriter) -> Void) -> String {
    var writer = ReverseWriter(chunkBytes: 512)
    let mark = writer.mark()
    body(&writer)
    let slice = writer.finish(mark)
    return unsafe String(decoding: writer.unsafeBytes(of: slice), as: UTF8.self)
}

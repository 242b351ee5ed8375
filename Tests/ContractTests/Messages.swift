import Contract
import Orders
import Protobuf
import Schemas

// What the tests read: messages written as JSON, so that a test says what is in them.

let someKey: OrderKey = OrderKey(distributorID: "d001", orderID: "42")
let someKeyBytes = Array("d001/42".utf8)

func command(_ action: (name: String, value: JSONValue)?, _ changes: [(String, JSONValue?)] = []) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [
        ("commandId", "c-1"), ("distributorId", "d001"), ("distributorOrderId", "42"),
        ("createdAt", "2026-11-22T12:00:00.123456Z"),
    ]
    if let action { members.append(action) }
    return .object(changed(members, changes))
}

/// The members with some replaced, added, or (nil) taken away.
func changed(
    _ members: [(name: String, value: JSONValue)], _ changes: [(String, JSONValue?)]
) -> [(name: String, value: JSONValue)] {
    var members = members
    for (name, value) in changes {
        members.removeAll { $0.name == name }
        if let value { members.append((name, value)) }
    }
    return members
}

/// An object's members with some changed, by a path of names and indices such as `tickets.0.seatId`.
func changing(_ json: JSONValue, _ path: String, to value: JSONValue?) -> JSONValue {
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    let rest = parts.count > 1 ? parts[1] : nil
    switch json {
    case .object(let members):
        let old = members.first { $0.name == parts[0] }?.value ?? .object([])
        let new = rest.map { changing(old, $0, to: value) } ?? value
        return .object(changed(members, [(parts[0], new)]))
    case .array(var elements):
        guard let index = Int(parts[0]) else { return json }
        if let rest {
            elements[index] = changing(elements[index], rest, to: value)
        } else if let value {
            if index < elements.count { elements[index] = value } else { elements.append(value) }
        } else {
            elements.remove(at: index)
        }
        return .array(elements)
    default:
        return json
    }
}

let wholePlaceOrder: JSONValue = [
    "projectId": "p1", "showId": "s1",
    "tickets": [
        [
            "ticketClassId": "t7", "seatId": "A-12", "holderDocument": "110101199003077758", "holderName": "李雷",
            "holderDocumentType": "ID_CARD",
        ],
        ["ticketClassId": "t8"],
    ],
    "expectedTotal": ["minorUnits": "76000", "currency": "CNY"],
    "delivery": [
        "method": "DELIVERY_METHOD_COURIER", "recipient": "Li Lei", "phone": "138", "address": "Beijing",
        "postalCode": "100000", "email": "a@b.cn",
    ],
    "buyer": ["name": "Li Lei", "phone": "138", "email": "a@b.cn", "document": "D1"],
    "invoice": ["kind": "personal", "title": "Li", "taxId": "T1"],
]

let wholeCommands: [(name: String, value: JSONValue)] = [
    ("placeOrder", wholePlaceOrder),
    ("issueTickets", [:]),
    ("cancelOrder", ["reason": "changed my mind"]),
    ("extendHold", ["until": "2026-11-22T13:00:00Z"]),
    ("requestRefund", ["refundId": "r1", "tickets": [0, 1], "reason": "ill"]),
    (
        "reportRefund",
        ["refundId": "r1", "succeeded": true, "refundedAt": "2026-11-23T08:00:00.5Z", "reason": "done"]
    ),
]

func result(_ detail: (name: String, value: JSONValue)?, _ changes: [(String, JSONValue?)] = []) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [
        ("resultId", "x-1"), ("requestId", "d001/42/lock"), ("supplierId", "sup1"), ("distributorId", "d001"),
        ("distributorOrderId", "42"), ("supplierOrderId", "SO 1/二"), ("occurredAt", "2026-11-22T12:00:01.999999Z"),
        ("outcome", "OUTCOME_FAILED"), ("sideEffect", "SIDE_EFFECT_CERTAIN"), ("failureCode", "E1"),
        ("failureMessage", "no seats"),
    ]
    if let detail { members.append(detail) }
    return .object(changed(members, changes))
}

let wholeIssued: JSONValue = [
    "tickets": [
        ["sequence": 1, "code": "BBB", "seatId": "A-13", "codeFormat": "CODE_FORMAT_QR", "seatLabel": "Row A"],
        ["sequence": 0, "code": "AAA"],
    ],
    "settlementTotal": ["minorUnits": "70000", "currency": "CNY"],
]
let wholeRefunded: JSONValue = [
    "refundId": "r1", "tickets": [1], "amount": ["minorUnits": "30000", "currency": "CNY"],
    "mode": "REFUND_MODE_MANUAL",
]
let wholeDetails: [(name: String, value: JSONValue)] = [
    (
        "locked",
        [
            "holdUntil": "2026-11-22T12:15:00Z", "settlementTotal": ["minorUnits": "70000", "currency": "CNY"],
            "seats": [["sequence": 1, "seatId": "A-13", "label": "Row A"]],
        ]
    ),
    ("issued", wholeIssued),
    ("released", [:]),
    ("orderAtSupplier", ["state": "STATE_ISSUED", "issued": wholeIssued, "refunded": wholeRefunded]),
    ("refunded", wholeRefunded),
    ("extended", ["holdUntil": "2026-11-22T12:30:00Z"]),
    ("deliveryUpdate", ["status": "DELIVERY_STATUS_DELIVERED", "carrier": "SF", "trackingNumber": "SF1"]),
]

func operatorAction(
    _ action: (name: String, value: JSONValue)?, _ changes: [(String, JSONValue?)] = []
) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [
        ("actionId", "a-1"), ("distributorId", "d001"), ("distributorOrderId", "42"), ("operator", "ann"),
        ("reason", "ticket 17"), ("approvedBy", "bob"),
    ]
    if let action { members.append(action) }
    return .object(changed(members, changes))
}

let wholeActions: [(name: String, value: JSONValue)] = [
    ("resolve", result(("issued", wholeIssued))),
    ("queryNow", [:]),
    ("cancelHold", [:]),
    (
        "correct",
        [
            "book": "BOOK_RECEIVABLE", "amount": ["minorUnits": "-500", "currency": "CNY"],
            "effectiveAt": "2026-11-22T00:00:00Z", "reverses": "d001/42/receivable/sale",
        ]
    ),
    ("reportRefund", ["refundId": "r1", "succeeded": true, "refundedAt": "2026-11-23T08:00:00Z", "reason": "bank"]),
    (
        "readmit",
        [
            "topic": "order-commands", "partition": 3, "offset": "17", "appendedAt": "2026-11-22T12:00:00Z",
            "key": "ZDAwMS80Mg==", "value": "AQID", "headers": [["name": "turnstile-key-id", "value": "azE="]],
        ]
    ),
]

func bytes(_ descriptor: MessageDescriptor, _ json: JSONValue) throws -> [UInt8] { try descriptor.bytes(json: json) }

func commandBytes(_ json: JSONValue) throws -> [UInt8] { try bytes(Proto.OrderCommand.descriptor, json) }
func resultBytes(_ json: JSONValue) throws -> [UInt8] { try bytes(Proto.SupplierResult.descriptor, json) }
func actionBytes(_ json: JSONValue) throws -> [UInt8] { try bytes(Proto.OperatorAction.descriptor, json) }

func readCommand(_ value: [UInt8]?, key: [UInt8]? = someKeyBytes) throws -> ReadCommand {
    var reader = InputReader()
    return try reader.readCommand(key: key?.span.bytes, value: value?.span.bytes)
}

func readResult(_ value: [UInt8]?, key: [UInt8]? = someKeyBytes) throws -> ReadResult {
    var reader = InputReader()
    return try reader.readResult(key: key?.span.bytes, value: value?.span.bytes)
}

func readAction(_ value: [UInt8]?, key: [UInt8]? = someKeyBytes) throws -> ReadAction {
    var reader = InputReader()
    return try reader.readAction(key: key?.span.bytes, value: value?.span.bytes)
}

/// The bytes of a passage as text.
func said(_ passage: Passage, in bytes: [UInt8]) -> String {
    let start = Int(passage.offset)
    return String(decoding: bytes[start..<start + Int(passage.count)], as: UTF8.self)
}

func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// Repeatable chance: the generator of SplitMix64.
struct Chance: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

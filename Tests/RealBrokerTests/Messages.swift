import Foundation
import Protobuf
import Schemas
import Signing

/// A distributor's command, from its JSON.
struct TestCommand {
    var order: String
    var id: String
    /// The action's member, as `"issueTickets": {}`; empty: none.
    var action: String
    /// From now on, in seconds.
    var createdInSeconds: Double = 0
    var distributor = TestCatalog.distributor
    var keyOrder: String?

    static func place(
        _ order: String, tickets: Int = 1, of ticketClass: String = "t1", show: String = "p1-1", project: String = "p1",
        delivery: String = "DELIVERY_METHOD_ELECTRONIC", total: Int64 = Int64(TestCatalog.totalForOne),
        currency: String = "EUR", more: String = ""
    ) -> TestCommand {
        let list = Array(repeating: #"{"ticketClassId": "\#(ticketClass)"}"#, count: tickets).joined(separator: ", ")
        return .place(
            order, ticketList: list, show: show, project: project, delivery: delivery, total: total, currency: currency,
            more: more)
    }

    static func place(
        _ order: String, ticketList: String, show: String = "p1-1", project: String = "p1",
        delivery: String = "DELIVERY_METHOD_ELECTRONIC", total: Int64 = Int64(TestCatalog.totalForOne),
        currency: String = "EUR", more: String = ""
    ) -> TestCommand {
        TestCommand(
            order: order, id: "place",
            action: """
                "placeOrder": {"projectId": "\(project)", "showId": "\(show)", "tickets": [\(ticketList)],
                  "expectedTotal": {"minorUnits": "\(total)", "currency": "\(currency)"},
                  "delivery": {"method": "\(delivery)", "email": "a@example.com"},
                  "buyer": {"name": "A. Buyer"}\(more)}
                """)
    }

    var key: [UInt8] { Array("\(distributor)/\(keyOrder ?? order)".utf8) }

    var json: String {
        """
        {"commandId": "\(id)", "distributorId": "\(distributor)", "distributorOrderId": "\(order)",
         "createdAt": "\(timestamp(createdInSeconds))"\(action.isEmpty ? "" : ", " + action)}
        """
    }

    func bytes() throws -> [UInt8] {
        try Proto.OrderCommand.descriptor.bytes(json: JSONValue(parsing: json))
    }

    func signed() throws -> Sent { signing(key, try bytes()) }
}

/// A record of `order-commands` with its signature.
func signing(
    _ key: [UInt8]?, _ value: [UInt8]?, account: String = TestCatalog.distributor, keyID: String = TestCatalog.keyID,
    secret: String = TestCatalog.secret, topic: String = "order-commands", contentType: String? = nil
) -> Sent {
    let signature =
        Signer(keyID: keyID, hmacSecret: Array(secret.utf8))?
        .signature(account: account, topic: topic, key: key ?? [], value: value ?? []) ?? ""
    var headers: [(name: String, value: [UInt8]?)] = [
        ("turnstile-key-id", Array(keyID.utf8)), ("turnstile-signature", Array(signature.utf8)),
    ]
    if let contentType { headers.append(("content-type", Array(contentType.utf8))) }
    return Sent(key: key, value: value, headers: headers)
}

/// A supplier's result, from its JSON's members.
func result(
    _ order: String, _ id: String, to operation: String?, _ members: String, supplier: String = "s1"
) throws -> Sent {
    let key = "\(TestCatalog.distributor)/\(order)"
    let request = operation.map { #""requestId": "\#(key)/\#($0)", "# } ?? ""
    let json = """
        {"resultId": "\(id)", \(request)"supplierId": "\(supplier)", "distributorId": "\(TestCatalog.distributor)",
         "distributorOrderId": "\(order)", "supplierOrderId": "S-\(order)", "occurredAt": "\(timestamp(0))",
         \(members)}
        """
    return Sent(
        key: Array(key.utf8), value: try Proto.SupplierResult.descriptor.bytes(json: JSONValue(parsing: json)))
}

/// RFC 3339, so many seconds from now.
func timestamp(_ inSeconds: Double) -> String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    return formatter.string(from: Date().addingTimeInterval(inSeconds))
}

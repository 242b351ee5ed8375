import Glibc
import Protobuf
import Records
import Schemas

// What stands in a topic, whichever of the two formats its writer chose. A message in protobuf never begins with the
// brace of one in JSON: that would be a group, which no message has.

/// The message as protobuf; bytes that are none in JSON are given back as they are.
func protobuf(_ value: [UInt8], _ message: MessageDescriptor) -> [UInt8] {
    guard value.first == UInt8(ascii: "{"), let json = parsed(value) else { return value }
    return (try? message.bytes(json: json)) ?? value
}

/// The message as JSON; nil where it is neither.
func json(_ value: [UInt8], _ message: MessageDescriptor) -> JSONValue? {
    value.first == UInt8(ascii: "{") ? parsed(value) : try? message.json(value.span.bytes)
}

/// A record's message as JSON; nil where it has none.
func messageJSON(_ topic: Topic, key: [UInt8]?, value: [UInt8]?) -> JSONValue? {
    guard let value, let message = topic.message(key: key) else { return nil }
    return json(value, message)
}

private func parsed(_ value: [UInt8]) -> JSONValue? {
    String(validating: value, as: UTF8.self).flatMap { try? JSONValue(parsing: $0) }
}

extension Topic {
    /// What the values are, by the key where that decides; nil where they are of no one message.
    func message(key: [UInt8]?) -> MessageDescriptor? {
        switch self {
        case .orderCommands: Proto.OrderCommand.descriptor
        case .supplierResults: Proto.SupplierResult.descriptor
        case .operatorActions: Proto.OperatorAction.descriptor
        case .directory: Proto.DirectoryRecord.descriptor
        case .supplierRequests: Proto.SupplierRequest.descriptor
        case .orderEvents: Proto.OrderEvent.descriptor
        case .receivableEntries, .settlementEntries: Proto.LedgerEntry.descriptor
        case .journal: InternalProto.JournalRecord.descriptor
        case .orderState: Self.stateMessage(key ?? [])
        case .deadLetters, .catalogFeed, .statements: nil
        }
    }

    /// By the key's form: `/`, `/supplier/<id>`, or an order's.
    private static func stateMessage(_ key: [UInt8]) -> MessageDescriptor {
        if key == [UInt8(ascii: "/")] { return InternalProto.PartitionState.descriptor }
        return key.first == UInt8(ascii: "/")
            ? InternalProto.SupplierState.descriptor : InternalProto.OrderRecord.descriptor
    }

    init?(name: String) {
        guard let topic = Topic.allCases.first(where: { $0.name == name }) else { return nil }
        self = topic
    }
}

/// Who runs this command, for the records that it leaves.
var currentUser: String { getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(getuid())" }

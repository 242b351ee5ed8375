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

private func parsed(_ value: [UInt8]) -> JSONValue? {
    String(validating: value, as: UTF8.self).flatMap { try? JSONValue(parsing: $0) }
}

extension Topic {
    /// What the values of an input are.
    var inputMessage: MessageDescriptor? {
        switch self {
        case .orderCommands: Proto.OrderCommand.descriptor
        case .supplierResults: Proto.SupplierResult.descriptor
        case .operatorActions: Proto.OperatorAction.descriptor
        default: nil
        }
    }

    init?(name: String) {
        guard let topic = Topic.allCases.first(where: { $0.name == name }) else { return nil }
        self = topic
    }
}

/// Who runs this command, for the records that it leaves.
var currentUser: String { getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "\(getuid())" }

/// A schema file as protoc describes it (google/protobuf/descriptor.proto), as far as it is generated from.
struct SchemaFile {
    var name = ""
    var package = ""
    var syntax = "proto2"
    var messages: [SchemaMessage] = []
    var enums: [SchemaEnum] = []
    var extensionName: String?
    var serviceName: String?
    /// Comments in front of declarations, by the declaration's path in the descriptor.
    var comments: [[Int]: String] = [:]
}

struct SchemaMessage {
    var name = ""
    /// With the package and the messages around it, without a leading dot.
    var fullName = ""
    var fields: [SchemaField] = []
    var messages: [SchemaMessage] = []
    var enums: [SchemaEnum] = []
    var oneofs: [String] = []
    var extensionName: String?
    var hasExtensionRange = false
    var isMapEntry = false
    var path: [Int] = []

    /// It and all in it, the outer ones first.
    var withNested: [SchemaMessage] { [self] + messages.flatMap(\.withNested) }
}

struct SchemaField {
    var name = ""
    var jsonName = ""
    var number: UInt32 = 0
    var label = 1
    var type = SchemaType.int32
    /// The type's number where there is no such `SchemaType`.
    var unknownType: UInt64?
    /// Of a message or enum, without a leading dot.
    var typeName = ""
    var oneof: Int?
    var isProto3Optional = false
    var isExplicitlyUnpacked = false
    var extendee = ""
    var path: [Int] = []

    var isRepeated: Bool { label == 3 }
    /// The oneof it is in; one that only stands for `optional` is none.
    var realOneof: Int? { isProto3Optional ? nil : oneof }
    /// Whether a default value is written too.
    var hasPresence: Bool { isProto3Optional || realOneof != nil }
    var wireType: UInt32 { type.wireType }
    var tag: UInt32 { number << 3 | wireType }
}

/// Numbers of FieldDescriptorProto.Type.
enum SchemaType: UInt64 {
    case double = 1
    case float, int64, uint64, int32, fixed64, fixed32, bool, string, group, message, bytes, uint32, enumeration
    case sfixed32, sfixed64, sint32, sint64

    var wireType: UInt32 {
        switch self {
        case .double, .fixed64, .sfixed64: 1
        case .string, .message, .bytes: 2
        case .float, .fixed32, .sfixed32: 5
        case .group: 3
        default: 0
        }
    }

    /// Of one that is a number or a truth value; an enum is its raw number.
    var swiftName: String {
        switch self {
        case .double: "Double"
        case .float: "Float"
        case .int64, .sint64, .sfixed64: "Int64"
        case .uint64, .fixed64: "UInt64"
        case .uint32, .fixed32: "UInt32"
        case .bool: "Bool"
        default: "Int32"
        }
    }
}

struct SchemaEnum {
    var name = ""
    var fullName = ""
    var values: [(name: String, number: Int32)] = []
    var path: [Int] = []
}

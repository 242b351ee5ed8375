/// What a message's fields are called and how they are written: what reading and writing JSON goes by.
public final class MessageDescriptor: Sendable {
    /// With its package: `turnstile.v1.OrderEvent`.
    public let name: String
    /// In ascending order of their numbers.
    public let fields: [FieldDescriptor]
    /// The names of the oneofs, to which `FieldDescriptor.oneof` is an index.
    public let oneofs: [String]

    public init(name: String, oneofs: [String] = [], fields: [FieldDescriptor]) {
        self.name = name
        self.oneofs = oneofs
        self.fields = fields
    }

    public func field(number: UInt32) -> FieldDescriptor? { fields.first { $0.number == number } }

    /// - Parameter name: the JSON name or the name in the schema.
    public func field(named name: String) -> FieldDescriptor? {
        fields.first { sameText($0.jsonName, name) || sameText($0.name, name) }
    }

    /// Whether it is `google.protobuf.Timestamp`, which JSON writes as a string.
    public var isTimestamp: Bool { name == "google.protobuf.Timestamp" }
}

public struct FieldDescriptor: Sendable {
    public var name: String
    public var jsonName: String
    public var number: UInt32
    public var type: FieldType
    public var label: FieldLabel
    /// Index of its oneof in the message's; nil outside of any.
    public var oneof: Int?

    public init(
        _ number: UInt32, _ name: String, json jsonName: String, _ type: FieldType, _ label: FieldLabel = .singular,
        oneof: Int? = nil
    ) {
        self.number = number
        self.name = name
        self.jsonName = jsonName
        self.type = type
        self.label = label
        self.oneof = oneof
    }
}

public enum FieldLabel: Sendable {
    /// A default value is not written.
    case singular
    /// Its presence is told apart from the default value.
    case optional
    case repeated
}

public enum FieldType: Sendable {
    case double, float, int64, uint64, int32, uint32, sint64, sint32
    case fixed64, fixed32, sfixed64, sfixed32
    case bool, string, bytes
    // Closures, since messages name one another.
    case message(@Sendable () -> MessageDescriptor)
    case enumeration(@Sendable () -> EnumDescriptor)

    public var wireType: UInt32 {
        switch self {
        case .double, .fixed64, .sfixed64: WireType.fixed64
        case .float, .fixed32, .sfixed32: WireType.fixed32
        case .string, .bytes, .message: WireType.bytes
        default: WireType.varint
        }
    }
}

public final class EnumDescriptor: Sendable {
    public let name: String
    /// In the schema's order.
    public let values: [(name: String, number: Int32)]

    public init(name: String, values: [(name: String, number: Int32)]) {
        self.name = name
        self.values = values
    }

    public func name(of number: Int32) -> String? { values.first { $0.number == number }?.name }
    public func number(of name: String) -> Int32? { values.first { sameText($0.name, name) }?.number }
}

/// Whether two texts are the same bytes: `==` of strings takes canonically equivalent ones for equal.
@inlinable
func sameText(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

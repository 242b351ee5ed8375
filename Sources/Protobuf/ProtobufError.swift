/// Why bytes are not the message that they should be, and where.
public struct ProtobufError: Error, Equatable, Sendable {
    public enum Fault: Sendable, Equatable {
        /// The message is longer than its reader allows.
        case tooLarge
        /// Submessages are nested deeper than allowed.
        case tooDeep
        /// The bytes end inside a field.
        case truncated
        /// A varint of more than ten bytes, or one that does not fit 64 bits.
        case varintTooLong
        /// A tag of more than 32 bits.
        case tagTooLong
        /// Field number 0.
        case fieldZero
        /// A group, which proto3 does not have.
        case group
        /// A wire type that does not exist.
        case wireType
        /// A `string` that is not UTF-8.
        case invalidUTF8
        /// A singular submessage, or the field of a oneof, that occurs a second time.
        case duplicate
        /// A timestamp outside the years 1 to 9999, or with a fraction that is none.
        case timestampOutOfRange
    }

    public var fault: Fault
    /// The offset in the (sub)message that was read: of the field where the fault is one of a field's value, else of
    /// the byte.
    public var offset: Int
    /// The number of the field in that (sub)message; 0 where there was none yet.
    public var field: UInt32

    @inlinable
    public init(_ fault: Fault, offset: Int, field: UInt32 = 0) {
        self.fault = fault
        self.offset = offset
        self.field = field
    }
}

extension ProtobufError: CustomStringConvertible {
    public var description: String {
        let what =
            switch fault {
            case .tooLarge: "message too large"
            case .tooDeep: "messages nested too deeply"
            case .truncated: "bytes end inside a field"
            case .varintTooLong: "varint too long"
            case .tagTooLong: "tag longer than 32 bits"
            case .fieldZero: "field number 0"
            case .group: "group"
            case .wireType: "unknown wire type"
            case .invalidUTF8: "string is not UTF-8"
            case .duplicate: "field that may occur once occurs again"
            case .timestampOutOfRange: "timestamp out of range"
            }
        return field == 0 ? "\(what) at byte \(offset)" : "\(what) at byte \(offset), field \(field)"
    }
}

internal import Contract
internal import Orders
internal import Protobuf
internal import Records
internal import Signing

/// Keeps the protobuf that a value in proto3 JSON became, in the value's place, until the next record.
struct JSONInput: ~Copyable {
    /// Two, since a readmission in JSON may hold a record in JSON.
    private var outer = Scratch()
    private var inner = Scratch()

    init() {}

    mutating func keep(_ bytes: [UInt8], of origin: Origin) -> UnsafeRawBufferPointer {
        bytes.withUnsafeBytes { origin.isReadmitted ? inner.copy($0) : outer.copy($0) }
    }
}

extension Origin {
    /// Whether the value is proto3 JSON: `content-type: application/json`, with or without parameters. All others are
    /// protobuf.
    var isJSON: Bool {
        guard case .once(let type?) = header("content-type") else { return false }
        let name = "application/json".utf8
        guard type.count >= name.count, zip(type, name).allSatisfy({ $0 | 0x20 == $1 || $0 == $1 }) else {
            return false
        }
        return type.count == name.count || type[name.count] == UInt8(ascii: ";")
            || type[name.count] == UInt8(ascii: " ")
    }
}

extension Batch {
    /// An output in proto3 JSON.
    mutating func json(_ value: UnsafeRawBufferPointer, _ topic: Topic) -> UnsafeRawBufferPointer {
        let message: OutputMessage =
            switch topic {
            case .orderEvents: .event
            case .supplierRequests: .request
            default: .entry
            }
        // Our own bytes, so it cannot fail but for their size: and then protobuf is what there is.
        guard let json = try? message.json(RawSpan(_unsafeBytes: value)) else { return value }
        return copy(json)
    }
}

internal import Contract
internal import Orders
internal import Protobuf
internal import Records
internal import Schemas
internal import Signing

/// Reads values that came as proto3 JSON: `content-type: application/json`. All others are protobuf.
struct JSONInput: ~Copyable {
    /// Two, since a readmission in JSON may hold a record in JSON.
    private var outer = Scratch()
    private var inner = Scratch()

    init() {}

    /// The record's value in protobuf. What it returns counts until the next record.
    mutating func protobuf(of origin: Origin) throws(Refusal) -> UnsafeRawBufferPointer? {
        guard let value = origin.value, case .once(let type?) = origin.header("content-type"),
            Self.isJSON(type)
        else { return origin.value }
        let descriptor =
            switch origin.topic {
            case .orderCommands: Proto.OrderCommand.descriptor
            case .supplierResults: Proto.SupplierResult.descriptor
            default: Proto.OperatorAction.descriptor
            }
        let bytes: [UInt8]
        do {
            bytes = try descriptor.bytes(json: RawSpan(_unsafeBytes: value))
        } catch {
            throw Refusal(.unreadable, "not the JSON of \(descriptor.name): \(error)")
        }
        return bytes.withUnsafeBytes { origin.isReadmitted ? inner.copy($0) : outer.copy($0) }
    }

    /// `application/json`, with or without parameters.
    private static func isJSON(_ type: UnsafeRawBufferPointer) -> Bool {
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
        let descriptor =
            switch topic {
            case .orderEvents: Proto.OrderEvent.descriptor
            case .supplierRequests: Proto.SupplierRequest.descriptor
            default: Proto.LedgerEntry.descriptor
            }
        // Our own bytes, so it cannot fail but for their size: and then protobuf is what there is.
        guard let json = try? descriptor.json(RawSpan(_unsafeBytes: value), byteLimit: Int.max) else { return value }
        return json.utf8().withUnsafeBytes { copy($0) }
    }
}

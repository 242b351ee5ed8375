internal import Orders
internal import Protobuf
internal import Schemas

/// The bytes that a content digest is made over: the fields that have a meaning, in the order of their numbers, each
/// text with its length before it, each number in eight bytes. Not the bytes of the wire: another encoder's order of
/// fields, unknown fields or packed lists are no other content. Laid down in `docs/contract.md`, since a digest is kept
/// as long as its order.
struct Content {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(2048) }

    /// - Parameter kind: the number of the action's field.
    mutating func begin(_ kind: UInt8) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(kind)
    }

    @inline(__always)
    mutating func number(_ value: Int64) {
        unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    @inline(__always)
    mutating func text(_ text: RawSpan) {
        let count = UInt32(truncatingIfNeeded: text.byteCount).littleEndian
        unsafe withUnsafeBytes(of: count) { unsafe bytes.append(contentsOf: $0) }
        unsafe text.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }

    /// Present or not, and then the value.
    mutating func optional(_ value: Int64?) {
        bytes.append(value == nil ? 0 : 1)
        if let value { number(value) }
    }

    mutating func optional(_ value: Money?) {
        bytes.append(value == nil ? 0 : 1)
        if let value {
            number(value.minorUnits)
            number(Int64(value.currency.packed))
        }
    }

    /// A set: in ascending order, whatever order they were named in.
    mutating func set(_ tickets: [UInt32]) {
        number(Int64(tickets.count))
        for ticket in tickets.sorted() { number(Int64(ticket)) }
    }
}

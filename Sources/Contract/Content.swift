internal import Orders
internal import Protobuf
internal import Schemas

/// The bytes that a content digest is made over: the fields that have a meaning, in the order of their numbers, each
/// text with its length before it, each number in eight bytes. Not the bytes of the wire: another encoder's order of
/// fields, unknown fields or packed lists are no other content. Laid down in `docs/contract.md`, since a digest is kept
/// as long as its order.
struct Content {
    /// Longer than the content, so that it need not grow field by field.
    private var memory = [UInt8](repeating: 0, count: 2048)
    private var count = 0

    var bytes: ArraySlice<UInt8> { memory[..<count] }

    /// - Parameter kind: the number of the action's field.
    mutating func begin(_ kind: UInt8) {
        count = 0
        flag(kind)
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if memory.count - count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        memory.append(contentsOf: repeatElement(0, count: memory.count + more))
    }

    @inline(__always)
    private mutating func flag(_ byte: UInt8) {
        reserve(1)
        memory[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func number(_ value: Int64) {
        reserve(8)
        let offset = count
        unsafe memory.withUnsafeMutableBytes { memory in
            unsafe memory.storeBytes(of: value.littleEndian, toByteOffset: offset, as: Int64.self)
        }
        count += 8
    }

    @inline(__always)
    mutating func text(_ text: RawSpan) {
        let length = text.byteCount
        reserve(4 + length)
        let offset = count
        unsafe memory.withUnsafeMutableBytes { memory in
            unsafe memory.storeBytes(
                of: UInt32(truncatingIfNeeded: length).littleEndian, toByteOffset: offset, as: UInt32.self)
            guard length > 0 else { return }
            unsafe text.withUnsafeBytes { source in
                unsafe UnsafeMutableRawBufferPointer(rebasing: memory[(offset + 4)...]).copyMemory(from: source)
            }
        }
        count += 4 + length
    }

    /// Present or not, and then the value.
    mutating func optional(_ value: Int64?) {
        flag(value == nil ? 0 : 1)
        if let value { number(value) }
    }

    mutating func optional(_ value: Money?) {
        flag(value == nil ? 0 : 1)
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

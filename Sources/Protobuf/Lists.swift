/// The elements of a repeated field of strings, bytes or messages, in the order of the message, borrowed from it.
///
/// It walks the message again, from the field's first occurrence; nothing is collected.
public struct BytesList: ~Escapable {
    @usableFromInline var reader: Reader
    @usableFromInline let tag: UInt32
    /// How many elements are still to come.
    public var count: Int

    /// - Parameters:
    ///   - start: where the field's first tag is; - count: how many of them there are.
    @inlinable
    @_lifetime(copy message)
    public init(_ message: RawSpan, tag: UInt32, start: Int, count: Int) {
        reader = Reader(unlimited: message, at: start)
        self.tag = tag
        self.count = count
    }

    @inlinable
    @_lifetime(copy self)
    public mutating func next() throws(ProtobufError) -> RawSpan? {
        guard count > 0 else { return nil }
        while true {
            let found = try reader.nextTag()
            if found == tag {
                count -= 1
                return try reader.lengthDelimited()
            }
            guard found != 0 else { return nil }
            try reader.skip()
        }
    }
}

/// An element of a repeated field that is written as a varint.
public protocol VarintValue: Sendable {
    init(varint: UInt64)
}

extension UInt64: VarintValue {
    @inlinable
    public init(varint: UInt64) { self = varint }
}

extension Int64: VarintValue {
    @inlinable
    public init(varint: UInt64) { self.init(bitPattern: varint) }
}

extension UInt32: VarintValue {
    @inlinable
    public init(varint: UInt64) { self.init(truncatingIfNeeded: varint) }
}

extension Int32: VarintValue {
    @inlinable
    public init(varint: UInt64) { self.init(truncatingIfNeeded: varint) }
}

extension Bool: VarintValue {
    @inlinable
    public init(varint: UInt64) { self = varint != 0 }
}

/// The elements of a repeated field of varints, packed or not or both, in the order of the message.
public struct VarintList<Value: VarintValue>: ~Escapable {
    @usableFromInline var reader: Reader
    @usableFromInline let field: UInt32
    /// Where the packed run that is being read ends.
    @usableFromInline var runEnd: Int
    /// How many elements are still to come.
    public var count: Int

    @inlinable
    @_lifetime(copy message)
    public init(_ message: RawSpan, field: UInt32, start: Int, count: Int) {
        reader = Reader(unlimited: message, at: start)
        self.field = field
        self.count = count
        runEnd = 0
    }

    @inlinable
    public mutating func next() throws(ProtobufError) -> Value? {
        guard count > 0 else { return nil }
        while true {
            if reader.cursor < runEnd {
                count -= 1
                return Value(varint: try reader.varint())
            }
            let found = try reader.nextTag()
            switch found {
            case 0:
                return nil
            case field << 3 | WireType.varint:
                count -= 1
                return Value(varint: try reader.varint())
            case field << 3 | WireType.bytes:
                let run = try reader.lengthDelimited()
                runEnd = reader.cursor
                reader.cursor = runEnd - run.byteCount
            default:
                try reader.skip()
            }
        }
    }
}

extension Reader {
    /// Passes over a packed run of varints and gives how many there are.
    @inlinable
    public mutating func packedVarints() throws(ProtobufError) -> Int {
        let run = try lengthDelimited()
        var inner = Reader(unlimited: run)
        inner.tag = tag
        inner.tagPosition = tagPosition
        var count = 0
        while inner.cursor < run.byteCount {
            do throws(ProtobufError) {
                _ = try inner.varint()
            } catch {
                throw failure(error.fault)
            }
            count += 1
        }
        return count
    }

    /// Where the field whose tag was read last begins.
    @inlinable
    public var fieldStart: Int { tagPosition }
}

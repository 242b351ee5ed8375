/// How a field's value is written: the low three bits of its tag.
public enum WireType {
    public static let varint: UInt32 = 0
    public static let fixed64: UInt32 = 1
    public static let bytes: UInt32 = 2
    public static let fixed32: UInt32 = 5
}

/// Reads one message's fields in the order of its bytes, strictly, and traps on no input.
///
/// It does not descend: a submessage is a span of bytes, for which a further reader is made. Source of the format:
/// protobuf.dev, "Encoding"; what is refused beyond it is listed in `docs/protobuf.md`.
public struct Reader: ~Escapable {
    /// The longest message that is read where the caller says nothing else, in bytes.
    public static var defaultByteLimit: Int { 1 << 20 }

    @usableFromInline let bytes: RawSpan
    /// The offset of the next byte.
    @inlinable
    public var position: Int { cursor }
    @usableFromInline var cursor: Int
    /// The offset at which the last tag began.
    @usableFromInline var tagPosition: Int
    /// The last tag.
    @usableFromInline var tag: UInt32

    @inlinable
    @_lifetime(copy bytes)
    public init(_ bytes: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
        guard bytes.byteCount <= byteLimit else { throw ProtobufError(.tooLarge, offset: byteLimit) }
        self.init(unlimited: bytes)
    }

    /// For bytes whose length was checked before.
    /// - Parameter start: where a field begins in them.
    @inlinable
    @_lifetime(copy bytes)
    public init(unlimited bytes: RawSpan, at start: Int = 0) {
        precondition(start >= 0 && start <= bytes.byteCount, "a start outside of the message")
        self.bytes = bytes
        cursor = start
        tagPosition = 0
        tag = 0
    }

    @inlinable
    var end: Int { bytes.byteCount }

    /// An error at the field that is being read.
    @inlinable
    public func failure(_ fault: ProtobufError.Fault) -> ProtobufError {
        ProtobufError(fault, offset: tagPosition, field: tag >> 3)
    }

    /// The next field's tag, checked: its number is not 0 and its wire type exists and is no group; 0 at the end.
    @inlinable
    @inline(__always)
    public mutating func nextTag() throws(ProtobufError) -> UInt32 {
        let start = cursor
        guard start < end else { return 0 }
        tagPosition = start
        let first = unsafe UInt32(bytes.unsafeLoad(fromUncheckedByteOffset: start, as: UInt8.self))
        if first < 0x80 {
            tag = first
            cursor = start + 1
        } else if start + 1 < end,
            case let second = unsafe UInt32(bytes.unsafeLoad(fromUncheckedByteOffset: start + 1, as: UInt8.self)),
            second < 0x80
        {
            tag = first & 0x7f | second << 7
            cursor = start + 2
        } else {
            tag = try longTag()
        }
        // The wire types 0, 1, 2 and 5 of a field that is not 0.
        guard tag >= 8, (0b10_0111 >> (tag & 7)) & 1 == 1 else { throw tagFailure() }
        return tag
    }

    @usableFromInline
    @inline(never)
    func tagFailure() -> ProtobufError {
        let fault: ProtobufError.Fault =
            switch (tag >> 3, tag & 7) {
            case (0, _): .fieldZero
            case (_, 3), (_, 4): .group
            default: .wireType
            }
        return ProtobufError(fault, offset: tagPosition, field: tag >> 3)
    }

    @usableFromInline
    @inline(never)
    mutating func longTag() throws(ProtobufError) -> UInt32 {
        tag = 0
        var value: UInt64 = 0
        for index in 0..<5 {
            guard cursor < end else { throw ProtobufError(.truncated, offset: cursor) }
            let byte = unsafe UInt64(bytes.unsafeLoad(fromUncheckedByteOffset: cursor, as: UInt8.self))
            cursor += 1
            value |= (byte & 0x7f) << UInt64(index * 7)
            if byte < 0x80 {
                guard let tag = UInt32(exactly: value) else { break }
                return tag
            }
        }
        throw ProtobufError(.tagTooLong, offset: tagPosition)
    }

    @inlinable
    @inline(__always)
    public mutating func varint() throws(ProtobufError) -> UInt64 {
        let start = cursor
        guard start < end else { throw failure(.truncated) }
        let first = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: start, as: UInt8.self)
        if first < 0x80 {
            cursor = start + 1
            return UInt64(first)
        }
        return try longVarint()
    }

    @usableFromInline
    @inline(never)
    mutating func longVarint() throws(ProtobufError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while cursor < end {
            let byte = unsafe UInt64(bytes.unsafeLoad(fromUncheckedByteOffset: cursor, as: UInt8.self))
            cursor += 1
            // Only one bit is left for the tenth byte.
            if shift == 63, byte > 1 { throw failure(.varintTooLong) }
            value |= (byte & 0x7f) &<< shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw failure(.truncated)
    }

    @inlinable
    public mutating func fixed64() throws(ProtobufError) -> UInt64 {
        guard end - cursor >= 8 else { throw failure(.truncated) }
        let value = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: cursor, as: UInt64.self)
        cursor += 8
        return UInt64(littleEndian: value)
    }

    @inlinable
    public mutating func fixed32() throws(ProtobufError) -> UInt32 {
        guard end - cursor >= 4 else { throw failure(.truncated) }
        let value = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: cursor, as: UInt32.self)
        cursor += 4
        return UInt32(littleEndian: value)
    }

    /// The bytes of a length-delimited field, borrowed from the message.
    @inlinable
    @inline(__always)
    @_lifetime(copy self)
    public mutating func lengthDelimited() throws(ProtobufError) -> RawSpan {
        let length = try varint()
        let start = cursor
        guard length <= UInt64(truncatingIfNeeded: end - start) else { throw failure(.truncated) }
        let after = start + Int(truncatingIfNeeded: length)
        cursor = after
        return unsafe bytes.extracting(unchecked: start..<after)
    }

    /// As `lengthDelimited`, and checked to be UTF-8.
    @inlinable
    @inline(__always)
    @_lifetime(copy self)
    public mutating func string() throws(ProtobufError) -> RawSpan {
        let text = try lengthDelimited()
        guard isUTF8(text) else { throw failure(.invalidUTF8) }
        return text
    }

    /// Passes over the value of a field that nobody asked for.
    @inlinable
    public mutating func skip() throws(ProtobufError) {
        switch tag & 7 {
        case WireType.varint: _ = try varint()
        case WireType.fixed64: _ = try fixed64()
        case WireType.bytes: _ = try lengthDelimited()
        default: _ = try fixed32()
        }
    }
}

/// Whether the bytes are UTF-8 by the Unicode Standard: no overlong form, no surrogate, nothing over U+10FFFF.
@inlinable
public func isUTF8(_ bytes: RawSpan) -> Bool {
    let end = bytes.byteCount
    var position = 0
    while end - position >= 8 {
        let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self)
        guard word & 0x8080_8080_8080_8080 == 0 else { return isUTF8BeyondASCII(bytes) }
        position += 8
    }
    while position < end {
        let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: position, as: UInt8.self)
        guard byte < 0x80 else { return isUTF8BeyondASCII(bytes) }
        position += 1
    }
    return true
}

@usableFromInline
@inline(never)
func isUTF8BeyondASCII(_ bytes: RawSpan) -> Bool {
    let codeUnits = unsafe bytes._unsafeView(as: UInt8.self)
    do {
        _ = try UTF8Span(validating: codeUnits)
        return true
    } catch {
        return false
    }
}

extension String {
    /// Copies text out of a message; where it is not UTF-8, which a `string` never is, repaired.
    public init(utf8 bytes: RawSpan) {
        self = unsafe bytes.withUnsafeBytes { bytes in unsafe String(decoding: bytes, as: UTF8.self) }
    }
}

/// The integer that a zigzag-coded varint (`sint32`, `sint64`) stands for.
@inlinable
public func zigzagDecoded(_ value: UInt64) -> Int64 {
    Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
}

/// The varint that stands for an integer of a `sint32` or `sint64` field.
@inlinable
public func zigzagEncoded(_ value: Int64) -> UInt64 {
    UInt64(bitPattern: value << 1 ^ value >> 63)
}

/// Writes messages from their end to their beginning, so that a length is known by the time that it is written.
///
/// Fields are written in descending order of their numbers and come out ascending; of a field, first the value, then
/// the tag. A record is what lies between `mark()` and `finish(_:)`; it is contiguous, whatever it grows to. Records
/// lie in chunks, which `takeChunks()` hands over.
@safe
public struct ReverseWriter: ~Copyable, @unchecked Sendable {
    /// The first byte of the current record that is written.
    @usableFromInline var cursor: UnsafeMutableRawPointer
    /// The first byte of the chunk.
    @usableFromInline var start: UnsafeMutableRawPointer
    /// Where the current record ends.
    @usableFromInline var recordEnd: UnsafeMutableRawPointer
    @usableFromInline var chunks: [Chunk]
    @usableFromInline let chunkBytes: Int
    /// Chunks that were given back, to be filled again: memory that is warm, and that no page fault has to fetch.
    private var spare: [Chunk] = []
    private static let spareCount = 64

    /// A place in the record that is being written.
    public struct Mark: Sendable {
        /// The bytes of the record that were written before.
        public var written: Int

        @inlinable
        init(written: Int) { self.written = written }
    }

    /// - Parameter chunkBytes: the size of a chunk; one that a record does not fit in is larger.
    public init(chunkBytes: Int = 256 * 1024) {
        self.chunkBytes = max(chunkBytes, 64)
        let chunk = Chunk(byteCount: self.chunkBytes)
        chunks = [chunk]
        unsafe start = chunk.base
        unsafe cursor = chunk.base + chunk.byteCount
        unsafe recordEnd = cursor
    }

    // MARK: Records

    @inlinable
    public func mark() -> Mark { unsafe Mark(written: recordEnd - cursor) }

    /// How many bytes were written since the mark.
    @inlinable
    public func count(since mark: Mark) -> Int { unsafe recordEnd - cursor - mark.written }

    /// Ends a record. The mark is the one from its beginning: records do not lie in one another.
    @inlinable
    public mutating func finish(_ mark: Mark) -> Slice {
        precondition(mark.written == 0, "a record inside another one")
        let slice = unsafe Slice(
            chunk: Int32(truncatingIfNeeded: chunks.count - 1), offset: Int32(truncatingIfNeeded: cursor - start),
            count: Int32(truncatingIfNeeded: recordEnd - cursor))
        unsafe recordEnd = cursor
        return slice
    }

    /// Takes back what was written since the mark.
    @inlinable
    public mutating func discard(to mark: Mark) {
        precondition(unsafe mark.written <= recordEnd - cursor, "a mark of another record")
        unsafe cursor = recordEnd - mark.written
    }

    /// A finished record's bytes, until `takeChunks()`.
    @inlinable
    public func unsafeBytes(of slice: Slice) -> UnsafeRawBufferPointer {
        unsafe chunks[Int(slice.chunk)].unsafeBytes(of: slice)
    }

    @inlinable
    @_lifetime(borrow self)
    public func bytes(of slice: Slice) -> RawSpan {
        let bytes = unsafe RawSpan(_unsafeBytes: unsafeBytes(of: slice))
        return unsafe _overrideLifetime(bytes, borrowing: self)
    }

    /// The chunks of the records since the last time: a slice's `chunk` is its index here. They outlive the writer.
    /// The last one may come again, as the first of the next time, as long as there is room in it.
    public mutating func takeChunks() -> [Chunk] {
        precondition(unsafe cursor == recordEnd, "a record is being written")
        let taken = chunks
        chunks.removeFirst(chunks.count - 1)
        return taken
    }

    /// Takes chunks back that were taken before, as far as nobody else holds them. Nothing may point into them any more.
    public mutating func recycle(_ chunks: consuming [Chunk]) {
        for index in chunks.indices {
            guard spare.count < Self.spareCount else { return }
            if chunks[index].byteCount == chunkBytes, isKnownUniquelyReferenced(&chunks[index]) {
                spare.append(chunks[index])
            }
        }
    }

    /// Makes room for `count` bytes in front of the cursor.
    @inlinable
    @inline(__always)
    mutating func reserve(_ count: Int) {
        if unsafe cursor - start < count { grow(count) }
    }

    /// Moves the record under way to a fresh chunk that has room for it and for `count` bytes more.
    @usableFromInline
    @inline(never)
    mutating func grow(_ count: Int) {
        let written = unsafe recordEnd - cursor
        precondition(count >= 0 && count < 1 << 30 && written < 1 << 30, "a record of more than 1 GiB")
        let wanted = max(chunkBytes, 2 * (written + count))
        let chunk = (wanted == chunkBytes ? spare.popLast() : nil) ?? Chunk(byteCount: wanted)
        let end = unsafe chunk.base + chunk.byteCount
        unsafe (end - written).copyMemory(from: cursor, byteCount: written)
        // A chunk that holds nothing but the moved record is not kept.
        let last = chunks.count - 1
        if unsafe recordEnd == chunks[last].base + chunks[last].byteCount { chunks.remove(at: last) }
        chunks.append(chunk)
        unsafe start = chunk.base
        unsafe recordEnd = end
        unsafe cursor = end - written
    }

    // MARK: Primitives. Each writes in front of what was written before.

    @inlinable
    public mutating func byte(_ byte: UInt8) {
        reserve(1)
        unsafe cursor -= 1
        unsafe cursor.storeBytes(of: byte, as: UInt8.self)
    }

    @inlinable
    @inline(__always)
    public mutating func varint(_ value: UInt64) {
        reserve(10)
        if value < 0x80 {
            unsafe cursor -= 1
            unsafe cursor.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
        } else {
            longVarint(value)
        }
    }

    /// Two bytes or more; there is room for them.
    @usableFromInline
    @inline(never)
    mutating func longVarint(_ value: UInt64) {
        let bits = 64 - value.leadingZeroBitCount
        let count = (bits + 6) / 7
        unsafe cursor -= count
        var rest = value
        for index in 0..<count - 1 {
            unsafe cursor.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: index, as: UInt8.self)
            rest >>= 7
        }
        unsafe cursor.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: count - 1, as: UInt8.self)
    }

    /// A tag: `field << 3 | wire type`.
    @inlinable
    @inline(__always)
    public mutating func tag(_ tag: UInt32) {
        reserve(5)
        if tag < 0x80 {
            unsafe cursor -= 1
            unsafe cursor.storeBytes(of: UInt8(truncatingIfNeeded: tag), as: UInt8.self)
        } else if tag < 0x4000 {
            unsafe cursor -= 2
            unsafe cursor.storeBytes(of: UInt8(truncatingIfNeeded: tag) | 0x80, as: UInt8.self)
            unsafe cursor.storeBytes(of: UInt8(truncatingIfNeeded: tag >> 7), toByteOffset: 1, as: UInt8.self)
        } else {
            varint(UInt64(tag))
        }
    }

    @inlinable
    public mutating func fixed64(_ value: UInt64) {
        reserve(8)
        unsafe cursor -= 8
        unsafe cursor.storeBytes(of: value.littleEndian, as: UInt64.self)
    }

    @inlinable
    public mutating func fixed32(_ value: UInt32) {
        reserve(4)
        unsafe cursor -= 4
        unsafe cursor.storeBytes(of: value.littleEndian, as: UInt32.self)
    }

    @inlinable
    public mutating func bytes(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        reserve(bytes.count)
        unsafe cursor -= bytes.count
        unsafe cursor.copyMemory(from: source, byteCount: bytes.count)
    }

    @inlinable
    public mutating func bytes(_ bytes: RawSpan) {
        unsafe bytes.withUnsafeBytes { source in unsafe self.bytes(source) }
    }

    @inlinable
    public mutating func bytes(_ bytes: [UInt8]) { unsafe self.bytes(bytes.span.bytes) }

    @inlinable
    public mutating func bytes(_ text: StaticString) {
        guard text.hasPointerRepresentation else {
            string(text.description)
            return
        }
        unsafe bytes(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// The UTF-8 of the text.
    @inlinable
    public mutating func string(_ text: String) {
        let span = text.utf8Span.span
        unsafe bytes(span.bytes)
    }

    /// The number in decimal digits.
    @inlinable
    public mutating func decimal(_ value: UInt64) {
        reserve(20)
        var rest = value
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            unsafe cursor -= 1
            unsafe cursor.storeBytes(of: 0x30 | UInt8(truncatingIfNeeded: digit), as: UInt8.self)
            rest = quotient
        } while rest != 0
    }

    @inlinable
    public mutating func decimal(_ value: Int64) {
        decimal(value.magnitude)
        if value < 0 { byte(0x2d) }
    }

    // MARK: Length-delimited fields

    /// Writes the length of what was written since the mark, and the tag in front of it.
    @inlinable
    @inline(__always)
    public mutating func end(tag: UInt32, _ mark: Mark) {
        varint(UInt64(truncatingIfNeeded: count(since: mark)))
        self.tag(tag)
    }

    /// Ends a message, a string or bytes that began at the mark, as the value of the field.
    @inlinable
    public mutating func endMessage(field: UInt32, _ mark: Mark) { end(tag: field << 3 | WireType.bytes, mark) }

    /// A submessage whose fields `body` writes, in descending order.
    @inlinable
    public mutating func message<Failure: Error>(
        field: UInt32, _ body: (inout ReverseWriter) throws(Failure) -> Void
    ) throws(Failure) {
        let mark = mark()
        try body(&self)
        endMessage(field: field, mark)
    }

    /// A length-delimited value with its tag, whatever its length.
    @inlinable
    public mutating func field(tag: UInt32, _ value: RawSpan) {
        bytes(value)
        varint(UInt64(truncatingIfNeeded: value.byteCount))
        self.tag(tag)
    }

    /// As above, of a text's UTF-8.
    @inlinable
    public mutating func field(tag: UInt32, _ value: String) {
        let span = value.utf8Span.span
        unsafe field(tag: tag, span.bytes)
    }
}

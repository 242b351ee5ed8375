/// Memory that a `ReverseWriter` has filled. It lives as long as somebody keeps it.
///
/// A finished record's bytes never change again, so that a chunk can be read on another thread while its writer fills
/// what is still free of it: that is what `@unchecked Sendable` stands on.
@safe
public final class Chunk: @unchecked Sendable {
    @usableFromInline let base: UnsafeMutableRawPointer
    public let byteCount: Int

    @usableFromInline
    init(byteCount: Int) {
        unsafe base = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 16)
        self.byteCount = byteCount
    }

    deinit { unsafe base.deallocate() }

    /// The slice's bytes; traps if the slice is none of this chunk.
    @inlinable
    public func unsafeBytes(of slice: Slice) -> UnsafeRawBufferPointer {
        let offset = Int(slice.offset)
        let count = Int(slice.count)
        precondition(offset >= 0 && count >= 0 && offset + count <= byteCount, "a slice of another chunk")
        return unsafe UnsafeRawBufferPointer(start: base + offset, count: count)
    }

    @inlinable
    @_lifetime(borrow self)
    public func bytes(of slice: Slice) -> RawSpan {
        let bytes = unsafe RawSpan(_unsafeBytes: unsafeBytes(of: slice))
        return unsafe _overrideLifetime(bytes, borrowing: self)
    }
}

/// Where one finished record stands: the index of its chunk among those that `takeChunks()` gives next, and its bytes
/// there.
public struct Slice: Sendable, Equatable {
    public var chunk: Int32
    public var offset: Int32
    public var count: Int32

    @inlinable
    public init(chunk: Int32, offset: Int32, count: Int32) {
        self.chunk = chunk
        self.offset = offset
        self.count = count
    }
}

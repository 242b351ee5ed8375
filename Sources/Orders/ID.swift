/// An identifier of the contract: 1 to 64 bytes of `A-Z a-z 0-9 . _ : -`, kept inline so that copying it allocates
/// nothing. Source: domain, "Idempotency".
public struct ID: Sendable {
    public static let maxCount = 64

    @usableFromInline var words: InlineArray<8, UInt64>
    public let count: Int

    /// nil where the bytes are no id: empty, too long, or with a byte outside the alphabet.
    @inlinable public init?(_ bytes: RawSpan) {
        let count = bytes.byteCount
        guard count >= 1, count <= ID.maxCount else { return nil }
        var words = InlineArray<8, UInt64>(repeating: 0)
        let whole = count >> 3
        for index in 0..<whole {
            let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index << 3, as: UInt64.self)
            words[index] = UInt64(littleEndian: word)
            guard ID.areAllowed(words[index]) else { return nil }
        }
        if count & 7 != 0 {
            var word: UInt64 = 0
            if whole > 0 {
                // The last eight bytes, without those that stand in the word before.
                let last = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count - 8, as: UInt64.self)
                word = UInt64(littleEndian: last) >> UInt64((8 - count & 7) * 8)
            } else {
                for index in 0..<count {
                    let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
                    word |= UInt64(byte) << UInt64(index * 8)
                }
            }
            words[whole] = word
            // Something that is allowed stands for what is beyond the end.
            guard ID.areAllowed(word | 0x6161_6161_6161_6161 << UInt64((count & 7) * 8)) else { return nil }
        }
        self.words = words
        self.count = count
    }

    /// For ids that the program itself knows; nil as above.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        unsafe self.init(bytes.span.bytes)
    }

    /// Whether all eight bytes are of the alphabet. A byte's top bit says whether it is in a range: below 0x80 neither
    /// sum carries into the next byte.
    @inlinable static func areAllowed(_ bytes: UInt64) -> Bool {
        let each: UInt64 = 0x0101_0101_0101_0101
        let top = 0x80 * each
        guard bytes & top == 0 else { return false }
        func isFrom(_ low: UInt8, to high: UInt8, _ bytes: UInt64) -> UInt64 {
            (bytes &+ each &* UInt64(0x80 - low)) & ~(bytes &+ each &* UInt64(0x7F - high))
        }
        // With bit 5 set, capitals are small letters, and nothing else becomes one.
        let allowed =
            isFrom(UInt8(ascii: "a"), to: UInt8(ascii: "z"), bytes | 0x20 * each)
            | isFrom(UInt8(ascii: "0"), to: UInt8(ascii: ":"), bytes)
            | isFrom(UInt8(ascii: "-"), to: UInt8(ascii: "."), bytes)
            | isFrom(UInt8(ascii: "_"), to: UInt8(ascii: "_"), bytes)
        return allowed & top == top
    }

    /// The byte at `index`, 0 beyond the end.
    @inlinable public func byte(_ index: Int) -> UInt8 {
        guard index >= 0, index < count else { return 0 }
        return UInt8(truncatingIfNeeded: words[index >> 3] >> UInt64((index & 7) * 8))
    }

    /// The id's bytes, borrowed.
    @inlinable public var bytes: RawSpan {
        @_lifetime(borrow self)
        get {
            let all = unsafe words.span.bytes
            return unsafe all.extracting(unchecked: 0..<count)
        }
    }

    public var text: String {
        String(decoding: (0..<count).map(byte), as: UTF8.self)
    }
}

extension ID: Hashable, Comparable {
    @inlinable public static func == (a: ID, b: ID) -> Bool {
        guard a.count == b.count else { return false }
        for index in 0..<((a.count + 7) >> 3) where a.words[index] != b.words[index] { return false }
        return true
    }

    @inlinable public func hash(into hasher: inout Hasher) {
        for index in 0..<((count + 7) >> 3) { hasher.combine(words[index]) }
        hasher.combine(count)
    }

    /// Byte by byte, as the texts compare.
    @inlinable public static func < (a: ID, b: ID) -> Bool {
        for index in 0..<((min(a.count, b.count) + 7) >> 3) where a.words[index] != b.words[index] {
            return a.words[index].byteSwapped < b.words[index].byteSwapped
        }
        return a.count < b.count
    }
}

extension ID: CustomStringConvertible, ExpressibleByStringLiteral {
    public var description: String { text }

    /// For literals of the program and its tests, which are known to be ids.
    public init(stringLiteral text: String) {
        guard let id = ID(text) else { preconditionFailure("not an id: \(text)") }
        self = id
    }
}

/// What everything about one order is keyed by: `<distributor_id>/<distributor_order_id>`.
public struct OrderKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var distributorID: ID
    public var orderID: ID

    @inlinable public init(distributorID: ID, orderID: ID) {
        self.distributorID = distributorID
        self.orderID = orderID
    }

    public var description: String { "\(distributorID)/\(orderID)" }

    public static func < (a: OrderKey, b: OrderKey) -> Bool {
        (a.distributorID, a.orderID) < (b.distributorID, b.orderID)
    }
}

/// A hash over what a command asks for, made where messages are read: equal digests mean the same content.
public struct ContentDigest: Hashable, Sendable {
    public var high: UInt64
    public var low: UInt64

    @inlinable public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

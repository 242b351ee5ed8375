/// Bytes that are only passed on (a buyer, a seat, a ticket's code): where they stand, not what they say. They are
/// copied from the input or from the order's old state when the output is written.
public struct Passage: Hashable, Sendable {
    public enum Origin: UInt8, Sendable {
        /// The value of the record that is being handled.
        case input
        /// The order's state as it was before this decision.
        case state
    }

    public var origin: Origin
    public var offset: Int32
    public var count: Int32

    @inlinable public init(origin: Origin, offset: Int32, count: Int32) {
        self.origin = origin
        self.offset = offset
        self.count = count
    }

    /// Nothing to pass on.
    public static let none = Passage(origin: .input, offset: 0, count: 0)

    @inlinable public var isEmpty: Bool { count == 0 }
}

/// A text of an event: what a partner said, or the rules' own words.
public enum Text: Hashable, Sendable {
    case passage(Passage)
    case words(String)

    public static let none = Text.words("")
}

/// Milliseconds since 1970-01-01T00:00:00Z. A partner's finer times are cut to the millisecond.
public typealias Milliseconds = Int64

/// Three letters of ISO 4217, packed.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
    public let packed: UInt32

    /// nil where the bytes are not three letters A–Z.
    @inlinable public init?(_ bytes: RawSpan) {
        guard bytes.byteCount == 3 else { return nil }
        var packed: UInt32 = 0
        for index in 0..<3 {
            let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
            guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { return nil }
            packed = packed << 8 | UInt32(byte)
        }
        self.packed = packed
    }

    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        unsafe self.init(bytes.span.bytes)
    }

    /// nil where the number is not three packed letters A–Z.
    @inlinable public init?(packed: UInt32) {
        self.packed = packed
        guard packed < 1 << 24 else { return nil }
        for index in 0..<3 {
            let letter = byte(index)
            guard letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") else { return nil }
        }
    }

    /// The letter at `index`, 0 to 2.
    @inlinable public func byte(_ index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: packed >> UInt32((2 - index) * 8))
    }

    public var description: String {
        String(decoding: [byte(0), byte(1), byte(2)], as: UTF8.self)
    }
}

/// An amount in minor units (cents, fen) of a currency.
public struct Money: Hashable, Sendable {
    public var minorUnits: Int64
    public var currency: Currency

    @inlinable public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}

/// A set of an order's tickets by their sequence numbers, 0 to 99: ticket i of the placing's list has number i.
public struct TicketSet: Hashable, Sendable {
    /// Two words: what is aligned to sixteen bytes takes the allocator's slower way, and so does all that it is part of.
    private var low: UInt64
    private var high: UInt64

    public var bits: UInt128 {
        get { UInt128(high) << 64 | UInt128(low) }
        set { self = TicketSet(bits: newValue) }
    }

    public init(bits: UInt128 = 0) {
        low = UInt64(truncatingIfNeeded: bits)
        high = UInt64(truncatingIfNeeded: bits >> 64)
    }

    /// All tickets of an order of `count` tickets.
    public static func all(_ count: Int) -> TicketSet {
        TicketSet(bits: count >= 128 ? UInt128.max : (1 << UInt128(max(count, 0))) - 1)
    }

    public var isEmpty: Bool { bits == 0 }
    public var count: Int { bits.nonzeroBitCount }

    public func contains(_ ticket: Int) -> Bool { ticket >= 0 && ticket < 128 && bits >> UInt128(ticket) & 1 == 1 }

    public mutating func insert(_ ticket: Int) {
        guard ticket >= 0, ticket < 128 else { return }
        bits |= 1 << UInt128(ticket)
    }

    public func union(_ other: TicketSet) -> TicketSet { TicketSet(bits: bits | other.bits) }
    public func intersection(_ other: TicketSet) -> TicketSet { TicketSet(bits: bits & other.bits) }
    public func subtracting(_ other: TicketSet) -> TicketSet { TicketSet(bits: bits & ~other.bits) }
    public func isSubset(of other: TicketSet) -> Bool { bits & ~other.bits == 0 }

    /// The tickets' numbers, ascending.
    public var numbers: [Int] {
        var numbers: [Int] = []
        numbers.reserveCapacity(count)
        var rest = bits
        while rest != 0 {
            numbers.append(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        return numbers
    }
}

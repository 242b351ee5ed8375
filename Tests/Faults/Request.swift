/// The requests of Kafka's protocol that tests tell apart.
public struct API: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public var rawValue: Int16

    public init(rawValue: Int16) { self.rawValue = rawValue }

    public static let produce = API(rawValue: 0)
    public static let metadata = API(rawValue: 3)
    public static let findCoordinator = API(rawValue: 10)
    public static let joinGroup = API(rawValue: 11)
    public static let heartbeat = API(rawValue: 12)
    public static let syncGroup = API(rawValue: 14)
    public static let initProducerID = API(rawValue: 22)
    public static let addPartitionsToTxn = API(rawValue: 24)
    public static let addOffsetsToTxn = API(rawValue: 25)
    public static let endTxn = API(rawValue: 26)
    public static let txnOffsetCommit = API(rawValue: 28)

    public var description: String { "request \(rawValue)" }

    /// The first version with compact strings and tagged fields.
    fileprivate var flexibleFrom: Int16 {
        switch self {
        case .produce: 9
        case .metadata: 9
        case .findCoordinator, .addPartitionsToTxn, .addOffsetsToTxn, .endTxn, .txnOffsetCommit: 3
        case .initProducerID: 2
        case .joinGroup: 6
        default: .max
        }
    }

    /// Their first field is the transactional id, from the versions on that a transaction needs.
    fileprivate var beginsWithTransactionalID: Bool {
        switch self {
        case .produce, .initProducerID, .addPartitionsToTxn, .addOffsetsToTxn, .endTxn, .txnOffsetCommit: true
        default: false
        }
    }

    func isFlexible(_ version: Int16) -> Bool { version >= flexibleFrom }
}

/// One request on its way to a broker.
public struct Request: Sendable {
    /// Which of the proxy's connections it came on, counted from 0.
    public let connection: Int
    /// To which broker: its place in the list that the proxy was made with.
    public let broker: Int
    public let api: API
    public let version: Int16
    let correlation: Int32
    /// nil where the request has none.
    public let transactionalID: String?
    /// What an EndTxn asks for; nil for the others.
    public let isCommit: Bool?

    public func isSame(as other: Request) -> Bool { connection == other.connection && correlation == other.correlation }

    /// Reads a request's header and what tests look at of its body; nil where it is cut short.
    init?(_ frame: [UInt8], connection: Int, broker: Int) {
        var bytes = Cursor(frame)
        guard let key = bytes.int16(), let version = bytes.int16(), let correlation = bytes.int32() else { return nil }
        let api = API(rawValue: key)
        self.connection = connection
        self.broker = broker
        self.api = api
        self.version = version
        self.correlation = correlation
        _ = bytes.string()  // the client's id, never compact
        let isFlexible = api.isFlexible(version)
        if isFlexible { bytes.skipTags() }
        var id: String?
        if api.beginsWithTransactionalID { id = isFlexible ? bytes.compactString() : bytes.string() }
        transactionalID = id
        if api == .endTxn, bytes.skip(10) { isCommit = bytes.byte() == 1 } else { isCommit = nil }
    }
}

/// Reads big-endian fields from bytes, never past their end.
struct Cursor {
    private let bytes: [UInt8]
    private var next = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, count <= bytes.count - next else { return false }
        next += count
        return true
    }

    mutating func byte() -> UInt8? {
        let at = next
        return skip(1) ? bytes[at] : nil
    }

    mutating func int16() -> Int16? {
        guard let high = byte(), let low = byte() else { return nil }
        return Int16(bitPattern: UInt16(high) << 8 | UInt16(low))
    }

    mutating func int32() -> Int32? {
        guard let high = int16(), let low = int16() else { return nil }
        return Int32(high) << 16 | Int32(UInt16(bitPattern: low))
    }

    mutating func varint() -> Int? {
        var value = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            guard let byte = byte() else { return nil }
            value |= Int(byte & 0x7f) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }

    mutating func string() -> String? { int16().flatMap { text(Int($0)) } }

    mutating func compactString() -> String? { varint().flatMap { text($0 - 1) } }

    mutating func skipTags() {
        guard let count = varint() else { return }
        for _ in 0..<count {
            guard varint() != nil, let size = varint(), skip(size) else { return }
        }
    }

    private mutating func text(_ count: Int) -> String? {
        let at = next
        return skip(count) ? String(decoding: bytes[at..<next], as: UTF8.self) : nil
    }
}

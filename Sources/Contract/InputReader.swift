public import Orders
internal import Protobuf
internal import Schemas
internal import Signing

/// Reads the three inputs: bytes to the domain's values, or a refusal. Owned by one worker; keeps a hasher and memory
/// for the content digests.
///
/// Passages of what it returns are offsets into the value that was given. It traps on no bytes.
public struct InputReader: ~Copyable {
    var content = Content()
    private var hash = SHA256()

    public init() {}

    /// The first half of a SHA-256.
    mutating func digest(_ bytes: RawSpan) -> ContentDigest {
        let digest = hash.digest(bytes)
        return unsafe digest.withUnsafeBytes { bytes in
            unsafe ContentDigest(
                high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }

    mutating func digestOfContent() -> ContentDigest {
        // The memory is shared for the length of this: it is not changed meanwhile.
        let bytes = content.bytes
        return unsafe digest(bytes.span.bytes)
    }

    /// Of an action that is invalid: its own bytes.
    mutating func digestOfInvalid(_ kind: UInt32, _ bytes: RawSpan) -> ContentDigest {
        content.begin(0)
        content.number(Int64(kind))
        content.text(bytes)
        return digestOfContent()
    }
}

/// A command, and whose it is.
public struct ReadCommand: Equatable, Sendable {
    public var key: OrderKey
    /// Not signed as yet: whoever verifies the record's signature sets `isSigned`.
    public var command: Command

    /// The account that must have signed it.
    public var accountID: ID { key.distributorID }

    public init(key: OrderKey, command: Command) {
        self.key = key
        self.command = command
    }
}

/// A supplier's result, and about which order.
public struct ReadResult: Equatable, Sendable {
    public var key: OrderKey
    public var result: SupplierResult

    /// Whose keys verify its signature.
    public var supplierID: ID { result.supplierID }

    public init(key: OrderKey, result: SupplierResult) {
        self.key = key
        self.result = result
    }
}

/// A record of `operator-actions`.
public enum ReadAction: Equatable, Sendable {
    case action(OrderKey, OperatorAction)
    case readmit(Readmit)
}

/// A record as it came elsewhere, to be judged as if it had come in its own place. Passages are in the action's value.
public struct Readmit: Equatable, Sendable {
    public struct Header: Equatable, Sendable {
        public var name: Passage
        public var value: Passage

        public init(name: Passage, value: Passage) {
            self.name = name
            self.value = value
        }
    }

    /// The order that it is about; the readmitted record's own body is held against its own key.
    public var orderKey: OrderKey
    public var id: ID
    /// Which input it was on.
    public var source: Input.Source
    public var partition: Int32
    public var offset: Int64
    /// Its first append time.
    public var appendedAtMs: Milliseconds
    public var key: Passage
    public var value: Passage
    public var headers: [Header]

    public init(
        orderKey: OrderKey, id: ID, source: Input.Source, partition: Int32, offset: Int64, appendedAtMs: Milliseconds,
        key: Passage, value: Passage, headers: [Header]
    ) {
        self.orderKey = orderKey
        self.id = id
        self.source = source
        self.partition = partition
        self.offset = offset
        self.appendedAtMs = appendedAtMs
        self.key = key
        self.value = value
        self.headers = headers
    }
}

/// Whose record it is, by its key and its body, which agree.
struct Identity {
    var key: OrderKey
    var id: ID

    /// - Parameter idField: how the message's own id is called.
    init(
        key: RawSpan?, distributorID: RawSpan, orderID: RawSpan, id: RawSpan, idField: StaticString
    ) throws(Refusal) {
        guard let key, !key.isEmpty else { throw Refusal(.unreadable, "the record has no key") }
        do {
            self.key = OrderKey(
                distributorID: try readID(distributorID, "distributor_id"),
                orderID: try readID(orderID, "distributor_order_id"))
            self.id = try readID(id, idField)
        } catch {
            throw Refusal(.unreadable, (error as? Fault)?.words ?? "\(error)")
        }
        guard isKey(key, of: self.key) else {
            throw Refusal(.keyMismatch, "the record's key is not \(self.key), which its body names")
        }
    }
}

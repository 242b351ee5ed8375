/// One record to be written. The bytes belong to the transaction's memory.
public struct OutgoingRecord: @unchecked Sendable {
    public var topic: Topic
    public var partition: Int32
    public var key: UnsafeRawBufferPointer?
    /// nil is a tombstone.
    public var value: UnsafeRawBufferPointer?
    /// The record's headers, as a range of `Transaction.headers`; most records have none, since headers are dear.
    public var firstHeader: Int32
    public var headerCount: Int32

    public init(
        topic: Topic, partition: Int32, key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?,
        firstHeader: Int32 = 0, headerCount: Int32 = 0
    ) {
        self.topic = topic
        self.partition = partition
        self.key = key
        self.value = value
        self.firstHeader = firstHeader
        self.headerCount = headerCount
    }
}

/// A header of an outgoing record. The name is bytes, because a dead letter's is passed on as it came, whether it is
/// UTF-8 or not.
public struct OutgoingHeader: Sendable, Equatable {
    public var name: [UInt8]
    public var value: [UInt8]?

    public init(name: [UInt8], value: [UInt8]?) {
        self.name = name
        self.value = value
    }

    public init(name: String, value: [UInt8]?) {
        self.init(name: Array(name.utf8), value: value)
    }
}

/// What one partition says when a transaction commits: where each input goes on, and which transaction of the
/// partition this is. `order-commands` is always among the positions, changed or not: so every transaction is checked
/// against the group's generation.
public struct PartitionCommit: Sendable {
    public var partition: Int32
    /// The partition's transaction number, kept as the metadata of the offset of `order-commands`: after any doubt it
    /// says whether the transaction was done.
    public var number: UInt64
    /// The next offset to handle, by input.
    public var positions: [(topic: Topic, next: Int64)]

    public init(partition: Int32, number: UInt64, positions: [(topic: Topic, next: Int64)]) {
        self.partition = partition
        self.number = number
        self.positions = positions
    }
}

/// All that is written, or not written, together: records in the order of the decisions, and the inputs' offsets.
public struct Transaction: ~Copyable, Sendable {
    public var records: [OutgoingRecord] = []
    public var headers: [OutgoingHeader] = []
    public var commits: [PartitionCommit] = []
    /// Keeps the memory alive that the records point into.
    public var owners: [any AnyObject & Sendable] = []

    public init() {}
}

/// How a transaction ended.
public enum Settlement: Sendable {
    case committed
    /// Nothing of it happened; decide again from the messages still held.
    case aborted(reason: String)
    /// As aborted, and it would end so again: the log takes no record of that size. `record` is its index.
    case tooLarge(record: Int, reason: String)
    /// The partitions are another member's by now: drop all of it and wait for the next assignment.
    case fenced(reason: String)
    /// This process cannot go on; another one may.
    case failed(reason: String)
}

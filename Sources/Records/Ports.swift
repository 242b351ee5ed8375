/// A change of which partitions a worker owns.
public enum AssignmentChange: Sendable {
    /// These partitions of each input are the worker's now. Their records can be taken; nothing of them was yet.
    case assigned([AssignedPartition])
    /// The worker is to end its work on all of its partitions and to call `releaseAssignment`.
    case revoked
    /// As revoked, but another member may own them already: nothing more can be committed.
    case lost
    /// The membership is over for good, for example because another process has the same instance id: this process
    /// ends, and does not fight for the transactional id.
    case failed(reason: String)
}

/// A partition with what the consumer group knows of it.
public struct AssignedPartition: Sendable {
    public var partition: Int32
    /// The committed offset of each input of `Topic.inputs`, in that order; nil where the group has none.
    public var committed: [Int64?]
    /// The number of the partition's last transaction, from the metadata of the offset of `order-commands`.
    public var number: UInt64?

    public init(partition: Int32, committed: [Int64?], number: UInt64?) {
        self.partition = partition
        self.committed = committed
        self.number = number
    }
}

/// Why an input of a partition gives nothing more until a person has decided.
public enum InputFault: Sendable, Equatable {
    /// The retained start of the input is past the position, or the input has ended before it for half a minute.
    case positionLost
    case other(String)
}

/// One worker's end of the log. Called per batch, never per record; all calls come from the worker's loop.
///
/// The port is split-phase: `submit` hands a transaction over and returns, `settled` tells how it ended.
public protocol Log: ~Copyable {
    /// Waits until there is something to take, to settle or to change, or until the time is over.
    mutating func wait(milliseconds: Int)
    /// The next change of the assignment, if there is one. Called often: it also keeps the group membership.
    mutating func assignmentChange() -> AssignmentChange?
    /// Ends what `revoked` or `lost` began.
    mutating func releaseAssignment()
    /// An empty inbox for this log's messages.
    func makeInbox() -> Inbox
    /// Moves up to `limit` records of one input into the inbox without waiting; gives how many.
    ///
    /// `wait` tells of what arrives, not of what is still there: who was given `limit` records asks again before it
    /// waits.
    mutating func take(_ topic: Topic, _ partition: Int32, limit: Int, into inbox: inout Inbox) throws(InputFailure)
        -> Int
    /// The end of each input of the partition as the broker tells now (the offset of the record to come), in the order
    /// asked; nil where it could not be told within `timeoutMs`.
    mutating func highWatermarks(_ inputs: [(topic: Topic, partition: Int32)], timeoutMs: Int) -> [Int64?]
    /// Up to where the input has been given: no record is left before this offset. It can be past the last record's next
    /// offset, because the markers of transactions and the records of aborted ones take offsets too; so an input is
    /// drained where this has reached its high watermark. nil where nothing is known yet.
    mutating func position(_ topic: Topic, _ partition: Int32) -> Int64?
    /// Hands a transaction to the committer. One at a time until it is settled.
    mutating func submit(_ transaction: consuming sending Transaction)
    /// How the transaction under way ended, if it has.
    mutating func settled() -> Settlement?
}

/// An input that stopped giving records.
public struct InputFailure: Error, Sendable {
    public var topic: Topic
    public var partition: Int32
    public var fault: InputFault

    public init(topic: Topic, partition: Int32, fault: InputFault) {
        self.topic = topic
        self.partition = partition
        self.fault = fault
    }
}

/// Reads one partition's changelog, committed records only.
public protocol ChangelogReader: Sendable {
    /// Gives each record from offset `from` (nil: the retained start) to the end that the broker told when reading
    /// began, in order. `body` may keep nothing of what it is given.
    /// - Parameter progress: called before the first record and then again and again, also while nothing comes: whoever
    ///   waits no longer throws.
    /// - Returns: the end: the offset from which a later reading goes on.
    /// - Throws: `ChangelogTrimmed` where records after `from` are no longer there.
    func read(
        partition: Int32, from: Int64?,
        progress: (_ position: Int64, _ end: Int64) throws -> Void,
        body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer?, _ offset: Int64) throws -> Void
    ) throws -> Int64
    /// The end of the partition's changelog as the broker tells now.
    func end(partition: Int32) throws -> Int64
}

/// The changelog no longer has all records from a position on: its retained start is past it.
public struct ChangelogTrimmed: Error, CustomStringConvertible {
    public var position: Int64

    public init(position: Int64) { self.position = position }

    public var description: String { "the changelog no longer has offset \(position)" }
}

/// What a store throws.
public protocol CheckpointStoreError: Error {
    /// Whether setting the store aside and rebuilding it from the changelog mends this. Otherwise the same call may
    /// succeed later: a disk has room again.
    var isMendedByRebuilding: Bool { get }
}

/// One entry of a checkpoint: a key's state, or its removal.
public struct CheckpointEntry {
    public var key: UnsafeRawBufferPointer
    /// nil removes the key.
    public var value: UnsafeRawBufferPointer?
    /// When the key's next timer is due, in milliseconds since 1970.
    public var nextDueMs: Int64?

    public init(key: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer?, nextDueMs: Int64?) {
        self.key = key
        self.value = value
        self.nextDueMs = nextDueMs
    }
}

/// A partition's states on the local disk: the fold of its changelog up to a position, with an index of the keys by
/// when their next timer is due. Never ahead of the log. Throws `CheckpointStoreError`s.
public protocol CheckpointStore: Sendable {
    /// The changelog position that the store has reached; nil when it is empty.
    func position() throws -> Int64?
    /// When the last checkpoint was written, by the machine's clock, in milliseconds since 1970; nil when it is empty.
    func checkpointedAtMs() throws -> Int64?
    /// Calls `body` with the stored state; it is valid during the call. Not called where there is none.
    func withState<R>(_ key: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R?
    /// Keys with a timer due at or before `untilMs`, in the order (due, key).
    func timers(untilMs: Int64, _ body: (_ dueMs: Int64, _ key: UnsafeRawBufferPointer) -> Void) throws
    /// Applies the entries and the position, all or none of it, durably. Entries come sorted by key, each key once.
    func checkpoint(_ entries: [CheckpointEntry], position: Int64) throws
    /// Every stored state, in the order of the keys.
    func forEachState(
        _ body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws -> Void) throws
    func close()
}

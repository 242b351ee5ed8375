public import Records

// The public types of this module, published before they were built: each body is still to come.

extension KafkaFailure {
    static let unfinished = KafkaFailure(code: "_NOT_IMPLEMENTED", message: "not built yet", action: "call the log")
}

/// The librdkafka that the process is linked to.
public enum KafkaLibrary {
    /// `2.0.2`.
    public static var version: String { "" }
    /// Why this librdkafka must not be used; nil where it may. Asked at start-up, before any client is made.
    public static func refusal() -> String? { nil }
}

/// Who a worker is in its group. One set a worker: no two workers of an installation share an instance or a
/// transactional id.
public struct WorkerIdentity: Sendable {
    public var groupID: String
    public var instanceID: String
    public var transactionalID: String
    public init(groupID: String, instanceID: String, transactionalID: String) {
        self.groupID = groupID
        self.instanceID = instanceID
        self.transactionalID = transactionalID
    }
}

/// One worker's end of a Kafka log: a static member of the group, a transactional producer on a thread of its own.
/// All inboxes of a log must be gone before the log is.
public struct KafkaLog: ~Copyable, Log {
    /// - Parameter partitionCount: the number of partitions of every input, by which the receive budget is divided.
    public init(
        _ settings: KafkaSettings, identity: WorkerIdentity, partitionCount: Int32, log: @escaping KafkaLogCallback
    ) throws(KafkaFailure) { throw .unfinished }
    /// Read from any thread.
    public var counters: LogCounters { LogCounters() }
    /// Leaves the group at once, so that its partitions go to others now: for scaling in. Without it a static member's
    /// partitions wait for it for the session's time-out.
    public mutating func leaveGroup() {}
    public mutating func wait(milliseconds: Int) {}
    public mutating func assignmentChange() -> AssignmentChange? { nil }
    public mutating func releaseAssignment() {}
    public func makeInbox() -> Inbox { Inbox { _ in } }
    public mutating func take(
        _ topic: Topic, _ partition: Int32, limit: Int, into inbox: inout Inbox
    ) throws(InputFailure) -> Int { 0 }
    public mutating func highWatermarks(_ inputs: [(topic: Topic, partition: Int32)], timeoutMs: Int) -> [Int64?] { [] }
    public mutating func position(_ topic: Topic, _ partition: Int32) -> Int64? { nil }
    public mutating func submit(_ transaction: consuming sending Transaction) {}
    public mutating func settled() -> Settlement? { nil }
}

/// What a worker's end of the log counted since it began. Read from any thread; single counters are exact, together
/// they are of no one moment.
public final class LogCounters: Sendable {
    public struct Values: Sendable {
        public var committed: UInt64 = 0
        public var aborted: UInt64 = 0
        public var fenced: UInt64 = 0
        public var recordsPublished: UInt64 = 0
        public var produceNs: UInt64 = 0
        public var flushNs: UInt64 = 0
        public var offsetsNs: UInt64 = 0
        public var commitNs: UInt64 = 0
        /// Producers replaced, by reason.
        public var recycles: [(reason: String, count: UInt64)] = []
        public var assignments: UInt64 = 0
        public var revocations: UInt64 = 0
        public var partitionsLost: UInt64 = 0
        /// Whether the transactional producer is initialised.
        public var isProducerReady = false
    }
    public func values() -> Values { Values() }
}

/// Reads changelogs; partitions can be read at the same time from several threads, each partition by one.
public final class KafkaChangelogReader: ChangelogReader {
    public init(_ settings: KafkaSettings, log: @escaping KafkaLogCallback) throws(KafkaFailure) { throw .unfinished }
    public func read(
        partition: Int32, from: Int64?, progress: (_ position: Int64, _ end: Int64) -> Void,
        body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer?, _ offset: Int64) throws -> Void
    ) throws -> Int64 { 0 }
    public func end(partition: Int32) throws -> Int64 { 0 }
}

/// One record as `TopicReader` and `Publisher` know it; borrowed for the length of a call.
public struct TopicRecord {
    public var topic: String
    public var partition: Int32
    public var offset: Int64
    public var timestampMs: Int64?
    public var isAppendTime: Bool
    public var key: UnsafeRawBufferPointer?
    public var value: UnsafeRawBufferPointer?
    public var headers: [ReceivedHeader]
}

/// Reads partitions of a topic without a group: for the directory, an order's history, checks and replays.
public struct TopicReader: ~Copyable {
    public enum Start: Sendable {
        case earliest
        case offset(Int64)
        /// The first record at or after this time, in milliseconds since 1970.
        case timestamp(Int64)
    }
    public enum Next: Sendable { case goOn, stop }

    public init(
        _ settings: KafkaSettings, readsUncommitted: Bool = false, log: @escaping KafkaLogCallback
    ) throws(KafkaFailure) { throw .unfinished }
    /// Reads each partition from `start` to the end that the broker tells when reading begins; records of one
    /// partition come in order.
    public mutating func readToEnd(
        _ topic: String, partitions: [Int32]? = nil, from start: Start = .earliest,
        _ body: (TopicRecord) throws -> Next
    ) throws {}
    /// Reads for ever: until `body` says stop or `idle`, called when nothing came for `idleMs`, does.
    public mutating func follow(
        _ topic: String, partitions: [Int32]? = nil, from start: Start = .earliest, idleMs: Int = 200,
        idle: () throws -> Next, _ body: (TopicRecord) throws -> Next
    ) throws {}
}

/// Publishes records outside of any transaction: for the command line and for load. Idempotent, acknowledged by every
/// in-sync replica.
public struct Publisher: ~Copyable {
    public init(_ settings: KafkaSettings, log: @escaping KafkaLogCallback) throws(KafkaFailure) { throw .unfinished }
    /// Copies the record into the client's queue; waits where the queue is full.
    /// - Parameter partition: nil takes the key's (`Murmur2`).
    public mutating func publish(
        _ topic: String, partition: Int32? = nil, key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?,
        headers: [(name: String, value: [UInt8]?)] = []
    ) throws(KafkaFailure) {}
    /// Waits until all that was published is acknowledged; throws the first failure since the last flush.
    public mutating func flush(timeoutMs: Int) throws(KafkaFailure) {}
}

public struct ClusterDescription: Sendable {
    public var clusterID: String?
    public var controllerID: Int32?
    public var brokers: [(id: Int32, host: String, port: Int)]
}

public struct TopicDescription: Sendable {
    public var name: String
    public var partitionCount: Int32
    public var replicationFactor: Int32
}

public struct NewTopic: Sendable {
    public var name: String
    public var partitionCount: Int32
    /// nil takes the broker's default.
    public var replicationFactor: Int32?
    public var configs: [(name: String, value: String)]
    public init(
        name: String, partitionCount: Int32, replicationFactor: Int32? = nil,
        configs: [(name: String, value: String)] = []
    ) {
        self.name = name
        self.partitionCount = partitionCount
        self.replicationFactor = replicationFactor
        self.configs = configs
    }
}

/// One configuration of a topic or broker as it is in force.
public struct ConfigEntry: Sendable {
    public var name: String
    /// nil where the broker does not tell it.
    public var value: String?
    public var isDefault: Bool
}

/// Asks about and sets up a cluster. Every call throws `KafkaFailure`.
public struct Admin: ~Copyable {
    public init(_ settings: KafkaSettings, log: @escaping KafkaLogCallback) throws(KafkaFailure) { throw .unfinished }
    public func describeCluster(timeoutMs: Int = 10_000) throws(KafkaFailure) -> ClusterDescription {
        throw .unfinished
    }
    /// Every topic that this client may see.
    public func topics(timeoutMs: Int = 10_000) throws(KafkaFailure) -> [TopicDescription] { throw .unfinished }
    /// The configs of each topic, in the order asked.
    public func configs(topics: [String], timeoutMs: Int = 10_000) throws(KafkaFailure) -> [[ConfigEntry]] {
        throw .unfinished
    }
    public func brokerConfigs(_ id: Int32, timeoutMs: Int = 10_000) throws(KafkaFailure) -> [ConfigEntry] {
        throw .unfinished
    }
    /// Makes topics; the result has, in the order asked, why one was not made. `TOPIC_ALREADY_EXISTS` is among them.
    public func createTopics(_ topics: [NewTopic], timeoutMs: Int = 30_000) throws(KafkaFailure) -> [KafkaFailure?] {
        throw .unfinished
    }
    /// Sets the given configs of a topic and leaves its others.
    public func setConfigs(
        topic: String, _ configs: [(name: String, value: String)], timeoutMs: Int = 10_000
    ) throws(KafkaFailure) { throw .unfinished }
    /// The end of each partition (uncommitted records count), in the order asked; nil where it could not be told.
    public func highWatermarks(
        _ partitions: [(topic: String, partition: Int32)], timeoutMs: Int = 10_000
    ) throws(KafkaFailure) -> [Int64?] { throw .unfinished }
    /// A group's stable committed offsets with their metadata, in the order asked; nil where it has none.
    public func committedOffsets(
        group: String, _ partitions: [(topic: String, partition: Int32)], timeoutMs: Int = 10_000
    ) throws(KafkaFailure) -> [(offset: Int64, metadata: String)?] { throw .unfinished }
}

/// librdkafka's own stand-in for a cluster, in this process and in memory: for trying out and for tests.
public struct MockCluster: ~Copyable {
    public init(brokers: Int = 1, log: @escaping KafkaLogCallback) throws(KafkaFailure) { throw .unfinished }
    public var bootstrapServers: String { "" }
    public func createTopic(_ name: String, partitionCount: Int32) throws(KafkaFailure) { throw .unfinished }
}

internal import CRdkafka
public import Records

/// A partition of a topic of one installation.
public struct TopicPartition: Hashable, Sendable {
    public var topic: Topic
    public var partition: Int32

    public init(_ topic: Topic, _ partition: Int32) {
        self.topic = topic
        self.partition = partition
    }
}

/// Asks where partitions begin and end, and reads no record.
public struct OffsetReader: ~Copyable {
    private let settings: KafkaSettings
    private let client: Client

    /// - Parameter readsUncommitted: whether a partition's end is that of all of its records, or lies before the first
    ///   record of a transaction that is still open.
    public init(
        _ settings: KafkaSettings, readsUncommitted: Bool, log: @escaping KafkaLogCallback
    ) throws(KafkaFailure) {
        let client = try makePartitionReader(settings, readsUncommitted: readsUncommitted, log: log)
        self.settings = settings
        self.client = client
    }

    /// The offset of the record to come, in the order asked; nil where the broker did not tell it.
    public func ends(of partitions: [TopicPartition], timeoutMs: Int = 10_000) throws(KafkaFailure) -> [Int64?] {
        try endOffsets(client.handle, named(partitions), timeoutMs: timeoutMs)
    }

    /// The first record that is retained.
    public func starts(of partitions: [TopicPartition], timeoutMs: Int = 10_000) throws(KafkaFailure) -> [Int64] {
        try startOffsets(client.handle, named(partitions), at: Int64(RD_KAFKA_OFFSET_BEGINNING), timeoutMs: timeoutMs)
    }

    private func named(_ partitions: [TopicPartition]) -> [(topic: String, partition: Int32)] {
        partitions.map { (settings.name(of: $0.topic), $0.partition) }
    }
}

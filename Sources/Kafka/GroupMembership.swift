internal import CRdkafka

/// A member of a group in one generation: what a transaction shows to commit offsets for it. A value, so that the
/// committer can hold it while the consumer goes on.
///
/// Taken when an assignment is made and kept until it is revoked: fresh metadata would be accepted even for a partition
/// that another member owns by then.
struct GroupMembership: Sendable, Equatable {
    var groupID: String
    var generation: Int32
    var memberID: String
    var instanceID: String?

    /// The consumer's membership as of now; nil where it is none: without a generation the broker would take offsets
    /// as from nobody in particular, unfenced.
    init?(of consumer: borrowing Client, groupID: String, instanceID: String?) {
        guard let metadata = rd_kafka_consumer_group_metadata(consumer.handle) else { return nil }
        defer { rd_kafka_consumer_group_metadata_destroy(metadata) }
        // librdkafka tells the generation only in its serialised form: a tag that ends in a colon, the generation, then
        // texts that end in zero, the group's and the member's id first.
        guard let bytes = Self.bytes(of: metadata), let colon = bytes.firstIndex(of: 0x3a), bytes.count > colon + 5
        else { return nil }
        let generation = bytes[(colon + 1)..<(colon + 5)].withUnsafeBytes { $0.loadUnaligned(as: Int32.self) }
        let texts = bytes[(colon + 5)...].split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard texts.count == 3, generation >= 0, !texts[1].isEmpty else { return nil }
        self.groupID = groupID
        self.generation = generation
        self.memberID = String(decoding: texts[1], as: UTF8.self)
        self.instanceID = instanceID
        // A librdkafka that writes it in another way must not go unnoticed.
        let same = withMetadata { Self.bytes(of: $0) }
        guard same == bytes else { return nil }
    }

    /// Calls `body` with librdkafka's form of it.
    func withMetadata<Result>(_ body: (OpaquePointer) throws -> Result) rethrows -> Result? {
        guard
            let metadata = rd_kafka_consumer_group_metadata_new_with_genid(groupID, generation, memberID, instanceID)
        else { return nil }
        defer { rd_kafka_consumer_group_metadata_destroy(metadata) }
        return try body(metadata)
    }

    private static func bytes(of metadata: OpaquePointer) -> [UInt8]? {
        var memory: UnsafeMutableRawPointer?
        var count = 0
        if let error = rd_kafka_consumer_group_metadata_write(metadata, &memory, &count) {
            rd_kafka_error_destroy(error)
            return nil
        }
        guard let memory else { return nil }
        defer { rd_kafka_mem_free(nil, memory) }
        return [UInt8](UnsafeRawBufferPointer(start: memory, count: count))
    }
}

/// What a transaction leaves with the committed offset of `order-commands`: the number, and who committed it. After any
/// doubt both together say whether a transaction was done: the number alone could be another member's, which took the
/// partition over and made a transaction of the same number.
struct CommitMark: Equatable {
    var number: UInt64
    var generation: Int32
    var memberID: String

    var text: String { "\(number) \(generation) \(memberID)" }

    init(number: UInt64, by membership: GroupMembership) {
        self.number = number
        generation = membership.generation
        memberID = membership.memberID
    }

    /// nil where the metadata is not of this form: a group that was set by hand.
    init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 2)
        guard let first = parts.first, let number = UInt64(first) else { return nil }
        self.number = number
        generation = parts.count == 3 ? Int32(parts[1]) ?? -1 : -1
        memberID = parts.count == 3 ? String(parts[2]) : ""
    }
}

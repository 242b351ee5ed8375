internal import CRdkafka

/// The end of each partition as the leaders tell now, in one call; nil where it could not be told in time. From a
/// client that reads committed records it is the end of what is committed.
func endOffsets(
    _ client: OpaquePointer, _ partitions: [(topic: String, partition: Int32)], timeoutMs: Int
) throws(KafkaFailure) -> [Int64?] {
    if partitions.isEmpty { return [] }
    let answers = try askLeaders(client, partitions, at: -1, timeoutMs: timeoutMs, "ask for the ends of partitions")
    return answers.map { $0.code == RD_KAFKA_RESP_ERR_NO_ERROR && $0.offset >= 0 ? $0.offset : nil }
}

/// The first offset of each partition at or after a time, or of the retained start (−2); −1 where there is none yet.
func startOffsets(
    _ client: OpaquePointer, _ partitions: [(topic: String, partition: Int32)], at time: Int64, timeoutMs: Int
) throws(KafkaFailure) -> [Int64] {
    if partitions.isEmpty { return [] }
    let action = "ask for the offsets of a time"
    var offsets: [Int64] = []
    for answer in try askLeaders(client, partitions, at: time, timeoutMs: timeoutMs, action) {
        try KafkaFailure.check(answer.code, action)
        offsets.append(answer.offset)
    }
    return offsets
}

/// Asks for offsets by time. Where that fails, a leader may have died: the next question goes to the new one.
private func askLeaders(
    _ client: OpaquePointer, _ partitions: [(topic: String, partition: Int32)], at time: Int64, timeoutMs: Int,
    _ action: String
) throws(KafkaFailure) -> [(offset: Int64, metadata: String, code: rd_kafka_resp_err_t)] {
    do throws(KafkaFailure) {
        return try askOffsets(partitions, offset: time) { list throws(KafkaFailure) in
            try KafkaFailure.check(rd_kafka_offsets_for_times(client, list, Int32(clamping: timeoutMs)), action)
        }
    } catch {
        refreshLeaders(client, topics: Set(partitions.map(\.topic)), timeoutMs: min(timeoutMs, 1_000))
        throw error
    }
}

/// Has the client learn again who leads these topics' partitions; where it cannot, the next question tells. For what only
/// asks for offsets nobody else does: librdkafka asks the leader that it has heard of, dead or not, until what it has
/// heard is minutes old.
func refreshLeaders(_ client: OpaquePointer, topics: Set<String>, timeoutMs: Int) {
    // While there is a handle of a topic, it is one of those that the next question is about.
    let handles = topics.map { rd_kafka_topic_new(client, $0, nil) }
    defer { for case let handle? in handles { rd_kafka_topic_destroy(handle) } }
    var metadata: UnsafePointer<rd_kafka_metadata>?
    _ = rd_kafka_metadata(client, 0, nil, &metadata, Int32(clamping: timeoutMs))
    if let metadata { rd_kafka_metadata_destroy(metadata) }
}

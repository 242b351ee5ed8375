internal import CRdkafka

/// Partitions with offsets, as librdkafka takes and gives them.
struct PartitionList: ~Copyable {
    let pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

    init(capacity: Int) {
        pointer = rd_kafka_topic_partition_list_new(Int32(clamping: capacity))
    }

    /// Takes over a list that librdkafka made.
    init(owning pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) { self.pointer = pointer }

    init(copying pointer: UnsafePointer<rd_kafka_topic_partition_list_t>) {
        self.pointer = rd_kafka_topic_partition_list_copy(pointer)
    }

    /// - Parameter offset: an offset, or one of librdkafka's logical ones (−1: end, −2: start, −1001: none).
    func add(_ topic: String, _ partition: Int32, offset: Int64 = -1001, metadata: String? = nil) {
        guard let element = rd_kafka_topic_partition_list_add(pointer, topic, partition) else { return }
        element.pointee.offset = offset
        guard var metadata else { return }
        // The list frees it, so it must be librdkafka's memory.
        metadata.withUTF8 { bytes in
            guard let memory = rd_kafka_mem_malloc(nil, max(bytes.count, 1)) else { return }
            if let from = bytes.baseAddress { memory.copyMemory(from: from, byteCount: bytes.count) }
            element.pointee.metadata = memory
            element.pointee.metadata_size = bytes.count
        }
    }

    var elements: UnsafeMutableBufferPointer<rd_kafka_topic_partition_t> {
        UnsafeMutableBufferPointer(start: pointer.pointee.elems, count: Int(pointer.pointee.cnt))
    }

    deinit { rd_kafka_topic_partition_list_destroy(pointer) }
}

extension rd_kafka_topic_partition_t {
    var topicName: String { topic.map { String(cString: $0) } ?? "" }

    var metadataText: String {
        guard let metadata, metadata_size > 0 else { return "" }
        return String(decoding: UnsafeRawBufferPointer(start: metadata, count: metadata_size), as: UTF8.self)
    }
}

/// Calls with the topic and partition of each asked and gives the offset of each, in the order asked.
func askOffsets(
    _ partitions: [(topic: String, partition: Int32)], offset: Int64 = -1001,
    _ ask: (UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) throws(KafkaFailure) -> Void
) throws(KafkaFailure) -> [(offset: Int64, metadata: String, code: rd_kafka_resp_err_t)] {
    let list = PartitionList(capacity: partitions.count)
    for (topic, partition) in partitions { list.add(topic, partition, offset: offset) }
    try ask(list.pointer)
    // librdkafka may have put them in another order.
    return partitions.map { asked in
        guard
            let element = rd_kafka_topic_partition_list_find(list.pointer, asked.topic, asked.partition)
        else { return (-1001, "", RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION) }
        return (element.pointee.offset, element.pointee.metadataText, element.pointee.err)
    }
}

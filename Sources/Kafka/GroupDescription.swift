internal import CRdkafka

/// A consumer group as its coordinator tells it.
public struct GroupDescription: Sendable {
    public struct Member: Sendable {
        /// `group.instance.id`; empty of a member that has none.
        public var instanceID: String
        public var host: String
        public var partitions: [(topic: String, partition: Int32)]
    }

    /// In Kafka's words: `Stable`, `PreparingRebalance`, `Empty`, `Dead`.
    public var state: String
    public var members: [Member]
}

extension Admin {
    public func describeGroup(_ groupID: String, timeoutMs: Int = 10_000) throws(KafkaFailure) -> GroupDescription {
        let action = "describe the group \(groupID)"
        let event = try ask(action, timeoutMs: timeoutMs) { options, queue in
            groupID.withCString { name in
                var names: [UnsafePointer<CChar>?] = [name]
                rd_kafka_DescribeConsumerGroups(client.handle, &names, 1, options, queue)
            }
        }
        var count = 0
        let groups = rd_kafka_DescribeConsumerGroups_result_groups(
            rd_kafka_event_DescribeConsumerGroups_result(event.event), &count)
        guard count > 0, let group = groups?[0] else { throw KafkaFailure(RD_KAFKA_RESP_ERR__FAIL, action: action) }
        if let error = rd_kafka_ConsumerGroupDescription_error(group) {
            // Not ours to free: it lives with the event.
            throw KafkaFailure(rd_kafka_error_code(error), action: action)
        }
        let state = rd_kafka_consumer_group_state_name(rd_kafka_ConsumerGroupDescription_state(group))
        return GroupDescription(
            state: state.map { String(cString: $0) } ?? "",
            members: (0..<rd_kafka_ConsumerGroupDescription_member_count(group)).compactMap { index in
                rd_kafka_ConsumerGroupDescription_member(group, index).map { GroupDescription.Member($0) }
            })
    }
}

extension GroupDescription.Member {
    fileprivate init(_ member: OpaquePointer) {
        instanceID = rd_kafka_MemberDescription_group_instance_id(member).map { String(cString: $0) } ?? ""
        host = rd_kafka_MemberDescription_host(member).map { String(cString: $0) } ?? ""
        partitions = []
        guard let assignment = rd_kafka_MemberDescription_assignment(member),
            let list = rd_kafka_MemberAssignment_partitions(assignment)
        else { return }
        for element in UnsafeBufferPointer(start: list.pointee.elems, count: Int(list.pointee.cnt)) {
            partitions.append((element.topicName, element.partition))
        }
    }
}

internal import CRdkafka

extension Admin {
    /// Who is in a consumer group now, by client id and address; empty where nobody is, or there is no such group. A
    /// static member that has ended stays until its session's time is over.
    public func members(ofGroup group: String, timeoutMs: Int = 10_000) throws(KafkaFailure) -> [String] {
        var list: UnsafePointer<rd_kafka_group_list>?
        try KafkaFailure.check(
            rd_kafka_list_groups(client.handle, group, &list, Int32(clamping: timeoutMs)), "look at the group \(group)")
        guard let list else { return [] }
        defer { rd_kafka_group_list_destroy(list) }
        var members: [String] = []
        for index in 0..<Int(list.pointee.group_cnt) {
            let info = list.pointee.groups[index]
            try KafkaFailure.check(info.err, "look at the group \(group)")
            for member in 0..<Int(info.member_cnt) {
                let found = info.members[member]
                let client = found.client_id.map { String(cString: $0) } ?? ""
                let host = found.client_host.map { String(cString: $0) } ?? ""
                members.append("\(client) at \(host.drop { $0 == "/" })")
            }
        }
        return members
    }
}

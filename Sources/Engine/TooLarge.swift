internal import Records

extension Worker where L: ~Copyable {
    /// The log has refused a transaction because of a record that is too large.
    ///
    /// A broker takes or refuses a batch of records as one, and the client then names the first of them: which record is
    /// meant shows only where one input or timer is alone in its transaction. So they are handled one by one until it
    /// is. Then the input goes to the dead letters, and the timer's order says Escalated; where the log does not take
    /// that either, or not what every transaction writes, the partition stops: to try again would be without end.
    mutating func refuseNextTime(_ cause: OutputCause, of refused: UnderWay, reason: String) {
        guard refused.handled <= 1 else {
            recordLimit = 1
            return
        }
        guard let box = partitions.first(where: { $0.partition.number == cause.partition }) else { return }
        switch cause.what {
        case .record(let input, let offset):
            guard let index = box.partition.refused.firstIndex(where: { $0.input == input && $0.offset == offset })
            else { return box.partition.refused.append((input, offset, 1)) }
            guard DeadLetterForm(rawValue: box.partition.refused[index].times) != nil else {
                let what = "the dead letter of \(Topic.inputs[input].name) \(cause.partition):\(offset), key and value left out"
                return stop(&box.partition, .recordTooLarge(what, reason))
            }
            box.partition.refused[index].times += 1
        case .timer(let dueMs, let key):
            guard !box.partition.refusedTimers.contains(where: { $0.dueMs == dueMs && $0.key == key }) else {
                let what = "the order \(String(decoding: key, as: UTF8.self)) after its timer, or its Escalated"
                return stop(&box.partition, .recordTooLarge(what, reason))
            }
            box.partition.refusedTimers.append((dueMs, key))
        case .transaction:
            stop(&box.partition, .recordTooLarge("what each transaction writes to order-state and journal", reason))
        }
    }
}

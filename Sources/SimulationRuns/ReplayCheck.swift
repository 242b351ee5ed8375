internal import Contract
internal import Engine
internal import Protobuf
internal import Records
internal import SimulatedKafka

/// I9: the journal, done again, gives every output of every partition byte for byte.
extension SimulationRun {
    func checkReplays() {
        for partition in 0..<cluster.partitionCount {
            do {
                if let difference = try replayDifference(partition) {
                    find("I9", "partition \(partition): \(difference)")
                }
            } catch {
                find("I9", "partition \(partition) cannot be replayed: \(error)")
            }
        }
    }

    private func replayDifference(_ partition: Int32) throws -> String? {
        var replayer = try Replayer(
            partition: partition, partitionCount: cluster.partitionCount, groupID: settings.groupID,
            store: SimulatedStore())
        for topic in Topic.inputs {
            let place = SimulatedCluster.Place(topic: topic, partition: partition)
            each(topic, of: partition) { record, offset in
                var inbox = Inbox { $0.deallocate() }
                record.put(into: &inbox, from: place, offset: offset)
                let received = inbox.records[0]
                replayer.offer(
                    topic, offset: received.offset, appendedAtMs: received.appendedAtMs, key: received.key,
                    value: received.value, headers: inbox.headers)
            }
        }
        var written: [Topic: [(key: [UInt8]?, value: [UInt8]?)]] = [:]
        for topic in Topic.allCases where !Topic.inputs.contains(topic) {
            let place = SimulatedCluster.Place(topic: topic, partition: partition)
            // What was compacted away was written all the same.
            written[topic] = (cluster.records[place] ?? []).filter { !$0.isMarker && $0.fortune == .committed }
                .map { ($0.key, $0.value) }
        }
        var done: [Topic: Int] = [:]
        for (_, value) in written[.journal] ?? [] {
            let journal = try (value ?? []).withUnsafeBytes { try readJournalRecord(RawSpan(_unsafeBytes: $0)) }
            guard let directory = directories.first(where: { $0.version == journal.directoryVersion }) else {
                return "transaction \(journal.number) saw the directory's version \(journal.directoryVersion)"
            }
            let transaction: Transaction
            do throws(ReplayFault) {
                transaction = try replayer.replay(journal, directory: directory)
            } catch {
                return "transaction \(journal.number): \(error); its steps are \(journal.steps)"
            }
            for record in transaction.records where !Topic.inputs.contains(record.topic) {
                let index = done[record.topic, default: 0]
                done[record.topic] = index + 1
                let expected = written[record.topic] ?? []
                guard index < expected.count, record.key.map({ Array($0) }) == expected[index].key,
                    record.value.map({ Array($0) }) == expected[index].value
                else {
                    let found = record.value.map { Array($0) }
                    let was = index < expected.count ? words(expected[index].value, record.topic) : "nothing"
                    return "transaction \(journal.number), \(record.topic.name): record \(index) is "
                        + "\(words(found, record.topic)), was \(was); its steps are \(journal.steps)"
                }
            }
        }
        for (topic, expected) in written where expected.count != done[topic, default: 0] {
            return "\(topic.name) has \(expected.count) records, the replay wrote \(done[topic, default: 0])"
        }
        return nil
    }
}

import Contract
import Foundation
import Kafka
import Protobuf
import Records
import Schemas
import Service
import Testing

extension Installation {
    /// Traffic with a kill -9 in the middle, until everything is handled and the adapter has ended.
    /// - Returns: a time about in the middle.
    func workWithKill(orders: Int) throws -> String {
        try makeTopics()
        let load = try startLoad(orders: orders, perSecond: 100, seed: 7)
        var adapter = try startAdapter()
        try awaitInputs(adapter)
        usleep(1_000_000)
        adapter.killNow()
        let middle = timestamp(0)
        adapter = try startAdapter()
        #expect(try load.wait(seconds: 180) == 0, "\(load.log.suffix(500))")
        _ = try expectInvariants()
        adapter.signal(SIGTERM)
        #expect(try adapter.wait(seconds: 10) == 0, "\(adapter.log.suffix(500))")
        return middle
    }

    /// What `turnstile replay verify` says, which must find nothing.
    func verify(_ arguments: String...) throws -> (words: String, transactions: Int, records: Int) {
        let (_, log) = try turnstile(["replay", "verify", "--trial-cluster"] + arguments, expecting: 0)
        let line = log.split(separator: "\n").last { $0.hasPrefix("replay: byte-identical") } ?? ""
        let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 2 else { throw TimedOut(description: "no verdict: \(log)") }
        return (String(line.dropFirst("replay: ".count)), numbers[0], numbers[1])
    }

    /// It must find a difference, and say all this of it.
    func expectDifference(_ words: [String], _ scope: String...) throws {
        let (_, log) = try turnstile(
            ["replay", "verify", "--trial-cluster"] + (scope.isEmpty ? ["--all"] : scope), expecting: 4)
        let first = log.split(separator: "\n").first { $0.contains("the first:") } ?? ""
        for word in words { #expect(first.contains(word), "\(word): \(log)") }
    }

    /// A record that no transaction wrote, right in the live topic.
    func expectAddedIsFound(_ topic: Topic) throws {
        let model = try #require(try read(topic).last)
        try publish(topic, Sent(key: model.key, value: model.value, partition: model.partition))
        try expectDifference(["\(topic.name) \(model.partition):", "is added", "no transaction wrote it"])
    }

    func transactions(handling range: Range<Int64>, partition: Int32) throws -> Int {
        let records = try read(.journal).filter { $0.partition == partition }.map { record in
            let value = record.value ?? []
            return try readJournalRecord(value.span.bytes)
        }
        let handling = records.filter { record in
            record.steps.contains { step in
                if case .run(let run) = step, run.input == 0 {
                    return run.firstOffset < range.upperBound && run.lastOffset >= range.lowerBound
                }
                return false
            }
        }
        guard let first = handling.first, let last = handling.last else { return 0 }
        return Int(last.number - first.number) + 1
    }

    /// The same topics under another prefix, with what `change` makes of each record; nil leaves it out. Inputs keep
    /// their offsets, and all records their times: they are read with `--trial-cluster`.
    func copied(_ change: (Topic, Received) throws -> Received?) throws -> Installation {
        let copy = try at(prefix: "copy-\(UUID().uuidString.prefix(8).lowercased()).")
        let admin = try Admin(settings, log: { _ in })
        let topics = TopicPlan.topics(
            prefix: copy.settings.topicPrefix, partitions: Int32(partitionCount), replicationFactor: nil
        ).map { topic in
            NewTopic(
                name: topic.name, partitionCount: topic.partitionCount,
                configs: [("message.timestamp.type", "CreateTime")])
        }
        for failure in try admin.createTopics(topics) { if let failure { throw failure } }
        var publisher = try Publisher(copy.settings, log: { _ in })
        for topic in Topic.allCases {
            var reader = try TopicReader(settings, log: { _ in })
            var records: [(record: Received, atMs: Int64?)] = []
            try reader.readToEnd(settings.name(of: topic)) { record in
                records.append((Received(record), record.timestampMs))
                return .goOn
            }
            for (record, atMs) in records {
                guard let changed = try change(topic, record) else { continue }
                try (changed.key ?? []).withUnsafeBytes { key in
                    let headers = changed.headers.map { (name: Array($0.name.utf8), value: $0.value) }
                    func send(_ value: UnsafeRawBufferPointer?) throws {
                        try publisher.publish(
                            copy.settings.name(of: topic), partition: record.partition, key: key, value: value,
                            headers: headers, timestampMs: atMs)
                    }
                    if let value = changed.value {
                        try value.withUnsafeBytes { try send($0) }
                    } else {
                        try send(nil)
                    }
                }
            }
        }
        try publisher.flush(timeoutMs: 30_000)
        return copy
    }

    /// As `copied`, with one record changed; it is known by its value.
    func copied(altering victim: Received, on topic: Topic, _ alter: (inout Received) throws -> Void) throws
        -> Installation
    {
        try copied { place, record in
            guard place == topic, record.value == victim.value else { return record }
            var record = record
            try alter(&record)
            return record
        }
    }

    /// A topic's keys, values and headers by partition.
    func bytes(_ topic: Topic) throws -> [[[UInt8]]] {
        let records = try read(topic)
        return (0..<Int32(partitionCount)).map { partition in
            records.filter { $0.partition == partition }.map { record in
                (record.key ?? []) + [0] + (record.value ?? [])
                    + record.headers.flatMap { Array($0.name.utf8) + [0] + ($0.value ?? []) }
            }
        }
    }

    /// The groups that the cluster knows to have to do with these topics: by committed offsets and by members.
    func groups() throws -> Set<String> {
        var reader = try TopicReader(settings, log: { _ in })
        let prefix = Data(settings.topicPrefix.utf8)
        var groups: Set<String> = []
        try reader.readToEnd("__consumer_offsets") { record in
            // A version of two bytes, then the group's name with its length in two bytes before it.
            let key = Data(record.key ?? UnsafeRawBufferPointer(start: nil, count: 0))
            let value = Data(record.value ?? UnsafeRawBufferPointer(start: nil, count: 0))
            guard key.count > 4, key.range(of: prefix) != nil || value.range(of: prefix) != nil else { return .goOn }
            let count = Int(key[2]) << 8 | Int(key[3])
            groups.insert(String(decoding: key.dropFirst(4).prefix(count), as: UTF8.self))
            return .goOn
        }
        return groups
    }

    func topicNames() throws -> [String] {
        try Admin(settings, log: { _ in }).topics().map(\.name)
    }
}

extension Received {
    /// The value with one field of its message replaced.
    func replacing(_ field: String, _ value: JSONValue, _ message: MessageDescriptor) throws -> [UInt8] {
        guard case .object(var members) = json(message) else { return [] }
        members.removeAll { $0.name == field }
        members.append((field, value))
        return try message.bytes(json: .object(members))
    }
}

import Foundation
import Records
import Testing

@testable import Kafka

@Suite("Readers, publisher and administration against a broker", .serialized, .needsBroker)
struct ReadingTests {
    @Test("The changelog is read from a position to its end, over markers and aborted records, tombstones too")
    func changelog() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 2)
            var log = try bench.makeLog("a")
            _ = try log.assigned()
            for number in UInt64(1)...3 {
                var transaction = Transaction()
                transaction.write(.orderState, "state \(number)", partition: 1)
                if number == 2 { transaction.write(.orderEvents, String(repeating: "x", count: 5 << 20)) }
                transaction.write(.orderState, number == 3 ? nil : "more \(number)", partition: 1)
                transaction.commit(1, number: number, next: 0)
                log.submit(transaction)
                #expect(try log.settlement().name == (number == 2 ? "tooLarge" : "committed"))
            }
            let reader = try KafkaChangelogReader(bench.settings, log: bench.lines.callback)
            var read: [String] = []
            var offsets: [Int64] = []
            var last: (Int64, Int64) = (0, 0)
            let first = try reader.read(partition: 1, from: nil, progress: { last = ($0, $1) }) { key, value, offset in
                read.append(value.map { String(decoding: $0, as: UTF8.self) } ?? "-")
                offsets.append(offset)
                #expect(value == nil || key.elementsEqual(value ?? key))
            }
            #expect(read == ["state 1", "more 1", "state 3", "-"])
            #expect(last == (first, first))
            // A broker answers a commit before the marker stands in each partition, so the last one may have come after
            // the first question for the end. Now it is there: what it commits has been read.
            let end = try reader.end(partition: 1)
            #expect(first > offsets[3] && (first...first + 1).contains(end))

            read = []
            let again = try reader.read(partition: 1, from: offsets[2], progress: { _, _ in }) { _, value, _ in
                read.append(value.map { String(decoding: $0, as: UTF8.self) } ?? "-")
            }
            #expect(again == end && read == ["state 3", "-"])
            #expect(try reader.read(partition: 1, from: end, progress: { _, _ in }, body: { _, _, _ in }) == end)
            #expect(try reader.read(partition: 0, from: nil, progress: { _, _ in }, body: { _, _, _ in }) == 0)
        }
    }

    @Test("A key goes to the partition on which Kafka's own clients and librdkafka's put it")
    func samePartition() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 7)
            let keys = (0..<50).map { "order-\($0 * 7919)" }
            var publisher = try Publisher(bench.settings, log: bench.lines.callback)
            let topic = bench.settings.name(of: .orderEvents)
            for key in keys {
                try Array(key.utf8).withUnsafeBytes { try publisher.publish(topic, key: $0, value: $0) }
            }
            try publisher.flush(timeoutMs: 10_000)
            let ours = try bench.kcat(.orderEvents, ["-f", "%p %s\n"]).split(separator: "\n").sorted()

            let kcat = Process()
            kcat.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            kcat.arguments = [
                "kcat", "-b", bench.settings.bootstrapServers, "-P", "-t", bench.settings.name(of: .supplierRequests),
                "-X", "topic.partitioner=murmur2_random", "-K", "|",
            ]
            let pipe = Pipe()
            kcat.standardInput = pipe
            try kcat.run()
            pipe.fileHandleForWriting.write(Data(keys.map { "\($0)|\($0)\n" }.joined().utf8))
            try pipe.fileHandleForWriting.close()
            kcat.waitUntilExit()
            let theirs = try bench.kcat(.supplierRequests, ["-f", "%p %s\n"]).split(separator: "\n").sorted()
            #expect(ours == theirs && ours.count == 50)
        }
    }

    @Test("A topic is read from a time, from an offset, one partition of it, and followed")
    func starts() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 2)
            let topic = bench.settings.name(of: .orderEvents)
            try bench.publish(.orderEvents, 0, ["a", "b"])
            try bench.publish(.orderEvents, 1, ["other"])
            Thread.sleep(forTimeInterval: 0.05)
            let timeMs = Int64(Date().timeIntervalSince1970 * 1000)
            Thread.sleep(forTimeInterval: 0.05)
            try bench.publish(.orderEvents, 0, ["c"])
            var reader = try TopicReader(bench.settings, log: bench.lines.callback)
            func values(_ partitions: [Int32]?, _ start: TopicReader.Start) throws -> [String] {
                var values: [String] = []
                try reader.readToEnd(topic, partitions: partitions, from: start) { record in
                    values.append(record.value.map { String(decoding: $0, as: UTF8.self) } ?? "-")
                    return .goOn
                }
                return values
            }
            #expect(try values(nil, .earliest).sorted() == ["a", "b", "c", "other"])
            #expect(try values([0], .earliest) == ["a", "b", "c"])
            #expect(try values([0], .offset(1)) == ["b", "c"])
            #expect(try values(nil, .timestamp(timeMs)) == ["c"])
            #expect(try values(nil, .timestamp(timeMs + 3_600_000)).isEmpty)

            var seen: [String] = []
            var idles = 0
            let reached = try reader.readToEnd(topic, partitions: [0]) { record in
                seen.append(record.value.map { String(decoding: $0, as: UTF8.self) } ?? "-")
                return seen.count == 2 ? .stop : .goOn
            }
            #expect(seen == ["a", "b"] && reached.map(\.next) == [2])
            try reader.follow(topic, partitions: [0], from: .offset(2), idleMs: 20) {
                idles += 1
                if idles == 1 { try bench.publish(.orderEvents, 0, ["d"]) }
                return idles > 500 ? .stop : .goOn
            } _: { record in
                seen.append(record.value.map { String(decoding: $0, as: UTF8.self) } ?? "-")
                return seen.last == "d" ? .stop : .goOn
            }
            #expect(seen == ["a", "b", "c", "d"])
            #expect(try values([0], .offset(99)).isEmpty)
        }
    }

    @Test("Topics are made, told with their configs, and changed without losing what was set before")
    func administration() async throws {
        try await blocking {
            let bench = try Bench(partitionCount: 3)
            let admin = try Admin(bench.settings, log: bench.lines.callback)
            let cluster = try admin.describeCluster()
            #expect(!cluster.brokers.isEmpty && cluster.clusterID != nil && cluster.controllerID != nil)
            let name = bench.settings.name(of: .orderState)
            let topic = try admin.topics().first { $0.name == name }
            #expect(topic?.partitionCount == 3 && topic?.replicationFactor == 1)

            let again = try admin.createTopics([
                NewTopic(name: name, partitionCount: 3),
                NewTopic(name: bench.settings.name(of: .statements), partitionCount: 1),
            ])
            #expect(again.map { $0?.code } == ["TOPIC_ALREADY_EXISTS", nil])

            try admin.setConfigs(topic: name, [("cleanup.policy", "compact"), ("max.message.bytes", "2097152")])
            try admin.setConfigs(topic: name, [("max.message.bytes", "3000000")])
            let configs = try admin.configs(topics: [name, bench.settings.name(of: .journal)])
            func value(_ index: Int, _ name: String) -> String? { configs[index].first { $0.name == name }?.value }
            #expect(value(0, "max.message.bytes") == "3000000" && value(0, "cleanup.policy") == "compact")
            #expect(value(0, "message.timestamp.type") == "LogAppendTime")
            #expect(value(1, "cleanup.policy") == "delete")
            #expect(try admin.brokerConfigs(cluster.brokers[0].id).contains { $0.name == "auto.create.topics.enable" })
            do throws(KafkaFailure) {
                try admin.setConfigs(topic: name, [("cleanup.policy", "nonsense")])
                Issue.record("It was taken.")
            } catch {
                #expect(error.code == "INVALID_CONFIG")
            }

            try bench.publish(.orderCommands, 1, ["one"])
            let commands = bench.settings.name(of: .orderCommands)
            #expect(try admin.highWatermarks([(commands, 0), (commands, 1), (commands, 9)]) == [0, 1, nil])
        }
    }

    @Test("A topic that does not exist is said by its name")
    func missingTopic() async throws {
        try await blocking {
            let bench = try Bench()
            var reader = try TopicReader(bench.settings, log: bench.lines.callback)
            do {
                try reader.readToEnd("test-no-such-topic") { _ in .goOn }
                Issue.record("It was read.")
            } catch let failure as KafkaFailure {
                #expect(failure.code == "UNKNOWN_TOPIC_OR_PART" && failure.description.contains("test-no-such-topic"))
            }
        }
    }
}

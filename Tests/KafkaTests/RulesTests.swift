import Records
import Testing

@testable import Kafka

@Suite("What needs no broker")
struct RulesTests {
    @Test(
        "A key's partition is the one of Kafka's own clients",
        arguments: [
            // From the tests of Kafka's Utils.murmur2.
            ("21", -973_932_308), ("foobar", -790_332_482), ("a-little-bit-long-string", -985_981_536),
            ("a-little-bit-longer-string", -1_486_304_829),
            ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58_897_971), ("abc", 479_470_107),
        ])
    func murmur2(text: String, hash: Int) {
        let bytes = Array(text.utf8)
        #expect(Int32(bitPattern: bytes.withUnsafeBytes { Murmur2.hash($0) }) == Int32(hash))
        let partition = bytes.withUnsafeBytes { Murmur2.partition(of: $0, count: 12) }
        #expect(partition == Int32((UInt32(bitPattern: Int32(hash)) & 0x7fff_ffff) % 12))
        #expect(Murmur2.partition(of: bytes.span.bytes, count: 12) == partition)
    }

    @Test(
        "A property that correctness rests on is refused by name",
        arguments: [
            "transactional.id", "isolation.level", "enable.auto.commit", "enable.auto.offset.store", "partitioner",
            "enable.idempotence", "group.instance.id", "auto.offset.reset", "partition.assignment.strategy", "acks",
            "group.id", "session.timeout.ms", "transaction.timeout.ms",
        ])
    func refusedProperty(name: String) {
        #expect(throws: RefusedProperty.self) {
            try KafkaSettings(bootstrapServers: "localhost:9092", properties: [(name, "x")])
        }
    }

    @Test("Other properties pass", arguments: ["security.protocol", "sasl.mechanism", "ssl.ca.location", "linger.ms"])
    func passedProperty(name: String) throws {
        let settings = try KafkaSettings(bootstrapServers: "localhost:9092", properties: [(name, "x")])
        #expect(settings.properties.map(\.name) == [name])
    }

    @Test("A property that librdkafka does not take is said by name")
    func invalidProperty() throws {
        let settings = try KafkaSettings(bootstrapServers: "localhost:9092", properties: [("no.such.thing", "1")])
        do throws(KafkaFailure) {
            _ = try Admin(settings) { _ in }
            Issue.record("It was taken.")
        } catch {
            #expect(error.description.contains("no.such.thing"))
        }
    }

    @Test(
        "Versions with known faults are refused, others not",
        arguments: [
            (0x0200_02ff, true), (0x0200_00ff, false), (0x0200_01ff, false), (0x0109_02ff, false), (0x0201_00ff, false),
            (0x0201_01ff, true), (0x0204_00ff, true), (0x0205_00ff, false), (0x0205_02ff, false), (0x0205_03ff, true),
            (0x020a_00ff, false), (0x020a_01ff, true), (0x0210_00ff, true),
        ])
    func versions(version: Int, isTaken: Bool) {
        #expect((KafkaLibrary.refusal(of: Int32(version)) == nil) == isTaken)
    }

    @Test("Records are grouped by topic and partition, each group in the records' order")
    func partitionOrder() {
        var order = PartitionOrder()
        let places: [(Topic, Int32)] = [
            (.orderEvents, 3), (.orderState, 3), (.orderEvents, 3), (.orderEvents, 0), (.orderState, 3),
            (.orderEvents, 3),
        ]
        for _ in 0..<2 {  // the second time with what the first one left
            let sorted = order.sort(
                places.map { OutgoingRecord(topic: $0.0, partition: $0.1, key: nil, value: nil) })
            #expect(sorted)
            let groups = order.runs.map { Array(order.records[$0.range]) }
            #expect(groups == [[0, 2, 5], [1, 4], [3]])
            let runs = order.runs
            #expect(runs.map(\.topic) == [.orderEvents, .orderState, .orderEvents])
            #expect(runs.map(\.partition) == [3, 3, 0])
        }
        let takesNoPartition = order.sort([OutgoingRecord(topic: .journal, partition: -1, key: nil, value: nil)])
        #expect(!takesNoPartition)
        let takesNothing = order.sort([])
        #expect(takesNothing)
        let runCount = order.runs.count
        #expect(runCount == 0)
    }

    @Test(
        "After a doubt the group's marks say how the transaction ended",
        arguments: [
            // ours, found, outcome
            ("7 3 me", ["7 3 me"], "committed"), ("7 3 me", ["6 3 me"], "aborted"), ("7 3 me", [""], "aborted"),
            // Another member made a transaction of the same number, or went further.
            ("7 3 me", ["7 4 you"], "fenced"), ("7 3 me", ["9 4 you"], "fenced"),
            ("7 3 me", ["7 3 me", "7 3 me"], "committed"), ("7 3 me", ["7 3 me", "6 3 me"], "failed"),
            ("7 3 me", ["6 2 you", "6 3 me"], "aborted"), ("7 3 me", ["7 3 me", "8 4 you"], "fenced"),
        ])
    func outcomes(ours: String, found: [String], expected: String) throws {
        let mark = try #require(CommitMark(ours))
        let settlement = Committing.outcome(
            expected: found.map { _ in mark }, found: found.map { CommitMark($0) }, reason: "test")
        #expect(settlement.name == expected)
    }

    @Test("A mark is read back as it was written, and what people set by hand is read as far as it goes")
    func marks() throws {
        let mark = try #require(CommitMark("18446744073709551615 2147483647 turnstile-1 with-space"))
        #expect(CommitMark(mark.text) == mark)
        #expect(CommitMark("12")?.number == 12)
        #expect(CommitMark("") == nil)
        #expect(CommitMark("twelve") == nil)
    }

    @Test(
        "A group's refusal is told from other errors",
        arguments: [
            ("ILLEGAL_GENERATION", true), ("UNKNOWN_MEMBER_ID", true), ("FENCED_INSTANCE_ID", true),
            ("REBALANCE_IN_PROGRESS", false), ("_TIMED_OUT", false), ("INVALID_PRODUCER_EPOCH", false),
        ])
    func fencedByGroup(code: String, isFenced: Bool) {
        #expect(KafkaFailure(code: code, message: "", action: "").isFencedByGroup == isFenced)
    }
}

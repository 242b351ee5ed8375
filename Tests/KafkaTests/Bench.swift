import Dispatch
import Foundation
import Records
import Testing

@testable import Kafka

/// The broker that the tests may use, as `host:port`; without it they say that they were skipped.
let testBrokers = ProcessInfo.processInfo.environment["KAFKA_BOOTSTRAP_SERVERS"].flatMap { $0.isEmpty ? nil : $0 }

extension Trait where Self == ConditionTrait {
    static var needsBroker: Self {
        .enabled(if: testBrokers != nil, "KAFKA_BOOTSTRAP_SERVERS is not set: no Kafka to test against")
    }

    /// One that a proxy can stand before.
    static var needsLoopbackBroker: Self {
        .enabled(if: testBrokers?.hasPrefix("127.0.0.1:") == true, "there is no Kafka at 127.0.0.1 to test against")
    }
}

/// Runs what blocks on a thread of its own, not of Swift's cooperative pool. The test stays the current one there.
func blocking(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withTaskExecutorPreference(OwnThread()) { try body() }
}

private final class OwnThread: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        Thread.detachNewThread { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// Lines that librdkafka said, shown when a test fails on them.
final class LogLines: @unchecked Sendable {
    private let lock = NSLock()
    private var texts: [String] = []

    var callback: KafkaLogCallback {
        { line in
            self.lock.withLock { self.texts.append("\(line.facility) \(line.text)") }
            if ProcessInfo.processInfo.environment["TURNSTILE_TEST_LOG"] != nil {
                FileHandle.standardError.write(Data("\(line.facility) \(line.text)\n".utf8))
            }
        }
    }

    var all: [String] { lock.withLock { texts } }
}

/// Topics of a test's own in the test broker, and what every test does with them.
struct Bench: Sendable {
    let settings: KafkaSettings
    let partitionCount: Int32
    let lines = LogLines()
    let group: String

    static let topics: [Topic] = Topic.inputs + [.orderEvents, .supplierRequests, .orderState, .journal]

    /// Makes the topics in the broker under test.
    init(partitionCount: Int32 = 1, properties: [(name: String, value: String)] = []) throws {
        try self.init(brokers: testBrokers ?? "", partitionCount: partitionCount, properties: properties)
        let admin = try Admin(settings, log: lines.callback)
        let failures = try admin.createTopics(
            Self.topics.map {
                NewTopic(
                    name: settings.name(of: $0), partitionCount: partitionCount, replicationFactor: 1,
                    configs: [("message.timestamp.type", "LogAppendTime")])
            })
        for case .some(let failure) in failures { throw failure }
    }

    init(
        brokers: String, partitionCount: Int32, acceptsCreateTime: Bool = false,
        properties: [(name: String, value: String)] = []
    ) throws {
        let id = UUID().uuidString.prefix(8).lowercased()
        var settings = try KafkaSettings(bootstrapServers: brokers, topicPrefix: "test-\(id).", properties: properties)
        settings.acceptsCreateTime = acceptsCreateTime
        self.settings = settings
        self.partitionCount = partitionCount
        group = "group-\(id)"
    }

    func identity(_ instance: String) -> WorkerIdentity {
        WorkerIdentity(groupID: group, instanceID: instance, transactionalID: "\(group)-\(instance)")
    }

    func makeLog(_ instance: String) throws -> KafkaLog {
        try KafkaLog(settings, identity: identity(instance), partitionCount: partitionCount, log: lines.callback)
    }

    func publish(_ topic: Topic, _ partition: Int32 = 0, _ values: [String]) throws {
        var publisher = try Publisher(settings, log: lines.callback)
        for value in values {
            let bytes = Array(value.utf8)
            try bytes.withUnsafeBytes {
                try publisher.publish(settings.name(of: topic), partition: partition, key: $0, value: $0)
            }
        }
        try publisher.flush(timeoutMs: 10_000)
    }

    func read(_ topic: Topic, uncommitted: Bool = false) throws -> [String] {
        var reader = try TopicReader(settings, readsUncommitted: uncommitted, log: lines.callback)
        var values: [String] = []
        try reader.readToEnd(settings.name(of: topic)) { record in
            values.append(record.value.map { String(decoding: $0, as: UTF8.self) } ?? "-")
            return .goOn
        }
        return values
    }

    func committed(_ partitions: [(Topic, Int32)]) throws -> [(offset: Int64, number: UInt64?)?] {
        let admin = try Admin(settings, log: lines.callback)
        return try admin.committedOffsets(group: group, partitions.map { (settings.name(of: $0.0), $0.1) })
    }

    /// What a client that is not ours reads from the topic.
    func kcat(_ topic: Topic, _ arguments: [String] = []) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["kcat", "-b", settings.bootstrapServers, "-C", "-t", settings.name(of: topic), "-e", "-q"]
            + ["-X", "isolation.level=read_committed"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}

extension Patience {
    static var endless: Patience { Patience(untilNs: .max) }
}

struct TimedOut: Error { var what: String }

extension Transaction {
    /// - Parameter headers: names, each with itself as its value.
    mutating func write(_ topic: Topic, _ value: String?, partition: Int32 = 0, headers names: [String] = []) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: (value ?? "").utf8.count, alignment: 1)
        memory.copyBytes(from: (value ?? "").utf8)
        owners.append(TestMemory(memory))
        records.append(
            OutgoingRecord(
                topic: topic, partition: partition, key: UnsafeRawBufferPointer(memory),
                value: value == nil ? nil : UnsafeRawBufferPointer(memory), firstHeader: Int32(headers.count),
                headerCount: Int32(names.count)))
        headers += names.map { OutgoingHeader(name: Array($0.utf8), value: Array($0.utf8)) }
    }

    /// A record of so many bytes (half of them its key) that cannot be compressed: a topic's limit is about the batch as it is sent.
    mutating func writeNoise(_ topic: Topic, count: Int) {
        var numbers = SystemRandomNumberGenerator()
        let noise = (0..<count / 16).map { _ in numbers.next() }
        write(topic, noise.withUnsafeBytes { Data($0.prefix(count / 8 * 3)).base64EncodedString() })
    }

    mutating func commit(_ partition: Int32 = 0, number: UInt64, next: Int64) {
        commits.append(PartitionCommit(partition: partition, number: number, positions: [(.orderCommands, next)]))
    }
}

private final class TestMemory: @unchecked Sendable {
    let memory: UnsafeMutableRawBufferPointer
    init(_ memory: UnsafeMutableRawBufferPointer) { self.memory = memory }
    deinit { memory.deallocate() }
}

extension KafkaLog {
    /// Works the log until `condition` gives something.
    mutating func until<Value>(
        _ what: String, seconds: Double = 20, _ condition: (inout KafkaLog) throws -> Value?
    ) throws -> Value {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            if let value = try condition(&self) { return value }
            wait(milliseconds: 50)
        }
        throw TimedOut(what: what)
    }

    mutating func assigned() throws -> [AssignedPartition] {
        try until("an assignment") { log in
            switch log.assignmentChange() {
            case .assigned(let partitions): return partitions
            case .revoked, .lost:
                log.releaseAssignment()
                return nil
            case .failed(let reason): throw TimedOut(what: reason)
            case nil: return nil
            }
        }
    }

    mutating func settlement() throws -> Settlement {
        try until("a settlement", seconds: 60) { log in log.settled() }
    }

    mutating func takeAll(_ count: Int, _ topic: Topic = .orderCommands, _ partition: Int32 = 0) throws -> [String] {
        var inbox = makeInbox()
        return try until("\(count) records") { log in
            _ = log.assignmentChange()
            _ = try log.take(topic, partition, limit: count - inbox.count, into: &inbox)
            guard inbox.count == count else { return nil }
            return inbox.records.map { $0.value.map { String(decoding: $0, as: UTF8.self) } ?? "-" }
        }
    }
}

extension Settlement {
    var name: String {
        switch self {
        case .committed: "committed"
        case .aborted: "aborted"
        case .tooLarge: "tooLarge"
        case .fenced: "fenced"
        case .failed: "failed"
        }
    }
}

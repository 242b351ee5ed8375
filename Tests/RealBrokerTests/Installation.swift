import Faults
import Foundation
import Kafka
import Protobuf
import Records
import Schemas
import Testing

/// A topic prefix, a data directory and secrets of a test's own, and the processes that work on them.
final class Installation: @unchecked Sendable {
    let directory: String
    let settings: KafkaSettings
    let partitionCount: Int
    var keepsLogs = false
    private var processes: [ChildProcess] = []
    private var others: [Installation] = []
    private var starts = 0

    var groupID: String { settings.topicPrefix + "group" }

    /// - Parameter topicPrefix: nil: one of its own.
    init(partitions: Int, brokers: String, topicPrefix: String? = nil) throws {
        let id = UUID().uuidString.prefix(8).lowercased()
        directory = NSTemporaryDirectory() + "turnstile-test-\(id)"
        partitionCount = partitions
        settings = try KafkaSettings(bootstrapServers: brokers, topicPrefix: topicPrefix ?? "real-\(id).")
        try FileManager.default.createDirectory(atPath: secretsDirectory, withIntermediateDirectories: true)
    }

    /// Ends what runs, and removes the files.
    func close() {
        for process in processes { process.killNow() }
        for other in others { other.close() }
        guard !keepsLogs else { return }
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// The topics of another prefix on the same cluster, which end with this.
    func at(prefix: String) throws -> Installation {
        let other = try Installation(
            partitions: partitionCount, brokers: settings.bootstrapServers, topicPrefix: prefix)
        others.append(other)
        return other
    }

    var secretsDirectory: String { directory + "/secrets" }

    func dataDirectory(_ instance: String) -> String { "\(directory)/data-\(instance)" }

    func writeSecret(_ name: String, _ secret: String) throws {
        try secret.write(toFile: "\(secretsDirectory)/\(name)", atomically: true, encoding: .utf8)
    }

    // MARK: The product

    private func environment(_ instance: String) -> [String: String] {
        [
            "TURNSTILE_KAFKA_BOOTSTRAP_SERVERS": settings.bootstrapServers,
            "TURNSTILE_TOPIC_PREFIX": settings.topicPrefix, "TURNSTILE_GROUP_ID": groupID,
            "TURNSTILE_INSTANCE_ID": instance, "TURNSTILE_DATA_DIR": dataDirectory(instance),
            "TURNSTILE_SECRETS_DIR": secretsDirectory, "TURNSTILE_HTTP_ADDRESS": "127.0.0.1:0",
            "TURNSTILE_WORKERS": "1", "TURNSTILE_LOG_FORMAT": "json",
        ]
    }

    func start(
        _ arguments: [String], instance: String = "a", settings: [String: String] = [:], log: String
    ) throws -> ChildProcess {
        let process = try ChildProcess(
            turnstileProgram, arguments, environment: environment(instance).merging(settings) { $1 },
            logPath: "\(directory)/\(log).log")
        processes.append(process)
        return process
    }

    /// Each start has a log of its own.
    /// - Parameter settings: further variables of its environment.
    func startAdapter(_ instance: String = "a", settings: [String: String] = [:]) throws -> ChildProcess {
        starts += 1
        return try start(["run"], instance: instance, settings: settings, log: "adapter-\(instance)-\(starts)")
    }

    /// Of an instance's only worker.
    func transactionalID(_ instance: String = "a") -> String {
        "\(settings.topicPrefix)\(groupID)-\(instance)-0"
    }

    /// SIGTERM, and the orderly end.
    func end(_ adapter: ChildProcess) throws {
        adapter.signal(SIGTERM)
        #expect(try adapter.wait(seconds: 10) == 0, "\(adapter.log.suffix(500))")
    }

    /// Waits until a line of the adapter's log has the text; gives that line.
    @discardableResult
    func awaitLog(_ text: String, _ adapter: ChildProcess, seconds: Double = 30) throws -> String {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            if let line = adapter.log.split(separator: "\n").first(where: { $0.contains(text) }) { return String(line) }
            usleep(50_000)
        }
        throw TimedOut(description: "no line with '\(text)' within \(seconds) s: \(adapter.log.suffix(2000))")
    }

    /// Runs one command to its end.
    @discardableResult
    func turnstile(_ arguments: String..., expecting expected: Int32? = 0) throws -> (code: Int32, log: String) {
        try turnstile(arguments, expecting: expected)
    }

    @discardableResult
    func turnstile(_ arguments: [String], expecting expected: Int32? = 0) throws -> (code: Int32, log: String) {
        let path = "\(directory)/command-\(UUID().uuidString).log"
        let process = try ChildProcess(
            turnstileProgram, arguments, environment: environment("command"), logPath: path)
        processes.append(process)
        let code = try process.wait(seconds: 60)
        if let expected { #expect(code == expected, "turnstile \(arguments): \(process.log)") }
        return (code, process.log)
    }

    func makeTopics() throws {
        try turnstile("topics", "apply", "--partitions", "\(partitionCount)", "--execute")
    }

    func applyCatalog(_ yaml: String) throws {
        let path = directory + "/catalog.yaml"
        try yaml.write(toFile: path, atomically: true, encoding: .utf8)
        try turnstile("directory", "apply", path, "--reason", "a test", "--execute")
    }

    // MARK: Topics

    func publish(_ topic: Topic, _ record: Sent) throws {
        var publisher = try Publisher(settings, log: { _ in })
        try publish(topic, record, by: &publisher)
        try publisher.flush(timeoutMs: 10_000)
    }

    func publish(_ topic: Topic, _ record: Sent, by publisher: inout Publisher) throws {
        let headers = record.headers.map { (name: Array($0.name.utf8), value: $0.value) }
        try withBytes(record.key) { key in
            try withBytes(record.value) { value in
                try publisher.publish(
                    settings.name(of: topic), partition: record.partition, key: key, value: value, headers: headers)
            }
        }
    }

    /// All committed records that stand in the topic now.
    func read(_ topic: Topic) throws -> [Received] {
        var reader = try TopicReader(settings, log: { _ in })
        var records: [Received] = []
        try reader.readToEnd(settings.name(of: topic)) { record in
            records.append(Received(record))
            return .goOn
        }
        return records
    }

    /// The first record, from the topic's start on, of which `isIt` says so; waits for it.
    func awaitRecord(
        _ topic: Topic, _ what: String, seconds: Double = 30, where isIt: (Received) -> Bool
    ) throws -> Received {
        var reader = try TopicReader(settings, log: { _ in })
        let end = Date().addingTimeInterval(seconds)
        var found: Received?
        try reader.follow(settings.name(of: topic), idleMs: 50, idle: { Date() < end ? .goOn : .stop }) { record in
            let received = Received(record)
            guard isIt(received) else { return .goOn }
            found = received
            return .stop
        }
        guard let found else {
            throw TimedOut(description: "\(what) did not come to \(topic.name) within \(seconds) s")
        }
        return found
    }

    /// The event of this kind about an order, for example `locked`.
    @discardableResult
    func awaitEvent(_ kind: String, of order: String, seconds: Double = 30) throws -> JSONValue {
        try awaitRecord(.orderEvents, "\(kind) of \(order)", seconds: seconds) {
            $0.text("distributorOrderId", Proto.OrderEvent.descriptor) == order
                && $0.json(Proto.OrderEvent.descriptor)[kind] != nil
        }.json(Proto.OrderEvent.descriptor)
    }

    /// The adapter's HTTP answer at a path, once it has one.
    func http(_ adapter: ChildProcess, _ path: String, seconds: Double = 30) throws -> (status: Int, body: String) {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            if let port = httpPort(adapter), let answer = httpGet(port: port, path) { return answer }
            if let code = adapter.exitCode {
                throw TimedOut(description: "the adapter ended with \(code): \(adapter.log)")
            }
            usleep(50_000)
        }
        throw TimedOut(description: "no HTTP answer at \(path): \(adapter.log.suffix(2000))")
    }

    func awaitReady(_ adapter: ChildProcess, seconds: Double = 60) throws {
        let end = Date().addingTimeInterval(seconds)
        var last = (status: 0, body: "")
        while Date() < end {
            last = try http(adapter, "/readyz")
            if last.status == 200 { return }
            usleep(100_000)
        }
        throw TimedOut(description: "not ready within \(seconds) s: \(last.body) \(adapter.log.suffix(2000))")
    }

    /// Waits until the adapter says by `/readyz` that it is not ready, for a reason that has these words.
    func awaitUnready(_ words: String, _ adapter: ChildProcess, seconds: Double = 10) throws {
        let end = Date().addingTimeInterval(seconds)
        var last = (status: 0, body: "")
        while Date() < end {
            last = try http(adapter, "/readyz")
            if last.status == 503, last.body.contains(words) { return }
            usleep(100_000)
        }
        throw TimedOut(description: "/readyz does not say '\(words)' but \(last)")
    }

    /// The adapter says its port in its first lines.
    private func httpPort(_ adapter: ChildProcess) -> UInt16? {
        guard let line = adapter.log.split(separator: "\n").last(where: { $0.contains("\"http_port\"") }),
            let json = try? JSONValue(parsing: String(line)), case .number(let port)? = json["http_port"]
        else { return nil }
        return UInt16(port)
    }
}

private func withBytes<R>(_ bytes: [UInt8]?, _ body: (UnsafeRawBufferPointer?) throws -> R) rethrows -> R {
    guard let bytes else { return try body(nil) }
    return try bytes.withUnsafeBytes { try body($0) }
}

/// A record to be sent.
struct Sent {
    var key: [UInt8]?
    var value: [UInt8]?
    var headers: [(name: String, value: [UInt8]?)] = []
    /// nil: the key's.
    var partition: Int32?
}

/// A record that was read, with bytes of its own.
struct Received {
    var partition: Int32
    var offset: Int64
    var key: [UInt8]?
    var value: [UInt8]?
    var headers: [(name: String, value: [UInt8]?)]

    init(_ record: TopicRecord) {
        partition = record.partition
        offset = record.offset
        key = record.key.map { Array($0) }
        value = record.value.map { Array($0) }
        headers = record.headers.map { (String(decoding: $0.name, as: UTF8.self), $0.value.map { Array($0) }) }
    }

    func json(_ message: MessageDescriptor) -> JSONValue {
        let value = value ?? []
        return (try? message.json(value.span.bytes)) ?? .null
    }

    func text(_ field: String, _ message: MessageDescriptor) -> String? { json(message)[field]?.text }

    func header(_ name: String) -> String? {
        headers.last { $0.name == name }?.value.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension JSONValue {
    /// A string's or a number's text.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    var elements: [JSONValue] {
        if case .array(let elements) = self { return elements }
        return []
    }

    /// A member by the names on the way to it, with dots between.
    func at(_ path: String) -> JSONValue? {
        path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }
    }
}

private func httpGet(port: UInt16, _ path: String) -> (status: Int, body: String)? {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { Glibc.close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let isConnected = withUnsafePointer(to: &address) { place in
        place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
    let request = Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
    guard isConnected, send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while case let count = recv(socket, &chunk, chunk.count, 0), count > 0 { bytes += chunk[..<count] }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n"), let status = text.split(separator: " ").dropFirst().first,
        let status = Int(status)
    else { return nil }
    return (status, String(text[end.upperBound...]))
}

import Configuration
import Contract
import Kafka
import Orders
import Records
import Schemas
import Service
import Signing
import Testing

@testable import Engine

/// schemas/asyncapi.yaml, as far as the code is held against it. That it is valid AsyncAPI, scripts/asyncapi-check says.
private struct Description {
    let root: YAMLNode

    init() throws {
        root = try YAMLReader.read(path: Document.root.appending(path: "schemas/asyncapi.yaml").path)
    }

    /// The node itself, or what its reference names.
    func resolved(_ node: YAMLNode?) -> YAMLNode? {
        guard let reference = node?["$ref"]?.text, reference.hasPrefix("#/") else { return node }
        return reference.dropFirst(2).split(separator: "/").reduce(root as YAMLNode?) { $0?[String($1)] }
    }

    func channel(_ topic: Topic) -> YAMLNode? {
        root["channels"]?.entries?.first { $0.value["address"]?.text == topic.name }?.value
    }

    func messages(_ topic: Topic) -> [YAMLNode] {
        channel(topic)?["messages"]?.entries?.compactMap { resolved($0.value) } ?? []
    }

    /// The headers' names of the topic's one message.
    func headers(_ topic: Topic) -> Set<String> {
        let headers = resolved(messages(topic).first?["headers"])
        return Set(headers?["properties"]?.entries?.map(\.key) ?? [])
    }
}

/// What the code writes and reads: the message of each topic, where its schema is, and what its key is called.
private let contract: [(topic: Topic, message: String, file: String, key: String)] = [
    (.orderCommands, "turnstile.v1.OrderCommand", "order_command", "orderKey"),
    (.supplierResults, "turnstile.v1.SupplierResult", "supplier", "orderKey"),
    (.operatorActions, "turnstile.v1.OperatorAction", "operator", "orderKey"),
    (.directory, "turnstile.v1.DirectoryRecord", "directory", "directoryKey"),
    (.supplierRequests, "turnstile.v1.SupplierRequest", "supplier", "orderKey"),
    (.orderEvents, "turnstile.v1.OrderEvent", "order_event", "orderKey"),
    (.receivableEntries, "turnstile.v1.LedgerEntry", "ledger", "orderKey"),
    (.settlementEntries, "turnstile.v1.LedgerEntry", "ledger", "orderKey"),
    (.catalogFeed, "turnstile.v1.CatalogItem", "catalog_feed", "feedKey"),
    (.statements, "turnstile.v1.Statement", "ledger", "statementKey"),
]

/// What Turnstile keeps for itself is no part of the contract.
private let ownTopics: Set<Topic> = [.orderState, .journal]

@Suite("The AsyncAPI document says what the code does")
struct AsyncAPITests {
    @Test("every public topic is a channel, and nothing else is")
    func channels() throws {
        let description = try Description()
        let addresses = description.root["channels"]?.entries?.compactMap { $0.value["address"]?.text } ?? []
        #expect(addresses.count == Set(addresses).count)
        #expect(Set(addresses) == Set(Topic.allCases.filter { !ownTopics.contains($0) }.map(\.name)))
        #expect(Set(contract.map(\.topic)).union(ownTopics).union([.deadLetters]) == Set(Topic.allCases))
    }

    @Test("each channel has its message, which its schema's file defines, and its key", arguments: contract)
    func messages(topic: Topic, message: String, file: String, key: String) throws {
        let description = try Description()
        let messages = description.messages(topic)
        #expect(messages.compactMap { $0["name"]?.text } == [message])
        #expect(descriptor(named: message) != nil)
        let node = try #require(messages.first)
        #expect(node["payload"]?["schema"]?["$ref"]?.text == "./turnstile/v1/\(file).proto")
        let schema = Document("schemas/turnstile/v1/\(file).proto")
        #expect(schema.lines.contains { $0 == "message \(message.dropFirst("turnstile.v1.".count)) {" })
        #expect(node["bindings"]?["kafka"]?["key"]?["$ref"]?.text == "#/components/schemas/\(key)")
    }

    @Test("each channel is set up as `topics apply` makes its topic")
    func configs() throws {
        let description = try Description()
        for topic in TopicPlan.topics(prefix: "", partitions: 7, replicationFactor: nil) {
            guard let known = Topic.allCases.first(where: { $0.name == topic.name }), !ownTopics.contains(known)
            else { continue }
            let bindings = description.resolved(description.channel(known)?["bindings"])?["kafka"]
            #expect(bindings?["partitions"]?.integer == (topic.partitionCount == 1 ? 1 : nil), "\(topic.name)")
            var told: [String: String] = [:]
            for entry in bindings?["topicConfiguration"]?.entries ?? [] {
                told[entry.key] = entry.value.text ?? entry.value.elements?.compactMap(\.text).joined(separator: ",")
            }
            // What is told of the broker's own safety is nothing that a client sees.
            let wanted = topic.configs.filter { $0.name != "unclean.leader.election.enable" }
            #expect(told == Dictionary(uniqueKeysWithValues: wanted.map { ($0.name, $0.value) }), "\(topic.name)")
        }
    }

    @Test("inputs have the headers that are read")
    func inputHeaders() throws {
        let description = try Description()
        let read: Set = ["content-type", "traceparent", "tracestate"]
        let signature: Set = [SignedBytes.keyIDHeader, SignedBytes.signatureHeader]
        #expect(description.headers(.orderCommands) == read.union(signature))
        #expect(description.headers(.supplierResults) == read.union(signature))
        #expect(description.headers(.operatorActions) == read)
        withOrigin(headers: [("content-type", "application/json")]) { #expect($0.isJSON) }
        withOrigin(headers: [("contenttype", "application/json")]) { #expect(!$0.isJSON) }
    }

    @Test("events, requests and entries have the headers that are written")
    func outputHeaders() throws {
        let description = try Description()
        var written: Set<String> = []
        withOrigin(headers: [("traceparent", "1"), ("tracestate", "2"), ("other", "3")]) { origin in
            let headers = OutputHeaders(settings: EngineSettings(cloudevents: true), headers: origin.headers)
            let value: [UInt8] = [0x0A, 1, 65]
            value.withUnsafeBytes { value in
                written = Set(
                    headers.headers(of: value, type: "").map { String(decoding: $0.name, as: UTF8.self) })
            }
        }
        for topic in [Topic.supplierRequests, .orderEvents, .receivableEntries, .settlementEntries] {
            #expect(description.headers(topic) == written)
        }
    }

    @Test("dead letters have the headers and the codes that are written")
    func deadLetterHeaders() throws {
        let description = try Description()
        var written: Set<String> = []
        withOrigin(headers: [], value: [UInt8](repeating: 7, count: 2000)) { origin in
            var batch = Batch()
            batch.begin(OutputCause(partition: 0, what: .record(input: 0, offset: 0)))
            batch.writeDeadLetter(origin, .unreadable, "why", partition: 0, limit: 1500)
            written = Set(batch.headers.map { String(decoding: $0.name, as: UTF8.self) })
            #expect(batch.records.count == 1)
            #expect(batch.records.first?.value == nil)
        }
        #expect(written.contains("turnstile-value-bytes"))
        #expect(description.headers(.deadLetters) == written)
        let headers = description.resolved(description.messages(.deadLetters).first?["headers"])
        let codes = headers?["properties"]?["turnstile-error-code"]?["enum"]?.elements?.compactMap(\.text) ?? []
        #expect(codes == DeadLetterCodes.all)
        let origins = headers?["properties"]?["turnstile-origin-topic"]?["enum"]?.elements?.compactMap(\.text) ?? []
        #expect(origins == Topic.inputs.map(\.name))
    }

    @Test("every operation is about a channel's own message, and each topic but the two that nothing writes has one")
    func operations() throws {
        let description = try Description()
        var used: Set<String> = []
        for operation in description.root["operations"]?.entries ?? [] {
            let channel = try #require(operation.value["channel"]?["$ref"]?.text)
            used.insert(String(channel.dropFirst("#/channels/".count)))
            for message in operation.value["messages"]?.elements ?? [] {
                #expect(message["$ref"]?.text?.hasPrefix(channel + "/messages/") == true, "\(operation.key)")
            }
        }
        let all = Set(description.root["channels"]?.entries?.map(\.key) ?? [])
        #expect(all.subtracting(used) == ["catalogFeed", "statements"])
    }
}

/// A record as it came, for as long as `body` runs.
private func withOrigin(
    headers: [(name: String, value: String)], value: [UInt8] = [], _ body: (Origin) throws -> Void
) rethrows {
    // One piece of memory that stays: names and values by their places in it.
    let text = headers.flatMap { Array($0.name.utf8) + Array($0.value.utf8) }
    try text.withUnsafeBytes { text in
        var received: [ReceivedHeader] = []
        var place = 0
        for header in headers {
            let name = UnsafeRawBufferPointer(rebasing: text[place..<place + header.name.utf8.count])
            place += header.name.utf8.count
            let value = UnsafeRawBufferPointer(rebasing: text[place..<place + header.value.utf8.count])
            place += header.value.utf8.count
            received.append(ReceivedHeader(name: name, value: value))
        }
        try value.withUnsafeBytes { value in
            try body(
                Origin(
                    topic: .orderCommands, partition: 0, offset: 1, appendedAtMs: 2, key: nil, value: value,
                    headers: received[...]))
        }
    }
}

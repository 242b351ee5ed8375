import Orders
import Protobuf
import Records
import Schemas
import Testing

@testable import Engine

@Suite("How outputs are written")
struct OutputTests {
    static func placed(_ settings: EngineSettings, headers: [(name: String, value: [UInt8])] = []) throws -> World {
        var world = World(
            partitions: 1, temper: TimeTests.hanging,
            directory: Shop.directory(startMs: World.startMs, settings: settings))
        world.start()
        let record = world.placing("o1")
        world.cluster.append(
            .orderCommands, key: record.key, value: record.value, headers: record.headers + headers)
        // The partners are not asked to read JSON.
        world.cluster.nowMs += World.tickMs
        world.settle()
        return world
    }

    static func texts(_ record: TestCluster.Record) -> [String] {
        record.headers.map {
            String(decoding: $0.name, as: UTF8.self) + "=" + String(decoding: $0.value ?? [], as: UTF8.self)
        }
    }

    @Test("CloudEvents' headers, where the settings want them, on public outputs only")
    func cloudEvents() throws {
        let world = try Self.placed(EngineSettings(cloudevents: true))
        let event = try #require(world.cluster.read(.orderEvents).first)
        #expect(
            Self.texts(event) == [
                "ce_specversion=1.0", "ce_id=d1/o1#1", "ce_type=turnstile.order.placed.v1", "ce_source=/turnstile",
                "content-type=application/protobuf",
            ])
        let request = try #require(world.cluster.read(.supplierRequests).first)
        #expect(Self.texts(request)[1...2] == ["ce_id=d1/o1/lock", "ce_type=turnstile.request.lock.v1"])
        #expect(world.cluster.read(.orderState).allSatisfy { $0.headers.isEmpty })
    }

    @Test("The input's trace context goes on all its public outputs, other headers on none")
    func trace() throws {
        let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        let world = try Self.placed(
            EngineSettings(),
            headers: [
                ("traceparent", Array(parent.utf8)), ("other", [1]), ("tracestate", Array("a=b".utf8)),
            ])
        for topic: Topic in [.orderEvents, .supplierRequests] {
            let record = try #require(world.cluster.read(topic).first)
            #expect(Self.texts(record) == ["traceparent=" + parent, "tracestate=a=b"])
        }
        #expect(world.cluster.read(.orderState).allSatisfy { $0.headers.isEmpty })
    }

    @Test("Outputs in JSON, where the settings want it")
    func json() throws {
        let world = try Self.placed(EngineSettings(writesJSON: true))
        let event = try #require(world.cluster.read(.orderEvents).first?.value)
        #expect(String(decoding: event, as: UTF8.self).hasPrefix("{\"eventId\":\"d1/o1#1\""))
        #expect(world.cluster.read(.orderEvents).allSatisfy { $0.headers.isEmpty })
    }

    @Test("A command in JSON counts like one in protobuf; its signature is over the JSON")
    func jsonInput() throws {
        var world = World(partitions: 1, temper: TimeTests.hanging)
        world.start()
        let record = world.placing("o1")
        let json = try record.value.withUnsafeBytes {
            try Proto.OrderCommand.descriptor.json(RawSpan(_unsafeBytes: $0)).utf8()
        }
        let signature = World.signer.signature(account: "d1", topic: "order-commands", key: record.key, value: json)
        let headers: [(name: String, value: [UInt8])] = [
            ("turnstile-key-id", Array(Shop.keyID.utf8)), ("turnstile-signature", Array(signature.utf8)),
            ("content-type", Array("application/json".utf8)),
        ]
        world.cluster.append(.orderCommands, key: record.key, value: json, headers: headers)
        try world.run(forMs: World.tickMs)
        #expect(try world.cluster.events().map(\.kind) == [.placed])
        // And its protobuf twin is the same command.
        world.cluster.append(.orderCommands, key: record.key, value: record.value, headers: record.headers)
        try world.run(forMs: World.tickMs)
        #expect(try world.cluster.events().map(\.kind) == [.placed, .commandRepeated])
    }

    @Test("Counters tell what was done, by the names of the interfaces")
    func metrics() throws {
        let world = try Self.placed(EngineSettings())
        let samples = world.metrics.samples()
        func value(_ name: String, _ label: String = "") -> Double? {
            samples.first { sample in
                sample.name == name && (label.isEmpty || sample.labels.contains { $0.value == label })
            }?.value
        }
        #expect(value("turnstile_inputs_total", "command") == 1)
        #expect(value("turnstile_events_total", "placed") == 1)
        #expect(value("turnstile_order_transitions_total", "LOCKING") == 1)
        #expect(value("turnstile_transactions_total", "committed") == 1)
        #expect(value("turnstile_signature_checks_total", "verified") == 1)
        let durations = world.metrics.histograms().first { $0.name == "turnstile_transaction_duration_seconds" }
        #expect(durations?.values.counts.reduce(0, +) == 1)
        // Told at 0, so that its first step can be seen; a transition is not, since there are a hundred.
        #expect(value("turnstile_dead_letters_total", "UNREADABLE") == 0)
        #expect(value("turnstile_order_transitions_total", "REFUNDED") == nil)
    }

    @Test("Answer times are told by supplier, escalations by reason")
    func answersAndEscalations() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.start()
        for number in 0..<4 { world.place("o\(number)") }
        try world.run(forMs: 2_000)
        let answers = world.metrics.histograms().filter { $0.name == "turnstile_supplier_response_seconds" }
        #expect(answers.map { $0.labels.map(\.value) } == [["s1"]])
        let answered = try world.cluster.events().count { $0.kind == .locked || $0.kind == .issued }
        #expect(answered > 4)
        #expect(answers.first?.values.counts.reduce(0, +) == UInt64(answered))

        var stuck = World(partitions: 1, temper: .faultless)
        stuck.start()
        for number in 0..<8 { stuck.place("o\(number)") }
        for _ in 0..<50 {
            let events = try stuck.cluster.events()
            if events.contains(where: { $0.kind == .issueStarted }) { break }
            try stuck.run(forMs: World.tickMs)
        }
        // From now on nobody answers.
        for _ in 0..<900 {
            stuck.cluster.nowMs += World.tickMs
            stuck.settle()
        }
        let told = stuck.metrics.samples().filter { $0.name == "turnstile_escalations_total" && $0.value > 0 }
        #expect(told.map { $0.labels.map(\.value) } == [["RULES_EXHAUSTED"]])
        let census = try #require(stuck.board.partitions.first?.census)
        #expect(census[.fixing] > 0 && census.negotiations == census[.fixing])
    }
}

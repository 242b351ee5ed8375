import Contract
import Orders
import Protobuf
import Records
import Schemas
import Signing
import Simulation
import Testing

@testable import Engine

@Suite("What cannot be handled")
struct RefusalTests {
    static func home(_ key: String, of count: Int32 = 2) -> Int32 {
        Array(key.utf8).withUnsafeBytes { Murmur2.partition(of: $0, count: count) }
    }

    @Test("A dead letter is the record byte for byte, with where it stood and why it is there")
    func byteForByte() throws {
        var world = World(temper: .faultless)
        world.start()
        let place = TestCluster.Place(topic: .supplierResults, partition: 1)
        var record = TestCluster.Record(
            key: [0xFF, 0x00], value: [0xFF, 0xFE, 0x00], appendedAtMs: world.cluster.nowMs)
        record.headers = [
            TestCluster.Header(name: [0xC3, 0x28], value: [1]), TestCluster.Header(name: Array("a".utf8), value: nil),
            TestCluster.Header(name: Array("a".utf8), value: []),
        ]
        world.cluster.append(place.topic, 0, TestCluster.Record(key: nil, value: nil, appendedAtMs: 1, isMarker: true))
        world.cluster.append(place.topic, place.partition, record)
        try world.run(forMs: World.tickMs)

        let letters = world.cluster.read(.deadLetters)
        #expect(letters.count == 1)
        let letter = try #require(letters.first)
        #expect(letter.key == record.key)
        #expect(letter.value == record.value)
        #expect(Array(letter.headers.prefix(3)) == record.headers)
        let added = letter.headers.dropFirst(3).map { header in
            (String(decoding: header.name, as: UTF8.self), String(decoding: header.value ?? [], as: UTF8.self))
        }
        let message = added.first { $0.0 == "turnstile-error-message" }?.1 ?? ""
        #expect(message.isEmpty == false)
        let at = "\(World.startMs)"
        let expected = [
            ("turnstile-error-code", "UNREADABLE"), ("turnstile-error-message", message),
            ("turnstile-origin-topic", "supplier-results"), ("turnstile-origin-partition", "1"),
            ("turnstile-origin-offset", "0"), ("turnstile-origin-timestamp", at),
            ("kafka_dlt-original-topic", "supplier-results"), ("kafka_dlt-original-partition", "1"),
            ("kafka_dlt-original-offset", "0"), ("kafka_dlt-original-timestamp", at),
            ("kafka_dlt-exception-message", message), ("__connect.errors.topic", "supplier-results"),
            ("__connect.errors.partition", "1"), ("__connect.errors.offset", "0"),
        ]
        #expect(added.map(\.0) == expected.map(\.0))
        #expect(added.map(\.1) == expected.map(\.1))
    }

    @Test("No key, no value, broken bytes, on every input: a dead letter each, and the partition goes on")
    func broken() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.start()
        for topic in Topic.inputs {
            world.cluster.append(topic, key: nil, value: [1, 2, 3])
            world.cluster.append(topic, key: Array("d1/o1".utf8), value: nil)
            world.cluster.append(topic, key: Array("d1/o1".utf8), value: [])
            world.cluster.append(topic, key: Array("d1/o1".utf8), value: [0x0A, 0xFF])
            world.cluster.append(topic, key: [], value: [0x0A, 0x01, 0x41])
        }
        world.cluster.append(.orderCommands, 0, TestCluster.Record(key: [65], value: [65], appendedAtMs: nil))
        world.place("o1")
        try world.run(forMs: 500)
        #expect(world.cluster.read(.deadLetters).count == 16)
        #expect(try world.cluster.events().first?.kind == .placed)
        let codes = world.cluster.read(.deadLetters).map { $0.header("turnstile-error-code") ?? [] }
        #expect(codes.allSatisfy { $0 == Array("UNREADABLE".utf8) })
    }

    @Test("A forged command is rejected by an event, not by a dead letter; the cause is in the log alone")
    func forged() throws {
        var world = World(temper: .faultless)
        world.start()
        var record = world.placing("o1")
        record.headers[1].value = Array("v1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".utf8)
        world.cluster.append(.orderCommands, key: record.key, value: record.value, headers: record.headers)
        try world.run(forMs: World.tickMs)
        let events = try world.cluster.events()
        #expect(events.map(\.kind) == [.commandRejected])
        #expect(events.first?.rejection == Int32(RejectionCode.signatureInvalid.rawValue))
        #expect(events.first?.id == "d1/o1#0@c\(Self.home("d1/o1")):0")
        #expect(world.cluster.read(.deadLetters).isEmpty)
        #expect(world.said.contains("cause=mismatch"))
        let value = try #require(world.cluster.read(.orderEvents).first?.value)
        #expect(!String(decoding: value, as: UTF8.self).contains("mismatch"))
    }

    @Test("A command of no account is a dead letter and no event")
    func unknownAccount() throws {
        var world = World(temper: .faultless, directory: Directory(version: 3))
        world.start()
        world.place("o1")
        try world.run(forMs: World.tickMs)
        #expect(world.cluster.read(.orderEvents).isEmpty)
        #expect(
            world.cluster.read(.deadLetters).map { $0.header("turnstile-error-code") }
                == [Array("UNKNOWN_ACCOUNT".utf8)])
    }

    @Test(
        "A supplier's result counts where its signature verifies, or where it has no keys and needs none",
        arguments: [
            (keys: true, unsigned: true, signs: false, code: "SIGNATURE_INVALID"),
            (keys: true, unsigned: false, signs: true, code: ""),
            (keys: false, unsigned: false, signs: true, code: "SIGNATURE_INVALID"),
            (keys: false, unsigned: true, signs: false, code: ""),
        ])
    func supplierSignatures(_ row: (keys: Bool, unsigned: Bool, signs: Bool, code: String)) throws {
        var directory = Shop.directory(startMs: World.startMs)
        let key = Orders.SigningKey(
            keyID: Shop.keyID, material: .secret(name: Shop.secretName), notBeforeMs: nil, notAfterMs: nil,
            revokedAtMs: nil)
        directory.suppliers["s1"] = Shop.supplier(keys: row.keys ? [key] : [], takesUnsignedResults: row.unsigned)
        var world = World(temper: TimeTests.hanging, directory: directory)
        world.start()
        world.place("o1")
        try world.run(forMs: World.tickMs)
        var supplier = SimulatedSupplier(temper: .faultless, seed: 1)
        let request = try #require(world.cluster.read(.supplierRequests).first)
        for answer in try request.span({ try supplier.handle($0, nowMs: world.cluster.nowMs) }) {
            let signature = World.signer.signature(
                account: "s1", topic: "supplier-results", key: answer.key, value: answer.value)
            world.cluster.append(
                .supplierResults, key: answer.key, value: answer.value,
                headers: row.signs
                    ? [
                        ("turnstile-key-id", Array(Shop.keyID.utf8)), ("turnstile-signature", Array(signature.utf8)),
                    ] : [])
        }
        try world.run(forMs: World.tickMs)
        let codes = world.cluster.read(.deadLetters).map {
            String(decoding: $0.header("turnstile-error-code") ?? [], as: UTF8.self)
        }
        #expect(codes == (row.code.isEmpty ? [] : [row.code]))
        #expect(try world.cluster.events().contains { $0.kind == .locked } == row.code.isEmpty)
    }

    @Test("A result of no supplier is a dead letter")
    func unknownSupplier() throws {
        var directory = Shop.directory(startMs: World.startMs)
        var world = World(temper: .faultless, directory: directory)
        world.start()
        world.place("o1")
        try world.run(forMs: World.tickMs)
        directory.suppliers = [:]
        directory.version += 1
        world.directory.publish(DirectorySnapshot(directory))
        try world.run(forMs: 300)
        #expect(
            world.cluster.read(.deadLetters).map { $0.header("turnstile-error-code") }
                == [Array("UNKNOWN_SUPPLIER".utf8)])
    }

    @Test("A misrouted command is readmitted on its own partition, once, with its signature and its first append time")
    func misrouted() throws {
        var world = World(temper: .faultless)
        world.start()
        let record = world.placing("o1")
        let home = Self.home("d1/o1")
        world.cluster.append(.orderCommands, 1 - home, key: record.key, value: record.value, headers: record.headers)
        let appendedAtMs = world.cluster.nowMs
        try world.run(forMs: 300)
        #expect(world.cluster.read(.deadLetters).isEmpty)
        #expect(world.cluster.read(.operatorActions, 1 - home).isEmpty)
        let actions = world.cluster.read(.operatorActions, home)
        #expect(actions.count == 1)
        try actions[0].span { bytes in
            let action = try Proto.OperatorAction.View(bytes)
            guard let readmit = try action.readmit() else {
                Issue.record("no readmission")
                return
            }
            let place = (text(readmit.topic), readmit.partition, readmit.offset)
            #expect(place == ("order-commands", 1 - home, 0))
            let firstMs = try readmit.appendedAt()?.milliseconds
            #expect(firstMs == appendedAtMs)
            let value = readmit.value.withUnsafeBytes { Array($0) }
            #expect(value == record.value)
        }
        let placed = try world.cluster.events().filter { $0.kind == .placed }
        #expect(placed.count == 1)
        // The cause is the command where its sender put it, not the readmission.
        #expect(placed.first?.command == "\(1 - home):0")
    }

    @Test("A readmission on the wrong partition is a dead letter: the record as it was first")
    func misroutedAgain() throws {
        var world = World(temper: .faultless)
        world.start()
        let record = world.placing("o1")
        let home = Self.home("d1/o1")
        world.cluster.append(.orderCommands, 1 - home, key: record.key, value: record.value, headers: record.headers)
        try world.run(forMs: 300)
        let action = try #require(world.cluster.read(.operatorActions, home).first)
        world.cluster.append(.operatorActions, 1 - home, action)
        try world.run(forMs: 300)
        let letter = try #require(world.cluster.read(.deadLetters).first)
        #expect(world.cluster.read(.deadLetters).count == 1)
        #expect(letter.value == record.value)
        #expect(letter.key == record.key)
        #expect(letter.header("turnstile-error-code") == Array("MISROUTED".utf8))
        #expect(letter.header("turnstile-origin-topic") == Array("order-commands".utf8))
        #expect(letter.header("turnstile-signature") == record.headers[1].value)
        #expect(try world.cluster.events().filter { $0.kind == .placed }.count == 1)
    }

    @Test("Outputs larger than the setting allows: the input is a dead letter, the order stays as it was")
    func tooLargeBySetting() throws {
        var world = World(temper: .faultless)
        world.settings.recordBytes = 300
        world.start()
        world.place("o1")
        try world.run(forMs: World.tickMs)
        #expect(world.cluster.read(.orderEvents).isEmpty)
        #expect(world.cluster.orderStates().isEmpty)
        #expect(
            world.cluster.read(.deadLetters).map { $0.header("turnstile-error-code") }
                == [Array("OUTPUT_TOO_LARGE".utf8)])
    }

    @Test("Outputs that the broker refuses: that input alone is a dead letter, all others go on")
    func tooLargeByBroker() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.cluster.fates = { transaction, _ in
            let index = transaction.records.firstIndex { record in
                record.topic == .supplierRequests && record.key.map { Array($0) } == Array("d1/o2".utf8)
            }
            return index.map { .tooLarge(record: $0) } ?? .commit
        }
        world.start()
        for number in 1...3 { world.place("o\(number)") }
        try world.run(forMs: World.tickMs)
        #expect(try world.cluster.events().map(\.order) == ["d1/o1", "d1/o3"])
        let letters = world.cluster.read(.deadLetters)
        #expect(letters.map(\.key) == [Array("d1/o2".utf8)])
        #expect(letters.first?.header("turnstile-error-code") == Array("OUTPUT_TOO_LARGE".utf8))
        #expect(world.cluster.orderStates()[Array("d1/o2".utf8)] == nil)
    }

    @Test("A broker refuses a batch as one, and its first record is named: no other input is refused for it")
    func firstOfTheBatch() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.cluster.fates = { transaction, _ in
            let isTooLarge = transaction.records.contains { record in
                record.topic == .supplierRequests && record.key.map { Array($0) } == Array("d1/o8".utf8)
            }
            return isTooLarge ? .tooLarge(record: 0) : .commit
        }
        world.start()
        for number in 1...20 { world.place("o\(number)") }
        try world.run(forMs: 2_000)
        #expect(world.cluster.read(.deadLetters).map(\.key) == [Array("d1/o8".utf8)])
        let placed = try world.cluster.events().filter { $0.kind == .placed }.map(\.order)
        #expect(placed.count >= 17 && !placed.contains("d1/o8"))
    }

    @Test(
        "What can be neither left out nor made smaller stops the partition and says so, instead of being tried without end",
        arguments: [
            (topic: Topic.orderState, key: "/", what: "what each transaction writes"),
            (.journal, "0", "what each transaction writes"),
            (.deadLetters, "d1/o1", "the dead letter of order-commands 0:0, key and value left out"),
        ])
    func takesNothing(_ row: (topic: Topic, key: String, what: String)) throws {
        var world = World(partitions: 1, temper: .faultless)
        world.cluster.fates = { transaction, _ in
            let index = transaction.records.firstIndex { record in
                // The last form of a dead letter has no key.
                record.topic == row.topic
                    && (row.topic == .deadLetters || record.key.map { Array($0) } == Array(row.key.utf8))
            }
            return index.map { .tooLarge(record: $0) } ?? .commit
        }
        world.start()
        if row.topic == .deadLetters {
            world.cluster.append(.orderCommands, key: Array("d1/o1".utf8), value: [0xFF])
        } else {
            world.place("o1")
        }
        try world.run(forMs: 5_000)
        #expect(RestartTests.phases(world) == [.stopped])
        #expect(RestartTests.reason(world).contains("takes no record as large as \(row.what)"))
        #expect(world.cluster.transactions < 5)
        #expect(world.cluster.read(.orderState).isEmpty, "nothing of it has happened")
    }

    @Test("A timer whose order no longer fits, escalated or not, stops the partition and says which order it is")
    func timerTakesNothing() throws {
        var world = World(partitions: 1, temper: TimeTests.hanging)
        world.start()
        world.place("o1")
        try world.run(forMs: World.tickMs)
        world.cluster.fates = { transaction, _ in
            let index = transaction.records.firstIndex { $0.key.map { Array($0) } == Array("d1/o1".utf8) }
            return index.map { .tooLarge(record: $0) } ?? .commit
        }
        try world.run(forMs: 5_000)
        #expect(RestartTests.phases(world) == [.stopped])
        #expect(RestartTests.reason(world).contains("the order d1/o1 after its timer"))
    }

    @Test("A dead letter that does not fit goes without its value, with its size and SHA-256")
    func deadLetterTooLarge() throws {
        var world = World(partitions: 1, temper: .faultless)
        world.settings.recordBytes = 600
        world.start()
        let value = [UInt8](repeating: 0xFF, count: 2_000)
        world.cluster.append(.orderCommands, key: Array("d1/o1".utf8), value: value)
        try world.run(forMs: World.tickMs)
        let letter = try #require(world.cluster.read(.deadLetters).first)
        #expect(letter.value == nil)
        #expect(letter.header("turnstile-value-bytes") == Array("2000".utf8))
        let digest = SHA256.digest(value).withUnsafeBytes { bytes in
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        #expect(letter.header("turnstile-value-sha256") == Array(digest.utf8))
    }

    @Test("A timer whose outputs do not fit ends as Escalated, once")
    func timerTooLarge() throws {
        var world = World(partitions: 1, temper: TimeTests.hanging)
        world.start()
        world.place("o1")
        try world.run(forMs: World.tickMs)
        world.cluster.fates = { transaction, _ in
            let index = transaction.records.firstIndex { $0.topic == .supplierRequests }
            return index.map { .tooLarge(record: $0) } ?? .commit
        }
        try world.run(forMs: 5_000)
        #expect(try world.cluster.events().map(\.kind) == [.placed, .escalated])
        #expect(try world.cluster.events().map(\.sequence) == [1, 2])
    }
}

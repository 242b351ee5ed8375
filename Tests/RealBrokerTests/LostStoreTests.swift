import Foundation
import Kafka
import Protobuf
import Records
import Schemas
import Store
import Testing

extension RealBroker {
    @Suite(.serialized)
    struct LostStore {
        @Test("a store that is lost is rebuilt from the changelog, and what was answered stays answered")
        func rebuilt() async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let load = try installation.startLoad(orders: 250, perSecond: 100, seed: 3)
                var adapter = try installation.startAdapter()
                #expect(try load.wait(seconds: 120) == 0, "\(load.log.suffix(500))")
                _ = try installation.expectInvariants()
                try installation.end(adapter)
                let states = try installation.foldedChangelog()
                #expect(states.count > 200)
                #expect(try installation.keysOfStoreUnlike(states).isEmpty, "the store is the fold of the changelog")

                try FileManager.default.removeItem(atPath: installation.dataDirectory("a"))
                adapter = try installation.startAdapter()
                try installation.awaitReady(adapter)
                let placing = try #require(
                    try installation.read(.orderCommands).first {
                        $0.json(Proto.OrderCommand.descriptor)["placeOrder"] != nil
                    })
                let answer = try installation.answer(
                    to: Sent(key: placing.key, value: placing.value, headers: placing.headers))
                #expect(answer["commandRepeated"] != nil, "\(answer)")
                let order = try #require(placing.text("distributorOrderId", Proto.OrderCommand.descriptor))
                let first = try installation.read(.orderEvents).first {
                    $0.text("distributorOrderId", Proto.OrderEvent.descriptor) == order
                }
                #expect(
                    answer.at("commandRepeated.firstEventId")?.text
                        == first?.text("eventId", Proto.OrderEvent.descriptor))
                try installation.end(adapter)
                #expect(try installation.keysOfStoreUnlike(installation.foldedChangelog()).isEmpty)
                _ = try installation.expectInvariants()
            }
        }
    }
}

extension Installation {
    /// Sends a command and waits for the event that names it as its cause.
    func answer(to command: Sent) throws -> JSONValue {
        let home = (command.key ?? []).withUnsafeBytes { Murmur2.partition(of: $0, count: Int32(partitionCount)) }
        let admin = try Admin(settings, log: { _ in })
        let offset = try admin.highWatermarks([(settings.name(of: .orderCommands), home)])[0] ?? -1
        try publish(.orderCommands, command)
        return try awaitRecord(.orderEvents, "the answer to command \(home):\(offset)") {
            isCause($0.json(Proto.OrderEvent.descriptor).at("cause.command"), home, offset)
        }.json(Proto.OrderEvent.descriptor)
    }

    /// The last state of each key, but for what is the partitions' own.
    func foldedChangelog() throws -> [String: [UInt8]] {
        var states: [String: [UInt8]] = [:]
        for record in try read(.orderState) {
            let key = String(decoding: record.key ?? [], as: UTF8.self)
            // `/` and `/supplier/…` are each partition's.
            states[key.hasPrefix("/") ? "\(record.partition)\(key)" : key] = record.value
        }
        return states
    }

    /// The keys under which the stores of instance `a` have something else.
    func keysOfStoreUnlike(_ states: [String: [UInt8]]) throws -> [String] {
        let stored = try storedStates()
        return Set(stored.keys).union(states.keys).filter { stored[$0] != states[$0] }.sorted()
    }

    /// What stands in the stores of instance `a`.
    func storedStates() throws -> [String: [UInt8]] {
        var states: [String: [UInt8]] = [:]
        for partition in 0..<Int32(partitionCount) {
            let store = try PartitionStore.reading(dataDirectory: dataDirectory("a"), partition: partition)
            defer { store.close() }
            try store.forEachState { key, value in
                let key = String(decoding: key, as: UTF8.self)
                states[key.hasPrefix("/") ? "\(partition)\(key)" : key] = Array(value)
            }
        }
        return states
    }
}

/// Whether a cause names this record; a zero is not written in JSON.
func isCause(_ cause: JSONValue?, _ partition: Int32, _ offset: Int64) -> Bool {
    guard let cause else { return false }
    return Int32(cause["partition"]?.text ?? "0") == partition && Int64(cause["offset"]?.text ?? "0") == offset
}

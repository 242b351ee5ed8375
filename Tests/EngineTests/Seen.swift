import Protobuf
import Records
import Schemas

/// What the tests look at of one record of `order-events`.
struct SeenEvent: Equatable {
    var id: String
    var order: String
    var sequence: UInt64
    var kind: Proto.OrderEvent.EventCase
    /// The command's place, where a command is the cause.
    var command: String?
    var rejection: Int32?
}

func text(_ bytes: RawSpan) -> String { bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }

extension TestCluster.Record {
    func event() throws -> SeenEvent {
        try span { bytes in
            let event = try Proto.OrderEvent.View(bytes)
            var command: String?
            if let cause = try event.cause(), let record = try cause.command() {
                command = "\(record.partition):\(record.offset)"
            }
            return SeenEvent(
                id: text(event.eventId), order: "\(text(event.distributorId))/\(text(event.distributorOrderId))",
                sequence: event.sequence, kind: event.eventCase, command: command,
                rejection: try event.commandRejected()?.code)
        }
    }
}

extension TestCluster {
    func events() throws -> [SeenEvent] { try read(.orderEvents).map { try $0.event() } }

    /// The folds of all changelogs, without the partitions' own records: how many transactions it took is no matter.
    func orderStates() -> [[UInt8]: [UInt8]] {
        var all: [[UInt8]: [UInt8]] = [:]
        for partition in 0..<partitionCount {
            for (key, value) in fold(partition) where key != Array("/".utf8) { all[key] = value }
        }
        return all
    }
}

/// SplitMix64: the same seed, the same run.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func isOne(in count: UInt64) -> Bool { next() % count == 0 }
}

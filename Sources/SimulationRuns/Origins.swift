internal import Protobuf
internal import Records
internal import Schemas
internal import SimulatedKafka

/// The input that an output names as its cause.
struct Cause {
    var topic: Topic
    var partition: Int32
    var offset: Int64

    init?(_ record: SimulatedCluster.Record, of topic: Topic) {
        if topic == .deadLetters {
            let origin = DeadLetterOrigin(record)
            guard let input = Topic.inputs.first(where: { $0.name == origin.topic }) else { return nil }
            self.init(input, origin.partition, origin.offset)
            return
        }
        guard topic == .orderEvents else { return nil }
        let found: Cause? = record.withSpan { bytes in
            do {
                let event = try Proto.OrderEvent.View(bytes)
                guard let cause = try event.cause() else { return nil }
                return try Cause(cause)
            } catch {
                return nil
            }
        }
        guard let found else { return nil }
        self = found
    }

    private init?(_ cause: borrowing Proto.Cause.View) throws {
        if let record = try cause.command() {
            self.init(.orderCommands, record.partition, record.offset)
        } else if let record = try cause.result() {
            self.init(.supplierResults, record.partition, record.offset)
        } else if let record = try cause.operatorAction() {
            self.init(.operatorActions, record.partition, record.offset)
        } else {
            return nil
        }
    }

    private init(_ topic: Topic, _ partition: Int32, _ offset: Int64) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
    }
}

/// Where a dead letter stood first, from its headers.
struct DeadLetterOrigin {
    var topic: String
    var partition: Int32
    var offset: Int64

    init(_ record: SimulatedCluster.Record) {
        func value(_ name: String) -> String {
            String(decoding: record.header("turnstile-origin-" + name) ?? [], as: UTF8.self)
        }
        topic = value("topic")
        partition = Int32(value("partition")) ?? -1
        offset = Int64(value("offset")) ?? -1
    }
}

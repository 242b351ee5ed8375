import Contract
import Kafka
import Protobuf
import Records

/// A record that a transaction writes, done again; with bytes of its own.
struct ReplayedRecord {
    var topic: Topic
    var partition: Int32
    var key: [UInt8]?
    var value: [UInt8]?
    var headers: [OutgoingHeader]

    /// - Parameter transaction: which the record is of.
    init(_ record: OutgoingRecord, of transaction: borrowing Transaction) {
        topic = record.topic
        partition = record.partition
        key = record.key.map { Array($0) }
        value = record.value.map { Array($0) }
        let first = Int(record.firstHeader)
        headers = Array(transaction.headers[first..<first + Int(record.headerCount)])
    }

    init(topic: Topic, partition: Int32, key: [UInt8]?, value: [UInt8]?, headers: [OutgoingHeader] = []) {
        self.topic = topic
        self.partition = partition
        self.key = key
        self.value = value
        self.headers = headers
    }

    func isSame(as stored: StoredRecord) -> Bool {
        key == stored.key && value == stored.value && headers == stored.headers
    }
}

/// What a record is about, by its topic: how people and programs tell it from others.
struct MessageIdentity: Equatable {
    var key: String
    /// The message's own id; of a dead letter where the record stood that it was; of the changelog nothing.
    var id: String

    init(_ topic: Topic, key: [UInt8]?, value: [UInt8]?, headers: [OutgoingHeader]) {
        self.key = String(decoding: key ?? [], as: UTF8.self)
        switch topic {
        case .deadLetters:
            let names = ["topic", "partition", "offset"].map { Array("turnstile-origin-\($0)".utf8) }
            id = names.map { name in
                String(decoding: headers.last { $0.name == name }?.value ?? [], as: UTF8.self)
            }.joined(separator: ":")
        case .journal:
            id = (value.flatMap { try? readJournalRecord($0.span.bytes) }?.number).map { "\($0)" } ?? ""
        default:
            // The id of each message comes first in it; any other text may be a person's.
            guard let json = messageJSON(topic, key: key, value: value), case .object(let members) = json,
                let first = members.first, first.name.hasSuffix("Id"), case .string(let text) = first.value
            else {
                id = ""
                return
            }
            id = topic == .orderState ? "" : text
        }
    }

    init(_ record: ReplayedRecord) {
        self.init(record.topic, key: record.key, value: record.value, headers: record.headers)
    }

    init(_ topic: Topic, _ record: StoredRecord) {
        self.init(topic, key: record.key, value: record.value, headers: record.headers)
    }
}

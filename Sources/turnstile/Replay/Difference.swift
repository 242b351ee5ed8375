import Kafka
import Protobuf
import Records

/// One place where what was published is not what the replay gives.
struct Difference {
    enum Kind: String {
        case altered
        case leftOut = "left out"
        case added
        /// The transaction cannot be done again.
        case notRepeatable = "not repeatable"
    }

    var kind: Kind
    var topic: Topic
    var partition: Int32
    /// Of the published record; of one that is left out, where it should stand; nil where that is not known.
    var offset: Int64?
    var transaction: UInt64
    var key: String
    var id: String
    /// Where in the record, and what stands on either side.
    var detail: String

    /// A replayed record that was not published as it is.
    init(
        _ kind: Kind, _ replayed: ReplayedRecord, published: StoredRecord?, offset: Int64?, transaction: UInt64
    ) {
        let identity = MessageIdentity(replayed)
        self.init(
            kind: kind, topic: replayed.topic, partition: replayed.partition, offset: offset, transaction: transaction,
            key: identity.key, id: identity.id,
            detail: published.map { Self.detail(replayed, $0) } ?? "the record is not there")
    }

    /// A published record that no transaction wrote.
    init(added record: StoredRecord, _ topic: Topic, _ partition: Int32, transaction: UInt64) {
        let identity = MessageIdentity(topic, record)
        self.init(
            kind: .added, topic: topic, partition: partition, offset: record.offset, transaction: transaction,
            key: identity.key, id: identity.id, detail: "no transaction wrote it")
    }

    init(
        kind: Kind, topic: Topic, partition: Int32, offset: Int64?, transaction: UInt64, key: String, id: String,
        detail: String
    ) {
        self.kind = kind
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.transaction = transaction
        self.key = key
        self.id = id
        self.detail = detail
    }

    /// A whole sentence.
    var text: String {
        let place = offset.map { "\(topic.name) \(partition):\($0)" } ?? "\(topic.name) \(partition)"
        let what = id.isEmpty ? (key.isEmpty ? "" : " (key \(key))") : " (key \(key), id \(id))"
        return "\(place)\(what) is \(kind.rawValue), transaction \(transaction): \(detail)"
    }

    private static func detail(_ replayed: ReplayedRecord, _ published: StoredRecord) -> String {
        if replayed.key != published.key {
            return "the key is \(text(published.key)), the replay's \(text(replayed.key))"
        }
        guard replayed.value == published.value else { return valueDetail(replayed, published) }
        let index = zip(replayed.headers, published.headers).enumerated().first { $1.0 != $1.1 }?.offset
        guard let index else {
            return "it has \(published.headers.count) headers, the replay's \(replayed.headers.count)"
        }
        let (theirs, ours) = (published.headers[index], replayed.headers[index])
        guard isPlain(theirs), isPlain(ours) else {
            return "header \(text(theirs.name)) differs; what it says is not shown"
        }
        return
            "header \(text(theirs.name)) is \(text(theirs.value)), the replay's \(text(ours.name)) \(text(ours.value))"
    }

    private static func valueDetail(_ replayed: ReplayedRecord, _ published: StoredRecord) -> String {
        guard let ours = replayed.value, let theirs = published.value else {
            return published.value == nil
                ? "it has no value, the replay's has" : "it has a value, the replay's has none"
        }
        if let ours = messageJSON(replayed.topic, key: replayed.key, value: ours),
            let theirs = messageJSON(replayed.topic, key: replayed.key, value: theirs),
            let field = FieldDifference.first(theirs, ours, replayed.topic.message(key: replayed.key))
        {
            return field.text
        }
        let byte = zip(theirs, ours).enumerated().first { $1.0 != $1.1 }?.offset ?? min(theirs.count, ours.count)
        return "byte \(byte) differs (\(theirs.count) bytes, the replay's \(ours.count))"
    }

    /// Of these headers the values say nothing of a person: all others of a dead letter are as they came.
    private static let plainHeaders = [
        "ce_", "content-type", "traceparent", "turnstile-origin-", "turnstile-error-code", "kafka_dlt-original-",
    ]

    private static func isPlain(_ header: OutgoingHeader) -> Bool {
        plainHeaders.contains { header.name.starts(with: $0.utf8) }
    }

    private static func text(_ bytes: [UInt8]?) -> String {
        guard let bytes else { return "absent" }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.count > 80 ? text.prefix(77) + "…" : text
    }
}

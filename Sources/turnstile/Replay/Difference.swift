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
            let field = firstDifference(theirs, ours, at: "")
        {
            return "\(field.path) is \(field.published), the replay's \(field.replayed)"
        }
        let byte = zip(theirs, ours).enumerated().first { $1.0 != $1.1 }?.offset ?? min(theirs.count, ours.count)
        return "byte \(byte) differs (\(theirs.count) bytes, the replay's \(ours.count))"
    }

    /// The first field in which two messages differ, by its path.
    static func firstDifference(
        _ published: JSONValue, _ replayed: JSONValue, at path: String
    ) -> (path: String, published: String, replayed: String)? {
        func at(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
        switch (published, replayed) {
        case (.object(let theirs), .object(let ours)):
            for member in theirs {
                guard let other = ours.first(where: { $0.name == member.name }) else {
                    return (at(member.name), short(member.value), "absent")
                }
                if let found = firstDifference(member.value, other.value, at: at(member.name)) { return found }
            }
            return ours.first { member in !theirs.contains { $0.name == member.name } }.map {
                (at($0.name), "absent", short($0.value))
            }
        case (.array(let theirs), .array(let ours)):
            for (index, pair) in zip(theirs, ours).enumerated() {
                if let found = firstDifference(pair.0, pair.1, at: "\(path)[\(index)]") { return found }
            }
            return theirs.count == ours.count
                ? nil : ("\(path) (how many)", "\(theirs.count)", "\(ours.count)")
        default: return published == replayed ? nil : (path, short(published), short(replayed))
        }
    }

    private static func short(_ value: JSONValue) -> String {
        let text = value.text()
        return text.count > 80 ? text.prefix(77) + "…" : text
    }

    private static func text(_ bytes: [UInt8]?) -> String {
        guard let bytes else { return "absent" }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.count > 80 ? text.prefix(77) + "…" : text
    }
}

import Kafka
import Protobuf
import Records
import Schemas
import Signing

/// A record of `dead-letters`: an input as it came, why it could not be handled, and where it stood.
struct DeadLetter {
    /// Where an input stood first.
    struct Origin: Hashable {
        var topic: String
        var partition: Int32
        var offset: Int64
    }

    /// Where the letter stands.
    var partition: Int32
    var offset: Int64
    var atMs: Int64
    var code: String
    var message: String
    var origin: Origin
    /// When the input was first appended; nil where nobody knows.
    var appendedAtMs: Int64?
    var key: [UInt8]?
    /// nil where the input had none, or where it was too large to be kept.
    var value: [UInt8]?
    /// The input's own.
    var headers: [(name: [UInt8], value: [UInt8]?)]
    /// Of a value that was too large to be kept.
    var lostValueBytes: Int?

    var id: String { "\(partition):\(offset)" }
}

extension DeadLetter {
    init(_ record: TopicRecord) {
        partition = record.partition
        offset = record.offset
        atMs = record.timestampMs ?? 0
        key = record.key.map { Array($0) }
        value = record.value.map { Array($0) }
        let all = record.headers.map { (name: copied($0.name), value: $0.value.map { Array($0) }) }
        // The input's own come first, and its sender may have used the same names.
        let first = all.lastIndex { $0.name == Array("turnstile-error-code".utf8) } ?? all.count
        headers = Array(all[..<first])
        var added: [String: String] = [:]
        for header in all[first...] {
            added[String(decoding: header.name, as: UTF8.self)] = String(decoding: header.value ?? [], as: UTF8.self)
        }
        code = added["turnstile-error-code"] ?? ""
        message = added["turnstile-error-message"] ?? ""
        origin = Origin(
            topic: added["turnstile-origin-topic"] ?? "",
            partition: added["turnstile-origin-partition"].flatMap { Int32($0) } ?? -1,
            offset: added["turnstile-origin-offset"].flatMap { Int64($0) } ?? -1)
        appendedAtMs = added["turnstile-origin-timestamp"].flatMap { Int64($0) }
        lostValueBytes = added["turnstile-value-bytes"].flatMap { Int($0) }
    }

    /// All of it for people, with the value as JSON where it is a message.
    func json(_ redrives: [Redrive]) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            ("id", .string(id)), ("time", .time(atMs)), ("code", .string(code)),
            ("message", .string(message)), ("topic", .string(origin.topic)), ("partition", .whole(origin.partition)),
            ("offset", .whole(origin.offset)), ("appendedAt", .time(appendedAtMs)),
            ("key", key.map(readable) ?? .null),
            (
                "headers",
                .array(
                    headers.map { header in
                        .object([
                            ("name", readable(header.name)), ("value", header.value.map(readable) ?? .null),
                        ])
                    })
            ),
        ]
        if let value {
            members.append(("valueBytes", .whole(value.count)))
            if let topic = Topic(name: origin.topic), let shown = messageJSON(topic, key: key, value: value) {
                members.append(("value", shown))
            }
            members.append(("valueBase64", .string(Base64.encode(value))))
        } else if let lostValueBytes {
            members.append(("valueBytes", .whole(lostValueBytes)))
            members.append(("value", .null))
        }
        members.append(
            (
                "redriven",
                .array(
                    redrives.map { redrive in
                        .object([
                            ("by", .string(redrive.by)), ("reason", .string(redrive.reason)),
                            ("time", .time(redrive.atMs)),
                        ])
                    })
            ))
        return .object(members)
    }

    /// Bytes that are text as text, others as `base64:…`.
    private func readable(_ bytes: [UInt8]) -> JSONValue {
        let text = String(validating: bytes, as: UTF8.self)
        return .string(text ?? "base64:" + Base64.encode(bytes))
    }
}

/// A readmission of an input, as it stands on `operator-actions`.
struct Redrive {
    var origin: DeadLetter.Origin
    var by: String
    var reason: String
    var atMs: Int64
    /// What Turnstile readmits by itself stood on the wrong partition, and was not handled before.
    var isOwn: Bool { by == "turnstile" }

    /// nil for any other action, and for what is none.
    init?(_ record: TopicRecord) {
        guard let json = json(copied(record.value), Proto.OperatorAction.descriptor), let readmit = json["readmit"],
            case .string(let topic)? = readmit["topic"]
        else { return nil }
        func text(_ name: String) -> String {
            if case .string(let text)? = json[name] { return text }
            return ""
        }
        func number(_ name: String) -> Int64? {
            switch readmit[name] {
            case .string(let text)?, .number(let text)?: Int64(text)
            default: 0
            }
        }
        by = text("operator")
        reason = text("reason")
        atMs = record.timestampMs ?? 0
        guard let partition = number("partition").flatMap({ Int32(exactly: $0) }),
            let offset = number("offset")
        else { return nil }
        origin = DeadLetter.Origin(topic: topic, partition: partition, offset: offset)
    }
}

/// All letters that are kept, in the order of their places, and what was readmitted by whom.
func readDeadLetters(_ settings: KafkaSettings) throws -> (
    letters: [DeadLetter], redrives: [DeadLetter.Origin: [Redrive]]
) {
    var letters: [DeadLetter] = []
    var redrives: [DeadLetter.Origin: [Redrive]] = [:]
    var reader = try TopicReader(settings, log: quietLog)
    try reader.readToEnd(settings.name(of: .deadLetters)) { record in
        letters.append(DeadLetter(record))
        return .goOn
    }
    try reader.readToEnd(settings.name(of: .operatorActions)) { record in
        if let redrive = Redrive(record), !redrive.isOwn { redrives[redrive.origin, default: []].append(redrive) }
        return .goOn
    }
    letters.sort { ($0.partition, $0.offset) < ($1.partition, $1.offset) }
    return (letters, redrives)
}

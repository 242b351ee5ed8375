import Protobuf
import Records
import Schemas
import Signing

/// Why a dead letter cannot be judged once more.
struct NotRedrivable: Error {
    var why: String
}

/// The record for `operator-actions` by which the input is judged once more, as if it had come now but at its first
/// append time: an `OperatorAction` with `readmit`.
///
/// Its id tells the input, so it is the same each time. That the same input takes effect once rests on what the input
/// itself says: a command's id and content, a result's id, are remembered with the order.
func readmission(of letter: DeadLetter, by user: String, reason: String) throws(NotRedrivable) -> [UInt8] {
    guard let source = Topic(name: letter.origin.topic), Topic.inputs.contains(source),
        letter.origin.partition >= 0, letter.origin.offset >= 0
    else { throw NotRedrivable(why: "it does not say where the input stood") }
    guard let appendedAtMs = letter.appendedAtMs else { throw NotRedrivable(why: "nobody knows when the input came") }
    if let bytes = letter.lostValueBytes {
        throw NotRedrivable(why: "its value of \(bytes) bytes was too large to be kept: its sender has to send again")
    }
    guard let value = letter.value else { throw NotRedrivable(why: "the input had no value") }
    guard let key = letter.key, let text = String(validating: key, as: UTF8.self) else {
        throw NotRedrivable(why: "its key is no order's")
    }
    let ids = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ids.count == 2, ids.allSatisfy({ !$0.isEmpty }) else { throw NotRedrivable(why: "its key is no order's") }
    var headers: [JSONValue] = []
    for header in letter.headers {
        guard let name = String(validating: header.name, as: UTF8.self) else {
            throw NotRedrivable(why: "the name of one of its headers is no text")
        }
        headers.append(.object([("name", .string(name)), ("value", .string(Base64.encode(header.value ?? [])))]))
    }
    let place = "\(source.letter)\(letter.origin.partition):\(letter.origin.offset)"
    let action = JSONValue.object([
        ("actionId", .string("readmit:" + place)), ("distributorId", .string(String(ids[0]))),
        ("distributorOrderId", .string(String(ids[1]))), ("operator", .string(user)), ("reason", .string(reason)),
        (
            "readmit",
            .object([
                ("topic", .string(source.name)), ("partition", .number("\(letter.origin.partition)")),
                ("offset", .string("\(letter.origin.offset)")),
                ("appendedAt", .string(dateTime(ofMilliseconds: appendedAtMs))),
                ("key", .string(Base64.encode(key))), ("value", .string(Base64.encode(value))),
                ("headers", .array(headers)),
            ])
        ),
    ])
    do { return try Proto.OperatorAction.descriptor.bytes(json: action) } catch {
        throw NotRedrivable(why: "\(error)")
    }
}

extension Topic {
    /// As the ids of readmissions name an input.
    fileprivate var letter: String {
        switch self {
        case .orderCommands: "c"
        case .supplierResults: "r"
        default: "o"
        }
    }
}

import Glibc
import Kafka
import Protobuf
import Records
import Signing

/// A file of replayed records: one JSON object a line, with all that a record is made of.
final class ReplayFile {
    private let path: String
    private let descriptor: Int32
    private var lines: [UInt8] = []

    /// - Throws: where there is a file already: nothing is overwritten.
    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure(
                .failed, "cannot make \(path): \(String(cString: strerror(errno)))",
                todo: errno == EEXIST ? "give the name of a file that is not there" : nil)
        }
    }

    func write(_ record: ReplayedRecord, transaction: UInt64, atMs: Int64) throws {
        func base64(_ bytes: [UInt8]?) -> JSONValue { bytes.map { .string(Base64.encode($0)) } ?? .null }
        var members: [(name: String, value: JSONValue)] = [
            ("topic", .string(record.topic.name)), ("partition", .number("\(record.partition)")),
            ("transaction", .number("\(transaction)")), ("time", .string(dateTime(ofMilliseconds: atMs))),
            ("key", .string(String(decoding: record.key ?? [], as: UTF8.self))), ("key_base64", base64(record.key)),
            ("value_base64", base64(record.value)),
            (
                "headers",
                .array(
                    record.headers.map {
                        ["name": .string(String(decoding: $0.name, as: UTF8.self)), "value_base64": base64($0.value)]
                    })
            ),
        ]
        if let message = messageJSON(record.topic, key: record.key, value: record.value) {
            members.append(("message", message))
        }
        lines += Array(JSONValue.object(members).text().utf8) + [UInt8(ascii: "\n")]
        if lines.count >= 1 << 20 { try flush() }
    }

    /// Writes what is left, durably.
    func close() throws {
        try flush()
        guard fsync(descriptor) == 0 else { throw cannotWriteAll(of: path) }
    }

    private func flush() throws {
        guard writeAll(lines, to: descriptor) else { throw cannotWriteAll(of: path) }
        lines.removeAll(keepingCapacity: true)
    }

    deinit { Glibc.close(descriptor) }
}

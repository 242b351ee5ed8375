import Configuration
import Contract
import Protobuf
import Schemas

/// One record of the directory, read from a catalog file: what `directory apply` writes.
struct CatalogEntry {
    /// `account/d001`.
    var key: String
    /// A `turnstile.v1.DirectoryRecord`.
    var value: [UInt8]
    var place: String
}

/// A catalog file: lists of accounts, grants, suppliers and so on, in YAML, with the fields' names of
/// `schemas/turnstile/v1/directory.proto`.
///
/// Values of an enum may leave the enum's name out (`MONTH` for `PERIOD_MONTH`). A contract's zone offsets are filled in
/// from the machine's time zone database, unless the file gives them.
struct Catalog {
    var entries: [CatalogEntry] = []

    /// The lists of a file, and the field of a `DirectoryRecord` that each is about, in the order in which they are
    /// written: what is referred to comes first.
    static let lists: [(list: String, kind: String)] = [
        ("settings", "settings"), ("suppliers", "supplier"), ("contracts", "contract"), ("accounts", "account"),
        ("projects", "project"), ("shows", "show"), ("ticket_classes", "ticket_class"), ("grants", "grant"),
    ]

    /// - Throws: a failure that names file, line and column.
    init(_ bytes: [UInt8], file: String) throws {
        let root: YAMLNode
        do { root = try YAMLReader.read(bytes, file: file) } catch { throw CommandFailure(.failed, "\(error)") }
        func fail(_ position: TextPosition, _ message: String) -> CommandFailure {
            CommandFailure(.failed, "\(file):\(position.line):\(position.column): \(message)")
        }
        guard let sections = root.entries else { throw fail(root.position, "a mapping of lists is wanted") }
        for section in sections where !Self.lists.contains(where: { $0.list == section.key }) {
            let nearest = nearestWord(to: section.key, among: Self.lists.map(\.list))
            throw fail(
                section.keyPosition, "unknown list \(section.key)" + (nearest.map { ": did you mean \($0)?" } ?? ""))
        }
        let record = Proto.DirectoryRecord.descriptor
        for (list, kind) in Self.lists {
            guard let node = root[list] else { continue }
            let elements = kind == "settings" ? [node] : node.elements
            guard let elements, case .message(let descriptor)? = record.field(named: kind)?.type else {
                throw fail(node.position, "\(list) is a list")
            }
            for element in elements {
                var value = try Self.json(element, descriptor(), fail)
                if kind == "contract" { value = try Self.withZoneOffsets(value, element, fail) }
                let place = "\(file):\(element.position.line)"
                entries.append(try Self.entry(.object([(kind, value)]), place))
            }
        }
    }

    /// The record's bytes and key, once the engine would take them.
    private static func entry(_ json: JSONValue, _ place: String) throws -> CatalogEntry {
        do {
            let value = try Proto.DirectoryRecord.descriptor.bytes(json: json)
            return CatalogEntry(
                key: try readDirectoryEntry(value.span.bytes).key.description, value: value, place: place)
        } catch let error as JSONError {
            throw CommandFailure(.failed, "\(place): \(error)")
        } catch let refusal as Refusal {
            throw CommandFailure(.failed, "\(place): \(refusal.message)")
        }
    }

    private static func text(_ value: JSONValue, _ name: String) -> String? {
        guard case .object(let members) = value, let member = members.first(where: { $0.name == name }) else {
            return nil
        }
        switch member.value {
        case .string(let text), .number(let text): return text
        default: return nil
        }
    }

    /// YAML to the JSON form of a message. YAML does not say whether `42` is a number or a name: the descriptor does.
    private static func json(
        _ node: YAMLNode, _ descriptor: MessageDescriptor, _ fail: (TextPosition, String) -> CommandFailure
    ) throws -> JSONValue {
        guard let entries = node.entries else {
            throw fail(node.position, "\(node.kind) where the fields of \(descriptor.name) are wanted")
        }
        var members: [(name: String, value: JSONValue)] = []
        for entry in entries where !entry.value.isNull {
            guard let field = descriptor.field(named: entry.key) else {
                let nearest = nearestWord(to: entry.key, among: descriptor.fields.map(\.name))
                throw fail(
                    entry.keyPosition,
                    "\(descriptor.name) has no field \(entry.key)" + (nearest.map { ": did you mean \($0)?" } ?? ""))
            }
            if field.label == .repeated {
                guard let elements = entry.value.elements else {
                    throw fail(entry.value.position, "\(field.name) is a list")
                }
                members.append((field.name, .array(try elements.map { try json($0, field, fail) })))
            } else {
                members.append((field.name, try json(entry.value, field, fail)))
            }
        }
        return .object(members)
    }

    private static func json(
        _ node: YAMLNode, _ field: FieldDescriptor, _ fail: (TextPosition, String) -> CommandFailure
    ) throws -> JSONValue {
        if case .message(let descriptor) = field.type, !descriptor().isTimestamp {
            return try json(node, descriptor(), fail)
        }
        guard let text = node.text else { throw fail(node.position, "\(field.name) is a single value") }
        switch field.type {
        case .bool:
            guard let boolean = node.boolean else { throw fail(node.position, "\(field.name) is true or false") }
            return .bool(boolean)
        case .string, .bytes, .message: return .string(text)
        case .enumeration(let descriptor):
            guard descriptor().number(of: text) == nil, let first = descriptor().values.first?.name else {
                return .string(text)
            }
            let long = first.replacingSuffix("UNSPECIFIED", with: text)
            guard descriptor().number(of: long) != nil else {
                let known = descriptor().values.dropFirst().map(\.name).joined(separator: ", ")
                throw fail(node.position, "\(field.name) is one of \(known)")
            }
            return .string(long)
        default: return .number(text)
        }
    }

    /// How long a contract's zone offsets reach from its beginning: a new version comes long before that.
    private static let zoneYears: Int64 = 20

    private static func withZoneOffsets(
        _ value: JSONValue, _ node: YAMLNode, _ fail: (TextPosition, String) -> CommandFailure
    ) throws -> JSONValue {
        guard case .object(let members) = value, !members.contains(where: { $0.name == "zone_offsets" }),
            let zone = text(value, "time_zone")
        else { return value }
        let from: Int64 =
            try text(value, "valid_from").map {
                guard let seconds = secondsOfDateTime($0) else {
                    throw fail(node.position, "valid_from is no RFC 3339 time")
                }
                return seconds
            } ?? 0
        do {
            let offsets = try TimeZoneFile(named: zone)
                .offsets(fromSeconds: from, untilSeconds: from + zoneYears * 366 * 86_400)
            let list = offsets.map { transition in
                JSONValue.object([
                    ("from", .string(dateTime(ofSeconds: transition.atSeconds))),
                    ("utc_offset_seconds", .number("\(transition.offsetSeconds)")),
                ])
            }
            return .object(members + [("zone_offsets", .array(list))])
        } catch let failure as TimeZoneFile.Failure {
            throw fail(node.position, failure.message)
        }
    }
}

extension String {
    fileprivate func replacingSuffix(_ suffix: String, with text: String) -> String {
        hasSuffix(suffix) ? dropLast(suffix.count) + text : self
    }
}

/// A JSON text as a tree. Objects keep their order, numbers stay the text that they were.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// By JSON's grammar; nothing is rounded.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([(name: String, value: JSONValue)])

    /// What the tree is called in an error: "a string".
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }

    /// An object's member; nil where there is none, or where this is no object.
    public subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { sameText($0.name, name) }?.value
    }

    /// A list's element; nil where there is none, or where this is no list.
    public subscript(_ index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}

// Not by `nil`: in an optional it would be taken for the absence that it is not.
extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .number("\(value)") }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { ($0, $1) })
    }
}

/// Equal are the same trees: members in the same order, texts of the same bytes, numbers of the same spelling.
extension JSONValue: Equatable {
    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)), (.string(let a), .string(let b)): sameText(a, b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)):
            a.elementsEqual(b) { sameText($0.name, $1.name) && $0.value == $1.value }
        default: false
        }
    }
}

/// Why a text is no JSON, or JSON is not the message that it should be, and where.
public struct JSONError: Error, Equatable, Sendable {
    /// From the root: `placeOrder.tickets[2].seatId`; empty at the root itself.
    public var path: String
    public var reason: String

    public init(path: String = "", _ reason: String) {
        self.path = path
        self.reason = reason
    }

    /// The same error, seen from one level further out.
    func within(_ outer: String) -> JSONError {
        let joint = path.isEmpty || path.utf8.first == 0x5b ? "" : "."
        return JSONError(path: outer + joint + path, reason)
    }
}

/// What came from outside and is told in an error, cut off where it is long.
func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 64 ? text : String(text.unicodeScalars.prefix(64)) + "…"
}

extension JSONError: CustomStringConvertible {
    public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}

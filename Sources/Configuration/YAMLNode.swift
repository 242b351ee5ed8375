/// Where something stands in a text; both count from 1.
public struct TextPosition: Sendable, Equatable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// A YAML document as a tree. Scalars keep their text, so that nothing is guessed: `no`, `1.10` and `0x1F` are what
/// was written until somebody asks for a kind.
public struct YAMLNode: Sendable {
    public enum Content: Sendable {
        case scalar(text: String, isQuoted: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    public struct Entry: Sendable {
        public var key: String
        public var keyPosition: TextPosition
        public var value: YAMLNode
    }

    public var content: Content
    public var position: TextPosition
    /// How many nodes this one stands for, aliases counted as what they repeat.
    var weight: Int
    /// How many levels are in it.
    var height: Int

    /// The text of a scalar; nil for null and for what is none.
    public var text: String? {
        if case .scalar(let text, _) = content, !isNull { text } else { nil }
    }

    /// An empty plain scalar, `~` or `null`.
    public var isNull: Bool {
        guard case .scalar(let text, isQuoted: false) = content else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }

    /// `true` or `false`, not quoted. YAML 1.1's `yes`, `on` and their kin are not taken.
    public var boolean: Bool? {
        guard case .scalar(let text, isQuoted: false) = content else { return nil }
        return text == "true" ? true : text == "false" ? false : nil
    }

    /// A decimal whole number, not quoted; `_` may divide its digits.
    public var integer: Int64? {
        guard case .scalar(let text, isQuoted: false) = content else { return nil }
        return Integer.parse(text)
    }

    public var elements: [YAMLNode]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    public var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The value of a key of a mapping.
    public subscript(key: String) -> YAMLNode? {
        entries?.first { $0.key == key }?.value
    }

    /// What it is, for messages.
    public var kind: String {
        switch content {
        case .scalar: isNull ? "nothing" : "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

enum Integer {
    /// A decimal whole number with an optional sign; single `_` between digits are allowed.
    static func parse(_ text: String) -> Int64? {
        var digits = ""
        var last: Character?
        for character in text {
            if character == "_" {
                guard let last, last.isASCII, last.isWholeNumber else { return nil }
            } else {
                digits.append(character)
            }
            last = character
        }
        guard last != "_", digits.utf8.count < 21 else { return nil }
        return Int64(digits)
    }
}

/// What is wrong with a text, and where.
public struct YAMLError: Error, Sendable, Equatable, CustomStringConvertible {
    public var file: String
    public var position: TextPosition
    public var message: String

    public init(file: String, position: TextPosition, message: String) {
        self.file = file
        self.position = position
        self.message = message
    }

    public var description: String { "\(file):\(position.line):\(position.column): \(message)" }
}

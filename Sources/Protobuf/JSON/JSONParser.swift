extension JSONValue {
    /// Twice the depth of messages: a list of messages is two levels.
    public static var defaultDepthMax: Int { 32 }

    /// Reads a JSON text (RFC 8259), strictly: one value, nothing after it but white space, no name twice in an
    /// object, no lone surrogate.
    public init(
        parsing text: RawSpan, byteLimit: Int = Reader.defaultByteLimit, depthMax: Int = defaultDepthMax
    ) throws(JSONError) {
        guard text.byteCount <= byteLimit else { throw JSONError("longer than \(byteLimit) bytes") }
        guard isUTF8(text) else { throw JSONError("not UTF-8") }
        var parser = JSONParser(bytes: text, depthMax: depthMax)
        self = try parser.document()
    }

    public init(parsing text: String, depthMax: Int = defaultDepthMax) throws(JSONError) {
        let span = text.utf8Span.span
        unsafe try self.init(parsing: span.bytes, depthMax: depthMax)
    }
}

/// Reads a JSON text of which it is known that it is UTF-8.
struct JSONParser: ~Escapable {
    let bytes: RawSpan
    let depthMax: Int
    var position = 0

    @_lifetime(copy bytes)
    init(bytes: RawSpan, depthMax: Int) {
        self.bytes = bytes
        self.depthMax = depthMax
    }

    /// The next byte; 0, which JSON has nowhere, at the end.
    private var next: UInt8 {
        guard position < bytes.byteCount else { return 0 }
        return unsafe bytes.unsafeLoad(fromUncheckedByteOffset: position, as: UInt8.self)
    }

    private var isAtEnd: Bool { position >= bytes.byteCount }

    private func failure(_ reason: String) -> JSONError { JSONError("\(reason) at byte \(position)") }

    private func unexpected(_ wanted: String) -> JSONError {
        failure(isAtEnd ? "the text ends, expected \(wanted)" : "expected \(wanted)")
    }

    mutating func document() throws(JSONError) -> JSONValue {
        let value = try value(depth: 1)
        skipSpace()
        guard isAtEnd else { throw failure("more text after the value") }
        return value
    }

    private mutating func skipSpace() {
        while case let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= depthMax else { throw failure("nested deeper than \(depthMax)") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected("a value")
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let start = position
        for byte in word.utf8 {
            guard next == byte else {
                position = start
                throw unexpected("a value")
            }
            position += 1
        }
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        position += 1
        skipSpace()
        var members: [(name: String, value: JSONValue)] = []
        if next == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        var names: Set<String> = []
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw unexpected("a name") }
            let start = position
            let name = try string()
            guard names.insert(name).inserted else {
                position = start
                throw failure("name twice").within(shortened(name))
            }
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw unexpected("\":\"") }
            position += 1
            do throws(JSONError) {
                members.append((name, try value(depth: depth + 1)))
            } catch {
                throw error.within(shortened(name))
            }
            skipSpace()
            switch next {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "}"):
                position += 1
                return .object(members)
            default: throw unexpected("\",\" or \"}\"")
            }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        position += 1
        skipSpace()
        var elements: [JSONValue] = []
        if next == UInt8(ascii: "]") {
            position += 1
            return .array(elements)
        }
        while true {
            do throws(JSONError) {
                elements.append(try value(depth: depth + 1))
            } catch {
                throw error.within("[\(elements.count)]")
            }
            skipSpace()
            switch next {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "]"):
                position += 1
                return .array(elements)
            default: throw unexpected("\",\" or \"]\"")
            }
        }
    }

    private func text(from start: Int) -> String {
        let part = unsafe bytes.extracting(unchecked: start..<position)
        return String(utf8: part)
    }

    private mutating func digits() throws(JSONError) {
        guard isDigit(next) else { throw unexpected("a digit") }
        while isDigit(next) { position += 1 }
    }

    private mutating func number() throws(JSONError) -> String {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        if next == UInt8(ascii: "0") {
            position += 1
            guard !isDigit(next) else { throw failure("a number with a leading zero") }
        } else {
            try digits()
        }
        if next == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if next | 0x20 == UInt8(ascii: "e") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        return text(from: start)
    }

    private mutating func string() throws(JSONError) -> String {
        position += 1
        var result = ""
        var start = position
        while true {
            guard !isAtEnd else { throw unexpected("the string's end") }
            switch next {
            case UInt8(ascii: "\""):
                result += text(from: start)
                position += 1
                return result
            case UInt8(ascii: "\\"):
                result += text(from: start)
                position += 1
                result.unicodeScalars.append(try escape())
                start = position
            case 0..<0x20: throw failure("a control character in a string")
            default: position += 1
            }
        }
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let scalar: Unicode.Scalar
        switch next {
        case UInt8(ascii: "\""): scalar = "\""
        case UInt8(ascii: "\\"): scalar = "\\"
        case UInt8(ascii: "/"): scalar = "/"
        case UInt8(ascii: "b"): scalar = "\u{8}"
        case UInt8(ascii: "f"): scalar = "\u{c}"
        case UInt8(ascii: "n"): scalar = "\n"
        case UInt8(ascii: "r"): scalar = "\r"
        case UInt8(ascii: "t"): scalar = "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw failure("an unknown escape")
        }
        position += 1
        return scalar
    }

    /// The scalar of `uXXXX`, or of two of them that are a surrogate pair.
    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xdc00, next == UInt8(ascii: "\\") else { throw failure("a lone surrogate") }
        position += 1
        guard next == UInt8(ascii: "u") else { throw failure("a lone surrogate") }
        let second = try codeUnit()
        guard (0xdc00..<0xe000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
        else { throw failure("a lone surrogate") }
        return scalar
    }

    private mutating func codeUnit() throws(JSONError) -> UInt32 {
        position += 1
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = next
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw unexpected("four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

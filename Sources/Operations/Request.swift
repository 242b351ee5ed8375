/// A request as a handler sees it.
public struct Request: Sendable {
    /// What the route's `{name}` parts stood for, decoded.
    public var parameters: [String: String]
    /// The query's names and values in their order, decoded.
    public var query: [(name: String, value: String)]
    /// The header Accept, where there is one.
    public var accept: String?

    public init(
        parameters: [String: String] = [:], query: [(name: String, value: String)] = [], accept: String? = nil
    ) {
        self.parameters = parameters
        self.query = query
        self.accept = accept
    }

    /// The first value of a name of the query.
    public func query(_ name: String) -> String? { query.first { $0.name == name }?.value }
}

public struct Response: Sendable {
    public var status: Int
    public var contentType: String
    public var body: [UInt8]
    /// Further headers.
    public var headers: [(name: String, value: String)] = []

    public init(status: Int = 200, contentType: String, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    public static func text(_ text: String, status: Int = 200) -> Response {
        Response(status: status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    public static func json(_ text: String, status: Int = 200) -> Response {
        Response(status: status, contentType: "application/json", body: Array(text.utf8))
    }

    public static func html(_ text: String, status: Int = 200) -> Response {
        Response(status: status, contentType: "text/html; charset=utf-8", body: Array(text.utf8))
    }
}

/// What answers a path.
public struct Route: Sendable {
    enum Part: Sendable, Equatable {
        case fixed(String)
        case parameter(String)
    }

    let parts: [Part]
    let handler: @Sendable (Request) -> Response

    /// - Parameters:
    ///   - path: such as `/orders/{distributor}/{order}`; a part in braces takes any one segment that is not empty.
    ///   - handler: called on the server's thread, so it must not wait for long.
    public init(_ path: String, _ handler: @escaping @Sendable (Request) -> Response) {
        parts = path.split(separator: "/").map { part in
            part.hasPrefix("{") && part.hasSuffix("}")
                ? .parameter(String(part.dropFirst().dropLast())) : .fixed(String(part))
        }
        self.handler = handler
    }

    /// The parameters where the path, cut at its slashes and decoded, is this route's.
    func match(_ segments: [String]) -> [String: String]? {
        guard segments.count == parts.count else { return nil }
        var parameters: [String: String] = [:]
        for (part, segment) in zip(parts, segments) {
            switch part {
            case .fixed(let text): guard text == segment else { return nil }
            case .parameter(let name):
                guard !segment.isEmpty else { return nil }
                parameters[name] = segment
            }
        }
        return parameters
    }
}

/// Reads targets of requests strictly.
enum RequestTarget {
    /// The segments of a path; nil where it is none, or holds a bad escape, a control character or broken UTF-8.
    static func segments(_ path: String) -> [String]? {
        guard path.hasPrefix("/") else { return nil }
        if path == "/" { return [] }
        var segments: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = decode(part.utf8) else { return nil }
            segments.append(decoded)
        }
        return segments
    }

    static func decode(_ text: some Collection<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            var byte = text[index]
            if byte == UInt8(ascii: "%") {
                var value: UInt8 = 0
                for _ in 0..<2 {
                    text.formIndex(after: &index)
                    guard index < text.endIndex, let digit = digit(text[index]) else { return nil }
                    value = value << 4 | digit
                }
                byte = value
            }
            guard byte >= 0x20, byte != 0x7f else { return nil }
            bytes.append(byte)
            text.formIndex(after: &index)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// How a log line looks. Whatever a field holds, a line stays one line and can send no control code to a terminal.
enum LogLine {
    /// `2026-11-25T22:20:16.042Z info  restored a store  partition=3 records=1000`
    static func text(
        timeMs: Int64, _ level: LogLevel, _ message: String, _ fields: [(String, LogValue)]
    ) -> [UInt8] {
        var line = Array(UTCTime.text(ms: timeMs).utf8)
        line.append(UInt8(ascii: " "))
        line.append(contentsOf: level.name.utf8)
        line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 8 - level.name.utf8.count))
        escape(message, quotes: false, to: &line)
        var gap = "  "
        for (name, value) in fields {
            line.append(contentsOf: gap.utf8)
            gap = " "
            escape(name, quotes: false, to: &line)
            line.append(UInt8(ascii: "="))
            switch value {
            case .integer(let number): line.append(contentsOf: String(number).utf8)
            case .boolean(let flag): line.append(contentsOf: (flag ? "true" : "false").utf8)
            case .text(let text):
                let isPlain =
                    !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x3d && $0 != 0x5c }
                if isPlain {
                    escape(text, quotes: false, to: &line)
                } else {
                    line.append(UInt8(ascii: "\""))
                    escape(text, quotes: true, to: &line)
                    line.append(UInt8(ascii: "\""))
                }
            }
        }
        line.append(UInt8(ascii: "\n"))
        return line
    }

    /// One JSON object: `time`, `level`, `message`, then the fields. A field named as one of the first three gets a `_`
    /// behind its name.
    static func json(
        timeMs: Int64, _ level: LogLevel, _ message: String, _ fields: [(String, LogValue)]
    ) -> [UInt8] {
        var line = Array("{\"time\":\"".utf8)
        line.append(contentsOf: UTCTime.text(ms: timeMs).utf8)
        line.append(contentsOf: "\",\"level\":\"\(level.name)\",\"message\":\"".utf8)
        escape(message, quotes: true, to: &line)
        line.append(UInt8(ascii: "\""))
        for (name, value) in fields {
            line.append(contentsOf: ",\"".utf8)
            escape(name, quotes: true, to: &line)
            if name == "time" || name == "level" || name == "message" { line.append(UInt8(ascii: "_")) }
            line.append(contentsOf: "\":".utf8)
            switch value {
            case .integer(let number): line.append(contentsOf: String(number).utf8)
            case .boolean(let flag): line.append(contentsOf: (flag ? "true" : "false").utf8)
            case .text(let text):
                line.append(UInt8(ascii: "\""))
                escape(text, quotes: true, to: &line)
                line.append(UInt8(ascii: "\""))
            }
        }
        line.append(contentsOf: "}\n".utf8)
        return line
    }

    /// Control characters, those of C1, line and paragraph separators and reversals of writing direction as `\uXXXX`;
    /// with `quotes`, quotes and backslashes as JSON has them.
    private static func escape(_ text: String, quotes: Bool, to line: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22 where quotes, 0x5c where quotes:
                line.append(UInt8(ascii: "\\"))
                line.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x0a: line.append(contentsOf: "\\n".utf8)
            case 0x0d: line.append(contentsOf: "\\r".utf8)
            case 0x09: line.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7f..<0xa0, 0x2028...0x202e, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                line.append(contentsOf: "\\u".utf8)
                line.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
                line.append(contentsOf: digits.utf8)
            default: line.append(contentsOf: scalar.utf8)
            }
        }
    }
}

extension Unicode.Scalar {
    fileprivate var utf8: String.UTF8View { String(Character(self)).utf8 }
}

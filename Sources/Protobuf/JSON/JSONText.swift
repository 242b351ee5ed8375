extension JSONValue {
    /// The tree as JSON text: compact, or over several lines with two spaces a level.
    public func text(pretty: Bool = false) -> String { String(decoding: utf8(pretty: pretty), as: UTF8.self) }

    /// The same in UTF-8.
    public func utf8(pretty: Bool = false) -> [UInt8] {
        var output: [UInt8] = []
        append(to: &output, indentation: pretty ? 0 : nil)
        return output
    }

    /// - Parameter indentation: of the line that it begins on, in levels; nil: all on one line.
    private func append(to output: inout [UInt8], indentation: Int?) {
        switch self {
        case .null: output += "null".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .number(let text): output += text.utf8
        case .string(let text): appendQuoted(text, to: &output)
        case .array(let elements):
            appendList("[", elements, "]", to: &output, indentation) { element, output, indentation in
                element.append(to: &output, indentation: indentation)
            }
        case .object(let members):
            appendList("{", members, "}", to: &output, indentation) { member, output, indentation in
                appendQuoted(member.name, to: &output)
                output += (indentation == nil ? ":" : ": ").utf8
                member.value.append(to: &output, indentation: indentation)
            }
        }
    }
}

private func appendList<Element>(
    _ open: String, _ elements: [Element], _ close: String, to output: inout [UInt8], _ indentation: Int?,
    _ append: (Element, inout [UInt8], Int?) -> Void
) {
    output += open.utf8
    let inner = indentation.map { $0 + 1 }
    for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        appendBreak(inner, to: &output)
        append(element, &output, inner)
    }
    if !elements.isEmpty { appendBreak(indentation, to: &output) }
    output += close.utf8
}

private func appendBreak(_ indentation: Int?, to output: inout [UInt8]) {
    guard let indentation else { return }
    output.append(0x0a)
    output.append(contentsOf: repeatElement(0x20, count: 2 * indentation))
}

private func appendQuoted(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""): output += "\\\"".utf8
        case UInt8(ascii: "\\"): output += "\\\\".utf8
        case 0x08: output += "\\b".utf8
        case 0x09: output += "\\t".utf8
        case 0x0a: output += "\\n".utf8
        case 0x0c: output += "\\f".utf8
        case 0x0d: output += "\\r".utf8
        case 0..<0x20, 0x7f:
            output += "\\u00".utf8
            output.append(hexadecimal(byte >> 4))
            output.append(hexadecimal(byte & 0xf))
        default: output.append(byte)
        }
    }
    output.append(UInt8(ascii: "\""))
}

private func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }

extension JSONValue: CustomStringConvertible {
    public var description: String { text() }
}

/// Swift source that is being written, line by line.
struct SourceText {
    private(set) var lines: [String] = []
    private var depth = 0

    mutating func line(_ text: String = "") {
        lines.append(text.isEmpty ? "" : String(repeating: "    ", count: depth) + text)
    }

    mutating func blank() { if let last = lines.last, !last.isEmpty, !last.hasSuffix("{") { line() } }

    /// `head {`, what the body writes, `}`.
    mutating func block(_ head: String, _ body: (inout SourceText) -> Void) {
        line(head + " {")
        depth += 1
        body(&self)
        depth -= 1
        line("}")
    }

    mutating func comment(_ text: String?) {
        guard let text else { return }
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let trimmed = part.first == " " ? part.dropFirst() : part
            if trimmed.isEmpty, part == text.split(separator: "\n", omittingEmptySubsequences: false).last { continue }
            line(trimmed.isEmpty ? "///" : "/// " + trimmed)
        }
    }
}

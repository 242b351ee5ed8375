import Foundation
import Testing

/// A document of the repository, as text.
struct Document: CustomTestStringConvertible {
    let path: String
    let lines: [Substring]

    var testDescription: String { path }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init(_ path: String) {
        self.path = path
        let text = (try? String(contentsOf: Self.root.appending(path: path), encoding: .utf8)) ?? ""
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// What people read: the pages at the top and those in docs/.
    static let all: [Document] = {
        let top = ["README.md", "CONTRIBUTING.md", "SECURITY.md"]
        let names = FileManager.default.enumerator(atPath: root.appending(path: "docs").path)
        let pages = (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }.sorted()
        return (top + pages.map { "docs/" + $0 }).map(Document.init)
    }()

    /// The lines from a heading to the next one of its kind.
    func section(_ heading: String) -> [Substring] {
        let rest = lines.drop { $0 != "## " + heading }.dropFirst()
        return Array(rest.prefix { !$0.hasPrefix("## ") })
    }

    /// What stands between backticks at the beginning of a table's rows.
    static func firstCells(_ lines: [Substring]) -> [String] {
        lines.compactMap { line in
            guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
            return String(line[line.index(line.startIndex, offsetBy: 3)..<end])
        }
    }

    /// The lines of blocks of shell.
    var shellLines: [String] {
        var found: [String] = []
        var isInside = false
        for line in lines {
            if line.hasPrefix("```") {
                isInside = line.hasPrefix("```sh")
            } else if isInside {
                found.append(String(line))
            }
        }
        return found
    }

    /// All text between backticks on one line, outside of blocks.
    var codeSpans: [String] {
        var isInside = false
        return lines.flatMap { line -> [String] in
            if line.hasPrefix("```") { isInside.toggle() }
            guard !isInside, !line.hasPrefix("```") else { return [] }
            return line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        }
    }
}

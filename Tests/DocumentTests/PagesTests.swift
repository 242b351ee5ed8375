import Configuration
import Foundation
import Testing

@testable import Service
@testable import turnstile

@Suite("The pages name what is there")
struct PagesTests {
    @Test("every metric is explained, and no other is named")
    func metrics() {
        let exported = Set(MetricsPage.families.map(\.name))
        let operations = Document("docs/operations.md")
        #expect(Set(Document.firstCells(operations.section("Metrics"))) == exported)
        for page in Document.all {
            for span in page.codeSpans where span.hasPrefix("turnstile_") {
                let name = String(span.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
                #expect(exported.contains(name), "\(page.path) names \(name)")
            }
        }
    }

    @Test("every metric's labels are told, as the page has them")
    func labels() throws {
        let rows = Document("docs/operations.md").section("Metrics").filter { $0.hasPrefix("| `turnstile_") }
        for row in rows {
            let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let name = cells[1].filter { $0 != " " && $0 != "`" }
            let labels = cells[2].split(separator: ",").map { $0.filter { $0 != " " && $0 != "`" } }.filter {
                !$0.isEmpty
            }
            let family = try #require(MetricsPage.families.first { $0.name == name })
            #expect(family.labels == labels, "\(name)")
        }
    }

    @Test("every line of the log that calls for somebody is explained, and no other is named")
    func logLines() throws {
        let told = Document.firstCells(Document("docs/operations.md").section("Log lines"))
        var written: Set<String> = []
        let folder = Document.root.appending(path: "Sources/Engine")
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for call in text.components(separatedBy: "report(").dropFirst() {
                let start = call.drop { $0.isWhitespace }
                guard start.hasPrefix(".error, \"") || start.hasPrefix(".warning, \"") else { continue }
                written.insert(String(start.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }))
            }
        }
        #expect(written.count > 10)
        #expect(told.count == Set(told).count)
        #expect(Set(told) == written)
    }

    @Test("every command line in a block of shell is one that the program takes", arguments: Document.all)
    fileprivate func commandLines(_ page: Document) throws {
        for line in page.shellLines {
            guard let words = words(of: line) else { continue }
            let command = try #require(
                commandTable.filter { words.starts(with: $0.path) }.max { $0.path.count < $1.path.count },
                "\(page.path): \(line)")
            #expect(throws: Never.self, "\(page.path): \(line)") {
                _ = try Arguments(words.dropFirst(command.path.count), for: command)
            }
        }
    }

    @Test("every command that a sentence names is there", arguments: Document.all)
    fileprivate func namedCommands(_ page: Document) {
        for span in page.codeSpans where span.hasPrefix("turnstile ") && !span.hasPrefix("turnstile --") {
            let words = span.split(separator: " ").dropFirst().map(String.init)
            guard words.first?.allSatisfy({ $0.isLowercase }) == true else { continue }
            #expect(
                commandTable.contains { words.starts(with: $0.path) || $0.path.starts(with: words) },
                "\(page.path): \(span)")
        }
    }

    @Test("every setting's variable that is named is one", arguments: Document.all)
    fileprivate func variables(_ page: Document) {
        let known = Set(Setting.all.flatMap(\.environment) + [Setting.fileVariable])
        // Of the scripts and of the Python example.
        let others: Set = ["TURNSTILE_SECRET_FILE", "TURNSTILE_BUILD_FLAGS", "TURNSTILE_ASYNCAPI_SCHEMA"]
        for line in page.lines {
            for word in line.split(whereSeparator: { !($0.isUppercase || $0 == "_") })
            where word.hasPrefix("TURNSTILE_") {
                #expect(known.contains(String(word)) || others.contains(String(word)), "\(page.path): \(word)")
            }
        }
    }

    @Test("every link to a file leads to one", arguments: Document.all)
    fileprivate func links(_ page: Document) {
        let folder = Document.root.appending(path: page.path).deletingLastPathComponent()
        for line in page.lines {
            for part in line.components(separatedBy: "](").dropFirst() {
                let target = part.prefix { $0 != ")" && $0 != "#" }
                guard !target.isEmpty, !target.contains("://") else { continue }
                #expect(
                    FileManager.default.fileExists(atPath: folder.appending(path: String(target)).path),
                    "\(page.path): \(target)")
            }
        }
    }

    @Test("every decision has a number of its own and a line in the list")
    func decisions() {
        let pages = Document.all.map(\.path).filter { $0.hasPrefix("docs/decisions/0") }
        let numbers = pages.map { $0.dropFirst("docs/decisions/".count).prefix(4) }
        #expect(pages.count > 5)
        #expect(Set(numbers).count == pages.count)
        let list = Document("docs/decisions/README.md").lines
        for page in pages {
            let name = page.dropFirst("docs/decisions/".count)
            #expect(list.filter { $0.contains("(\(name))") }.count == 1, "\(name)")
        }
    }

    /// The words after `turnstile`, without comments, redirections and what stands before; nil where it is none of ours.
    private func words(of line: String) -> [String]? {
        let plain = line.split(separator: " #", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        var words: [String] = []
        var word = ""
        var quote: Character?
        for character in plain + " " {
            if let open = quote {
                if character == open { quote = nil } else { word.append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == " " {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        let rest = words.drop { $0.contains("=") }
        guard rest.first == "turnstile" else { return nil }
        let own = rest.dropFirst().prefix { ![">", "|", "&", "&&", "2>", "\\"].contains($0) && !$0.hasPrefix(">") }
        return own.first?.hasPrefix("--") == true ? nil : Array(own)
    }
}

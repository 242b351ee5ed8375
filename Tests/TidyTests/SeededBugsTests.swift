import Foundation
import Testing

@Suite("Seeded bugs")
struct SeededBugsTests {
    struct Bug: CustomTestStringConvertible {
        var name: String
        var why = ""
        var file = ""
        var found: [String] = []
        var testDescription: String { name }
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let bugs: [Bug] = {
        let text = (try? String(contentsOf: root.appending(path: "Tests/Bugs/bugs.txt"), encoding: .utf8)) ?? ""
        return text.components(separatedBy: "\n== ").dropFirst().map { block in
            let lines = block.components(separatedBy: "\n")
            var bug = Bug(name: lines[0])
            for line in lines.dropFirst() {
                if line.hasPrefix("why: ") { bug.why = String(line.dropFirst(5)) }
                if line.hasPrefix("in: ") { bug.file = String(line.dropFirst(4)) }
                if line.hasPrefix("-") { bug.found.append(String(line.dropFirst())) }
            }
            return bug
        }
    }()

    @Test("There are enough of them, each with a name of its own")
    func count() {
        #expect(Self.bugs.count >= 30)
        #expect(Set(Self.bugs.map(\.name)).count == Self.bugs.count)
    }

    @Test("Each still fits the sources: scripts/seeded-bugs can put it in", arguments: bugs)
    func fits(bug: Bug) throws {
        let source = try String(contentsOf: Self.root.appending(path: bug.file), encoding: .utf8)
        let parts = source.components(separatedBy: bug.found.joined(separator: "\n"))
        #expect(parts.count == 2, "what it replaces is \(parts.count - 1) times in \(bug.file)")
        #expect(!bug.why.isEmpty)
    }
}

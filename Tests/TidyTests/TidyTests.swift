import Foundation
import Testing

/// The sources as text: what the compiler does not hold to.
private struct SourceFile: CustomTestStringConvertible {
    let path: String
    let lines: [Substring]

    var testDescription: String { path }
    var module: String { String(path.split(separator: "/").dropFirst().first ?? "") }
    var isGenerated: Bool { lines.first?.contains("Generated") == true && path.contains("/Schemas") }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let all: [SourceFile] = ["Sources", "Tests"].flatMap { folder in
        let base = root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = (try? String(contentsOf: base.appending(path: path), encoding: .utf8)) ?? ""
            return SourceFile(
                path: "\(folder)/\(path)", lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    static let written = all.filter { !$0.isGenerated }
    static let product = written.filter { $0.path.hasPrefix("Sources/") }
}

@Suite("The house stays tidy")
struct TidyTests {
    @Test("there are sources to look at")
    func sources() {
        #expect(SourceFile.product.count > 100)
        #expect(SourceFile.all.contains { $0.isGenerated })
    }

    @Test("no file is longer than 430 lines, but for generated ones", arguments: SourceFile.written)
    fileprivate func length(_ file: SourceFile) {
        // Around 400: a table of tests or one long enumeration may pass it by a little.
        #expect(file.lines.count <= (file.path.hasPrefix("Tests/") ? 700 : 430))
    }

    @Test("nothing is left to be done later", arguments: SourceFile.written)
    fileprivate func leftovers(_ file: SourceFile) {
        let words = ["TO" + "DO", "FIX" + "ME", "To be " + "written"]
        for (index, line) in file.lines.enumerated() {
            for word in words where line.contains(word) {
                Issue.record("\(file.path):\(index + 1) says \(word)")
            }
        }
    }

    @Test("the domain and the protobuf runtime import nothing")
    func importsNothing() {
        for file in SourceFile.product where file.module == "Orders" || file.module == "Protobuf" {
            for line in file.lines where line.isImport { Issue.record("\(file.path): \(line)") }
        }
    }

    @Test(
        "a C library is imported in one module only, the allocator in the executables",
        arguments: [
            ("CRdkafka", ["Kafka"]), ("CLMDB", ["Store"]), ("COpenSSL", ["Signing"]), ("CYAML", ["Configuration"]),
            ("CMicrohttpd", ["Operations"]), ("CJemalloc", ["turnstile", "turnstile-bench"]),
        ])
    func importers(library: String, modules: [String]) {
        let importers = Set(
            SourceFile.product.filter { file in file.lines.contains { $0.isImport && $0.hasSuffix(" \(library)") } }
                .map(\.module))
        #expect(importers == Set(modules))
    }

    @Test("the checks share nothing with the rules, and the domain's bytes meet its values in one module")
    func arrows() {
        for file in SourceFile.product where file.module == "Check" || file.module == "Simulation" {
            for line in file.lines where line.isImport && (line.hasSuffix(" Orders") || line.hasSuffix(" Contract")) {
                Issue.record("\(file.path): \(line)")
            }
        }
        for file in SourceFile.product where file.module == "Engine" {
            for line in file.lines where line.isImport && (line.hasSuffix(" Kafka") || line.hasSuffix(" Store")) {
                Issue.record("\(file.path): \(line)")
            }
        }
    }

    @Test("Foundation stays out of the product")
    func noFoundation() {
        for file in SourceFile.product {
            for line in file.lines where line.isImport && line.contains("Foundation") {
                Issue.record("\(file.path): \(line)")
            }
        }
    }

    @Test("what shapes bytes uses no system random, floating point or locale", arguments: ["Orders", "Contract"])
    func determinism(module: String) {
        let words = ["random(", "SystemRandomNumberGenerator", " Double(", ": Double", " Float(", ": Float", "getenv", "hashValue", ".shuffled"]
        for file in SourceFile.product where file.module == module {
            for (index, line) in file.lines.enumerated() where !line.trimmedStart.hasPrefix("//") {
                for word in words where line.contains(word) {
                    Issue.record("\(file.path):\(index + 1) uses \(word)")
                }
            }
        }
    }

    @Test("no machine's path, and no line over 125 columns", arguments: SourceFile.written)
    fileprivate func lines(_ file: SourceFile) {
        for (index, line) in file.lines.enumerated() {
            if line.contains("/work" + "/") || line.contains("/root" + "/") {
                Issue.record("\(file.path):\(index + 1) names a machine's path")
            }
            // A table of tests may be as wide as it needs.
            if file.path.hasPrefix("Sources/"), line.count > 125, !line.contains("\"") {
                Issue.record("\(file.path):\(index + 1) is \(line.count) long")
            }
        }
    }
}

extension Substring {
    fileprivate var isImport: Bool {
        hasPrefix("import ") || hasPrefix("public import ") || hasPrefix("internal import ")
            || hasPrefix("package import ") || hasPrefix("private import ")
    }

    fileprivate var trimmedStart: Substring { drop { $0 == " " } }
}

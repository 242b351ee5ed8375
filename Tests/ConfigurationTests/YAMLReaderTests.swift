import Testing

@testable import Configuration

/// A tree as one line, for comparison: quoted scalars in quotes.
private func shown(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, let isQuoted): isQuoted ? "'\(text)'" : text
    case .sequence(let elements): "[" + elements.map(shown).joined(separator: ", ") + "]"
    case .mapping(let entries): "{" + entries.map { "\($0.key): \(shown($0.value))" }.joined(separator: ", ") + "}"
    }
}

struct YAMLReaderTests {
    @Test(arguments: [
        ("", ""), ("# nothing\n", ""), ("a", "a"), ("'a'", "'a'"), ("a: 1\nb: [x, \"y\"]\n", "{a: 1, b: [x, 'y']}"),
        ("a:\n  - b: c\n    d: e\n  - f\n", "{a: [{b: c, d: e}, f]}"),
        ("a: no\nb: 1.10\nc: 0x1F\n", "{a: no, b: 1.10, c: 0x1F}"),
        ("a: &x {b: 1}\nc: *x\n", "{a: {b: 1}, c: {b: 1}}"), ("a: |\n  two\n  lines\n", "{a: 'two\nlines\n'}"),
        ("---\na: 1\n...\n", "{a: 1}"), ("a: \"\\u00e9\\n\"\n", "{a: 'é\n'}"), ("猫: 眼\n", "{猫: 眼}"), ("{}", "{}"),
        ("a:\n", "{a: }"),
    ])
    func aDocumentIsReadAsItIsWritten(_ text: String, _ expected: String) throws {
        #expect(shown(try YAMLReader.read(text, file: "t.yaml")) == expected)
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", "t.yaml:3:1: key 'a' again; it stands in line 1 already"),
        ("a:\n  b: 1\n  'b': 2\n", "t.yaml:3:3: key 'b' again; it stands in line 2 already"),
        ("a: 1\n---\nb: 2\n", "t.yaml:2:1: a second document: put each into a file of its own"),
        ("a: !!str 1\n", "t.yaml:1:4: tag 'tag:yaml.org,2002:str' is not taken: leave it out"),
        ("a: !x {}\n", "t.yaml:1:4: tag '!x' is not taken: leave it out"),
        ("a: &x 1\nb: {<<: *x}\n", "t.yaml:2:5: merge keys (<<) are not taken: write the keys out"),
        ("? [a]\n: b\n", "t.yaml:1:3: a key must be a single value"),
        ("a: &x 1\n*x : b\nc: &x 2\n", "t.yaml:3:4: anchor &x again"),
        ("a: *x\n", "t.yaml:1:4: alias *x without an anchor &x before it"),
        ("a: &x [*x]\n", "t.yaml:1:8: alias *x stands within what it repeats"),
        ("a:\n\tb: 1\n", "t.yaml:2:1: found character that cannot start any token while scanning for the next token"),
        ("a: [1, 2\nb: 3\n", "t.yaml:2:2: did not find expected ',' or ']' while parsing a flow sequence"),
        ("a: 'b\n", "t.yaml:2:1: found unexpected end of stream while scanning a quoted scalar"),
        ("%YAML 2.0\n---\na: 1\n", "t.yaml:1:1: found incompatible YAML document"),
        ("a: b: c\n", "t.yaml:1:5: mapping values are not allowed in this context"),
    ])
    func aMistakeIsToldWithItsPlace(_ text: String, _ expected: String) {
        do throws(YAMLError) {
            let node = try YAMLReader.read(text, file: "t.yaml")
            Issue.record("read as \(shown(node))")
        } catch { #expect(error.description == expected) }
    }

    @Test(
        arguments: [[0x61, 0x3a, 0x20, 0xff], [0x61, 0x00], [0xfe, 0xff, 0x00, 0x61], [0xed, 0xa0, 0x80]] as [[UInt8]])
    func whatIsNotUTF8IsRefused(_ bytes: [UInt8]) {
        #expect(throws: YAMLError.self) { try YAMLReader.read(bytes, file: "t.yaml") }
    }

    @Test func anAliasBombIsRefused() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        #expect(message(text)?.contains("aliases counted as what they repeat") == true)
    }

    @Test func depthIsBounded() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(message(nested(64)) == nil)
        #expect(message(nested(65))?.contains("deeper than 64") == true)
        #expect(message(nested(100_000))?.contains("deeper than 64") == true)
        // An alias at depth 40 of what is 40 deep.
        let deep =
            "a: &a \(nested(40))\nb: " + String(repeating: "[", count: 40) + "*a" + String(repeating: "]", count: 40)
        #expect(message(deep)?.contains("deeper than 64") == true)
    }

    private func message(_ text: String) -> String? {
        do throws(YAMLError) {
            _ = try YAMLReader.read(text, file: "t.yaml")
            return nil
        } catch { return error.message }
    }

    /// Broken at any byte, a document gives a tree or an error, never a trap.
    @Test func anyBrokenDocumentGivesATreeOrAnError() {
        let text = Array("a: &x [1, 'two', \"th\\u0072ee\"]\nb:\n  - {c: *x, d: |-\n    e}\n  - ? f\n    : !t g\n".utf8)
        var state: UInt64 = 11
        var errors = 0
        for _ in 0..<5000 {
            var broken = text
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                broken[Int(state >> 33) % broken.count] = UInt8(truncatingIfNeeded: state >> 24)
            }
            do throws(YAMLError) { _ = try YAMLReader.read(broken, file: "t.yaml") } catch {
                errors += 1
                #expect(error.position.line >= 1 && error.position.column >= 1)
            }
        }
        #expect(errors > 1000)
    }

    @Test func scalarsAreInterpretedWhenAskedFor() throws {
        let node = try YAMLReader.read(
            "a: 12\nb: '12'\nc: true\nd: yes\ne: 1_000\nf: -5\ng: 9223372036854775808\nh: ~\ni: 1__0\nj: _1\nk: +7",
            file: "t")
        #expect(node["a"]?.integer == 12)
        #expect(node["b"]?.integer == nil)
        #expect(node["b"]?.text == "12")
        #expect(node["c"]?.boolean == true)
        #expect(node["d"]?.boolean == nil)
        #expect(node["e"]?.integer == 1000)
        #expect(node["f"]?.integer == -5)
        #expect(node["g"]?.integer == nil)
        #expect(node["h"]?.isNull == true)
        #expect(node["h"]?.text == nil)
        #expect(node["i"]?.integer == nil)
        #expect(node["j"]?.integer == nil)
        #expect(node["k"]?.integer == 7)
        #expect(node["l"] == nil)
        #expect(node["c"]?.position == TextPosition(line: 3, column: 4))
    }

    @Test func aFileThatIsNotThereSaysSo() {
        do throws(YAMLError) {
            _ = try YAMLReader.read(path: "/nonexistent/t.yaml")
            Issue.record("read")
        } catch { #expect(error.description == "/nonexistent/t.yaml:1:1: cannot be read: No such file or directory") }
    }
}

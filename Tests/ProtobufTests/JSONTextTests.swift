import Protobuf
import Testing

@Suite struct JSONTextTests {
    private func error(_ text: String) -> JSONError? {
        do throws(JSONError) {
            _ = try JSONValue(parsing: text)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            ("", "the text ends, expected a value at byte 0"),
            ("  ", "the text ends, expected a value at byte 2"),
            ("{", "the text ends, expected a name at byte 1"),
            ("{\"a\"", "the text ends, expected \":\" at byte 4"),
            ("{\"a\":1", "the text ends, expected \",\" or \"}\" at byte 6"),
            ("{\"a\":1,}", "expected a name at byte 7"),
            ("{a:1}", "expected a name at byte 1"),
            ("{\"a\" 1}", "expected \":\" at byte 5"),
            ("{\"a\":1}}", "more text after the value at byte 7"),
            ("1 2", "more text after the value at byte 2"),
            ("[1,]", "[1]: expected a value at byte 3"),
            ("[1 2]", "expected \",\" or \"]\" at byte 3"),
            ("[,1]", "[0]: expected a value at byte 1"),
            ("{\"a\":1,\"a\":2}", "a: name twice at byte 7"),
            ("{\"a\":{\"b\":[0,nul]}}", "a.b[1]: expected a value at byte 13"),
            ("tru", "expected a value at byte 0"),
            ("True", "expected a value at byte 0"),
            ("NaN", "expected a value at byte 0"),
            ("Infinity", "expected a value at byte 0"),
            ("-Infinity", "expected a digit at byte 1"),
            ("'a'", "expected a value at byte 0"),
            ("// a\n1", "expected a value at byte 0"),
            ("\u{feff}1", "expected a value at byte 0"),
            ("01", "a number with a leading zero at byte 1"),
            ("-01", "a number with a leading zero at byte 2"),
            ("-", "the text ends, expected a digit at byte 1"),
            ("+1", "expected a value at byte 0"),
            (".5", "expected a value at byte 0"),
            ("1.", "the text ends, expected a digit at byte 2"),
            ("1.e1", "expected a digit at byte 2"),
            ("1e", "the text ends, expected a digit at byte 2"),
            ("1e+", "the text ends, expected a digit at byte 3"),
            ("0x1", "more text after the value at byte 1"),
            ("\"a", "the text ends, expected the string's end at byte 2"),
            ("\"\\", "an unknown escape at byte 2"),
            ("\"\\a\"", "an unknown escape at byte 2"),
            ("\"\n\"", "a control character in a string at byte 1"),
            ("\"\u{0}\"", "a control character in a string at byte 1"),
            ("\"\\u12\"", "expected four hexadecimal digits at byte 5"),
            ("\"\\u12g4\"", "expected four hexadecimal digits at byte 5"),
            ("\"\\ud800\"", "a lone surrogate at byte 7"),
            ("\"\\ud800\\n\"", "a lone surrogate at byte 8"),
            ("\"\\ud800\\ud800\"", "a lone surrogate at byte 13"),
            ("\"\\udc00\"", "a lone surrogate at byte 7"),
            ("\"\\udc00\\ud800\"", "a lone surrogate at byte 7"),
        ])
    func isRefused(text: String, message: String) {
        #expect(error(text)?.description == message)
    }

    @Test(
        arguments: [
            ("null", .null), (" true ", true), ("\r\n\tfalse", false), ("0", 0), ("-0", .number("-0")),
            ("1.50e+03", .number("1.50e+03")), ("[]", []), ("{}", [:]), ("[[],{}]", [[], [:]]),
            ("\"\"", ""), ("\"\\u0041\\/\\\"\\\\\\b\\f\\n\\r\\t\"", "A/\"\\\u{8}\u{c}\n\r\t"),
            ("\"\\uD83D\\ude00\"", "😀"), ("\"日本語\u{7f}\"", "日本語\u{7f}"), ("\"\\u0000\"", "\u{0}"),
            ("{\"b\":1,\"a\":[2]}", ["b": 1, "a": [2]]),
        ] as [(String, JSONValue)])
    func isRead(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
        // And again from what it is written as.
        for pretty in [false, true] { #expect(try JSONValue(parsing: value.text(pretty: pretty)) == value) }
    }

    @Test func bytesThatAreNoUTF8AreRefused() {
        let bytes: [UInt8] = [0x22, 0xed, 0xa0, 0x80, 0x22]
        var refused: JSONError?
        do throws(JSONError) { _ = try JSONValue(parsing: bytes.span.bytes) } catch { refused = error }
        #expect(refused?.description == "not UTF-8")
    }

    @Test func depthAndLengthAreLimited() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(error(nested(32)) == nil)
        #expect(error(nested(33))?.reason == "nested deeper than 32 at byte 32")
        #expect(error(String(repeating: "[", count: 500_000))?.reason == "nested deeper than 32 at byte 32")
        #expect(error(String(repeating: "{\"a\":", count: 200_000))?.reason == "nested deeper than 32 at byte 160")
        #expect(error(String(repeating: " ", count: 1 << 20))?.reason.hasPrefix("the text ends") == true)
        #expect(error(String(repeating: " ", count: 1 << 20 + 1))?.reason == "longer than 1048576 bytes")
    }

    @Test func whatIsToldFromOutsideIsCutOff() {
        let name = String(repeating: "x", count: 1000)
        #expect(error("{\"\(name)\":!}")?.path == String(repeating: "x", count: 64) + "…")
    }

    @Test func aTreeIsWrittenCompactAndPretty() {
        let tree: JSONValue = ["a": [1, "x\"\u{1}"], "b": [:], "c": [], "d": ["e": .null]]
        #expect(tree.text() == #"{"a":[1,"x\"\u0001"],"b":{},"c":[],"d":{"e":null}}"#)
        #expect(
            tree.text(pretty: true) == """
                {
                  "a": [
                    1,
                    "x\\"\\u0001"
                  ],
                  "b": {},
                  "c": [],
                  "d": {
                    "e": null
                  }
                }
                """)
    }

    @Test func mutatedTextsAreNoTrapAndWhatIsReadIsWrittenTheSame() throws {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let seed = Array(#"{"a":[1,-2.5e3,"\u00e9\ud83d\ude00"],"b":{"c":null,"d":true},"e":"日本"}"#.utf8)
        let alphabet = Array("{}[]\",:\\u0123456789abcdefnltr-+.eE \u{0}é".utf8)
        var accepted = 0
        for _ in 0..<100_000 {
            var bytes = seed
            for _ in 0..<(1 + next(3)) {
                let index = next(bytes.count)
                switch next(3) {
                case 0: bytes[index] = alphabet[next(alphabet.count)]
                case 1: bytes.remove(at: index)
                default: bytes.insert(alphabet[next(alphabet.count)], at: index)
                }
            }
            guard let value = try? JSONValue(parsing: bytes.span.bytes) else { continue }
            accepted += 1
            let text = value.utf8()
            #expect(try JSONValue(parsing: text.span.bytes) == value)
        }
        #expect(accepted > 1000)
    }
}

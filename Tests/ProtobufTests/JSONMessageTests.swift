import Protobuf
import Testing

private let colour = EnumDescriptor(name: "test.Colour", values: [("NO_COLOUR", 0), ("RED", 1), ("DARK", -5)])

private let timestamp = MessageDescriptor(
    name: "google.protobuf.Timestamp",
    fields: [
        FieldDescriptor(1, "seconds", json: "seconds", .int64), FieldDescriptor(2, "nanos", json: "nanos", .int32),
    ])

/// Every type and label, and itself inside itself.
private let everything = MessageDescriptor(
    name: "test.Everything", oneofs: ["choice"],
    fields: [
        FieldDescriptor(1, "a_double", json: "aDouble", .double),
        FieldDescriptor(2, "a_float", json: "aFloat", .float),
        FieldDescriptor(3, "int64", json: "int64", .int64),
        FieldDescriptor(4, "uint64", json: "uint64", .uint64),
        FieldDescriptor(5, "int32", json: "int32", .int32),
        FieldDescriptor(6, "uint32", json: "uint32", .uint32),
        FieldDescriptor(7, "sint64", json: "sint64", .sint64),
        FieldDescriptor(8, "sint32", json: "sint32", .sint32),
        FieldDescriptor(9, "fixed64", json: "fixed64", .fixed64),
        FieldDescriptor(10, "fixed32", json: "fixed32", .fixed32),
        FieldDescriptor(11, "sfixed64", json: "sfixed64", .sfixed64),
        FieldDescriptor(12, "sfixed32", json: "sfixed32", .sfixed32),
        FieldDescriptor(13, "flag", json: "flag", .bool),
        FieldDescriptor(14, "text", json: "text", .string),
        FieldDescriptor(15, "data", json: "data", .bytes),
        FieldDescriptor(16, "colour", json: "colour", .enumeration({ colour })),
        FieldDescriptor(17, "inner", json: "inner", .message({ everything })),
        FieldDescriptor(18, "at", json: "at", .message({ timestamp })),
        FieldDescriptor(19, "maybe", json: "maybe", .uint32, .optional),
        FieldDescriptor(20, "numbers", json: "numbers", .sint32, .repeated),
        FieldDescriptor(21, "inner_list", json: "innerList", .message({ everything }), .repeated),
        FieldDescriptor(22, "texts", json: "texts", .string, .repeated),
        FieldDescriptor(23, "fixed_list", json: "fixedList", .fixed32, .repeated),
        FieldDescriptor(24, "one", json: "one", .string, oneof: 0),
        FieldDescriptor(25, "two", json: "two", .int32, oneof: 0),
    ])

@Suite struct JSONMessageTests {
    private func bytes(_ text: String) throws -> [UInt8] {
        try everything.bytes(json: JSONValue(parsing: text))
    }

    /// JSON, bytes, and the JSON that these are again where it is not the same.
    @Test(
        arguments: [
            ("{}", [], nil),
            (#"{"aDouble":1.5}"#, [0x09, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f], nil),
            (#"{"a_double":"1.5e0"}"#, [0x09, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f], #"{"aDouble":1.5}"#),
            (#"{"aDouble":-0.0}"#, [0x09, 0, 0, 0, 0, 0, 0, 0, 0x80], nil),
            (#"{"aDouble":"-Infinity"}"#, [0x09, 0, 0, 0, 0, 0, 0, 0xf0, 0xff], nil),
            (#"{"aFloat":0.1}"#, [0x15, 0xcd, 0xcc, 0xcc, 0x3d], nil),
            (#"{"int64":"-1"}"#, [0x18] + [UInt8](repeating: 0xff, count: 9) + [1], nil),
            (
                #"{"int64":-9223372036854775808}"#, [0x18] + [UInt8](repeating: 0x80, count: 9) + [1],
                #"{"int64":"-9223372036854775808"}"#
            ),
            (
                #"{"uint64":18446744073709551615}"#, [0x20] + [UInt8](repeating: 0xff, count: 9) + [1],
                #"{"uint64":"18446744073709551615"}"#
            ),
            (#"{"int32":-1}"#, [0x28] + [UInt8](repeating: 0xff, count: 9) + [1], nil),
            (#"{"uint32":"4.2e1"}"#, [0x30, 42], #"{"uint32":42}"#),
            (#"{"uint32":300.000}"#, [0x30, 0xac, 2], #"{"uint32":300}"#),
            (#"{"uint32":12300e-2}"#, [0x30, 123], #"{"uint32":123}"#),
            (#"{"uint32":-0}"#, [], "{}"),
            (#"{"uint32":0e99999999999999999999}"#, [], "{}"),
            (#"{"sint64":"-2"}"#, [0x38, 3], nil),
            (#"{"sint32":-2147483648}"#, [0x40, 0xff, 0xff, 0xff, 0xff, 0x0f], nil),
            (#"{"fixed64":"1"}"#, [0x49, 1, 0, 0, 0, 0, 0, 0, 0], nil),
            (#"{"fixed32":1}"#, [0x55, 1, 0, 0, 0], nil),
            (#"{"sfixed64":"-2"}"#, [0x59, 0xfe] + [UInt8](repeating: 0xff, count: 7), nil),
            (#"{"sfixed32":-2}"#, [0x65, 0xfe, 0xff, 0xff, 0xff], nil),
            (#"{"flag":true}"#, [0x68, 1], nil),
            (#"{"flag":false,"text":"","data":"","colour":"NO_COLOUR","int64":"0"}"#, [], "{}"),
            (#"{"text":"é"}"#, [0x72, 2, 0xc3, 0xa9], nil),
            (#"{"data":"+/8="}"#, [0x7a, 2, 0xfb, 0xff], nil),
            (#"{"data":"-_8"}"#, [0x7a, 2, 0xfb, 0xff], #"{"data":"+/8="}"#),
            (#"{"data":"YQ=="}"#, [0x7a, 1, 0x61], nil),
            (#"{"data":"YWJj"}"#, [0x7a, 3, 0x61, 0x62, 0x63], nil),
            (#"{"colour":"RED"}"#, [0x80, 1, 1], nil),
            (#"{"colour":1}"#, [0x80, 1, 1], #"{"colour":"RED"}"#),
            (#"{"colour":77}"#, [0x80, 1, 77], nil),
            (#"{"colour":"DARK"}"#, [0x80, 1, 0xfb] + [UInt8](repeating: 0xff, count: 8) + [1], nil),
            (#"{"inner":{}}"#, [0x8a, 1, 0], nil),
            (#"{"inner":null,"maybe":null,"numbers":null,"one":null,"two":3}"#, [0xc8, 1, 3], #"{"two":3}"#),
            (#"{"maybe":0}"#, [0x98, 1, 0], nil),
            (#"{"numbers":[-1,0,300]}"#, [0xa2, 1, 4, 1, 0, 0xd8, 4], nil),
            (#"{"numbers":[]}"#, [], "{}"),
            (#"{"innerList":[{"int32":1},{}]}"#, [0xaa, 1, 2, 0x28, 1, 0xaa, 1, 0], nil),
            (#"{"inner_list":[]}"#, [], "{}"),
            (#"{"texts":["","a"]}"#, [0xb2, 1, 0, 0xb2, 1, 1, 0x61], nil),
            (#"{"fixedList":[1,2]}"#, [0xba, 1, 8, 1, 0, 0, 0, 2, 0, 0, 0], nil),
            (#"{"one":""}"#, [0xc2, 1, 0], nil),
            (#"{"two":0}"#, [0xc8, 1, 0], nil),
            // The order of the text is not the order of the bytes.
            (#"{"text":"a","int32":1}"#, [0x28, 1, 0x72, 1, 0x61], #"{"int32":1,"text":"a"}"#),
        ] as [(String, [UInt8], String?)])
    func jsonIsBytesAndBytesAreJSON(text: String, expected: [UInt8], again: String?) throws {
        #expect(try bytes(text) == expected)
        #expect(try everything.json(expected.span.bytes).text() == again ?? text)
    }

    @Test(
        arguments: [
            ("[]", "expected an object, not a list"),
            ("null", "expected an object, not null"),
            (#"{"nothing":1}"#, "nothing: test.Everything has no such field"),
            (#"{"INT32":1}"#, "INT32: test.Everything has no such field"),
            (#"{"\#u{212a}":1}"#, "\u{212a}: test.Everything has no such field"),
            (#"{"aDouble":1,"a_double":2}"#, "a_double: field twice"),
            (#"{"aDouble":null,"a_double":2}"#, "a_double: field twice"),
            (#"{"one":"a","two":2}"#, "two: only one of choice may be set, and one is"),
            (#"{"int32":2147483648}"#, "int32: out of range: -2147483648 to 2147483647"),
            (#"{"int32":-2147483649}"#, "int32: out of range: -2147483648 to 2147483647"),
            (#"{"uint32":4294967296}"#, "uint32: out of range: 0 to 4294967295"),
            (#"{"uint32":-1}"#, "uint32: out of range: 0 to 4294967295"),
            (#"{"int64":9223372036854775808}"#, "int64: out of range: -9223372036854775808 to 9223372036854775807"),
            (#"{"int64":-9223372036854775809}"#, "int64: out of range: -9223372036854775808 to 9223372036854775807"),
            (#"{"uint64":18446744073709551616}"#, "uint64: 18446744073709551616 is out of range"),
            (#"{"uint64":1e20}"#, "uint64: 1e20 is out of range"),
            (#"{"uint64":1e99999999999999999999}"#, "uint64: 1e99999999999999999999 is out of range"),
            (#"{"sint32":2147483648}"#, "sint32: out of range: -2147483648 to 2147483647"),
            (#"{"fixed32":4294967296}"#, "fixed32: out of range: 0 to 4294967295"),
            (#"{"int32":1.5}"#, "int32: expected a whole number"),
            (#"{"int32":1e-1}"#, "int32: expected a whole number"),
            (#"{"int32":""}"#, "int32: expected a whole number"),
            (#"{"int32":" 1"}"#, "int32: expected a whole number"),
            (#"{"int32":"1 "}"#, "int32: expected a whole number"),
            (#"{"int32":"01"}"#, "int32: expected a whole number"),
            (#"{"int32":"+1"}"#, "int32: expected a whole number"),
            (#"{"int32":"0x1"}"#, "int32: expected a whole number"),
            (#"{"int32":true}"#, "int32: expected a whole number, not a truth value"),
            (#"{"aDouble":1e999}"#, "aDouble: 1e999 is out of range"),
            (#"{"aFloat":1e39}"#, "aFloat: 1e39 is out of range"),
            (#"{"aDouble":"nan"}"#, "aDouble: expected a number"),
            (#"{"aDouble":"inf"}"#, "aDouble: expected a number"),
            (#"{"aDouble":"0x1p3"}"#, "aDouble: expected a number"),
            (#"{"aDouble":[]}"#, "aDouble: expected a number, not a list"),
            (#"{"flag":1}"#, "flag: expected true or false, not a number"),
            (#"{"flag":"true"}"#, "flag: expected true or false, not a string"),
            (#"{"text":1}"#, "text: expected a string, not a number"),
            (#"{"data":"a"}"#, "data: expected base64"),
            (#"{"data":"YQ="}"#, "data: expected base64"),
            (#"{"data":"YQ==="}"#, "data: expected base64"),
            (#"{"data":"YR=="}"#, "data: expected base64"),
            (#"{"data":"Y Q="}"#, "data: expected base64"),
            (#"{"data":"===="}"#, "data: expected base64"),
            (#"{"colour":"GREEN"}"#, "colour: test.Colour has no GREEN"),
            (#"{"colour":"red"}"#, "colour: test.Colour has no red"),
            (#"{"colour":"1"}"#, "colour: test.Colour has no 1"),
            (#"{"colour":2147483648}"#, "colour: out of range: -2147483648 to 2147483647"),
            (#"{"inner":[]}"#, "inner: expected an object, not a list"),
            (#"{"inner":{"inner":{"flag":0}}}"#, "inner.inner.flag: expected true or false, not a number"),
            (#"{"numbers":1}"#, "numbers: expected a list, not a number"),
            (#"{"numbers":[1,null]}"#, "numbers[1]: expected a whole number, not null"),
            (#"{"texts":["a",["b"]]}"#, "texts[1]: expected a string, not a list"),
            (#"{"innerList":[{},{"text":5}]}"#, "innerList[1].text: expected a string, not a number"),
            (#"{"innerList":[null]}"#, "innerList[0]: expected an object, not null"),
            (#"{"at":1}"#, "at: expected a timestamp, not a number"),
        ])
    func isRefusedWithItsPath(text: String, message: String) {
        var refused: JSONError?
        do { _ = try bytes(text) } catch { refused = error as? JSONError }
        #expect(refused?.description == message)
    }

    @Test func depthIsLimitedBothWays() throws {
        func nested(_ depth: Int) -> JSONValue { depth == 1 ? [:] : ["inner": nested(depth - 1)] }
        let deepest = try everything.bytes(json: nested(16))
        #expect(try everything.json(deepest.span.bytes) == nested(16))
        #expect(throws: JSONError.self) { try everything.bytes(json: nested(17)) }
        var writer = ReverseWriter()
        let mark = writer.mark()
        writer.bytes(deepest)
        writer.endMessage(field: 17, mark)
        let deeper = [UInt8](writer.unsafeBytes(of: writer.finish(mark)))
        var refused: ProtobufError?
        do throws(ProtobufError) { _ = try everything.json(deeper.span.bytes) } catch { refused = error }
        #expect(refused?.fault == .tooDeep)
    }

    @Test(
        arguments: [
            ([0x8a, 1, 0, 0x8a, 1, 0], .duplicate, "a submessage twice"),
            ([0xc2, 1, 0, 0xc8, 1, 1], .duplicate, "two of a oneof"),
            ([0xc2, 1, 0, 0xc2, 1, 0], .duplicate, "one of a oneof twice"),
            ([0x72, 1, 0xff], .invalidUTF8, "a string"),
            ([0xb2, 1, 1, 0xff], .invalidUTF8, "a string of a list"),
            ([0xa2, 1, 1, 0x80], .truncated, "a packed run cut inside a varint"),
            ([0xba, 1, 5, 1, 0, 0, 0, 2], .truncated, "a packed run cut inside 32 bits"),
            ([0x92, 1, 6, 0x10, 0x80, 0x94, 0xeb, 0xdc, 3], .timestampOutOfRange, "a second of nanoseconds"),
        ] as [([UInt8], ProtobufError.Fault, String)])
    func bytesAreRefused(bytes: [UInt8], fault: ProtobufError.Fault, what: String) {
        var refused: ProtobufError?
        do throws(ProtobufError) { _ = try everything.json(bytes.span.bytes) } catch { refused = error }
        #expect(refused?.fault == fault, "\(what)")
    }

    @Test(
        arguments: [
            ([0x28, 1, 0x28, 2], #"{"int32":2}"#, "of a scalar the last wins"),
            ([0x28, 1, 0x28, 0], "{}", "the default too"),
            ([0x2d, 1, 0, 0, 0, 0x72, 1, 0x61], #"{"text":"a"}"#, "another wire type is unknown"),
            ([0xc5, 1, 1, 0, 0, 0, 0xc8, 1, 1], #"{"two":1}"#, "of a oneof too"),
            ([0xa0, 1, 1, 0xa2, 1, 2, 2, 3, 0xa0, 1, 4], #"{"numbers":[-1,1,-2,2]}"#, "packed and not"),
            ([0x28, 0x80, 0x80, 0x80, 0x80, 0x10], "{}", "32 bits are kept"),
            ([0x40, 0x80, 0x80, 0x80, 0x80, 0x10], "{}", "of zigzag too"),
        ] as [([UInt8], String, String)])
    func bytesAreReadAsProtobufDoes(bytes: [UInt8], text: String, what: String) throws {
        #expect(try everything.json(bytes.span.bytes).text() == text, "\(what)")
    }

    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0), ("1969-12-31T23:59:59.5Z", -1, 500_000_000),
            ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
            ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
            ("2000-02-29T12:30:15.001Z", 951_827_415, 1_000_000), ("2024-03-01T00:00:00.000001Z", 1_709_251_200, 1000),
            ("2026-01-31T20:00:00+08:00", 1_769_860_800, 0), ("2026-01-31T06:30:00-05:30", 1_769_860_800, 0),
        ] as [(String, Int64, Int32)])
    func timestampsAreRead(text: String, seconds: Int64, nanos: Int32) throws {
        let bytes = try timestamp.bytes(json: .string(text))
        var reader = Reader(unlimited: bytes.span.bytes)
        var (foundSeconds, foundNanos) = (Int64(0), Int32(0))
        while case let tag = try reader.nextTag(), tag != 0 {
            let value = try reader.varint()
            if tag == 8 {
                foundSeconds = Int64(bitPattern: value)
            } else {
                foundNanos = Int32(truncatingIfNeeded: value)
            }
        }
        #expect(foundSeconds == seconds)
        #expect(foundNanos == nanos)
    }

    @Test(arguments: [
        "", "2026-01-31", "2026-01-31T00:00:00", "2026-01-31 00:00:00Z", "2026-01-31t00:00:00z", "2026-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
        "2026-04-31T00:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T00:60:00Z", "2026-01-31T00:00:60Z",
        "2026-01-31T00:00:00.Z", "2026-01-31T00:00:00.1234567890Z", "2026-01-31T00:00:00+0800",
        "2026-01-31T00:00:00+24:00", "2026-01-31T00:00:00ZZ", "0000-12-31T00:00:00Z", "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01", "10000-01-01T00:00:00Z", "+2026-01-31T00:00:00Z", "２０２６-01-31T00:00:00Z",
    ])
    func timestampsAreRefused(text: String) {
        #expect(throws: JSONError.self) { try timestamp.bytes(json: .string(text)) }
    }
}

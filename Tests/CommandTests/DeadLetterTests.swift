import Protobuf
import Schemas
import Testing

@testable import turnstile

@Suite("Dead letters and stores on the command line")
struct DeadLetterTests {
    private static let value: [UInt8] = [0, 255, 7]

    private static func letter() -> DeadLetter {
        DeadLetter(
            partition: 3, offset: 17, atMs: 2_000, code: "UNKNOWN_ACCOUNT", message: "who?",
            origin: DeadLetter.Origin(topic: "order-commands", partition: 2, offset: 9),
            appendedAtMs: 1_795_349_700_123, key: Array("d1/42".utf8), value: value,
            headers: [(name: Array("h".utf8), value: [1])])
    }

    @Test("a redrive carries the input as it came, its first place and time, and an id that is the same each time")
    func action() throws {
        let bytes = try readmission(of: Self.letter(), by: "kim", reason: "account was missing")
        #expect(try readmission(of: Self.letter(), by: "kim", reason: "account was missing") == bytes)
        let json = try Proto.OperatorAction.descriptor.json(bytes.span.bytes)
        #expect(json["actionId"] == .string("readmit:c2:9"))
        #expect(json["distributorId"] == .string("d1") && json["distributorOrderId"] == .string("42"))
        #expect(json["operator"] == .string("kim") && json["reason"] == .string("account was missing"))
        let readmit = try #require(json["readmit"])
        #expect(readmit["topic"] == .string("order-commands") && readmit["partition"] == .number("2"))
        #expect(readmit["offset"] == .string("9"))
        #expect(readmit["appendedAt"] == .string("2026-11-22T12:15:00.123Z"))
        #expect(readmit["value"] == .string("AP8H") && readmit["key"] == .string("ZDEvNDI="))
        #expect(readmit["headers"]?[0]?["name"] == .string("h"))
    }

    @Test("what cannot be judged once more says why", arguments: 0..<7)
    func refused(_ what: Int) {
        var letter = Self.letter()
        switch what {
        case 0: letter.value = nil
        case 1: (letter.value, letter.lostValueBytes) = (nil, 9_000_000)
        case 2: letter.key = Array("no-slash".utf8)
        case 3: letter.key = nil
        case 4: letter.origin.topic = "order-events"
        case 5: letter.appendedAtMs = nil
        default: letter.headers = [(name: [0xff], value: nil)]
        }
        let failure = #expect(throws: NotRedrivable.self) { try readmission(of: letter, by: "kim", reason: "r") }
        #expect((failure?.why.count ?? 0) > 10)
    }

    @Test("a message is read in either format")
    func formats() throws {
        let message = Proto.OrderEvent.descriptor
        let text = #"{"eventId":"d1/42#1","sequence":"1"}"#
        let bytes = try message.bytes(json: JSONValue(parsing: text))
        #expect(protobuf(Array(text.utf8), message) == bytes)
        #expect(protobuf(bytes, message) == bytes)
        #expect(json(bytes, message)?["eventId"] == .string("d1/42#1"))
        #expect(json(Array(text.utf8), message)?["eventId"] == .string("d1/42#1"))
        #expect(json([0xff], message) == nil)
        #expect(json(Array("{broken".utf8), message) == nil)
    }

    @Test(
        "what is wrong with a line is told before anything is asked",
        arguments: [
            ("dlq redrive --reason r", 2), ("dlq redrive 0:0", 2), ("dlq redrive 0:0 --code UNREADABLE --reason r", 2),
            ("dlq list --code NONSENSE", 2), ("dlq show", 2), ("order timers", 2),
            ("store verify --data-dir /nonexistent/data", 3), ("store rebuild --data-dir /nonexistent/data", 3),
            ("order list --since yesterday --bootstrap-servers 127.0.0.1:1", 2),
            ("replay run --all --execute --bootstrap-servers 127.0.0.1:1", 2),
            ("replay verify --all --execute --bootstrap-servers 127.0.0.1:1", 2),
            ("status --interval 0 --bootstrap-servers 127.0.0.1:1", 2),
        ])
    func usage(line: String, exit: Int32) {
        #expect(runCommandLine(["turnstile"] + line.split(separator: " ").map(String.init)) == exit)
    }
}

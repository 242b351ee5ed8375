import Kafka
import Protobuf
import Records
import Schemas
import Signing
import Testing

@testable import turnstile

private let run = replayCommands.first { $0.path == ["replay", "run"] }!

private func request(_ line: String) throws -> ReplayRequest {
    let words = line.split(separator: " ").map(String.init)
    return try ReplayRequest(Arguments(words[...], for: run), topicPrefix: "live.", nowMs: 1_000_000_000)
}

@Suite("What is to be replayed")
struct ReplayRequestTests {
    @Test("a scope, with where it begins and ends")
    func ranges() throws {
        let all = try request("--all")
        #expect(all.scope == .all && all.from == .earliest && all.until == .latest && all.target == .diff)
        let commands = try request("--topic order-commands:3,1,3 --to-offset 100 --until-offset 200")
        #expect(commands.scope == .topic(.orderCommands, partitions: [1, 3]))
        #expect(commands.from == .offset(100) && commands.until == .offset(200))
        #expect(try request("--topic live.journal --to-earliest").scope == .topic(.journal, partitions: nil))
        #expect(try request("--key d001/42").scope == .key(Array("d001/42".utf8)))
        #expect(try request("--all --by-duration PT10S").from == .timeMs(1_000_000_000 - 10_000))
        let times = try request("--all --to-datetime 1970-01-01T01:00:00.5+01:00 --until-datetime 1970-01-01T00:00:01Z")
        #expect(times.from == .timeMs(500) && times.until == .timeMs(1000))
        #expect(try request("--all --into file:a:b").target == .file("a:b"))
        #expect(try request("--all --into topic-prefix:again.").target == .topicPrefix("again."))
        let written = try request("--all --into topic-prefix:again. --append --execute")
        #expect(written.target == .topicPrefix("again."))
    }

    @Test(
        "what cannot be meant is refused, and says what is wanted",
        arguments: [
            ("", "not said"), ("--all --key d/1", "--all, --key"), ("--key d001", "no order key"),
            ("--all --to-offset 1 --to-earliest", "only one"), ("--all --to-offset -1", "whole number"),
            ("--all --to-datetime 2026-11-26T03:20:00", "with its zone"),
            ("--all --until-datetime yesterday", "RFC 3339"),
            ("--all --by-duration 1D", "ISO 8601"), ("--topic order-event", "no topic"),
            ("--topic directory", "no topic"),
            ("--topic order-events:x", "no partition"), ("--all --into topic-prefix:live.", "the installation itself"),
            ("--all --into kafka", "diff, file:PATH, topic-prefix:PREFIX"), ("--all --into file:", "file:PATH"),
            ("--all --execute", "--execute is of --into topic-prefix:PREFIX"),
            ("--all --into diff --append", "--append is of --into topic-prefix:PREFIX"),
            ("--all --into file:f --execute", "--execute is of --into topic-prefix:PREFIX"),
        ])
    func refused(line: String, says: String) throws {
        let failure = #expect(throws: CommandFailure.self) { try request(line) }
        #expect(failure?.exitCode == .usage)
        #expect(failure?.what.contains(says) == true, "\(failure?.what ?? "")")
    }

    @Test("a file of offsets as Kafka's own tool writes it")
    func file() throws {
        let text = "\"live.order-commands\",0,12\norder-commands,1,0\r\n\nsupplier-results,1, 7\n"
        let places = try ReplayRequest.places(text, file: "f.csv", topicPrefix: "live.")
        #expect(
            places == [
                .init(topic: .orderCommands, partition: 0, offset: 12),
                .init(topic: .orderCommands, partition: 1, offset: 0),
                .init(topic: .supplierResults, partition: 1, offset: 7),
            ])
    }

    @Test(
        "a line that is none is named",
        arguments: [
            ("order-commands,0", "f.csv:1"), ("order-commands,0,1\norder-commands,0,2", "f.csv:2"), ("", "no offset"),
            ("order-commands,0,-1", "f.csv:1"), ("order-events,0,1\njournal,0,1", "beside another topic"),
        ])
    func wrongFile(text: String, says: String) {
        let failure = #expect(throws: CommandFailure.self) {
            try ReplayRequest.places(text, file: "f.csv", topicPrefix: "live.")
        }
        #expect(failure?.what.contains(says) == true, "\(failure?.what ?? "")")
    }

    @Test(
        "durations",
        arguments: [
            ("P1D", 86_400_000), ("PT90M", 5_400_000), ("P2DT12H", 216_000_000), ("P1W", 604_800_000), ("PT0S", 0),
            ("P", nil), ("PT", nil), ("P1", nil), ("P1M", nil), ("PT1S2M", nil), ("1D", nil), ("P1DT", nil),
            ("P99999999999999D", nil),
        ] as [(String, Int64?)])
    func durations(text: String, ms: Int64?) {
        #expect(millisecondsOfDuration(text) == ms)
    }
}

@Suite("From where on a compacted topic tells all that was in force")
struct CompactedHistoryTests {
    private func exactFrom(_ records: [(offset: Int64, key: String, atMs: Int64)], youngMs: Int64? = nil) -> Int64 {
        var history = CompactedHistory()
        for record in records { history.add(offset: record.offset, key: Array(record.key.utf8), atMs: record.atMs) }
        history.youngMs = youngMs
        return history.exactFrom
    }

    @Test("everything, where nothing is missing, whatever stands there twice")
    func whole() {
        #expect(exactFrom([(0, "a", 1), (1, "b", 2), (2, "a", 3)]) == 0)
        #expect(exactFrom([]) == 0)
    }

    @Test("only its end, where any record may have been the one that replaced what is missing")
    func unknown() { #expect(exactFrom([(1, "a", 1), (2, "b", 2), (3, "c", 3)]) == 3) }

    @Test("the record before the first key that still stands there twice: compaction has not come so far")
    func repeated() {
        #expect(exactFrom([(1, "a", 1), (2, "b", 2), (3, "c", 3), (4, "a", 4), (5, "d", 5), (6, "b", 6)]) == 3)
    }

    @Test("the record before the first one that is too young to be compacted")
    func young() {
        let records: [(Int64, String, Int64)] = [(1, "a", 10), (2, "b", 20), (4, "c", 30), (5, "d", 40)]
        #expect(exactFrom(records, youngMs: 40) == 4)
        #expect(exactFrom(records, youngMs: 31) == 4)
        #expect(exactFrom(records, youngMs: 41) == 5)
        // Nothing could have been taken away, and something was: the broker was told otherwise then.
        #expect(exactFrom(records, youngMs: 0) == 5 && exactFrom(records, youngMs: 20) == 5)
    }
}

@Suite("Replayed records beside published ones")
struct MatchTests {
    private func event(_ id: String, _ order: String = "o", status: Proto.OrderStatus = .locked) -> [UInt8] {
        let json = #"{"eventId": "\#(id)", "distributorOrderId": "\#(order)", "status": \#(status.rawValue)}"#
        return (try? Proto.OrderEvent.descriptor.bytes(json: JSONValue(parsing: json))) ?? []
    }

    private func replayed(_ id: String) -> ReplayedRecord {
        ReplayedRecord(topic: .orderEvents, partition: 0, key: Array("d/o".utf8), value: event(id))
    }

    private func published(_ id: String, status: Proto.OrderStatus = .locked, offset: Int64 = 0) -> StoredRecord {
        StoredRecord(offset: offset, appendedAtMs: 0, key: Array("d/o".utf8), value: event(id, status: status))
    }

    private func match(_ ours: [String], _ theirs: [StoredRecord]) -> Match {
        Match(.orderEvents, ours.map(replayed)[...]) { theirs.indices.contains($0) ? theirs[$0] : nil }
    }

    @Test("the same, altered, left out, added")
    func kinds() {
        #expect(match(["a", "b"], [published("a"), published("b")]) == .same)
        #expect(match(["a", "b"], [published("a", status: .fixed), published("b")]) == .altered)
        #expect(match(["a", "b"], [published("b")]) == .leftOut)
        #expect(match(["a"], []) == .leftOut)
        #expect(match(["a"], [published("x")]) == .leftOut)
        #expect(match(["a", "b"], [published("x"), published("y"), published("a")]) == .added(2))
    }

    @Test("a header counts, and so does its absence")
    func headers() {
        var theirs = published("a")
        theirs.headers = [OutgoingHeader(name: "h", value: nil)]
        #expect(match(["a"], [theirs]) == .altered)
    }

    @Test("a difference is named by its field, and by its byte where the message cannot be read")
    func detail() {
        let altered = Difference(
            .altered, replayed("a"), published: published("a", status: .fixed, offset: 7), offset: 7, transaction: 3)
        #expect(
            altered.text == "order-events 0:7 (key d/o, id a) is altered, transaction 3: "
                + #"status is "ORDER_STATUS_FIXED", the replay's "ORDER_STATUS_LOCKED""#)
        var broken = published("a")
        broken.value = event("a").dropLast() + [0xFF]
        let bytes = Difference(.altered, replayed("a"), published: broken, offset: 0, transaction: 3)
        #expect(bytes.detail.hasPrefix("byte \(event("a").count - 1) differs"), "\(bytes.detail)")
    }

    @Test("the first field that differs, down to lists and what is absent")
    func fields() {
        func first(_ a: JSONValue, _ b: JSONValue) -> String? {
            FieldDifference.first(a, b, Proto.OrderEvent.descriptor)?.text
        }
        #expect(first(["sequence": 1], ["sequence": 2]) == "sequence is 1, the replay's 2")
        #expect(
            first(["occurredAt": "2001-01-01T00:00:00Z"], ["occurredAt": "2002-01-01T00:00:00Z"])
                == #"occurredAt is "2001-01-01T00:00:00Z", the replay's "2002-01-01T00:00:00Z""#)
        #expect(
            first(["issued": ["tickets": [["sequence": 1]]]], ["issued": ["tickets": [["sequence": 2]]]])
                == "issued.tickets[0].sequence is 1, the replay's 2")
        #expect(
            first(["issued": ["tickets": [[:]]]], ["issued": ["tickets": [[:], [:]]]])
                == "issued.tickets (how many) is 1, the replay's 2")
        #expect(first(["sequence": 1], [:]) == "sequence is there, the replay's absent")
        #expect(first([:], ["sequence": 1]) == "sequence is absent, the replay's there")
        #expect(first(["sequence": 1], ["sequence": 1]) == nil)
    }

    /// Requests, events and states, each with something of a person in every text that the schemas give it.
    @Test("no text that may be a person's is told, of whatever topic", arguments: Topic.allCases)
    func personal(topic: Topic) throws {
        for key in ["d/o", "/", "/supplier/s"] {
            guard let message = topic.message(key: Array(key.utf8)) else { continue }
            for field in Self.texts(of: message, depth: 0) {
                let both = ["Ann Buyer", "Bob Buyer"].map { name in
                    Self.nested(field.path, field.isBytes ? .string(Base64.encode(Array(name.utf8))) : .string(name))
                }
                let text = try #require(FieldDifference.first(both[0], both[1], message)?.text)
                let isTold = text.contains("Buyer") || text.contains(Base64.encode(Array("Ann Buyer".utf8)))
                let name = field.path.last ?? ""
                #expect(isTold == (!field.isBytes && name.hasSuffix("Id") || Self.plain.contains(name)), "\(field.path): \(text)")
                let lost = try #require(FieldDifference.first(both[0], [:], message)?.text)
                #expect(!lost.contains("Buyer"), "\(lost)")
            }
        }
    }

    private static let plain: Set = [
        "digest", "previousDigest", "entriesDigest", "currency", "period", "originPeriod", "timeZone",
    ]

    private static func texts(of message: MessageDescriptor, depth: Int) -> [(path: [String], isBytes: Bool)] {
        guard depth < 5, !message.isTimestamp else { return [] }
        return message.fields.flatMap { field -> [(path: [String], isBytes: Bool)] in
            switch field.type {
            case .string: return [([field.jsonName], false)]
            case .bytes: return [([field.jsonName], true)]
            case .message(let inner):
                return texts(of: inner(), depth: depth + 1).map { ([field.jsonName] + $0.path, $0.isBytes) }
            default: return []
            }
        }
    }

    private static func nested(_ path: [String], _ value: JSONValue) -> JSONValue {
        path.reversed().reduce(value) { .object([(name: $1, value: $0)]) }
    }

    @Test("nor in a header that came with a dead letter, nor in what is no message of ours")
    func personalElsewhere() {
        func detail(_ name: String) -> String {
            let value = { (text: String) in [OutgoingHeader(name: name, value: Array(text.utf8))] }
            var ours = replayed("a")
            ours.headers = value("Ann Buyer")
            var theirs = published("a")
            theirs.headers = value("Bob Buyer")
            return Difference(.altered, ours, published: theirs, offset: 0, transaction: 1).detail
        }
        #expect(detail("customer") == "header customer differs; what it says is not shown")
        #expect(detail("turnstile-error-message") == "header turnstile-error-message differs; what it says is not shown")
        #expect(detail("ce_type").contains("Bob Buyer"))
        let foreign = Array(#"{"name": "Ann Buyer"}"#.utf8)
        #expect(MessageIdentity(.orderEvents, key: nil, value: foreign, headers: []).id.isEmpty)
    }
}

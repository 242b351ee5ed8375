import Foundation
import Testing

@testable import Operations

struct LogLineTests {
    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000Z"), (1_795_644_016_042, "2026-11-25T22:00:16.042Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"), (951_868_799_999, "2000-02-29T23:59:59.999Z"),
        (-1, "1969-12-31T23:59:59.999Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (1_709_164_800_000, "2024-02-29T00:00:00.000Z"), (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
    ])
    func time(_ ms: Int64, _ expected: String) {
        #expect(UTCTime.text(ms: ms) == expected)
    }

    /// Against the C library's calendar, over every fifth day of four centuries.
    @Test func daysAreThoseOfTheCLibrary() {
        for day in stride(from: Int64(-40_000), through: 120_000, by: 5) {
            var seconds = time_t(day * 86_400 + 3723)
            var parts = tm()
            gmtime_r(&seconds, &parts)
            let year = Int(parts.tm_year) + 1900
            let expected = String(format: "%04d-%02d-%02dT01:02:03.000Z", year, parts.tm_mon + 1, parts.tm_mday)
            guard UTCTime.text(ms: Int64(seconds) * 1000) == expected else {
                Issue.record("\(expected) is \(UTCTime.text(ms: Int64(seconds) * 1000))")
                return
            }
        }
    }

    private func text(_ message: String, _ fields: [(String, LogValue)] = []) -> String {
        String(decoding: LogLine.text(timeMs: 0, .info, message, fields), as: UTF8.self)
    }

    private func json(_ message: String, _ fields: [(String, LogValue)] = []) -> String {
        String(decoding: LogLine.json(timeMs: 0, .warning, message, fields), as: UTF8.self)
    }

    @Test func aLineOfText() {
        #expect(text("started") == "1970-01-01T00:00:00.000Z info    started\n")
        #expect(
            text("restored", [("partition", 3), ("key", "mao/1"), ("done", true), ("why", "two words"), ("none", "")])
                == "1970-01-01T00:00:00.000Z info    restored  partition=3 key=mao/1 done=true why=\"two words\" none=\"\"\n"
        )
        #expect(
            text("a\nb\u{1b}[31m\u{202e}", [("k", "x\r\"y\"\\\u{7f}\u{85}\u{2028}")])
                == "1970-01-01T00:00:00.000Z info    a\\nb\\u001b[31m\\u202e  k=\"x\\r\\\"y\\\"\\\\\\u007f\\u0085\\u2028\"\n"
        )
    }

    @Test func aLineOfJSON() throws {
        #expect(
            json("lag", [("partition", 3), ("ok", false), ("level", "x")])
                == "{\"time\":\"1970-01-01T00:00:00.000Z\",\"level\":\"warning\",\"message\":\"lag\","
                + "\"partition\":3,\"ok\":false,\"level_\":\"x\"}\n")
        let wild = "quote \" back \\ line \n tab \t nul \0 esc \u{1b} c1 \u{9f} 猫 😀 \u{2028}"
        let line = json(wild, [(wild, .text(wild)), ("big", .number(UInt64.max)), ("small", .number(Int8(-3)))])
        #expect(line.utf8.count { $0 == 10 } == 1)
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(parsed["message"] as? String == wild)
        #expect(parsed[wild] as? String == wild)
        #expect(parsed["big"] as? String == "18446744073709551615")
        #expect(parsed["small"] as? Int == -3)
    }
}

struct LoggerTests {
    /// What a logger writes into a pipe.
    private func written(_ body: (Int32) -> Void) -> String {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        body(ends[1])
        close(ends[1])
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = read(ends[0], &chunk, chunk.count), count > 0 {
            text.append(contentsOf: chunk[..<count])
        }
        close(ends[0])
        return String(decoding: text, as: UTF8.self)
    }

    @Test func whatIsBelowTheLevelIsNeitherWrittenNorMade() {
        let lines = written { file in
            let logger = Logger(level: .warning, format: .json, file: file)
            func costly() -> String {
                Issue.record("made")
                return ""
            }
            logger.info(costly(), ["a": "\(costly())"])
            logger.warning("w")
            logger.with(["worker": 1]).error("e", ["b": 2])
        }.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.hasSuffix("\"level\":\"warning\",\"message\":\"w\"}") == true)
        #expect(lines.last?.hasSuffix("\"level\":\"error\",\"message\":\"e\",\"worker\":1,\"b\":2}") == true)
    }

    @Test func whatIsNoTerminalGetsJSON() {
        #expect(written { Logger(file: $0).info("x") }.hasPrefix("{\"time\":\"2"))
        #expect(written { Logger(format: .text, file: $0).info("x") }.hasSuffix(" info    x\n"))
    }

    @Test func linesOfManyThreadsDoNotMix() throws {
        let path = "/tmp/turnstile-log-\(UUID().uuidString)"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        defer {
            close(file)
            unlink(path)
        }
        let long = String(repeating: "x", count: 9000)
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            let logger = Logger(format: .json, file: file)
            for index in 0..<50 { logger.info(long, ["thread": .number(thread), "index": .number(index)]) }
        }
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 400)
        for line in lines {
            let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(parsed?["message"] as? String == long)
        }
    }
}

import Glibc
import Operations
import Protobuf

/// How far long work has come, told on standard error now and then: in place on a terminal, as JSON lines
/// elsewhere.
struct Progress {
    private let what: String
    private let total: Int64
    private let startMs = UTCTime.nowMs()
    private var toldMs: Int64
    private var isToldInPlace = false
    private let isTerminal = isatty(2) == 1

    /// Nothing is told of work that takes less.
    private static let quietMs: Int64 = 1_000
    private static let terminalIntervalMs: Int64 = 250
    private static let lineIntervalMs: Int64 = 5_000

    /// - Parameters:
    ///   - what: the unit, in the plural: `transactions`.
    ///   - total: how many there are.
    init(_ what: String, total: Int64) {
        self.what = what
        self.total = max(total, 1)
        toldMs = startMs
    }

    /// Tells it, if it is time to.
    mutating func tell(done: Int64) {
        let nowMs = UTCTime.nowMs()
        let intervalMs = isTerminal ? Self.terminalIntervalMs : Self.lineIntervalMs
        guard nowMs - startMs >= Self.quietMs, nowMs - toldMs >= intervalMs else { return }
        toldMs = nowMs
        let rate = done * 1000 / max(nowMs - startMs, 1)
        let left = rate > 0 ? max(total - done, 0) / rate : nil
        guard isTerminal else {
            let line: JSONValue = [
                "done": .number("\(done)"), "total": .number("\(total)"), "unit": .string(what),
                "per_second": .number("\(rate)"), "seconds_left": left.map { .number("\($0)") } ?? .null,
            ]
            return printNote(line.text())
        }
        isToldInPlace = true
        let text = "\r\(done)/\(total) \(what), \(rate)/s, \(left.map { "\($0) s left" } ?? "")\u{1B}[K"
        _ = text.withCString { write(2, $0, strlen($0)) }
    }

    /// Ends the line that was told in place.
    mutating func end() {
        if isToldInPlace { printNote("") }
        isToldInPlace = false
    }
}

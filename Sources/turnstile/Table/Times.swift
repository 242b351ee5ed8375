import Protobuf
import Schemas

/// Seconds since 1970 of an RFC 3339 time; nil where the text is none.
func secondsOfDateTime(_ text: String) -> Int64? {
    guard let bytes = try? Proto.Timestamp.descriptor.bytes(json: .string(text)) else { return nil }
    return try? Proto.Timestamp.View(bytes.span.bytes).seconds
}

/// Milliseconds since 1970 of an RFC 3339 time; what is smaller is cut off. nil where the text is none, also where it
/// names no zone.
func millisecondsOfDateTime(_ text: String) -> Int64? {
    guard let bytes = try? Proto.Timestamp.descriptor.bytes(json: .string(text)),
        let time = try? Proto.Timestamp.View(bytes.span.bytes)
    else { return nil }
    return time.seconds * 1000 + Int64(time.nanos / 1_000_000)
}

/// Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and whole seconds: `P1D`, `PT90M`, `P2DT12H`. nil
/// where the text is none, also where it has months or years, which are of no one length.
func millisecondsOfDuration(_ text: String) -> Int64? {
    guard text.first == "P" else { return nil }
    let halves = text.dropFirst().split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 1 || !halves[1].isEmpty, text.count > 1,
        let days = milliseconds(halves[0], [("W", 604_800_000), ("D", 86_400_000)]),
        let hours = milliseconds(halves.count == 2 ? halves[1] : "", [("H", 3_600_000), ("M", 60_000), ("S", 1000)])
    else { return nil }
    let (sum, overflow) = days.addingReportingOverflow(hours)
    return overflow ? nil : sum
}

/// The sum of numbers that each have one of the units behind them, every unit once, in this order.
private func milliseconds(_ text: Substring, _ units: [(letter: Character, ms: Int64)]) -> Int64? {
    var units = units[...]
    var sum: Int64 = 0
    var digits = ""
    for character in text {
        if character.isASCII, character.isNumber {
            digits.append(character)
            continue
        }
        guard let index = units.firstIndex(where: { $0.letter == character }), let count = Int64(digits) else {
            return nil
        }
        let (part, isTooLong) = count.multipliedReportingOverflow(by: units[index].ms)
        let (next, overflow) = sum.addingReportingOverflow(part)
        if isTooLong || overflow { return nil }
        sum = next
        units = units[(index + 1)...]
        digits = ""
    }
    return digits.isEmpty ? sum : nil
}

/// The RFC 3339 text of a time in milliseconds since 1970.
func dateTime(ofMilliseconds milliseconds: Int64) -> String {
    var writer = ReverseWriter(chunkBytes: 64)
    let record = writer.mark()
    Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
    let slice = writer.finish(record)
    guard case .string(let text)? = try? Proto.Timestamp.descriptor.json(writer.bytes(of: slice)) else { return "" }
    return text
}

/// The RFC 3339 text of a time in seconds since 1970.
func dateTime(ofSeconds seconds: Int64) -> String { dateTime(ofMilliseconds: seconds * 1000) }

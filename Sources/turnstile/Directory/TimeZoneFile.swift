/// A time zone of the machine's database (RFC 8536), read once, when a contract is applied: from then on the contract
/// carries the zone's offsets itself, so that a later update of the database changes no replay.
struct TimeZoneFile {
    /// From `atSeconds` on (since 1970) the zone is `offsetSeconds` ahead of UTC.
    struct Transition: Equatable {
        var atSeconds: Int64
        var offsetSeconds: Int32
    }

    struct Failure: Error {
        var message: String
    }

    private var transitions: [Transition]
    private var rule: PosixZoneRule?

    /// - Parameter name: an IANA name, `Europe/Berlin`.
    init(named name: String, directory: String = "/usr/share/zoneinfo") throws {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else {
            throw Failure(message: "\(name) is no time zone's name, such as Europe/Berlin")
        }
        guard let bytes = readFile("\(directory)/\(name)") else {
            throw Failure(message: "the machine's time zone database does not have \(name) (Debian: tzdata)")
        }
        try self.init(bytes)
    }

    init(_ bytes: [UInt8]) throws {
        var reader = BigEndianReader(bytes)
        // The first block has 32-bit times; what counts is the second one.
        let first = try Header(&reader)
        guard first.version >= 2 else { throw Failure(message: "a time zone file of version 1") }
        try reader.skip(first.blockBytes(timeBytes: 4))
        let header = try Header(&reader)
        var times: [Int64] = []
        for _ in 0..<header.timeCount { times.append(Int64(bitPattern: try reader.number(8))) }
        var types: [Int] = []
        for _ in 0..<header.timeCount { types.append(Int(try reader.number(1))) }
        var offsets: [Int32] = []
        for _ in 0..<header.typeCount {
            offsets.append(Int32(truncatingIfNeeded: Int64(try reader.number(4))))
            try reader.skip(2)
        }
        try reader.skip(header.characterCount + header.leapCount * 12 + header.standardCount + header.utCount)
        guard let start = offsets.first, types.allSatisfy({ $0 < offsets.count }) else {
            throw Failure(message: "a broken time zone file")
        }
        transitions = [Transition(atSeconds: .min, offsetSeconds: start)]
        transitions += zip(times, types).map { Transition(atSeconds: $0, offsetSeconds: offsets[$1]) }
        let footer = String(decoding: reader.rest, as: UTF8.self)
        let text = footer.filter { $0 != "\n" }
        rule = text.isEmpty ? nil : try PosixZoneRule(text)
    }

    /// The offset in force at `from`, and every change from then until `until`, ascending.
    func offsets(fromSeconds from: Int64, untilSeconds until: Int64) -> [Transition] {
        var all = transitions
        let last = transitions[transitions.count - 1].atSeconds
        if let rule {
            let firstYear = civilYear(ofSeconds: max(last, from) - 366 * 86_400)
            let lastYear = max(civilYear(ofSeconds: until), firstYear)
            all += rule.transitions(years: firstYear...lastYear).filter { $0.atSeconds > last }
        }
        var result: [Transition] = []
        for transition in all where transition.atSeconds <= until {
            if transition.atSeconds <= from { result.removeAll() }
            if result.last?.offsetSeconds != transition.offsetSeconds { result.append(transition) }
        }
        if !result.isEmpty { result[0].atSeconds = max(result[0].atSeconds, from) }
        return result
    }

    private struct Header {
        var version: Int
        var utCount, standardCount, leapCount, timeCount, typeCount, characterCount: Int

        init(_ reader: inout BigEndianReader) throws {
            guard try reader.number(4) == 0x545A_6966 else { throw Failure(message: "not a time zone file") }
            version = Int(try reader.number(1)) - 0x30
            try reader.skip(15)
            func count() throws -> Int { Int(try reader.number(4)) }
            utCount = try count()
            standardCount = try count()
            leapCount = try count()
            timeCount = try count()
            typeCount = try count()
            characterCount = try count()
        }

        func blockBytes(timeBytes: Int) -> Int {
            timeCount * (timeBytes + 1) + typeCount * 6 + characterCount + leapCount * (timeBytes + 4) + standardCount
                + utCount
        }
    }
}

/// The rule by which a zone goes on after its last listed transition, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixZoneRule {
    private struct Change {
        var month: Int
        var week: Int
        var weekday: Int
        var seconds: Int64
    }

    private var standardSeconds: Int32
    private var summer: (seconds: Int32, begins: Change, ends: Change)?

    init(_ text: String) throws {
        var rest = Substring(text)
        func failure() -> TimeZoneFile.Failure {
            TimeZoneFile.Failure(message: "a zone rule that is not understood: \(text)")
        }
        func name() {
            if rest.hasPrefix("<") {
                rest = rest.drop { $0 != ">" }.dropFirst()
            } else {
                rest = rest.drop { $0.isLetter }
            }
        }
        func time() throws -> Int64 {
            let sign: Int64 = rest.hasPrefix("-") ? -1 : 1
            if rest.hasPrefix("-") || rest.hasPrefix("+") { rest = rest.dropFirst() }
            let digits = rest.prefix { $0.isNumber || $0 == ":" }
            rest = rest.dropFirst(digits.count)
            let parts = digits.split(separator: ":").compactMap { Int64($0) }
            guard (1...3).contains(parts.count) else { throw failure() }
            return sign * zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        }
        func change() throws -> Change {
            guard rest.hasPrefix(",M") else { throw failure() }
            rest = rest.dropFirst(2)
            let day = rest.prefix { $0 != "/" && $0 != "," }
            rest = rest.dropFirst(day.count)
            let parts = day.split(separator: ".").compactMap { Int($0) }
            guard parts.count == 3, (1...12).contains(parts[0]), (1...5).contains(parts[1]), (0...6).contains(parts[2])
            else { throw failure() }
            var seconds: Int64 = 7200
            if rest.hasPrefix("/") {
                rest = rest.dropFirst()
                seconds = try time()
            }
            return Change(month: parts[0], week: parts[1], weekday: parts[2], seconds: seconds)
        }
        name()
        // POSIX counts west of Greenwich as positive.
        standardSeconds = Int32(truncatingIfNeeded: -(try time()))
        if rest.isEmpty { return }
        name()
        let summerSeconds = rest.hasPrefix(",") ? standardSeconds + 3600 : Int32(truncatingIfNeeded: -(try time()))
        summer = (summerSeconds, try change(), try change())
        guard rest.isEmpty else { throw failure() }
    }

    func transitions(years: ClosedRange<Int64>) -> [TimeZoneFile.Transition] {
        guard let summer else {
            let start = daysFromCivil(years.lowerBound, 1, 1) * 86_400
            return [TimeZoneFile.Transition(atSeconds: start, offsetSeconds: standardSeconds)]
        }
        var result: [TimeZoneFile.Transition] = []
        for year in years {
            // Each change is told in the local time that holds until then.
            let begins = seconds(of: summer.begins, in: year) - Int64(standardSeconds)
            let ends = seconds(of: summer.ends, in: year) - Int64(summer.seconds)
            result.append(TimeZoneFile.Transition(atSeconds: begins, offsetSeconds: summer.seconds))
            result.append(TimeZoneFile.Transition(atSeconds: ends, offsetSeconds: standardSeconds))
        }
        return result.sorted { $0.atSeconds < $1.atSeconds }
    }

    private func seconds(of change: Change, in year: Int64) -> Int64 {
        let first = daysFromCivil(year, change.month, 1)
        let next = change.month == 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, change.month + 1, 1)
        // 1970-01-01 was a Thursday.
        let weekdayOfFirst = Int(((first + 4) % 7 + 7) % 7)
        var day = first + Int64((change.weekday - weekdayOfFirst + 7) % 7 + (change.week - 1) * 7)
        if day >= next { day -= 7 }
        return day * 86_400 + change.seconds
    }
}

struct BigEndianReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func number(_ count: Int) throws -> UInt64 {
        guard position + count <= bytes.count else {
            throw TimeZoneFile.Failure(message: "a time zone file that ends early")
        }
        defer { position += count }
        return bytes[position..<position + count].reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func skip(_ count: Int) throws {
        guard position + count <= bytes.count else {
            throw TimeZoneFile.Failure(message: "a time zone file that ends early")
        }
        position += count
    }

    var rest: ArraySlice<UInt8> { bytes[position...] }
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
func daysFromCivil(_ year: Int64, _ month: Int, _ day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = Int64((153 * ((month + 9) % 12) + 2) / 5 + day - 1)
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

/// The date of the Gregorian calendar that is so many days after 1970-01-01.
func civilDate(ofDays days: Int64) -> (year: Int64, month: Int, day: Int) {
    var year = 1970 + days / 366
    while daysFromCivil(year + 1, 1, 1) <= days { year += 1 }
    while daysFromCivil(year, 1, 1) > days { year -= 1 }
    let month = (1...12).last { daysFromCivil(year, $0, 1) <= days } ?? 1
    return (year, month, Int(days - daysFromCivil(year, month, 1)) + 1)
}

private func civilYear(ofSeconds seconds: Int64) -> Int64 {
    civilDate(ofDays: (seconds >= 0 ? seconds : seconds - 86_399) / 86_400).year
}

/// A moment as `google.protobuf.Timestamp` has it.
struct Moment: Equatable {
    var seconds: Int64
    var nanos: Int32

    /// 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z, in seconds since 1970.
    static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    init?(seconds: Int64, nanos: Int32) {
        guard Moment.range.contains(seconds), (0..<1_000_000_000).contains(nanos) else { return nil }
        self.seconds = seconds
        self.nanos = nanos
    }

    /// RFC 3339 in UTC, with no fraction or one of three, six or nine digits.
    var text: String {
        // Days are counted from the first of March of year 0, so that a leap day is a year's last one.
        var days = seconds / 86400
        var rest = seconds % 86400
        if rest < 0 {
            rest += 86400
            days -= 1
        }
        days += 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)

        var text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        text += "T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
        if nanos != 0 {
            if nanos % 1_000_000 == 0 {
                text += "." + padded(Int64(nanos / 1_000_000), 3)
            } else if nanos % 1000 == 0 {
                text += "." + padded(Int64(nanos / 1000), 6)
            } else {
                text += "." + padded(Int64(nanos), 9)
            }
        }
        return text + "Z"
    }

    /// Reads RFC 3339 with `Z` or an offset, and up to nine digits of a fraction.
    init?(text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int64? {
            guard range.upperBound <= bytes.count, bytes[range].allSatisfy(isDigit) else { return nil }
            return bytes[range].reduce(0) { $0 * 10 + Int64($1 & 0xf) }
        }
        func has(_ character: UInt8, at index: Int) -> Bool { index < bytes.count && bytes[index] == character }

        guard let year = number(0..<4), has(0x2d, at: 4), let month = number(5..<7), has(0x2d, at: 7),
            let day = number(8..<10), has(0x54, at: 10), let hour = number(11..<13), has(0x3a, at: 13),
            let minute = number(14..<16), has(0x3a, at: 16), let second = number(17..<19),
            year >= 1, (1...12).contains(month), day >= 1, day <= daysIn(month: month, of: year),
            hour < 24, minute < 60, second < 60
        else { return nil }

        var position = 19
        var nanos: Int32 = 0
        if has(0x2e, at: position) {
            let start = position + 1
            position = start
            var weight: Int32 = 100_000_000
            while position < bytes.count, isDigit(bytes[position]) {
                guard position - start < 9 else { return nil }
                nanos += Int32(bytes[position] & 0xf) * weight
                weight /= 10
                position += 1
            }
            guard position > start else { return nil }
        }

        var offset: Int64 = 0
        if has(0x5a, at: position) {
            position += 1
        } else {
            guard has(0x2b, at: position) || has(0x2d, at: position), has(0x3a, at: position + 3),
                let hours = number(position + 1..<position + 3), let minutes = number(position + 4..<position + 6),
                hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * 60 * (bytes[position] == 0x2d ? -1 : 1)
            position += 6
        }
        guard position == bytes.count else { return nil }
        let days = daysSince1970(year: year, month: month, day: day)
        self.init(seconds: days * 86400 + hour * 3600 + minute * 60 + second - offset, nanos: nanos)
    }
}

private func daysIn(month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}

private func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

private func padded(_ value: Int64, _ width: Int) -> String {
    let digits = "\(value)"
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

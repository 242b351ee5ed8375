/// A whole number as JSON may write it, exponents and zero fractions included, without any rounding.
struct WholeNumber {
    var isNegative: Bool
    var magnitude: UInt64

    enum Failure: Error {
        case notANumber, notWhole, outOfRange
    }

    /// - Parameter text: by JSON's grammar for numbers.
    init(_ text: String) throws(Failure) {
        guard let number = DecimalText(text) else { throw .notANumber }
        isNegative = number.isNegative
        magnitude = 0
        var digits = number.digits
        var exponent = number.exponent
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        guard !digits.isEmpty else { return }
        guard exponent >= 0 else { throw .notWhole }
        guard digits.count + exponent <= 20 else { throw .outOfRange }
        for digit in digits + repeatElement(0, count: exponent) {
            let (tens, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
            guard !overflow, !carry else { throw .outOfRange }
            magnitude = sum
        }
    }

    var signed: Int64? {
        guard isNegative else { return Int64(exactly: magnitude) }
        return magnitude == Int64.min.magnitude ? .min : Int64(exactly: magnitude).map { -$0 }
    }

    var unsigned: UInt64? { isNegative && magnitude != 0 ? nil : magnitude }
}

/// A number's digits without leading zeros, and the power of ten that the last one counts.
struct DecimalText {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    /// nil where the text is no number by JSON's grammar.
    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        func takeDigits() -> ArraySlice<UInt8>? {
            let run = rest.prefix(while: isDigit)
            rest = rest.dropFirst(run.count)
            return run.isEmpty ? nil : run
        }
        if rest.first == 0x2d {
            isNegative = true
            rest = rest.dropFirst()
        }
        guard let whole = takeDigits(), whole.count == 1 || whole.first != 0x30 else { return nil }
        var all = whole
        if rest.first == 0x2e {
            rest = rest.dropFirst()
            guard let fraction = takeDigits() else { return nil }
            all += fraction
            exponent = -fraction.count
        }
        if let letter = rest.first, letter | 0x20 == 0x65 {
            rest = rest.dropFirst()
            let sign = rest.first
            if sign == 0x2b || sign == 0x2d { rest = rest.dropFirst() }
            guard let power = takeDigits() else { return nil }
            // Beyond any range that matters; a number's own digits are fewer.
            let value = power.reduce(0) { min($0 * 10 + Int($1 & 0xf), 1 << 32) }
            exponent += sign == 0x2d ? -value : value
        }
        guard rest.isEmpty else { return nil }
        digits = all.drop { $0 == 0x30 }.map { $0 & 0xf }
    }
}

/// Which billing period a moment belongs to, in a contract's time zone. Source: domain, "Periods".
extension Period {
    static let msOfDay: Int64 = 86_400_000

    /// A moment is kept within the years 1 to 9999, so that no time of a partner can overflow what follows.
    private static let earliestMs: Milliseconds = -62_135_596_800_000
    private static let latestMs: Milliseconds = 253_402_300_799_999

    /// The period in which `atMs` lies by the contract's zone.
    public init(containing atMs: Milliseconds, contract: Contract) {
        let atMs = min(max(atMs, Period.earliestMs), Period.latestMs)
        let days = floorDivide(atMs + contract.offsetMs(atMs: atMs), Period.msOfDay)
        self.init(containingDay: days, length: contract.period)
    }

    /// The period in which a local day lies.
    init(containingDay days: Int64, length: Contract.PeriodLength) {
        let date = CivilDate(daysSince1970: days)
        let year = Int32(truncatingIfNeeded: date.year)
        let month = UInt8(truncatingIfNeeded: date.month)
        switch length {
        case .day: self = .day(year: year, month: month, day: UInt8(truncatingIfNeeded: date.day))
        case .week:
            // An ISO week belongs to the year of its Thursday.
            let thursday = days - weekday(daysSince1970: days) + 3
            let yearOfWeek = CivilDate(daysSince1970: thursday).year
            let newYear = CivilDate(year: yearOfWeek, month: 1, day: 1).daysSince1970
            self = .week(
                year: Int32(truncatingIfNeeded: yearOfWeek),
                week: UInt8(truncatingIfNeeded: (thursday - newYear) / 7 + 1))
        case .halfMonth: self = .halfMonth(year: year, month: month, half: date.day <= 15 ? 1 : 2)
        case .month: self = .month(year: year, month: month)
        }
    }

    /// The local day on which it begins.
    var firstDay: Int64 {
        switch self {
        case .day(let year, let month, let day): CivilDate(year, month, Int64(day)).daysSince1970
        case .week(let year, let week):
            // 4 January is always in week 1.
            Period.monday(of: CivilDate(year, 1, 4).daysSince1970) + (Int64(week) - 1) * 7
        case .halfMonth(let year, let month, let half):
            CivilDate(year, month, half == 1 ? 1 : 16).daysSince1970
        case .month(let year, let month): CivilDate(year, month, 1).daysSince1970
        }
    }

    /// The local day after its last one.
    var endDay: Int64 {
        switch self {
        case .day: firstDay + 1
        case .week: firstDay + 7
        case .halfMonth(let year, let month, let half):
            half == 1 ? CivilDate(year, month, 16).daysSince1970 : Period.firstDay(afterMonth: month, year: year)
        case .month(let year, let month): Period.firstDay(afterMonth: month, year: year)
        }
    }

    /// When it begins, inclusive.
    public func startMs(in contract: Contract) -> Milliseconds { contract.midnightMs(ofDay: firstDay) }

    /// When it ends, exclusive.
    public func endMs(in contract: Contract) -> Milliseconds { contract.midnightMs(ofDay: endDay) }

    /// When its statement closes: from then on no entry goes into it.
    public func closesAtMs(in contract: Contract) -> Milliseconds {
        endMs(in: contract) + Int64(contract.graceMinutes) * 60_000
    }

    private static func monday(of day: Int64) -> Int64 { day - weekday(daysSince1970: day) }

    private static func firstDay(afterMonth month: UInt8, year: Int32) -> Int64 {
        month == 12 ? CivilDate(year + 1, 1, 1).daysSince1970 : CivilDate(year, month + 1, 1).daysSince1970
    }

    /// Its name in the books: `2026-11-22`, `2026-W47`, `2026-11-H2`, `2026-11`.
    public var text: String {
        switch self {
        case .day(let year, let month, let day): "\(digits(year))-\(digits(month))-\(digits(day))"
        case .week(let year, let week): "\(digits(year))-W\(digits(week))"
        case .halfMonth(let year, let month, let half): "\(digits(year))-\(digits(month))-H\(half)"
        case .month(let year, let month): "\(digits(year))-\(digits(month))"
        }
    }

    private func digits(_ year: Int32) -> String {
        let text = String(year)
        return String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
    }

    private func digits(_ number: UInt8) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CivilDate {
    fileprivate init(_ year: Int32, _ month: UInt8, _ day: Int64) {
        self.init(year: Int64(year), month: Int64(month), day: day)
    }
}

extension Contract {
    /// How far its zone is ahead of UTC at a moment; before the first offset that is known, that one; 0 where none is.
    func offsetMs(atMs: Milliseconds) -> Int64 {
        zoneOffsets.isEmpty ? 0 : Int64(zoneOffsets[offsetIndex(atMs: atMs)].utcOffsetSeconds) * 1000
    }

    /// The first moment at which a local day has begun. Where the clocks skip midnight it is that moment, where they
    /// pass it twice the first time counts.
    func midnightMs(ofDay day: Int64) -> Milliseconds {
        let localMs = day * Period.msOfDay
        guard !zoneOffsets.isEmpty else { return localMs }
        // No zone is further than a day from UTC: begin with the offset of the day before.
        var index = offsetIndex(atMs: localMs - Period.msOfDay)
        while true {
            let beginMs = index == 0 ? Milliseconds.min : zoneOffsets[index].fromMs
            let candidateMs = max(beginMs, localMs - Int64(zoneOffsets[index].utcOffsetSeconds) * 1000)
            let isLast = index + 1 >= zoneOffsets.count
            if isLast || candidateMs < zoneOffsets[index + 1].fromMs { return candidateMs }
            index += 1
        }
    }

    /// Which offset holds at a moment. `zoneOffsets` is not empty.
    private func offsetIndex(atMs: Milliseconds) -> Int {
        var (low, high) = (0, zoneOffsets.count)
        while low < high {
            let middle = (low + high) / 2
            if zoneOffsets[middle].fromMs <= atMs { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }
}

/// In which period an entry stands.
struct Placement: Equatable {
    var period: Period
    /// Where it would have been, had that not been closed.
    var originPeriod: Period?

    /// - Parameters:
    ///   - effectiveAtMs: the entry's time base.
    ///   - recordedAtMs: the partition's clock.
    ///   - contract: the version that is valid at `effectiveAtMs`.
    ///   - open: the version that is valid at `recordedAtMs`, whose current period takes what comes too late.
    init(effectiveAtMs: Milliseconds, recordedAtMs: Milliseconds, contract: Contract, open: Contract) {
        period = Period(containing: effectiveAtMs, contract: contract)
        originPeriod = nil
        if period.closesAtMs(in: contract) <= recordedAtMs {
            originPeriod = period
            period = Period(containing: recordedAtMs, contract: open)
        }
    }
}

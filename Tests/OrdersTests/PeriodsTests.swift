import Testing

@testable import Orders

/// Worked out with Python's datetime and zoneinfo.
@Suite("Billing periods")
struct PeriodsTests {
    static func contract(
        _ period: Contract.PeriodLength, offsets: [(Milliseconds, Int32)] = [], graceMinutes: UInt32 = 0
    ) -> Contract {
        Contract(
            id: "c1", version: 1, period: period,
            zoneOffsets: offsets.map { Contract.ZoneOffset(fromMs: $0.0, utcOffsetSeconds: $0.1) },
            graceMinutes: graceMinutes, currency: Currency(packed: "EUR"), commissionBasisPoints: 0, validFromMs: nil,
            refundReportMinutes: 60)
    }

    /// Europe/Berlin: summer time from 2026-03-29T01:00Z to 2026-10-25T01:00Z.
    static let berlin: [(Milliseconds, Int32)] = [
        (1_761_440_400_000, 3600), (1_774_746_000_000, 7200), (1_792_890_000_000, 3600), (1_806_195_600_000, 7200),
    ]
    static let shanghai: [(Milliseconds, Int32)] = [(0, 8 * 3600)]

    @Test(
        "A day's periods are named as the calendar says",
        arguments: [
            // day since 1970, day, ISO week, half month, month
            (19_782, "2024-02-29", "2024-W09", "2024-02-H2", "2024-02"),
            (20_087, "2024-12-30", "2025-W01", "2024-12-H2", "2024-12"),
            (18_627, "2020-12-31", "2020-W53", "2020-12-H2", "2020-12"),
            (18_630, "2021-01-03", "2020-W53", "2021-01-H1", "2021-01"),
            (18_631, "2021-01-04", "2021-W01", "2021-01-H1", "2021-01"),
            (20_818, "2026-12-31", "2026-W53", "2026-12-H2", "2026-12"),
            (20_821, "2027-01-03", "2026-W53", "2027-01-H1", "2027-01"),
            (20_822, "2027-01-04", "2027-W01", "2027-01-H1", "2027-01"),
            (20_779, "2026-11-22", "2026-W47", "2026-11-H2", "2026-11"),
            (20_780, "2026-11-23", "2026-W48", "2026-11-H2", "2026-11"),
            (11_016, "2000-02-29", "2000-W09", "2000-02-H2", "2000-02"),
            (-1, "1969-12-31", "1970-W01", "1969-12-H2", "1969-12"),
            (0, "1970-01-01", "1970-W01", "1970-01-H1", "1970-01"),
        ] as [(Int64, String, String, String, String)])
    func names(day: Int64, dayName: String, week: String, half: String, month: String) {
        let names = [Contract.PeriodLength.day, .week, .halfMonth, .month].map {
            Period(containingDay: day, length: $0).text
        }
        #expect(names == [dayName, week, half, month])
    }

    @Test("Every day from 1899 to 2201 is in the period that ends where the next begins")
    func periodsAdjoin() {
        for length in [Contract.PeriodLength.day, .week, .halfMonth, .month] {
            var day: Int64 = -25_933  // 1898-12-31
            var faults = 0
            while day < 84_371 {
                let period = Period(containingDay: day, length: length)
                let isLast = Period(containingDay: period.endDay - 1, length: length) == period
                let isNext = Period(containingDay: period.endDay, length: length) != period
                if !isLast || !isNext || !(period.firstDay...day).contains(day) { faults += 1 }
                day = period.endDay
                if Period(containingDay: day, length: length).firstDay != day { faults += 1 }
            }
            #expect(faults == 0)
        }
    }

    @Test("The 15th is in the first half, the 16th in the second")
    func halves() {
        let march15 = CivilDate(year: 2026, month: 3, day: 15).daysSince1970
        #expect(Period(containingDay: march15, length: .halfMonth).text == "2026-03-H1")
        #expect(Period(containingDay: march15 + 1, length: .halfMonth).text == "2026-03-H2")
    }

    @Test(
        "A period begins and ends at its zone's midnight, half-open",
        arguments: [
            // Berlin's day of 23 hours, its day of 25, and the two around the second
            (berlin, 1_774_738_800_000, "2026-03-29", 23),
            (berlin, 1_774_821_599_999, "2026-03-29", 23),
            (berlin, 1_774_821_600_000, "2026-03-30", 24),
            (berlin, 1_792_879_199_999, "2026-10-24", 24),
            (berlin, 1_792_879_200_000, "2026-10-25", 25),
            (berlin, 1_792_969_199_999, "2026-10-25", 25),
            (berlin, 1_792_969_200_000, "2026-10-26", 24),
            // 2026-11-22T16:00Z is midnight in Shanghai
            (shanghai, 1_795_363_199_999, "2026-11-22", 24),
            (shanghai, 1_795_363_200_000, "2026-11-23", 24),
            // no offsets known: UTC
            ([], 1_795_363_200_000, "2026-11-22", 24),
        ] as [([(Milliseconds, Int32)], Milliseconds, String, Int64)])
    func boundaries(offsets: [(Milliseconds, Int32)], atMs: Milliseconds, name: String, hours: Int64) {
        let contract = Self.contract(.day, offsets: offsets)
        let period = Period(containing: atMs, contract: contract)
        #expect(period.text == name)
        #expect(period.startMs(in: contract) <= atMs && atMs < period.endMs(in: contract))
        #expect(period.endMs(in: contract) - period.startMs(in: contract) == hours * 3_600_000)
    }

    @Test("Where the clocks skip midnight the day begins when they do")
    func skippedMidnight() {
        // From 2026-11-22T00:00Z on an hour ahead: 00:00 to 01:00 is skipped.
        let contract = Self.contract(.day, offsets: [(0, 0), (1_795_305_600_000, 3600)])
        let period = Period(containing: 1_795_305_600_000, contract: contract)
        #expect(period.text == "2026-11-22")
        #expect(period.startMs(in: contract) == 1_795_305_600_000)
        #expect(Period(containing: 1_795_305_599_999, contract: contract).text == "2026-11-21")
    }

    @Test("Absurd times are in a period too", arguments: [Milliseconds.min, .max])
    func absurdTimes(atMs: Milliseconds) {
        let period = Period(containing: atMs, contract: Self.contract(.week, offsets: Self.berlin))
        #expect(period.text.contains("-W"))
    }

    @Test("An entry goes into its own period until that closes, grace included; then into the open one")
    func closing() {
        let contract = Self.contract(.day, offsets: Self.shanghai, graceMinutes: 60)
        let effectiveAtMs: Milliseconds = 1_795_363_199_999
        let closesAtMs: Milliseconds = 1_795_363_200_000 + 3_600_000
        let inTime = Placement(
            effectiveAtMs: effectiveAtMs, recordedAtMs: closesAtMs - 1, contract: contract, open: contract)
        #expect(inTime.period.text == "2026-11-22")
        #expect(inTime.originPeriod == nil)
        let late = Placement(
            effectiveAtMs: effectiveAtMs, recordedAtMs: closesAtMs, contract: contract, open: contract)
        #expect(late.period.text == "2026-11-23")
        #expect(late.originPeriod?.text == "2026-11-22")
    }

    @Test("The zone of the version that is valid at the entry's time counts")
    func zoneChanges() {
        var old = Self.contract(.day, offsets: Self.shanghai)
        old.version = 1
        var new = Self.contract(.day, offsets: [(0, 0)])
        new.version = 2
        new.validFromMs = 1_795_363_200_000
        let billing = { Contract.billing([old, new], contractID: "c1", version: 1, atMs: $0)?.version }
        #expect(billing(1_795_363_199_999) == 1)
        #expect(billing(1_795_363_200_000) == 2)
        #expect(Contract.billing([new], contractID: "c1", version: 1, atMs: 0)?.version == 2)
        #expect(Contract.billing([old], contractID: "gone", version: 1, atMs: 0)?.id == "c1")
        #expect(Contract.billing([], contractID: "c1", version: 1, atMs: 0) == nil)
    }
}

extension Currency {
    fileprivate init(packed text: String) {
        guard let currency = Currency(text) else { preconditionFailure("not a currency: \(text)") }
        self = currency
    }
}

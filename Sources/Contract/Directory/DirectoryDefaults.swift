internal import Orders

/// What holds where a record of the directory leaves a rule at 0 or out. Documented in `docs/contract.md`.
enum DirectoryDefault {
    /// How far `created_at` may be from the append time.
    static let timeWindowSeconds: UInt32 = 300
    static let lockTimeoutMs: UInt32 = 5_000
    static let issueTimeoutMs: UInt32 = 10_000
    static let holdSeconds: UInt32 = 900

    /// Queries: five, a second apart; ten, five seconds apart; then every half minute.
    static let pollSteps = [
        RetryStep(intervalMs: 1_000, count: 5), RetryStep(intervalMs: 5_000, count: 10),
        RetryStep(intervalMs: 30_000, count: 0),
    ]
    static let notFoundCount: UInt32 = 3
    static let notFoundGraceMs: UInt32 = 30_000
    static let pollEscalateAfterMs: UInt32 = 600_000

    /// Releases: five, two seconds apart; ten, ten seconds apart; then every minute.
    static let releaseSteps = [
        RetryStep(intervalMs: 2_000, count: 5), RetryStep(intervalMs: 10_000, count: 10),
        RetryStep(intervalMs: 60_000, count: 0),
    ]
    static let releaseEscalateAfterMs: UInt32 = 600_000

    /// Refund requests: five, five seconds apart; ten, a minute apart; then every ten minutes.
    static let refundSteps = [
        RetryStep(intervalMs: 5_000, count: 5), RetryStep(intervalMs: 60_000, count: 10),
        RetryStep(intervalMs: 600_000, count: 0),
    ]
    static let refundEscalateAfterMs: UInt32 = 3_600_000

    static let circuitWindowMs: UInt32 = 60_000
    static let circuitMinimumCalls: UInt32 = 20
    static let circuitFailurePercent: UInt32 = 50
    static let circuitSlowPercent: UInt32 = 80
    static let circuitOpenMs: UInt32 = 30_000

    /// A day.
    static let refundReportMinutes: UInt32 = 1_440
    static let ruleVersion: UInt32 = 1
    static let retentionDays: UInt32 = 400
    static let forgetAfterDays: UInt32 = 400
}

extension UInt32 {
    /// 0 stands for the default.
    func or(_ standard: UInt32) -> UInt32 { self == 0 ? standard : self }
}

extension Draft {
    /// The distributor's own refund to its buyer ended.
    mutating func reportRefund(_ report: ReportRefund) {}

    mutating func refundReportOverdue() {}
}

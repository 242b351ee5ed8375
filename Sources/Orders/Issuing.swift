extension Draft {
    /// Asks the supplier to issue what is held: LOCKED becomes FIXING. The caller has checked that it may.
    mutating func startIssuing() {}

    /// The supplier answers the issue request.
    mutating func issueAnswered(_ result: SupplierResult) {}

    /// The issue request was not answered in time.
    mutating func issueTimedOut() {}
}

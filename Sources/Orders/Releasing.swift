extension Draft {
    /// Asks the supplier to give back whatever it holds or issued, until it confirms.
    mutating func startRelease(reason: String) {}

    mutating func releaseAnswered(_ result: SupplierResult) {}

    mutating func releaseRetryDue() {}
}

extension Draft {
    /// The outcome of the issue request is uncertain: from now on the supplier is asked about it.
    mutating func startNegotiation(reason: Text) {}

    mutating func pollDue() {}

    /// - Parameter number: which query it answers; nil where the supplier tells it unasked.
    mutating func queryAnswered(_ result: SupplierResult, number: UInt32?) {}
}

extension Draft {
    /// The supplier has answered a request that was sent at `sinceMs`.
    /// - Parameter failed: true for UNKNOWN; a FAILED is an answer, not a failure of the supplier.
    mutating func supplierAnswered(sinceMs: Milliseconds, failed: Bool) {}

    /// The supplier has not answered a request in time.
    mutating func supplierTimedOut() {}

    /// Takes the next slot of the supplier's query rate.
    /// - Returns: when the query may be sent, not before `notBeforeMs`.
    mutating func nextQuerySlot(notBeforeMs: Milliseconds) -> Milliseconds { notBeforeMs }
}

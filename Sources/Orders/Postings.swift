extension Draft {
    /// receivable +, when the order becomes LOCKED.
    /// - Parameters:
    ///   - atMs: the supplier's lock success.
    ///   - eventSequence: of the event that it comes from.
    mutating func postSale(atMs: Milliseconds, eventSequence: UInt64) {}

    /// receivable −, when the order becomes CANCELED.
    /// - Parameter atMs: the cancel success, or the hold's end.
    mutating func postCancellation(atMs: Milliseconds, eventSequence: UInt64) {}
}

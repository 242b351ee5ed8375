extension Draft {
    /// LOCKED → CANCELED: says so, takes the sale back and asks the supplier to release the hold.
    /// - Parameter atMs: the cancel's time in the books; never before the sale's.
    /// - Returns: the sequence number of Canceled.
    @discardableResult
    mutating func cancelHeld(_ reason: CancelReason, atMs: Milliseconds) -> UInt64 { 0 }

    /// Lets a hold that is over at `appendedAtMs` of the input expire.
    /// - Returns: whether it did.
    mutating func expireIfOver() -> Bool { false }
}

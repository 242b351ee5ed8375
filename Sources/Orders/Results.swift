extension Draft {
    /// Handles what a supplier says about this order: once, from its own supplier, with its time made sure of. Also
    /// for a person's `resolve`.
    mutating func receive(_ result: SupplierResult) {}
}

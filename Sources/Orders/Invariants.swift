extension OrderRecord {
    /// What is wrong with the record by itself, one line each; empty for a sound one.
    public func validate() -> [String] { [] }
}

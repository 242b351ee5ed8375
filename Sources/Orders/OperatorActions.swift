extension Draft {
    /// What a person does to an order that exists.
    mutating func act(_ action: OperatorAction) {}
}

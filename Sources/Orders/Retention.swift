extension Draft {
    /// Sets the RETENTION timer, or takes it away, by how the order stands; to be called last in every decision.
    mutating func scheduleRetention() {}

    /// The order's retention has passed.
    mutating func retentionDue() -> Decision.Change { .unchanged }
}

/// What an input means for an order that was removed after its retention.
func decideAboutStub(_ stub: OrderStub, _ input: Input, _ context: Context) -> Decision { Decision() }

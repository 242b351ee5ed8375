extension Contract {
    /// Of a party's contracts the one that counts at a time: of each contract's versions the latest that is valid, of
    /// several contracts the one that became valid last, then the greater id. Source: domain, "Money".
    /// - Returns: nil where none is valid.
    static func valid(_ contracts: [Contract], atMs: Milliseconds) -> Contract? { nil }
}

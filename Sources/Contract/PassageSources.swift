public import Orders

/// What the passages of a decision point into: the value of the record that is handled, and the order's state as it
/// was before.
public struct PassageSources: ~Escapable {
    public let input: RawSpan
    public let state: RawSpan

    /// - Parameters:
    ///   - input: empty for a timer.
    ///   - state: empty where nothing was stored.
    @inlinable
    @_lifetime(copy input, copy state)
    public init(input: RawSpan = RawSpan(), state: RawSpan = RawSpan()) {
        self.input = input
        self.state = state
    }

    /// The bytes of a passage. Traps on one that was not made from these bytes: that would write an order's data into
    /// another's.
    @inlinable
    @_lifetime(copy self)
    public func bytes(_ passage: Passage) -> RawSpan {
        guard !passage.isEmpty else { return RawSpan() }
        let start = Int(passage.offset)
        let range = start..<start + Int(passage.count)
        return passage.origin == .input ? input.extracting(range) : state.extracting(range)
    }
}

/// What an input means for an order: the whole of the domain's rules behind one pure function.
///
/// - Parameters:
///   - record: what is stored under the input's key; nil for nothing.
///   - input: what happened. Passages of it have the origin `input`, those of `record` the origin `state`.
///   - context: time, directory and the suppliers' behaviour.
/// - Returns: what is said, asked for, posted and remembered.
public func decide(_ record: consuming OrderRecord?, _ input: borrowing Input, _ context: borrowing Context) -> Decision
{
    Decision()
}

/// Reads of one thread over one snapshot: begun once for a batch, a read costs no transaction of its own.
///
/// Between `beginBatch` and `endBatch` it sees the state as it was at `beginBatch`, and holds up the growing of the
/// store: keep batches short, and never wait for a checkpoint within one.
public struct StoreReader: ~Copyable {
    private let environment: Environment
    private var transaction: OpaquePointer?

    init(_ environment: Environment) { self.environment = environment }

    deinit {
        if let transaction { environment.endRead(transaction) }
    }

    /// Takes the newest snapshot; one that is held is given back.
    public mutating func beginBatch() throws(StoreError) {
        endBatch()
        transaction = try environment.beginRead()
    }

    public mutating func endBatch() {
        if let transaction { environment.endRead(transaction) }
        transaction = nil
    }

    /// As `PartitionStore.withState`; outside a batch on a snapshot of its own.
    public mutating func withState<R>(
        _ key: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> R
    ) throws -> R? {
        if let transaction { return try StateTable(environment).withState(key, in: transaction, body) }
        let own = try environment.beginRead()
        defer { environment.endRead(own) }
        return try StateTable(environment).withState(key, in: own, body)
    }
}

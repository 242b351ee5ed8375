public import Records

/// Brings a store to the end of one of its partition's transactions, record by record of the changelog: what a replay
/// begins with.
public struct ChangelogFold {
    private let store: any CheckpointStore
    private var fold = Fold()
    /// The offset after the last record that was added.
    private var position: Int64 = 0

    /// - Parameter store: an empty one, or one that holds what came before.
    public init(into store: any CheckpointStore) { self.store = store }

    /// Takes a record of the changelog, which the store may get at once or with others.
    /// - Parameter value: nil removes the key.
    /// - Throws: what the store throws; and where an order's state is none.
    public mutating func add(
        key: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer?, offset: Int64
    ) throws {
        fold.set(key, value)
        position = offset + 1
        if fold.isLarge { try write() }
    }

    /// Gives the store everything that was added.
    public mutating func write() throws { try fold.write(to: store, position: position) }
}

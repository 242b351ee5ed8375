internal import Records

/// A partition's states. A key is looked for in this order:
/// 1. `open`: what the transaction in the making has changed. It is thrown away with an aborted transaction.
/// 2. `underWay`: what the transaction under way has changed, likewise.
/// 3. `active`: committed, not yet in a checkpoint.
/// 4. `frozen`: committed, being checkpointed; nothing in it changes.
/// 5. the store: the last checkpoint.
///
/// A table for each transaction, and no undo list: nothing has to be taken back, and `active` can be frozen at any moment.
struct States: ~Copyable {
    private(set) var open = StateTable()
    private var underWay = StateTable()
    private(set) var active = StateTable()
    private(set) var frozen: StateTable?
    /// nil until the partition is restored.
    let store: (any CheckpointStore)?

    init(store: (any CheckpointStore)? = nil) { self.store = store }

    var heldBytes: Int { active.byteCount + (frozen?.byteCount ?? 0) }

    /// Where a key's state is held in memory; nil where only the store can have it.
    func held(_ key: UnsafeRawBufferPointer, hash: UInt64) -> StateEntry? {
        if let index = open.find(key, hash: hash) { return open.entries[index] }
        if let index = underWay.find(key, hash: hash) { return underWay.entries[index] }
        if let index = active.find(key, hash: hash) { return active.entries[index] }
        if let frozen, let index = frozen.find(key, hash: hash) { return frozen.entries[index] }
        return nil
    }

    /// A key's state as the open transaction sees it. What the store has is copied into `scratch`, whose bytes then
    /// count until its next use; what is held in memory stands where it is.
    func state(
        _ key: UnsafeRawBufferPointer, hash: UInt64, scratch: inout Scratch
    ) throws -> UnsafeRawBufferPointer? {
        if let entry = held(key, hash: hash) { return entry.value }
        return try store?.withState(key) { scratch.copy($0) }
    }

    mutating func change(_ entry: StateEntry) { open.set(entry) }

    /// The open transaction goes under way.
    mutating func handOver() { swap(&open, &underWay) }

    /// The transaction under way has committed: its states are the partition's own now. They are copied, so that the
    /// transaction's memory, most of which is outputs, can be used again at once.
    mutating func commit() {
        for entry in underWay.entries { active.setCopy(entry) }
        underWay.removeAll()
    }

    /// The open transaction did not happen.
    mutating func dropOpen() { open.removeAll() }

    /// Nor did the one under way.
    mutating func drop() {
        open.removeAll()
        underWay.removeAll()
    }

    /// What was committed up to now, for a checkpoint. Only where no other one is under way.
    mutating func freeze() -> StateTable {
        let table = active
        frozen = table
        active = StateTable()
        return table
    }

    /// The store has what was frozen.
    mutating func thaw() { frozen = nil }

    /// What is due after `afterMs` and not after `untilMs`, as the states in memory say; some of it may be superseded.
    func forEachDue(afterMs: Int64, untilMs: Int64, _ body: (Int64, UnsafeRawBufferPointer) -> Void) {
        func tell(_ table: borrowing StateTable) {
            for entry in table.entries where entry.nextDueMs > afterMs && entry.nextDueMs <= untilMs {
                body(entry.nextDueMs, entry.key)
            }
        }
        tell(open)
        tell(underWay)
        tell(active)
        if let frozen { tell(frozen) }
    }
}

/// Memory for one state's bytes, used again and again.
struct Scratch: ~Copyable {
    private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)

    /// A copy of the bytes, which counts until the next call.
    mutating func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        if bytes.count > memory.count {
            memory.deallocate()
            memory = .allocate(byteCount: max(bytes.count, memory.count * 2), alignment: 16)
        }
        memory.copyMemory(from: bytes)
        return UnsafeRawBufferPointer(rebasing: memory[..<bytes.count])
    }

    deinit { memory.deallocate() }
}

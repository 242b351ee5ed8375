internal import Glibc

/// What is kept of one key: where its bytes stand, and when its next timer is due.
struct StateEntry {
    var key: UnsafeRawBufferPointer
    /// nil: the key was removed.
    var value: UnsafeRawBufferPointer?
    /// `Int64.max` where no timer is set.
    var nextDueMs: Int64
    var hash: UInt64
    /// Of the open transaction: the index of the cause that changed it last.
    var cause: Int32 = -1
}

/// States by key, in the order in which the keys came: whoever writes bytes goes through `entries`, whose order depends
/// on nothing but the inputs.
///
/// A transaction's table points into the transaction's own memory. One that outlives its transactions copies the bytes
/// into an arena, which goes with the whole table.
struct StateTable: @unchecked Sendable {
    private(set) var entries: [StateEntry] = []
    /// Open addressing with linear probing; an entry's index + 1, 0 for a free place. Its count is a power of two.
    private var places: [Int32] = []
    private var arena = Arena()
    /// The bytes of keys and values, of what was replaced too: it is kept as well.
    private(set) var byteCount = 0

    var count: Int { entries.count }

    /// Seeded in each process, so that nobody who chooses ids can make them collide. No bytes depend on it.
    static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(bytes: key)
        return UInt64(truncatingIfNeeded: hasher.finalize())
    }

    func find(_ key: UnsafeRawBufferPointer, hash: UInt64) -> Int? {
        guard !entries.isEmpty else { return nil }
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while places[place] != 0 {
            let index = Int(places[place]) - 1
            if entries[index].hash == hash, equal(entries[index].key, key) { return index }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Sets a key's state. Where the key is there already, it keeps its place in the order and its key's bytes.
    mutating func set(_ entry: StateEntry) {
        byteCount += entry.key.count + (entry.value?.count ?? 0)
        if let index = find(entry.key, hash: entry.hash) {
            entries[index].value = entry.value
            entries[index].nextDueMs = entry.nextDueMs
            entries[index].cause = entry.cause
            return
        }
        append(entry)
    }

    /// As `set`, with a copy of the bytes.
    mutating func setCopy(_ entry: StateEntry) {
        byteCount += entry.key.count + (entry.value?.count ?? 0)
        let value = entry.value.map { arena.copy($0) }
        if let index = find(entry.key, hash: entry.hash) {
            entries[index].value = value
            entries[index].nextDueMs = entry.nextDueMs
            return
        }
        append(
            StateEntry(key: arena.copy(entry.key), value: value, nextDueMs: entry.nextDueMs, hash: entry.hash))
    }

    private mutating func append(_ entry: StateEntry) {
        if (entries.count + 1) * 2 > places.count { grow() }
        entries.append(entry)
        place(entries.count - 1)
    }

    /// Empties the table and keeps its room.
    mutating func removeAll() {
        guard !entries.isEmpty else { return }
        entries.removeAll(keepingCapacity: true)
        for index in places.indices { places[index] = 0 }
        byteCount = 0
    }

    private mutating func grow() {
        places = [Int32](repeating: 0, count: max(places.count * 2, 64))
        for index in entries.indices { place(index) }
    }

    private mutating func place(_ index: Int) {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: entries[index].hash) & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = Int32(truncatingIfNeeded: index + 1)
    }
}

/// Memory that is only ever added to, and goes as a whole.
private final class Arena {
    private static let blockBytes = 1 << 20
    private var blocks: [UnsafeMutableRawBufferPointer] = []
    private var used = 0

    func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        if blocks.isEmpty || blocks[blocks.count - 1].count - used < bytes.count {
            blocks.append(.allocate(byteCount: max(Self.blockBytes, bytes.count), alignment: 16))
            used = 0
        }
        let place = UnsafeMutableRawBufferPointer(rebasing: blocks[blocks.count - 1][used..<used + bytes.count])
        place.copyMemory(from: bytes)
        used += bytes.count
        return UnsafeRawBufferPointer(place)
    }

    deinit {
        for block in blocks { block.deallocate() }
    }
}

/// Whether both have the same bytes.
func equal(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    return a.count == 0 || compare(a, b) == 0
}

/// Byte by byte, a shorter one before what it begins: negative, zero or positive.
func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    if let first = a.baseAddress, let second = b.baseAddress {
        let order = memcmp(first, second, min(a.count, b.count))
        if order != 0 { return Int(order) }
    }
    return a.count - b.count
}

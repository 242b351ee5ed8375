/// The keys whose next timer is due soon, in the order (due, key).
///
/// An entry is a hint, never the truth: a key's timer is part of its state. Whoever takes one asks the state whether it
/// still says so, and drops it otherwise; so a change of a state only ever adds an entry, and an aborted transaction
/// needs to put back only what it has taken. What is due after `windowEndMs` is not in here: it is found in the states'
/// tables and in the store's index when the window moves on.
struct TimerQueue {
    struct Entry {
        var dueMs: Int64
        var slot: Int32
    }

    /// A binary heap: the earliest first.
    private var heap: [Entry] = []
    /// The keys' bytes by slot: moving an entry in the heap moves no key.
    private var keys: [[UInt8]] = []
    private var freeSlots: [Int32] = []
    private(set) var windowEndMs = Int64.min

    var count: Int { heap.count }
    var earliestDueMs: Int64? { heap.first?.dueMs }

    /// Moves the end of the window; the caller adds what is due between the old one and this.
    mutating func openWindow(untilMs: Int64) { windowEndMs = max(windowEndMs, untilMs) }

    /// Adds a key if it is due within the window.
    mutating func add(dueMs: Int64, key: UnsafeRawBufferPointer) {
        guard dueMs <= windowEndMs else { return }
        let slot: Int32
        if let free = freeSlots.popLast() {
            slot = free
            keys[Int(free)] = Array(key)
        } else {
            slot = Int32(truncatingIfNeeded: keys.count)
            keys.append(Array(key))
        }
        heap.append(Entry(dueMs: dueMs, slot: slot))
        siftUp(heap.count - 1)
    }

    /// The earliest entry's key, which stays.
    var earliestKey: [UInt8] {
        guard let first = heap.first else { return [] }
        return keys[Int(first.slot)]
    }

    mutating func removeEarliest() {
        guard let first = heap.first else { return }
        keys[Int(first.slot)] = []
        freeSlots.append(first.slot)
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        siftDown(0)
    }

    private func precedes(_ a: Entry, _ b: Entry) -> Bool {
        if a.dueMs != b.dueMs { return a.dueMs < b.dueMs }
        return keys[Int(a.slot)].withUnsafeBytes { first in
            keys[Int(b.slot)].withUnsafeBytes { compare(first, $0) < 0 }
        }
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(heap[child], heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if precedes(heap[child], heap[least]) { least = child }
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}

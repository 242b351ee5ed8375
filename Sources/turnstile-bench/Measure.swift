import CJemalloc
import Glibc

/// What so many operations took of the calling thread. Nothing else may allocate meanwhile.
struct Cost {
    var operations: Int
    /// Of CPU time, not of the wall's: what else the machine does shows less in it.
    var ns: UInt64 = 0
    var allocations: UInt64 = 0
    var bytes: UInt64 = 0

    func print(_ what: String, _ kind: String) {
        func each(_ total: UInt64) -> String {
            let hundredths = (total * 100 + UInt64(operations) / 2) / UInt64(max(operations, 1))
            let part = hundredths % 100
            return "\(hundredths / 100).\(part < 10 ? "0" : "")\(part)"
        }
        Swift.print(
            #"{"what":"\#(what)","kind":"\#(kind)","operations":\#(operations),"ns":\#(each(ns)),"#
                + #""allocations":\#(each(allocations)),"bytes":\#(each(bytes))}"#)
    }
}

/// The calling thread's counters, as they stand.
struct Counters {
    var ns: UInt64
    var allocations: UInt64
    var bytes: UInt64

    /// - Parameter allocations: whether these are read too, which costs some µs.
    init(allocations isCounting: Bool) {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        ns = UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
        guard isCounting else {
            (allocations, bytes) = (0, 0)
            return
        }
        var epoch: UInt64 = 1
        mallctl("epoch", nil, nil, &epoch, MemoryLayout<UInt64>.size)
        // 4096 stands for all arenas.
        allocations = Self.read("stats.arenas.4096.small.nmalloc") + Self.read("stats.arenas.4096.large.nmalloc")
        bytes = Self.read("thread.allocated")
    }

    func cost(since before: Counters, operations: Int) -> Cost {
        Cost(
            operations: operations, ns: ns - before.ns, allocations: allocations - before.allocations,
            bytes: bytes - before.bytes)
    }

    private static func read(_ name: String) -> UInt64 {
        var value: UInt64 = 0
        var size = MemoryLayout<UInt64>.size
        guard mallctl(name, &value, &size, nil, 0) == 0 else { fatalError("this jemalloc does not tell \(name)") }
        return value
    }
}

/// Runs `body` with every allocation going to jemalloc's arenas, which count them, and none to the thread's cache.
func counting<R>(_ body: () throws -> R) rethrows -> R {
    func cache(_ isOn: Bool) {
        var value = isOn
        mallctl("thread.tcache.enabled", nil, nil, &value, MemoryLayout<Bool>.size)
    }
    cache(false)
    defer { cache(true) }
    return try body()
}

/// The least time of several runs, and the allocations of one.
/// - Parameter prepare: makes what one run consumes; not measured.
func measured<P>(
    _ operations: Int, repetitions: Int = 9, prepare: () throws -> P, _ body: (inout P) throws -> Void
) rethrows -> Cost {
    var cost = try counting {
        var prepared = try prepare()
        let before = Counters(allocations: true)
        try body(&prepared)
        return Counters(allocations: true).cost(since: before, operations: operations)
    }
    cost.ns = .max
    for _ in 0..<repetitions {
        var prepared = try prepare()
        let before = Counters(allocations: false)
        try body(&prepared)
        cost.ns = min(cost.ns, Counters(allocations: false).cost(since: before, operations: operations).ns)
    }
    return cost
}

func measured(_ operations: Int, _ body: () throws -> Void) rethrows -> Cost {
    try measured(operations, prepare: {}, { (_: inout Void) in try body() })
}

internal import Synchronization

/// Counts values by size, for people who watch. One thread observes, any thread may read; nothing is allocated, and
/// observing costs two loads and two stores.
public struct Histogram: ~Copyable, Sendable {
    /// Where the buckets end, inclusive, ascending; above the last one there is one bucket more.
    public struct Scale: Sendable {
        public let upperBounds: [Int64]
        /// How many of the unit that is observed make one of the metric's.
        public let perBaseUnit: Int64

        /// Observed in microseconds, told in seconds: 0.5 ms to 60 s.
        public static let seconds = Scale(
            upperBounds: [
                500, 1000, 2500, 5000, 7500, 10_000, 15_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
                2_500_000, 5_000_000, 10_000_000, 30_000_000, 60_000_000,
            ], perBaseUnit: 1_000_000)
        /// 1 to 100,000 of something.
        public static let count = Scale(
            upperBounds: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000],
            perBaseUnit: 1)
    }

    /// A histogram as it was at one moment.
    public struct Values: Sendable {
        public let scale: Scale
        /// Of each bucket by itself, the one above all bounds last.
        public var counts: [UInt64]
        /// Of all values, in the unit that is observed.
        public var sum: UInt64

        public init(_ scale: Scale) {
            self.scale = scale
            counts = [UInt64](repeating: 0, count: scale.upperBounds.count + 1)
            sum = 0
        }

        /// Of the same scale.
        public mutating func add(_ other: Values) {
            for index in counts.indices { counts[index] &+= other.counts[index] }
            sum &+= other.sum
        }
    }

    private let scale: Scale
    /// 18 bounds, what is above them, and the sum.
    private let cells = InlineArray<20, Atomic<UInt64>> { _ in Atomic(0) }
    private static let sum = 19

    public init(_ scale: Scale) {
        self.scale = scale
    }

    /// - Parameter value: below 0 counts as 0: two clocks need not agree.
    public func observe(_ value: Int64) {
        var bucket = 0
        while bucket < scale.upperBounds.count, scale.upperBounds[bucket] < value { bucket += 1 }
        add(1, to: bucket)
        add(UInt64(max(value, 0)), to: Self.sum)
    }

    private func add(_ count: UInt64, to index: Int) {
        let before = cells[index].load(ordering: .relaxed)
        cells[index].store(before &+ count, ordering: .relaxed)
    }

    public var values: Values {
        var values = Values(scale)
        for index in values.counts.indices { values.counts[index] = cells[index].load(ordering: .relaxed) }
        values.sum = cells[Self.sum].load(ordering: .relaxed)
        return values
    }
}

/// Where the buckets of a histogram end. Values are whole numbers in a small unit (microseconds, bytes, records), so
/// that observing needs no floating point; the text divides by `perBaseUnit`.
public struct HistogramLayout: Sendable, Equatable {
    /// Inclusive upper ends, ascending; above the last one is the bucket of infinity.
    public let upperBounds: [Int64]
    /// How many of the unit make one of the metric's base unit: 1,000,000 for microseconds in seconds.
    public let perBaseUnit: Int64

    /// nil unless the bounds ascend and there is one at least.
    public init?(upperBounds: [Int64], perBaseUnit: Int64 = 1) {
        guard !upperBounds.isEmpty, perBaseUnit > 0, zip(upperBounds, upperBounds.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        self.upperBounds = upperBounds
        self.perBaseUnit = perBaseUnit
    }

    private init(_ upperBounds: [Int64], _ perBaseUnit: Int64) {
        self.upperBounds = upperBounds
        self.perBaseUnit = perBaseUnit
    }

    /// How many counters a histogram of this layout has, that of infinity included.
    public var bucketCount: Int { upperBounds.count + 1 }

    /// Which counter a value belongs to.
    public func bucket(of value: Int64) -> Int {
        var low = 0
        var high = upperBounds.count
        while low < high {
            let middle = (low + high) / 2
            if upperBounds[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// 0.5 ms to 60 s, in microseconds.
    public static let latency = HistogramLayout(
        [
            500, 1000, 2500, 5000, 7500, 10_000, 15_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
            2_500_000, 5_000_000, 10_000_000, 30_000_000, 60_000_000,
        ], 1_000_000)

    /// 1 to 100,000 of something.
    public static let count = HistogramLayout(
        [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000], 1)
}

/// Writes metrics as Prometheus' text format 0.0.4 or OpenMetrics 1.0. A family's samples stand together: begin it,
/// then give all of them.
public struct MetricsText: ~Copyable {
    public enum Format: Sendable {
        case prometheus
        case openMetrics

        public var contentType: String {
            switch self {
            case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
            case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
            }
        }

        /// What the request's Accept header asks for: OpenMetrics where it is given a weight that is not below that of
        /// plain text; otherwise Prometheus' own format.
        public static func accepted(_ header: String?) -> Format {
            var openMetrics = 0
            var plain = 0
            for part in (header ?? "").split(separator: ",") {
                let pieces = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
                guard let type = pieces.first else { continue }
                var weight = 1000
                var version: String?
                for piece in pieces.dropFirst() {
                    if piece.hasPrefix("q=") { weight = thousandths(piece.dropFirst(2)) }
                    if piece.hasPrefix("version=") { version = String(piece.dropFirst(8).filter { $0 != "\"" }) }
                }
                switch type {
                case "application/openmetrics-text" where version == nil || version == "1.0.0":
                    openMetrics = max(openMetrics, weight)
                case "text/plain", "text/*", "*/*": plain = max(plain, weight)
                default: break
                }
            }
            return openMetrics > 0 && openMetrics >= plain ? .openMetrics : .prometheus
        }

        private static func thousandths(_ text: Substring) -> Int {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard let whole = parts.first, whole == "0" || whole == "1" else { return 0 }
            if whole == "1" { return 1000 }
            guard parts.count == 2, parts[1].count <= 3 else { return 0 }
            return Int(parts[1] + String(repeating: "0", count: 3 - parts[1].count)) ?? 0
        }
    }

    public enum Kind: Sendable {
        /// Only grows. Its name has no `_total` here: it gets it where the format wants it.
        case counter
        case gauge
        case histogram
    }

    public let format: Format
    private var text: [UInt8] = []
    private var family = ""
    private var kind = Kind.gauge

    public init(_ format: Format) {
        self.format = format
        text.reserveCapacity(16_384)
    }

    /// Begins a family.
    /// - Parameter name: letters, digits and `_`; of a counter with or without `_total`.
    public mutating func family(_ name: String, _ kind: Kind, help: String) {
        family = kind == .counter && name.hasSuffix("_total") ? String(name.dropLast(6)) : name
        self.kind = kind
        let shown = kind == .counter && format == .prometheus ? family + "_total" : family
        append("# HELP \(shown) ")
        escape(help, quotes: format == .openMetrics)
        append("\n# TYPE \(shown) ")
        switch kind {
        case .counter: append("counter\n")
        case .gauge: append("gauge\n")
        case .histogram: append("histogram\n")
        }
    }

    /// One sample of the counter or gauge that was begun.
    public mutating func sample(_ labels: KeyValuePairs<String, String> = [:], _ value: Int64) {
        name(kind == .counter ? "_total" : "", pairs(labels), nil)
        append("\(value)\n")
    }

    /// One sample of the counter or gauge that was begun.
    public mutating func sample(_ labels: KeyValuePairs<String, String> = [:], _ value: Double) {
        name(kind == .counter ? "_total" : "", pairs(labels), nil)
        append("\(Self.number(value))\n")
    }

    /// One sample of the histogram that was begun.
    /// - Parameters:
    ///   - counts: of each bucket by itself, that of infinity last; missing ones are 0.
    ///   - sum: of all values, in the layout's unit.
    public mutating func histogram(
        _ labels: KeyValuePairs<String, String> = [:], _ layout: HistogramLayout, counts: some Collection<UInt64>,
        sum: Int64
    ) {
        var total: UInt64 = 0
        var index = counts.startIndex
        for bucket in 0..<layout.bucketCount {
            if index < counts.endIndex {
                total &+= counts[index]
                counts.formIndex(after: &index)
            }
            let bound =
                bucket < layout.upperBounds.count
                ? Self.number(Double(layout.upperBounds[bucket]) / Double(layout.perBaseUnit)) : "+Inf"
            name("_bucket", pairs(labels), bound)
            append("\(total)\n")
        }
        name("_sum", pairs(labels), nil)
        append(
            layout.perBaseUnit == 1 ? "\(sum)\n" : "\(Self.number(Double(sum) / Double(layout.perBaseUnit)))\n")
        name("_count", pairs(labels), nil)
        append("\(total)\n")
    }

    /// The whole text.
    public consuming func finish() -> [UInt8] {
        if format == .openMetrics { append("# EOF\n") }
        return text
    }

    /// As the others, for labels that are known at run time only.
    public mutating func sample(labels: [(name: String, value: String)], _ value: Double) {
        name(kind == .counter ? "_total" : "", labels.lazy.map { ($0.name, $0.value) }, nil)
        append("\(Self.number(value))\n")
    }

    private mutating func name(_ suffix: String, _ labels: some Sequence<(String, String)>, _ bound: String?) {
        append(family)
        append(suffix)
        var separator = "{"
        for (label, value) in labels {
            append("\(separator)\(label)=\"")
            escape(value, quotes: true)
            append("\"")
            separator = ","
        }
        if let bound {
            append("\(separator)le=\"\(bound)\"")
            separator = ","
        }
        append(separator == "{" ? " " : "} ")
    }

    private func pairs(_ labels: KeyValuePairs<String, String>) -> [(String, String)] {
        labels.map { ($0.key, $0.value) }
    }

    private mutating func append(_ part: String) { text.append(contentsOf: part.utf8) }

    private mutating func escape(_ part: String, quotes: Bool) {
        for byte in part.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\"") where quotes: append("\\\"")
            default: text.append(byte)
            }
        }
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return "\(value)"
    }
}

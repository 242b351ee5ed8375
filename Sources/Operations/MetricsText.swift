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
    public mutating func sample(labels: [(name: String, value: String)] = [], _ value: Double) {
        name(kind == .counter ? "_total" : "", labels, nil)
        append("\(Self.number(value))\n")
    }

    /// One sample of the histogram that was begun. Values are whole numbers in a small unit, so that observing needs no
    /// floating point; the text divides.
    /// - Parameters:
    ///   - upperBounds: where the buckets end, inclusive, ascending; above the last one is the bucket of infinity.
    ///   - perBaseUnit: how many of the unit make one of the metric's: 1,000,000 for microseconds in seconds.
    ///   - counts: of each bucket by itself, that of infinity last; missing ones are 0.
    ///   - sum: of all values, in the small unit.
    public mutating func histogram(
        labels: [(name: String, value: String)] = [], upperBounds: [Int64], perBaseUnit: Int64, counts: [UInt64],
        sum: UInt64
    ) {
        var total: UInt64 = 0
        for bucket in 0...upperBounds.count {
            if bucket < counts.count { total &+= counts[bucket] }
            let bound =
                bucket < upperBounds.count
                ? Self.number(Double(upperBounds[bucket]) / Double(perBaseUnit)) : "+Inf"
            name("_bucket", labels, bound)
            append("\(total)\n")
        }
        name("_sum", labels, nil)
        append("\(Self.number(Double(sum) / Double(perBaseUnit)))\n")
        name("_count", labels, nil)
        append("\(total)\n")
    }

    /// The whole text.
    public consuming func finish() -> [UInt8] {
        if format == .openMetrics { append("# EOF\n") }
        return text
    }

    private mutating func name(_ suffix: String, _ labels: [(name: String, value: String)], _ bound: String?) {
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

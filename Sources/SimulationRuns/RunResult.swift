/// What one run came to.
public struct RunResult: Sendable {
    public var seed: UInt64
    /// Broken invariants, each in words.
    public var findings: [String]
    public var coverage: Coverage
    public var virtualMs: Int64
}

extension SimulationRun {
    func result(virtualMs: Int64) -> RunResult {
        coverage.transactions = cluster.attempts.count
        for attempt in cluster.attempts {
            if case .fenced? = attempt.told { coverage.saw(.fenced) }
        }
        return RunResult(seed: seed, findings: findings, coverage: coverage, virtualMs: virtualMs)
    }
}

/// Many runs, and what they came to together.
public struct RunSet: Sendable {
    public private(set) var runs = 0
    public private(set) var virtualMs: Int64 = 0
    public private(set) var coverage = Coverage()
    /// By seed.
    public private(set) var failed: [(seed: UInt64, findings: [String])] = []
    public let faults: Set<Fault>

    /// - Parameter faults: those that runs may make.
    public init(faults: Set<Fault> = Set(Fault.made)) { self.faults = faults }

    /// - Parameters:
    ///   - tell: gets what the engine reports, and what was done to it, line by line.
    ///   - story: an order whose records are told at the end.
    public mutating func run(
        seed: UInt64, tell: (@Sendable (String) -> Void)? = nil, story: String? = nil
    ) -> RunResult {
        let run = SimulationRun(seed: seed, faults: faults, tell: tell)
        let result = run.run()
        if let story { for line in run.story(of: story) { tell?(line) } }
        add(result)
        return result
    }

    public mutating func add(_ result: RunResult) {
        runs += 1
        virtualMs += result.virtualMs
        coverage.add(result.coverage)
        if !result.findings.isEmpty { failed.append((result.seed, result.findings)) }
    }

    /// What a set of this size should have reached and did not: a set of one run proves nothing by what it saw.
    public var missing: [String] {
        coverage.missing(faults: faults == Set(Fault.made) ? Set(Fault.allCases) : faults)
    }

    /// One line: what was run, what was done to it, and what was found.
    public var line: String {
        let hours = virtualMs / 36_000
        let faults = coverage.faults.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            "\($0.key.rawValue) \($0.value)"
        }
        let violations = failed.reduce(0) { $0 + $1.findings.count }
        return "runs \(runs), virtual hours \(hours / 100).\(String("\(100 + hours % 100)".dropFirst())), "
            + "inputs \(coverage.inputs), transactions \(coverage.transactions), orders \(coverage.orders), "
            + "issued \(coverage.issued), faults \(coverage.faults.values.reduce(0, +)) (\(faults.joined(separator: ", "))), "
            + "violations \(violations)"
    }
}

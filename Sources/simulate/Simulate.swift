internal import Glibc
internal import SimulationRuns

private let usage = """
    usage: scripts/simulate [--seeds N] [--first SEED] [--seed SEED] [--hours H] [--faults NAME,NAME...] [--coverage] [--log]
                            [--order KEY]

      --seeds N     so many runs, from the first seed on (100)
      --first SEED  the first seed (1)
      --seed SEED   one run, to repeat it; tells all that it found
      --hours H     runs until so many hours of the wall clock are over
      --faults ...  only these kinds of faults; `none` for none
      --coverage    tells all that was reached
      --log         tells what the engine reports and what is done to it, by virtual milliseconds
      --order KEY   with --log: tells at the end all records of this order; KEY may be a command's partition:offset
    Exit 0: nothing found; 1: an invariant was broken, or the runs did not reach what they are for; 2: usage.
    """

/// Runs what the arguments ask for.
/// - Returns: the exit code.
func simulate(_ arguments: [String]) -> Int32 {
    var seeds: UInt64 = 100
    var first: UInt64 = 1
    var one: UInt64?
    var hours: Double?
    var faults = Set(Fault.made)
    var tellsCoverage = false
    var story: String?
    var tell: (@Sendable (String) -> Void)?
    var rest = arguments[...]
    while let flag = rest.popFirst() {
        switch flag {
        case "--help":
            print(usage)
            return 0
        case "--coverage":
            tellsCoverage = true
            continue
        case "--log":
            tell = { print($0) }
            continue
        default: break
        }
        guard let value = rest.popFirst() else { return refuse("\(flag) needs a value, or is not known") }
        switch flag {
        case "--seeds": seeds = UInt64(value) ?? 0
        case "--first": first = UInt64(value) ?? 0
        case "--seed": one = UInt64(value) ?? 0
        case "--order": story = value
        case "--hours": hours = Double(value)
        case "--faults":
            let names = value == "none" ? [] : value.split(separator: ",")
            faults = Set(names.compactMap { Fault(rawValue: String($0)) })
            guard faults.count == names.count else {
                return refuse("the faults are \(Fault.made.map(\.rawValue).joined(separator: ", "))")
            }
        default: return refuse("\(flag) is not known")
        }
    }
    var set = RunSet(faults: faults)
    let flags = faults == Set(Fault.made) ? "" : " --faults \(faults.map(\.rawValue).sorted().joined(separator: ","))"
    let began = time(nil)
    var seed = one ?? first
    while true {
        let result = set.run(seed: seed, tell: tell, story: story)
        if !result.findings.isEmpty {
            print(
                "seed \(seed): \(result.findings.count) findings; repeat it with: scripts/simulate --seed \(seed)\(flags)"
            )
            for finding in result.findings.prefix(one == nil ? 5 : .max) { print("  \(finding)") }
        }
        seed += 1
        if one != nil { break }
        if let hours { if Double(time(nil) - began) >= hours * 3600 { break } } else if seed >= first + seeds { break }
    }
    if tellsCoverage {
        for (name, count) in set.coverage.seen.sorted(by: { $0.key < $1.key }) { print("  \(name): \(count)") }
    }
    print(set.line)
    // A handful of runs need not reach everything.
    let missing = set.runs < 60 || faults != Set(Fault.made) ? [] : set.missing
    if !missing.isEmpty { print("not reached: \(missing.joined(separator: ", "))") }
    return set.failed.isEmpty && missing.isEmpty ? 0 : 1
}

private func refuse(_ words: String) -> Int32 {
    print("simulate: \(words)\n\(usage)")
    return 2
}

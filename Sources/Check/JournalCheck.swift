internal import Protobuf
internal import Schemas

/// Holds the journal against the inputs: the transactions of a partition follow one another, and each record of an input
/// is in exactly one of them. So what two owners both did, what was handled twice, and what was passed over shows.
///
/// All records of `journal` are given first, each partition's in their order, then those of the inputs.
public struct JournalCheck {
    /// What the journal says about one partition.
    private struct Chain {
        /// Of the last transaction.
        var number: UInt64
        var digest: [UInt8]
        /// By input.
        var inputs: [Covered]
    }

    /// Which offsets of one input the transactions contain.
    private struct Covered {
        /// From here on the journal says everything: what was before it may no longer be retained.
        var from: Int64
        /// The next to be handled.
        var next: Int64
        /// Stretches that were handled, or that a person passed over, in their order; neighbours are one.
        var stretches: [ClosedRange<Int64>] = []

        mutating func add(_ stretch: ClosedRange<Int64>) {
            if let last = stretches.last, last.upperBound + 1 == stretch.lowerBound {
                stretches[stretches.count - 1] = last.lowerBound...stretch.upperBound
            } else {
                stretches.append(stretch)
            }
        }

        func contains(_ offset: Int64) -> Bool {
            var (low, high) = (0, stretches.count)
            while low < high {
                let middle = (low + high) / 2
                if stretches[middle].upperBound < offset { low = middle + 1 } else { high = middle }
            }
            return low < stretches.count && stretches[low].contains(offset)
        }
    }

    private static let inputNames = ["order-commands", "supplier-results", "operator-actions"]

    private var chains: [Int32: Chain] = [:]
    private var findings: [Finding] = []
    /// Transactions, and the records of the inputs that they contain as far as they were given.
    public private(set) var transactions = 0
    public private(set) var inputs = 0
    private var unhandled: [(input: Int, position: Position)] = []

    public init() {}

    /// A record of `journal`.
    public mutating func transaction(_ value: RawSpan, partition: Int32, at place: String) {
        transactions += 1
        do { try take(try InternalProto.JournalRecord.View(value), partition, place) } catch {
            findings.append(Finding(.readable, place, "\(error)"))
        }
    }

    private mutating func take(
        _ record: borrowing InternalProto.JournalRecord.View, _ partition: Int32, _ place: String
    ) throws {
        var next: [Int64] = []
        var offsets = record.nextOffsets
        while let offset = try offsets.next() { next.append(offset) }
        guard next.count == Self.inputNames.count else {
            findings.append(Finding(.readable, place, "\(next.count) positions instead of one an input"))
            return
        }
        var chain =
            chains[partition]
            ?? Chain(
                number: record.number &- 1, digest: bytes(record.previousDigest),
                inputs: next.map { Covered(from: record.number == 1 ? 0 : $0, next: record.number == 1 ? 0 : $0) })
        let isFirst = chains[partition] == nil
        if record.number != chain.number &+ 1 {
            findings.append(
                Finding(.oneOwner, place, "transaction \(record.number) comes after transaction \(chain.number)"))
        } else if bytes(record.previousDigest) != chain.digest {
            findings.append(
                Finding(
                    .oneOwner, place,
                    "transaction \(record.number) does not go on from what transaction \(chain.number) wrote"))
        }
        var steps = record.steps
        while let step = try steps.next() {
            if let run = try step.run() {
                cover(run.input, run.firstOffset, run.lastOffset, &chain, isFirst, place)
            } else if let move = try step.move() {
                cover(move.input, move.fromOffset, move.toOffset - 1, &chain, isFirst, place)
            }
        }
        for index in next.indices {
            if next[index] < chain.inputs[index].next {
                findings.append(
                    Finding(
                        .positions, place,
                        "\(Self.inputNames[index]) goes back from \(chain.inputs[index].next) to \(next[index])"))
            }
            chain.inputs[index].next = next[index]
        }
        chain.number = record.number
        chain.digest = bytes(record.digest)
        chains[partition] = chain
    }

    private mutating func cover(
        _ input: Int32, _ first: Int64, _ last: Int64, _ chain: inout Chain, _ isFirst: Bool, _ place: String
    ) {
        let index = Int(input) - 1
        guard chain.inputs.indices.contains(index), first <= last else {
            findings.append(Finding(.readable, place, "a run of input \(input) from \(first) to \(last)"))
            return
        }
        // The first transaction that is retained tells where what is known begins.
        if isFirst, chain.inputs[index].from > first {
            chain.inputs[index].from = first
            chain.inputs[index].next = first
        }
        if first < chain.inputs[index].next {
            findings.append(
                Finding(
                    .effects, place,
                    "\(Self.inputNames[index]) \(first) to \(last) is handled again: it had gone on to "
                        + "\(chain.inputs[index].next)"))
        } else {
            chain.inputs[index].add(first...last)
        }
        chain.inputs[index].next = max(chain.inputs[index].next, last + 1)
    }

    /// A record of an input.
    /// - Parameter input: its place among the inputs: commands, results, actions.
    public mutating func input(_ input: Int, partition: Int32, offset: Int64) {
        guard let covered = chains[partition]?.inputs[input] else {
            unhandled.append((input, Position(partition: partition, offset: offset)))
            return
        }
        guard offset >= covered.from else { return }
        if covered.contains(offset) {
            inputs += 1
        } else if offset < covered.next {
            findings.append(
                Finding(
                    .positions, "\(Self.inputNames[input]) \(partition):\(offset)",
                    "is in no transaction, and the position \(covered.next) is past it"))
        } else {
            unhandled.append((input, Position(partition: partition, offset: offset)))
        }
    }

    /// What a group has committed for an input.
    /// - Parameter number: of the transaction that committed it, where its metadata tells.
    public mutating func committed(_ input: Int, partition: Int32, offset: Int64, number: UInt64?) {
        guard let chain = chains[partition] else { return }
        let place = "\(Self.inputNames[input]) \(partition)"
        if offset != chain.inputs[input].next {
            findings.append(
                Finding(
                    .positions, place,
                    "the group has committed \(offset), the journal has gone on to \(chain.inputs[input].next)"))
        }
        if let number, number != chain.number {
            findings.append(
                Finding(
                    .positions, place,
                    "the group's offset is of transaction \(number), the journal's last is \(chain.number)"))
        }
    }

    /// What does not hold.
    /// - Parameter isComplete: all inputs were handled: then each record must be in a transaction.
    public func result(isComplete: Bool) -> [Finding] {
        guard isComplete else { return findings }
        return findings
            + unhandled.map {
                Finding(
                    .effects, "\(Self.inputNames[$0.input]) \($0.position.partition):\($0.position.offset)",
                    "is in no transaction")
            }
    }
}

private func bytes(_ span: RawSpan) -> [UInt8] { span.withUnsafeBytes { Array($0) } }

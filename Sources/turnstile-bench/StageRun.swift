import Contract
import Orders
import Protobuf
import Signing
import Simulation

/// The stages of an input's path, each by itself over the same orders: read, verify, decide, write.
struct StageRun: ~Copyable {
    private static let orders = 2_000

    private let shelf: Shelf
    private let context: Context
    private var reader = InputReader()
    /// Each order's stored state, as the last kind left it.
    private var states: [[UInt8]]
    /// Keeps the compiler from leaving out what nobody looks at.
    private var sink = 0

    init(_ shelf: Shelf) {
        self.shelf = shelf
        states = Array(repeating: [], count: Self.orders)
        context = Context(
            nowMs: Shelf.startMs, sentAtMs: Shelf.startMs, directory: shelf.directory, suppliers: [:], partitions: 1)
    }

    consuming func measureAll() throws {
        let orders = (0..<Self.orders).map { "o\($0)" }
        for kind in Kind.life { try measure(kind, shelf.records(kind, orders)) }
        precondition(sink != 0)
    }

    private mutating func measure(_ kind: Kind, _ records: [OutsideRecord]) throws {
        let count = records.count
        try measured(count) { for record in records { sink &+= try read(kind, record, 0).key.orderID.count } }
            .print("decode", kind.rawValue)
        if kind.input == 0 { try verify(kind, records) }

        let inputs = try records.enumerated().map { try read(kind, $1, $0) }
        if kind != .place {
            try measured(count) { for state in states { sink &+= try Self.order(state) == nil ? 0 : 1 } }
                .print("read state", kind.rawValue)
        }
        // Each order is read anew and used up, as in the engine: a second owner would make copies of its parts.
        func prepared() throws -> [OrderRecord?] { try states.reversed().map(Self.order) }
        try measured(count, prepare: prepared) { orders in
            for input in inputs { sink &+= Orders.decide(orders.removeLast(), input, context).events.count }
        }.print("decide", kind.rawValue)
        var orders = try prepared()
        let decisions = inputs.map { Orders.decide(orders.removeLast(), $0, context) }
        guard decisions.allSatisfy({ $0.events.count == 1 && $0.deadLetter == nil }) else {
            throw Shelf.Failure(description: "not every input \(kind.rawValue) was answered")
        }
        write(kind, records, inputs, decisions)
    }

    private mutating func verify(_ kind: Kind, _ records: [OutsideRecord]) throws {
        let ring = shelf.keyRing()
        let verifier = Verifier()
        let account = Array(Shelf.account.utf8)
        var verified = 0
        let cost = measured(records.count) {
            verified = 0
            account.withUnsafeBytes { account in
                for record in records {
                    record.key.withUnsafeBytes { key in
                        record.value.withUnsafeBytes { value in
                            record.headers[0].value.withUnsafeBytes { keyID in
                                record.headers[1].value.withUnsafeBytes { signature in
                                    let signed = SignedRecord(
                                        keyIDs: .once(keyID), signatures: .once(signature), account: account,
                                        topic: "order-commands", key: key, value: value, createdAtMs: Shelf.startMs)
                                    let verification = verifier.verify(signed, judgedAtMs: Shelf.startMs) {
                                        ring.key(account: account, id: $0)
                                    }
                                    if verification.isVerified { verified += 1 }
                                }
                            }
                        }
                    }
                }
            }
        }
        guard verified == records.count else { throw Shelf.Failure(description: "\(verified) signatures verified") }
        cost.print("authenticate", kind.rawValue)
    }

    private mutating func write(
        _ kind: Kind, _ records: [OutsideRecord], _ inputs: [Input], _ decisions: [Decision]
    ) {
        var writer = ReverseWriter()
        var outputs: [Slice] = []
        outputs.reserveCapacity(decisions.count * 5)
        let count = decisions.count
        measured(count) {
            outputs.removeAll(keepingCapacity: true)
            _ = writer.takeChunks()
            for index in 0..<count {
                let (value, state) = (records[index].value, states[index])
                let sources = PassageSources(input: value.span.bytes, state: state.span.bytes)
                let (decision, input) = (decisions[index], inputs[index])
                for event in decision.events {
                    outputs.append(writeEvent(event, input: input, sources: sources, to: &writer))
                }
                for request in decision.requests {
                    outputs.append(writeRequest(request, key: input.key, sources: sources, to: &writer))
                }
                for entry in decision.entries {
                    outputs.append(writeEntry(entry, key: input.key, sources: sources, to: &writer))
                }
            }
        }.print("encode outputs", kind.rawValue)

        var hash = SHA256()
        measured(count) {
            for slice in outputs { hash.update(writer.unsafeBytes(of: slice)) }
            sink &+= Int(hash.finish().bytes[0])
        }.print("digest outputs", kind.rawValue)

        var stateWriter = ReverseWriter()
        var written: [Slice] = []
        written.reserveCapacity(count)
        measured(count) {
            written.removeAll(keepingCapacity: true)
            _ = stateWriter.takeChunks()
            for index in 0..<count {
                guard case .changed(let record) = decisions[index].change else { continue }
                let (value, state) = (records[index].value, states[index])
                let sources = PassageSources(input: value.span.bytes, state: state.span.bytes)
                written.append(writeRecord(record, sources: sources, to: &stateWriter))
            }
        }.print("write state", kind.rawValue)
        precondition(written.count == count)
        states = written.map { Array(stateWriter.unsafeBytes(of: $0)) }
    }

    private mutating func read(_ kind: Kind, _ record: OutsideRecord, _ offset: Int) throws -> Input {
        let key = record.key.span.bytes
        let value = record.value.span.bytes
        if kind.input == 1 {
            let read = try reader.readResult(key: key, value: value)
            return Input(
                key: read.key, body: .result(read.result), source: .results, partition: 0, offset: Int64(offset),
                appendedAtMs: Shelf.startMs)
        }
        var read = try reader.readCommand(key: key, value: value)
        read.command.isSigned = true
        return Input(
            key: read.key, body: .command(read.command), source: .commands, partition: 0, offset: Int64(offset),
            appendedAtMs: Shelf.startMs)
    }

    private static func order(_ state: [UInt8]) throws -> OrderRecord? {
        state.isEmpty ? nil : try readRecord(state.span.bytes)
    }
}

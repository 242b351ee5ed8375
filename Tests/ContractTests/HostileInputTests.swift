import Contract
import Orders
import Protobuf
import Schemas
import Testing

/// Whatever the bytes are: a value, an invalid command or a refusal, and every passage inside of them.
@Suite struct HostileInput {
    func checkPassages(_ command: Command, _ count: Int) {
        func check(_ passage: Passage) {
            #expect(passage.offset >= 0 && passage.count >= 0 && Int(passage.offset) + Int(passage.count) <= count)
        }
        switch command.action {
        case .placeOrder(let place):
            place.tickets.forEach { check($0.request) }
            check(place.carried.buyer)
            check(place.carried.delivery)
            check(place.carried.invoice)
        case .requestRefund(let request): check(request.reason)
        case .reportRefund(let report): check(report.reason)
        default: break
        }
    }

    @Test(arguments: wholeCommands.indices)
    func `A command that is cut off anywhere is refused or invalid, never accepted as it was`(index: Int) throws {
        let value = try commandBytes(command(wholeCommands[index]))
        let whole = try readCommand(value).command
        for count in 0..<value.count {
            do {
                let read = try readCommand(Array(value[..<count]))
                guard case .invalid = read.command.action else {
                    // Only where a whole field was cut off from the end of the action could it be another command, and
                    // then the action's length is wrong.
                    Issue.record("accepted with \(count) of \(value.count) bytes")
                    continue
                }
                #expect(read.command.digest != whole.digest)
            } catch is Refusal {}
        }
    }

    @Test func `100,000 changed inputs trap nowhere`() throws {
        var chance = Chance(seed: 20_261_122)
        var commands = try wholeCommands.map { try commandBytes(command($0)) }
        commands.append(try commandBytes(command(nil)))
        let results = try wholeDetails.map { try resultBytes(result($0)) }
        let actions = try wholeActions.map { try actionBytes(operatorAction($0)) }
        let key = someKeyBytes
        var reader = InputReader()
        var read = 0
        var invalid = 0
        var refused = 0
        for round in 0..<100_000 {
            let kind = round % 3
            let originals = kind == 0 ? commands : kind == 1 ? results : actions
            let value = mutated(originals[Int(chance.next() % UInt64(originals.count))], &chance)
            do {
                switch kind {
                case 0:
                    let command = try reader.readCommand(key: key.span.bytes, value: value.span.bytes).command
                    checkPassages(command, value.count)
                    if case .invalid = command.action { invalid += 1 } else { read += 1 }
                case 1:
                    _ = try reader.readResult(key: key.span.bytes, value: value.span.bytes)
                    read += 1
                default:
                    _ = try reader.readAction(key: key.span.bytes, value: value.span.bytes)
                    read += 1
                }
            } catch {
                refused += 1
            }
        }
        // All three ways out were taken, often.
        #expect(read > 5_000)
        #expect(invalid > 2_000)
        #expect(refused > 20_000)
    }

    @Test func `Changed JSON traps nowhere`() throws {
        var chance = Chance(seed: 7)
        let texts = wholeCommands.map { command($0).utf8() }
        let key = someKeyBytes
        var reader = InputReader()
        var bytes: [UInt8] = []
        var read = 0
        for _ in 0..<20_000 {
            let text = mutated(texts[Int(chance.next() % UInt64(texts.count))], &chance)
            if (try? reader.readCommand(key: key.span.bytes, json: text.span.bytes, bytes: &bytes)) != nil {
                read += 1
            }
        }
        #expect(read > 100)
    }

    /// One to four changes: a flipped bit, another byte, a run taken out, put in or doubled.
    private func mutated(_ original: [UInt8], _ chance: inout Chance) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
            guard !bytes.isEmpty else { return bytes }
            let index = Int.random(in: 0..<bytes.count, using: &chance)
            switch Int.random(in: 0..<6, using: &chance) {
            case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
            case 1: bytes[index] = UInt8.random(in: 0...255, using: &chance)
            case 2: bytes.remove(at: index)
            case 3: bytes.insert(UInt8.random(in: 0...255, using: &chance), at: index)
            case 4: bytes.removeSubrange(index...)
            default:
                let end = min(bytes.count, index + Int.random(in: 1...16, using: &chance))
                bytes.insert(contentsOf: Array(bytes[index..<end]), at: index)
            }
        }
        return bytes
    }
}

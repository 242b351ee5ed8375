internal import Contract
internal import Orders
internal import Records

/// A record that was read, and is not yet believed.
struct Envelope: ~Copyable {
    /// Each by its address: an envelope goes through several hands.
    indirect enum Body {
        case command(ReadCommand)
        case result(ReadResult)
        case action(OrderKey, OperatorAction)
    }

    let body: Body
    let origin: Origin
    /// Where the body's passages stand.
    let passages: UnsafeRawBufferPointer
    let appendedAtMs: Int64

    var key: OrderKey {
        switch body {
        case .command(let read): read.key
        case .result(let read): read.key
        case .action(let key, _): key
        }
    }

    fileprivate init(body: Body, origin: Origin, passages: UnsafeRawBufferPointer, appendedAtMs: Int64) {
        self.body = body
        self.origin = origin
        self.passages = passages
        self.appendedAtMs = appendedAtMs
    }
}

/// What a record is, once it was read.
enum Decoded: ~Copyable {
    case envelope(Envelope)
    /// A record of another place, to be decoded as if it had come there.
    case readmitted(Origin)
    /// Refused, and nobody can be told.
    case refused(Refusal, Origin)
}

/// Bytes to a value of the domain, by the topic that the record came on.
func decode(_ origin: Origin, _ reader: inout InputReader, _ json: inout JSONInput) -> Decoded {
    guard let appendedAtMs = origin.appendedAtMs else {
        return .refused(Refusal(.unreadable, "the record has no append time"), origin)
    }
    do throws(Refusal) {
        let key = span(origin.key)
        let value = span(origin.value)
        let isJSON = origin.isJSON
        var transcoded: [UInt8] = []
        var readmit: Readmit?
        var body: Envelope.Body?
        switch origin.topic {
        case .orderCommands:
            body = .command(
                isJSON
                    ? try reader.readCommand(key: key, json: value, bytes: &transcoded)
                    : try reader.readCommand(key: key, value: value))
        case .supplierResults:
            body = .result(
                isJSON
                    ? try reader.readResult(key: key, json: value, bytes: &transcoded)
                    : try reader.readResult(key: key, value: value))
        default:
            let read =
                isJSON
                ? try reader.readAction(key: key, json: value, bytes: &transcoded)
                : try reader.readAction(key: key, value: value)
            switch read {
            case .action(let key, let action): body = .action(key, action)
            case .readmit(let found): readmit = found
            }
        }
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        let passages = isJSON ? json.keep(transcoded, of: origin) : origin.value ?? none
        if let body {
            return .envelope(
                Envelope(body: body, origin: origin, passages: passages, appendedAtMs: appendedAtMs))
        }
        guard let readmit, !origin.isReadmitted else {
            throw Refusal(.misrouted, "a readmission within a readmission")
        }
        return .readmitted(Origin(readmit, passages))
    } catch {
        return .refused(error, origin)
    }
}

/// The bytes as the contract takes them. They belong to the inbox, which outlives the decision.
@_lifetime(immortal)
private func span(_ bytes: UnsafeRawBufferPointer?) -> RawSpan? {
    guard let bytes else { return nil }
    return _overrideLifetime(RawSpan(_unsafeBytes: bytes), copying: ())
}

extension Origin {
    /// The record that a readmission carries.
    convenience init(_ readmit: Readmit, _ value: UnsafeRawBufferPointer) {
        func bytes(_ passage: Passage) -> UnsafeRawBufferPointer {
            let start = Int(passage.offset)
            guard passage.count > 0, start >= 0, start + Int(passage.count) <= value.count else {
                return UnsafeRawBufferPointer(start: nil, count: 0)
            }
            return UnsafeRawBufferPointer(rebasing: value[start..<start + Int(passage.count)])
        }
        self.init(
            topic: readmit.source.topic, partition: readmit.partition, offset: readmit.offset,
            appendedAtMs: readmit.appendedAtMs, key: bytes(readmit.key), value: bytes(readmit.value),
            headers: readmit.headers.map { ReceivedHeader(name: bytes($0.name), value: bytes($0.value)) }[...],
            isReadmitted: true)
    }
}

internal import Orders
internal import Protobuf
internal import Schemas

// Records with `content-type: application/json`: proto3 JSON becomes protobuf first, and what is read afterwards points
// into those bytes, which the caller keeps in the record's place. A text of JSON never makes it trap.
extension InputReader {
    /// As `readCommand(key:value:)`.
    /// - Parameter bytes: gets the command as protobuf; passages are offsets into it.
    public mutating func readCommand(
        key: RawSpan?, json: RawSpan?, bytes: inout [UInt8]
    ) throws(Refusal) -> ReadCommand {
        guard let json else { throw Refusal(.unreadable, "the record has no value") }
        var fault: JSONError?
        do throws(JSONError) {
            bytes = try Proto.OrderCommand.descriptor.bytes(json: json)
        } catch {
            fault = error
        }
        guard let fault else { return unsafe try readCommand(key: key, value: bytes.span.bytes) }
        // What is wrong may leave its sender readable: then it is answered.
        guard let head = commandHead(json) else { throw Refusal(.unreadable, "not an OrderCommand in JSON: \(fault)") }
        bytes = head
        var read = unsafe try readCommand(key: key, value: head.span.bytes)
        read.command.action = .invalid("\(fault)")
        read.command.digest = digestOfInvalid(0, json)
        return read
    }

    /// As `readResult(key:value:)`; `bytes` as with a command.
    public mutating func readResult(
        key: RawSpan?, json: RawSpan?, bytes: inout [UInt8]
    ) throws(Refusal) -> ReadResult {
        bytes = try transcode(Proto.SupplierResult.descriptor, json)
        return unsafe try readResult(key: key, value: bytes.span.bytes)
    }

    /// As `readAction(key:value:)`; `bytes` as with a command.
    public mutating func readAction(
        key: RawSpan?, json: RawSpan?, bytes: inout [UInt8]
    ) throws(Refusal) -> ReadAction {
        bytes = try transcode(Proto.OperatorAction.descriptor, json, byteLimit: Limit.actionBytes)
        return unsafe try readAction(key: key, value: bytes.span.bytes)
    }
}

private func transcode(
    _ descriptor: MessageDescriptor, _ json: RawSpan?, byteLimit: Int = Reader.defaultByteLimit
) throws(Refusal) -> [UInt8] {
    guard let json else { throw Refusal(.unreadable, "the record has no value") }
    do throws(JSONError) {
        return try descriptor.bytes(json: json, byteLimit: byteLimit)
    } catch {
        throw Refusal(.unreadable, "not a \(descriptor.name) in JSON: \(error)")
    }
}

/// The ids and the time of a command that is otherwise wrong; nil where they cannot be read.
private func commandHead(_ json: RawSpan) -> [UInt8]? {
    do throws(JSONError) {
        guard case .object(let members) = try JSONValue(parsing: json) else { return nil }
        let descriptor = Proto.OrderCommand.descriptor
        let head = members.filter { member in
            guard let field = descriptor.field(named: member.name) else { return false }
            return field.number <= 4
        }
        do throws(JSONError) {
            return try descriptor.bytes(json: .object(head))
        } catch {
            // It may be the time that is wrong.
            return try descriptor.bytes(
                json: .object(head.filter { descriptor.field(named: $0.name)?.number != 4 }))
        }
    } catch {
        return nil
    }
}

/// A written record as proto3 JSON, where the directory's settings ask for it.
public enum OutputMessage: Sendable {
    case event, request, entry

    /// - Throws: never for bytes that were written here; they hold carried messages, which were read before.
    public func json(_ bytes: RawSpan) throws(StateFailure) -> [UInt8] {
        let descriptor =
            switch self {
            case .event: Proto.OrderEvent.descriptor
            case .request: Proto.SupplierRequest.descriptor
            case .entry: Proto.LedgerEntry.descriptor
            }
        do {
            return try descriptor.json(bytes, byteLimit: Limit.actionBytes).utf8()
        } catch {
            throw StateFailure(error, in: "output")
        }
    }
}

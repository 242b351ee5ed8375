extension MessageDescriptor {
    /// Messages nested deeper than this are not read.
    public static var depthMax: Int { 16 }

    /// The message as proto3 JSON: lowerCamelCase names in the order of the fields' numbers, default values and unknown
    /// fields left out, unknown numbers of enums as numbers. Source: protobuf.dev, "ProtoJSON Format".
    public func json(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) -> JSONValue {
        guard message.byteCount <= byteLimit else { throw ProtobufError(.tooLarge, offset: byteLimit) }
        return try json(message, depth: 1)
    }

    private func json(_ message: RawSpan, depth: Int) throws(ProtobufError) -> JSONValue {
        guard depth <= MessageDescriptor.depthMax else { throw ProtobufError(.tooDeep, offset: 0) }
        if isTimestamp { return .string(try timestampText(message)) }
        var values = [JSONValue?](repeating: nil, count: fields.count)
        var lists = [[JSONValue]](repeating: [], count: fields.count)
        var oneofIsSet = [Bool](repeating: false, count: oneofs.count)
        var reader = Reader(unlimited: message)
        while case let tag = try reader.nextTag(), tag != 0 {
            guard let index = fields.firstIndex(where: { $0.number == tag >> 3 }) else {
                try reader.skip()
                continue
            }
            let field = fields[index]
            let wireType = tag & 7
            if wireType == field.type.wireType {
                if let oneof = field.oneof {
                    guard !oneofIsSet[oneof] else { throw reader.failure(.duplicate) }
                    oneofIsSet[oneof] = true
                }
                if case .message = field.type, field.label != .repeated, values[index] != nil {
                    throw reader.failure(.duplicate)
                }
                let (value, isDefault) = try field.type.json(&reader, depth: depth)
                if field.label == .repeated {
                    lists[index].append(value)
                } else {
                    let isLeftOut = isDefault && field.label == .singular && field.oneof == nil
                    values[index] = isLeftOut ? nil : value
                }
            } else if wireType == WireType.bytes, field.label == .repeated {
                // Packed: only numbers get here, since the wire type of all else is this one.
                let run = try reader.lengthDelimited()
                var inner = Reader(unlimited: run)
                while inner.position < run.byteCount {
                    do throws(ProtobufError) {
                        lists[index].append(try field.type.json(&inner, depth: depth).value)
                    } catch {
                        throw reader.failure(error.fault)
                    }
                }
            } else {
                try reader.skip()
            }
        }
        var members: [(name: String, value: JSONValue)] = []
        for (index, field) in fields.enumerated() {
            if let value = values[index] {
                members.append((field.jsonName, value))
            } else if !lists[index].isEmpty {
                members.append((field.jsonName, .array(lists[index])))
            }
        }
        return .object(members)
    }

    fileprivate func nested(_ message: RawSpan, depth: Int) throws(ProtobufError) -> JSONValue {
        try json(message, depth: depth + 1)
    }

    private func timestampText(_ message: RawSpan) throws(ProtobufError) -> String {
        var seconds: Int64 = 0
        var nanos: Int32 = 0
        var reader = Reader(unlimited: message)
        while case let tag = try reader.nextTag(), tag != 0 {
            switch tag {
            case 1 << 3: seconds = Int64(bitPattern: try reader.varint())
            case 2 << 3: nanos = Int32(truncatingIfNeeded: try reader.varint())
            default: try reader.skip()
            }
        }
        guard let moment = Moment(seconds: seconds, nanos: nanos) else {
            throw ProtobufError(.timestampOutOfRange, offset: 0)
        }
        return moment.text
    }
}

extension FieldType {
    /// Reads one value of this type, and says whether it is the type's default.
    fileprivate func json(
        _ reader: inout Reader, depth: Int
    ) throws(ProtobufError) -> (value: JSONValue, isDefault: Bool) {
        switch self {
        case .double:
            let bits = try reader.fixed64()
            return (floatingPoint(Double(bitPattern: bits)), bits == 0)
        case .float:
            let bits = try reader.fixed32()
            return (floatingPoint(Float(bitPattern: bits)), bits == 0)
        case .int64: return quoted(Int64(bitPattern: try reader.varint()))
        case .uint64: return quoted(try reader.varint())
        case .sint64: return quoted(zigzagDecoded(try reader.varint()))
        case .fixed64: return quoted(try reader.fixed64())
        case .sfixed64: return quoted(Int64(bitPattern: try reader.fixed64()))
        case .int32: return plain(Int32(truncatingIfNeeded: try reader.varint()))
        case .uint32: return plain(UInt32(truncatingIfNeeded: try reader.varint()))
        case .sint32: return plain(Int32(truncatingIfNeeded: zigzagDecoded(try reader.varint() & 0xffff_ffff)))
        case .fixed32: return plain(try reader.fixed32())
        case .sfixed32: return plain(Int32(bitPattern: try reader.fixed32()))
        case .bool:
            let value = try reader.varint() != 0
            return (.bool(value), !value)
        case .string:
            let bytes = try reader.string()
            return (.string(String(utf8: bytes)), bytes.isEmpty)
        case .bytes:
            let bytes = try reader.lengthDelimited()
            return (.string(base64(bytes)), bytes.isEmpty)
        case .message(let descriptor):
            return (try descriptor().nested(try reader.lengthDelimited(), depth: depth), false)
        case .enumeration(let descriptor):
            let number = Int32(truncatingIfNeeded: try reader.varint())
            guard let name = descriptor().name(of: number) else { return plain(number) }
            return (.string(name), number == 0)
        }
    }
}

private func quoted<Number: FixedWidthInteger>(_ value: Number) -> (value: JSONValue, isDefault: Bool) {
    (.string("\(value)"), value == 0)
}

private func plain<Number: FixedWidthInteger>(_ value: Number) -> (value: JSONValue, isDefault: Bool) {
    (.number("\(value)"), value == 0)
}

private func floatingPoint<Number: BinaryFloatingPoint & LosslessStringConvertible>(_ value: Number) -> JSONValue {
    if value.isNaN { return .string("NaN") }
    if value.isInfinite { return .string(value < 0 ? "-Infinity" : "Infinity") }
    return .number(value.description)
}

extension MessageDescriptor {
    /// Writes the message that proto3 JSON stands for, its fields in ascending order of their numbers.
    ///
    /// Names are the JSON ones or the schema's, and known; enums are names or numbers; whole numbers may be strings.
    public func write(_ json: JSONValue, to writer: inout ReverseWriter) throws(JSONError) {
        try write(json, to: &writer, depth: 1)
    }

    /// The bytes of the message that a JSON text stands for.
    public func bytes(json text: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(JSONError) -> [UInt8] {
        try bytes(json: JSONValue(parsing: text, byteLimit: byteLimit))
    }

    public func bytes(json: JSONValue) throws(JSONError) -> [UInt8] {
        var writer = ReverseWriter(chunkBytes: 4096)
        let mark = writer.mark()
        try write(json, to: &writer)
        return unsafe [UInt8](writer.unsafeBytes(of: writer.finish(mark)))
    }

    fileprivate func write(_ json: JSONValue, to writer: inout ReverseWriter, depth: Int) throws(JSONError) {
        guard depth <= MessageDescriptor.depthMax else {
            throw JSONError("nested deeper than \(MessageDescriptor.depthMax) messages")
        }
        if isTimestamp {
            try writeTimestamp(json, to: &writer)
            return
        }
        let values = try valuesByField(json)
        for (index, field) in fields.enumerated().reversed() {
            guard let value = values[index] else { continue }
            do throws(JSONError) {
                try field.write(value, to: &writer, depth: depth)
            } catch {
                throw error.within(field.jsonName)
            }
        }
    }

    /// The object's members by the index of their field; what is null is as good as not there.
    private func valuesByField(_ json: JSONValue) throws(JSONError) -> [JSONValue?] {
        guard case .object(let members) = json else { throw JSONError("expected an object, not \(json.kind)") }
        var values = [JSONValue?](repeating: nil, count: fields.count)
        var isNamed = [Bool](repeating: false, count: fields.count)
        var oneofNames = [String?](repeating: nil, count: oneofs.count)
        for member in members {
            guard
                let index = fields.firstIndex(where: {
                    sameText($0.jsonName, member.name) || sameText($0.name, member.name)
                })
            else { throw JSONError(path: shortened(member.name), "\(name) has no such field") }
            guard !isNamed[index] else { throw JSONError(path: shortened(member.name), "field twice") }
            isNamed[index] = true
            if member.value == .null { continue }
            if let oneof = fields[index].oneof {
                if let other = oneofNames[oneof] {
                    throw JSONError(
                        path: shortened(member.name), "only one of \(oneofs[oneof]) may be set, and \(other) is")
                }
                oneofNames[oneof] = fields[index].jsonName
            }
            values[index] = member.value
        }
        return values
    }

    private func writeTimestamp(_ json: JSONValue, to writer: inout ReverseWriter) throws(JSONError) {
        guard case .string(let text) = json else { throw JSONError("expected a timestamp, not \(json.kind)") }
        guard let moment = Moment(text: text) else {
            throw JSONError("expected a timestamp such as 2026-01-31T18:00:00Z, of the years 1 to 9999")
        }
        if moment.nanos != 0 {
            writer.varint(UInt64(truncatingIfNeeded: moment.nanos))
            writer.tag(2 << 3)
        }
        if moment.seconds != 0 {
            writer.varint(UInt64(bitPattern: moment.seconds))
            writer.tag(1 << 3)
        }
    }
}

extension FieldDescriptor {
    fileprivate func write(_ json: JSONValue, to writer: inout ReverseWriter, depth: Int) throws(JSONError) {
        guard label == .repeated else {
            let before = writer.mark()
            let isDefault = try type.write(json, to: &writer, depth: depth)
            if isDefault, label == .singular, oneof == nil {
                writer.discard(to: before)
            } else {
                end(before, to: &writer)
            }
            return
        }
        guard case .array(let elements) = json else { throw JSONError("expected a list, not \(json.kind)") }
        let list = writer.mark()
        for (index, element) in elements.enumerated().reversed() {
            let before = writer.mark()
            do throws(JSONError) {
                _ = try type.write(element, to: &writer, depth: depth)
            } catch {
                throw error.within("[\(index)]")
            }
            if type.wireType == WireType.bytes { end(before, to: &writer) }
        }
        // Numbers are packed.
        if type.wireType != WireType.bytes, !elements.isEmpty { writer.endMessage(field: number, list) }
    }

    private func end(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
        if type.wireType == WireType.bytes {
            writer.endMessage(field: number, mark)
        } else {
            writer.tag(number << 3 | type.wireType)
        }
    }
}

extension FieldType {
    /// Writes one value without length and tag, and says whether it is the type's default.
    fileprivate func write(
        _ json: JSONValue, to writer: inout ReverseWriter, depth: Int
    ) throws(JSONError) -> Bool {
        switch self {
        case .double:
            let value: Double = try floatingPoint(json)
            writer.fixed64(value.bitPattern)
            return value.bitPattern == 0
        case .float:
            let value: Float = try floatingPoint(json)
            writer.fixed32(value.bitPattern)
            return value.bitPattern == 0
        case .int64:
            return varint(UInt64(bitPattern: try signed(json, as: Int64.self)), &writer)
        case .int32:
            // A negative int32 is written as the ten bytes of an int64.
            return varint(UInt64(bitPattern: Int64(try signed(json, as: Int32.self))), &writer)
        case .sint64: return varint(zigzagEncoded(try signed(json, as: Int64.self)), &writer)
        case .sint32: return varint(zigzagEncoded(Int64(try signed(json, as: Int32.self))), &writer)
        case .uint64: return varint(try unsigned(json, as: UInt64.self), &writer)
        case .uint32: return varint(UInt64(try unsigned(json, as: UInt32.self)), &writer)
        case .fixed64: return fixed(try unsigned(json, as: UInt64.self), &writer)
        case .sfixed64: return fixed(UInt64(bitPattern: try signed(json, as: Int64.self)), &writer)
        case .fixed32: return fixed(try unsigned(json, as: UInt32.self), &writer)
        case .sfixed32: return fixed(UInt32(bitPattern: try signed(json, as: Int32.self)), &writer)
        case .bool:
            guard case .bool(let value) = json else { throw JSONError("expected true or false, not \(json.kind)") }
            return varint(value ? 1 : 0, &writer)
        case .string:
            guard case .string(let text) = json else { throw JSONError("expected a string, not \(json.kind)") }
            writer.string(text)
            return text.isEmpty
        case .bytes:
            guard case .string(let text) = json else { throw JSONError("expected base64, not \(json.kind)") }
            guard let bytes = base64Decoded(text) else { throw JSONError("expected base64") }
            writer.bytes(bytes)
            return bytes.isEmpty
        case .message(let descriptor):
            try descriptor().write(json, to: &writer, depth: depth + 1)
            return false
        case .enumeration(let descriptor):
            let number = try enumNumber(json, descriptor())
            return varint(UInt64(bitPattern: Int64(number)), &writer)
        }
    }

    private func varint(_ value: UInt64, _ writer: inout ReverseWriter) -> Bool {
        writer.varint(value)
        return value == 0
    }

    private func fixed(_ value: UInt64, _ writer: inout ReverseWriter) -> Bool {
        writer.fixed64(value)
        return value == 0
    }

    private func fixed(_ value: UInt32, _ writer: inout ReverseWriter) -> Bool {
        writer.fixed32(value)
        return value == 0
    }
}

private func wholeNumber(_ json: JSONValue) throws(JSONError) -> WholeNumber {
    switch json {
    case .number(let text), .string(let text):
        do throws(WholeNumber.Failure) {
            return try WholeNumber(text)
        } catch .outOfRange {
            throw JSONError("\(shortened(text)) is out of range")
        } catch {
            throw JSONError("expected a whole number")
        }
    default: throw JSONError("expected a whole number, not \(json.kind)")
    }
}

private func signed<Number: FixedWidthInteger>(_ json: JSONValue, as type: Number.Type) throws(JSONError) -> Number {
    guard let value = try wholeNumber(json).signed.flatMap(Number.init(exactly:)) else {
        throw JSONError("out of range: \(Number.min) to \(Number.max)")
    }
    return value
}

private func unsigned<Number: FixedWidthInteger>(_ json: JSONValue, as type: Number.Type) throws(JSONError) -> Number {
    guard let value = try wholeNumber(json).unsigned.flatMap(Number.init(exactly:)) else {
        throw JSONError("out of range: 0 to \(Number.max)")
    }
    return value
}

private func floatingPoint<Number: BinaryFloatingPoint & LosslessStringConvertible>(
    _ json: JSONValue
) throws(JSONError) -> Number {
    switch json {
    case .string("NaN"): return .nan
    case .string("Infinity"): return .infinity
    case .string("-Infinity"): return -.infinity
    case .number(let text), .string(let text):
        guard DecimalText(text) != nil, let value = Number(text) else { throw JSONError("expected a number") }
        guard value.isFinite else { throw JSONError("\(shortened(text)) is out of range") }
        return value
    default: throw JSONError("expected a number, not \(json.kind)")
    }
}

private func enumNumber(_ json: JSONValue, _ descriptor: EnumDescriptor) throws(JSONError) -> Int32 {
    guard case .string(let name) = json else { return try signed(json, as: Int32.self) }
    guard let number = descriptor.number(of: name) else {
        throw JSONError("\(descriptor.name) has no \(shortened(name))")
    }
    return number
}

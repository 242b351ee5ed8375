/// Writes a message's write functions, one or more for each field.
struct WriteEmitter {
    let message: SchemaMessage
    let names: SwiftNames
    let comments: [[Int]: String]

    func emit(_ out: inout SourceText) {
        for field in message.fields {
            out.blank()
            out.comment(comments[field.path])
            switch field.type {
            case .message: emitMessage(field, &out)
            case .string, .bytes: emitBytes(field, &out)
            default: if field.isRepeated { emitPacked(field, &out) } else { emitScalar(field, &out) }
            }
        }
    }

    private func function(_ field: SchemaField, _ prefix: String = "write") -> String {
        "\(prefix)\(capitalized(lowerCamelCase(field.name)))"
    }

    /// Whether a default value is left out.
    private func isImplicit(_ field: SchemaField) -> Bool { !field.hasPresence && !field.isRepeated }

    private func emitMessage(_ field: SchemaField, _ out: inout SourceText) {
        out.line("@inlinable")
        out.block(
            "public static func \(function(field))<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure)"
        ) { out in
            out.line("let mark = writer.mark()")
            out.line("try body(&writer)")
            out.line("writer.end(tag: \(field.tag), mark)")
        }
        out.blank()
        out.line("/// Ends the field whose \(names.type(field.typeName)) was written since the mark.")
        out.line("@inlinable")
        out.block(
            "public static func \(function(field, "end"))(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter)"
        ) {
            $0.line("writer.end(tag: \(field.tag), mark)")
        }
        out.blank()
        out.line("/// Copies a \(names.type(field.typeName)) that is bytes already.")
        out.line("@inlinable")
        out.block("public static func \(function(field))(_ value: RawSpan, to writer: inout ReverseWriter)") {
            $0.line("writer.field(tag: \(field.tag), value)")
        }
        if field.typeName == timestampName {
            out.blank()
            out.line("/// - Parameter milliseconds: since 1970-01-01T00:00:00Z.")
            out.line("@inlinable")
            out.block("public static func \(function(field))(milliseconds: Int64, to writer: inout ReverseWriter)") {
                out in
                out.line("let mark = writer.mark()")
                out.line("\(names.type(timestampName)).writeMilliseconds(milliseconds, to: &writer)")
                out.line("writer.end(tag: \(field.tag), mark)")
            }
        }
    }

    private func emitBytes(_ field: SchemaField, _ out: inout SourceText) {
        let types = field.type == .string ? ["RawSpan", "String"] : ["RawSpan"]
        for type in types {
            out.line("@inlinable")
            out.block("public static func \(function(field))(_ value: \(type), to writer: inout ReverseWriter)") {
                out in
                if isImplicit(field) { out.line("guard !value.isEmpty else { return }") }
                out.line("writer.field(tag: \(field.tag), value)")
            }
            out.blank()
        }
        out.line("/// Ends the field whose bytes were written since the mark.")
        out.line("@inlinable")
        out.block(
            "public static func \(function(field, "end"))(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter)"
        ) { out in
            if isImplicit(field) { out.line("guard writer.count(since: mark) > 0 else { return }") }
            out.line("writer.end(tag: \(field.tag), mark)")
        }
    }

    private func emitScalar(_ field: SchemaField, _ out: inout SourceText) {
        out.line("@inlinable")
        out.block(
            "public static func \(function(field))(_ value: \(field.type.swiftName), to writer: inout ReverseWriter)"
        ) { out in
            if isImplicit(field) {
                switch field.type {
                case .bool: out.line("guard value else { return }")
                // Negative zero is no default value.
                case .double, .float: out.line("guard value.bitPattern != 0 else { return }")
                default: out.line("guard value != 0 else { return }")
                }
            }
            out.line(scalar(field))
            out.line("writer.tag(\(field.tag))")
        }
        guard field.type == .enumeration else { return }
        out.blank()
        out.line("@inlinable")
        out.block(
            "public static func \(function(field))(_ value: \(names.type(field.typeName)), to writer: inout ReverseWriter)"
        ) {
            $0.line("\(function(field))(value.rawValue, to: &writer)")
        }
    }

    private func scalar(_ field: SchemaField) -> String {
        switch field.type {
        case .double: "writer.fixed64(value.bitPattern)"
        case .float: "writer.fixed32(value.bitPattern)"
        case .fixed64: "writer.fixed64(value)"
        case .sfixed64: "writer.fixed64(UInt64(bitPattern: value))"
        case .fixed32: "writer.fixed32(value)"
        case .sfixed32: "writer.fixed32(UInt32(bitPattern: value))"
        case .bool: "writer.byte(value ? 1 : 0)"
        case .sint32, .sint64: "writer.varint(zigzagEncoded(Int64(value)))"
        case .uint64: "writer.varint(value)"
        case .uint32: "writer.varint(UInt64(value))"
        // A negative int32 is written as the ten bytes of an int64.
        default: "writer.varint(UInt64(bitPattern: Int64(value)))"
        }
    }

    private func emitPacked(_ field: SchemaField, _ out: inout SourceText) {
        out.line("/// All elements, packed.")
        out.line("@inlinable")
        out.block(
            "public static func \(function(field))(_ values: some BidirectionalCollection<\(field.type.swiftName)>, to writer: inout ReverseWriter)"
        ) { out in
            out.line("guard !values.isEmpty else { return }")
            out.line("let mark = writer.mark()")
            out.line("for value in values.reversed() { \(scalar(field)) }")
            out.line("writer.end(tag: \(field.number << 3 | 2), mark)")
        }
        out.blank()
        out.line("/// Ends the field whose elements were written as varints since the mark, the last one first.")
        out.line("@inlinable")
        out.block(
            "public static func \(function(field, "end"))(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter)"
        ) { out in
            out.line("guard writer.count(since: mark) > 0 else { return }")
            out.line("writer.end(tag: \(field.number << 3 | 2), mark)")
        }
    }
}

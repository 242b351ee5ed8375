/// Writes a message's view: its fields, borrowed from the bytes, read in one pass.
struct ViewEmitter {
    let message: SchemaMessage
    let names: SwiftNames
    let comments: [[Int]: String]

    private var singularMessages: [SchemaField] {
        message.fields.filter { $0.type == .message && !$0.isRepeated && $0.realOneof == nil }
    }
    private func members(_ oneof: Int) -> [SchemaField] { message.fields.filter { $0.realOneof == oneof } }
    private var oneofs: [(index: Int, name: String)] {
        message.oneofs.enumerated().filter { !members($0.offset).isEmpty }.map {
            ($0.offset, lowerCamelCase($0.element))
        }
    }

    func emit(_ out: inout SourceText) {
        for oneof in oneofs { emitCases(of: oneof, &out) }
        out.line("/// The fields of a \(message.name), borrowed from its bytes.")
        out.block("public struct View: ~Escapable") { out in
            out.line("/// The message.")
            out.line("public let rawBytes: RawSpan")
            for field in message.fields where field.realOneof == nil { emitProperties(of: field, &out) }
            for oneof in oneofs { emitProperties(ofOneof: oneof, &out) }
            out.blank()
            emitInit(&out)
            for field in message.fields { emitAccessor(of: field, &out) }
            emitValidate(&out)
        }
    }

    private func emitCases(of oneof: (index: Int, name: String), _ out: inout SourceText) {
        out.line("/// Which field of `\(oneof.name)` is set; the raw value is its number.")
        out.block("@frozen public enum \(capitalized(oneof.name))Case: UInt32, Sendable, CaseIterable") { out in
            out.line("case notSet = 0")
            for field in members(oneof.index) {
                out.line("case \(escaped(lowerCamelCase(field.name))) = \(field.number)")
            }
        }
        out.blank()
    }

    private func emitProperties(of field: SchemaField, _ out: inout SourceText) {
        let name = lowerCamelCase(field.name)
        if field.isRepeated {
            out.line("@usableFromInline let \(name)Start: Int")
            out.line("/// How many elements `\(name)` has.")
            out.line("public let \(name)Count: Int")
            return
        }
        switch field.type {
        case .message:
            out.line("public let has\(capitalized(name)): Bool")
            out.line("public let \(name)Bytes: RawSpan")
        case .string, .bytes:
            if field.isProto3Optional { out.line("public let has\(capitalized(name)): Bool") }
            out.comment(comments[field.path])
            out.line("public let \(escaped(name)): RawSpan")
        default:
            out.comment(comments[field.path])
            if field.type == .enumeration {
                out.line("/// A number of `\(names.type(field.typeName))`, or one not known here.")
            }
            out.line("public let \(escaped(name)): \(field.type.swiftName)\(field.isProto3Optional ? "?" : "")")
        }
    }

    private func emitProperties(ofOneof oneof: (index: Int, name: String), _ out: inout SourceText) {
        out.line("public let \(oneof.name)Case: \(capitalized(oneof.name))Case")
        if members(oneof.index).contains(where: { $0.wireType == 2 }) {
            out.line("/// The set field's bytes, whichever it is.")
            out.line("public let \(oneof.name)Bytes: RawSpan")
        }
        if members(oneof.index).contains(where: { $0.wireType != 2 }) {
            out.line("@usableFromInline let \(oneof.name)Bits: UInt64")
        }
    }

    private func emitInit(_ out: inout SourceText) {
        out.line("/// Reads the message's own fields. What is in its submessages is read when they are.")
        out.line("@inlinable")
        out.line("@_lifetime(copy message)")
        out.block("public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError)") {
            out in
            out.line("var reader = try Reader(message, byteLimit: byteLimit)")
            for field in message.fields where field.realOneof == nil { emitLocals(of: field, &out) }
            for oneof in oneofs {
                out.line("var \(oneof.name)Case = \(capitalized(oneof.name))Case.notSet")
                if members(oneof.index).contains(where: { $0.wireType == 2 }) {
                    out.line("var \(oneof.name)Bytes = RawSpan()")
                }
                if members(oneof.index).contains(where: { $0.wireType != 2 }) {
                    out.line("var \(oneof.name)Bits: UInt64 = 0")
                }
            }
            out.block("fields: while true") { out in
                out.line("switch try reader.nextTag() {")
                out.line("case 0: break fields")
                for field in message.fields { emitRead(field, &out) }
                out.line("default: try reader.skip()")
                out.line("}")
            }
            out.line("self.rawBytes = message")
            for field in message.fields where field.realOneof == nil { emitAssignment(of: field, &out) }
            for oneof in oneofs {
                out.line("self.\(oneof.name)Case = \(oneof.name)Case")
                if members(oneof.index).contains(where: { $0.wireType == 2 }) {
                    out.line("self.\(oneof.name)Bytes = \(oneof.name)Bytes")
                }
                if members(oneof.index).contains(where: { $0.wireType != 2 }) {
                    out.line("self.\(oneof.name)Bits = \(oneof.name)Bits")
                }
            }
        }
    }

    private func emitLocals(of field: SchemaField, _ out: inout SourceText) {
        let local = "field\(field.number)"
        if field.isRepeated {
            out.line("var \(local)Start = 0, \(local)Count = 0")
            return
        }
        switch field.type {
        case .message:
            out.line("var \(local) = RawSpan(), has\(field.number) = false")
        case .string, .bytes:
            out.line("var \(local) = RawSpan()" + (field.isProto3Optional ? ", has\(field.number) = false" : ""))
        case .bool where !field.isProto3Optional:
            out.line("var \(local) = false")
        default:
            let type = field.type.swiftName
            out.line("var \(local): \(type)\(field.isProto3Optional ? "? = nil" : " = 0")")
        }
    }

    private func emitAssignment(of field: SchemaField, _ out: inout SourceText) {
        let name = lowerCamelCase(field.name)
        let local = "field\(field.number)"
        if field.isRepeated {
            out.line("self.\(name)Start = \(local)Start")
            out.line("self.\(name)Count = \(local)Count")
        } else if field.type == .message {
            out.line("self.has\(capitalized(name)) = has\(field.number)")
            out.line("self.\(name)Bytes = \(local)")
        } else {
            if field.isProto3Optional, field.wireType == 2 {
                out.line("self.has\(capitalized(name)) = has\(field.number)")
            }
            out.line("self.\(name) = \(local)")
        }
    }

    private func emitRead(_ field: SchemaField, _ out: inout SourceText) {
        let local = "field\(field.number)"
        out.line("case \(field.tag):  // \(field.name)")
        if let index = field.realOneof {
            let oneof = lowerCamelCase(message.oneofs[index])
            out.line("    guard \(oneof)Case == .notSet else { throw reader.failure(.duplicate) }")
            out.line("    \(oneof)Case = .\(escaped(lowerCamelCase(field.name)))")
            switch field.type {
            case .string: out.line("    \(oneof)Bytes = try reader.string()")
            case .bytes, .message: out.line("    \(oneof)Bytes = try reader.lengthDelimited()")
            default: out.line("    \(oneof)Bits = \(bits(field))")
            }
        } else if field.isRepeated {
            out.line("    if \(local)Count == 0 { \(local)Start = reader.fieldStart }")
            switch field.type {
            case .string: out.line("    _ = try reader.string()")
            case .bytes, .message: out.line("    _ = try reader.lengthDelimited()")
            default: out.line("    _ = try reader.varint()")
            }
            out.line("    \(local)Count += 1")
            if field.wireType == 0 {
                out.line("case \(field.number << 3 | 2):  // \(field.name), packed")
                out.line("    if \(local)Count == 0 { \(local)Start = reader.fieldStart }")
                out.line("    \(local)Count += try reader.packedVarints()")
            }
        } else {
            switch field.type {
            case .message:
                out.line("    guard !has\(field.number) else { throw reader.failure(.duplicate) }")
                out.line("    has\(field.number) = true")
                out.line("    \(local) = try reader.lengthDelimited()")
            case .string, .bytes:
                if field.isProto3Optional { out.line("    has\(field.number) = true") }
                out.line("    \(local) = try reader.\(field.type == .string ? "string" : "lengthDelimited")()")
            default:
                out.line("    \(local) = \(value(field, of: bits(field)))")
            }
        }
    }

    /// The expression that reads a scalar as 64 bits.
    private func bits(_ field: SchemaField) -> String {
        switch field.wireType {
        case 1: "try reader.fixed64()"
        case 5: "UInt64(try reader.fixed32())"
        default: "try reader.varint()"
        }
    }

    /// The expression for a scalar's value from its 64 bits.
    private func value(_ field: SchemaField, of bits: String) -> String {
        switch field.type {
        case .double: "Double(bitPattern: \(bits))"
        case .float: "Float(bitPattern: UInt32(truncatingIfNeeded: \(bits)))"
        case .uint64, .fixed64: bits
        case .int64, .sfixed64: "Int64(bitPattern: \(bits))"
        case .bool: "\(bits) != 0"
        case .sint64: "zigzagDecoded(\(bits))"
        case .sint32: "Int32(truncatingIfNeeded: zigzagDecoded(\(bits) & 0xffff_ffff))"
        default: "\(field.type.swiftName)(truncatingIfNeeded: \(bits))"
        }
    }

    private func emitAccessor(of field: SchemaField, _ out: inout SourceText) {
        let name = lowerCamelCase(field.name)
        let type = field.type == .message ? names.type(field.typeName) : ""
        if field.isRepeated {
            out.blank()
            out.comment(comments[field.path])
            let arguments =
                "rawBytes, \(field.wireType == 2 ? "tag: \(field.tag)" : "field: \(field.number)"), start: \(name)Start, count: \(name)Count"
            let list =
                switch field.type {
                case .message: "\(type).List"
                case .string, .bytes: "BytesList"
                default: "VarintList<\(field.type.swiftName)>"
                }
            out.line("@inlinable")
            out.block("public var \(escaped(name)): \(list)") { out in
                out.line("@_lifetime(copy self)")
                out.line(
                    "get { \(field.type == .message ? "\(list)(BytesList(\(arguments)))" : "\(list)(\(arguments))") }")
            }
        } else if let index = field.realOneof {
            let oneof = lowerCamelCase(message.oneofs[index])
            let condition = "\(oneof)Case == .\(escaped(name))"
            out.blank()
            out.comment(comments[field.path])
            out.line("@inlinable")
            switch field.type {
            case .message:
                out.line("@_lifetime(copy self)")
                out.block("public func \(escaped(name))() throws(ProtobufError) -> \(type).View?") { out in
                    out.line("guard \(condition) else { return nil }")
                    out.line("return try \(type).View(\(oneof)Bytes)")
                }
            case .string, .bytes:
                out.block("public var \(escaped(name)): RawSpan?") { out in
                    out.line("@_lifetime(copy self)")
                    out.line("get { \(condition) ? \(oneof)Bytes : nil }")
                }
            default:
                out.block("public var \(escaped(name)): \(field.type.swiftName)?") { out in
                    out.line("\(condition) ? \(value(field, of: "\(oneof)Bits")) : nil")
                }
            }
        } else if field.type == .message {
            out.blank()
            out.comment(comments[field.path])
            out.line("@inlinable")
            out.line("@_lifetime(copy self)")
            out.block("public func \(escaped(name))() throws(ProtobufError) -> \(type).View?") { out in
                out.line("guard has\(capitalized(name)) else { return nil }")
                out.line("return try \(type).View(\(name)Bytes)")
            }
        }
    }

    private func emitValidate(_ out: inout SourceText) {
        out.blank()
        out.line("/// Reads all submessages too, at every depth, so that their bytes may be passed on.")
        out.block("public func validate() throws(ProtobufError)") { out in
            for field in message.fields where field.type == .message {
                let name = escaped(lowerCamelCase(field.name))
                if field.isRepeated {
                    out.line("var list\(field.number) = \(name)")
                    out.line("while let element = try list\(field.number).next() { try element.validate() }")
                } else if field.realOneof == nil {
                    out.line("if let inner = try \(name)() { try inner.validate() }")
                }
            }
            for oneof in oneofs where members(oneof.index).contains(where: { $0.type == .message }) {
                out.line("switch \(oneof.name)Case {")
                for field in members(oneof.index) where field.type == .message {
                    out.line(
                        "case .\(escaped(lowerCamelCase(field.name))): try \(names.type(field.typeName)).View(\(oneof.name)Bytes).validate()"
                    )
                }
                let rest = members(oneof.index).filter { $0.type != .message }
                out.line(
                    "\((["notSet"] + rest.map { escaped(lowerCamelCase($0.name)) }).map { "." + $0 }.joined(separator: ", ").withCase): break"
                )
                out.line("}")
            }
        }
    }

    /// The iterator over a repeated field of this message.
    func emitList(_ out: inout SourceText) {
        out.line("/// The elements of a repeated \(message.name), in the order of the bytes.")
        out.block("public struct List: ~Escapable") { out in
            out.line("@usableFromInline var elements: BytesList")
            out.blank()
            out.line("@inlinable")
            out.line("@_lifetime(copy elements)")
            out.line("public init(_ elements: consuming BytesList) { self.elements = elements }")
            out.blank()
            out.line("/// How many are still to come.")
            out.line("@inlinable")
            out.line("public var count: Int { elements.count }")
            out.blank()
            out.line("@inlinable")
            out.line("@_lifetime(copy self)")
            out.block("public mutating func next() throws(ProtobufError) -> View?") { out in
                out.line("guard let bytes = try elements.next() else { return nil }")
                out.line("return try View(bytes)")
            }
        }
    }
}

extension String {
    fileprivate var withCase: String { "case " + self }
}

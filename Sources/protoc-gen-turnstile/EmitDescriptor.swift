/// Writes a message's static descriptor.
func emitDescriptor(of message: SchemaMessage, _ names: SwiftNames, _ out: inout SourceText) {
    let used = message.oneofs.indices.filter { index in message.fields.contains { $0.realOneof == index } }
    out.line("public static let descriptor = MessageDescriptor(")
    out.line("    name: \"\(message.fullName)\",")
    out.line("    oneofs: [\(used.map { "\"\(message.oneofs[$0])\"" }.joined(separator: ", "))],")
    out.line("    fields: [")
    for field in message.fields.sorted(by: { $0.number < $1.number }) {
        var type = ".\(field.type)"
        if field.type == .message { type = ".message({ \(names.type(field.typeName)).descriptor })" }
        if field.type == .enumeration { type = ".enumeration({ \(names.type(field.typeName)).descriptor })" }
        var text = "FieldDescriptor(\(field.number), \"\(field.name)\", json: \"\(field.jsonName)\", \(type)"
        if field.isRepeated { text += ", .repeated" }
        if field.isProto3Optional { text += ", .optional" }
        if let oneof = field.realOneof, let index = used.firstIndex(of: oneof) { text += ", oneof: \(index)" }
        out.line("        \(text)),")
    }
    out.line("    ])")
}

/// Writes an enum: its known values, and its descriptor.
func emitEnum(_ enumeration: SchemaEnum, comments: [[Int]: String], _ out: inout SourceText) {
    out.comment(comments[enumeration.path])
    out.block("@frozen public enum \(enumeration.name): Int32, Sendable, CaseIterable") { out in
        for (index, value) in enumeration.values.enumerated() {
            out.comment(comments[enumeration.path + [2, index]])
            out.line("case \(caseName(value.name, of: enumeration.name)) = \(value.number)")
        }
        out.blank()
        out.line("public static let descriptor = EnumDescriptor(")
        out.line("    name: \"\(enumeration.fullName)\",")
        out.line("    values: [")
        for value in enumeration.values { out.line("        (\"\(value.name)\", \(value.number)),") }
        out.line("    ])")
    }
}

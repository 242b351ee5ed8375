/// Writes, for the tests, functions that read each message by its view and write it again by its write functions: what
/// comes out is what protobuf's own implementation wrote, if every name leads to its field in both.
struct RewriteEmitter {
    let names: SwiftNames

    func files(_ messages: [SchemaMessage]) -> [GeneratedFile] {
        let sorted = messages.sorted { $0.fullName < $1.fullName }
        var out = SourceText()
        out.line("/// Reads the message of the type and writes it again, all that is in it too.")
        out.block(
            "func rewrite(_ bytes: RawSpan, as name: String, to writer: inout ReverseWriter) throws(ProtobufError)"
        ) { out in
            out.line("switch name {")
            for message in sorted {
                out.line("case \"\(message.fullName)\":")
                out.line("    try rewrite(\(names.type(message.fullName)).View(bytes), to: &writer)")
            }
            out.line("default: preconditionFailure(\"no message \\(name)\")")
            out.line("}")
        }
        out.line()
        out.line("/// Reads the message of the type, all that is in it too.")
        out.block("func validate(_ bytes: RawSpan, as name: String) throws(ProtobufError)") { out in
            out.line("switch name {")
            for message in sorted {
                out.line("case \"\(message.fullName)\": try \(names.type(message.fullName)).View(bytes).validate()")
            }
            out.line("default: preconditionFailure(\"no message \\(name)\")")
            out.line("}")
        }
        var blocks = [out.lines]
        for message in sorted { blocks.append(block(message)) }
        return split(blocks, stem: "Rewrite", imports: ["import Protobuf", "import Schemas"])
    }

    private func block(_ message: SchemaMessage) -> [String] {
        var out = SourceText()
        let type = names.type(message.fullName)
        out.block(
            "func rewrite(_ view: borrowing \(type).View, to writer: inout ReverseWriter) throws(ProtobufError)"
        ) { out in
            for field in message.fields.sorted(by: { $0.number > $1.number }) { emit(field, type, &out) }
        }
        return out.lines
    }

    private func emit(_ field: SchemaField, _ type: String, _ out: inout SourceText) {
        let name = lowerCamelCase(field.name)
        let write = "\(type).write\(capitalized(name))"
        let end = "\(type).end\(capitalized(name))"
        if field.isRepeated, field.wireType == 2 {
            out.block("for wanted in (0..<view.\(name)Count).reversed()") { out in
                out.line("var list = view.\(escaped(name)), index = 0")
                out.block("while let element = try list.next()") { out in
                    if field.type == .message {
                        out.block("if index == wanted") { out in
                            out.line("let mark = writer.mark()")
                            out.line("try rewrite(element, to: &writer)")
                            out.line("\(end)(mark, to: &writer)")
                        }
                    } else {
                        out.line("if index == wanted { \(write)(element, to: &writer) }")
                    }
                    out.line("index += 1")
                }
            }
        } else if field.isRepeated {
            out.line(
                "var list\(field.number) = view.\(escaped(name)), values\(field.number): [\(field.type.swiftName)] = []"
            )
            out.line("while let value = try list\(field.number).next() { values\(field.number).append(value) }")
            out.line("\(write)(values\(field.number), to: &writer)")
        } else if field.type == .message {
            out.block("if let inner = try view.\(escaped(name))()") { out in
                out.line("let mark = writer.mark()")
                out.line("try rewrite(inner, to: &writer)")
                out.line("\(end)(mark, to: &writer)")
            }
        } else if field.isProto3Optional, field.wireType == 2 {
            out.line("if view.has\(capitalized(name)) { \(write)(view.\(escaped(name)), to: &writer) }")
        } else if field.hasPresence {
            out.line("if let value = view.\(escaped(name)) { \(write)(value, to: &writer) }")
        } else {
            out.line("\(write)(view.\(escaped(name)), to: &writer)")
        }
    }
}

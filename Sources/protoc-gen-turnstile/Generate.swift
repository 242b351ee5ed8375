struct GeneratedFile {
    var name: String
    var content: String
}

/// A file longer than this is continued in another one.
private let linesMax = 1500

private let head = "// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate."

/// What is generated from the requested files: one Swift file of each or more, and the registry of all messages; with
/// the parameter `rewrite` what the tests of these need.
func generate(_ request: GeneratorRequest) throws(Refusal) -> [GeneratedFile] {
    let files = request.files.filter { request.filesToGenerate.contains($0.name) }
        .sorted { $0.name < $1.name }
    for file in files { try check(file) }
    guard ["", "rewrite"].contains(request.parameter) else { throw Refusal("parameter \(request.parameter)") }
    let messages = files.flatMap(\.messages).flatMap(\.withNested)
    try checkDepth(messages)
    let names = SwiftNames(request.files)
    let listed = Set(messages.flatMap(\.fields).filter { $0.isRepeated && $0.type == .message }.map(\.typeName))
    if request.parameter == "rewrite" { return RewriteEmitter(names: names).files(messages) }
    return files.flatMap { generate($0, names: names, listed: listed) } + [registry(files, messages, names)]
}

private func generate(_ file: SchemaFile, names: SwiftNames, listed: Set<String>) -> [GeneratedFile] {
    var blocks: [[String]] = []
    for enumeration in file.enums + file.messages.flatMap(\.withNested).flatMap(\.enums) {
        var out = SourceText()
        out.block("extension \(names.parent(of: enumeration.fullName))") {
            emitEnum(enumeration, comments: file.comments, &$0)
        }
        blocks.append(out.lines)
    }
    for message in file.messages.flatMap(\.withNested) {
        var out = SourceText()
        out.block("extension \(names.parent(of: message.fullName))") { out in
            out.comment(file.comments[message.path])
            out.block("public enum \(message.name)") { out in
                let view = ViewEmitter(message: message, names: names, comments: file.comments)
                view.emit(&out)
                if listed.contains(message.fullName) {
                    out.blank()
                    view.emitList(&out)
                }
                WriteEmitter(message: message, names: names, comments: file.comments).emit(&out)
                out.blank()
                emitDescriptor(of: message, names, &out)
            }
        }
        if message.fullName == timestampName {
            out.blank()
            emitTimestamp(&out)
        }
        blocks.append(out.lines)
    }
    return split(blocks, stem: file.name.split(separator: ".")[0].replacing("/"), imports: ["public import Protobuf"])
}

extension Substring {
    fileprivate func replacing(_ separator: Character) -> String {
        String(map { $0 == separator ? "_" : $0 })
    }
}

/// Puts the blocks into as few files as their lines allow.
func split(_ blocks: [[String]], stem: String, imports: [String]) -> [GeneratedFile] {
    var parts: [[String]] = []
    for block in blocks {
        if let last = parts.last, last.count + block.count < linesMax {
            parts[parts.count - 1] += [""] + block
        } else {
            parts.append([head, ""] + imports + [""] + block)
        }
    }
    return parts.enumerated().map { index, lines in
        let name = index == 0 ? "\(stem).swift" : "\(stem)_\(index + 1).swift"
        return GeneratedFile(name: name, content: lines.joined(separator: "\n") + "\n")
    }
}

private func registry(_ files: [SchemaFile], _ messages: [SchemaMessage], _ names: SwiftNames) -> GeneratedFile {
    var out = SourceText()
    out.line(head)
    out.line()
    out.line("public import Protobuf")
    out.line()
    for name in Set(files.map { namespace(ofPackage: $0.package) }).sorted() {
        let packages = Set(files.map(\.package)).filter { namespace(ofPackage: $0) == name }.sorted()
        out.line("/// The messages and enums of \(packages.map { "`\($0)`" }.joined(separator: " and ")).")
        out.line("public enum \(name) {}")
        out.line()
    }
    let sorted = messages.sorted { $0.fullName < $1.fullName }
    out.line("/// - Parameter name: with the package, for example `turnstile.v1.OrderEvent`.")
    out.block("public func descriptor(named name: String) -> MessageDescriptor?") { out in
        out.line("switch name {")
        for message in sorted { out.line("case \"\(message.fullName)\": \(names.type(message.fullName)).descriptor") }
        out.line("default: nil")
        out.line("}")
    }
    out.line()
    out.line("/// The full names of all messages, sorted.")
    out.line("public let messageNames: [String] = [")
    for message in sorted { out.line("    \"\(message.fullName)\",") }
    out.line("]")
    return GeneratedFile(name: "Registry.swift", content: out.lines.joined(separator: "\n") + "\n")
}

/// Timestamps in milliseconds, as the engine counts time.
private func emitTimestamp(_ out: inout SourceText) {
    let lines = """
        extension Proto.Timestamp.View {
            /// Milliseconds since 1970-01-01T00:00:00Z, what is finer cut off; nil where it is no timestamp: outside of the
            /// years 1 to 9999, or with nanoseconds below 0 or of a second and more.
            @inlinable
            public var milliseconds: Int64? {
                guard (-62_135_596_800...253_402_300_799).contains(seconds), (0..<1_000_000_000).contains(nanos) else {
                    return nil
                }
                return seconds * 1000 + Int64(nanos / 1_000_000)
            }
        }

        extension Proto.Timestamp {
            /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
            @inlinable
            public static func writeMilliseconds(_ milliseconds: Int64, to writer: inout ReverseWriter) {
                var (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
                if rest < 0 {
                    seconds -= 1
                    rest += 1000
                }
                writeNanos(Int32(truncatingIfNeeded: rest) * 1_000_000, to: &writer)
                writeSeconds(seconds, to: &writer)
            }
        }
        """
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) { out.line(String(line)) }
}

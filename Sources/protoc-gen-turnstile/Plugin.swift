internal import Glibc
internal import Protobuf

/// protoc's plugin protocol: a request on standard input, a response on standard output.
func runPlugin() {
    var writer = ReverseWriter()
    let record = writer.mark()
    do {
        let files = try generate(GeneratorRequest(readStandardInput()))
        for file in files.reversed() {
            writer.message(field: 15) { (writer: inout ReverseWriter) in
                writer.field(tag: 15 << 3 | WireType.bytes, file.content)
                writer.field(tag: 1 << 3 | WireType.bytes, file.name)
            }
        }
    } catch let refusal as Refusal {
        writer.field(tag: 1 << 3 | WireType.bytes, "not supported: \(refusal.reason)")
    } catch {
        writer.field(tag: 1 << 3 | WireType.bytes, "request: \(error)")
    }
    // FEATURE_PROTO3_OPTIONAL
    writer.varint(1)
    writer.tag(2 << 3 | WireType.varint)
    writeStandardOutput(writer.unsafeBytes(of: writer.finish(record)))
}

private func readStandardInput() -> [UInt8] {
    var input: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
        let count = read(STDIN_FILENO, &buffer, buffer.count)
        if count > 0 { input += buffer[..<count] } else if count == 0 || errno != EINTR { return input }
    }
}

private func writeStandardOutput(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 { rest = rest.dropFirst(count) } else if count == 0 || errno != EINTR { exit(1) }
    }
}

import Glibc

/// The whole file, or nil where it cannot be read.
func readFile(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return nil }
        if count == 0 { return bytes }
        bytes += buffer[0..<count]
    }
}

/// Writes a whole file, which is there for its owner alone.
func writeFile(_ path: String, _ bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
        throw CommandFailure(.failed, "cannot write \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    guard writeAll(bytes, to: descriptor) else { throw cannotWriteAll(of: path) }
}

/// Writes all bytes, however many the system takes at a time.
/// - Returns: false where it takes no more; `errno` says why.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
    }
    return true
}

/// Of a write that has just failed.
func cannotWriteAll(of path: String) -> CommandFailure {
    CommandFailure(.failed, "cannot write all of \(path): \(String(cString: strerror(errno)))")
}

/// Makes a new directory for its owner alone, under `TMPDIR` or else `/tmp`.
/// - Parameter name: what its name begins with.
/// - Returns: its path.
func makeTemporaryDirectory(_ name: String) throws -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/\(name).XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
        throw CommandFailure(
            .failed, "cannot make a directory under \(parent): \(String(cString: strerror(errno)))",
            todo: "set TMPDIR to a directory with room")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Removes a directory with all that is in it; what cannot be removed stays.
func removeDirectory(_ path: String) {
    if let listing = opendir(path) {
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            let inside = "\(path)/\(name)"
            if unlink(inside) != 0 { removeDirectory(inside) }
        }
        closedir(listing)
    }
    rmdir(path)
}

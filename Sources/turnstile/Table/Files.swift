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
    guard bytes.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == bytes.count else {
        throw CommandFailure(.failed, "cannot write all of \(path)")
    }
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

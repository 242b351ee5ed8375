internal import Glibc

/// Why a secret could not be read.
public struct SecretError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Reason: Sendable, Equatable {
        /// The name has other than letters, digits, `.`, `_`, `-`, begins with a dot, or is too long or empty.
        case unsafeName
        case absent
        case unreadable(errno: Int32)
        case notAFile
        case empty
        case tooLarge
    }
    public var name: String
    public var path: String
    public var reason: Reason

    public var description: String {
        switch reason {
        case .unsafeName:
            "secret name '\(name)' is not allowed: use 1 to 128 letters, digits, '.', '_' or '-', not beginning with '.'"
        case .absent: "secret '\(name)' is not there: put it into the file \(path)"
        case .unreadable(let code): "secret file \(path) cannot be read: \(String(cString: strerror(code)))"
        case .notAFile: "secret \(path) is not a regular file"
        case .empty: "secret file \(path) is empty"
        case .tooLarge: "secret file \(path) has more than \(SecretSource.bytesMax) bytes"
        }
    }
}

/// Reads secrets, one file each, and keeps them until their file changes. For one thread.
public final class SecretSource {
    /// A secret is short; more is a file that was put there by mistake.
    public static let bytesMax = 65_536

    private struct Stamp: Equatable {
        var device: UInt
        var inode: UInt
        var size: Int
        var modified: Int
        var modifiedNs: Int
        var changed: Int
        var changedNs: Int
    }

    private let directory: String
    private var known: [String: (stamp: Stamp, bytes: [UInt8])] = [:]

    public init(directory: String) {
        self.directory = directory
    }

    /// The secret's bytes: its file's, without one trailing newline.
    public func secret(named name: String) throws(SecretError) -> [UInt8] {
        let path = directory + "/" + name
        func failure(_ reason: SecretError.Reason) -> SecretError {
            known[name] = nil
            return SecretError(name: name, path: path, reason: reason)
        }
        guard Self.isSafe(name) else { throw failure(.unsafeName) }
        // Links are followed: Kubernetes mounts secrets through them.
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw failure(errno == ENOENT ? .absent : .unreadable(errno: errno))
        }
        let stamp = Self.stamp(status)
        if let held = known[name], held.stamp == stamp { return held.bytes }

        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw failure(.unreadable(errno: errno)) }
        defer { close(file) }
        guard fstat(file, &status) == 0 else { throw failure(.unreadable(errno: errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw failure(.notAFile) }
        var bytes = [UInt8](repeating: 0, count: Self.bytesMax + 2)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress! + count, $0.count - count) }
            if got < 0 {
                if errno == EINTR { continue }
                throw failure(.unreadable(errno: errno))
            }
            if got == 0 { break }
            count += got
        }
        if count > 0, bytes[count - 1] == UInt8(ascii: "\n") { count -= 1 }
        guard count <= Self.bytesMax else { throw failure(.tooLarge) }
        guard count > 0 else { throw failure(.empty) }
        bytes.removeLast(bytes.count - count)
        known[name] = (Self.stamp(status), bytes)
        return bytes
    }

    static func isSafe(_ name: String) -> Bool {
        guard (1...128).contains(name.utf8.count), name.utf8.first != UInt8(ascii: ".") else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }

    private static func stamp(_ status: stat) -> Stamp {
        Stamp(
            device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size),
            modified: status.st_mtim.tv_sec, modifiedNs: status.st_mtim.tv_nsec, changed: status.st_ctim.tv_sec,
            changedNs: status.st_ctim.tv_nsec)
    }
}

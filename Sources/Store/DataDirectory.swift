internal import Glibc

/// The lock of a process on its data directory: two processes on the same stores would destroy each other's work.
/// Held until the value ends.
public struct DataDirectory: ~Copyable, Sendable {
    public let path: String
    private let file: Int32

    /// Makes the directory where it is not there, and locks it.
    public init(locking path: String) throws(StoreError) {
        try Self.makeDirectory(path)
        let lock = path + "/lock"
        let file = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw .system(path: lock, doing: "opening the lock", code: errno) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(file)
            Glibc.close(file)
            guard code == EWOULDBLOCK else { throw .system(path: lock, doing: "locking", code: code) }
            throw .inUse(path: path, holderPID: holder)
        }
        // The pid is for the other one's message only; a lock that cannot be described is a lock nevertheless.
        let text = Array("\(getpid())\n".utf8)
        if ftruncate(file, 0) == 0 { _ = pwrite(file, text, text.count, 0) }
        self.path = path
        self.file = file
    }

    deinit { Glibc.close(file) }

    /// Where the store of a partition is.
    public static func storePath(in dataDirectory: String, partition: Int32) -> String {
        "\(dataDirectory)/partition-\(partition)"
    }

    /// The partitions that have a store here, in order.
    public static func partitions(in dataDirectory: String) -> [Int32] {
        guard let listing = opendir(dataDirectory) else { return [] }
        defer { closedir(listing) }
        var found: [Int32] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix("partition-"), let number = Int32(name.dropFirst(10)), number >= 0 else { continue }
            found.append(number)
        }
        return found.sorted()
    }

    private static func holder(_ file: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(file, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    /// Makes a directory and those above it.
    static func makeDirectory(_ path: String) throws(StoreError) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw .system(path: path, doing: "making the directory", code: ENOTDIR)
            }
            return
        }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeDirectory(String(path[..<slash]))
        }
        guard mkdir(path, 0o750) == 0 || errno == EEXIST else {
            throw .system(path: path, doing: "making the directory", code: errno)
        }
    }

    /// Makes what was created or renamed in a directory durable.
    static func synchronize(_ path: String) {
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        Glibc.close(directory)
    }
}

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
        names(in: dataDirectory).compactMap { name in
            name.hasPrefix("partition-") ? Int32(name.dropFirst(10)).flatMap { $0 >= 0 ? $0 : nil } : nil
        }.sorted()
    }

    /// What stands in a directory, in no order; nothing where it cannot be read.
    static func names(in directory: String) -> [String] {
        guard let listing = opendir(directory) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.filter { $0 != "." && $0 != ".." }
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

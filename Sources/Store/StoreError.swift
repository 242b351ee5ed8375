internal import CLMDB
internal import Glibc
public import Records

/// Why a store could not be opened, read or written. Each says what to do about it.
public enum StoreError: CheckpointStoreError, Sendable, Equatable, CustomStringConvertible {
    /// Its files cannot be trusted any more: set it aside and rebuild it from the changelog.
    case corrupt(path: String, detail: String)
    /// A stored state is not what was written: the checksum of this key (printable) differs.
    case checksumMismatch(path: String, key: String)
    /// The store belongs to another cluster, prefix or partition.
    case foreign(path: String, found: String, expected: String)
    /// Written by a newer build.
    case newerFormat(path: String, found: UInt32, known: UInt32)
    /// Nothing was changed; there is no room on the disk. Try again when there is.
    case diskFull(path: String)
    /// The store had to grow while readers held it. Nothing was changed; try again.
    case busy(path: String)
    /// A key that is empty or longer than the store takes.
    case keyLength(path: String, count: Int, max: Int)
    /// Another process holds the data directory.
    case inUse(path: String, holderPID: Int32?)
    /// There is no store to read.
    case absent(path: String)
    case closed(path: String)
    case system(path: String, doing: String, code: Int32)

    public var isMendedByRebuilding: Bool {
        switch self {
        case .corrupt, .checksumMismatch, .foreign, .newerFormat: true
        default: false
        }
    }

    /// Whether the same call may succeed later, with nothing else done here.
    public var isRetriable: Bool {
        switch self {
        case .diskFull, .busy: true
        default: false
        }
    }

    public var description: String {
        switch self {
        case .corrupt(let path, let detail):
            "store \(path) is damaged (\(detail)): it is to be set aside and rebuilt from the changelog"
        case .checksumMismatch(let path, let key):
            "store \(path) is damaged: the checksum of '\(key)' differs; it is to be set aside and rebuilt"
        case .foreign(let path, let found, let expected):
            "store \(path) belongs to '\(found)', not to '\(expected)': each installation needs a data directory of its own"
        case .newerFormat(let path, let found, let known):
            "store \(path) has format \(found), this build knows \(known): a newer build wrote it"
        case .diskFull(let path):
            "no room on the disk of store \(path): nothing was lost; make room, it goes on by itself"
        case .busy(let path): "store \(path) must grow but is being read for too long: nothing was lost, try again"
        case .keyLength(let path, let count, let max):
            "store \(path) takes keys of 1 to \(max) bytes, not of \(count)"
        case .inUse(let path, let pid):
            "data directory \(path) is in use by process \(pid.map { "\($0)" } ?? "unknown"): "
                + "stop that process, or set another data_dir"
        case .absent(let path): "there is no store at \(path)"
        case .closed(let path): "store \(path) is closed"
        case .system(let path, let doing, let code):
            "store \(path): \(doing) failed: \(String(cString: mdb_strerror(code)))"
        }
    }

    /// What a return code of LMDB means here.
    init(_ code: Int32, path: String, doing: String) {
        switch code {
        case MDB_VERSION_MISMATCH:
            self = .corrupt(path: path, detail: "\(doing): the files are of another version of LMDB")
        case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: path)
        case ENOENT: self = .absent(path: path)
        // What LMDB says of a handle whose last page could not be written, until it is opened anew.
        case MDB_PANIC: self = .system(path: path, doing: doing, code: EIO)
        case MDB_READERS_FULL, MDB_TLS_FULL, MDB_TXN_FULL, MDB_DBS_FULL: self = .system(path: path, doing: doing, code: code)
        case let code where code > 0: self = .system(path: path, doing: doing, code: code)
        // The rest is what no sound file leads to.
        default: self = .corrupt(path: path, detail: "\(doing): \(String(cString: mdb_strerror(code)))")
        }
    }
}

/// A key as text for messages: bytes that are not printable ASCII as `\xNN`.
func printable(_ key: UnsafeRawBufferPointer) -> String {
    var text = ""
    for byte in key {
        if (0x20..<0x7f).contains(byte), byte != UInt8(ascii: "\\") {
            text.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
    return text
}

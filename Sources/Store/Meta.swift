internal import CLMDB

/// What a store says about itself: format (4 bytes), partition (4), whether there was a checkpoint (1), its changelog
/// position (8) and time (8), identity, checksum (8); integers big-endian. The format comes first in every format to come.
struct Meta: Equatable {
    /// What the last checkpoint reached, and when it was written, in milliseconds since 1970.
    struct Reached: Equatable {
        var position: Int64
        var atMs: Int64
    }

    var format = PartitionStore.formatVersion
    var partition: Int32
    var reached: Reached?
    var identity: String

    private static let name = Array("store".utf8)

    init(partition: Int32, reached: Reached? = nil, identity: String) {
        self.partition = partition
        self.reached = reached
        self.identity = identity
    }

    func check(against expected: Meta, path: String) throws(StoreError) {
        guard identity == expected.identity, partition == expected.partition else {
            throw .foreign(
                path: path, found: "\(identity), partition \(partition)",
                expected: "\(expected.identity), partition \(expected.partition)")
        }
    }

    static func read(_ environment: Environment, in transaction: OpaquePointer) throws(StoreError) -> Meta? {
        var data = MDB_val()
        let code = name.withUnsafeBytes { name in
            var key = MDB_val(name)
            return mdb_get(transaction, environment.databases.meta, &key, &data)
        }
        if code == MDB_NOTFOUND { return nil }
        try environment.check(code, "reading its record of itself")
        let bytes = UnsafeRawBufferPointer(data)
        guard bytes.count >= 4 else {
            throw .corrupt(path: environment.path, detail: "its record of itself is cut off")
        }
        let format = UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))
        guard format <= PartitionStore.formatVersion else {
            throw .newerFormat(path: environment.path, found: format, known: PartitionStore.formatVersion)
        }
        guard format == PartitionStore.formatVersion else {
            throw .corrupt(path: environment.path, detail: "it has format \(format), which is no longer read")
        }
        guard bytes.count >= 33 else {
            throw .corrupt(path: environment.path, detail: "its record of itself is cut off")
        }
        let content = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 8)])
        let checksum = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: content.count, as: UInt64.self))
        guard checksum == self.checksum(content) else {
            throw .corrupt(path: environment.path, detail: "the checksum of its record of itself differs")
        }
        let reached = Reached(
            position: Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: 9, as: Int64.self)),
            atMs: Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: 17, as: Int64.self)))
        return Meta(
            partition: Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: 4, as: Int32.self)),
            reached: bytes[8] == 1 ? reached : nil, identity: String(decoding: content[25...], as: UTF8.self))
    }

    func write(_ environment: Environment, in transaction: OpaquePointer) throws(WriteFailure) {
        var bytes: [UInt8] = []
        withUnsafeBytes(of: format.bigEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: partition.bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(reached == nil ? 0 : 1)
        withUnsafeBytes(of: (reached?.position ?? 0).bigEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: (reached?.atMs ?? 0).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: identity.utf8)
        let checksum = bytes.withUnsafeBytes { Self.checksum($0) }
        withUnsafeBytes(of: checksum.bigEndian) { bytes.append(contentsOf: $0) }
        let code = Self.name.withUnsafeBytes { name in
            bytes.withUnsafeBytes { bytes in
                var key = MDB_val(name)
                var data = MDB_val(bytes)
                return mdb_put(transaction, environment.databases.meta, &key, &data, 0)
            }
        }
        guard code == MDB_SUCCESS else { throw .code(code) }
    }

    private static func checksum(_ content: UnsafeRawBufferPointer) -> UInt64 {
        name.withUnsafeBytes { Checksum.of(key: $0, due: 0, value: content) }
    }
}

internal import Glibc

/// Checks the structure of a store's file without LMDB, which trusts it: a damaged page there ends the process instead
/// of giving an error. Follows every page from the tables' roots, within bounds, and holds the list of free pages
/// against what is in use. What the states say is left to their checksums (`PartitionStore.verify`).
///
/// The layout is that of LMDB 0.9 with 64-bit page numbers (data version 1), in this machine's byte order.
struct FileCheck {
    /// What is wrong; nil from `check` where nothing is.
    struct Damage: Error {
        var detail: String
    }

    private struct Table {
        static let byteCount = 48
        var root: UInt64
        var depth: UInt16
        var flags: UInt16
    }

    private static let magic: UInt32 = 0xbeef_c0de
    private static let noPage = UInt64.max
    private static let headerBytes = 16

    private let bytes: UnsafeRawBufferPointer
    private var pageBytes = 4096
    private var pageCount: UInt64 = 0
    private var isUsed: [Bool] = []

    /// Maps the file and checks it. The caller sees to it that nobody writes it meanwhile.
    /// - Returns: what is wrong with it, if something is.
    static func check(path: String) throws(StoreError) -> String? {
        let name = path + "/data.mdb"
        let file = open(name, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw errno == ENOENT ? .absent(path: path) : .system(path: path, doing: "opening to check", code: errno)
        }
        defer { Glibc.close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .system(path: path, doing: "looking at the file", code: errno) }
        let length = Int(status.st_size)
        guard length > 0 else { return "an empty file" }
        try readThrough(file, path: path)
        guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw .system(path: path, doing: "mapping the file", code: errno)
        }
        defer { munmap(start, length) }
        var check = FileCheck(UnsafeRawBufferPointer(start: start, count: length))
        do throws(Damage) {
            try check.run()
            return nil
        } catch { return error.detail }
    }

    /// What the disk cannot give is an error here; in mapped memory it would be the end of the process.
    private static func readThrough(_ file: Int32, path: String) throws(StoreError) {
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(file, &chunk, chunk.count)
            if count == 0 { return }
            guard count > 0 || errno == EINTR else {
                throw .system(path: path, doing: "reading to check", code: errno)
            }
        }
    }

    private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private mutating func run() throws(Damage) {
        let (free, main) = try newestMeta()
        isUsed = [Bool](repeating: false, count: Int(pageCount))
        isUsed[0] = true
        isUsed[1] = true
        var names: [Table] = []
        try follow(main, holdsTables: true) { _, data in names.append(Self.table(data)) }
        for table in names { try follow(table, holdsTables: false) { _, _ in } }
        var freePages: [UInt64] = []
        var badList = false
        try follow(free, holdsTables: false) { key, data in
            guard key.count == 8, data.count >= 8 else { return badList = true }
            let count = data.loadUnaligned(as: UInt64.self)
            guard count < UInt64(data.count / 8) else { return badList = true }
            for index in 0..<Int(count) {
                freePages.append(data.loadUnaligned(fromByteOffset: 8 + 8 * index, as: UInt64.self))
            }
        }
        if badList { throw Damage(detail: "the list of free pages cannot be read") }
        for page in freePages { try take(page, "a free page") }
    }

    // MARK: The two meta pages

    private mutating func newestMeta() throws(Damage) -> (free: Table, main: Table) {
        guard bytes.count >= 2 * 512 else { throw Damage(detail: "the file is cut off") }
        // The free list's table keeps the page size where other tables have nothing.
        let size = bytes.loadUnaligned(fromByteOffset: Self.headerBytes + 24, as: UInt32.self)
        guard size >= 512, size <= 65_536, size & (size - 1) == 0, bytes.count >= 2 * Int(size) else {
            throw Damage(detail: "a page size of \(size)")
        }
        pageBytes = Int(size)
        var newest: (transaction: UInt64, free: Table, main: Table, last: UInt64)?
        for number in 0..<2 {
            let page = page(UInt64(number))
            let meta = UnsafeRawBufferPointer(rebasing: page[Self.headerBytes...])
            guard page.loadUnaligned(fromByteOffset: 10, as: UInt16.self) & 8 != 0,
                meta.loadUnaligned(as: UInt32.self) == Self.magic,
                meta.loadUnaligned(fromByteOffset: 4, as: UInt32.self) == 1,
                meta.loadUnaligned(fromByteOffset: 24, as: UInt32.self) == size
            else { throw Damage(detail: "meta page \(number) is none") }
            let transaction = meta.loadUnaligned(fromByteOffset: 128, as: UInt64.self)
            if newest.map({ $0.transaction < transaction }) ?? true {
                newest = (
                    transaction, Self.table(UnsafeRawBufferPointer(rebasing: meta[24..<72])),
                    Self.table(UnsafeRawBufferPointer(rebasing: meta[72..<120])),
                    meta.loadUnaligned(fromByteOffset: 120, as: UInt64.self)
                )
            }
        }
        guard let newest, newest.last >= 1, newest.last < UInt64(bytes.count / pageBytes) else {
            throw Damage(detail: "the file is shorter than its table of contents says")
        }
        pageCount = newest.last + 1
        return (newest.free, newest.main)
    }

    private static func table(_ bytes: UnsafeRawBufferPointer) -> Table {
        Table(
            root: bytes.loadUnaligned(fromByteOffset: 40, as: UInt64.self),
            depth: bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self),
            flags: bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
    }

    private func page(_ number: UInt64) -> UnsafeRawBufferPointer {
        let start = Int(number) * pageBytes
        return UnsafeRawBufferPointer(rebasing: bytes[start..<(start + pageBytes)])
    }

    private mutating func take(_ number: UInt64, _ what: String) throws(Damage) {
        guard number >= 2, number < pageCount else { throw Damage(detail: "\(what) has the number \(number)") }
        guard !isUsed[Int(number)] else { throw Damage(detail: "page \(number) is in use twice") }
        isUsed[Int(number)] = true
    }

    // MARK: One table's pages

    private mutating func follow(
        _ table: Table, holdsTables: Bool, _ entry: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Void
    ) throws(Damage) {
        guard table.root != Self.noPage else { return }
        // 0x04: duplicate keys. No table here has them, and their pages look otherwise.
        guard table.depth >= 1, table.depth <= 32, table.flags & 0x34 == 0 else {
            throw Damage(detail: "a table that cannot be")
        }
        let isFreeList = table.flags & 0x08 != 0
        var last: UnsafeRawBufferPointer?
        var open: [(page: UInt64, depth: UInt16)] = [(table.root, 1)]
        while let (number, depth) = open.popLast() {
            try take(number, "a page")
            let page = page(number)
            guard page.loadUnaligned(as: UInt64.self) == number else {
                throw Damage(detail: "page \(number) says that it is another")
            }
            let flags = page.loadUnaligned(fromByteOffset: 10, as: UInt16.self)
            let isLeaf = depth == table.depth
            guard flags == (isLeaf ? 2 : 1) else { throw Damage(detail: "page \(number) is of another kind") }
            let nodes = try nodes(of: page, number)
            guard nodes.count >= (isLeaf ? 1 : 2) else { throw Damage(detail: "page \(number) holds too little") }
            var children: [UInt64] = []
            for node in nodes {
                if isLeaf {
                    let (key, data) = try leaf(page, node, number, holdsTables: holdsTables)
                    if let last, !(isFreeList ? Self.precedes(last, key) : last.lexicographicallyPrecedes(key)) {
                        throw Damage(detail: "page \(number) is out of order")
                    }
                    last = key
                    entry(key, data)
                } else {
                    let words = (0..<3).map { page.loadUnaligned(fromByteOffset: node + 2 * $0, as: UInt16.self) }
                    _ = try key(page, node, number)
                    children.append(UInt64(words[0]) | UInt64(words[1]) << 16 | UInt64(words[2]) << 32)
                }
            }
            for child in children.reversed() { open.append((child, depth + 1)) }
        }
    }

    private static func precedes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        guard a.count == 8, b.count == 8 else { return false }
        return a.loadUnaligned(as: UInt64.self) < b.loadUnaligned(as: UInt64.self)
    }

    /// Where the page's nodes begin, each within the page.
    private func nodes(of page: UnsafeRawBufferPointer, _ number: UInt64) throws(Damage) -> [Int] {
        let lower = Int(page.loadUnaligned(fromByteOffset: 12, as: UInt16.self))
        let upper = Int(page.loadUnaligned(fromByteOffset: 14, as: UInt16.self))
        guard lower >= Self.headerBytes, lower % 2 == 0, lower <= upper, upper <= pageBytes else {
            throw Damage(detail: "page \(number) has no order")
        }
        var nodes: [Int] = []
        for place in stride(from: Self.headerBytes, to: lower, by: 2) {
            let node = Int(page.loadUnaligned(fromByteOffset: place, as: UInt16.self))
            guard node >= upper, node + 8 <= pageBytes, node % 2 == 0 else {
                throw Damage(detail: "page \(number) has an entry outside of itself")
            }
            nodes.append(node)
        }
        return nodes
    }

    private func key(
        _ page: UnsafeRawBufferPointer, _ node: Int, _ number: UInt64
    ) throws(Damage) -> UnsafeRawBufferPointer {
        let count = Int(page.loadUnaligned(fromByteOffset: node + 6, as: UInt16.self))
        guard count <= 511, node + 8 + count <= pageBytes else {
            throw Damage(detail: "page \(number) has a key beyond its end")
        }
        return UnsafeRawBufferPointer(rebasing: page[(node + 8)..<(node + 8 + count)])
    }

    private mutating func leaf(
        _ page: UnsafeRawBufferPointer, _ node: Int, _ number: UInt64, holdsTables: Bool
    ) throws(Damage) -> (key: UnsafeRawBufferPointer, data: UnsafeRawBufferPointer) {
        let key = try key(page, node, number)
        let low = page.loadUnaligned(fromByteOffset: node, as: UInt16.self)
        let high = page.loadUnaligned(fromByteOffset: node + 2, as: UInt16.self)
        let flags = page.loadUnaligned(fromByteOffset: node + 4, as: UInt16.self)
        let count = Int(low) | Int(high) << 16
        let start = node + 8 + key.count
        guard flags == (holdsTables ? 2 : 0) || (!holdsTables && flags == 1) else {
            throw Damage(detail: "page \(number) has an entry of another kind")
        }
        if flags != 1 {
            guard start + count <= pageBytes, !holdsTables || count == Table.byteCount else {
                throw Damage(detail: "page \(number) has an entry beyond its end")
            }
            return (key, UnsafeRawBufferPointer(rebasing: page[start..<(start + count)]))
        }
        guard start + 8 <= pageBytes else { throw Damage(detail: "page \(number) has an entry beyond its end") }
        let first = page.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        let pages = UInt64((count + Self.headerBytes + pageBytes - 1) / pageBytes)
        try take(first, "an overflow page")
        let head = self.page(first)
        guard head.loadUnaligned(as: UInt64.self) == first,
            head.loadUnaligned(fromByteOffset: 10, as: UInt16.self) == 4,
            UInt64(head.loadUnaligned(fromByteOffset: 12, as: UInt32.self)) == pages
        else { throw Damage(detail: "overflow page \(first) is none") }
        for following in 1..<max(1, pages) { try take(first + following, "an overflow page") }
        let begin = Int(first) * pageBytes + Self.headerBytes
        return (key, UnsafeRawBufferPointer(rebasing: bytes[begin..<(begin + count)]))
    }
}

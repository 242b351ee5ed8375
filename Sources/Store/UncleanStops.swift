internal import Glibc

/// Counts how often in a row a store was open when its process ended. A damaged page can end the process each time
/// that LMDB touches it; after some such ends the whole file is checked before it is opened again, so that such a store
/// is found damaged, set aside and rebuilt instead of stopping its partition for ever. A check reads the whole file,
/// which is why it is not made each time.
enum UncleanStops {
    static let countMax = 5

    /// - Throws: `corrupt`, where the check was due and found something.
    static func begin(_ path: String) throws(StoreError) {
        let count = read(path)
        guard count >= countMax, access(path + "/data.mdb", F_OK) == 0 else { return write(count + 1, path) }
        if let damage = try FileCheck.check(path: path) { throw .corrupt(path: path, detail: damage) }
        write(1, path)
    }

    static func end(_ path: String) {
        unlink(name(path))
    }

    private static func name(_ path: String) -> String { path + "/unclean" }

    /// A file of as many bytes.
    private static func read(_ path: String) -> Int {
        var status = stat()
        return stat(name(path), &status) == 0 ? Int(status.st_size) : 0
    }

    private static func write(_ count: Int, _ path: String) {
        let file = open(name(path), O_WRONLY | O_CREAT | O_CLOEXEC, 0o640)
        guard file >= 0 else { return }
        ftruncate(file, count)
        close(file)
    }
}

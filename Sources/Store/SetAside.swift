internal import Glibc

/// A store that could not be used and was renamed, so that a new one can be made.
public struct SetAside: Sendable, Equatable {
    /// How many a partition keeps: each has buyers' data in it, and takes as much of the disk as the store itself.
    public static let keptMax = 2

    /// Where it is now.
    public var path: String
    /// Older ones of the partition that were removed.
    public var removed: [String] = []
}

extension PartitionStore {
    /// Renames a store that cannot be used; of what was set aside before, the newest are kept.
    /// - Parameter path: the partition's folder (`DataDirectory.storePath`); the store must be closed.
    @discardableResult
    public static func setAside(_ path: String) throws(StoreError) -> SetAside {
        guard !OpenStore.contains(path) else { throw .busy(path: path) }
        guard let slash = path.lastIndex(of: "/") else { throw .absent(path: path) }
        let directory = String(path[..<slash])
        let prefix = path[path.index(after: slash)...] + ".aside-"
        let earlier = DataDirectory.names(in: directory).compactMap { name in
            name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)) : nil
        }.sorted()
        var aside = SetAside(path: "\(path).aside-\((earlier.last ?? 0) + 1)")
        guard rename(path, aside.path) == 0 else {
            throw .system(path: path, doing: "setting it aside", code: errno)
        }
        for number in earlier.dropLast(SetAside.keptMax - 1) {
            let old = "\(path).aside-\(number)"
            // One that cannot be removed is no reason not to go on.
            if removeFolder(old) { aside.removed.append(old) }
        }
        DataDirectory.synchronize(directory)
        return aside
    }

    /// Removes a folder and the files in it.
    private static func removeFolder(_ path: String) -> Bool {
        for name in DataDirectory.names(in: path) { unlink("\(path)/\(name)") }
        return rmdir(path) == 0
    }
}

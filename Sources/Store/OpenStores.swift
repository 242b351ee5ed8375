internal import Synchronization

/// The stores that this process has open for writing. A second one on the same files would destroy LMDB's own locks, and
/// two workers could each take a partition for theirs for a moment: the one that has lost it may not have let go yet.
final class OpenStore: Sendable {
    private static let paths = Mutex<Set<String>>([])

    private let path: String
    private let isHeld = Atomic(true)

    init(_ path: String) throws(StoreError) {
        guard Self.paths.withLock({ $0.insert(path).inserted }) else { throw .busy(path: path) }
        self.path = path
    }

    static func contains(_ path: String) -> Bool { paths.withLock { $0.contains(path) } }

    /// The files are closed.
    func release() {
        guard isHeld.exchange(false, ordering: .relaxed) else { return }
        _ = Self.paths.withLock { $0.remove(path) }
    }

    deinit { release() }
}

public import Orders
internal import Synchronization

/// One version of the directory, as decisions see it. Never changes.
public final class DirectorySnapshot: Sendable {
    public let directory: Directory
    public var version: Int64 { directory.version }

    public init(_ directory: Directory) { self.directory = directory }
}

/// Hands the newest version of the directory from the thread that reads it to the workers.
public final class DirectoryHolder: Sendable {
    private struct State {
        var snapshot: DirectorySnapshot?
        /// Changes with every new snapshot.
        var generation: UInt64 = 0
    }

    private let state = Mutex(State())
    private let generationNow = Atomic<UInt64>(0)

    public init() {}

    /// The newest version; nil until the topic has been read to its end once: a partition takes no input before.
    public var snapshot: DirectorySnapshot? { state.withLock { $0.snapshot } }

    /// Changes whenever there is a new version; asked before every batch, so it takes no lock.
    public var generation: UInt64 { generationNow.load(ordering: .acquiring) }

    public func publish(_ snapshot: DirectorySnapshot) {
        state.withLock {
            $0.snapshot = snapshot
            $0.generation &+= 1
            generationNow.store($0.generation, ordering: .releasing)
        }
    }
}

import Foundation

/// Something that happens once.
public final class Once: @unchecked Sendable {
    private let lock = NSLock()
    private var isTaken = false

    public init() {}

    /// Whether it is now that it happens.
    public func take() -> Bool {
        lock.withLock {
            defer { isTaken = true }
            return !isTaken
        }
    }
}

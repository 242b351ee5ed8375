internal import Glibc

/// A thread of the operating system: what blocks on a broker or a disk does not run on Swift's own pool.
public final class Thread: Sendable {
    private let thread: pthread_t

    /// - Parameter name: as debuggers and `top -H` show it, cut to 15 bytes.
    public init(_ name: String, _ body: @escaping @Sendable () -> Void) {
        let start = Unmanaged.passRetained(Start(name: name, body: body))
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                nameThisThread(start.name)
                start.body()
                return nil
            }, start.toOpaque())
        // Out of threads or memory: there is nothing to go on with.
        guard code == 0 else { fatalError("cannot start the thread \(name): \(String(cString: strerror(code)))") }
        self.thread = thread
    }

    /// Waits until its body has returned. Once only.
    public func join() { pthread_join(thread, nil) }

    private final class Start {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }
}

/// The kernel's name of the calling thread; `pthread_setname_np` does not reach Swift.
private func nameThisThread(_ name: String) {
    let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    let bytes = Array(name.utf8.prefix(15))
    _ = write(file, bytes, bytes.count)
    close(file)
}

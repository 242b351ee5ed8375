internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// A small HTTP/1.1 server for operations, on threads of its own. It answers GET and HEAD only, reads no bodies, and
/// bounds what a client may take: memory and time of a connection, and their number.
///
/// Bound to loopback it answers only requests that name a loopback host, so that no web page which a person opens can
/// read from it under another name.
public final class Server: Sendable {
    public struct Limits: Sendable {
        /// Of a request's head and of what is buffered for the answer, per connection.
        public var connectionBytes = 32_768
        public var connections = 64
        /// Without a byte either way a connection is closed after this.
        public var idleTimeoutSeconds = 10

        public init() {}
    }

    /// The port that is listened on: the one asked for, or the one that the system chose for 0.
    public let port: UInt16
    private let dispatcher: Dispatcher
    private let daemon: Mutex<Handle?>

    private struct Handle: @unchecked Sendable {
        var daemon: OpaquePointer
    }

    /// Listens at once.
    public init(address: String, routes: [Route], limits: Limits = Limits()) throws(ServerError) {
        let parsed = try ListenAddress(address)
        let (listener, port) = try parsed.listen(address)
        dispatcher = Dispatcher(routes: routes, isLoopback: parsed.isLoopback)
        self.port = port
        let closure = Unmanaged.passUnretained(dispatcher).toOpaque()
        let completed: MHD_RequestCompletedCallback = { closure, _, state, _ in Dispatcher.completed(closure, state) }
        let unescape: @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<CChar>?) -> Int = {
            // Left as it is: whether a slash was escaped matters when the path is cut.
            _, _, text in text.map { strlen($0) } ?? 0
        }
        let options = [
            MHD_OptionItem(option: .LISTEN_SOCKET, value: Int(listener), ptr_value: nil),
            MHD_OptionItem(
                option: .CONNECTION_MEMORY_LIMIT, value: limits.connectionBytes, ptr_value: nil),
            MHD_OptionItem(option: .CONNECTION_LIMIT, value: limits.connections, ptr_value: nil),
            MHD_OptionItem(option: .CONNECTION_TIMEOUT, value: limits.idleTimeoutSeconds, ptr_value: nil),
            MHD_OptionItem(option: .STRICT_FOR_CLIENT, value: 1, ptr_value: nil),
            MHD_OptionItem(
                option: .NOTIFY_COMPLETED, value: unsafeBitCast(completed, to: Int.self), ptr_value: closure),
            MHD_OptionItem(
                option: .UNESCAPE_CALLBACK, value: unsafeBitCast(unescape, to: Int.self), ptr_value: nil),
            MHD_OptionItem(option: .END, value: 0, ptr_value: nil),
        ]
        let started = options.withUnsafeBufferPointer { options -> OpaquePointer? in
            guard let items = options.baseAddress else { return nil }
            return withVaList([
                Int32(bitPattern: MHD_OPTION.ARRAY.rawValue), items, Int32(bitPattern: MHD_OPTION.END.rawValue),
            ]) {
                MHD_start_daemon_va(
                    UInt32(MHD_USE_AUTO_INTERNAL_THREAD.rawValue), 0, nil, nil,
                    { closure, connection, target, method, _, _, size, state in
                        Dispatcher.answer(closure, connection, target, method, size, state)
                    }, closure, $0)
            }
        }
        guard let started else {
            close(listener)
            throw ServerError(address: address, reason: "cannot start: \(String(cString: strerror(errno)))")
        }
        daemon = Mutex(Handle(daemon: started))
    }

    deinit { stop() }

    /// Takes no new connections, lets the requests under way end, then closes. Returns when all of it is done.
    public func stop(timeoutMs: Int = 2000) {
        let handle = daemon.withLock { held in
            defer { held = nil }
            return held
        }
        guard let handle else { return }
        let listener = MHD_quiesce_daemon(handle.daemon)
        dispatcher.waitUntilIdle(timeoutMs: timeoutMs)
        MHD_stop_daemon(handle.daemon)
        if listener >= 0 { close(listener) }
    }
}

internal import CMicrohttpd
internal import Glibc

/// Answers what libmicrohttpd hands over, by the routes.
final class Dispatcher: @unchecked Sendable {
    private let routes: [Route]
    private let isLoopback: Bool
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let ended: UnsafeMutablePointer<pthread_cond_t>
    /// Requests whose answer is not yet sent; guarded by `mutex`.
    private var underWay = 0

    init(routes: [Route], isLoopback: Bool) {
        self.routes = routes
        self.isLoopback = isLoopback
        mutex = .allocate(capacity: 1)
        ended = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(ended, nil)
    }

    deinit {
        pthread_cond_destroy(ended)
        pthread_mutex_destroy(mutex)
        ended.deallocate()
        mutex.deallocate()
    }

    func waitUntilIdle(timeoutMs: Int) {
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        deadline.tv_sec += timeoutMs / 1000
        deadline.tv_nsec += timeoutMs % 1000 * 1_000_000
        if deadline.tv_nsec >= 1_000_000_000 {
            deadline.tv_sec += 1
            deadline.tv_nsec -= 1_000_000_000
        }
        pthread_mutex_lock(mutex)
        while underWay > 0, pthread_cond_timedwait(ended, mutex, &deadline) != ETIMEDOUT {}
        pthread_mutex_unlock(mutex)
    }

    private func count(_ change: Int) {
        pthread_mutex_lock(mutex)
        underWay += change
        if underWay == 0 { pthread_cond_broadcast(ended) }
        pthread_mutex_unlock(mutex)
    }

    // MARK: Called by libmicrohttpd

    static func completed(
        _ closure: UnsafeMutableRawPointer?, _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    ) {
        guard let closure, state?.pointee != nil else { return }
        state?.pointee = nil
        Unmanaged<Dispatcher>.fromOpaque(closure).takeUnretainedValue().count(-1)
    }

    /// Called once with the head of a request and again until it is answered.
    static func answer(
        _ closure: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ target: UnsafePointer<CChar>?,
        _ method: UnsafePointer<CChar>?, _ bodyBytes: UnsafeMutablePointer<Int>?,
        _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    ) -> MHD_Result {
        guard let closure, let connection, let target, let method, let state else { return .NO }
        let dispatcher = Unmanaged<Dispatcher>.fromOpaque(closure).takeUnretainedValue()
        let isGet = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0
        if state.pointee == nil {
            state.pointee = closure
            dispatcher.count(1)
            // A body is not read: the answer goes out at once, and the connection closes with it.
            if !isGet || announcesBody(connection) {
                return send(dispatcher.refusal(String(cString: target), isGet: isGet), connection)
            }
            return .YES
        }
        if let bodyBytes, bodyBytes.pointee > 0 {
            bodyBytes.pointee = 0
            return .YES
        }
        return send(dispatcher.respond(String(cString: target), connection), connection)
    }

    private static func announcesBody(_ connection: OpaquePointer) -> Bool {
        if header("Transfer-Encoding", connection) != nil { return true }
        guard let length = header("Content-Length", connection) else { return false }
        return length != "0"
    }

    private static func header(_ name: String, _ connection: OpaquePointer) -> String? {
        MHD_lookup_connection_value(connection, MHD_ValueKind.HEADER_KIND, name).map { String(cString: $0) }
    }

    // MARK: Answers

    private func refusal(_ target: String, isGet: Bool) -> Response {
        if isGet { return .text("a body is not taken here\n", status: 400) }
        guard let segments = RequestTarget.segments(target) else { return .text("not a path\n", status: 400) }
        guard routes.contains(where: { $0.match(segments) != nil }) else { return Self.absent }
        var response = Response.text("only GET and HEAD\n", status: 405)
        response.headers.append(("Allow", "GET, HEAD"))
        return response
    }

    private static let absent = Response.text("nothing here\n", status: 404)

    private func respond(_ target: String, _ connection: OpaquePointer) -> Response {
        if isLoopback, let host = Self.header("Host", connection), !Self.isLoopback(host: host) {
            return .text("this address answers to loopback names only\n", status: 403)
        }
        guard let segments = RequestTarget.segments(target), let query = Self.query(connection) else {
            return .text("a bad escape, a control character or broken UTF-8\n", status: 400)
        }
        for route in routes {
            guard let parameters = route.match(segments) else { continue }
            return route.handler(
                Request(parameters: parameters, query: query, accept: Self.header("Accept", connection)))
        }
        return Self.absent
    }

    private static func isLoopback(host: String) -> Bool {
        var name = host.lowercased()[...]
        if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") { name = name[..<colon] }
        if name == "localhost" || name == "[::1]" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private final class Query {
        var pairs: [(name: String, value: String)] = []
        var isBroken = false
    }

    private static func query(_ connection: OpaquePointer) -> [(name: String, value: String)]? {
        let query = Query()
        MHD_get_connection_values(
            connection, MHD_ValueKind.GET_ARGUMENT_KIND,
            { closure, _, name, value in
                guard let closure else { return .NO }
                let query = Unmanaged<Query>.fromOpaque(closure).takeUnretainedValue()
                let texts = [name, value].map { text in
                    text.map { RequestTarget.decode(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? ""
                }
                guard let name = texts[0], let value = texts[1] else {
                    query.isBroken = true
                    return .NO
                }
                query.pairs.append((name, value))
                return .YES
            }, Unmanaged.passUnretained(query).toOpaque())
        return query.isBroken ? nil : query.pairs
    }

    private static func send(_ answer: Response, _ connection: OpaquePointer) -> MHD_Result {
        let made = answer.body.withUnsafeBytes { body in
            MHD_create_response_from_buffer(
                body.count, UnsafeMutableRawPointer(mutating: body.baseAddress),
                MHD_ResponseMemoryMode.RESPMEM_MUST_COPY)
        }
        guard let response = made else { return .NO }
        defer { MHD_destroy_response(response) }
        MHD_add_response_header(response, "Content-Type", answer.contentType)
        MHD_add_response_header(response, "Cache-Control", "no-store")
        MHD_add_response_header(response, "X-Content-Type-Options", "nosniff")
        for header in answer.headers { MHD_add_response_header(response, header.name, header.value) }
        return MHD_queue_response(connection, UInt32(clamping: answer.status), response)
    }
}

internal import Glibc

/// Why the server could not start.
public struct ServerError: Error, Sendable, CustomStringConvertible {
    public var address: String
    public var reason: String

    public var description: String { "HTTP on \(address): \(reason)" }
}

/// An address to listen on: `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`, `0.0.0.0:8080`.
struct ListenAddress {
    let host: String
    let port: UInt16

    init(_ text: String) throws(ServerError) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            throw ServerError(address: text, reason: "not of the form host:port, such as 127.0.0.1:8080")
        }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        self.host = host == "localhost" ? "127.0.0.1" : host
        self.port = port
    }

    var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

    /// A listening socket, and the port that it got.
    func listen(_ text: String) throws(ServerError) -> (socket: Int32, port: UInt16) {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &found)
        guard code == 0, let found else {
            throw ServerError(
                address: text, reason: "'\(host)' is no IP address (\(String(cString: gai_strerror(code))))")
        }
        defer { freeaddrinfo(found) }
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let listener = socket(found.pointee.ai_family, kind, 0)
        guard listener >= 0 else { throw failure(text, "no socket") }
        var on: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        guard bind(listener, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0, Glibc.listen(listener, 64) == 0
        else {
            let error =
                errno == EADDRINUSE
                ? ServerError(address: text, reason: "the port is taken: set another http_address, or none")
                : failure(text, "cannot listen")
            close(listener)
            throw error
        }
        var bound = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let port = withUnsafeMutablePointer(to: &bound) { place -> UInt16 in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(listener, $0, &length) }
            if Int32(place.pointee.ss_family) == AF_INET6 {
                return place.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { $0.pointee.sin6_port.bigEndian }
            }
            return place.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { $0.pointee.sin_port.bigEndian }
        }
        return (listener, port)
    }

    private func failure(_ text: String, _ doing: String) -> ServerError {
        ServerError(address: text, reason: "\(doing): \(String(cString: strerror(errno)))")
    }
}

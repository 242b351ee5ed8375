internal import Glibc

/// Asks a process for one of its pages; blocks until it has answered, or for `timeoutMs` at each step.
/// - Parameter address: as the server listens: `127.0.0.1:8080`, `[::1]:8080`.
/// - Returns: nil where nobody answers.
/// - Throws: `ServerError` where the address is none.
public func httpGet(
    _ address: String, path: String, timeoutMs: Int
) throws(ServerError) -> (status: Int, body: [UInt8])? {
    let place = try ListenAddress(address)
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(place.host, String(place.port), &hints, &found) == 0, let found else { return nil }
    defer { freeaddrinfo(found) }
    let socket = Glibc.socket(
        found.pointee.ai_family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { return nil }
    defer { close(socket) }
    var limit = timeval(tv_sec: timeoutMs / 1000, tv_usec: timeoutMs % 1000 * 1000)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
        setsockopt(socket, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    let request = Array("GET \(path) HTTP/1.1\r\nHost: \(address)\r\nConnection: close\r\n\r\n".utf8)
    guard connect(socket, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0,
        send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count
    else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
        let count = recv(socket, &chunk, chunk.count, 0)
        guard count > 0 else { break }
        bytes += chunk[..<count]
    }
    return answer(bytes)
}

/// The status and the body of an answer that is one.
private func answer(_ bytes: [UInt8]) -> (status: Int, body: [UInt8])? {
    let end = Array("\r\n\r\n".utf8)
    guard let header = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
    let words = String(decoding: bytes[..<header], as: UTF8.self).split(separator: " ", maxSplits: 2)
    guard words.count > 1, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else { return nil }
    return (status, Array(bytes[(header + end.count)...]))
}

import Foundation

/// One client's connection and the one to the broker behind it: two threads, one a direction.
final class Link: @unchecked Sendable {
    private let proxy: FaultProxy
    private let number: Int
    private let broker: Int
    private let client: Int32
    private let upstream: Int32
    private let state = NSCondition()
    /// What the broker has not answered yet, in the order sent, which is the order of the answers.
    private var pending: [(request: Request, verdict: Verdict)] = []
    private var threads = 2

    init(_ proxy: FaultProxy, number: Int, broker: Int, client: Int32, upstream: Int32) {
        self.proxy = proxy
        self.number = number
        self.broker = broker
        self.client = client
        self.upstream = upstream
    }

    func start() {
        for direction in [passRequests, passAnswers] {
            Thread.detachNewThread {
                direction()
                self.ended()
            }
        }
    }

    /// Ends both connections; the sockets are closed when both threads are over.
    func close() {
        state.withLock {
            guard threads > 0 else { return }
            shutdown(client, Int32(SHUT_RDWR))
            shutdown(upstream, Int32(SHUT_RDWR))
        }
    }

    private func ended() {
        state.withLock {
            threads -= 1
            state.broadcast()
            guard threads == 0 else { return }
            Glibc.close(client)
            Glibc.close(upstream)
        }
    }

    private func passRequests() {
        while let frame = Sockets.readFrame(client), let request = Request(frame, connection: number, broker: broker) {
            let verdict = proxy.judge(request)
            switch verdict {
            case .closeBefore: return close()
            case .hold: proxy.hold(request)
            case .pass, .loseAnswer, .closeAfter: break
            }
            state.withLock { pending.append((request, verdict)) }
            guard Sockets.writeFrame(upstream, frame) else { break }
        }
        // The client has gone. What it has asked for is still done, and answered.
        let end = Date().addingTimeInterval(10)
        state.withLock {
            while !pending.isEmpty, threads == 2, state.wait(until: end) {}
        }
        close()
    }

    private func passAnswers() {
        while var frame = Sockets.readFrame(upstream) {
            guard let (request, verdict) = state.withLock({ pending.first }) else { break }
            if request.api == .metadata || request.api == .findCoordinator { proxy.readdress(&frame) }
            switch verdict {
            case .closeAfter, .closeBefore: shutdown(client, Int32(SHUT_RDWR))
            case .loseAnswer: break
            case .pass, .hold: Sockets.writeFrame(client, frame)
            }
            proxy.note(FaultProxy.Answer(request: request, errorCode: Self.errorCode(of: frame, request)))
            state.withLock {
                pending.removeFirst()
                state.broadcast()
            }
        }
        close()
    }

    private static func errorCode(of frame: [UInt8], _ request: Request) -> Int16? {
        guard request.api == .endTxn else { return nil }
        var bytes = Cursor(frame)
        _ = bytes.int32()  // the correlation
        if request.api.isFlexible(request.version) { bytes.skipTags() }
        _ = bytes.int32()  // the throttle time
        return bytes.int16()
    }
}

/// Blocking sockets on loopback, and the frames of Kafka's protocol: four bytes of length, then so many.
enum Sockets {
    static func listen() throws -> (socket: Int32, port: UInt16) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && Glibc.listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isListening else { throw FaultError("no port to listen on: \(String(cString: strerror(errno)))") }
        return (socket, UInt16(bigEndian: address.sin_port))
    }

    static func connect(port: UInt16) -> Int32? {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = loopback(port: port)
        let isConnected = withUnsafePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else {
            Glibc.close(socket)
            return nil
        }
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        return socket
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return address
    }

    /// nil where the connection has ended.
    static func readFrame(_ socket: Int32) -> [UInt8]? {
        guard let head = read(socket, 4) else { return nil }
        let count = head.reduce(0) { $0 << 8 | Int($1) }
        return count <= 100 << 20 ? read(socket, count) : nil
    }

    static func read(_ socket: Int32, _ count: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = recv(socket, buffer.baseAddress.map { $0 + filled }, count - filled, 0)
                if got > 0 { filled += got } else if got == 0 || errno != EINTR { break }
            }
        }
        return bytes.count == count ? bytes : nil
    }

    @discardableResult
    static func writeFrame(_ socket: Int32, _ frame: [UInt8]) -> Bool {
        let count = UInt32(frame.count)
        let head = [UInt8(count >> 24), UInt8(count >> 16 & 0xff), UInt8(count >> 8 & 0xff), UInt8(count & 0xff)]
        return write(socket, head + frame)
    }

    static func write(_ socket: Int32, _ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let got = send(
                    socket, buffer.baseAddress.map { $0 + sent }, buffer.count - sent, Int32(MSG_NOSIGNAL))
                if got > 0 { sent += got } else if got == 0 || errno != EINTR { return false }
            }
            return true
        }
    }
}

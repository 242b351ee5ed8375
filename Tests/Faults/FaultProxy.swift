import Foundation

/// What happens to a request.
public enum Verdict: Sendable {
    case pass
    /// It waits in the proxy, with all that comes behind it on its connection, until `release`; then it goes on to the
    /// broker, even where the client has gone meanwhile.
    case hold
    /// The broker gets and answers it, and the answer is lost; the connection stays.
    case loseAnswer
    /// The connection is closed, and the broker never sees it.
    case closeBefore
    /// The connection is closed when the broker has answered it.
    case closeAfter
}

/// A proxy in front of a broker on loopback. It reads the requests that pass, and does with each what the test's rule
/// says. Clients stay behind it: where a broker tells its address, the proxy puts its own.
public final class FaultProxy: @unchecked Sendable {
    /// The broker's answer to a request that had passed.
    public struct Answer: Sendable {
        public var request: Request
        /// Of an EndTxn: Kafka's error code, 0 for none. nil for the others.
        public var errorCode: Int16?
    }

    private let upstreamPorts: [UInt16]
    private let advertisedPorts: [UInt16]
    private var listeners: [(socket: Int32, port: UInt16)] = []
    /// Guards what follows; signalled when any of it changes.
    private let state = NSCondition()
    private var rule: @Sendable (Request) -> Verdict = { _ in .pass }
    private var links: [Link] = []
    private var releases = 0
    private var heldRequests: [Request] = []
    private var answered: [Answer] = []
    private var isClosed = false

    /// - Parameters:
    ///   - upstream: `127.0.0.1:port` of each broker, separated by commas.
    ///   - advertised: what the brokers call themselves, where something else stands between.
    public init(to upstream: String, advertised: String? = nil) throws {
        upstreamPorts = try Self.ports(upstream)
        advertisedPorts = try Self.ports(advertised ?? upstream)
        for index in upstreamPorts.indices {
            let listener = try Sockets.listen()
            listeners.append(listener)
            Thread.detachNewThread { [self] in accept(listener.socket, index) }
        }
    }

    private static func ports(_ addresses: String) throws -> [UInt16] {
        try addresses.split(separator: ",").map { address in
            guard address.hasPrefix(host + ":"), let port = UInt16(address.dropFirst(host.count + 1)) else {
                throw FaultError("the proxy stands before brokers at \(host) only, not \(address)")
            }
            return port
        }
    }

    static let host = "127.0.0.1"

    public var bootstrapServers: String { listeners.map { "\(Self.host):\($0.port)" }.joined(separator: ",") }

    /// Decides about each request from now on. Called on the connection's own thread, so it may wait.
    public func onRequest(_ rule: @escaping @Sendable (Request) -> Verdict) { state.withLock { self.rule = rule } }

    /// Requests that were held, in their order, the released ones too.
    public var held: [Request] { state.withLock { heldRequests } }

    public var answers: [Answer] { state.withLock { answered } }

    /// Lets go on what is held now.
    public func release() {
        state.withLock {
            releases += 1
            state.broadcast()
        }
    }

    /// Waits until a request is held.
    public func awaitHeld(seconds: Double = 30) throws -> Request {
        try wait(seconds, "a held request") { heldRequests.last }
    }

    /// Waits for the broker's answer to this very request.
    @discardableResult
    public func awaitAnswer(to request: Request, seconds: Double = 30) throws -> Answer {
        try wait(seconds, "the answer to \(request.api)") {
            answered.last { $0.request.isSame(as: request) }
        }
    }

    private func wait<Value>(_ seconds: Double, _ what: String, _ look: () -> Value?) throws -> Value {
        try state.withLock {
            let end = Date().addingTimeInterval(seconds)
            while true {
                if let value = look() { return value }
                if !state.wait(until: end) { throw FaultError("\(what) did not come within \(seconds) s") }
            }
        }
    }

    /// Closes every connection: those of the clients and those to the brokers.
    public func cutConnections() {
        for link in state.withLock({ links }) { link.close() }
    }

    public func close() {
        state.withLock {
            isClosed = true
            releases += 1
            state.broadcast()
        }
        for listener in listeners { shutdown(listener.socket, Int32(SHUT_RDWR)) }
        cutConnections()
    }

    // MARK: - For the connections

    private func accept(_ listener: Int32, _ index: Int) {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { break }
            guard let upstream = Sockets.connect(port: upstreamPorts[index]) else {
                Glibc.close(client)
                continue
            }
            let isOver = state.withLock { () -> Bool in
                let link = Link(self, number: links.count, broker: index, client: client, upstream: upstream)
                links.append(link)
                if !isClosed { link.start() }
                return isClosed
            }
            if isOver { break }
        }
        Glibc.close(listener)
    }

    func judge(_ request: Request) -> Verdict { state.withLock { rule }(request) }

    func hold(_ request: Request) {
        state.withLock {
            let before = releases
            heldRequests.append(request)
            state.broadcast()
            while releases == before, !isClosed { state.wait() }
        }
    }

    func note(_ answer: Answer) {
        state.withLock {
            answered.append(answer)
            state.broadcast()
        }
    }

    /// Puts the proxy's address where a broker tells its own.
    func readdress(_ frame: inout [UInt8]) {
        for (advertised, listener) in zip(advertisedPorts, listeners) {
            let from = Array(Self.host.utf8) + Self.bytes(of: advertised)
            var at = 0
            while at + from.count <= frame.count {
                if frame[at] == from[0], frame[at..<at + from.count].elementsEqual(from) {
                    frame.replaceSubrange(
                        at + Self.host.utf8.count..<at + from.count, with: Self.bytes(of: listener.port))
                    at += from.count
                } else {
                    at += 1
                }
            }
        }
    }

    private static func bytes(of port: UInt16) -> [UInt8] { [0, 0, UInt8(port >> 8), UInt8(port & 0xff)] }
}

/// What went wrong with the tools of a test.
public struct FaultError: Error, CustomStringConvertible {
    public var description: String
    init(_ description: String) { self.description = description }
}

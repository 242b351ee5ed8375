import Foundation
import Synchronization
import Testing

@testable import Operations

/// A connection by hand, to say what no client would.
private final class Wire {
    let socket: Int32

    init(port: UInt16) {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        withUnsafePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    deinit { close(socket) }

    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// All that comes until the other side closes, or nothing comes for 5 s.
    func rest() -> String {
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = recv(socket, &chunk, chunk.count, 0), count > 0 {
            text.append(contentsOf: chunk[..<count])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

@Suite(.serialized)
struct ServerTests {
    private final class Flag: Sendable {
        let isSet = Atomic(false)
    }

    private let server: Server
    private let answersSlowly: Flag

    init() throws {
        let answersSlowly = Flag()
        self.answersSlowly = answersSlowly
        var limits = Server.Limits()
        limits.idleTimeoutSeconds = 1
        limits.connectionBytes = 8192
        server = try Server(
            address: "127.0.0.1:0",
            routes: [
                Route("/") { _ in .text("root") },
                Route("/livez") { _ in .text("ok\n") },
                Route("/metrics") { request in
                    Response(
                        status: 200, contentType: MetricsText.Format.accepted(request.accept).contentType, body: [])
                },
                Route("/orders/{distributor}/{order}") { request in
                    .json(
                        "\(request.parameters["distributor"] ?? "-")|\(request.parameters["order"] ?? "-")"
                            + request.query.map { "|\($0.name)=\($0.value)" }.joined())
                },
                Route("/large") { _ in .text(String(repeating: "y", count: 1 << 20)) },
                Route("/slow") { _ in
                    answersSlowly.isSet.store(true, ordering: .relaxed)
                    usleep(300_000)
                    return .text("slow")
                },
                Route("/unwell") { _ in .text("no\n", status: 503) },
            ], limits: limits)
    }

    /// The whole answer to a request on a connection of its own.
    private func ask(_ request: String) -> String {
        let wire = Wire(port: server.port)
        wire.send(request)
        return wire.rest()
    }

    private func get(_ target: String, headers: String = "", method: String = "GET") -> String {
        ask("\(method) \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(headers)\r\n")
    }

    private func status(_ answer: String) -> Int? {
        guard answer.hasPrefix("HTTP/1.") else { return nil }
        return Int(answer.dropFirst(9).prefix(3))
    }

    private func body(_ answer: String) -> String? {
        answer.range(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) }
    }

    @Test func aRouteAnswersGetAndHead() {
        let answer = get("/livez")
        #expect(status(answer) == 200)
        #expect(body(answer) == "ok\n")
        #expect(answer.contains("Content-Type: text/plain; charset=utf-8\r\n"))
        #expect(answer.contains("Cache-Control: no-store\r\n"))
        let head = get("/livez", method: "HEAD")
        #expect(status(head) == 200)
        #expect(head.contains("Content-Length: 3\r\n"))
        #expect(body(head) == "")
        #expect(status(get("/unwell")) == 503)
        #expect(body(get("/")) == "root")
        #expect(body(get("/large"))?.utf8.count == 1 << 20)
        #expect(
            get("/metrics", headers: "Accept: application/openmetrics-text\r\n").contains(
                "openmetrics-text; version=1.0.0"))
    }

    @Test(
        arguments: [
            ("/orders/mao/2026-1", 200, "mao|2026-1"), ("/orders/mao%2Fx/a%20b", 200, "mao/x|a b"),
            ("/orders/%E7%8C%AB/1?a=1&b=x%26y+z&c", 200, "猫|1|a=1|b=x&y z|c="), ("/orders/mao", 404, nil),
            ("/orders/mao/1/2", 404, nil), ("/orders//1", 404, nil), ("/orders/mao/", 404, nil), ("/absent", 404, nil),
            ("/livez/", 404, nil), ("//livez", 404, nil), ("/../livez", 404, nil), ("/orders/%zz/1", 400, nil),
            ("/orders/%e7/1", 400, nil), ("/orders/a%00b/1", 400, nil), ("/orders/a%0ab/1", 400, nil),
            ("/orders/a%/1", 400, nil), ("/livez?a=%ff", 400, nil), ("*", 400, nil), ("livez", 400, nil),
        ] as [(String, Int, String?)])
    func aTargetIsReadStrictly(_ target: String, _ expected: Int, _ text: String?) {
        let answer = get(target)
        #expect(status(answer) == expected)
        if let text { #expect(body(answer) == text) }
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "BREW"])
    func otherMethodsAreRefused(_ method: String) {
        let answer = get("/livez", method: method)
        #expect(status(answer) == 405)
        #expect(answer.contains("Allow: GET, HEAD\r\n"))
        #expect(status(get("/absent", method: method)) == 404)
    }

    @Test func bodiesAreNotRead() {
        #expect(status(get("/livez", headers: "Content-Length: 5\r\n")) == 400)
        #expect(status(get("/livez", headers: "Content-Length: 0\r\n")) == 200)
        #expect(status(get("/livez", headers: "Transfer-Encoding: chunked\r\n")) == 400)
        let answer = ask("POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\nabc")
        #expect(status(answer) == 405)
    }

    @Test(arguments: [
        ("localhost", 200), ("localhost:8080", 200), ("LOCALHOST", 200), ("127.0.0.1:1", 200), ("127.5.6.7", 200),
        ("[::1]:80", 200), ("evil.example", 403), ("127.0.0.1.evil.example", 403), ("localhost.evil.example:80", 403),
        ("10.0.0.1", 403), ("127.0.0.x", 403),
    ])
    func onLoopbackOnlyLoopbackNamesAreAnswered(_ host: String, _ expected: Int) {
        #expect(status(ask("GET /livez HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")) == expected)
    }

    @Test func aPipelineIsAnsweredInItsOrder() {
        let wire = Wire(port: server.port)
        let one = "GET /orders/a/1 HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let two = "HEAD /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let three = "GET /orders/a/3 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        wire.send(one + two + three)
        let answer = wire.rest()
        #expect(answer.components(separatedBy: "HTTP/1.1 200 OK").count == 4)
        let first = answer.range(of: "a|1")
        let last = answer.range(of: "a|3")
        #expect(first != nil && last != nil)
        if let first, let last { #expect(first.lowerBound < last.lowerBound) }
    }

    @Test func aHeadThatIsTooLargeIsRefused() {
        #expect([413, 431].contains(status(get("/livez", headers: "X: \(String(repeating: "a", count: 20_000))\r\n"))))
        let many = (0..<2000).map { "X-\($0): 1\r\n" }.joined()
        #expect([413, 431].contains(status(get("/livez", headers: many))))
        #expect([nil, 400, 413, 414, 431].contains(status(get("/" + String(repeating: "a", count: 20_000)))))
        #expect(status(get("/livez")) == 200)
    }

    @Test func aSlowClientIsClosedAndHoldsUpNobody() {
        let slow = Wire(port: server.port)
        slow.send("GET /livez HT")
        #expect(status(get("/livez")) == 200)
        let began = Date()
        #expect([nil, 408].contains(status(slow.rest())))
        #expect(Date().timeIntervalSince(began) < 4.5)
    }

    /// Whatever is sent: an answer or a closed connection, and the next one is served.
    @Test func noRequestStopsTheServer() {
        let valid = Array(
            "GET /orders/mao/1?x=%20y HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: a\r\n\r\n".utf8)
        var state: UInt64 = 5
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        var cases: [[UInt8]] = [
            [], [0], Array("\r\n\r\n".utf8), Array("GET\r\n\r\n".utf8), Array("GET / HTTP/9.9\r\n\r\n".utf8),
            Array("GET / HTTP/1.1\r\n\r\n".utf8), Array("GET /\r\n".utf8), [UInt8](repeating: 0xff, count: 5000),
            Array("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n".utf8),
            Array("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n".utf8),
            Array("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n".utf8),
            Array("GET /? HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), Array("GET /?&&==&%= HTTP/1.1\r\n\r\n".utf8),
        ]
        for _ in 0..<60 {
            var broken = valid
            for _ in 0..<(1 + random(4)) { broken[random(broken.count)] = UInt8(random(256)) }
            cases.append(broken)
        }
        for bytes in cases {
            let wire = Wire(port: server.port)
            wire.send(bytes)
            shutdown(wire.socket, Int32(SHUT_WR))
            let answer = wire.rest()
            #expect(answer.isEmpty || status(answer) != nil, "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(status(get("/livez")) == 200)
    }

    @Test func stoppingLetsAnAnswerUnderWayEnd() {
        let wire = Wire(port: server.port)
        wire.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
        while !answersSlowly.isSet.load(ordering: .relaxed) { usleep(1_000) }
        server.stop()
        #expect(body(wire.rest()) == "slow")
        #expect(get("/livez") == "")
        server.stop()
    }

    @Test func anAddressThatCannotBeTakenSaysWhy() {
        func reason(_ address: String) -> String? {
            do throws(ServerError) {
                _ = try Server(address: address, routes: [])
                return nil
            } catch { return error.description }
        }
        #expect(reason("127.0.0.1:\(server.port)")?.contains("the port is taken") == true)
        #expect(reason("nowhere")?.contains("host:port") == true)
        #expect(reason("example.test:80")?.contains("is no IP address") == true)
        #expect(reason("127.0.0.1:99999")?.contains("host:port") == true)
        #expect(reason("localhost:0") == nil)
    }
}

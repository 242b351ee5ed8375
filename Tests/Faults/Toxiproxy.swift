import Foundation

/// A network that can be made bad: `../shared/toxiproxy` before one broker.
public final class Toxiproxy {
    /// `127.0.0.1:port` of the bad network.
    public let address: String
    private let process: Process
    private let steering: UInt16

    private static func program(_ package: String) -> String { package + "/../shared/toxiproxy/toxiproxy-server" }

    public static func isAtHand(_ package: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: program(package))
    }

    /// - Parameters:
    ///   - upstream: the broker, as `host:port`.
    ///   - package: the folder beside which `shared` is.
    public init(to upstream: String, package: String) throws {
        steering = try Self.freePort()
        address = "\(FaultProxy.host):\(try Self.freePort())"
        process = Process()
        process.executableURL = URL(fileURLWithPath: Self.program(package))
        process.arguments = ["-port", "\(steering)"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let proxy = #"{"name": "kafka", "listen": "\#(address)", "upstream": "\#(upstream)"}"#
        let end = Date().addingTimeInterval(10)
        while (try? ask("POST", "/proxies", proxy)) == nil {
            guard Date() < end, process.isRunning else { throw FaultError("toxiproxy has not begun to serve") }
            usleep(50_000)
        }
    }

    /// Makes the network bad until `mend`.
    /// - Parameters:
    ///   - type: toxiproxy's: `latency`, `timeout`, `reset_peer`, `limit_data`, `bandwidth`, `slow_close`.
    ///   - attributes: toxiproxy's, as JSON.
    ///   - streams: `upstream` is to the broker, `downstream` from it.
    public func spoil(_ type: String, _ attributes: String, streams: [String] = ["upstream", "downstream"]) throws {
        for stream in streams {
            try ask(
                "POST", "/proxies/kafka/toxics",
                #"{"name": "\#(type)-\#(stream)", "type": "\#(type)", "stream": "\#(stream)", "attributes": \#(attributes)}"#
            )
        }
    }

    public func mend() throws { try ask("POST", "/reset", "") }

    public func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    private func ask(_ method: String, _ path: String, _ body: String) throws {
        guard let socket = Sockets.connect(port: steering) else { throw FaultError("toxiproxy does not answer") }
        defer { close(socket) }
        let request =
            "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
            + body
        var answer: [UInt8] = []
        guard Sockets.write(socket, Array(request.utf8)) else { throw FaultError("toxiproxy does not listen") }
        while let byte = Sockets.read(socket, 1) { answer += byte }
        let words = String(decoding: answer, as: UTF8.self).split(separator: " ")
        guard words.count > 1, words[1].hasPrefix("2") else {
            throw FaultError("toxiproxy says to \(method) \(path): \(String(decoding: answer, as: UTF8.self))")
        }
    }

    private static func freePort() throws -> UInt16 {
        let (socket, port) = try Sockets.listen()
        close(socket)
        return port
    }
}

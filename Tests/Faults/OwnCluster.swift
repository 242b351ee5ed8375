import Foundation

/// Brokers of a test's own, which it may kill: the ones of `../shared/kafka`, on loopback.
public final class OwnCluster: Sendable {
    public let bootstrapServers: String
    private let port: Int
    private let directory: String

    /// Whether there is what it takes.
    public static func isAtHand(_ package: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: program(package)) && (try? run("java", ["-version"])) != nil
    }

    private static func program(_ package: String) -> String { package + "/../shared/kafka/kafka" }
    private let program: String

    /// - Parameter package: the folder beside which `shared` is.
    public init(brokers: Int, package: String) throws {
        program = Self.program(package)
        // Each broker takes two ports.
        let free = stride(from: 21_010, to: 21_090, by: 10).first { first in
            (first..<first + 2 * brokers).allSatisfy { port in
                guard let socket = Sockets.connect(port: UInt16(port)) else { return true }
                close(socket)
                return false
            }
        }
        guard let free else { throw FaultError("no free ports for \(brokers) brokers between 21010 and 21090") }
        port = free
        directory = NSTemporaryDirectory() + "turnstile-brokers-\(UUID().uuidString.prefix(8).lowercased())"
        bootstrapServers = try Self.run(
            program, ["start", "--brokers", "\(brokers)", "--port", "\(free)", "--dir", directory, "--heap", "256m"]
        ).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// - Parameter broker: counted from 0, as in `bootstrapServers`.
    public func kill(_ broker: Int) throws { try order("kill", broker) }

    /// Starts a killed one on its data; returns when it serves.
    public func restart(_ broker: Int) throws { try order("restart", broker) }

    private func order(_ verb: String, _ broker: Int) throws {
        try Self.run(program, [verb, "\(broker + 1)", "--port", "\(port)", "--dir", directory])
    }

    public func wipe() { _ = try? Self.run(program, ["wipe", "--port", "\(port)", "--dir", directory]) }

    /// Runs a program to its end.
    /// - Returns: what it wrote to standard output.
    @discardableResult
    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let path = NSTemporaryDirectory() + "turnstile-script-\(UUID().uuidString.prefix(8).lowercased())"
        let (logPath, outputPath) = (path + ".log", path + ".out")
        defer {
            unlink(logPath)
            unlink(outputPath)
        }
        let process = try ChildProcess(program, arguments, logPath: logPath, outputPath: outputPath)
        let code = try process.wait(seconds: 300)
        guard code == 0 else { throw FaultError("\(program) \(arguments) ended with \(code): \(process.log)") }
        return try String(contentsOfFile: outputPath, encoding: .utf8)
    }
}

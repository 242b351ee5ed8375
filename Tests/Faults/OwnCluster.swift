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

    /// Runs a program to its end. Not by `Process`, which takes a program to run as long as anything that it has started
    /// does: here brokers.
    /// - Returns: what it wrote to standard output.
    @discardableResult
    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let outputPath = NSTemporaryDirectory() + "turnstile-output-\(UUID().uuidString.prefix(8).lowercased())"
        defer { unlink(outputPath) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var pid: pid_t = 0
        let code = posix_spawnp(&pid, program, &actions, nil, &words, environ)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw FaultError("\(program) \(arguments) ended with status \(status)") }
        return try String(contentsOfFile: outputPath, encoding: .utf8)
    }
}

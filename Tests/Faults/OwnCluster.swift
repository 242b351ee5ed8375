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
        bootstrapServers = (0..<brokers).map { "\(FaultProxy.host):\(free + 2 * $0)" }.joined(separator: ",")
        do {
            try awaitStart(of: Array(0..<brokers), by: ["start", "--brokers", "\(brokers)", "--heap", "256m"])
        } catch {
            wipe()
            throw error
        }
    }

    /// - Parameter broker: counted from 0, as in `bootstrapServers`.
    public func kill(_ broker: Int) throws { try order(["kill", "\(broker + 1)"]) }

    /// Starts a killed one on its data; returns when it serves.
    public func restart(_ broker: Int) throws { try awaitStart(of: [broker], by: ["restart", "\(broker + 1)"]) }

    public func wipe() { _ = try? order(["wipe"]) }

    private func order(_ words: [String]) throws {
        try Self.run(program, words + ["--port", "\(port)", "--dir", directory])
    }

    /// The script gives a broker half a minute and leaves it running then; where other work has the machine, a broker
    /// has taken longer for its start, and comes all the same.
    private func awaitStart(of brokers: [Int], by words: [String]) throws {
        let before = brokers.map { starts(of: $0) }
        do { try order(words) } catch {
            let end = Date().addingTimeInterval(180)
            while "\(error)".contains("did not serve"), Date() < end {
                if zip(brokers, before).allSatisfy({ starts(of: $0) > $1 }) { return }
                usleep(200_000)
            }
            throw error
        }
    }

    /// How often a broker has come to serve, by its log.
    private func starts(of broker: Int) -> Int {
        let log = try? String(contentsOfFile: "\(directory)/broker-\(broker + 1).log", encoding: .utf8)
        return (log ?? "").components(separatedBy: "Kafka Server started").count - 1
    }

    /// Runs a program to its end.
    private static func run(_ program: String, _ arguments: [String]) throws {
        let path = NSTemporaryDirectory() + "turnstile-script-\(UUID().uuidString.prefix(8).lowercased()).log"
        defer { unlink(path) }
        let process = try ChildProcess(program, arguments, logPath: path)
        let code = try process.wait(seconds: 300)
        guard code == 0 else { throw FaultError("\(program) \(arguments) ended with \(code): \(process.log)") }
    }
}

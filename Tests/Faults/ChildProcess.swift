public import Foundation

/// A process that a test started, and ends. Unlike Foundation's `Process` it has ended when it has, whatever it has
/// started goes on: a script that starts brokers.
public final class ChildProcess {
    public let pid: pid_t
    public let logPath: String
    private var ended: Int32?

    /// - Parameters:
    ///   - environment: added to this process's own.
    ///   - logPath: where its standard error goes, after what stands there.
    ///   - outputPath: where its standard output goes; nil: to the same place.
    public init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], logPath: String,
        outputPath: String? = nil
    ) throws {
        self.logPath = logPath
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, logPath, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        if let outputPath {
            posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        } else {
            posix_spawn_file_actions_adddup2(&actions, 2, 1)
        }
        let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Also where the tests are killed themselves, nothing goes on: the kernel kills what their thread started.
        let line = Self.tie + [program] + arguments
        var words = line.map { strdup($0) } + [nil]
        var variables = merged.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer {
            words.forEach { free($0) }
            variables.forEach { free($0) }
        }
        var pid: pid_t = 0
        let code = posix_spawnp(&pid, line[0], &actions, nil, &words, &variables)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
        self.pid = pid
    }

    private static let tie =
        FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
        ? ["/usr/bin/setpriv", "--pdeathsig", "KILL", "--"] : []

    /// Its exit status, or 128 + the signal that ended it; nil while it runs.
    public var exitCode: Int32? {
        var status: Int32 = 0
        if ended == nil, waitpid(pid, &status, WNOHANG) == pid { ended = Self.code(status) }
        return ended
    }

    public func signal(_ number: Int32) {
        if exitCode == nil { kill(pid, number) }
    }

    /// - Throws: `FaultError` where it does not end, and then it is killed.
    @discardableResult
    public func wait(seconds: Double) throws -> Int32 {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            if let code = exitCode { return code }
            usleep(10_000)
        }
        let log = log.suffix(2000)
        killNow()
        throw FaultError("process \(pid) did not end within \(seconds) s: \(log)")
    }

    /// kill -9, and its end.
    public func killNow() {
        guard exitCode == nil else { return }
        kill(pid, SIGKILL)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        ended = Self.code(status)
    }

    public var log: String { (try? String(contentsOfFile: logPath, encoding: .utf8)) ?? "" }

    private static func code(_ status: Int32) -> Int32 {
        status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}

import Glibc

/// This very program in a process of its own: an adapter, or whoever looks at what one did.
struct OwnProcess: ~Copyable {
    private var pid: pid_t

    /// - Parameters:
    ///   - environment: added to this process's own.
    ///   - logPath: where its standard output and error go.
    init(arguments: [String], environment: [String: String], logPath: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, logPath, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 2, 1)
        var pid: pid_t = 0
        let merged = Self.merged(environment)
        let code = withCStrings(["/proc/self/exe"] + arguments) { arguments in
            withCStrings(merged) { environment in
                posix_spawn(&pid, "/proc/self/exe", &actions, nil, arguments, environment)
            }
        }
        guard code == 0 else {
            throw CommandFailure(.failed, "cannot start turnstile \(arguments[0]): \(String(cString: strerror(code)))")
        }
        self.pid = pid
    }

    private static func merged(_ added: [String: String]) -> [String] {
        var result: [String] = []
        var place = environ
        while let entry = place.pointee {
            let text = String(cString: entry)
            if !added.keys.contains(String(text.prefix { $0 != "=" })) { result.append(text) }
            place += 1
        }
        return result + added.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    /// Whether it ended by itself, and how.
    mutating func exitCode() -> Int32? {
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
        return Self.code(status)
    }

    /// Sends a signal and waits for the end.
    /// - Returns: its exit status, or 128 + the signal that ended it.
    mutating func end(by signal: Int32) -> Int32 {
        kill(pid, signal)
        return wait()
    }

    /// Waits until it ends by itself.
    mutating func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return Self.code(status)
    }

    private static func code(_ status: Int32) -> Int32 {
        status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}

/// Borrows strings as a null-terminated list of C strings.
private func withCStrings<R>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R) -> R {
    let pointers = strings.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
}

/// What a command tells its caller by its exit status. The numbers from 64 on are those of sysexits.h.
enum ExitCode: Int32, CaseIterable {
    case done = 0
    case failed = 1
    case usage = 2
    case notFound = 3
    /// A check found a difference.
    case difference = 4
    case partlyDone = 5
    case brokerUnreachable = 69
    case tryAgain = 75
    case notAllowed = 77
    case configuration = 78
}

/// Why a command ends early: what happened, where, why, and what to do about it.
struct CommandFailure: Error {
    var exitCode: ExitCode
    var what: String
    var todo: String?

    init(_ exitCode: ExitCode, _ what: String, todo: String? = nil) {
        self.exitCode = exitCode
        self.what = what
        self.todo = todo
    }
}

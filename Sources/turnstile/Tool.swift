import Configuration
import Glibc
import Kafka

/// All commands, in the order in which help lists them.
let commandTable: [Command] =
    [runCommand, demoCommand] + topicsCommands + directoryCommands + orderCommands + [orderTimersCommand]
    + positionsCommands + replayCommands + deadLetterCommands + [statusCommand] + storeCommands + configCommands
    + [loadCommand, checkCommand, completionsCommand, versionCommand]

/// Runs one command line.
/// - Returns: the process's exit status.
func runCommandLine(_ words: [String]) -> Int32 {
    // A reader of standard output that goes away is no reason to die by a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
        return try dispatch(words.dropFirst()).rawValue
    } catch let failure as CommandFailure {
        return report(failure)
    } catch let error as ConfigurationError {
        return report(CommandFailure(.configuration, error.description, todo: "turnstile config check"))
    } catch let error as KafkaFailure {
        return report(CommandFailure(error.isRetriable ? .brokerUnreachable : .failed, error.description))
    } catch {
        return report(CommandFailure(.failed, "\(error)"))
    }
}

private func report(_ failure: CommandFailure) -> Int32 {
    printNote("turnstile: \(failure.what)")
    if let todo = failure.todo { printNote("  \(todo)") }
    return failure.exitCode.rawValue
}

private func dispatch(_ words: ArraySlice<String>) throws -> ExitCode {
    guard let first = words.first else {
        printNote(Help.overview(commandTable))
        return .usage
    }
    if first == "help" || first == "--help" || first == "-h" {
        let topic = words.dropFirst()
        printData(command(for: topic).map { Help.page($0.command) } ?? Help.overview(commandTable))
        return .done
    }
    if first == "--version" { return try versionCommand.run(Arguments([], for: versionCommand)) }
    guard let (command, rest) = command(for: words) else { throw unknown(words) }
    if rest.contains("--help") || rest.contains("-h") {
        printData(Help.page(command))
        return .done
    }
    return try command.run(try Arguments(rest, for: command))
}

/// The command with the most words that the line begins with.
private func command(for words: ArraySlice<String>) -> (command: Command, rest: ArraySlice<String>)? {
    let matches = commandTable.filter { words.starts(with: $0.path) }
    guard let command = matches.max(by: { $0.path.count < $1.path.count }) else { return nil }
    return (command, words.dropFirst(command.path.count))
}

private func unknown(_ words: ArraySlice<String>) -> CommandFailure {
    let first = words.first ?? ""
    let verbs = commandTable.filter { $0.path[0] == first }.map(\.name)
    guard verbs.isEmpty else {
        let wanted = verbs.joined(separator: ", ")
        return CommandFailure(.usage, "\(first) wants a verb", todo: "one of: \(wanted)")
    }
    let nearest = nearestWord(to: first, among: commandTable.map { $0.path[0] })
    return CommandFailure(
        .usage, "unknown command \(first)", todo: nearest.map { "did you mean \($0)?" } ?? "turnstile --help")
}

/// What `--help` prints, from the table.
enum Help {
    static func overview(_ commands: [Command]) -> String {
        let width = commands.map(\.name.count).max() ?? 0
        let lines = commands.map { "  " + padded($0.name, width + 2) + $0.summary }
        return """
            Turnstile: a message-driven order adapter for ticket distribution.

            usage: turnstile COMMAND [FLAGS]

            \(lines.joined(separator: "\n"))

            turnstile COMMAND --help tells a command's flags, with examples.

            """
    }

    static func page(_ command: Command) -> String {
        var usage = "usage: turnstile \(command.name)"
        for operand in command.operands {
            let name = operand.name + (operand.repeats ? "…" : "")
            usage += operand.isOptional ? " [\(name)]" : " \(name)"
        }
        if !command.flags.isEmpty { usage += " [FLAGS]" }
        var page = "\(command.summary)\n\n\(usage)\n"
        page += section(command.operands.map { ($0.name, $0.help) }, "")
        page += section(command.flags.map { (spelled($0), help($0)) }, "flags:\n")
        if !command.examples.isEmpty {
            page += "\nexamples:\n" + command.examples.map { "  # \($0.does)\n  \($0.line)\n" }.joined()
        }
        return page
    }

    private static func section(_ rows: [(String, String)], _ title: String) -> String {
        guard !rows.isEmpty else { return "" }
        let width = rows.map(\.0.count).max() ?? 0
        return "\n\(title)" + rows.map { "  " + padded($0.0, width + 2) + $0.1 + "\n" }.joined()
    }

    private static func spelled(_ flag: Flag) -> String {
        (flag.short.map { "-\($0), " } ?? "") + "--\(flag.name)" + (flag.value.map { " \($0)" } ?? "")
    }

    private static func help(_ flag: Flag) -> String {
        flag.choices.isEmpty ? flag.help : "\(flag.help): \(flag.choices.joined(separator: ", "))"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }
}

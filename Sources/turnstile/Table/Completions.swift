/// Completion scripts for shells, from the table.
enum Completions {
    static let shells = ["bash", "zsh", "fish"]

    static func script(for shell: String, _ commands: [Command]) -> String {
        switch shell {
        case "fish": fish(commands)
        case "zsh": "#compdef turnstile\nautoload -U +X bashcompinit && bashcompinit\n" + bash(commands)
        default: bash(commands)
        }
    }

    private static func flags(_ command: Command) -> String {
        (command.flags.map { "--\($0.name)" } + ["--help"]).joined(separator: " ")
    }

    private static func firstWords(_ commands: [Command]) -> String {
        var words: [String] = []
        for word in commands.map({ $0.path[0] }) where !words.contains(word) { words.append(word) }
        return words.joined(separator: " ")
    }

    private static func bash(_ commands: [Command]) -> String {
        let nouns = Dictionary(grouping: commands.filter { $0.path.count > 1 }) { $0.path[0] }
        let verbs = nouns.keys.sorted().map { noun in
            "    \(noun)) words=\"\((nouns[noun] ?? []).map { $0.path[1] }.joined(separator: " "))\" ;;\n"
        }.joined()
        let options = commands.map { "    \"\($0.name)\") words=\"\(flags($0))\" ;;\n" }.joined()
        return """
            _turnstile() {
              local words= current=${COMP_WORDS[COMP_CWORD]}
              if [ "$COMP_CWORD" -eq 1 ]; then
                words="\(firstWords(commands)) help"
              elif [ "$COMP_CWORD" -eq 2 ] && [ "${current#-}" = "$current" ]; then
                case ${COMP_WORDS[1]} in
            \(verbs)    esac
              else
                case "${COMP_WORDS[1]} ${COMP_WORDS[2]}" in
            \(options)    *) case ${COMP_WORDS[1]} in
            \(options)    esac ;;
                esac
              fi
              COMPREPLY=($(compgen -W "$words" -- "$current"))
              [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
            }
            complete -F _turnstile turnstile

            """
    }

    private static func fish(_ commands: [Command]) -> String {
        var lines: [String] = []
        for command in commands {
            let parents = command.path.dropLast()
            let condition =
                parents.isEmpty
                ? "__fish_use_subcommand" : "__fish_seen_subcommand_from \(parents.joined(separator: " "))"
            let word = command.path[command.path.count - 1]
            lines.append("complete -c turnstile -n '\(condition)' -a \(word) -d '\(quoted(command.summary))'")
            for flag in command.flags {
                let value =
                    flag.value == nil
                    ? "" : flag.choices.isEmpty ? " -r" : " -xa '\(flag.choices.joined(separator: " "))'"
                lines.append(
                    "complete -c turnstile -n '__fish_seen_subcommand_from \(word)' -l \(flag.name)\(value) "
                        + "-d '\(quoted(flag.help))'")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
    }
}

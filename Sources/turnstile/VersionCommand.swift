import Kafka
import Protobuf

/// Of this build; `CHANGELOG.md` says what is in it.
let turnstileVersion = "0.1.0"

let versionCommand = Command(
    path: ["version"], summary: "tells the versions of this build and of librdkafka", flags: [.output],
    examples: [("turnstile version -o json", "for a program")],
    run: { arguments in
        var table = Table(["turnstile", "librdkafka"])
        table.append(.string(turnstileVersion), .string(KafkaLibrary.version))
        printData(table.printed(as: arguments.outputFormat))
        return .done
    })

let completionsCommand = Command(
    path: ["completions"], summary: "prints a shell's completion script",
    operands: [Operand(name: "SHELL", help: Completions.shells.joined(separator: ", "))],
    examples: [("turnstile completions bash > /etc/bash_completion.d/turnstile", "install it for everyone")],
    run: { arguments in
        guard let shell = arguments.operands.first, Completions.shells.contains(shell) else {
            throw CommandFailure(.usage, "SHELL is one of \(Completions.shells.joined(separator: ", "))")
        }
        printData(Completions.script(for: shell, commandTable))
        return .done
    })

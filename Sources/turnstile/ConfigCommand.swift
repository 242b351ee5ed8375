import Configuration
import Glibc
import Kafka
import Protobuf
import Service

let configCommands = [
    Command(
        path: ["config", "check"], summary: "says all that is wrong with the configuration",
        flags: [Flag("online", "also look at the cluster: is it reachable, are the topics right")] + Flag.cluster,
        examples: [
            ("turnstile config check --config turnstile.yaml", "is this file right?"),
            ("turnstile config check --online", "would `turnstile run` start?"),
        ],
        run: checkConfig),
    Command(
        path: ["config", "show"], summary: "shows every setting, its value and where that comes from",
        flags: [.output] + Flag.cluster,
        examples: [("turnstile config show -o json", "for a program")],
        run: { arguments in
            let settings = try loadSettings(arguments)
            var table = Table(["setting", "value", "source"])
            for shown in settings.shown {
                table.append(.string(shown.name), .string(shown.value), .string("\(shown.source)"))
            }
            printData(table.printed(as: arguments.outputFormat))
            return .done
        }),
    Command(
        path: ["config", "schema"], summary: "prints the configuration file's JSON Schema, for editors",
        examples: [("turnstile config schema > turnstile.schema.json", "keep it beside the file")],
        run: { _ in
            printData(Setting.jsonSchema())
            return .done
        }),
    Command(
        path: ["config", "init"], summary: "prints a configuration file with every setting explained",
        examples: [("turnstile config init > turnstile.yaml", "begin a configuration")],
        run: { _ in
            printData(Setting.initialFile())
            return .done
        }),
]

private func checkConfig(_ arguments: Arguments) throws -> ExitCode {
    let settings = try loadSettings(arguments)
    for warning in settings.warnings { printNote("warning: \(warning)") }
    if let refusal = KafkaLibrary.refusal() { throw CommandFailure(.configuration, refusal) }
    let kafka = try kafkaSettings(settings)
    guard arguments.has("online") else {
        printNote("the configuration is right")
        return .done
    }
    let differences = try withAdmin(kafka) { try TopicSurvey($0, prefix: kafka.topicPrefix).differences }
    for difference in differences { printNote("\(difference.isVital ? "wrong" : "advice"): \(difference.text)") }
    guard !differences.contains(where: \.isVital) else {
        throw CommandFailure(
            .configuration, "the cluster is not as it must be", todo: "turnstile topics apply --execute")
    }
    printNote("the configuration is right, and so is the cluster at \(kafka.bootstrapServers)")
    return .done
}

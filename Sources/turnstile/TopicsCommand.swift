import Kafka
import Protobuf
import Records
import Service

private let partitionsFlag = Flag(
    "partitions", value: "N", "of every topic but directory and statements; fixed for ever (default: 4)")
private let replicationFlag = Flag("replication-factor", value: "N", "default: the broker's")

let topicsCommands = [
    Command(
        path: ["topics", "plan"], summary: "shows what is to be made or changed in the cluster's topics",
        flags: [partitionsFlag, replicationFlag, .output] + Flag.cluster,
        examples: [
            ("turnstile topics plan --partitions 12", "what a new installation with 12 partitions would make"),
            ("turnstile topics plan", "how the topics that are there differ from what they must be"),
        ],
        run: { try topics($0, execute: false) }),
    Command(
        path: ["topics", "apply"], summary: "makes the topics that are missing and sets their configurations",
        flags: [partitionsFlag, replicationFlag, .execute, .output] + Flag.cluster,
        examples: [
            ("turnstile topics apply --partitions 4 --execute", "make all topics"),
            ("turnstile topics apply --execute", "set right what `turnstile run` complained about"),
        ],
        run: { try topics($0, execute: $0.has("execute")) }),
]

private func topics(_ arguments: Arguments, execute: Bool) throws -> ExitCode {
    let settings = try kafkaSettings(loadSettings(arguments))
    let wanted = try arguments.value("partitions").map { _ in
        Int32(try arguments.number("partitions", in: 1...10_000, default: 4))
    }
    let replication = try arguments.value("replication-factor").map { _ in
        Int32(try arguments.number("replication-factor", in: 1...32, default: 1))
    }
    return try withAdmin(settings) { admin in
        let survey = try TopicSurvey(admin, prefix: settings.topicPrefix, partitions: wanted)
        let partitions = wanted ?? survey.partitions ?? 4
        var table = Table(["topic", "change", "partitions", "configuration"])
        var canBeDone = true
        let plan = TopicPlan.topics(
            prefix: settings.topicPrefix, partitions: partitions, replicationFactor: replication)
        for difference in survey.differences {
            switch difference.kind {
            case .missing:
                let topic = plan.first { $0.name == difference.name }
                let configs = topic?.configs.map { "\($0.name)=\($0.value)" }.joined(separator: " ") ?? ""
                table.append(
                    .string(difference.name), .string("make"), .number("\(topic?.partitionCount ?? 0)"),
                    .string(configs))
            case .partitions:
                canBeDone = false
                table.append(.string(difference.name), .string("cannot be mended"), .null, .string(difference.text))
            case .config(let name, let found, let wanted, _):
                table.append(
                    .string(difference.name), .string("set"), .null, .string("\(name)=\(wanted) (is \(found))"))
            }
        }
        if !survey.differences.isEmpty || arguments.outputFormat != .table {
            printData(table.printed(as: arguments.outputFormat))
        }
        guard canBeDone else {
            throw CommandFailure(
                .failed, "a topic has another number of partitions, which no change mends: orders would change places",
                todo: "use another --topic-prefix for another number of partitions")
        }
        if survey.differences.isEmpty {
            printNote("all \(Topic.allCases.count) topics are as they must be")
            return .done
        }
        guard execute else {
            printNote(
                "\(survey.differences.count) changes; nothing was changed: add --execute to topics apply to do it")
            return .done
        }
        try apply(survey, plan, admin)
        printNote("\(survey.differences.count) changes made")
        return .done
    }
}

private func apply(_ survey: TopicSurvey, _ plan: [NewTopic], _ admin: borrowing Admin) throws {
    let missing = survey.differences.filter { $0.kind == .missing }.map(\.name)
    let new = plan.filter { missing.contains($0.name) }
    if !new.isEmpty {
        for (topic, failure) in zip(new, try admin.createTopics(new)) {
            if let failure { throw CommandFailure(.failed, "topic \(topic.name) was not made: \(failure.message)") }
        }
    }
    for difference in survey.differences {
        if case .config(let name, _, let wanted, _) = difference.kind {
            try admin.setConfigs(topic: difference.name, [(name, wanted)])
        }
    }
}

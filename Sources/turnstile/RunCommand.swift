import CJemalloc
import Configuration
import Kafka
import Operations
import Service

let runCommand = Command(
    path: ["run"], summary: "runs the adapter",
    flags: [
        Flag(
            "trial-cluster",
            "the cluster is librdkafka's mock cluster: its topics' configurations are not looked at, and a record's own "
                + "time is taken for its append time")
    ] + Flag.cluster,
    examples: [
        ("turnstile run --config turnstile.yaml", "as a service"),
        ("TURNSTILE_KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9092 turnstile run", "with the environment alone"),
    ],
    run: { arguments in
        // Before any library makes a thread.
        Signals.block()
        keepJemalloc()
        let settings = try loadSettings(arguments)
        let logger = Logger(level: level(settings.logLevel), format: format(settings.logFormat))
        for warning in settings.warnings { logger.warning("\(warning)") }
        let adapter = Adapter(
            settings: settings, kafka: try kafkaSettings(settings), isTrialCluster: arguments.has("trial-cluster"),
            logger: logger)
        do {
            switch try adapter.run() {
            case .asked, .cutShort: return .done
            case .cannotGoOn(let reason):
                throw CommandFailure(.tryAgain, reason, todo: "another start goes on from the last commit")
            }
        } catch let failure as StartUpFailure {
            let code: ExitCode =
                switch failure.kind {
                case .configuration: .configuration
                case .brokerUnreachable: .brokerUnreachable
                case .inUse: .tryAgain
                }
            throw CommandFailure(code, failure.what, todo: failure.todo)
        }
    })

/// Refers to jemalloc, so that the linker keeps it: allocation decides much of the throughput.
private func keepJemalloc() {
    var epoch: UInt64 = 1
    var size = MemoryLayout<UInt64>.size
    _ = mallctl("epoch", &epoch, &size, nil, 0)
}

private func level(_ level: Settings.LogLevel) -> LogLevel {
    switch level {
    case .trace: .trace
    case .debug: .debug
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
}

private func format(_ format: Settings.LogFormat) -> Logger.Format {
    switch format {
    case .auto: .auto
    case .text: .text
    case .json: .json
    }
}

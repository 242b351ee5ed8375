import Check
import Glibc
import Kafka
import Operations
import Protobuf
import Records
import Service
import Simulation

let demoCommand = Command(
    path: ["demo"],
    summary: "lets some thousand orders go through, with suppliers that fail, and shows what came of it",
    flags: [
        Flag("orders", value: "N", "how many orders (default: 3000)"),
        Flag("per-second", value: "N", "how many are placed a second (default: 400)"),
        Flag("seed", value: "S", "of what the partners do (default: 1)"),
        Flag("no-kill", "do not kill the adapter in the middle"),
        Flag("keep", "keep the data directory"), .output,
    ] + Flag.cluster,
    examples: [
        ("turnstile demo", "on the cluster that is configured, or else on librdkafka's mock cluster in this process"),
        ("turnstile demo --orders 10000 --seed 7", "more orders, other faults"),
    ],
    run: runDemo)

private func runDemo(_ arguments: Arguments) throws -> ExitCode {
    let orders = try arguments.number("orders", in: 1...1_000_000, default: 3000)
    let perSecond = try arguments.number("per-second", in: 1...20_000, default: 400)
    let seed = UInt64(try arguments.number("seed", in: 0...Int.max, default: 1))
    let configured = try loadSettings(arguments)
    let run = "\(UTCTime.nowMs())"
    let prefix = "turnstile-demo-\(run)."

    guard configured.bootstrapServers.isEmpty else {
        printNote("demo: on the Kafka cluster at \(configured.bootstrapServers), topics \(prefix)*")
        let settings = try KafkaSettings(
            bootstrapServers: configured.bootstrapServers, topicPrefix: prefix,
            properties: configured.kafkaProperties.map { ($0.name, $0.value) })
        try withAdmin(settings) { admin in
            let topics = TopicPlan.topics(prefix: prefix, partitions: 4, replicationFactor: nil)
            for failure in try admin.createTopics(topics) { if let failure { throw failure } }
        }
        let demo = Demo(settings: settings, isTrialCluster: false, orders: orders, perSecond: perSecond, seed: seed)
        return try demo.run(arguments, kills: !arguments.has("no-kill"))
    }
    printNote("demo: no Kafka cluster is configured, so this runs on librdkafka's mock cluster, in memory and in this")
    printNote("      process: it is for trying out, and what only a real broker can show is left out")
    let cluster = try MockCluster(log: quietLog)
    for topic in TopicPlan.topics(prefix: prefix, partitions: 4, replicationFactor: nil) {
        try cluster.createTopic(topic.name, partitionCount: topic.partitionCount)
    }
    var settings = try KafkaSettings(bootstrapServers: cluster.bootstrapServers, topicPrefix: prefix)
    settings.acceptsCreateTime = true
    let demo = Demo(settings: settings, isTrialCluster: true, orders: orders, perSecond: perSecond, seed: seed)
    let code = try demo.run(arguments, kills: false)
    // The cluster lives as long as this.
    _ = cluster.bootstrapServers
    return code
}

/// One run of the demo against a cluster whose topics are there.
private struct Demo {
    let settings: KafkaSettings
    let isTrialCluster: Bool
    let orders: Int
    let perSecond: Int
    let seed: UInt64

    private static let secret = "the demo's secret"
    /// Without any progress for so long, the demo gives up.
    private static let patienceMs: Int64 = 60_000

    func run(_ arguments: Arguments, kills: Bool) throws -> ExitCode {
        let directory = try makeDirectories()
        let catalog = try Catalog(Array(DemoCatalog.yaml(holdSeconds: 6).utf8), file: "the demo's catalog")
        try publishDirectory(
            catalog.entries.map { ($0.key, $0.value) }, reason: "turnstile demo", settings)

        var adapter = try startAdapter(directory)
        let world = OutsideWorld(settings)
        let threads = [
            world.startSuppliers(
                [DemoCatalog.steadySupplier: .faultless, DemoCatalog.troubledSupplier: .troubled], seed: seed),
            world.startDistributor(
                orders: orders, perSecond: perSecond, prefix: "o", secret: Array(Self.secret.utf8), seed: seed),
        ]
        let startMs = UTCTime.nowMs()
        var killed = !kills
        var last = (ended: 0, atMs: startMs)
        var isGivenUp = false
        while true {
            usleep(250_000)
            let progress = world.progress
            let nowMs = UTCTime.nowMs()
            if let failure = progress.failure {
                throw CommandFailure(.failed, "the demo's partners failed: \(failure)")
            }
            if let code = adapter.exitCode() {
                throw CommandFailure(
                    .failed, "the adapter ended with \(code)", todo: "its log is \(directory)/adapter.log")
            }
            if progress.ended > last.ended { last = (progress.ended, nowMs) }
            showProgress(progress, elapsedMs: nowMs - startMs)
            if !killed, progress.ended >= orders / 3 {
                killed = true
                _ = adapter.end(by: SIGKILL)
                printNote(
                    "\ndemo: killed the adapter with SIGKILL, with \(progress.placed - progress.ended) orders under way; starting it again"
                )
                adapter = try startAdapter(directory)
            }
            if progress.ended >= orders { break }
            if nowMs - last.atMs > Self.patienceMs {
                isGivenUp = true
                break
            }
        }
        printNote("")
        // What is still on its way to an order that has ended (second answers, releases) is handled before the end.
        usleep(2_000_000)
        world.stop()
        threads.forEach { $0.join() }
        let code = adapter.end(by: SIGTERM)
        printNote("demo: stopped the adapter with SIGTERM: exit \(code)")
        let elapsedMs = UTCTime.nowMs() - startMs
        let isRight = try printSummary(arguments, world.progress, elapsedMs: elapsedMs, directory)
        if !arguments.has("keep") { removeDirectory(directory) }
        if isGivenUp {
            printNote(
                "demo: \(orders - last.ended) orders did not come to their end within \(Self.patienceMs / 1000) s of quiet"
            )
        }
        return isRight && code == 0 && !isGivenUp ? .done : .difference
    }

    private func makeDirectories() throws -> String {
        let directory = try makeTemporaryDirectory("turnstile-demo")
        let secrets = directory + "/secrets"
        mkdir(secrets, 0o700)
        try writeFile("\(secrets)/\(DemoCatalog.secretName)", Array((Self.secret + "\n").utf8))
        return directory
    }

    private func startAdapter(_ directory: String) throws -> OwnProcess {
        try OwnProcess(
            arguments: ["run"] + (isTrialCluster ? ["--trial-cluster"] : []),
            environment: [
                "TURNSTILE_KAFKA_BOOTSTRAP_SERVERS": settings.bootstrapServers,
                "TURNSTILE_TOPIC_PREFIX": settings.topicPrefix, "TURNSTILE_GROUP_ID": settings.topicPrefix + "group",
                "TURNSTILE_INSTANCE_ID": "demo", "TURNSTILE_DATA_DIR": directory + "/data",
                "TURNSTILE_SECRETS_DIR": directory + "/secrets", "TURNSTILE_HTTP_ADDRESS": "", "TURNSTILE_WORKERS": "1",
            ], logPath: directory + "/adapter.log")
    }

    private func showProgress(_ progress: OutsideWorld.Progress, elapsedMs: Int64) {
        let seconds = elapsedMs / 1000
        if isatty(2) == 1 {
            let line = "\rdemo: \(progress.placed)/\(orders) placed, \(progress.ended) at their end, \(seconds) s "
            _ = line.withCString { write(2, $0, strlen($0)) }
        } else if elapsedMs % 5000 < 250 {
            printNote(
                #"{"placed":\#(progress.placed),"ended":\#(progress.ended),"total":\#(orders),"seconds":\#(seconds)}"#)
        }
    }

    /// - Returns: whether all that must hold does.
    private func printSummary(
        _ arguments: Arguments, _ progress: OutsideWorld.Progress, elapsedMs: Int64, _ directory: String
    ) throws -> Bool {
        let (findings, counts) = try checkTopics(
            settings, isComplete: true, group: isTrialCluster ? nil : settings.topicPrefix + "group")
        let broken = Set(findings.map(\.invariant))
        func verdict(_ invariants: Finding.Invariant...) -> String {
            let found = findings.filter { invariants.contains($0.invariant) }.count
            return found == 0 ? "yes" : "NO: \(found) findings"
        }
        var table = Table(["what", "value"])
        for (status, count) in counts.orders.sorted(by: { $0.key < $1.key }) {
            table.append(.string("orders \(status)"), .number("\(count)"))
        }
        table.append(.string("commands sent"), .number("\(counts.commands)"))
        table.append(.string("each answered exactly once"), .string(verdict(.answeredOnce, .deadLetters)))
        table.append(
            .string("of these repeated, and answered as the first time"), .number("\(counts.repeatedCommands)"))
        table.append(.string("of these refused"), .number("\(counts.rejectedCommands)"))
        table.append(
            .string("duplicates (a second issuing, an entry or event twice)"),
            .number(
                "\(progress.issuedTwice + findings.filter { $0.invariant == .oneIssuing || $0.invariant == .sequence }.count)"
            ))
        table.append(.string("anomalies told"), .number("\(counts.anomalies)"))
        table.append(.string("only legal transitions"), .string(verdict(.legalTransitions, .sequence)))
        table.append(.string("books follow the states"), .string(verdict(.booksFollowStates)))
        table.append(.string("float never negative"), .string(verdict(.float)))
        for (book, sum) in counts.books.sorted(by: { $0.key < $1.key }) {
            table.append(.string("book \(book), minor units"), .number("\(sum)"))
        }
        let replay = try verifyReplay(directory)
        table.append(.string("replay by another process"), .string(replay.words))
        table.append(.string("seconds"), .number("\(elapsedMs / 1000)"))
        printData(table.printed(as: arguments.outputFormat))
        for finding in findings.prefix(20) { printNote("finding: \(finding)") }
        printNote("demo: to look further, while the cluster is there:")
        let cluster = "--bootstrap-servers \(settings.bootstrapServers) --topic-prefix \(settings.topicPrefix)"
        if !isTrialCluster {
            printNote("  turnstile order list \(cluster)")
            printNote("  turnstile order history \(DemoCatalog.distributorID)/o1 \(cluster)")
        }
        if arguments.has("keep") { printNote("  the adapter's log: \(directory)/adapter.log") }
        return broken.isEmpty && progress.issuedTwice == 0 && replay.isRight
    }

    /// Has another process do everything again and hold it against what was published.
    private func verifyReplay(_ directory: String) throws -> (words: String, isRight: Bool) {
        let log = directory + "/replay.log"
        var process = try OwnProcess(
            arguments: ["replay", "verify", "--all"] + (isTrialCluster ? ["--trial-cluster"] : []),
            environment: [
                "TURNSTILE_KAFKA_BOOTSTRAP_SERVERS": settings.bootstrapServers,
                "TURNSTILE_TOPIC_PREFIX": settings.topicPrefix,
            ], logPath: log)
        let code = process.wait()
        let lines = String(decoding: readFile(log) ?? [], as: UTF8.self).split(separator: "\n")
        guard code == 0, let last = lines.last(where: { $0.hasPrefix("replay: ") }) else {
            for line in lines { printNote(String(line)) }
            return ("NO: exit \(code)", false)
        }
        return (String(last.dropFirst("replay: ".count)), true)
    }
}

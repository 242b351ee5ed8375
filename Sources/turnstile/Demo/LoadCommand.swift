import Glibc
import Kafka
import Operations
import Protobuf
import Records
import Service
import Signing
import Simulation

let loadCommand = Command(
    path: ["load"], summary: "made-up traffic at a rate, for trials and benchmarks",
    flags: [
        Flag("prepare", "first write load's own catalog to the directory and its secret to the secrets' directory"),
        Flag("orders", value: "N", "how many orders (default: 1000)"),
        Flag("per-second", value: "N", "how many are placed a second (default: 100)"),
        Flag("prefix", value: "TEXT", "of the order ids; never use one twice (default: from the time)"),
        Flag("seed", value: "S", "of what the partners do (default: 1)"),
        Flag("troubled", "half of the orders go to a supplier that fails, hangs, answers late and twice"),
        Flag("hold-seconds", value: "N", "with --prepare: how long the catalog's suppliers hold (default: 900)"),
        Flag(
            "whole-lives",
            "write place, lock, issue and issued of every order ahead, as fast as it goes, and answer nothing"),
        Flag(
            "from", value: "STEP", "with --whole-lives: issue is for orders that are locked already",
            choices: ["place", "issue"]),
        Flag("until", value: "STEP", "with --whole-lives: write lives only this far", choices: ["locked", "issued"]),
        Flag("first", value: "N", "with --whole-lives: the number of the first order (default: 0)"),
        Flag("stride", value: "N", "with --whole-lives: only every Nth order from there (default: 1)"),
        Flag("only-issued", "every order is placed and issued: nothing else, and nothing twice"),
        Flag(
            "latency",
            "tell at the end how long it took from a command's append to its event readable; on the broker's machine"),
        .output,
        Flag("execute", "write to the cluster; without this only the plan is shown"),
    ] + Flag.cluster,
    examples: [
        (
            "turnstile load --prepare --orders 100000 --per-second 2000 --execute",
            "live traffic beside a running adapter"
        ),
        ("turnstile load --prepare --orders 250000 --whole-lives --execute", "a million inputs to work off"),
        (
            "turnstile load --prepare --orders 8000 --per-second 800 --only-issued --latency --execute",
            "how soon a command's event can be read"
        ),
    ],
    run: runLoad)

private let loadSecret = "load's own secret"

private func runLoad(_ arguments: Arguments) throws -> ExitCode {
    let orders = try arguments.number("orders", in: 1...100_000_000, default: 1000)
    let perSecond = try arguments.number("per-second", in: 1...100_000, default: 100)
    let seed = UInt64(try arguments.number("seed", in: 0...Int.max, default: 1))
    let configured = try loadSettings(arguments)
    let settings = try kafkaSettings(configured)
    let prefix = arguments.value("prefix") ?? "load-\(UTCTime.nowMs())-"
    guard arguments.has("execute") else {
        printNote(
            "\(orders) orders of \(DemoCatalog.distributorID), \(prefix)0 to \(prefix)\(orders - 1), to the topics "
                + "\(settings.topicPrefix)* at \(settings.bootstrapServers); nothing was written: add --execute to do it"
        )
        return .done
    }
    if arguments.has("prepare") {
        let holdSeconds = try arguments.number("hold-seconds", in: 1...86_400, default: 900)
        // Trouble that takes a minute to be noticed is none that anybody waits for.
        let yaml = DemoCatalog.yaml(
            holdSeconds: holdSeconds, lockTimeoutMs: arguments.has("troubled") ? 5_000 : 60_000)
        let catalog = try Catalog(Array(yaml.utf8), file: "load's catalog")
        try publishDirectory(
            catalog.entries.map { ($0.key, $0.value) }, reason: "turnstile load --prepare", settings)
        mkdir(configured.secretsDirectory, 0o700)
        try writeFile("\(configured.secretsDirectory)/\(DemoCatalog.secretName)", Array(loadSecret.utf8))
    }
    if arguments.has("whole-lives") {
        let first = try arguments.number("first", in: 0...1_000_000_000, default: 0)
        let stride = try arguments.number("stride", in: 1...1_000_000, default: 1)
        let numbers = Swift.stride(from: first, to: first + orders * stride, by: stride)
        try writeWholeLives(
            numbers, prefix, from: arguments.value("from") ?? "place",
            until: arguments.value("until") ?? "issued", settings)
        return .done
    }
    // Before the partners' clients make threads.
    Signals.block()
    let world = OutsideWorld(settings)
    let troubled: SupplierTemper = arguments.has("troubled") ? .troubled : .faultless
    let watch = arguments.has("latency") ? LatencyWatch(settings) : nil
    let watching = try watch?.start()
    let threads = [
        world.startSuppliers(
            [DemoCatalog.steadySupplier: .faultless, DemoCatalog.troubledSupplier: troubled], seed: seed),
        world.startDistributor(
            orders: orders, perSecond: perSecond, prefix: prefix, secret: Array(loadSecret.utf8), seed: seed,
            onlyIssues: arguments.has("only-issued")),
    ]
    var seconds = 0
    var isPlacing = true
    while world.progress.ended < (isPlacing ? orders : world.progress.placed), world.progress.failure == nil {
        // Asked to end, it places nothing more and carries what it has placed to its end; asked twice, it ends.
        if Signals.wait(milliseconds: 1000) != nil {
            guard isPlacing else { throw CommandFailure(.failed, "it was ended before every order was at its end") }
            isPlacing = false
            world.placeNoMore()
        }
        seconds += 1
        let progress = world.progress
        printNote(
            #"{"placed":\#(progress.placed),"ended":\#(progress.ended),"total":\#(orders),"seconds":\#(seconds)}"#)
    }
    world.stop()
    threads.forEach { $0.join() }
    let progress = world.progress
    if let failure = progress.failure { throw CommandFailure(.failed, failure) }
    guard progress.issuedTwice == 0 else {
        throw CommandFailure(.difference, "\(progress.issuedTwice) orders were issued more than once at their supplier")
    }
    if let watch, let watching {
        watch.stop()
        watching.join()
        printData(latencies(try watch.result(warmUpMs: 2_000)).printed(as: arguments.outputFormat))
    }
    return .done
}

private func latencies(_ result: LatencyWatch.Result) -> Table {
    var table = Table(["commands", "unanswered", "p50_us", "p99_us", "max_us"])
    table.append(
        .whole(result.latenciesUs.count), .whole(result.unanswered), .whole(result.atShare(0.5)),
        .whole(result.atShare(0.99)), .whole(result.atShare(1)))
    return table
}

/// Writes the inputs in waves, so that within an order each is appended after the one that it follows.
private func writeWholeLives(
    _ numbers: StrideTo<Int>, _ prefix: String, from: String, until: String, _ settings: KafkaSettings
) throws {
    guard let signer = Signer(keyID: DemoCatalog.keyID, hmacSecret: Array(loadSecret.utf8)) else { return }
    var publisher = try Publisher(settings, log: quietLog)
    let commands = settings.name(of: .orderCommands)
    let results = settings.name(of: .supplierResults)
    var written = 0
    func send(_ topic: String, _ record: OutsideRecord?) throws {
        guard let record else { return }
        written += 1
        try publisher.publish(
            topic, key: record.key, value: record.value, headers: record.headers.map { ($0.name, $0.value) })
    }
    let waveOrders = 5000
    var orders = numbers.makeIterator()
    while true {
        var wave: [String] = []
        while wave.count < waveOrders, let number = orders.next() { wave.append("\(prefix)\(number)") }
        if wave.isEmpty { break }
        // New for each wave: the distributor in it remembers every order.
        var lives = WholeLives(
            distributorID: DemoCatalog.distributorID, supplierID: DemoCatalog.steadySupplier,
            offer: DemoCatalog.offers[0], signer: signer)
        let nowMs = UTCTime.nowMs()
        func step(_ body: (String) throws -> Void) throws {
            for order in wave { try body(order) }
            try publisher.flush(timeoutMs: 60_000)
            usleep(2000)
        }
        if from == "place" {
            try step { try send(commands, lives.place($0, nowMs: nowMs)) }
            try step { try send(results, lives.locked($0, nowMs: nowMs)) }
        }
        guard until == "issued" else { continue }
        try step { try send(commands, lives.issue($0, nowMs: nowMs)) }
        try step { try send(results, lives.issued($0, nowMs: nowMs)) }
    }
    printNote("\(written) inputs written")
}

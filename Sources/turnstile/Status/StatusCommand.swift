import Glibc
import Operations
import Orders
import Protobuf
import Records

let statusCommand = Command(
    path: ["status"],
    summary:
        "tells where every partition stands: owner, positions, lag, timers, open transactions; also with no adapter "
        + "running",
    flags: [
        Flag("watch", "go on telling, until it is interrupted"),
        Flag("interval", value: "SECONDS", "between two looks with --watch (default: 2)"),
        Flag(
            "http", value: "HOST:PORT",
            "the adapter to ask for its own view (default: the configuration's http_address)"),
        .output,
    ] + Flag.cluster,
    examples: [
        ("turnstile status", "from the cluster, with the view of the adapter on this machine"),
        ("turnstile status --watch", "look on"),
        ("turnstile status --http 10.0.0.7:8080 -o json", "another machine's adapter"),
    ],
    run: { arguments in
        let settings = try loadSettings(arguments)
        let kafka = try kafkaSettings(settings)
        let interval = try arguments.number("interval", in: 1...3600, default: 2)
        let address = arguments.value("http") ?? settings.httpAddress
        while true {
            let status = try ClusterStatus(kafka, groupID: settings.groupID)
            let instance = try address.flatMap { try InstanceStatus(at: $0) }
            if let named = arguments.value("http"), instance == nil {
                throw CommandFailure(
                    .failed, "no adapter answers at \(named)", todo: "without --http the cluster alone is asked")
            }
            let isScreen = arguments.has("watch") && arguments.outputFormat == .table && isatty(1) == 1
            if isScreen { printData("\u{1B}[H\u{1B}[2J") }
            printData(table(status, instance).printed(as: arguments.outputFormat))
            printNote(summary(status, instance, groupID: settings.groupID, address: address))
            guard arguments.has("watch") else { return .done }
            sleep(UInt32(interval))
        }
    })

/// What one adapter says of itself.
private struct InstanceStatus {
    var id: String
    var isReady: Bool
    var reason: String
    var partitions: [Int32: JSONValue] = [:]

    /// nil where no adapter answers there.
    init?(at address: String) throws {
        let page: (status: Int, body: [UInt8])?
        do { page = try httpGet(address, path: "/status", timeoutMs: 3_000) } catch {
            throw CommandFailure(.usage, "\(error)")
        }
        guard let page, page.status == 200, let text = String(validating: page.body, as: UTF8.self),
            let json = try? JSONValue(parsing: text), case .string(let id)? = json["instance"],
            case .bool(let isReady)? = json["ready"], case .string(let reason)? = json["reason"],
            case .array(let partitions)? = json["partitions"]
        else { return nil }
        (self.id, self.isReady, self.reason) = (id, isReady, reason)
        for partition in partitions {
            if case .number(let text)? = partition["partition"], let number = Int32(text) {
                self.partitions[number] = partition
            }
        }
    }
}

private func table(_ status: ClusterStatus, _ instance: InstanceStatus?) -> Table {
    var table = Table([
        "partition", "owner", "phase", "number", "clock", "commands", "commands_lag", "results", "results_lag",
        "actions", "actions_lag", "orders", "negotiations", "timers", "next_timer", "open_transaction_seconds",
        "open_transaction_in", "reason",
    ])
    let nowMs = UTCTime.nowMs()
    for row in status.partitions {
        let own = instance?.partitions[row.partition]
        let census = row.state?.census
        var cells: [JSONValue] = [
            .whole(row.partition), row.owner.map { .string($0) } ?? .null, own?["phase"] ?? .null,
            .whole(row.state?.number), .time(row.state?.clockMs),
        ]
        for input in row.inputs { cells += [.whole(input.next), .whole(input.lag)] }
        cells += [
            .whole(census.map { census in OrderStatus.allCases.reduce(0) { $0 + census[$1] } }),
            .whole(census?.negotiations), .whole(census?.timers), own?["nextTimer"] ?? .null,
            .whole(row.open.flatMap { $0.beganAtMs.map { max(nowMs - $0, 0) / 1000 } }),
            row.open.map { .string("\($0.topic.name):\($0.offset)") } ?? .null,
            .string(reason(row, own)),
        ]
        table.rows.append(cells)
    }
    return table
}

/// Why the partition does not go on, as far as that can be told.
private func reason(_ row: ClusterPartition, _ own: JSONValue?) -> String {
    if case .string(let reason)? = own?["reason"], !reason.isEmpty { return reason }
    for (topic, input) in zip(Topic.inputs, row.inputs) where input.isLost {
        return "the retained start of \(topic.name) is past the position"
    }
    return row.owner == nil ? "nobody has it" : ""
}

private func summary(
    _ status: ClusterStatus, _ instance: InstanceStatus?, groupID: String, address: String?
) -> String {
    let lag = status.partitions.flatMap(\.inputs).reduce(0) { $0 + ($1.lag ?? 0) }
    var text = "group \(groupID): \(status.groupState), \(status.memberCount) members; lag \(lag)"
    let oldest = status.partitions.compactMap(\.open).min { ($0.beganAtMs ?? .max) < ($1.beganAtMs ?? .max) }
    if let oldest {
        let age = oldest.beganAtMs.map { "\(max(UTCTime.nowMs() - $0, 0) / 1000) s old" } ?? "of unknown age"
        text += "; oldest open transaction: \(age), in \(oldest.topic.name) from \(oldest.offset)"
    } else {
        text += "; no open transaction"
    }
    if let instance {
        let state = instance.isReady ? "ready" : "not ready: \(instance.reason)"
        text += "; adapter \(instance.id): \(state)"
    } else if let address {
        text += "; no adapter answers at \(address): phases are not told"
    }
    return text
}

import Glibc
import Kafka
import Orders
import Protobuf
import Records
import Schemas
import Signing

let orderKeyOperand = Operand(name: "KEY", help: "<distributor_id>/<distributor_order_id>")

let orderCommands = [
    Command(
        path: ["order", "get"], summary: "prints what the adapter knows of one order now, as JSON",
        operands: [orderKeyOperand], flags: Flag.cluster,
        examples: [("turnstile order get d001/42", "its status, holds, refunds, timers, from the changelog")],
        run: getOrder),
    Command(
        path: ["order", "history"],
        summary: "lists all that happened to one order: commands, events, requests, results, entries",
        operands: [orderKeyOperand],
        flags: [Flag("follow", "go on as more comes"), Flag("full", "with the whole messages as JSON"), .output]
            + Flag.cluster,
        examples: [
            ("turnstile order history d001/42", "its time line, with where each record stands"),
            ("turnstile order history d001/42 --follow -o jsonl", "watch it"),
        ],
        run: orderHistory),
    Command(
        path: ["order", "list"], summary: "lists orders with their status",
        flags: [
            Flag("status", value: "STATUS", "only these: LOCKING, LOCKED, FIXING, FIXED, …"),
            Flag("since", value: "RFC3339", "only those whose last event is not older"), .output,
        ] + Flag.cluster,
        examples: [("turnstile order list --status FIXING", "what is being issued or negotiated")],
        run: listOrders),
]

/// - Throws: a usage failure where the text is no order's key.
func orderKey(_ text: String) throws -> [UInt8] {
    guard text.split(separator: "/", omittingEmptySubsequences: false).count == 2 else {
        throw CommandFailure(
            .usage, "\(text) is no order key", todo: "an order key is <distributor_id>/<distributor_order_id>")
    }
    return Array(text.utf8)
}

/// The partition of an order in every topic.
private func homePartition(of key: [UInt8], _ settings: KafkaSettings) throws -> Int32 {
    let count = try countPartitions(of: .orderCommands, settings)
    return key.withUnsafeBytes { Murmur2.partition(of: $0, count: count) }
}

private func getOrder(_ arguments: Arguments) throws -> ExitCode {
    let settings = try kafkaSettings(loadSettings(arguments))
    let key = try orderKey(arguments.operands[0])
    let state = try orderState(of: key, settings)
    let json = try InternalProto.OrderRecord.descriptor.json(state.span.bytes)
    printData(readableState(json).text(pretty: true) + "\n")
    return .done
}

/// The order's record as the changelog has it.
func orderState(of key: [UInt8], _ settings: KafkaSettings) throws -> [UInt8] {
    let partition = try homePartition(of: key, settings)
    var state: [UInt8]?
    var reader = try TopicReader(settings, log: quietLog)
    try reader.readToEnd(settings.name(of: .orderState), partitions: [partition]) { record in
        if copied(record.key) == key { state = record.value.map { Array($0) } }
        return .goOn
    }
    guard let state else {
        throw CommandFailure(
            .notFound, "there is no order \(String(decoding: key, as: UTF8.self))",
            todo: "its commands may have been refused: turnstile order history")
    }
    return state
}

/// A state as people read it: ids and currencies, which are kept as bytes and as a number, become texts; times that are
/// told from the placing on become times.
func readableState(_ json: JSONValue, name: String = "", placedAtMs: Int64 = 0) -> JSONValue {
    switch json {
    case .object(let members):
        var placed = placedAtMs
        if case .string(let text)? = json["placing"]?["placedAtMs"] ?? json["order"]?["placing"]?["placedAtMs"] {
            placed = Int64(text) ?? 0
        }
        return .object(
            members.map { member in
                let (name, value) = (member.name, member.value)
                if case .string(let text) = value, let number = Int64(text), name.hasSuffix("Ms") {
                    let isDelta = name.hasSuffix("DeltaMs")
                    return (
                        String(name.dropLast(isDelta ? 7 : 2)),
                        .string(dateTime(ofMilliseconds: isDelta ? placed + number : number))
                    )
                }
                return (name, readableState(value, name: name, placedAtMs: placed))
            })
    case .array(let elements): return .array(elements.map { readableState($0, name: name, placedAtMs: placedAtMs) })
    case .string(let text):
        let isID = name == "id" || name.hasSuffix("Id") || name == "results"
        guard isID, let bytes = Base64.decode(text) else { return json }
        return .string(String(decoding: bytes, as: UTF8.self))
    case .number(let text):
        guard name.hasSuffix("Currency"), let packed = UInt32(text), let currency = Currency(packed: packed) else {
            return json
        }
        return .string("\(currency)")
    default: return json
    }
}

/// The topics of an order's time line.
private let timeLine: [Topic] = [
    .orderCommands, .supplierResults, .operatorActions, .orderEvents, .supplierRequests, .receivableEntries,
    .settlementEntries,
]

private struct TimeLineRecord {
    var atMs: Int64
    var topic: Topic
    var offset: Int64
    var partition: Int32
    var json: JSONValue
}

private func orderHistory(_ arguments: Arguments) throws -> ExitCode {
    let settings = try kafkaSettings(loadSettings(arguments))
    let key = try orderKey(arguments.operands[0])
    let partition = try homePartition(of: key, settings)
    var reader = try TopicReader(settings, log: quietLog)
    var records: [TimeLineRecord] = []
    var ends: [Topic: Int64] = [:]
    for topic in timeLine {
        try reader.readToEnd(settings.name(of: topic), partitions: [partition]) { record in
            ends[topic] = record.offset + 1
            if let line = timeLineRecord(topic, record, key) { records.append(line) }
            return .goOn
        }
    }
    // What one transaction wrote has one time: an input comes before what it led to.
    records.sort { ($0.atMs, $0.topic.rawValue, $0.offset) < ($1.atMs, $1.topic.rawValue, $1.offset) }
    guard !records.isEmpty || arguments.has("follow") else {
        throw CommandFailure(.notFound, "nothing is known of \(String(decoding: key, as: UTF8.self))")
    }
    printTimeLine(records, arguments)
    guard arguments.has("follow") else { return .done }
    while true {
        for topic in timeLine {
            var fresh: [TimeLineRecord] = []
            try reader.readToEnd(
                settings.name(of: topic), partitions: [partition], from: ends[topic].map { .offset($0) } ?? .earliest
            ) { record in
                ends[topic] = record.offset + 1
                if let line = timeLineRecord(topic, record, key) { fresh.append(line) }
                return .goOn
            }
            if !fresh.isEmpty { printTimeLine(fresh, arguments) }
        }
        usleep(200_000)
    }
}

private func timeLineRecord(_ topic: Topic, _ record: TopicRecord, _ key: [UInt8]) -> TimeLineRecord? {
    guard copied(record.key) == key, let message = topic.message(key: key) else { return nil }
    let value = copied(record.value)
    let json = json(value, message) ?? .string("\(value.count) bytes that are no \(message.name)")
    return TimeLineRecord(
        atMs: record.timestampMs ?? 0, topic: topic, offset: record.offset, partition: record.partition, json: json)
}

private func printTimeLine(_ records: [TimeLineRecord], _ arguments: Arguments) {
    let isFull = arguments.has("full") || arguments.outputFormat == .json || arguments.outputFormat == .jsonl
    var table = Table(["time", "topic", "where", "what", "id", "status"] + (isFull ? ["message"] : []))
    for record in records {
        let what = whatHappened(record)
        var row: [JSONValue] = [
            .string(dateTime(ofMilliseconds: record.atMs)), .string(record.topic.name),
            .string("\(record.partition):\(record.offset)"), .string(what.kind), .string(what.id), .string(what.status),
        ]
        if isFull { row.append(record.json) }
        table.rows.append(row)
    }
    printData(table.printed(as: arguments.outputFormat))
}

/// The message's oneof, its own id and, of an event, the status that the order then has.
private func whatHappened(_ record: TimeLineRecord) -> (kind: String, id: String, status: String) {
    guard case .object(let members) = record.json else { return ("unreadable", "", "") }
    func text(_ name: String) -> String {
        if case .string(let text)? = record.json[name] { return text }
        return ""
    }
    // Its own id first: an entry also names its event, a result its request.
    let ids = ["entryId", "eventId", "commandId", "resultId", "actionId", "requestId"]
    let id = ids.lazy.map(text).first { !$0.isEmpty } ?? ""
    if record.topic == .receivableEntries || record.topic == .settlementEntries {
        let amount = record.json["amount"]
        var sum = ""
        if case .string(let units)? = amount?["minorUnits"], case .string(let currency)? = amount?["currency"] {
            sum = "\(units) \(currency)"
        }
        return (text("kind"), id, sum)
    }
    let envelope = ["cause", "amount", "createdAt", "occurredAt"]
    let kind = members.last { member in
        guard case .object = member.value else { return false }
        return !envelope.contains(member.name)
    }
    return (kind?.name ?? text("outcome"), id, text("status"))
}

private func listOrders(_ arguments: Arguments) throws -> ExitCode {
    let settings = try kafkaSettings(loadSettings(arguments))
    let wanted = arguments.value("status").map { "ORDER_STATUS_\($0)" }
    if let wanted, Proto.OrderStatus.descriptor.number(of: wanted) == nil {
        let known = Proto.OrderStatus.descriptor.values.dropFirst().map { $0.name.dropFirst("ORDER_STATUS_".count) }
        throw CommandFailure(.usage, "--status is one of \(known.joined(separator: ", "))")
    }
    let sinceMs = try arguments.time("since")
    var orders: [String: (status: Int32, delivery: Int32, sequence: UInt64, atMs: Int64)] = [:]
    var reader = try TopicReader(settings, log: quietLog)
    try reader.readToEnd(settings.name(of: .orderEvents)) { record in
        let value = protobuf(copied(record.value), Proto.OrderEvent.descriptor)
        guard let event = try? Proto.OrderEvent.View(value.span.bytes), event.sequence > 0 else { return .goOn }
        orders[String(decoding: copied(record.key), as: UTF8.self)] =
            (event.status, event.deliveryStatus, event.sequence, record.timestampMs ?? 0)
        return .goOn
    }
    var table = Table(["order", "status", "delivery", "events", "last"])
    for (key, order) in orders.sorted(by: { $0.key < $1.key }) {
        let status = Proto.OrderStatus.descriptor.name(of: order.status) ?? "\(order.status)"
        guard wanted == nil || wanted == status, sinceMs.map({ order.atMs >= $0 }) ?? true else { continue }
        let delivery = Proto.DeliveryStatus.descriptor.name(of: order.delivery) ?? "\(order.delivery)"
        table.append(
            .string(key), .string(String(status.dropFirst("ORDER_STATUS_".count))),
            .string(String(delivery.dropFirst("DELIVERY_STATUS_".count))), .number("\(order.sequence)"),
            .string(dateTime(ofMilliseconds: order.atMs)))
    }
    printData(table.printed(as: arguments.outputFormat))
    return .done
}

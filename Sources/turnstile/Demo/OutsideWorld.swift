import Kafka
import Operations
import Records
import Schemas
import Service
import Signing
import Simulation
import Synchronization

/// The partners of a trial: suppliers that answer requests, and a distributor that places orders and carries them
/// through, each on a thread of its own, over a real log.
final class OutsideWorld: Sendable {
    struct Progress: Sendable {
        var placed = 0
        var ended = 0
        var results = 0
        /// Orders that the suppliers really issued more than once.
        var issuedTwice = 0
        var failure: String?
    }

    private let state = Mutex(Progress())
    private let isStopping = Atomic(false)
    private let isPlacing = Atomic(true)
    private let settings: KafkaSettings

    var progress: Progress { state.withLock { $0 } }

    init(_ settings: KafkaSettings) { self.settings = settings }

    func stop() { isStopping.store(true, ordering: .relaxed) }

    /// - Parameter tempers: by supplier id.
    func startSuppliers(_ tempers: [String: SupplierTemper], seed: UInt64) -> Thread {
        Thread("suppliers") { [self] in
            guarded {
                var suppliers = tempers.mapValues { SimulatedSupplier(temper: $0, seed: seed) }
                var mailbox = try Mailbox(settings, topic: .supplierResults)
                var reader = try TopicReader(settings, log: quietLog)
                try reader.follow(settings.name(of: .supplierRequests), idleMs: 5) {
                    try self.pause(&mailbox)
                } _: { record in
                    let value = protobuf(copied(record.value), Proto.SupplierRequest.descriptor)
                    if let id = SimulatedSupplier.supplierID(of: value.span.bytes) {
                        mailbox.add(try suppliers[id]?.handle(value.span.bytes, nowMs: UTCTime.nowMs()) ?? [])
                    }
                    return try self.pause(&mailbox)
                }
                let twice = suppliers.values.reduce(0) { $0 + $1.issuings.values.filter { $0 > 1 }.count }
                state.withLock { $0.issuedTwice = twice }
            }
        }
    }

    /// No further order is placed; those that are placed are carried on.
    func placeNoMore() { isPlacing.store(false, ordering: .relaxed) }

    /// - Parameters:
    ///   - perSecond: how many orders are placed.
    ///   - prefix: of the order ids, so that a second run places other orders.
    ///   - onlyIssues: every order is placed and issued: nothing else, and nothing twice.
    func startDistributor(
        orders: Int, perSecond: Int, prefix: String, secret: [UInt8], seed: UInt64, onlyIssues: Bool = false
    ) -> Thread {
        Thread("distributor") { [self] in
            guarded {
                guard let signer = Signer(keyID: DemoCatalog.keyID, hmacSecret: secret) else {
                    throw CommandFailure(.failed, "an empty secret signs nothing")
                }
                var distributor = SimulatedDistributor(
                    distributorID: DemoCatalog.distributorID, offers: DemoCatalog.offers, signer: signer, seed: seed,
                    duplicatesPercent: onlyIssues ? 0 : 10, onlyIssues: onlyIssues)
                var mailbox = try Mailbox(settings, topic: .orderCommands)
                var reader = try TopicReader(settings, log: quietLog)
                let startMs = UTCTime.nowMs()
                var placed = 0
                func goOn() throws -> TopicReader.Next {
                    let nowMs = UTCTime.nowMs()
                    let due = min(orders, Int(nowMs - startMs) * perSecond / 1000 + 1)
                    while placed < due, isPlacing.load(ordering: .relaxed) {
                        mailbox.add(distributor.place("\(prefix)\(placed)", nowMs: nowMs))
                        placed += 1
                    }
                    state.withLock {
                        $0.placed = placed
                        $0.ended = distributor.ended
                    }
                    return try self.pause(&mailbox)
                }
                try reader.follow(settings.name(of: .orderEvents), idleMs: 5, idle: goOn) { record in
                    let value = protobuf(copied(record.value), Proto.OrderEvent.descriptor)
                    mailbox.add(try distributor.handle(value.span.bytes, nowMs: UTCTime.nowMs()))
                    return try goOn()
                }
            }
        }
    }

    /// Sends what is due; tells whether to go on.
    private func pause(_ mailbox: inout Mailbox) throws -> TopicReader.Next {
        let sent = try mailbox.sendDue(nowMs: UTCTime.nowMs())
        if sent > 0, mailbox.topic == .supplierResults { state.withLock { $0.results += sent } }
        return isStopping.load(ordering: .relaxed) ? .stop : .goOn
    }

    private func guarded(_ body: () throws -> Void) {
        do { try body() } catch {
            let message = (error as? CommandFailure)?.what ?? "\(error)"
            state.withLock { $0.failure = message }
        }
    }
}

/// Records that are to be sent, each when it is due.
private struct Mailbox: ~Copyable {
    let topic: Topic
    private let name: String
    private var publisher: Publisher
    private var waiting: [(dueMs: Int64, record: OutsideRecord)] = []

    init(_ settings: KafkaSettings, topic: Topic) throws {
        self.topic = topic
        name = settings.name(of: topic)
        // A partner goes on asking until its record is there, whatever becomes of the brokers meanwhile, and now and
        // then says a thing twice.
        publisher = try Publisher(settings, deliveryTimeoutMs: 600_000, isIdempotent: false, log: quietLog)
    }

    mutating func add(_ records: [OutsideRecord]) {
        let nowMs = UTCTime.nowMs()
        waiting += records.map { (nowMs + $0.delayMs, $0) }
    }

    /// - Returns: how many were sent.
    /// - Throws: `KafkaFailure`, also where one that was sent before did not arrive.
    mutating func sendDue(nowMs: Int64) throws -> Int {
        try publisher.checkDelivery()
        guard waiting.contains(where: { $0.dueMs <= nowMs }) else { return 0 }
        var sent = 0
        for entry in waiting where entry.dueMs <= nowMs {
            try publisher.publish(
                name, key: entry.record.key, value: entry.record.value,
                headers: entry.record.headers.map { ($0.name, $0.value) })
            sent += 1
        }
        waiting.removeAll { $0.dueMs <= nowMs }
        return sent
    }
}

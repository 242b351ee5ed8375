internal import CRdkafka
public import Records
internal import Synchronization

/// Who a worker is in its group. One set a worker: no two workers of an installation share an instance or a
/// transactional id.
public struct WorkerIdentity: Sendable {
    public var groupID: String
    /// `group.instance.id`: kept over restarts, so that the worker comes back to its partitions.
    public var instanceID: String
    public var transactionalID: String

    public init(groupID: String, instanceID: String, transactionalID: String) {
        self.groupID = groupID
        self.instanceID = instanceID
        self.transactionalID = transactionalID
    }
}

/// One worker's end of a Kafka log: a static member of the group, and a transactional producer on a thread of its own.
///
/// All inboxes of a log must be gone before the log is: they hold messages in librdkafka's memory.
public struct KafkaLog: ~Copyable, Log {
    private enum Assignment {
        case none
        /// librdkafka has given partitions; they are taken when the group's stable offsets are known.
        case arriving(partitions: [Int32], membership: GroupMembership)
        case held(GroupMembership)
        /// The engine was told to let go.
        case leaving(GroupMembership, isLost: Bool)
    }

    private let settings: KafkaSettings
    private let log: KafkaLogCallback
    private let consumer: Consumer
    let committer: Committer
    /// Reads uncommitted records' ends too: an open transaction in an input holds timers back.
    private let watermarks: Client
    public let counters: LogCounters
    private var assignment = Assignment.none
    private var inputs: [InputQueue] = []
    private var hasFailed = false
    private let scratch: UnsafeMutableBufferPointer<UnsafeMutablePointer<rd_kafka_message_t>?>

    /// Joins the group. The first assignment comes with `assignmentChange`.
    /// - Parameters:
    ///   - partitionCount: the number of partitions of every input, by which the receive budget is divided.
    ///   - log: gets librdkafka's lines, on its threads.
    public init(
        _ settings: KafkaSettings, identity: WorkerIdentity, partitionCount: Int32, log: @escaping KafkaLogCallback
    ) throws(KafkaFailure) {
        let queues = max(Int(partitionCount), 1) * Topic.inputs.count
        let counters = LogCounters()
        let consumer = try Consumer(
            settings, identity: identity,
            queueKilobytes: min(max(settings.receiveBudgetBytes / queues / 1024, 64), 1 << 20),
            log: log)
        let watermarks = try makeWatermarkReader(settings, log: log)
        let committer = try Committer(
            settings, identity: identity, counters: counters, loopBell: try consumer.wakeup.duplicate(), log: log)
        try consumer.subscribe(Topic.inputs.map { settings.name(of: $0) })
        self.settings = settings
        self.log = log
        self.consumer = consumer
        self.watermarks = watermarks
        self.committer = committer
        self.counters = counters
        scratch = .allocate(capacity: 1024)
        scratch.initialize(repeating: nil)
    }

    /// Leaves the group, so that its partitions go to others at once: for scaling in. `revoked` follows. Without it a
    /// static member's partitions wait for it until the session's time-out.
    public mutating func leaveGroup() { consumer.unsubscribe() }

    public mutating func wait(milliseconds: Int) {
        if case .arriving = assignment { return consumer.wakeup.wait(milliseconds: min(milliseconds, 20)) }
        consumer.wakeup.wait(milliseconds: milliseconds)
    }

    // MARK: - Assignment

    public mutating func assignmentChange() -> AssignmentChange? {
        switch assignment {
        case .arriving(let partitions, let membership): return arrive(partitions, membership)
        case .leaving(_, isLost: true): return nil  // what comes next waits until the engine has let go
        case .none, .held, .leaving: break
        }
        while let event = consumer.nextEvent() {
            switch event {
            case .assign(let given):
                guard let membership = consumer.membership() else {
                    // It is no member any more; the next assignment comes when it is one again.
                    consumer.unassign()
                    continue
                }
                return arrive(completePartitions(given), membership)
            case .revoke(let isLost):
                guard case .held(let membership) = assignment else {
                    releaseAssignment()
                    continue
                }
                counters.revocations.add(1, ordering: .relaxed)
                assignment = .leaving(membership, isLost: isLost)
                guard isLost else { return .revoked }
                counters.losses.add(1, ordering: .relaxed)
                // At once: until then librdkafka 2.0.2 sends heartbeats without its member's id, by which a static
                // member is taken for another one and fenced for good.
                consumer.unassign()
                return .lost
            case .fatal(let failure):
                if hasFailed { continue }
                hasFailed = true
                committer.mailbox.consumerFailure = failure.description
                return .failed(reason: failure.description)
            }
        }
        return nil
    }

    /// The partitions of which all three inputs were given; the others are not taken.
    private func completePartitions(_ given: [(topic: String, partition: Int32)]) -> [Int32] {
        let names = Topic.inputs.map { settings.name(of: $0) }
        let all = Set(given.map(\.partition)).sorted()
        let complete = all.filter { partition in
            names.allSatisfy { name in given.contains { $0.topic == name && $0.partition == partition } }
        }
        for partition in all where !complete.contains(partition) {
            log(
                KafkaLogLine(
                    level: 3, facility: "ASSIGN",
                    text: "Partition \(partition) is not taken: it was assigned without its siblings."))
        }
        return complete
    }

    private mutating func arrive(_ partitions: [Int32], _ membership: GroupMembership) -> AssignmentChange? {
        guard consumer.membership() == membership else {
            // The membership ended before the partitions could be taken: the engine never learns of them.
            assignment = .none
            consumer.unassign()
            return nil
        }
        do throws(KafkaFailure) {
            let assigned = try positions(of: partitions)
            let starts = try starts(of: assigned)
            let list = PartitionList(capacity: starts.count)
            for (topic, partition, start) in starts {
                let name = settings.name(of: topic)
                guard let queue = consumer.openQueue(name, partition) else { continue }
                inputs.append(InputQueue(topic: topic, partition: partition, queue: queue, position: start))
                list.add(name, partition, offset: start)
            }
            try consumer.assign(list)
            assignment = .held(membership)
            counters.assignments.add(1, ordering: .relaxed)
            return .assigned(assigned)
        } catch {
            closeQueues()
            // Another member's transaction may still be open, or the coordinator away: asked again soon.
            log(KafkaLogLine(level: 5, facility: error.code, text: error.description))
            assignment = .arriving(partitions: partitions, membership: membership)
            return nil
        }
    }

    /// Where each input begins: where the group says, or at the retained start. It is asked for, so that a position is
    /// known before the first record: a transaction may have to commit it.
    private func starts(
        of assigned: [AssignedPartition]
    ) throws(KafkaFailure) -> [(topic: Topic, partition: Int32, start: Int64)] {
        let all = assigned.flatMap { partition in
            zip(Topic.inputs, partition.committed).map { (topic: $0, partition: partition.partition, committed: $1) }
        }
        let asked = all.filter { $0.committed == nil }.map { (topic: settings.name(of: $0.topic), $0.partition) }
        var earliest = try startOffsets(
            watermarks.handle, asked, at: Int64(RD_KAFKA_OFFSET_BEGINNING), timeoutMs: 1_000)[...]
        return all.map { input in
            (input.topic, input.partition, input.committed ?? max(earliest.popFirst() ?? 0, 0))
        }
    }

    private func positions(of partitions: [Int32]) throws(KafkaFailure) -> [AssignedPartition] {
        if partitions.isEmpty { return [] }
        let asked = partitions.flatMap { partition in
            Topic.inputs.map { (topic: settings.name(of: $0), partition: partition) }
        }
        let committed = try committedOffsets(consumer.client, asked, timeoutMs: 1_000)
        return partitions.enumerated().map { index, partition in
            let own = committed[index * Topic.inputs.count..<(index + 1) * Topic.inputs.count]
            let mark = zip(Topic.inputs, own).first { $0.0 == .orderCommands }?.1.flatMap { CommitMark($0.metadata) }
            return AssignedPartition(
                partition: partition, committed: own.map { $0?.offset }, number: mark?.number)
        }
    }

    public mutating func releaseAssignment() {
        closeQueues()
        if case .leaving(_, isLost: true) = assignment {} else { consumer.unassign() }
        assignment = .none
        // What was not asked for meanwhile may have rung the bell already.
        consumer.wakeup.ring()
    }

    private mutating func closeQueues() {
        for input in inputs { consumer.closeQueue(input.queue) }
        inputs.removeAll()
    }

    // MARK: - Receiving

    public func makeInbox() -> Inbox {
        Inbox { handle in rd_kafka_message_destroy(handle.assumingMemoryBound(to: rd_kafka_message_t.self)) }
    }

    public mutating func take(
        _ topic: Topic, _ partition: Int32, limit: Int, into inbox: inout Inbox
    ) throws(InputFailure) -> Int {
        guard let index = index(of: topic, partition) else { return 0 }
        let name = settings.name(of: topic)
        // The loop stands still meanwhile.
        let hasToBegin = inputs[index].resolve { retained(watermarks.handle, name, partition, timeoutMs: 100) }
        if hasToBegin { beginAnew() }
        return try inputs[index].take(
            limit: limit, into: &inbox, scratch: scratch, acceptsCreateTime: settings.acceptsCreateTime,
            context: consumer.client.context)
    }

    /// Has librdkafka fetch every input from its position. It takes no single partition back into an assignment; what it
    /// had fetched already and nobody has taken is fetched again.
    private func beginAnew() {
        guard case .held = assignment else { return }
        refreshLeaders(consumer.client.handle, topics: Set(Topic.inputs.map { settings.name(of: $0) }), timeoutMs: 100)
        let list = PartitionList(capacity: inputs.count)
        for input in inputs { list.add(settings.name(of: input.topic), input.partition, offset: input.position ?? 0) }
        do throws(KafkaFailure) { try consumer.assign(list) } catch { consumer.client.context.report(error) }
    }

    public mutating func position(_ topic: Topic, _ partition: Int32) -> Int64? {
        index(of: topic, partition).flatMap { inputs[$0].position }
    }

    /// The inputs stand in the order of their partitions, three each.
    private func index(of topic: Topic, _ partition: Int32) -> Int? {
        var low = 0
        var high = inputs.count
        while low < high {
            let middle = (low + high) / 2
            if inputs[middle].partition < partition { low = middle + 1 } else { high = middle }
        }
        while low < inputs.count, inputs[low].partition == partition {
            if inputs[low].topic == topic { return low }
            low += 1
        }
        return nil
    }

    public mutating func highWatermarks(
        _ inputs: [(topic: Topic, partition: Int32)], timeoutMs: Int
    ) -> [Int64?] {
        do throws(KafkaFailure) {
            return try endOffsets(
                watermarks.handle, inputs.map { (settings.name(of: $0.topic), $0.partition) }, timeoutMs: timeoutMs)
        } catch {
            log(KafkaLogLine(level: 4, facility: error.code, text: error.description))
            return inputs.map { _ in nil }
        }
    }

    // MARK: - Publishing

    public mutating func submit(_ transaction: consuming sending Transaction) {
        committer.mailbox.submit(transaction, membership: membership)
    }

    public mutating func settled() -> Settlement? { committer.mailbox.takeSettlement() }

    var membership: GroupMembership? {
        switch assignment {
        case .held(let membership), .leaving(let membership, _): membership
        case .none, .arriving: nil
        }
    }

    deinit {
        for input in inputs { consumer.closeQueue(input.queue) }
        scratch.deallocate()
    }
}

/// A client for the ends of partitions, uncommitted records included.
func makeWatermarkReader(_ settings: KafkaSettings, log: @escaping KafkaLogCallback) throws(KafkaFailure) -> Client {
    var configuration = try ClientConfiguration(settings)
    try configuration.set("isolation.level", "read_uncommitted")
    return try configuration.makeClient(RD_KAFKA_CONSUMER, log: log)
}

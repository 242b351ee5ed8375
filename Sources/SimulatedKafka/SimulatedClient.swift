public import Records

/// What a process has of the Kafka client: a member of the group, and a transactional producer that a committer of its
/// own takes through a transaction's phases. Its threads are turned from outside, one small step at a time, so that
/// anything can happen between any two steps.
///
/// It is a model of module Kafka, and keeps the same promises: own positions, the membership of the assignment, and a
/// producer that is replaced after any doubt.
public final class SimulatedClient: @unchecked Sendable {
    enum Membership {
        case none
        case joining(memberID: String)
        case arriving(GroupMembership, [Int32])
        case held(GroupMembership)
        case leaving(GroupMembership)
        case lost
    }

    /// The process is stopped (SIGSTOP): none of its threads turns.
    public var isFrozen = false
    public let name: String
    let cluster: SimulatedCluster
    var committing = Committing()
    /// What becomes of each request of the committer.
    public var network: (RequestKind) -> RequestFate = { _ in .answered }
    /// Whether the broker finds a record too large.
    public var isTooLarge: (SimulatedCluster.Place, SimulatedCluster.Record) -> Bool = { _, _ in false }
    /// Whether a producer is replaced after any request whose outcome was in doubt.
    public var recyclesOnDoubt = true
    /// What an input has that was fetched; records beyond it are at the broker only. Everything, where nothing is said.
    public var fetchedEnd: [SimulatedCluster.Place: Int64] = [:]
    /// When the last answer to a question for high watermarks came, and what it said.
    public private(set) var askedAtMs: [SimulatedCluster.Place: Int64] = [:]
    /// The membership is over for good.
    public private(set) var hasFailed = false
    /// How often an assignment was taken away: revoked, lost.
    public private(set) var revocations = 0
    public private(set) var losses = 0
    /// Of those, how many while a transaction was under way.
    public private(set) var interruptions = 0

    /// Told that another member may go on, and not given an assignment since.
    var isFenced = false
    private var membership = Membership.none
    private var memberID: String?
    private var changes: [AssignmentChange] = []
    private var positions: [SimulatedCluster.Place: Int64] = [:]
    private var nextBeatMs = Int64.min
    private static let beatMs: Int64 = 1_000

    public init(_ cluster: SimulatedCluster, name: String) {
        self.cluster = cluster
        self.name = name
    }

    public var hasAssignment: Bool {
        if case .held = membership { true } else { false }
    }

    var currentMembership: GroupMembership? {
        switch membership {
        case .held(let membership), .leaving(let membership): membership
        case .none, .joining, .arriving, .lost: nil
        }
    }

    /// A change of the assignment that a test wants the engine to see.
    public func announce(_ change: AssignmentChange) { changes.append(change) }

    /// Leaves the group: for scaling in.
    public func leaveGroup() {
        if let memberID { cluster.group.leave(memberID, nowMs: cluster.nowMs) }
    }

    // MARK: - The consumer's thread

    /// One turn of the thread that keeps the membership.
    public func turnMembership() {
        guard !isFrozen, !cluster.isDown, !hasFailed else { return }
        let nowMs = cluster.nowMs
        switch membership {
        case .none:
            let id = cluster.group.join(name, memberID: memberID, nowMs: nowMs)
            memberID = id
            membership = .joining(memberID: id)
        case .joining(let id):
            switch cluster.group.joined(id) {
            case .waiting: break
            case .assigned(let held, let partitions): membership = .arriving(held, partitions)
            case .unknown:
                memberID = nil
                membership = .none
            }
        case .arriving(let held, let partitions):
            guard beat(held) == .goOn else {
                membership = .none
                return
            }
            // Stable offsets are asked for: another member's transaction may still be open.
            guard !cluster.hasPendingOffsets(partitions) else { return }
            take(held, partitions)
        case .held(let held):
            guard nowMs >= nextBeatMs else { return }
            switch beat(held) {
            case .goOn: break
            case .rejoin: revoke(held)
            case .unknown:
                memberID = nil
                losses += 1
                if phaseName != nil { interruptions += 1 }
                membership = .lost
                changes.append(.lost)
            case .fenced:
                hasFailed = true
                changes.append(.failed(reason: "Another process has the same instance id."))
            }
        case .leaving(let held):
            if nowMs >= nextBeatMs { _ = beat(held) }
        case .lost: break
        }
    }

    private func beat(_ held: GroupMembership) -> Group.Beat {
        nextBeatMs = cluster.nowMs + Self.beatMs
        return cluster.group.heartbeat(held, nowMs: cluster.nowMs)
    }

    private func revoke(_ held: GroupMembership) {
        revocations += 1
        if phaseName != nil { interruptions += 1 }
        membership = .leaving(held)
        changes.append(.revoked)
    }

    private func take(_ held: GroupMembership, _ partitions: [Int32]) {
        let assigned = partitions.map { partition in
            let committed = cluster.committed[partition] ?? SimulatedCluster.Committed()
            return AssignedPartition(
                partition: partition, committed: committed.offsets, number: committed.number)
        }
        for partition in assigned {
            for (input, topic) in Topic.inputs.enumerated() {
                let place = SimulatedCluster.Place(topic: topic, partition: partition.partition)
                positions[place] = partition.committed[input] ?? cluster.startOffset[place] ?? 0
            }
        }
        membership = .held(held)
        isFenced = false
        changes.append(.assigned(assigned))
    }

    // MARK: - For the engine

    func nextChange() -> AssignmentChange? { changes.isEmpty ? nil : changes.removeFirst() }

    func release() {
        positions.removeAll()
        membership = .none
    }

    func position(_ place: SimulatedCluster.Place) -> Int64? { positions[place] }

    func highWatermarks(_ places: [SimulatedCluster.Place]) -> [Int64?] {
        places.map { place in
            let end = cluster.highWatermark(place)
            if end != nil { askedAtMs[place] = cluster.nowMs }
            return end
        }
    }

    func take(_ place: SimulatedCluster.Place, limit: Int, into inbox: inout Inbox) throws(InputFailure) -> Int {
        guard var position = positions[place] else { return 0 }
        if position < cluster.startOffset[place] ?? 0 {
            throw InputFailure(topic: place.topic, partition: place.partition, fault: .positionLost)
        }
        let end = min(cluster.stableEnd(place), fetchedEnd[place] ?? .max)
        var taken = 0
        while taken < limit, position < end, let record = cluster.records[place]?[Int(position)] {
            if record.isReadable {
                record.put(into: &inbox, from: place, offset: position)
                taken += 1
            }
            position += 1
        }
        positions[place] = position
        return taken
    }
}

extension SimulatedCluster.Record {
    /// Puts a copy of it into an inbox, as it is received.
    public func put(into inbox: inout Inbox, from place: SimulatedCluster.Place, offset: Int64) {
        func with<R>(_ bytes: [UInt8]?, _ body: (UnsafeRawBufferPointer?) -> R) -> R {
            bytes.map { $0.withUnsafeBytes { body($0) } } ?? body(nil)
        }
        var headers: [ReceivedHeader] = []
        func add(_ left: ArraySlice<SimulatedCluster.Header>, _ body: () -> Void) {
            guard let header = left.first else { return body() }
            with(header.name) { name in
                with(header.value) { value in
                    headers.append(
                        ReceivedHeader(name: name ?? UnsafeRawBufferPointer(start: nil, count: 0), value: value))
                    add(left.dropFirst(), body)
                }
            }
        }
        with(self.key) { key in
            with(self.value) { value in
                add(self.headers[...]) {
                    inbox.appendCopy(
                        topic: place.topic, partition: place.partition, offset: offset, appendedAtMs: appendedAtMs,
                        key: key, value: value, headers: headers)
                }
            }
        }
    }
}

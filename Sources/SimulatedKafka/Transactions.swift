public import Records

/// A producer as a broker knows it. The epoch grows with each one that is initialised under the same id.
public struct ProducerIdentity: Equatable, Sendable {
    public var transactionalID: String
    public var producerID: Int64
    public var epoch: Int
}

/// Why a broker refuses a request.
public enum RequestError: Error, Equatable, Sendable {
    /// A newer producer of the same id was initialised.
    case producerFenced
    case invalidTransactionState
    case illegalGeneration
    case unknownMember
    case instanceFenced
    /// The record with this index is larger than the broker takes.
    case tooLarge(record: Int)
    /// Anything else after which a transaction can only be aborted.
    case refused

    /// The group no longer has the member, or has it in another generation.
    var isOfGroup: Bool { self == .illegalGeneration || self == .unknownMember || self == .instanceFenced }
}

/// What the coordinator knows of one transactional id.
struct TransactionalID {
    enum State { case empty, ongoing, committed, aborted }

    var producer: ProducerIdentity
    var state = State.empty
    var places: Set<SimulatedCluster.Place> = []
    var startedAtMs: Int64 = 0
}

/// The requests of a transactional producer, as a broker before KIP-890's second part answers them: the epoch is that
/// of the producer, not of the transaction, so a request that is late decides whatever is under way.
extension SimulatedCluster {
    /// The broker's own limit for a transaction, after which it aborts it.
    static let transactionTimeoutMs: Int64 = 10_000

    /// InitProducerId: aborts what the id has under way, and fences its producer.
    public func initialiseProducer(_ transactionalID: String) -> ProducerIdentity {
        if let known = transactionalIDs[transactionalID] {
            if known.state == .ongoing { finish(transactionalID, isCommit: false) }
            transactionalIDs[transactionalID]?.producer.epoch = known.producer.epoch + 1
            transactionalIDs[transactionalID]?.state = .empty
        } else {
            transactionalIDs[transactionalID] = TransactionalID(
                producer: ProducerIdentity(transactionalID: transactionalID, producerID: nextProducerID, epoch: 0))
            nextProducerID += 1
        }
        return transactionalIDs[transactionalID]!.producer
    }

    /// AddPartitionsToTxn, one partition; begins a transaction where there is none.
    public func addPartition(_ producer: ProducerIdentity, _ place: Place) throws(RequestError) {
        try begin(producer)
        transactionalIDs[producer.transactionalID]?.places.insert(place)
    }

    /// Produce: one run of records of one partition. A run that was written already is not written again.
    public func produce(
        _ producer: ProducerIdentity, _ place: Place, _ run: [Record], attempt: Int, runNumber: Int
    ) throws(RequestError) {
        let known = try checked(producer)
        guard known.state == .ongoing, known.places.contains(place) else { throw .invalidTransactionState }
        guard !attempts[attempt].writtenRuns.contains(runNumber) else { return }
        attempts[attempt].writtenRuns.insert(runNumber)
        write(run, to: place, producer.producerID, attempt: attempt)
    }

    func write(_ run: [Record], to place: Place, _ producerID: Int64, attempt: Int?) {
        for var record in run {
            record.fortune = .open
            record.producerID = producerID
            record.attempt = attempt
            record.appendedAtMs = brokerMs
            record.trueMs = nowMs
            let offset = records[place]?.count ?? 0
            records[place, default: []].append(record)
            if openSince[place]?[producerID] == nil { openSince[place, default: [:]][producerID] = offset }
            if let attempt { attempts[attempt].written.append((place, offset)) }
        }
    }

    /// AddOffsetsToTxn and TxnOffsetCommit.
    public func commitOffsets(
        _ producer: ProducerIdentity, _ commits: [PartitionCommit], _ membership: GroupMembership, attempt: Int
    ) throws(RequestError) {
        try begin(producer)
        if let error = group.fault(of: membership) { throw error }
        for commit in commits {
            var held =
                pendingOffsets[producer.producerID]?[commit.partition] ?? committed[commit.partition] ?? Committed()
            for (topic, next) in commit.positions {
                if let input = Topic.inputs.firstIndex(of: topic) { held.offsets[input] = next }
            }
            held.number = commit.number
            held.membership = membership
            pendingOffsets[producer.producerID, default: [:]][commit.partition] = held
        }
        pendingAttempts[producer.producerID] = attempt
    }

    /// EndTxn.
    public func endTransaction(_ producer: ProducerIdentity, isCommit: Bool) throws(RequestError) {
        let known = try checked(producer)
        switch known.state {
        case .ongoing: finish(producer.transactionalID, isCommit: isCommit)
        case .committed where isCommit: break
        case .aborted where !isCommit: break
        case .committed, .aborted, .empty: throw .invalidTransactionState
        }
    }

    /// Whether another transaction has offsets for one of these partitions under way: who asks for stable offsets waits.
    public func hasPendingOffsets(_ partitions: [Int32]) -> Bool {
        pendingOffsets.values.contains { pending in partitions.contains { pending[$0] != nil } }
    }

    /// Transactions that nobody has ended.
    public var openTransactions: [String] {
        transactionalIDs.filter { $0.value.state == .ongoing }.map(\.key).sorted()
    }

    func expireTransactions() {
        for (id, known) in transactionalIDs
        where known.state == .ongoing && known.startedAtMs + Self.transactionTimeoutMs < nowMs {
            finish(id, isCommit: false)
            transactionalIDs[id]?.producer.epoch += 1
        }
    }

    private func begin(_ producer: ProducerIdentity) throws(RequestError) {
        let known = try checked(producer)
        guard known.state != .ongoing else { return }
        transactionalIDs[producer.transactionalID]?.state = .ongoing
        transactionalIDs[producer.transactionalID]?.places = []
        transactionalIDs[producer.transactionalID]?.startedAtMs = nowMs
    }

    private func checked(_ producer: ProducerIdentity) throws(RequestError) -> TransactionalID {
        guard let known = transactionalIDs[producer.transactionalID], known.producer == producer else {
            throw .producerFenced
        }
        return known
    }

    /// Writes the markers, and makes the offsets the group's.
    private func finish(_ transactionalID: String, isCommit: Bool) {
        guard let known = transactionalIDs[transactionalID] else { return }
        transactionalIDs[transactionalID]?.state = isCommit ? .committed : .aborted
        let producerID = known.producer.producerID
        for place in known.places { mark(place, producerID, isCommit: isCommit) }
        let attempt = pendingAttempts.removeValue(forKey: producerID)
        guard let pending = pendingOffsets.removeValue(forKey: producerID), isCommit else { return }
        for (partition, held) in pending.sorted(by: { $0.key < $1.key }) {
            committed[partition] = held
            if let attempt { offsetHistory.append((attempt, partition)) }
        }
        if let attempt { attempts[attempt].hasCommittedOffsets = true }
    }

    func mark(_ place: Place, _ producerID: Int64, isCommit: Bool) {
        guard let first = openSince[place]?.removeValue(forKey: producerID) else { return }
        if openSince[place]?.isEmpty == true { openSince[place] = nil }
        for offset in first..<(records[place]?.count ?? 0) {
            guard let record = records[place]?[offset], record.fortune == .open, record.producerID == producerID
            else { continue }
            records[place]?[offset].fortune = isCommit ? .committed : .aborted
        }
        records[place]?.append(Record(key: nil, value: nil, appendedAtMs: brokerMs, isMarker: true))
    }
}

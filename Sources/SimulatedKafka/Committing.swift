internal import Records

/// What the committer's thread does with the transaction that was handed over (the machine of module Kafka's committer):
///
///     initialise → produce, run by run → offsets → end → committed
///       abortable → abort → aborted, fenced or too large
///       no answer → the same request again; too often → recycle
///       fatal, or no way to know → recycle → outcome: committed or aborted, by what the group has
struct Committing {
    enum Phase {
        case idle
        case initialise(After)
        /// The next run, and whether its partition was added to the transaction.
        case produce(run: Int, isAdded: Bool)
        case offsets
        case end
        case abort(Settlement)
        case outcome(Settlement)
        case settled(Settlement)
        /// Nobody will ask how it ended.
        case forgotten
    }

    enum After {
        case begin
        case outcome(Settlement)
    }

    struct Run {
        var place: SimulatedCluster.Place
        var records: [SimulatedCluster.Record]
        /// Where each stood in the transaction.
        var indices: [Int]
    }

    var phase = Phase.idle
    var producer: ProducerIdentity?
    var hasDoubt = false
    var waitsUntilMs = Int64.min
    var tries = 0
    var attempt = 0
    var runs: [Run] = []
    var commits: [PartitionCommit] = []
    var membership: GroupMembership?
    var recycles = 0
    var unknownOutcomes = 0
}

extension SimulatedClient {
    private static let socketTimeoutMs: Int64 = 3_000
    private static let triesMax = 3

    /// Where the committer is, for faults that strike between two phases: nil where it has nothing under way.
    public var phaseName: String? {
        switch committing.phase {
        case .idle, .settled, .forgotten: nil
        case .initialise: "initialise"
        case .produce: "produce"
        case .offsets: "offsets"
        case .end: "end"
        case .abort: "abort"
        case .outcome: "outcome"
        }
    }

    /// How often a producer was replaced because an outcome was not known or in doubt.
    public var recycles: Int { committing.recycles }

    /// How often nobody could say how a commit had ended.
    public var unknownOutcomes: Int { committing.unknownOutcomes }

    func submit(_ transaction: borrowing Transaction) {
        var all: [(SimulatedCluster.Place, SimulatedCluster.Record)] = []
        var runs: [Committing.Run] = []
        for (index, record) in transaction.records.enumerated() {
            let headers = transaction.headers[Int(record.firstHeader)..<Int(record.firstHeader + record.headerCount)]
            let place = SimulatedCluster.Place(topic: record.topic, partition: record.partition)
            let copy = SimulatedCluster.Record(
                key: record.key.map { Array($0) }, value: record.value.map { Array($0) },
                headers: headers.map { SimulatedCluster.Header(name: $0.name, value: $0.value) },
                appendedAtMs: cluster.brokerMs)
            all.append((place, copy))
            if let run = runs.firstIndex(where: { $0.place == place }) {
                runs[run].records.append(copy)
                runs[run].indices.append(index)
            } else {
                runs.append(Committing.Run(place: place, records: [copy], indices: [index]))
            }
        }
        cluster.attempts.append(
            SimulatedCluster.Attempt(
                client: name, membership: currentMembership, recordCount: all.count, commits: transaction.commits,
                submittedAtMs: cluster.nowMs, isAfterFencing: isFenced))
        committing.attempt = cluster.attempts.count - 1
        committing.runs = runs
        committing.commits = transaction.commits
        committing.membership = currentMembership
        committing.tries = 0
        cluster.onSubmit?(self, all, transaction.commits)
        guard currentMembership != nil else {
            return settle(.fenced(reason: "The worker has no assignment."))
        }
        committing.phase = committing.producer == nil ? .initialise(.begin) : .produce(run: 0, isAdded: false)
    }

    func settled() -> Settlement? {
        guard case .settled(let settlement) = committing.phase else { return nil }
        committing.phase = .idle
        return settlement
    }

    /// One turn of the committer's thread: one request, or nothing while it waits for an answer that does not come.
    /// - Returns: whether it did something.
    @discardableResult
    public func turnCommitter() -> Bool {
        guard !isFrozen, cluster.nowMs >= committing.waitsUntilMs else { return false }
        switch committing.phase {
        case .idle, .settled, .forgotten: return false
        case .initialise(let after): initialise(after)
        case .produce(let run, let isAdded): produce(run, isAdded: isAdded)
        case .offsets: sendOffsets()
        case .end: end()
        case .abort(let settlement): abort(settlement)
        case .outcome(let otherwise): findOutcome(otherwise)
        }
        return true
    }

    private enum Reply {
        case done
        case none
        case error(RequestError)
    }

    private func ask(_ kind: RequestKind, _ request: @escaping () throws(RequestError) -> Void) -> Reply {
        var reply = Reply.none
        func arrive() {
            do throws(RequestError) {
                try request()
                reply = .done
            } catch {
                reply = .error(error)
            }
        }
        switch cluster.isDown ? .lost : network(kind) {
        case .answered:
            arrive()
            committing.tries = 0
            return reply
        case .refused: return .error(.refused)
        case .lost: break
        case .answerLost: arrive()
        case .late(let ms): cluster.arriveLater(afterMs: ms) { try? request() }
        }
        committing.hasDoubt = true
        committing.tries += 1
        committing.waitsUntilMs = cluster.nowMs + Self.socketTimeoutMs
        return .none
    }

    private var isOutOfPatience: Bool { committing.tries >= Self.triesMax }

    private func initialise(_ after: Committing.After) {
        if hasFailed { return settle(.failed(reason: "The group membership is over.")) }
        let cluster = cluster
        let id = name
        var made: ProducerIdentity?
        switch ask(.initialiseProducer, { made = cluster.initialiseProducer(id) }) {
        case .done: break
        case .none, .error: return
        }
        committing.producer = made
        committing.hasDoubt = false
        committing.tries = 0
        switch after {
        case .begin: committing.phase = .produce(run: 0, isAdded: false)
        case .outcome(let otherwise): committing.phase = .outcome(otherwise)
        }
    }

    private func produce(_ number: Int, isAdded: Bool) {
        guard let producer = committing.producer else { return }
        guard number < committing.runs.count else {
            committing.phase = .offsets
            return
        }
        let run = committing.runs[number]
        if !isAdded, let large = run.records.firstIndex(where: { isTooLarge(run.place, $0) }) {
            return resolve(.tooLarge(record: run.indices[large]))
        }
        let attempt = committing.attempt
        let cluster = cluster
        let reply =
            isAdded
            ? ask(.produce) { () throws(RequestError) in
                try cluster.produce(producer, run.place, run.records, attempt: attempt, runNumber: number)
            }
            : ask(.addPartition) { () throws(RequestError) in try cluster.addPartition(producer, run.place) }
        switch reply {
        case .done:
            committing.phase =
                isAdded ? .produce(run: number + 1, isAdded: false) : .produce(run: number, isAdded: true)
        case .none: if isOutOfPatience { giveUp("A request was not answered.") }
        case .error(let error): resolve(error)
        }
    }

    private func sendOffsets() {
        guard let producer = committing.producer, let membership = committing.membership else { return }
        let commits = committing.commits
        let attempt = committing.attempt
        let cluster = cluster
        let reply = ask(.commitOffsets) { () throws(RequestError) in
            try cluster.commitOffsets(producer, commits, membership, attempt: attempt)
        }
        switch reply {
        case .done: committing.phase = .end
        case .none: if isOutOfPatience { giveUp("The offsets' request was not answered.") }
        case .error(let error): resolve(error)
        }
    }

    private func end() {
        guard let producer = committing.producer else { return }
        let cluster = cluster
        switch ask(
            .endTransaction, { () throws(RequestError) in try cluster.endTransaction(producer, isCommit: true) })
        {
        case .done: settle(.committed)
        case .none:
            guard isOutOfPatience else { return }
            committing.unknownOutcomes += 1
            recycle(.aborted(reason: "The commit's outcome was not known."))
        case .error(.refused): giveUp("The commit was refused.")
        case .error(let error): recycle(.aborted(reason: "The commit failed: \(error)."))
        }
    }

    /// Aborts by the producer itself.
    private func giveUp(_ reason: String) { abortThen(.aborted(reason: reason)) }

    private func abortThen(_ settlement: Settlement) {
        committing.tries = 0
        committing.phase = .abort(settlement)
    }

    private func resolve(_ error: RequestError) {
        switch error {
        case .producerFenced: recycle(.aborted(reason: "The producer was fenced."))
        case .tooLarge(let record): abortThen(.tooLarge(record: record, reason: "A record is too large."))
        case .illegalGeneration, .unknownMember, .instanceFenced: abortThen(.fenced(reason: "\(error)"))
        case .invalidTransactionState, .refused: giveUp("A request was refused: \(error).")
        }
    }

    private func abort(_ settlement: Settlement) {
        guard let producer = committing.producer else { return }
        let cluster = cluster
        switch ask(
            .endTransaction, { () throws(RequestError) in try cluster.endTransaction(producer, isCommit: false) })
        {
        case .done: settle(settlement)
        case .none: if isOutOfPatience { recycle(settlement) }
        case .error: recycle(settlement)
        }
    }

    private func recycle(_ otherwise: Settlement) {
        committing.recycles += 1
        committing.producer = nil
        committing.tries = 0
        committing.phase = .initialise(.outcome(otherwise))
    }

    /// After a new producer has fenced the old one, the group's marks say whether the transaction was done.
    private func findOutcome(_ otherwise: Settlement) {
        guard !cluster.isDown, !cluster.hasPendingOffsets(committing.commits.map(\.partition)) else { return }
        let done = committing.commits.filter { commit in
            let found = cluster.committed[commit.partition]
            return found?.number == commit.number && found?.membership == committing.membership
        }
        if done.count == committing.commits.count, !done.isEmpty { return settle(.committed) }
        let isOvertaken = committing.commits.contains { commit in
            guard let found = cluster.committed[commit.partition], let number = found.number else { return false }
            return number >= commit.number && found.membership != committing.membership
        }
        if isOvertaken { return settle(.fenced(reason: "Another member goes on with the partition.")) }
        guard done.isEmpty else { return settle(.failed(reason: "The group has a part of a transaction only.")) }
        settle(otherwise)
    }

    func settle(_ settlement: Settlement) {
        cluster.attempts[committing.attempt].told = settlement
        if case .fenced = settlement { isFenced = true }
        committing.phase = .settled(settlement)
        committing.runs = []
        committing.waitsUntilMs = .min
        committing.tries = 0
        if committing.hasDoubt, recyclesOnDoubt {
            committing.producer = nil
            committing.recycles += 1
            committing.hasDoubt = false
        }
    }
}

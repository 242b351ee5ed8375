internal import Engine
internal import Records
internal import SimulatedKafka
internal import Simulation

/// What strikes, and when: at each moment that the engine, its client or its disk gives.
extension SimulationRun {
    /// Once a tick.
    func makeFaults() {
        strikeProcesses()
        strikeStores()
        strikeCluster()
        strikeClocks()
        if strikes(.directoryChanged) {
            let version = Int64(directories.count)
            directories.append(
                DirectorySnapshot(
                    RunCatalog.directory(startMs: Self.startMs, version: version, isOdd: version % 2 == 1)))
        }
    }

    /// A process reads the directory in its own time.
    func readDirectory() {
        guard let newest = directories.last else { return }
        for process in processes where process.directory.snapshot?.version != newest.version && dice.isOne(in: 10) {
            process.directory.publish(newest)
        }
    }

    private func strikeProcesses() {
        for index in slots.indices {
            guard let process = slots[index].process, process.frozenUntilMs == nil else { continue }
            if strikes(.restart) { process.stop() }
            if strikes(.scaleIn) {
                process.stop()
                process.client.leaveGroup()
            }
            if strikes(.zombie) {
                process.frozenUntilMs = cluster.nowMs + Int64(dice.number(8_000...20_000))
                process.client.isFrozen = true
            }
            if strikes(.twin) {
                strays.append(process)
                let cluster = cluster
                slots[index].disk = SimulatedDisk(clock: { cluster.nowMs })
                start(index)
            }
        }
    }

    private func strikeStores() {
        for process in processes {
            for partition in process.disk.stores.keys.sorted() {
                guard let store = process.disk.stores[partition] else { continue }
                if strikes(.storeDamaged) { store.isDamaged = true }
                if store.isFull {
                    store.isFull = !dice.isOne(in: 30)
                } else if strikes(.diskFull) {
                    store.isFull = true
                }
            }
            if process.isRestoring, strikes(.changelogUnreadable, at: 20) {
                process.disturbance.failAfter(dice.number(0...40))
            }
        }
    }

    /// What happens to a disk between two processes.
    private func strikeDisk(_ disk: SimulatedDisk) {
        for partition in disk.stores.keys.sorted() {
            if strikes(.storeLost, at: 6) { disk.lose(partition) }
            if strikes(.storeOlder, at: 6) { disk.stores[partition]?.goBack() }
        }
    }

    private func strikeCluster() {
        if cluster.isDown {
            cluster.isDown = cluster.nowMs < brokersUpAtMs
        } else if strikes(.brokerDown) {
            cluster.isDown = true
            // Long enough, at times, for a commit whose end nobody can tell.
            brokersUpAtMs = cluster.nowMs + Int64(dice.number(300...14_000))
        }
        for topic in Topic.inputs {
            for partition in 0..<cluster.partitionCount {
                let place = SimulatedCluster.Place(topic: topic, partition: partition)
                if cluster.heldEnds[place] != nil {
                    if dice.isOne(in: 15) { cluster.heldEnds[place] = nil }
                } else if strikes(.watermarkUnreachable) {
                    cluster.heldEnds[place] = .some(nil)
                }
            }
        }
        let partition = Int32(dice.number(0...Int(cluster.partitionCount) - 1))
        if rates[.compaction] != nil, dice.isOne(in: 20) {
            let place = SimulatedCluster.Place(topic: .orderState, partition: partition)
            if cluster.compact(place, lagMs: Self.compactionLagMs) > 0 { coverage.saw(.compaction) }
        }
        if strikes(.retention) {
            for (input, topic) in Topic.inputs.enumerated() {
                let place = SimulatedCluster.Place(topic: topic, partition: partition)
                // What is handled may go; what is not never goes that soon.
                cluster.deleteRecords(place, before: cluster.committed[partition]?.offsets[input] ?? 0)
            }
        }
    }

    private func strikeClocks() {
        for process in processes {
            if strikes(.clockForward) { process.skewMs = Int64(dice.number(0...Int(Self.clockAheadMsMax))) }
            if strikes(.clockBack) { process.skewMs = -Int64(dice.number(0...5_000)) }
        }
        if strikes(.brokerClock) { cluster.brokerSkewMs = Int64(dice.number(-2_000...2_000)) }
    }

    /// After each small step: the process may be gone.
    func maybeCrash(_ process: SimulatedProcess) {
        guard let index = slots.firstIndex(where: { $0.process === process }) else { return }
        let fault: Fault
        switch process.client.phaseName {
        case "initialise": fault = .crashInInitialise
        case "produce": fault = .crashInProduce
        case "offsets": fault = .crashInOffsets
        case "end": fault = .crashInEnd
        case "abort": fault = .crashInAbort
        case "outcome": fault = .crashInOutcome
        default:
            if process.isRestoring {
                fault = .crashInRestore
            } else if !process.jobs.isEmpty {
                fault = .crashInCheckpoint
            } else {
                fault = .crashBetweenSteps
            }
        }
        guard strikes(fault, at: fault.crashChance) else { return }
        let disk = process.disk
        remove(process)
        checkStores(of: disk)
        strikeDisk(disk)
        slots[index].startsAtMs = cluster.nowMs + Int64(dice.number(0...3_000))
    }

    /// What becomes of a request of a committer.
    func fate(of kind: RequestKind) -> RequestFate {
        if strikes(.requestLost) { return .lost }
        if strikes(.answerLost) { return .answerLost }
        if kind == .endTransaction, strikes(.commitLate, at: 12) { return .late(ms: Int64(dice.number(3_000...9_000))) }
        if strikes(.requestLate) { return .late(ms: Int64(dice.number(1_000...9_000))) }
        if strikes(.requestRefused) { return .refused }
        return .answered
    }

    /// The broker takes less than it said, now and then, of the wild distributor's orders.
    func isTooLarge(_ place: SimulatedCluster.Place, _ record: SimulatedCluster.Record) -> Bool {
        guard place.topic == .orderEvents, let key = record.key,
            WildRecords.isWild(String(decoding: key, as: UTF8.self))
        else { return false }
        // More often what was readmitted, which stood on another partition first.
        let isReadmitted = Cause(record, of: place.topic).map { $0.partition != place.partition } ?? false
        // And what was decided a while ago: what is decided on it by now goes with it.
        let isOld = cluster.brokerMs - (record.appendedAtMs ?? cluster.brokerMs) > 1_000
        return strikes(.recordTooLarge, at: isReadmitted ? 3 : isOld ? 10 : 60)
    }
}

extension Fault {
    /// What takes a process or a broker away for a while.
    var isSerious: Bool {
        switch self {
        case .restart, .zombie, .twin, .scaleIn, .brokerDown, .directoryChanged, .storeDamaged, .diskFull,
            .watermarkUnreachable, .retention, .clockForward, .clockBack, .brokerClock:
            true
        default: false
        }
    }

    /// Phases are of very different lengths: a chance for each, so that all are struck.
    fileprivate var crashChance: UInt64 {
        switch self {
        case .crashBetweenSteps: 4_000
        case .crashInCheckpoint: 150
        case .crashInRestore: 100
        case .crashInAbort, .crashInOutcome: 15
        default: 400
        }
    }
}

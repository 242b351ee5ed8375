internal import Contract
internal import Orders
internal import Records

extension Processor {
    /// One record's whole path up to the transaction; the last stage, apply, comes with the settlement.
    mutating func handle(
        _ received: Origin, at place: Place, _ partition: inout Partition, _ context: inout Context
    ) throws(StateFault) {
        var type = EngineMetrics.InputType.unreadable
        let envelope: Envelope
        switch decodeThrough(received, &type) {
        case .envelope(let read): envelope = read
        case .readmitted(let origin):
            return refuse(origin, Refusal(.misrouted, "a readmission within a readmission"), type, place, partition)
        case .refused(let refusal, let origin): return refuse(origin, refusal, type, place, partition)
        }
        let origin = envelope.origin
        if type != .readmit { type = envelope.type }
        guard let recordKey = origin.key else { return }

        let home = Murmur2.partition(of: recordKey, count: settings.partitionCount)
        if home != partition.number {
            if origin.isReadmitted || !Batch.canReadmit(origin) {
                let words = "the key belongs on partition \(home)"
                return refuse(origin, Refusal(.misrouted, words), type, place, partition)
            }
            metrics.input(place.input, type)
            metrics.readmit()
            let savepoint = batch.savepoint()
            batch.writeReadmission(
                origin, source: place.source, key: envelope.key, appendedAtMs: envelope.appendedAtMs, partition: home)
            if batch.largest(since: savepoint) > settings.recordBytes {
                batch.takeBack(to: savepoint)
                refuse(origin, Refusal(.outputTooLarge, "its readmission is too large"), type, place, partition)
            }
            return
        }

        let verified: VerifiedInput
        do throws(Refusal) {
            verified = try authenticate(
                envelope, at: place, context, signatures: &signatures, metrics: metrics, report: report)
        } catch {
            return refuse(origin, error, type, place, partition)
        }
        let decided = try decide(verified, key: batch.copy(recordKey), partition.states, context, &scratch)
        if let deadLetter = decided.decision.deadLetter {
            return refuse(origin, Refusal(deadLetter.code, deadLetter.message), type, place, partition)
        }
        do throws(OutputTooLarge) {
            let entry = try publish(
                decided, to: &batch, partition: partition.number, settings: context.directory.settings,
                limit: settings.recordBytes)
            metrics.input(place.input, type)
            note(decided, entry, &partition, &context)
        } catch {
            let words = "an output has \(error.bytes) bytes, \(settings.recordBytes) are allowed"
            refuse(origin, Refusal(.outputTooLarge, words), type, place, partition)
        }
    }

    /// Decodes a record, or the one that it has readmitted.
    private mutating func decodeThrough(_ received: Origin, _ type: inout EngineMetrics.InputType) -> Decoded {
        switch decode(received, &reader, &json) {
        case .readmitted(let origin):
            type = .readmit
            return decode(origin, &reader, &json)
        case .envelope(let envelope): return .envelope(envelope)
        case .refused(let refusal, let origin): return .refused(refusal, origin)
        }
    }

    /// A timer's path: it needs no decoding and nobody's signature.
    mutating func handle(
        _ timer: consuming DueTimer, key: UnsafeRawBufferPointer, isRefused: Bool, _ partition: inout Partition,
        _ context: inout Context
    ) {
        let copy = timer
        if !isRefused {
            let decided = decide(timer, key: key, context)
            if let entry = try? publish(
                decided, to: &batch, partition: partition.number, settings: context.directory.settings,
                limit: settings.recordBytes)
            {
                return note(decided, entry, &partition, &context)
            }
            if case .unchanged = decided.decision.change {
                report(
                    .error, "a timer fired and stays due", ("partition", "\(partition.number)"), ("key", "\(copy.key)"))
                return
            }
        }
        guard let decided = escalate(copy, key: key, nowMs: context.nowMs),
            let entry = try? publish(
                decided, to: &batch, partition: partition.number, settings: context.directory.settings,
                limit: settings.recordBytes)
        else {
            report(
                .error, "a timer's outputs are too large", ("partition", "\(partition.number)"), ("key", "\(copy.key)"))
            return
        }
        note(decided, entry, &partition, &context)
    }

    /// Takes over what a decision changed: into the open transaction's view, so that the next record sees it.
    private func note(
        _ decided: borrowing Decided, _ entry: StateEntry?, _ partition: inout Partition, _ context: inout Context
    ) {
        metrics.decision(decided.decision)
        if let after = decided.after { partition.open.census.move(from: decided.before, to: after) }
        if let entry {
            partition.states.change(entry)
            if entry.nextDueMs != .max { partition.timers.add(dueMs: entry.nextDueMs, key: entry.key) }
        }
        if let change = decided.decision.supplier {
            // A supplier that the directory does not have is nothing that a decision sees: so it is after a restart too.
            if context.directory.suppliers.keys.contains(change.supplierID) {
                context.suppliers[change.supplierID] = change.state
            }
            if let index = partition.changedSuppliers.firstIndex(where: { $0.supplierID == change.supplierID }) {
                partition.changedSuppliers[index] = change
            } else {
                partition.changedSuppliers.append(change)
            }
        }
    }

    /// The record goes to the dead letters, in this transaction.
    mutating func refuse(
        _ origin: Origin, _ refusal: Refusal, _ type: EngineMetrics.InputType, _ place: Place,
        _ partition: borrowing Partition, form: DeadLetterForm = .whole
    ) {
        metrics.input(place.input, type)
        metrics.deadLetter(refusal.code)
        batch.writeDeadLetter(
            origin, refusal.code, refusal.message, partition: partition.number, form: form,
            limit: settings.recordBytes * 2)
    }
}

extension Place {
    /// The index of the input among `Topic.inputs`.
    var input: Int {
        switch source {
        case .commands: 0
        case .results: 1
        case .operatorActions: 2
        }
    }
}

extension Envelope {
    var type: EngineMetrics.InputType {
        switch body {
        case .command: .command
        case .result: .result
        case .action: .action
        }
    }
}

internal import Contract
internal import Orders
internal import Records

/// Writes all outputs of a decision into the open transaction, in their order: events, requests, entries; and the new
/// state into the open transaction's states, from where it goes to the changelog once, when the transaction ends.
/// - Returns: the new state; nil where it is unchanged.
/// - Throws: `OutputTooLarge`, and nothing of it is in the transaction: where an output, or the state, is larger than
///   `limit`.
func publish(
    _ decided: borrowing Decided, to batch: inout Batch, partition: Int32, settings: EngineSettings, limit: Int
) throws(OutputTooLarge) -> StateEntry? {
    let savepoint = batch.savepoint()
    let sources = PassageSources(
        input: RawSpan(_unsafeBytes: decided.passages),
        state: RawSpan(_unsafeBytes: decided.state ?? UnsafeRawBufferPointer(start: nil, count: 0)))
    let headers = OutputHeaders(settings: settings, headers: decided.origin?.headers ?? [])
    let key = decided.key
    let input = decided.input

    // By spans, so that each is read where it stands: as loop variables they would be copied.
    let events = decided.decision.events.span
    for index in events.indices {
        let slice = writeEvent(events[index], input: input, sources: sources, to: &batch.writer)
        let value = batch.bytes(slice)
        batch.append(
            .orderEvents, partition, key: key, value: settings.written(value, .orderEvents, &batch),
            headers: headers.headers(of: value, type: events[index].body.cloudEventType))
    }
    let requests = decided.decision.requests.span
    for index in requests.indices {
        let slice = writeRequest(requests[index], key: input.key, sources: sources, to: &batch.writer)
        let value = batch.bytes(slice)
        batch.append(
            .supplierRequests, partition, key: key, value: settings.written(value, .supplierRequests, &batch),
            headers: headers.headers(of: value, type: requests[index].operation.cloudEventType))
    }
    let entries = decided.decision.entries.span
    for index in entries.indices {
        let slice = writeEntry(entries[index], key: input.key, sources: sources, to: &batch.writer)
        let value = batch.bytes(slice)
        let book = entries[index].id.book
        let topic: Topic = book == .receivable ? .receivableEntries : .settlementEntries
        batch.append(
            topic, partition, key: key, value: settings.written(value, topic, &batch),
            headers: headers.headers(of: value, type: book.cloudEventType))
    }

    var largest = batch.largest(since: savepoint)
    var entry: StateEntry?
    switch decided.decision.change {
    case .unchanged: break
    case .removed:
        entry = StateEntry(key: key, value: nil, nextDueMs: .max, hash: decided.hash, cause: batch.cause)
    case .changed(let record):
        let value = batch.bytes(writeRecord(record, sources: sources, to: &batch.writer))
        batch.byteCount += value.count
        largest = max(largest, key.count + value.count + Batch.recordOverhead)
        entry = StateEntry(
            key: key, value: value, nextDueMs: record.nextTimer?.dueMs ?? .max, hash: decided.hash,
            cause: batch.cause)
    }
    if largest > limit {
        batch.takeBack(to: savepoint)
        throw OutputTooLarge(bytes: largest)
    }
    return entry
}

/// An output that the log does not take.
struct OutputTooLarge: Error {
    var bytes: Int
}

extension EngineSettings {
    /// The value as the settings want it written.
    func written(_ value: UnsafeRawBufferPointer, _ topic: Topic, _ batch: inout Batch) -> UnsafeRawBufferPointer {
        writesJSON ? batch.json(value, topic) : value
    }
}

public import Contract
internal import Orders
internal import Protobuf
public import Records

/// The transaction by which a person says where an input of a partition goes on, because its records up to there are
/// gone or are not to be handled: the journal has it with its reason, `/` and the group's offsets follow.
///
/// It is made as a replay of its own journal record, so a later replay makes the same bytes.
/// - Parameters:
///   - state: what stands under the partition's `/` now.
///   - input: one of `Topic.inputs`.
///   - nowMs: the wall clock, in milliseconds since 1970.
public func moveTransaction(
    partition: Int32, state: PartitionState, input: Topic, to offset: Int64, reason: String, nowMs: Int64
) throws(ReplayFault) -> Transaction {
    guard let index = Topic.inputs.firstIndex(of: input), state.next.indices.contains(index) else {
        throw .stateUnreadable("\(input.name) is no input of the partition")
    }
    var directory = Directory(version: state.directoryVersion)
    directory.settings.ruleVersion = state.ruleVersion
    var replayer = try Replayer(
        partition: partition, partitionCount: state.partitions, groupID: state.groupID, store: LonelyState(state))
    let step = JournalStep.Move(input: index, from: state.next[index], to: offset, reason: reason)
    return try replayer.replay(
        JournalRecord(
            number: state.number + 1, directoryVersion: state.directoryVersion, ruleVersion: state.ruleVersion,
            partitions: state.partitions, sentAtMs: nowMs, steps: [.move(step)], digest: [],
            previousDigest: state.digest, next: []),
        directory: DirectorySnapshot(directory))
}

/// A partition's own state and nothing else.
private struct LonelyState: CheckpointStore {
    private let bytes: [UInt8]

    init(_ state: PartitionState) {
        var writer = ReverseWriter()
        let slice = writePartitionState(state, to: &writer)
        bytes = Array(writer.unsafeBytes(of: slice))
    }

    func position() throws -> Int64? { nil }
    func checkpointedAtMs() throws -> Int64? { nil }

    func withState<R>(_ key: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R? {
        guard equal(key, Fold.partitionKey) else { return nil }
        return try bytes.withUnsafeBytes(body)
    }

    func timers(untilMs: Int64, _ body: (_ dueMs: Int64, _ key: UnsafeRawBufferPointer) -> Void) throws {}
    func checkpoint(_ entries: [CheckpointEntry], position: Int64) throws {}
    func forEachState(
        _ body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) throws -> Void
    ) throws {}
    func close() {}
}

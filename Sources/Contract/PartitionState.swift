public import Orders
public import Protobuf
internal import Schemas

// A partition's own state, under keys that no order can have.

/// The key `/`: the last record of every transaction.
public struct PartitionState: Equatable, Sendable {
    /// Of the last transaction; 0 before the first.
    public var number: UInt64
    /// Over the last transaction's outputs, chained; empty before the first.
    public var digest: [UInt8]
    public var clockMs: Milliseconds
    /// Of the directory that the last decisions saw.
    public var directoryVersion: Int64
    /// The next offset to handle of each input, in the order of `Topic.inputs`: commands, results, operator actions.
    public var next: [Int64]
    public var groupID: String
    public var partitions: Int32
    public var ruleVersion: UInt32
    /// nil: written by a build that kept none.
    public var census: Census?

    public init(
        number: UInt64 = 0, digest: [UInt8] = [], clockMs: Milliseconds = 0, directoryVersion: Int64 = -1,
        next: [Int64] = [0, 0, 0], groupID: String = "", partitions: Int32 = 0, ruleVersion: UInt32 = 1,
        census: Census?
    ) {
        self.number = number
        self.digest = digest
        self.clockMs = clockMs
        self.directoryVersion = directoryVersion
        self.next = next
        self.groupID = groupID
        self.partitions = partitions
        self.ruleVersion = ruleVersion
        self.census = census
    }
}

/// What a key of `order-state` is about.
public enum StateKey: Equatable, Sendable {
    case order(OrderKey)
    case supplier(ID)
    case partition
}

/// nil where the key is none that Turnstile writes.
public func readStateKey(_ bytes: RawSpan) -> StateKey? {
    if isText(bytes, "/") { return .partition }
    if let supplier = after("/supplier/", in: bytes) { return ID(supplier).map(StateKey.supplier) }
    return readKey(bytes).map(StateKey.order)
}

public func writeStateKey(_ key: StateKey, to writer: inout ReverseWriter) -> Slice {
    let mark = writer.mark()
    switch key {
    case .order(let key):
        writer.key(key)
    case .supplier(let id):
        writer.id(id)
        writer.bytes("/supplier/" as StaticString)
    case .partition:
        writer.byte(UInt8(ascii: "/"))
    }
    return writer.finish(mark)
}

public func writePartitionState(_ state: PartitionState, to writer: inout ReverseWriter) -> Slice {
    typealias Out = InternalProto.PartitionState
    let record = writer.mark()
    state.census?.write(to: &writer)
    Out.writeRuleVersion(state.ruleVersion, to: &writer)
    Out.writePartitions(state.partitions, to: &writer)
    Out.writeGroupId(state.groupID, to: &writer)
    precondition(state.next.count == 3, "a position for each input")
    Out.writeOperatorActionsNext(state.next[2], to: &writer)
    Out.writeSupplierResultsNext(state.next[1], to: &writer)
    Out.writeOrderCommandsNext(state.next[0], to: &writer)
    Out.writeDirectoryVersion(state.directoryVersion, to: &writer)
    Out.writeClockMs(state.clockMs, to: &writer)
    unsafe Out.writeDigest(state.digest.span.bytes, to: &writer)
    Out.writeNumber(state.number, to: &writer)
    return writer.finish(record)
}

public func readPartitionState(_ bytes: RawSpan) throws(StateFailure) -> PartitionState {
    do {
        let view = try InternalProto.PartitionState.View(bytes)
        return PartitionState(
            number: view.number, digest: unsafe view.digest.withUnsafeBytes { unsafe Array($0) },
            clockMs: view.clockMs, directoryVersion: view.directoryVersion,
            next: [view.orderCommandsNext, view.supplierResultsNext, view.operatorActionsNext],
            groupID: unsafe view.groupId.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) },
            partitions: view.partitions, ruleVersion: view.ruleVersion, census: try Census(view))
    } catch {
        throw StateFailure(error, in: "PartitionState")
    }
}

public func writeSupplierState(_ state: SupplierState, to writer: inout ReverseWriter) -> Slice {
    typealias Out = InternalProto.SupplierState
    let record = writer.mark()
    Out.writeAnswerMicroseconds(state.answerMicroseconds, to: &writer)
    Out.writeNextQueryAtMicroseconds(state.nextQueryAtMicroseconds, to: &writer)
    Out.writeIsProbing(state.isProbing, to: &writer)
    if let openUntilMs = state.openUntilMs { Out.writeOpenUntilMs(openUntilMs, to: &writer) }
    for bucket in state.buckets.reversed() {
        let mark = writer.mark()
        Out.Bucket.writeSlow(bucket.slow, to: &writer)
        Out.Bucket.writeFailures(bucket.failures, to: &writer)
        Out.Bucket.writeCalls(bucket.calls, to: &writer)
        Out.Bucket.writeStartMs(bucket.startMs, to: &writer)
        Out.endBuckets(mark, to: &writer)
    }
    return writer.finish(record)
}

public func readSupplierState(_ bytes: RawSpan) throws(StateFailure) -> SupplierState {
    do {
        let view = try InternalProto.SupplierState.View(bytes)
        var buckets: [SupplierState.Bucket] = []
        buckets.reserveCapacity(view.bucketsCount)
        var list = view.buckets
        while let bucket = try list.next() {
            buckets.append(
                SupplierState.Bucket(
                    startMs: bucket.startMs, calls: bucket.calls, failures: bucket.failures, slow: bucket.slow))
        }
        return SupplierState(
            buckets: buckets, openUntilMs: view.openUntilMs, isProbing: view.isProbing,
            nextQueryAtMicroseconds: view.nextQueryAtMicroseconds, answerMicroseconds: view.answerMicroseconds)
    } catch {
        throw StateFailure(error, in: "SupplierState")
    }
}

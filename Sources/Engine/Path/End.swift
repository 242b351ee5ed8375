internal import Contract
internal import Orders
internal import Records
internal import Signing

extension Processor {
    /// Ends the transaction in the making: of each of its partitions the changelog, the journal record, and `/` last.
    /// - Returns: what each partition says when the transaction commits.
    mutating func end(_ touched: [PartitionBox], ruleVersion: UInt32) -> [PartitionCommit] {
        for box in touched { writeChangelog(&box.partition) }
        digestRecords(of: touched)
        return touched.map { writeEnd(&$0.partition, ruleVersion: ruleVersion) }
    }

    private mutating func writeChangelog(_ partition: inout Partition) {
        batch.begin(OutputCause(partition: partition.number, what: .transaction))
        for change in partition.changedSuppliers {
            let key = batch.copy(supplierKey(change.supplierID))
            setState(key, batch.bytes(writeSupplierState(change.state, to: &batch.writer)), &partition)
        }
        for entry in partition.states.open.entries {
            batch.append(.orderState, partition.number, key: entry.key, value: entry.value, cause: entry.cause)
        }
    }

    /// Gives every record to its partition's digest, in the order in which they are written.
    private func digestRecords(of touched: [PartitionBox]) {
        guard var box = touched.first else { return }
        for index in batch.records.indices {
            let partition = batch.partition(ofRecord: index)
            if box.partition.number != partition {
                guard let other = touched.first(where: { $0.partition.number == partition }) else { continue }
                box = other
            }
            let record = batch.records[index]
            box.partition.digest.add(record, batch.headers(of: record))
        }
    }

    private mutating func writeEnd(_ partition: inout Partition, ruleVersion: UInt32) -> PartitionCommit {
        let previous = partition.open.digest
        partition.open.number += 1
        partition.open.digest = partition.digest.finish(after: previous)
        let next = (0..<3).map { partition.open.next[$0] }
        let journal = JournalRecord(
            number: partition.open.number, directoryVersion: partition.open.directoryVersion,
            ruleVersion: ruleVersion, partitions: settings.partitionCount, sentAtMs: batch.startedAtMs ?? 0,
            steps: partition.journal.take(), digest: partition.open.digest, previousDigest: previous, next: next)
        batch.begin(OutputCause(partition: partition.number, what: .transaction))
        let journalKey = batch.copy(Array("\(partition.number)".utf8))
        batch.append(
            .journal, partition.number, key: journalKey,
            value: batch.bytes(writeJournalRecord(journal, to: &batch.writer)))

        let state = PartitionState(
            number: partition.open.number, digest: partition.open.digest, clockMs: partition.open.clockMs,
            directoryVersion: partition.open.directoryVersion, next: next, groupID: settings.groupID,
            partitions: settings.partitionCount, ruleVersion: ruleVersion, census: partition.open.census)
        let key = batch.copy(Fold.partitionKey)
        let value = batch.bytes(writePartitionState(state, to: &batch.writer))
        setState(key, value, &partition)
        batch.append(.orderState, partition.number, key: key, value: value)
        return PartitionCommit(
            partition: partition.number, number: partition.open.number,
            positions: (0..<3).filter { next[$0] >= 0 }.map { (Topic.inputs[$0], next[$0]) })
    }

    private mutating func setState(
        _ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer, _ partition: inout Partition
    ) {
        partition.states.change(
            StateEntry(key: key, value: value, nextDueMs: .max, hash: StateTable.hash(key), cause: batch.cause))
    }
}

/// The digest of what one transaction writes for a partition, chained to the one before: by it two processes see whether
/// they have written the same, and from where on they have not.
struct ChainedDigest: ~Copyable {
    private var hash = SHA256()

    /// - Parameter headers: the record's own.
    mutating func add(_ record: OutgoingRecord, _ headers: ArraySlice<OutgoingHeader>) {
        // The key goes with what stands before it where there is room: few bytes cost as much as many.
        let key = record.key ?? UnsafeRawBufferPointer(start: nil, count: 0)
        withUnsafeTemporaryAllocation(byteCount: 256, alignment: 4) { prefix in
            prefix.storeBytes(of: UInt32(record.topic.rawValue).littleEndian, toByteOffset: 0, as: UInt32.self)
            prefix.storeBytes(of: Self.count(record.key?.count), toByteOffset: 4, as: Int32.self)
            prefix.storeBytes(of: Self.count(record.value?.count), toByteOffset: 8, as: Int32.self)
            prefix.storeBytes(of: Self.count(headers.count), toByteOffset: 12, as: Int32.self)
            let hasRoom = 16 + key.count <= prefix.count
            if hasRoom { UnsafeMutableRawBufferPointer(rebasing: prefix[16...]).copyMemory(from: key) }
            hash.update(UnsafeRawBufferPointer(rebasing: prefix[..<(hasRoom ? 16 + key.count : 16)]))
            if !hasRoom { hash.update(key) }
        }
        if let value = record.value { hash.update(value) }
        for header in headers {
            add(header.name)
            add(header.value)
        }
    }

    private mutating func add(_ bytes: [UInt8]?) {
        withUnsafeBytes(of: Self.count(bytes?.count)) { hash.update($0) }
        bytes?.withUnsafeBytes { hash.update($0) }
    }

    /// A length as four bytes, the lowest first; -1 for what is absent.
    private static func count(_ count: Int?) -> Int32 { Int32(truncatingIfNeeded: count ?? -1).littleEndian }

    /// The digest of all that was added, and of the digest before; then it begins anew.
    mutating func finish(after previous: [UInt8]) -> [UInt8] {
        previous.withUnsafeBytes { hash.update($0) }
        return hash.finish().bytes
    }
}

/// `/supplier/<id>`.
func supplierKey(_ id: ID) -> [UInt8] {
    var key = Array("/supplier/".utf8)
    for index in 0..<id.count { key.append(id.byte(index)) }
    return key
}

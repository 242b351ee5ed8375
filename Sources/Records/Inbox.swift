/// One received record: where it stood, and its bytes, borrowed from the inbox that holds it.
///
/// The pointers are valid as long as the inbox. An absent key or value differs from an empty one.
public struct ReceivedRecord {
    public var topic: Topic
    public var partition: Int32
    public var offset: Int64
    /// The broker's append time in milliseconds since 1970; nil where the record carries another kind of time or none.
    public var appendedAtMs: Int64?
    public var key: UnsafeRawBufferPointer?
    public var value: UnsafeRawBufferPointer?
    /// The record's headers, in their order, as a range of `Inbox.headers`.
    public var firstHeader: Int32
    public var headerCount: Int32
    /// The log's own handle on the message's memory.
    public var handle: UnsafeMutableRawPointer?

    public init(
        topic: Topic, partition: Int32, offset: Int64, appendedAtMs: Int64?, key: UnsafeRawBufferPointer?,
        value: UnsafeRawBufferPointer?, firstHeader: Int32, headerCount: Int32, handle: UnsafeMutableRawPointer?
    ) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.appendedAtMs = appendedAtMs
        self.key = key
        self.value = value
        self.firstHeader = firstHeader
        self.headerCount = headerCount
        self.handle = handle
    }
}

/// One header of a received record, borrowed like the record itself. Names may occur more than once.
public struct ReceivedHeader {
    public var name: UnsafeRawBufferPointer
    public var value: UnsafeRawBufferPointer?

    public init(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer?) {
        self.name = name
        self.value = value
    }
}

/// Owns received messages until what was decided from them is committed: after an abort they are decided again from
/// here, so nothing is ever fetched twice.
public struct Inbox: ~Copyable {
    public private(set) var records: [ReceivedRecord] = []
    public private(set) var headers: [ReceivedHeader] = []
    private let release: (UnsafeMutableRawPointer) -> Void

    /// - Parameter release: gives one message's memory back to the log that it came from.
    public init(release: @escaping (UnsafeMutableRawPointer) -> Void) {
        self.release = release
    }

    public var count: Int { records.count }

    /// The bytes of keys and values that are held.
    public private(set) var byteCount = 0

    public mutating func append(_ record: ReceivedRecord) {
        records.append(record)
        byteCount += Self.bytes(of: record)
    }

    private static func bytes(of record: ReceivedRecord) -> Int { (record.key?.count ?? 0) + (record.value?.count ?? 0) }

    /// The index that the next header gets: headers are appended before the record that they belong to.
    public var nextHeader: Int32 { Int32(truncatingIfNeeded: headers.count) }

    public mutating func append(_ header: ReceivedHeader) { headers.append(header) }

    /// Appends a copy of a record, for an inbox whose `release` is `deallocate`.
    public mutating func appendCopy(
        topic: Topic, partition: Int32, offset: Int64, appendedAtMs: Int64?, key: UnsafeRawBufferPointer?,
        value: UnsafeRawBufferPointer?, headers: [ReceivedHeader]
    ) {
        var count = (key?.count ?? 0) + (value?.count ?? 0)
        for header in headers { count += header.name.count + (header.value?.count ?? 0) }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 1), alignment: 16)
        var used = 0
        func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
            let place = UnsafeMutableRawBufferPointer(rebasing: memory[used..<used + bytes.count])
            place.copyMemory(from: bytes)
            used += bytes.count
            return UnsafeRawBufferPointer(place)
        }
        let first = nextHeader
        for header in headers {
            append(ReceivedHeader(name: copy(header.name), value: header.value.map(copy)))
        }
        append(
            ReceivedRecord(
                topic: topic, partition: partition, offset: offset, appendedAtMs: appendedAtMs, key: key.map(copy),
                value: value.map(copy), firstHeader: first, headerCount: Int32(truncatingIfNeeded: headers.count),
                handle: memory.baseAddress))
    }

    /// Gives back the first `count` messages and their headers.
    public mutating func discardFirst(_ count: Int) {
        for index in 0..<min(count, records.count) {
            byteCount -= Self.bytes(of: records[index])
            if let handle = records[index].handle { release(handle) }
        }
        records.removeFirst(min(count, records.count))
        guard let first = records.first else {
            headers.removeAll(keepingCapacity: true)
            return
        }
        // Under constant load an inbox is never empty: what lies before the first record's headers goes now and then,
        // and the ranges move with it.
        let unused = first.firstHeader
        guard unused >= 4096 else { return }
        headers.removeFirst(min(Int(unused), headers.count))
        for index in records.indices { records[index].firstHeader = max(records[index].firstHeader - unused, 0) }
    }

    deinit {
        for record in records {
            if let handle = record.handle { release(handle) }
        }
    }
}

internal import Orders
internal import Records
internal import Signing

/// The record that an input is: where it stood first and its bytes as they came. Of a readmitted record that is not
/// where it is read. Borrowed from the inbox.
final class Origin {
    /// One of `Topic.inputs`.
    let topic: Topic
    let partition: Int32
    let offset: Int64
    /// nil where the record carries no append time.
    let appendedAtMs: Int64?
    let key: UnsafeRawBufferPointer?
    let value: UnsafeRawBufferPointer?
    let headers: ArraySlice<ReceivedHeader>
    /// It came in a readmission: it is not readmitted again.
    let isReadmitted: Bool

    init(
        topic: Topic, partition: Int32, offset: Int64, appendedAtMs: Int64?, key: UnsafeRawBufferPointer?,
        value: UnsafeRawBufferPointer?, headers: ArraySlice<ReceivedHeader>, isReadmitted: Bool = false
    ) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.appendedAtMs = appendedAtMs
        self.key = key
        self.value = value
        self.headers = headers
        self.isReadmitted = isReadmitted
    }

    /// The value of the one header of this name, or what is there instead.
    func header(_ name: StaticString) -> HeaderValue {
        var found = HeaderValue.absent
        for header in headers where header.hasName(name) {
            if case .absent = found { found = .once(header.value) } else { return .repeated }
        }
        return found
    }
}

extension ReceivedHeader {
    func hasName(_ name: StaticString) -> Bool {
        equal(self.name, UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
}

extension Inbox {
    /// The record at `index`, as it came.
    func origin(_ index: Int) -> Origin {
        let record = records[index]
        let first = min(max(Int(record.firstHeader), 0), headers.count)
        let end = min(first + max(Int(record.headerCount), 0), headers.count)
        return Origin(
            topic: record.topic, partition: record.partition, offset: record.offset,
            appendedAtMs: record.appendedAtMs, key: record.key, value: record.value, headers: headers[first..<end])
    }
}

extension Input.Source {
    /// The input of `Topic.inputs` with this index.
    init(input: Int) {
        switch input {
        case 0: self = .commands
        case 1: self = .results
        default: self = .operatorActions
        }
    }

    var topic: Topic {
        switch self {
        case .commands: .orderCommands
        case .results: .supplierResults
        case .operatorActions: .operatorActions
        }
    }
}

internal import Orders
internal import Records
internal import Signing

/// The record that an input is: where it stood first and its bytes as they came. Of a readmitted record that is not
/// where it is read. Borrowed from the inbox.
struct Origin {
    /// One of `Topic.inputs`.
    var topic: Topic
    var partition: Int32
    var offset: Int64
    /// nil where the record carries no append time.
    var appendedAtMs: Int64?
    var key: UnsafeRawBufferPointer?
    var value: UnsafeRawBufferPointer?
    var headers: ArraySlice<ReceivedHeader>
    /// It came in a readmission: it is not readmitted again.
    var isReadmitted = false

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

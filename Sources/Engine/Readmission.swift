internal import Contract
internal import Orders
internal import Protobuf
internal import Records

extension Batch {
    /// Writes a record that stood on the wrong partition for its key to `operator-actions` on the right one, as
    /// `readmit`, with where and when it came first.
    mutating func writeReadmission(
        _ origin: Origin, source: Input.Source, key: OrderKey, appendedAtMs: Int64, partition: Int32
    ) {
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        let headers = origin.headers
        let slice = writeReadmit(
            key: key, source: source, partition: origin.partition, offset: origin.offset, appendedAtMs: appendedAtMs,
            recordKey: RawSpan(_unsafeBytes: origin.key ?? none), value: RawSpan(_unsafeBytes: origin.value ?? none),
            headerCount: headers.count,
            header: { index in
                let header = headers[headers.startIndex + index]
                return (header.name, header.value)
            },
            operatorName: "turnstile", reason: "misrouted", to: &writer)
        append(.operatorActions, partition, key: origin.key.map { copy($0) }, value: bytes(slice))
    }

    /// Whether a readmission can carry the record: its headers' names are text there, and it takes so many of them.
    static func canReadmit(_ origin: Origin) -> Bool {
        origin.headers.count <= 1000 && origin.headers.allSatisfy { isUTF8(RawSpan(_unsafeBytes: $0.name)) }
    }
}

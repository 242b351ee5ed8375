internal import Orders
internal import Records
internal import Signing

/// How much of the record a dead letter has.
enum DeadLetterForm: Int {
    /// The record byte for byte.
    case whole
    /// The value's size and SHA-256 instead of the value.
    case withoutValue
    /// Nor its key and headers: where it stood is enough to find it.
    case bare
}

extension Batch {
    /// Writes a record to the dead letters, byte for byte, with where it stood and why it is there (interfaces.md,
    /// "Dead letters").
    /// - Parameters:
    ///   - form: as much as the log takes of it.
    ///   - limit: the size that the broker takes of a dead letter. What is larger goes in a smaller form.
    mutating func writeDeadLetter(
        _ origin: Origin, _ code: DeadLetterCode, _ message: String, partition: Int32, form: DeadLetterForm = .whole,
        limit: Int
    ) {
        var headers = origin.headers.map { header in
            OutgoingHeader(name: Array(header.name), value: header.value.map { Array($0) })
        }
        func add(_ name: String, _ value: String) {
            headers.append(OutgoingHeader(name: name, value: Array(value.utf8)))
        }
        let place = [
            ("topic", origin.topic.name), ("partition", "\(origin.partition)"), ("offset", "\(origin.offset)"),
        ]
        let timestamp = origin.appendedAtMs.map { "\($0)" } ?? ""
        add("turnstile-error-code", code.rawValue)
        add("turnstile-error-message", message)
        for (name, value) in place + [("timestamp", timestamp)] { add("turnstile-origin-" + name, value) }
        for (name, value) in place + [("timestamp", timestamp)] { add("kafka_dlt-original-" + name, value) }
        add("kafka_dlt-exception-message", message)
        for (name, value) in place { add("__connect.errors." + name, value) }

        // Copied, so that the transaction stands on no memory but its own.
        let key = origin.key.map { copy($0) }
        if form == .whole {
            append(.deadLetters, partition, key: key, value: origin.value.map { copy($0) }, headers: headers)
            guard size(of: records.count - 1) > limit else { return }
            removeLastRecord()
        }
        if let value = origin.value {
            var hash = SHA256()
            add("turnstile-value-bytes", "\(value.count)")
            add("turnstile-value-sha256", hash.digest(value).hex)
        }
        if form != .bare {
            append(.deadLetters, partition, key: key, value: nil, headers: headers)
            guard size(of: records.count - 1) > limit else { return }
            removeLastRecord()
        }
        let hasRoom = form != .bare && (key?.count ?? 0) <= limit / 2
        append(
            .deadLetters, partition, key: hasRoom ? key : nil, value: nil,
            headers: Array(headers.dropFirst(origin.headers.count)))
    }
}

extension Digest256 {
    fileprivate var hex: String {
        withUnsafeBytes { bytes in
            var text = ""
            for byte in bytes {
                text += String(byte >> 4, radix: 16)
                text += String(byte & 15, radix: 16)
            }
            return text
        }
    }
}

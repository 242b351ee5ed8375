internal import CRdkafka
internal import Records

/// One input of one assigned partition: its own queue of fetched messages, and up to where it was given.
struct InputQueue {
    let topic: Topic
    let partition: Int32
    let queue: OpaquePointer
    /// No record is left before this offset; nil until the first one, or the end, was seen.
    private(set) var position: Int64?
    /// What comes after a failure may have a gap before it, so nothing more is given.
    private(set) var fault: InputFault?
    /// A broker does not have the position: nothing comes until `resolve` has found out what that means.
    private var doubt: RangeDoubt?

    init(topic: Topic, partition: Int32, queue: OpaquePointer, position: Int64?) {
        self.topic = topic
        self.partition = partition
        self.queue = queue
        self.position = position
    }

    /// Moves up to `limit` messages into the inbox, without waiting.
    mutating func take(
        limit: Int, into inbox: inout Inbox,
        scratch: UnsafeMutableBufferPointer<UnsafeMutablePointer<rd_kafka_message_t>?>,
        acceptsCreateTime: Bool, context: ClientContext
    ) throws(InputFailure) -> Int {
        var taken = 0
        while taken < limit, fault == nil, doubt == nil {
            let wanted = min(limit - taken, scratch.count)
            // With a time-out this call would wait for all of it, whatever has come.
            let got = rd_kafka_consume_batch_queue(queue, 0, scratch.baseAddress, wanted)
            if got <= 0 { break }
            for index in 0..<got {
                guard let message = scratch[index] else { continue }
                if fault == nil, doubt == nil, message.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR,
                    isNext(message.pointee.offset)
                {
                    append(message, to: &inbox, acceptsCreateTime: acceptsCreateTime)
                    position = message.pointee.offset + 1
                    taken += 1
                } else {
                    if fault == nil, doubt == nil { notice(message, context) }
                    rd_kafka_message_destroy(message)
                }
            }
            if got < wanted { break }
        }
        if taken == 0, let fault { throw InputFailure(topic: topic, partition: partition, fault: fault) }
        return taken
    }

    /// Finds out whether the position is there, where a broker has said that it is not.
    /// - Parameter ask: as of `RangeDoubt.verdict`.
    /// - Returns: whether fetching has to begin anew at the position: librdkafka has ended it.
    mutating func resolve(_ ask: () -> (start: Int64, end: Int64)?) -> Bool {
        guard let position, let verdict = doubt?.verdict(at: position, ask) else { return false }
        switch verdict {
        case .open: return false
        case .dispelled:
            doubt = nil
            return true
        case .confirmed:
            doubt = nil
            fault = .positionLost
            return false
        }
    }

    private func isNext(_ offset: Int64) -> Bool { position.map { offset >= $0 } ?? true }

    /// What is not a record in its place: the partition's end, or an error.
    private mutating func notice(_ message: UnsafeMutablePointer<rd_kafka_message_t>, _ context: ClientContext) {
        let code = message.pointee.err
        switch code {
        case RD_KAFKA_RESP_ERR_NO_ERROR:
            fault = .other("The offset \(message.pointee.offset) came after the position \(position ?? -1).")
        case RD_KAFKA_RESP_ERR__PARTITION_EOF:
            position = max(position ?? 0, message.pointee.offset)
        case RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET, RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE:
            doubt = RangeDoubt()
            context.report(KafkaFailure(code, action: "read \(topic.name) \(partition)", message: text(of: message)))
        case RD_KAFKA_RESP_ERR__BAD_MSG, RD_KAFKA_RESP_ERR_INVALID_MSG, RD_KAFKA_RESP_ERR__BAD_COMPRESSION,
            RD_KAFKA_RESP_ERR__NOT_IMPLEMENTED, RD_KAFKA_RESP_ERR__UNDERFLOW, RD_KAFKA_RESP_ERR_INVALID_MSG_SIZE:
            // librdkafka goes on after the batch that it could not read.
            fault = .other(text(of: message))
        default:
            // It will pass: librdkafka fetches again from the same offset.
            context.report(KafkaFailure(code, action: "read \(topic.name) \(partition)", message: text(of: message)))
        }
    }

    private func text(of message: UnsafeMutablePointer<rd_kafka_message_t>) -> String {
        rd_kafka_message_errstr(message).map { String(cString: $0) } ?? "unknown error"
    }

    private func append(
        _ message: UnsafeMutablePointer<rd_kafka_message_t>, to inbox: inout Inbox, acceptsCreateTime: Bool
    ) {
        var type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
        let timestamp = rd_kafka_message_timestamp(message, &type)
        let isAppendTime =
            type == RD_KAFKA_TIMESTAMP_LOG_APPEND_TIME || acceptsCreateTime && type == RD_KAFKA_TIMESTAMP_CREATE_TIME
        let firstHeader = inbox.nextHeader
        let headerCount = forEachHeader(of: message) { inbox.append($0) }
        inbox.append(
            ReceivedRecord(
                topic: topic, partition: partition, offset: message.pointee.offset,
                appendedAtMs: isAppendTime ? timestamp : nil,
                key: message.pointee.keyBytes, value: message.pointee.valueBytes,
                firstHeader: firstHeader, headerCount: headerCount, handle: UnsafeMutableRawPointer(message)))
    }
}

/// Calls `body` with each header in its order, borrowed from the message; gives how many.
func forEachHeader(of message: UnsafePointer<rd_kafka_message_t>, _ body: (ReceivedHeader) -> Void) -> Int32 {
    var headers: OpaquePointer?
    guard rd_kafka_message_headers(message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR, let headers else { return 0 }
    var count = 0
    var name: UnsafePointer<CChar>?
    var value: UnsafeRawPointer?
    var size = 0
    while rd_kafka_header_get_all(headers, count, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR, let text = name {
        body(
            ReceivedHeader(
                name: UnsafeRawBufferPointer(start: text, count: nameLength(text)),
                value: value.map { UnsafeRawBufferPointer(start: $0, count: size) }))
        count += 1
    }
    return Int32(clamping: count)
}

private func nameLength(_ text: UnsafePointer<CChar>) -> Int {
    var count = 0
    while text[count] != 0 { count += 1 }
    return count
}

extension rd_kafka_message_t {
    var keyBytes: UnsafeRawBufferPointer? { key.map { UnsafeRawBufferPointer(start: $0, count: key_len) } }
    var valueBytes: UnsafeRawBufferPointer? { payload.map { UnsafeRawBufferPointer(start: $0, count: len) } }
}

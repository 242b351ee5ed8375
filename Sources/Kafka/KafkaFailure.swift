/// What librdkafka or a broker refused, in words: the code's name, never its number.
public struct KafkaFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// librdkafka's name of the error: `ILLEGAL_GENERATION`, `_TIMED_OUT` (its own have the underscore).
    public var code: String
    public var message: String
    /// What was being done, for people: `commit the transaction`.
    public var action: String
    /// The same call may be made again.
    public var isRetriable: Bool
    /// The transaction under way must be aborted.
    public var isAbortable: Bool
    /// The client instance cannot be used any more.
    public var isFatal: Bool

    public init(
        code: String, message: String, action: String, isRetriable: Bool = false, isAbortable: Bool = false,
        isFatal: Bool = false
    ) {
        self.code = code
        self.message = message
        self.action = action
        self.isRetriable = isRetriable
        self.isAbortable = isAbortable
        self.isFatal = isFatal
    }

    public var description: String { "Could not \(action): \(message) (\(code))." }

    /// The group has given this member's partitions to another one, or soon will.
    public var isFencedByGroup: Bool {
        switch code {
        case "ILLEGAL_GENERATION", "UNKNOWN_MEMBER_ID", "FENCED_INSTANCE_ID": true
        default: false
        }
    }

    /// A record was larger than the client or the topic allows.
    public var isTooLarge: Bool { code == "MSG_SIZE_TOO_LARGE" || code == "RECORD_LIST_TOO_LARGE" }
}

/// One line that librdkafka said. It goes to the caller's callback, never to standard error.
public struct KafkaLogLine: Sendable {
    /// As in syslog: 0 emergency … 3 error, 4 warning, 5 notice, 6 information, 7 debugging.
    public var level: Int
    /// librdkafka's facility: `FAIL`, `REQTMOUT`.
    public var facility: String
    public var text: String
}

/// Called on librdkafka's own threads.
public typealias KafkaLogCallback = @Sendable (KafkaLogLine) -> Void

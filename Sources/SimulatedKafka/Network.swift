/// What a client asks a broker for while it commits a transaction.
public enum RequestKind: String, CaseIterable, Sendable {
    case initialiseProducer, addPartition, produce, commitOffsets, endTransaction
}

/// What becomes of one request on its way.
public enum RequestFate: Sendable {
    case answered
    /// It never arrives.
    case lost
    /// It arrives, its answer does not.
    case answerLost
    /// It arrives so much later, when its sender has long given up on it.
    case late(ms: Int64)
    /// The broker refuses it.
    case refused
}

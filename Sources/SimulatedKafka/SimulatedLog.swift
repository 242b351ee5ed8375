public import Records

/// One worker's end of the simulated log.
public struct SimulatedLog: ~Copyable, Log {
    public let client: SimulatedClient
    /// Nothing is turned from outside: whatever can be done is done when it is asked for.
    private let isImmediate: Bool
    public private(set) var isReleased = false

    public init(_ client: SimulatedClient, isImmediate: Bool = false) {
        self.client = client
        self.isImmediate = isImmediate
    }

    public mutating func wait(milliseconds: Int) {}

    public mutating func assignmentChange() -> AssignmentChange? {
        if isImmediate, !isReleased {
            for _ in 0..<3 where !client.hasAssignment {
                client.turnMembership()
                client.cluster.advance()
            }
        }
        return client.nextChange()
    }

    public mutating func releaseAssignment() {
        client.release()
        isReleased = true
    }

    public func makeInbox() -> Inbox { Inbox { $0.deallocate() } }

    public mutating func take(
        _ topic: Topic, _ partition: Int32, limit: Int, into inbox: inout Inbox
    ) throws(InputFailure) -> Int {
        try client.take(SimulatedCluster.Place(topic: topic, partition: partition), limit: limit, into: &inbox)
    }

    public mutating func highWatermarks(_ inputs: [(topic: Topic, partition: Int32)], timeoutMs: Int) -> [Int64?] {
        client.highWatermarks(inputs.map { SimulatedCluster.Place(topic: $0.topic, partition: $0.partition) })
    }

    public mutating func position(_ topic: Topic, _ partition: Int32) -> Int64? {
        client.position(SimulatedCluster.Place(topic: topic, partition: partition))
    }

    public mutating func submit(_ transaction: consuming sending Transaction) {
        client.submit(transaction)
        if isImmediate { while client.turnCommitter() {} }
    }

    public mutating func settled() -> Settlement? { client.settled() }
}

/// A supplier and the rules by which it is asked. Durations in milliseconds, 0 already replaced by the defaults.
public struct Supplier: Equatable, Sendable {
    public var id: ID
    public var isSuspended: Bool
    public var lockTimeoutMs: Int64
    public var issueTimeoutMs: Int64
    public var holdMs: Int64
    public var holdMarginMs: Int64
    public var poll: PollRule
    /// nil: its circuit never opens.
    public var circuit: CircuitRule?
    public var keys: [SigningKey]
    public var supportsQuery: Bool
    public var supportsRefund: Bool
    public var supportsExtend: Bool
    public var issueIsIdempotent: Bool
    public var priceToleranceMinorUnits: Int64
    public var release: RetryRule
    public var refund: RetryRule
    public var takesUnsignedResults: Bool

    public init(
        id: ID, isSuspended: Bool, lockTimeoutMs: Int64, issueTimeoutMs: Int64, holdMs: Int64, holdMarginMs: Int64,
        poll: PollRule, circuit: CircuitRule?, keys: [SigningKey], supportsQuery: Bool, supportsRefund: Bool,
        supportsExtend: Bool, issueIsIdempotent: Bool, priceToleranceMinorUnits: Int64, release: RetryRule,
        refund: RetryRule, takesUnsignedResults: Bool
    ) {
        self.id = id
        self.isSuspended = isSuspended
        self.lockTimeoutMs = lockTimeoutMs
        self.issueTimeoutMs = issueTimeoutMs
        self.holdMs = holdMs
        self.holdMarginMs = holdMarginMs
        self.poll = poll
        self.circuit = circuit
        self.keys = keys
        self.supportsQuery = supportsQuery
        self.supportsRefund = supportsRefund
        self.supportsExtend = supportsExtend
        self.issueIsIdempotent = issueIsIdempotent
        self.priceToleranceMinorUnits = priceToleranceMinorUnits
        self.release = release
        self.refund = refund
        self.takesUnsignedResults = takesUnsignedResults
    }
}

/// So many times with this pause between; a count of 0 is for ever.
public struct RetryStep: Equatable, Sendable {
    public var intervalMs: Int64
    public var count: UInt32

    public init(intervalMs: Int64, count: UInt32) {
        self.intervalMs = intervalMs
        self.count = count
    }
}

/// How a release or a refund request that is not answered is repeated.
public struct RetryRule: Equatable, Sendable {
    /// Never empty.
    public var steps: [RetryStep]
    public var escalateAfterMs: Int64

    public init(steps: [RetryStep], escalateAfterMs: Int64) {
        self.steps = steps
        self.escalateAfterMs = escalateAfterMs
    }
}

/// How an uncertain issue is asked about.
public struct PollRule: Equatable, Sendable {
    /// nil: from the supplier's measured answer times.
    public var startAfterMs: Int64?
    /// Never empty.
    public var steps: [RetryStep]
    public var jitterPercent: UInt32
    /// The pause between two queries over all of the supplier's orders and all partitions, in microseconds; nil: no
    /// limit.
    public var queryIntervalMicroseconds: Int64?
    public var notFoundCount: UInt32
    public var notFoundGraceMs: Int64
    public var escalateAfterMs: Int64

    public init(
        startAfterMs: Int64?, steps: [RetryStep], jitterPercent: UInt32, queryIntervalMicroseconds: Int64?,
        notFoundCount: UInt32, notFoundGraceMs: Int64, escalateAfterMs: Int64
    ) {
        self.startAfterMs = startAfterMs
        self.steps = steps
        self.jitterPercent = jitterPercent
        self.queryIntervalMicroseconds = queryIntervalMicroseconds
        self.notFoundCount = notFoundCount
        self.notFoundGraceMs = notFoundGraceMs
        self.escalateAfterMs = escalateAfterMs
    }
}

/// When a supplier answers badly, new orders fail fast.
public struct CircuitRule: Equatable, Sendable {
    public var windowMs: Int64
    public var minimumCalls: UInt32
    public var failurePercent: UInt32
    /// 0: no call is slow.
    public var slowCallMs: Int64
    public var slowPercent: UInt32
    public var openMs: Int64

    public init(
        windowMs: Int64, minimumCalls: UInt32, failurePercent: UInt32, slowCallMs: Int64, slowPercent: UInt32,
        openMs: Int64
    ) {
        self.windowMs = windowMs
        self.minimumCalls = minimumCalls
        self.failurePercent = failurePercent
        self.slowCallMs = slowCallMs
        self.slowPercent = slowPercent
        self.openMs = openMs
    }
}

/// How a supplier behaved, as one partition has seen it: the circuit, the query rate, the answer times. Kept in the
/// changelog under `/supplier/<id>`.
public struct SupplierState: Equatable, Sendable {
    /// A part of the circuit's window, so that the window moves in steps and costs the same whatever the traffic.
    public struct Bucket: Equatable, Sendable {
        public var startMs: Milliseconds
        public var calls: UInt32
        public var failures: UInt32
        public var slow: UInt32

        public init(startMs: Milliseconds, calls: UInt32, failures: UInt32, slow: UInt32) {
            self.startMs = startMs
            self.calls = calls
            self.failures = failures
            self.slow = slow
        }
    }

    public var buckets: [Bucket]
    /// Orders fail fast until then; nil: the circuit is closed.
    public var openUntilMs: Milliseconds?
    /// After an open circuit: one order is let through, and its outcome decides.
    public var isProbing: Bool
    /// When the next query may be sent, in microseconds since 1970.
    public var nextQueryAtMicroseconds: Int64
    /// A moving average of the answer times to issue requests, in microseconds, 0 for none.
    public var answerMicroseconds: Int64

    public init(
        buckets: [Bucket] = [], openUntilMs: Milliseconds? = nil, isProbing: Bool = false,
        nextQueryAtMicroseconds: Int64 = 0, answerMicroseconds: Int64 = 0
    ) {
        self.buckets = buckets
        self.openUntilMs = openUntilMs
        self.isProbing = isProbing
        self.nextQueryAtMicroseconds = nextQueryAtMicroseconds
        self.answerMicroseconds = answerMicroseconds
    }
}

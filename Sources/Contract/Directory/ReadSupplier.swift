internal import Orders
internal import Protobuf
internal import Schemas

func readSupplier(_ view: Proto.Supplier.View) throws -> Supplier {
    try checkLength(view.name, "name")
    guard view.priceToleranceMinorUnits >= 0 else { throw Fault("price_tolerance_minor_units is negative") }
    guard !(view.unsignedResults && view.keysCount > 0) else {
        throw Fault("unsigned_results is for a supplier without keys")
    }
    let holdSeconds = view.holdSeconds.or(DirectoryDefault.holdSeconds)
    guard view.holdMarginSeconds < holdSeconds else { throw Fault("hold_margin_seconds is not less than hold_seconds") }
    return Supplier(
        id: try readID(view.supplierId, "supplier_id"), isSuspended: view.suspended,
        lockTimeoutMs: Int64(view.lockTimeoutMs.or(DirectoryDefault.lockTimeoutMs)),
        issueTimeoutMs: Int64(view.issueTimeoutMs.or(DirectoryDefault.issueTimeoutMs)),
        holdMs: Int64(holdSeconds) * 1000, holdMarginMs: Int64(view.holdMarginSeconds) * 1000,
        // What is left out has the defaults of what is there and empty.
        poll: try readPoll(Proto.PollRule.View(view.pollBytes)),
        circuit: view.hasCircuit ? try readCircuit(Proto.Circuit.View(view.circuitBytes)) : nil,
        keys: try readKeys(view.keys), supportsQuery: view.supportsQuery, supportsRefund: view.supportsRefund,
        supportsExtend: view.supportsExtend, issueIsIdempotent: view.issueIsIdempotent,
        priceToleranceMinorUnits: view.priceToleranceMinorUnits,
        release: try readRetry(
            view.releaseBytes, "release", DirectoryDefault.releaseSteps, DirectoryDefault.releaseEscalateAfterMs),
        refund: try readRetry(
            view.refundBytes, "refund", DirectoryDefault.refundSteps, DirectoryDefault.refundEscalateAfterMs),
        takesUnsignedResults: view.unsignedResults)
}

private func readPoll(_ view: Proto.PollRule.View) throws -> PollRule {
    do {
        guard view.jitterPercent <= 100 else { throw Fault("jitter_percent is more than 100") }
        let steps = try readSteps(view.steps)
        return PollRule(
            startAfterMs: view.startAfterMs == 0 ? nil : Int64(view.startAfterMs),
            steps: steps.isEmpty ? DirectoryDefault.pollSteps : steps, jitterPercent: view.jitterPercent,
            queryIntervalMicroseconds: try queryInterval(rateLimitBits: view.rateLimit.bitPattern),
            notFoundCount: view.notFoundCount.or(DirectoryDefault.notFoundCount),
            notFoundGraceMs: Int64(view.notFoundGraceMs.or(DirectoryDefault.notFoundGraceMs)),
            escalateAfterMs: Int64(view.escalateAfterMs.or(DirectoryDefault.pollEscalateAfterMs)))
    } catch {
        throw Fault(error, in: "poll")
    }
}

/// The pause between two queries, in microseconds, rounded up; nil for no limit, which is a rate of 0.
///
/// From the bits of the schema's double, in whole numbers: what shapes outputs does no floating-point arithmetic.
/// - Parameter bits: queries a second, from one a day to a million a second.
func queryInterval(rateLimitBits bits: UInt64) throws -> Int64? {
    if bits << 1 == 0 { return nil }
    let exponent = Int(bits >> 52 & 0x7FF)
    // The rate is significand × 2^shift, where the significand has 53 bits.
    let significand = UInt128(bits & (1 << 52 - 1) | 1 << 52)
    let shift = exponent - 1075
    guard bits >> 63 == 0, exponent != 0, exponent != 0x7FF, (-69...(-33)).contains(shift) else {
        throw Fault("rate_limit is not from one query a day to a million a second")
    }
    // 10^6 / (significand × 2^shift): with -shift at most 69 the numerator has at most 89 bits.
    let numerator = UInt128(1_000_000) << UInt128(-shift)
    let interval = (numerator + significand - 1) / significand
    guard interval >= 1, interval <= 86_400_000_000, let microseconds = Int64(exactly: interval) else {
        throw Fault("rate_limit is not from one query a day to a million a second")
    }
    return microseconds
}

private func readRetry(
    _ bytes: RawSpan, _ field: StaticString, _ standardSteps: [RetryStep], _ standardEscalateAfterMs: UInt32
) throws -> RetryRule {
    do {
        let view = try Proto.RetryRule.View(bytes)
        let steps = try readSteps(view.steps)
        return RetryRule(
            steps: steps.isEmpty ? standardSteps : steps,
            escalateAfterMs: Int64(view.escalateAfterMs.or(standardEscalateAfterMs)))
    } catch {
        throw Fault(error, in: "\(field)")
    }
}

private func readSteps(_ list: consuming Proto.PollRule.Step.List) throws -> [RetryStep] {
    var steps: [RetryStep] = []
    do {
        while let step = try list.next() {
            guard step.intervalMs > 0 else { throw Fault("interval_ms is missing") }
            if let last = steps.last, last.count == 0 { throw Fault("comes after a step that goes on for ever") }
            steps.append(RetryStep(intervalMs: Int64(step.intervalMs), count: step.count))
        }
    } catch {
        throw Fault(error, in: "steps[\(steps.count)]")
    }
    return steps
}

private func readCircuit(_ view: Proto.Circuit.View) throws -> CircuitRule {
    guard view.failurePercent <= 100 else { throw Fault("circuit.failure_percent is more than 100") }
    guard view.slowPercent <= 100 else { throw Fault("circuit.slow_percent is more than 100") }
    return CircuitRule(
        windowMs: Int64(view.windowMs.or(DirectoryDefault.circuitWindowMs)),
        minimumCalls: view.minimumCalls.or(DirectoryDefault.circuitMinimumCalls),
        failurePercent: view.failurePercent.or(DirectoryDefault.circuitFailurePercent),
        slowCallMs: Int64(view.slowCallMs), slowPercent: view.slowPercent.or(DirectoryDefault.circuitSlowPercent),
        openMs: Int64(view.openMs.or(DirectoryDefault.circuitOpenMs)))
}

import Testing

@testable import Orders

@Suite("Negotiation beyond the races")
struct NegotiationTests {
    private func world(_ change: (inout PollRule) -> Void) -> Directory {
        var directory = World.directory
        if let supplier = directory.suppliers["full"] {
            var changed = supplier
            change(&changed.poll)
            directory.suppliers["full"] = changed
        }
        return directory
    }

    @Test("The jitter's hash is part of the rule version: it never changes")
    func hashStands() {
        // FNV-1a and one more mixing, worked out in Python.
        #expect(stableHash(World.key, 0) == 0xF8A5_7594_C692_6059)
        #expect(stableHash(World.key, 1) == 0x3D9E_4666_6DFD_B9CF)
    }

    @Test("Jitter makes a pause longer by up to its share, never shorter")
    func jitter() {
        let c = Case(directory: world { $0.jitterPercent = 50 }).negotiating()
        let beganMs = c.nowMs
        let times = c.queryTimes(until: beganMs + 20 * second)
        var earliestMs = beganMs + 2 * second
        for time in times.prefix(4) {
            #expect((earliestMs...earliestMs + second).contains(time), "\(time - beganMs)")
            earliestMs = time + 2 * second
        }
        #expect(times.count >= 4)
    }

    @Test("A query that has to wait for the supplier's rate keeps its slot and takes no second one")
    func rate() {
        let c = Case(directory: world { $0.queryIntervalMicroseconds = 1_000_000 })
        c.negotiating()
        // Others have taken the rate for the next minute.
        let freeAtMs = c.nowMs + minute
        c.suppliers["full", default: SupplierState()].nextQueryAtMicroseconds = freeAtMs * 1000
        #expect(c.queryTimes(until: freeAtMs + 100).first == freeAtMs)
        #expect(c.suppliers["full"]?.nextQueryAtMicroseconds == (freeAtMs + second) * 1000)
    }

    @Test("A query after FIXED that has to wait for its slot sets no timer but the slot's")
    func rateAfterFixed() {
        let c = Case(directory: world { $0.queryIntervalMicroseconds = 1_000_000 })
        c.negotiating()
        c.awaitQuery()
        c.answerQuery(.issued, issued: Make.codes())
        // By now a person would long have been called.
        c.run(for: 60 * minute)
        let freeAtMs = c.nowMs + minute
        c.suppliers["full", default: SupplierState()].nextQueryAtMicroseconds = freeAtMs * 1000
        c.answer(.issue, .failed, side: .none)
        #expect(c.said == ["AnomalyFound CONTRADICTION"] && c.record?.nextTimer?.dueMs == freeAtMs)
    }

    @Test("Without a start of its own the rule begins after the supplier's usual answer time")
    func measuredStart() {
        let c = Case(directory: world { $0.startAfterMs = nil })
        c.fixing()
        c.suppliers["full", default: SupplierState()].answerMicroseconds = 3_000_000
        c.run(for: 20 * second)
        let started = c.nowMs
        #expect(c.said == ["NegotiationStarted"])
        #expect(c.queryTimes(until: started + minute).first.map { $0 - started } == 3001)
    }

    @Test("An attempt that provably never left is sent again once, under the same id; then the supplier is asked")
    func neverLeft() {
        let c = Case(reportsViolations: false).fixing()
        c.answer(.issue, .unknown, side: .none)
        #expect(c.said == ["NegotiationStarted"])
        c.run(for: 2 * second)
        #expect(c.asked == ["issue again"])
        c.answer(.issue, .unknown, side: .none)
        #expect(c.asked.isEmpty && c.said.isEmpty)
        c.awaitQuery()
        #expect(c.asked == ["query"])
        #expect(c.askedCount("issue") == 2)
    }

    @Test("One query that is answered twice counts once as NOT_FOUND, and one that was never asked not at all")
    func notFoundOnce() {
        let c = Case().negotiating()
        c.run(for: 31 * second)
        guard let query = c.awaitQuery() else { return #expect(Bool(false), "no query") }
        c.answer(query, .succeeded, Make.query(.notFound))
        c.answer(query, .succeeded, Make.query(.notFound))
        c.answer(.query(99), .succeeded, Make.query(.notFound))
        c.answer(nil, .succeeded, Make.query(.notFound))
        #expect(c.status == .fixing)
        c.answerQuery(.notFound)
        #expect(c.status == .fixFail)
    }

    @Test("HELD: an idempotent supplier is asked to issue again, another one not")
    func held() {
        #expect(Case().negotiating(supplier: "idem").answerQuery(.held).asked == ["issue again"])
        #expect(Case().negotiating().answerQuery(.held).asked.isEmpty)
    }

    @Test("A query's number is never used twice, whoever asks")
    func numbers() {
        let c = Case().negotiating()
        c.act(.queryNow, approval: .none)
        #expect(c.said == ["OperatorActed"] && c.last.requests.first?.id == .query(1))
        #expect(c.awaitQuery() == .query(2))
        c.answerQuery(.issued, issued: Make.codes())
        #expect(c.status == .fixed)
        c.answer(.issue, .failed, side: .none)
        #expect(c.said == ["AnomalyFound CONTRADICTION"] && c.last.requests.first?.id == .query(4))
    }
}

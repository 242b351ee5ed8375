import Testing

@testable import turnstile

@Suite("What load tells of latencies")
struct LatencyTests {
    @Test(
        "the latency that a share of all commands does not pass",
        arguments: [
            ([], 0.5, 0), ([7], 0.99, 7), ([1, 2, 3], 0.5, 2), (Array(1...100), 0.99, 99), (Array(1...100), 1, 100),
        ] as [([Int64], Double, Int64)])
    func shares(latenciesUs: [Int64], share: Double, expectedUs: Int64) {
        #expect(LatencyWatch.Result(latenciesUs: latenciesUs, unanswered: 0).atShare(share) == expectedUs)
    }
}

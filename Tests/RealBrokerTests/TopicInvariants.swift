import Check
import Foundation
import Testing

@testable import turnstile

extension Installation {
    /// What the topics show of the invariants now.
    func checkTopics() throws -> (findings: [Finding], counts: TopicCheck.Counts) {
        var reading = try CheckReading(settings)
        let result = try reading.check(isComplete: true, group: groupID)
        return (result.findings, result.counts)
    }

    /// Waits until every command has its answer, and demands that no invariant is broken.
    /// - Parameter isDone: what else is waited for.
    func expectInvariants(
        seconds: Double = 60, until isDone: (TopicCheck.Counts) -> Bool = { _ in true }
    ) throws -> TopicCheck.Counts {
        let end = Date().addingTimeInterval(seconds)
        while true {
            let (findings, counts) = try checkTopics()
            let isComplete =
                !findings.contains { ["no answer", "is in no transaction"].contains($0.message) } && isDone(counts)
            if isComplete || Date() > end {
                #expect(findings.isEmpty, "\(findings.prefix(10).map(\.description).joined(separator: "\n"))")
                return counts
            }
            usleep(300_000)
        }
    }
}

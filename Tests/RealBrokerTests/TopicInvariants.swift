import Check
import Foundation
import Kafka
import Records
import Testing

extension Installation {
    /// What the topics show of the invariants now.
    func checkTopics() throws -> (findings: [Finding], counts: TopicCheck.Counts) {
        var check = TopicCheck()
        for record in try read(.orderCommands) { check.command(partition: record.partition, offset: record.offset) }
        for topic in [Topic.orderEvents, .supplierRequests, .receivableEntries, .settlementEntries] {
            for record in try read(topic) {
                let place = "\(topic.name) \(record.partition):\(record.offset)"
                let value = record.value ?? []
                switch topic {
                case .orderEvents: check.event(value.span.bytes, at: place)
                case .supplierRequests: check.request(value.span.bytes, at: place)
                default: check.entry(value.span.bytes, at: place)
                }
            }
        }
        for record in try read(.deadLetters) {
            check.deadLetter(
                originTopic: record.header("turnstile-origin-topic") ?? "",
                partition: record.header("turnstile-origin-partition").flatMap { Int32($0) } ?? -1,
                offset: record.header("turnstile-origin-offset").flatMap { Int64($0) } ?? -1)
        }
        return check.result(isComplete: true)
    }

    /// Waits until every command has its answer, and demands that no invariant is broken.
    /// - Parameter isDone: what else is waited for.
    func expectInvariants(
        seconds: Double = 60, until isDone: (TopicCheck.Counts) -> Bool = { _ in true }
    ) throws -> TopicCheck.Counts {
        let end = Date().addingTimeInterval(seconds)
        while true {
            let (findings, counts) = try checkTopics()
            let isComplete = !findings.contains { $0.message == "no answer" } && isDone(counts)
            if isComplete || Date() > end {
                #expect(findings.isEmpty, "\(findings.prefix(10).map(\.description).joined(separator: "\n"))")
                return counts
            }
            usleep(300_000)
        }
    }
}

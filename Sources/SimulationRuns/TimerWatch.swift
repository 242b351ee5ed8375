internal import Protobuf
internal import Records
internal import Schemas
internal import SimulatedKafka

/// Holds each timer that fires against the log as it is at that moment: no input may have a record that was appended in
/// time, could be known, and is not handled (I11).
final class TimerWatch {
    /// How far a worker's clock may be ahead of the true time: what it asks after the due time may so be asked earlier.
    var aheadMsMax: Int64 = 0
    private(set) var findings: [String] = []
    private(set) var fired = 0
    private static let watermarkDelayMs: Int64 = 200

    func look(
        at records: [(SimulatedCluster.Place, SimulatedCluster.Record)], _ commits: [PartitionCommit],
        of client: SimulatedClient, in cluster: SimulatedCluster
    ) {
        var seen: Set<[Int64]> = []
        for (place, record) in records where place.topic == .orderEvents {
            guard let dueMs = Self.dueMs(record), seen.insert([Int64(place.partition), dueMs]).inserted else {
                continue
            }
            fired += 1
            let positions = commits.first { $0.partition == place.partition }?.positions ?? []
            var latestMs = Int64.min
            for (topic, next) in positions {
                let input = SimulatedCluster.Place(topic: topic, partition: place.partition)
                latestMs = max(latestMs, look(at: input, from: next, dueMs, client, cluster))
            }
            if dueMs > max(cluster.nowMs + aheadMsMax, latestMs) {
                findings.append("I11 \(client.name) fires a timer of \(dueMs) at \(cluster.nowMs)")
            }
        }
    }

    /// - Returns: the latest append time of the input.
    private func look(
        at input: SimulatedCluster.Place, from next: Int64, _ dueMs: Int64, _ client: SimulatedClient,
        _ cluster: SimulatedCluster
    ) -> Int64 {
        var latestMs = Int64.min
        var isPast = false
        for (offset, record) in (cluster.records[input] ?? []).enumerated()
        where !record.isMarker && record.fortune != .aborted {
            let appendedMs = record.appendedAtMs ?? .min
            latestMs = max(latestMs, appendedMs)
            // Behind a record that is later nobody looks for an earlier one: a clock went back.
            if appendedMs > dueMs { isPast = true }
            guard !isPast, offset >= next else { continue }
            if record.trueMs <= dueMs + Self.watermarkDelayMs - aheadMsMax {
                findings.append(
                    "I11 \(client.name) fires a timer of \(dueMs) before \(input.topic.name) "
                        + "\(input.partition):\(offset), appended at \(appendedMs)")
                return latestMs
            }
        }
        return latestMs
    }

    private static func dueMs(_ record: SimulatedCluster.Record) -> Int64? {
        record.withSpan { bytes in
            do {
                let event = try Proto.OrderEvent.View(bytes)
                guard let cause = try event.cause(), let timer = try cause.timer() else { return nil }
                return timer.dueMs
            } catch {
                return nil
            }
        }
    }
}

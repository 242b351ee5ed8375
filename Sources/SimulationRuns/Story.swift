internal import Protobuf
internal import Records
internal import Schemas
internal import SimulatedKafka

/// All that a run has about one order, in the order in which it was written: for whoever looks into a finding.
extension SimulationRun {
    /// - Parameter what: an order's key, or `<partition>:<offset>` of `order-commands`.
    public func story(of what: String) -> [String] {
        var key = what
        let place = what.split(separator: ":").compactMap { Int($0) }
        if place.count == 2 {
            let commands = SimulatedCluster.Place(topic: .orderCommands, partition: Int32(place[0]))
            let all = cluster.records[commands] ?? []
            if all.indices.contains(place[1]) { key = String(decoding: all[place[1]].key ?? [], as: UTF8.self) }
        }
        var lines: [(atMs: Int64, line: String)] = []
        for (place, all) in cluster.records.sorted(by: {
            ($0.key.topic.rawValue, $0.key.partition) < ($1.key.topic.rawValue, $1.key.partition)
        }) where place.topic != .orderState && place.topic != .journal {
            for (offset, record) in all.enumerated() where record.key == Array(key.utf8) {
                let fortune = record.fortune == .committed ? "" : " \(record.fortune)"
                lines.append(
                    (
                        record.trueMs,
                        "\(record.trueMs - Self.startMs) \(place.topic.name) \(place.partition):\(offset)\(fortune) "
                            + "appended \((record.appendedAtMs ?? 0) - Self.startMs) \(words(record.value, place.topic))"
                    ))
            }
        }
        return lines.sorted { $0.atMs < $1.atMs }.map(\.line)
    }

    /// A value for people.
    func words(_ value: [UInt8]?, _ topic: Topic) -> String {
        guard let value else { return "no value" }
        if value.first == UInt8(ascii: "{") { return String(decoding: value, as: UTF8.self) }
        let descriptor: MessageDescriptor? =
            switch topic {
            case .orderCommands: Proto.OrderCommand.descriptor
            case .supplierResults: Proto.SupplierResult.descriptor
            case .operatorActions: Proto.OperatorAction.descriptor
            case .orderEvents: Proto.OrderEvent.descriptor
            case .supplierRequests: Proto.SupplierRequest.descriptor
            case .receivableEntries, .settlementEntries: Proto.LedgerEntry.descriptor
            default: nil
            }
        guard let json = try? descriptor?.json(value.span.bytes) else { return "\(value.count) bytes" }
        return json.text()
    }
}

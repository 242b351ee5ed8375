public import Records

/// A transaction of somebody who writes to the adapter's inputs: while it is open, what stands behind it is given to
/// nobody who reads committed records.
public struct OutsideTransaction {
    private let producerID: Int64
    private var places: Set<SimulatedCluster.Place> = []

    public init(_ cluster: SimulatedCluster) {
        producerID = cluster.nextProducerID
        cluster.nextProducerID += 1
    }

    public mutating func append(
        _ topic: Topic, key: [UInt8]?, value: [UInt8]?, headers: [(name: String, value: [UInt8])],
        to cluster: SimulatedCluster
    ) {
        let place = SimulatedCluster.Place(topic: topic, partition: cluster.home(of: key))
        places.insert(place)
        let record = SimulatedCluster.Record(
            key: key, value: value,
            headers: headers.map { SimulatedCluster.Header(name: Array($0.name.utf8), value: $0.value) })
        cluster.write([record], to: place, producerID, attempt: nil)
    }

    public func end(isCommit: Bool, in cluster: SimulatedCluster) {
        for place in places { cluster.mark(place, producerID, isCommit: isCommit) }
    }
}

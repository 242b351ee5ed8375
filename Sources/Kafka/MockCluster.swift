internal import CRdkafka

/// librdkafka's own stand-in for a cluster, in this process and in memory: for trying out and for tests.
///
/// It takes transactions, but knows no control markers: what was aborted stays readable. It stamps no append times and
/// answers no administration.
public struct MockCluster: ~Copyable {
    private let client: Client
    private let cluster: OpaquePointer
    private let brokerCount: Int

    public init(brokers: Int = 1, log: @escaping KafkaLogCallback) throws(KafkaFailure) {
        let client = try ClientConfiguration(alone: ()).makeClient(RD_KAFKA_PRODUCER, log: log)
        guard let cluster = rd_kafka_mock_cluster_new(client.handle, Int32(clamping: brokers)) else {
            throw KafkaFailure(RD_KAFKA_RESP_ERR__FAIL, action: "start the mock cluster", isFatal: true)
        }
        self.client = client
        self.cluster = cluster
        brokerCount = brokers
    }

    /// `127.0.0.1:port`, separated by commas. It listens on loopback only.
    public var bootstrapServers: String {
        rd_kafka_mock_cluster_bootstraps(cluster).map { String(cString: $0) } ?? ""
    }

    public func createTopic(_ name: String, partitionCount: Int32) throws(KafkaFailure) {
        let code = rd_kafka_mock_topic_create(cluster, name, partitionCount, Int32(clamping: min(brokerCount, 3)))
        try KafkaFailure.check(code, "make the topic \(name)")
    }

    /// The next fetches are told that there is no such offset, as a leader does whose log ends before it.
    func deny(fetches count: Int) {
        let fetch: Int16 = 1
        var errors = [rd_kafka_resp_err_t](repeating: RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE, count: count)
        rd_kafka_mock_push_request_errors_array(cluster, fetch, count, &errors)
    }

    deinit { rd_kafka_mock_cluster_destroy(cluster) }
}

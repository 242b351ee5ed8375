internal import CRdkafka
internal import Synchronization

/// A request that librdkafka has given up without an answer: nobody knows whether, or when, the broker does what it
/// asks for.
struct Doubt: Equatable, CustomStringConvertible {
    /// The request's key in Kafka's protocol; −1 where an answer came to a request that was given up long before.
    var apiKey: Int16
    /// librdkafka's code, as a number, since it travels in an atomic.
    var code: Int32

    var description: String {
        let name = RequestWatch.watched.first { $0.key == apiKey }?.name ?? "some request"
        let error = rd_kafka_err2name(rd_kafka_resp_err_t(rawValue: code)).map { String(cString: $0) } ?? "\(code)"
        return apiKey < 0 ? "an answer came to \(name) that was given up before" : "\(name) ended with \(error)"
    }
}

/// Notices doubt in one client, through librdkafka's interceptors.
///
/// They are called on librdkafka's own threads, for every request once: with its answer, or with why there is none,
/// and before the call that waits for it returns. They may call nothing of the client, so all they do is to set a flag.
final class RequestWatch: Sendable {
    /// The requests of which a late one can change a transaction. What else a producer asks for only reads.
    static let watched: [(key: Int16, name: String)] = [
        (0, "Produce"), (22, "InitProducerId"), (24, "AddPartitionsToTxn"), (25, "AddOffsetsToTxn"), (26, "EndTxn"),
        (28, "TxnOffsetCommit"),
    ]

    /// The first doubt: 0 for none; else a bit, the key, the code.
    private let first = Atomic<UInt64>(0)

    var doubt: Doubt? {
        let bits = first.load(ordering: .acquiring)
        guard bits != 0 else { return nil }
        return Doubt(
            apiKey: Int16(truncatingIfNeeded: bits >> 32), code: Int32(truncatingIfNeeded: bits))
    }

    func answered(_ apiKey: Int16, _ error: rd_kafka_resp_err_t) {
        // A client that is being closed gives up what is queued; its transaction is over by then, or left alone.
        guard error != RD_KAFKA_RESP_ERR_NO_ERROR, error != RD_KAFKA_RESP_ERR__DESTROY else { return }
        guard apiKey < 0 || Self.watched.contains(where: { $0.key == apiKey }) else { return }
        let bits = 1 << 63 | UInt64(UInt16(bitPattern: apiKey)) << 32 | UInt64(UInt32(bitPattern: error.rawValue))
        _ = first.compareExchange(expected: 0, desired: bits, ordering: .acquiringAndReleasing)
    }

    /// Has every client of the configuration watched by this one, which outlives them.
    func follow(_ configuration: OpaquePointer?) throws(KafkaFailure) {
        let code = rd_kafka_conf_interceptor_add_on_new(
            configuration, Self.name,
            { handle, _, watch, _, _ in
                rd_kafka_interceptor_add_on_response_received(
                    handle, RequestWatch.name,
                    { _, _, _, _, apiKey, _, _, _, _, error, watch in
                        guard let watch else { return RD_KAFKA_RESP_ERR_NO_ERROR }
                        Unmanaged<RequestWatch>.fromOpaque(watch).takeUnretainedValue().answered(apiKey, error)
                        return RD_KAFKA_RESP_ERR_NO_ERROR
                    }, watch)
            }, Unmanaged.passUnretained(self).toOpaque())
        try KafkaFailure.check(code, "watch the client's requests")
    }

    private static let name = "turnstile"
}

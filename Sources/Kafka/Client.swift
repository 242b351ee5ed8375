internal import CRdkafka
internal import Glibc

/// What librdkafka's callbacks reach through a client's opaque pointer.
final class ClientContext {
    let log: KafkaLogCallback
    /// The first record that was not delivered since it was last cleared: the record's opaque and the error. Written
    /// and read on the thread that polls the client.
    var undelivered: (opaque: Int, code: rd_kafka_resp_err_t)?
    /// Set where the client's requests are watched.
    let watch: RequestWatch?

    init(log: @escaping KafkaLogCallback, watch: RequestWatch?) {
        self.log = log
        self.watch = watch
    }

    static func of(_ handle: OpaquePointer?) -> ClientContext? {
        guard let handle, let opaque = rd_kafka_opaque(handle) else { return nil }
        return Unmanaged<ClientContext>.fromOpaque(opaque).takeUnretainedValue()
    }

    func report(_ failure: KafkaFailure) {
        log(KafkaLogLine(level: 4, facility: failure.code, text: failure.description))
    }
}

/// The properties of a client to be.
struct ClientConfiguration: ~Copyable {
    private var configuration: OpaquePointer?
    private var watch: RequestWatch?

    /// What holds for every client: the cluster, then the user's properties, which `KafkaSettings` has checked. What a
    /// role must have is set after them, what it would like before: `defaults`.
    init(_ settings: KafkaSettings, defaults: [(name: String, value: String)] = []) throws(KafkaFailure) {
        if let refusal = KafkaLibrary.refusal() {
            throw KafkaFailure(
                code: "_UNSUPPORTED_FEATURE", message: refusal, action: "use this librdkafka", isFatal: true)
        }
        configuration = rd_kafka_conf_new()
        try set("bootstrap.servers", settings.bootstrapServers)
        try set("client.id", "turnstile")
        try set("socket.nagle.disable", "true")
        try set("log.connection.close", "false")
        try set("allow.auto.create.topics", "false")
        for property in defaults { try set(property.name, property.value) }
        for property in settings.properties { try set(property.name, property.value) }
    }

    /// For a client that connects to no cluster.
    init(alone: ()) {
        configuration = rd_kafka_conf_new()
    }

    mutating func set(_ name: String, _ value: String) throws(KafkaFailure) {
        var text = [CChar](repeating: 0, count: 512)
        guard rd_kafka_conf_set(configuration, name, value, &text, text.count) != RD_KAFKA_CONF_OK else { return }
        throw KafkaFailure(
            code: "_INVALID_ARG", message: text.text, action: "set the librdkafka property \(name)", isFatal: true)
    }

    /// For properties that a later librdkafka has and an earlier one lacks.
    mutating func setIfKnown(_ name: String, _ value: String) {
        _ = rd_kafka_conf_set(configuration, name, value, nil, 0)
    }

    mutating func setEvents(_ events: Int32) { rd_kafka_conf_set_events(configuration, events) }

    /// Reports of records that were not delivered. Without any report callback a flush polls in steps of 10 ms.
    mutating func reportUndelivered() throws(KafkaFailure) {
        try set("delivery.report.only.error", "true")
        rd_kafka_conf_set_dr_msg_cb(configuration) { handle, message, _ in
            guard let message, message.pointee.err != RD_KAFKA_RESP_ERR_NO_ERROR,
                let context = ClientContext.of(handle), context.undelivered == nil
            else { return }
            context.undelivered = (Int(bitPattern: message.pointee._private), message.pointee.err)
        }
    }

    /// The client tells of requests whose fate is not known: `Client.doubt`.
    mutating func watchRequests() throws(KafkaFailure) {
        let watch = RequestWatch()
        try watch.follow(configuration)
        self.watch = watch
    }

    consuming func makeClient(
        _ type: rd_kafka_type_t, log: @escaping KafkaLogCallback
    ) throws(KafkaFailure) -> Client {
        let context = Unmanaged.passRetained(ClientContext(log: log, watch: watch))
        rd_kafka_conf_set_opaque(configuration, context.toOpaque())
        rd_kafka_conf_set_log_cb(configuration) { handle, level, facility, text in
            ClientContext.of(handle)?.log(
                KafkaLogLine(
                    level: Int(level), facility: facility.map { String(cString: $0) } ?? "",
                    text: text.map { String(cString: $0) } ?? ""))
        }
        // A token's refresh is served by librdkafka itself: no loop here has to.
        rd_kafka_conf_enable_sasl_queue(configuration, 1)
        var text = [CChar](repeating: 0, count: 512)
        guard let handle = rd_kafka_new(type, configuration, &text, text.count) else {
            context.release()
            throw KafkaFailure(code: "_INVALID_ARG", message: text.text, action: "make a Kafka client", isFatal: true)
        }
        configuration = nil  // the client's now
        if let error = rd_kafka_sasl_background_callbacks_enable(handle) { rd_kafka_error_destroy(error) }
        return Client(handle: handle, context: context)
    }

    deinit { if let configuration { rd_kafka_conf_destroy(configuration) } }
}

/// One librdkafka client instance, with its threads and connections. librdkafka's handles may be used from any thread.
struct Client: ~Copyable, @unchecked Sendable {
    let handle: OpaquePointer
    private let retained: Unmanaged<ClientContext>

    init(handle: OpaquePointer, context: Unmanaged<ClientContext>) {
        self.handle = handle
        retained = context
    }

    var context: ClientContext { retained.takeUnretainedValue() }

    /// Why a request of this client may still be under way; never taken back.
    var doubt: Doubt? { context.watch?.doubt }

    /// What made this client unusable, if anything did.
    var fatalFailure: KafkaFailure? {
        var text = [CChar](repeating: 0, count: 512)
        let code = rd_kafka_fatal_error(handle, &text, text.count)
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
        return KafkaFailure(code, action: "use the Kafka client", message: text.text, isFatal: true)
    }

    /// A group member is not closed first: a static one sends nothing then, since it comes back to its partitions, and
    /// librdkafka 2.0.2 was seen to wait for ever in that close when a rebalance came at the same moment.
    deinit {
        rd_kafka_destroy_flags(handle, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)
        retained.release()
    }
}

extension KafkaFailure {
    init(_ code: rd_kafka_resp_err_t, action: String, message: String? = nil, isFatal: Bool = false) {
        self.init(
            code: rd_kafka_err2name(code).map { String(cString: $0) } ?? "UNKNOWN",
            message: message ?? rd_kafka_err2str(code).map { String(cString: $0) } ?? "unknown error",
            action: action, isRetriable: Self.isRetriable(code), isFatal: isFatal)
    }

    /// Takes the error over; nothing where it is none.
    static func check(_ error: OpaquePointer?, _ action: @autoclosure () -> String) throws(KafkaFailure) {
        guard let error else { return }
        defer { rd_kafka_error_destroy(error) }
        throw KafkaFailure(
            code: rd_kafka_error_name(error).map { String(cString: $0) } ?? "UNKNOWN",
            message: rd_kafka_error_string(error).map { String(cString: $0) } ?? "unknown error", action: action(),
            isRetriable: rd_kafka_error_is_retriable(error) != 0,
            isAbortable: rd_kafka_error_txn_requires_abort(error) != 0, isFatal: rd_kafka_error_is_fatal(error) != 0)
    }

    static func check(_ code: rd_kafka_resp_err_t, _ action: @autoclosure () -> String) throws(KafkaFailure) {
        if code != RD_KAFKA_RESP_ERR_NO_ERROR { throw KafkaFailure(code, action: action()) }
    }

    /// librdkafka says so only for its transactional calls; for the others these pass by themselves.
    private static func isRetriable(_ code: rd_kafka_resp_err_t) -> Bool {
        switch code {
        case RD_KAFKA_RESP_ERR__TIMED_OUT, RD_KAFKA_RESP_ERR__TRANSPORT, RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN,
            RD_KAFKA_RESP_ERR__WAIT_COORD, RD_KAFKA_RESP_ERR__RESOLVE, RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE,
            RD_KAFKA_RESP_ERR__WAIT_CACHE, RD_KAFKA_RESP_ERR__QUEUE_FULL,
            RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS, RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE,
            RD_KAFKA_RESP_ERR_NOT_COORDINATOR, RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT,
            RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION,
            RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT, RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION,
            RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS:
            true
        default: false
        }
    }
}

extension [CChar] {
    /// The text up to its terminating zero.
    var text: String { String(decoding: prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) }
}

/// Nanoseconds on a clock that only runs forward.
func monotonicNs() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

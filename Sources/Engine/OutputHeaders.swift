internal import Orders
internal import Records

/// The headers of one input's public outputs: CloudEvents' binary binding for Kafka where the settings say so, and the
/// input's trace context either way. Most inputs give none.
struct OutputHeaders {
    private let trace: [OutgoingHeader]
    private let settings: EngineSettings

    /// - Parameter headers: the input's own.
    init(settings: EngineSettings, headers: ArraySlice<ReceivedHeader>) {
        self.settings = settings
        var trace: [OutgoingHeader] = []
        for header in headers where header.hasName("traceparent") || header.hasName("tracestate") {
            trace.append(OutgoingHeader(name: Array(header.name), value: header.value.map { Array($0) }))
        }
        self.trace = trace
    }

    /// - Parameters:
    ///   - value: the output as protobuf: its own id is the first field of each of the four.
    ///   - type: for example `turnstile.order.lock_failed.v1`.
    func headers(of value: UnsafeRawBufferPointer, type: @autoclosure () -> String) -> [OutgoingHeader] {
        guard settings.cloudevents else { return trace }
        return [
            OutgoingHeader(name: "ce_specversion", value: Array("1.0".utf8)),
            OutgoingHeader(name: "ce_id", value: Self.firstField(of: value)),
            OutgoingHeader(name: "ce_type", value: Array(type().utf8)),
            OutgoingHeader(name: "ce_source", value: Array("/turnstile".utf8)),
            OutgoingHeader(
                name: "content-type",
                value: Array((settings.writesJSON ? "application/json" : "application/protobuf").utf8)),
        ] + trace
    }

    /// The bytes of field 1, which comes first in what is written in ascending order. An id is shorter than 16 KiB.
    private static func firstField(of value: UnsafeRawBufferPointer) -> [UInt8] {
        guard value.count >= 2, value[0] == 0x0A else { return [] }
        var count = Int(value[1])
        var start = 2
        if count >= 0x80 {
            guard value.count >= 3 else { return [] }
            count = count & 0x7F | Int(value[2]) << 7
            start = 3
        }
        guard start + count <= value.count else { return [] }
        return Array(value[start..<start + count])
    }
}

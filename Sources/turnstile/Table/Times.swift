import Protobuf
import Schemas

/// Seconds since 1970 of an RFC 3339 time; nil where the text is none.
func secondsOfDateTime(_ text: String) -> Int64? {
    guard let bytes = try? Proto.Timestamp.descriptor.bytes(json: .string(text)) else { return nil }
    return try? Proto.Timestamp.View(bytes.span.bytes).seconds
}

/// The RFC 3339 text of a time in milliseconds since 1970.
func dateTime(ofMilliseconds milliseconds: Int64) -> String {
    var writer = ReverseWriter(chunkBytes: 64)
    let record = writer.mark()
    Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
    let slice = writer.finish(record)
    guard case .string(let text)? = try? Proto.Timestamp.descriptor.json(writer.bytes(of: slice)) else { return "" }
    return text
}

/// The RFC 3339 text of a time in seconds since 1970.
func dateTime(ofSeconds seconds: Int64) -> String { dateTime(ofMilliseconds: seconds * 1000) }

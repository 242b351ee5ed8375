internal import CRdkafka

/// The librdkafka that the process is linked to.
public enum KafkaLibrary {
    /// As people write it: `2.0.2`.
    public static var version: String { rd_kafka_version_str().map { String(cString: $0) } ?? "unknown" }

    /// Why this librdkafka must not be used; nil where it may. Asked at start-up, before any client is made; no client
    /// is made of a version that is refused.
    public static func refusal() -> String? { refusal(of: rd_kafka_version()) }

    /// - Parameter version: as `rd_kafka_version` gives it: a byte each of major, minor, revision and pre-release.
    static func refusal(of version: Int32) -> String? {
        let bits = UInt32(bitPattern: version)
        let (major, minor, revision) = (bits >> 24, (bits >> 16) & 0xff, (bits >> 8) & 0xff)
        let name = "librdkafka \(major).\(minor).\(revision)"
        let mend = "install 2.0.2, or another version from 2.2 on that is not refused"
        switch (major, minor, revision) {
        case (0...1, _, _), (2, 0, 0...1):
            return "\(name) is too old: \(mend)."
        case (2, 1, 0):
            return "\(name) can give a consumer the same record twice: \(mend)."
        case (2, 5, 0...2), (2, 10, 0):
            return "\(name) is known to crash or to write duplicates: \(mend)."
        default:
            return nil
        }
    }
}

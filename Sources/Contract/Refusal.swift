public import Orders
internal import Protobuf

/// Why a record cannot be handled, and nobody can be told: it goes to the dead letters with these words.
public struct Refusal: Error, Equatable, Sendable {
    public var code: DeadLetterCode
    public var message: String

    public init(_ code: DeadLetterCode, _ message: String) {
        self.code = code
        self.message = message
    }
}

/// What is wrong with a message, by the path of its fields.
struct Fault: Error {
    var words: String

    init(_ words: String) { self.words = words }

    /// - Parameter path: what comes before the words' own field, for example `place_order`.
    init(_ error: any Error, in path: String) {
        switch error {
        case let fault as Fault: words = "\(path).\(fault.words)"
        case let error as ProtobufError: words = "\(path): \(error)"
        default: words = "\(path): \(error)"
        }
    }
}

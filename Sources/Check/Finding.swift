/// One broken invariant. The names are those of `docs/invariants.md`.
public struct Finding: Equatable, Sendable, CustomStringConvertible {
    public enum Invariant: String, CaseIterable, Sendable {
        /// Every command is answered exactly once.
        case answeredOnce = "I1"
        /// At most one issue request id an order.
        case oneIssuing = "I2"
        /// Only legal transitions, each from the status before.
        case legalTransitions = "I3"
        /// The books are what the final states say.
        case booksFollowStates = "I4"
        /// Receivable is not below settlement, where prices allow.
        case float = "I5"
        /// Below a position every input is in a transaction; positions do not go back, and the group has the journal's.
        case positions = "I6"
        /// All effects of an input are there, once.
        case effects = "I7"
        /// Sequence numbers have no gap.
        case sequence = "I8"
        /// Each timer fires once, never early.
        case timers = "I11"
        /// A refused input is in the dead letters once, byte for byte.
        case deadLetters = "I12"
        /// A partition's transactions follow one another: two owners never both commit.
        case oneOwner = "I15"
        /// What became of an order is what its causes allow.
        case outcomes = "I17"
        /// What stands in a topic can be read.
        case readable = "readable"
    }

    public var invariant: Invariant
    /// The order's key, or where the record stands.
    public var place: String
    public var message: String

    public init(_ invariant: Invariant, _ place: String, _ message: String) {
        self.invariant = invariant
        self.place = place
        self.message = message
    }

    public var description: String { "\(invariant.rawValue) \(place): \(message)" }
}

func text(_ bytes: RawSpan) -> String {
    bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
}

/// Where a record stands: partition and offset of one input.
struct Position: Hashable {
    var partition: Int32
    var offset: Int64
}

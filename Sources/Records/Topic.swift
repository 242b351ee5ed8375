/// The topics of one installation, without its prefix. Source: the design's table of topics (`docs/contract.md`).
///
/// The raw values are part of what the journal's digests are made of: they never change.
public enum Topic: UInt8, CaseIterable, Sendable {
    case orderCommands = 0
    case supplierResults
    case operatorActions
    case directory
    case supplierRequests
    case orderEvents
    case receivableEntries
    case settlementEntries
    case deadLetters
    case orderState
    case journal
    case catalogFeed
    case statements

    /// The three inputs of a partition, in the order in which equal append times are handled.
    public static let inputs: [Topic] = [.orderCommands, .supplierResults, .operatorActions]

    /// The topic's name without the installation's prefix: this is also what a signature covers.
    public var name: String {
        switch self {
        case .orderCommands: "order-commands"
        case .supplierResults: "supplier-results"
        case .operatorActions: "operator-actions"
        case .directory: "directory"
        case .supplierRequests: "supplier-requests"
        case .orderEvents: "order-events"
        case .receivableEntries: "receivable-entries"
        case .settlementEntries: "settlement-entries"
        case .deadLetters: "dead-letters"
        case .orderState: "order-state"
        case .journal: "journal"
        case .catalogFeed: "catalog-feed"
        case .statements: "statements"
        }
    }

    /// Whether the topic has one partition only, whatever the number of the others is.
    public var hasOnePartition: Bool { self == .directory || self == .statements }
}

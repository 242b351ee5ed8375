internal import Schemas

/// An input's record, as an event names it.
struct InputRecord: Hashable, CustomStringConvertible {
    enum Kind: String { case command, result, operatorAction }

    var kind: Kind
    var partition: Int32
    var offset: Int64

    init(_ kind: Kind, _ partition: Int32, _ offset: Int64) {
        self.kind = kind
        self.partition = partition
        self.offset = offset
    }

    /// nil where the cause is a timer.
    init?(_ cause: borrowing Proto.Cause.View) throws {
        if let record = try cause.command() {
            self.init(.command, record.partition, record.offset)
        } else if let record = try cause.result() {
            self.init(.result, record.partition, record.offset)
        } else if let record = try cause.operatorAction() {
            self.init(.operatorAction, record.partition, record.offset)
        } else {
            return nil
        }
    }

    var description: String { "\(kind.rawValue) \(partition):\(offset)" }
}

import Orders
import Synchronization

/// What passages stand for in the tests: there are no bytes here, so a text has a place in one table, the same whether
/// an input or a state holds it.
enum Texts {
    private struct Table {
        var places: [String: Passage] = [:]
        var texts: [Int32: String] = [:]
        var end: Int32 = 1
    }

    private static let table = Mutex(Table())

    /// The place of `text` as of an input.
    static func passage(_ text: String) -> Passage {
        guard !text.isEmpty else { return .none }
        return table.withLock { table in
            if let known = table.places[text] { return known }
            let count = Int32(text.utf8.count)
            let place = Passage(origin: .input, offset: table.end, count: count)
            table.places[text] = place
            table.texts[table.end] = text
            table.end += count
            return place
        }
    }

    static func text(_ passage: Passage) -> String {
        guard !passage.isEmpty else { return "" }
        return table.withLock { $0.texts[passage.offset] } ?? "no text at \(passage.offset)"
    }

    static func text(_ text: Text) -> String {
        switch text {
        case .passage(let passage): Texts.text(passage)
        case .words(let words): words
        }
    }
}

extension Passage {
    /// What the engine makes of it when the state that holds it is written.
    var kept: Passage { isEmpty ? self : Passage(origin: .state, offset: offset, count: count) }

    /// Whether both stand for the same text, wherever they were found.
    func same(as other: Passage) -> Bool {
        (isEmpty && other.isEmpty) || (offset, count) == (other.offset, other.count)
    }
}

extension OrderRecord {
    /// As it is read back: every passage now stands in the state.
    var kept: OrderRecord {
        guard case .order(var order) = self else { return self }
        order.supplierOrderID = order.supplierOrderID.kept
        order.carried = Carried(
            delivery: order.carried.delivery.kept, buyer: order.carried.buyer.kept, invoice: order.carried.invoice.kept)
        order.intents = order.intents.map { intent in
            guard case .refund(let refundID, let tickets, let reason) = intent else { return intent }
            return .refund(refundID: refundID, tickets: tickets, reason: reason.kept)
        }
        return .order(order)
    }

    var order: Order? {
        guard case .order(let order) = self else { return nil }
        return order
    }
}

/// All passages anywhere in a value.
func passages(in value: Any) -> Set<Passage> {
    switch value {
    case let passage as Passage: return passage.isEmpty ? [] : [passage]
    case is ID, is Currency, is Timers, is ContentDigest, is String, is Int64, is UInt64, is TicketSet, is Money:
        return []
    default:
        return Mirror(reflecting: value).children.reduce(into: []) { $0.formUnion(passages(in: $1.value)) }
    }
}

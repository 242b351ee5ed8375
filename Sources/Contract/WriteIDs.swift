public import Orders
public import Protobuf

// Ids that are made of parts are written part by part, from the end, without a String in between.
extension ReverseWriter {
    @inline(__always)
    mutating func id(_ id: ID) { bytes(id.bytes) }

    mutating func text(_ text: Text, _ sources: borrowing PassageSources) {
        switch text {
        case .passage(let passage): bytes(sources.bytes(passage))
        case .words(let words): string(words)
        }
    }

    /// `<distributor_id>/<distributor_order_id>`.
    mutating func key(_ key: OrderKey) {
        id(key.orderID)
        byte(UInt8(ascii: "/"))
        id(key.distributorID)
    }

    /// `<key>#<sequence>`.
    mutating func eventID(_ key: OrderKey, sequence: UInt64) {
        decimal(sequence)
        byte(UInt8(ascii: "#"))
        self.key(key)
    }

    /// `<key>#0@<input><partition>:<offset>`.
    mutating func eventID(_ key: OrderKey, source: Input.Source, partition: Int32, offset: Int64) {
        decimal(offset)
        byte(UInt8(ascii: ":"))
        decimal(Int64(partition))
        byte(source.rawValue)
        bytes("#0@" as StaticString)
        self.key(key)
    }

    mutating func eventID(_ key: OrderKey, _ reference: EventReference) {
        switch reference {
        case .sequence(let sequence):
            eventID(key, sequence: sequence)
        case .input(let source, let partition, let offset):
            eventID(key, source: source, partition: partition, offset: offset)
        }
    }

    /// `<key>/lock`, `/issue`, `/release`, `/query/<n>`, `/refund/<refund_id>`, `/extend/<command_id>`.
    mutating func requestID(_ key: OrderKey, _ request: RequestID) {
        switch request {
        case .lock: bytes("/lock" as StaticString)
        case .issue: bytes("/issue" as StaticString)
        case .release: bytes("/release" as StaticString)
        case .query(let number):
            decimal(UInt64(number))
            bytes("/query/" as StaticString)
        case .refund(let refundID):
            id(refundID)
            bytes("/refund/" as StaticString)
        case .extend(let commandID):
            id(commandID)
            bytes("/extend/" as StaticString)
        }
        self.key(key)
    }

    /// `<key>/<book>/<kind>[/<refund_id or action_id>]`.
    mutating func entryID(_ key: OrderKey, _ entry: EntryID) {
        switch entry.qualifier {
        case .none: break
        case .refund(let qualifier), .action(let qualifier):
            id(qualifier)
            byte(UInt8(ascii: "/"))
        }
        bytes(entry.kind.name)
        byte(UInt8(ascii: "/"))
        bytes(entry.book.name)
        byte(UInt8(ascii: "/"))
        self.key(key)
    }

    /// `2026-11-22`, `2026-W47`, `2026-11-H2` or `2026-11`.
    mutating func period(_ period: Period) {
        switch period {
        case .day(let year, let month, let day):
            twoDigits(day)
            byte(UInt8(ascii: "-"))
            twoDigits(month)
            byte(UInt8(ascii: "-"))
            self.year(year)
        case .week(let year, let week):
            twoDigits(week)
            bytes("-W" as StaticString)
            self.year(year)
        case .halfMonth(let year, let month, let half):
            decimal(UInt64(half))
            bytes("-H" as StaticString)
            twoDigits(month)
            byte(UInt8(ascii: "-"))
            self.year(year)
        case .month(let year, let month):
            twoDigits(month)
            byte(UInt8(ascii: "-"))
            self.year(year)
        }
    }

    private mutating func twoDigits(_ value: UInt8) {
        byte(UInt8(ascii: "0") + value % 10)
        byte(UInt8(ascii: "0") + value / 10 % 10)
    }

    private mutating func year(_ year: Int32) {
        let mark = mark()
        decimal(UInt64(year.magnitude))
        while count(since: mark) < 4 { byte(UInt8(ascii: "0")) }
        if year < 0 { byte(UInt8(ascii: "-")) }
    }
}

/// The key of everything about one order, for a record's key: written as a record of its own.
public func writeKey(_ key: OrderKey, to writer: inout ReverseWriter) -> Slice {
    let mark = writer.mark()
    writer.key(key)
    return writer.finish(mark)
}

/// The order key that a record's key spells; nil where it is none.
public func readKey(_ bytes: RawSpan) -> OrderKey? {
    let all = bytes.byteCount
    for index in 0..<min(all, ID.maxCount + 1) {
        guard unsafe bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self) == UInt8(ascii: "/") else {
            continue
        }
        guard let distributorID = unsafe ID(bytes.extracting(unchecked: 0..<index)),
            let orderID = unsafe ID(bytes.extracting(unchecked: (index + 1)..<all))
        else { return nil }
        return OrderKey(distributorID: distributorID, orderID: orderID)
    }
    return nil
}

extension Book {
    var name: StaticString {
        switch self {
        case .receivable: "receivable"
        case .settlement: "settlement"
        }
    }
}

extension EntryKind {
    var name: StaticString {
        switch self {
        case .sale: "sale"
        case .cancellation: "cancellation"
        case .refund: "refund"
        case .issueFailure: "issue_failure"
        case .correction: "correction"
        }
    }
}

internal import Orders
internal import Protobuf
internal import Schemas

/// The limits of the contract. Source: domain, "Idempotency".
enum Limit {
    static let textBytes = 1024
    static let supplierOrderIDBytes = 128
    /// Of a message that is only passed on, with whatever it has beyond its known fields.
    static let carriedBytes = 8 * 1024
    static let tickets = 100
    /// Of an operator action: it may hold a whole record.
    static let actionBytes = 4 << 20
    /// Of a readmitted record.
    static let headers = 1000
}

/// Where the spans that are read lie in the record's value.
struct Place: ~Escapable {
    let value: RawSpan

    @_lifetime(copy value)
    init(_ value: RawSpan) { self.value = value }

    /// The passage of a span that was read out of the value.
    @inline(__always)
    func passage(_ bytes: RawSpan) -> Passage {
        guard !bytes.isEmpty, let range = value.byteOffsets(of: bytes) else { return .none }
        return Passage(
            origin: .input, offset: Int32(truncatingIfNeeded: range.lowerBound),
            count: Int32(truncatingIfNeeded: range.count))
    }

    /// The bytes of a passage that was made here.
    @_lifetime(copy self)
    func bytes(_ passage: Passage) -> RawSpan {
        guard !passage.isEmpty else { return RawSpan() }
        return value.extracting(Int(passage.offset)..<Int(passage.offset) + Int(passage.count))
    }

    /// As `passage`, of a text of at most 1 KiB.
    @inline(__always)
    func text(_ bytes: RawSpan, _ field: StaticString) throws -> Passage {
        try checkLength(bytes, field)
        return passage(bytes)
    }
}

@inline(__always)
func checkLength(_ bytes: RawSpan, _ field: StaticString, max: Int = Limit.textBytes) throws {
    guard bytes.byteCount <= max else { throw tooLong(field, bytes.byteCount, max) }
}

@inline(never)
private func tooLong(_ field: StaticString, _ count: Int, _ max: Int) -> Fault {
    Fault("\(field) has \(count) bytes, at most \(max) are allowed")
}

@inline(__always)
func readID(_ bytes: RawSpan, _ field: StaticString) throws -> ID {
    guard let id = ID(bytes) else { throw noID(bytes.isEmpty, field) }
    return id
}

@inline(never)
private func noID(_ isMissing: Bool, _ field: StaticString) -> Fault {
    Fault(isMissing ? "\(field) is missing" : "\(field) is no id: 1 to 64 of A-Z a-z 0-9 . _ : -")
}

/// A timestamp in milliseconds; `bytes` are a `google.protobuf.Timestamp`.
func readTime(_ bytes: RawSpan, _ field: StaticString) throws -> Milliseconds {
    let view: Proto.Timestamp.View
    do {
        view = try Proto.Timestamp.View(bytes)
    } catch {
        throw Fault(error, in: "\(field)")
    }
    guard let milliseconds = view.milliseconds else {
        throw Fault("\(field) is no time of the years 0001 to 9999")
    }
    return milliseconds
}

/// An amount; `bytes` are a `Money`.
func readMoney(_ bytes: RawSpan, _ field: StaticString) throws -> Money {
    do {
        let view = try Proto.Money.View(bytes)
        guard let currency = Currency(view.currency) else {
            throw Fault("currency is not three letters of ISO 4217")
        }
        return Money(minorUnits: view.minorUnits, currency: currency)
    } catch {
        throw Fault(error, in: "\(field)")
    }
}

/// Ticket numbers as they were named, at most as many as an order can have.
func readTicketNumbers(_ list: consuming VarintList<UInt32>) throws -> [UInt32] {
    guard list.count > 0 else { return [] }
    guard list.count <= Limit.tickets else {
        throw Fault("tickets names \(list.count) tickets, at most \(Limit.tickets) are allowed")
    }
    var tickets: [UInt32] = []
    tickets.reserveCapacity(list.count)
    while let ticket = try list.next() { tickets.append(ticket) }
    return tickets
}

/// Whether the record's key is exactly `<distributor_id>/<distributor_order_id>`.
func isKey(_ key: RawSpan, of order: OrderKey) -> Bool {
    let distributor = order.distributorID.count
    guard key.byteCount == distributor + 1 + order.orderID.count else { return false }
    guard unsafe key.unsafeLoad(fromUncheckedByteOffset: distributor, as: UInt8.self) == UInt8(ascii: "/") else {
        return false
    }
    return sameBytes(unsafe key.extracting(unchecked: 0..<distributor), order.distributorID.bytes)
        && sameBytes(unsafe key.extracting(unchecked: (distributor + 1)..<key.byteCount), order.orderID.bytes)
}

func sameBytes(_ a: RawSpan, _ b: RawSpan) -> Bool {
    guard a.byteCount == b.byteCount else { return false }
    for index in 0..<a.byteCount {
        let left = unsafe a.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
        let right = unsafe b.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
        if left != right { return false }
    }
    return true
}

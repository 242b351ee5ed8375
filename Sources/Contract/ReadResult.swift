internal import Orders
internal import Protobuf
internal import Schemas

extension InputReader {
    /// Reads a record of `supplier-results`.
    /// - Throws: a refusal for everything that is wrong with it, since there is no answer to a result.
    public mutating func readResult(key: RawSpan?, value: RawSpan?) throws(Refusal) -> ReadResult {
        guard let value else { throw Refusal(.unreadable, "the record has no value") }
        do {
            let view = try Proto.SupplierResult.View(value)
            let identity = try Identity(
                key: key, distributorID: view.distributorId, orderID: view.distributorOrderId, id: view.resultId,
                idField: "result_id")
            return ReadResult(
                key: identity.key, result: try readResult(view, of: identity.key, id: identity.id, Place(value)))
        } catch let refusal as Refusal {
            throw refusal
        } catch let fault as Fault {
            throw Refusal(.unreadable, fault.words)
        } catch {
            throw Refusal(.unreadable, "not a SupplierResult: \(error)")
        }
    }

    mutating func readResult(
        _ view: Proto.SupplierResult.View, of key: OrderKey, id: ID, _ place: borrowing Place
    ) throws -> SupplierResult {
        try checkLength(view.requestId, "request_id")
        let request = view.requestId.isEmpty ? nil : readRequestID(view.requestId, of: key)
        try checkLength(view.supplierOrderId, "supplier_order_id", max: Limit.supplierOrderIDBytes)
        return SupplierResult(
            id: id, request: request, requestIsForeign: !view.requestId.isEmpty && request == nil,
            supplierID: try readID(view.supplierId, "supplier_id"),
            supplierOrderID: place.passage(view.supplierOrderId),
            occurredAtMs: view.hasOccurredAt ? try readTime(view.occurredAtBytes, "occurred_at") : nil,
            outcome: UInt8(exactly: view.outcome).flatMap(SupplierResult.Outcome.init(rawValue:)) ?? .unknown,
            sideEffect: UInt8(exactly: view.sideEffect).flatMap(SupplierResult.SideEffect.init(rawValue:))
                ?? .possible,
            failureCode: try place.text(view.failureCode, "failure_code"),
            failureMessage: try place.text(view.failureMessage, "failure_message"),
            detail: try readDetail(view, place))
    }

    private mutating func readDetail(
        _ view: Proto.SupplierResult.View, _ place: borrowing Place
    ) throws -> SupplierResult.Detail? {
        do {
            switch view.detailCase {
            case .locked:
                return .locked(try readLocked(Proto.SupplierResult.Locked.View(view.detailBytes), place))
            case .issued:
                return .issued(try readIssued(Proto.SupplierResult.Issued.View(view.detailBytes), place))
            case .released:
                _ = try Proto.SupplierResult.Released.View(view.detailBytes)
                return .released
            case .orderAtSupplier:
                return .orderAtSupplier(
                    try readOrderAtSupplier(Proto.SupplierResult.OrderAtSupplier.View(view.detailBytes), place))
            case .refunded:
                return .refunded(try readRefunded(Proto.SupplierResult.Refunded.View(view.detailBytes)))
            case .extended:
                let extended = try Proto.SupplierResult.Extended.View(view.detailBytes)
                return .extended(
                    holdUntilMs: extended.hasHoldUntil ? try readTime(extended.holdUntilBytes, "hold_until") : nil)
            case .deliveryUpdate:
                let update = try Proto.SupplierResult.DeliveryUpdate.View(view.detailBytes)
                return .deliveryUpdate(
                    SupplierResult.DeliveryUpdate(
                        status: UInt8(exactly: update.status).flatMap(DeliveryStatus.init(rawValue:)),
                        carrier: try place.text(update.carrier, "carrier"),
                        trackingNumber: try place.text(update.trackingNumber, "tracking_number")))
            case .notSet:
                return nil
            }
        } catch {
            throw Fault(error, in: "\(view.detailCase)")
        }
    }

    private func readLocked(
        _ view: Proto.SupplierResult.Locked.View, _ place: borrowing Place
    ) throws -> SupplierResult.Locked {
        guard view.seatsCount <= Limit.tickets else {
            throw Fault("seats are \(view.seatsCount), at most \(Limit.tickets) are allowed")
        }
        var seats: [Seat] = []
        seats.reserveCapacity(view.seatsCount)
        var list = view.seats
        while let seat = try list.next() {
            seats.append(
                Seat(
                    sequence: seat.sequence, seatID: try place.text(seat.seatId, "seat_id"),
                    label: try place.text(seat.label, "label")))
        }
        return SupplierResult.Locked(
            holdUntilMs: view.hasHoldUntil ? try readTime(view.holdUntilBytes, "hold_until") : nil,
            settlementTotal: view.hasSettlementTotal
                ? try readMoney(view.settlementTotalBytes, "settlement_total") : nil,
            seats: seats)
    }

    private mutating func readIssued(
        _ view: Proto.SupplierResult.Issued.View, _ place: borrowing Place
    ) throws -> SupplierResult.Issued {
        guard view.ticketsCount <= Limit.tickets else {
            throw Fault("tickets are \(view.ticketsCount), at most \(Limit.tickets) are allowed")
        }
        var tickets: [IssuedTicket] = []
        tickets.reserveCapacity(view.ticketsCount)
        var list = view.tickets
        while let ticket = try list.next() {
            tickets.append(
                IssuedTicket(
                    sequence: ticket.sequence, code: try place.text(ticket.code, "code"),
                    seatID: try place.text(ticket.seatId, "seat_id"), codeFormat: ticket.codeFormat,
                    seatLabel: try place.text(ticket.seatLabel, "seat_label")))
        }
        return SupplierResult.Issued(
            tickets: tickets,
            settlementTotal: view.hasSettlementTotal
                ? try readMoney(view.settlementTotalBytes, "settlement_total") : nil,
            codesDigest: digestOfCodes(tickets, place))
    }

    /// Over number and code of every ticket, by ascending number; of equal numbers in the order of the message.
    private mutating func digestOfCodes(_ tickets: [IssuedTicket], _ place: borrowing Place) -> ContentDigest {
        content.begin(0)
        let order = tickets.indices.sorted {
            (tickets[$0].sequence, $0) < (tickets[$1].sequence, $1)
        }
        for index in order {
            content.number(Int64(tickets[index].sequence))
            content.text(place.bytes(tickets[index].code))
        }
        return digestOfContent()
    }

    private mutating func readOrderAtSupplier(
        _ view: Proto.SupplierResult.OrderAtSupplier.View, _ place: borrowing Place
    ) throws -> SupplierResult.OrderAtSupplier {
        let state = UInt8(exactly: view.state).flatMap(SupplierResult.OrderAtSupplier.State.init(rawValue:))
        return SupplierResult.OrderAtSupplier(
            state: state ?? .unspecified,
            issued: view.hasIssued
                ? try readIssued(Proto.SupplierResult.Issued.View(view.issuedBytes), place) : nil,
            refunded: view.hasRefunded
                ? try readRefunded(Proto.SupplierResult.Refunded.View(view.refundedBytes)) : nil)
    }

    private func readRefunded(_ view: Proto.SupplierResult.Refunded.View) throws -> SupplierResult.Refunded {
        SupplierResult.Refunded(
            refundID: view.refundId.isEmpty ? nil : try readID(view.refundId, "refund_id"),
            tickets: try readTicketNumbers(view.tickets),
            amount: view.hasAmount ? try readMoney(view.amountBytes, "amount") : nil,
            mode: UInt8(exactly: view.mode).flatMap(RefundMode.init(rawValue:)) ?? .unspecified)
    }
}

/// What comes after `<key>/` of a request's id; nil where it is another order's, or none of its kinds.
func readRequestID(_ bytes: RawSpan, of key: OrderKey) -> RequestID? {
    let keyCount = key.distributorID.count + 1 + key.orderID.count
    guard bytes.byteCount > keyCount + 1, byte(bytes, keyCount) == UInt8(ascii: "/"),
        isKey(unsafe bytes.extracting(unchecked: 0..<keyCount), of: key)
    else { return nil }
    let rest = unsafe bytes.extracting(unchecked: (keyCount + 1)..<bytes.byteCount)
    if isText(rest, "lock") { return .lock }
    if isText(rest, "issue") { return .issue }
    if isText(rest, "release") { return .release }
    if let number = after("query/", in: rest) { return readQueryNumber(number).map(RequestID.query) }
    if let id = after("refund/", in: rest) { return ID(id).map(RequestID.refund) }
    if let id = after("extend/", in: rest) { return ID(id).map(RequestID.extend) }
    return nil
}

/// From 1, in digits without leading zeros.
private func readQueryNumber(_ bytes: RawSpan) -> UInt32? {
    guard (1...10).contains(bytes.byteCount), byte(bytes, 0) != UInt8(ascii: "0") else { return nil }
    var number: UInt64 = 0
    for index in 0..<bytes.byteCount {
        let digit = byte(bytes, index)
        guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
        number = number * 10 + UInt64(digit - UInt8(ascii: "0"))
    }
    return UInt32(exactly: number)
}

/// The byte at `index`, which the caller has checked.
private func byte(_ bytes: RawSpan, _ index: Int) -> UInt8 {
    unsafe bytes.unsafeLoad(fromUncheckedByteOffset: index, as: UInt8.self)
}

func isText(_ bytes: RawSpan, _ text: StaticString) -> Bool {
    bytes.byteCount == text.utf8CodeUnitCount && after(text, in: bytes) != nil
}

/// What comes after the text, where the bytes begin with it.
@_lifetime(copy bytes)
func after(_ text: StaticString, in bytes: RawSpan) -> RawSpan? {
    let count = text.utf8CodeUnitCount
    guard bytes.byteCount >= count else { return nil }
    for index in 0..<count {
        let expected = unsafe text.utf8Start[index]
        guard byte(bytes, index) == expected else { return nil }
    }
    return unsafe bytes.extracting(unchecked: count..<bytes.byteCount)
}

public import Orders
internal import Protobuf
internal import Schemas

/// Stored bytes that are not what was written: the store or the changelog is damaged, or of a later build.
public struct StateFailure: Error, Equatable, Sendable, CustomStringConvertible {
    public var description: String

    init(_ error: any Error, in what: StaticString) {
        description =
            switch error {
            case let fault as Fault: "\(what): \(fault.words)"
            default: "\(what): \(error)"
            }
    }
}

/// Reads what is stored under an order's key; passages of it are in these bytes, with the origin `state`.
public func readRecord(_ bytes: RawSpan) throws(StateFailure) -> OrderRecord {
    do {
        let view = try InternalProto.OrderRecord.View(bytes)
        switch view.recordCase {
        case .order:
            return .order(try readOrder(InternalProto.Order.View(view.recordBytes), bytes))
        case .refusals:
            return .refusals(try readRefusals(InternalProto.Refusals.View(view.recordBytes)))
        case .stub:
            return .stub(try readStub(InternalProto.Stub.View(view.recordBytes)))
        case .notSet:
            throw Fault("there is no record in it")
        }
    } catch {
        throw StateFailure(error, in: "OrderRecord")
    }
}

// MARK: Pieces

/// A raw value as the domain's enum.
@inline(__always)
private func read<Value: RawRepresentable<UInt8>>(
    _ type: Value.Type, _ number: Int32, _ field: StaticString
) throws -> Value {
    guard let value = UInt8(exactly: number).flatMap(Value.init(rawValue:)) else {
        throw Fault("\(field) \(number) is not known")
    }
    return value
}

private func passage(_ bytes: RawSpan, in value: RawSpan) -> Passage {
    guard !bytes.isEmpty, let range = value.byteOffsets(of: bytes) else { return .none }
    return Passage(
        origin: .state, offset: Int32(truncatingIfNeeded: range.lowerBound),
        count: Int32(truncatingIfNeeded: range.count))
}

private func tickets(low: UInt64, high: UInt64) -> TicketSet {
    TicketSet(bits: UInt128(high) << 64 | UInt128(low))
}

private func readCurrency(_ packed: UInt32, _ field: StaticString) throws -> Currency {
    guard let currency = Currency(packed: packed) else { throw Fault("\(field) is no currency") }
    return currency
}

private func read(_ view: InternalProto.Remembered.View) throws -> RememberedCommand {
    RememberedCommand(
        id: try readID(view.id, "id"),
        sender: try read(RememberedCommand.Sender.self, view.sender, "sender"),
        digest: ContentDigest(high: view.digestHigh, low: view.digestLow),
        answer: try read(InternalProto.EventReference.View(view.answerBytes)), accepted: view.accepted)
}

private func read(_ view: InternalProto.EventReference.View) throws -> EventReference {
    guard view.source != 0 else { return .sequence(view.sequence) }
    guard let source = UInt8(exactly: view.source).flatMap(Input.Source.init(rawValue:)) else {
        throw Fault("source \(view.source) is not known")
    }
    return .input(source, partition: view.partition, offset: view.offset)
}

private func readRefusals(_ view: InternalProto.Refusals.View) throws -> Refusals {
    var refusals: [Refusals.Refusal] = []
    refusals.reserveCapacity(view.refusalsCount)
    var list = view.refusals
    while let refusal = try list.next() {
        refusals.append(
            Refusals.Refusal(
                command: try read(InternalProto.Remembered.View(refusal.commandBytes)),
                forgetAtMs: refusal.forgetAtMs))
    }
    return Refusals(refusals: refusals)
}

private func readStub(_ view: InternalProto.Stub.View) throws -> OrderStub {
    OrderStub(
        status: try read(OrderStatus.self, view.status, "status"),
        delivery: try read(DeliveryStatus.self, view.delivery, "delivery"), sequence: view.sequence,
        placingDigest: ContentDigest(high: view.placingDigestHigh, low: view.placingDigestLow),
        placingAnswer: try read(InternalProto.EventReference.View(view.placingAnswerBytes)),
        supplierID: try readID(view.supplierId, "supplier_id"),
        refunded: tickets(low: view.refundedLow, high: view.refundedHigh), ticketCount: Int(view.ticketCount),
        forgetAtMs: view.forgetAtMs)
}

// MARK: The order

private func readOrder(_ view: InternalProto.Order.View, _ bytes: RawSpan) throws -> Order {
    let placing = try read(InternalProto.Placing.View(view.placingBytes))
    let base = placing.placedAtMs
    return Order(
        status: try read(OrderStatus.self, view.status, "status"),
        delivery: try read(DeliveryStatus.self, view.delivery, "delivery"), sequence: view.sequence,
        placing: placing, tickets: try readTickets(view),
        terms: try read(InternalProto.Terms.View(view.termsBytes)),
        supplierOrderID: passage(view.supplierOrderId, in: bytes),
        carried: Carried(
            delivery: passage(view.deliveryRequest, in: bytes), buyer: passage(view.buyer, in: bytes),
            invoice: passage(view.invoice, in: bytes)),
        hold: view.hasHold ? try read(InternalProto.Hold.View(view.holdBytes), base) : nil,
        cancellation: view.hasCancellation
            ? try read(InternalProto.Cancellation.View(view.cancellationBytes), base) : nil,
        issuing: view.hasIssuing ? try read(InternalProto.Issuing.View(view.issuingBytes), base) : nil,
        release: view.hasRelease ? try read(InternalProto.Release.View(view.releaseBytes), base) : nil,
        refunds: try readRefunds(view, base), intents: try readIntents(view, base, bytes),
        books: Order.Books(receivable: view.receivable, settlement: view.settlement),
        told: Order.Told(rawValue: UInt16(truncatingIfNeeded: view.told)), remembered: try readRemembered(view),
        results: try readResults(view), timers: try readTimers(view, base),
        lastChangeMs: base &+ view.lastChangeDeltaMs, askedRefunds: try readAskedRefunds(view))
}

private func read(_ view: InternalProto.Placing.View) throws -> Order.Placing {
    let base = view.placedAtMs
    return Order.Placing(
        digest: ContentDigest(high: view.digestHigh, low: view.digestLow),
        supplierID: try readID(view.supplierId, "supplier_id"), projectID: try readID(view.projectId, "project_id"),
        showID: try readID(view.showId, "show_id"), placedAtMs: base,
        showStartsAtMs: base &+ view.showStartsAtDeltaMs,
        deliveryMethod: view.deliveryMethod == 0
            ? nil : try read(DeliveryMethod.self, view.deliveryMethod, "delivery_method"),
        holdAskedUntilMs: base &+ view.holdAskedUntilDeltaMs, lockSentAtMs: base &+ view.lockSentAtDeltaMs)
}

private func read(_ view: InternalProto.Terms.View) throws -> Order.Terms {
    Order.Terms(
        sellCurrency: try readCurrency(view.sellCurrency, "sell_currency"),
        settlementCurrency: try readCurrency(view.settlementCurrency, "settlement_currency"), postage: view.postage,
        distributorContractID: try readID(view.distributorContractId, "distributor_contract_id"),
        distributorContractVersion: view.distributorContractVersion,
        supplierContractID: try readID(view.supplierContractId, "supplier_contract_id"),
        supplierContractVersion: view.supplierContractVersion, mayRefund: view.mayRefund)
}

private func readTickets(_ view: InternalProto.Order.View) throws -> [Order.Ticket] {
    var tickets: [Order.Ticket] = []
    tickets.reserveCapacity(view.ticketsCount)
    var list = view.tickets
    while let ticket = try list.next() {
        tickets.append(
            Order.Ticket(
                ticketClassID: try readID(ticket.ticketClassId, "ticket_class_id"), sell: ticket.sell,
                step: ticket.step, discount: ticket.discount, commission: ticket.commission,
                settlement: ticket.settlement))
    }
    return tickets
}

private func read(_ view: InternalProto.Hold.View, _ base: Milliseconds) throws -> Order.Hold {
    var extending: Order.Hold.Extension?
    if view.hasExtending {
        let inner = try InternalProto.Hold.Extension.View(view.extendingBytes)
        extending = Order.Hold.Extension(
            commandID: try readID(inner.commandId, "command_id"), untilMs: base &+ inner.untilDeltaMs)
    }
    return Order.Hold(
        untilMs: base &+ view.untilDeltaMs, lockedAtMs: base &+ view.lockedAtDeltaMs, extending: extending)
}

private func read(_ view: InternalProto.Issuing.View, _ base: Milliseconds) throws -> Order.Issuing {
    var negotiation: Order.Negotiation?
    if view.hasNegotiation {
        let inner = try InternalProto.Issuing.Negotiation.View(view.negotiationBytes)
        negotiation = Order.Negotiation(
            startedAtMs: base &+ inner.startedAtDeltaMs, queries: inner.queries,
            lastQueryAtMs: inner.lastQueryAtDeltaMs.map { base &+ $0 }, notFound: inner.notFound,
            polls: inner.polls, nextPollAtMs: inner.nextPollAtDeltaMs.map { base &+ $0 }, hasSlot: inner.hasSlot,
            sendsAgain: inner.sendsAgain, lastAnswered: inner.lastAnswered)
    }
    return Order.Issuing(
        startedAtMs: base &+ view.startedAtDeltaMs, sentAtMs: base &+ view.sentAtDeltaMs, attempts: view.attempts,
        negotiation: negotiation, issuedAtMs: view.issuedAtDeltaMs.map { base &+ $0 },
        codesDigest: view.codesDigestHigh.map { ContentDigest(high: $0, low: view.codesDigestLow) },
        codesMissing: view.codesMissing)
}

private func read(_ view: InternalProto.Release.View, _ base: Milliseconds) throws -> Order.Release {
    let reason = unsafe view.reason.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    return Order.Release(reason: reason, startedAtMs: base &+ view.startedAtDeltaMs, attempts: view.attempts)
}

private func read(_ view: InternalProto.Cancellation.View, _ base: Milliseconds) throws -> Order.Cancellation {
    Order.Cancellation(
        reason: try read(CancelReason.self, view.reason, "reason"), atMs: base &+ view.atDeltaMs)
}

private func readAskedRefunds(_ view: InternalProto.Order.View) throws -> [Order.AskedRefund] {
    guard view.askedRefundsCount > 0 else { return [] }
    var refunds: [Order.AskedRefund] = []
    refunds.reserveCapacity(view.askedRefundsCount)
    var list = view.askedRefunds
    while let asked = try list.next() {
        refunds.append(
            Order.AskedRefund(
                refundID: try readID(asked.refundId, "refund_id"),
                tickets: tickets(low: asked.ticketsLow, high: asked.ticketsHigh), namesAll: asked.namesAll,
                answer: asked.answer))
    }
    return refunds
}

private func readRefunds(_ view: InternalProto.Order.View, _ base: Milliseconds) throws -> [Order.Refund] {
    guard view.refundsCount > 0 else { return [] }
    var refunds: [Order.Refund] = []
    refunds.reserveCapacity(view.refundsCount)
    var list = view.refunds
    while let refund = try list.next() {
        refunds.append(
            Order.Refund(
                id: try readID(refund.id, "id"), tickets: tickets(low: refund.ticketsLow, high: refund.ticketsHigh),
                phase: try read(Order.Refund.Phase.self, refund.phase, "phase"), unasked: refund.unasked,
                requestedAtMs: base &+ refund.requestedAtDeltaMs, attempts: refund.attempts,
                dueMs: refund.dueDeltaMs.map { base &+ $0 }, escalated: refund.escalated,
                supplierRefundedAtMs: refund.supplierRefundedAtDeltaMs.map { base &+ $0 },
                settlementAmount: refund.settlementAmount, penalty: refund.penalty,
                distributorAmount: refund.distributorAmount, mode: try read(RefundMode.self, refund.mode, "mode"),
                isUndated: refund.isUndated,
                distributorRefundedAtMs: refund.distributorRefundedAtDeltaMs.map { base &+ $0 }))
    }
    return refunds
}

private func readIntents(
    _ view: InternalProto.Order.View, _ base: Milliseconds, _ bytes: RawSpan
) throws -> [Order.Intent] {
    guard view.intentsCount > 0 else { return [] }
    var intents: [Order.Intent] = []
    intents.reserveCapacity(view.intentsCount)
    var list = view.intents
    while let intent = try list.next() {
        switch intent.intentCase {
        case .cancel:
            let cancel = try InternalProto.Intent.Cancel.View(intent.intentBytes)
            intents.append(
                .cancel(commandID: try readID(cancel.commandId, "command_id"), atMs: base &+ cancel.atDeltaMs))
        case .refund:
            let asked = try InternalProto.Intent.Asked.View(intent.intentBytes)
            intents.append(
                .refund(
                    refundID: try readID(asked.refundId, "refund_id"),
                    tickets: tickets(low: asked.ticketsLow, high: asked.ticketsHigh),
                    reason: passage(asked.reason, in: bytes)))
        case .supplierRefund:
            let kept = try InternalProto.Intent.Kept.View(intent.intentBytes)
            var amount: Money?
            if let minorUnits = kept.amount {
                amount = Money(minorUnits: minorUnits, currency: try readCurrency(kept.currency, "currency"))
            }
            intents.append(
                .supplierRefund(
                    Order.KeptRefund(
                        refundID: try readID(kept.refundId, "refund_id"),
                        tickets: tickets(low: kept.ticketsLow, high: kept.ticketsHigh), amount: amount,
                        mode: try read(RefundMode.self, kept.mode, "mode"),
                        refundedAtMs: base &+ kept.refundedAtDeltaMs, unasked: kept.unasked)))
        case .notSet:
            throw Fault("an intent without content")
        }
    }
    return intents
}

private func readRemembered(_ view: InternalProto.Order.View) throws -> [RememberedCommand] {
    var remembered: [RememberedCommand] = []
    // What is decided may add one.
    remembered.reserveCapacity(view.rememberedCount + 1)
    var list = view.remembered
    while let command = try list.next() { remembered.append(try read(command)) }
    return remembered
}

private func readResults(_ view: InternalProto.Order.View) throws -> [ID] {
    guard view.resultsCount > 0 else { return [] }
    var results: [ID] = []
    results.reserveCapacity(view.resultsCount + 1)
    var list = view.results
    while let id = try list.next() { results.append(try readID(id, "results")) }
    return results
}

private func readTimers(_ view: InternalProto.Order.View, _ base: Milliseconds) throws -> Timers {
    var timers = Timers()
    var list = view.timers
    while let timer = try list.next() {
        timers[try read(TimerKind.self, timer.kind, "timers.kind")] = base &+ timer.dueDeltaMs
    }
    return timers
}

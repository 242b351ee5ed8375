public import Orders
public import Protobuf
internal import Schemas

/// Writes what is stored under an order's key: the value of its record on `order-state`, which is also what the local
/// store keeps.
/// - Parameter sources: what the record's passages point into; they are copied, so that the written bytes stand alone.
public func writeRecord(
    _ record: borrowing OrderRecord, sources: borrowing PassageSources, to writer: inout ReverseWriter
) -> Slice {
    let start = writer.mark()
    let mark = writer.mark()
    switch record {
    case .refusals(let refusals):
        for refusal in refusals.refusals.reversed() {
            let element = writer.mark()
            InternalProto.Refusals.Refusal.writeForgetAtMs(refusal.forgetAtMs, to: &writer)
            let command = writer.mark()
            write(refusal.command, &writer)
            InternalProto.Refusals.Refusal.endCommand(command, to: &writer)
            InternalProto.Refusals.endRefusals(element, to: &writer)
        }
        InternalProto.OrderRecord.endRefusals(mark, to: &writer)
    case .order(let order):
        write(order, sources, &writer)
        InternalProto.OrderRecord.endOrder(mark, to: &writer)
    case .stub(let stub):
        write(stub, &writer)
        InternalProto.OrderRecord.endStub(mark, to: &writer)
    }
    return writer.finish(start)
}

private func write(_ command: RememberedCommand, _ writer: inout ReverseWriter) {
    typealias Out = InternalProto.Remembered
    Out.writeAccepted(command.accepted, to: &writer)
    let answer = writer.mark()
    write(command.answer, &writer)
    Out.endAnswer(answer, to: &writer)
    Out.writeDigestLow(command.digest.low, to: &writer)
    Out.writeDigestHigh(command.digest.high, to: &writer)
    Out.writeSender(Int32(command.sender.rawValue), to: &writer)
    Out.writeId(command.id.bytes, to: &writer)
}

private func write(_ reference: EventReference, _ writer: inout ReverseWriter) {
    typealias Out = InternalProto.EventReference
    switch reference {
    case .sequence(let sequence):
        Out.writeSequence(sequence, to: &writer)
    case .input(let source, let partition, let offset):
        Out.writeOffset(offset, to: &writer)
        Out.writePartition(partition, to: &writer)
        Out.writeSource(UInt32(source.rawValue), to: &writer)
    }
}

private func write(_ stub: OrderStub, _ writer: inout ReverseWriter) {
    typealias Out = InternalProto.Stub
    Out.writeForgetAtMs(stub.forgetAtMs, to: &writer)
    Out.writeTicketCount(UInt32(truncatingIfNeeded: stub.ticketCount), to: &writer)
    Out.writeRefundedHigh(UInt64(truncatingIfNeeded: stub.refunded.bits >> 64), to: &writer)
    Out.writeRefundedLow(UInt64(truncatingIfNeeded: stub.refunded.bits), to: &writer)
    Out.writeSupplierId(stub.supplierID.bytes, to: &writer)
    let answer = writer.mark()
    write(stub.placingAnswer, &writer)
    Out.endPlacingAnswer(answer, to: &writer)
    Out.writePlacingDigestLow(stub.placingDigest.low, to: &writer)
    Out.writePlacingDigestHigh(stub.placingDigest.high, to: &writer)
    Out.writeSequence(stub.sequence, to: &writer)
    Out.writeDelivery(Int32(stub.delivery.rawValue), to: &writer)
    Out.writeStatus(Int32(stub.status.rawValue), to: &writer)
}

private func write(_ order: Order, _ sources: borrowing PassageSources, _ writer: inout ReverseWriter) {
    typealias Out = InternalProto.Order
    // Differences wrap, and so does adding them up again: whatever the times are, they come back.
    let base = order.placing.placedAtMs
    if let cancellation = order.cancellation {
        let mark = writer.mark()
        InternalProto.Cancellation.writeAtDeltaMs(cancellation.atMs &- base, to: &writer)
        InternalProto.Cancellation.writeReason(Int32(cancellation.reason.rawValue), to: &writer)
        Out.endCancellation(mark, to: &writer)
    }
    for asked in order.askedRefunds.reversed() {
        let mark = writer.mark()
        InternalProto.AskedRefund.writeAnswer(asked.answer, to: &writer)
        InternalProto.AskedRefund.writeNamesAll(asked.namesAll, to: &writer)
        InternalProto.AskedRefund.writeTicketsHigh(UInt64(truncatingIfNeeded: asked.tickets.bits >> 64), to: &writer)
        InternalProto.AskedRefund.writeTicketsLow(UInt64(truncatingIfNeeded: asked.tickets.bits), to: &writer)
        InternalProto.AskedRefund.writeRefundId(asked.refundID.bytes, to: &writer)
        Out.endAskedRefunds(mark, to: &writer)
    }
    Out.writeLastChangeDeltaMs(order.lastChangeMs &- base, to: &writer)
    for kind in TimerKind.allCases.reversed() {
        guard let dueMs = order.timers[kind] else { continue }
        let mark = writer.mark()
        InternalProto.Timer.writeDueDeltaMs(dueMs &- base, to: &writer)
        InternalProto.Timer.writeKind(Int32(kind.rawValue), to: &writer)
        Out.endTimers(mark, to: &writer)
    }
    for id in order.results.reversed() { Out.writeResults(id.bytes, to: &writer) }
    for command in order.remembered.reversed() {
        let mark = writer.mark()
        write(command, &writer)
        Out.endRemembered(mark, to: &writer)
    }
    Out.writeTold(UInt32(order.told.rawValue), to: &writer)
    Out.writeSettlement(order.books.settlement, to: &writer)
    Out.writeReceivable(order.books.receivable, to: &writer)
    for intent in order.intents.reversed() {
        let mark = writer.mark()
        write(intent, base, sources, &writer)
        Out.endIntents(mark, to: &writer)
    }
    for refund in order.refunds.reversed() {
        let mark = writer.mark()
        write(refund, base, &writer)
        Out.endRefunds(mark, to: &writer)
    }
    writeParts(order, base, &writer)
    Out.writeInvoice(sources.bytes(order.carried.invoice), to: &writer)
    Out.writeBuyer(sources.bytes(order.carried.buyer), to: &writer)
    Out.writeDeliveryRequest(sources.bytes(order.carried.delivery), to: &writer)
    Out.writeSupplierOrderId(sources.bytes(order.supplierOrderID), to: &writer)
    let terms = writer.mark()
    write(order.terms, &writer)
    Out.endTerms(terms, to: &writer)
    for ticket in order.tickets.reversed() {
        let mark = writer.mark()
        write(ticket, &writer)
        Out.endTickets(mark, to: &writer)
    }
    let placing = writer.mark()
    write(order.placing, &writer)
    Out.endPlacing(placing, to: &writer)
    Out.writeSequence(order.sequence, to: &writer)
    Out.writeDelivery(Int32(order.delivery.rawValue), to: &writer)
    Out.writeStatus(Int32(order.status.rawValue), to: &writer)
}

private func write(_ placing: Order.Placing, _ writer: inout ReverseWriter) {
    typealias Out = InternalProto.Placing
    let base = placing.placedAtMs
    Out.writeLockSentAtDeltaMs(placing.lockSentAtMs &- base, to: &writer)
    Out.writeHoldAskedUntilDeltaMs(placing.holdAskedUntilMs &- base, to: &writer)
    Out.writeDeliveryMethod(Int32(placing.deliveryMethod?.rawValue ?? 0), to: &writer)
    Out.writeShowStartsAtDeltaMs(placing.showStartsAtMs &- base, to: &writer)
    Out.writePlacedAtMs(base, to: &writer)
    Out.writeShowId(placing.showID.bytes, to: &writer)
    Out.writeProjectId(placing.projectID.bytes, to: &writer)
    Out.writeSupplierId(placing.supplierID.bytes, to: &writer)
    Out.writeDigestLow(placing.digest.low, to: &writer)
    Out.writeDigestHigh(placing.digest.high, to: &writer)
}

private func write(_ ticket: Order.Ticket, _ writer: inout ReverseWriter) {
    typealias Out = InternalProto.Ticket
    Out.writeSettlement(ticket.settlement, to: &writer)
    Out.writeCommission(ticket.commission, to: &writer)
    Out.writeDiscount(ticket.discount, to: &writer)
    Out.writeStep(ticket.step, to: &writer)
    Out.writeSell(ticket.sell, to: &writer)
    Out.writeTicketClassId(ticket.ticketClassID.bytes, to: &writer)
}

private func write(_ terms: Order.Terms, _ writer: inout ReverseWriter) {
    typealias Out = InternalProto.Terms
    Out.writeMayRefund(terms.mayRefund, to: &writer)
    Out.writeSupplierContractVersion(terms.supplierContractVersion, to: &writer)
    Out.writeSupplierContractId(terms.supplierContractID.bytes, to: &writer)
    Out.writeDistributorContractVersion(terms.distributorContractVersion, to: &writer)
    Out.writeDistributorContractId(terms.distributorContractID.bytes, to: &writer)
    Out.writePostage(terms.postage, to: &writer)
    Out.writeSettlementCurrency(terms.settlementCurrency.packed, to: &writer)
    Out.writeSellCurrency(terms.sellCurrency.packed, to: &writer)
}

/// Release, issuing and hold: what is there or not.
private func writeParts(_ order: Order, _ base: Milliseconds, _ writer: inout ReverseWriter) {
    if let release = order.release {
        let mark = writer.mark()
        InternalProto.Release.writeAttempts(release.attempts, to: &writer)
        InternalProto.Release.writeStartedAtDeltaMs(release.startedAtMs &- base, to: &writer)
        InternalProto.Release.writeReason(release.reason, to: &writer)
        InternalProto.Order.endRelease(mark, to: &writer)
    }
    if let issuing = order.issuing {
        let mark = writer.mark()
        write(issuing, base, &writer)
        InternalProto.Order.endIssuing(mark, to: &writer)
    }
    if let hold = order.hold {
        let mark = writer.mark()
        if let extending = hold.extending {
            let inner = writer.mark()
            InternalProto.Hold.Extension.writeUntilDeltaMs(extending.untilMs &- base, to: &writer)
            InternalProto.Hold.Extension.writeCommandId(extending.commandID.bytes, to: &writer)
            InternalProto.Hold.endExtending(inner, to: &writer)
        }
        InternalProto.Hold.writeLockedAtDeltaMs(hold.lockedAtMs &- base, to: &writer)
        InternalProto.Hold.writeUntilDeltaMs(hold.untilMs &- base, to: &writer)
        InternalProto.Order.endHold(mark, to: &writer)
    }
}

private func write(_ issuing: Order.Issuing, _ base: Milliseconds, _ writer: inout ReverseWriter) {
    typealias Out = InternalProto.Issuing
    Out.writeCodesMissing(issuing.codesMissing, to: &writer)
    if let digest = issuing.codesDigest {
        Out.writeCodesDigestLow(digest.low, to: &writer)
        Out.writeCodesDigestHigh(digest.high, to: &writer)
    }
    if let issuedAtMs = issuing.issuedAtMs { Out.writeIssuedAtDeltaMs(issuedAtMs &- base, to: &writer) }
    if let negotiation = issuing.negotiation {
        let mark = writer.mark()
        Out.Negotiation.writeLastAnswered(negotiation.lastAnswered, to: &writer)
        Out.Negotiation.writeSendsAgain(negotiation.sendsAgain, to: &writer)
        Out.Negotiation.writeHasSlot(negotiation.hasSlot, to: &writer)
        if let nextPollAtMs = negotiation.nextPollAtMs {
            Out.Negotiation.writeNextPollAtDeltaMs(nextPollAtMs &- base, to: &writer)
        }
        Out.Negotiation.writePolls(negotiation.polls, to: &writer)
        Out.Negotiation.writeNotFound(negotiation.notFound, to: &writer)
        if let lastQueryAtMs = negotiation.lastQueryAtMs {
            Out.Negotiation.writeLastQueryAtDeltaMs(lastQueryAtMs &- base, to: &writer)
        }
        Out.Negotiation.writeQueries(negotiation.queries, to: &writer)
        Out.Negotiation.writeStartedAtDeltaMs(negotiation.startedAtMs &- base, to: &writer)
        Out.endNegotiation(mark, to: &writer)
    }
    Out.writeAttempts(issuing.attempts, to: &writer)
    Out.writeSentAtDeltaMs(issuing.sentAtMs &- base, to: &writer)
    Out.writeStartedAtDeltaMs(issuing.startedAtMs &- base, to: &writer)
}

private func write(_ refund: Order.Refund, _ base: Milliseconds, _ writer: inout ReverseWriter) {
    typealias Out = InternalProto.Refund
    if let atMs = refund.distributorRefundedAtMs {
        Out.writeDistributorRefundedAtDeltaMs(atMs &- base, to: &writer)
    }
    Out.writeIsUndated(refund.isUndated, to: &writer)
    Out.writeMode(Int32(refund.mode.rawValue), to: &writer)
    Out.writeDistributorAmount(refund.distributorAmount, to: &writer)
    Out.writePenalty(refund.penalty, to: &writer)
    Out.writeSettlementAmount(refund.settlementAmount, to: &writer)
    if let atMs = refund.supplierRefundedAtMs { Out.writeSupplierRefundedAtDeltaMs(atMs &- base, to: &writer) }
    Out.writeEscalated(refund.escalated, to: &writer)
    if let dueMs = refund.dueMs { Out.writeDueDeltaMs(dueMs &- base, to: &writer) }
    Out.writeAttempts(refund.attempts, to: &writer)
    Out.writeRequestedAtDeltaMs(refund.requestedAtMs &- base, to: &writer)
    Out.writeUnasked(refund.unasked, to: &writer)
    Out.writePhase(Int32(refund.phase.rawValue), to: &writer)
    Out.writeTicketsHigh(UInt64(truncatingIfNeeded: refund.tickets.bits >> 64), to: &writer)
    Out.writeTicketsLow(UInt64(truncatingIfNeeded: refund.tickets.bits), to: &writer)
    Out.writeId(refund.id.bytes, to: &writer)
}

private func write(
    _ intent: Order.Intent, _ base: Milliseconds, _ sources: borrowing PassageSources, _ writer: inout ReverseWriter
) {
    typealias Out = InternalProto.Intent
    let mark = writer.mark()
    switch intent {
    case .cancel(let commandID, let atMs):
        Out.Cancel.writeAtDeltaMs(atMs &- base, to: &writer)
        Out.Cancel.writeCommandId(commandID.bytes, to: &writer)
        Out.endCancel(mark, to: &writer)
    case .refund(let refundID, let tickets, let reason):
        Out.Asked.writeReason(sources.bytes(reason), to: &writer)
        Out.Asked.writeTicketsHigh(UInt64(truncatingIfNeeded: tickets.bits >> 64), to: &writer)
        Out.Asked.writeTicketsLow(UInt64(truncatingIfNeeded: tickets.bits), to: &writer)
        Out.Asked.writeRefundId(refundID.bytes, to: &writer)
        Out.endRefund(mark, to: &writer)
    case .supplierRefund(let kept):
        Out.Kept.writeUnasked(kept.unasked, to: &writer)
        Out.Kept.writeRefundedAtDeltaMs(kept.refundedAtMs &- base, to: &writer)
        Out.Kept.writeMode(Int32(kept.mode.rawValue), to: &writer)
        if let amount = kept.amount {
            Out.Kept.writeCurrency(amount.currency.packed, to: &writer)
            Out.Kept.writeAmount(amount.minorUnits, to: &writer)
        }
        Out.Kept.writeTicketsHigh(UInt64(truncatingIfNeeded: kept.tickets.bits >> 64), to: &writer)
        Out.Kept.writeTicketsLow(UInt64(truncatingIfNeeded: kept.tickets.bits), to: &writer)
        Out.Kept.writeRefundId(kept.refundID.bytes, to: &writer)
        Out.endSupplierRefund(mark, to: &writer)
    }
}

public import Orders
public import Protobuf
internal import Schemas

/// Writes a record of `order-events`: an `OrderEvent` with its fields in ascending order.
/// - Parameters:
///   - input: what was handled: its key and cause are the event's.
///   - sources: what the event's passages point into.
public func writeEvent(
    _ event: borrowing Event, input: Input, sources: borrowing PassageSources, to writer: inout ReverseWriter
) -> Slice {
    let record = writer.mark()
    writeBody(event.body, key: input.key, sources, &writer)
    Proto.OrderEvent.writeDeliveryStatus(Int32(event.deliveryStatus?.rawValue ?? 0), to: &writer)
    Proto.OrderEvent.writeStatusBefore(Int32(event.statusBefore?.rawValue ?? 0), to: &writer)
    Proto.OrderEvent.writeStatus(Int32(event.status?.rawValue ?? 0), to: &writer)
    writeCause(of: input, &writer)
    Proto.OrderEvent.writeOccurredAt(milliseconds: event.occurredAtMs, to: &writer)
    Proto.OrderEvent.writeSequence(event.sequence, to: &writer)
    writer.key(input.key, orderTag: 26, distributorTag: 18)
    let id = writer.mark()
    if event.sequence == 0 {
        writer.eventID(input.key, source: input.source, partition: input.partition, offset: input.offset)
    } else {
        writer.eventID(input.key, sequence: event.sequence)
    }
    Proto.OrderEvent.endEventId(id, to: &writer)
    return writer.finish(record)
}

extension ReverseWriter {
    /// The two ids of a key as fields of their own.
    @inline(__always)
    mutating func key(_ key: OrderKey, orderTag: UInt32, distributorTag: UInt32) {
        field(tag: orderTag, key.orderID.bytes)
        field(tag: distributorTag, key.distributorID.bytes)
    }
}

private func writeCause(of input: Input, _ writer: inout ReverseWriter) {
    let cause = writer.mark()
    switch input.body {
    case .timer(let kind, let dueMs):
        let timer = writer.mark()
        Proto.Cause.Timer.writeDueMs(dueMs, to: &writer)
        Proto.Cause.Timer.writeKind(Int32(kind.rawValue), to: &writer)
        Proto.Cause.endTimer(timer, to: &writer)
    case .command(let command):
        let record = writer.mark()
        writeCauseRecord(command.id, input, &writer)
        Proto.Cause.endCommand(record, to: &writer)
    case .result(let result):
        let record = writer.mark()
        writeCauseRecord(result.id, input, &writer)
        Proto.Cause.endResult(record, to: &writer)
    case .action(let action):
        let record = writer.mark()
        writeCauseRecord(action.id, input, &writer)
        Proto.Cause.endOperatorAction(record, to: &writer)
    }
    Proto.OrderEvent.endCause(cause, to: &writer)
}

private func writeCauseRecord(_ id: ID, _ input: Input, _ writer: inout ReverseWriter) {
    Proto.Cause.Record.writeOffset(input.firstOffset, to: &writer)
    Proto.Cause.Record.writePartition(input.firstPartition, to: &writer)
    Proto.Cause.Record.writeId(id.bytes, to: &writer)
}

func writeMoney(_ money: Money, _ writer: inout ReverseWriter) {
    for index in 0..<3 { writer.byte(money.currency.byte(2 - index)) }
    writer.varint(3)
    writer.tag(18)
    Proto.Money.writeMinorUnits(money.minorUnits, to: &writer)
}

/// The numbers of a set as varints, the last one first, as `end` of a packed field takes them.
func writeNumbers(_ tickets: TicketSet, _ writer: inout ReverseWriter) {
    var bits = tickets.bits
    while bits != 0 {
        let number = 127 - bits.leadingZeroBitCount
        writer.varint(UInt64(number))
        bits &= ~(1 << UInt128(number))
    }
}

private func writeBody(
    _ body: Event.Body, key: OrderKey, _ sources: borrowing PassageSources, _ writer: inout ReverseWriter
) {
    typealias Out = Proto.OrderEvent
    let mark = writer.mark()
    switch body {
    case .placed(let supplierID, let projectID, let showID, let ticketCount, let total):
        let totalMark = writer.mark()
        writeMoney(total, &writer)
        Out.Placed.endTotal(totalMark, to: &writer)
        Out.Placed.writeTicketCount(UInt32(truncatingIfNeeded: ticketCount), to: &writer)
        Out.Placed.writeShowId(showID.bytes, to: &writer)
        Out.Placed.writeProjectId(projectID.bytes, to: &writer)
        Out.Placed.writeSupplierId(supplierID.bytes, to: &writer)
        Out.endPlaced(mark, to: &writer)
    case .locked(let supplierOrderID, let holdUntilMs, let seats):
        for seat in seats.reversed() { writeSeat(seat, sources, &writer) }
        Out.Locked.writeHoldUntil(milliseconds: holdUntilMs, to: &writer)
        Out.Locked.writeSupplierOrderId(sources.bytes(supplierOrderID), to: &writer)
        Out.endLocked(mark, to: &writer)
    case .lockFailed(let code, let message):
        writeTwoTexts(code, message, sources, &writer)
        Out.endLockFailed(mark, to: &writer)
    case .holdExtended(let holdUntilMs):
        Out.HoldExtended.writeHoldUntil(milliseconds: holdUntilMs, to: &writer)
        Out.endHoldExtended(mark, to: &writer)
    case .holdExtensionRefused(let code, let message):
        writeTwoTexts(code, message, sources, &writer)
        Out.endHoldExtensionRefused(mark, to: &writer)
    case .canceled(let reason):
        Out.Canceled.writeReason(Int32(reason.rawValue), to: &writer)
        Out.endCanceled(mark, to: &writer)
    case .issueStarted:
        Out.endIssueStarted(mark, to: &writer)
    case .negotiationStarted(let reason, let nextQueryAtMs):
        if let nextQueryAtMs {
            Out.NegotiationStarted.writeNextQueryAt(milliseconds: nextQueryAtMs, to: &writer)
        }
        let words = writer.mark()
        writer.text(reason, sources)
        Out.NegotiationStarted.endReason(words, to: &writer)
        Out.endNegotiationStarted(mark, to: &writer)
    case .escalated(_, let reason, let queries):
        Out.Escalated.writeQueries(queries, to: &writer)
        let words = writer.mark()
        writer.text(reason, sources)
        Out.Escalated.endReason(words, to: &writer)
        Out.endEscalated(mark, to: &writer)
    case .issued(let tickets, let issuedAtMs):
        Out.Issued.writeIssuedAt(milliseconds: issuedAtMs, to: &writer)
        for ticket in tickets.reversed() { writeTicket(ticket, sources, &writer) }
        Out.endIssued(mark, to: &writer)
    case .issueFailed(let code, let message):
        writeTwoTexts(code, message, sources, &writer)
        Out.endIssueFailed(mark, to: &writer)
    default:
        writeLaterBody(body, key: key, mark, sources, &writer)
    }
}

/// What comes after issuing, and what is about the inputs themselves.
private func writeLaterBody(
    _ body: Event.Body, key: OrderKey, _ mark: ReverseWriter.Mark, _ sources: borrowing PassageSources,
    _ writer: inout ReverseWriter
) {
    typealias Out = Proto.OrderEvent
    switch body {
    case .refundRequested(let refundID, let tickets, let reason):
        let words = writer.mark()
        writer.text(reason, sources)
        Out.RefundRequested.endReason(words, to: &writer)
        let numbers = writer.mark()
        writeNumbers(tickets, &writer)
        Out.RefundRequested.endTickets(numbers, to: &writer)
        Out.RefundRequested.writeRefundId(refundID.bytes, to: &writer)
        Out.endRefundRequested(mark, to: &writer)
    case .refundRefused(let refundID, let code, let message):
        let words = writer.mark()
        writer.text(message, sources)
        Out.RefundRefused.endMessage(words, to: &writer)
        let codeMark = writer.mark()
        writer.text(code, sources)
        Out.RefundRefused.endCode(codeMark, to: &writer)
        Out.RefundRefused.writeRefundId(refundID.bytes, to: &writer)
        Out.endRefundRefused(mark, to: &writer)
    case .supplierRefunded(let refunded):
        writeSupplierRefunded(refunded, &writer)
        Out.endSupplierRefunded(mark, to: &writer)
    case .distributorRefunded(let refundID, let refundedAtMs):
        if let refundedAtMs {
            Out.DistributorRefunded.writeRefundedAt(milliseconds: refundedAtMs, to: &writer)
        }
        Out.DistributorRefunded.writeRefundId(refundID.bytes, to: &writer)
        Out.endDistributorRefunded(mark, to: &writer)
    case .distributorRefundFailed(let refundID, let reason):
        let words = writer.mark()
        writer.text(reason, sources)
        Out.DistributorRefundFailed.endReason(words, to: &writer)
        Out.DistributorRefundFailed.writeRefundId(refundID.bytes, to: &writer)
        Out.endDistributorRefundFailed(mark, to: &writer)
    case .deliveryChanged(let before, let carrier, let trackingNumber):
        Out.DeliveryChanged.writeTrackingNumber(sources.bytes(trackingNumber), to: &writer)
        Out.DeliveryChanged.writeCarrier(sources.bytes(carrier), to: &writer)
        Out.DeliveryChanged.writeBefore(Int32(before.rawValue), to: &writer)
        Out.endDeliveryChanged(mark, to: &writer)
    case .intentRecorded(let intent):
        Out.IntentRecorded.writeIntent(Int32(intent.rawValue), to: &writer)
        Out.endIntentRecorded(mark, to: &writer)
    case .commandRepeated(let firstEvent):
        let first = writer.mark()
        writer.eventID(key, firstEvent)
        Out.CommandRepeated.endFirstEventId(first, to: &writer)
        Out.endCommandRepeated(mark, to: &writer)
    case .commandRejected(let code, let message, let currentTotal):
        if let currentTotal {
            let total = writer.mark()
            writeMoney(currentTotal, &writer)
            Out.CommandRejected.endCurrentTotal(total, to: &writer)
        }
        Out.CommandRejected.writeMessage(message, to: &writer)
        Out.CommandRejected.writeCode(Int32(code.rawValue), to: &writer)
        Out.endCommandRejected(mark, to: &writer)
    case .anomalyFound(let code, let message):
        Out.AnomalyFound.writeMessage(message, to: &writer)
        Out.AnomalyFound.writeCode(Int32(code.rawValue), to: &writer)
        Out.endAnomalyFound(mark, to: &writer)
    case .operatorActed(let operatorName, let action, let reason, let approvedBy):
        Out.OperatorActed.writeApprovedBy(sources.bytes(approvedBy), to: &writer)
        Out.OperatorActed.writeReason(sources.bytes(reason), to: &writer)
        Out.OperatorActed.writeAction(action, to: &writer)
        Out.OperatorActed.writeOperator(sources.bytes(operatorName), to: &writer)
        Out.endOperatorActed(mark, to: &writer)
    case .placed, .locked, .lockFailed, .holdExtended, .holdExtensionRefused, .canceled, .issueStarted,
        .negotiationStarted, .escalated, .issued, .issueFailed:
        preconditionFailure("written before")
    }
}

private func writeSupplierRefunded(_ refunded: Event.SupplierRefunded, _ writer: inout ReverseWriter) {
    typealias Out = Proto.OrderEvent.SupplierRefunded
    Out.writeMode(Int32(refunded.mode.rawValue), to: &writer)
    Out.writeReportBy(milliseconds: refunded.reportByMs, to: &writer)
    Out.writeUnasked(refunded.unasked, to: &writer)
    Out.writeRefundedAt(milliseconds: refunded.refundedAtMs, to: &writer)
    let amount = writer.mark()
    writeMoney(refunded.distributorAmount, &writer)
    Out.endDistributorAmount(amount, to: &writer)
    let numbers = writer.mark()
    writeNumbers(refunded.tickets, &writer)
    Out.endTickets(numbers, to: &writer)
    Out.writeRefundId(refunded.refundID.bytes, to: &writer)
}

/// Fields 1 and 2 of LockFailed, HoldExtensionRefused and IssueFailed, which are alike: code and message.
private func writeTwoTexts(
    _ code: Text, _ message: Text, _ sources: borrowing PassageSources, _ writer: inout ReverseWriter
) {
    let messageMark = writer.mark()
    writer.text(message, sources)
    Proto.OrderEvent.LockFailed.endMessage(messageMark, to: &writer)
    let codeMark = writer.mark()
    writer.text(code, sources)
    Proto.OrderEvent.LockFailed.endCode(codeMark, to: &writer)
}

private func writeSeat(_ seat: Seat, _ sources: borrowing PassageSources, _ writer: inout ReverseWriter) {
    let mark = writer.mark()
    Proto.Seat.writeLabel(sources.bytes(seat.label), to: &writer)
    Proto.Seat.writeSeatId(sources.bytes(seat.seatID), to: &writer)
    Proto.Seat.writeSequence(seat.sequence, to: &writer)
    Proto.OrderEvent.Locked.endSeats(mark, to: &writer)
}

private func writeTicket(_ ticket: IssuedTicket, _ sources: borrowing PassageSources, _ writer: inout ReverseWriter) {
    let mark = writer.mark()
    Proto.IssuedTicket.writeSeatLabel(sources.bytes(ticket.seatLabel), to: &writer)
    Proto.IssuedTicket.writeCodeFormat(ticket.codeFormat, to: &writer)
    Proto.IssuedTicket.writeSeatId(sources.bytes(ticket.seatID), to: &writer)
    Proto.IssuedTicket.writeCode(sources.bytes(ticket.code), to: &writer)
    Proto.IssuedTicket.writeSequence(ticket.sequence, to: &writer)
    Proto.OrderEvent.Issued.endTickets(mark, to: &writer)
}

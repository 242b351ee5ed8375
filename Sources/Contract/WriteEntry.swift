public import Orders
public import Protobuf
internal import Schemas

/// Writes a record of a book: a `LedgerEntry` with its fields in ascending order.
public func writeEntry(
    _ entry: borrowing LedgerEntry, key: OrderKey, sources: borrowing PassageSources, to writer: inout ReverseWriter
) -> Slice {
    typealias Out = Proto.LedgerEntry
    let record = writer.mark()
    Out.writeShowId(entry.showID.bytes, to: &writer)
    Out.writeProjectId(entry.projectID.bytes, to: &writer)
    Out.writeContractId(entry.contractID.bytes, to: &writer)
    Out.writeRefundMode(Int32(entry.refundMode.rawValue), to: &writer)
    for line in entry.lines.reversed() {
        let mark = writer.mark()
        if let ticketClassID = line.ticketClassID {
            Proto.LedgerLine.writeTicketClassId(ticketClassID.bytes, to: &writer)
        }
        Proto.LedgerLine.writeMinorUnits(line.minorUnits, to: &writer)
        Proto.LedgerLine.writeComponent(Int32(line.component.rawValue), to: &writer)
        if let ticket = line.ticket { Proto.LedgerLine.writeTicket(UInt32(truncatingIfNeeded: ticket), to: &writer) }
        Out.endLines(mark, to: &writer)
    }
    let event = writer.mark()
    writer.eventID(key, sequence: entry.eventSequence)
    Out.endEventId(event, to: &writer)
    let reverses = writer.mark()
    switch entry.reverses {
    case .nothing: break
    case .entry(let id): writer.entryID(key, id)
    case .named(let passage): writer.bytes(sources.bytes(passage))
    }
    Out.endReverses(reverses, to: &writer)
    Out.writeContractVersion(entry.contractVersion, to: &writer)
    if let originPeriod = entry.originPeriod {
        let origin = writer.mark()
        writer.period(originPeriod)
        Out.endOriginPeriod(origin, to: &writer)
    }
    let period = writer.mark()
    writer.period(entry.period)
    Out.endPeriod(period, to: &writer)
    Out.writeRecordedAt(milliseconds: entry.recordedAtMs, to: &writer)
    Out.writeEffectiveAt(milliseconds: entry.effectiveAtMs, to: &writer)
    Out.writeTimeBase(Int32(entry.timeBase.rawValue), to: &writer)
    if let refundID = entry.refundID { Out.writeRefundId(refundID.bytes, to: &writer) }
    Out.writeSupplierOrderId(sources.bytes(entry.supplierOrderID), to: &writer)
    Out.writeSupplierId(entry.supplierID.bytes, to: &writer)
    writer.key(key, orderTag: 58, distributorTag: 50)
    Out.writePartyId(entry.partyID.bytes, to: &writer)
    let amount = writer.mark()
    writeMoney(entry.amount, &writer)
    Out.endAmount(amount, to: &writer)
    Out.writeKind(Int32(entry.id.kind.rawValue), to: &writer)
    Out.writeBook(Int32(entry.id.book.rawValue), to: &writer)
    let id = writer.mark()
    writer.entryID(key, entry.id)
    Out.endEntryId(id, to: &writer)
    return writer.finish(record)
}

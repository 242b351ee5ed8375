public import Orders
public import Protobuf
internal import Schemas

/// Writes a record of `supplier-requests`: a `SupplierRequest` with its fields in ascending order.
public func writeRequest(
    _ request: borrowing Request, key: OrderKey, sources: borrowing PassageSources, to writer: inout ReverseWriter
) -> Slice {
    typealias Out = Proto.SupplierRequest
    let record = writer.mark()
    writeOperation(request.operation, sources, &writer)
    Out.writeDeadline(milliseconds: request.deadlineMs, to: &writer)
    Out.writeAttempt(request.attempt, to: &writer)
    Out.writeSupplierOrderId(sources.bytes(request.supplierOrderID), to: &writer)
    writer.key(key, orderTag: 34, distributorTag: 26)
    Out.writeSupplierId(request.supplierID.bytes, to: &writer)
    let id = writer.mark()
    writer.requestID(key, request.id)
    Out.endRequestId(id, to: &writer)
    return writer.finish(record)
}

private func writeOperation(
    _ operation: Request.Operation, _ sources: borrowing PassageSources, _ writer: inout ReverseWriter
) {
    typealias Out = Proto.SupplierRequest
    let mark = writer.mark()
    switch operation {
    case .lock(let lock):
        if !lock.buyer.isEmpty { Out.Lock.writeBuyer(sources.bytes(lock.buyer), to: &writer) }
        Out.Lock.writeHoldUntil(milliseconds: lock.holdUntilMs, to: &writer)
        let total = writer.mark()
        writeMoney(lock.settlementTotal, &writer)
        Out.Lock.endSettlementTotal(total, to: &writer)
        for ticket in lock.tickets.reversed() { Out.Lock.writeTickets(sources.bytes(ticket), to: &writer) }
        Out.Lock.writeShowId(lock.showID.bytes, to: &writer)
        Out.Lock.writeProjectId(lock.projectID.bytes, to: &writer)
        Out.endLock(mark, to: &writer)
    case .issue(let carried):
        if !carried.invoice.isEmpty { Out.Issue.writeInvoice(sources.bytes(carried.invoice), to: &writer) }
        if !carried.buyer.isEmpty { Out.Issue.writeBuyer(sources.bytes(carried.buyer), to: &writer) }
        if !carried.delivery.isEmpty { Out.Issue.writeDelivery(sources.bytes(carried.delivery), to: &writer) }
        Out.endIssue(mark, to: &writer)
    case .release(let reason):
        Out.Release.writeReason(reason, to: &writer)
        Out.endRelease(mark, to: &writer)
    case .query:
        Out.endQuery(mark, to: &writer)
    case .refund(let refundID, let tickets):
        let numbers = writer.mark()
        writeNumbers(tickets, &writer)
        Out.Refund.endTickets(numbers, to: &writer)
        Out.Refund.writeRefundId(refundID.bytes, to: &writer)
        Out.endRefund(mark, to: &writer)
    case .extend(let untilMs):
        Out.Extend.writeUntil(milliseconds: untilMs, to: &writer)
        Out.endExtend(mark, to: &writer)
    }
}

internal import Protobuf
internal import Schemas

/// What a simulated supplier says, before it is bytes.
struct Answer {
    enum Detail {
        case nothing
        case locked(UInt32)
        case issued(UInt32)
        case released
        case state(Proto.SupplierResult.OrderAtSupplier.State, UInt32)
        case refunded(String, [UInt32])
        case extended(Int64?)
    }

    /// Which order it is about, and which request it answers.
    struct Order {
        let requestID: String
        let supplierID: String
        let distributorID: String
        let orderID: String
        let attempt: UInt32

        init(_ request: borrowing Proto.SupplierRequest.View) {
            requestID = text(request.requestId)
            supplierID = text(request.supplierId)
            distributorID = text(request.distributorId)
            orderID = text(request.distributorOrderId)
            attempt = request.attempt
        }

        init(requestID: String, supplierID: String, distributorID: String, orderID: String) {
            self.requestID = requestID
            self.supplierID = supplierID
            self.distributorID = distributorID
            self.orderID = orderID
            attempt = 1
        }

        var key: String { "\(distributorID)/\(orderID)" }
    }

    let outcome: Proto.Outcome
    let detail: Detail

    init(_ outcome: Proto.Outcome, _ detail: Detail) {
        self.outcome = outcome
        self.detail = detail
    }

    /// No, with a proof that nothing happened.
    static let no = Answer(.failed, .nothing)

    func records(to order: Order, _ fate: Fate, nowMs: Int64, lateByMs: Int64) -> [OutsideRecord] {
        let delay = fate.answerMs + (fate.isLate ? lateByMs : 0)
        let id = resultID(order)
        let first = OutsideRecord(delayMs: delay, key: Array(order.key.utf8), value: bytes(to: order, id, nowMs))
        guard fate.isTwice else { return [first] }
        let again = bytes(to: order, fate.underOtherID ? id + ":again" : id, nowMs)
        return [first, OutsideRecord(delayMs: delay + 40, key: first.key, value: again)]
    }

    /// `/` is in no id; a query's attempts differ by their own numbers.
    private func resultID(_ order: Order) -> String {
        let operation = order.requestID.dropFirst(order.key.count + 1)
        return String(operation.map { $0 == "/" ? ":" : $0 }.suffix(48)) + ".\(order.attempt)"
    }

    func bytes(to order: Order, _ id: String, _ nowMs: Int64) -> [UInt8] {
        var writer = ReverseWriter(chunkBytes: 4096)
        let record = writer.mark()
        writeDetail(to: &writer, order)
        if outcome == .failed {
            Proto.SupplierResult.writeFailureMessage("the simulated supplier refuses", to: &writer)
            Proto.SupplierResult.writeFailureCode("REFUSED", to: &writer)
            Proto.SupplierResult.writeSideEffect(Proto.SideEffect.noneValue, to: &writer)
        }
        Proto.SupplierResult.writeOutcome(outcome, to: &writer)
        Proto.SupplierResult.writeOccurredAt(milliseconds: nowMs, to: &writer)
        Proto.SupplierResult.writeSupplierOrderId("S-\(order.orderID)", to: &writer)
        Proto.SupplierResult.writeDistributorOrderId(order.orderID, to: &writer)
        Proto.SupplierResult.writeDistributorId(order.distributorID, to: &writer)
        Proto.SupplierResult.writeSupplierId(order.supplierID, to: &writer)
        Proto.SupplierResult.writeRequestId(order.requestID, to: &writer)
        Proto.SupplierResult.writeResultId(id, to: &writer)
        let slice = writer.finish(record)
        return writer.bytes(of: slice).withUnsafeBytes { Array($0) }
    }

    private func writeDetail(to writer: inout ReverseWriter, _ order: Order) {
        switch detail {
        case .nothing: break
        case .released: Proto.SupplierResult.writeReleased(to: &writer) { _ in }
        case .locked(let count):
            Proto.SupplierResult.writeLocked(to: &writer) { writer in
                for sequence in (0..<count).reversed() {
                    Proto.SupplierResult.Locked.writeSeats(to: &writer) { writer in
                        Proto.Seat.writeLabel("Row 1, seat \(sequence + 1)", to: &writer)
                        Proto.Seat.writeSeatId("1-\(sequence + 1)", to: &writer)
                        Proto.Seat.writeSequence(sequence, to: &writer)
                    }
                }
            }
        case .issued(let count):
            Proto.SupplierResult.writeIssued(to: &writer) { writeTickets(count, order, to: &$0) }
        case .state(let state, let count):
            Proto.SupplierResult.writeOrderAtSupplier(to: &writer) { writer in
                if state == .issued {
                    Proto.SupplierResult.OrderAtSupplier.writeIssued(to: &writer) {
                        writeTickets(count, order, to: &$0)
                    }
                }
                Proto.SupplierResult.OrderAtSupplier.writeState(state, to: &writer)
            }
        case .refunded(let id, let tickets):
            Proto.SupplierResult.writeRefunded(to: &writer) { writer in
                Proto.SupplierResult.Refunded.writeMode(.automatic, to: &writer)
                Proto.SupplierResult.Refunded.writeTickets(tickets, to: &writer)
                Proto.SupplierResult.Refunded.writeRefundId(id, to: &writer)
            }
        case .extended(let until):
            Proto.SupplierResult.writeExtended(to: &writer) { writer in
                if let until { Proto.SupplierResult.Extended.writeHoldUntil(milliseconds: until, to: &writer) }
            }
        }
    }

    private func writeTickets(_ count: UInt32, _ order: Order, to writer: inout ReverseWriter) {
        for sequence in (0..<count).reversed() {
            Proto.SupplierResult.Issued.writeTickets(to: &writer) { writer in
                Proto.IssuedTicket.writeCodeFormat(.qr, to: &writer)
                Proto.IssuedTicket.writeCode("\(order.orderID)-\(sequence)", to: &writer)
                Proto.IssuedTicket.writeSequence(sequence, to: &writer)
            }
        }
    }
}

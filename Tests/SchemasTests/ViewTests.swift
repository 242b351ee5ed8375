import Protobuf
import Schemas
import Testing

func text(_ bytes: RawSpan) -> String { String(utf8: bytes) }

@Suite struct ViewTests {
    /// Bytes of a place command, as the write functions make them.
    private func placeCommand() -> [UInt8] {
        var writer = ReverseWriter()
        let record = writer.mark()
        Proto.OrderCommand.writePlaceOrder(to: &writer) { writer in
            Proto.PlaceOrder.writeExpectedTotal(to: &writer) { writer in
                Proto.Money.writeCurrency("CNY", to: &writer)
                Proto.Money.writeMinorUnits(-36000, to: &writer)
            }
            for seat in ["A-2", "A-1"] {
                Proto.PlaceOrder.writeTickets(to: &writer) { writer in
                    Proto.TicketRequest.writeSeatId(seat, to: &writer)
                    Proto.TicketRequest.writeTicketClassId("t7", to: &writer)
                }
            }
            Proto.PlaceOrder.writeShowId("s1", to: &writer)
        }
        Proto.OrderCommand.writeCreatedAt(milliseconds: 1_700_000_000_123, to: &writer)
        Proto.OrderCommand.writeDistributorId("d001", to: &writer)
        let id = writer.mark()
        writer.decimal(UInt64(17))
        writer.string("c-")
        Proto.OrderCommand.endCommandId(id, to: &writer)
        return [UInt8](writer.unsafeBytes(of: writer.finish(record)))
    }

    @Test func aViewReadsWhatWasWritten() throws {
        let bytes = placeCommand()
        let command = try Proto.OrderCommand.View(bytes.span.bytes)
        #expect(text(command.commandId) == "c-17")
        #expect(text(command.distributorId) == "d001")
        #expect(text(command.distributorOrderId) == "")
        #expect(try command.createdAt()?.milliseconds == 1_700_000_000_123)
        #expect(command.actionCase == .placeOrder)
        #expect(try command.cancelOrder() == nil)
        guard let place = try command.placeOrder() else { throw Missing() }
        #expect(text(place.showId) == "s1")
        #expect(place.hasBuyer == false)
        #expect(place.ticketsCount == 2)
        var seats: [String] = []
        var tickets = place.tickets
        while let ticket = try tickets.next() { seats.append(text(ticket.seatId)) }
        #expect(seats == ["A-1", "A-2"])
        #expect(try place.expectedTotal()?.minorUnits == -36000)
        try command.validate()
    }

    struct Missing: Error {}
}

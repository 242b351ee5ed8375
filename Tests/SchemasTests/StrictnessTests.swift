import Protobuf
import Schemas
import Testing

@Suite struct StrictnessTests {
    private func fault(_ body: () throws(ProtobufError) -> Void) -> ProtobufError? {
        do throws(ProtobufError) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    private func command(_ bytes: [UInt8]) -> ProtobufError? {
        fault { () throws(ProtobufError) in try Proto.OrderCommand.View(bytes.span.bytes).validate() }
    }

    @Test func aSubmessageOrAOneofThatOccursTwiceIsRefused() {
        let createdAt: [UInt8] = [0x22, 0], place: [UInt8] = [0x52, 0], cancel: [UInt8] = [0x62, 0]
        #expect(command(createdAt + place) == nil)
        #expect(command(createdAt + createdAt) == ProtobufError(.duplicate, offset: 2, field: 4))
        #expect(command(place + place) == ProtobufError(.duplicate, offset: 2, field: 10))
        #expect(command(place + cancel) == ProtobufError(.duplicate, offset: 2, field: 12))
        // Strings of a oneof too.
        let grant: [UInt8] = [0x52, 1, 0x61, 0x5a, 1, 0x62]
        #expect(
            fault { () throws(ProtobufError) in _ = try Proto.Grant.View(grant.span.bytes) }
                == ProtobufError(.duplicate, offset: 3, field: 11))
    }

    @Test func ofAScalarTheLastWins() throws {
        let bytes: [UInt8] = [0x08, 1, 0x12, 1, 0x61, 0x08, 5, 0x12, 2, 0x62, 0x63]
        let money = try Proto.Money.View(bytes.span.bytes)
        #expect(money.minorUnits == 5)
        #expect(text(money.currency) == "bc")
    }

    @Test func anotherWireTypeIsAnUnknownField() throws {
        // minor_units as a string, currency as a number, both as 32 bits.
        let bytes: [UInt8] = [0x0a, 1, 0x61, 0x10, 7, 0x0d, 1, 2, 3, 4, 0x15, 1, 2, 3, 4]
        let money = try Proto.Money.View(bytes.span.bytes)
        #expect(money.minorUnits == 0)
        #expect(text(money.currency) == "")
        // A oneof's field with another wire type does not set it.
        let command: [UInt8] = [0x50, 1, 0x62, 0]
        #expect(try Proto.OrderCommand.View(command.span.bytes).actionCase == .cancelOrder)
    }

    @Test func stringsAreUTF8AtEveryDepth() {
        #expect(command([0x0a, 1, 0xff]) == ProtobufError(.invalidUTF8, offset: 0, field: 1))
        // place_order.tickets.seat_id; the offset is the one in the ticket.
        let deep: [UInt8] = [0x52, 7, 0x1a, 5, 0x12, 3, 0xed, 0xa0, 0x80]
        #expect(fault { () throws(ProtobufError) in _ = try Proto.OrderCommand.View(deep.span.bytes) } == nil)
        #expect(command(deep) == ProtobufError(.invalidUTF8, offset: 0, field: 2))
    }

    @Test func bytesAreNotLookedInto() throws {
        let bytes: [UInt8] = [0x1a, 2, 0xff, 0x00]
        let key = try Proto.SigningKey.View(bytes.span.bytes)
        #expect(key.publicKey.byteCount == 2)
    }

    @Test func packedAndUnpackedListsAreOne() throws {
        let bytes: [UInt8] = [0x10, 1, 0x0a, 1, 0x72, 0x12, 3, 2, 0xac, 2, 0x10, 4]
        let refund = try Proto.RequestRefund.View(bytes.span.bytes)
        #expect(refund.ticketsCount == 4)
        #expect(text(refund.refundId) == "r")
        var tickets: [UInt32] = [], list = refund.tickets
        while let ticket = try list.next() { tickets.append(ticket) }
        #expect(tickets == [1, 2, 300, 4])
        let cut: [UInt8] = [0x12, 2, 1, 0x80]
        #expect(
            fault { () throws(ProtobufError) in _ = try Proto.RequestRefund.View(cut.span.bytes) }
                == ProtobufError(.truncated, offset: 0, field: 2))
    }

    @Test func groupsInAnyMessageAreRefused() {
        for name in messageNames {
            let bytes: [UInt8] = [0xfb, 0x3e, 0xfc, 0x3e]
            #expect(
                fault { () throws(ProtobufError) in try validate(bytes.span.bytes, as: name) }
                    == ProtobufError(.group, offset: 0, field: 1007))
        }
    }

    @Test func theCallersLimitHolds() {
        let bytes: [UInt8] = [0x0a, 3, 0x61, 0x62, 0x63]
        #expect(
            fault { () throws(ProtobufError) in _ = try Proto.OrderCommand.View(bytes.span.bytes, byteLimit: 5) } == nil
        )
        #expect(
            fault { () throws(ProtobufError) in _ = try Proto.OrderCommand.View(bytes.span.bytes, byteLimit: 4) }
                == ProtobufError(.tooLarge, offset: 4))
    }

    /// So many elements as a message may hold are counted and walked without any memory for them.
    @Test func listsOfTheLongestMessageAreWalked() throws {
        let bytes = [UInt8](repeating: 0, count: 1 << 19).flatMap { _ in [0x1a, 0] as [UInt8] }
        let place = try Proto.PlaceOrder.View(bytes.span.bytes)
        #expect(place.ticketsCount == 1 << 19)
        var list = place.tickets, count = 0
        while try list.next() != nil { count += 1 }
        #expect(count == 1 << 19)
    }

    @Test(
        arguments: [
            (0, 0, 0), (1, 999_999_999, 1999), (-1, 1_000_000, -999), (-62_135_596_800, 0, -62_135_596_800_000),
            (253_402_300_799, 999_999_999, 253_402_300_799_999), (-62_135_596_801, 0, nil), (253_402_300_800, 0, nil),
            (0, -1, nil), (0, 1_000_000_000, nil), (.max, 0, nil), (.min, 0, nil),
        ] as [(Int64, Int32, Int64?)])
    func timestampsAreMilliseconds(seconds: Int64, nanos: Int32, milliseconds: Int64?) throws {
        var writer = ReverseWriter()
        let mark = writer.mark()
        Proto.Timestamp.writeNanos(nanos, to: &writer)
        Proto.Timestamp.writeSeconds(seconds, to: &writer)
        let bytes = [UInt8](writer.unsafeBytes(of: writer.finish(mark)))
        #expect(try Proto.Timestamp.View(bytes.span.bytes).milliseconds == milliseconds)
    }

    @Test(arguments: [0, 1, -1, 999, -999, -1000, -1001, 1_700_000_000_123, Int64.min, Int64.max])
    func millisecondsAreWrittenAsTimestamps(milliseconds: Int64) throws {
        var writer = ReverseWriter()
        let mark = writer.mark()
        Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
        let bytes = [UInt8](writer.unsafeBytes(of: writer.finish(mark)))
        let view = try Proto.Timestamp.View(bytes.span.bytes)
        #expect((0..<1_000_000_000).contains(view.nanos))
        let (product, overflow) = view.seconds.multipliedReportingOverflow(by: 1000)
        // Before the year 1 and after 9999 there is no timestamp, but what is written adds up.
        if !overflow { #expect(product &+ Int64(view.nanos / 1_000_000) == milliseconds) }
    }
}

// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

import Protobuf
import Schemas

func rewrite(_ view: borrowing Proto.SupplierResult.Locked.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    for wanted in (0..<view.seatsCount).reversed() {
        var list = view.seats, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.SupplierResult.Locked.endSeats(mark, to: &writer)
            }
            index += 1
        }
    }
    if let inner = try view.settlementTotal() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.Locked.endSettlementTotal(mark, to: &writer)
    }
    if let inner = try view.holdUntil() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.Locked.endHoldUntil(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing Proto.SupplierResult.OrderAtSupplier.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.refunded() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.OrderAtSupplier.endRefunded(mark, to: &writer)
    }
    if let inner = try view.issued() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.OrderAtSupplier.endIssued(mark, to: &writer)
    }
    Proto.SupplierResult.OrderAtSupplier.writeState(view.state, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierResult.Refunded.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.SupplierResult.Refunded.writeMode(view.mode, to: &writer)
    if let inner = try view.amount() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.Refunded.endAmount(mark, to: &writer)
    }
    var list2 = view.tickets, values2: [UInt32] = []
    while let value = try list2.next() { values2.append(value) }
    Proto.SupplierResult.Refunded.writeTickets(values2, to: &writer)
    Proto.SupplierResult.Refunded.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierResult.Released.View, to writer: inout ReverseWriter) throws(ProtobufError) {
}

func rewrite(_ view: borrowing Proto.TicketClass.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let value = view.stock { Proto.TicketClass.writeStock(value, to: &writer) }
    if let inner = try view.packageDiscount() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketClass.endPackageDiscount(mark, to: &writer)
    }
    if let inner = try view.stepPrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketClass.endStepPrice(mark, to: &writer)
    }
    if let inner = try view.sellPrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketClass.endSellPrice(mark, to: &writer)
    }
    if let inner = try view.settlementPrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketClass.endSettlementPrice(mark, to: &writer)
    }
    if let inner = try view.facePrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketClass.endFacePrice(mark, to: &writer)
    }
    Proto.TicketClass.writeName(view.name, to: &writer)
    Proto.TicketClass.writeShowId(view.showId, to: &writer)
    Proto.TicketClass.writeTicketClassId(view.ticketClassId, to: &writer)
}

func rewrite(_ view: borrowing Proto.TicketOffer.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.TicketOffer.writeMayOrder(view.mayOrder, to: &writer)
    if let value = view.stock { Proto.TicketOffer.writeStock(value, to: &writer) }
    Proto.TicketOffer.writeCommissionBasisPoints(view.commissionBasisPoints, to: &writer)
    if let inner = try view.packageDiscount() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketOffer.endPackageDiscount(mark, to: &writer)
    }
    if let inner = try view.stepPrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketOffer.endStepPrice(mark, to: &writer)
    }
    if let inner = try view.sellPrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketOffer.endSellPrice(mark, to: &writer)
    }
    if let inner = try view.facePrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketOffer.endFacePrice(mark, to: &writer)
    }
    Proto.TicketOffer.writeName(view.name, to: &writer)
    Proto.TicketOffer.writeShowId(view.showId, to: &writer)
    Proto.TicketOffer.writeTicketClassId(view.ticketClassId, to: &writer)
}

func rewrite(_ view: borrowing Proto.TicketRequest.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.TicketRequest.writeHolderDocumentType(view.holderDocumentType, to: &writer)
    Proto.TicketRequest.writeHolderName(view.holderName, to: &writer)
    Proto.TicketRequest.writeHolderDocument(view.holderDocument, to: &writer)
    Proto.TicketRequest.writeSeatId(view.seatId, to: &writer)
    Proto.TicketRequest.writeTicketClassId(view.ticketClassId, to: &writer)
}

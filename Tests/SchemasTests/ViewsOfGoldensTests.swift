import Protobuf
import Schemas
import Testing

/// The views' properties, by name, against the JSON that protobuf's Python implementation gave for the same bytes.
/// `GoldenTests` covers every message; here a mistake in both a view and its write function would show.
@Suite struct ViewsOfGoldensTests {
    private func string(_ json: JSONValue?) -> String {
        if case .string(let text) = json { text } else { "" }
    }

    private func int(_ json: JSONValue?) -> Int64 {
        switch json {
        case .string(let text), .number(let text): Int64(text) ?? 0
        default: 0
        }
    }

    private func unsigned(_ json: JSONValue?) -> UInt64 {
        if case .string(let text) = json { UInt64(text) ?? 0 } else { 0 }
    }

    private func count(_ json: JSONValue?) -> Int {
        if case .array(let elements) = json { elements.count } else { 0 }
    }

    private func number(_ json: JSONValue?, of descriptor: EnumDescriptor) -> Int32 {
        if case .string(let name) = json {
            descriptor.number(of: name) ?? 0
        } else {
            Int32(truncatingIfNeeded: int(json))
        }
    }

    /// The JSON name of a oneof's set field.
    private func set(_ json: JSONValue, of descriptor: MessageDescriptor) -> UInt32 {
        descriptor.fields.first { $0.oneof != nil && json[$0.jsonName] != nil }?.number ?? 0
    }

    private func expect(_ view: borrowing Proto.Money.View, _ json: JSONValue?) {
        #expect(view.minorUnits == int(json?["minorUnits"]))
        #expect(text(view.currency) == string(json?["currency"]))
    }

    @Test func orderCommand() throws {
        var placed = 0
        for golden in try GoldenMessage.load("turnstile.v1.OrderCommand") {
            let (view, json) = (try Proto.OrderCommand.View(golden.bytes.span.bytes), golden.json)
            #expect(text(view.commandId) == string(json["commandId"]))
            #expect(text(view.distributorId) == string(json["distributorId"]))
            #expect(text(view.distributorOrderId) == string(json["distributorOrderId"]))
            #expect(view.hasCreatedAt == (json["createdAt"] != nil))
            #expect(view.actionCase.rawValue == set(json, of: Proto.OrderCommand.descriptor))
            if let refund = try view.requestRefund() {
                #expect(text(refund.refundId) == string(json["requestRefund"]?["refundId"]))
                #expect(refund.ticketsCount == count(json["requestRefund"]?["tickets"]))
                var tickets = refund.tickets, index = 0
                while let ticket = try tickets.next() {
                    #expect(Int64(ticket) == int(json["requestRefund"]?["tickets"]?[index]))
                    index += 1
                }
            }
            if let report = try view.reportRefund() {
                #expect(report.succeeded == (json["reportRefund"]?["succeeded"] == true))
            }
        }
        for golden in try GoldenMessage.load("turnstile.v1.PlaceOrder") {
            let (view, json) = (try Proto.PlaceOrder.View(golden.bytes.span.bytes), golden.json)
            #expect(text(view.projectId) == string(json["projectId"]))
            #expect(text(view.showId) == string(json["showId"]))
            #expect(view.hasBuyer == (json["buyer"] != nil))
            #expect(view.hasInvoice == (json["invoice"] != nil))
            if let total = try view.expectedTotal() { expect(total, json["expectedTotal"]) }
            if let delivery = try view.delivery() {
                #expect(delivery.method == number(json["delivery"]?["method"], of: Proto.DeliveryMethod.descriptor))
                #expect(text(delivery.postalCode) == string(json["delivery"]?["postalCode"]))
            }
            if let buyer = try view.buyer() { #expect(text(buyer.document) == string(json["buyer"]?["document"])) }
            var tickets = view.tickets, index = 0
            while let ticket = try tickets.next() {
                #expect(text(ticket.ticketClassId) == string(json["tickets"]?[index]?["ticketClassId"]))
                #expect(text(ticket.holderName) == string(json["tickets"]?[index]?["holderName"]))
                index += 1
            }
            #expect(index == count(json["tickets"]))
            placed += index
        }
        #expect(placed > 3)
    }

    @Test func orderEvent() throws {
        var cases: Set<UInt32> = []
        for golden in try GoldenMessage.load("turnstile.v1.OrderEvent") {
            let (view, json) = (try Proto.OrderEvent.View(golden.bytes.span.bytes), golden.json)
            #expect(text(view.eventId) == string(json["eventId"]))
            #expect(view.sequence == unsigned(json["sequence"]))
            #expect(view.status == number(json["status"], of: Proto.OrderStatus.descriptor))
            #expect(view.statusBefore == number(json["statusBefore"], of: Proto.OrderStatus.descriptor))
            #expect(view.deliveryStatus == number(json["deliveryStatus"], of: Proto.DeliveryStatus.descriptor))
            #expect(view.eventCase.rawValue == set(json, of: Proto.OrderEvent.descriptor))
            if let cause = try view.cause() {
                #expect(cause.sourceCase.rawValue == set(json["cause"] ?? [:], of: Proto.Cause.descriptor))
                if let command = try cause.command() {
                    #expect(command.offset == int(json["cause"]?["command"]?["offset"]))
                }
            }
            cases.insert(view.eventCase.rawValue)
        }
        #expect(cases.count > 3)
        for golden in try GoldenMessage.load("turnstile.v1.OrderEvent.SupplierRefunded") {
            let (view, json) = (try Proto.OrderEvent.SupplierRefunded.View(golden.bytes.span.bytes), golden.json)
            #expect(view.unasked == (json["unasked"] == true))
            #expect(view.mode == number(json["mode"], of: Proto.RefundMode.descriptor))
            if let amount = try view.distributorAmount() { expect(amount, json["distributorAmount"]) }
        }
    }

    @Test func supplierRequestAndResult() throws {
        for golden in try GoldenMessage.load("turnstile.v1.SupplierRequest") {
            let (view, json) = (try Proto.SupplierRequest.View(golden.bytes.span.bytes), golden.json)
            #expect(text(view.requestId) == string(json["requestId"]))
            #expect(text(view.supplierOrderId) == string(json["supplierOrderId"]))
            #expect(Int64(view.attempt) == int(json["attempt"]))
            #expect(view.operationCase.rawValue == set(json, of: Proto.SupplierRequest.descriptor))
            if let lock = try view.lock() {
                #expect(lock.ticketsCount == count(json["lock"]?["tickets"]))
                if let total = try lock.settlementTotal() { expect(total, json["lock"]?["settlementTotal"]) }
            }
        }
        for golden in try GoldenMessage.load("turnstile.v1.SupplierResult") {
            let (view, json) = (try Proto.SupplierResult.View(golden.bytes.span.bytes), golden.json)
            #expect(text(view.resultId) == string(json["resultId"]))
            #expect(text(view.failureMessage) == string(json["failureMessage"]))
            #expect(view.outcome == number(json["outcome"], of: Proto.Outcome.descriptor))
            #expect(view.sideEffect == number(json["sideEffect"], of: Proto.SideEffect.descriptor))
            #expect(view.detailCase.rawValue == set(json, of: Proto.SupplierResult.descriptor))
            if let issued = try view.issued() {
                var tickets = issued.tickets, index = 0
                while let ticket = try tickets.next() {
                    #expect(text(ticket.code) == string(json["issued"]?["tickets"]?[index]?["code"]))
                    index += 1
                }
                #expect(index == count(json["issued"]?["tickets"]))
            }
        }
    }

    @Test func ledgerEntry() throws {
        var lines = 0
        for golden in try GoldenMessage.load("turnstile.v1.LedgerEntry") {
            let (view, json) = (try Proto.LedgerEntry.View(golden.bytes.span.bytes), golden.json)
            #expect(text(view.entryId) == string(json["entryId"]))
            #expect(view.book == number(json["book"], of: Proto.Book.descriptor))
            #expect(view.timeBase == number(json["timeBase"], of: Proto.TimeBase.descriptor))
            #expect(view.contractVersion == unsigned(json["contractVersion"]))
            #expect(text(view.originPeriod) == string(json["originPeriod"]))
            if let amount = try view.amount() { expect(amount, json["amount"]) }
            var list = view.lines, index = 0
            while let line = try list.next() {
                let json = json["lines"]?[index]
                // An optional 0 is there, an absent number is not.
                #expect((line.ticket == nil) == (json?["ticket"] == nil))
                #expect(Int64(line.ticket ?? 0) == int(json?["ticket"]))
                #expect(line.minorUnits == int(json?["minorUnits"]))
                #expect(line.component == number(json?["component"], of: Proto.PriceComponent.descriptor))
                index += 1
            }
            #expect(index == count(json["lines"]))
            lines += index
        }
        #expect(lines > 3)
    }

    @Test func directoryRecord() throws {
        for golden in try GoldenMessage.load("turnstile.v1.DirectoryRecord") {
            let (view, json) = (try Proto.DirectoryRecord.View(golden.bytes.span.bytes), golden.json)
            #expect(text(view.changedBy) == string(json["changedBy"]))
            #expect(text(view.reason) == string(json["reason"]))
            #expect(view.recordCase.rawValue == set(json, of: Proto.DirectoryRecord.descriptor))
        }
        var scopes: Set<UInt32> = []
        for golden in try GoldenMessage.load("turnstile.v1.Grant") {
            let (view, json) = (try Proto.Grant.View(golden.bytes.span.bytes), golden.json)
            #expect(view.scopeCase.rawValue == set(json, of: Proto.Grant.descriptor))
            if let group = view.group { #expect(text(group) == string(json["group"])) }
            if let show = view.showId { #expect(text(show) == string(json["showId"])) }
            #expect(view.denied == (json["denied"] == true))
            var permissions = view.permissions, index = 0
            while let permission = try permissions.next() {
                #expect(permission == number(json["permissions"]?[index], of: Proto.Permission.descriptor))
                index += 1
            }
            #expect(index == count(json["permissions"]))
            scopes.insert(view.scopeCase.rawValue)
        }
        #expect(scopes.count > 2)
        for golden in try GoldenMessage.load("turnstile.v1.TicketClass") {
            let (view, json) = (try Proto.TicketClass.View(golden.bytes.span.bytes), golden.json)
            #expect(view.stock.map(Int64.init) == json["stock"].map { int($0) })
        }
    }
}

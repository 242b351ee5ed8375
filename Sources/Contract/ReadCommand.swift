internal import Orders
internal import Protobuf
internal import Schemas

extension InputReader {
    /// Reads a record of `order-commands`.
    /// - Returns: the command, `invalid` with words where it is readable as far as it takes to answer it; `createdAtMs`
    ///   is then 0 where there is none.
    /// - Throws: a refusal where nobody can be told: no key, no value, bytes that are no message, ids that are none, a
    ///   key that is another order's.
    public mutating func readCommand(key: RawSpan?, value: RawSpan?) throws(Refusal) -> ReadCommand {
        guard let value else { throw Refusal(.unreadable, "the record has no value") }
        let failure: ProtobufError
        do {
            return try readCommand(key: key, view: Proto.OrderCommand.View(value), value: value)
        } catch let error as ProtobufError {
            failure = error
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.unreadable, "\(error)")
        }
        return try readBroken(key: key, value: value, failure)
    }

    private mutating func readCommand(
        key: RawSpan?, view: Proto.OrderCommand.View, value: RawSpan
    ) throws -> ReadCommand {
        let identity = try Identity(
            key: key, distributorID: view.distributorId, orderID: view.distributorOrderId, id: view.commandId,
            idField: "command_id")
        var createdAtMs: Milliseconds = 0
        var action: Command.Action
        var digest: ContentDigest?
        do {
            guard view.hasCreatedAt else { throw Fault("created_at is missing") }
            createdAtMs = try readTime(view.createdAtBytes, "created_at")
            action = try readAction(view, Place(value))
            digest = digestOfContent()
        } catch let fault as Fault {
            action = .invalid(fault.words)
        } catch {
            action = .invalid("\(error)")
        }
        return ReadCommand(
            key: identity.key,
            command: Command(
                id: identity.id, createdAtMs: createdAtMs,
                digest: digest ?? digestOfInvalid(view.actionCase.rawValue, view.actionBytes), isSigned: false,
                action: action))
    }

    /// A message whose fields can all be walked, with one twice that may occur once: its sender can be told. Where the
    /// bytes break off it cannot, because what is lost might have named another order.
    private mutating func readBroken(
        key: RawSpan?, value: RawSpan, _ failure: ProtobufError
    ) throws(Refusal) -> ReadCommand {
        let refusal = Refusal(.unreadable, "not an OrderCommand: \(failure)")
        guard failure.fault == .duplicate else { throw refusal }
        var commandID = RawSpan()
        var distributorID = RawSpan()
        var orderID = RawSpan()
        do {
            var reader = try Reader(value)
            while true {
                switch try reader.nextTag() {
                case 0:
                    let identity = try Identity(
                        key: key, distributorID: distributorID, orderID: orderID, id: commandID, idField: "command_id")
                    return ReadCommand(
                        key: identity.key,
                        command: Command(
                            id: identity.id, createdAtMs: 0, digest: digestOfInvalid(0, value), isSigned: false,
                            action: .invalid("\(failure)")))
                case 10: commandID = try reader.string()
                case 18: distributorID = try reader.string()
                case 26: orderID = try reader.string()
                default: try reader.skip()
                }
            }
        } catch let error as Refusal {
            throw error
        } catch {
            throw refusal
        }
    }

    /// Reads the action and lays out its content.
    private mutating func readAction(
        _ view: Proto.OrderCommand.View, _ place: borrowing Place
    ) throws -> Command.Action {
        content.begin(UInt8(truncatingIfNeeded: view.actionCase.rawValue))
        switch view.actionCase {
        case .placeOrder:
            do {
                return .placeOrder(try readPlaceOrder(Proto.PlaceOrder.View(view.actionBytes), place))
            } catch {
                throw Fault(error, in: "place_order")
            }
        case .issueTickets:
            do {
                _ = try Proto.IssueTickets.View(view.actionBytes)
                return .issueTickets
            } catch {
                throw Fault(error, in: "issue_tickets")
            }
        case .cancelOrder:
            do {
                let cancel = try Proto.CancelOrder.View(view.actionBytes)
                try checkLength(cancel.reason, "reason")
                content.text(cancel.reason)
                return .cancelOrder
            } catch {
                throw Fault(error, in: "cancel_order")
            }
        case .extendHold:
            do {
                let extend = try Proto.ExtendHold.View(view.actionBytes)
                guard extend.hasUntil else { throw Fault("until is missing") }
                let untilMs = try readTime(extend.untilBytes, "until")
                content.number(untilMs)
                return .extendHold(untilMs: untilMs)
            } catch {
                throw Fault(error, in: "extend_hold")
            }
        case .requestRefund:
            do {
                return .requestRefund(try readRequestRefund(Proto.RequestRefund.View(view.actionBytes), place))
            } catch {
                throw Fault(error, in: "request_refund")
            }
        case .reportRefund:
            do {
                return .reportRefund(try readReportRefund(Proto.ReportRefund.View(view.actionBytes), place))
            } catch {
                throw Fault(error, in: "report_refund")
            }
        case .notSet:
            throw Fault("the command has no action, or one that is not known")
        }
    }

    private mutating func readRequestRefund(
        _ view: Proto.RequestRefund.View, _ place: borrowing Place
    ) throws -> RequestRefund {
        let request = RequestRefund(
            refundID: try readID(view.refundId, "refund_id"), tickets: try readTicketNumbers(view.tickets),
            reason: try place.text(view.reason, "reason"))
        content.text(view.refundId)
        content.set(request.tickets)
        content.text(view.reason)
        return request
    }

    mutating func readReportRefund(
        _ view: Proto.ReportRefund.View, _ place: borrowing Place
    ) throws -> ReportRefund {
        let report = ReportRefund(
            refundID: try readID(view.refundId, "refund_id"), succeeded: view.succeeded,
            refundedAtMs: view.hasRefundedAt ? try readTime(view.refundedAtBytes, "refunded_at") : nil,
            reason: try place.text(view.reason, "reason"))
        content.text(view.refundId)
        content.number(report.succeeded ? 1 : 0)
        content.optional(report.refundedAtMs)
        content.text(view.reason)
        return report
    }

    // MARK: place_order

    private mutating func readPlaceOrder(
        _ view: Proto.PlaceOrder.View, _ place: borrowing Place
    ) throws -> PlaceOrder {
        let projectID = try readID(view.projectId, "project_id")
        let showID = try readID(view.showId, "show_id")
        content.text(view.projectId)
        content.text(view.showId)
        let tickets = try readTickets(of: view, place)
        let expectedTotal = view.hasExpectedTotal ? try readMoney(view.expectedTotalBytes, "expected_total") : nil
        content.optional(expectedTotal)
        let deliveryMethod = try readDelivery(view)
        try readBuyer(view)
        try readInvoice(view)
        return PlaceOrder(
            projectID: projectID, showID: showID, tickets: tickets, expectedTotal: expectedTotal,
            deliveryMethod: deliveryMethod,
            carried: Carried(
                delivery: place.passage(view.deliveryBytes), buyer: place.passage(view.buyerBytes),
                invoice: place.passage(view.invoiceBytes)))
    }

    private mutating func readTickets(
        of view: Proto.PlaceOrder.View, _ place: borrowing Place
    ) throws -> [PlaceOrder.Ticket] {
        guard view.ticketsCount >= 1, view.ticketsCount <= Limit.tickets else {
            throw Fault("tickets are \(view.ticketsCount), 1 to \(Limit.tickets) are allowed")
        }
        content.number(Int64(view.ticketsCount))
        var tickets: [PlaceOrder.Ticket] = []
        tickets.reserveCapacity(view.ticketsCount)
        var list = view.tickets
        do {
            while let ticket = try list.next() {
                let ticketClassID = try readID(ticket.ticketClassId, "ticket_class_id")
                try checkLength(ticket.seatId, "seat_id")
                try checkLength(ticket.holderDocument, "holder_document")
                try checkLength(ticket.holderName, "holder_name")
                try checkLength(ticket.holderDocumentType, "holder_document_type")
                try checkLength(ticket.rawBytes, "bytes", max: Limit.carriedBytes)
                content.text(ticket.ticketClassId)
                content.text(ticket.seatId)
                content.text(ticket.holderDocument)
                content.text(ticket.holderName)
                content.text(ticket.holderDocumentType)
                tickets.append(
                    PlaceOrder.Ticket(
                        ticketClassID: ticketClassID, hasHolderDocument: !ticket.holderDocument.isEmpty,
                        request: place.passage(ticket.rawBytes)))
            }
        } catch {
            throw Fault(error, in: "tickets[\(tickets.count)]")
        }
        return tickets
    }

    private mutating func readDelivery(_ view: Proto.PlaceOrder.View) throws -> DeliveryMethod? {
        guard view.hasDelivery else {
            content.optional(nil as Int64?)
            return nil
        }
        do {
            try checkLength(view.deliveryBytes, "bytes", max: Limit.carriedBytes)
            let delivery = try Proto.DeliveryRequest.View(view.deliveryBytes)
            guard let method = UInt8(exactly: delivery.method).flatMap(DeliveryMethod.init(rawValue:)) else {
                throw Fault("method is missing or not known")
            }
            try checkLength(delivery.recipient, "recipient")
            try checkLength(delivery.phone, "phone")
            try checkLength(delivery.address, "address")
            try checkLength(delivery.postalCode, "postal_code")
            try checkLength(delivery.email, "email")
            content.optional(Int64(method.rawValue))
            content.text(delivery.recipient)
            content.text(delivery.phone)
            content.text(delivery.address)
            content.text(delivery.postalCode)
            content.text(delivery.email)
            return method
        } catch {
            throw Fault(error, in: "delivery")
        }
    }

    private mutating func readBuyer(_ view: Proto.PlaceOrder.View) throws {
        do {
            try checkLength(view.buyerBytes, "bytes", max: Limit.carriedBytes)
            // No buyer and one without any field are the same.
            let buyer = try Proto.Buyer.View(view.buyerBytes)
            try checkLength(buyer.name, "name")
            try checkLength(buyer.phone, "phone")
            try checkLength(buyer.email, "email")
            try checkLength(buyer.document, "document")
            content.text(buyer.name)
            content.text(buyer.phone)
            content.text(buyer.email)
            content.text(buyer.document)
        } catch {
            throw Fault(error, in: "buyer")
        }
    }

    private mutating func readInvoice(_ view: Proto.PlaceOrder.View) throws {
        do {
            try checkLength(view.invoiceBytes, "bytes", max: Limit.carriedBytes)
            let invoice = try Proto.Invoice.View(view.invoiceBytes)
            try checkLength(invoice.kind, "kind")
            try checkLength(invoice.title, "title")
            try checkLength(invoice.taxId, "tax_id")
            content.text(invoice.kind)
            content.text(invoice.title)
            content.text(invoice.taxId)
        } catch {
            throw Fault(error, in: "invoice")
        }
    }
}

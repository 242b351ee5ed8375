internal import Orders
internal import Protobuf
internal import Schemas

extension InputReader {
    /// Reads a record of `operator-actions`: what a person does to one order, or a record that is to be judged again.
    /// - Throws: a refusal for a record that is no action; an action that is readable and wrong is `invalid`.
    public mutating func readAction(key: RawSpan?, value: RawSpan?) throws(Refusal) -> ReadAction {
        guard let value else { throw Refusal(.unreadable, "the record has no value") }
        do {
            let view = try Proto.OperatorAction.View(value, byteLimit: Limit.actionBytes)
            let identity = try Identity(
                key: key, distributorID: view.distributorId, orderID: view.distributorOrderId, id: view.actionId,
                idField: "action_id")
            switch view.actionCase {
            case .notSet:
                throw Refusal(.unreadable, "the operator action has no action, or one that is not known")
            case .readmit:
                return .readmit(try readReadmit(view, identity, Place(value)))
            default:
                return .action(identity.key, try readAction(view, identity, Place(value)))
            }
        } catch let refusal as Refusal {
            throw refusal
        } catch let fault as Fault {
            throw Refusal(.unreadable, fault.words)
        } catch {
            throw Refusal(.unreadable, "not an OperatorAction: \(error)")
        }
    }

    private mutating func readAction(
        _ view: Proto.OperatorAction.View, _ identity: Identity, _ place: borrowing Place
    ) throws -> OperatorAction {
        let operatorName = try place.text(view.`operator`, "operator")
        let reason = try place.text(view.reason, "reason")
        let approvedBy = try place.text(view.approvedBy, "approved_by")
        let approval: OperatorAction.Approval =
            if approvedBy.isEmpty {
                .none
            } else if sameBytes(view.`operator`, view.approvedBy) {
                .samePerson
            } else {
                .anotherPerson
            }
        var action: OperatorAction.Action
        var digest: ContentDigest?
        do {
            guard !operatorName.isEmpty else { throw Fault("operator is missing") }
            content.begin(UInt8(truncatingIfNeeded: view.actionCase.rawValue))
            content.text(view.`operator`)
            content.text(view.reason)
            content.text(view.approvedBy)
            action = try readAction(view, identity.key, place)
            digest = digestOfContent()
        } catch let fault as Fault {
            action = .invalid(fault.words)
        }
        return OperatorAction(
            id: identity.id, digest: digest ?? digestOfInvalid(view.actionCase.rawValue, view.actionBytes),
            operatorName: operatorName, reason: reason, approvedBy: approvedBy, approval: approval, action: action)
    }

    private mutating func readAction(
        _ view: Proto.OperatorAction.View, _ key: OrderKey, _ place: borrowing Place
    ) throws -> OperatorAction.Action {
        do {
            switch view.actionCase {
            case .resolve:
                return .resolve(try readResolve(Proto.SupplierResult.View(view.actionBytes), key, place))
            case .queryNow:
                _ = try Proto.OperatorAction.QueryNow.View(view.actionBytes)
                return .queryNow
            case .cancelHold:
                _ = try Proto.OperatorAction.CancelHold.View(view.actionBytes)
                return .cancelHold
            case .correct:
                return .correct(try readCorrection(Proto.OperatorAction.Correct.View(view.actionBytes), place))
            case .reportRefund:
                return .reportRefund(try readReportRefund(Proto.ReportRefund.View(view.actionBytes), place))
            case .readmit, .notSet:
                throw Fault("no action on an order")
            }
        } catch {
            throw Fault(error, in: "\(view.actionCase)")
        }
    }

    /// The result that a person gives in the supplier's place; it may leave out the order's ids.
    private mutating func readResolve(
        _ view: Proto.SupplierResult.View, _ key: OrderKey, _ place: borrowing Place
    ) throws -> SupplierResult {
        guard view.distributorId.isEmpty || sameBytes(view.distributorId, key.distributorID.bytes),
            view.distributorOrderId.isEmpty || sameBytes(view.distributorOrderId, key.orderID.bytes)
        else { throw Fault("the result is about another order") }
        // Reading it lays out the digest of its codes where the action's content is being laid out: the content goes on
        // afterwards from where it was.
        let before = content
        let result = try readResult(view, of: key, id: try readID(view.resultId, "result_id"), place)
        content = before
        try layOut(view, result, place)
        return result
    }

    private mutating func layOut(
        _ view: Proto.SupplierResult.View, _ result: SupplierResult, _ place: borrowing Place
    ) throws {
        content.text(view.resultId)
        content.text(view.requestId)
        content.text(view.supplierId)
        content.text(view.supplierOrderId)
        content.optional(result.occurredAtMs)
        content.number(Int64(result.outcome.rawValue))
        content.number(Int64(result.sideEffect.rawValue))
        content.text(view.failureCode)
        content.text(view.failureMessage)
        content.number(Int64(view.detailCase.rawValue))
        switch result.detail {
        case .locked(let locked):
            content.optional(locked.holdUntilMs)
            content.optional(locked.settlementTotal)
            content.number(Int64(locked.seats.count))
            for seat in locked.seats {
                content.number(Int64(seat.sequence))
                content.text(place.bytes(seat.seatID))
                content.text(place.bytes(seat.label))
            }
        case .issued(let issued):
            layOut(issued, place)
        case .orderAtSupplier(let order):
            content.number(Int64(order.state.rawValue))
            content.number(order.issued == nil ? 0 : 1)
            if let issued = order.issued { layOut(issued, place) }
            content.number(order.refunded == nil ? 0 : 1)
            if let refunded = order.refunded { layOut(refunded) }
        case .refunded(let refunded):
            layOut(refunded)
        case .extended(let holdUntilMs):
            content.optional(holdUntilMs)
        case .deliveryUpdate(let update):
            content.optional(update.status.map { Int64($0.rawValue) })
            content.text(place.bytes(update.carrier))
            content.text(place.bytes(update.trackingNumber))
        case .released, nil:
            break
        }
    }

    private mutating func layOut(_ issued: SupplierResult.Issued, _ place: borrowing Place) {
        content.optional(issued.settlementTotal)
        content.number(Int64(issued.tickets.count))
        for ticket in issued.tickets {
            content.number(Int64(ticket.sequence))
            content.text(place.bytes(ticket.code))
            content.text(place.bytes(ticket.seatID))
            content.number(Int64(ticket.codeFormat))
            content.text(place.bytes(ticket.seatLabel))
        }
    }

    private mutating func layOut(_ refunded: SupplierResult.Refunded) {
        content.number(refunded.refundID == nil ? 0 : 1)
        if let id = refunded.refundID { content.text(id.bytes) }
        content.set(refunded.tickets)
        content.optional(refunded.amount)
        content.number(Int64(refunded.mode.rawValue))
    }

    private mutating func readCorrection(
        _ view: Proto.OperatorAction.Correct.View, _ place: borrowing Place
    ) throws -> OperatorAction.Correction {
        guard let book = UInt8(exactly: view.book).flatMap(Book.init(rawValue:)) else {
            throw Fault("book is missing or not known")
        }
        guard view.hasAmount else { throw Fault("amount is missing") }
        let correction = OperatorAction.Correction(
            book: book, amount: try readMoney(view.amountBytes, "amount"),
            effectiveAtMs: view.hasEffectiveAt ? try readTime(view.effectiveAtBytes, "effective_at") : nil,
            reverses: try place.text(view.reverses, "reverses"))
        content.number(Int64(book.rawValue))
        content.optional(correction.amount)
        content.optional(correction.effectiveAtMs)
        content.text(view.reverses)
        return correction
    }

    private func readReadmit(
        _ view: Proto.OperatorAction.View, _ identity: Identity, _ place: borrowing Place
    ) throws -> Readmit {
        do {
            let readmit = try Proto.OperatorAction.Readmit.View(view.actionBytes, byteLimit: Limit.actionBytes)
            guard let source = Input.Source(topic: readmit.topic) else {
                throw Fault("topic is not order-commands, supplier-results or operator-actions")
            }
            guard readmit.partition >= 0 else { throw Fault("partition is negative") }
            guard readmit.offset >= 0 else { throw Fault("offset is negative") }
            guard readmit.hasAppendedAt else { throw Fault("appended_at is missing") }
            guard readmit.headersCount <= Limit.headers else {
                throw Fault("headers are \(readmit.headersCount), at most \(Limit.headers) are allowed")
            }
            var headers: [Readmit.Header] = []
            headers.reserveCapacity(readmit.headersCount)
            var list = readmit.headers
            while let header = try list.next() {
                headers.append(
                    Readmit.Header(
                        name: try place.text(header.name, "headers.name"), value: place.passage(header.value)))
            }
            return Readmit(
                orderKey: identity.key, id: identity.id, source: source, partition: readmit.partition,
                offset: readmit.offset, appendedAtMs: try readTime(readmit.appendedAtBytes, "appended_at"),
                key: place.passage(readmit.key), value: place.passage(readmit.value), headers: headers)
        } catch {
            throw Fault(error, in: "readmit")
        }
    }
}

extension Input.Source {
    /// nil where the bytes are not the name of an input, without a prefix.
    init?(topic: RawSpan) {
        if isText(topic, "order-commands") {
            self = .commands
        } else if isText(topic, "supplier-results") {
            self = .results
        } else if isText(topic, "operator-actions") {
            self = .operatorActions
        } else {
            return nil
        }
    }

    var topicName: StaticString {
        switch self {
        case .commands: "order-commands"
        case .results: "supplier-results"
        case .operatorActions: "operator-actions"
        }
    }
}

import Orders

/// What the builders of inputs are made of.
enum Make {
    static func place(
        supplier: String = "full", classes: [String] = ["a", "b"], total: Money? = yuan(Sample.net),
        method: DeliveryMethod? = .electronic, realName: Bool = false, documents: Bool = true, show: ID? = nil,
        project: ID? = nil
    ) -> PlaceOrder {
        PlaceOrder(
            projectID: project ?? id("p-\(supplier)"), showID: show ?? id("\(realName ? "r" : "w")-\(supplier)"),
            tickets: classes.enumerated().map { number, name in
                PlaceOrder.Ticket(
                    ticketClassID: id("\(name)-\(supplier)"), hasHolderDocument: documents,
                    request: Texts.passage("ticket request \(number) of class \(name)"))
            },
            expectedTotal: total, deliveryMethod: method,
            carried: Carried(
                delivery: Texts.passage("to the door"), buyer: Texts.passage("a buyer"),
                invoice: Texts.passage("an invoice")))
    }

    static func refund(_ refundID: ID, _ tickets: [UInt32] = [], reason: String = "changed plans") -> Command.Action {
        .requestRefund(RequestRefund(refundID: refundID, tickets: tickets, reason: Texts.passage(reason)))
    }

    static func report(_ refundID: ID, succeeded: Bool = true, at: Milliseconds?) -> ReportRefund {
        ReportRefund(refundID: refundID, succeeded: succeeded, refundedAtMs: at, reason: Texts.passage("as reported"))
    }

    static func locked(until: Milliseconds? = nil, total: Int64? = nil, seats: [Seat] = []) -> SupplierResult.Detail {
        .locked(SupplierResult.Locked(holdUntilMs: until, settlementTotal: total.map(yuan), seats: seats))
    }

    static func codes(_ count: Int = 2, _ word: String? = "code") -> SupplierResult.Issued {
        issued((0..<count).map { number in word.map { "\($0)-\(number)" } ?? "" }, total: nil)
    }

    static func issued(_ codes: [String], total: Int64?) -> SupplierResult.Issued {
        SupplierResult.Issued(
            tickets: codes.enumerated().map { number, code in
                IssuedTicket(
                    sequence: UInt32(number), code: Texts.passage(code), seatID: .none, codeFormat: 1, seatLabel: .none)
            },
            settlementTotal: total.map(yuan), codesDigest: digest(codes.joined(separator: "|")))
    }

    static func query(
        _ state: SupplierResult.OrderAtSupplier.State, issued: SupplierResult.Issued? = nil,
        refunded: SupplierResult.Refunded? = nil
    ) -> SupplierResult.Detail {
        .orderAtSupplier(SupplierResult.OrderAtSupplier(state: state, issued: issued, refunded: refunded))
    }

    static func refunded(
        _ refundID: ID?, _ tickets: [UInt32] = [], amount: Int64? = nil, mode: RefundMode = .automatic
    ) -> SupplierResult.Detail {
        .refunded(SupplierResult.Refunded(refundID: refundID, tickets: tickets, amount: amount.map(yuan), mode: mode))
    }

    static func correction(
        _ book: Book, _ minorUnits: Int64, at: Milliseconds?, reverses: String = ""
    ) -> OperatorAction.Correction {
        OperatorAction.Correction(
            book: book, amount: yuan(minorUnits), effectiveAtMs: at, reverses: Texts.passage(reverses))
    }

    static func delivery(_ status: DeliveryStatus?) -> SupplierResult.Detail {
        .deliveryUpdate(
            SupplierResult.DeliveryUpdate(
                status: status, carrier: Texts.passage("SF"), trackingNumber: Texts.passage("SF-1")))
    }
}

extension Case {
    /// Handles a command; `content` is what its digest stands for.
    @discardableResult
    func send(
        _ action: Command.Action, id commandID: ID? = nil, content: String? = nil, at: Milliseconds? = nil,
        created: Milliseconds? = nil, isSigned: Bool = true, handledAt: Milliseconds? = nil
    ) -> Case {
        if let at { pass(to: at) }
        let appended = at ?? nowMs
        let command = Command(
            id: commandID ?? nextID("c"), createdAtMs: created ?? appended,
            digest: digest(content ?? "\(action)"), isSigned: isSigned, action: action)
        return handle(.command(command), source: .commands, appendedAt: appended, handledAt: handledAt)
    }

    @discardableResult
    func place(
        supplier: String = "full", classes: [String] = ["a", "b"], total: Money? = yuan(Sample.net),
        method: DeliveryMethod? = .electronic, id commandID: ID? = nil, at: Milliseconds? = nil
    ) -> Case {
        self.supplier = id(supplier)
        return send(
            .placeOrder(Make.place(supplier: supplier, classes: classes, total: total, method: method)), id: commandID,
            at: at)
    }

    /// Handles a supplier's result. Without `at` it happens now; `occurred` is the time that the supplier gives.
    @discardableResult
    func answer(
        _ request: RequestID?, _ outcome: SupplierResult.Outcome = .succeeded, _ detail: SupplierResult.Detail? = nil,
        side: SupplierResult.SideEffect = .possible, id resultID: ID? = nil, from: ID? = nil, at: Milliseconds? = nil,
        occurred: Milliseconds? = nil, isForeign: Bool = false
    ) -> Case {
        if let at { pass(to: at) }
        return handle(
            .result(
                result(
                    request, outcome, detail, side: side, id: resultID, from: from, occurred: occurred,
                    isForeign: isForeign)),
            source: .results, appendedAt: at ?? nowMs)
    }

    func result(
        _ request: RequestID?, _ outcome: SupplierResult.Outcome = .succeeded, _ detail: SupplierResult.Detail? = nil,
        side: SupplierResult.SideEffect = .possible, id resultID: ID? = nil, from: ID? = nil,
        occurred: Milliseconds? = nil, isForeign: Bool = false
    ) -> SupplierResult {
        let failed = outcome == .failed
        return SupplierResult(
            id: resultID ?? nextID("x"), request: request, requestIsForeign: isForeign, supplierID: from ?? supplier,
            supplierOrderID: Texts.passage("S-1"), occurredAtMs: occurred, outcome: outcome, sideEffect: side,
            failureCode: Texts.passage(failed ? "SUPPLIER_SAYS_NO" : ""),
            failureMessage: Texts.passage(failed ? "the supplier's words" : ""), detail: detail)
    }

    /// Handles a person's action.
    @discardableResult
    func act(
        _ action: OperatorAction.Action, id actionID: ID? = nil, content: String? = nil,
        approval: OperatorAction.Approval = .anotherPerson, at: Milliseconds? = nil
    ) -> Case {
        if let at { pass(to: at) }
        let action = OperatorAction(
            id: actionID ?? nextID("a"), digest: digest(content ?? "\(action)"), operatorName: Texts.passage("olga"),
            reason: Texts.passage("evidence"), approvedBy: Texts.passage(approval == .none ? "" : "anna"),
            approval: approval, action: action)
        return handle(.action(action), source: .operatorActions, appendedAt: at ?? nowMs)
    }

    // MARK: Ways to get somewhere

    @discardableResult
    func locked(supplier: String = "full", method: DeliveryMethod? = .electronic, total: Int64 = Sample.net) -> Case {
        place(supplier: supplier, total: yuan(total), method: method)
        return answer(.lock, .succeeded, Make.locked(until: nowMs + 15 * minute), at: nowMs + second)
    }

    @discardableResult
    func fixing(supplier: String = "full", method: DeliveryMethod? = .electronic, total: Int64 = Sample.net) -> Case {
        locked(supplier: supplier, method: method, total: total)
        return send(.issueTickets, at: nowMs + second)
    }

    @discardableResult
    func fixed(supplier: String = "full", method: DeliveryMethod? = .electronic, total: Int64 = Sample.net) -> Case {
        fixing(supplier: supplier, method: method, total: total)
        return answer(.issue, .succeeded, .issued(Make.codes()), at: nowMs + second)
    }

    /// FIXING, with the issue's outcome unknown.
    @discardableResult
    func negotiating(supplier: String = "full") -> Case {
        fixing(supplier: supplier)
        return answer(.issue, .unknown, at: nowMs + second)
    }

    /// REFUNDING by `r1`, of all tickets.
    @discardableResult
    func refunding(supplier: String = "full") -> Case {
        fixed(supplier: supplier)
        send(Make.refund("r1"), at: nowMs + second)
        return answer(.refund("r1"), .succeeded, Make.refunded("r1"), at: nowMs + second)
    }

    @discardableResult
    func refundedOnBothSides() -> Case {
        refunding()
        return send(.reportRefund(Make.report("r1", at: nowMs + second)), at: nowMs + 2 * second)
    }

    @discardableResult
    func fixFail() -> Case {
        fixing()
        return answer(.issue, .failed, side: .none, at: nowMs + second)
    }
}

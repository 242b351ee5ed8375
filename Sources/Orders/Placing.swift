/// Why a command is refused where there is no order yet.
struct Refusal: Error, Equatable {
    var code: RejectionCode
    var message: String
    var currentTotal: Money?

    init(_ code: RejectionCode, _ message: String, currentTotal: Money? = nil) {
        self.code = code
        self.message = message
        self.currentTotal = currentTotal
    }
}

/// The first strategy, fail fast: whatever can be refused at once is refused at once. The checks go from what the
/// sender is to what it asks for to what there is, so that nobody learns more than its rights allow: account, catalog,
/// grant, contracts, content, shelf, sale, price, stock, supplier. Source: domain, "The three strategies".
struct PlacingCheck {
    let input: Input
    let command: Command
    let place: PlaceOrder
    let context: Context

    private var directory: Directory { context.directory }
    /// All but the circuit is judged by the append time, so that lag refuses nothing that was in time.
    private var atMs: Milliseconds { input.appendedAtMs }

    /// - Parameter supplierState: its circuit's probe is taken where the order is the one that is let through.
    /// - Returns: the order as it is before its first event.
    func order(_ supplierState: inout SupplierState) throws(Refusal) -> Order {
        guard let account = directory.accounts[input.key.distributorID], account.isValid(atMs: atMs) else {
            throw Refusal(.accountNotValid, "the account is not valid")
        }
        let offers = try self.offers()
        guard let project = offers.first?.project, let show = offers.first?.show else {
            throw Refusal(.invalidCommand, "tickets: none")
        }
        try checkRights(offers)
        let (distributorContract, supplierContract) = try contracts(supplierID: project.supplierID)
        let postage = try checkContent(account: account, show: show)
        try checkSale(project: project, show: show)
        let sale = try self.sale(
            offers, postage: postage, distributorContract: distributorContract, supplierContract: supplierContract)
        try checkStock(offers)
        guard let supplier = directory.suppliers[project.supplierID], !supplier.isSuspended,
            supplierState.admitsOrder(supplier.circuit, nowMs: context.nowMs)
        else { throw Refusal(.supplierUnavailable, "the supplier takes no orders for now") }

        let mayRefund = offers.allSatisfy {
            directory.permits(.refund, to: input.key.distributorID, for: $0, atMs: atMs)
        }
        return Order(
            status: .locking, delivery: .new, sequence: 0,
            placing: Order.Placing(
                digest: command.digest, supplierID: supplier.id, projectID: project.id, showID: show.id,
                placedAtMs: atMs, showStartsAtMs: show.startsAtMs, deliveryMethod: place.deliveryMethod,
                holdAskedUntilMs: context.sentAtMs + supplier.holdMs, lockSentAtMs: context.sentAtMs),
            tickets: sale.tickets,
            terms: Order.Terms(
                sellCurrency: sale.sellCurrency, settlementCurrency: sale.settlementCurrency, postage: sale.postage,
                distributorContractID: distributorContract.id, distributorContractVersion: distributorContract.version,
                supplierContractID: supplierContract.id, supplierContractVersion: supplierContract.version,
                mayRefund: mayRefund),
            supplierOrderID: .none, carried: place.carried, hold: nil, issuing: nil, release: nil, refunds: [],
            intents: [], books: Order.Books(receivable: 0, settlement: 0), told: [], remembered: [], results: [],
            timers: Timers(), lastChangeMs: context.nowMs)
    }

    /// What the catalog lacks is not on sale (the feed will say so); what does not belong together is a mistake.
    private func offers() throws(Refusal) -> [Offer] {
        guard let project = directory.projects[place.projectID] else {
            throw Refusal(.notOnSale, "project_id: there is no such project")
        }
        guard let show = directory.shows[place.showID] else {
            throw Refusal(.notOnSale, "show_id: there is no such show")
        }
        guard show.projectID == project.id else {
            throw Refusal(.invalidCommand, "show_id: the show is not the project's")
        }
        var offers: [Offer] = []
        offers.reserveCapacity(place.tickets.count)
        for (index, ticket) in place.tickets.enumerated() {
            guard let ticketClass = directory.ticketClasses[ticket.ticketClassID] else {
                throw Refusal(.notOnSale, "tickets[\(index)].ticket_class_id: there is no such ticket class")
            }
            guard ticketClass.showID == show.id else {
                throw Refusal(.invalidCommand, "tickets[\(index)].ticket_class_id: the ticket class is not the show's")
            }
            offers.append(Offer(project: project, show: show, ticketClass: ticketClass))
        }
        return offers
    }

    private func checkRights(_ offers: [Offer]) throws(Refusal) {
        var last: ID?
        for (index, offer) in offers.enumerated() where offer.ticketClass.id != last {
            guard directory.permits(.order, to: input.key.distributorID, for: offer, atMs: atMs) else {
                throw Refusal(.notPermitted, "tickets[\(index)]: no grant to order this ticket class")
            }
            last = offer.ticketClass.id
        }
    }

    /// A party without a valid contract cannot trade.
    private func contracts(supplierID: ID) throws(Refusal) -> (distributor: Contract, supplier: Contract) {
        guard
            let distributor = Contract.valid(
                directory.distributorContracts[input.key.distributorID] ?? [], atMs: atMs)
        else { throw Refusal(.notPermitted, "the distributor has no valid contract") }
        guard let supplier = Contract.valid(directory.supplierContracts[supplierID] ?? [], atMs: atMs) else {
            throw Refusal(.notPermitted, "the supplier has no valid contract")
        }
        return (distributor, supplier)
    }

    /// - Returns: the postage for the delivery that is asked for.
    private func checkContent(account: Account, show: Show) throws(Refusal) -> Money? {
        if let most = account.maxTicketsPerOrder, place.tickets.count > Int(most) {
            throw Refusal(.invalidCommand, "tickets: more than \(most), the account's limit")
        }
        if show.isRealName, let index = place.tickets.firstIndex(where: { !$0.hasHolderDocument }) {
            throw Refusal(.invalidCommand, "tickets[\(index)].holder_document: the show asks for real names")
        }
        guard let method = place.deliveryMethod else { return nil }
        guard let option = show.deliveryOptions.first(where: { $0.method == method }) else {
            throw Refusal(.invalidCommand, "delivery.method: the show does not offer it")
        }
        return option.postage
    }

    private func checkSale(project: Project, show: Show) throws(Refusal) {
        guard project.isOnShelf else { throw Refusal(.notOnSale, "the project is off the shelf") }
        guard show.saleFromMs.map({ $0 <= atMs }) ?? true else {
            throw Refusal(.notOnSale, "the sale has not begun")
        }
        // Where no end is set, nothing is sold once the show has begun.
        guard atMs < (show.saleUntilMs ?? show.startsAtMs) else { throw Refusal(.notOnSale, "the sale has ended") }
    }

    private func sale(
        _ offers: [Offer], postage: Money?, distributorContract: Contract, supplierContract: Contract
    ) throws(Refusal) -> Sale {
        let sale: Sale
        do throws(Sale.Fault) {
            sale = try Sale(
                classes: offers.map(\.ticketClass), postage: postage,
                commissionBasisPoints: distributorContract.commissionBasisPoints)
        } catch {
            switch error {
            case .foreignCurrency:
                throw Refusal(.invalidCommand, "tickets: their prices are in several currencies")
            case .overflow:
                throw Refusal(.invalidCommand, "tickets: their prices cannot be added up")
            }
        }
        guard sale.sellCurrency == distributorContract.currency,
            sale.settlementCurrency == supplierContract.currency
        else { throw Refusal(.invalidCommand, "tickets: their prices are not in the contract's currency") }
        let total = Money(minorUnits: sale.total, currency: sale.sellCurrency)
        if let expected = place.expectedTotal, expected.currency != total.currency {
            throw Refusal(.invalidCommand, "expected_total: not in the currency of the tickets, \(total.currency)")
        }
        guard place.expectedTotal == total else {
            throw Refusal(.priceChanged, "expected_total: the catalog says another amount", currentTotal: total)
        }
        return sale
    }

    private func checkStock(_ offers: [Offer]) throws(Refusal) {
        for (index, offer) in offers.enumerated()
        where index == 0 || offers[index - 1].ticketClass.id != offer.ticketClass.id {
            guard let stock = offer.ticketClass.stock else { continue }
            let asked = offers.reduce(0) { $1.ticketClass.id == offer.ticketClass.id ? $0 + 1 : $0 }
            guard asked <= Int(stock) else {
                throw Refusal(.soldOut, "tickets[\(index)]: fewer are left than are asked for")
            }
        }
    }
}

extension Draft {
    /// The first step of an order that was not refused: LOCKING, and the supplier is asked to hold.
    mutating func placed(_ place: PlaceOrder) {
        let placing = order.placing
        accept(
            answer: say(
                .placed(
                    supplierID: placing.supplierID, projectID: placing.projectID, showID: placing.showID,
                    ticketCount: order.tickets.count,
                    total: Money(minorUnits: order.saleTotal, currency: order.terms.sellCurrency))))
        let deadlineMs = sentAtMs + (supplier?.lockTimeoutMs ?? 0)
        order.timers[.lockTimeout] = deadlineMs
        ask(
            .lock,
            .lock(
                Request.Lock(
                    projectID: placing.projectID, showID: placing.showID, tickets: place.tickets.map(\.request),
                    settlementTotal: Money(
                        minorUnits: order.settlementTotal, currency: order.terms.settlementCurrency),
                    holdUntilMs: placing.holdAskedUntilMs, buyer: place.carried.buyer)),
            attempt: 1, deadlineMs: deadlineMs)
    }
}

/// Divides a total over weights in proportion, to whole minor units, so that the parts add up to it: each gets its
/// share rounded towards zero, and what is left goes, one unit each, to the largest remainders, of equal ones to the
/// lower number. A negative weight counts as 0, weights that are all 0 as equal. Source: domain, "Money".
/// - Returns: nil where there is something to divide and nothing to divide it over.
func largestRemainder(total: Int64, weights: [Int64]) -> [Int64]? {
    guard !weights.isEmpty else { return total == 0 ? [] : nil }
    var weights = weights.map { Int128(max($0, 0)) }
    var sum = weights.reduce(0, +)
    if sum == 0 {
        weights = weights.map { _ in 1 }
        sum = Int128(weights.count)
    }
    // 128 bits hold the product of any two amounts, and the sum of more weights than an order can have.
    let magnitude = Int128(total.magnitude)
    let divided = weights.map { (magnitude * $0).quotientAndRemainder(dividingBy: sum) }
    var parts = divided.map(\.quotient)
    let left = Int(magnitude - parts.reduce(0, +))
    let byRemainder = divided.indices.sorted { (divided[$1].remainder, $0) < (divided[$0].remainder, $1) }
    for index in byRemainder.prefix(left) { parts[index] += 1 }
    return parts.map { Int64(truncatingIfNeeded: total < 0 ? -$0 : $0) }
}

/// What an order costs by the catalog: the five price parts of every ticket, and what they add up to.
struct Sale: Equatable {
    enum Fault: Error, Equatable {
        case foreignCurrency
        case overflow
    }

    var tickets: [Order.Ticket]
    var sellCurrency: Currency
    var settlementCurrency: Currency
    /// Minor units of the sell currency, as the two after it.
    var postage: Int64
    /// Net: what is posted.
    var total: Int64
    /// Minor units of the settlement currency.
    var settlementTotal: Int64

    /// - Parameters:
    ///   - classes: of each ticket, in their order; not empty.
    ///   - postage: the show's for the delivery method; nil is nothing.
    ///   - commissionBasisPoints: the distributor's share, in hundredths of a percent.
    init(classes: [TicketClass], postage: Money?, commissionBasisPoints: UInt32) throws(Fault) {
        guard let first = classes.first else { throw .foreignCurrency }
        sellCurrency = first.sellPrice.currency
        settlementCurrency = first.settlementPrice.currency
        tickets = []
        tickets.reserveCapacity(classes.count)
        var prices: [Int64] = []
        prices.reserveCapacity(classes.count)
        var sum: Int64 = 0
        settlementTotal = 0
        for ticketClass in classes {
            let step = ticketClass.stepPrice ?? Money(minorUnits: 0, currency: sellCurrency)
            let discount = ticketClass.packageDiscount ?? Money(minorUnits: 0, currency: sellCurrency)
            guard ticketClass.sellPrice.currency == sellCurrency, step.currency == sellCurrency,
                discount.currency == sellCurrency, ticketClass.settlementPrice.currency == settlementCurrency
            else { throw .foreignCurrency }
            let price = try subtract(
                try add(ticketClass.sellPrice.minorUnits, step.minorUnits), discount.minorUnits)
            prices.append(price)
            sum = try add(sum, price)
            settlementTotal = try add(settlementTotal, ticketClass.settlementPrice.minorUnits)
            tickets.append(
                Order.Ticket(
                    ticketClassID: ticketClass.id, sell: ticketClass.sellPrice.minorUnits, step: step.minorUnits,
                    discount: discount.minorUnits, commission: 0, settlement: ticketClass.settlementPrice.minorUnits))
        }
        if let postage, postage.currency != sellCurrency { throw .foreignCurrency }
        self.postage = postage?.minorUnits ?? 0

        // There is no commission on what is not earned: of a sum below zero it is zero.
        let share = Int128(max(sum, 0)) * Int128(commissionBasisPoints) / 10_000
        guard let commission = Int64(exactly: share) else { throw .overflow }
        guard let parts = largestRemainder(total: commission, weights: prices) else { throw .overflow }
        for (index, part) in parts.enumerated() { tickets[index].commission = part }
        total = try subtract(try add(sum, self.postage), commission)
    }
}

private func add(_ a: Int64, _ b: Int64) throws(Sale.Fault) -> Int64 {
    let (sum, overflows) = a.addingReportingOverflow(b)
    guard !overflows else { throw .overflow }
    return sum
}

private func subtract(_ a: Int64, _ b: Int64) throws(Sale.Fault) -> Int64 {
    let (difference, overflows) = a.subtractingReportingOverflow(b)
    guard !overflows else { throw .overflow }
    return difference
}

extension Order {
    /// What the distributor owes for all tickets, net. It was added up without overflow when the order was placed.
    var saleTotal: Int64 {
        tickets.reduce(terms.postage) { $0 &+ $1.sell &+ $1.step &- $1.discount &- $1.commission }
    }

    /// What the supplier is owed for all tickets, at the prices that stand. It was added up without overflow when they
    /// were set.
    var settlementTotal: Int64 { tickets.reduce(0) { $0 &+ $1.settlement } }

    /// Divides another total that the supplier charges over the tickets, by their prices so far.
    mutating func settle(at total: Int64) {
        guard let parts = largestRemainder(total: total, weights: tickets.map(\.settlement)) else { return }
        for (index, part) in parts.enumerated() { tickets[index].settlement = part }
    }
}

import Testing

@testable import Orders

/// Amounts are worked out by hand, in fen.
@Suite("Prices")
struct PricesTests {
    static let yuan = Currency("CNY")!
    static let euro = Currency("EUR")!

    struct Division: CustomTestStringConvertible, Sendable {
        var total: Int64
        var weights: [Int64]
        var parts: [Int64]?

        init(_ total: Int64, _ weights: [Int64], _ parts: [Int64]?) {
            self.total = total
            self.weights = weights
            self.parts = parts
        }

        var testDescription: String { "\(total) over \(weights)" }
    }

    @Test(
        "A total is divided by largest remainder, ties to the lower number",
        arguments: [
            Division(100, [1, 1, 1], [34, 33, 33]),
            Division(101, [1, 1, 1], [34, 34, 33]),
            // 7 × 1/6 = 1.17, 7 × 2/6 = 2.33, 7 × 3/6 = 3.5: the half gets the unit.
            Division(7, [1, 2, 3], [1, 2, 4]),
            // 5 × 3/10 = 1.5 twice, 5 × 4/10 = 2: the tie goes to the first.
            Division(5, [3, 3, 4], [2, 1, 2]),
            Division(-100, [1, 1, 1], [-34, -33, -33]),
            Division(0, [5, 0], [0, 0]),
            Division(3, [0, 0], [2, 1]),
            Division(10, [-5, 5, 5], [0, 5, 5]),
            Division(0, [], []),
            Division(1, [], nil),
            Division(.max, [.max, .max], [4_611_686_018_427_387_904, 4_611_686_018_427_387_903]),
            Division(.min, [1], [.min]),
        ])
    func divides(_ division: Division) {
        #expect(largestRemainder(total: division.total, weights: division.weights) == division.parts)
    }

    static func ticketClass(
        sell: Int64, step: Int64? = nil, discount: Int64? = nil, settlement: Int64 = 0, currency: Currency = yuan,
        stepCurrency: Currency = yuan, settlementCurrency: Currency = yuan
    ) -> TicketClass {
        TicketClass(
            id: "t1", showID: "s1", settlementPrice: Money(minorUnits: settlement, currency: settlementCurrency),
            sellPrice: Money(minorUnits: sell, currency: currency),
            stepPrice: step.map { Money(minorUnits: $0, currency: stepCurrency) },
            packageDiscount: discount.map { Money(minorUnits: $0, currency: currency) }, stock: nil)
    }

    @Test("Commission is rounded down over the order and divided by the prices after step and discount")
    func commission() throws {
        // 9,990 and 5,000 + 500 − 250 = 5,250: together 15,240; 3.33 % of it is 507.492, so 507.
        // 507 × 9990/15240 = 332.34…, 507 × 5250/15240 = 174.65…: the unit that is left goes to the second.
        let sale = try Sale(
            classes: [
                Self.ticketClass(sell: 9_990, settlement: 8_000),
                Self.ticketClass(sell: 5_000, step: 500, discount: 250, settlement: 4_100),
            ],
            postage: Money(minorUnits: 1_500, currency: Self.yuan), commissionBasisPoints: 333)
        #expect(sale.tickets.map(\.commission) == [332, 175])
        #expect(sale.total == 15_240 + 1_500 - 507)
        #expect(sale.settlementTotal == 12_100)
        #expect(sale.postage == 1_500)
    }

    @Test("A ticket that costs nothing bears no commission, and a sum below zero has none")
    func commissionOfNothing() throws {
        let free = try Sale(
            classes: [Self.ticketClass(sell: 100, discount: 100), Self.ticketClass(sell: 1_000)], postage: nil,
            commissionBasisPoints: 1_000)
        #expect(free.tickets.map(\.commission) == [0, 100])
        let negative = try Sale(
            classes: [Self.ticketClass(sell: 100, discount: 300)], postage: nil, commissionBasisPoints: 1_000)
        #expect(negative.tickets.map(\.commission) == [0])
        #expect(negative.total == -200)
    }

    @Test("Prices in several currencies are no sum; the settlement may be in another one than the sale")
    func currencies() throws {
        #expect(throws: Sale.Fault.foreignCurrency) {
            try Sale(
                classes: [Self.ticketClass(sell: 1), Self.ticketClass(sell: 1, currency: Self.euro)], postage: nil,
                commissionBasisPoints: 0)
        }
        #expect(throws: Sale.Fault.foreignCurrency) {
            try Sale(
                classes: [Self.ticketClass(sell: 1, step: 1, stepCurrency: Self.euro)], postage: nil,
                commissionBasisPoints: 0)
        }
        #expect(throws: Sale.Fault.foreignCurrency) {
            try Sale(
                classes: [Self.ticketClass(sell: 1)], postage: Money(minorUnits: 1, currency: Self.euro),
                commissionBasisPoints: 0)
        }
        #expect(throws: Sale.Fault.foreignCurrency) {
            try Sale(
                classes: [
                    Self.ticketClass(sell: 1), Self.ticketClass(sell: 1, settlementCurrency: Self.euro),
                ], postage: nil, commissionBasisPoints: 0)
        }
        let sale = try Sale(
            classes: [Self.ticketClass(sell: 1, settlementCurrency: Self.euro)], postage: nil,
            commissionBasisPoints: 0)
        #expect(sale.settlementCurrency == Self.euro)
        #expect(sale.sellCurrency == Self.yuan)
    }

    @Test(
        "What cannot be added up is an overflow, never a trap",
        arguments: [
            [ticketClass(sell: .max, step: 1)],
            [ticketClass(sell: .min, discount: 1)],
            [ticketClass(sell: .max), ticketClass(sell: 1)],
            [ticketClass(sell: 1, settlement: .max), ticketClass(sell: 1, settlement: 1)],
        ])
    func overflow(_ classes: [TicketClass]) {
        #expect(throws: Sale.Fault.overflow) {
            try Sale(classes: classes, postage: nil, commissionBasisPoints: 0)
        }
    }

    @Test("A commission of more than can be written is an overflow")
    func commissionOverflow() {
        #expect(throws: Sale.Fault.overflow) {
            try Sale(
                classes: [Self.ticketClass(sell: .max)], postage: nil, commissionBasisPoints: .max)
        }
    }
}

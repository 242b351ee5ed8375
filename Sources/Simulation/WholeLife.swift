public import Signing

/// All four inputs of an order's life (place, locked, issue, issued), written ahead: request ids are known before they
/// are asked, so a log can be filled with whole lives and an adapter measured as it works them off.
public struct WholeLives {
    private var distributor: SimulatedDistributor
    private let offer: Offer
    private let supplierID: String

    public init(distributorID: String, supplierID: String, offer: Offer, signer: Signer) {
        self.offer = offer
        self.supplierID = supplierID
        distributor = SimulatedDistributor(
            distributorID: distributorID,
            // One ticket an order, so that every order has the same shape.
            offers: [
                Offer(
                    projectID: offer.projectID, showID: offer.showID, ticketClassID: offer.ticketClassID,
                    currency: offer.currency, totals: Array(offer.totals.prefix(1)))
            ], signer: signer, seed: 1, duplicatesPercent: 0, onlyIssues: true)
    }

    public mutating func place(_ orderID: String, nowMs: Int64) -> OutsideRecord? {
        distributor.place(orderID, nowMs: nowMs).first
    }

    public mutating func issue(_ orderID: String, nowMs: Int64) -> OutsideRecord? {
        distributor.issue(orderID, nowMs: nowMs).first
    }

    /// The supplier's answer to the lock request.
    public func locked(_ orderID: String, nowMs: Int64) -> OutsideRecord {
        answer(Answer(.succeeded, .locked(1)), "lock", orderID, nowMs)
    }

    /// The supplier's answer to the issue request.
    public func issued(_ orderID: String, nowMs: Int64) -> OutsideRecord {
        answer(Answer(.succeeded, .issued(1)), "issue", orderID, nowMs)
    }

    private func answer(_ answer: Answer, _ operation: String, _ orderID: String, _ nowMs: Int64) -> OutsideRecord {
        let key = "\(distributor.distributorID)/\(orderID)"
        let order = Answer.Order(
            requestID: "\(key)/\(operation)", supplierID: supplierID, distributorID: distributor.distributorID,
            orderID: orderID)
        return OutsideRecord(
            delayMs: 0, key: Array(key.utf8), value: answer.bytes(to: order, "\(operation).1", nowMs))
    }
}

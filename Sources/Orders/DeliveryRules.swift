/// The delivery's own machine, beside the order's status: NEW → DELIVERING → DELIVERED; DELIVERING and DELIVERED →
/// SEND_BACK; SEND_BACK → NEW. Source: domain, "Delivery status" and row 61.
extension Draft {
    mutating func deliveryUpdated(_ update: SupplierResult.DeliveryUpdate) {
        let before = order.delivery
        guard let status = update.status, status.canFollow(before) else {
            let wanted = update.status?.name ?? "a status that there is not"
            anomaly(.contradiction, "the delivery cannot go from \(before.name) to \(wanted)")
            return
        }
        order.delivery = status
        say(.deliveryChanged(before: before, carrier: update.carrier, trackingNumber: update.trackingNumber))
    }
}

extension DeliveryStatus {
    func canFollow(_ before: DeliveryStatus) -> Bool {
        switch (before, self) {
        case (.new, .delivering), (.delivering, .delivered), (.delivering, .sendBack), (.delivered, .sendBack),
            (.sendBack, .new):
            true
        default: false
        }
    }

    /// As the contract spells it.
    var name: String {
        switch self {
        case .new: "NEW"
        case .delivering: "DELIVERING"
        case .delivered: "DELIVERED"
        case .sendBack: "SEND_BACK"
        }
    }
}

extension Draft {
    mutating func deliveryUpdated(_ update: SupplierResult.DeliveryUpdate) {}
}

extension Draft {
    /// The distributor asks for tickets to be taken back.
    mutating func requestRefund(_ refund: RequestRefund) {}

    mutating func refundAnswered(_ result: SupplierResult, refundID: ID) {}

    mutating func supplierRefundedUnasked(_ result: SupplierResult, _ refunded: SupplierResult.Refunded) {}

    mutating func refundRequestDue() {}
}

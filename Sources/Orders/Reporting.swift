/// The distributor's own refund to its buyer. Source: domain, "Money" and rows 47 to 52.
extension Draft {
    /// The distributor's own refund to its buyer ended.
    mutating func reportRefund(_ report: ReportRefund) {
        if let refusal = refusal(of: report) { return reject(.invalidState, refusal) }
        accept(answer: take(report))
    }

    /// Why a report cannot be taken, in words; nil where it can.
    func refusal(of report: ReportRefund) -> String? {
        guard let refund = order.refunds.first(where: { $0.id == report.refundID }) else {
            return "the order has no refund \(report.refundID)"
        }
        switch refund.phase {
        case .requested: return "the supplier has not answered refund \(refund.id) yet"
        case .refused: return "the supplier refused refund \(refund.id)"
        case .superseded: return "another refund took the tickets of refund \(refund.id)"
        case .supplierRefunded, .distributorFailed: return nil
        case .distributorRefunded:
            if !refund.isUndated { return "refund \(refund.id) is reported and booked" }
            if !report.succeeded { return "refund \(refund.id) is reported as succeeded" }
            return report.refundedAtMs == nil ? "refund \(refund.id) still has no time" : nil
        }
    }

    /// Takes a report that is not refused.
    /// - Returns: the sequence number of the event that answers it.
    @discardableResult
    mutating func take(_ report: ReportRefund) -> UInt64 {
        guard let index = order.refunds.firstIndex(where: { $0.id == report.refundID }) else { return order.sequence }
        guard report.succeeded else {
            order.refunds[index].phase = .distributorFailed
            order.refunds[index].dueMs = nil
            scheduleRefunds()
            return say(
                .distributorRefundFailed(refundID: report.refundID, reason: .passage(report.reason)),
                to: statusByRefunds)
        }
        // More than 5 min ahead of the record's own time: that one is used.
        let isInFuture =
            report.refundedAtMs.map { $0 > later(input.appendedAtMs, by: Draft.toleratedFutureMs) } ?? false
        let refundedAtMs = isInFuture ? input.appendedAtMs : report.refundedAtMs
        order.refunds[index].phase = .distributorRefunded
        order.refunds[index].dueMs = nil
        order.refunds[index].isUndated = refundedAtMs == nil
        order.refunds[index].distributorRefundedAtMs = refundedAtMs
        scheduleRefunds()
        let sequence = say(
            .distributorRefunded(refundID: report.refundID, refundedAtMs: refundedAtMs), to: statusByRefunds)
        if isInFuture { anomaly(.timeInFuture, "the refund's time is in the future: the record's own is used") }
        let refund = order.refunds[index]
        if let refundedAtMs {
            let effectiveAtMs = notBefore(
                refund.supplierRefundedAtMs, refundedAtMs, "the distributor's refund", "the supplier's")
            postDistributorRefund(refund, atMs: effectiveAtMs, eventSequence: sequence)
        } else {
            anomaly(.undated, "refund \(refund.id) is reported without its time: its entry waits")
        }
        return sequence
    }

    /// Where the order stands by its refunds, once it is issued: REFUNDING as long as one is unreported.
    var statusByRefunds: OrderStatus {
        if order.refunds.contains(where: { $0.phase == .supplierRefunded }) { return .refunding }
        if order.refunds.contains(where: { $0.phase == .distributorFailed }) { return .refundFail }
        return refundedTickets == .all(order.tickets.count) ? .refunded : .fixed
    }

    /// A person is called once for each refund that is never reported, and may report it.
    mutating func refundReportOverdue() {
        for index in order.refunds.indices {
            let refund = order.refunds[index]
            guard refund.phase == .supplierRefunded, let dueMs = refund.dueMs, dueMs <= nowMs else { continue }
            order.refunds[index].dueMs = nil
            guard !refund.escalated else { continue }
            order.refunds[index].escalated = true
            escalate(.refundUnreported, "the distributor has not reported refund \(refund.id)")
        }
        scheduleRefunds()
    }
}

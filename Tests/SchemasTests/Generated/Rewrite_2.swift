// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

import Protobuf
import Schemas

func rewrite(_ view: borrowing Proto.OrderEvent.Issued.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.issuedAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.Issued.endIssuedAt(mark, to: &writer)
    }
    for wanted in (0..<view.ticketsCount).reversed() {
        var list = view.tickets, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.OrderEvent.Issued.endTickets(mark, to: &writer)
            }
            index += 1
        }
    }
}

func rewrite(_ view: borrowing Proto.OrderEvent.LockFailed.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.LockFailed.writeMessage(view.message, to: &writer)
    Proto.OrderEvent.LockFailed.writeCode(view.code, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.Locked.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    for wanted in (0..<view.seatsCount).reversed() {
        var list = view.seats, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.OrderEvent.Locked.endSeats(mark, to: &writer)
            }
            index += 1
        }
    }
    if let inner = try view.holdUntil() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.Locked.endHoldUntil(mark, to: &writer)
    }
    Proto.OrderEvent.Locked.writeSupplierOrderId(view.supplierOrderId, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.NegotiationStarted.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.nextQueryAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.NegotiationStarted.endNextQueryAt(mark, to: &writer)
    }
    Proto.OrderEvent.NegotiationStarted.writeReason(view.reason, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.OperatorActed.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.OperatorActed.writeApprovedBy(view.approvedBy, to: &writer)
    Proto.OrderEvent.OperatorActed.writeReason(view.reason, to: &writer)
    Proto.OrderEvent.OperatorActed.writeAction(view.action, to: &writer)
    Proto.OrderEvent.OperatorActed.writeOperator(view.`operator`, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.Placed.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.total() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.Placed.endTotal(mark, to: &writer)
    }
    Proto.OrderEvent.Placed.writeTicketCount(view.ticketCount, to: &writer)
    Proto.OrderEvent.Placed.writeShowId(view.showId, to: &writer)
    Proto.OrderEvent.Placed.writeProjectId(view.projectId, to: &writer)
    Proto.OrderEvent.Placed.writeSupplierId(view.supplierId, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.RefundRefused.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.RefundRefused.writeMessage(view.message, to: &writer)
    Proto.OrderEvent.RefundRefused.writeCode(view.code, to: &writer)
    Proto.OrderEvent.RefundRefused.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.RefundRequested.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.RefundRequested.writeReason(view.reason, to: &writer)
    var list2 = view.tickets, values2: [UInt32] = []
    while let value = try list2.next() { values2.append(value) }
    Proto.OrderEvent.RefundRequested.writeTickets(values2, to: &writer)
    Proto.OrderEvent.RefundRequested.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.SupplierRefunded.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.SupplierRefunded.writeMode(view.mode, to: &writer)
    if let inner = try view.reportBy() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.SupplierRefunded.endReportBy(mark, to: &writer)
    }
    Proto.OrderEvent.SupplierRefunded.writeUnasked(view.unasked, to: &writer)
    if let inner = try view.refundedAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.SupplierRefunded.endRefundedAt(mark, to: &writer)
    }
    if let inner = try view.distributorAmount() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.SupplierRefunded.endDistributorAmount(mark, to: &writer)
    }
    var list2 = view.tickets, values2: [UInt32] = []
    while let value = try list2.next() { values2.append(value) }
    Proto.OrderEvent.SupplierRefunded.writeTickets(values2, to: &writer)
    Proto.OrderEvent.SupplierRefunded.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing Proto.PlaceOrder.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.invoice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.PlaceOrder.endInvoice(mark, to: &writer)
    }
    if let inner = try view.buyer() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.PlaceOrder.endBuyer(mark, to: &writer)
    }
    if let inner = try view.delivery() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.PlaceOrder.endDelivery(mark, to: &writer)
    }
    if let inner = try view.expectedTotal() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.PlaceOrder.endExpectedTotal(mark, to: &writer)
    }
    for wanted in (0..<view.ticketsCount).reversed() {
        var list = view.tickets, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.PlaceOrder.endTickets(mark, to: &writer)
            }
            index += 1
        }
    }
    Proto.PlaceOrder.writeShowId(view.showId, to: &writer)
    Proto.PlaceOrder.writeProjectId(view.projectId, to: &writer)
}

func rewrite(_ view: borrowing Proto.PollRule.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.PollRule.writeEscalateAfterMs(view.escalateAfterMs, to: &writer)
    Proto.PollRule.writeNotFoundGraceMs(view.notFoundGraceMs, to: &writer)
    Proto.PollRule.writeNotFoundCount(view.notFoundCount, to: &writer)
    Proto.PollRule.writeRateLimit(view.rateLimit, to: &writer)
    Proto.PollRule.writeJitterPercent(view.jitterPercent, to: &writer)
    for wanted in (0..<view.stepsCount).reversed() {
        var list = view.steps, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.PollRule.endSteps(mark, to: &writer)
            }
            index += 1
        }
    }
    Proto.PollRule.writeStartAfterMs(view.startAfterMs, to: &writer)
}

func rewrite(_ view: borrowing Proto.PollRule.Step.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.PollRule.Step.writeCount(view.count, to: &writer)
    Proto.PollRule.Step.writeIntervalMs(view.intervalMs, to: &writer)
}

func rewrite(_ view: borrowing Proto.Project.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Project.writeOffShelfReason(view.offShelfReason, to: &writer)
    Proto.Project.writeOnShelf(view.onShelf, to: &writer)
    Proto.Project.writeGroup(view.group, to: &writer)
    Proto.Project.writeName(view.name, to: &writer)
    Proto.Project.writeSupplierId(view.supplierId, to: &writer)
    Proto.Project.writeProjectId(view.projectId, to: &writer)
}

func rewrite(_ view: borrowing Proto.ReportRefund.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.ReportRefund.writeReason(view.reason, to: &writer)
    if let inner = try view.refundedAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.ReportRefund.endRefundedAt(mark, to: &writer)
    }
    Proto.ReportRefund.writeSucceeded(view.succeeded, to: &writer)
    Proto.ReportRefund.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing Proto.RequestRefund.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.RequestRefund.writeReason(view.reason, to: &writer)
    var list2 = view.tickets, values2: [UInt32] = []
    while let value = try list2.next() { values2.append(value) }
    Proto.RequestRefund.writeTickets(values2, to: &writer)
    Proto.RequestRefund.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing Proto.RetryRule.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.RetryRule.writeEscalateAfterMs(view.escalateAfterMs, to: &writer)
    for wanted in (0..<view.stepsCount).reversed() {
        var list = view.steps, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.RetryRule.endSteps(mark, to: &writer)
            }
            index += 1
        }
    }
}

func rewrite(_ view: borrowing Proto.Seat.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Seat.writeLabel(view.label, to: &writer)
    Proto.Seat.writeSeatId(view.seatId, to: &writer)
    Proto.Seat.writeSequence(view.sequence, to: &writer)
}

func rewrite(_ view: borrowing Proto.Settings.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Settings.writeForgetAfterDays(view.forgetAfterDays, to: &writer)
    Proto.Settings.writeRetentionDays(view.retentionDays, to: &writer)
    Proto.Settings.writeFormat(view.format, to: &writer)
    Proto.Settings.writeCloudevents(view.cloudevents, to: &writer)
    Proto.Settings.writeRuleVersion(view.ruleVersion, to: &writer)
}

func rewrite(_ view: borrowing Proto.Show.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    for wanted in (0..<view.deliveryOptionsCount).reversed() {
        var list = view.deliveryOptions, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.Show.endDeliveryOptions(mark, to: &writer)
            }
            index += 1
        }
    }
    Proto.Show.writeVenue(view.venue, to: &writer)
    Proto.Show.writeRealName(view.realName, to: &writer)
    if let inner = try view.saleUntil() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Show.endSaleUntil(mark, to: &writer)
    }
    if let inner = try view.saleFrom() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Show.endSaleFrom(mark, to: &writer)
    }
    if let inner = try view.startsAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Show.endStartsAt(mark, to: &writer)
    }
    Proto.Show.writeProjectId(view.projectId, to: &writer)
    Proto.Show.writeShowId(view.showId, to: &writer)
}

func rewrite(_ view: borrowing Proto.SigningKey.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.revokedAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SigningKey.endRevokedAt(mark, to: &writer)
    }
    if let inner = try view.notAfter() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SigningKey.endNotAfter(mark, to: &writer)
    }
    if let inner = try view.notBefore() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SigningKey.endNotBefore(mark, to: &writer)
    }
    Proto.SigningKey.writeSecretName(view.secretName, to: &writer)
    Proto.SigningKey.writePublicKey(view.publicKey, to: &writer)
    Proto.SigningKey.writeAlgorithm(view.algorithm, to: &writer)
    Proto.SigningKey.writeKeyId(view.keyId, to: &writer)
}

func rewrite(_ view: borrowing Proto.Statement.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Statement.writeUndatedCount(view.undatedCount, to: &writer)
    Proto.Statement.writeRefundingCount(view.refundingCount, to: &writer)
    Proto.Statement.writeFixingCount(view.fixingCount, to: &writer)
    Proto.Statement.writeContractId(view.contractId, to: &writer)
    Proto.Statement.writeDueMinorUnits(view.dueMinorUnits, to: &writer)
    if let inner = try view.closedAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Statement.endClosedAt(mark, to: &writer)
    }
    Proto.Statement.writePreviousDigest(view.previousDigest, to: &writer)
    Proto.Statement.writeEntriesDigest(view.entriesDigest, to: &writer)
    Proto.Statement.writeClosingMinorUnits(view.closingMinorUnits, to: &writer)
    Proto.Statement.writeAdjustmentMinorUnits(view.adjustmentMinorUnits, to: &writer)
    Proto.Statement.writeAdjustmentCount(view.adjustmentCount, to: &writer)
    Proto.Statement.writeNegativeMinorUnits(view.negativeMinorUnits, to: &writer)
    Proto.Statement.writeNegativeCount(view.negativeCount, to: &writer)
    Proto.Statement.writePositiveMinorUnits(view.positiveMinorUnits, to: &writer)
    Proto.Statement.writePositiveCount(view.positiveCount, to: &writer)
    Proto.Statement.writeOpeningMinorUnits(view.openingMinorUnits, to: &writer)
    Proto.Statement.writeCurrency(view.currency, to: &writer)
    Proto.Statement.writeTimeZone(view.timeZone, to: &writer)
    if let inner = try view.until() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Statement.endUntil(mark, to: &writer)
    }
    if let inner = try view.from() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Statement.endFrom(mark, to: &writer)
    }
    Proto.Statement.writePeriod(view.period, to: &writer)
    Proto.Statement.writePartyId(view.partyId, to: &writer)
    Proto.Statement.writeBook(view.book, to: &writer)
    Proto.Statement.writeStatementId(view.statementId, to: &writer)
}

func rewrite(_ view: borrowing Proto.Supplier.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Supplier.writeUnsignedResults(view.unsignedResults, to: &writer)
    if let inner = try view.refund() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Supplier.endRefund(mark, to: &writer)
    }
    if let inner = try view.release() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Supplier.endRelease(mark, to: &writer)
    }
    Proto.Supplier.writePriceToleranceMinorUnits(view.priceToleranceMinorUnits, to: &writer)
    Proto.Supplier.writeIssueIsIdempotent(view.issueIsIdempotent, to: &writer)
    Proto.Supplier.writeSupportsExtend(view.supportsExtend, to: &writer)
    Proto.Supplier.writeSupportsRefund(view.supportsRefund, to: &writer)
    Proto.Supplier.writeSupportsQuery(view.supportsQuery, to: &writer)
    for wanted in (0..<view.keysCount).reversed() {
        var list = view.keys, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.Supplier.endKeys(mark, to: &writer)
            }
            index += 1
        }
    }
    if let inner = try view.circuit() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Supplier.endCircuit(mark, to: &writer)
    }
    if let inner = try view.poll() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Supplier.endPoll(mark, to: &writer)
    }
    Proto.Supplier.writeHoldMarginSeconds(view.holdMarginSeconds, to: &writer)
    Proto.Supplier.writeHoldSeconds(view.holdSeconds, to: &writer)
    Proto.Supplier.writeIssueTimeoutMs(view.issueTimeoutMs, to: &writer)
    Proto.Supplier.writeLockTimeoutMs(view.lockTimeoutMs, to: &writer)
    Proto.Supplier.writeSuspended(view.suspended, to: &writer)
    Proto.Supplier.writeName(view.name, to: &writer)
    Proto.Supplier.writeSupplierId(view.supplierId, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierRequest.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.extend() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.endExtend(mark, to: &writer)
    }
    if let inner = try view.refund() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.endRefund(mark, to: &writer)
    }
    if let inner = try view.query() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.endQuery(mark, to: &writer)
    }
    if let inner = try view.release() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.endRelease(mark, to: &writer)
    }
    if let inner = try view.issue() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.endIssue(mark, to: &writer)
    }
    if let inner = try view.lock() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.endLock(mark, to: &writer)
    }
    if let inner = try view.deadline() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.endDeadline(mark, to: &writer)
    }
    Proto.SupplierRequest.writeAttempt(view.attempt, to: &writer)
    Proto.SupplierRequest.writeSupplierOrderId(view.supplierOrderId, to: &writer)
    Proto.SupplierRequest.writeDistributorOrderId(view.distributorOrderId, to: &writer)
    Proto.SupplierRequest.writeDistributorId(view.distributorId, to: &writer)
    Proto.SupplierRequest.writeSupplierId(view.supplierId, to: &writer)
    Proto.SupplierRequest.writeRequestId(view.requestId, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierRequest.Extend.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.until() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.Extend.endUntil(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing Proto.SupplierRequest.Issue.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.invoice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.Issue.endInvoice(mark, to: &writer)
    }
    if let inner = try view.buyer() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.Issue.endBuyer(mark, to: &writer)
    }
    if let inner = try view.delivery() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.Issue.endDelivery(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing Proto.SupplierRequest.Lock.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.buyer() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.Lock.endBuyer(mark, to: &writer)
    }
    if let inner = try view.holdUntil() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.Lock.endHoldUntil(mark, to: &writer)
    }
    if let inner = try view.settlementTotal() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierRequest.Lock.endSettlementTotal(mark, to: &writer)
    }
    for wanted in (0..<view.ticketsCount).reversed() {
        var list = view.tickets, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.SupplierRequest.Lock.endTickets(mark, to: &writer)
            }
            index += 1
        }
    }
    Proto.SupplierRequest.Lock.writeShowId(view.showId, to: &writer)
    Proto.SupplierRequest.Lock.writeProjectId(view.projectId, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierRequest.Query.View, to writer: inout ReverseWriter) throws(ProtobufError) {
}

func rewrite(_ view: borrowing Proto.SupplierRequest.Refund.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    var list2 = view.tickets, values2: [UInt32] = []
    while let value = try list2.next() { values2.append(value) }
    Proto.SupplierRequest.Refund.writeTickets(values2, to: &writer)
    Proto.SupplierRequest.Refund.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierRequest.Release.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.SupplierRequest.Release.writeReason(view.reason, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierResult.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.deliveryUpdate() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.endDeliveryUpdate(mark, to: &writer)
    }
    if let inner = try view.extended() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.endExtended(mark, to: &writer)
    }
    if let inner = try view.refunded() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.endRefunded(mark, to: &writer)
    }
    if let inner = try view.orderAtSupplier() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.endOrderAtSupplier(mark, to: &writer)
    }
    if let inner = try view.released() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.endReleased(mark, to: &writer)
    }
    if let inner = try view.issued() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.endIssued(mark, to: &writer)
    }
    if let inner = try view.locked() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.endLocked(mark, to: &writer)
    }
    Proto.SupplierResult.writeFailureMessage(view.failureMessage, to: &writer)
    Proto.SupplierResult.writeFailureCode(view.failureCode, to: &writer)
    Proto.SupplierResult.writeSideEffect(view.sideEffect, to: &writer)
    Proto.SupplierResult.writeOutcome(view.outcome, to: &writer)
    if let inner = try view.occurredAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.endOccurredAt(mark, to: &writer)
    }
    Proto.SupplierResult.writeSupplierOrderId(view.supplierOrderId, to: &writer)
    Proto.SupplierResult.writeDistributorOrderId(view.distributorOrderId, to: &writer)
    Proto.SupplierResult.writeDistributorId(view.distributorId, to: &writer)
    Proto.SupplierResult.writeSupplierId(view.supplierId, to: &writer)
    Proto.SupplierResult.writeRequestId(view.requestId, to: &writer)
    Proto.SupplierResult.writeResultId(view.resultId, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierResult.DeliveryUpdate.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.SupplierResult.DeliveryUpdate.writeTrackingNumber(view.trackingNumber, to: &writer)
    Proto.SupplierResult.DeliveryUpdate.writeCarrier(view.carrier, to: &writer)
    Proto.SupplierResult.DeliveryUpdate.writeStatus(view.status, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierResult.Extended.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.holdUntil() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.Extended.endHoldUntil(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing Proto.SupplierResult.Issued.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.settlementTotal() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.Issued.endSettlementTotal(mark, to: &writer)
    }
    for wanted in (0..<view.ticketsCount).reversed() {
        var list = view.tickets, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.SupplierResult.Issued.endTickets(mark, to: &writer)
            }
            index += 1
        }
    }
}

func rewrite(_ view: borrowing Proto.SupplierResult.Locked.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    for wanted in (0..<view.seatsCount).reversed() {
        var list = view.seats, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.SupplierResult.Locked.endSeats(mark, to: &writer)
            }
            index += 1
        }
    }
    if let inner = try view.settlementTotal() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.Locked.endSettlementTotal(mark, to: &writer)
    }
    if let inner = try view.holdUntil() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.Locked.endHoldUntil(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing Proto.SupplierResult.OrderAtSupplier.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.refunded() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.OrderAtSupplier.endRefunded(mark, to: &writer)
    }
    if let inner = try view.issued() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.OrderAtSupplier.endIssued(mark, to: &writer)
    }
    Proto.SupplierResult.OrderAtSupplier.writeState(view.state, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierResult.Refunded.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.SupplierResult.Refunded.writeMode(view.mode, to: &writer)
    if let inner = try view.amount() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.SupplierResult.Refunded.endAmount(mark, to: &writer)
    }
    var list2 = view.tickets, values2: [UInt32] = []
    while let value = try list2.next() { values2.append(value) }
    Proto.SupplierResult.Refunded.writeTickets(values2, to: &writer)
    Proto.SupplierResult.Refunded.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing Proto.SupplierResult.Released.View, to writer: inout ReverseWriter) throws(ProtobufError) {
}

func rewrite(_ view: borrowing Proto.TicketClass.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let value = view.stock { Proto.TicketClass.writeStock(value, to: &writer) }
    if let inner = try view.packageDiscount() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketClass.endPackageDiscount(mark, to: &writer)
    }
    if let inner = try view.stepPrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketClass.endStepPrice(mark, to: &writer)
    }
    if let inner = try view.sellPrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketClass.endSellPrice(mark, to: &writer)
    }
    if let inner = try view.settlementPrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketClass.endSettlementPrice(mark, to: &writer)
    }
    if let inner = try view.facePrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketClass.endFacePrice(mark, to: &writer)
    }
    Proto.TicketClass.writeName(view.name, to: &writer)
    Proto.TicketClass.writeShowId(view.showId, to: &writer)
    Proto.TicketClass.writeTicketClassId(view.ticketClassId, to: &writer)
}

func rewrite(_ view: borrowing Proto.TicketOffer.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.TicketOffer.writeMayOrder(view.mayOrder, to: &writer)
    if let value = view.stock { Proto.TicketOffer.writeStock(value, to: &writer) }
    Proto.TicketOffer.writeCommissionBasisPoints(view.commissionBasisPoints, to: &writer)
    if let inner = try view.packageDiscount() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketOffer.endPackageDiscount(mark, to: &writer)
    }
    if let inner = try view.stepPrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketOffer.endStepPrice(mark, to: &writer)
    }
    if let inner = try view.sellPrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketOffer.endSellPrice(mark, to: &writer)
    }
    if let inner = try view.facePrice() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.TicketOffer.endFacePrice(mark, to: &writer)
    }
    Proto.TicketOffer.writeName(view.name, to: &writer)
    Proto.TicketOffer.writeShowId(view.showId, to: &writer)
    Proto.TicketOffer.writeTicketClassId(view.ticketClassId, to: &writer)
}

func rewrite(_ view: borrowing Proto.TicketRequest.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.TicketRequest.writeHolderDocumentType(view.holderDocumentType, to: &writer)
    Proto.TicketRequest.writeHolderName(view.holderName, to: &writer)
    Proto.TicketRequest.writeHolderDocument(view.holderDocument, to: &writer)
    Proto.TicketRequest.writeSeatId(view.seatId, to: &writer)
    Proto.TicketRequest.writeTicketClassId(view.ticketClassId, to: &writer)
}

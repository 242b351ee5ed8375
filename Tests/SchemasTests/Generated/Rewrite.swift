// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

import Protobuf
import Schemas

/// Reads the message of the type and writes it again, all that is in it too.
func rewrite(_ bytes: RawSpan, as name: String, to writer: inout ReverseWriter) throws(ProtobufError) {
    switch name {
    case "google.protobuf.Timestamp":
        try rewrite(Proto.Timestamp.View(bytes), to: &writer)
    case "turnstile.internal.v1.AskedRefund":
        try rewrite(InternalProto.AskedRefund.View(bytes), to: &writer)
    case "turnstile.internal.v1.Cancellation":
        try rewrite(InternalProto.Cancellation.View(bytes), to: &writer)
    case "turnstile.internal.v1.EventReference":
        try rewrite(InternalProto.EventReference.View(bytes), to: &writer)
    case "turnstile.internal.v1.Hold":
        try rewrite(InternalProto.Hold.View(bytes), to: &writer)
    case "turnstile.internal.v1.Hold.Extension":
        try rewrite(InternalProto.Hold.Extension.View(bytes), to: &writer)
    case "turnstile.internal.v1.Intent":
        try rewrite(InternalProto.Intent.View(bytes), to: &writer)
    case "turnstile.internal.v1.Intent.Asked":
        try rewrite(InternalProto.Intent.Asked.View(bytes), to: &writer)
    case "turnstile.internal.v1.Intent.Cancel":
        try rewrite(InternalProto.Intent.Cancel.View(bytes), to: &writer)
    case "turnstile.internal.v1.Intent.Kept":
        try rewrite(InternalProto.Intent.Kept.View(bytes), to: &writer)
    case "turnstile.internal.v1.Issuing":
        try rewrite(InternalProto.Issuing.View(bytes), to: &writer)
    case "turnstile.internal.v1.Issuing.Negotiation":
        try rewrite(InternalProto.Issuing.Negotiation.View(bytes), to: &writer)
    case "turnstile.internal.v1.JournalRecord":
        try rewrite(InternalProto.JournalRecord.View(bytes), to: &writer)
    case "turnstile.internal.v1.JournalRecord.Clock":
        try rewrite(InternalProto.JournalRecord.Clock.View(bytes), to: &writer)
    case "turnstile.internal.v1.JournalRecord.Move":
        try rewrite(InternalProto.JournalRecord.Move.View(bytes), to: &writer)
    case "turnstile.internal.v1.JournalRecord.Run":
        try rewrite(InternalProto.JournalRecord.Run.View(bytes), to: &writer)
    case "turnstile.internal.v1.JournalRecord.Step":
        try rewrite(InternalProto.JournalRecord.Step.View(bytes), to: &writer)
    case "turnstile.internal.v1.JournalRecord.Timers":
        try rewrite(InternalProto.JournalRecord.Timers.View(bytes), to: &writer)
    case "turnstile.internal.v1.Order":
        try rewrite(InternalProto.Order.View(bytes), to: &writer)
    case "turnstile.internal.v1.OrderRecord":
        try rewrite(InternalProto.OrderRecord.View(bytes), to: &writer)
    case "turnstile.internal.v1.PartitionState":
        try rewrite(InternalProto.PartitionState.View(bytes), to: &writer)
    case "turnstile.internal.v1.Placing":
        try rewrite(InternalProto.Placing.View(bytes), to: &writer)
    case "turnstile.internal.v1.Refund":
        try rewrite(InternalProto.Refund.View(bytes), to: &writer)
    case "turnstile.internal.v1.Refusals":
        try rewrite(InternalProto.Refusals.View(bytes), to: &writer)
    case "turnstile.internal.v1.Refusals.Refusal":
        try rewrite(InternalProto.Refusals.Refusal.View(bytes), to: &writer)
    case "turnstile.internal.v1.Release":
        try rewrite(InternalProto.Release.View(bytes), to: &writer)
    case "turnstile.internal.v1.Remembered":
        try rewrite(InternalProto.Remembered.View(bytes), to: &writer)
    case "turnstile.internal.v1.Stub":
        try rewrite(InternalProto.Stub.View(bytes), to: &writer)
    case "turnstile.internal.v1.SupplierState":
        try rewrite(InternalProto.SupplierState.View(bytes), to: &writer)
    case "turnstile.internal.v1.SupplierState.Bucket":
        try rewrite(InternalProto.SupplierState.Bucket.View(bytes), to: &writer)
    case "turnstile.internal.v1.Terms":
        try rewrite(InternalProto.Terms.View(bytes), to: &writer)
    case "turnstile.internal.v1.Ticket":
        try rewrite(InternalProto.Ticket.View(bytes), to: &writer)
    case "turnstile.internal.v1.Timer":
        try rewrite(InternalProto.Timer.View(bytes), to: &writer)
    case "turnstile.v1.Account":
        try rewrite(Proto.Account.View(bytes), to: &writer)
    case "turnstile.v1.Buyer":
        try rewrite(Proto.Buyer.View(bytes), to: &writer)
    case "turnstile.v1.CancelOrder":
        try rewrite(Proto.CancelOrder.View(bytes), to: &writer)
    case "turnstile.v1.CatalogItem":
        try rewrite(Proto.CatalogItem.View(bytes), to: &writer)
    case "turnstile.v1.Cause":
        try rewrite(Proto.Cause.View(bytes), to: &writer)
    case "turnstile.v1.Cause.Record":
        try rewrite(Proto.Cause.Record.View(bytes), to: &writer)
    case "turnstile.v1.Cause.Timer":
        try rewrite(Proto.Cause.Timer.View(bytes), to: &writer)
    case "turnstile.v1.Circuit":
        try rewrite(Proto.Circuit.View(bytes), to: &writer)
    case "turnstile.v1.Contract":
        try rewrite(Proto.Contract.View(bytes), to: &writer)
    case "turnstile.v1.Contract.ZoneOffset":
        try rewrite(Proto.Contract.ZoneOffset.View(bytes), to: &writer)
    case "turnstile.v1.DeliveryOption":
        try rewrite(Proto.DeliveryOption.View(bytes), to: &writer)
    case "turnstile.v1.DeliveryRequest":
        try rewrite(Proto.DeliveryRequest.View(bytes), to: &writer)
    case "turnstile.v1.DirectoryRecord":
        try rewrite(Proto.DirectoryRecord.View(bytes), to: &writer)
    case "turnstile.v1.ExtendHold":
        try rewrite(Proto.ExtendHold.View(bytes), to: &writer)
    case "turnstile.v1.Grant":
        try rewrite(Proto.Grant.View(bytes), to: &writer)
    case "turnstile.v1.Invoice":
        try rewrite(Proto.Invoice.View(bytes), to: &writer)
    case "turnstile.v1.IssueTickets":
        try rewrite(Proto.IssueTickets.View(bytes), to: &writer)
    case "turnstile.v1.IssuedTicket":
        try rewrite(Proto.IssuedTicket.View(bytes), to: &writer)
    case "turnstile.v1.LedgerEntry":
        try rewrite(Proto.LedgerEntry.View(bytes), to: &writer)
    case "turnstile.v1.LedgerLine":
        try rewrite(Proto.LedgerLine.View(bytes), to: &writer)
    case "turnstile.v1.Money":
        try rewrite(Proto.Money.View(bytes), to: &writer)
    case "turnstile.v1.OperatorAction":
        try rewrite(Proto.OperatorAction.View(bytes), to: &writer)
    case "turnstile.v1.OperatorAction.CancelHold":
        try rewrite(Proto.OperatorAction.CancelHold.View(bytes), to: &writer)
    case "turnstile.v1.OperatorAction.Correct":
        try rewrite(Proto.OperatorAction.Correct.View(bytes), to: &writer)
    case "turnstile.v1.OperatorAction.Header":
        try rewrite(Proto.OperatorAction.Header.View(bytes), to: &writer)
    case "turnstile.v1.OperatorAction.QueryNow":
        try rewrite(Proto.OperatorAction.QueryNow.View(bytes), to: &writer)
    case "turnstile.v1.OperatorAction.Readmit":
        try rewrite(Proto.OperatorAction.Readmit.View(bytes), to: &writer)
    case "turnstile.v1.OrderCommand":
        try rewrite(Proto.OrderCommand.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent":
        try rewrite(Proto.OrderEvent.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.AnomalyFound":
        try rewrite(Proto.OrderEvent.AnomalyFound.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.Canceled":
        try rewrite(Proto.OrderEvent.Canceled.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.CommandRejected":
        try rewrite(Proto.OrderEvent.CommandRejected.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.CommandRepeated":
        try rewrite(Proto.OrderEvent.CommandRepeated.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.DeliveryChanged":
        try rewrite(Proto.OrderEvent.DeliveryChanged.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.DistributorRefundFailed":
        try rewrite(Proto.OrderEvent.DistributorRefundFailed.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.DistributorRefunded":
        try rewrite(Proto.OrderEvent.DistributorRefunded.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.Escalated":
        try rewrite(Proto.OrderEvent.Escalated.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.HoldExtended":
        try rewrite(Proto.OrderEvent.HoldExtended.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.HoldExtensionRefused":
        try rewrite(Proto.OrderEvent.HoldExtensionRefused.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.IntentRecorded":
        try rewrite(Proto.OrderEvent.IntentRecorded.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.IssueFailed":
        try rewrite(Proto.OrderEvent.IssueFailed.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.IssueStarted":
        try rewrite(Proto.OrderEvent.IssueStarted.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.Issued":
        try rewrite(Proto.OrderEvent.Issued.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.LockFailed":
        try rewrite(Proto.OrderEvent.LockFailed.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.Locked":
        try rewrite(Proto.OrderEvent.Locked.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.NegotiationStarted":
        try rewrite(Proto.OrderEvent.NegotiationStarted.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.OperatorActed":
        try rewrite(Proto.OrderEvent.OperatorActed.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.Placed":
        try rewrite(Proto.OrderEvent.Placed.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.RefundRefused":
        try rewrite(Proto.OrderEvent.RefundRefused.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.RefundRequested":
        try rewrite(Proto.OrderEvent.RefundRequested.View(bytes), to: &writer)
    case "turnstile.v1.OrderEvent.SupplierRefunded":
        try rewrite(Proto.OrderEvent.SupplierRefunded.View(bytes), to: &writer)
    case "turnstile.v1.PlaceOrder":
        try rewrite(Proto.PlaceOrder.View(bytes), to: &writer)
    case "turnstile.v1.PollRule":
        try rewrite(Proto.PollRule.View(bytes), to: &writer)
    case "turnstile.v1.PollRule.Step":
        try rewrite(Proto.PollRule.Step.View(bytes), to: &writer)
    case "turnstile.v1.Project":
        try rewrite(Proto.Project.View(bytes), to: &writer)
    case "turnstile.v1.ReportRefund":
        try rewrite(Proto.ReportRefund.View(bytes), to: &writer)
    case "turnstile.v1.RequestRefund":
        try rewrite(Proto.RequestRefund.View(bytes), to: &writer)
    case "turnstile.v1.RetryRule":
        try rewrite(Proto.RetryRule.View(bytes), to: &writer)
    case "turnstile.v1.Seat":
        try rewrite(Proto.Seat.View(bytes), to: &writer)
    case "turnstile.v1.Settings":
        try rewrite(Proto.Settings.View(bytes), to: &writer)
    case "turnstile.v1.Show":
        try rewrite(Proto.Show.View(bytes), to: &writer)
    case "turnstile.v1.SigningKey":
        try rewrite(Proto.SigningKey.View(bytes), to: &writer)
    case "turnstile.v1.Statement":
        try rewrite(Proto.Statement.View(bytes), to: &writer)
    case "turnstile.v1.Supplier":
        try rewrite(Proto.Supplier.View(bytes), to: &writer)
    case "turnstile.v1.SupplierRequest":
        try rewrite(Proto.SupplierRequest.View(bytes), to: &writer)
    case "turnstile.v1.SupplierRequest.Extend":
        try rewrite(Proto.SupplierRequest.Extend.View(bytes), to: &writer)
    case "turnstile.v1.SupplierRequest.Issue":
        try rewrite(Proto.SupplierRequest.Issue.View(bytes), to: &writer)
    case "turnstile.v1.SupplierRequest.Lock":
        try rewrite(Proto.SupplierRequest.Lock.View(bytes), to: &writer)
    case "turnstile.v1.SupplierRequest.Query":
        try rewrite(Proto.SupplierRequest.Query.View(bytes), to: &writer)
    case "turnstile.v1.SupplierRequest.Refund":
        try rewrite(Proto.SupplierRequest.Refund.View(bytes), to: &writer)
    case "turnstile.v1.SupplierRequest.Release":
        try rewrite(Proto.SupplierRequest.Release.View(bytes), to: &writer)
    case "turnstile.v1.SupplierResult":
        try rewrite(Proto.SupplierResult.View(bytes), to: &writer)
    case "turnstile.v1.SupplierResult.DeliveryUpdate":
        try rewrite(Proto.SupplierResult.DeliveryUpdate.View(bytes), to: &writer)
    case "turnstile.v1.SupplierResult.Extended":
        try rewrite(Proto.SupplierResult.Extended.View(bytes), to: &writer)
    case "turnstile.v1.SupplierResult.Issued":
        try rewrite(Proto.SupplierResult.Issued.View(bytes), to: &writer)
    case "turnstile.v1.SupplierResult.Locked":
        try rewrite(Proto.SupplierResult.Locked.View(bytes), to: &writer)
    case "turnstile.v1.SupplierResult.OrderAtSupplier":
        try rewrite(Proto.SupplierResult.OrderAtSupplier.View(bytes), to: &writer)
    case "turnstile.v1.SupplierResult.Refunded":
        try rewrite(Proto.SupplierResult.Refunded.View(bytes), to: &writer)
    case "turnstile.v1.SupplierResult.Released":
        try rewrite(Proto.SupplierResult.Released.View(bytes), to: &writer)
    case "turnstile.v1.TicketClass":
        try rewrite(Proto.TicketClass.View(bytes), to: &writer)
    case "turnstile.v1.TicketOffer":
        try rewrite(Proto.TicketOffer.View(bytes), to: &writer)
    case "turnstile.v1.TicketRequest":
        try rewrite(Proto.TicketRequest.View(bytes), to: &writer)
    default: preconditionFailure("no message \(name)")
    }
}

/// Reads the message of the type, all that is in it too.
func validate(_ bytes: RawSpan, as name: String) throws(ProtobufError) {
    switch name {
    case "google.protobuf.Timestamp": try Proto.Timestamp.View(bytes).validate()
    case "turnstile.internal.v1.AskedRefund": try InternalProto.AskedRefund.View(bytes).validate()
    case "turnstile.internal.v1.Cancellation": try InternalProto.Cancellation.View(bytes).validate()
    case "turnstile.internal.v1.EventReference": try InternalProto.EventReference.View(bytes).validate()
    case "turnstile.internal.v1.Hold": try InternalProto.Hold.View(bytes).validate()
    case "turnstile.internal.v1.Hold.Extension": try InternalProto.Hold.Extension.View(bytes).validate()
    case "turnstile.internal.v1.Intent": try InternalProto.Intent.View(bytes).validate()
    case "turnstile.internal.v1.Intent.Asked": try InternalProto.Intent.Asked.View(bytes).validate()
    case "turnstile.internal.v1.Intent.Cancel": try InternalProto.Intent.Cancel.View(bytes).validate()
    case "turnstile.internal.v1.Intent.Kept": try InternalProto.Intent.Kept.View(bytes).validate()
    case "turnstile.internal.v1.Issuing": try InternalProto.Issuing.View(bytes).validate()
    case "turnstile.internal.v1.Issuing.Negotiation": try InternalProto.Issuing.Negotiation.View(bytes).validate()
    case "turnstile.internal.v1.JournalRecord": try InternalProto.JournalRecord.View(bytes).validate()
    case "turnstile.internal.v1.JournalRecord.Clock": try InternalProto.JournalRecord.Clock.View(bytes).validate()
    case "turnstile.internal.v1.JournalRecord.Move": try InternalProto.JournalRecord.Move.View(bytes).validate()
    case "turnstile.internal.v1.JournalRecord.Run": try InternalProto.JournalRecord.Run.View(bytes).validate()
    case "turnstile.internal.v1.JournalRecord.Step": try InternalProto.JournalRecord.Step.View(bytes).validate()
    case "turnstile.internal.v1.JournalRecord.Timers": try InternalProto.JournalRecord.Timers.View(bytes).validate()
    case "turnstile.internal.v1.Order": try InternalProto.Order.View(bytes).validate()
    case "turnstile.internal.v1.OrderRecord": try InternalProto.OrderRecord.View(bytes).validate()
    case "turnstile.internal.v1.PartitionState": try InternalProto.PartitionState.View(bytes).validate()
    case "turnstile.internal.v1.Placing": try InternalProto.Placing.View(bytes).validate()
    case "turnstile.internal.v1.Refund": try InternalProto.Refund.View(bytes).validate()
    case "turnstile.internal.v1.Refusals": try InternalProto.Refusals.View(bytes).validate()
    case "turnstile.internal.v1.Refusals.Refusal": try InternalProto.Refusals.Refusal.View(bytes).validate()
    case "turnstile.internal.v1.Release": try InternalProto.Release.View(bytes).validate()
    case "turnstile.internal.v1.Remembered": try InternalProto.Remembered.View(bytes).validate()
    case "turnstile.internal.v1.Stub": try InternalProto.Stub.View(bytes).validate()
    case "turnstile.internal.v1.SupplierState": try InternalProto.SupplierState.View(bytes).validate()
    case "turnstile.internal.v1.SupplierState.Bucket": try InternalProto.SupplierState.Bucket.View(bytes).validate()
    case "turnstile.internal.v1.Terms": try InternalProto.Terms.View(bytes).validate()
    case "turnstile.internal.v1.Ticket": try InternalProto.Ticket.View(bytes).validate()
    case "turnstile.internal.v1.Timer": try InternalProto.Timer.View(bytes).validate()
    case "turnstile.v1.Account": try Proto.Account.View(bytes).validate()
    case "turnstile.v1.Buyer": try Proto.Buyer.View(bytes).validate()
    case "turnstile.v1.CancelOrder": try Proto.CancelOrder.View(bytes).validate()
    case "turnstile.v1.CatalogItem": try Proto.CatalogItem.View(bytes).validate()
    case "turnstile.v1.Cause": try Proto.Cause.View(bytes).validate()
    case "turnstile.v1.Cause.Record": try Proto.Cause.Record.View(bytes).validate()
    case "turnstile.v1.Cause.Timer": try Proto.Cause.Timer.View(bytes).validate()
    case "turnstile.v1.Circuit": try Proto.Circuit.View(bytes).validate()
    case "turnstile.v1.Contract": try Proto.Contract.View(bytes).validate()
    case "turnstile.v1.Contract.ZoneOffset": try Proto.Contract.ZoneOffset.View(bytes).validate()
    case "turnstile.v1.DeliveryOption": try Proto.DeliveryOption.View(bytes).validate()
    case "turnstile.v1.DeliveryRequest": try Proto.DeliveryRequest.View(bytes).validate()
    case "turnstile.v1.DirectoryRecord": try Proto.DirectoryRecord.View(bytes).validate()
    case "turnstile.v1.ExtendHold": try Proto.ExtendHold.View(bytes).validate()
    case "turnstile.v1.Grant": try Proto.Grant.View(bytes).validate()
    case "turnstile.v1.Invoice": try Proto.Invoice.View(bytes).validate()
    case "turnstile.v1.IssueTickets": try Proto.IssueTickets.View(bytes).validate()
    case "turnstile.v1.IssuedTicket": try Proto.IssuedTicket.View(bytes).validate()
    case "turnstile.v1.LedgerEntry": try Proto.LedgerEntry.View(bytes).validate()
    case "turnstile.v1.LedgerLine": try Proto.LedgerLine.View(bytes).validate()
    case "turnstile.v1.Money": try Proto.Money.View(bytes).validate()
    case "turnstile.v1.OperatorAction": try Proto.OperatorAction.View(bytes).validate()
    case "turnstile.v1.OperatorAction.CancelHold": try Proto.OperatorAction.CancelHold.View(bytes).validate()
    case "turnstile.v1.OperatorAction.Correct": try Proto.OperatorAction.Correct.View(bytes).validate()
    case "turnstile.v1.OperatorAction.Header": try Proto.OperatorAction.Header.View(bytes).validate()
    case "turnstile.v1.OperatorAction.QueryNow": try Proto.OperatorAction.QueryNow.View(bytes).validate()
    case "turnstile.v1.OperatorAction.Readmit": try Proto.OperatorAction.Readmit.View(bytes).validate()
    case "turnstile.v1.OrderCommand": try Proto.OrderCommand.View(bytes).validate()
    case "turnstile.v1.OrderEvent": try Proto.OrderEvent.View(bytes).validate()
    case "turnstile.v1.OrderEvent.AnomalyFound": try Proto.OrderEvent.AnomalyFound.View(bytes).validate()
    case "turnstile.v1.OrderEvent.Canceled": try Proto.OrderEvent.Canceled.View(bytes).validate()
    case "turnstile.v1.OrderEvent.CommandRejected": try Proto.OrderEvent.CommandRejected.View(bytes).validate()
    case "turnstile.v1.OrderEvent.CommandRepeated": try Proto.OrderEvent.CommandRepeated.View(bytes).validate()
    case "turnstile.v1.OrderEvent.DeliveryChanged": try Proto.OrderEvent.DeliveryChanged.View(bytes).validate()
    case "turnstile.v1.OrderEvent.DistributorRefundFailed": try Proto.OrderEvent.DistributorRefundFailed.View(bytes).validate()
    case "turnstile.v1.OrderEvent.DistributorRefunded": try Proto.OrderEvent.DistributorRefunded.View(bytes).validate()
    case "turnstile.v1.OrderEvent.Escalated": try Proto.OrderEvent.Escalated.View(bytes).validate()
    case "turnstile.v1.OrderEvent.HoldExtended": try Proto.OrderEvent.HoldExtended.View(bytes).validate()
    case "turnstile.v1.OrderEvent.HoldExtensionRefused": try Proto.OrderEvent.HoldExtensionRefused.View(bytes).validate()
    case "turnstile.v1.OrderEvent.IntentRecorded": try Proto.OrderEvent.IntentRecorded.View(bytes).validate()
    case "turnstile.v1.OrderEvent.IssueFailed": try Proto.OrderEvent.IssueFailed.View(bytes).validate()
    case "turnstile.v1.OrderEvent.IssueStarted": try Proto.OrderEvent.IssueStarted.View(bytes).validate()
    case "turnstile.v1.OrderEvent.Issued": try Proto.OrderEvent.Issued.View(bytes).validate()
    case "turnstile.v1.OrderEvent.LockFailed": try Proto.OrderEvent.LockFailed.View(bytes).validate()
    case "turnstile.v1.OrderEvent.Locked": try Proto.OrderEvent.Locked.View(bytes).validate()
    case "turnstile.v1.OrderEvent.NegotiationStarted": try Proto.OrderEvent.NegotiationStarted.View(bytes).validate()
    case "turnstile.v1.OrderEvent.OperatorActed": try Proto.OrderEvent.OperatorActed.View(bytes).validate()
    case "turnstile.v1.OrderEvent.Placed": try Proto.OrderEvent.Placed.View(bytes).validate()
    case "turnstile.v1.OrderEvent.RefundRefused": try Proto.OrderEvent.RefundRefused.View(bytes).validate()
    case "turnstile.v1.OrderEvent.RefundRequested": try Proto.OrderEvent.RefundRequested.View(bytes).validate()
    case "turnstile.v1.OrderEvent.SupplierRefunded": try Proto.OrderEvent.SupplierRefunded.View(bytes).validate()
    case "turnstile.v1.PlaceOrder": try Proto.PlaceOrder.View(bytes).validate()
    case "turnstile.v1.PollRule": try Proto.PollRule.View(bytes).validate()
    case "turnstile.v1.PollRule.Step": try Proto.PollRule.Step.View(bytes).validate()
    case "turnstile.v1.Project": try Proto.Project.View(bytes).validate()
    case "turnstile.v1.ReportRefund": try Proto.ReportRefund.View(bytes).validate()
    case "turnstile.v1.RequestRefund": try Proto.RequestRefund.View(bytes).validate()
    case "turnstile.v1.RetryRule": try Proto.RetryRule.View(bytes).validate()
    case "turnstile.v1.Seat": try Proto.Seat.View(bytes).validate()
    case "turnstile.v1.Settings": try Proto.Settings.View(bytes).validate()
    case "turnstile.v1.Show": try Proto.Show.View(bytes).validate()
    case "turnstile.v1.SigningKey": try Proto.SigningKey.View(bytes).validate()
    case "turnstile.v1.Statement": try Proto.Statement.View(bytes).validate()
    case "turnstile.v1.Supplier": try Proto.Supplier.View(bytes).validate()
    case "turnstile.v1.SupplierRequest": try Proto.SupplierRequest.View(bytes).validate()
    case "turnstile.v1.SupplierRequest.Extend": try Proto.SupplierRequest.Extend.View(bytes).validate()
    case "turnstile.v1.SupplierRequest.Issue": try Proto.SupplierRequest.Issue.View(bytes).validate()
    case "turnstile.v1.SupplierRequest.Lock": try Proto.SupplierRequest.Lock.View(bytes).validate()
    case "turnstile.v1.SupplierRequest.Query": try Proto.SupplierRequest.Query.View(bytes).validate()
    case "turnstile.v1.SupplierRequest.Refund": try Proto.SupplierRequest.Refund.View(bytes).validate()
    case "turnstile.v1.SupplierRequest.Release": try Proto.SupplierRequest.Release.View(bytes).validate()
    case "turnstile.v1.SupplierResult": try Proto.SupplierResult.View(bytes).validate()
    case "turnstile.v1.SupplierResult.DeliveryUpdate": try Proto.SupplierResult.DeliveryUpdate.View(bytes).validate()
    case "turnstile.v1.SupplierResult.Extended": try Proto.SupplierResult.Extended.View(bytes).validate()
    case "turnstile.v1.SupplierResult.Issued": try Proto.SupplierResult.Issued.View(bytes).validate()
    case "turnstile.v1.SupplierResult.Locked": try Proto.SupplierResult.Locked.View(bytes).validate()
    case "turnstile.v1.SupplierResult.OrderAtSupplier": try Proto.SupplierResult.OrderAtSupplier.View(bytes).validate()
    case "turnstile.v1.SupplierResult.Refunded": try Proto.SupplierResult.Refunded.View(bytes).validate()
    case "turnstile.v1.SupplierResult.Released": try Proto.SupplierResult.Released.View(bytes).validate()
    case "turnstile.v1.TicketClass": try Proto.TicketClass.View(bytes).validate()
    case "turnstile.v1.TicketOffer": try Proto.TicketOffer.View(bytes).validate()
    case "turnstile.v1.TicketRequest": try Proto.TicketRequest.View(bytes).validate()
    default: preconditionFailure("no message \(name)")
    }
}

func rewrite(_ view: borrowing Proto.Timestamp.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Timestamp.writeNanos(view.nanos, to: &writer)
    Proto.Timestamp.writeSeconds(view.seconds, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.AskedRefund.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.AskedRefund.writeAnswer(view.answer, to: &writer)
    InternalProto.AskedRefund.writeNamesAll(view.namesAll, to: &writer)
    InternalProto.AskedRefund.writeTicketsHigh(view.ticketsHigh, to: &writer)
    InternalProto.AskedRefund.writeTicketsLow(view.ticketsLow, to: &writer)
    InternalProto.AskedRefund.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Cancellation.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Cancellation.writeAtDeltaMs(view.atDeltaMs, to: &writer)
    InternalProto.Cancellation.writeReason(view.reason, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.EventReference.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.EventReference.writeOffset(view.offset, to: &writer)
    InternalProto.EventReference.writePartition(view.partition, to: &writer)
    InternalProto.EventReference.writeSource(view.source, to: &writer)
    InternalProto.EventReference.writeSequence(view.sequence, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Hold.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.extending() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Hold.endExtending(mark, to: &writer)
    }
    InternalProto.Hold.writeLockedAtDeltaMs(view.lockedAtDeltaMs, to: &writer)
    InternalProto.Hold.writeUntilDeltaMs(view.untilDeltaMs, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Hold.Extension.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Hold.Extension.writeUntilDeltaMs(view.untilDeltaMs, to: &writer)
    InternalProto.Hold.Extension.writeCommandId(view.commandId, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Intent.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.supplierRefund() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Intent.endSupplierRefund(mark, to: &writer)
    }
    if let inner = try view.refund() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Intent.endRefund(mark, to: &writer)
    }
    if let inner = try view.cancel() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Intent.endCancel(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing InternalProto.Intent.Asked.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Intent.Asked.writeReason(view.reason, to: &writer)
    InternalProto.Intent.Asked.writeTicketsHigh(view.ticketsHigh, to: &writer)
    InternalProto.Intent.Asked.writeTicketsLow(view.ticketsLow, to: &writer)
    InternalProto.Intent.Asked.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Intent.Cancel.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Intent.Cancel.writeAtDeltaMs(view.atDeltaMs, to: &writer)
    InternalProto.Intent.Cancel.writeCommandId(view.commandId, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Intent.Kept.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Intent.Kept.writeUnasked(view.unasked, to: &writer)
    InternalProto.Intent.Kept.writeRefundedAtDeltaMs(view.refundedAtDeltaMs, to: &writer)
    InternalProto.Intent.Kept.writeMode(view.mode, to: &writer)
    InternalProto.Intent.Kept.writeCurrency(view.currency, to: &writer)
    if let value = view.amount { InternalProto.Intent.Kept.writeAmount(value, to: &writer) }
    InternalProto.Intent.Kept.writeTicketsHigh(view.ticketsHigh, to: &writer)
    InternalProto.Intent.Kept.writeTicketsLow(view.ticketsLow, to: &writer)
    InternalProto.Intent.Kept.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Issuing.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Issuing.writeCodesMissing(view.codesMissing, to: &writer)
    InternalProto.Issuing.writeCodesDigestLow(view.codesDigestLow, to: &writer)
    if let value = view.codesDigestHigh { InternalProto.Issuing.writeCodesDigestHigh(value, to: &writer) }
    if let value = view.issuedAtDeltaMs { InternalProto.Issuing.writeIssuedAtDeltaMs(value, to: &writer) }
    if let inner = try view.negotiation() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Issuing.endNegotiation(mark, to: &writer)
    }
    InternalProto.Issuing.writeAttempts(view.attempts, to: &writer)
    InternalProto.Issuing.writeSentAtDeltaMs(view.sentAtDeltaMs, to: &writer)
    InternalProto.Issuing.writeStartedAtDeltaMs(view.startedAtDeltaMs, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Issuing.Negotiation.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Issuing.Negotiation.writeLastAnswered(view.lastAnswered, to: &writer)
    InternalProto.Issuing.Negotiation.writeSendsAgain(view.sendsAgain, to: &writer)
    InternalProto.Issuing.Negotiation.writeHasSlot(view.hasSlot, to: &writer)
    if let value = view.nextPollAtDeltaMs { InternalProto.Issuing.Negotiation.writeNextPollAtDeltaMs(value, to: &writer) }
    InternalProto.Issuing.Negotiation.writePolls(view.polls, to: &writer)
    InternalProto.Issuing.Negotiation.writeNotFound(view.notFound, to: &writer)
    if let value = view.lastQueryAtDeltaMs { InternalProto.Issuing.Negotiation.writeLastQueryAtDeltaMs(value, to: &writer) }
    InternalProto.Issuing.Negotiation.writeQueries(view.queries, to: &writer)
    InternalProto.Issuing.Negotiation.writeStartedAtDeltaMs(view.startedAtDeltaMs, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.JournalRecord.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    var list9 = view.nextOffsets, values9: [Int64] = []
    while let value = try list9.next() { values9.append(value) }
    InternalProto.JournalRecord.writeNextOffsets(values9, to: &writer)
    InternalProto.JournalRecord.writePreviousDigest(view.previousDigest, to: &writer)
    InternalProto.JournalRecord.writeDigest(view.digest, to: &writer)
    for wanted in (0..<view.stepsCount).reversed() {
        var list = view.steps, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                InternalProto.JournalRecord.endSteps(mark, to: &writer)
            }
            index += 1
        }
    }
    InternalProto.JournalRecord.writeSentAtMs(view.sentAtMs, to: &writer)
    InternalProto.JournalRecord.writePartitions(view.partitions, to: &writer)
    InternalProto.JournalRecord.writeRuleVersion(view.ruleVersion, to: &writer)
    InternalProto.JournalRecord.writeDirectoryVersion(view.directoryVersion, to: &writer)
    InternalProto.JournalRecord.writeNumber(view.number, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.JournalRecord.Clock.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.JournalRecord.Clock.writeToMs(view.toMs, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.JournalRecord.Move.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.JournalRecord.Move.writeReason(view.reason, to: &writer)
    InternalProto.JournalRecord.Move.writeToOffset(view.toOffset, to: &writer)
    InternalProto.JournalRecord.Move.writeFromOffset(view.fromOffset, to: &writer)
    InternalProto.JournalRecord.Move.writeInput(view.input, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.JournalRecord.Run.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    var list5 = view.tooLargeOffsets, values5: [Int64] = []
    while let value = try list5.next() { values5.append(value) }
    InternalProto.JournalRecord.Run.writeTooLargeOffsets(values5, to: &writer)
    var list4 = view.unverifiedOffsets, values4: [Int64] = []
    while let value = try list4.next() { values4.append(value) }
    InternalProto.JournalRecord.Run.writeUnverifiedOffsets(values4, to: &writer)
    InternalProto.JournalRecord.Run.writeLastOffset(view.lastOffset, to: &writer)
    InternalProto.JournalRecord.Run.writeFirstOffset(view.firstOffset, to: &writer)
    InternalProto.JournalRecord.Run.writeInput(view.input, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.JournalRecord.Step.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.move() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.JournalRecord.Step.endMove(mark, to: &writer)
    }
    if let inner = try view.timers() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.JournalRecord.Step.endTimers(mark, to: &writer)
    }
    if let inner = try view.clock() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.JournalRecord.Step.endClock(mark, to: &writer)
    }
    if let inner = try view.run() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.JournalRecord.Step.endRun(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing InternalProto.JournalRecord.Timers.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    var list5 = view.tooLarge, values5: [UInt32] = []
    while let value = try list5.next() { values5.append(value) }
    InternalProto.JournalRecord.Timers.writeTooLarge(values5, to: &writer)
    InternalProto.JournalRecord.Timers.writeCount(view.count, to: &writer)
    InternalProto.JournalRecord.Timers.writeKind(view.kind, to: &writer)
    InternalProto.JournalRecord.Timers.writeKey(view.key, to: &writer)
    InternalProto.JournalRecord.Timers.writeDueMs(view.dueMs, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Order.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.cancellation() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Order.endCancellation(mark, to: &writer)
    }
    for wanted in (0..<view.askedRefundsCount).reversed() {
        var list = view.askedRefunds, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                InternalProto.Order.endAskedRefunds(mark, to: &writer)
            }
            index += 1
        }
    }
    InternalProto.Order.writeLastChangeDeltaMs(view.lastChangeDeltaMs, to: &writer)
    for wanted in (0..<view.timersCount).reversed() {
        var list = view.timers, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                InternalProto.Order.endTimers(mark, to: &writer)
            }
            index += 1
        }
    }
    for wanted in (0..<view.resultsCount).reversed() {
        var list = view.results, index = 0
        while let element = try list.next() {
            if index == wanted { InternalProto.Order.writeResults(element, to: &writer) }
            index += 1
        }
    }
    for wanted in (0..<view.rememberedCount).reversed() {
        var list = view.remembered, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                InternalProto.Order.endRemembered(mark, to: &writer)
            }
            index += 1
        }
    }
    InternalProto.Order.writeTold(view.told, to: &writer)
    InternalProto.Order.writeSettlement(view.settlement, to: &writer)
    InternalProto.Order.writeReceivable(view.receivable, to: &writer)
    for wanted in (0..<view.intentsCount).reversed() {
        var list = view.intents, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                InternalProto.Order.endIntents(mark, to: &writer)
            }
            index += 1
        }
    }
    for wanted in (0..<view.refundsCount).reversed() {
        var list = view.refunds, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                InternalProto.Order.endRefunds(mark, to: &writer)
            }
            index += 1
        }
    }
    if let inner = try view.release() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Order.endRelease(mark, to: &writer)
    }
    if let inner = try view.issuing() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Order.endIssuing(mark, to: &writer)
    }
    if let inner = try view.hold() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Order.endHold(mark, to: &writer)
    }
    InternalProto.Order.writeInvoice(view.invoice, to: &writer)
    InternalProto.Order.writeBuyer(view.buyer, to: &writer)
    InternalProto.Order.writeDeliveryRequest(view.deliveryRequest, to: &writer)
    InternalProto.Order.writeSupplierOrderId(view.supplierOrderId, to: &writer)
    if let inner = try view.terms() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Order.endTerms(mark, to: &writer)
    }
    for wanted in (0..<view.ticketsCount).reversed() {
        var list = view.tickets, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                InternalProto.Order.endTickets(mark, to: &writer)
            }
            index += 1
        }
    }
    if let inner = try view.placing() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Order.endPlacing(mark, to: &writer)
    }
    InternalProto.Order.writeSequence(view.sequence, to: &writer)
    InternalProto.Order.writeDelivery(view.delivery, to: &writer)
    InternalProto.Order.writeStatus(view.status, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.OrderRecord.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.stub() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.OrderRecord.endStub(mark, to: &writer)
    }
    if let inner = try view.order() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.OrderRecord.endOrder(mark, to: &writer)
    }
    if let inner = try view.refusals() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.OrderRecord.endRefusals(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing InternalProto.PartitionState.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.PartitionState.writeStubs(view.stubs, to: &writer)
    InternalProto.PartitionState.writeTimers(view.timers, to: &writer)
    InternalProto.PartitionState.writeNegotiations(view.negotiations, to: &writer)
    var list11 = view.orders, values11: [UInt64] = []
    while let value = try list11.next() { values11.append(value) }
    InternalProto.PartitionState.writeOrders(values11, to: &writer)
    InternalProto.PartitionState.writeRuleVersion(view.ruleVersion, to: &writer)
    InternalProto.PartitionState.writePartitions(view.partitions, to: &writer)
    InternalProto.PartitionState.writeGroupId(view.groupId, to: &writer)
    InternalProto.PartitionState.writeOperatorActionsNext(view.operatorActionsNext, to: &writer)
    InternalProto.PartitionState.writeSupplierResultsNext(view.supplierResultsNext, to: &writer)
    InternalProto.PartitionState.writeOrderCommandsNext(view.orderCommandsNext, to: &writer)
    InternalProto.PartitionState.writeDirectoryVersion(view.directoryVersion, to: &writer)
    InternalProto.PartitionState.writeClockMs(view.clockMs, to: &writer)
    InternalProto.PartitionState.writeDigest(view.digest, to: &writer)
    InternalProto.PartitionState.writeNumber(view.number, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Placing.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Placing.writeLockSentAtDeltaMs(view.lockSentAtDeltaMs, to: &writer)
    InternalProto.Placing.writeHoldAskedUntilDeltaMs(view.holdAskedUntilDeltaMs, to: &writer)
    InternalProto.Placing.writeDeliveryMethod(view.deliveryMethod, to: &writer)
    InternalProto.Placing.writeShowStartsAtDeltaMs(view.showStartsAtDeltaMs, to: &writer)
    InternalProto.Placing.writePlacedAtMs(view.placedAtMs, to: &writer)
    InternalProto.Placing.writeShowId(view.showId, to: &writer)
    InternalProto.Placing.writeProjectId(view.projectId, to: &writer)
    InternalProto.Placing.writeSupplierId(view.supplierId, to: &writer)
    InternalProto.Placing.writeDigestLow(view.digestLow, to: &writer)
    InternalProto.Placing.writeDigestHigh(view.digestHigh, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Refund.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let value = view.distributorRefundedAtDeltaMs { InternalProto.Refund.writeDistributorRefundedAtDeltaMs(value, to: &writer) }
    InternalProto.Refund.writeIsUndated(view.isUndated, to: &writer)
    InternalProto.Refund.writeMode(view.mode, to: &writer)
    InternalProto.Refund.writeDistributorAmount(view.distributorAmount, to: &writer)
    InternalProto.Refund.writePenalty(view.penalty, to: &writer)
    InternalProto.Refund.writeSettlementAmount(view.settlementAmount, to: &writer)
    if let value = view.supplierRefundedAtDeltaMs { InternalProto.Refund.writeSupplierRefundedAtDeltaMs(value, to: &writer) }
    InternalProto.Refund.writeEscalated(view.escalated, to: &writer)
    if let value = view.dueDeltaMs { InternalProto.Refund.writeDueDeltaMs(value, to: &writer) }
    InternalProto.Refund.writeAttempts(view.attempts, to: &writer)
    InternalProto.Refund.writeRequestedAtDeltaMs(view.requestedAtDeltaMs, to: &writer)
    InternalProto.Refund.writeUnasked(view.unasked, to: &writer)
    InternalProto.Refund.writePhase(view.phase, to: &writer)
    InternalProto.Refund.writeTicketsHigh(view.ticketsHigh, to: &writer)
    InternalProto.Refund.writeTicketsLow(view.ticketsLow, to: &writer)
    InternalProto.Refund.writeId(view.id, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Refusals.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    for wanted in (0..<view.refusalsCount).reversed() {
        var list = view.refusals, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                InternalProto.Refusals.endRefusals(mark, to: &writer)
            }
            index += 1
        }
    }
}

func rewrite(_ view: borrowing InternalProto.Refusals.Refusal.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Refusals.Refusal.writeForgetAtMs(view.forgetAtMs, to: &writer)
    if let inner = try view.command() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Refusals.Refusal.endCommand(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing InternalProto.Release.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Release.writeAttempts(view.attempts, to: &writer)
    InternalProto.Release.writeStartedAtDeltaMs(view.startedAtDeltaMs, to: &writer)
    InternalProto.Release.writeReason(view.reason, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Remembered.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Remembered.writeAccepted(view.accepted, to: &writer)
    if let inner = try view.answer() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Remembered.endAnswer(mark, to: &writer)
    }
    InternalProto.Remembered.writeDigestLow(view.digestLow, to: &writer)
    InternalProto.Remembered.writeDigestHigh(view.digestHigh, to: &writer)
    InternalProto.Remembered.writeSender(view.sender, to: &writer)
    InternalProto.Remembered.writeId(view.id, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Stub.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Stub.writeForgetAtMs(view.forgetAtMs, to: &writer)
    InternalProto.Stub.writeTicketCount(view.ticketCount, to: &writer)
    InternalProto.Stub.writeRefundedHigh(view.refundedHigh, to: &writer)
    InternalProto.Stub.writeRefundedLow(view.refundedLow, to: &writer)
    InternalProto.Stub.writeSupplierId(view.supplierId, to: &writer)
    if let inner = try view.placingAnswer() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        InternalProto.Stub.endPlacingAnswer(mark, to: &writer)
    }
    InternalProto.Stub.writePlacingDigestLow(view.placingDigestLow, to: &writer)
    InternalProto.Stub.writePlacingDigestHigh(view.placingDigestHigh, to: &writer)
    InternalProto.Stub.writeSequence(view.sequence, to: &writer)
    InternalProto.Stub.writeDelivery(view.delivery, to: &writer)
    InternalProto.Stub.writeStatus(view.status, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.SupplierState.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.SupplierState.writeAnswerMicroseconds(view.answerMicroseconds, to: &writer)
    InternalProto.SupplierState.writeNextQueryAtMicroseconds(view.nextQueryAtMicroseconds, to: &writer)
    InternalProto.SupplierState.writeIsProbing(view.isProbing, to: &writer)
    if let value = view.openUntilMs { InternalProto.SupplierState.writeOpenUntilMs(value, to: &writer) }
    for wanted in (0..<view.bucketsCount).reversed() {
        var list = view.buckets, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                InternalProto.SupplierState.endBuckets(mark, to: &writer)
            }
            index += 1
        }
    }
}

func rewrite(_ view: borrowing InternalProto.SupplierState.Bucket.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.SupplierState.Bucket.writeSlow(view.slow, to: &writer)
    InternalProto.SupplierState.Bucket.writeFailures(view.failures, to: &writer)
    InternalProto.SupplierState.Bucket.writeCalls(view.calls, to: &writer)
    InternalProto.SupplierState.Bucket.writeStartMs(view.startMs, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Terms.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Terms.writeMayRefund(view.mayRefund, to: &writer)
    InternalProto.Terms.writeSupplierContractVersion(view.supplierContractVersion, to: &writer)
    InternalProto.Terms.writeSupplierContractId(view.supplierContractId, to: &writer)
    InternalProto.Terms.writeDistributorContractVersion(view.distributorContractVersion, to: &writer)
    InternalProto.Terms.writeDistributorContractId(view.distributorContractId, to: &writer)
    InternalProto.Terms.writePostage(view.postage, to: &writer)
    InternalProto.Terms.writeSettlementCurrency(view.settlementCurrency, to: &writer)
    InternalProto.Terms.writeSellCurrency(view.sellCurrency, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Ticket.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Ticket.writeSettlement(view.settlement, to: &writer)
    InternalProto.Ticket.writeCommission(view.commission, to: &writer)
    InternalProto.Ticket.writeDiscount(view.discount, to: &writer)
    InternalProto.Ticket.writeStep(view.step, to: &writer)
    InternalProto.Ticket.writeSell(view.sell, to: &writer)
    InternalProto.Ticket.writeTicketClassId(view.ticketClassId, to: &writer)
}

func rewrite(_ view: borrowing InternalProto.Timer.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    InternalProto.Timer.writeDueDeltaMs(view.dueDeltaMs, to: &writer)
    InternalProto.Timer.writeKind(view.kind, to: &writer)
}

func rewrite(_ view: borrowing Proto.Account.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Account.writeMaxTicketsPerOrder(view.maxTicketsPerOrder, to: &writer)
    Proto.Account.writeTimeWindowSeconds(view.timeWindowSeconds, to: &writer)
    for wanted in (0..<view.keysCount).reversed() {
        var list = view.keys, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.Account.endKeys(mark, to: &writer)
            }
            index += 1
        }
    }
    Proto.Account.writeSuspended(view.suspended, to: &writer)
    if let inner = try view.validUntil() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Account.endValidUntil(mark, to: &writer)
    }
    if let inner = try view.validFrom() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Account.endValidFrom(mark, to: &writer)
    }
    Proto.Account.writeName(view.name, to: &writer)
    Proto.Account.writeAccountId(view.accountId, to: &writer)
}

func rewrite(_ view: borrowing Proto.Buyer.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Buyer.writeDocument(view.document, to: &writer)
    Proto.Buyer.writeEmail(view.email, to: &writer)
    Proto.Buyer.writePhone(view.phone, to: &writer)
    Proto.Buyer.writeName(view.name, to: &writer)
}

func rewrite(_ view: borrowing Proto.CancelOrder.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.CancelOrder.writeReason(view.reason, to: &writer)
}

func rewrite(_ view: borrowing Proto.CatalogItem.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.ticketOffer() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.CatalogItem.endTicketOffer(mark, to: &writer)
    }
    if let inner = try view.show() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.CatalogItem.endShow(mark, to: &writer)
    }
    if let inner = try view.project() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.CatalogItem.endProject(mark, to: &writer)
    }
    if let inner = try view.visibleUntil() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.CatalogItem.endVisibleUntil(mark, to: &writer)
    }
    Proto.CatalogItem.writeDirectoryVersion(view.directoryVersion, to: &writer)
}

func rewrite(_ view: borrowing Proto.Cause.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.operatorAction() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Cause.endOperatorAction(mark, to: &writer)
    }
    if let inner = try view.timer() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Cause.endTimer(mark, to: &writer)
    }
    if let inner = try view.result() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Cause.endResult(mark, to: &writer)
    }
    if let inner = try view.command() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Cause.endCommand(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing Proto.Cause.Record.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Cause.Record.writeOffset(view.offset, to: &writer)
    Proto.Cause.Record.writePartition(view.partition, to: &writer)
    Proto.Cause.Record.writeId(view.id, to: &writer)
}

func rewrite(_ view: borrowing Proto.Cause.Timer.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Cause.Timer.writeDueMs(view.dueMs, to: &writer)
    Proto.Cause.Timer.writeKind(view.kind, to: &writer)
}

func rewrite(_ view: borrowing Proto.Circuit.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Circuit.writeOpenMs(view.openMs, to: &writer)
    Proto.Circuit.writeSlowPercent(view.slowPercent, to: &writer)
    Proto.Circuit.writeSlowCallMs(view.slowCallMs, to: &writer)
    Proto.Circuit.writeFailurePercent(view.failurePercent, to: &writer)
    Proto.Circuit.writeMinimumCalls(view.minimumCalls, to: &writer)
    Proto.Circuit.writeWindowMs(view.windowMs, to: &writer)
}

func rewrite(_ view: borrowing Proto.Contract.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    for wanted in (0..<view.zoneOffsetsCount).reversed() {
        var list = view.zoneOffsets, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.Contract.endZoneOffsets(mark, to: &writer)
            }
            index += 1
        }
    }
    Proto.Contract.writeRefundReportMinutes(view.refundReportMinutes, to: &writer)
    if let inner = try view.validFrom() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Contract.endValidFrom(mark, to: &writer)
    }
    Proto.Contract.writeCommissionBasisPoints(view.commissionBasisPoints, to: &writer)
    Proto.Contract.writeCurrency(view.currency, to: &writer)
    Proto.Contract.writeGraceMinutes(view.graceMinutes, to: &writer)
    Proto.Contract.writeTimeZone(view.timeZone, to: &writer)
    Proto.Contract.writePeriod(view.period, to: &writer)
    Proto.Contract.writeSupplierId(view.supplierId, to: &writer)
    Proto.Contract.writeDistributorId(view.distributorId, to: &writer)
    Proto.Contract.writeVersion(view.version, to: &writer)
    Proto.Contract.writeContractId(view.contractId, to: &writer)
}

func rewrite(_ view: borrowing Proto.Contract.ZoneOffset.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Contract.ZoneOffset.writeUtcOffsetSeconds(view.utcOffsetSeconds, to: &writer)
    if let inner = try view.from() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Contract.ZoneOffset.endFrom(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing Proto.DeliveryOption.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.postage() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.DeliveryOption.endPostage(mark, to: &writer)
    }
    Proto.DeliveryOption.writeMethod(view.method, to: &writer)
}

func rewrite(_ view: borrowing Proto.DeliveryRequest.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.DeliveryRequest.writeEmail(view.email, to: &writer)
    Proto.DeliveryRequest.writePostalCode(view.postalCode, to: &writer)
    Proto.DeliveryRequest.writeAddress(view.address, to: &writer)
    Proto.DeliveryRequest.writePhone(view.phone, to: &writer)
    Proto.DeliveryRequest.writeRecipient(view.recipient, to: &writer)
    Proto.DeliveryRequest.writeMethod(view.method, to: &writer)
}

func rewrite(_ view: borrowing Proto.DirectoryRecord.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.DirectoryRecord.writeReason(view.reason, to: &writer)
    Proto.DirectoryRecord.writeChangedBy(view.changedBy, to: &writer)
    if let inner = try view.settings() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.DirectoryRecord.endSettings(mark, to: &writer)
    }
    if let inner = try view.contract() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.DirectoryRecord.endContract(mark, to: &writer)
    }
    if let inner = try view.ticketClass() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.DirectoryRecord.endTicketClass(mark, to: &writer)
    }
    if let inner = try view.show() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.DirectoryRecord.endShow(mark, to: &writer)
    }
    if let inner = try view.project() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.DirectoryRecord.endProject(mark, to: &writer)
    }
    if let inner = try view.supplier() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.DirectoryRecord.endSupplier(mark, to: &writer)
    }
    if let inner = try view.grant() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.DirectoryRecord.endGrant(mark, to: &writer)
    }
    if let inner = try view.account() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.DirectoryRecord.endAccount(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing Proto.ExtendHold.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.until() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.ExtendHold.endUntil(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing Proto.Grant.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Grant.writeDenied(view.denied, to: &writer)
    if let inner = try view.validUntil() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Grant.endValidUntil(mark, to: &writer)
    }
    if let inner = try view.validFrom() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.Grant.endValidFrom(mark, to: &writer)
    }
    var list20 = view.permissions, values20: [Int32] = []
    while let value = try list20.next() { values20.append(value) }
    Proto.Grant.writePermissions(values20, to: &writer)
    if let value = view.ticketClassId { Proto.Grant.writeTicketClassId(value, to: &writer) }
    if let value = view.showId { Proto.Grant.writeShowId(value, to: &writer) }
    if let value = view.projectId { Proto.Grant.writeProjectId(value, to: &writer) }
    if let value = view.supplierId { Proto.Grant.writeSupplierId(value, to: &writer) }
    if let value = view.group { Proto.Grant.writeGroup(value, to: &writer) }
    Proto.Grant.writeAccountId(view.accountId, to: &writer)
    Proto.Grant.writeGrantId(view.grantId, to: &writer)
}

func rewrite(_ view: borrowing Proto.Invoice.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Invoice.writeTaxId(view.taxId, to: &writer)
    Proto.Invoice.writeTitle(view.title, to: &writer)
    Proto.Invoice.writeKind(view.kind, to: &writer)
}

func rewrite(_ view: borrowing Proto.IssueTickets.View, to writer: inout ReverseWriter) throws(ProtobufError) {
}

func rewrite(_ view: borrowing Proto.IssuedTicket.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.IssuedTicket.writeSeatLabel(view.seatLabel, to: &writer)
    Proto.IssuedTicket.writeCodeFormat(view.codeFormat, to: &writer)
    Proto.IssuedTicket.writeSeatId(view.seatId, to: &writer)
    Proto.IssuedTicket.writeCode(view.code, to: &writer)
    Proto.IssuedTicket.writeSequence(view.sequence, to: &writer)
}

func rewrite(_ view: borrowing Proto.LedgerEntry.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.LedgerEntry.writeShowId(view.showId, to: &writer)
    Proto.LedgerEntry.writeProjectId(view.projectId, to: &writer)
    Proto.LedgerEntry.writeContractId(view.contractId, to: &writer)
    Proto.LedgerEntry.writeRefundMode(view.refundMode, to: &writer)
    for wanted in (0..<view.linesCount).reversed() {
        var list = view.lines, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.LedgerEntry.endLines(mark, to: &writer)
            }
            index += 1
        }
    }
    Proto.LedgerEntry.writeEventId(view.eventId, to: &writer)
    Proto.LedgerEntry.writeReverses(view.reverses, to: &writer)
    Proto.LedgerEntry.writeContractVersion(view.contractVersion, to: &writer)
    Proto.LedgerEntry.writeOriginPeriod(view.originPeriod, to: &writer)
    Proto.LedgerEntry.writePeriod(view.period, to: &writer)
    if let inner = try view.recordedAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.LedgerEntry.endRecordedAt(mark, to: &writer)
    }
    if let inner = try view.effectiveAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.LedgerEntry.endEffectiveAt(mark, to: &writer)
    }
    Proto.LedgerEntry.writeTimeBase(view.timeBase, to: &writer)
    Proto.LedgerEntry.writeRefundId(view.refundId, to: &writer)
    Proto.LedgerEntry.writeSupplierOrderId(view.supplierOrderId, to: &writer)
    Proto.LedgerEntry.writeSupplierId(view.supplierId, to: &writer)
    Proto.LedgerEntry.writeDistributorOrderId(view.distributorOrderId, to: &writer)
    Proto.LedgerEntry.writeDistributorId(view.distributorId, to: &writer)
    Proto.LedgerEntry.writePartyId(view.partyId, to: &writer)
    if let inner = try view.amount() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.LedgerEntry.endAmount(mark, to: &writer)
    }
    Proto.LedgerEntry.writeKind(view.kind, to: &writer)
    Proto.LedgerEntry.writeBook(view.book, to: &writer)
    Proto.LedgerEntry.writeEntryId(view.entryId, to: &writer)
}

func rewrite(_ view: borrowing Proto.LedgerLine.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.LedgerLine.writeTicketClassId(view.ticketClassId, to: &writer)
    Proto.LedgerLine.writeMinorUnits(view.minorUnits, to: &writer)
    Proto.LedgerLine.writeComponent(view.component, to: &writer)
    if let value = view.ticket { Proto.LedgerLine.writeTicket(value, to: &writer) }
}

func rewrite(_ view: borrowing Proto.Money.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.Money.writeCurrency(view.currency, to: &writer)
    Proto.Money.writeMinorUnits(view.minorUnits, to: &writer)
}

func rewrite(_ view: borrowing Proto.OperatorAction.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.readmit() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OperatorAction.endReadmit(mark, to: &writer)
    }
    if let inner = try view.reportRefund() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OperatorAction.endReportRefund(mark, to: &writer)
    }
    if let inner = try view.correct() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OperatorAction.endCorrect(mark, to: &writer)
    }
    if let inner = try view.cancelHold() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OperatorAction.endCancelHold(mark, to: &writer)
    }
    if let inner = try view.queryNow() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OperatorAction.endQueryNow(mark, to: &writer)
    }
    if let inner = try view.resolve() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OperatorAction.endResolve(mark, to: &writer)
    }
    Proto.OperatorAction.writeApprovedBy(view.approvedBy, to: &writer)
    Proto.OperatorAction.writeReason(view.reason, to: &writer)
    Proto.OperatorAction.writeOperator(view.`operator`, to: &writer)
    Proto.OperatorAction.writeDistributorOrderId(view.distributorOrderId, to: &writer)
    Proto.OperatorAction.writeDistributorId(view.distributorId, to: &writer)
    Proto.OperatorAction.writeActionId(view.actionId, to: &writer)
}

func rewrite(_ view: borrowing Proto.OperatorAction.CancelHold.View, to writer: inout ReverseWriter) throws(ProtobufError) {
}

func rewrite(_ view: borrowing Proto.OperatorAction.Correct.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OperatorAction.Correct.writeReverses(view.reverses, to: &writer)
    if let inner = try view.effectiveAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OperatorAction.Correct.endEffectiveAt(mark, to: &writer)
    }
    if let inner = try view.amount() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OperatorAction.Correct.endAmount(mark, to: &writer)
    }
    Proto.OperatorAction.Correct.writeBook(view.book, to: &writer)
}

func rewrite(_ view: borrowing Proto.OperatorAction.Header.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OperatorAction.Header.writeValue(view.value, to: &writer)
    Proto.OperatorAction.Header.writeName(view.name, to: &writer)
}

func rewrite(_ view: borrowing Proto.OperatorAction.QueryNow.View, to writer: inout ReverseWriter) throws(ProtobufError) {
}

func rewrite(_ view: borrowing Proto.OperatorAction.Readmit.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    for wanted in (0..<view.headersCount).reversed() {
        var list = view.headers, index = 0
        while let element = try list.next() {
            if index == wanted {
                let mark = writer.mark()
                try rewrite(element, to: &writer)
                Proto.OperatorAction.Readmit.endHeaders(mark, to: &writer)
            }
            index += 1
        }
    }
    Proto.OperatorAction.Readmit.writeValue(view.value, to: &writer)
    Proto.OperatorAction.Readmit.writeKey(view.key, to: &writer)
    if let inner = try view.appendedAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OperatorAction.Readmit.endAppendedAt(mark, to: &writer)
    }
    Proto.OperatorAction.Readmit.writeOffset(view.offset, to: &writer)
    Proto.OperatorAction.Readmit.writePartition(view.partition, to: &writer)
    Proto.OperatorAction.Readmit.writeTopic(view.topic, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderCommand.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.reportRefund() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderCommand.endReportRefund(mark, to: &writer)
    }
    if let inner = try view.requestRefund() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderCommand.endRequestRefund(mark, to: &writer)
    }
    if let inner = try view.extendHold() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderCommand.endExtendHold(mark, to: &writer)
    }
    if let inner = try view.cancelOrder() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderCommand.endCancelOrder(mark, to: &writer)
    }
    if let inner = try view.issueTickets() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderCommand.endIssueTickets(mark, to: &writer)
    }
    if let inner = try view.placeOrder() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderCommand.endPlaceOrder(mark, to: &writer)
    }
    if let inner = try view.createdAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderCommand.endCreatedAt(mark, to: &writer)
    }
    Proto.OrderCommand.writeDistributorOrderId(view.distributorOrderId, to: &writer)
    Proto.OrderCommand.writeDistributorId(view.distributorId, to: &writer)
    Proto.OrderCommand.writeCommandId(view.commandId, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.holdExtensionRefused() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endHoldExtensionRefused(mark, to: &writer)
    }
    if let inner = try view.operatorActed() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endOperatorActed(mark, to: &writer)
    }
    if let inner = try view.anomalyFound() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endAnomalyFound(mark, to: &writer)
    }
    if let inner = try view.commandRejected() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endCommandRejected(mark, to: &writer)
    }
    if let inner = try view.commandRepeated() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endCommandRepeated(mark, to: &writer)
    }
    if let inner = try view.intentRecorded() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endIntentRecorded(mark, to: &writer)
    }
    if let inner = try view.deliveryChanged() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endDeliveryChanged(mark, to: &writer)
    }
    if let inner = try view.distributorRefundFailed() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endDistributorRefundFailed(mark, to: &writer)
    }
    if let inner = try view.distributorRefunded() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endDistributorRefunded(mark, to: &writer)
    }
    if let inner = try view.supplierRefunded() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endSupplierRefunded(mark, to: &writer)
    }
    if let inner = try view.refundRefused() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endRefundRefused(mark, to: &writer)
    }
    if let inner = try view.refundRequested() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endRefundRequested(mark, to: &writer)
    }
    if let inner = try view.issueFailed() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endIssueFailed(mark, to: &writer)
    }
    if let inner = try view.issued() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endIssued(mark, to: &writer)
    }
    if let inner = try view.escalated() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endEscalated(mark, to: &writer)
    }
    if let inner = try view.negotiationStarted() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endNegotiationStarted(mark, to: &writer)
    }
    if let inner = try view.issueStarted() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endIssueStarted(mark, to: &writer)
    }
    if let inner = try view.canceled() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endCanceled(mark, to: &writer)
    }
    if let inner = try view.holdExtended() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endHoldExtended(mark, to: &writer)
    }
    if let inner = try view.lockFailed() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endLockFailed(mark, to: &writer)
    }
    if let inner = try view.locked() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endLocked(mark, to: &writer)
    }
    if let inner = try view.placed() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endPlaced(mark, to: &writer)
    }
    Proto.OrderEvent.writeDeliveryStatus(view.deliveryStatus, to: &writer)
    Proto.OrderEvent.writeStatusBefore(view.statusBefore, to: &writer)
    Proto.OrderEvent.writeStatus(view.status, to: &writer)
    if let inner = try view.cause() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endCause(mark, to: &writer)
    }
    if let inner = try view.occurredAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.endOccurredAt(mark, to: &writer)
    }
    Proto.OrderEvent.writeSequence(view.sequence, to: &writer)
    Proto.OrderEvent.writeDistributorOrderId(view.distributorOrderId, to: &writer)
    Proto.OrderEvent.writeDistributorId(view.distributorId, to: &writer)
    Proto.OrderEvent.writeEventId(view.eventId, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.AnomalyFound.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.AnomalyFound.writeMessage(view.message, to: &writer)
    Proto.OrderEvent.AnomalyFound.writeCode(view.code, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.Canceled.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.Canceled.writeReason(view.reason, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.CommandRejected.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.currentTotal() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.CommandRejected.endCurrentTotal(mark, to: &writer)
    }
    Proto.OrderEvent.CommandRejected.writeMessage(view.message, to: &writer)
    Proto.OrderEvent.CommandRejected.writeCode(view.code, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.CommandRepeated.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.CommandRepeated.writeFirstEventId(view.firstEventId, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.DeliveryChanged.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.DeliveryChanged.writeTrackingNumber(view.trackingNumber, to: &writer)
    Proto.OrderEvent.DeliveryChanged.writeCarrier(view.carrier, to: &writer)
    Proto.OrderEvent.DeliveryChanged.writeBefore(view.before, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.DistributorRefundFailed.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.DistributorRefundFailed.writeReason(view.reason, to: &writer)
    Proto.OrderEvent.DistributorRefundFailed.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.DistributorRefunded.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.refundedAt() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.DistributorRefunded.endRefundedAt(mark, to: &writer)
    }
    Proto.OrderEvent.DistributorRefunded.writeRefundId(view.refundId, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.Escalated.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.Escalated.writeQueries(view.queries, to: &writer)
    Proto.OrderEvent.Escalated.writeReason(view.reason, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.HoldExtended.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    if let inner = try view.holdUntil() {
        let mark = writer.mark()
        try rewrite(inner, to: &writer)
        Proto.OrderEvent.HoldExtended.endHoldUntil(mark, to: &writer)
    }
}

func rewrite(_ view: borrowing Proto.OrderEvent.HoldExtensionRefused.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.HoldExtensionRefused.writeMessage(view.message, to: &writer)
    Proto.OrderEvent.HoldExtensionRefused.writeCode(view.code, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.IntentRecorded.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.IntentRecorded.writeIntent(view.intent, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.IssueFailed.View, to writer: inout ReverseWriter) throws(ProtobufError) {
    Proto.OrderEvent.IssueFailed.writeMessage(view.message, to: &writer)
    Proto.OrderEvent.IssueFailed.writeCode(view.code, to: &writer)
}

func rewrite(_ view: borrowing Proto.OrderEvent.IssueStarted.View, to writer: inout ReverseWriter) throws(ProtobufError) {
}

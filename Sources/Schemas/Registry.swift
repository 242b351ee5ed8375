// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

/// The messages and enums of `turnstile.internal.v1`.
public enum InternalProto {}

/// The messages and enums of `google.protobuf` and `turnstile.v1`.
public enum Proto {}

/// - Parameter name: with the package, for example `turnstile.v1.OrderEvent`.
public func descriptor(named name: String) -> MessageDescriptor? {
    switch name {
    case "google.protobuf.Timestamp": Proto.Timestamp.descriptor
    case "turnstile.internal.v1.AskedRefund": InternalProto.AskedRefund.descriptor
    case "turnstile.internal.v1.Cancellation": InternalProto.Cancellation.descriptor
    case "turnstile.internal.v1.EventReference": InternalProto.EventReference.descriptor
    case "turnstile.internal.v1.Hold": InternalProto.Hold.descriptor
    case "turnstile.internal.v1.Hold.Extension": InternalProto.Hold.Extension.descriptor
    case "turnstile.internal.v1.Intent": InternalProto.Intent.descriptor
    case "turnstile.internal.v1.Intent.Asked": InternalProto.Intent.Asked.descriptor
    case "turnstile.internal.v1.Intent.Cancel": InternalProto.Intent.Cancel.descriptor
    case "turnstile.internal.v1.Intent.Kept": InternalProto.Intent.Kept.descriptor
    case "turnstile.internal.v1.Issuing": InternalProto.Issuing.descriptor
    case "turnstile.internal.v1.Issuing.Negotiation": InternalProto.Issuing.Negotiation.descriptor
    case "turnstile.internal.v1.JournalRecord": InternalProto.JournalRecord.descriptor
    case "turnstile.internal.v1.JournalRecord.Clock": InternalProto.JournalRecord.Clock.descriptor
    case "turnstile.internal.v1.JournalRecord.Move": InternalProto.JournalRecord.Move.descriptor
    case "turnstile.internal.v1.JournalRecord.Run": InternalProto.JournalRecord.Run.descriptor
    case "turnstile.internal.v1.JournalRecord.Step": InternalProto.JournalRecord.Step.descriptor
    case "turnstile.internal.v1.JournalRecord.Timers": InternalProto.JournalRecord.Timers.descriptor
    case "turnstile.internal.v1.Order": InternalProto.Order.descriptor
    case "turnstile.internal.v1.OrderRecord": InternalProto.OrderRecord.descriptor
    case "turnstile.internal.v1.PartitionState": InternalProto.PartitionState.descriptor
    case "turnstile.internal.v1.Placing": InternalProto.Placing.descriptor
    case "turnstile.internal.v1.Refund": InternalProto.Refund.descriptor
    case "turnstile.internal.v1.Refusals": InternalProto.Refusals.descriptor
    case "turnstile.internal.v1.Refusals.Refusal": InternalProto.Refusals.Refusal.descriptor
    case "turnstile.internal.v1.Release": InternalProto.Release.descriptor
    case "turnstile.internal.v1.Remembered": InternalProto.Remembered.descriptor
    case "turnstile.internal.v1.Stub": InternalProto.Stub.descriptor
    case "turnstile.internal.v1.SupplierState": InternalProto.SupplierState.descriptor
    case "turnstile.internal.v1.SupplierState.Bucket": InternalProto.SupplierState.Bucket.descriptor
    case "turnstile.internal.v1.Terms": InternalProto.Terms.descriptor
    case "turnstile.internal.v1.Ticket": InternalProto.Ticket.descriptor
    case "turnstile.internal.v1.Timer": InternalProto.Timer.descriptor
    case "turnstile.v1.Account": Proto.Account.descriptor
    case "turnstile.v1.Buyer": Proto.Buyer.descriptor
    case "turnstile.v1.CancelOrder": Proto.CancelOrder.descriptor
    case "turnstile.v1.CatalogItem": Proto.CatalogItem.descriptor
    case "turnstile.v1.Cause": Proto.Cause.descriptor
    case "turnstile.v1.Cause.Record": Proto.Cause.Record.descriptor
    case "turnstile.v1.Cause.Timer": Proto.Cause.Timer.descriptor
    case "turnstile.v1.Circuit": Proto.Circuit.descriptor
    case "turnstile.v1.Contract": Proto.Contract.descriptor
    case "turnstile.v1.Contract.ZoneOffset": Proto.Contract.ZoneOffset.descriptor
    case "turnstile.v1.DeliveryOption": Proto.DeliveryOption.descriptor
    case "turnstile.v1.DeliveryRequest": Proto.DeliveryRequest.descriptor
    case "turnstile.v1.DirectoryRecord": Proto.DirectoryRecord.descriptor
    case "turnstile.v1.ExtendHold": Proto.ExtendHold.descriptor
    case "turnstile.v1.Grant": Proto.Grant.descriptor
    case "turnstile.v1.Invoice": Proto.Invoice.descriptor
    case "turnstile.v1.IssueTickets": Proto.IssueTickets.descriptor
    case "turnstile.v1.IssuedTicket": Proto.IssuedTicket.descriptor
    case "turnstile.v1.LedgerEntry": Proto.LedgerEntry.descriptor
    case "turnstile.v1.LedgerLine": Proto.LedgerLine.descriptor
    case "turnstile.v1.Money": Proto.Money.descriptor
    case "turnstile.v1.OperatorAction": Proto.OperatorAction.descriptor
    case "turnstile.v1.OperatorAction.CancelHold": Proto.OperatorAction.CancelHold.descriptor
    case "turnstile.v1.OperatorAction.Correct": Proto.OperatorAction.Correct.descriptor
    case "turnstile.v1.OperatorAction.Header": Proto.OperatorAction.Header.descriptor
    case "turnstile.v1.OperatorAction.QueryNow": Proto.OperatorAction.QueryNow.descriptor
    case "turnstile.v1.OperatorAction.Readmit": Proto.OperatorAction.Readmit.descriptor
    case "turnstile.v1.OrderCommand": Proto.OrderCommand.descriptor
    case "turnstile.v1.OrderEvent": Proto.OrderEvent.descriptor
    case "turnstile.v1.OrderEvent.AnomalyFound": Proto.OrderEvent.AnomalyFound.descriptor
    case "turnstile.v1.OrderEvent.Canceled": Proto.OrderEvent.Canceled.descriptor
    case "turnstile.v1.OrderEvent.CommandRejected": Proto.OrderEvent.CommandRejected.descriptor
    case "turnstile.v1.OrderEvent.CommandRepeated": Proto.OrderEvent.CommandRepeated.descriptor
    case "turnstile.v1.OrderEvent.DeliveryChanged": Proto.OrderEvent.DeliveryChanged.descriptor
    case "turnstile.v1.OrderEvent.DistributorRefundFailed": Proto.OrderEvent.DistributorRefundFailed.descriptor
    case "turnstile.v1.OrderEvent.DistributorRefunded": Proto.OrderEvent.DistributorRefunded.descriptor
    case "turnstile.v1.OrderEvent.Escalated": Proto.OrderEvent.Escalated.descriptor
    case "turnstile.v1.OrderEvent.HoldExtended": Proto.OrderEvent.HoldExtended.descriptor
    case "turnstile.v1.OrderEvent.HoldExtensionRefused": Proto.OrderEvent.HoldExtensionRefused.descriptor
    case "turnstile.v1.OrderEvent.IntentRecorded": Proto.OrderEvent.IntentRecorded.descriptor
    case "turnstile.v1.OrderEvent.IssueFailed": Proto.OrderEvent.IssueFailed.descriptor
    case "turnstile.v1.OrderEvent.IssueStarted": Proto.OrderEvent.IssueStarted.descriptor
    case "turnstile.v1.OrderEvent.Issued": Proto.OrderEvent.Issued.descriptor
    case "turnstile.v1.OrderEvent.LockFailed": Proto.OrderEvent.LockFailed.descriptor
    case "turnstile.v1.OrderEvent.Locked": Proto.OrderEvent.Locked.descriptor
    case "turnstile.v1.OrderEvent.NegotiationStarted": Proto.OrderEvent.NegotiationStarted.descriptor
    case "turnstile.v1.OrderEvent.OperatorActed": Proto.OrderEvent.OperatorActed.descriptor
    case "turnstile.v1.OrderEvent.Placed": Proto.OrderEvent.Placed.descriptor
    case "turnstile.v1.OrderEvent.RefundRefused": Proto.OrderEvent.RefundRefused.descriptor
    case "turnstile.v1.OrderEvent.RefundRequested": Proto.OrderEvent.RefundRequested.descriptor
    case "turnstile.v1.OrderEvent.SupplierRefunded": Proto.OrderEvent.SupplierRefunded.descriptor
    case "turnstile.v1.PlaceOrder": Proto.PlaceOrder.descriptor
    case "turnstile.v1.PollRule": Proto.PollRule.descriptor
    case "turnstile.v1.PollRule.Step": Proto.PollRule.Step.descriptor
    case "turnstile.v1.Project": Proto.Project.descriptor
    case "turnstile.v1.ReportRefund": Proto.ReportRefund.descriptor
    case "turnstile.v1.RequestRefund": Proto.RequestRefund.descriptor
    case "turnstile.v1.RetryRule": Proto.RetryRule.descriptor
    case "turnstile.v1.Seat": Proto.Seat.descriptor
    case "turnstile.v1.Settings": Proto.Settings.descriptor
    case "turnstile.v1.Show": Proto.Show.descriptor
    case "turnstile.v1.SigningKey": Proto.SigningKey.descriptor
    case "turnstile.v1.Statement": Proto.Statement.descriptor
    case "turnstile.v1.Supplier": Proto.Supplier.descriptor
    case "turnstile.v1.SupplierRequest": Proto.SupplierRequest.descriptor
    case "turnstile.v1.SupplierRequest.Extend": Proto.SupplierRequest.Extend.descriptor
    case "turnstile.v1.SupplierRequest.Issue": Proto.SupplierRequest.Issue.descriptor
    case "turnstile.v1.SupplierRequest.Lock": Proto.SupplierRequest.Lock.descriptor
    case "turnstile.v1.SupplierRequest.Query": Proto.SupplierRequest.Query.descriptor
    case "turnstile.v1.SupplierRequest.Refund": Proto.SupplierRequest.Refund.descriptor
    case "turnstile.v1.SupplierRequest.Release": Proto.SupplierRequest.Release.descriptor
    case "turnstile.v1.SupplierResult": Proto.SupplierResult.descriptor
    case "turnstile.v1.SupplierResult.DeliveryUpdate": Proto.SupplierResult.DeliveryUpdate.descriptor
    case "turnstile.v1.SupplierResult.Extended": Proto.SupplierResult.Extended.descriptor
    case "turnstile.v1.SupplierResult.Issued": Proto.SupplierResult.Issued.descriptor
    case "turnstile.v1.SupplierResult.Locked": Proto.SupplierResult.Locked.descriptor
    case "turnstile.v1.SupplierResult.OrderAtSupplier": Proto.SupplierResult.OrderAtSupplier.descriptor
    case "turnstile.v1.SupplierResult.Refunded": Proto.SupplierResult.Refunded.descriptor
    case "turnstile.v1.SupplierResult.Released": Proto.SupplierResult.Released.descriptor
    case "turnstile.v1.TicketClass": Proto.TicketClass.descriptor
    case "turnstile.v1.TicketOffer": Proto.TicketOffer.descriptor
    case "turnstile.v1.TicketRequest": Proto.TicketRequest.descriptor
    default: nil
    }
}

/// The full names of all messages, sorted.
public let messageNames: [String] = [
    "google.protobuf.Timestamp",
    "turnstile.internal.v1.AskedRefund",
    "turnstile.internal.v1.Cancellation",
    "turnstile.internal.v1.EventReference",
    "turnstile.internal.v1.Hold",
    "turnstile.internal.v1.Hold.Extension",
    "turnstile.internal.v1.Intent",
    "turnstile.internal.v1.Intent.Asked",
    "turnstile.internal.v1.Intent.Cancel",
    "turnstile.internal.v1.Intent.Kept",
    "turnstile.internal.v1.Issuing",
    "turnstile.internal.v1.Issuing.Negotiation",
    "turnstile.internal.v1.JournalRecord",
    "turnstile.internal.v1.JournalRecord.Clock",
    "turnstile.internal.v1.JournalRecord.Move",
    "turnstile.internal.v1.JournalRecord.Run",
    "turnstile.internal.v1.JournalRecord.Step",
    "turnstile.internal.v1.JournalRecord.Timers",
    "turnstile.internal.v1.Order",
    "turnstile.internal.v1.OrderRecord",
    "turnstile.internal.v1.PartitionState",
    "turnstile.internal.v1.Placing",
    "turnstile.internal.v1.Refund",
    "turnstile.internal.v1.Refusals",
    "turnstile.internal.v1.Refusals.Refusal",
    "turnstile.internal.v1.Release",
    "turnstile.internal.v1.Remembered",
    "turnstile.internal.v1.Stub",
    "turnstile.internal.v1.SupplierState",
    "turnstile.internal.v1.SupplierState.Bucket",
    "turnstile.internal.v1.Terms",
    "turnstile.internal.v1.Ticket",
    "turnstile.internal.v1.Timer",
    "turnstile.v1.Account",
    "turnstile.v1.Buyer",
    "turnstile.v1.CancelOrder",
    "turnstile.v1.CatalogItem",
    "turnstile.v1.Cause",
    "turnstile.v1.Cause.Record",
    "turnstile.v1.Cause.Timer",
    "turnstile.v1.Circuit",
    "turnstile.v1.Contract",
    "turnstile.v1.Contract.ZoneOffset",
    "turnstile.v1.DeliveryOption",
    "turnstile.v1.DeliveryRequest",
    "turnstile.v1.DirectoryRecord",
    "turnstile.v1.ExtendHold",
    "turnstile.v1.Grant",
    "turnstile.v1.Invoice",
    "turnstile.v1.IssueTickets",
    "turnstile.v1.IssuedTicket",
    "turnstile.v1.LedgerEntry",
    "turnstile.v1.LedgerLine",
    "turnstile.v1.Money",
    "turnstile.v1.OperatorAction",
    "turnstile.v1.OperatorAction.CancelHold",
    "turnstile.v1.OperatorAction.Correct",
    "turnstile.v1.OperatorAction.Header",
    "turnstile.v1.OperatorAction.QueryNow",
    "turnstile.v1.OperatorAction.Readmit",
    "turnstile.v1.OrderCommand",
    "turnstile.v1.OrderEvent",
    "turnstile.v1.OrderEvent.AnomalyFound",
    "turnstile.v1.OrderEvent.Canceled",
    "turnstile.v1.OrderEvent.CommandRejected",
    "turnstile.v1.OrderEvent.CommandRepeated",
    "turnstile.v1.OrderEvent.DeliveryChanged",
    "turnstile.v1.OrderEvent.DistributorRefundFailed",
    "turnstile.v1.OrderEvent.DistributorRefunded",
    "turnstile.v1.OrderEvent.Escalated",
    "turnstile.v1.OrderEvent.HoldExtended",
    "turnstile.v1.OrderEvent.HoldExtensionRefused",
    "turnstile.v1.OrderEvent.IntentRecorded",
    "turnstile.v1.OrderEvent.IssueFailed",
    "turnstile.v1.OrderEvent.IssueStarted",
    "turnstile.v1.OrderEvent.Issued",
    "turnstile.v1.OrderEvent.LockFailed",
    "turnstile.v1.OrderEvent.Locked",
    "turnstile.v1.OrderEvent.NegotiationStarted",
    "turnstile.v1.OrderEvent.OperatorActed",
    "turnstile.v1.OrderEvent.Placed",
    "turnstile.v1.OrderEvent.RefundRefused",
    "turnstile.v1.OrderEvent.RefundRequested",
    "turnstile.v1.OrderEvent.SupplierRefunded",
    "turnstile.v1.PlaceOrder",
    "turnstile.v1.PollRule",
    "turnstile.v1.PollRule.Step",
    "turnstile.v1.Project",
    "turnstile.v1.ReportRefund",
    "turnstile.v1.RequestRefund",
    "turnstile.v1.RetryRule",
    "turnstile.v1.Seat",
    "turnstile.v1.Settings",
    "turnstile.v1.Show",
    "turnstile.v1.SigningKey",
    "turnstile.v1.Statement",
    "turnstile.v1.Supplier",
    "turnstile.v1.SupplierRequest",
    "turnstile.v1.SupplierRequest.Extend",
    "turnstile.v1.SupplierRequest.Issue",
    "turnstile.v1.SupplierRequest.Lock",
    "turnstile.v1.SupplierRequest.Query",
    "turnstile.v1.SupplierRequest.Refund",
    "turnstile.v1.SupplierRequest.Release",
    "turnstile.v1.SupplierResult",
    "turnstile.v1.SupplierResult.DeliveryUpdate",
    "turnstile.v1.SupplierResult.Extended",
    "turnstile.v1.SupplierResult.Issued",
    "turnstile.v1.SupplierResult.Locked",
    "turnstile.v1.SupplierResult.OrderAtSupplier",
    "turnstile.v1.SupplierResult.Refunded",
    "turnstile.v1.SupplierResult.Released",
    "turnstile.v1.TicketClass",
    "turnstile.v1.TicketOffer",
    "turnstile.v1.TicketRequest",
]

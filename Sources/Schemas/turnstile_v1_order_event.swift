// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    @frozen public enum Intent: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case cancel = 1
        case extend = 2
        case refund = 3
        case supplierRefund = 4

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.Intent",
            values: [
                ("INTENT_UNSPECIFIED", 0),
                ("INTENT_CANCEL", 1),
                ("INTENT_EXTEND", 2),
                ("INTENT_REFUND", 3),
                ("INTENT_SUPPLIER_REFUND", 4),
            ])
    }
}

extension Proto {
    @frozen public enum CancelReason: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case distributor = 1
        case holdExpired = 2
        case `operator` = 3

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.CancelReason",
            values: [
                ("CANCEL_REASON_UNSPECIFIED", 0),
                ("CANCEL_REASON_DISTRIBUTOR", 1),
                ("CANCEL_REASON_HOLD_EXPIRED", 2),
                ("CANCEL_REASON_OPERATOR", 3),
            ])
    }
}

extension Proto {
    @frozen public enum RejectionCode: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case invalidCommand = 1
        case signatureInvalid = 2
        case outsideTimeWindow = 3
        case accountNotValid = 4
        case notPermitted = 5
        case notOnSale = 6
        case priceChanged = 7
        case soldOut = 8
        case supplierUnavailable = 9
        case idempotencyConflict = 10
        case duplicateOrder = 11
        case unknownOrder = 12
        case invalidState = 13
        case holdExpired = 14
        case refundConflict = 15
        case refundExceeds = 16
        case notSupported = 17

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.RejectionCode",
            values: [
                ("REJECTION_CODE_UNSPECIFIED", 0),
                ("REJECTION_CODE_INVALID_COMMAND", 1),
                ("REJECTION_CODE_SIGNATURE_INVALID", 2),
                ("REJECTION_CODE_OUTSIDE_TIME_WINDOW", 3),
                ("REJECTION_CODE_ACCOUNT_NOT_VALID", 4),
                ("REJECTION_CODE_NOT_PERMITTED", 5),
                ("REJECTION_CODE_NOT_ON_SALE", 6),
                ("REJECTION_CODE_PRICE_CHANGED", 7),
                ("REJECTION_CODE_SOLD_OUT", 8),
                ("REJECTION_CODE_SUPPLIER_UNAVAILABLE", 9),
                ("REJECTION_CODE_IDEMPOTENCY_CONFLICT", 10),
                ("REJECTION_CODE_DUPLICATE_ORDER", 11),
                ("REJECTION_CODE_UNKNOWN_ORDER", 12),
                ("REJECTION_CODE_INVALID_STATE", 13),
                ("REJECTION_CODE_HOLD_EXPIRED", 14),
                ("REJECTION_CODE_REFUND_CONFLICT", 15),
                ("REJECTION_CODE_REFUND_EXCEEDS", 16),
                ("REJECTION_CODE_NOT_SUPPORTED", 17),
            ])
    }
}

extension Proto {
    @frozen public enum AnomalyCode: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case orphanLock = 1
        case orphanIssue = 2
        case contradiction = 3
        case amountMismatch = 4
        case sourceMismatch = 5
        case ticketsChanged = 6
        case missingCodes = 7
        case releaseFailing = 8
        case undated = 9
        case timeInFuture = 10
        case floatNegative = 11
        case timeBeforeCause = 12

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.AnomalyCode",
            values: [
                ("ANOMALY_CODE_UNSPECIFIED", 0),
                ("ANOMALY_CODE_ORPHAN_LOCK", 1),
                ("ANOMALY_CODE_ORPHAN_ISSUE", 2),
                ("ANOMALY_CODE_CONTRADICTION", 3),
                ("ANOMALY_CODE_AMOUNT_MISMATCH", 4),
                ("ANOMALY_CODE_SOURCE_MISMATCH", 5),
                ("ANOMALY_CODE_TICKETS_CHANGED", 6),
                ("ANOMALY_CODE_MISSING_CODES", 7),
                ("ANOMALY_CODE_RELEASE_FAILING", 8),
                ("ANOMALY_CODE_UNDATED", 9),
                ("ANOMALY_CODE_TIME_IN_FUTURE", 10),
                ("ANOMALY_CODE_FLOAT_NEGATIVE", 11),
                ("ANOMALY_CODE_TIME_BEFORE_CAUSE", 12),
            ])
    }
}

extension Proto {
    /// Topic `order-events`, key = the order's key. Read with isolation.level=read_committed: aborted transactions leave
    /// records behind that never happened. Every command is answered by exactly one event that names
    /// it as its cause (more, if it also changed something else); so is every result that changed something.
    /// The header ce_type names the oneof's field: `turnstile.order.lock_failed.v1`.
    public enum OrderEvent {
        /// Which field of `event` is set; the raw value is its number.
        @frozen public enum EventCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case placed = 20
            case locked = 21
            case lockFailed = 22
            case holdExtended = 23
            case canceled = 24
            case issueStarted = 25
            case negotiationStarted = 26
            case escalated = 27
            case issued = 28
            case issueFailed = 29
            case refundRequested = 30
            case refundRefused = 31
            case supplierRefunded = 32
            case distributorRefunded = 33
            case distributorRefundFailed = 34
            case deliveryChanged = 35
            case intentRecorded = 36
            case commandRepeated = 37
            case commandRejected = 38
            case anomalyFound = 39
            case operatorActed = 40
            case holdExtensionRefused = 41
        }

        /// The fields of a OrderEvent, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// `<key>#<sequence>`, or `<key>#0@<input><partition>:<offset>` of the input where the sequence is 0.
            public let eventId: RawSpan
            public let distributorId: RawSpan
            public let distributorOrderId: RawSpan
            /// From 1, without gaps, per order, rejections and repetitions included. 0 where no order exists, and for
            /// SIGNATURE_INVALID and OUTSIDE_TIME_WINDOW, which touch no order.
            public let sequence: UInt64
            public let hasOccurredAt: Bool
            public let occurredAtBytes: RawSpan
            public let hasCause: Bool
            public let causeBytes: RawSpan
            /// A number of `Proto.OrderStatus`, or one not known here.
            public let status: Int32
            /// A number of `Proto.OrderStatus`, or one not known here.
            public let statusBefore: Int32
            /// A number of `Proto.DeliveryStatus`, or one not known here.
            public let deliveryStatus: Int32
            public let eventCase: EventCase
            /// The set field's bytes, whichever it is.
            public let eventBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan()
                var field4: UInt64 = 0
                var field5 = RawSpan(), has5 = false
                var field6 = RawSpan(), has6 = false
                var field7: Int32 = 0
                var field8: Int32 = 0
                var field9: Int32 = 0
                var eventCase = EventCase.notSet
                var eventBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // event_id
                        field1 = try reader.string()
                    case 18:  // distributor_id
                        field2 = try reader.string()
                    case 26:  // distributor_order_id
                        field3 = try reader.string()
                    case 32:  // sequence
                        field4 = try reader.varint()
                    case 42:  // occurred_at
                        guard !has5 else { throw reader.failure(.duplicate) }
                        has5 = true
                        field5 = try reader.lengthDelimited()
                    case 50:  // cause
                        guard !has6 else { throw reader.failure(.duplicate) }
                        has6 = true
                        field6 = try reader.lengthDelimited()
                    case 56:  // status
                        field7 = Int32(truncatingIfNeeded: try reader.varint())
                    case 64:  // status_before
                        field8 = Int32(truncatingIfNeeded: try reader.varint())
                    case 72:  // delivery_status
                        field9 = Int32(truncatingIfNeeded: try reader.varint())
                    case 162:  // placed
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .placed
                        eventBytes = try reader.lengthDelimited()
                    case 170:  // locked
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .locked
                        eventBytes = try reader.lengthDelimited()
                    case 178:  // lock_failed
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .lockFailed
                        eventBytes = try reader.lengthDelimited()
                    case 186:  // hold_extended
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .holdExtended
                        eventBytes = try reader.lengthDelimited()
                    case 194:  // canceled
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .canceled
                        eventBytes = try reader.lengthDelimited()
                    case 202:  // issue_started
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .issueStarted
                        eventBytes = try reader.lengthDelimited()
                    case 210:  // negotiation_started
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .negotiationStarted
                        eventBytes = try reader.lengthDelimited()
                    case 218:  // escalated
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .escalated
                        eventBytes = try reader.lengthDelimited()
                    case 226:  // issued
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .issued
                        eventBytes = try reader.lengthDelimited()
                    case 234:  // issue_failed
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .issueFailed
                        eventBytes = try reader.lengthDelimited()
                    case 242:  // refund_requested
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .refundRequested
                        eventBytes = try reader.lengthDelimited()
                    case 250:  // refund_refused
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .refundRefused
                        eventBytes = try reader.lengthDelimited()
                    case 258:  // supplier_refunded
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .supplierRefunded
                        eventBytes = try reader.lengthDelimited()
                    case 266:  // distributor_refunded
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .distributorRefunded
                        eventBytes = try reader.lengthDelimited()
                    case 274:  // distributor_refund_failed
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .distributorRefundFailed
                        eventBytes = try reader.lengthDelimited()
                    case 282:  // delivery_changed
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .deliveryChanged
                        eventBytes = try reader.lengthDelimited()
                    case 290:  // intent_recorded
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .intentRecorded
                        eventBytes = try reader.lengthDelimited()
                    case 298:  // command_repeated
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .commandRepeated
                        eventBytes = try reader.lengthDelimited()
                    case 306:  // command_rejected
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .commandRejected
                        eventBytes = try reader.lengthDelimited()
                    case 314:  // anomaly_found
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .anomalyFound
                        eventBytes = try reader.lengthDelimited()
                    case 322:  // operator_acted
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .operatorActed
                        eventBytes = try reader.lengthDelimited()
                    case 330:  // hold_extension_refused
                        guard eventCase == .notSet else { throw reader.failure(.duplicate) }
                        eventCase = .holdExtensionRefused
                        eventBytes = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.eventId = field1
                self.distributorId = field2
                self.distributorOrderId = field3
                self.sequence = field4
                self.hasOccurredAt = has5
                self.occurredAtBytes = field5
                self.hasCause = has6
                self.causeBytes = field6
                self.status = field7
                self.statusBefore = field8
                self.deliveryStatus = field9
                self.eventCase = eventCase
                self.eventBytes = eventBytes
            }

            @inlinable
            @_lifetime(copy self)
            public func occurredAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasOccurredAt else { return nil }
                return try Proto.Timestamp.View(occurredAtBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func cause() throws(ProtobufError) -> Proto.Cause.View? {
                guard hasCause else { return nil }
                return try Proto.Cause.View(causeBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func placed() throws(ProtobufError) -> Proto.OrderEvent.Placed.View? {
                guard eventCase == .placed else { return nil }
                return try Proto.OrderEvent.Placed.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func locked() throws(ProtobufError) -> Proto.OrderEvent.Locked.View? {
                guard eventCase == .locked else { return nil }
                return try Proto.OrderEvent.Locked.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func lockFailed() throws(ProtobufError) -> Proto.OrderEvent.LockFailed.View? {
                guard eventCase == .lockFailed else { return nil }
                return try Proto.OrderEvent.LockFailed.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func holdExtended() throws(ProtobufError) -> Proto.OrderEvent.HoldExtended.View? {
                guard eventCase == .holdExtended else { return nil }
                return try Proto.OrderEvent.HoldExtended.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func canceled() throws(ProtobufError) -> Proto.OrderEvent.Canceled.View? {
                guard eventCase == .canceled else { return nil }
                return try Proto.OrderEvent.Canceled.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func issueStarted() throws(ProtobufError) -> Proto.OrderEvent.IssueStarted.View? {
                guard eventCase == .issueStarted else { return nil }
                return try Proto.OrderEvent.IssueStarted.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func negotiationStarted() throws(ProtobufError) -> Proto.OrderEvent.NegotiationStarted.View? {
                guard eventCase == .negotiationStarted else { return nil }
                return try Proto.OrderEvent.NegotiationStarted.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func escalated() throws(ProtobufError) -> Proto.OrderEvent.Escalated.View? {
                guard eventCase == .escalated else { return nil }
                return try Proto.OrderEvent.Escalated.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func issued() throws(ProtobufError) -> Proto.OrderEvent.Issued.View? {
                guard eventCase == .issued else { return nil }
                return try Proto.OrderEvent.Issued.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func issueFailed() throws(ProtobufError) -> Proto.OrderEvent.IssueFailed.View? {
                guard eventCase == .issueFailed else { return nil }
                return try Proto.OrderEvent.IssueFailed.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func refundRequested() throws(ProtobufError) -> Proto.OrderEvent.RefundRequested.View? {
                guard eventCase == .refundRequested else { return nil }
                return try Proto.OrderEvent.RefundRequested.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func refundRefused() throws(ProtobufError) -> Proto.OrderEvent.RefundRefused.View? {
                guard eventCase == .refundRefused else { return nil }
                return try Proto.OrderEvent.RefundRefused.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func supplierRefunded() throws(ProtobufError) -> Proto.OrderEvent.SupplierRefunded.View? {
                guard eventCase == .supplierRefunded else { return nil }
                return try Proto.OrderEvent.SupplierRefunded.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func distributorRefunded() throws(ProtobufError) -> Proto.OrderEvent.DistributorRefunded.View? {
                guard eventCase == .distributorRefunded else { return nil }
                return try Proto.OrderEvent.DistributorRefunded.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func distributorRefundFailed() throws(ProtobufError) -> Proto.OrderEvent.DistributorRefundFailed.View? {
                guard eventCase == .distributorRefundFailed else { return nil }
                return try Proto.OrderEvent.DistributorRefundFailed.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func deliveryChanged() throws(ProtobufError) -> Proto.OrderEvent.DeliveryChanged.View? {
                guard eventCase == .deliveryChanged else { return nil }
                return try Proto.OrderEvent.DeliveryChanged.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func intentRecorded() throws(ProtobufError) -> Proto.OrderEvent.IntentRecorded.View? {
                guard eventCase == .intentRecorded else { return nil }
                return try Proto.OrderEvent.IntentRecorded.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func commandRepeated() throws(ProtobufError) -> Proto.OrderEvent.CommandRepeated.View? {
                guard eventCase == .commandRepeated else { return nil }
                return try Proto.OrderEvent.CommandRepeated.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func commandRejected() throws(ProtobufError) -> Proto.OrderEvent.CommandRejected.View? {
                guard eventCase == .commandRejected else { return nil }
                return try Proto.OrderEvent.CommandRejected.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func anomalyFound() throws(ProtobufError) -> Proto.OrderEvent.AnomalyFound.View? {
                guard eventCase == .anomalyFound else { return nil }
                return try Proto.OrderEvent.AnomalyFound.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func operatorActed() throws(ProtobufError) -> Proto.OrderEvent.OperatorActed.View? {
                guard eventCase == .operatorActed else { return nil }
                return try Proto.OrderEvent.OperatorActed.View(eventBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func holdExtensionRefused() throws(ProtobufError) -> Proto.OrderEvent.HoldExtensionRefused.View? {
                guard eventCase == .holdExtensionRefused else { return nil }
                return try Proto.OrderEvent.HoldExtensionRefused.View(eventBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try occurredAt() { try inner.validate() }
                if let inner = try cause() { try inner.validate() }
                switch eventCase {
                case .placed: try Proto.OrderEvent.Placed.View(eventBytes).validate()
                case .locked: try Proto.OrderEvent.Locked.View(eventBytes).validate()
                case .lockFailed: try Proto.OrderEvent.LockFailed.View(eventBytes).validate()
                case .holdExtended: try Proto.OrderEvent.HoldExtended.View(eventBytes).validate()
                case .canceled: try Proto.OrderEvent.Canceled.View(eventBytes).validate()
                case .issueStarted: try Proto.OrderEvent.IssueStarted.View(eventBytes).validate()
                case .negotiationStarted: try Proto.OrderEvent.NegotiationStarted.View(eventBytes).validate()
                case .escalated: try Proto.OrderEvent.Escalated.View(eventBytes).validate()
                case .issued: try Proto.OrderEvent.Issued.View(eventBytes).validate()
                case .issueFailed: try Proto.OrderEvent.IssueFailed.View(eventBytes).validate()
                case .refundRequested: try Proto.OrderEvent.RefundRequested.View(eventBytes).validate()
                case .refundRefused: try Proto.OrderEvent.RefundRefused.View(eventBytes).validate()
                case .supplierRefunded: try Proto.OrderEvent.SupplierRefunded.View(eventBytes).validate()
                case .distributorRefunded: try Proto.OrderEvent.DistributorRefunded.View(eventBytes).validate()
                case .distributorRefundFailed: try Proto.OrderEvent.DistributorRefundFailed.View(eventBytes).validate()
                case .deliveryChanged: try Proto.OrderEvent.DeliveryChanged.View(eventBytes).validate()
                case .intentRecorded: try Proto.OrderEvent.IntentRecorded.View(eventBytes).validate()
                case .commandRepeated: try Proto.OrderEvent.CommandRepeated.View(eventBytes).validate()
                case .commandRejected: try Proto.OrderEvent.CommandRejected.View(eventBytes).validate()
                case .anomalyFound: try Proto.OrderEvent.AnomalyFound.View(eventBytes).validate()
                case .operatorActed: try Proto.OrderEvent.OperatorActed.View(eventBytes).validate()
                case .holdExtensionRefused: try Proto.OrderEvent.HoldExtensionRefused.View(eventBytes).validate()
                case .notSet: break
                }
            }
        }

        /// `<key>#<sequence>`, or `<key>#0@<input><partition>:<offset>` of the input where the sequence is 0.
        @inlinable
        public static func writeEventId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeEventId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endEventId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeDistributorId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeDistributorId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeDistributorOrderId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeDistributorOrderId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorOrderId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        /// From 1, without gaps, per order, rejections and repetitions included. 0 where no order exists, and for
        /// SIGNATURE_INVALID and OUTSIDE_TIME_WINDOW, which touch no order.
        @inlinable
        public static func writeSequence(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(32)
        }

        @inlinable
        public static func writeOccurredAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endOccurredAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeOccurredAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeOccurredAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 42, mark)
        }

        @inlinable
        public static func writeCause<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose Proto.Cause was written since the mark.
        @inlinable
        public static func endCause(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a Proto.Cause that is bytes already.
        @inlinable
        public static func writeCause(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writeStatus(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(56)
        }

        @inlinable
        public static func writeStatus(_ value: Proto.OrderStatus, to writer: inout ReverseWriter) {
            writeStatus(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeStatusBefore(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(64)
        }

        @inlinable
        public static func writeStatusBefore(_ value: Proto.OrderStatus, to writer: inout ReverseWriter) {
            writeStatusBefore(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeDeliveryStatus(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(72)
        }

        @inlinable
        public static func writeDeliveryStatus(_ value: Proto.DeliveryStatus, to writer: inout ReverseWriter) {
            writeDeliveryStatus(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writePlaced<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 162, mark)
        }

        /// Ends the field whose Proto.OrderEvent.Placed was written since the mark.
        @inlinable
        public static func endPlaced(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 162, mark)
        }

        /// Copies a Proto.OrderEvent.Placed that is bytes already.
        @inlinable
        public static func writePlaced(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 162, value)
        }

        @inlinable
        public static func writeLocked<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 170, mark)
        }

        /// Ends the field whose Proto.OrderEvent.Locked was written since the mark.
        @inlinable
        public static func endLocked(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 170, mark)
        }

        /// Copies a Proto.OrderEvent.Locked that is bytes already.
        @inlinable
        public static func writeLocked(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 170, value)
        }

        @inlinable
        public static func writeLockFailed<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 178, mark)
        }

        /// Ends the field whose Proto.OrderEvent.LockFailed was written since the mark.
        @inlinable
        public static func endLockFailed(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 178, mark)
        }

        /// Copies a Proto.OrderEvent.LockFailed that is bytes already.
        @inlinable
        public static func writeLockFailed(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 178, value)
        }

        @inlinable
        public static func writeHoldExtended<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 186, mark)
        }

        /// Ends the field whose Proto.OrderEvent.HoldExtended was written since the mark.
        @inlinable
        public static func endHoldExtended(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 186, mark)
        }

        /// Copies a Proto.OrderEvent.HoldExtended that is bytes already.
        @inlinable
        public static func writeHoldExtended(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 186, value)
        }

        @inlinable
        public static func writeCanceled<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 194, mark)
        }

        /// Ends the field whose Proto.OrderEvent.Canceled was written since the mark.
        @inlinable
        public static func endCanceled(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 194, mark)
        }

        /// Copies a Proto.OrderEvent.Canceled that is bytes already.
        @inlinable
        public static func writeCanceled(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 194, value)
        }

        @inlinable
        public static func writeIssueStarted<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 202, mark)
        }

        /// Ends the field whose Proto.OrderEvent.IssueStarted was written since the mark.
        @inlinable
        public static func endIssueStarted(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 202, mark)
        }

        /// Copies a Proto.OrderEvent.IssueStarted that is bytes already.
        @inlinable
        public static func writeIssueStarted(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 202, value)
        }

        @inlinable
        public static func writeNegotiationStarted<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 210, mark)
        }

        /// Ends the field whose Proto.OrderEvent.NegotiationStarted was written since the mark.
        @inlinable
        public static func endNegotiationStarted(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 210, mark)
        }

        /// Copies a Proto.OrderEvent.NegotiationStarted that is bytes already.
        @inlinable
        public static func writeNegotiationStarted(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 210, value)
        }

        @inlinable
        public static func writeEscalated<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 218, mark)
        }

        /// Ends the field whose Proto.OrderEvent.Escalated was written since the mark.
        @inlinable
        public static func endEscalated(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 218, mark)
        }

        /// Copies a Proto.OrderEvent.Escalated that is bytes already.
        @inlinable
        public static func writeEscalated(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 218, value)
        }

        @inlinable
        public static func writeIssued<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 226, mark)
        }

        /// Ends the field whose Proto.OrderEvent.Issued was written since the mark.
        @inlinable
        public static func endIssued(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 226, mark)
        }

        /// Copies a Proto.OrderEvent.Issued that is bytes already.
        @inlinable
        public static func writeIssued(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 226, value)
        }

        @inlinable
        public static func writeIssueFailed<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 234, mark)
        }

        /// Ends the field whose Proto.OrderEvent.IssueFailed was written since the mark.
        @inlinable
        public static func endIssueFailed(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 234, mark)
        }

        /// Copies a Proto.OrderEvent.IssueFailed that is bytes already.
        @inlinable
        public static func writeIssueFailed(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 234, value)
        }

        @inlinable
        public static func writeRefundRequested<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 242, mark)
        }

        /// Ends the field whose Proto.OrderEvent.RefundRequested was written since the mark.
        @inlinable
        public static func endRefundRequested(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 242, mark)
        }

        /// Copies a Proto.OrderEvent.RefundRequested that is bytes already.
        @inlinable
        public static func writeRefundRequested(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 242, value)
        }

        @inlinable
        public static func writeRefundRefused<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 250, mark)
        }

        /// Ends the field whose Proto.OrderEvent.RefundRefused was written since the mark.
        @inlinable
        public static func endRefundRefused(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 250, mark)
        }

        /// Copies a Proto.OrderEvent.RefundRefused that is bytes already.
        @inlinable
        public static func writeRefundRefused(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 250, value)
        }

        @inlinable
        public static func writeSupplierRefunded<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 258, mark)
        }

        /// Ends the field whose Proto.OrderEvent.SupplierRefunded was written since the mark.
        @inlinable
        public static func endSupplierRefunded(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 258, mark)
        }

        /// Copies a Proto.OrderEvent.SupplierRefunded that is bytes already.
        @inlinable
        public static func writeSupplierRefunded(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 258, value)
        }

        @inlinable
        public static func writeDistributorRefunded<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 266, mark)
        }

        /// Ends the field whose Proto.OrderEvent.DistributorRefunded was written since the mark.
        @inlinable
        public static func endDistributorRefunded(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 266, mark)
        }

        /// Copies a Proto.OrderEvent.DistributorRefunded that is bytes already.
        @inlinable
        public static func writeDistributorRefunded(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 266, value)
        }

        @inlinable
        public static func writeDistributorRefundFailed<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 274, mark)
        }

        /// Ends the field whose Proto.OrderEvent.DistributorRefundFailed was written since the mark.
        @inlinable
        public static func endDistributorRefundFailed(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 274, mark)
        }

        /// Copies a Proto.OrderEvent.DistributorRefundFailed that is bytes already.
        @inlinable
        public static func writeDistributorRefundFailed(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 274, value)
        }

        @inlinable
        public static func writeDeliveryChanged<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 282, mark)
        }

        /// Ends the field whose Proto.OrderEvent.DeliveryChanged was written since the mark.
        @inlinable
        public static func endDeliveryChanged(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 282, mark)
        }

        /// Copies a Proto.OrderEvent.DeliveryChanged that is bytes already.
        @inlinable
        public static func writeDeliveryChanged(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 282, value)
        }

        @inlinable
        public static func writeIntentRecorded<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 290, mark)
        }

        /// Ends the field whose Proto.OrderEvent.IntentRecorded was written since the mark.
        @inlinable
        public static func endIntentRecorded(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 290, mark)
        }

        /// Copies a Proto.OrderEvent.IntentRecorded that is bytes already.
        @inlinable
        public static func writeIntentRecorded(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 290, value)
        }

        @inlinable
        public static func writeCommandRepeated<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 298, mark)
        }

        /// Ends the field whose Proto.OrderEvent.CommandRepeated was written since the mark.
        @inlinable
        public static func endCommandRepeated(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 298, mark)
        }

        /// Copies a Proto.OrderEvent.CommandRepeated that is bytes already.
        @inlinable
        public static func writeCommandRepeated(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 298, value)
        }

        @inlinable
        public static func writeCommandRejected<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 306, mark)
        }

        /// Ends the field whose Proto.OrderEvent.CommandRejected was written since the mark.
        @inlinable
        public static func endCommandRejected(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 306, mark)
        }

        /// Copies a Proto.OrderEvent.CommandRejected that is bytes already.
        @inlinable
        public static func writeCommandRejected(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 306, value)
        }

        @inlinable
        public static func writeAnomalyFound<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 314, mark)
        }

        /// Ends the field whose Proto.OrderEvent.AnomalyFound was written since the mark.
        @inlinable
        public static func endAnomalyFound(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 314, mark)
        }

        /// Copies a Proto.OrderEvent.AnomalyFound that is bytes already.
        @inlinable
        public static func writeAnomalyFound(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 314, value)
        }

        @inlinable
        public static func writeOperatorActed<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 322, mark)
        }

        /// Ends the field whose Proto.OrderEvent.OperatorActed was written since the mark.
        @inlinable
        public static func endOperatorActed(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 322, mark)
        }

        /// Copies a Proto.OrderEvent.OperatorActed that is bytes already.
        @inlinable
        public static func writeOperatorActed(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 322, value)
        }

        @inlinable
        public static func writeHoldExtensionRefused<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 330, mark)
        }

        /// Ends the field whose Proto.OrderEvent.HoldExtensionRefused was written since the mark.
        @inlinable
        public static func endHoldExtensionRefused(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 330, mark)
        }

        /// Copies a Proto.OrderEvent.HoldExtensionRefused that is bytes already.
        @inlinable
        public static func writeHoldExtensionRefused(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 330, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent",
            oneofs: ["event"],
            fields: [
                FieldDescriptor(1, "event_id", json: "eventId", .string),
                FieldDescriptor(2, "distributor_id", json: "distributorId", .string),
                FieldDescriptor(3, "distributor_order_id", json: "distributorOrderId", .string),
                FieldDescriptor(4, "sequence", json: "sequence", .uint64),
                FieldDescriptor(5, "occurred_at", json: "occurredAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(6, "cause", json: "cause", .message({ Proto.Cause.descriptor })),
                FieldDescriptor(7, "status", json: "status", .enumeration({ Proto.OrderStatus.descriptor })),
                FieldDescriptor(8, "status_before", json: "statusBefore", .enumeration({ Proto.OrderStatus.descriptor })),
                FieldDescriptor(9, "delivery_status", json: "deliveryStatus", .enumeration({ Proto.DeliveryStatus.descriptor })),
                FieldDescriptor(20, "placed", json: "placed", .message({ Proto.OrderEvent.Placed.descriptor }), oneof: 0),
                FieldDescriptor(21, "locked", json: "locked", .message({ Proto.OrderEvent.Locked.descriptor }), oneof: 0),
                FieldDescriptor(22, "lock_failed", json: "lockFailed", .message({ Proto.OrderEvent.LockFailed.descriptor }), oneof: 0),
                FieldDescriptor(23, "hold_extended", json: "holdExtended", .message({ Proto.OrderEvent.HoldExtended.descriptor }), oneof: 0),
                FieldDescriptor(24, "canceled", json: "canceled", .message({ Proto.OrderEvent.Canceled.descriptor }), oneof: 0),
                FieldDescriptor(25, "issue_started", json: "issueStarted", .message({ Proto.OrderEvent.IssueStarted.descriptor }), oneof: 0),
                FieldDescriptor(26, "negotiation_started", json: "negotiationStarted", .message({ Proto.OrderEvent.NegotiationStarted.descriptor }), oneof: 0),
                FieldDescriptor(27, "escalated", json: "escalated", .message({ Proto.OrderEvent.Escalated.descriptor }), oneof: 0),
                FieldDescriptor(28, "issued", json: "issued", .message({ Proto.OrderEvent.Issued.descriptor }), oneof: 0),
                FieldDescriptor(29, "issue_failed", json: "issueFailed", .message({ Proto.OrderEvent.IssueFailed.descriptor }), oneof: 0),
                FieldDescriptor(30, "refund_requested", json: "refundRequested", .message({ Proto.OrderEvent.RefundRequested.descriptor }), oneof: 0),
                FieldDescriptor(31, "refund_refused", json: "refundRefused", .message({ Proto.OrderEvent.RefundRefused.descriptor }), oneof: 0),
                FieldDescriptor(32, "supplier_refunded", json: "supplierRefunded", .message({ Proto.OrderEvent.SupplierRefunded.descriptor }), oneof: 0),
                FieldDescriptor(33, "distributor_refunded", json: "distributorRefunded", .message({ Proto.OrderEvent.DistributorRefunded.descriptor }), oneof: 0),
                FieldDescriptor(34, "distributor_refund_failed", json: "distributorRefundFailed", .message({ Proto.OrderEvent.DistributorRefundFailed.descriptor }), oneof: 0),
                FieldDescriptor(35, "delivery_changed", json: "deliveryChanged", .message({ Proto.OrderEvent.DeliveryChanged.descriptor }), oneof: 0),
                FieldDescriptor(36, "intent_recorded", json: "intentRecorded", .message({ Proto.OrderEvent.IntentRecorded.descriptor }), oneof: 0),
                FieldDescriptor(37, "command_repeated", json: "commandRepeated", .message({ Proto.OrderEvent.CommandRepeated.descriptor }), oneof: 0),
                FieldDescriptor(38, "command_rejected", json: "commandRejected", .message({ Proto.OrderEvent.CommandRejected.descriptor }), oneof: 0),
                FieldDescriptor(39, "anomaly_found", json: "anomalyFound", .message({ Proto.OrderEvent.AnomalyFound.descriptor }), oneof: 0),
                FieldDescriptor(40, "operator_acted", json: "operatorActed", .message({ Proto.OrderEvent.OperatorActed.descriptor }), oneof: 0),
                FieldDescriptor(41, "hold_extension_refused", json: "holdExtensionRefused", .message({ Proto.OrderEvent.HoldExtensionRefused.descriptor }), oneof: 0),
            ])
    }
}

extension Proto.OrderEvent {
    public enum Placed {
        /// The fields of a Placed, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let supplierId: RawSpan
            public let projectId: RawSpan
            public let showId: RawSpan
            public let ticketCount: UInt32
            public let hasTotal: Bool
            public let totalBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan()
                var field4: UInt32 = 0
                var field5 = RawSpan(), has5 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // supplier_id
                        field1 = try reader.string()
                    case 18:  // project_id
                        field2 = try reader.string()
                    case 26:  // show_id
                        field3 = try reader.string()
                    case 32:  // ticket_count
                        field4 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 42:  // total
                        guard !has5 else { throw reader.failure(.duplicate) }
                        has5 = true
                        field5 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.supplierId = field1
                self.projectId = field2
                self.showId = field3
                self.ticketCount = field4
                self.hasTotal = has5
                self.totalBytes = field5
            }

            /// Net, as it will be posted.
            @inlinable
            @_lifetime(copy self)
            public func total() throws(ProtobufError) -> Proto.Money.View? {
                guard hasTotal else { return nil }
                return try Proto.Money.View(totalBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try total() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeSupplierId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeSupplierId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeProjectId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeProjectId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endProjectId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeShowId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeShowId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endShowId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeTicketCount(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(32)
        }

        /// Net, as it will be posted.
        @inlinable
        public static func writeTotal<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endTotal(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeTotal(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.Placed",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "supplier_id", json: "supplierId", .string),
                FieldDescriptor(2, "project_id", json: "projectId", .string),
                FieldDescriptor(3, "show_id", json: "showId", .string),
                FieldDescriptor(4, "ticket_count", json: "ticketCount", .uint32),
                FieldDescriptor(5, "total", json: "total", .message({ Proto.Money.descriptor })),
            ])
    }
}

extension Proto.OrderEvent {
    public enum Locked {
        /// The fields of a Locked, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let supplierOrderId: RawSpan
            public let hasHoldUntil: Bool
            public let holdUntilBytes: RawSpan
            @usableFromInline let seatsStart: Int
            /// How many elements `seats` has.
            public let seatsCount: Int

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan(), has2 = false
                var field3Start = 0, field3Count = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // supplier_order_id
                        field1 = try reader.string()
                    case 18:  // hold_until
                        guard !has2 else { throw reader.failure(.duplicate) }
                        has2 = true
                        field2 = try reader.lengthDelimited()
                    case 26:  // seats
                        if field3Count == 0 { field3Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field3Count += 1
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.supplierOrderId = field1
                self.hasHoldUntil = has2
                self.holdUntilBytes = field2
                self.seatsStart = field3Start
                self.seatsCount = field3Count
            }

            @inlinable
            @_lifetime(copy self)
            public func holdUntil() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasHoldUntil else { return nil }
                return try Proto.Timestamp.View(holdUntilBytes)
            }

            @inlinable
            public var seats: Proto.Seat.List {
                @_lifetime(copy self)
                get { Proto.Seat.List(BytesList(rawBytes, tag: 26, start: seatsStart, count: seatsCount)) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try holdUntil() { try inner.validate() }
                var list3 = seats
                while let element = try list3.next() { try element.validate() }
            }
        }

        @inlinable
        public static func writeSupplierOrderId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeSupplierOrderId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierOrderId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeHoldUntil<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endHoldUntil(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeHoldUntil(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeHoldUntil(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeSeats<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Seat was written since the mark.
        @inlinable
        public static func endSeats(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Seat that is bytes already.
        @inlinable
        public static func writeSeats(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.Locked",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "supplier_order_id", json: "supplierOrderId", .string),
                FieldDescriptor(2, "hold_until", json: "holdUntil", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(3, "seats", json: "seats", .message({ Proto.Seat.descriptor }), .repeated),
            ])
    }
}

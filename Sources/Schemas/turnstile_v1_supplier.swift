// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    @frozen public enum Outcome: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case succeeded = 1
        case failed = 2
        /// Nobody knows: time-out, closed connection, 5xx. Never read as FAILED.
        case unknown = 3

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.Outcome",
            values: [
                ("OUTCOME_UNSPECIFIED", 0),
                ("OUTCOME_SUCCEEDED", 1),
                ("OUTCOME_FAILED", 2),
                ("OUTCOME_UNKNOWN", 3),
            ])
    }
}

extension Proto {
    /// What an attempt that did not succeed may have left behind at the supplier.
    @frozen public enum SideEffect: Int32, Sendable, CaseIterable {
        case unspecified = 0
        /// Provably nothing, for example never sent.
        case noneValue = 1
        case possible = 2
        case certain = 3

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.SideEffect",
            values: [
                ("SIDE_EFFECT_UNSPECIFIED", 0),
                ("SIDE_EFFECT_NONE", 1),
                ("SIDE_EFFECT_POSSIBLE", 2),
                ("SIDE_EFFECT_CERTAIN", 3),
            ])
    }
}

extension Proto {
    @frozen public enum RefundMode: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case automatic = 1
        case manual = 2

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.RefundMode",
            values: [
                ("REFUND_MODE_UNSPECIFIED", 0),
                ("REFUND_MODE_AUTOMATIC", 1),
                ("REFUND_MODE_MANUAL", 2),
            ])
    }
}

extension Proto {
    @frozen public enum CodeFormat: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case text = 1
        case qr = 2
        case code128 = 3
        case pdf417 = 4

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.CodeFormat",
            values: [
                ("CODE_FORMAT_UNSPECIFIED", 0),
                ("CODE_FORMAT_TEXT", 1),
                ("CODE_FORMAT_QR", 2),
                ("CODE_FORMAT_CODE_128", 3),
                ("CODE_FORMAT_PDF_417", 4),
            ])
    }
}

extension Proto.SupplierResult.OrderAtSupplier {
    @frozen public enum State: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case notFound = 1
        case held = 2
        case inProgress = 3
        case issued = 4
        case failed = 5
        case released = 6
        case refunded = 7

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.SupplierResult.OrderAtSupplier.State",
            values: [
                ("STATE_UNSPECIFIED", 0),
                ("STATE_NOT_FOUND", 1),
                ("STATE_HELD", 2),
                ("STATE_IN_PROGRESS", 3),
                ("STATE_ISSUED", 4),
                ("STATE_FAILED", 5),
                ("STATE_RELEASED", 6),
                ("STATE_REFUNDED", 7),
            ])
    }
}

extension Proto {
    /// Topic `supplier-requests`, key = the order's key. Read with isolation.level=read_committed: aborted transactions leave
    /// records behind that never happened. What the adapter of the supplier in `supplier_id` is to do, and to answer on
    /// `supplier-results`; requests of other suppliers are not its own.
    public enum SupplierRequest {
        /// Which field of `operation` is set; the raw value is its number.
        @frozen public enum OperationCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case lock = 10
            case issue = 11
            case release = 12
            case query = 13
            case refund = 14
            case extend = 15
        }

        /// The fields of a SupplierRequest, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// The idempotency key towards the supplier: every retry of the same operation carries the same id. At most 210
            /// bytes.
            public let requestId: RawSpan
            public let supplierId: RawSpan
            public let distributorId: RawSpan
            public let distributorOrderId: RawSpan
            /// Empty until the supplier has told it.
            public let supplierOrderId: RawSpan
            /// From 1.
            public let attempt: UInt32
            public let hasDeadline: Bool
            public let deadlineBytes: RawSpan
            public let operationCase: OperationCase
            /// The set field's bytes, whichever it is.
            public let operationBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan()
                var field4 = RawSpan()
                var field5 = RawSpan()
                var field6: UInt32 = 0
                var field7 = RawSpan(), has7 = false
                var operationCase = OperationCase.notSet
                var operationBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // request_id
                        field1 = try reader.string()
                    case 18:  // supplier_id
                        field2 = try reader.string()
                    case 26:  // distributor_id
                        field3 = try reader.string()
                    case 34:  // distributor_order_id
                        field4 = try reader.string()
                    case 42:  // supplier_order_id
                        field5 = try reader.string()
                    case 48:  // attempt
                        field6 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 58:  // deadline
                        guard !has7 else { throw reader.failure(.duplicate) }
                        has7 = true
                        field7 = try reader.lengthDelimited()
                    case 82:  // lock
                        guard operationCase == .notSet else { throw reader.failure(.duplicate) }
                        operationCase = .lock
                        operationBytes = try reader.lengthDelimited()
                    case 90:  // issue
                        guard operationCase == .notSet else { throw reader.failure(.duplicate) }
                        operationCase = .issue
                        operationBytes = try reader.lengthDelimited()
                    case 98:  // release
                        guard operationCase == .notSet else { throw reader.failure(.duplicate) }
                        operationCase = .release
                        operationBytes = try reader.lengthDelimited()
                    case 106:  // query
                        guard operationCase == .notSet else { throw reader.failure(.duplicate) }
                        operationCase = .query
                        operationBytes = try reader.lengthDelimited()
                    case 114:  // refund
                        guard operationCase == .notSet else { throw reader.failure(.duplicate) }
                        operationCase = .refund
                        operationBytes = try reader.lengthDelimited()
                    case 122:  // extend
                        guard operationCase == .notSet else { throw reader.failure(.duplicate) }
                        operationCase = .extend
                        operationBytes = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.requestId = field1
                self.supplierId = field2
                self.distributorId = field3
                self.distributorOrderId = field4
                self.supplierOrderId = field5
                self.attempt = field6
                self.hasDeadline = has7
                self.deadlineBytes = field7
                self.operationCase = operationCase
                self.operationBytes = operationBytes
            }

            /// After this time the adapter acts as if the answer were UNKNOWN. Send it all the same.
            @inlinable
            @_lifetime(copy self)
            public func deadline() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasDeadline else { return nil }
                return try Proto.Timestamp.View(deadlineBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func lock() throws(ProtobufError) -> Proto.SupplierRequest.Lock.View? {
                guard operationCase == .lock else { return nil }
                return try Proto.SupplierRequest.Lock.View(operationBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func issue() throws(ProtobufError) -> Proto.SupplierRequest.Issue.View? {
                guard operationCase == .issue else { return nil }
                return try Proto.SupplierRequest.Issue.View(operationBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func release() throws(ProtobufError) -> Proto.SupplierRequest.Release.View? {
                guard operationCase == .release else { return nil }
                return try Proto.SupplierRequest.Release.View(operationBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func query() throws(ProtobufError) -> Proto.SupplierRequest.Query.View? {
                guard operationCase == .query else { return nil }
                return try Proto.SupplierRequest.Query.View(operationBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func refund() throws(ProtobufError) -> Proto.SupplierRequest.Refund.View? {
                guard operationCase == .refund else { return nil }
                return try Proto.SupplierRequest.Refund.View(operationBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func extend() throws(ProtobufError) -> Proto.SupplierRequest.Extend.View? {
                guard operationCase == .extend else { return nil }
                return try Proto.SupplierRequest.Extend.View(operationBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try deadline() { try inner.validate() }
                switch operationCase {
                case .lock: try Proto.SupplierRequest.Lock.View(operationBytes).validate()
                case .issue: try Proto.SupplierRequest.Issue.View(operationBytes).validate()
                case .release: try Proto.SupplierRequest.Release.View(operationBytes).validate()
                case .query: try Proto.SupplierRequest.Query.View(operationBytes).validate()
                case .refund: try Proto.SupplierRequest.Refund.View(operationBytes).validate()
                case .extend: try Proto.SupplierRequest.Extend.View(operationBytes).validate()
                case .notSet: break
                }
            }
        }

        /// The idempotency key towards the supplier: every retry of the same operation carries the same id. At most 210
        /// bytes.
        @inlinable
        public static func writeRequestId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeRequestId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endRequestId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeSupplierId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeSupplierId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeDistributorId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeDistributorId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeDistributorOrderId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeDistributorOrderId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorOrderId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        /// Empty until the supplier has told it.
        @inlinable
        public static func writeSupplierOrderId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writeSupplierOrderId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierOrderId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        /// From 1.
        @inlinable
        public static func writeAttempt(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(48)
        }

        /// After this time the adapter acts as if the answer were UNKNOWN. Send it all the same.
        @inlinable
        public static func writeDeadline<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 58, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endDeadline(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 58, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeDeadline(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 58, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeDeadline(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 58, mark)
        }

        @inlinable
        public static func writeLock<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 82, mark)
        }

        /// Ends the field whose Proto.SupplierRequest.Lock was written since the mark.
        @inlinable
        public static func endLock(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 82, mark)
        }

        /// Copies a Proto.SupplierRequest.Lock that is bytes already.
        @inlinable
        public static func writeLock(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 82, value)
        }

        @inlinable
        public static func writeIssue<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 90, mark)
        }

        /// Ends the field whose Proto.SupplierRequest.Issue was written since the mark.
        @inlinable
        public static func endIssue(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 90, mark)
        }

        /// Copies a Proto.SupplierRequest.Issue that is bytes already.
        @inlinable
        public static func writeIssue(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 90, value)
        }

        @inlinable
        public static func writeRelease<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 98, mark)
        }

        /// Ends the field whose Proto.SupplierRequest.Release was written since the mark.
        @inlinable
        public static func endRelease(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 98, mark)
        }

        /// Copies a Proto.SupplierRequest.Release that is bytes already.
        @inlinable
        public static func writeRelease(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 98, value)
        }

        @inlinable
        public static func writeQuery<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 106, mark)
        }

        /// Ends the field whose Proto.SupplierRequest.Query was written since the mark.
        @inlinable
        public static func endQuery(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 106, mark)
        }

        /// Copies a Proto.SupplierRequest.Query that is bytes already.
        @inlinable
        public static func writeQuery(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 106, value)
        }

        @inlinable
        public static func writeRefund<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 114, mark)
        }

        /// Ends the field whose Proto.SupplierRequest.Refund was written since the mark.
        @inlinable
        public static func endRefund(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 114, mark)
        }

        /// Copies a Proto.SupplierRequest.Refund that is bytes already.
        @inlinable
        public static func writeRefund(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 114, value)
        }

        @inlinable
        public static func writeExtend<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 122, mark)
        }

        /// Ends the field whose Proto.SupplierRequest.Extend was written since the mark.
        @inlinable
        public static func endExtend(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 122, mark)
        }

        /// Copies a Proto.SupplierRequest.Extend that is bytes already.
        @inlinable
        public static func writeExtend(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 122, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierRequest",
            oneofs: ["operation"],
            fields: [
                FieldDescriptor(1, "request_id", json: "requestId", .string),
                FieldDescriptor(2, "supplier_id", json: "supplierId", .string),
                FieldDescriptor(3, "distributor_id", json: "distributorId", .string),
                FieldDescriptor(4, "distributor_order_id", json: "distributorOrderId", .string),
                FieldDescriptor(5, "supplier_order_id", json: "supplierOrderId", .string),
                FieldDescriptor(6, "attempt", json: "attempt", .uint32),
                FieldDescriptor(7, "deadline", json: "deadline", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(10, "lock", json: "lock", .message({ Proto.SupplierRequest.Lock.descriptor }), oneof: 0),
                FieldDescriptor(11, "issue", json: "issue", .message({ Proto.SupplierRequest.Issue.descriptor }), oneof: 0),
                FieldDescriptor(12, "release", json: "release", .message({ Proto.SupplierRequest.Release.descriptor }), oneof: 0),
                FieldDescriptor(13, "query", json: "query", .message({ Proto.SupplierRequest.Query.descriptor }), oneof: 0),
                FieldDescriptor(14, "refund", json: "refund", .message({ Proto.SupplierRequest.Refund.descriptor }), oneof: 0),
                FieldDescriptor(15, "extend", json: "extend", .message({ Proto.SupplierRequest.Extend.descriptor }), oneof: 0),
            ])
    }
}

extension Proto.SupplierRequest {
    public enum Lock {
        /// The fields of a Lock, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let projectId: RawSpan
            public let showId: RawSpan
            @usableFromInline let ticketsStart: Int
            /// How many elements `tickets` has.
            public let ticketsCount: Int
            public let hasSettlementTotal: Bool
            public let settlementTotalBytes: RawSpan
            public let hasHoldUntil: Bool
            public let holdUntilBytes: RawSpan
            public let hasBuyer: Bool
            public let buyerBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3Start = 0, field3Count = 0
                var field4 = RawSpan(), has4 = false
                var field5 = RawSpan(), has5 = false
                var field6 = RawSpan(), has6 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // project_id
                        field1 = try reader.string()
                    case 18:  // show_id
                        field2 = try reader.string()
                    case 26:  // tickets
                        if field3Count == 0 { field3Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field3Count += 1
                    case 34:  // settlement_total
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 42:  // hold_until
                        guard !has5 else { throw reader.failure(.duplicate) }
                        has5 = true
                        field5 = try reader.lengthDelimited()
                    case 50:  // buyer
                        guard !has6 else { throw reader.failure(.duplicate) }
                        has6 = true
                        field6 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.projectId = field1
                self.showId = field2
                self.ticketsStart = field3Start
                self.ticketsCount = field3Count
                self.hasSettlementTotal = has4
                self.settlementTotalBytes = field4
                self.hasHoldUntil = has5
                self.holdUntilBytes = field5
                self.hasBuyer = has6
                self.buyerBytes = field6
            }

            @inlinable
            public var tickets: Proto.TicketRequest.List {
                @_lifetime(copy self)
                get { Proto.TicketRequest.List(BytesList(rawBytes, tag: 26, start: ticketsStart, count: ticketsCount)) }
            }

            @inlinable
            @_lifetime(copy self)
            public func settlementTotal() throws(ProtobufError) -> Proto.Money.View? {
                guard hasSettlementTotal else { return nil }
                return try Proto.Money.View(settlementTotalBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func holdUntil() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasHoldUntil else { return nil }
                return try Proto.Timestamp.View(holdUntilBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func buyer() throws(ProtobufError) -> Proto.Buyer.View? {
                guard hasBuyer else { return nil }
                return try Proto.Buyer.View(buyerBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                var list3 = tickets
                while let element = try list3.next() { try element.validate() }
                if let inner = try settlementTotal() { try inner.validate() }
                if let inner = try holdUntil() { try inner.validate() }
                if let inner = try buyer() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeProjectId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeProjectId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endProjectId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeShowId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeShowId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endShowId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeTickets<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.TicketRequest was written since the mark.
        @inlinable
        public static func endTickets(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.TicketRequest that is bytes already.
        @inlinable
        public static func writeTickets(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeSettlementTotal<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endSettlementTotal(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeSettlementTotal(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeHoldUntil<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endHoldUntil(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeHoldUntil(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeHoldUntil(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 42, mark)
        }

        @inlinable
        public static func writeBuyer<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose Proto.Buyer was written since the mark.
        @inlinable
        public static func endBuyer(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a Proto.Buyer that is bytes already.
        @inlinable
        public static func writeBuyer(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierRequest.Lock",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "project_id", json: "projectId", .string),
                FieldDescriptor(2, "show_id", json: "showId", .string),
                FieldDescriptor(3, "tickets", json: "tickets", .message({ Proto.TicketRequest.descriptor }), .repeated),
                FieldDescriptor(4, "settlement_total", json: "settlementTotal", .message({ Proto.Money.descriptor })),
                FieldDescriptor(5, "hold_until", json: "holdUntil", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(6, "buyer", json: "buyer", .message({ Proto.Buyer.descriptor })),
            ])
    }
}

extension Proto.SupplierRequest {
    public enum Issue {
        /// The fields of a Issue, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let hasDelivery: Bool
            public let deliveryBytes: RawSpan
            public let hasBuyer: Bool
            public let buyerBytes: RawSpan
            public let hasInvoice: Bool
            public let invoiceBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan(), has1 = false
                var field2 = RawSpan(), has2 = false
                var field3 = RawSpan(), has3 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // delivery
                        guard !has1 else { throw reader.failure(.duplicate) }
                        has1 = true
                        field1 = try reader.lengthDelimited()
                    case 18:  // buyer
                        guard !has2 else { throw reader.failure(.duplicate) }
                        has2 = true
                        field2 = try reader.lengthDelimited()
                    case 26:  // invoice
                        guard !has3 else { throw reader.failure(.duplicate) }
                        has3 = true
                        field3 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.hasDelivery = has1
                self.deliveryBytes = field1
                self.hasBuyer = has2
                self.buyerBytes = field2
                self.hasInvoice = has3
                self.invoiceBytes = field3
            }

            @inlinable
            @_lifetime(copy self)
            public func delivery() throws(ProtobufError) -> Proto.DeliveryRequest.View? {
                guard hasDelivery else { return nil }
                return try Proto.DeliveryRequest.View(deliveryBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func buyer() throws(ProtobufError) -> Proto.Buyer.View? {
                guard hasBuyer else { return nil }
                return try Proto.Buyer.View(buyerBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func invoice() throws(ProtobufError) -> Proto.Invoice.View? {
                guard hasInvoice else { return nil }
                return try Proto.Invoice.View(invoiceBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try delivery() { try inner.validate() }
                if let inner = try buyer() { try inner.validate() }
                if let inner = try invoice() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeDelivery<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose Proto.DeliveryRequest was written since the mark.
        @inlinable
        public static func endDelivery(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a Proto.DeliveryRequest that is bytes already.
        @inlinable
        public static func writeDelivery(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeBuyer<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Buyer was written since the mark.
        @inlinable
        public static func endBuyer(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Buyer that is bytes already.
        @inlinable
        public static func writeBuyer(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeInvoice<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Invoice was written since the mark.
        @inlinable
        public static func endInvoice(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Invoice that is bytes already.
        @inlinable
        public static func writeInvoice(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierRequest.Issue",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "delivery", json: "delivery", .message({ Proto.DeliveryRequest.descriptor })),
                FieldDescriptor(2, "buyer", json: "buyer", .message({ Proto.Buyer.descriptor })),
                FieldDescriptor(3, "invoice", json: "invoice", .message({ Proto.Invoice.descriptor })),
            ])
    }
}

extension Proto.SupplierRequest {
    /// Give back whatever is held or was issued under this order. Safe to repeat.
    public enum Release {
        /// The fields of a Release, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let reason: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // reason
                        field1 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.reason = field1
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeReason(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeReason(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endReason(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierRequest.Release",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "reason", json: "reason", .string),
            ])
    }
}

extension Proto.SupplierRequest {
    /// Tell the state of the order as the supplier sees it.
    public enum Query {
        /// The fields of a Query, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierRequest.Query",
            oneofs: [],
            fields: [
            ])
    }
}

extension Proto.SupplierRequest {
    public enum Refund {
        /// The fields of a Refund, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let refundId: RawSpan
            @usableFromInline let ticketsStart: Int
            /// How many elements `tickets` has.
            public let ticketsCount: Int

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2Start = 0, field2Count = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // refund_id
                        field1 = try reader.string()
                    case 16:  // tickets
                        if field2Count == 0 { field2Start = reader.fieldStart }
                        _ = try reader.varint()
                        field2Count += 1
                    case 18:  // tickets, packed
                        if field2Count == 0 { field2Start = reader.fieldStart }
                        field2Count += try reader.packedVarints()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.ticketsStart = field2Start
                self.ticketsCount = field2Count
            }

            @inlinable
            public var tickets: VarintList<UInt32> {
                @_lifetime(copy self)
                get { VarintList<UInt32>(rawBytes, field: 2, start: ticketsStart, count: ticketsCount) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeRefundId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeRefundId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endRefundId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        /// All elements, packed.
        @inlinable
        public static func writeTickets(_ values: some BidirectionalCollection<UInt32>, to writer: inout ReverseWriter) {
            guard !values.isEmpty else { return }
            let mark = writer.mark()
            for value in values.reversed() { writer.varint(UInt64(value)) }
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose elements were written as varints since the mark, the last one first.
        @inlinable
        public static func endTickets(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierRequest.Refund",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .string),
                FieldDescriptor(2, "tickets", json: "tickets", .uint32, .repeated),
            ])
    }
}

extension Proto.SupplierRequest {
    public enum Extend {
        /// The fields of a Extend, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let hasUntil: Bool
            public let untilBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan(), has1 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // until
                        guard !has1 else { throw reader.failure(.duplicate) }
                        has1 = true
                        field1 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.hasUntil = has1
                self.untilBytes = field1
            }

            @inlinable
            @_lifetime(copy self)
            public func until() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasUntil else { return nil }
                return try Proto.Timestamp.View(untilBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try until() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeUntil<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endUntil(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeUntil(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeUntil(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 10, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierRequest.Extend",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "until", json: "until", .message({ Proto.Timestamp.descriptor })),
            ])
    }
}

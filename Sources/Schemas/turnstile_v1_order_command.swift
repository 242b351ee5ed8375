// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    @frozen public enum DeliveryMethod: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case electronic = 1
        case courier = 2
        case onSite = 3

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.DeliveryMethod",
            values: [
                ("DELIVERY_METHOD_UNSPECIFIED", 0),
                ("DELIVERY_METHOD_ELECTRONIC", 1),
                ("DELIVERY_METHOD_COURIER", 2),
                ("DELIVERY_METHOD_ON_SITE", 3),
            ])
    }
}

extension Proto {
    /// Topic `order-commands`, key `<distributor_id>/<distributor_order_id>`.
    /// What a distributor asks of one order.
    public enum OrderCommand {
        /// Which field of `action` is set; the raw value is its number.
        @frozen public enum ActionCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case placeOrder = 10
            case issueTickets = 11
            case cancelOrder = 12
            case extendHold = 13
            case requestRefund = 14
            case reportRefund = 15
        }

        /// The fields of a OrderCommand, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// The idempotency key, unique per order. The same id with the same content gets the first answer
            /// again; with other content it is rejected as IDEMPOTENCY_CONFLICT. All ids but the supplier's own are 1 to 64 of
            /// `A-Z a-z 0-9 . _ : -`.
            public let commandId: RawSpan
            public let distributorId: RawSpan
            /// Unique per distributor. Together they are the order's key.
            public let distributorOrderId: RawSpan
            public let hasCreatedAt: Bool
            public let createdAtBytes: RawSpan
            public let actionCase: ActionCase
            /// The set field's bytes, whichever it is.
            public let actionBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan()
                var field4 = RawSpan(), has4 = false
                var actionCase = ActionCase.notSet
                var actionBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // command_id
                        field1 = try reader.string()
                    case 18:  // distributor_id
                        field2 = try reader.string()
                    case 26:  // distributor_order_id
                        field3 = try reader.string()
                    case 34:  // created_at
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 82:  // place_order
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .placeOrder
                        actionBytes = try reader.lengthDelimited()
                    case 90:  // issue_tickets
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .issueTickets
                        actionBytes = try reader.lengthDelimited()
                    case 98:  // cancel_order
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .cancelOrder
                        actionBytes = try reader.lengthDelimited()
                    case 106:  // extend_hold
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .extendHold
                        actionBytes = try reader.lengthDelimited()
                    case 114:  // request_refund
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .requestRefund
                        actionBytes = try reader.lengthDelimited()
                    case 122:  // report_refund
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .reportRefund
                        actionBytes = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.commandId = field1
                self.distributorId = field2
                self.distributorOrderId = field3
                self.hasCreatedAt = has4
                self.createdAtBytes = field4
                self.actionCase = actionCase
                self.actionBytes = actionBytes
            }

            /// When the distributor made it. Inside the account's time window around the broker's append time.
            @inlinable
            @_lifetime(copy self)
            public func createdAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasCreatedAt else { return nil }
                return try Proto.Timestamp.View(createdAtBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func placeOrder() throws(ProtobufError) -> Proto.PlaceOrder.View? {
                guard actionCase == .placeOrder else { return nil }
                return try Proto.PlaceOrder.View(actionBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func issueTickets() throws(ProtobufError) -> Proto.IssueTickets.View? {
                guard actionCase == .issueTickets else { return nil }
                return try Proto.IssueTickets.View(actionBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func cancelOrder() throws(ProtobufError) -> Proto.CancelOrder.View? {
                guard actionCase == .cancelOrder else { return nil }
                return try Proto.CancelOrder.View(actionBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func extendHold() throws(ProtobufError) -> Proto.ExtendHold.View? {
                guard actionCase == .extendHold else { return nil }
                return try Proto.ExtendHold.View(actionBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func requestRefund() throws(ProtobufError) -> Proto.RequestRefund.View? {
                guard actionCase == .requestRefund else { return nil }
                return try Proto.RequestRefund.View(actionBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func reportRefund() throws(ProtobufError) -> Proto.ReportRefund.View? {
                guard actionCase == .reportRefund else { return nil }
                return try Proto.ReportRefund.View(actionBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try createdAt() { try inner.validate() }
                switch actionCase {
                case .placeOrder: try Proto.PlaceOrder.View(actionBytes).validate()
                case .issueTickets: try Proto.IssueTickets.View(actionBytes).validate()
                case .cancelOrder: try Proto.CancelOrder.View(actionBytes).validate()
                case .extendHold: try Proto.ExtendHold.View(actionBytes).validate()
                case .requestRefund: try Proto.RequestRefund.View(actionBytes).validate()
                case .reportRefund: try Proto.ReportRefund.View(actionBytes).validate()
                case .notSet: break
                }
            }
        }

        /// The idempotency key, unique per order. The same id with the same content gets the first answer
        /// again; with other content it is rejected as IDEMPOTENCY_CONFLICT. All ids but the supplier's own are 1 to 64 of
        /// `A-Z a-z 0-9 . _ : -`.
        @inlinable
        public static func writeCommandId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeCommandId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endCommandId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
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

        /// Unique per distributor. Together they are the order's key.
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

        /// When the distributor made it. Inside the account's time window around the broker's append time.
        @inlinable
        public static func writeCreatedAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endCreatedAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeCreatedAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeCreatedAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writePlaceOrder<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 82, mark)
        }

        /// Ends the field whose Proto.PlaceOrder was written since the mark.
        @inlinable
        public static func endPlaceOrder(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 82, mark)
        }

        /// Copies a Proto.PlaceOrder that is bytes already.
        @inlinable
        public static func writePlaceOrder(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 82, value)
        }

        @inlinable
        public static func writeIssueTickets<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 90, mark)
        }

        /// Ends the field whose Proto.IssueTickets was written since the mark.
        @inlinable
        public static func endIssueTickets(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 90, mark)
        }

        /// Copies a Proto.IssueTickets that is bytes already.
        @inlinable
        public static func writeIssueTickets(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 90, value)
        }

        @inlinable
        public static func writeCancelOrder<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 98, mark)
        }

        /// Ends the field whose Proto.CancelOrder was written since the mark.
        @inlinable
        public static func endCancelOrder(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 98, mark)
        }

        /// Copies a Proto.CancelOrder that is bytes already.
        @inlinable
        public static func writeCancelOrder(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 98, value)
        }

        @inlinable
        public static func writeExtendHold<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 106, mark)
        }

        /// Ends the field whose Proto.ExtendHold was written since the mark.
        @inlinable
        public static func endExtendHold(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 106, mark)
        }

        /// Copies a Proto.ExtendHold that is bytes already.
        @inlinable
        public static func writeExtendHold(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 106, value)
        }

        @inlinable
        public static func writeRequestRefund<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 114, mark)
        }

        /// Ends the field whose Proto.RequestRefund was written since the mark.
        @inlinable
        public static func endRequestRefund(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 114, mark)
        }

        /// Copies a Proto.RequestRefund that is bytes already.
        @inlinable
        public static func writeRequestRefund(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 114, value)
        }

        @inlinable
        public static func writeReportRefund<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 122, mark)
        }

        /// Ends the field whose Proto.ReportRefund was written since the mark.
        @inlinable
        public static func endReportRefund(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 122, mark)
        }

        /// Copies a Proto.ReportRefund that is bytes already.
        @inlinable
        public static func writeReportRefund(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 122, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderCommand",
            oneofs: ["action"],
            fields: [
                FieldDescriptor(1, "command_id", json: "commandId", .string),
                FieldDescriptor(2, "distributor_id", json: "distributorId", .string),
                FieldDescriptor(3, "distributor_order_id", json: "distributorOrderId", .string),
                FieldDescriptor(4, "created_at", json: "createdAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(10, "place_order", json: "placeOrder", .message({ Proto.PlaceOrder.descriptor }), oneof: 0),
                FieldDescriptor(11, "issue_tickets", json: "issueTickets", .message({ Proto.IssueTickets.descriptor }), oneof: 0),
                FieldDescriptor(12, "cancel_order", json: "cancelOrder", .message({ Proto.CancelOrder.descriptor }), oneof: 0),
                FieldDescriptor(13, "extend_hold", json: "extendHold", .message({ Proto.ExtendHold.descriptor }), oneof: 0),
                FieldDescriptor(14, "request_refund", json: "requestRefund", .message({ Proto.RequestRefund.descriptor }), oneof: 0),
                FieldDescriptor(15, "report_refund", json: "reportRefund", .message({ Proto.ReportRefund.descriptor }), oneof: 0),
            ])
    }
}

extension Proto {
    /// Ask the supplier to hold the tickets: → LOCKING.
    public enum PlaceOrder {
        /// The fields of a PlaceOrder, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let projectId: RawSpan
            public let showId: RawSpan
            @usableFromInline let ticketsStart: Int
            /// How many elements `tickets` has.
            public let ticketsCount: Int
            public let hasExpectedTotal: Bool
            public let expectedTotalBytes: RawSpan
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
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3Start = 0, field3Count = 0
                var field4 = RawSpan(), has4 = false
                var field5 = RawSpan(), has5 = false
                var field6 = RawSpan(), has6 = false
                var field7 = RawSpan(), has7 = false
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
                    case 34:  // expected_total
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 42:  // delivery
                        guard !has5 else { throw reader.failure(.duplicate) }
                        has5 = true
                        field5 = try reader.lengthDelimited()
                    case 50:  // buyer
                        guard !has6 else { throw reader.failure(.duplicate) }
                        has6 = true
                        field6 = try reader.lengthDelimited()
                    case 58:  // invoice
                        guard !has7 else { throw reader.failure(.duplicate) }
                        has7 = true
                        field7 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.projectId = field1
                self.showId = field2
                self.ticketsStart = field3Start
                self.ticketsCount = field3Count
                self.hasExpectedTotal = has4
                self.expectedTotalBytes = field4
                self.hasDelivery = has5
                self.deliveryBytes = field5
                self.hasBuyer = has6
                self.buyerBytes = field6
                self.hasInvoice = has7
                self.invoiceBytes = field7
            }

            /// Ticket i of the list has sequence number i in the order. 1 to 100 tickets.
            @inlinable
            public var tickets: Proto.TicketRequest.List {
                @_lifetime(copy self)
                get { Proto.TicketRequest.List(BytesList(rawBytes, tag: 26, start: ticketsStart, count: ticketsCount)) }
            }

            /// What the distributor expects to owe: net of its commission, postage included. Where the catalog says another
            /// amount it is rejected as PRICE_CHANGED, and told the right one.
            @inlinable
            @_lifetime(copy self)
            public func expectedTotal() throws(ProtobufError) -> Proto.Money.View? {
                guard hasExpectedTotal else { return nil }
                return try Proto.Money.View(expectedTotalBytes)
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
                var list3 = tickets
                while let element = try list3.next() { try element.validate() }
                if let inner = try expectedTotal() { try inner.validate() }
                if let inner = try delivery() { try inner.validate() }
                if let inner = try buyer() { try inner.validate() }
                if let inner = try invoice() { try inner.validate() }
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

        /// Ticket i of the list has sequence number i in the order. 1 to 100 tickets.
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

        /// What the distributor expects to owe: net of its commission, postage included. Where the catalog says another
        /// amount it is rejected as PRICE_CHANGED, and told the right one.
        @inlinable
        public static func writeExpectedTotal<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endExpectedTotal(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeExpectedTotal(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeDelivery<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose Proto.DeliveryRequest was written since the mark.
        @inlinable
        public static func endDelivery(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a Proto.DeliveryRequest that is bytes already.
        @inlinable
        public static func writeDelivery(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
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

        @inlinable
        public static func writeInvoice<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 58, mark)
        }

        /// Ends the field whose Proto.Invoice was written since the mark.
        @inlinable
        public static func endInvoice(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 58, mark)
        }

        /// Copies a Proto.Invoice that is bytes already.
        @inlinable
        public static func writeInvoice(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 58, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.PlaceOrder",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "project_id", json: "projectId", .string),
                FieldDescriptor(2, "show_id", json: "showId", .string),
                FieldDescriptor(3, "tickets", json: "tickets", .message({ Proto.TicketRequest.descriptor }), .repeated),
                FieldDescriptor(4, "expected_total", json: "expectedTotal", .message({ Proto.Money.descriptor })),
                FieldDescriptor(5, "delivery", json: "delivery", .message({ Proto.DeliveryRequest.descriptor })),
                FieldDescriptor(6, "buyer", json: "buyer", .message({ Proto.Buyer.descriptor })),
                FieldDescriptor(7, "invoice", json: "invoice", .message({ Proto.Invoice.descriptor })),
            ])
    }
}

extension Proto {
    public enum TicketRequest {
        /// The fields of a TicketRequest, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let ticketClassId: RawSpan
            /// Empty where the supplier chooses the seat.
            public let seatId: RawSpan
            /// Who will use it, by which document, where the show asks for real names.
            public let holderDocument: RawSpan
            public let holderName: RawSpan
            /// As the supplier names its kinds, for example `ID_CARD` or `PASSPORT`.
            public let holderDocumentType: RawSpan

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
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // ticket_class_id
                        field1 = try reader.string()
                    case 18:  // seat_id
                        field2 = try reader.string()
                    case 26:  // holder_document
                        field3 = try reader.string()
                    case 34:  // holder_name
                        field4 = try reader.string()
                    case 42:  // holder_document_type
                        field5 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.ticketClassId = field1
                self.seatId = field2
                self.holderDocument = field3
                self.holderName = field4
                self.holderDocumentType = field5
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated TicketRequest, in the order of the bytes.
        public struct List: ~Escapable {
            @usableFromInline var elements: BytesList

            @inlinable
            @_lifetime(copy elements)
            public init(_ elements: consuming BytesList) { self.elements = elements }

            /// How many are still to come.
            @inlinable
            public var count: Int { elements.count }

            @inlinable
            @_lifetime(copy self)
            public mutating func next() throws(ProtobufError) -> View? {
                guard let bytes = try elements.next() else { return nil }
                return try View(bytes)
            }
        }

        @inlinable
        public static func writeTicketClassId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeTicketClassId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTicketClassId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        /// Empty where the supplier chooses the seat.
        @inlinable
        public static func writeSeatId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeSeatId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSeatId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        /// Who will use it, by which document, where the show asks for real names.
        @inlinable
        public static func writeHolderDocument(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeHolderDocument(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endHolderDocument(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeHolderName(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeHolderName(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endHolderName(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        /// As the supplier names its kinds, for example `ID_CARD` or `PASSPORT`.
        @inlinable
        public static func writeHolderDocumentType(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writeHolderDocumentType(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endHolderDocumentType(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.TicketRequest",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "ticket_class_id", json: "ticketClassId", .string),
                FieldDescriptor(2, "seat_id", json: "seatId", .string),
                FieldDescriptor(3, "holder_document", json: "holderDocument", .string),
                FieldDescriptor(4, "holder_name", json: "holderName", .string),
                FieldDescriptor(5, "holder_document_type", json: "holderDocumentType", .string),
            ])
    }
}

extension Proto {
    public enum DeliveryRequest {
        /// The fields of a DeliveryRequest, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// One of the show's, which also says what it costs.
            /// A number of `Proto.DeliveryMethod`, or one not known here.
            public let method: Int32
            public let recipient: RawSpan
            public let phone: RawSpan
            public let address: RawSpan
            public let postalCode: RawSpan
            public let email: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2 = RawSpan()
                var field3 = RawSpan()
                var field4 = RawSpan()
                var field5 = RawSpan()
                var field6 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // method
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 18:  // recipient
                        field2 = try reader.string()
                    case 26:  // phone
                        field3 = try reader.string()
                    case 34:  // address
                        field4 = try reader.string()
                    case 42:  // postal_code
                        field5 = try reader.string()
                    case 50:  // email
                        field6 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.method = field1
                self.recipient = field2
                self.phone = field3
                self.address = field4
                self.postalCode = field5
                self.email = field6
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// One of the show's, which also says what it costs.
        @inlinable
        public static func writeMethod(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeMethod(_ value: Proto.DeliveryMethod, to writer: inout ReverseWriter) {
            writeMethod(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeRecipient(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeRecipient(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endRecipient(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writePhone(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writePhone(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endPhone(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeAddress(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeAddress(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endAddress(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writePostalCode(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writePostalCode(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endPostalCode(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        @inlinable
        public static func writeEmail(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writeEmail(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endEmail(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 50, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.DeliveryRequest",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "method", json: "method", .enumeration({ Proto.DeliveryMethod.descriptor })),
                FieldDescriptor(2, "recipient", json: "recipient", .string),
                FieldDescriptor(3, "phone", json: "phone", .string),
                FieldDescriptor(4, "address", json: "address", .string),
                FieldDescriptor(5, "postal_code", json: "postalCode", .string),
                FieldDescriptor(6, "email", json: "email", .string),
            ])
    }
}

extension Proto {
    /// Personal data: passed on to the supplier, kept until the order can no longer be issued, and in no
    /// event, ledger entry, log line or metric.
    public enum Buyer {
        /// The fields of a Buyer, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let name: RawSpan
            public let phone: RawSpan
            public let email: RawSpan
            public let document: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan()
                var field4 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // name
                        field1 = try reader.string()
                    case 18:  // phone
                        field2 = try reader.string()
                    case 26:  // email
                        field3 = try reader.string()
                    case 34:  // document
                        field4 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.name = field1
                self.phone = field2
                self.email = field3
                self.document = field4
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeName(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeName(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endName(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writePhone(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writePhone(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endPhone(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeEmail(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeEmail(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endEmail(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeDocument(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeDocument(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDocument(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Buyer",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "name", json: "name", .string),
                FieldDescriptor(2, "phone", json: "phone", .string),
                FieldDescriptor(3, "email", json: "email", .string),
                FieldDescriptor(4, "document", json: "document", .string),
            ])
    }
}

extension Proto {
    public enum Invoice {
        /// The fields of a Invoice, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let kind: RawSpan
            public let title: RawSpan
            public let taxId: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // kind
                        field1 = try reader.string()
                    case 18:  // title
                        field2 = try reader.string()
                    case 26:  // tax_id
                        field3 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.kind = field1
                self.title = field2
                self.taxId = field3
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeKind(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeKind(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endKind(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeTitle(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeTitle(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTitle(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeTaxId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeTaxId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTaxId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Invoice",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "kind", json: "kind", .string),
                FieldDescriptor(2, "title", json: "title", .string),
                FieldDescriptor(3, "tax_id", json: "taxId", .string),
            ])
    }
}

extension Proto {
    /// The buyer has paid: issue the held tickets. LOCKED → FIXING.
    public enum IssueTickets {
        /// The fields of a IssueTickets, borrowed from its bytes.
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
            name: "turnstile.v1.IssueTickets",
            oneofs: [],
            fields: [
            ])
    }
}

extension Proto {
    /// Give the hold back. LOCKED → CANCELED; during LOCKING and FIXING an intent that waits for the outcome.
    public enum CancelOrder {
        /// The fields of a CancelOrder, borrowed from its bytes.
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
            name: "turnstile.v1.CancelOrder",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "reason", json: "reason", .string),
            ])
    }
}

extension Proto {
    /// Ask for a longer hold. The supplier may grant less.
    public enum ExtendHold {
        /// The fields of a ExtendHold, borrowed from its bytes.
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
            name: "turnstile.v1.ExtendHold",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "until", json: "until", .message({ Proto.Timestamp.descriptor })),
            ])
    }
}

// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    /// Topic `supplier-results`, key = the order's key, echoed from the request.
    public enum SupplierResult {
        /// Which field of `detail` is set; the raw value is its number.
        @frozen public enum DetailCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case locked = 20
            case issued = 21
            case released = 22
            case orderAtSupplier = 23
            case refunded = 24
            case extended = 25
            case deliveryUpdate = 26
        }

        /// The fields of a SupplierResult, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// Unique per order. A result with a known id is a duplicate and changes nothing.
            public let resultId: RawSpan
            /// The request that it answers. Empty: the supplier's own notice (a refund, a delivery).
            public let requestId: RawSpan
            public let supplierId: RawSpan
            public let distributorId: RawSpan
            public let distributorOrderId: RawSpan
            public let supplierOrderId: RawSpan
            public let hasOccurredAt: Bool
            public let occurredAtBytes: RawSpan
            /// Unspecified: UNKNOWN. A FAILED needs no detail.
            /// A number of `Proto.Outcome`, or one not known here.
            public let outcome: Int32
            /// Unspecified: POSSIBLE.
            /// A number of `Proto.SideEffect`, or one not known here.
            public let sideEffect: Int32
            public let failureCode: RawSpan
            public let failureMessage: RawSpan
            public let detailCase: DetailCase
            /// The set field's bytes, whichever it is.
            public let detailBytes: RawSpan

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
                var field6 = RawSpan()
                var field7 = RawSpan(), has7 = false
                var field8: Int32 = 0
                var field9: Int32 = 0
                var field10 = RawSpan()
                var field11 = RawSpan()
                var detailCase = DetailCase.notSet
                var detailBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // result_id
                        field1 = try reader.string()
                    case 18:  // request_id
                        field2 = try reader.string()
                    case 26:  // supplier_id
                        field3 = try reader.string()
                    case 34:  // distributor_id
                        field4 = try reader.string()
                    case 42:  // distributor_order_id
                        field5 = try reader.string()
                    case 50:  // supplier_order_id
                        field6 = try reader.string()
                    case 58:  // occurred_at
                        guard !has7 else { throw reader.failure(.duplicate) }
                        has7 = true
                        field7 = try reader.lengthDelimited()
                    case 64:  // outcome
                        field8 = Int32(truncatingIfNeeded: try reader.varint())
                    case 72:  // side_effect
                        field9 = Int32(truncatingIfNeeded: try reader.varint())
                    case 82:  // failure_code
                        field10 = try reader.string()
                    case 90:  // failure_message
                        field11 = try reader.string()
                    case 162:  // locked
                        guard detailCase == .notSet else { throw reader.failure(.duplicate) }
                        detailCase = .locked
                        detailBytes = try reader.lengthDelimited()
                    case 170:  // issued
                        guard detailCase == .notSet else { throw reader.failure(.duplicate) }
                        detailCase = .issued
                        detailBytes = try reader.lengthDelimited()
                    case 178:  // released
                        guard detailCase == .notSet else { throw reader.failure(.duplicate) }
                        detailCase = .released
                        detailBytes = try reader.lengthDelimited()
                    case 186:  // order_at_supplier
                        guard detailCase == .notSet else { throw reader.failure(.duplicate) }
                        detailCase = .orderAtSupplier
                        detailBytes = try reader.lengthDelimited()
                    case 194:  // refunded
                        guard detailCase == .notSet else { throw reader.failure(.duplicate) }
                        detailCase = .refunded
                        detailBytes = try reader.lengthDelimited()
                    case 202:  // extended
                        guard detailCase == .notSet else { throw reader.failure(.duplicate) }
                        detailCase = .extended
                        detailBytes = try reader.lengthDelimited()
                    case 210:  // delivery_update
                        guard detailCase == .notSet else { throw reader.failure(.duplicate) }
                        detailCase = .deliveryUpdate
                        detailBytes = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.resultId = field1
                self.requestId = field2
                self.supplierId = field3
                self.distributorId = field4
                self.distributorOrderId = field5
                self.supplierOrderId = field6
                self.hasOccurredAt = has7
                self.occurredAtBytes = field7
                self.outcome = field8
                self.sideEffect = field9
                self.failureCode = field10
                self.failureMessage = field11
                self.detailCase = detailCase
                self.detailBytes = detailBytes
            }

            /// When it happened at the supplier: the time base of settlement entries.
            /// Missing: the record's append time.
            @inlinable
            @_lifetime(copy self)
            public func occurredAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasOccurredAt else { return nil }
                return try Proto.Timestamp.View(occurredAtBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func locked() throws(ProtobufError) -> Proto.SupplierResult.Locked.View? {
                guard detailCase == .locked else { return nil }
                return try Proto.SupplierResult.Locked.View(detailBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func issued() throws(ProtobufError) -> Proto.SupplierResult.Issued.View? {
                guard detailCase == .issued else { return nil }
                return try Proto.SupplierResult.Issued.View(detailBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func released() throws(ProtobufError) -> Proto.SupplierResult.Released.View? {
                guard detailCase == .released else { return nil }
                return try Proto.SupplierResult.Released.View(detailBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func orderAtSupplier() throws(ProtobufError) -> Proto.SupplierResult.OrderAtSupplier.View? {
                guard detailCase == .orderAtSupplier else { return nil }
                return try Proto.SupplierResult.OrderAtSupplier.View(detailBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func refunded() throws(ProtobufError) -> Proto.SupplierResult.Refunded.View? {
                guard detailCase == .refunded else { return nil }
                return try Proto.SupplierResult.Refunded.View(detailBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func extended() throws(ProtobufError) -> Proto.SupplierResult.Extended.View? {
                guard detailCase == .extended else { return nil }
                return try Proto.SupplierResult.Extended.View(detailBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func deliveryUpdate() throws(ProtobufError) -> Proto.SupplierResult.DeliveryUpdate.View? {
                guard detailCase == .deliveryUpdate else { return nil }
                return try Proto.SupplierResult.DeliveryUpdate.View(detailBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try occurredAt() { try inner.validate() }
                switch detailCase {
                case .locked: try Proto.SupplierResult.Locked.View(detailBytes).validate()
                case .issued: try Proto.SupplierResult.Issued.View(detailBytes).validate()
                case .released: try Proto.SupplierResult.Released.View(detailBytes).validate()
                case .orderAtSupplier: try Proto.SupplierResult.OrderAtSupplier.View(detailBytes).validate()
                case .refunded: try Proto.SupplierResult.Refunded.View(detailBytes).validate()
                case .extended: try Proto.SupplierResult.Extended.View(detailBytes).validate()
                case .deliveryUpdate: try Proto.SupplierResult.DeliveryUpdate.View(detailBytes).validate()
                case .notSet: break
                }
            }
        }

        /// Unique per order. A result with a known id is a duplicate and changes nothing.
        @inlinable
        public static func writeResultId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeResultId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endResultId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        /// The request that it answers. Empty: the supplier's own notice (a refund, a delivery).
        @inlinable
        public static func writeRequestId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeRequestId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endRequestId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeSupplierId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeSupplierId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeDistributorId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeDistributorId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeDistributorOrderId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writeDistributorOrderId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorOrderId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        @inlinable
        public static func writeSupplierOrderId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writeSupplierOrderId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierOrderId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 50, mark)
        }

        /// When it happened at the supplier: the time base of settlement entries.
        /// Missing: the record's append time.
        @inlinable
        public static func writeOccurredAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 58, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endOccurredAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 58, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeOccurredAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 58, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeOccurredAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 58, mark)
        }

        /// Unspecified: UNKNOWN. A FAILED needs no detail.
        @inlinable
        public static func writeOutcome(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(64)
        }

        @inlinable
        public static func writeOutcome(_ value: Proto.Outcome, to writer: inout ReverseWriter) {
            writeOutcome(value.rawValue, to: &writer)
        }

        /// Unspecified: POSSIBLE.
        @inlinable
        public static func writeSideEffect(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(72)
        }

        @inlinable
        public static func writeSideEffect(_ value: Proto.SideEffect, to writer: inout ReverseWriter) {
            writeSideEffect(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeFailureCode(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 82, value)
        }

        @inlinable
        public static func writeFailureCode(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 82, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endFailureCode(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 82, mark)
        }

        @inlinable
        public static func writeFailureMessage(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 90, value)
        }

        @inlinable
        public static func writeFailureMessage(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 90, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endFailureMessage(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 90, mark)
        }

        @inlinable
        public static func writeLocked<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 162, mark)
        }

        /// Ends the field whose Proto.SupplierResult.Locked was written since the mark.
        @inlinable
        public static func endLocked(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 162, mark)
        }

        /// Copies a Proto.SupplierResult.Locked that is bytes already.
        @inlinable
        public static func writeLocked(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 162, value)
        }

        @inlinable
        public static func writeIssued<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 170, mark)
        }

        /// Ends the field whose Proto.SupplierResult.Issued was written since the mark.
        @inlinable
        public static func endIssued(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 170, mark)
        }

        /// Copies a Proto.SupplierResult.Issued that is bytes already.
        @inlinable
        public static func writeIssued(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 170, value)
        }

        @inlinable
        public static func writeReleased<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 178, mark)
        }

        /// Ends the field whose Proto.SupplierResult.Released was written since the mark.
        @inlinable
        public static func endReleased(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 178, mark)
        }

        /// Copies a Proto.SupplierResult.Released that is bytes already.
        @inlinable
        public static func writeReleased(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 178, value)
        }

        @inlinable
        public static func writeOrderAtSupplier<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 186, mark)
        }

        /// Ends the field whose Proto.SupplierResult.OrderAtSupplier was written since the mark.
        @inlinable
        public static func endOrderAtSupplier(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 186, mark)
        }

        /// Copies a Proto.SupplierResult.OrderAtSupplier that is bytes already.
        @inlinable
        public static func writeOrderAtSupplier(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 186, value)
        }

        @inlinable
        public static func writeRefunded<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 194, mark)
        }

        /// Ends the field whose Proto.SupplierResult.Refunded was written since the mark.
        @inlinable
        public static func endRefunded(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 194, mark)
        }

        /// Copies a Proto.SupplierResult.Refunded that is bytes already.
        @inlinable
        public static func writeRefunded(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 194, value)
        }

        @inlinable
        public static func writeExtended<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 202, mark)
        }

        /// Ends the field whose Proto.SupplierResult.Extended was written since the mark.
        @inlinable
        public static func endExtended(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 202, mark)
        }

        /// Copies a Proto.SupplierResult.Extended that is bytes already.
        @inlinable
        public static func writeExtended(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 202, value)
        }

        @inlinable
        public static func writeDeliveryUpdate<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 210, mark)
        }

        /// Ends the field whose Proto.SupplierResult.DeliveryUpdate was written since the mark.
        @inlinable
        public static func endDeliveryUpdate(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 210, mark)
        }

        /// Copies a Proto.SupplierResult.DeliveryUpdate that is bytes already.
        @inlinable
        public static func writeDeliveryUpdate(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 210, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierResult",
            oneofs: ["detail"],
            fields: [
                FieldDescriptor(1, "result_id", json: "resultId", .string),
                FieldDescriptor(2, "request_id", json: "requestId", .string),
                FieldDescriptor(3, "supplier_id", json: "supplierId", .string),
                FieldDescriptor(4, "distributor_id", json: "distributorId", .string),
                FieldDescriptor(5, "distributor_order_id", json: "distributorOrderId", .string),
                FieldDescriptor(6, "supplier_order_id", json: "supplierOrderId", .string),
                FieldDescriptor(7, "occurred_at", json: "occurredAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(8, "outcome", json: "outcome", .enumeration({ Proto.Outcome.descriptor })),
                FieldDescriptor(9, "side_effect", json: "sideEffect", .enumeration({ Proto.SideEffect.descriptor })),
                FieldDescriptor(10, "failure_code", json: "failureCode", .string),
                FieldDescriptor(11, "failure_message", json: "failureMessage", .string),
                FieldDescriptor(20, "locked", json: "locked", .message({ Proto.SupplierResult.Locked.descriptor }), oneof: 0),
                FieldDescriptor(21, "issued", json: "issued", .message({ Proto.SupplierResult.Issued.descriptor }), oneof: 0),
                FieldDescriptor(22, "released", json: "released", .message({ Proto.SupplierResult.Released.descriptor }), oneof: 0),
                FieldDescriptor(23, "order_at_supplier", json: "orderAtSupplier", .message({ Proto.SupplierResult.OrderAtSupplier.descriptor }), oneof: 0),
                FieldDescriptor(24, "refunded", json: "refunded", .message({ Proto.SupplierResult.Refunded.descriptor }), oneof: 0),
                FieldDescriptor(25, "extended", json: "extended", .message({ Proto.SupplierResult.Extended.descriptor }), oneof: 0),
                FieldDescriptor(26, "delivery_update", json: "deliveryUpdate", .message({ Proto.SupplierResult.DeliveryUpdate.descriptor }), oneof: 0),
            ])
    }
}

extension Proto.SupplierResult {
    public enum Locked {
        /// The fields of a Locked, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let hasHoldUntil: Bool
            public let holdUntilBytes: RawSpan
            public let hasSettlementTotal: Bool
            public let settlementTotalBytes: RawSpan
            @usableFromInline let seatsStart: Int
            /// How many elements `seats` has.
            public let seatsCount: Int

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan(), has1 = false
                var field2 = RawSpan(), has2 = false
                var field3Start = 0, field3Count = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // hold_until
                        guard !has1 else { throw reader.failure(.duplicate) }
                        has1 = true
                        field1 = try reader.lengthDelimited()
                    case 18:  // settlement_total
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
                self.hasHoldUntil = has1
                self.holdUntilBytes = field1
                self.hasSettlementTotal = has2
                self.settlementTotalBytes = field2
                self.seatsStart = field3Start
                self.seatsCount = field3Count
            }

            /// Missing: as asked.
            @inlinable
            @_lifetime(copy self)
            public func holdUntil() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasHoldUntil else { return nil }
                return try Proto.Timestamp.View(holdUntilBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func settlementTotal() throws(ProtobufError) -> Proto.Money.View? {
                guard hasSettlementTotal else { return nil }
                return try Proto.Money.View(settlementTotalBytes)
            }

            @inlinable
            public var seats: Proto.Seat.List {
                @_lifetime(copy self)
                get { Proto.Seat.List(BytesList(rawBytes, tag: 26, start: seatsStart, count: seatsCount)) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try holdUntil() { try inner.validate() }
                if let inner = try settlementTotal() { try inner.validate() }
                var list3 = seats
                while let element = try list3.next() { try element.validate() }
            }
        }

        /// Missing: as asked.
        @inlinable
        public static func writeHoldUntil<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endHoldUntil(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeHoldUntil(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeHoldUntil(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeSettlementTotal<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endSettlementTotal(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeSettlementTotal(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
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
            name: "turnstile.v1.SupplierResult.Locked",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "hold_until", json: "holdUntil", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(2, "settlement_total", json: "settlementTotal", .message({ Proto.Money.descriptor })),
                FieldDescriptor(3, "seats", json: "seats", .message({ Proto.Seat.descriptor }), .repeated),
            ])
    }
}

extension Proto.SupplierResult {
    public enum Issued {
        /// The fields of a Issued, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            @usableFromInline let ticketsStart: Int
            /// How many elements `tickets` has.
            public let ticketsCount: Int
            public let hasSettlementTotal: Bool
            public let settlementTotalBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1Start = 0, field1Count = 0
                var field2 = RawSpan(), has2 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // tickets
                        if field1Count == 0 { field1Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field1Count += 1
                    case 18:  // settlement_total
                        guard !has2 else { throw reader.failure(.duplicate) }
                        has2 = true
                        field2 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.ticketsStart = field1Start
                self.ticketsCount = field1Count
                self.hasSettlementTotal = has2
                self.settlementTotalBytes = field2
            }

            @inlinable
            public var tickets: Proto.IssuedTicket.List {
                @_lifetime(copy self)
                get { Proto.IssuedTicket.List(BytesList(rawBytes, tag: 10, start: ticketsStart, count: ticketsCount)) }
            }

            @inlinable
            @_lifetime(copy self)
            public func settlementTotal() throws(ProtobufError) -> Proto.Money.View? {
                guard hasSettlementTotal else { return nil }
                return try Proto.Money.View(settlementTotalBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                var list1 = tickets
                while let element = try list1.next() { try element.validate() }
                if let inner = try settlementTotal() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeTickets<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose Proto.IssuedTicket was written since the mark.
        @inlinable
        public static func endTickets(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a Proto.IssuedTicket that is bytes already.
        @inlinable
        public static func writeTickets(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeSettlementTotal<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endSettlementTotal(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeSettlementTotal(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierResult.Issued",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "tickets", json: "tickets", .message({ Proto.IssuedTicket.descriptor }), .repeated),
                FieldDescriptor(2, "settlement_total", json: "settlementTotal", .message({ Proto.Money.descriptor })),
            ])
    }
}

extension Proto.SupplierResult {
    public enum Released {
        /// The fields of a Released, borrowed from its bytes.
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
            name: "turnstile.v1.SupplierResult.Released",
            oneofs: [],
            fields: [
            ])
    }
}

extension Proto.SupplierResult {
    /// The answer to a query.
    public enum OrderAtSupplier {
        /// The fields of a OrderAtSupplier, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.SupplierResult.OrderAtSupplier.State`, or one not known here.
            public let state: Int32
            public let hasIssued: Bool
            public let issuedBytes: RawSpan
            public let hasRefunded: Bool
            public let refundedBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2 = RawSpan(), has2 = false
                var field3 = RawSpan(), has3 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // state
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 18:  // issued
                        guard !has2 else { throw reader.failure(.duplicate) }
                        has2 = true
                        field2 = try reader.lengthDelimited()
                    case 26:  // refunded
                        guard !has3 else { throw reader.failure(.duplicate) }
                        has3 = true
                        field3 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.state = field1
                self.hasIssued = has2
                self.issuedBytes = field2
                self.hasRefunded = has3
                self.refundedBytes = field3
            }

            @inlinable
            @_lifetime(copy self)
            public func issued() throws(ProtobufError) -> Proto.SupplierResult.Issued.View? {
                guard hasIssued else { return nil }
                return try Proto.SupplierResult.Issued.View(issuedBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func refunded() throws(ProtobufError) -> Proto.SupplierResult.Refunded.View? {
                guard hasRefunded else { return nil }
                return try Proto.SupplierResult.Refunded.View(refundedBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try issued() { try inner.validate() }
                if let inner = try refunded() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeState(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeState(_ value: Proto.SupplierResult.OrderAtSupplier.State, to writer: inout ReverseWriter) {
            writeState(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeIssued<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.SupplierResult.Issued was written since the mark.
        @inlinable
        public static func endIssued(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.SupplierResult.Issued that is bytes already.
        @inlinable
        public static func writeIssued(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeRefunded<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.SupplierResult.Refunded was written since the mark.
        @inlinable
        public static func endRefunded(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.SupplierResult.Refunded that is bytes already.
        @inlinable
        public static func writeRefunded(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierResult.OrderAtSupplier",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "state", json: "state", .enumeration({ Proto.SupplierResult.OrderAtSupplier.State.descriptor })),
                FieldDescriptor(2, "issued", json: "issued", .message({ Proto.SupplierResult.Issued.descriptor })),
                FieldDescriptor(3, "refunded", json: "refunded", .message({ Proto.SupplierResult.Refunded.descriptor })),
            ])
    }
}

extension Proto.SupplierResult {
    /// The supplier has refunded. Without a request_id it did so unasked.
    public enum Refunded {
        /// The fields of a Refunded, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// Empty where the supplier did so unasked: then the result_id serves.
            public let refundId: RawSpan
            @usableFromInline let ticketsStart: Int
            /// How many elements `tickets` has.
            public let ticketsCount: Int
            public let hasAmount: Bool
            public let amountBytes: RawSpan
            /// A number of `Proto.RefundMode`, or one not known here.
            public let mode: Int32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2Start = 0, field2Count = 0
                var field3 = RawSpan(), has3 = false
                var field4: Int32 = 0
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
                    case 26:  // amount
                        guard !has3 else { throw reader.failure(.duplicate) }
                        has3 = true
                        field3 = try reader.lengthDelimited()
                    case 32:  // mode
                        field4 = Int32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.ticketsStart = field2Start
                self.ticketsCount = field2Count
                self.hasAmount = has3
                self.amountBytes = field3
                self.mode = field4
            }

            @inlinable
            public var tickets: VarintList<UInt32> {
                @_lifetime(copy self)
                get { VarintList<UInt32>(rawBytes, field: 2, start: ticketsStart, count: ticketsCount) }
            }

            /// What the supplier gives back, penalty already taken off. Missing: the tickets' settlement prices.
            @inlinable
            @_lifetime(copy self)
            public func amount() throws(ProtobufError) -> Proto.Money.View? {
                guard hasAmount else { return nil }
                return try Proto.Money.View(amountBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try amount() { try inner.validate() }
            }
        }

        /// Empty where the supplier did so unasked: then the result_id serves.
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

        /// What the supplier gives back, penalty already taken off. Missing: the tickets' settlement prices.
        @inlinable
        public static func writeAmount<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endAmount(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeAmount(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeMode(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(32)
        }

        @inlinable
        public static func writeMode(_ value: Proto.RefundMode, to writer: inout ReverseWriter) {
            writeMode(value.rawValue, to: &writer)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierResult.Refunded",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .string),
                FieldDescriptor(2, "tickets", json: "tickets", .uint32, .repeated),
                FieldDescriptor(3, "amount", json: "amount", .message({ Proto.Money.descriptor })),
                FieldDescriptor(4, "mode", json: "mode", .enumeration({ Proto.RefundMode.descriptor })),
            ])
    }
}

extension Proto.SupplierResult {
    public enum Extended {
        /// The fields of a Extended, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let hasHoldUntil: Bool
            public let holdUntilBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan(), has1 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // hold_until
                        guard !has1 else { throw reader.failure(.duplicate) }
                        has1 = true
                        field1 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.hasHoldUntil = has1
                self.holdUntilBytes = field1
            }

            @inlinable
            @_lifetime(copy self)
            public func holdUntil() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasHoldUntil else { return nil }
                return try Proto.Timestamp.View(holdUntilBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try holdUntil() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeHoldUntil<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endHoldUntil(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeHoldUntil(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeHoldUntil(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 10, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierResult.Extended",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "hold_until", json: "holdUntil", .message({ Proto.Timestamp.descriptor })),
            ])
    }
}

extension Proto.SupplierResult {
    public enum DeliveryUpdate {
        /// The fields of a DeliveryUpdate, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.DeliveryStatus`, or one not known here.
            public let status: Int32
            public let carrier: RawSpan
            public let trackingNumber: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2 = RawSpan()
                var field3 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // status
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 18:  // carrier
                        field2 = try reader.string()
                    case 26:  // tracking_number
                        field3 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.status = field1
                self.carrier = field2
                self.trackingNumber = field3
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeStatus(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeStatus(_ value: Proto.DeliveryStatus, to writer: inout ReverseWriter) {
            writeStatus(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeCarrier(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeCarrier(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endCarrier(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeTrackingNumber(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeTrackingNumber(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTrackingNumber(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SupplierResult.DeliveryUpdate",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "status", json: "status", .enumeration({ Proto.DeliveryStatus.descriptor })),
                FieldDescriptor(2, "carrier", json: "carrier", .string),
                FieldDescriptor(3, "tracking_number", json: "trackingNumber", .string),
            ])
    }
}

extension Proto {
    /// Where a ticket sits, as far as it is known.
    public enum Seat {
        /// The fields of a Seat, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// The ticket's sequence number.
            public let sequence: UInt32
            public let seatId: RawSpan
            /// As printed, for people.
            public let label: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt32 = 0
                var field2 = RawSpan()
                var field3 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // sequence
                        field1 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 18:  // seat_id
                        field2 = try reader.string()
                    case 26:  // label
                        field3 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.sequence = field1
                self.seatId = field2
                self.label = field3
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated Seat, in the order of the bytes.
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

        /// The ticket's sequence number.
        @inlinable
        public static func writeSequence(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(8)
        }

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

        /// As printed, for people.
        @inlinable
        public static func writeLabel(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeLabel(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endLabel(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Seat",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "sequence", json: "sequence", .uint32),
                FieldDescriptor(2, "seat_id", json: "seatId", .string),
                FieldDescriptor(3, "label", json: "label", .string),
            ])
    }
}

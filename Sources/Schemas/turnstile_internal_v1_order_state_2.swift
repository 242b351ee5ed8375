// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension InternalProto {
    public enum Cancellation {
        /// The fields of a Cancellation, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.CancelReason`, or one not known here.
            public let reason: Int32
            public let atDeltaMs: Int64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2: Int64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // reason
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 16:  // at_delta_ms
                        field2 = zigzagDecoded(try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.reason = field1
                self.atDeltaMs = field2
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeReason(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeReason(_ value: Proto.CancelReason, to writer: inout ReverseWriter) {
            writeReason(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(16)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Cancellation",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "reason", json: "reason", .enumeration({ Proto.CancelReason.descriptor })),
                FieldDescriptor(2, "at_delta_ms", json: "atDeltaMs", .sint64),
            ])
    }
}

extension InternalProto {
    public enum Placing {
        /// The fields of a Placing, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let digestHigh: UInt64
            public let digestLow: UInt64
            public let supplierId: RawSpan
            public let projectId: RawSpan
            public let showId: RawSpan
            /// Milliseconds since 1970-01-01T00:00:00Z.
            public let placedAtMs: Int64
            public let showStartsAtDeltaMs: Int64
            /// A number of `Proto.DeliveryMethod`, or one not known here.
            public let deliveryMethod: Int32
            public let holdAskedUntilDeltaMs: Int64
            public let lockSentAtDeltaMs: Int64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt64 = 0
                var field2: UInt64 = 0
                var field3 = RawSpan()
                var field4 = RawSpan()
                var field5 = RawSpan()
                var field6: Int64 = 0
                var field7: Int64 = 0
                var field8: Int32 = 0
                var field9: Int64 = 0
                var field10: Int64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 9:  // digest_high
                        field1 = try reader.fixed64()
                    case 17:  // digest_low
                        field2 = try reader.fixed64()
                    case 26:  // supplier_id
                        field3 = try reader.lengthDelimited()
                    case 34:  // project_id
                        field4 = try reader.lengthDelimited()
                    case 42:  // show_id
                        field5 = try reader.lengthDelimited()
                    case 48:  // placed_at_ms
                        field6 = Int64(bitPattern: try reader.varint())
                    case 56:  // show_starts_at_delta_ms
                        field7 = zigzagDecoded(try reader.varint())
                    case 64:  // delivery_method
                        field8 = Int32(truncatingIfNeeded: try reader.varint())
                    case 72:  // hold_asked_until_delta_ms
                        field9 = zigzagDecoded(try reader.varint())
                    case 80:  // lock_sent_at_delta_ms
                        field10 = zigzagDecoded(try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.digestHigh = field1
                self.digestLow = field2
                self.supplierId = field3
                self.projectId = field4
                self.showId = field5
                self.placedAtMs = field6
                self.showStartsAtDeltaMs = field7
                self.deliveryMethod = field8
                self.holdAskedUntilDeltaMs = field9
                self.lockSentAtDeltaMs = field10
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeDigestHigh(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(9)
        }

        @inlinable
        public static func writeDigestLow(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(17)
        }

        @inlinable
        public static func writeSupplierId(_ value: RawSpan, to writer: inout ReverseWriter) {
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
        public static func writeProjectId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endProjectId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeShowId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endShowId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        /// Milliseconds since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writePlacedAtMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(48)
        }

        @inlinable
        public static func writeShowStartsAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(56)
        }

        @inlinable
        public static func writeDeliveryMethod(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(64)
        }

        @inlinable
        public static func writeDeliveryMethod(_ value: Proto.DeliveryMethod, to writer: inout ReverseWriter) {
            writeDeliveryMethod(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeHoldAskedUntilDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(72)
        }

        @inlinable
        public static func writeLockSentAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(80)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Placing",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "digest_high", json: "digestHigh", .fixed64),
                FieldDescriptor(2, "digest_low", json: "digestLow", .fixed64),
                FieldDescriptor(3, "supplier_id", json: "supplierId", .bytes),
                FieldDescriptor(4, "project_id", json: "projectId", .bytes),
                FieldDescriptor(5, "show_id", json: "showId", .bytes),
                FieldDescriptor(6, "placed_at_ms", json: "placedAtMs", .int64),
                FieldDescriptor(7, "show_starts_at_delta_ms", json: "showStartsAtDeltaMs", .sint64),
                FieldDescriptor(8, "delivery_method", json: "deliveryMethod", .enumeration({ Proto.DeliveryMethod.descriptor })),
                FieldDescriptor(9, "hold_asked_until_delta_ms", json: "holdAskedUntilDeltaMs", .sint64),
                FieldDescriptor(10, "lock_sent_at_delta_ms", json: "lockSentAtDeltaMs", .sint64),
            ])
    }
}

extension InternalProto {
    /// Minor units of the order's currencies.
    public enum Ticket {
        /// The fields of a Ticket, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let ticketClassId: RawSpan
            public let sell: Int64
            public let step: Int64
            public let discount: Int64
            public let commission: Int64
            public let settlement: Int64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: Int64 = 0
                var field3: Int64 = 0
                var field4: Int64 = 0
                var field5: Int64 = 0
                var field6: Int64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // ticket_class_id
                        field1 = try reader.lengthDelimited()
                    case 16:  // sell
                        field2 = zigzagDecoded(try reader.varint())
                    case 24:  // step
                        field3 = zigzagDecoded(try reader.varint())
                    case 32:  // discount
                        field4 = zigzagDecoded(try reader.varint())
                    case 40:  // commission
                        field5 = zigzagDecoded(try reader.varint())
                    case 48:  // settlement
                        field6 = zigzagDecoded(try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.ticketClassId = field1
                self.sell = field2
                self.step = field3
                self.discount = field4
                self.commission = field5
                self.settlement = field6
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated Ticket, in the order of the bytes.
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

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTicketClassId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeSell(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeStep(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(24)
        }

        @inlinable
        public static func writeDiscount(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(32)
        }

        @inlinable
        public static func writeCommission(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(40)
        }

        @inlinable
        public static func writeSettlement(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(48)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Ticket",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "ticket_class_id", json: "ticketClassId", .bytes),
                FieldDescriptor(2, "sell", json: "sell", .sint64),
                FieldDescriptor(3, "step", json: "step", .sint64),
                FieldDescriptor(4, "discount", json: "discount", .sint64),
                FieldDescriptor(5, "commission", json: "commission", .sint64),
                FieldDescriptor(6, "settlement", json: "settlement", .sint64),
            ])
    }
}

extension InternalProto {
    public enum Terms {
        /// The fields of a Terms, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// Three letters of ISO 4217, the first one in bits 16 to 23.
            public let sellCurrency: UInt32
            public let settlementCurrency: UInt32
            public let postage: Int64
            public let distributorContractId: RawSpan
            public let distributorContractVersion: UInt64
            public let supplierContractId: RawSpan
            public let supplierContractVersion: UInt64
            public let mayRefund: Bool

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt32 = 0
                var field2: UInt32 = 0
                var field3: Int64 = 0
                var field4 = RawSpan()
                var field5: UInt64 = 0
                var field6 = RawSpan()
                var field7: UInt64 = 0
                var field8 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // sell_currency
                        field1 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 16:  // settlement_currency
                        field2 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 24:  // postage
                        field3 = zigzagDecoded(try reader.varint())
                    case 34:  // distributor_contract_id
                        field4 = try reader.lengthDelimited()
                    case 40:  // distributor_contract_version
                        field5 = try reader.varint()
                    case 50:  // supplier_contract_id
                        field6 = try reader.lengthDelimited()
                    case 56:  // supplier_contract_version
                        field7 = try reader.varint()
                    case 64:  // may_refund
                        field8 = try reader.varint() != 0
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.sellCurrency = field1
                self.settlementCurrency = field2
                self.postage = field3
                self.distributorContractId = field4
                self.distributorContractVersion = field5
                self.supplierContractId = field6
                self.supplierContractVersion = field7
                self.mayRefund = field8
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// Three letters of ISO 4217, the first one in bits 16 to 23.
        @inlinable
        public static func writeSellCurrency(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(8)
        }

        @inlinable
        public static func writeSettlementCurrency(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(16)
        }

        @inlinable
        public static func writePostage(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(24)
        }

        @inlinable
        public static func writeDistributorContractId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorContractId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeDistributorContractVersion(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(40)
        }

        @inlinable
        public static func writeSupplierContractId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierContractId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 50, mark)
        }

        @inlinable
        public static func writeSupplierContractVersion(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(56)
        }

        @inlinable
        public static func writeMayRefund(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(64)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Terms",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "sell_currency", json: "sellCurrency", .uint32),
                FieldDescriptor(2, "settlement_currency", json: "settlementCurrency", .uint32),
                FieldDescriptor(3, "postage", json: "postage", .sint64),
                FieldDescriptor(4, "distributor_contract_id", json: "distributorContractId", .bytes),
                FieldDescriptor(5, "distributor_contract_version", json: "distributorContractVersion", .uint64),
                FieldDescriptor(6, "supplier_contract_id", json: "supplierContractId", .bytes),
                FieldDescriptor(7, "supplier_contract_version", json: "supplierContractVersion", .uint64),
                FieldDescriptor(8, "may_refund", json: "mayRefund", .bool),
            ])
    }
}

extension InternalProto {
    public enum Hold {
        /// The fields of a Hold, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let untilDeltaMs: Int64
            public let lockedAtDeltaMs: Int64
            public let hasExtending: Bool
            public let extendingBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int64 = 0
                var field2: Int64 = 0
                var field3 = RawSpan(), has3 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // until_delta_ms
                        field1 = zigzagDecoded(try reader.varint())
                    case 16:  // locked_at_delta_ms
                        field2 = zigzagDecoded(try reader.varint())
                    case 26:  // extending
                        guard !has3 else { throw reader.failure(.duplicate) }
                        has3 = true
                        field3 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.untilDeltaMs = field1
                self.lockedAtDeltaMs = field2
                self.hasExtending = has3
                self.extendingBytes = field3
            }

            @inlinable
            @_lifetime(copy self)
            public func extending() throws(ProtobufError) -> InternalProto.Hold.Extension.View? {
                guard hasExtending else { return nil }
                return try InternalProto.Hold.Extension.View(extendingBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try extending() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeUntilDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeLockedAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeExtending<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose InternalProto.Hold.Extension was written since the mark.
        @inlinable
        public static func endExtending(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a InternalProto.Hold.Extension that is bytes already.
        @inlinable
        public static func writeExtending(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Hold",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "until_delta_ms", json: "untilDeltaMs", .sint64),
                FieldDescriptor(2, "locked_at_delta_ms", json: "lockedAtDeltaMs", .sint64),
                FieldDescriptor(3, "extending", json: "extending", .message({ InternalProto.Hold.Extension.descriptor })),
            ])
    }
}

extension InternalProto.Hold {
    public enum Extension {
        /// The fields of a Extension, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let commandId: RawSpan
            public let untilDeltaMs: Int64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: Int64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // command_id
                        field1 = try reader.lengthDelimited()
                    case 16:  // until_delta_ms
                        field2 = zigzagDecoded(try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.commandId = field1
                self.untilDeltaMs = field2
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeCommandId(_ value: RawSpan, to writer: inout ReverseWriter) {
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
        public static func writeUntilDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(16)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Hold.Extension",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "command_id", json: "commandId", .bytes),
                FieldDescriptor(2, "until_delta_ms", json: "untilDeltaMs", .sint64),
            ])
    }
}

extension InternalProto {
    public enum Issuing {
        /// The fields of a Issuing, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let startedAtDeltaMs: Int64
            public let sentAtDeltaMs: Int64
            public let attempts: UInt32
            public let hasNegotiation: Bool
            public let negotiationBytes: RawSpan
            public let issuedAtDeltaMs: Int64?
            public let codesDigestHigh: UInt64?
            public let codesDigestLow: UInt64
            public let codesMissing: Bool

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int64 = 0
                var field2: Int64 = 0
                var field3: UInt32 = 0
                var field4 = RawSpan(), has4 = false
                var field5: Int64? = nil
                var field6: UInt64? = nil
                var field7: UInt64 = 0
                var field8 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // started_at_delta_ms
                        field1 = zigzagDecoded(try reader.varint())
                    case 16:  // sent_at_delta_ms
                        field2 = zigzagDecoded(try reader.varint())
                    case 24:  // attempts
                        field3 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 34:  // negotiation
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 40:  // issued_at_delta_ms
                        field5 = zigzagDecoded(try reader.varint())
                    case 49:  // codes_digest_high
                        field6 = try reader.fixed64()
                    case 57:  // codes_digest_low
                        field7 = try reader.fixed64()
                    case 64:  // codes_missing
                        field8 = try reader.varint() != 0
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.startedAtDeltaMs = field1
                self.sentAtDeltaMs = field2
                self.attempts = field3
                self.hasNegotiation = has4
                self.negotiationBytes = field4
                self.issuedAtDeltaMs = field5
                self.codesDigestHigh = field6
                self.codesDigestLow = field7
                self.codesMissing = field8
            }

            @inlinable
            @_lifetime(copy self)
            public func negotiation() throws(ProtobufError) -> InternalProto.Issuing.Negotiation.View? {
                guard hasNegotiation else { return nil }
                return try InternalProto.Issuing.Negotiation.View(negotiationBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try negotiation() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeStartedAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeSentAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeAttempts(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(24)
        }

        @inlinable
        public static func writeNegotiation<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose InternalProto.Issuing.Negotiation was written since the mark.
        @inlinable
        public static func endNegotiation(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a InternalProto.Issuing.Negotiation that is bytes already.
        @inlinable
        public static func writeNegotiation(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeIssuedAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(40)
        }

        @inlinable
        public static func writeCodesDigestHigh(_ value: UInt64, to writer: inout ReverseWriter) {
            writer.fixed64(value)
            writer.tag(49)
        }

        @inlinable
        public static func writeCodesDigestLow(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(57)
        }

        @inlinable
        public static func writeCodesMissing(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(64)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Issuing",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "started_at_delta_ms", json: "startedAtDeltaMs", .sint64),
                FieldDescriptor(2, "sent_at_delta_ms", json: "sentAtDeltaMs", .sint64),
                FieldDescriptor(3, "attempts", json: "attempts", .uint32),
                FieldDescriptor(4, "negotiation", json: "negotiation", .message({ InternalProto.Issuing.Negotiation.descriptor })),
                FieldDescriptor(5, "issued_at_delta_ms", json: "issuedAtDeltaMs", .sint64, .optional),
                FieldDescriptor(6, "codes_digest_high", json: "codesDigestHigh", .fixed64, .optional),
                FieldDescriptor(7, "codes_digest_low", json: "codesDigestLow", .fixed64),
                FieldDescriptor(8, "codes_missing", json: "codesMissing", .bool),
            ])
    }
}

extension InternalProto.Issuing {
    public enum Negotiation {
        /// The fields of a Negotiation, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let startedAtDeltaMs: Int64
            public let queries: UInt32
            public let lastQueryAtDeltaMs: Int64?
            public let notFound: UInt32
            public let polls: UInt32
            public let nextPollAtDeltaMs: Int64?
            public let hasSlot: Bool
            public let sendsAgain: Bool
            public let lastAnswered: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int64 = 0
                var field2: UInt32 = 0
                var field3: Int64? = nil
                var field4: UInt32 = 0
                var field5: UInt32 = 0
                var field6: Int64? = nil
                var field7 = false
                var field8 = false
                var field9: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // started_at_delta_ms
                        field1 = zigzagDecoded(try reader.varint())
                    case 16:  // queries
                        field2 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 24:  // last_query_at_delta_ms
                        field3 = zigzagDecoded(try reader.varint())
                    case 32:  // not_found
                        field4 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 40:  // polls
                        field5 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 48:  // next_poll_at_delta_ms
                        field6 = zigzagDecoded(try reader.varint())
                    case 56:  // has_slot
                        field7 = try reader.varint() != 0
                    case 64:  // sends_again
                        field8 = try reader.varint() != 0
                    case 72:  // last_answered
                        field9 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.startedAtDeltaMs = field1
                self.queries = field2
                self.lastQueryAtDeltaMs = field3
                self.notFound = field4
                self.polls = field5
                self.nextPollAtDeltaMs = field6
                self.hasSlot = field7
                self.sendsAgain = field8
                self.lastAnswered = field9
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeStartedAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeQueries(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(16)
        }

        @inlinable
        public static func writeLastQueryAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(24)
        }

        @inlinable
        public static func writeNotFound(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(32)
        }

        @inlinable
        public static func writePolls(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(40)
        }

        @inlinable
        public static func writeNextPollAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(48)
        }

        @inlinable
        public static func writeHasSlot(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(56)
        }

        @inlinable
        public static func writeSendsAgain(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(64)
        }

        @inlinable
        public static func writeLastAnswered(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(72)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Issuing.Negotiation",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "started_at_delta_ms", json: "startedAtDeltaMs", .sint64),
                FieldDescriptor(2, "queries", json: "queries", .uint32),
                FieldDescriptor(3, "last_query_at_delta_ms", json: "lastQueryAtDeltaMs", .sint64, .optional),
                FieldDescriptor(4, "not_found", json: "notFound", .uint32),
                FieldDescriptor(5, "polls", json: "polls", .uint32),
                FieldDescriptor(6, "next_poll_at_delta_ms", json: "nextPollAtDeltaMs", .sint64, .optional),
                FieldDescriptor(7, "has_slot", json: "hasSlot", .bool),
                FieldDescriptor(8, "sends_again", json: "sendsAgain", .bool),
                FieldDescriptor(9, "last_answered", json: "lastAnswered", .uint32),
            ])
    }
}

extension InternalProto {
    public enum Release {
        /// The fields of a Release, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let reason: RawSpan
            public let startedAtDeltaMs: Int64
            public let attempts: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: Int64 = 0
                var field3: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // reason
                        field1 = try reader.string()
                    case 16:  // started_at_delta_ms
                        field2 = zigzagDecoded(try reader.varint())
                    case 24:  // attempts
                        field3 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.reason = field1
                self.startedAtDeltaMs = field2
                self.attempts = field3
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

        @inlinable
        public static func writeStartedAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeAttempts(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(24)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Release",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "reason", json: "reason", .string),
                FieldDescriptor(2, "started_at_delta_ms", json: "startedAtDeltaMs", .sint64),
                FieldDescriptor(3, "attempts", json: "attempts", .uint32),
            ])
    }
}

extension InternalProto {
    public enum Refund {
        /// The fields of a Refund, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let id: RawSpan
            public let ticketsLow: UInt64
            public let ticketsHigh: UInt64
            /// A number of `InternalProto.Refund.Phase`, or one not known here.
            public let phase: Int32
            public let unasked: Bool
            public let requestedAtDeltaMs: Int64
            public let attempts: UInt32
            public let dueDeltaMs: Int64?
            public let escalated: Bool
            public let supplierRefundedAtDeltaMs: Int64?
            public let settlementAmount: Int64
            public let penalty: Int64
            public let distributorAmount: Int64
            /// A number of `Proto.RefundMode`, or one not known here.
            public let mode: Int32
            public let isUndated: Bool
            public let distributorRefundedAtDeltaMs: Int64?

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: UInt64 = 0
                var field3: UInt64 = 0
                var field4: Int32 = 0
                var field5 = false
                var field6: Int64 = 0
                var field7: UInt32 = 0
                var field8: Int64? = nil
                var field9 = false
                var field10: Int64? = nil
                var field11: Int64 = 0
                var field12: Int64 = 0
                var field13: Int64 = 0
                var field14: Int32 = 0
                var field15 = false
                var field16: Int64? = nil
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // id
                        field1 = try reader.lengthDelimited()
                    case 17:  // tickets_low
                        field2 = try reader.fixed64()
                    case 25:  // tickets_high
                        field3 = try reader.fixed64()
                    case 32:  // phase
                        field4 = Int32(truncatingIfNeeded: try reader.varint())
                    case 40:  // unasked
                        field5 = try reader.varint() != 0
                    case 48:  // requested_at_delta_ms
                        field6 = zigzagDecoded(try reader.varint())
                    case 56:  // attempts
                        field7 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 64:  // due_delta_ms
                        field8 = zigzagDecoded(try reader.varint())
                    case 72:  // escalated
                        field9 = try reader.varint() != 0
                    case 80:  // supplier_refunded_at_delta_ms
                        field10 = zigzagDecoded(try reader.varint())
                    case 88:  // settlement_amount
                        field11 = zigzagDecoded(try reader.varint())
                    case 96:  // penalty
                        field12 = zigzagDecoded(try reader.varint())
                    case 104:  // distributor_amount
                        field13 = zigzagDecoded(try reader.varint())
                    case 112:  // mode
                        field14 = Int32(truncatingIfNeeded: try reader.varint())
                    case 120:  // is_undated
                        field15 = try reader.varint() != 0
                    case 128:  // distributor_refunded_at_delta_ms
                        field16 = zigzagDecoded(try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.id = field1
                self.ticketsLow = field2
                self.ticketsHigh = field3
                self.phase = field4
                self.unasked = field5
                self.requestedAtDeltaMs = field6
                self.attempts = field7
                self.dueDeltaMs = field8
                self.escalated = field9
                self.supplierRefundedAtDeltaMs = field10
                self.settlementAmount = field11
                self.penalty = field12
                self.distributorAmount = field13
                self.mode = field14
                self.isUndated = field15
                self.distributorRefundedAtDeltaMs = field16
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated Refund, in the order of the bytes.
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
        public static func writeId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeTicketsLow(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(17)
        }

        @inlinable
        public static func writeTicketsHigh(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(25)
        }

        @inlinable
        public static func writePhase(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(32)
        }

        @inlinable
        public static func writePhase(_ value: InternalProto.Refund.Phase, to writer: inout ReverseWriter) {
            writePhase(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeUnasked(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(40)
        }

        @inlinable
        public static func writeRequestedAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(48)
        }

        @inlinable
        public static func writeAttempts(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(56)
        }

        @inlinable
        public static func writeDueDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(64)
        }

        @inlinable
        public static func writeEscalated(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(72)
        }

        @inlinable
        public static func writeSupplierRefundedAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(80)
        }

        @inlinable
        public static func writeSettlementAmount(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(88)
        }

        @inlinable
        public static func writePenalty(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(96)
        }

        @inlinable
        public static func writeDistributorAmount(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(104)
        }

        @inlinable
        public static func writeMode(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(112)
        }

        @inlinable
        public static func writeMode(_ value: Proto.RefundMode, to writer: inout ReverseWriter) {
            writeMode(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeIsUndated(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(120)
        }

        @inlinable
        public static func writeDistributorRefundedAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(128)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Refund",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "id", json: "id", .bytes),
                FieldDescriptor(2, "tickets_low", json: "ticketsLow", .fixed64),
                FieldDescriptor(3, "tickets_high", json: "ticketsHigh", .fixed64),
                FieldDescriptor(4, "phase", json: "phase", .enumeration({ InternalProto.Refund.Phase.descriptor })),
                FieldDescriptor(5, "unasked", json: "unasked", .bool),
                FieldDescriptor(6, "requested_at_delta_ms", json: "requestedAtDeltaMs", .sint64),
                FieldDescriptor(7, "attempts", json: "attempts", .uint32),
                FieldDescriptor(8, "due_delta_ms", json: "dueDeltaMs", .sint64, .optional),
                FieldDescriptor(9, "escalated", json: "escalated", .bool),
                FieldDescriptor(10, "supplier_refunded_at_delta_ms", json: "supplierRefundedAtDeltaMs", .sint64, .optional),
                FieldDescriptor(11, "settlement_amount", json: "settlementAmount", .sint64),
                FieldDescriptor(12, "penalty", json: "penalty", .sint64),
                FieldDescriptor(13, "distributor_amount", json: "distributorAmount", .sint64),
                FieldDescriptor(14, "mode", json: "mode", .enumeration({ Proto.RefundMode.descriptor })),
                FieldDescriptor(15, "is_undated", json: "isUndated", .bool),
                FieldDescriptor(16, "distributor_refunded_at_delta_ms", json: "distributorRefundedAtDeltaMs", .sint64, .optional),
            ])
    }
}

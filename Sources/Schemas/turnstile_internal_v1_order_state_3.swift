// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension InternalProto {
    public enum Intent {
        /// Which field of `intent` is set; the raw value is its number.
        @frozen public enum IntentCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case cancel = 1
            case refund = 2
            case supplierRefund = 3
        }

        /// The fields of a Intent, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let intentCase: IntentCase
            /// The set field's bytes, whichever it is.
            public let intentBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var intentCase = IntentCase.notSet
                var intentBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // cancel
                        guard intentCase == .notSet else { throw reader.failure(.duplicate) }
                        intentCase = .cancel
                        intentBytes = try reader.lengthDelimited()
                    case 18:  // refund
                        guard intentCase == .notSet else { throw reader.failure(.duplicate) }
                        intentCase = .refund
                        intentBytes = try reader.lengthDelimited()
                    case 26:  // supplier_refund
                        guard intentCase == .notSet else { throw reader.failure(.duplicate) }
                        intentCase = .supplierRefund
                        intentBytes = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.intentCase = intentCase
                self.intentBytes = intentBytes
            }

            @inlinable
            @_lifetime(copy self)
            public func cancel() throws(ProtobufError) -> InternalProto.Intent.Cancel.View? {
                guard intentCase == .cancel else { return nil }
                return try InternalProto.Intent.Cancel.View(intentBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func refund() throws(ProtobufError) -> InternalProto.Intent.Asked.View? {
                guard intentCase == .refund else { return nil }
                return try InternalProto.Intent.Asked.View(intentBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func supplierRefund() throws(ProtobufError) -> InternalProto.Intent.Kept.View? {
                guard intentCase == .supplierRefund else { return nil }
                return try InternalProto.Intent.Kept.View(intentBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                switch intentCase {
                case .cancel: try InternalProto.Intent.Cancel.View(intentBytes).validate()
                case .refund: try InternalProto.Intent.Asked.View(intentBytes).validate()
                case .supplierRefund: try InternalProto.Intent.Kept.View(intentBytes).validate()
                case .notSet: break
                }
            }
        }

        /// The elements of a repeated Intent, in the order of the bytes.
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
        public static func writeCancel<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose InternalProto.Intent.Cancel was written since the mark.
        @inlinable
        public static func endCancel(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a InternalProto.Intent.Cancel that is bytes already.
        @inlinable
        public static func writeCancel(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeRefund<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose InternalProto.Intent.Asked was written since the mark.
        @inlinable
        public static func endRefund(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a InternalProto.Intent.Asked that is bytes already.
        @inlinable
        public static func writeRefund(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeSupplierRefund<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose InternalProto.Intent.Kept was written since the mark.
        @inlinable
        public static func endSupplierRefund(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a InternalProto.Intent.Kept that is bytes already.
        @inlinable
        public static func writeSupplierRefund(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Intent",
            oneofs: ["intent"],
            fields: [
                FieldDescriptor(1, "cancel", json: "cancel", .message({ InternalProto.Intent.Cancel.descriptor }), oneof: 0),
                FieldDescriptor(2, "refund", json: "refund", .message({ InternalProto.Intent.Asked.descriptor }), oneof: 0),
                FieldDescriptor(3, "supplier_refund", json: "supplierRefund", .message({ InternalProto.Intent.Kept.descriptor }), oneof: 0),
            ])
    }
}

extension InternalProto.Intent {
    public enum Cancel {
        /// The fields of a Cancel, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let commandId: RawSpan
            public let atDeltaMs: Int64

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
                    case 16:  // at_delta_ms
                        field2 = zigzagDecoded(try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.commandId = field1
                self.atDeltaMs = field2
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
        public static func writeAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(16)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Intent.Cancel",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "command_id", json: "commandId", .bytes),
                FieldDescriptor(2, "at_delta_ms", json: "atDeltaMs", .sint64),
            ])
    }
}

extension InternalProto.Intent {
    public enum Asked {
        /// The fields of a Asked, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let refundId: RawSpan
            public let ticketsLow: UInt64
            public let ticketsHigh: UInt64
            public let reason: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: UInt64 = 0
                var field3: UInt64 = 0
                var field4 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // refund_id
                        field1 = try reader.lengthDelimited()
                    case 17:  // tickets_low
                        field2 = try reader.fixed64()
                    case 25:  // tickets_high
                        field3 = try reader.fixed64()
                    case 34:  // reason
                        field4 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.ticketsLow = field2
                self.ticketsHigh = field3
                self.reason = field4
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

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endRefundId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
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
        public static func writeReason(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endReason(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Intent.Asked",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .bytes),
                FieldDescriptor(2, "tickets_low", json: "ticketsLow", .fixed64),
                FieldDescriptor(3, "tickets_high", json: "ticketsHigh", .fixed64),
                FieldDescriptor(4, "reason", json: "reason", .bytes),
            ])
    }
}

extension InternalProto.Intent {
    public enum Kept {
        /// The fields of a Kept, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let refundId: RawSpan
            public let ticketsLow: UInt64
            public let ticketsHigh: UInt64
            /// Absent where the supplier named no amount; then there is no currency either.
            public let amount: Int64?
            public let currency: UInt32
            /// A number of `Proto.RefundMode`, or one not known here.
            public let mode: Int32
            public let refundedAtDeltaMs: Int64
            public let unasked: Bool

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: UInt64 = 0
                var field3: UInt64 = 0
                var field4: Int64? = nil
                var field5: UInt32 = 0
                var field6: Int32 = 0
                var field7: Int64 = 0
                var field8 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // refund_id
                        field1 = try reader.lengthDelimited()
                    case 17:  // tickets_low
                        field2 = try reader.fixed64()
                    case 25:  // tickets_high
                        field3 = try reader.fixed64()
                    case 32:  // amount
                        field4 = zigzagDecoded(try reader.varint())
                    case 40:  // currency
                        field5 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 48:  // mode
                        field6 = Int32(truncatingIfNeeded: try reader.varint())
                    case 56:  // refunded_at_delta_ms
                        field7 = zigzagDecoded(try reader.varint())
                    case 64:  // unasked
                        field8 = try reader.varint() != 0
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.ticketsLow = field2
                self.ticketsHigh = field3
                self.amount = field4
                self.currency = field5
                self.mode = field6
                self.refundedAtDeltaMs = field7
                self.unasked = field8
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

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endRefundId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
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

        /// Absent where the supplier named no amount; then there is no currency either.
        @inlinable
        public static func writeAmount(_ value: Int64, to writer: inout ReverseWriter) {
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(32)
        }

        @inlinable
        public static func writeCurrency(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(40)
        }

        @inlinable
        public static func writeMode(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(48)
        }

        @inlinable
        public static func writeMode(_ value: Proto.RefundMode, to writer: inout ReverseWriter) {
            writeMode(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeRefundedAtDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(56)
        }

        @inlinable
        public static func writeUnasked(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(64)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Intent.Kept",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .bytes),
                FieldDescriptor(2, "tickets_low", json: "ticketsLow", .fixed64),
                FieldDescriptor(3, "tickets_high", json: "ticketsHigh", .fixed64),
                FieldDescriptor(4, "amount", json: "amount", .sint64, .optional),
                FieldDescriptor(5, "currency", json: "currency", .uint32),
                FieldDescriptor(6, "mode", json: "mode", .enumeration({ Proto.RefundMode.descriptor })),
                FieldDescriptor(7, "refunded_at_delta_ms", json: "refundedAtDeltaMs", .sint64),
                FieldDescriptor(8, "unasked", json: "unasked", .bool),
            ])
    }
}

extension InternalProto {
    public enum Timer {
        /// The fields of a Timer, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.TimerKind`, or one not known here.
            public let kind: Int32
            public let dueDeltaMs: Int64

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
                    case 8:  // kind
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 16:  // due_delta_ms
                        field2 = zigzagDecoded(try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.kind = field1
                self.dueDeltaMs = field2
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated Timer, in the order of the bytes.
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
        public static func writeKind(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeKind(_ value: Proto.TimerKind, to writer: inout ReverseWriter) {
            writeKind(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeDueDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(16)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Timer",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "kind", json: "kind", .enumeration({ Proto.TimerKind.descriptor })),
                FieldDescriptor(2, "due_delta_ms", json: "dueDeltaMs", .sint64),
            ])
    }
}

extension InternalProto {
    /// What is left of an order after its retention.
    public enum Stub {
        /// The fields of a Stub, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.OrderStatus`, or one not known here.
            public let status: Int32
            /// A number of `Proto.DeliveryStatus`, or one not known here.
            public let delivery: Int32
            public let sequence: UInt64
            public let placingDigestHigh: UInt64
            public let placingDigestLow: UInt64
            public let hasPlacingAnswer: Bool
            public let placingAnswerBytes: RawSpan
            public let supplierId: RawSpan
            public let refundedLow: UInt64
            public let refundedHigh: UInt64
            public let ticketCount: UInt32
            /// Milliseconds since 1970-01-01T00:00:00Z.
            public let forgetAtMs: Int64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2: Int32 = 0
                var field3: UInt64 = 0
                var field4: UInt64 = 0
                var field5: UInt64 = 0
                var field6 = RawSpan(), has6 = false
                var field7 = RawSpan()
                var field8: UInt64 = 0
                var field9: UInt64 = 0
                var field10: UInt32 = 0
                var field11: Int64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // status
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 16:  // delivery
                        field2 = Int32(truncatingIfNeeded: try reader.varint())
                    case 24:  // sequence
                        field3 = try reader.varint()
                    case 33:  // placing_digest_high
                        field4 = try reader.fixed64()
                    case 41:  // placing_digest_low
                        field5 = try reader.fixed64()
                    case 50:  // placing_answer
                        guard !has6 else { throw reader.failure(.duplicate) }
                        has6 = true
                        field6 = try reader.lengthDelimited()
                    case 58:  // supplier_id
                        field7 = try reader.lengthDelimited()
                    case 65:  // refunded_low
                        field8 = try reader.fixed64()
                    case 73:  // refunded_high
                        field9 = try reader.fixed64()
                    case 80:  // ticket_count
                        field10 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 88:  // forget_at_ms
                        field11 = Int64(bitPattern: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.status = field1
                self.delivery = field2
                self.sequence = field3
                self.placingDigestHigh = field4
                self.placingDigestLow = field5
                self.hasPlacingAnswer = has6
                self.placingAnswerBytes = field6
                self.supplierId = field7
                self.refundedLow = field8
                self.refundedHigh = field9
                self.ticketCount = field10
                self.forgetAtMs = field11
            }

            @inlinable
            @_lifetime(copy self)
            public func placingAnswer() throws(ProtobufError) -> InternalProto.EventReference.View? {
                guard hasPlacingAnswer else { return nil }
                return try InternalProto.EventReference.View(placingAnswerBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try placingAnswer() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeStatus(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeStatus(_ value: Proto.OrderStatus, to writer: inout ReverseWriter) {
            writeStatus(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeDelivery(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeDelivery(_ value: Proto.DeliveryStatus, to writer: inout ReverseWriter) {
            writeDelivery(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeSequence(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(24)
        }

        @inlinable
        public static func writePlacingDigestHigh(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(33)
        }

        @inlinable
        public static func writePlacingDigestLow(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(41)
        }

        @inlinable
        public static func writePlacingAnswer<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose InternalProto.EventReference was written since the mark.
        @inlinable
        public static func endPlacingAnswer(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a InternalProto.EventReference that is bytes already.
        @inlinable
        public static func writePlacingAnswer(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writeSupplierId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 58, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 58, mark)
        }

        @inlinable
        public static func writeRefundedLow(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(65)
        }

        @inlinable
        public static func writeRefundedHigh(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(73)
        }

        @inlinable
        public static func writeTicketCount(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(80)
        }

        /// Milliseconds since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeForgetAtMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(88)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Stub",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "status", json: "status", .enumeration({ Proto.OrderStatus.descriptor })),
                FieldDescriptor(2, "delivery", json: "delivery", .enumeration({ Proto.DeliveryStatus.descriptor })),
                FieldDescriptor(3, "sequence", json: "sequence", .uint64),
                FieldDescriptor(4, "placing_digest_high", json: "placingDigestHigh", .fixed64),
                FieldDescriptor(5, "placing_digest_low", json: "placingDigestLow", .fixed64),
                FieldDescriptor(6, "placing_answer", json: "placingAnswer", .message({ InternalProto.EventReference.descriptor })),
                FieldDescriptor(7, "supplier_id", json: "supplierId", .bytes),
                FieldDescriptor(8, "refunded_low", json: "refundedLow", .fixed64),
                FieldDescriptor(9, "refunded_high", json: "refundedHigh", .fixed64),
                FieldDescriptor(10, "ticket_count", json: "ticketCount", .uint32),
                FieldDescriptor(11, "forget_at_ms", json: "forgetAtMs", .int64),
            ])
    }
}

// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    /// Ask the supplier to take tickets back. The order leaves FIXED only when the supplier has refunded.
    public enum RequestRefund {
        /// The fields of a RequestRefund, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// Unique per order.
            public let refundId: RawSpan
            @usableFromInline let ticketsStart: Int
            /// How many elements `tickets` has.
            public let ticketsCount: Int
            public let reason: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2Start = 0, field2Count = 0
                var field3 = RawSpan()
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
                    case 26:  // reason
                        field3 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.ticketsStart = field2Start
                self.ticketsCount = field2Count
                self.reason = field3
            }

            /// Sequence numbers, each once; empty = all that are not refunded yet.
            @inlinable
            public var tickets: VarintList<UInt32> {
                @_lifetime(copy self)
                get { VarintList<UInt32>(rawBytes, field: 2, start: ticketsStart, count: ticketsCount) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// Unique per order.
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

        /// Sequence numbers, each once; empty = all that are not refunded yet.
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

        @inlinable
        public static func writeReason(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeReason(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endReason(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.RequestRefund",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .string),
                FieldDescriptor(2, "tickets", json: "tickets", .uint32, .repeated),
                FieldDescriptor(3, "reason", json: "reason", .string),
            ])
    }
}

extension Proto {
    /// The distributor's own refund to its buyer ended: REFUNDING → REFUNDED or REFUND_FAIL.
    public enum ReportRefund {
        /// The fields of a ReportRefund, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let refundId: RawSpan
            public let succeeded: Bool
            public let hasRefundedAt: Bool
            public let refundedAtBytes: RawSpan
            public let reason: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = false
                var field3 = RawSpan(), has3 = false
                var field4 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // refund_id
                        field1 = try reader.string()
                    case 16:  // succeeded
                        field2 = try reader.varint() != 0
                    case 26:  // refunded_at
                        guard !has3 else { throw reader.failure(.duplicate) }
                        has3 = true
                        field3 = try reader.lengthDelimited()
                    case 34:  // reason
                        field4 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.succeeded = field2
                self.hasRefundedAt = has3
                self.refundedAtBytes = field3
                self.reason = field4
            }

            /// The time base of the negative receivable entry. Missing: the entry waits until a further report gives it.
            @inlinable
            @_lifetime(copy self)
            public func refundedAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasRefundedAt else { return nil }
                return try Proto.Timestamp.View(refundedAtBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try refundedAt() { try inner.validate() }
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

        @inlinable
        public static func writeSucceeded(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(16)
        }

        /// The time base of the negative receivable entry. Missing: the entry waits until a further report gives it.
        @inlinable
        public static func writeRefundedAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endRefundedAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeRefundedAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeRefundedAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeReason(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeReason(_ value: String, to writer: inout ReverseWriter) {
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
            name: "turnstile.v1.ReportRefund",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .string),
                FieldDescriptor(2, "succeeded", json: "succeeded", .bool),
                FieldDescriptor(3, "refunded_at", json: "refundedAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(4, "reason", json: "reason", .string),
            ])
    }
}

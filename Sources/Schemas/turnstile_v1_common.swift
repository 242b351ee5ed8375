// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    /// The names of the reference design (Maoyan's distribution platform) are kept.
    @frozen public enum OrderStatus: Int32, Sendable, CaseIterable {
        case unspecified = 0
        /// The supplier is asked to hold the tickets.
        case locking = 1
        /// Held. Nothing is paid for yet.
        case locked = 2
        /// The hold failed. Terminal.
        case lockFail = 3
        /// Canceled by the distributor, or the hold expired. Terminal.
        case canceled = 4
        /// The supplier is asked to issue the tickets. Covers negotiation: see Negotiation.
        case fixing = 5
        /// Issued.
        case fixed = 6
        /// The supplier proved that it issued nothing. Terminal.
        case fixFail = 7
        /// The supplier has refunded; the distributor has not yet reported its own refund.
        case refunding = 8
        /// Every ticket is refunded on both sides. Terminal, but for late facts.
        case refunded = 9
        /// The distributor reported that its refund failed. It may report success later.
        case refundFail = 10

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.OrderStatus",
            values: [
                ("ORDER_STATUS_UNSPECIFIED", 0),
                ("ORDER_STATUS_LOCKING", 1),
                ("ORDER_STATUS_LOCKED", 2),
                ("ORDER_STATUS_LOCK_FAIL", 3),
                ("ORDER_STATUS_CANCELED", 4),
                ("ORDER_STATUS_FIXING", 5),
                ("ORDER_STATUS_FIXED", 6),
                ("ORDER_STATUS_FIX_FAIL", 7),
                ("ORDER_STATUS_REFUNDING", 8),
                ("ORDER_STATUS_REFUNDED", 9),
                ("ORDER_STATUS_REFUND_FAIL", 10),
            ])
    }
}

extension Proto {
    @frozen public enum DeliveryStatus: Int32, Sendable, CaseIterable {
        case unspecified = 0
        /// Nothing shipped yet.
        case new = 1
        case delivering = 2
        case delivered = 3
        /// Returned to the sender, from DELIVERING or from DELIVERED.
        case sendBack = 4

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.DeliveryStatus",
            values: [
                ("DELIVERY_STATUS_UNSPECIFIED", 0),
                ("DELIVERY_STATUS_NEW", 1),
                ("DELIVERY_STATUS_DELIVERING", 2),
                ("DELIVERY_STATUS_DELIVERED", 3),
                ("DELIVERY_STATUS_SEND_BACK", 4),
            ])
    }
}

extension Proto {
    @frozen public enum TimerKind: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case lockTimeout = 1
        case holdExpiry = 2
        case issueTimeout = 3
        case poll = 4
        case releaseRetry = 5
        case refundRequestTimeout = 6
        case refundReportOverdue = 7
        case retention = 8
        case extendTimeout = 9

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.TimerKind",
            values: [
                ("TIMER_KIND_UNSPECIFIED", 0),
                ("TIMER_KIND_LOCK_TIMEOUT", 1),
                ("TIMER_KIND_HOLD_EXPIRY", 2),
                ("TIMER_KIND_ISSUE_TIMEOUT", 3),
                ("TIMER_KIND_POLL", 4),
                ("TIMER_KIND_RELEASE_RETRY", 5),
                ("TIMER_KIND_REFUND_REQUEST_TIMEOUT", 6),
                ("TIMER_KIND_REFUND_REPORT_OVERDUE", 7),
                ("TIMER_KIND_RETENTION", 8),
                ("TIMER_KIND_EXTEND_TIMEOUT", 9),
            ])
    }
}

extension Proto {
    /// An amount in minor units (cents, fen) of an ISO 4217 currency. Never a floating-point number.
    public enum Money {
        /// The fields of a Money, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let minorUnits: Int64
            public let currency: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int64 = 0
                var field2 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // minor_units
                        field1 = Int64(bitPattern: try reader.varint())
                    case 18:  // currency
                        field2 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.minorUnits = field1
                self.currency = field2
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeMinorUnits(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeCurrency(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeCurrency(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endCurrency(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Money",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "minor_units", json: "minorUnits", .int64),
                FieldDescriptor(2, "currency", json: "currency", .string),
            ])
    }
}

extension Proto {
    /// Where a fact came from: the input that was being handled.
    public enum Cause {
        /// Which field of `source` is set; the raw value is its number.
        @frozen public enum SourceCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case command = 1
            case result = 2
            case timer = 3
            case operatorAction = 4
        }

        /// The fields of a Cause, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let sourceCase: SourceCase
            /// The set field's bytes, whichever it is.
            public let sourceBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var sourceCase = SourceCase.notSet
                var sourceBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // command
                        guard sourceCase == .notSet else { throw reader.failure(.duplicate) }
                        sourceCase = .command
                        sourceBytes = try reader.lengthDelimited()
                    case 18:  // result
                        guard sourceCase == .notSet else { throw reader.failure(.duplicate) }
                        sourceCase = .result
                        sourceBytes = try reader.lengthDelimited()
                    case 26:  // timer
                        guard sourceCase == .notSet else { throw reader.failure(.duplicate) }
                        sourceCase = .timer
                        sourceBytes = try reader.lengthDelimited()
                    case 34:  // operator_action
                        guard sourceCase == .notSet else { throw reader.failure(.duplicate) }
                        sourceCase = .operatorAction
                        sourceBytes = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.sourceCase = sourceCase
                self.sourceBytes = sourceBytes
            }

            @inlinable
            @_lifetime(copy self)
            public func command() throws(ProtobufError) -> Proto.Cause.Record.View? {
                guard sourceCase == .command else { return nil }
                return try Proto.Cause.Record.View(sourceBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func result() throws(ProtobufError) -> Proto.Cause.Record.View? {
                guard sourceCase == .result else { return nil }
                return try Proto.Cause.Record.View(sourceBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func timer() throws(ProtobufError) -> Proto.Cause.Timer.View? {
                guard sourceCase == .timer else { return nil }
                return try Proto.Cause.Timer.View(sourceBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func operatorAction() throws(ProtobufError) -> Proto.Cause.Record.View? {
                guard sourceCase == .operatorAction else { return nil }
                return try Proto.Cause.Record.View(sourceBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                switch sourceCase {
                case .command: try Proto.Cause.Record.View(sourceBytes).validate()
                case .result: try Proto.Cause.Record.View(sourceBytes).validate()
                case .timer: try Proto.Cause.Timer.View(sourceBytes).validate()
                case .operatorAction: try Proto.Cause.Record.View(sourceBytes).validate()
                case .notSet: break
                }
            }
        }

        @inlinable
        public static func writeCommand<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose Proto.Cause.Record was written since the mark.
        @inlinable
        public static func endCommand(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a Proto.Cause.Record that is bytes already.
        @inlinable
        public static func writeCommand(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeResult<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Cause.Record was written since the mark.
        @inlinable
        public static func endResult(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Cause.Record that is bytes already.
        @inlinable
        public static func writeResult(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeTimer<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Cause.Timer was written since the mark.
        @inlinable
        public static func endTimer(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Cause.Timer that is bytes already.
        @inlinable
        public static func writeTimer(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeOperatorAction<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Cause.Record was written since the mark.
        @inlinable
        public static func endOperatorAction(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Cause.Record that is bytes already.
        @inlinable
        public static func writeOperatorAction(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Cause",
            oneofs: ["source"],
            fields: [
                FieldDescriptor(1, "command", json: "command", .message({ Proto.Cause.Record.descriptor }), oneof: 0),
                FieldDescriptor(2, "result", json: "result", .message({ Proto.Cause.Record.descriptor }), oneof: 0),
                FieldDescriptor(3, "timer", json: "timer", .message({ Proto.Cause.Timer.descriptor }), oneof: 0),
                FieldDescriptor(4, "operator_action", json: "operatorAction", .message({ Proto.Cause.Record.descriptor }), oneof: 0),
            ])
    }
}

extension Proto.Cause {
    public enum Record {
        /// The fields of a Record, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// The sender's own id: command_id, result_id or action_id.
            public let id: RawSpan
            public let partition: Int32
            public let offset: Int64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: Int32 = 0
                var field3: Int64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // id
                        field1 = try reader.string()
                    case 16:  // partition
                        field2 = Int32(truncatingIfNeeded: try reader.varint())
                    case 24:  // offset
                        field3 = Int64(bitPattern: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.id = field1
                self.partition = field2
                self.offset = field3
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The sender's own id: command_id, result_id or action_id.
        @inlinable
        public static func writeId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeId(_ value: String, to writer: inout ReverseWriter) {
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
        public static func writePartition(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeOffset(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(24)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Cause.Record",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "id", json: "id", .string),
                FieldDescriptor(2, "partition", json: "partition", .int32),
                FieldDescriptor(3, "offset", json: "offset", .int64),
            ])
    }
}

extension Proto.Cause {
    public enum Timer {
        /// The fields of a Timer, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.TimerKind`, or one not known here.
            public let kind: Int32
            /// Milliseconds since 1970-01-01T00:00:00Z.
            public let dueMs: Int64

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
                    case 16:  // due_ms
                        field2 = Int64(bitPattern: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.kind = field1
                self.dueMs = field2
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
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

        /// Milliseconds since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeDueMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Cause.Timer",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "kind", json: "kind", .enumeration({ Proto.TimerKind.descriptor })),
                FieldDescriptor(2, "due_ms", json: "dueMs", .int64),
            ])
    }
}

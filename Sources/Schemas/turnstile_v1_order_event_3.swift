// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto.OrderEvent {
    /// What waits for the outcome of what is under way. An intent that IssueFailed ends lapses without an event of its own.
    public enum IntentRecorded {
        /// The fields of a IntentRecorded, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.Intent`, or one not known here.
            public let intent: Int32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // intent
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.intent = field1
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeIntent(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeIntent(_ value: Proto.Intent, to writer: inout ReverseWriter) {
            writeIntent(value.rawValue, to: &writer)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.IntentRecorded",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "intent", json: "intent", .enumeration({ Proto.Intent.descriptor })),
            ])
    }
}

extension Proto.OrderEvent {
    /// Every operator action, before its effects.
    public enum OperatorActed {
        /// The fields of a OperatorActed, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let `operator`: RawSpan
            public let action: RawSpan
            public let reason: RawSpan
            public let approvedBy: RawSpan

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
                    case 10:  // operator
                        field1 = try reader.string()
                    case 18:  // action
                        field2 = try reader.string()
                    case 26:  // reason
                        field3 = try reader.string()
                    case 34:  // approved_by
                        field4 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.operator = field1
                self.action = field2
                self.reason = field3
                self.approvedBy = field4
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeOperator(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeOperator(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endOperator(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeAction(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeAction(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endAction(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
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

        @inlinable
        public static func writeApprovedBy(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeApprovedBy(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endApprovedBy(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.OperatorActed",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "operator", json: "operator", .string),
                FieldDescriptor(2, "action", json: "action", .string),
                FieldDescriptor(3, "reason", json: "reason", .string),
                FieldDescriptor(4, "approved_by", json: "approvedBy", .string),
            ])
    }
}

extension Proto.OrderEvent {
    /// The same command again: the event that answered it first.
    public enum CommandRepeated {
        /// The fields of a CommandRepeated, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let firstEventId: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // first_event_id
                        field1 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.firstEventId = field1
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeFirstEventId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeFirstEventId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endFirstEventId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.CommandRepeated",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "first_event_id", json: "firstEventId", .string),
            ])
    }
}

extension Proto.OrderEvent {
    public enum CommandRejected {
        /// The fields of a CommandRejected, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.RejectionCode`, or one not known here.
            public let code: Int32
            public let message: RawSpan
            public let hasCurrentTotal: Bool
            public let currentTotalBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2 = RawSpan()
                var field3 = RawSpan(), has3 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // code
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 18:  // message
                        field2 = try reader.string()
                    case 26:  // current_total
                        guard !has3 else { throw reader.failure(.duplicate) }
                        has3 = true
                        field3 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.code = field1
                self.message = field2
                self.hasCurrentTotal = has3
                self.currentTotalBytes = field3
            }

            /// With PRICE_CHANGED: what the catalog says now.
            @inlinable
            @_lifetime(copy self)
            public func currentTotal() throws(ProtobufError) -> Proto.Money.View? {
                guard hasCurrentTotal else { return nil }
                return try Proto.Money.View(currentTotalBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try currentTotal() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeCode(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeCode(_ value: Proto.RejectionCode, to writer: inout ReverseWriter) {
            writeCode(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeMessage(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeMessage(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endMessage(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        /// With PRICE_CHANGED: what the catalog says now.
        @inlinable
        public static func writeCurrentTotal<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endCurrentTotal(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeCurrentTotal(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.CommandRejected",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "code", json: "code", .enumeration({ Proto.RejectionCode.descriptor })),
                FieldDescriptor(2, "message", json: "message", .string),
                FieldDescriptor(3, "current_total", json: "currentTotal", .message({ Proto.Money.descriptor })),
            ])
    }
}

extension Proto.OrderEvent {
    /// A fact that the rules did not expect and that a person should see. Never dropped.
    public enum AnomalyFound {
        /// The fields of a AnomalyFound, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.AnomalyCode`, or one not known here.
            public let code: Int32
            public let message: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // code
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 18:  // message
                        field2 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.code = field1
                self.message = field2
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeCode(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeCode(_ value: Proto.AnomalyCode, to writer: inout ReverseWriter) {
            writeCode(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeMessage(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeMessage(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endMessage(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.AnomalyFound",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "code", json: "code", .enumeration({ Proto.AnomalyCode.descriptor })),
                FieldDescriptor(2, "message", json: "message", .string),
            ])
    }
}

// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto.OrderEvent {
    public enum LockFailed {
        /// The fields of a LockFailed, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let code: RawSpan
            public let message: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // code
                        field1 = try reader.string()
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
        public static func writeCode(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeCode(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endCode(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
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
            name: "turnstile.v1.OrderEvent.LockFailed",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "code", json: "code", .string),
                FieldDescriptor(2, "message", json: "message", .string),
            ])
    }
}

extension Proto.OrderEvent {
    public enum HoldExtended {
        /// The fields of a HoldExtended, borrowed from its bytes.
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
            name: "turnstile.v1.OrderEvent.HoldExtended",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "hold_until", json: "holdUntil", .message({ Proto.Timestamp.descriptor })),
            ])
    }
}

extension Proto.OrderEvent {
    /// Or not answered in time. The hold ends as before.
    public enum HoldExtensionRefused {
        /// The fields of a HoldExtensionRefused, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let code: RawSpan
            public let message: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // code
                        field1 = try reader.string()
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
        public static func writeCode(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeCode(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endCode(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
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
            name: "turnstile.v1.OrderEvent.HoldExtensionRefused",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "code", json: "code", .string),
                FieldDescriptor(2, "message", json: "message", .string),
            ])
    }
}

extension Proto.OrderEvent {
    public enum Canceled {
        /// The fields of a Canceled, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.CancelReason`, or one not known here.
            public let reason: Int32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // reason
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
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
        public static func writeReason(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeReason(_ value: Proto.CancelReason, to writer: inout ReverseWriter) {
            writeReason(value.rawValue, to: &writer)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.Canceled",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "reason", json: "reason", .enumeration({ Proto.CancelReason.descriptor })),
            ])
    }
}

extension Proto.OrderEvent {
    public enum IssueStarted {
        /// The fields of a IssueStarted, borrowed from its bytes.
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
            name: "turnstile.v1.OrderEvent.IssueStarted",
            oneofs: [],
            fields: [
            ])
    }
}

extension Proto.OrderEvent {
    public enum NegotiationStarted {
        /// The fields of a NegotiationStarted, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let reason: RawSpan
            public let hasNextQueryAt: Bool
            public let nextQueryAtBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan(), has2 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // reason
                        field1 = try reader.string()
                    case 18:  // next_query_at
                        guard !has2 else { throw reader.failure(.duplicate) }
                        has2 = true
                        field2 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.reason = field1
                self.hasNextQueryAt = has2
                self.nextQueryAtBytes = field2
            }

            @inlinable
            @_lifetime(copy self)
            public func nextQueryAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasNextQueryAt else { return nil }
                return try Proto.Timestamp.View(nextQueryAtBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try nextQueryAt() { try inner.validate() }
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
        public static func writeNextQueryAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endNextQueryAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeNextQueryAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeNextQueryAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 18, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.NegotiationStarted",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "reason", json: "reason", .string),
                FieldDescriptor(2, "next_query_at", json: "nextQueryAt", .message({ Proto.Timestamp.descriptor })),
            ])
    }
}

extension Proto.OrderEvent {
    /// The rules are exhausted and a person has to look. The order keeps its status.
    public enum Escalated {
        /// The fields of a Escalated, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let reason: RawSpan
            public let queries: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // reason
                        field1 = try reader.string()
                    case 16:  // queries
                        field2 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.reason = field1
                self.queries = field2
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
        public static func writeQueries(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(16)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.Escalated",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "reason", json: "reason", .string),
                FieldDescriptor(2, "queries", json: "queries", .uint32),
            ])
    }
}

extension Proto.OrderEvent {
    /// Again, from FIXED to FIXED, when codes come that were missing.
    public enum Issued {
        /// The fields of a Issued, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            @usableFromInline let ticketsStart: Int
            /// How many elements `tickets` has.
            public let ticketsCount: Int
            public let hasIssuedAt: Bool
            public let issuedAtBytes: RawSpan

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
                    case 18:  // issued_at
                        guard !has2 else { throw reader.failure(.duplicate) }
                        has2 = true
                        field2 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.ticketsStart = field1Start
                self.ticketsCount = field1Count
                self.hasIssuedAt = has2
                self.issuedAtBytes = field2
            }

            @inlinable
            public var tickets: Proto.IssuedTicket.List {
                @_lifetime(copy self)
                get { Proto.IssuedTicket.List(BytesList(rawBytes, tag: 10, start: ticketsStart, count: ticketsCount)) }
            }

            @inlinable
            @_lifetime(copy self)
            public func issuedAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasIssuedAt else { return nil }
                return try Proto.Timestamp.View(issuedAtBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                var list1 = tickets
                while let element = try list1.next() { try element.validate() }
                if let inner = try issuedAt() { try inner.validate() }
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
        public static func writeIssuedAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endIssuedAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeIssuedAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeIssuedAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 18, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.Issued",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "tickets", json: "tickets", .message({ Proto.IssuedTicket.descriptor }), .repeated),
                FieldDescriptor(2, "issued_at", json: "issuedAt", .message({ Proto.Timestamp.descriptor })),
            ])
    }
}

extension Proto.OrderEvent {
    /// Intents that it ends lapse without a further event.
    public enum IssueFailed {
        /// The fields of a IssueFailed, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let code: RawSpan
            public let message: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // code
                        field1 = try reader.string()
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
        public static func writeCode(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeCode(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endCode(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
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
            name: "turnstile.v1.OrderEvent.IssueFailed",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "code", json: "code", .string),
                FieldDescriptor(2, "message", json: "message", .string),
            ])
    }
}

extension Proto.OrderEvent {
    public enum RefundRequested {
        /// The fields of a RefundRequested, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
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
            name: "turnstile.v1.OrderEvent.RefundRequested",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .string),
                FieldDescriptor(2, "tickets", json: "tickets", .uint32, .repeated),
                FieldDescriptor(3, "reason", json: "reason", .string),
            ])
    }
}

extension Proto.OrderEvent {
    public enum RefundRefused {
        /// The fields of a RefundRefused, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let refundId: RawSpan
            public let code: RawSpan
            public let message: RawSpan

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
                    case 10:  // refund_id
                        field1 = try reader.string()
                    case 18:  // code
                        field2 = try reader.string()
                    case 26:  // message
                        field3 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.code = field2
                self.message = field3
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

        @inlinable
        public static func writeCode(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeCode(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endCode(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeMessage(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeMessage(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endMessage(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.RefundRefused",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .string),
                FieldDescriptor(2, "code", json: "code", .string),
                FieldDescriptor(3, "message", json: "message", .string),
            ])
    }
}

extension Proto.OrderEvent {
    /// The distributor is to refund its buyer, and to report it.
    public enum SupplierRefunded {
        /// The fields of a SupplierRefunded, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let refundId: RawSpan
            @usableFromInline let ticketsStart: Int
            /// How many elements `tickets` has.
            public let ticketsCount: Int
            public let hasDistributorAmount: Bool
            public let distributorAmountBytes: RawSpan
            public let hasRefundedAt: Bool
            public let refundedAtBytes: RawSpan
            public let unasked: Bool
            public let hasReportBy: Bool
            public let reportByBytes: RawSpan
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
                var field4 = RawSpan(), has4 = false
                var field5 = false
                var field6 = RawSpan(), has6 = false
                var field7: Int32 = 0
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
                    case 26:  // distributor_amount
                        guard !has3 else { throw reader.failure(.duplicate) }
                        has3 = true
                        field3 = try reader.lengthDelimited()
                    case 34:  // refunded_at
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 40:  // unasked
                        field5 = try reader.varint() != 0
                    case 50:  // report_by
                        guard !has6 else { throw reader.failure(.duplicate) }
                        has6 = true
                        field6 = try reader.lengthDelimited()
                    case 56:  // mode
                        field7 = Int32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.ticketsStart = field2Start
                self.ticketsCount = field2Count
                self.hasDistributorAmount = has3
                self.distributorAmountBytes = field3
                self.hasRefundedAt = has4
                self.refundedAtBytes = field4
                self.unasked = field5
                self.hasReportBy = has6
                self.reportByBytes = field6
                self.mode = field7
            }

            @inlinable
            public var tickets: VarintList<UInt32> {
                @_lifetime(copy self)
                get { VarintList<UInt32>(rawBytes, field: 2, start: ticketsStart, count: ticketsCount) }
            }

            @inlinable
            @_lifetime(copy self)
            public func distributorAmount() throws(ProtobufError) -> Proto.Money.View? {
                guard hasDistributorAmount else { return nil }
                return try Proto.Money.View(distributorAmountBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func refundedAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasRefundedAt else { return nil }
                return try Proto.Timestamp.View(refundedAtBytes)
            }

            /// After this a person is called.
            @inlinable
            @_lifetime(copy self)
            public func reportBy() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasReportBy else { return nil }
                return try Proto.Timestamp.View(reportByBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try distributorAmount() { try inner.validate() }
                if let inner = try refundedAt() { try inner.validate() }
                if let inner = try reportBy() { try inner.validate() }
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

        @inlinable
        public static func writeDistributorAmount<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endDistributorAmount(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeDistributorAmount(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeRefundedAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endRefundedAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeRefundedAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeRefundedAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeUnasked(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(40)
        }

        /// After this a person is called.
        @inlinable
        public static func writeReportBy<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endReportBy(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeReportBy(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeReportBy(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 50, mark)
        }

        @inlinable
        public static func writeMode(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(56)
        }

        @inlinable
        public static func writeMode(_ value: Proto.RefundMode, to writer: inout ReverseWriter) {
            writeMode(value.rawValue, to: &writer)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.SupplierRefunded",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .string),
                FieldDescriptor(2, "tickets", json: "tickets", .uint32, .repeated),
                FieldDescriptor(3, "distributor_amount", json: "distributorAmount", .message({ Proto.Money.descriptor })),
                FieldDescriptor(4, "refunded_at", json: "refundedAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(5, "unasked", json: "unasked", .bool),
                FieldDescriptor(6, "report_by", json: "reportBy", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(7, "mode", json: "mode", .enumeration({ Proto.RefundMode.descriptor })),
            ])
    }
}

extension Proto.OrderEvent {
    /// Again, from REFUNDED to REFUNDED, when a further report gives the time that was missing.
    public enum DistributorRefunded {
        /// The fields of a DistributorRefunded, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let refundId: RawSpan
            public let hasRefundedAt: Bool
            public let refundedAtBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan(), has2 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // refund_id
                        field1 = try reader.string()
                    case 18:  // refunded_at
                        guard !has2 else { throw reader.failure(.duplicate) }
                        has2 = true
                        field2 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.hasRefundedAt = has2
                self.refundedAtBytes = field2
            }

            /// Absent while nobody has told it.
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

        /// Absent while nobody has told it.
        @inlinable
        public static func writeRefundedAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endRefundedAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeRefundedAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeRefundedAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 18, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.DistributorRefunded",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .string),
                FieldDescriptor(2, "refunded_at", json: "refundedAt", .message({ Proto.Timestamp.descriptor })),
            ])
    }
}

extension Proto.OrderEvent {
    public enum DistributorRefundFailed {
        /// The fields of a DistributorRefundFailed, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let refundId: RawSpan
            public let reason: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // refund_id
                        field1 = try reader.string()
                    case 18:  // reason
                        field2 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.reason = field2
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

        @inlinable
        public static func writeReason(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeReason(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endReason(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OrderEvent.DistributorRefundFailed",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .string),
                FieldDescriptor(2, "reason", json: "reason", .string),
            ])
    }
}

extension Proto.OrderEvent {
    public enum DeliveryChanged {
        /// The fields of a DeliveryChanged, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.DeliveryStatus`, or one not known here.
            public let before: Int32
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
                    case 8:  // before
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 18:  // carrier
                        field2 = try reader.string()
                    case 26:  // tracking_number
                        field3 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.before = field1
                self.carrier = field2
                self.trackingNumber = field3
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeBefore(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeBefore(_ value: Proto.DeliveryStatus, to writer: inout ReverseWriter) {
            writeBefore(value.rawValue, to: &writer)
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
            name: "turnstile.v1.OrderEvent.DeliveryChanged",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "before", json: "before", .enumeration({ Proto.DeliveryStatus.descriptor })),
                FieldDescriptor(2, "carrier", json: "carrier", .string),
                FieldDescriptor(3, "tracking_number", json: "trackingNumber", .string),
            ])
    }
}

// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension InternalProto.Remembered {
    @frozen public enum Sender: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case distributor = 1
        case operatorAction = 2

        public static let descriptor = EnumDescriptor(
            name: "turnstile.internal.v1.Remembered.Sender",
            values: [
                ("SENDER_UNSPECIFIED", 0),
                ("SENDER_DISTRIBUTOR", 1),
                ("SENDER_OPERATOR_ACTION", 2),
            ])
    }
}

extension InternalProto.Refund {
    @frozen public enum Phase: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case requested = 1
        case refused = 2
        case supplierRefunded = 3
        case distributorFailed = 4
        case distributorRefunded = 5
        case superseded = 6

        public static let descriptor = EnumDescriptor(
            name: "turnstile.internal.v1.Refund.Phase",
            values: [
                ("PHASE_UNSPECIFIED", 0),
                ("PHASE_REQUESTED", 1),
                ("PHASE_REFUSED", 2),
                ("PHASE_SUPPLIER_REFUNDED", 3),
                ("PHASE_DISTRIBUTOR_FAILED", 4),
                ("PHASE_DISTRIBUTOR_REFUNDED", 5),
                ("PHASE_SUPERSEDED", 6),
            ])
    }
}

extension InternalProto {
    /// Topic `order-state`, key = the order's key; also what the local store keeps. Nobody outside reads it.
    /// Compact, since it is written with every input: ids and the program's own words are bytes that were checked when they
    /// came in; a time is the number of milliseconds from the order's `placed_at_ms` (`_delta_ms`), in zigzag; a digest is
    /// its 16 bytes; a set of tickets is a bit for each number, in two halves. What is only passed on is bytes here as it
    /// was in the input.
    public enum OrderRecord {
        /// Which field of `record` is set; the raw value is its number.
        @frozen public enum RecordCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case refusals = 1
            case order = 2
            case stub = 3
        }

        /// The fields of a OrderRecord, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let recordCase: RecordCase
            /// The set field's bytes, whichever it is.
            public let recordBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var recordCase = RecordCase.notSet
                var recordBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // refusals
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .refusals
                        recordBytes = try reader.lengthDelimited()
                    case 18:  // order
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .order
                        recordBytes = try reader.lengthDelimited()
                    case 26:  // stub
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .stub
                        recordBytes = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.recordCase = recordCase
                self.recordBytes = recordBytes
            }

            @inlinable
            @_lifetime(copy self)
            public func refusals() throws(ProtobufError) -> InternalProto.Refusals.View? {
                guard recordCase == .refusals else { return nil }
                return try InternalProto.Refusals.View(recordBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func order() throws(ProtobufError) -> InternalProto.Order.View? {
                guard recordCase == .order else { return nil }
                return try InternalProto.Order.View(recordBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func stub() throws(ProtobufError) -> InternalProto.Stub.View? {
                guard recordCase == .stub else { return nil }
                return try InternalProto.Stub.View(recordBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                switch recordCase {
                case .refusals: try InternalProto.Refusals.View(recordBytes).validate()
                case .order: try InternalProto.Order.View(recordBytes).validate()
                case .stub: try InternalProto.Stub.View(recordBytes).validate()
                case .notSet: break
                }
            }
        }

        @inlinable
        public static func writeRefusals<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose InternalProto.Refusals was written since the mark.
        @inlinable
        public static func endRefusals(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a InternalProto.Refusals that is bytes already.
        @inlinable
        public static func writeRefusals(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeOrder<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose InternalProto.Order was written since the mark.
        @inlinable
        public static func endOrder(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a InternalProto.Order that is bytes already.
        @inlinable
        public static func writeOrder(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeStub<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose InternalProto.Stub was written since the mark.
        @inlinable
        public static func endStub(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a InternalProto.Stub that is bytes already.
        @inlinable
        public static func writeStub(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.OrderRecord",
            oneofs: ["record"],
            fields: [
                FieldDescriptor(1, "refusals", json: "refusals", .message({ InternalProto.Refusals.descriptor }), oneof: 0),
                FieldDescriptor(2, "order", json: "order", .message({ InternalProto.Order.descriptor }), oneof: 0),
                FieldDescriptor(3, "stub", json: "stub", .message({ InternalProto.Stub.descriptor }), oneof: 0),
            ])
    }
}

extension InternalProto {
    /// No order: commands that were refused before there was one.
    public enum Refusals {
        /// The fields of a Refusals, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            @usableFromInline let refusalsStart: Int
            /// How many elements `refusals` has.
            public let refusalsCount: Int

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1Start = 0, field1Count = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // refusals
                        if field1Count == 0 { field1Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field1Count += 1
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refusalsStart = field1Start
                self.refusalsCount = field1Count
            }

            @inlinable
            public var refusals: InternalProto.Refusals.Refusal.List {
                @_lifetime(copy self)
                get { InternalProto.Refusals.Refusal.List(BytesList(rawBytes, tag: 10, start: refusalsStart, count: refusalsCount)) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                var list1 = refusals
                while let element = try list1.next() { try element.validate() }
            }
        }

        @inlinable
        public static func writeRefusals<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose InternalProto.Refusals.Refusal was written since the mark.
        @inlinable
        public static func endRefusals(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a InternalProto.Refusals.Refusal that is bytes already.
        @inlinable
        public static func writeRefusals(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Refusals",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refusals", json: "refusals", .message({ InternalProto.Refusals.Refusal.descriptor }), .repeated),
            ])
    }
}

extension InternalProto.Refusals {
    public enum Refusal {
        /// The fields of a Refusal, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let hasCommand: Bool
            public let commandBytes: RawSpan
            /// Milliseconds since 1970-01-01T00:00:00Z.
            public let forgetAtMs: Int64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan(), has1 = false
                var field2: Int64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // command
                        guard !has1 else { throw reader.failure(.duplicate) }
                        has1 = true
                        field1 = try reader.lengthDelimited()
                    case 16:  // forget_at_ms
                        field2 = Int64(bitPattern: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.hasCommand = has1
                self.commandBytes = field1
                self.forgetAtMs = field2
            }

            @inlinable
            @_lifetime(copy self)
            public func command() throws(ProtobufError) -> InternalProto.Remembered.View? {
                guard hasCommand else { return nil }
                return try InternalProto.Remembered.View(commandBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try command() { try inner.validate() }
            }
        }

        /// The elements of a repeated Refusal, in the order of the bytes.
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
        public static func writeCommand<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose InternalProto.Remembered was written since the mark.
        @inlinable
        public static func endCommand(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a InternalProto.Remembered that is bytes already.
        @inlinable
        public static func writeCommand(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        /// Milliseconds since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeForgetAtMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Refusals.Refusal",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "command", json: "command", .message({ InternalProto.Remembered.descriptor })),
                FieldDescriptor(2, "forget_at_ms", json: "forgetAtMs", .int64),
            ])
    }
}

extension InternalProto {
    /// A command or an action that was answered.
    public enum Remembered {
        /// The fields of a Remembered, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let id: RawSpan
            /// A number of `InternalProto.Remembered.Sender`, or one not known here.
            public let sender: Int32
            public let digestHigh: UInt64
            public let digestLow: UInt64
            public let hasAnswer: Bool
            public let answerBytes: RawSpan
            public let accepted: Bool

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: Int32 = 0
                var field3: UInt64 = 0
                var field4: UInt64 = 0
                var field5 = RawSpan(), has5 = false
                var field6 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // id
                        field1 = try reader.lengthDelimited()
                    case 16:  // sender
                        field2 = Int32(truncatingIfNeeded: try reader.varint())
                    case 25:  // digest_high
                        field3 = try reader.fixed64()
                    case 33:  // digest_low
                        field4 = try reader.fixed64()
                    case 42:  // answer
                        guard !has5 else { throw reader.failure(.duplicate) }
                        has5 = true
                        field5 = try reader.lengthDelimited()
                    case 48:  // accepted
                        field6 = try reader.varint() != 0
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.id = field1
                self.sender = field2
                self.digestHigh = field3
                self.digestLow = field4
                self.hasAnswer = has5
                self.answerBytes = field5
                self.accepted = field6
            }

            @inlinable
            @_lifetime(copy self)
            public func answer() throws(ProtobufError) -> InternalProto.EventReference.View? {
                guard hasAnswer else { return nil }
                return try InternalProto.EventReference.View(answerBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try answer() { try inner.validate() }
            }
        }

        /// The elements of a repeated Remembered, in the order of the bytes.
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
        public static func writeSender(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeSender(_ value: InternalProto.Remembered.Sender, to writer: inout ReverseWriter) {
            writeSender(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeDigestHigh(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(25)
        }

        @inlinable
        public static func writeDigestLow(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.fixed64(value)
            writer.tag(33)
        }

        @inlinable
        public static func writeAnswer<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose InternalProto.EventReference was written since the mark.
        @inlinable
        public static func endAnswer(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a InternalProto.EventReference that is bytes already.
        @inlinable
        public static func writeAnswer(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writeAccepted(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(48)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Remembered",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "id", json: "id", .bytes),
                FieldDescriptor(2, "sender", json: "sender", .enumeration({ InternalProto.Remembered.Sender.descriptor })),
                FieldDescriptor(3, "digest_high", json: "digestHigh", .fixed64),
                FieldDescriptor(4, "digest_low", json: "digestLow", .fixed64),
                FieldDescriptor(5, "answer", json: "answer", .message({ InternalProto.EventReference.descriptor })),
                FieldDescriptor(6, "accepted", json: "accepted", .bool),
            ])
    }
}

extension InternalProto {
    /// `sequence`, or, where that is 0, the input.
    public enum EventReference {
        /// The fields of a EventReference, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let sequence: UInt64
            /// The letter that stands for the input: c, r or o.
            public let source: UInt32
            public let partition: Int32
            public let offset: Int64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt64 = 0
                var field2: UInt32 = 0
                var field3: Int32 = 0
                var field4: Int64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // sequence
                        field1 = try reader.varint()
                    case 16:  // source
                        field2 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 24:  // partition
                        field3 = Int32(truncatingIfNeeded: try reader.varint())
                    case 32:  // offset
                        field4 = Int64(bitPattern: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.sequence = field1
                self.source = field2
                self.partition = field3
                self.offset = field4
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeSequence(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(8)
        }

        /// The letter that stands for the input: c, r or o.
        @inlinable
        public static func writeSource(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(16)
        }

        @inlinable
        public static func writePartition(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(24)
        }

        @inlinable
        public static func writeOffset(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(32)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.EventReference",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "sequence", json: "sequence", .uint64),
                FieldDescriptor(2, "source", json: "source", .uint32),
                FieldDescriptor(3, "partition", json: "partition", .int32),
                FieldDescriptor(4, "offset", json: "offset", .int64),
            ])
    }
}

extension InternalProto {
    public enum Order {
        /// The fields of a Order, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.OrderStatus`, or one not known here.
            public let status: Int32
            /// A number of `Proto.DeliveryStatus`, or one not known here.
            public let delivery: Int32
            public let sequence: UInt64
            public let hasPlacing: Bool
            public let placingBytes: RawSpan
            @usableFromInline let ticketsStart: Int
            /// How many elements `tickets` has.
            public let ticketsCount: Int
            public let hasTerms: Bool
            public let termsBytes: RawSpan
            public let supplierOrderId: RawSpan
            /// turnstile.v1.DeliveryRequest, Buyer and Invoice as they came; gone when the order can no longer be issued.
            public let deliveryRequest: RawSpan
            public let buyer: RawSpan
            public let invoice: RawSpan
            public let hasHold: Bool
            public let holdBytes: RawSpan
            public let hasIssuing: Bool
            public let issuingBytes: RawSpan
            public let hasRelease: Bool
            public let releaseBytes: RawSpan
            @usableFromInline let refundsStart: Int
            /// How many elements `refunds` has.
            public let refundsCount: Int
            @usableFromInline let intentsStart: Int
            /// How many elements `intents` has.
            public let intentsCount: Int
            /// The sums of what was posted.
            public let receivable: Int64
            public let settlement: Int64
            /// A bit for everything that a person was told once.
            public let told: UInt32
            @usableFromInline let rememberedStart: Int
            /// How many elements `remembered` has.
            public let rememberedCount: Int
            @usableFromInline let resultsStart: Int
            /// How many elements `results` has.
            public let resultsCount: Int
            @usableFromInline let timersStart: Int
            /// How many elements `timers` has.
            public let timersCount: Int
            public let lastChangeDeltaMs: Int64
            @usableFromInline let askedRefundsStart: Int
            /// How many elements `askedRefunds` has.
            public let askedRefundsCount: Int
            public let hasCancellation: Bool
            public let cancellationBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2: Int32 = 0
                var field3: UInt64 = 0
                var field4 = RawSpan(), has4 = false
                var field5Start = 0, field5Count = 0
                var field6 = RawSpan(), has6 = false
                var field7 = RawSpan()
                var field8 = RawSpan()
                var field9 = RawSpan()
                var field10 = RawSpan()
                var field11 = RawSpan(), has11 = false
                var field12 = RawSpan(), has12 = false
                var field13 = RawSpan(), has13 = false
                var field14Start = 0, field14Count = 0
                var field15Start = 0, field15Count = 0
                var field16: Int64 = 0
                var field17: Int64 = 0
                var field18: UInt32 = 0
                var field19Start = 0, field19Count = 0
                var field20Start = 0, field20Count = 0
                var field21Start = 0, field21Count = 0
                var field22: Int64 = 0
                var field23Start = 0, field23Count = 0
                var field24 = RawSpan(), has24 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // status
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 16:  // delivery
                        field2 = Int32(truncatingIfNeeded: try reader.varint())
                    case 24:  // sequence
                        field3 = try reader.varint()
                    case 34:  // placing
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 42:  // tickets
                        if field5Count == 0 { field5Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field5Count += 1
                    case 50:  // terms
                        guard !has6 else { throw reader.failure(.duplicate) }
                        has6 = true
                        field6 = try reader.lengthDelimited()
                    case 58:  // supplier_order_id
                        field7 = try reader.lengthDelimited()
                    case 66:  // delivery_request
                        field8 = try reader.lengthDelimited()
                    case 74:  // buyer
                        field9 = try reader.lengthDelimited()
                    case 82:  // invoice
                        field10 = try reader.lengthDelimited()
                    case 90:  // hold
                        guard !has11 else { throw reader.failure(.duplicate) }
                        has11 = true
                        field11 = try reader.lengthDelimited()
                    case 98:  // issuing
                        guard !has12 else { throw reader.failure(.duplicate) }
                        has12 = true
                        field12 = try reader.lengthDelimited()
                    case 106:  // release
                        guard !has13 else { throw reader.failure(.duplicate) }
                        has13 = true
                        field13 = try reader.lengthDelimited()
                    case 114:  // refunds
                        if field14Count == 0 { field14Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field14Count += 1
                    case 122:  // intents
                        if field15Count == 0 { field15Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field15Count += 1
                    case 128:  // receivable
                        field16 = zigzagDecoded(try reader.varint())
                    case 136:  // settlement
                        field17 = zigzagDecoded(try reader.varint())
                    case 144:  // told
                        field18 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 154:  // remembered
                        if field19Count == 0 { field19Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field19Count += 1
                    case 162:  // results
                        if field20Count == 0 { field20Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field20Count += 1
                    case 170:  // timers
                        if field21Count == 0 { field21Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field21Count += 1
                    case 176:  // last_change_delta_ms
                        field22 = zigzagDecoded(try reader.varint())
                    case 186:  // asked_refunds
                        if field23Count == 0 { field23Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field23Count += 1
                    case 194:  // cancellation
                        guard !has24 else { throw reader.failure(.duplicate) }
                        has24 = true
                        field24 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.status = field1
                self.delivery = field2
                self.sequence = field3
                self.hasPlacing = has4
                self.placingBytes = field4
                self.ticketsStart = field5Start
                self.ticketsCount = field5Count
                self.hasTerms = has6
                self.termsBytes = field6
                self.supplierOrderId = field7
                self.deliveryRequest = field8
                self.buyer = field9
                self.invoice = field10
                self.hasHold = has11
                self.holdBytes = field11
                self.hasIssuing = has12
                self.issuingBytes = field12
                self.hasRelease = has13
                self.releaseBytes = field13
                self.refundsStart = field14Start
                self.refundsCount = field14Count
                self.intentsStart = field15Start
                self.intentsCount = field15Count
                self.receivable = field16
                self.settlement = field17
                self.told = field18
                self.rememberedStart = field19Start
                self.rememberedCount = field19Count
                self.resultsStart = field20Start
                self.resultsCount = field20Count
                self.timersStart = field21Start
                self.timersCount = field21Count
                self.lastChangeDeltaMs = field22
                self.askedRefundsStart = field23Start
                self.askedRefundsCount = field23Count
                self.hasCancellation = has24
                self.cancellationBytes = field24
            }

            @inlinable
            @_lifetime(copy self)
            public func placing() throws(ProtobufError) -> InternalProto.Placing.View? {
                guard hasPlacing else { return nil }
                return try InternalProto.Placing.View(placingBytes)
            }

            @inlinable
            public var tickets: InternalProto.Ticket.List {
                @_lifetime(copy self)
                get { InternalProto.Ticket.List(BytesList(rawBytes, tag: 42, start: ticketsStart, count: ticketsCount)) }
            }

            @inlinable
            @_lifetime(copy self)
            public func terms() throws(ProtobufError) -> InternalProto.Terms.View? {
                guard hasTerms else { return nil }
                return try InternalProto.Terms.View(termsBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func hold() throws(ProtobufError) -> InternalProto.Hold.View? {
                guard hasHold else { return nil }
                return try InternalProto.Hold.View(holdBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func issuing() throws(ProtobufError) -> InternalProto.Issuing.View? {
                guard hasIssuing else { return nil }
                return try InternalProto.Issuing.View(issuingBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func release() throws(ProtobufError) -> InternalProto.Release.View? {
                guard hasRelease else { return nil }
                return try InternalProto.Release.View(releaseBytes)
            }

            @inlinable
            public var refunds: InternalProto.Refund.List {
                @_lifetime(copy self)
                get { InternalProto.Refund.List(BytesList(rawBytes, tag: 114, start: refundsStart, count: refundsCount)) }
            }

            @inlinable
            public var intents: InternalProto.Intent.List {
                @_lifetime(copy self)
                get { InternalProto.Intent.List(BytesList(rawBytes, tag: 122, start: intentsStart, count: intentsCount)) }
            }

            @inlinable
            public var remembered: InternalProto.Remembered.List {
                @_lifetime(copy self)
                get { InternalProto.Remembered.List(BytesList(rawBytes, tag: 154, start: rememberedStart, count: rememberedCount)) }
            }

            @inlinable
            public var results: BytesList {
                @_lifetime(copy self)
                get { BytesList(rawBytes, tag: 162, start: resultsStart, count: resultsCount) }
            }

            @inlinable
            public var timers: InternalProto.Timer.List {
                @_lifetime(copy self)
                get { InternalProto.Timer.List(BytesList(rawBytes, tag: 170, start: timersStart, count: timersCount)) }
            }

            @inlinable
            public var askedRefunds: InternalProto.AskedRefund.List {
                @_lifetime(copy self)
                get { InternalProto.AskedRefund.List(BytesList(rawBytes, tag: 186, start: askedRefundsStart, count: askedRefundsCount)) }
            }

            @inlinable
            @_lifetime(copy self)
            public func cancellation() throws(ProtobufError) -> InternalProto.Cancellation.View? {
                guard hasCancellation else { return nil }
                return try InternalProto.Cancellation.View(cancellationBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try placing() { try inner.validate() }
                var list5 = tickets
                while let element = try list5.next() { try element.validate() }
                if let inner = try terms() { try inner.validate() }
                if let inner = try hold() { try inner.validate() }
                if let inner = try issuing() { try inner.validate() }
                if let inner = try release() { try inner.validate() }
                var list14 = refunds
                while let element = try list14.next() { try element.validate() }
                var list15 = intents
                while let element = try list15.next() { try element.validate() }
                var list19 = remembered
                while let element = try list19.next() { try element.validate() }
                var list21 = timers
                while let element = try list21.next() { try element.validate() }
                var list23 = askedRefunds
                while let element = try list23.next() { try element.validate() }
                if let inner = try cancellation() { try inner.validate() }
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
        public static func writePlacing<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose InternalProto.Placing was written since the mark.
        @inlinable
        public static func endPlacing(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a InternalProto.Placing that is bytes already.
        @inlinable
        public static func writePlacing(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeTickets<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose InternalProto.Ticket was written since the mark.
        @inlinable
        public static func endTickets(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a InternalProto.Ticket that is bytes already.
        @inlinable
        public static func writeTickets(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writeTerms<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose InternalProto.Terms was written since the mark.
        @inlinable
        public static func endTerms(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a InternalProto.Terms that is bytes already.
        @inlinable
        public static func writeTerms(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writeSupplierOrderId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 58, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierOrderId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 58, mark)
        }

        /// turnstile.v1.DeliveryRequest, Buyer and Invoice as they came; gone when the order can no longer be issued.
        @inlinable
        public static func writeDeliveryRequest(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 66, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDeliveryRequest(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 66, mark)
        }

        @inlinable
        public static func writeBuyer(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 74, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endBuyer(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 74, mark)
        }

        @inlinable
        public static func writeInvoice(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 82, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endInvoice(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 82, mark)
        }

        @inlinable
        public static func writeHold<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 90, mark)
        }

        /// Ends the field whose InternalProto.Hold was written since the mark.
        @inlinable
        public static func endHold(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 90, mark)
        }

        /// Copies a InternalProto.Hold that is bytes already.
        @inlinable
        public static func writeHold(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 90, value)
        }

        @inlinable
        public static func writeIssuing<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 98, mark)
        }

        /// Ends the field whose InternalProto.Issuing was written since the mark.
        @inlinable
        public static func endIssuing(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 98, mark)
        }

        /// Copies a InternalProto.Issuing that is bytes already.
        @inlinable
        public static func writeIssuing(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 98, value)
        }

        @inlinable
        public static func writeRelease<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 106, mark)
        }

        /// Ends the field whose InternalProto.Release was written since the mark.
        @inlinable
        public static func endRelease(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 106, mark)
        }

        /// Copies a InternalProto.Release that is bytes already.
        @inlinable
        public static func writeRelease(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 106, value)
        }

        @inlinable
        public static func writeRefunds<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 114, mark)
        }

        /// Ends the field whose InternalProto.Refund was written since the mark.
        @inlinable
        public static func endRefunds(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 114, mark)
        }

        /// Copies a InternalProto.Refund that is bytes already.
        @inlinable
        public static func writeRefunds(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 114, value)
        }

        @inlinable
        public static func writeIntents<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 122, mark)
        }

        /// Ends the field whose InternalProto.Intent was written since the mark.
        @inlinable
        public static func endIntents(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 122, mark)
        }

        /// Copies a InternalProto.Intent that is bytes already.
        @inlinable
        public static func writeIntents(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 122, value)
        }

        /// The sums of what was posted.
        @inlinable
        public static func writeReceivable(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(128)
        }

        @inlinable
        public static func writeSettlement(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(136)
        }

        /// A bit for everything that a person was told once.
        @inlinable
        public static func writeTold(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(144)
        }

        @inlinable
        public static func writeRemembered<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 154, mark)
        }

        /// Ends the field whose InternalProto.Remembered was written since the mark.
        @inlinable
        public static func endRemembered(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 154, mark)
        }

        /// Copies a InternalProto.Remembered that is bytes already.
        @inlinable
        public static func writeRemembered(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 154, value)
        }

        @inlinable
        public static func writeResults(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 162, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endResults(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 162, mark)
        }

        @inlinable
        public static func writeTimers<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 170, mark)
        }

        /// Ends the field whose InternalProto.Timer was written since the mark.
        @inlinable
        public static func endTimers(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 170, mark)
        }

        /// Copies a InternalProto.Timer that is bytes already.
        @inlinable
        public static func writeTimers(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 170, value)
        }

        @inlinable
        public static func writeLastChangeDeltaMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(zigzagEncoded(Int64(value)))
            writer.tag(176)
        }

        @inlinable
        public static func writeAskedRefunds<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 186, mark)
        }

        /// Ends the field whose InternalProto.AskedRefund was written since the mark.
        @inlinable
        public static func endAskedRefunds(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 186, mark)
        }

        /// Copies a InternalProto.AskedRefund that is bytes already.
        @inlinable
        public static func writeAskedRefunds(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 186, value)
        }

        @inlinable
        public static func writeCancellation<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 194, mark)
        }

        /// Ends the field whose InternalProto.Cancellation was written since the mark.
        @inlinable
        public static func endCancellation(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 194, mark)
        }

        /// Copies a InternalProto.Cancellation that is bytes already.
        @inlinable
        public static func writeCancellation(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 194, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.Order",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "status", json: "status", .enumeration({ Proto.OrderStatus.descriptor })),
                FieldDescriptor(2, "delivery", json: "delivery", .enumeration({ Proto.DeliveryStatus.descriptor })),
                FieldDescriptor(3, "sequence", json: "sequence", .uint64),
                FieldDescriptor(4, "placing", json: "placing", .message({ InternalProto.Placing.descriptor })),
                FieldDescriptor(5, "tickets", json: "tickets", .message({ InternalProto.Ticket.descriptor }), .repeated),
                FieldDescriptor(6, "terms", json: "terms", .message({ InternalProto.Terms.descriptor })),
                FieldDescriptor(7, "supplier_order_id", json: "supplierOrderId", .bytes),
                FieldDescriptor(8, "delivery_request", json: "deliveryRequest", .bytes),
                FieldDescriptor(9, "buyer", json: "buyer", .bytes),
                FieldDescriptor(10, "invoice", json: "invoice", .bytes),
                FieldDescriptor(11, "hold", json: "hold", .message({ InternalProto.Hold.descriptor })),
                FieldDescriptor(12, "issuing", json: "issuing", .message({ InternalProto.Issuing.descriptor })),
                FieldDescriptor(13, "release", json: "release", .message({ InternalProto.Release.descriptor })),
                FieldDescriptor(14, "refunds", json: "refunds", .message({ InternalProto.Refund.descriptor }), .repeated),
                FieldDescriptor(15, "intents", json: "intents", .message({ InternalProto.Intent.descriptor }), .repeated),
                FieldDescriptor(16, "receivable", json: "receivable", .sint64),
                FieldDescriptor(17, "settlement", json: "settlement", .sint64),
                FieldDescriptor(18, "told", json: "told", .uint32),
                FieldDescriptor(19, "remembered", json: "remembered", .message({ InternalProto.Remembered.descriptor }), .repeated),
                FieldDescriptor(20, "results", json: "results", .bytes, .repeated),
                FieldDescriptor(21, "timers", json: "timers", .message({ InternalProto.Timer.descriptor }), .repeated),
                FieldDescriptor(22, "last_change_delta_ms", json: "lastChangeDeltaMs", .sint64),
                FieldDescriptor(23, "asked_refunds", json: "askedRefunds", .message({ InternalProto.AskedRefund.descriptor }), .repeated),
                FieldDescriptor(24, "cancellation", json: "cancellation", .message({ InternalProto.Cancellation.descriptor })),
            ])
    }
}

extension InternalProto {
    /// A refund that the distributor asked for, and the sequence number of its first answer.
    public enum AskedRefund {
        /// The fields of a AskedRefund, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let refundId: RawSpan
            public let ticketsLow: UInt64
            public let ticketsHigh: UInt64
            public let namesAll: Bool
            public let answer: UInt64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: UInt64 = 0
                var field3: UInt64 = 0
                var field4 = false
                var field5: UInt64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // refund_id
                        field1 = try reader.lengthDelimited()
                    case 17:  // tickets_low
                        field2 = try reader.fixed64()
                    case 25:  // tickets_high
                        field3 = try reader.fixed64()
                    case 32:  // names_all
                        field4 = try reader.varint() != 0
                    case 40:  // answer
                        field5 = try reader.varint()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.refundId = field1
                self.ticketsLow = field2
                self.ticketsHigh = field3
                self.namesAll = field4
                self.answer = field5
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated AskedRefund, in the order of the bytes.
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
        public static func writeNamesAll(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(32)
        }

        @inlinable
        public static func writeAnswer(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(40)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.AskedRefund",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "refund_id", json: "refundId", .bytes),
                FieldDescriptor(2, "tickets_low", json: "ticketsLow", .fixed64),
                FieldDescriptor(3, "tickets_high", json: "ticketsHigh", .fixed64),
                FieldDescriptor(4, "names_all", json: "namesAll", .bool),
                FieldDescriptor(5, "answer", json: "answer", .uint64),
            ])
    }
}

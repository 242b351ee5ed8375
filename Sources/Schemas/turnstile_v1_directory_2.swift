// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    public enum Supplier {
        /// The fields of a Supplier, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let supplierId: RawSpan
            public let name: RawSpan
            public let suspended: Bool
            public let lockTimeoutMs: UInt32
            public let issueTimeoutMs: UInt32
            public let holdSeconds: UInt32
            /// Taken off the supplier's own hold limit.
            public let holdMarginSeconds: UInt32
            public let hasPoll: Bool
            public let pollBytes: RawSpan
            public let hasCircuit: Bool
            public let circuitBytes: RawSpan
            @usableFromInline let keysStart: Int
            /// How many elements `keys` has.
            public let keysCount: Int
            /// Without queries an uncertain issue is sent again where that is idempotent, else a person is called at once.
            /// A refund or an extension that is not supported is rejected as NOT_SUPPORTED.
            public let supportsQuery: Bool
            public let supportsRefund: Bool
            public let supportsExtend: Bool
            /// The same request id never issues twice: an issue of unknown outcome may be sent again.
            public let issueIsIdempotent: Bool
            public let priceToleranceMinorUnits: Int64
            public let hasRelease: Bool
            public let releaseBytes: RawSpan
            public let hasRefund: Bool
            public let refundBytes: RawSpan
            /// A supplier without keys is believed only where this is set: its results come by a path that the operator guards.
            public let unsignedResults: Bool

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = false
                var field4: UInt32 = 0
                var field5: UInt32 = 0
                var field6: UInt32 = 0
                var field7: UInt32 = 0
                var field8 = RawSpan(), has8 = false
                var field9 = RawSpan(), has9 = false
                var field10Start = 0, field10Count = 0
                var field11 = false
                var field12 = false
                var field13 = false
                var field14 = false
                var field15: Int64 = 0
                var field16 = RawSpan(), has16 = false
                var field17 = RawSpan(), has17 = false
                var field18 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // supplier_id
                        field1 = try reader.string()
                    case 18:  // name
                        field2 = try reader.string()
                    case 24:  // suspended
                        field3 = try reader.varint() != 0
                    case 32:  // lock_timeout_ms
                        field4 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 40:  // issue_timeout_ms
                        field5 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 48:  // hold_seconds
                        field6 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 56:  // hold_margin_seconds
                        field7 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 66:  // poll
                        guard !has8 else { throw reader.failure(.duplicate) }
                        has8 = true
                        field8 = try reader.lengthDelimited()
                    case 74:  // circuit
                        guard !has9 else { throw reader.failure(.duplicate) }
                        has9 = true
                        field9 = try reader.lengthDelimited()
                    case 82:  // keys
                        if field10Count == 0 { field10Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field10Count += 1
                    case 88:  // supports_query
                        field11 = try reader.varint() != 0
                    case 96:  // supports_refund
                        field12 = try reader.varint() != 0
                    case 104:  // supports_extend
                        field13 = try reader.varint() != 0
                    case 112:  // issue_is_idempotent
                        field14 = try reader.varint() != 0
                    case 120:  // price_tolerance_minor_units
                        field15 = Int64(bitPattern: try reader.varint())
                    case 130:  // release
                        guard !has16 else { throw reader.failure(.duplicate) }
                        has16 = true
                        field16 = try reader.lengthDelimited()
                    case 138:  // refund
                        guard !has17 else { throw reader.failure(.duplicate) }
                        has17 = true
                        field17 = try reader.lengthDelimited()
                    case 144:  // unsigned_results
                        field18 = try reader.varint() != 0
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.supplierId = field1
                self.name = field2
                self.suspended = field3
                self.lockTimeoutMs = field4
                self.issueTimeoutMs = field5
                self.holdSeconds = field6
                self.holdMarginSeconds = field7
                self.hasPoll = has8
                self.pollBytes = field8
                self.hasCircuit = has9
                self.circuitBytes = field9
                self.keysStart = field10Start
                self.keysCount = field10Count
                self.supportsQuery = field11
                self.supportsRefund = field12
                self.supportsExtend = field13
                self.issueIsIdempotent = field14
                self.priceToleranceMinorUnits = field15
                self.hasRelease = has16
                self.releaseBytes = field16
                self.hasRefund = has17
                self.refundBytes = field17
                self.unsignedResults = field18
            }

            @inlinable
            @_lifetime(copy self)
            public func poll() throws(ProtobufError) -> Proto.PollRule.View? {
                guard hasPoll else { return nil }
                return try Proto.PollRule.View(pollBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func circuit() throws(ProtobufError) -> Proto.Circuit.View? {
                guard hasCircuit else { return nil }
                return try Proto.Circuit.View(circuitBytes)
            }

            @inlinable
            public var keys: Proto.SigningKey.List {
                @_lifetime(copy self)
                get { Proto.SigningKey.List(BytesList(rawBytes, tag: 82, start: keysStart, count: keysCount)) }
            }

            /// How a release and a refund request that are not answered are repeated.
            @inlinable
            @_lifetime(copy self)
            public func release() throws(ProtobufError) -> Proto.RetryRule.View? {
                guard hasRelease else { return nil }
                return try Proto.RetryRule.View(releaseBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func refund() throws(ProtobufError) -> Proto.RetryRule.View? {
                guard hasRefund else { return nil }
                return try Proto.RetryRule.View(refundBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try poll() { try inner.validate() }
                if let inner = try circuit() { try inner.validate() }
                var list10 = keys
                while let element = try list10.next() { try element.validate() }
                if let inner = try release() { try inner.validate() }
                if let inner = try refund() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeSupplierId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeSupplierId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeName(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeName(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endName(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeSuspended(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(24)
        }

        @inlinable
        public static func writeLockTimeoutMs(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(32)
        }

        @inlinable
        public static func writeIssueTimeoutMs(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(40)
        }

        @inlinable
        public static func writeHoldSeconds(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(48)
        }

        /// Taken off the supplier's own hold limit.
        @inlinable
        public static func writeHoldMarginSeconds(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(56)
        }

        @inlinable
        public static func writePoll<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 66, mark)
        }

        /// Ends the field whose Proto.PollRule was written since the mark.
        @inlinable
        public static func endPoll(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 66, mark)
        }

        /// Copies a Proto.PollRule that is bytes already.
        @inlinable
        public static func writePoll(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 66, value)
        }

        @inlinable
        public static func writeCircuit<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 74, mark)
        }

        /// Ends the field whose Proto.Circuit was written since the mark.
        @inlinable
        public static func endCircuit(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 74, mark)
        }

        /// Copies a Proto.Circuit that is bytes already.
        @inlinable
        public static func writeCircuit(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 74, value)
        }

        @inlinable
        public static func writeKeys<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 82, mark)
        }

        /// Ends the field whose Proto.SigningKey was written since the mark.
        @inlinable
        public static func endKeys(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 82, mark)
        }

        /// Copies a Proto.SigningKey that is bytes already.
        @inlinable
        public static func writeKeys(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 82, value)
        }

        /// Without queries an uncertain issue is sent again where that is idempotent, else a person is called at once.
        /// A refund or an extension that is not supported is rejected as NOT_SUPPORTED.
        @inlinable
        public static func writeSupportsQuery(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(88)
        }

        @inlinable
        public static func writeSupportsRefund(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(96)
        }

        @inlinable
        public static func writeSupportsExtend(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(104)
        }

        /// The same request id never issues twice: an issue of unknown outcome may be sent again.
        @inlinable
        public static func writeIssueIsIdempotent(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(112)
        }

        @inlinable
        public static func writePriceToleranceMinorUnits(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(120)
        }

        /// How a release and a refund request that are not answered are repeated.
        @inlinable
        public static func writeRelease<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 130, mark)
        }

        /// Ends the field whose Proto.RetryRule was written since the mark.
        @inlinable
        public static func endRelease(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 130, mark)
        }

        /// Copies a Proto.RetryRule that is bytes already.
        @inlinable
        public static func writeRelease(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 130, value)
        }

        @inlinable
        public static func writeRefund<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 138, mark)
        }

        /// Ends the field whose Proto.RetryRule was written since the mark.
        @inlinable
        public static func endRefund(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 138, mark)
        }

        /// Copies a Proto.RetryRule that is bytes already.
        @inlinable
        public static func writeRefund(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 138, value)
        }

        /// A supplier without keys is believed only where this is set: its results come by a path that the operator guards.
        @inlinable
        public static func writeUnsignedResults(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(144)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Supplier",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "supplier_id", json: "supplierId", .string),
                FieldDescriptor(2, "name", json: "name", .string),
                FieldDescriptor(3, "suspended", json: "suspended", .bool),
                FieldDescriptor(4, "lock_timeout_ms", json: "lockTimeoutMs", .uint32),
                FieldDescriptor(5, "issue_timeout_ms", json: "issueTimeoutMs", .uint32),
                FieldDescriptor(6, "hold_seconds", json: "holdSeconds", .uint32),
                FieldDescriptor(7, "hold_margin_seconds", json: "holdMarginSeconds", .uint32),
                FieldDescriptor(8, "poll", json: "poll", .message({ Proto.PollRule.descriptor })),
                FieldDescriptor(9, "circuit", json: "circuit", .message({ Proto.Circuit.descriptor })),
                FieldDescriptor(10, "keys", json: "keys", .message({ Proto.SigningKey.descriptor }), .repeated),
                FieldDescriptor(11, "supports_query", json: "supportsQuery", .bool),
                FieldDescriptor(12, "supports_refund", json: "supportsRefund", .bool),
                FieldDescriptor(13, "supports_extend", json: "supportsExtend", .bool),
                FieldDescriptor(14, "issue_is_idempotent", json: "issueIsIdempotent", .bool),
                FieldDescriptor(15, "price_tolerance_minor_units", json: "priceToleranceMinorUnits", .int64),
                FieldDescriptor(16, "release", json: "release", .message({ Proto.RetryRule.descriptor })),
                FieldDescriptor(17, "refund", json: "refund", .message({ Proto.RetryRule.descriptor })),
                FieldDescriptor(18, "unsigned_results", json: "unsignedResults", .bool),
            ])
    }
}

extension Proto {
    public enum RetryRule {
        /// The fields of a RetryRule, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            @usableFromInline let stepsStart: Int
            /// How many elements `steps` has.
            public let stepsCount: Int
            /// After this, RELEASE_FAILING (of a release) or Escalated (of a refund request), once; sending goes on at the
            /// last step's pace.
            public let escalateAfterMs: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1Start = 0, field1Count = 0
                var field2: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // steps
                        if field1Count == 0 { field1Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field1Count += 1
                    case 16:  // escalate_after_ms
                        field2 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.stepsStart = field1Start
                self.stepsCount = field1Count
                self.escalateAfterMs = field2
            }

            @inlinable
            public var steps: Proto.PollRule.Step.List {
                @_lifetime(copy self)
                get { Proto.PollRule.Step.List(BytesList(rawBytes, tag: 10, start: stepsStart, count: stepsCount)) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                var list1 = steps
                while let element = try list1.next() { try element.validate() }
            }
        }

        @inlinable
        public static func writeSteps<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose Proto.PollRule.Step was written since the mark.
        @inlinable
        public static func endSteps(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a Proto.PollRule.Step that is bytes already.
        @inlinable
        public static func writeSteps(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        /// After this, RELEASE_FAILING (of a release) or Escalated (of a refund request), once; sending goes on at the
        /// last step's pace.
        @inlinable
        public static func writeEscalateAfterMs(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(16)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.RetryRule",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "steps", json: "steps", .message({ Proto.PollRule.Step.descriptor }), .repeated),
                FieldDescriptor(2, "escalate_after_ms", json: "escalateAfterMs", .uint32),
            ])
    }
}

extension Proto {
    /// How an uncertain issue is asked about.
    public enum PollRule {
        /// The fields of a PollRule, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// 0 = from the supplier's measured answer times.
            public let startAfterMs: UInt32
            @usableFromInline let stepsStart: Int
            /// How many elements `steps` has.
            public let stepsCount: Int
            public let jitterPercent: UInt32
            /// Queries a second, over all of its orders.
            public let rateLimit: Double
            /// So many NOT_FOUND answers, none earlier than the grace, prove that nothing was issued.
            public let notFoundCount: UInt32
            public let notFoundGraceMs: UInt32
            /// After this, a person is called; the queries go on at the last step's pace.
            public let escalateAfterMs: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt32 = 0
                var field2Start = 0, field2Count = 0
                var field3: UInt32 = 0
                var field4: Double = 0
                var field5: UInt32 = 0
                var field6: UInt32 = 0
                var field7: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // start_after_ms
                        field1 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 18:  // steps
                        if field2Count == 0 { field2Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field2Count += 1
                    case 24:  // jitter_percent
                        field3 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 33:  // rate_limit
                        field4 = Double(bitPattern: try reader.fixed64())
                    case 40:  // not_found_count
                        field5 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 48:  // not_found_grace_ms
                        field6 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 56:  // escalate_after_ms
                        field7 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.startAfterMs = field1
                self.stepsStart = field2Start
                self.stepsCount = field2Count
                self.jitterPercent = field3
                self.rateLimit = field4
                self.notFoundCount = field5
                self.notFoundGraceMs = field6
                self.escalateAfterMs = field7
            }

            @inlinable
            public var steps: Proto.PollRule.Step.List {
                @_lifetime(copy self)
                get { Proto.PollRule.Step.List(BytesList(rawBytes, tag: 18, start: stepsStart, count: stepsCount)) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                var list2 = steps
                while let element = try list2.next() { try element.validate() }
            }
        }

        /// 0 = from the supplier's measured answer times.
        @inlinable
        public static func writeStartAfterMs(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(8)
        }

        @inlinable
        public static func writeSteps<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.PollRule.Step was written since the mark.
        @inlinable
        public static func endSteps(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.PollRule.Step that is bytes already.
        @inlinable
        public static func writeSteps(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeJitterPercent(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(24)
        }

        /// Queries a second, over all of its orders.
        @inlinable
        public static func writeRateLimit(_ value: Double, to writer: inout ReverseWriter) {
            guard value.bitPattern != 0 else { return }
            writer.fixed64(value.bitPattern)
            writer.tag(33)
        }

        /// So many NOT_FOUND answers, none earlier than the grace, prove that nothing was issued.
        @inlinable
        public static func writeNotFoundCount(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(40)
        }

        @inlinable
        public static func writeNotFoundGraceMs(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(48)
        }

        /// After this, a person is called; the queries go on at the last step's pace.
        @inlinable
        public static func writeEscalateAfterMs(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(56)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.PollRule",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "start_after_ms", json: "startAfterMs", .uint32),
                FieldDescriptor(2, "steps", json: "steps", .message({ Proto.PollRule.Step.descriptor }), .repeated),
                FieldDescriptor(3, "jitter_percent", json: "jitterPercent", .uint32),
                FieldDescriptor(4, "rate_limit", json: "rateLimit", .double),
                FieldDescriptor(5, "not_found_count", json: "notFoundCount", .uint32),
                FieldDescriptor(6, "not_found_grace_ms", json: "notFoundGraceMs", .uint32),
                FieldDescriptor(7, "escalate_after_ms", json: "escalateAfterMs", .uint32),
            ])
    }
}

extension Proto.PollRule {
    public enum Step {
        /// The fields of a Step, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let intervalMs: UInt32
            /// 0 = for ever.
            public let count: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt32 = 0
                var field2: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // interval_ms
                        field1 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 16:  // count
                        field2 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.intervalMs = field1
                self.count = field2
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated Step, in the order of the bytes.
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
        public static func writeIntervalMs(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(8)
        }

        /// 0 = for ever.
        @inlinable
        public static func writeCount(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(16)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.PollRule.Step",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "interval_ms", json: "intervalMs", .uint32),
                FieldDescriptor(2, "count", json: "count", .uint32),
            ])
    }
}

extension Proto {
    /// When a supplier answers badly, new orders fail fast. What is held already goes on.
    public enum Circuit {
        /// The fields of a Circuit, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let windowMs: UInt32
            public let minimumCalls: UInt32
            public let failurePercent: UInt32
            public let slowCallMs: UInt32
            public let slowPercent: UInt32
            public let openMs: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt32 = 0
                var field2: UInt32 = 0
                var field3: UInt32 = 0
                var field4: UInt32 = 0
                var field5: UInt32 = 0
                var field6: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // window_ms
                        field1 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 16:  // minimum_calls
                        field2 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 24:  // failure_percent
                        field3 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 32:  // slow_call_ms
                        field4 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 40:  // slow_percent
                        field5 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 48:  // open_ms
                        field6 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.windowMs = field1
                self.minimumCalls = field2
                self.failurePercent = field3
                self.slowCallMs = field4
                self.slowPercent = field5
                self.openMs = field6
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeWindowMs(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(8)
        }

        @inlinable
        public static func writeMinimumCalls(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(16)
        }

        @inlinable
        public static func writeFailurePercent(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(24)
        }

        @inlinable
        public static func writeSlowCallMs(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(32)
        }

        @inlinable
        public static func writeSlowPercent(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(40)
        }

        @inlinable
        public static func writeOpenMs(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(48)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Circuit",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "window_ms", json: "windowMs", .uint32),
                FieldDescriptor(2, "minimum_calls", json: "minimumCalls", .uint32),
                FieldDescriptor(3, "failure_percent", json: "failurePercent", .uint32),
                FieldDescriptor(4, "slow_call_ms", json: "slowCallMs", .uint32),
                FieldDescriptor(5, "slow_percent", json: "slowPercent", .uint32),
                FieldDescriptor(6, "open_ms", json: "openMs", .uint32),
            ])
    }
}

extension Proto {
    public enum Project {
        /// The fields of a Project, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let projectId: RawSpan
            public let supplierId: RawSpan
            public let name: RawSpan
            public let group: RawSpan
            public let onShelf: Bool
            public let offShelfReason: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan()
                var field4 = RawSpan()
                var field5 = false
                var field6 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // project_id
                        field1 = try reader.string()
                    case 18:  // supplier_id
                        field2 = try reader.string()
                    case 26:  // name
                        field3 = try reader.string()
                    case 34:  // group
                        field4 = try reader.string()
                    case 40:  // on_shelf
                        field5 = try reader.varint() != 0
                    case 50:  // off_shelf_reason
                        field6 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.projectId = field1
                self.supplierId = field2
                self.name = field3
                self.group = field4
                self.onShelf = field5
                self.offShelfReason = field6
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
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
        public static func writeName(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeName(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endName(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeGroup(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeGroup(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endGroup(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeOnShelf(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(40)
        }

        @inlinable
        public static func writeOffShelfReason(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writeOffShelfReason(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endOffShelfReason(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 50, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Project",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "project_id", json: "projectId", .string),
                FieldDescriptor(2, "supplier_id", json: "supplierId", .string),
                FieldDescriptor(3, "name", json: "name", .string),
                FieldDescriptor(4, "group", json: "group", .string),
                FieldDescriptor(5, "on_shelf", json: "onShelf", .bool),
                FieldDescriptor(6, "off_shelf_reason", json: "offShelfReason", .string),
            ])
    }
}

extension Proto {
    public enum Show {
        /// The fields of a Show, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let showId: RawSpan
            public let projectId: RawSpan
            public let hasStartsAt: Bool
            public let startsAtBytes: RawSpan
            public let hasSaleFrom: Bool
            public let saleFromBytes: RawSpan
            public let hasSaleUntil: Bool
            public let saleUntilBytes: RawSpan
            public let realName: Bool
            public let venue: RawSpan
            @usableFromInline let deliveryOptionsStart: Int
            /// How many elements `deliveryOptions` has.
            public let deliveryOptionsCount: Int

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan(), has3 = false
                var field4 = RawSpan(), has4 = false
                var field5 = RawSpan(), has5 = false
                var field6 = false
                var field7 = RawSpan()
                var field8Start = 0, field8Count = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // show_id
                        field1 = try reader.string()
                    case 18:  // project_id
                        field2 = try reader.string()
                    case 26:  // starts_at
                        guard !has3 else { throw reader.failure(.duplicate) }
                        has3 = true
                        field3 = try reader.lengthDelimited()
                    case 34:  // sale_from
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 42:  // sale_until
                        guard !has5 else { throw reader.failure(.duplicate) }
                        has5 = true
                        field5 = try reader.lengthDelimited()
                    case 48:  // real_name
                        field6 = try reader.varint() != 0
                    case 58:  // venue
                        field7 = try reader.string()
                    case 66:  // delivery_options
                        if field8Count == 0 { field8Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field8Count += 1
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.showId = field1
                self.projectId = field2
                self.hasStartsAt = has3
                self.startsAtBytes = field3
                self.hasSaleFrom = has4
                self.saleFromBytes = field4
                self.hasSaleUntil = has5
                self.saleUntilBytes = field5
                self.realName = field6
                self.venue = field7
                self.deliveryOptionsStart = field8Start
                self.deliveryOptionsCount = field8Count
            }

            @inlinable
            @_lifetime(copy self)
            public func startsAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasStartsAt else { return nil }
                return try Proto.Timestamp.View(startsAtBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func saleFrom() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasSaleFrom else { return nil }
                return try Proto.Timestamp.View(saleFromBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func saleUntil() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasSaleUntil else { return nil }
                return try Proto.Timestamp.View(saleUntilBytes)
            }

            @inlinable
            public var deliveryOptions: Proto.DeliveryOption.List {
                @_lifetime(copy self)
                get { Proto.DeliveryOption.List(BytesList(rawBytes, tag: 66, start: deliveryOptionsStart, count: deliveryOptionsCount)) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try startsAt() { try inner.validate() }
                if let inner = try saleFrom() { try inner.validate() }
                if let inner = try saleUntil() { try inner.validate() }
                var list8 = deliveryOptions
                while let element = try list8.next() { try element.validate() }
            }
        }

        @inlinable
        public static func writeShowId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeShowId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endShowId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeProjectId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeProjectId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endProjectId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeStartsAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endStartsAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeStartsAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeStartsAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeSaleFrom<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endSaleFrom(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeSaleFrom(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeSaleFrom(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeSaleUntil<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endSaleUntil(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeSaleUntil(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeSaleUntil(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 42, mark)
        }

        @inlinable
        public static func writeRealName(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(48)
        }

        @inlinable
        public static func writeVenue(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 58, value)
        }

        @inlinable
        public static func writeVenue(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 58, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endVenue(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 58, mark)
        }

        @inlinable
        public static func writeDeliveryOptions<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 66, mark)
        }

        /// Ends the field whose Proto.DeliveryOption was written since the mark.
        @inlinable
        public static func endDeliveryOptions(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 66, mark)
        }

        /// Copies a Proto.DeliveryOption that is bytes already.
        @inlinable
        public static func writeDeliveryOptions(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 66, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Show",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "show_id", json: "showId", .string),
                FieldDescriptor(2, "project_id", json: "projectId", .string),
                FieldDescriptor(3, "starts_at", json: "startsAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(4, "sale_from", json: "saleFrom", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(5, "sale_until", json: "saleUntil", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(6, "real_name", json: "realName", .bool),
                FieldDescriptor(7, "venue", json: "venue", .string),
                FieldDescriptor(8, "delivery_options", json: "deliveryOptions", .message({ Proto.DeliveryOption.descriptor }), .repeated),
            ])
    }
}

extension Proto {
    public enum DeliveryOption {
        /// The fields of a DeliveryOption, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.DeliveryMethod`, or one not known here.
            public let method: Int32
            public let hasPostage: Bool
            public let postageBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2 = RawSpan(), has2 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // method
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 18:  // postage
                        guard !has2 else { throw reader.failure(.duplicate) }
                        has2 = true
                        field2 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.method = field1
                self.hasPostage = has2
                self.postageBytes = field2
            }

            /// Per order, owed by the distributor; absent: nothing. The platform ships, so no supplier is owed it.
            @inlinable
            @_lifetime(copy self)
            public func postage() throws(ProtobufError) -> Proto.Money.View? {
                guard hasPostage else { return nil }
                return try Proto.Money.View(postageBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try postage() { try inner.validate() }
            }
        }

        /// The elements of a repeated DeliveryOption, in the order of the bytes.
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
        public static func writeMethod(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeMethod(_ value: Proto.DeliveryMethod, to writer: inout ReverseWriter) {
            writeMethod(value.rawValue, to: &writer)
        }

        /// Per order, owed by the distributor; absent: nothing. The platform ships, so no supplier is owed it.
        @inlinable
        public static func writePostage<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endPostage(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writePostage(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.DeliveryOption",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "method", json: "method", .enumeration({ Proto.DeliveryMethod.descriptor })),
                FieldDescriptor(2, "postage", json: "postage", .message({ Proto.Money.descriptor })),
            ])
    }
}

// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension InternalProto {
    /// Topic `order-state`, key `/supplier/<supplier_id>`, a key that no order can have: how a supplier behaved, as one
    /// partition has seen it.
    public enum SupplierState {
        /// The fields of a SupplierState, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            @usableFromInline let bucketsStart: Int
            /// How many elements `buckets` has.
            public let bucketsCount: Int
            /// Milliseconds since 1970-01-01T00:00:00Z; absent: the circuit is closed.
            public let openUntilMs: Int64?
            public let isProbing: Bool
            /// Microseconds since 1970-01-01T00:00:00Z.
            public let nextQueryAtMicroseconds: Int64
            /// A moving average of the answer times to issue requests.
            public let answerMicroseconds: Int64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1Start = 0, field1Count = 0
                var field2: Int64? = nil
                var field3 = false
                var field4: Int64 = 0
                var field5: Int64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // buckets
                        if field1Count == 0 { field1Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field1Count += 1
                    case 16:  // open_until_ms
                        field2 = Int64(bitPattern: try reader.varint())
                    case 24:  // is_probing
                        field3 = try reader.varint() != 0
                    case 32:  // next_query_at_microseconds
                        field4 = Int64(bitPattern: try reader.varint())
                    case 40:  // answer_microseconds
                        field5 = Int64(bitPattern: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.bucketsStart = field1Start
                self.bucketsCount = field1Count
                self.openUntilMs = field2
                self.isProbing = field3
                self.nextQueryAtMicroseconds = field4
                self.answerMicroseconds = field5
            }

            @inlinable
            public var buckets: InternalProto.SupplierState.Bucket.List {
                @_lifetime(copy self)
                get { InternalProto.SupplierState.Bucket.List(BytesList(rawBytes, tag: 10, start: bucketsStart, count: bucketsCount)) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                var list1 = buckets
                while let element = try list1.next() { try element.validate() }
            }
        }

        @inlinable
        public static func writeBuckets<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose InternalProto.SupplierState.Bucket was written since the mark.
        @inlinable
        public static func endBuckets(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a InternalProto.SupplierState.Bucket that is bytes already.
        @inlinable
        public static func writeBuckets(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        /// Milliseconds since 1970-01-01T00:00:00Z; absent: the circuit is closed.
        @inlinable
        public static func writeOpenUntilMs(_ value: Int64, to writer: inout ReverseWriter) {
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeIsProbing(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(24)
        }

        /// Microseconds since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeNextQueryAtMicroseconds(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(32)
        }

        /// A moving average of the answer times to issue requests.
        @inlinable
        public static func writeAnswerMicroseconds(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(40)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.SupplierState",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "buckets", json: "buckets", .message({ InternalProto.SupplierState.Bucket.descriptor }), .repeated),
                FieldDescriptor(2, "open_until_ms", json: "openUntilMs", .int64, .optional),
                FieldDescriptor(3, "is_probing", json: "isProbing", .bool),
                FieldDescriptor(4, "next_query_at_microseconds", json: "nextQueryAtMicroseconds", .int64),
                FieldDescriptor(5, "answer_microseconds", json: "answerMicroseconds", .int64),
            ])
    }
}

extension InternalProto.SupplierState {
    /// A part of the circuit's window.
    public enum Bucket {
        /// The fields of a Bucket, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let startMs: Int64
            public let calls: UInt32
            public let failures: UInt32
            public let slow: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int64 = 0
                var field2: UInt32 = 0
                var field3: UInt32 = 0
                var field4: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // start_ms
                        field1 = Int64(bitPattern: try reader.varint())
                    case 16:  // calls
                        field2 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 24:  // failures
                        field3 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 32:  // slow
                        field4 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.startMs = field1
                self.calls = field2
                self.failures = field3
                self.slow = field4
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated Bucket, in the order of the bytes.
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
        public static func writeStartMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeCalls(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(16)
        }

        @inlinable
        public static func writeFailures(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(24)
        }

        @inlinable
        public static func writeSlow(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(32)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.SupplierState.Bucket",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "start_ms", json: "startMs", .int64),
                FieldDescriptor(2, "calls", json: "calls", .uint32),
                FieldDescriptor(3, "failures", json: "failures", .uint32),
                FieldDescriptor(4, "slow", json: "slow", .uint32),
            ])
    }
}

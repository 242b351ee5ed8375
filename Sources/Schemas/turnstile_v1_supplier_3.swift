// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    public enum IssuedTicket {
        /// The fields of a IssuedTicket, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let sequence: UInt32
            /// Voucher code, barcode content or admission text.
            public let code: RawSpan
            public let seatId: RawSpan
            /// A number of `Proto.CodeFormat`, or one not known here.
            public let codeFormat: Int32
            public let seatLabel: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt32 = 0
                var field2 = RawSpan()
                var field3 = RawSpan()
                var field4: Int32 = 0
                var field5 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // sequence
                        field1 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 18:  // code
                        field2 = try reader.string()
                    case 26:  // seat_id
                        field3 = try reader.string()
                    case 32:  // code_format
                        field4 = Int32(truncatingIfNeeded: try reader.varint())
                    case 42:  // seat_label
                        field5 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.sequence = field1
                self.code = field2
                self.seatId = field3
                self.codeFormat = field4
                self.seatLabel = field5
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated IssuedTicket, in the order of the bytes.
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
        public static func writeSequence(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(8)
        }

        /// Voucher code, barcode content or admission text.
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
        public static func writeSeatId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeSeatId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSeatId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeCodeFormat(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(32)
        }

        @inlinable
        public static func writeCodeFormat(_ value: Proto.CodeFormat, to writer: inout ReverseWriter) {
            writeCodeFormat(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeSeatLabel(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writeSeatLabel(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSeatLabel(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.IssuedTicket",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "sequence", json: "sequence", .uint32),
                FieldDescriptor(2, "code", json: "code", .string),
                FieldDescriptor(3, "seat_id", json: "seatId", .string),
                FieldDescriptor(4, "code_format", json: "codeFormat", .enumeration({ Proto.CodeFormat.descriptor })),
                FieldDescriptor(5, "seat_label", json: "seatLabel", .string),
            ])
    }
}

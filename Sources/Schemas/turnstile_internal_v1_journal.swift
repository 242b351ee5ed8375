// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension InternalProto.JournalRecord {
    @frozen public enum Input: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case orderCommands = 1
        case supplierResults = 2
        case operatorActions = 3

        public static let descriptor = EnumDescriptor(
            name: "turnstile.internal.v1.JournalRecord.Input",
            values: [
                ("INPUT_UNSPECIFIED", 0),
                ("INPUT_ORDER_COMMANDS", 1),
                ("INPUT_SUPPLIER_RESULTS", 2),
                ("INPUT_OPERATOR_ACTIONS", 3),
            ])
    }
}

extension InternalProto {
    /// Topic `journal`, one record per transaction and partition, in the partition's number: all that was done and was not
    /// determined by the inputs alone, so that any process can do it again to the same bytes.
    public enum JournalRecord {
        /// The fields of a JournalRecord, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// From 1, without gaps; the number in `/` of the same transaction, and in the metadata of its offset commit.
            public let number: UInt64
            /// What the decisions saw and by which rules.
            public let directoryVersion: Int64
            public let ruleVersion: UInt32
            /// N, by which a supplier's query rate is divided.
            public let partitions: Int32
            /// What waits for an answer is timed from the later of this, the wall clock of the transaction, and the partition's
            /// clock. Milliseconds since 1970-01-01T00:00:00Z.
            public let sentAtMs: Int64
            @usableFromInline let stepsStart: Int
            /// How many elements `steps` has.
            public let stepsCount: Int
            /// SHA-256 over the digest of the record before and every record that the transaction wrote for the partition, in their
            /// order: outputs, then changed states, without this record and `/`.
            public let digest: RawSpan
            /// Empty in the first record.
            public let previousDigest: RawSpan
            @usableFromInline let nextOffsetsStart: Int
            /// How many elements `nextOffsets` has.
            public let nextOffsetsCount: Int

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt64 = 0
                var field2: Int64 = 0
                var field3: UInt32 = 0
                var field4: Int32 = 0
                var field5: Int64 = 0
                var field6Start = 0, field6Count = 0
                var field7 = RawSpan()
                var field8 = RawSpan()
                var field9Start = 0, field9Count = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // number
                        field1 = try reader.varint()
                    case 16:  // directory_version
                        field2 = Int64(bitPattern: try reader.varint())
                    case 24:  // rule_version
                        field3 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 32:  // partitions
                        field4 = Int32(truncatingIfNeeded: try reader.varint())
                    case 40:  // sent_at_ms
                        field5 = Int64(bitPattern: try reader.varint())
                    case 50:  // steps
                        if field6Count == 0 { field6Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field6Count += 1
                    case 58:  // digest
                        field7 = try reader.lengthDelimited()
                    case 66:  // previous_digest
                        field8 = try reader.lengthDelimited()
                    case 72:  // next_offsets
                        if field9Count == 0 { field9Start = reader.fieldStart }
                        _ = try reader.varint()
                        field9Count += 1
                    case 74:  // next_offsets, packed
                        if field9Count == 0 { field9Start = reader.fieldStart }
                        field9Count += try reader.packedVarints()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.number = field1
                self.directoryVersion = field2
                self.ruleVersion = field3
                self.partitions = field4
                self.sentAtMs = field5
                self.stepsStart = field6Start
                self.stepsCount = field6Count
                self.digest = field7
                self.previousDigest = field8
                self.nextOffsetsStart = field9Start
                self.nextOffsetsCount = field9Count
            }

            /// In the order in which they were done.
            @inlinable
            public var steps: InternalProto.JournalRecord.Step.List {
                @_lifetime(copy self)
                get { InternalProto.JournalRecord.Step.List(BytesList(rawBytes, tag: 50, start: stepsStart, count: stepsCount)) }
            }

            /// The next offset to handle of each input after the transaction, in the order of `Input`.
            @inlinable
            public var nextOffsets: VarintList<Int64> {
                @_lifetime(copy self)
                get { VarintList<Int64>(rawBytes, field: 9, start: nextOffsetsStart, count: nextOffsetsCount) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                var list6 = steps
                while let element = try list6.next() { try element.validate() }
            }
        }

        /// From 1, without gaps; the number in `/` of the same transaction, and in the metadata of its offset commit.
        @inlinable
        public static func writeNumber(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(8)
        }

        /// What the decisions saw and by which rules.
        @inlinable
        public static func writeDirectoryVersion(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeRuleVersion(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(24)
        }

        /// N, by which a supplier's query rate is divided.
        @inlinable
        public static func writePartitions(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(32)
        }

        /// What waits for an answer is timed from the later of this, the wall clock of the transaction, and the partition's
        /// clock. Milliseconds since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeSentAtMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(40)
        }

        /// In the order in which they were done.
        @inlinable
        public static func writeSteps<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose InternalProto.JournalRecord.Step was written since the mark.
        @inlinable
        public static func endSteps(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a InternalProto.JournalRecord.Step that is bytes already.
        @inlinable
        public static func writeSteps(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        /// SHA-256 over the digest of the record before and every record that the transaction wrote for the partition, in their
        /// order: outputs, then changed states, without this record and `/`.
        @inlinable
        public static func writeDigest(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 58, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDigest(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 58, mark)
        }

        /// Empty in the first record.
        @inlinable
        public static func writePreviousDigest(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 66, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endPreviousDigest(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 66, mark)
        }

        /// The next offset to handle of each input after the transaction, in the order of `Input`.
        /// All elements, packed.
        @inlinable
        public static func writeNextOffsets(_ values: some BidirectionalCollection<Int64>, to writer: inout ReverseWriter) {
            guard !values.isEmpty else { return }
            let mark = writer.mark()
            for value in values.reversed() { writer.varint(UInt64(bitPattern: Int64(value))) }
            writer.end(tag: 74, mark)
        }

        /// Ends the field whose elements were written as varints since the mark, the last one first.
        @inlinable
        public static func endNextOffsets(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 74, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.JournalRecord",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "number", json: "number", .uint64),
                FieldDescriptor(2, "directory_version", json: "directoryVersion", .int64),
                FieldDescriptor(3, "rule_version", json: "ruleVersion", .uint32),
                FieldDescriptor(4, "partitions", json: "partitions", .int32),
                FieldDescriptor(5, "sent_at_ms", json: "sentAtMs", .int64),
                FieldDescriptor(6, "steps", json: "steps", .message({ InternalProto.JournalRecord.Step.descriptor }), .repeated),
                FieldDescriptor(7, "digest", json: "digest", .bytes),
                FieldDescriptor(8, "previous_digest", json: "previousDigest", .bytes),
                FieldDescriptor(9, "next_offsets", json: "nextOffsets", .int64, .repeated),
            ])
    }
}

extension InternalProto.JournalRecord {
    public enum Step {
        /// Which field of `step` is set; the raw value is its number.
        @frozen public enum StepCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case run = 1
            case clock = 2
            case timers = 3
            case move = 4
        }

        /// The fields of a Step, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let stepCase: StepCase
            /// The set field's bytes, whichever it is.
            public let stepBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var stepCase = StepCase.notSet
                var stepBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // run
                        guard stepCase == .notSet else { throw reader.failure(.duplicate) }
                        stepCase = .run
                        stepBytes = try reader.lengthDelimited()
                    case 18:  // clock
                        guard stepCase == .notSet else { throw reader.failure(.duplicate) }
                        stepCase = .clock
                        stepBytes = try reader.lengthDelimited()
                    case 26:  // timers
                        guard stepCase == .notSet else { throw reader.failure(.duplicate) }
                        stepCase = .timers
                        stepBytes = try reader.lengthDelimited()
                    case 34:  // move
                        guard stepCase == .notSet else { throw reader.failure(.duplicate) }
                        stepCase = .move
                        stepBytes = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.stepCase = stepCase
                self.stepBytes = stepBytes
            }

            @inlinable
            @_lifetime(copy self)
            public func run() throws(ProtobufError) -> InternalProto.JournalRecord.Run.View? {
                guard stepCase == .run else { return nil }
                return try InternalProto.JournalRecord.Run.View(stepBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func clock() throws(ProtobufError) -> InternalProto.JournalRecord.Clock.View? {
                guard stepCase == .clock else { return nil }
                return try InternalProto.JournalRecord.Clock.View(stepBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func timers() throws(ProtobufError) -> InternalProto.JournalRecord.Timers.View? {
                guard stepCase == .timers else { return nil }
                return try InternalProto.JournalRecord.Timers.View(stepBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func move() throws(ProtobufError) -> InternalProto.JournalRecord.Move.View? {
                guard stepCase == .move else { return nil }
                return try InternalProto.JournalRecord.Move.View(stepBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                switch stepCase {
                case .run: try InternalProto.JournalRecord.Run.View(stepBytes).validate()
                case .clock: try InternalProto.JournalRecord.Clock.View(stepBytes).validate()
                case .timers: try InternalProto.JournalRecord.Timers.View(stepBytes).validate()
                case .move: try InternalProto.JournalRecord.Move.View(stepBytes).validate()
                case .notSet: break
                }
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
        public static func writeRun<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose InternalProto.JournalRecord.Run was written since the mark.
        @inlinable
        public static func endRun(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a InternalProto.JournalRecord.Run that is bytes already.
        @inlinable
        public static func writeRun(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeClock<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose InternalProto.JournalRecord.Clock was written since the mark.
        @inlinable
        public static func endClock(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a InternalProto.JournalRecord.Clock that is bytes already.
        @inlinable
        public static func writeClock(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeTimers<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose InternalProto.JournalRecord.Timers was written since the mark.
        @inlinable
        public static func endTimers(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a InternalProto.JournalRecord.Timers that is bytes already.
        @inlinable
        public static func writeTimers(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeMove<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose InternalProto.JournalRecord.Move was written since the mark.
        @inlinable
        public static func endMove(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a InternalProto.JournalRecord.Move that is bytes already.
        @inlinable
        public static func writeMove(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.JournalRecord.Step",
            oneofs: ["step"],
            fields: [
                FieldDescriptor(1, "run", json: "run", .message({ InternalProto.JournalRecord.Run.descriptor }), oneof: 0),
                FieldDescriptor(2, "clock", json: "clock", .message({ InternalProto.JournalRecord.Clock.descriptor }), oneof: 0),
                FieldDescriptor(3, "timers", json: "timers", .message({ InternalProto.JournalRecord.Timers.descriptor }), oneof: 0),
                FieldDescriptor(4, "move", json: "move", .message({ InternalProto.JournalRecord.Move.descriptor }), oneof: 0),
            ])
    }
}

extension InternalProto.JournalRecord {
    /// Records of one input, one after the other. Offsets between that hold no record (markers, aborted records) are passed
    /// over alike by whoever reads it again.
    public enum Run {
        /// The fields of a Run, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `InternalProto.JournalRecord.Input`, or one not known here.
            public let input: Int32
            public let firstOffset: Int64
            public let lastOffset: Int64
            @usableFromInline let unverifiedOffsetsStart: Int
            /// How many elements `unverifiedOffsets` has.
            public let unverifiedOffsetsCount: Int
            @usableFromInline let tooLargeOffsetsStart: Int
            /// How many elements `tooLargeOffsets` has.
            public let tooLargeOffsetsCount: Int

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2: Int64 = 0
                var field3: Int64 = 0
                var field4Start = 0, field4Count = 0
                var field5Start = 0, field5Count = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // input
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 16:  // first_offset
                        field2 = Int64(bitPattern: try reader.varint())
                    case 24:  // last_offset
                        field3 = Int64(bitPattern: try reader.varint())
                    case 32:  // unverified_offsets
                        if field4Count == 0 { field4Start = reader.fieldStart }
                        _ = try reader.varint()
                        field4Count += 1
                    case 34:  // unverified_offsets, packed
                        if field4Count == 0 { field4Start = reader.fieldStart }
                        field4Count += try reader.packedVarints()
                    case 40:  // too_large_offsets
                        if field5Count == 0 { field5Start = reader.fieldStart }
                        _ = try reader.varint()
                        field5Count += 1
                    case 42:  // too_large_offsets, packed
                        if field5Count == 0 { field5Start = reader.fieldStart }
                        field5Count += try reader.packedVarints()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.input = field1
                self.firstOffset = field2
                self.lastOffset = field3
                self.unverifiedOffsetsStart = field4Start
                self.unverifiedOffsetsCount = field4Count
                self.tooLargeOffsetsStart = field5Start
                self.tooLargeOffsetsCount = field5Count
            }

            /// The records among them whose signature did not verify: a replay verifies none.
            @inlinable
            public var unverifiedOffsets: VarintList<Int64> {
                @_lifetime(copy self)
                get { VarintList<Int64>(rawBytes, field: 4, start: unverifiedOffsetsStart, count: unverifiedOffsetsCount) }
            }

            /// The records among them whose outputs the broker would not take: they went to the dead letters instead. One that is
            /// named twice went there without its value, three times without key and headers too.
            @inlinable
            public var tooLargeOffsets: VarintList<Int64> {
                @_lifetime(copy self)
                get { VarintList<Int64>(rawBytes, field: 5, start: tooLargeOffsetsStart, count: tooLargeOffsetsCount) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeInput(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeInput(_ value: InternalProto.JournalRecord.Input, to writer: inout ReverseWriter) {
            writeInput(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeFirstOffset(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeLastOffset(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(24)
        }

        /// The records among them whose signature did not verify: a replay verifies none.
        /// All elements, packed.
        @inlinable
        public static func writeUnverifiedOffsets(_ values: some BidirectionalCollection<Int64>, to writer: inout ReverseWriter) {
            guard !values.isEmpty else { return }
            let mark = writer.mark()
            for value in values.reversed() { writer.varint(UInt64(bitPattern: Int64(value))) }
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose elements were written as varints since the mark, the last one first.
        @inlinable
        public static func endUnverifiedOffsets(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        /// The records among them whose outputs the broker would not take: they went to the dead letters instead. One that is
        /// named twice went there without its value, three times without key and headers too.
        /// All elements, packed.
        @inlinable
        public static func writeTooLargeOffsets(_ values: some BidirectionalCollection<Int64>, to writer: inout ReverseWriter) {
            guard !values.isEmpty else { return }
            let mark = writer.mark()
            for value in values.reversed() { writer.varint(UInt64(bitPattern: Int64(value))) }
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose elements were written as varints since the mark, the last one first.
        @inlinable
        public static func endTooLargeOffsets(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.JournalRecord.Run",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "input", json: "input", .enumeration({ InternalProto.JournalRecord.Input.descriptor })),
                FieldDescriptor(2, "first_offset", json: "firstOffset", .int64),
                FieldDescriptor(3, "last_offset", json: "lastOffset", .int64),
                FieldDescriptor(4, "unverified_offsets", json: "unverifiedOffsets", .int64, .repeated),
                FieldDescriptor(5, "too_large_offsets", json: "tooLargeOffsets", .int64, .repeated),
            ])
    }
}

extension InternalProto.JournalRecord {
    /// The clock was moved without a record.
    public enum Clock {
        /// The fields of a Clock, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let toMs: Int64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // to_ms
                        field1 = Int64(bitPattern: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.toMs = field1
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeToMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.JournalRecord.Clock",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "to_ms", json: "toMs", .int64),
            ])
    }
}

extension InternalProto.JournalRecord {
    /// All timers that were due fired, in the order (due, key, kind), the last one being this.
    public enum Timers {
        /// The fields of a Timers, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let dueMs: Int64
            public let key: RawSpan
            /// A number of `Proto.TimerKind`, or one not known here.
            public let kind: Int32
            public let count: UInt32
            @usableFromInline let tooLargeStart: Int
            /// How many elements `tooLarge` has.
            public let tooLargeCount: Int

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int64 = 0
                var field2 = RawSpan()
                var field3: Int32 = 0
                var field4: UInt32 = 0
                var field5Start = 0, field5Count = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // due_ms
                        field1 = Int64(bitPattern: try reader.varint())
                    case 18:  // key
                        field2 = try reader.lengthDelimited()
                    case 24:  // kind
                        field3 = Int32(truncatingIfNeeded: try reader.varint())
                    case 32:  // count
                        field4 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 40:  // too_large
                        if field5Count == 0 { field5Start = reader.fieldStart }
                        _ = try reader.varint()
                        field5Count += 1
                    case 42:  // too_large, packed
                        if field5Count == 0 { field5Start = reader.fieldStart }
                        field5Count += try reader.packedVarints()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.dueMs = field1
                self.key = field2
                self.kind = field3
                self.count = field4
                self.tooLargeStart = field5Start
                self.tooLargeCount = field5Count
            }

            /// Which of them, counted from 0, ended as Escalated because the broker would not take their outputs.
            @inlinable
            public var tooLarge: VarintList<UInt32> {
                @_lifetime(copy self)
                get { VarintList<UInt32>(rawBytes, field: 5, start: tooLargeStart, count: tooLargeCount) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeDueMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeKey(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endKey(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeKind(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(24)
        }

        @inlinable
        public static func writeKind(_ value: Proto.TimerKind, to writer: inout ReverseWriter) {
            writeKind(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeCount(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(32)
        }

        /// Which of them, counted from 0, ended as Escalated because the broker would not take their outputs.
        /// All elements, packed.
        @inlinable
        public static func writeTooLarge(_ values: some BidirectionalCollection<UInt32>, to writer: inout ReverseWriter) {
            guard !values.isEmpty else { return }
            let mark = writer.mark()
            for value in values.reversed() { writer.varint(UInt64(value)) }
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose elements were written as varints since the mark, the last one first.
        @inlinable
        public static func endTooLarge(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.JournalRecord.Timers",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "due_ms", json: "dueMs", .int64),
                FieldDescriptor(2, "key", json: "key", .bytes),
                FieldDescriptor(3, "kind", json: "kind", .enumeration({ Proto.TimerKind.descriptor })),
                FieldDescriptor(4, "count", json: "count", .uint32),
                FieldDescriptor(5, "too_large", json: "tooLarge", .uint32, .repeated),
            ])
    }
}

extension InternalProto.JournalRecord {
    /// A person said where an input goes on, because what was to come next is no longer retained.
    public enum Move {
        /// The fields of a Move, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `InternalProto.JournalRecord.Input`, or one not known here.
            public let input: Int32
            public let fromOffset: Int64
            public let toOffset: Int64
            public let reason: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2: Int64 = 0
                var field3: Int64 = 0
                var field4 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // input
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 16:  // from_offset
                        field2 = Int64(bitPattern: try reader.varint())
                    case 24:  // to_offset
                        field3 = Int64(bitPattern: try reader.varint())
                    case 34:  // reason
                        field4 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.input = field1
                self.fromOffset = field2
                self.toOffset = field3
                self.reason = field4
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeInput(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeInput(_ value: InternalProto.JournalRecord.Input, to writer: inout ReverseWriter) {
            writeInput(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeFromOffset(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeToOffset(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(24)
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
            name: "turnstile.internal.v1.JournalRecord.Move",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "input", json: "input", .enumeration({ InternalProto.JournalRecord.Input.descriptor })),
                FieldDescriptor(2, "from_offset", json: "fromOffset", .int64),
                FieldDescriptor(3, "to_offset", json: "toOffset", .int64),
                FieldDescriptor(4, "reason", json: "reason", .string),
            ])
    }
}

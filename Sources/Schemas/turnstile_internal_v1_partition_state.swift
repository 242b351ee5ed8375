// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension InternalProto {
    /// Topic `order-state`, key `/`: the last record of every transaction. What stands between two of them, tombstones too,
    /// belongs to the transaction of the second.
    public enum PartitionState {
        /// The fields of a PartitionState, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// Of the transaction, and of its journal record; from 1, without gaps.
            public let number: UInt64
            /// Over the transaction's outputs and the digest before; empty before the first.
            public let digest: RawSpan
            /// The partition's clock: milliseconds since 1970-01-01T00:00:00Z. Never goes back.
            public let clockMs: Int64
            /// The offset of the last record of `directory` that the transaction's decisions saw; -1 for none.
            public let directoryVersion: Int64
            /// The next offset to handle of each input.
            public let orderCommandsNext: Int64
            public let supplierResultsNext: Int64
            public let operatorActionsNext: Int64
            public let groupId: RawSpan
            /// N: how many partitions the topics had.
            public let partitions: Int32
            public let ruleVersion: UInt32
            @usableFromInline let ordersStart: Int
            /// How many elements `orders` has.
            public let ordersCount: Int
            /// Orders whose issue's outcome is being asked for.
            public let negotiations: UInt64
            /// Keys of the partition for which a timer is set.
            public let timers: UInt64
            /// What is left of orders that were removed.
            public let stubs: UInt64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt64 = 0
                var field2 = RawSpan()
                var field3: Int64 = 0
                var field4: Int64 = 0
                var field5: Int64 = 0
                var field6: Int64 = 0
                var field7: Int64 = 0
                var field8 = RawSpan()
                var field9: Int32 = 0
                var field10: UInt32 = 0
                var field11Start = 0, field11Count = 0
                var field12: UInt64 = 0
                var field13: UInt64 = 0
                var field14: UInt64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // number
                        field1 = try reader.varint()
                    case 18:  // digest
                        field2 = try reader.lengthDelimited()
                    case 24:  // clock_ms
                        field3 = Int64(bitPattern: try reader.varint())
                    case 32:  // directory_version
                        field4 = Int64(bitPattern: try reader.varint())
                    case 40:  // order_commands_next
                        field5 = Int64(bitPattern: try reader.varint())
                    case 48:  // supplier_results_next
                        field6 = Int64(bitPattern: try reader.varint())
                    case 56:  // operator_actions_next
                        field7 = Int64(bitPattern: try reader.varint())
                    case 66:  // group_id
                        field8 = try reader.string()
                    case 72:  // partitions
                        field9 = Int32(truncatingIfNeeded: try reader.varint())
                    case 80:  // rule_version
                        field10 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 88:  // orders
                        if field11Count == 0 { field11Start = reader.fieldStart }
                        _ = try reader.varint()
                        field11Count += 1
                    case 90:  // orders, packed
                        if field11Count == 0 { field11Start = reader.fieldStart }
                        field11Count += try reader.packedVarints()
                    case 96:  // negotiations
                        field12 = try reader.varint()
                    case 104:  // timers
                        field13 = try reader.varint()
                    case 112:  // stubs
                        field14 = try reader.varint()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.number = field1
                self.digest = field2
                self.clockMs = field3
                self.directoryVersion = field4
                self.orderCommandsNext = field5
                self.supplierResultsNext = field6
                self.operatorActionsNext = field7
                self.groupId = field8
                self.partitions = field9
                self.ruleVersion = field10
                self.ordersStart = field11Start
                self.ordersCount = field11Count
                self.negotiations = field12
                self.timers = field13
                self.stubs = field14
            }

            /// How many orders stand in each status, LOCKING first; stubs do not count. Empty: written by a build that kept no
            /// count.
            @inlinable
            public var orders: VarintList<UInt64> {
                @_lifetime(copy self)
                get { VarintList<UInt64>(rawBytes, field: 11, start: ordersStart, count: ordersCount) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// Of the transaction, and of its journal record; from 1, without gaps.
        @inlinable
        public static func writeNumber(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(8)
        }

        /// Over the transaction's outputs and the digest before; empty before the first.
        @inlinable
        public static func writeDigest(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDigest(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        /// The partition's clock: milliseconds since 1970-01-01T00:00:00Z. Never goes back.
        @inlinable
        public static func writeClockMs(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(24)
        }

        /// The offset of the last record of `directory` that the transaction's decisions saw; -1 for none.
        @inlinable
        public static func writeDirectoryVersion(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(32)
        }

        /// The next offset to handle of each input.
        @inlinable
        public static func writeOrderCommandsNext(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(40)
        }

        @inlinable
        public static func writeSupplierResultsNext(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(48)
        }

        @inlinable
        public static func writeOperatorActionsNext(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(56)
        }

        @inlinable
        public static func writeGroupId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 66, value)
        }

        @inlinable
        public static func writeGroupId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 66, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endGroupId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 66, mark)
        }

        /// N: how many partitions the topics had.
        @inlinable
        public static func writePartitions(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(72)
        }

        @inlinable
        public static func writeRuleVersion(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(80)
        }

        /// How many orders stand in each status, LOCKING first; stubs do not count. Empty: written by a build that kept no
        /// count.
        /// All elements, packed.
        @inlinable
        public static func writeOrders(_ values: some BidirectionalCollection<UInt64>, to writer: inout ReverseWriter) {
            guard !values.isEmpty else { return }
            let mark = writer.mark()
            for value in values.reversed() { writer.varint(value) }
            writer.end(tag: 90, mark)
        }

        /// Ends the field whose elements were written as varints since the mark, the last one first.
        @inlinable
        public static func endOrders(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 90, mark)
        }

        /// Orders whose issue's outcome is being asked for.
        @inlinable
        public static func writeNegotiations(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(96)
        }

        /// Keys of the partition for which a timer is set.
        @inlinable
        public static func writeTimers(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(104)
        }

        /// What is left of orders that were removed.
        @inlinable
        public static func writeStubs(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(112)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.internal.v1.PartitionState",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "number", json: "number", .uint64),
                FieldDescriptor(2, "digest", json: "digest", .bytes),
                FieldDescriptor(3, "clock_ms", json: "clockMs", .int64),
                FieldDescriptor(4, "directory_version", json: "directoryVersion", .int64),
                FieldDescriptor(5, "order_commands_next", json: "orderCommandsNext", .int64),
                FieldDescriptor(6, "supplier_results_next", json: "supplierResultsNext", .int64),
                FieldDescriptor(7, "operator_actions_next", json: "operatorActionsNext", .int64),
                FieldDescriptor(8, "group_id", json: "groupId", .string),
                FieldDescriptor(9, "partitions", json: "partitions", .int32),
                FieldDescriptor(10, "rule_version", json: "ruleVersion", .uint32),
                FieldDescriptor(11, "orders", json: "orders", .uint64, .repeated),
                FieldDescriptor(12, "negotiations", json: "negotiations", .uint64),
                FieldDescriptor(13, "timers", json: "timers", .uint64),
                FieldDescriptor(14, "stubs", json: "stubs", .uint64),
            ])
    }
}

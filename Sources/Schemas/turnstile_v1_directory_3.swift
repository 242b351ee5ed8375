// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    public enum TicketClass {
        /// The fields of a TicketClass, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let ticketClassId: RawSpan
            public let showId: RawSpan
            public let name: RawSpan
            public let hasFacePrice: Bool
            public let facePriceBytes: RawSpan
            public let hasSettlementPrice: Bool
            public let settlementPriceBytes: RawSpan
            public let hasSellPrice: Bool
            public let sellPriceBytes: RawSpan
            public let hasStepPrice: Bool
            public let stepPriceBytes: RawSpan
            public let hasPackageDiscount: Bool
            public let packageDiscountBytes: RawSpan
            /// As last told. 0 is sold out; absent is not known.
            public let stock: UInt32?

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan()
                var field4 = RawSpan(), has4 = false
                var field5 = RawSpan(), has5 = false
                var field6 = RawSpan(), has6 = false
                var field7 = RawSpan(), has7 = false
                var field8 = RawSpan(), has8 = false
                var field9: UInt32? = nil
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // ticket_class_id
                        field1 = try reader.string()
                    case 18:  // show_id
                        field2 = try reader.string()
                    case 26:  // name
                        field3 = try reader.string()
                    case 34:  // face_price
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 42:  // settlement_price
                        guard !has5 else { throw reader.failure(.duplicate) }
                        has5 = true
                        field5 = try reader.lengthDelimited()
                    case 50:  // sell_price
                        guard !has6 else { throw reader.failure(.duplicate) }
                        has6 = true
                        field6 = try reader.lengthDelimited()
                    case 58:  // step_price
                        guard !has7 else { throw reader.failure(.duplicate) }
                        has7 = true
                        field7 = try reader.lengthDelimited()
                    case 66:  // package_discount
                        guard !has8 else { throw reader.failure(.duplicate) }
                        has8 = true
                        field8 = try reader.lengthDelimited()
                    case 72:  // stock
                        field9 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.ticketClassId = field1
                self.showId = field2
                self.name = field3
                self.hasFacePrice = has4
                self.facePriceBytes = field4
                self.hasSettlementPrice = has5
                self.settlementPriceBytes = field5
                self.hasSellPrice = has6
                self.sellPriceBytes = field6
                self.hasStepPrice = has7
                self.stepPriceBytes = field7
                self.hasPackageDiscount = has8
                self.packageDiscountBytes = field8
                self.stock = field9
            }

            /// What is printed on it, what the supplier is owed, what the distributor owes.
            @inlinable
            @_lifetime(copy self)
            public func facePrice() throws(ProtobufError) -> Proto.Money.View? {
                guard hasFacePrice else { return nil }
                return try Proto.Money.View(facePriceBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func settlementPrice() throws(ProtobufError) -> Proto.Money.View? {
                guard hasSettlementPrice else { return nil }
                return try Proto.Money.View(settlementPriceBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func sellPrice() throws(ProtobufError) -> Proto.Money.View? {
                guard hasSellPrice else { return nil }
                return try Proto.Money.View(sellPriceBytes)
            }

            /// Added and taken off per ticket, both in sell_price's currency.
            @inlinable
            @_lifetime(copy self)
            public func stepPrice() throws(ProtobufError) -> Proto.Money.View? {
                guard hasStepPrice else { return nil }
                return try Proto.Money.View(stepPriceBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func packageDiscount() throws(ProtobufError) -> Proto.Money.View? {
                guard hasPackageDiscount else { return nil }
                return try Proto.Money.View(packageDiscountBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try facePrice() { try inner.validate() }
                if let inner = try settlementPrice() { try inner.validate() }
                if let inner = try sellPrice() { try inner.validate() }
                if let inner = try stepPrice() { try inner.validate() }
                if let inner = try packageDiscount() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeTicketClassId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeTicketClassId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTicketClassId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeShowId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeShowId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endShowId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
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

        /// What is printed on it, what the supplier is owed, what the distributor owes.
        @inlinable
        public static func writeFacePrice<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endFacePrice(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeFacePrice(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeSettlementPrice<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endSettlementPrice(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeSettlementPrice(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writeSellPrice<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endSellPrice(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeSellPrice(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        /// Added and taken off per ticket, both in sell_price's currency.
        @inlinable
        public static func writeStepPrice<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 58, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endStepPrice(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 58, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeStepPrice(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 58, value)
        }

        @inlinable
        public static func writePackageDiscount<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 66, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endPackageDiscount(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 66, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writePackageDiscount(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 66, value)
        }

        /// As last told. 0 is sold out; absent is not known.
        @inlinable
        public static func writeStock(_ value: UInt32, to writer: inout ReverseWriter) {
            writer.varint(UInt64(value))
            writer.tag(72)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.TicketClass",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "ticket_class_id", json: "ticketClassId", .string),
                FieldDescriptor(2, "show_id", json: "showId", .string),
                FieldDescriptor(3, "name", json: "name", .string),
                FieldDescriptor(4, "face_price", json: "facePrice", .message({ Proto.Money.descriptor })),
                FieldDescriptor(5, "settlement_price", json: "settlementPrice", .message({ Proto.Money.descriptor })),
                FieldDescriptor(6, "sell_price", json: "sellPrice", .message({ Proto.Money.descriptor })),
                FieldDescriptor(7, "step_price", json: "stepPrice", .message({ Proto.Money.descriptor })),
                FieldDescriptor(8, "package_discount", json: "packageDiscount", .message({ Proto.Money.descriptor })),
                FieldDescriptor(9, "stock", json: "stock", .uint32, .optional),
            ])
    }
}

extension Proto {
    /// How a party is billed.
    public enum Contract {
        /// The fields of a Contract, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let contractId: RawSpan
            public let version: UInt64
            /// A distributor's receivable or a supplier's settlement.
            public let distributorId: RawSpan
            public let supplierId: RawSpan
            /// A number of `Proto.Contract.Period`, or one not known here.
            public let period: Int32
            /// IANA name. Periods begin and end at its midnight.
            public let timeZone: RawSpan
            @usableFromInline let zoneOffsetsStart: Int
            /// How many elements `zoneOffsets` has.
            public let zoneOffsetsCount: Int
            /// A statement closes so long after its period ends.
            public let graceMinutes: UInt32
            public let currency: RawSpan
            /// In hundredths of a percent of sell price + step price - package discount, kept by the distributor.
            public let commissionBasisPoints: UInt32
            public let hasValidFrom: Bool
            public let validFromBytes: RawSpan
            /// A distributor that has not reported a refund by then is escalated.
            public let refundReportMinutes: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: UInt64 = 0
                var field3 = RawSpan()
                var field4 = RawSpan()
                var field5: Int32 = 0
                var field6 = RawSpan()
                var field12Start = 0, field12Count = 0
                var field7: UInt32 = 0
                var field8 = RawSpan()
                var field9: UInt32 = 0
                var field10 = RawSpan(), has10 = false
                var field11: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // contract_id
                        field1 = try reader.string()
                    case 16:  // version
                        field2 = try reader.varint()
                    case 26:  // distributor_id
                        field3 = try reader.string()
                    case 34:  // supplier_id
                        field4 = try reader.string()
                    case 40:  // period
                        field5 = Int32(truncatingIfNeeded: try reader.varint())
                    case 50:  // time_zone
                        field6 = try reader.string()
                    case 98:  // zone_offsets
                        if field12Count == 0 { field12Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field12Count += 1
                    case 56:  // grace_minutes
                        field7 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 66:  // currency
                        field8 = try reader.string()
                    case 72:  // commission_basis_points
                        field9 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 82:  // valid_from
                        guard !has10 else { throw reader.failure(.duplicate) }
                        has10 = true
                        field10 = try reader.lengthDelimited()
                    case 88:  // refund_report_minutes
                        field11 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.contractId = field1
                self.version = field2
                self.distributorId = field3
                self.supplierId = field4
                self.period = field5
                self.timeZone = field6
                self.zoneOffsetsStart = field12Start
                self.zoneOffsetsCount = field12Count
                self.graceMinutes = field7
                self.currency = field8
                self.commissionBasisPoints = field9
                self.hasValidFrom = has10
                self.validFromBytes = field10
                self.refundReportMinutes = field11
            }

            /// The zone's offsets over the contract's life, filled in when the record is applied, so that a later time-zone
            /// update changes no replay.
            @inlinable
            public var zoneOffsets: Proto.Contract.ZoneOffset.List {
                @_lifetime(copy self)
                get { Proto.Contract.ZoneOffset.List(BytesList(rawBytes, tag: 98, start: zoneOffsetsStart, count: zoneOffsetsCount)) }
            }

            @inlinable
            @_lifetime(copy self)
            public func validFrom() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasValidFrom else { return nil }
                return try Proto.Timestamp.View(validFromBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                var list12 = zoneOffsets
                while let element = try list12.next() { try element.validate() }
                if let inner = try validFrom() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeContractId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeContractId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endContractId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeVersion(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(16)
        }

        /// A distributor's receivable or a supplier's settlement.
        @inlinable
        public static func writeDistributorId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeDistributorId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeSupplierId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeSupplierId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writePeriod(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(40)
        }

        @inlinable
        public static func writePeriod(_ value: Proto.Contract.Period, to writer: inout ReverseWriter) {
            writePeriod(value.rawValue, to: &writer)
        }

        /// IANA name. Periods begin and end at its midnight.
        @inlinable
        public static func writeTimeZone(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writeTimeZone(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTimeZone(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 50, mark)
        }

        /// The zone's offsets over the contract's life, filled in when the record is applied, so that a later time-zone
        /// update changes no replay.
        @inlinable
        public static func writeZoneOffsets<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 98, mark)
        }

        /// Ends the field whose Proto.Contract.ZoneOffset was written since the mark.
        @inlinable
        public static func endZoneOffsets(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 98, mark)
        }

        /// Copies a Proto.Contract.ZoneOffset that is bytes already.
        @inlinable
        public static func writeZoneOffsets(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 98, value)
        }

        /// A statement closes so long after its period ends.
        @inlinable
        public static func writeGraceMinutes(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(56)
        }

        @inlinable
        public static func writeCurrency(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 66, value)
        }

        @inlinable
        public static func writeCurrency(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 66, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endCurrency(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 66, mark)
        }

        /// In hundredths of a percent of sell price + step price - package discount, kept by the distributor.
        @inlinable
        public static func writeCommissionBasisPoints(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(72)
        }

        @inlinable
        public static func writeValidFrom<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 82, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endValidFrom(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 82, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeValidFrom(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 82, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeValidFrom(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 82, mark)
        }

        /// A distributor that has not reported a refund by then is escalated.
        @inlinable
        public static func writeRefundReportMinutes(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(88)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Contract",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "contract_id", json: "contractId", .string),
                FieldDescriptor(2, "version", json: "version", .uint64),
                FieldDescriptor(3, "distributor_id", json: "distributorId", .string),
                FieldDescriptor(4, "supplier_id", json: "supplierId", .string),
                FieldDescriptor(5, "period", json: "period", .enumeration({ Proto.Contract.Period.descriptor })),
                FieldDescriptor(6, "time_zone", json: "timeZone", .string),
                FieldDescriptor(7, "grace_minutes", json: "graceMinutes", .uint32),
                FieldDescriptor(8, "currency", json: "currency", .string),
                FieldDescriptor(9, "commission_basis_points", json: "commissionBasisPoints", .uint32),
                FieldDescriptor(10, "valid_from", json: "validFrom", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(11, "refund_report_minutes", json: "refundReportMinutes", .uint32),
                FieldDescriptor(12, "zone_offsets", json: "zoneOffsets", .message({ Proto.Contract.ZoneOffset.descriptor }), .repeated),
            ])
    }
}

extension Proto.Contract {
    public enum ZoneOffset {
        /// The fields of a ZoneOffset, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let hasFrom: Bool
            public let fromBytes: RawSpan
            public let utcOffsetSeconds: Int32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan(), has1 = false
                var field2: Int32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // from
                        guard !has1 else { throw reader.failure(.duplicate) }
                        has1 = true
                        field1 = try reader.lengthDelimited()
                    case 16:  // utc_offset_seconds
                        field2 = Int32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.hasFrom = has1
                self.fromBytes = field1
                self.utcOffsetSeconds = field2
            }

            @inlinable
            @_lifetime(copy self)
            public func from() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasFrom else { return nil }
                return try Proto.Timestamp.View(fromBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try from() { try inner.validate() }
            }
        }

        /// The elements of a repeated ZoneOffset, in the order of the bytes.
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
        public static func writeFrom<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endFrom(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeFrom(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeFrom(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeUtcOffsetSeconds(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Contract.ZoneOffset",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "from", json: "from", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(2, "utc_offset_seconds", json: "utcOffsetSeconds", .int32),
            ])
    }
}

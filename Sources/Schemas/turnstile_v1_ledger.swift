// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    @frozen public enum Book: Int32, Sendable, CaseIterable {
        case unspecified = 0
        /// What distributors owe. Topic `receivable-entries`.
        case receivable = 1
        /// What suppliers are owed. Topic `settlement-entries`.
        case settlement = 2

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.Book",
            values: [
                ("BOOK_UNSPECIFIED", 0),
                ("BOOK_RECEIVABLE", 1),
                ("BOOK_SETTLEMENT", 2),
            ])
    }
}

extension Proto {
    @frozen public enum EntryKind: Int32, Sendable, CaseIterable {
        case unspecified = 0
        /// Positive.
        case sale = 1
        /// Negative: the order was canceled.
        case cancellation = 2
        /// Negative: tickets were refunded.
        case refund = 3
        /// Negative: nothing was issued, so the sale is taken back.
        case issueFailure = 4
        /// Posted by a person, with a reason, never in place of another entry.
        case correction = 5

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.EntryKind",
            values: [
                ("ENTRY_KIND_UNSPECIFIED", 0),
                ("ENTRY_KIND_SALE", 1),
                ("ENTRY_KIND_CANCELLATION", 2),
                ("ENTRY_KIND_REFUND", 3),
                ("ENTRY_KIND_ISSUE_FAILURE", 4),
                ("ENTRY_KIND_CORRECTION", 5),
            ])
    }
}

extension Proto {
    /// The moment that decides which period an entry belongs to.
    @frozen public enum TimeBase: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case orderLocked = 1
        case orderCanceled = 2
        case ticketsIssued = 3
        case issueFailed = 4
        case supplierRefunded = 5
        case distributorRefunded = 6
        case correction = 7

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.TimeBase",
            values: [
                ("TIME_BASE_UNSPECIFIED", 0),
                ("TIME_BASE_ORDER_LOCKED", 1),
                ("TIME_BASE_ORDER_CANCELED", 2),
                ("TIME_BASE_TICKETS_ISSUED", 3),
                ("TIME_BASE_ISSUE_FAILED", 4),
                ("TIME_BASE_SUPPLIER_REFUNDED", 5),
                ("TIME_BASE_DISTRIBUTOR_REFUNDED", 6),
                ("TIME_BASE_CORRECTION", 7),
            ])
    }
}

extension Proto {
    @frozen public enum PriceComponent: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case ticket = 1
        case step = 2
        case packageDiscount = 3
        case postage = 4
        case commission = 5
        case penalty = 6

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.PriceComponent",
            values: [
                ("PRICE_COMPONENT_UNSPECIFIED", 0),
                ("PRICE_COMPONENT_TICKET", 1),
                ("PRICE_COMPONENT_STEP", 2),
                ("PRICE_COMPONENT_PACKAGE_DISCOUNT", 3),
                ("PRICE_COMPONENT_POSTAGE", 4),
                ("PRICE_COMPONENT_COMMISSION", 5),
                ("PRICE_COMPONENT_PENALTY", 6),
            ])
    }
}

extension Proto {
    /// Topics `receivable-entries` and `settlement-entries`, key = the order's key. Written once, never changed.
    /// Read with isolation.level=read_committed: aborted transactions leave records behind that never happened.
    public enum LedgerEntry {
        /// The fields of a LedgerEntry, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// `<key>/<book>/<kind>[/<refund_id>]` in lower case, for example `d001/42/receivable/refund/r1`: posting it
            /// twice is visible as the same id. Of a correction `<key>/<book>/correction/<action_id>`.
            public let entryId: RawSpan
            /// A number of `Proto.Book`, or one not known here.
            public let book: Int32
            /// A number of `Proto.EntryKind`, or one not known here.
            public let kind: Int32
            public let hasAmount: Bool
            public let amountBytes: RawSpan
            /// The distributor of a receivable, the supplier of a settlement entry.
            public let partyId: RawSpan
            public let distributorId: RawSpan
            public let distributorOrderId: RawSpan
            public let supplierId: RawSpan
            public let supplierOrderId: RawSpan
            public let refundId: RawSpan
            /// A number of `Proto.TimeBase`, or one not known here.
            public let timeBase: Int32
            public let hasEffectiveAt: Bool
            public let effectiveAtBytes: RawSpan
            public let hasRecordedAt: Bool
            public let recordedAtBytes: RawSpan
            /// The statement that this entry is in, and, if that was closed already, the one it would have been in.
            public let period: RawSpan
            public let originPeriod: RawSpan
            public let contractVersion: UInt64
            /// The entry that this one takes back, in whole or in part.
            public let reverses: RawSpan
            /// The order event that it comes from.
            public let eventId: RawSpan
            @usableFromInline let linesStart: Int
            /// How many elements `lines` has.
            public let linesCount: Int
            /// A number of `Proto.RefundMode`, or one not known here.
            public let refundMode: Int32
            public let contractId: RawSpan
            public let projectId: RawSpan
            public let showId: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: Int32 = 0
                var field3: Int32 = 0
                var field4 = RawSpan(), has4 = false
                var field5 = RawSpan()
                var field6 = RawSpan()
                var field7 = RawSpan()
                var field8 = RawSpan()
                var field9 = RawSpan()
                var field10 = RawSpan()
                var field11: Int32 = 0
                var field12 = RawSpan(), has12 = false
                var field13 = RawSpan(), has13 = false
                var field14 = RawSpan()
                var field15 = RawSpan()
                var field16: UInt64 = 0
                var field17 = RawSpan()
                var field18 = RawSpan()
                var field19Start = 0, field19Count = 0
                var field20: Int32 = 0
                var field21 = RawSpan()
                var field22 = RawSpan()
                var field23 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // entry_id
                        field1 = try reader.string()
                    case 16:  // book
                        field2 = Int32(truncatingIfNeeded: try reader.varint())
                    case 24:  // kind
                        field3 = Int32(truncatingIfNeeded: try reader.varint())
                    case 34:  // amount
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 42:  // party_id
                        field5 = try reader.string()
                    case 50:  // distributor_id
                        field6 = try reader.string()
                    case 58:  // distributor_order_id
                        field7 = try reader.string()
                    case 66:  // supplier_id
                        field8 = try reader.string()
                    case 74:  // supplier_order_id
                        field9 = try reader.string()
                    case 82:  // refund_id
                        field10 = try reader.string()
                    case 88:  // time_base
                        field11 = Int32(truncatingIfNeeded: try reader.varint())
                    case 98:  // effective_at
                        guard !has12 else { throw reader.failure(.duplicate) }
                        has12 = true
                        field12 = try reader.lengthDelimited()
                    case 106:  // recorded_at
                        guard !has13 else { throw reader.failure(.duplicate) }
                        has13 = true
                        field13 = try reader.lengthDelimited()
                    case 114:  // period
                        field14 = try reader.string()
                    case 122:  // origin_period
                        field15 = try reader.string()
                    case 128:  // contract_version
                        field16 = try reader.varint()
                    case 138:  // reverses
                        field17 = try reader.string()
                    case 146:  // event_id
                        field18 = try reader.string()
                    case 154:  // lines
                        if field19Count == 0 { field19Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field19Count += 1
                    case 160:  // refund_mode
                        field20 = Int32(truncatingIfNeeded: try reader.varint())
                    case 170:  // contract_id
                        field21 = try reader.string()
                    case 178:  // project_id
                        field22 = try reader.string()
                    case 186:  // show_id
                        field23 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.entryId = field1
                self.book = field2
                self.kind = field3
                self.hasAmount = has4
                self.amountBytes = field4
                self.partyId = field5
                self.distributorId = field6
                self.distributorOrderId = field7
                self.supplierId = field8
                self.supplierOrderId = field9
                self.refundId = field10
                self.timeBase = field11
                self.hasEffectiveAt = has12
                self.effectiveAtBytes = field12
                self.hasRecordedAt = has13
                self.recordedAtBytes = field13
                self.period = field14
                self.originPeriod = field15
                self.contractVersion = field16
                self.reverses = field17
                self.eventId = field18
                self.linesStart = field19Start
                self.linesCount = field19Count
                self.refundMode = field20
                self.contractId = field21
                self.projectId = field22
                self.showId = field23
            }

            /// Negative entries have a negative amount.
            @inlinable
            @_lifetime(copy self)
            public func amount() throws(ProtobufError) -> Proto.Money.View? {
                guard hasAmount else { return nil }
                return try Proto.Money.View(amountBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func effectiveAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasEffectiveAt else { return nil }
                return try Proto.Timestamp.View(effectiveAtBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func recordedAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasRecordedAt else { return nil }
                return try Proto.Timestamp.View(recordedAtBytes)
            }

            @inlinable
            public var lines: Proto.LedgerLine.List {
                @_lifetime(copy self)
                get { Proto.LedgerLine.List(BytesList(rawBytes, tag: 154, start: linesStart, count: linesCount)) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try amount() { try inner.validate() }
                if let inner = try effectiveAt() { try inner.validate() }
                if let inner = try recordedAt() { try inner.validate() }
                var list19 = lines
                while let element = try list19.next() { try element.validate() }
            }
        }

        /// `<key>/<book>/<kind>[/<refund_id>]` in lower case, for example `d001/42/receivable/refund/r1`: posting it
        /// twice is visible as the same id. Of a correction `<key>/<book>/correction/<action_id>`.
        @inlinable
        public static func writeEntryId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeEntryId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endEntryId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeBook(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeBook(_ value: Proto.Book, to writer: inout ReverseWriter) {
            writeBook(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeKind(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(24)
        }

        @inlinable
        public static func writeKind(_ value: Proto.EntryKind, to writer: inout ReverseWriter) {
            writeKind(value.rawValue, to: &writer)
        }

        /// Negative entries have a negative amount.
        @inlinable
        public static func writeAmount<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endAmount(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeAmount(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        /// The distributor of a receivable, the supplier of a settlement entry.
        @inlinable
        public static func writePartyId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writePartyId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endPartyId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        @inlinable
        public static func writeDistributorId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writeDistributorId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 50, mark)
        }

        @inlinable
        public static func writeDistributorOrderId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 58, value)
        }

        @inlinable
        public static func writeDistributorOrderId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 58, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorOrderId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 58, mark)
        }

        @inlinable
        public static func writeSupplierId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 66, value)
        }

        @inlinable
        public static func writeSupplierId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 66, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 66, mark)
        }

        @inlinable
        public static func writeSupplierOrderId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 74, value)
        }

        @inlinable
        public static func writeSupplierOrderId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 74, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierOrderId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 74, mark)
        }

        @inlinable
        public static func writeRefundId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 82, value)
        }

        @inlinable
        public static func writeRefundId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 82, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endRefundId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 82, mark)
        }

        @inlinable
        public static func writeTimeBase(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(88)
        }

        @inlinable
        public static func writeTimeBase(_ value: Proto.TimeBase, to writer: inout ReverseWriter) {
            writeTimeBase(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeEffectiveAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 98, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endEffectiveAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 98, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeEffectiveAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 98, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeEffectiveAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 98, mark)
        }

        @inlinable
        public static func writeRecordedAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 106, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endRecordedAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 106, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeRecordedAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 106, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeRecordedAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 106, mark)
        }

        /// The statement that this entry is in, and, if that was closed already, the one it would have been in.
        @inlinable
        public static func writePeriod(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 114, value)
        }

        @inlinable
        public static func writePeriod(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 114, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endPeriod(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 114, mark)
        }

        @inlinable
        public static func writeOriginPeriod(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 122, value)
        }

        @inlinable
        public static func writeOriginPeriod(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 122, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endOriginPeriod(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 122, mark)
        }

        @inlinable
        public static func writeContractVersion(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(128)
        }

        /// The entry that this one takes back, in whole or in part.
        @inlinable
        public static func writeReverses(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 138, value)
        }

        @inlinable
        public static func writeReverses(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 138, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endReverses(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 138, mark)
        }

        /// The order event that it comes from.
        @inlinable
        public static func writeEventId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 146, value)
        }

        @inlinable
        public static func writeEventId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 146, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endEventId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 146, mark)
        }

        @inlinable
        public static func writeLines<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 154, mark)
        }

        /// Ends the field whose Proto.LedgerLine was written since the mark.
        @inlinable
        public static func endLines(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 154, mark)
        }

        /// Copies a Proto.LedgerLine that is bytes already.
        @inlinable
        public static func writeLines(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 154, value)
        }

        @inlinable
        public static func writeRefundMode(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(160)
        }

        @inlinable
        public static func writeRefundMode(_ value: Proto.RefundMode, to writer: inout ReverseWriter) {
            writeRefundMode(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeContractId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 170, value)
        }

        @inlinable
        public static func writeContractId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 170, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endContractId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 170, mark)
        }

        @inlinable
        public static func writeProjectId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 178, value)
        }

        @inlinable
        public static func writeProjectId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 178, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endProjectId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 178, mark)
        }

        @inlinable
        public static func writeShowId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 186, value)
        }

        @inlinable
        public static func writeShowId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 186, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endShowId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 186, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.LedgerEntry",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "entry_id", json: "entryId", .string),
                FieldDescriptor(2, "book", json: "book", .enumeration({ Proto.Book.descriptor })),
                FieldDescriptor(3, "kind", json: "kind", .enumeration({ Proto.EntryKind.descriptor })),
                FieldDescriptor(4, "amount", json: "amount", .message({ Proto.Money.descriptor })),
                FieldDescriptor(5, "party_id", json: "partyId", .string),
                FieldDescriptor(6, "distributor_id", json: "distributorId", .string),
                FieldDescriptor(7, "distributor_order_id", json: "distributorOrderId", .string),
                FieldDescriptor(8, "supplier_id", json: "supplierId", .string),
                FieldDescriptor(9, "supplier_order_id", json: "supplierOrderId", .string),
                FieldDescriptor(10, "refund_id", json: "refundId", .string),
                FieldDescriptor(11, "time_base", json: "timeBase", .enumeration({ Proto.TimeBase.descriptor })),
                FieldDescriptor(12, "effective_at", json: "effectiveAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(13, "recorded_at", json: "recordedAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(14, "period", json: "period", .string),
                FieldDescriptor(15, "origin_period", json: "originPeriod", .string),
                FieldDescriptor(16, "contract_version", json: "contractVersion", .uint64),
                FieldDescriptor(17, "reverses", json: "reverses", .string),
                FieldDescriptor(18, "event_id", json: "eventId", .string),
                FieldDescriptor(19, "lines", json: "lines", .message({ Proto.LedgerLine.descriptor }), .repeated),
                FieldDescriptor(20, "refund_mode", json: "refundMode", .enumeration({ Proto.RefundMode.descriptor })),
                FieldDescriptor(21, "contract_id", json: "contractId", .string),
                FieldDescriptor(22, "project_id", json: "projectId", .string),
                FieldDescriptor(23, "show_id", json: "showId", .string),
            ])
    }
}

extension Proto {
    /// The lines of an entry add up to its amount.
    public enum LedgerLine {
        /// The fields of a LedgerLine, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// Absent for what belongs to the whole order.
            public let ticket: UInt32?
            /// A number of `Proto.PriceComponent`, or one not known here.
            public let component: Int32
            public let minorUnits: Int64
            public let ticketClassId: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt32? = nil
                var field2: Int32 = 0
                var field3: Int64 = 0
                var field4 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // ticket
                        field1 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 16:  // component
                        field2 = Int32(truncatingIfNeeded: try reader.varint())
                    case 24:  // minor_units
                        field3 = Int64(bitPattern: try reader.varint())
                    case 34:  // ticket_class_id
                        field4 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.ticket = field1
                self.component = field2
                self.minorUnits = field3
                self.ticketClassId = field4
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated LedgerLine, in the order of the bytes.
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

        /// Absent for what belongs to the whole order.
        @inlinable
        public static func writeTicket(_ value: UInt32, to writer: inout ReverseWriter) {
            writer.varint(UInt64(value))
            writer.tag(8)
        }

        @inlinable
        public static func writeComponent(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeComponent(_ value: Proto.PriceComponent, to writer: inout ReverseWriter) {
            writeComponent(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeMinorUnits(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(24)
        }

        @inlinable
        public static func writeTicketClassId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeTicketClassId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTicketClassId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.LedgerLine",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "ticket", json: "ticket", .uint32, .optional),
                FieldDescriptor(2, "component", json: "component", .enumeration({ Proto.PriceComponent.descriptor })),
                FieldDescriptor(3, "minor_units", json: "minorUnits", .int64),
                FieldDescriptor(4, "ticket_class_id", json: "ticketClassId", .string),
            ])
    }
}

extension Proto {
    /// Topic `statements`, key `<book>/<party_id>/<period>`.
    public enum Statement {
        /// The fields of a Statement, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let statementId: RawSpan
            /// A number of `Proto.Book`, or one not known here.
            public let book: Int32
            public let partyId: RawSpan
            public let period: RawSpan
            public let hasFrom: Bool
            public let fromBytes: RawSpan
            public let hasUntil: Bool
            public let untilBytes: RawSpan
            public let timeZone: RawSpan
            public let currency: RawSpan
            public let openingMinorUnits: Int64
            public let positiveCount: UInt64
            public let positiveMinorUnits: Int64
            public let negativeCount: UInt64
            public let negativeMinorUnits: Int64
            /// Of these, entries that would have been in an earlier, closed statement.
            public let adjustmentCount: UInt64
            public let adjustmentMinorUnits: Int64
            public let closingMinorUnits: Int64
            /// SHA-256 over the entries as protobuf with fields in ascending order, in the order of entry_id, and over the
            /// statement before.
            public let entriesDigest: RawSpan
            public let previousDigest: RawSpan
            public let hasClosedAt: Bool
            public let closedAtBytes: RawSpan
            /// The movement of this period: what is to be paid for it.
            public let dueMinorUnits: Int64
            public let contractId: RawSpan
            /// What is open at the close and may still move money, by count.
            public let fixingCount: UInt64
            public let refundingCount: UInt64
            public let undatedCount: UInt64

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: Int32 = 0
                var field3 = RawSpan()
                var field4 = RawSpan()
                var field5 = RawSpan(), has5 = false
                var field6 = RawSpan(), has6 = false
                var field7 = RawSpan()
                var field8 = RawSpan()
                var field9: Int64 = 0
                var field10: UInt64 = 0
                var field11: Int64 = 0
                var field12: UInt64 = 0
                var field13: Int64 = 0
                var field14: UInt64 = 0
                var field15: Int64 = 0
                var field16: Int64 = 0
                var field17 = RawSpan()
                var field18 = RawSpan()
                var field19 = RawSpan(), has19 = false
                var field20: Int64 = 0
                var field21 = RawSpan()
                var field22: UInt64 = 0
                var field23: UInt64 = 0
                var field24: UInt64 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // statement_id
                        field1 = try reader.string()
                    case 16:  // book
                        field2 = Int32(truncatingIfNeeded: try reader.varint())
                    case 26:  // party_id
                        field3 = try reader.string()
                    case 34:  // period
                        field4 = try reader.string()
                    case 42:  // from
                        guard !has5 else { throw reader.failure(.duplicate) }
                        has5 = true
                        field5 = try reader.lengthDelimited()
                    case 50:  // until
                        guard !has6 else { throw reader.failure(.duplicate) }
                        has6 = true
                        field6 = try reader.lengthDelimited()
                    case 58:  // time_zone
                        field7 = try reader.string()
                    case 66:  // currency
                        field8 = try reader.string()
                    case 72:  // opening_minor_units
                        field9 = Int64(bitPattern: try reader.varint())
                    case 80:  // positive_count
                        field10 = try reader.varint()
                    case 88:  // positive_minor_units
                        field11 = Int64(bitPattern: try reader.varint())
                    case 96:  // negative_count
                        field12 = try reader.varint()
                    case 104:  // negative_minor_units
                        field13 = Int64(bitPattern: try reader.varint())
                    case 112:  // adjustment_count
                        field14 = try reader.varint()
                    case 120:  // adjustment_minor_units
                        field15 = Int64(bitPattern: try reader.varint())
                    case 128:  // closing_minor_units
                        field16 = Int64(bitPattern: try reader.varint())
                    case 138:  // entries_digest
                        field17 = try reader.lengthDelimited()
                    case 146:  // previous_digest
                        field18 = try reader.lengthDelimited()
                    case 154:  // closed_at
                        guard !has19 else { throw reader.failure(.duplicate) }
                        has19 = true
                        field19 = try reader.lengthDelimited()
                    case 160:  // due_minor_units
                        field20 = Int64(bitPattern: try reader.varint())
                    case 170:  // contract_id
                        field21 = try reader.string()
                    case 176:  // fixing_count
                        field22 = try reader.varint()
                    case 184:  // refunding_count
                        field23 = try reader.varint()
                    case 192:  // undated_count
                        field24 = try reader.varint()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.statementId = field1
                self.book = field2
                self.partyId = field3
                self.period = field4
                self.hasFrom = has5
                self.fromBytes = field5
                self.hasUntil = has6
                self.untilBytes = field6
                self.timeZone = field7
                self.currency = field8
                self.openingMinorUnits = field9
                self.positiveCount = field10
                self.positiveMinorUnits = field11
                self.negativeCount = field12
                self.negativeMinorUnits = field13
                self.adjustmentCount = field14
                self.adjustmentMinorUnits = field15
                self.closingMinorUnits = field16
                self.entriesDigest = field17
                self.previousDigest = field18
                self.hasClosedAt = has19
                self.closedAtBytes = field19
                self.dueMinorUnits = field20
                self.contractId = field21
                self.fixingCount = field22
                self.refundingCount = field23
                self.undatedCount = field24
            }

            @inlinable
            @_lifetime(copy self)
            public func from() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasFrom else { return nil }
                return try Proto.Timestamp.View(fromBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func until() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasUntil else { return nil }
                return try Proto.Timestamp.View(untilBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func closedAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasClosedAt else { return nil }
                return try Proto.Timestamp.View(closedAtBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try from() { try inner.validate() }
                if let inner = try until() { try inner.validate() }
                if let inner = try closedAt() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeStatementId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeStatementId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endStatementId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeBook(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeBook(_ value: Proto.Book, to writer: inout ReverseWriter) {
            writeBook(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writePartyId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writePartyId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endPartyId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writePeriod(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writePeriod(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endPeriod(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeFrom<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endFrom(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeFrom(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeFrom(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 42, mark)
        }

        @inlinable
        public static func writeUntil<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endUntil(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeUntil(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeUntil(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 50, mark)
        }

        @inlinable
        public static func writeTimeZone(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 58, value)
        }

        @inlinable
        public static func writeTimeZone(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 58, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTimeZone(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 58, mark)
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

        @inlinable
        public static func writeOpeningMinorUnits(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(72)
        }

        @inlinable
        public static func writePositiveCount(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(80)
        }

        @inlinable
        public static func writePositiveMinorUnits(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(88)
        }

        @inlinable
        public static func writeNegativeCount(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(96)
        }

        @inlinable
        public static func writeNegativeMinorUnits(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(104)
        }

        /// Of these, entries that would have been in an earlier, closed statement.
        @inlinable
        public static func writeAdjustmentCount(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(112)
        }

        @inlinable
        public static func writeAdjustmentMinorUnits(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(120)
        }

        @inlinable
        public static func writeClosingMinorUnits(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(128)
        }

        /// SHA-256 over the entries as protobuf with fields in ascending order, in the order of entry_id, and over the
        /// statement before.
        @inlinable
        public static func writeEntriesDigest(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 138, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endEntriesDigest(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 138, mark)
        }

        @inlinable
        public static func writePreviousDigest(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 146, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endPreviousDigest(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 146, mark)
        }

        @inlinable
        public static func writeClosedAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 154, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endClosedAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 154, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeClosedAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 154, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeClosedAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 154, mark)
        }

        /// The movement of this period: what is to be paid for it.
        @inlinable
        public static func writeDueMinorUnits(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(160)
        }

        @inlinable
        public static func writeContractId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 170, value)
        }

        @inlinable
        public static func writeContractId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 170, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endContractId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 170, mark)
        }

        /// What is open at the close and may still move money, by count.
        @inlinable
        public static func writeFixingCount(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(176)
        }

        @inlinable
        public static func writeRefundingCount(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(184)
        }

        @inlinable
        public static func writeUndatedCount(_ value: UInt64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(value)
            writer.tag(192)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Statement",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "statement_id", json: "statementId", .string),
                FieldDescriptor(2, "book", json: "book", .enumeration({ Proto.Book.descriptor })),
                FieldDescriptor(3, "party_id", json: "partyId", .string),
                FieldDescriptor(4, "period", json: "period", .string),
                FieldDescriptor(5, "from", json: "from", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(6, "until", json: "until", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(7, "time_zone", json: "timeZone", .string),
                FieldDescriptor(8, "currency", json: "currency", .string),
                FieldDescriptor(9, "opening_minor_units", json: "openingMinorUnits", .int64),
                FieldDescriptor(10, "positive_count", json: "positiveCount", .uint64),
                FieldDescriptor(11, "positive_minor_units", json: "positiveMinorUnits", .int64),
                FieldDescriptor(12, "negative_count", json: "negativeCount", .uint64),
                FieldDescriptor(13, "negative_minor_units", json: "negativeMinorUnits", .int64),
                FieldDescriptor(14, "adjustment_count", json: "adjustmentCount", .uint64),
                FieldDescriptor(15, "adjustment_minor_units", json: "adjustmentMinorUnits", .int64),
                FieldDescriptor(16, "closing_minor_units", json: "closingMinorUnits", .int64),
                FieldDescriptor(17, "entries_digest", json: "entriesDigest", .bytes),
                FieldDescriptor(18, "previous_digest", json: "previousDigest", .bytes),
                FieldDescriptor(19, "closed_at", json: "closedAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(20, "due_minor_units", json: "dueMinorUnits", .int64),
                FieldDescriptor(21, "contract_id", json: "contractId", .string),
                FieldDescriptor(22, "fixing_count", json: "fixingCount", .uint64),
                FieldDescriptor(23, "refunding_count", json: "refundingCount", .uint64),
                FieldDescriptor(24, "undated_count", json: "undatedCount", .uint64),
            ])
    }
}

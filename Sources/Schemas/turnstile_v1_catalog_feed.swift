// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    /// Topic `catalog-feed`, key `<account_id>/<field name>/<id>`: what one distributor may see now. A record without a
    /// value takes it back: the grant ended, the account is suspended, or the thing is gone.
    public enum CatalogItem {
        /// Which field of `item` is set; the raw value is its number.
        @frozen public enum ItemCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case project = 10
            case show = 11
            case ticketOffer = 12
        }

        /// The fields of a CatalogItem, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// The directory's version that it comes from: the offset of its last record.
            public let directoryVersion: Int64
            public let hasVisibleUntil: Bool
            public let visibleUntilBytes: RawSpan
            public let itemCase: ItemCase
            /// The set field's bytes, whichever it is.
            public let itemBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int64 = 0
                var field2 = RawSpan(), has2 = false
                var itemCase = ItemCase.notSet
                var itemBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // directory_version
                        field1 = Int64(bitPattern: try reader.varint())
                    case 18:  // visible_until
                        guard !has2 else { throw reader.failure(.duplicate) }
                        has2 = true
                        field2 = try reader.lengthDelimited()
                    case 82:  // project
                        guard itemCase == .notSet else { throw reader.failure(.duplicate) }
                        itemCase = .project
                        itemBytes = try reader.lengthDelimited()
                    case 90:  // show
                        guard itemCase == .notSet else { throw reader.failure(.duplicate) }
                        itemCase = .show
                        itemBytes = try reader.lengthDelimited()
                    case 98:  // ticket_offer
                        guard itemCase == .notSet else { throw reader.failure(.duplicate) }
                        itemCase = .ticketOffer
                        itemBytes = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.directoryVersion = field1
                self.hasVisibleUntil = has2
                self.visibleUntilBytes = field2
                self.itemCase = itemCase
                self.itemBytes = itemBytes
            }

            @inlinable
            @_lifetime(copy self)
            public func visibleUntil() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasVisibleUntil else { return nil }
                return try Proto.Timestamp.View(visibleUntilBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func project() throws(ProtobufError) -> Proto.Project.View? {
                guard itemCase == .project else { return nil }
                return try Proto.Project.View(itemBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func show() throws(ProtobufError) -> Proto.Show.View? {
                guard itemCase == .show else { return nil }
                return try Proto.Show.View(itemBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func ticketOffer() throws(ProtobufError) -> Proto.TicketOffer.View? {
                guard itemCase == .ticketOffer else { return nil }
                return try Proto.TicketOffer.View(itemBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try visibleUntil() { try inner.validate() }
                switch itemCase {
                case .project: try Proto.Project.View(itemBytes).validate()
                case .show: try Proto.Show.View(itemBytes).validate()
                case .ticketOffer: try Proto.TicketOffer.View(itemBytes).validate()
                case .notSet: break
                }
            }
        }

        /// The directory's version that it comes from: the offset of its last record.
        @inlinable
        public static func writeDirectoryVersion(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeVisibleUntil<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endVisibleUntil(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeVisibleUntil(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeVisibleUntil(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeProject<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 82, mark)
        }

        /// Ends the field whose Proto.Project was written since the mark.
        @inlinable
        public static func endProject(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 82, mark)
        }

        /// Copies a Proto.Project that is bytes already.
        @inlinable
        public static func writeProject(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 82, value)
        }

        @inlinable
        public static func writeShow<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 90, mark)
        }

        /// Ends the field whose Proto.Show was written since the mark.
        @inlinable
        public static func endShow(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 90, mark)
        }

        /// Copies a Proto.Show that is bytes already.
        @inlinable
        public static func writeShow(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 90, value)
        }

        @inlinable
        public static func writeTicketOffer<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 98, mark)
        }

        /// Ends the field whose Proto.TicketOffer was written since the mark.
        @inlinable
        public static func endTicketOffer(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 98, mark)
        }

        /// Copies a Proto.TicketOffer that is bytes already.
        @inlinable
        public static func writeTicketOffer(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 98, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.CatalogItem",
            oneofs: ["item"],
            fields: [
                FieldDescriptor(1, "directory_version", json: "directoryVersion", .int64),
                FieldDescriptor(2, "visible_until", json: "visibleUntil", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(10, "project", json: "project", .message({ Proto.Project.descriptor }), oneof: 0),
                FieldDescriptor(11, "show", json: "show", .message({ Proto.Show.descriptor }), oneof: 0),
                FieldDescriptor(12, "ticket_offer", json: "ticketOffer", .message({ Proto.TicketOffer.descriptor }), oneof: 0),
            ])
    }
}

extension Proto {
    /// A ticket class without what the supplier is owed, and with all that makes up expected_total.
    public enum TicketOffer {
        /// The fields of a TicketOffer, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let ticketClassId: RawSpan
            public let showId: RawSpan
            public let name: RawSpan
            public let hasFacePrice: Bool
            public let facePriceBytes: RawSpan
            public let hasSellPrice: Bool
            public let sellPriceBytes: RawSpan
            public let hasStepPrice: Bool
            public let stepPriceBytes: RawSpan
            public let hasPackageDiscount: Bool
            public let packageDiscountBytes: RawSpan
            public let commissionBasisPoints: UInt32
            public let stock: UInt32?
            public let mayOrder: Bool

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
                var field8: UInt32 = 0
                var field9: UInt32? = nil
                var field10 = false
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
                    case 42:  // sell_price
                        guard !has5 else { throw reader.failure(.duplicate) }
                        has5 = true
                        field5 = try reader.lengthDelimited()
                    case 50:  // step_price
                        guard !has6 else { throw reader.failure(.duplicate) }
                        has6 = true
                        field6 = try reader.lengthDelimited()
                    case 58:  // package_discount
                        guard !has7 else { throw reader.failure(.duplicate) }
                        has7 = true
                        field7 = try reader.lengthDelimited()
                    case 64:  // commission_basis_points
                        field8 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 72:  // stock
                        field9 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 80:  // may_order
                        field10 = try reader.varint() != 0
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.ticketClassId = field1
                self.showId = field2
                self.name = field3
                self.hasFacePrice = has4
                self.facePriceBytes = field4
                self.hasSellPrice = has5
                self.sellPriceBytes = field5
                self.hasStepPrice = has6
                self.stepPriceBytes = field6
                self.hasPackageDiscount = has7
                self.packageDiscountBytes = field7
                self.commissionBasisPoints = field8
                self.stock = field9
                self.mayOrder = field10
            }

            @inlinable
            @_lifetime(copy self)
            public func facePrice() throws(ProtobufError) -> Proto.Money.View? {
                guard hasFacePrice else { return nil }
                return try Proto.Money.View(facePriceBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func sellPrice() throws(ProtobufError) -> Proto.Money.View? {
                guard hasSellPrice else { return nil }
                return try Proto.Money.View(sellPriceBytes)
            }

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
        public static func writeSellPrice<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endSellPrice(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeSellPrice(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writeStepPrice<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endStepPrice(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeStepPrice(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writePackageDiscount<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 58, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endPackageDiscount(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 58, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writePackageDiscount(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 58, value)
        }

        @inlinable
        public static func writeCommissionBasisPoints(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(64)
        }

        @inlinable
        public static func writeStock(_ value: UInt32, to writer: inout ReverseWriter) {
            writer.varint(UInt64(value))
            writer.tag(72)
        }

        @inlinable
        public static func writeMayOrder(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(80)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.TicketOffer",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "ticket_class_id", json: "ticketClassId", .string),
                FieldDescriptor(2, "show_id", json: "showId", .string),
                FieldDescriptor(3, "name", json: "name", .string),
                FieldDescriptor(4, "face_price", json: "facePrice", .message({ Proto.Money.descriptor })),
                FieldDescriptor(5, "sell_price", json: "sellPrice", .message({ Proto.Money.descriptor })),
                FieldDescriptor(6, "step_price", json: "stepPrice", .message({ Proto.Money.descriptor })),
                FieldDescriptor(7, "package_discount", json: "packageDiscount", .message({ Proto.Money.descriptor })),
                FieldDescriptor(8, "commission_basis_points", json: "commissionBasisPoints", .uint32),
                FieldDescriptor(9, "stock", json: "stock", .uint32, .optional),
                FieldDescriptor(10, "may_order", json: "mayOrder", .bool),
            ])
    }
}

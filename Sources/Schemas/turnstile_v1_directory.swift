// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    @frozen public enum Permission: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case read = 1
        case order = 2
        case refund = 3

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.Permission",
            values: [
                ("PERMISSION_UNSPECIFIED", 0),
                ("PERMISSION_READ", 1),
                ("PERMISSION_ORDER", 2),
                ("PERMISSION_REFUND", 3),
            ])
    }
}

extension Proto.Settings {
    /// Of the outputs' values.
    @frozen public enum Format: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case protobuf = 1
        case json = 2

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.Settings.Format",
            values: [
                ("FORMAT_UNSPECIFIED", 0),
                ("FORMAT_PROTOBUF", 1),
                ("FORMAT_JSON", 2),
            ])
    }
}

extension Proto.SigningKey {
    @frozen public enum Algorithm: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case hmacSha256 = 1
        case ed25519 = 2

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.SigningKey.Algorithm",
            values: [
                ("ALGORITHM_UNSPECIFIED", 0),
                ("ALGORITHM_HMAC_SHA256", 1),
                ("ALGORITHM_ED25519", 2),
            ])
    }
}

extension Proto.Contract {
    @frozen public enum Period: Int32, Sendable, CaseIterable {
        case unspecified = 0
        case day = 1
        case week = 2
        case halfMonth = 3
        case month = 4

        public static let descriptor = EnumDescriptor(
            name: "turnstile.v1.Contract.Period",
            values: [
                ("PERIOD_UNSPECIFIED", 0),
                ("PERIOD_DAY", 1),
                ("PERIOD_WEEK", 2),
                ("PERIOD_HALF_MONTH", 3),
                ("PERIOD_MONTH", 4),
            ])
    }
}

extension Proto {
    /// Topic `directory`: one partition, so that one offset names one version of everything in it. Key
    /// `<field name>/<id>`, for example `account/d001` or `ticket_class/t7`; a record without a value removes it.
    /// Not signed: the broker's ACLs guard the topic.
    public enum DirectoryRecord {
        /// Which field of `record` is set; the raw value is its number.
        @frozen public enum RecordCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case account = 1
            case grant = 2
            case supplier = 3
            case project = 4
            case show = 5
            case ticketClass = 6
            case contract = 7
            case settings = 8
        }

        /// The fields of a DirectoryRecord, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let changedBy: RawSpan
            public let reason: RawSpan
            public let recordCase: RecordCase
            /// The set field's bytes, whichever it is.
            public let recordBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field20 = RawSpan()
                var field21 = RawSpan()
                var recordCase = RecordCase.notSet
                var recordBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // account
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .account
                        recordBytes = try reader.lengthDelimited()
                    case 18:  // grant
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .grant
                        recordBytes = try reader.lengthDelimited()
                    case 26:  // supplier
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .supplier
                        recordBytes = try reader.lengthDelimited()
                    case 34:  // project
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .project
                        recordBytes = try reader.lengthDelimited()
                    case 42:  // show
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .show
                        recordBytes = try reader.lengthDelimited()
                    case 50:  // ticket_class
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .ticketClass
                        recordBytes = try reader.lengthDelimited()
                    case 58:  // contract
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .contract
                        recordBytes = try reader.lengthDelimited()
                    case 66:  // settings
                        guard recordCase == .notSet else { throw reader.failure(.duplicate) }
                        recordCase = .settings
                        recordBytes = try reader.lengthDelimited()
                    case 162:  // changed_by
                        field20 = try reader.string()
                    case 170:  // reason
                        field21 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.changedBy = field20
                self.reason = field21
                self.recordCase = recordCase
                self.recordBytes = recordBytes
            }

            @inlinable
            @_lifetime(copy self)
            public func account() throws(ProtobufError) -> Proto.Account.View? {
                guard recordCase == .account else { return nil }
                return try Proto.Account.View(recordBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func grant() throws(ProtobufError) -> Proto.Grant.View? {
                guard recordCase == .grant else { return nil }
                return try Proto.Grant.View(recordBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func supplier() throws(ProtobufError) -> Proto.Supplier.View? {
                guard recordCase == .supplier else { return nil }
                return try Proto.Supplier.View(recordBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func project() throws(ProtobufError) -> Proto.Project.View? {
                guard recordCase == .project else { return nil }
                return try Proto.Project.View(recordBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func show() throws(ProtobufError) -> Proto.Show.View? {
                guard recordCase == .show else { return nil }
                return try Proto.Show.View(recordBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func ticketClass() throws(ProtobufError) -> Proto.TicketClass.View? {
                guard recordCase == .ticketClass else { return nil }
                return try Proto.TicketClass.View(recordBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func contract() throws(ProtobufError) -> Proto.Contract.View? {
                guard recordCase == .contract else { return nil }
                return try Proto.Contract.View(recordBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func settings() throws(ProtobufError) -> Proto.Settings.View? {
                guard recordCase == .settings else { return nil }
                return try Proto.Settings.View(recordBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                switch recordCase {
                case .account: try Proto.Account.View(recordBytes).validate()
                case .grant: try Proto.Grant.View(recordBytes).validate()
                case .supplier: try Proto.Supplier.View(recordBytes).validate()
                case .project: try Proto.Project.View(recordBytes).validate()
                case .show: try Proto.Show.View(recordBytes).validate()
                case .ticketClass: try Proto.TicketClass.View(recordBytes).validate()
                case .contract: try Proto.Contract.View(recordBytes).validate()
                case .settings: try Proto.Settings.View(recordBytes).validate()
                case .notSet: break
                }
            }
        }

        @inlinable
        public static func writeAccount<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 10, mark)
        }

        /// Ends the field whose Proto.Account was written since the mark.
        @inlinable
        public static func endAccount(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 10, mark)
        }

        /// Copies a Proto.Account that is bytes already.
        @inlinable
        public static func writeAccount(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeGrant<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Grant was written since the mark.
        @inlinable
        public static func endGrant(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Grant that is bytes already.
        @inlinable
        public static func writeGrant(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeSupplier<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Supplier was written since the mark.
        @inlinable
        public static func endSupplier(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Supplier that is bytes already.
        @inlinable
        public static func writeSupplier(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeProject<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Project was written since the mark.
        @inlinable
        public static func endProject(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Project that is bytes already.
        @inlinable
        public static func writeProject(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeShow<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose Proto.Show was written since the mark.
        @inlinable
        public static func endShow(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a Proto.Show that is bytes already.
        @inlinable
        public static func writeShow(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writeTicketClass<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose Proto.TicketClass was written since the mark.
        @inlinable
        public static func endTicketClass(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a Proto.TicketClass that is bytes already.
        @inlinable
        public static func writeTicketClass(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writeContract<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 58, mark)
        }

        /// Ends the field whose Proto.Contract was written since the mark.
        @inlinable
        public static func endContract(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 58, mark)
        }

        /// Copies a Proto.Contract that is bytes already.
        @inlinable
        public static func writeContract(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 58, value)
        }

        @inlinable
        public static func writeSettings<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 66, mark)
        }

        /// Ends the field whose Proto.Settings was written since the mark.
        @inlinable
        public static func endSettings(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 66, mark)
        }

        /// Copies a Proto.Settings that is bytes already.
        @inlinable
        public static func writeSettings(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 66, value)
        }

        @inlinable
        public static func writeChangedBy(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 162, value)
        }

        @inlinable
        public static func writeChangedBy(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 162, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endChangedBy(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 162, mark)
        }

        @inlinable
        public static func writeReason(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 170, value)
        }

        @inlinable
        public static func writeReason(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 170, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endReason(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 170, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.DirectoryRecord",
            oneofs: ["record"],
            fields: [
                FieldDescriptor(1, "account", json: "account", .message({ Proto.Account.descriptor }), oneof: 0),
                FieldDescriptor(2, "grant", json: "grant", .message({ Proto.Grant.descriptor }), oneof: 0),
                FieldDescriptor(3, "supplier", json: "supplier", .message({ Proto.Supplier.descriptor }), oneof: 0),
                FieldDescriptor(4, "project", json: "project", .message({ Proto.Project.descriptor }), oneof: 0),
                FieldDescriptor(5, "show", json: "show", .message({ Proto.Show.descriptor }), oneof: 0),
                FieldDescriptor(6, "ticket_class", json: "ticketClass", .message({ Proto.TicketClass.descriptor }), oneof: 0),
                FieldDescriptor(7, "contract", json: "contract", .message({ Proto.Contract.descriptor }), oneof: 0),
                FieldDescriptor(8, "settings", json: "settings", .message({ Proto.Settings.descriptor }), oneof: 0),
                FieldDescriptor(20, "changed_by", json: "changedBy", .string),
                FieldDescriptor(21, "reason", json: "reason", .string),
            ])
    }
}

extension Proto {
    /// Key `settings/engine`: all that shapes what is written, so that every instance and every replay writes the same.
    public enum Settings {
        /// The fields of a Settings, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let ruleVersion: UInt32
            /// CloudEvents headers on events, requests and entries.
            public let cloudevents: Bool
            /// A number of `Proto.Settings.Format`, or one not known here.
            public let format: Int32
            /// After the show's start or the last change, whichever is later. 0 = 400.
            public let retentionDays: UInt32
            /// After that: until then a removed order's stub still knows its refunds and its id. 0 = 400.
            public let forgetAfterDays: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: UInt32 = 0
                var field2 = false
                var field3: Int32 = 0
                var field4: UInt32 = 0
                var field5: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // rule_version
                        field1 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 16:  // cloudevents
                        field2 = try reader.varint() != 0
                    case 24:  // format
                        field3 = Int32(truncatingIfNeeded: try reader.varint())
                    case 32:  // retention_days
                        field4 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 40:  // forget_after_days
                        field5 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.ruleVersion = field1
                self.cloudevents = field2
                self.format = field3
                self.retentionDays = field4
                self.forgetAfterDays = field5
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        @inlinable
        public static func writeRuleVersion(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(8)
        }

        /// CloudEvents headers on events, requests and entries.
        @inlinable
        public static func writeCloudevents(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(16)
        }

        @inlinable
        public static func writeFormat(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(24)
        }

        @inlinable
        public static func writeFormat(_ value: Proto.Settings.Format, to writer: inout ReverseWriter) {
            writeFormat(value.rawValue, to: &writer)
        }

        /// After the show's start or the last change, whichever is later. 0 = 400.
        @inlinable
        public static func writeRetentionDays(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(32)
        }

        /// After that: until then a removed order's stub still knows its refunds and its id. 0 = 400.
        @inlinable
        public static func writeForgetAfterDays(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(40)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Settings",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "rule_version", json: "ruleVersion", .uint32),
                FieldDescriptor(2, "cloudevents", json: "cloudevents", .bool),
                FieldDescriptor(3, "format", json: "format", .enumeration({ Proto.Settings.Format.descriptor })),
                FieldDescriptor(4, "retention_days", json: "retentionDays", .uint32),
                FieldDescriptor(5, "forget_after_days", json: "forgetAfterDays", .uint32),
            ])
    }
}

extension Proto {
    /// A distributor.
    public enum Account {
        /// The fields of a Account, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let accountId: RawSpan
            public let name: RawSpan
            public let hasValidFrom: Bool
            public let validFromBytes: RawSpan
            public let hasValidUntil: Bool
            public let validUntilBytes: RawSpan
            public let suspended: Bool
            @usableFromInline let keysStart: Int
            /// How many elements `keys` has.
            public let keysCount: Int
            /// How far created_at may be from the broker's append time. 0 = the default, 300 s.
            public let timeWindowSeconds: UInt32
            public let maxTicketsPerOrder: UInt32

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan(), has3 = false
                var field4 = RawSpan(), has4 = false
                var field5 = false
                var field6Start = 0, field6Count = 0
                var field7: UInt32 = 0
                var field8: UInt32 = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // account_id
                        field1 = try reader.string()
                    case 18:  // name
                        field2 = try reader.string()
                    case 26:  // valid_from
                        guard !has3 else { throw reader.failure(.duplicate) }
                        has3 = true
                        field3 = try reader.lengthDelimited()
                    case 34:  // valid_until
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 40:  // suspended
                        field5 = try reader.varint() != 0
                    case 50:  // keys
                        if field6Count == 0 { field6Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field6Count += 1
                    case 56:  // time_window_seconds
                        field7 = UInt32(truncatingIfNeeded: try reader.varint())
                    case 64:  // max_tickets_per_order
                        field8 = UInt32(truncatingIfNeeded: try reader.varint())
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.accountId = field1
                self.name = field2
                self.hasValidFrom = has3
                self.validFromBytes = field3
                self.hasValidUntil = has4
                self.validUntilBytes = field4
                self.suspended = field5
                self.keysStart = field6Start
                self.keysCount = field6Count
                self.timeWindowSeconds = field7
                self.maxTicketsPerOrder = field8
            }

            @inlinable
            @_lifetime(copy self)
            public func validFrom() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasValidFrom else { return nil }
                return try Proto.Timestamp.View(validFromBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func validUntil() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasValidUntil else { return nil }
                return try Proto.Timestamp.View(validUntilBytes)
            }

            @inlinable
            public var keys: Proto.SigningKey.List {
                @_lifetime(copy self)
                get { Proto.SigningKey.List(BytesList(rawBytes, tag: 50, start: keysStart, count: keysCount)) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try validFrom() { try inner.validate() }
                if let inner = try validUntil() { try inner.validate() }
                var list6 = keys
                while let element = try list6.next() { try element.validate() }
            }
        }

        @inlinable
        public static func writeAccountId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeAccountId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endAccountId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
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
        public static func writeValidFrom<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endValidFrom(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeValidFrom(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeValidFrom(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeValidUntil<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endValidUntil(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeValidUntil(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeValidUntil(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeSuspended(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(40)
        }

        @inlinable
        public static func writeKeys<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose Proto.SigningKey was written since the mark.
        @inlinable
        public static func endKeys(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a Proto.SigningKey that is bytes already.
        @inlinable
        public static func writeKeys(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        /// How far created_at may be from the broker's append time. 0 = the default, 300 s.
        @inlinable
        public static func writeTimeWindowSeconds(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(56)
        }

        @inlinable
        public static func writeMaxTicketsPerOrder(_ value: UInt32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(value))
            writer.tag(64)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Account",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "account_id", json: "accountId", .string),
                FieldDescriptor(2, "name", json: "name", .string),
                FieldDescriptor(3, "valid_from", json: "validFrom", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(4, "valid_until", json: "validUntil", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(5, "suspended", json: "suspended", .bool),
                FieldDescriptor(6, "keys", json: "keys", .message({ Proto.SigningKey.descriptor }), .repeated),
                FieldDescriptor(7, "time_window_seconds", json: "timeWindowSeconds", .uint32),
                FieldDescriptor(8, "max_tickets_per_order", json: "maxTicketsPerOrder", .uint32),
            ])
    }
}

extension Proto {
    public enum SigningKey {
        /// The fields of a SigningKey, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let keyId: RawSpan
            /// A number of `Proto.SigningKey.Algorithm`, or one not known here.
            public let algorithm: Int32
            /// A public key, or the name of a secret that the operator provides. Never a secret itself.
            public let publicKey: RawSpan
            public let secretName: RawSpan
            public let hasNotBefore: Bool
            public let notBeforeBytes: RawSpan
            public let hasNotAfter: Bool
            public let notAfterBytes: RawSpan
            public let hasRevokedAt: Bool
            public let revokedAtBytes: RawSpan

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
                var field7 = RawSpan(), has7 = false
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // key_id
                        field1 = try reader.string()
                    case 16:  // algorithm
                        field2 = Int32(truncatingIfNeeded: try reader.varint())
                    case 26:  // public_key
                        field3 = try reader.lengthDelimited()
                    case 34:  // secret_name
                        field4 = try reader.string()
                    case 42:  // not_before
                        guard !has5 else { throw reader.failure(.duplicate) }
                        has5 = true
                        field5 = try reader.lengthDelimited()
                    case 50:  // not_after
                        guard !has6 else { throw reader.failure(.duplicate) }
                        has6 = true
                        field6 = try reader.lengthDelimited()
                    case 58:  // revoked_at
                        guard !has7 else { throw reader.failure(.duplicate) }
                        has7 = true
                        field7 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.keyId = field1
                self.algorithm = field2
                self.publicKey = field3
                self.secretName = field4
                self.hasNotBefore = has5
                self.notBeforeBytes = field5
                self.hasNotAfter = has6
                self.notAfterBytes = field6
                self.hasRevokedAt = has7
                self.revokedAtBytes = field7
            }

            @inlinable
            @_lifetime(copy self)
            public func notBefore() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasNotBefore else { return nil }
                return try Proto.Timestamp.View(notBeforeBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func notAfter() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasNotAfter else { return nil }
                return try Proto.Timestamp.View(notAfterBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func revokedAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasRevokedAt else { return nil }
                return try Proto.Timestamp.View(revokedAtBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try notBefore() { try inner.validate() }
                if let inner = try notAfter() { try inner.validate() }
                if let inner = try revokedAt() { try inner.validate() }
            }
        }

        /// The elements of a repeated SigningKey, in the order of the bytes.
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
        public static func writeKeyId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeKeyId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endKeyId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeAlgorithm(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeAlgorithm(_ value: Proto.SigningKey.Algorithm, to writer: inout ReverseWriter) {
            writeAlgorithm(value.rawValue, to: &writer)
        }

        /// A public key, or the name of a secret that the operator provides. Never a secret itself.
        @inlinable
        public static func writePublicKey(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endPublicKey(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeSecretName(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeSecretName(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSecretName(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeNotBefore<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 42, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endNotBefore(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 42, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeNotBefore(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 42, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeNotBefore(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 42, mark)
        }

        @inlinable
        public static func writeNotAfter<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 50, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endNotAfter(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 50, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeNotAfter(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 50, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeNotAfter(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 50, mark)
        }

        @inlinable
        public static func writeRevokedAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 58, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endRevokedAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 58, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeRevokedAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 58, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeRevokedAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 58, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.SigningKey",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "key_id", json: "keyId", .string),
                FieldDescriptor(2, "algorithm", json: "algorithm", .enumeration({ Proto.SigningKey.Algorithm.descriptor })),
                FieldDescriptor(3, "public_key", json: "publicKey", .bytes),
                FieldDescriptor(4, "secret_name", json: "secretName", .string),
                FieldDescriptor(5, "not_before", json: "notBefore", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(6, "not_after", json: "notAfter", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(7, "revoked_at", json: "revokedAt", .message({ Proto.Timestamp.descriptor })),
            ])
    }
}

extension Proto {
    /// What an account may see and sell. No grant, no access; the narrowest one that matches decides.
    public enum Grant {
        /// Which field of `scope` is set; the raw value is its number.
        @frozen public enum ScopeCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case group = 10
            case supplierId = 11
            case projectId = 12
            case showId = 13
            case ticketClassId = 14
        }

        /// The fields of a Grant, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let grantId: RawSpan
            public let accountId: RawSpan
            @usableFromInline let permissionsStart: Int
            /// How many elements `permissions` has.
            public let permissionsCount: Int
            public let hasValidFrom: Bool
            public let validFromBytes: RawSpan
            public let hasValidUntil: Bool
            public let validUntilBytes: RawSpan
            public let denied: Bool
            public let scopeCase: ScopeCase
            /// The set field's bytes, whichever it is.
            public let scopeBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field20Start = 0, field20Count = 0
                var field21 = RawSpan(), has21 = false
                var field22 = RawSpan(), has22 = false
                var field23 = false
                var scopeCase = ScopeCase.notSet
                var scopeBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // grant_id
                        field1 = try reader.string()
                    case 18:  // account_id
                        field2 = try reader.string()
                    case 82:  // group
                        guard scopeCase == .notSet else { throw reader.failure(.duplicate) }
                        scopeCase = .group
                        scopeBytes = try reader.string()
                    case 90:  // supplier_id
                        guard scopeCase == .notSet else { throw reader.failure(.duplicate) }
                        scopeCase = .supplierId
                        scopeBytes = try reader.string()
                    case 98:  // project_id
                        guard scopeCase == .notSet else { throw reader.failure(.duplicate) }
                        scopeCase = .projectId
                        scopeBytes = try reader.string()
                    case 106:  // show_id
                        guard scopeCase == .notSet else { throw reader.failure(.duplicate) }
                        scopeCase = .showId
                        scopeBytes = try reader.string()
                    case 114:  // ticket_class_id
                        guard scopeCase == .notSet else { throw reader.failure(.duplicate) }
                        scopeCase = .ticketClassId
                        scopeBytes = try reader.string()
                    case 160:  // permissions
                        if field20Count == 0 { field20Start = reader.fieldStart }
                        _ = try reader.varint()
                        field20Count += 1
                    case 162:  // permissions, packed
                        if field20Count == 0 { field20Start = reader.fieldStart }
                        field20Count += try reader.packedVarints()
                    case 170:  // valid_from
                        guard !has21 else { throw reader.failure(.duplicate) }
                        has21 = true
                        field21 = try reader.lengthDelimited()
                    case 178:  // valid_until
                        guard !has22 else { throw reader.failure(.duplicate) }
                        has22 = true
                        field22 = try reader.lengthDelimited()
                    case 184:  // denied
                        field23 = try reader.varint() != 0
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.grantId = field1
                self.accountId = field2
                self.permissionsStart = field20Start
                self.permissionsCount = field20Count
                self.hasValidFrom = has21
                self.validFromBytes = field21
                self.hasValidUntil = has22
                self.validUntilBytes = field22
                self.denied = field23
                self.scopeCase = scopeCase
                self.scopeBytes = scopeBytes
            }

            /// Every project of a group, of a supplier, one project, one show or one ticket class.
            @inlinable
            public var group: RawSpan? {
                @_lifetime(copy self)
                get { scopeCase == .group ? scopeBytes : nil }
            }

            @inlinable
            public var supplierId: RawSpan? {
                @_lifetime(copy self)
                get { scopeCase == .supplierId ? scopeBytes : nil }
            }

            @inlinable
            public var projectId: RawSpan? {
                @_lifetime(copy self)
                get { scopeCase == .projectId ? scopeBytes : nil }
            }

            @inlinable
            public var showId: RawSpan? {
                @_lifetime(copy self)
                get { scopeCase == .showId ? scopeBytes : nil }
            }

            @inlinable
            public var ticketClassId: RawSpan? {
                @_lifetime(copy self)
                get { scopeCase == .ticketClassId ? scopeBytes : nil }
            }

            @inlinable
            public var permissions: VarintList<Int32> {
                @_lifetime(copy self)
                get { VarintList<Int32>(rawBytes, field: 20, start: permissionsStart, count: permissionsCount) }
            }

            @inlinable
            @_lifetime(copy self)
            public func validFrom() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasValidFrom else { return nil }
                return try Proto.Timestamp.View(validFromBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func validUntil() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasValidUntil else { return nil }
                return try Proto.Timestamp.View(validUntilBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try validFrom() { try inner.validate() }
                if let inner = try validUntil() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeGrantId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeGrantId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endGrantId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeAccountId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeAccountId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endAccountId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        /// Every project of a group, of a supplier, one project, one show or one ticket class.
        @inlinable
        public static func writeGroup(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 82, value)
        }

        @inlinable
        public static func writeGroup(_ value: String, to writer: inout ReverseWriter) {
            writer.field(tag: 82, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endGroup(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 82, mark)
        }

        @inlinable
        public static func writeSupplierId(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 90, value)
        }

        @inlinable
        public static func writeSupplierId(_ value: String, to writer: inout ReverseWriter) {
            writer.field(tag: 90, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endSupplierId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 90, mark)
        }

        @inlinable
        public static func writeProjectId(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 98, value)
        }

        @inlinable
        public static func writeProjectId(_ value: String, to writer: inout ReverseWriter) {
            writer.field(tag: 98, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endProjectId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 98, mark)
        }

        @inlinable
        public static func writeShowId(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 106, value)
        }

        @inlinable
        public static func writeShowId(_ value: String, to writer: inout ReverseWriter) {
            writer.field(tag: 106, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endShowId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 106, mark)
        }

        @inlinable
        public static func writeTicketClassId(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 114, value)
        }

        @inlinable
        public static func writeTicketClassId(_ value: String, to writer: inout ReverseWriter) {
            writer.field(tag: 114, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTicketClassId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 114, mark)
        }

        /// All elements, packed.
        @inlinable
        public static func writePermissions(_ values: some BidirectionalCollection<Int32>, to writer: inout ReverseWriter) {
            guard !values.isEmpty else { return }
            let mark = writer.mark()
            for value in values.reversed() { writer.varint(UInt64(bitPattern: Int64(value))) }
            writer.end(tag: 162, mark)
        }

        /// Ends the field whose elements were written as varints since the mark, the last one first.
        @inlinable
        public static func endPermissions(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 162, mark)
        }

        @inlinable
        public static func writeValidFrom<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 170, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endValidFrom(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 170, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeValidFrom(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 170, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeValidFrom(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 170, mark)
        }

        @inlinable
        public static func writeValidUntil<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 178, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endValidUntil(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 178, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeValidUntil(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 178, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeValidUntil(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 178, mark)
        }

        @inlinable
        public static func writeDenied(_ value: Bool, to writer: inout ReverseWriter) {
            guard value else { return }
            writer.byte(value ? 1 : 0)
            writer.tag(184)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.Grant",
            oneofs: ["scope"],
            fields: [
                FieldDescriptor(1, "grant_id", json: "grantId", .string),
                FieldDescriptor(2, "account_id", json: "accountId", .string),
                FieldDescriptor(10, "group", json: "group", .string, oneof: 0),
                FieldDescriptor(11, "supplier_id", json: "supplierId", .string, oneof: 0),
                FieldDescriptor(12, "project_id", json: "projectId", .string, oneof: 0),
                FieldDescriptor(13, "show_id", json: "showId", .string, oneof: 0),
                FieldDescriptor(14, "ticket_class_id", json: "ticketClassId", .string, oneof: 0),
                FieldDescriptor(20, "permissions", json: "permissions", .enumeration({ Proto.Permission.descriptor }), .repeated),
                FieldDescriptor(21, "valid_from", json: "validFrom", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(22, "valid_until", json: "validUntil", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(23, "denied", json: "denied", .bool),
            ])
    }
}

// Generated from schemas/ by protoc-gen-turnstile: do not edit, run scripts/generate.

public import Protobuf

extension Proto {
    /// Topic `operator-actions`, key = the order's key. What a person does to one order. Not signed: the broker's
    /// ACLs guard the topic. The numbers of the actions are none of OrderCommand's, whose bytes so never read as one.
    public enum OperatorAction {
        /// Which field of `action` is set; the raw value is its number.
        @frozen public enum ActionCase: UInt32, Sendable, CaseIterable {
            case notSet = 0
            case resolve = 30
            case queryNow = 31
            case cancelHold = 32
            case correct = 33
            case reportRefund = 34
            case readmit = 35
        }

        /// The fields of a OperatorAction, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let actionId: RawSpan
            public let distributorId: RawSpan
            public let distributorOrderId: RawSpan
            public let `operator`: RawSpan
            public let reason: RawSpan
            /// Another person, for what can move money (all but query_now and readmit): without one, or with the same one, it is
            /// rejected as NOT_PERMITTED.
            public let approvedBy: RawSpan
            public let actionCase: ActionCase
            /// The set field's bytes, whichever it is.
            public let actionBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                var field3 = RawSpan()
                var field4 = RawSpan()
                var field5 = RawSpan()
                var field6 = RawSpan()
                var actionCase = ActionCase.notSet
                var actionBytes = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // action_id
                        field1 = try reader.string()
                    case 18:  // distributor_id
                        field2 = try reader.string()
                    case 26:  // distributor_order_id
                        field3 = try reader.string()
                    case 34:  // operator
                        field4 = try reader.string()
                    case 42:  // reason
                        field5 = try reader.string()
                    case 50:  // approved_by
                        field6 = try reader.string()
                    case 242:  // resolve
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .resolve
                        actionBytes = try reader.lengthDelimited()
                    case 250:  // query_now
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .queryNow
                        actionBytes = try reader.lengthDelimited()
                    case 258:  // cancel_hold
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .cancelHold
                        actionBytes = try reader.lengthDelimited()
                    case 266:  // correct
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .correct
                        actionBytes = try reader.lengthDelimited()
                    case 274:  // report_refund
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .reportRefund
                        actionBytes = try reader.lengthDelimited()
                    case 282:  // readmit
                        guard actionCase == .notSet else { throw reader.failure(.duplicate) }
                        actionCase = .readmit
                        actionBytes = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.actionId = field1
                self.distributorId = field2
                self.distributorOrderId = field3
                self.operator = field4
                self.reason = field5
                self.approvedBy = field6
                self.actionCase = actionCase
                self.actionBytes = actionBytes
            }

            /// Decide an escalated order on evidence.
            @inlinable
            @_lifetime(copy self)
            public func resolve() throws(ProtobufError) -> Proto.SupplierResult.View? {
                guard actionCase == .resolve else { return nil }
                return try Proto.SupplierResult.View(actionBytes)
            }

            /// Ask the supplier again now.
            @inlinable
            @_lifetime(copy self)
            public func queryNow() throws(ProtobufError) -> Proto.OperatorAction.QueryNow.View? {
                guard actionCase == .queryNow else { return nil }
                return try Proto.OperatorAction.QueryNow.View(actionBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func cancelHold() throws(ProtobufError) -> Proto.OperatorAction.CancelHold.View? {
                guard actionCase == .cancelHold else { return nil }
                return try Proto.OperatorAction.CancelHold.View(actionBytes)
            }

            @inlinable
            @_lifetime(copy self)
            public func correct() throws(ProtobufError) -> Proto.OperatorAction.Correct.View? {
                guard actionCase == .correct else { return nil }
                return try Proto.OperatorAction.Correct.View(actionBytes)
            }

            /// In the distributor's place, where it never reports.
            @inlinable
            @_lifetime(copy self)
            public func reportRefund() throws(ProtobufError) -> Proto.ReportRefund.View? {
                guard actionCase == .reportRefund else { return nil }
                return try Proto.ReportRefund.View(actionBytes)
            }

            /// Written by Turnstile itself for a misrouted record, or by a person for a dead letter.
            @inlinable
            @_lifetime(copy self)
            public func readmit() throws(ProtobufError) -> Proto.OperatorAction.Readmit.View? {
                guard actionCase == .readmit else { return nil }
                return try Proto.OperatorAction.Readmit.View(actionBytes)
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                switch actionCase {
                case .resolve: try Proto.SupplierResult.View(actionBytes).validate()
                case .queryNow: try Proto.OperatorAction.QueryNow.View(actionBytes).validate()
                case .cancelHold: try Proto.OperatorAction.CancelHold.View(actionBytes).validate()
                case .correct: try Proto.OperatorAction.Correct.View(actionBytes).validate()
                case .reportRefund: try Proto.ReportRefund.View(actionBytes).validate()
                case .readmit: try Proto.OperatorAction.Readmit.View(actionBytes).validate()
                case .notSet: break
                }
            }
        }

        @inlinable
        public static func writeActionId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeActionId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endActionId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeDistributorId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeDistributorId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        @inlinable
        public static func writeDistributorOrderId(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        @inlinable
        public static func writeDistributorOrderId(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 26, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endDistributorOrderId(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 26, mark)
        }

        @inlinable
        public static func writeOperator(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeOperator(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endOperator(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeReason(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        @inlinable
        public static func writeReason(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endReason(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        /// Another person, for what can move money (all but query_now and readmit): without one, or with the same one, it is
        /// rejected as NOT_PERMITTED.
        @inlinable
        public static func writeApprovedBy(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        @inlinable
        public static func writeApprovedBy(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endApprovedBy(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 50, mark)
        }

        /// Decide an escalated order on evidence.
        @inlinable
        public static func writeResolve<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 242, mark)
        }

        /// Ends the field whose Proto.SupplierResult was written since the mark.
        @inlinable
        public static func endResolve(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 242, mark)
        }

        /// Copies a Proto.SupplierResult that is bytes already.
        @inlinable
        public static func writeResolve(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 242, value)
        }

        /// Ask the supplier again now.
        @inlinable
        public static func writeQueryNow<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 250, mark)
        }

        /// Ends the field whose Proto.OperatorAction.QueryNow was written since the mark.
        @inlinable
        public static func endQueryNow(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 250, mark)
        }

        /// Copies a Proto.OperatorAction.QueryNow that is bytes already.
        @inlinable
        public static func writeQueryNow(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 250, value)
        }

        @inlinable
        public static func writeCancelHold<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 258, mark)
        }

        /// Ends the field whose Proto.OperatorAction.CancelHold was written since the mark.
        @inlinable
        public static func endCancelHold(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 258, mark)
        }

        /// Copies a Proto.OperatorAction.CancelHold that is bytes already.
        @inlinable
        public static func writeCancelHold(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 258, value)
        }

        @inlinable
        public static func writeCorrect<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 266, mark)
        }

        /// Ends the field whose Proto.OperatorAction.Correct was written since the mark.
        @inlinable
        public static func endCorrect(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 266, mark)
        }

        /// Copies a Proto.OperatorAction.Correct that is bytes already.
        @inlinable
        public static func writeCorrect(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 266, value)
        }

        /// In the distributor's place, where it never reports.
        @inlinable
        public static func writeReportRefund<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 274, mark)
        }

        /// Ends the field whose Proto.ReportRefund was written since the mark.
        @inlinable
        public static func endReportRefund(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 274, mark)
        }

        /// Copies a Proto.ReportRefund that is bytes already.
        @inlinable
        public static func writeReportRefund(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 274, value)
        }

        /// Written by Turnstile itself for a misrouted record, or by a person for a dead letter.
        @inlinable
        public static func writeReadmit<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 282, mark)
        }

        /// Ends the field whose Proto.OperatorAction.Readmit was written since the mark.
        @inlinable
        public static func endReadmit(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 282, mark)
        }

        /// Copies a Proto.OperatorAction.Readmit that is bytes already.
        @inlinable
        public static func writeReadmit(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 282, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OperatorAction",
            oneofs: ["action"],
            fields: [
                FieldDescriptor(1, "action_id", json: "actionId", .string),
                FieldDescriptor(2, "distributor_id", json: "distributorId", .string),
                FieldDescriptor(3, "distributor_order_id", json: "distributorOrderId", .string),
                FieldDescriptor(4, "operator", json: "operator", .string),
                FieldDescriptor(5, "reason", json: "reason", .string),
                FieldDescriptor(6, "approved_by", json: "approvedBy", .string),
                FieldDescriptor(30, "resolve", json: "resolve", .message({ Proto.SupplierResult.descriptor }), oneof: 0),
                FieldDescriptor(31, "query_now", json: "queryNow", .message({ Proto.OperatorAction.QueryNow.descriptor }), oneof: 0),
                FieldDescriptor(32, "cancel_hold", json: "cancelHold", .message({ Proto.OperatorAction.CancelHold.descriptor }), oneof: 0),
                FieldDescriptor(33, "correct", json: "correct", .message({ Proto.OperatorAction.Correct.descriptor }), oneof: 0),
                FieldDescriptor(34, "report_refund", json: "reportRefund", .message({ Proto.ReportRefund.descriptor }), oneof: 0),
                FieldDescriptor(35, "readmit", json: "readmit", .message({ Proto.OperatorAction.Readmit.descriptor }), oneof: 0),
            ])
    }
}

extension Proto.OperatorAction {
    public enum QueryNow {
        /// The fields of a QueryNow, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OperatorAction.QueryNow",
            oneofs: [],
            fields: [
            ])
    }
}

extension Proto.OperatorAction {
    public enum CancelHold {
        /// The fields of a CancelHold, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OperatorAction.CancelHold",
            oneofs: [],
            fields: [
            ])
    }
}

extension Proto.OperatorAction {
    public enum Correct {
        /// The fields of a Correct, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            /// A number of `Proto.Book`, or one not known here.
            public let book: Int32
            public let hasAmount: Bool
            public let amountBytes: RawSpan
            public let hasEffectiveAt: Bool
            public let effectiveAtBytes: RawSpan
            /// The entry that it corrects, if it is one.
            public let reverses: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1: Int32 = 0
                var field2 = RawSpan(), has2 = false
                var field3 = RawSpan(), has3 = false
                var field4 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 8:  // book
                        field1 = Int32(truncatingIfNeeded: try reader.varint())
                    case 18:  // amount
                        guard !has2 else { throw reader.failure(.duplicate) }
                        has2 = true
                        field2 = try reader.lengthDelimited()
                    case 26:  // effective_at
                        guard !has3 else { throw reader.failure(.duplicate) }
                        has3 = true
                        field3 = try reader.lengthDelimited()
                    case 34:  // reverses
                        field4 = try reader.string()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.book = field1
                self.hasAmount = has2
                self.amountBytes = field2
                self.hasEffectiveAt = has3
                self.effectiveAtBytes = field3
                self.reverses = field4
            }

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

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try amount() { try inner.validate() }
                if let inner = try effectiveAt() { try inner.validate() }
            }
        }

        @inlinable
        public static func writeBook(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(8)
        }

        @inlinable
        public static func writeBook(_ value: Proto.Book, to writer: inout ReverseWriter) {
            writeBook(value.rawValue, to: &writer)
        }

        @inlinable
        public static func writeAmount<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 18, mark)
        }

        /// Ends the field whose Proto.Money was written since the mark.
        @inlinable
        public static func endAmount(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 18, mark)
        }

        /// Copies a Proto.Money that is bytes already.
        @inlinable
        public static func writeAmount(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 18, value)
        }

        @inlinable
        public static func writeEffectiveAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 26, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endEffectiveAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 26, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeEffectiveAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 26, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeEffectiveAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 26, mark)
        }

        /// The entry that it corrects, if it is one.
        @inlinable
        public static func writeReverses(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        @inlinable
        public static func writeReverses(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 34, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endReverses(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 34, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OperatorAction.Correct",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "book", json: "book", .enumeration({ Proto.Book.descriptor })),
                FieldDescriptor(2, "amount", json: "amount", .message({ Proto.Money.descriptor })),
                FieldDescriptor(3, "effective_at", json: "effectiveAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(4, "reverses", json: "reverses", .string),
            ])
    }
}

extension Proto.OperatorAction {
    /// A record as it came, to be judged by its first append time. No OperatorActed tells of it.
    public enum Readmit {
        /// The fields of a Readmit, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let topic: RawSpan
            public let partition: Int32
            public let offset: Int64
            public let hasAppendedAt: Bool
            public let appendedAtBytes: RawSpan
            public let key: RawSpan
            public let value: RawSpan
            @usableFromInline let headersStart: Int
            /// How many elements `headers` has.
            public let headersCount: Int

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2: Int32 = 0
                var field3: Int64 = 0
                var field4 = RawSpan(), has4 = false
                var field5 = RawSpan()
                var field6 = RawSpan()
                var field7Start = 0, field7Count = 0
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // topic
                        field1 = try reader.string()
                    case 16:  // partition
                        field2 = Int32(truncatingIfNeeded: try reader.varint())
                    case 24:  // offset
                        field3 = Int64(bitPattern: try reader.varint())
                    case 34:  // appended_at
                        guard !has4 else { throw reader.failure(.duplicate) }
                        has4 = true
                        field4 = try reader.lengthDelimited()
                    case 42:  // key
                        field5 = try reader.lengthDelimited()
                    case 50:  // value
                        field6 = try reader.lengthDelimited()
                    case 58:  // headers
                        if field7Count == 0 { field7Start = reader.fieldStart }
                        _ = try reader.lengthDelimited()
                        field7Count += 1
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.topic = field1
                self.partition = field2
                self.offset = field3
                self.hasAppendedAt = has4
                self.appendedAtBytes = field4
                self.key = field5
                self.value = field6
                self.headersStart = field7Start
                self.headersCount = field7Count
            }

            @inlinable
            @_lifetime(copy self)
            public func appendedAt() throws(ProtobufError) -> Proto.Timestamp.View? {
                guard hasAppendedAt else { return nil }
                return try Proto.Timestamp.View(appendedAtBytes)
            }

            @inlinable
            public var headers: Proto.OperatorAction.Header.List {
                @_lifetime(copy self)
                get { Proto.OperatorAction.Header.List(BytesList(rawBytes, tag: 58, start: headersStart, count: headersCount)) }
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
                if let inner = try appendedAt() { try inner.validate() }
                var list7 = headers
                while let element = try list7.next() { try element.validate() }
            }
        }

        @inlinable
        public static func writeTopic(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeTopic(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endTopic(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writePartition(_ value: Int32, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(16)
        }

        @inlinable
        public static func writeOffset(_ value: Int64, to writer: inout ReverseWriter) {
            guard value != 0 else { return }
            writer.varint(UInt64(bitPattern: Int64(value)))
            writer.tag(24)
        }

        @inlinable
        public static func writeAppendedAt<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 34, mark)
        }

        /// Ends the field whose Proto.Timestamp was written since the mark.
        @inlinable
        public static func endAppendedAt(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 34, mark)
        }

        /// Copies a Proto.Timestamp that is bytes already.
        @inlinable
        public static func writeAppendedAt(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 34, value)
        }

        /// - Parameter milliseconds: since 1970-01-01T00:00:00Z.
        @inlinable
        public static func writeAppendedAt(milliseconds: Int64, to writer: inout ReverseWriter) {
            let mark = writer.mark()
            Proto.Timestamp.writeMilliseconds(milliseconds, to: &writer)
            writer.end(tag: 34, mark)
        }

        @inlinable
        public static func writeKey(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 42, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endKey(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 42, mark)
        }

        @inlinable
        public static func writeValue(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 50, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endValue(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 50, mark)
        }

        @inlinable
        public static func writeHeaders<Failure: Error>(to writer: inout ReverseWriter, _ body: (inout ReverseWriter) throws(Failure) -> Void) throws(Failure) {
            let mark = writer.mark()
            try body(&writer)
            writer.end(tag: 58, mark)
        }

        /// Ends the field whose Proto.OperatorAction.Header was written since the mark.
        @inlinable
        public static func endHeaders(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            writer.end(tag: 58, mark)
        }

        /// Copies a Proto.OperatorAction.Header that is bytes already.
        @inlinable
        public static func writeHeaders(_ value: RawSpan, to writer: inout ReverseWriter) {
            writer.field(tag: 58, value)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OperatorAction.Readmit",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "topic", json: "topic", .string),
                FieldDescriptor(2, "partition", json: "partition", .int32),
                FieldDescriptor(3, "offset", json: "offset", .int64),
                FieldDescriptor(4, "appended_at", json: "appendedAt", .message({ Proto.Timestamp.descriptor })),
                FieldDescriptor(5, "key", json: "key", .bytes),
                FieldDescriptor(6, "value", json: "value", .bytes),
                FieldDescriptor(7, "headers", json: "headers", .message({ Proto.OperatorAction.Header.descriptor }), .repeated),
            ])
    }
}

extension Proto.OperatorAction {
    public enum Header {
        /// The fields of a Header, borrowed from its bytes.
        public struct View: ~Escapable {
            /// The message.
            public let rawBytes: RawSpan
            public let name: RawSpan
            public let value: RawSpan

            /// Reads the message's own fields. What is in its submessages is read when they are.
            @inlinable
            @_lifetime(copy message)
            public init(_ message: RawSpan, byteLimit: Int = Reader.defaultByteLimit) throws(ProtobufError) {
                var reader = try Reader(message, byteLimit: byteLimit)
                var field1 = RawSpan()
                var field2 = RawSpan()
                fields: while true {
                    switch try reader.nextTag() {
                    case 0: break fields
                    case 10:  // name
                        field1 = try reader.string()
                    case 18:  // value
                        field2 = try reader.lengthDelimited()
                    default: try reader.skip()
                    }
                }
                self.rawBytes = message
                self.name = field1
                self.value = field2
            }

            /// Reads all submessages too, at every depth, so that their bytes may be passed on.
            public func validate() throws(ProtobufError) {
            }
        }

        /// The elements of a repeated Header, in the order of the bytes.
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
        public static func writeName(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        @inlinable
        public static func writeName(_ value: String, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 10, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endName(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 10, mark)
        }

        @inlinable
        public static func writeValue(_ value: RawSpan, to writer: inout ReverseWriter) {
            guard !value.isEmpty else { return }
            writer.field(tag: 18, value)
        }

        /// Ends the field whose bytes were written since the mark.
        @inlinable
        public static func endValue(_ mark: ReverseWriter.Mark, to writer: inout ReverseWriter) {
            guard writer.count(since: mark) > 0 else { return }
            writer.end(tag: 18, mark)
        }

        public static let descriptor = MessageDescriptor(
            name: "turnstile.v1.OperatorAction.Header",
            oneofs: [],
            fields: [
                FieldDescriptor(1, "name", json: "name", .string),
                FieldDescriptor(2, "value", json: "value", .bytes),
            ])
    }
}

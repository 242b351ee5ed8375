internal import Glibc
internal import Synchronization

public enum LogLevel: Int, Sendable, Comparable, CaseIterable {
    case trace, debug, info, warning, error

    public static func < (a: LogLevel, b: LogLevel) -> Bool { a.rawValue < b.rawValue }

    public var name: String {
        switch self {
        case .trace: "trace"
        case .debug: "debug"
        case .info: "info"
        case .warning: "warning"
        case .error: "error"
        }
    }
}

/// The value of a field of a log line.
public enum LogValue: Sendable, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral
{
    case text(String)
    case integer(Int64)
    case boolean(Bool)

    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }

    /// Any whole number; one that does not fit becomes text.
    public static func number(_ value: some BinaryInteger) -> LogValue {
        Int64(exactly: value).map { .integer($0) } ?? .text("\(value)")
    }
}

/// Writes one line an event to standard error: as text on a terminal, as JSON elsewhere. From any thread; lines never
/// mix.
public struct Logger: Sendable {
    public enum Format: Sendable { case auto, text, json }

    public let level: LogLevel
    private let isJSON: Bool
    private let file: Int32
    private let context: [(String, LogValue)]

    public static let standardError: Int32 = 2

    /// For the whole process, since all loggers write to the same place.
    private static let turn = Mutex(())

    /// - Parameter file: where to; another than standard error for tests.
    public init(level: LogLevel = .info, format: Format = .auto, file: Int32 = Logger.standardError) {
        self.level = level
        self.file = file
        context = []
        isJSON =
            switch format {
            case .auto: isatty(file) == 0
            case .text: false
            case .json: true
            }
    }

    private init(_ other: Logger, adding fields: KeyValuePairs<String, LogValue>) {
        level = other.level
        file = other.file
        isJSON = other.isJSON
        context = other.context + fields.map { ($0.key, $0.value) }
    }

    /// A logger whose lines all have these fields too.
    public func with(_ fields: KeyValuePairs<String, LogValue>) -> Logger { Logger(self, adding: fields) }

    public func trace(
        _ message: @autoclosure () -> String, _ fields: @autoclosure () -> KeyValuePairs<String, LogValue> = [:]
    ) {
        log(.trace, message(), fields())
    }

    public func debug(
        _ message: @autoclosure () -> String, _ fields: @autoclosure () -> KeyValuePairs<String, LogValue> = [:]
    ) {
        log(.debug, message(), fields())
    }

    public func info(
        _ message: @autoclosure () -> String, _ fields: @autoclosure () -> KeyValuePairs<String, LogValue> = [:]
    ) {
        log(.info, message(), fields())
    }

    public func warning(
        _ message: @autoclosure () -> String, _ fields: @autoclosure () -> KeyValuePairs<String, LogValue> = [:]
    ) {
        log(.warning, message(), fields())
    }

    public func error(
        _ message: @autoclosure () -> String, _ fields: @autoclosure () -> KeyValuePairs<String, LogValue> = [:]
    ) {
        log(.error, message(), fields())
    }

    /// What is below the level costs a comparison: message and fields are not made.
    public func log(
        _ level: LogLevel, _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> KeyValuePairs<String, LogValue> = [:]
    ) {
        guard level >= self.level else { return }
        log(level, message(), fields: fields().map { ($0.key, $0.value) })
    }

    /// As the other, for fields that are known at run time only.
    public func log(_ level: LogLevel, _ message: String, fields: [(String, LogValue)]) {
        guard level >= self.level else { return }
        let all = context + fields
        let line =
            isJSON
            ? LogLine.json(timeMs: UTCTime.nowMs(), level, message, all)
            : LogLine.text(timeMs: UTCTime.nowMs(), level, message, all)
        Self.turn.withLock { _ in write(line) }
    }

    private func write(_ line: [UInt8]) {
        line.withUnsafeBytes { bytes in
            var rest = bytes
            while !rest.isEmpty {
                let count = Glibc.write(file, rest.baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    if errno == EAGAIN {
                        var wait = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
                        poll(&wait, 1, 1000)
                        continue
                    }
                    // Nobody reads: there is no place left to say so.
                    return
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }
}

/// Where the engine says what people should know: one line each, with its facts as fields. Called from the worker's
/// loop and from its jobs' threads.
public struct Report: Sendable {
    public enum Level: UInt8, Sendable { case debug, info, warning, error }

    public let write: @Sendable (_ level: Level, _ message: String, _ fields: [(name: String, value: String)]) -> Void

    public init(
        _ write:
            @escaping @Sendable (_ level: Level, _ message: String, _ fields: [(name: String, value: String)]) ->
            Void
    ) {
        self.write = write
    }

    public static let none = Report { _, _, _ in }

    func callAsFunction(_ level: Level, _ message: String, _ fields: (String, String)...) {
        write(level, message, fields.map { (name: $0.0, value: $0.1) })
    }
}

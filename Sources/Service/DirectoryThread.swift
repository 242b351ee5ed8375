internal import Engine
internal import Kafka
internal import Operations
internal import Synchronization

/// Reads the directory's topic to its end, and from then on as it grows, for all workers of the process.
final class DirectoryThread: Sendable {
    let holder = DirectoryHolder()
    private let isStopping = Atomic(false)

    init(_ kafka: KafkaSettings, _ logger: Logger, log: @escaping KafkaLogCallback) {
        _ = Thread("directory") { [self] in
            while !isStopping.load(ordering: .relaxed) {
                do { try read(kafka, logger, log) } catch {
                    logger.warning("the directory cannot be read; trying again", ["reason": .text("\(error)")])
                    _ = Signals.pause(milliseconds: 1000)
                }
            }
        }
    }

    func stop() { isStopping.store(true, ordering: .relaxed) }
}

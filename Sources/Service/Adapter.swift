public import Configuration
internal import Engine
internal import Glibc
public import Kafka
public import Operations
internal import Records
internal import Store

/// The adapter as a process: wires workers, directory, stores and HTTP together, and ends them in order.
public struct Adapter {
    /// How `run` ended.
    public enum End: Sendable {
        case asked
        /// It cannot go on, another process may: why.
        case cannotGoOn(String)
        /// It was asked to end and did not within its time.
        case cutShort
    }

    private let settings: Settings
    private let kafka: KafkaSettings
    private let isTrialCluster: Bool
    private let logger: Logger

    public init(settings: Settings, kafka: KafkaSettings, isTrialCluster: Bool, logger: Logger) {
        self.settings = settings
        var kafka = kafka
        kafka.acceptsCreateTime = isTrialCluster
        kafka.receiveBudgetBytes = settings.fetchMemoryBytes
        self.kafka = kafka
        self.isTrialCluster = isTrialCluster
        self.logger = logger
    }

    /// Runs until SIGTERM or SIGINT, or until a worker cannot go on. `Signals.block` must have been called.
    /// - Throws: `StartUpFailure` where it does not start.
    public func run() throws -> End {
        let kafkaLog = Self.forwardingLog(logger)
        let startUp = try StartUp(kafka, isTrialCluster: isTrialCluster, logger, log: kafkaLog)
        let lock: DataDirectory
        do { lock = try DataDirectory(locking: settings.dataDirectory) } catch {
            throw StartUpFailure(.inUse, "\(error)", todo: "give each process a data_dir of its own")
        }
        let directory = DirectoryThread(kafka, logger, log: kafkaLog)
        let environment = try makeEnvironment(startUp, directory.holder, kafkaLog)
        let workers = (0..<workerCount).map { _ in WorkerThread() }
        let lag = LagThread(kafka, workers, log: kafkaLog)
        let health = Health(
            workers: workers, lag: lag, directory: directory.holder, dataDirectory: settings.dataDirectory,
            instanceID: instanceID, groupID: settings.groupID)
        // Before anything joins the group: a port that is taken costs the other instances no rebalance.
        let server: Server?
        do {
            server = try settings.httpAddress.map { try Server(address: $0, routes: health.routes) }
        } catch {
            throw StartUpFailure(
                .configuration, "\(error)", todo: "turnstile config show says where http_address comes from")
        }
        start(workers, startUp, environment, kafkaLog)
        logger.info(
            "turnstile runs",
            [
                "cluster": "\(kafka.bootstrapServers)", "partitions": .number(startUp.partitions),
                "workers": .number(workers.count), "http_port": .number(server.map { Int($0.port) } ?? 0),
            ])

        let end = waitForEnd(workers)
        server?.stop()
        lag.stop()
        directory.stop()
        _ = lock.path
        return end
    }

    private func makeEnvironment(
        _ startUp: StartUp, _ directory: DirectoryHolder, _ log: @escaping KafkaLogCallback
    ) throws -> WorkerEnvironment {
        let (dataDirectory, identity, logger) = (settings.dataDirectory, startUp.identity, logger)
        return WorkerEnvironment(
            directory: directory, changelog: try KafkaChangelogReader(kafka, log: log),
            openStore: { partition, setAside in
                func open() throws(StoreError) -> PartitionStore {
                    try PartitionStore(dataDirectory: dataDirectory, partition: partition, identity: identity)
                }
                func moveAway(_ why: String) throws {
                    let aside = try PartitionStore.setAside(
                        DataDirectory.storePath(in: dataDirectory, partition: partition))
                    logger.warning(
                        "a store was set aside and is rebuilt from the changelog",
                        ["partition": .number(partition), "reason": .text(why), "kept_at": .text(aside.path)])
                    for path in aside.removed {
                        logger.warning(
                            "a store that was set aside earlier is removed",
                            ["partition": .number(partition), "path": .text(path)])
                    }
                }
                if setAside { try moveAway("as the line before this says") }
                do throws(StoreError) { return try open() } catch {
                    guard error.isMendedByRebuilding else { throw error }
                    try moveAway("\(error)")
                    return try open()
                }
            },
            spawn: { job in _ = Thread("job") { job() } }, wallMs: { UTCTime.nowMs() },
            report: Report { level, message, fields in
                let level: LogLevel =
                    switch level {
                    case .debug: .debug
                    case .info: .info
                    case .warning: .warning
                    case .error: .error
                    }
                logger.log(level, message, fields: fields.map { ($0.name, .text($0.value)) })
            })
    }

    private var workerCount: Int {
        settings.workers > 0 ? settings.workers : max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
    }

    private func start(
        _ workers: [WorkerThread], _ startUp: StartUp, _ environment: WorkerEnvironment,
        _ log: @escaping KafkaLogCallback
    ) {
        let instance = instanceID
        var worker = WorkerSettings(
            groupID: settings.groupID, partitionCount: startUp.partitions, secretsDirectory: settings.secretsDirectory)
        worker.batchRecords = settings.transactionRecordsMax
        worker.batchBytes = settings.transactionBytesMax
        worker.commitIntervalMs = Int64(settings.commitIntervalMs)
        worker.checkpointIntervalMs = Int64(settings.checkpointIntervalMs)
        worker.restoreTimeoutMs = Int64(settings.restoreTimeoutMs)
        if let keptMs = startUp.tombstonesKeptMs { worker.storeAgeMs = keptMs }
        for (number, thread) in workers.enumerated() {
            let identity = WorkerIdentity(
                groupID: settings.groupID, instanceID: "\(instance)-\(number)",
                transactionalID: "\(settings.topicPrefix)\(settings.groupID)-\(instance)-\(number)")
            _ = thread.start(
                number: number, kafka: kafka, identity: identity, settings: worker, environment: environment, log: log)
        }
    }

    /// Until a signal or the end of a worker; then until all have ended, or their time is over.
    private func waitForEnd(_ workers: [WorkerThread]) -> End {
        var why: String?
        while why == nil {
            if let signal = Signals.wait(milliseconds: 100) {
                logger.info("ending", ["signal": .number(signal)])
                break
            }
            why = workers.lazy.compactMap { $0.state.ended.map { $0 ?? "a worker ended by itself" } }.first
        }
        if let why { logger.error("cannot go on", ["reason": .text(why)]) }
        workers.forEach { $0.stop() }
        let deadlineMs = UTCTime.nowMs() + Int64(settings.shutdownTimeoutMs)
        while workers.contains(where: { $0.state.ended == nil }) {
            guard UTCTime.nowMs() < deadlineMs else {
                logger.warning("cut short: the next start goes on from the last commit")
                return .cutShort
            }
            usleep(10_000)
        }
        if let why { return .cannotGoOn(why) }
        logger.info("ended")
        return .asked
    }

    private var instanceID: String { settings.instanceID.isEmpty ? Self.hostName : settings.instanceID }

    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "turnstile" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func forwardingLog(_ logger: Logger) -> KafkaLogCallback {
        { line in
            let level: LogLevel =
                line.level <= 3 ? .error : line.level == 4 ? .warning : line.level <= 6 ? .debug : .trace
            logger.log(level, line.text, fields: [("librdkafka", .text(line.facility))])
        }
    }
}

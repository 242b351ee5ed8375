import Faults
import Foundation
import Testing

/// Everything that is tried against a real Kafka, with the built product as a process of its own. One test at a time:
/// each has two or three processes, and the broker is shared.
@Suite(.serialized, .needsBroker)
enum RealBroker {}

/// The Kafka that the tests may use, as `host:port`; without it they say that they were skipped.
let testBrokers = ProcessInfo.processInfo.environment["KAFKA_BOOTSTRAP_SERVERS"].flatMap { $0.isEmpty ? nil : $0 }

extension Trait where Self == ConditionTrait {
    static var needsBroker: Self {
        .enabled(if: testBrokers != nil, "KAFKA_BOOTSTRAP_SERVERS is not set: no Kafka to test against")
    }
}

extension Trait where Self == ConditionTrait {
    /// A broker that a proxy can stand before.
    static var needsLoopbackBroker: Self {
        .enabled(if: testBrokers?.hasPrefix("127.0.0.1:") == true, "there is no Kafka at 127.0.0.1 to test against")
    }

    /// For what takes more than a minute.
    static var long: Self {
        .enabled(
            if: ProcessInfo.processInfo.environment["TURNSTILE_TEST_ALL"] == "1",
            "takes minutes: `scripts/test --all` runs it")
    }
}

/// Runs a test that blocks on a thread of its own, not of Swift's cooperative pool, with an installation of its own,
/// and ends every process that it started, also where the test fails.
func withInstallation(
    partitions: Int = 4, brokers: String? = nil, _ body: @escaping @Sendable (Installation) throws -> Void
) async throws {
    try await withTaskExecutorPreference(OwnThread()) {
        let installation = try Installation(partitions: partitions, brokers: brokers ?? testBrokers ?? "")
        defer { installation.close() }
        do { try body(installation) } catch {
            installation.keepsLogs = true
            throw error
        }
    }
}

/// The same on three brokers of the test's own, with topics on all of them and a proxy before them.
func withThreeBrokers(
    _ body: @escaping @Sendable (OwnCluster, Installation, FaultProxy) throws -> Void
) async throws {
    let cluster = try OwnCluster(brokers: 3, package: packageDirectory)
    defer { cluster.wipe() }
    try await withInstallation(brokers: cluster.bootstrapServers) { installation in
        try installation.turnstile("topics", "apply", "--partitions", "4", "--replication-factor", "3", "--execute")
        let proxy = try FaultProxy(to: installation.settings.bootstrapServers)
        defer { proxy.close() }
        try body(cluster, installation, proxy)
    }
}

private final class OwnThread: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        Thread.detachNewThread { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// The product as it was built beside these tests.
let turnstileProgram: String = {
    let places = [
        CommandLine.arguments[0], (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "",
    ]
    for place in places {
        let program = URL(fileURLWithPath: place).deletingLastPathComponent().appendingPathComponent("turnstile").path
        if FileManager.default.isExecutableFile(atPath: program) { return program }
    }
    return "turnstile"
}()

/// The folder of this package.
let packageDirectory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

/// What did not come in time.
struct TimedOut: Error, CustomStringConvertible {
    var description: String
}

/// The same numbers for the same seed: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

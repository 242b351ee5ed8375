import Faults
import Foundation
import Testing

extension RealBroker {
    @Suite(.serialized)
    struct Chaos {
        /// As in Sources/CrashPoints. Checkpoints are made once a second, transactions by the dozen.
        static let steps: [(name: String, occurrence: Int)] = [
            ("begun", 3), ("produced", 5), ("flushed", 7), ("offsets-sent", 4), ("commit-asked", 6),
            ("commit-answered", 5), ("applied", 8), ("checkpoint-begun", 1), ("checkpoint-synced", 1),
            ("checkpoint-done", 2),
        ]

        @Test("killed at every step of a transaction and of a checkpoint: nothing twice, nothing lost")
        func everyStep() async throws {
            let library = URL(fileURLWithPath: turnstileProgram).deletingLastPathComponent()
                .appendingPathComponent("libCrashPoints.so").path
            try #require(FileManager.default.fileExists(atPath: library), "swift build makes \(library)")
            try await withInstallation(partitions: 2) { installation in
                try installation.makeTopics()
                let load = try installation.startLoad(perSecond: 25, seed: 6)
                for (name, occurrence) in Self.steps {
                    let adapter = try installation.startAdapter(
                        settings: ["LD_PRELOAD": library, "CRASH_AT": "\(name):\(occurrence)"])
                    #expect(try adapter.wait(seconds: 45) == 128 + SIGKILL, "\(name): \(adapter.log.suffix(500))")
                    #expect(adapter.log.contains("crash points: SIGKILL at \(name)"))
                }
                let adapter = try installation.startAdapter()
                try installation.expectWholeTraffic(of: load)
                #expect(adapter.exitCode == nil)
            }
        }

        @Test(
            "scripts/chaos: a minute of faults on three brokers", .long,
            .enabled(
                if: FileManager.default.isExecutableFile(atPath: packageDirectory + "/../shared/kafka/kafka"),
                "it starts brokers of its own with ../shared/kafka, which is not there"))
        func chaos() async throws {
            try await withInstallation { installation in
                let kinds = "kill at commit-asked,kill at commit-answered,kill,lost store,broker kill,network timeout"
                let chaos = try ChildProcess(
                    packageDirectory + "/scripts/chaos",
                    [
                        "--minutes", "1.2", "--seed", "11", "--per-second", "20", "--program", turnstileProgram,
                        "--only", kinds,
                    ], logPath: installation.directory + "/chaos.log",
                    outputPath: installation.directory + "/chaos.json")
                // SIGTERM, not SIGKILL, where it takes too long: it stops its brokers itself.
                let end = Date().addingTimeInterval(420)
                while chaos.exitCode == nil, Date() < end { usleep(200_000) }
                chaos.signal(SIGTERM)
                #expect(try chaos.wait(seconds: 30) == 0, "\(chaos.log.suffix(3000))")
                let line = try Data(contentsOf: URL(fileURLWithPath: installation.directory + "/chaos.json"))
                let figures = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
                #expect(figures["violations"] as? Int == 0 && (figures["faults"] as? Int ?? 0) >= 6, "\(figures)")
                print("chaos: \(String(decoding: line, as: UTF8.self))")
            }
        }
    }
}

import Faults
import Foundation
import Kafka
import Testing

extension RealBroker {
    @Suite(.serialized)
    struct FullDisk {
        @Test(
            "a full disk stops the input and says so, also over a kill -9; with room again all goes on, and nothing is lost",
            .enabled(if: SmallDisk.isPossible, "needs the right to mount a file system"))
        func stopsAndGoesOn() async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let disk = try SmallDisk(at: installation.dataDirectory("a"), megabytes: 24)
                defer { disk.remove() }
                let load = try installation.startLoad(perSecond: 60, seed: 5)
                var adapter = try installation.startAdapter()
                try installation.awaitInputs(adapter)
                try installation.awaitReady(adapter)
                try disk.fill()

                try installation.awaitLog(
                    "a checkpoint has failed: the partition takes no input until one works", adapter)
                try installation.awaitStill(adapter)
                let page = try installation.http(adapter, "/metrics").body
                #expect(metric(page, "turnstile_partitions_running") < 4)
                #expect(metric(page, "turnstile_checkpoints_total{outcome=\"failed\"}") > 0)

                // What was committed and not checkpointed stands in the changelog. It cannot be written either.
                adapter.killNow()
                adapter = try installation.startAdapter()
                try installation.awaitLog("restoring has failed and is begun again", adapter)
                try installation.awaitStill(adapter)
                try installation.awaitUnready("no room on the disk", adapter)

                disk.makeRoom()
                try installation.awaitReady(adapter)
                try installation.expectWholeTraffic(of: load)
                try installation.end(adapter)
                #expect(try installation.keysOfStoreUnlike(installation.foldedChangelog()).isEmpty)
            }
        }
    }
}

extension Installation {
    /// Waits until an adapter that lives writes nothing more, though there is input.
    fileprivate func awaitStill(_ adapter: ChildProcess) throws {
        let end = Date().addingTimeInterval(20)
        while Date() < end {
            let before = (events: try endOfEvents(), commands: try endOfCommands())
            usleep(2_000_000)
            let after = (events: try endOfEvents(), commands: try endOfCommands())
            if before.events == after.events, before.commands < after.commands {
                let ready = try http(adapter, "/readyz")
                #expect(ready.status == 503 && ready.body.contains("disk"), "\(ready)")
                return
            }
        }
        throw TimedOut(description: "it still writes: \(adapter.log.suffix(1000))")
    }

    private func endOfCommands() throws -> Int64 {
        let admin = try Admin(settings, log: { _ in })
        let partitions = (0..<Int32(partitionCount)).map { (settings.name(of: .orderCommands), $0) }
        return try admin.highWatermarks(partitions).reduce(0) { $0 + ($1 ?? 0) }
    }
}

/// A file system of some megabytes, where the machine lets us mount one.
private final class SmallDisk {
    private let path: String
    private var ballast: String { path + "/ballast" }

    init(at path: String, megabytes: Int) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EPERM)
        }
        self.path = path
    }

    /// Takes all room that is left.
    func fill() throws {
        let file = open(ballast, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { close(file) }
        let block = [UInt8](repeating: 7, count: 4096)
        while write(file, block, block.count) > 0 {}
    }

    func makeRoom() { unlink(ballast) }

    func remove() { umount2(path, Int32(MNT_DETACH)) }

    static let isPossible: Bool = {
        guard geteuid() == 0 else { return false }
        let path = NSTemporaryDirectory() + "turnstile-mount-\(UUID().uuidString)"
        defer { rmdir(path) }
        guard let disk = try? SmallDisk(at: path, megabytes: 1) else { return false }
        disk.remove()
        return true
    }()
}

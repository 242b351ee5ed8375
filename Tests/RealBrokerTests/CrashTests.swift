import Faults
import Foundation
import Kafka
import Records
import Testing

extension RealBroker {
    @Suite(.serialized)
    struct Crashes {
        @Test(
            "kill -9 at random moments over 2,000 orders: every command answered once, both books right", arguments: [1]
        )
        func killed(seed: UInt64) async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let load = try installation.startLoad(orders: 2000, perSecond: 150, seed: seed)
                var adapter = try installation.startAdapter()
                var numbers = SeededNumbers(state: seed)
                var kills = 0
                var ends: [Int64] = []
                while kills < 10, load.exitCode == nil {
                    // From before it has joined the group to well into its work.
                    usleep(.random(in: 200_000...2_000_000, using: &numbers))
                    // Every second one in a transaction: once something of it stands in the log.
                    if kills % 2 == 1 { try installation.awaitUncommitted() }
                    #expect(adapter.exitCode == nil, "the adapter ended by itself: \(adapter.log)")
                    adapter.killNow()
                    kills += 1
                    ends.append(try installation.endOfEvents())
                    adapter = try installation.startAdapter()
                }
                #expect(kills >= 6, "the load ended before it was killed often enough")
                // 0 also says that no supplier issued an order twice.
                #expect(try load.wait(seconds: 180) == 0, "\(load.log.suffix(500))")
                let counts = try installation.expectInvariants()
                #expect(counts.commands > 2000 && counts.orders.values.reduce(0, +) > 1700)
                // A run that reached none of these has shown nothing.
                for status in ["FIXED", "REFUNDED", "CANCELED", "LOCK_FAIL", "FIX_FAIL"] {
                    #expect((counts.orders[status] ?? 0) > 0, "no order is \(status): \(counts.orders)")
                }
                #expect(counts.repeatedCommands > 0 && counts.rejectedCommands > 0 && counts.anomalies > 0)
                #expect(adapter.exitCode == nil)
                let lives = zip([0] + ends, ends).filter { $0 < $1 }.count
                #expect(lives >= 4, "only in \(lives) of its lives had it come to work when it was killed")
                let aborted = try installation.aborted(.orderEvents)
                print("kill -9: \(kills) times, \(lives) of them at work; \(aborted) events of aborted transactions")
            }
        }

        @Test("a zombie: stopped past its session, its partitions taken over, it wakes and commits nothing twice")
        func zombie() async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let load = try installation.startLoad(perSecond: 40, seed: 4)
                var first = try installation.startAdapter("a")
                let second = try installation.startAdapter("b")
                try installation.awaitInputs(first)
                try installation.awaitInputs(second)
                try installation.awaitUncommitted()
                first.signal(SIGSTOP)
                try installation.awaitPartitions(installation.partitionCount, second)
                first = try installation.wake(first, "a")
                try installation.expectWholeTraffic(of: load)
                #expect(first.exitCode == nil && second.exitCode == nil)
            }
        }

        @Test("two instances share the work through joining, kill -9 and coming back")
        func twoInstances() async throws {
            try await withInstallation { installation in
                try installation.makeTopics()
                let load = try installation.startLoad(perSecond: 40, seed: 2)
                var first = try installation.startAdapter("a")
                _ = try installation.awaitRecord(.orderEvents, "an event") { _ in true }
                let second = try installation.startAdapter("b")
                try installation.awaitInputs(second)
                first.killNow()
                // Only once the group has missed it does the second get all partitions; the first then takes some back.
                try installation.awaitPartitions(installation.partitionCount, second)
                first = try installation.startAdapter("a")
                try installation.awaitInputs(first)
                try installation.end(second)
                try installation.expectWholeTraffic(of: load)
                #expect(first.exitCode == nil, "the adapter ended by itself: \(first.log)")
            }
        }
    }
}

extension Installation {
    /// Traffic beside the adapter; one of its two suppliers fails, hangs, answers late and twice. Returns once the first
    /// command is there, so the catalog is too.
    /// - Parameter orders: by default more than any test waits for; `expectWholeTraffic` then ends it.
    func startLoad(orders: Int = 100_000, perSecond: Int, seed: UInt64) throws -> ChildProcess {
        let load = try start(
            [
                "load", "--prepare", "--troubled", "--hold-seconds", "5", "--orders", "\(orders)", "--per-second",
                "\(perSecond)", "--prefix", "o", "--seed", "\(seed)", "--execute",
            ], instance: "load", log: "load")
        _ = try awaitRecord(.orderCommands, "the load's first command") { _ in true }
        return load
    }

    /// Waits until a record of a transaction that may still be open stands in `order-events`, from now on; for as long
    /// as an adapter that was started just now may take to come to work on a busy machine.
    fileprivate func awaitUncommitted() throws {
        var reader = try TopicReader(settings, readsUncommitted: true, log: { _ in })
        let end = Date().addingTimeInterval(30)
        try reader.follow(
            settings.name(of: .orderEvents), from: .timestamp(Int64(end.timeIntervalSince1970 * 1000)), idleMs: 20,
            idle: { Date() < end ? .goOn : .stop }
        ) { _ in .stop }
    }

    /// What stands in all of `order-events`, markers too.
    func endOfEvents() throws -> Int64 {
        let admin = try Admin(settings, log: { _ in })
        let partitions = (0..<Int32(partitionCount)).map { (settings.name(of: .orderEvents), $0) }
        return try admin.highWatermarks(partitions).reduce(0) { $0 + ($1 ?? 0) }
    }

    /// How many of a topic's records were written in transactions that did not commit.
    func aborted(_ topic: Topic) throws -> Int {
        var reader = try TopicReader(settings, readsUncommitted: true, log: { _ in })
        var count = 0
        try reader.readToEnd(settings.name(of: topic)) { _ in
            count += 1
            return .goOn
        }
        return try count - read(topic).count
    }

    /// Wakes a zombie. What it had under way is refused; it comes back as a member, or ends with 75 and is started again.
    func wake(_ zombie: ChildProcess, _ instance: String) throws -> ChildProcess {
        zombie.signal(SIGCONT)
        let end = Date().addingTimeInterval(10)
        while Date() < end, zombie.exitCode == nil { usleep(100_000) }
        guard let code = zombie.exitCode else { return zombie }
        #expect(code == 75, "\(zombie.log.suffix(1000))")
        return try startAdapter(instance)
    }

    /// Waits until an adapter has handled input.
    func awaitInputs(_ adapter: ChildProcess) throws {
        try awaitMetric("handled input", adapter) { metric($0, "turnstile_inputs_total") > 0 }
    }

    func awaitPartitions(_ count: Int, _ adapter: ChildProcess) throws {
        try awaitMetric("\(count) partitions", adapter) { metric($0, "turnstile_partitions_running") == Double(count) }
    }

    func awaitMetric(_ what: String, _ adapter: ChildProcess, _ isReached: (String) -> Bool) throws {
        let end = Date().addingTimeInterval(60)
        while Date() < end {
            if isReached(try http(adapter, "/metrics").body) { return }
            usleep(100_000)
        }
        throw TimedOut(description: "\(what) was not reached within 60 s: \(adapter.log.suffix(2000))")
    }
}

/// The sum of a metric over its labels.
func metric(_ page: String, _ name: String) -> Double {
    page.split(separator: "\n").reduce(0) { sum, line in
        guard line.hasPrefix(name), let end = line.dropFirst(name.utf8.count).first, end == "{" || end == " ",
            let value = line.split(separator: " ").last.flatMap({ Double($0) })
        else { return sum }
        return sum + value
    }
}

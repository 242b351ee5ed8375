import Faults
import Foundation
import Records
import Store
import Testing

@testable import Kafka

extension RealBroker {
    /// Stores that cannot be used: each is set aside, kept, and rebuilt, and the other partition has nothing of it.
    @Suite(.serialized)
    struct UnfitStores {
        private struct Case {
            var name: String
            /// What the adapter's log says of it.
            var says: String
            var spoil: (Installation) throws -> Void
        }

        @Test("a store that was cut off, is foreign, of a newer format or too old is set aside, kept and rebuilt")
        func setAside() async throws {
            try await withInstallation(partitions: 2) { installation in
                try installation.prepare()
                try trade(installation, round: 0)
                let cases = [
                    Case(name: "cut off", says: "data.mdb has") { installation in
                        let file = try FileHandle(forUpdating: installation.storeFile(0))
                        try file.truncate(atOffset: try file.seekToEnd() / 2)
                    },
                    Case(name: "of another partition", says: "belongs to") { installation in
                        try FileManager.default.removeItem(atPath: installation.storePath(0))
                        try FileManager.default.copyItem(
                            atPath: installation.storePath(1), toPath: installation.storePath(0))
                    },
                    Case(name: "of another cluster", says: "belongs to") { installation in
                        try FileManager.default.removeItem(atPath: installation.storePath(0))
                        try PartitionStore(
                            dataDirectory: installation.dataDirectory("a"), partition: 0, identity: "elsewhere/t."
                        ).close()
                    },
                    Case(name: "of a newer format", says: "a newer build wrote it") { installation in
                        try installation.spoilStore(0, where: Array("store".utf8) + [0, 0, 0]) { $0[8] += 1 }
                    },
                    Case(name: "too old", says: "tombstones are kept for 1 s") { installation in
                        let admin = try Admin(installation.settings, log: { _ in })
                        try admin.setConfigs(
                            topic: installation.settings.name(of: .orderState), [("delete.retention.ms", "1000")])
                        // Younger than a store of now, and older than the one that is put back.
                        let kept = installation.directory + "/kept"
                        try FileManager.default.copyItem(atPath: installation.storePath(0), toPath: kept)
                        try trade(installation, round: 9)
                        try FileManager.default.removeItem(atPath: installation.storePath(0))
                        try FileManager.default.moveItem(atPath: kept, toPath: installation.storePath(0))
                        usleep(2_000_000)
                    },
                ]
                for (round, item) in cases.enumerated() {
                    try item.spoil(installation)
                    let spoiled = try Data(contentsOf: installation.storeFile(0))
                    let adapter = try trade(installation, round: round + 1)
                    #expect(adapter.log.contains(item.says), "\(item.name): \(adapter.log)")
                    let removes = adapter.log.contains("a store that was set aside earlier is removed")
                    #expect(removes == (round >= 2), "\(item.name): two are kept")
                    let aside = URL(fileURLWithPath: installation.storePath(0) + ".aside-\(round + 1)/data.mdb")
                    // Nothing of what was there is gone. Opening makes a file as long as its table of contents says.
                    let isKept = (try? Data(contentsOf: aside))?.starts(with: spoiled) ?? false
                    #expect(isKept, "\(item.name)")
                    // Age is the one thing that both stores have alike.
                    let isOtherTouched = FileManager.default.fileExists(atPath: installation.storePath(1) + ".aside-1")
                    #expect(isOtherTouched == (item.name == "too old"), "\(item.name)")
                    let unlike = try installation.keysOfStoreUnlike(installation.foldedChangelog())
                    #expect(unlike.isEmpty, "\(item.name): \(unlike)")
                }
                _ = try installation.expectInvariants()
            }
        }

        @Test("a store that the disk does not give is kept: its partition waits and says so, the other goes on")
        func unreadable() async throws {
            try await withInstallation(partitions: 2) { installation in
                try installation.prepare()
                try trade(installation, round: 0)
                // What stands in the file's place can be opened and not be read: root may read whatever it may not.
                let kept = installation.directory + "/kept.mdb"
                try FileManager.default.moveItem(atPath: installation.storeFile(0).path, toPath: kept)
                try FileManager.default.createDirectory(
                    atPath: installation.storeFile(0).path, withIntermediateDirectories: false)
                let adapter = try installation.startAdapter()
                let held = installation.order(on: 0, "held")
                try installation.publish(.orderCommands, TestCommand.place(held).signed())
                let other = installation.order(on: 1, "meanwhile")
                try installation.publish(.orderCommands, TestCommand.place(other).signed())
                try installation.awaitEvent("placed", of: other)
                let line = try installation.awaitLog("restoring has failed and is begun again", adapter)
                #expect(line.contains("Is a directory"), "\(line)")
                try installation.awaitUnready("Is a directory", adapter)
                try FileManager.default.removeItem(at: installation.storeFile(0))
                try FileManager.default.moveItem(atPath: kept, toPath: installation.storeFile(0).path)
                try installation.awaitEvent("placed", of: held)
                try installation.awaitReady(adapter)
                #expect(!FileManager.default.fileExists(atPath: installation.storePath(0) + ".aside-1"))
                try installation.end(adapter)
                #expect(try installation.keysOfStoreUnlike(installation.foldedChangelog()).isEmpty)
            }
        }

        @Test(
            "a flipped byte of a state is found when the order is next looked at; rebuilt, it answers as it did before")
        func flippedByte() async throws {
            try await withInstallation(partitions: 2) { installation in
                try installation.prepare()
                // The changelog's tail, which is read at each start, mends what it brings anew: so the order is older.
                for round in 0..<3 { try trade(installation, round: round) }
                let order = installation.order(on: 0, "r0")
                let place = try #require(
                    try installation.read(.orderCommands).first { $0.key == Array("d1/\(order)".utf8) })
                let state = try #require(try installation.storedStates()["d1/\(order)"])
                try installation.spoilStore(0, where: Array(state.prefix(48))) { $0[30] ^= 0x10 }

                let adapter = try installation.startAdapter()
                try installation.awaitReady(adapter)
                let answer = try installation.answer(
                    to: Sent(key: place.key, value: place.value, headers: place.headers))
                #expect(answer["commandRepeated"] != nil, "\(answer)")
                #expect(adapter.log.contains("a stored state cannot be read"), "\(adapter.log)")
                #expect(FileManager.default.fileExists(atPath: installation.storePath(0) + ".aside-1"))
                #expect(!FileManager.default.fileExists(atPath: installation.storePath(1) + ".aside-1"))
                try installation.end(adapter)
                #expect(try installation.keysOfStoreUnlike(installation.foldedChangelog()).isEmpty)
                _ = try installation.expectInvariants()
            }
        }

        @Test("while one partition is restored the other takes input; a restoring that stands still is begun again")
        func othersGoOn() async throws {
            try await withInstallation(partitions: 2) { installation in
                try installation.prepare()
                try trade(installation, round: 0)
                try FileManager.default.removeItem(atPath: installation.storePath(0))
                // A transaction that is open in its changelog holds the restoring up: it reads to the high watermark.
                var holder = try TransactionalProducer(
                    installation.settings, transactionalID: installation.groupID + "-holder", log: { _ in })
                try holder.initialise(timeoutMs: 10_000)
                try holder.begin()
                try installation.putUncommittedState(&holder, partition: 0)

                let adapter = try installation.startAdapter(settings: ["TURNSTILE_RESTORE_TIMEOUT_MS": "1000"])
                let other = installation.order(on: 1, "meanwhile")
                try installation.publish(.orderCommands, TestCommand.place(other).signed())
                try installation.awaitEvent("placed", of: other)
                let held = installation.order(on: 0, "held")
                try installation.publish(.orderCommands, TestCommand.place(held).signed())

                try installation.awaitLog("restoring has failed and is begun again", adapter)
                let line = try installation.awaitLog("nothing came for 1 s: ", adapter)
                #expect(line.contains("records"), "\(line)")
                try installation.awaitUnready("partition 0 is restoring: begun again after: nothing came", adapter)
                let page = try installation.http(adapter, "/metrics").body
                #expect(metric(page, "turnstile_partitions_restoring") == 1)
                #expect(metric(page, "turnstile_partitions_running") == 1)
                let events = try installation.read(.orderEvents)
                #expect(!events.contains { $0.key == Array("d1/\(held)".utf8) }, "it took input while it was restored")

                try holder.abort(Patience(untilNs: .max))
                try installation.awaitEvent("placed", of: held)
                try installation.awaitReady(adapter)
                try installation.end(adapter)
                #expect(try installation.keysOfStoreUnlike(installation.foldedChangelog()).isEmpty)
                _ = try installation.expectInvariants()
            }
        }

        /// An adapter's life in which each partition gets some orders, up to its orderly end.
        @discardableResult
        private func trade(_ installation: Installation, round: Int) throws -> ChildProcess {
            let adapter = try installation.startAdapter()
            for partition in 0..<Int32(installation.partitionCount) {
                for number in 0..<10 {
                    let order = installation.order(on: partition, number == 0 ? "r\(round)" : "r\(round)-\(number)-")
                    try installation.publish(.orderCommands, TestCommand.place(order).signed())
                }
                try installation.awaitEvent("placed", of: installation.order(on: partition, "r\(round)"))
                try installation.awaitEvent("placed", of: installation.order(on: partition, "r\(round)-9-"))
            }
            try installation.awaitReady(adapter)
            try installation.end(adapter)
            return adapter
        }
    }
}

extension Installation {
    func storePath(_ partition: Int32) -> String {
        DataDirectory.storePath(in: dataDirectory("a"), partition: partition)
    }

    func storeFile(_ partition: Int32) -> URL { URL(fileURLWithPath: storePath(partition) + "/data.mdb") }

    /// Changes the bytes at every place of a store's file where these stand: also on pages that no longer count.
    func spoilStore(_ partition: Int32, where pattern: [UInt8], _ change: (inout [UInt8]) -> Void) throws {
        var file = try Data(contentsOf: storeFile(partition))
        var from = file.startIndex
        var count = 0
        while let range = file.range(of: Data(pattern), in: from..<file.endIndex) {
            let end = min(range.lowerBound + 64, file.endIndex)
            var bytes = Array(file[range.lowerBound..<end])
            change(&bytes)
            file.replaceSubrange(range.lowerBound..<end, with: bytes)
            from = range.upperBound
            count += 1
        }
        #expect(count > 0, "nothing to spoil")
        try file.write(to: storeFile(partition))
    }

    /// An order id with this beginning whose home is the partition.
    func order(on partition: Int32, _ prefix: String) -> String {
        let ids = (0..<1000).lazy.map { "\(prefix)x\($0)" }
        return ids.first { id in
            Array("\(TestCatalog.distributor)/\(id)".utf8).withUnsafeBytes {
                Murmur2.partition(of: $0, count: Int32(partitionCount))
            } == partition
        } ?? prefix
    }

    /// Writes a record to a partition of `order-state` in the producer's open transaction.
    fileprivate func putUncommittedState(_ producer: inout TransactionalProducer, partition: Int32) throws {
        let key = Array("d1/never".utf8)
        try key.withUnsafeBytes { key in
            var transaction = Transaction()
            transaction.records = [
                OutgoingRecord(topic: .orderState, partition: partition, key: key, value: key)
            ]
            let patience = Patience(untilNs: monotonicNs() + 10_000_000_000, mailbox: nil)
            try producer.enqueue(transaction, patience)
            try producer.flush(patience)
        }
    }
}

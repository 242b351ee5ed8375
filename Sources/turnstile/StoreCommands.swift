import Contract
import Glibc
import Orders
import Protobuf
import Schemas
import Store

private let dataDirectoryFlag = Flag("data-dir", value: "DIR", "where the stores are (default: the configuration's)")
private let partitionFlag = Flag("partition", value: "N", "only this partition's")
private let storeFlags = [partitionFlag, dataDirectoryFlag, Flag.config]

let storeCommands = [
    Command(
        path: ["store", "verify"],
        summary: "reads the local stores whole and says what is wrong with them; exit 4 where something is",
        flags: storeFlags + [.output],
        examples: [("turnstile store verify --data-dir data", "after trouble with the disk")], run: verifyStores),
    Command(
        path: ["store", "inspect"], summary: "tells what is in the local stores, also beside a running process",
        flags: [Flag("key", value: "KEY", "print what is stored under this order's key, as JSON")] + storeFlags
            + [.output],
        examples: [
            ("turnstile store inspect", "by partition: position, orders, timers, bytes"),
            ("turnstile store inspect --key d001/42", "one order, as of the last checkpoint"),
        ], run: inspectStores),
    Command(
        path: ["store", "rebuild"],
        summary:
            "sets local stores aside, so that the next start rebuilds them from the changelog; shows the plan first",
        flags: storeFlags + [.execute, .output],
        examples: [
            ("turnstile store rebuild --partition 3", "what would be set aside"),
            ("turnstile store rebuild --partition 3 --execute", "do it; the process must be stopped"),
        ], run: rebuildStores),
]

/// The data directory, and the partitions in it that the flags name.
private func stores(_ arguments: Arguments) throws -> (directory: String, partitions: [Int32]) {
    let directory = try loadSettings(arguments).dataDirectory
    let all = DataDirectory.partitions(in: directory)
    guard !all.isEmpty else {
        throw CommandFailure(
            .notFound, "there is no store in \(directory)",
            todo: "--data-dir names another directory; turnstile config show tells where this one comes from")
    }
    guard arguments.value("partition") != nil else { return (directory, all) }
    let wanted = Int32(try arguments.number("partition", in: 0...Int(Int32.max), default: 0))
    guard all.contains(wanted) else {
        let known = all.map { "\($0)" }.joined(separator: ", ")
        throw CommandFailure(
            .notFound, "there is no store of partition \(wanted) in \(directory)", todo: "there are those of \(known)")
    }
    return (directory, [wanted])
}

/// Who holds the data directory; nil where nobody does.
private func holder(_ directory: String) throws -> String? {
    do throws(StoreError) {
        _ = try DataDirectory(locking: directory)
        return nil
    } catch {
        guard case .inUse(_, let pid) = error else { throw error }
        return "process \(pid.map { "\($0)" } ?? "unknown")"
    }
}

// MARK: verify

private func verifyStores(_ arguments: Arguments) throws -> ExitCode {
    let (directory, partitions) = try stores(arguments)
    let holder = try holder(directory)
    var table = Table(["partition", "states", "timers", "found"])
    var isDamaged = false
    for partition in partitions {
        do {
            let (states, timers) = try verify(directory, partition, isClosed: holder == nil)
            table.append(.number("\(partition)"), .number("\(states)"), .number("\(timers)"), .string("ok"))
        } catch {
            isDamaged = true
            table.append(.number("\(partition)"), .null, .null, .string("\(error)"))
        }
    }
    printData(table.printed(as: arguments.outputFormat))
    if let holder {
        printNote("\(holder) has the stores open: the files' structure was not looked at, all else was")
    }
    if isDamaged { printNote("turnstile store rebuild sets a damaged store aside; no order is lost by it") }
    return isDamaged ? .difference : .done
}

/// What is wrong with a store though each of its parts is whole.
private struct StoreFault: Error, CustomStringConvertible {
    var description: String
}

/// Structure, checksums, timers against states, every state's meaning, and the orders that were counted against those
/// that are there.
private func verify(_ directory: String, _ partition: Int32, isClosed: Bool) throws -> (states: Int, timers: Int) {
    // Without LMDB first: a damaged page there would end this process.
    if isClosed { try PartitionStore.checkStructure(DataDirectory.storePath(in: directory, partition: partition)) }
    let store = try PartitionStore.reading(dataDirectory: directory, partition: partition)
    defer { store.close() }
    let states = try store.verify()
    var census = Census()
    var written: Census?
    try store.forEachState { key, value in
        let bytes = RawSpan(_unsafeBytes: value)
        if key.elementsEqual("/".utf8) { written = try readPartitionState(bytes).census }
        if key.first != UInt8(ascii: "/") { census.move(from: .nothing, to: Standing(try readRecord(bytes))) }
    }
    // One snapshot: of one checkpoint, also beside a process that writes.
    if let written, written != census {
        throw StoreFault(description: "the orders that were counted are not those that are stored")
    }
    return (states, try store.size().timers)
}

// MARK: inspect

private func inspectStores(_ arguments: Arguments) throws -> ExitCode {
    let (directory, partitions) = try stores(arguments)
    if let key = arguments.value("key") { return try inspect(key, directory, partitions) }
    var table = Table([
        "partition", "position", "number", "clock", "directory", "orders", "stubs", "negotiations", "timers",
        "next_timer", "used_bytes", "file_bytes", "checkpoint", "identity",
    ])
    for partition in partitions {
        let store = try PartitionStore.reading(dataDirectory: directory, partition: partition)
        defer { store.close() }
        let state = try Array("/".utf8).withUnsafeBytes { key in
            try store.withState(key) { try readPartitionState(RawSpan(_unsafeBytes: $0)) }
        }
        var nextDueMs: Int64?
        try store.timers(afterMs: nil, untilMs: .max) { dueMs, _ in
            nextDueMs = dueMs
            return false
        }
        let size = try store.size()
        let census = state?.census
        let orders = census.map { census in OrderStatus.allCases.reduce(0) { $0 + census[$1] } }
        table.append(
            .whole(partition), .whole(try store.position()), .whole(state?.number ?? 0), .time(state?.clockMs),
            .whole(state?.directoryVersion ?? -1), .whole(orders), .whole(census?.stubs), .whole(census?.negotiations),
            .whole(size.timers), .time(nextDueMs), .whole(size.usedBytes), .whole(size.fileBytes),
            .time(try store.checkpointedAtMs()), .string(try store.identity() ?? ""))
    }
    printData(table.printed(as: arguments.outputFormat))
    return .done
}

private func inspect(_ key: String, _ directory: String, _ partitions: [Int32]) throws -> ExitCode {
    for partition in partitions {
        let store = try PartitionStore.reading(dataDirectory: directory, partition: partition)
        defer { store.close() }
        let state = try Array(key.utf8).withUnsafeBytes { key in try store.withState(key) { Array($0) } }
        guard let state else { continue }
        printData(
            readableState(try InternalProto.OrderRecord.descriptor.json(state.span.bytes)).text(pretty: true) + "\n")
        printNote("partition \(partition), as of its last checkpoint; turnstile order get tells it as of now")
        return .done
    }
    throw CommandFailure(
        .notFound, "no store here has \(key)", todo: "turnstile order get asks the changelog of all partitions")
}

// MARK: rebuild

private func rebuildStores(_ arguments: Arguments) throws -> ExitCode {
    let (directory, partitions) = try stores(arguments)
    if arguments.has("execute") { return try setAside(arguments, directory, partitions) }
    printPlan(arguments, directory, partitions)
    let holder = try holder(directory)
    printNote(
        "nothing was changed: add --execute to set \(partitions.count) aside"
            + (holder.map { ", and stop \($0) first" } ?? ""))
    return .done
}

private func printPlan(_ arguments: Arguments, _ directory: String, _ partitions: [Int32]) {
    var table = Table(["partition", "states", "file_bytes", "plan"])
    for partition in partitions {
        // What cannot be read is what one sets aside.
        let store = try? PartitionStore.reading(dataDirectory: directory, partition: partition)
        let size = try? store?.size()
        store?.close()
        table.append(
            .number("\(partition)"), size.map { .number("\($0.states)") } ?? .null,
            size.map { .number("\($0.fileBytes)") } ?? .null, .string("set aside; rebuilt at the next start"))
    }
    printData(table.printed(as: arguments.outputFormat))
}

private func setAside(_ arguments: Arguments, _ directory: String, _ partitions: [Int32]) throws -> ExitCode {
    let lock: DataDirectory
    do { lock = try DataDirectory(locking: directory) } catch {
        throw CommandFailure(.tryAgain, "\(error)", todo: "a store is set aside while no process has it open")
    }
    printPlan(arguments, directory, partitions)
    for partition in partitions {
        let aside = try PartitionStore.setAside(DataDirectory.storePath(in: lock.path, partition: partition))
        printNote("partition \(partition): kept at \(aside.path)")
        for path in aside.removed { printNote("partition \(partition): \(path), set aside earlier, is removed") }
    }
    printNote("\(partitions.count) set aside; turnstile run rebuilds them from the changelog")
    return .done
}

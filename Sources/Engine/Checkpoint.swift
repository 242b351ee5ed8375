internal import Records
internal import Synchronization

/// Writes a frozen table into the store, on a thread that the service provides.
///
/// The store's position must be one before which the store lacks nothing. The end of the changelog that is asked now
/// covers transactions whose states are not in the frozen table; the one that was asked during the checkpoint before
/// does not, since every transaction that stood before it was applied when the table was frozen. So a checkpoint writes
/// the former answer and asks for the next; a restart reads two checkpoints' worth of changelog at most.
final class CheckpointJob: Sendable {
    enum Outcome: Sendable {
        /// The changelog's end, asked after the table was frozen; nil where it could not be told.
        case done(changelogEnd: Int64?)
        /// `isDamaged`: the store cannot be used any more; otherwise the same checkpoint can be tried again.
        case failed(String, isDamaged: Bool)
    }

    private let partition: Int32
    private let store: any CheckpointStore
    private let reader: any ChangelogReader
    private let table: StateTable
    private let position: Int64
    private let outcomeNow = Mutex<Outcome?>(nil)

    init(
        partition: Int32, store: any CheckpointStore, reader: any ChangelogReader, table: StateTable, position: Int64
    ) {
        self.partition = partition
        self.store = store
        self.reader = reader
        self.table = table
        self.position = position
    }

    /// nil as long as it runs.
    var outcome: Outcome? { outcomeNow.withLock { $0 } }

    func run() {
        let outcome: Outcome
        do {
            let end = try? reader.end(partition: partition)
            try store.checkpoint(Self.sorted(table), position: position)
            outcome = .done(changelogEnd: end)
        } catch {
            outcome = .failed(
                "\(error)", isDamaged: (error as? any CheckpointStoreError)?.isMendedByRebuilding == true)
        }
        outcomeNow.withLock { $0 = outcome }
    }

    static func sorted(_ table: StateTable) -> [CheckpointEntry] {
        var entries = table.entries.map { entry in
            CheckpointEntry(
                key: entry.key, value: entry.value, nextDueMs: entry.nextDueMs == .max ? nil : entry.nextDueMs)
        }
        entries.sort { compare($0.key, $1.key) < 0 }
        return entries
    }
}

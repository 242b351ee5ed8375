internal import Glibc
internal import Records
internal import Synchronization

/// A transaction on its way to the committer, with the membership that it is committed under.
struct Handover: ~Copyable, Sendable {
    var transaction: Transaction
    var membership: GroupMembership?
}

/// What the loop and the committer's thread share: one transaction in, one settlement out.
final class CommitterMailbox: Sendable {
    private struct Content: ~Copyable {
        var handover: Handover?
        var settlement: Settlement?
    }

    private let content = Mutex(Content())
    /// Rung for the committer's thread.
    let bell: Wakeup
    /// Rung for the loop.
    private let loopBell: Wakeup
    /// When the end was asked for, on the clock of `monotonicNs`; 0 before that.
    private let stopAskedNs = Atomic<UInt64>(0)
    /// Why the consumer is over for good. The committer then fences nobody: another process may have its identity.
    private let consumerFailureReason = Mutex<String?>(nil)

    init(loopBell: consuming Wakeup) throws(KafkaFailure) {
        let bell = try Wakeup()
        self.bell = bell
        self.loopBell = loopBell
    }

    var consumerFailure: String? {
        get { consumerFailureReason.withLock { $0 } }
        set {
            consumerFailureReason.withLock { $0 = newValue }
            bell.ring()
        }
    }

    func submit(_ transaction: consuming Transaction, membership: GroupMembership?) {
        var handover: Handover? = Handover(transaction: transaction, membership: membership)
        content.withLock { $0.handover = handover.take() }
        bell.ring()
    }

    func takeHandover() -> Handover? { content.withLock { $0.handover.take() } }

    func settle(_ settlement: Settlement) {
        content.withLock { $0.settlement = settlement }
        loopBell.ring()
    }

    func takeSettlement() -> Settlement? { content.withLock { $0.settlement.take() } }

    func stop() {
        stopAskedNs.store(monotonicNs(), ordering: .sequentiallyConsistent)
        bell.ring()
    }

    var isStopping: Bool { stopAskedNs.load(ordering: .sequentiallyConsistent) > 0 }

    /// A transaction that is not done this long after the end was asked for is left to the next producer of its id.
    var isStopOverdue: Bool {
        let askedNs = stopAskedNs.load(ordering: .sequentiallyConsistent)
        return askedNs > 0 && monotonicNs() - askedNs > 3_000_000_000
    }
}

/// The thread that owns a worker's transactional producer and blocks in it, so that the loop need not.
struct Committer: ~Copyable {
    let mailbox: CommitterMailbox
    private let thread: pthread_t

    init(
        _ settings: KafkaSettings, identity: WorkerIdentity, counters: LogCounters, loopBell: consuming Wakeup,
        log: @escaping KafkaLogCallback
    ) throws(KafkaFailure) {
        let mailbox = try CommitterMailbox(loopBell: loopBell)
        let body = ThreadBody {
            var committing = Committing(
                settings, identity: identity, counters: counters, mailbox: mailbox, log: log)
            committing.run()
        }
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(body)
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, argument.toOpaque())
        guard code == 0 else {
            argument.release()
            throw KafkaFailure(
                code: "_CRIT_SYS_RESOURCE", message: String(cString: strerror(code)),
                action: "start the committer's thread", isFatal: true)
        }
        self.mailbox = mailbox
        self.thread = thread
    }

    /// Ends the thread: a transaction under way is finished or, if it cannot be, left to the next producer of its id.
    deinit {
        mailbox.stop()
        pthread_join(thread, nil)
    }
}

private final class ThreadBody {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
}

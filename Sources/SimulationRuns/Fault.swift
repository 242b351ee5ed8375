/// What a run does to the adapter. Each kind must be seen in a set of runs.
public enum Fault: String, CaseIterable, Sendable {
    /// The process dies between two steps of the engine, with nothing under way.
    case crashBetweenSteps
    /// It dies while a transaction is under way; told apart by the committer's phase.
    case crashInInitialise, crashInProduce, crashInOffsets, crashInEnd, crashInAbort, crashInOutcome
    /// It dies with a checkpoint or a restoring begun.
    case crashInCheckpoint, crashInRestore
    /// It is asked to end, and comes again.
    case restart
    /// It is stopped past its session's time-out, and wakes.
    case zombie
    /// A second process with the same identity is started on another machine.
    case twin
    /// It leaves the group, and joins again later.
    case scaleIn
    /// A request of a transaction is lost, or its answer; it arrives when nobody waits for it; it is refused.
    case requestLost, answerLost, requestLate, commitLate, requestRefused
    /// The commit was asked for so often that nobody knows how it ended.
    case outcomeUnknown
    case brokerDown
    case watermarkUnreachable
    case fetchSlow
    case storeLost, storeDamaged, storeOlder, diskFull
    case changelogUnreadable
    case compaction, retention
    /// The broker does not take a record that the engine would.
    case recordTooLarge
    /// A writer's own transaction in the inputs stays open for a while, is committed, or is aborted.
    case inputOpen, inputAborted
    case clockForward, clockBack, brokerClock
    /// An input comes twice, late, on another partition, or is none.
    case inputTwice, inputLate, inputMisrouted, inputUnreadable
    case directoryChanged
    /// Seen, not made: a member was fenced, an assignment was taken away while a transaction was under way.
    case fenced, rebalanceInTransaction

    /// Those that a run can leave out. The others follow from these.
    public static let made: [Fault] = allCases.filter {
        ![.fenced, .rebalanceInTransaction, .outcomeUnknown].contains($0)
    }
}

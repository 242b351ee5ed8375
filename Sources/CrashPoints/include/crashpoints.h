/// A library to be preloaded into `turnstile run` by tests: it ends the process with SIGKILL at a named step.
///
///     LD_PRELOAD=libCrashPoints.so CRASH_AT=commit-asked:3 turnstile run
///
/// ends it when it asks for its third commit. It stands between the program and librdkafka, LMDB and libc, whose calls
/// are the steps, so that the program itself has no place in it that is for tests only. Without CRASH_AT it does
/// nothing. The steps of a transaction: begun, produced, flushed, offsets-sent, commit-asked (the EndTxn request is
/// written, its answer is not there), commit-answered, applied (the next transaction is about to begin); those of a
/// checkpoint: checkpoint-begun, checkpoint-synced (its pages are on the disk, the page that makes them count is not),
/// checkpoint-done. An unknown step ends the process with 2 at once.
void crash_points_are_here(void);

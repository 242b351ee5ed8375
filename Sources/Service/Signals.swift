internal import Glibc

/// The signals that end a process. They are blocked before any library makes a thread, and waited for by one.
public enum Signals {
    /// To be called first in the process: threads inherit it.
    public static func block() {
        var set = ending
        pthread_sigmask(SIG_BLOCK, &set, nil)
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits for SIGTERM or SIGINT.
    /// - Returns: the signal, or nil where none came in time.
    public static func wait(milliseconds: Int) -> Int32? {
        var set = ending
        var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        let signal = sigtimedwait(&set, nil, &time)
        return signal > 0 ? signal : nil
    }

    private static var ending: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGTERM)
        sigaddset(&set, SIGINT)
        return set
    }
}

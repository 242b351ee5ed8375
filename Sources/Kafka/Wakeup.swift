internal import CRdkafka
internal import Glibc

/// A bell that any thread or librdkafka can ring and one thread waits for. Rung before the waiting begins, it is not
/// missed.
struct Wakeup: ~Copyable, Sendable {
    let descriptor: Int32

    init() throws(KafkaFailure) {
        let descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else { throw Self.failure() }
        self.descriptor = descriptor
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    /// The same bell for another owner.
    func duplicate() throws(KafkaFailure) -> Wakeup {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw Self.failure() }
        return Wakeup(descriptor: copy)
    }

    private static func failure() -> KafkaFailure {
        KafkaFailure(
            code: "_FS", message: String(cString: strerror(errno)), action: "make an event descriptor", isFatal: true)
    }

    func ring() { _ = eventfd_write(descriptor, 1) }

    /// Rings whenever something is put on the empty queue.
    func follow(_ queue: OpaquePointer) {
        var one: UInt64 = 1
        rd_kafka_queue_io_event_enable(queue, descriptor, &one, 8)
    }

    static func unfollow(_ queue: OpaquePointer) { rd_kafka_queue_io_event_enable(queue, -1, nil, 0) }

    /// Waits until it was rung since the last wait, or `milliseconds` are over; −1 waits for ever.
    func wait(milliseconds: Int) {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, Int32(clamping: milliseconds)) > 0 else { return }
        var count: eventfd_t = 0
        _ = eventfd_read(descriptor, &count)
    }

    deinit { close(descriptor) }
}

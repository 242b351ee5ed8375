extension Draft {
    /// LOCKED → CANCELED: says so, takes the sale back and asks the supplier to release the hold.
    /// - Parameter atMs: the cancel's time: the command's append time, the lock's success where it waited for that, or
    ///   the hold's end. In the books it is never before the sale's.
    /// - Returns: the sequence number of Canceled.
    @discardableResult
    mutating func cancelHeld(_ reason: CancelReason, atMs: Milliseconds) -> UInt64 {
        let canceledAtMs = max(atMs, order.hold?.lockedAtMs ?? atMs)
        order.cancellation = Order.Cancellation(reason: reason, atMs: canceledAtMs)
        order.timers[.holdExpiry] = nil
        dropExtension()
        let sequence = say(.canceled(reason), to: .canceled)
        postCancellation(atMs: canceledAtMs, eventSequence: sequence)
        endBeforeIssuing()
        startRelease(reason: reason == .holdExpired ? "hold expired" : "canceled")
        return sequence
    }

    /// Lets a hold that is over when the input was appended expire: the append time decides, not when it is handled
    /// (races 11 and 12).
    /// - Returns: whether it did.
    mutating func expireIfOver() -> Bool {
        guard order.status == .locked, let hold = order.hold, input.appendedAtMs >= hold.untilMs else { return false }
        cancelHeld(.holdExpired, atMs: hold.untilMs)
        return true
    }

    /// HOLD_EXPIRY is due.
    mutating func holdExpired() {
        guard order.status == .locked, let hold = order.hold else { return }
        cancelHeld(.holdExpired, atMs: hold.untilMs)
    }

    /// The distributor cancels: at once in LOCKED; as an intent while the lock or the issue is under way.
    mutating func cancelCommanded(_ command: Command) {
        if expireIfOver() { return rejectAfterExpiry() }
        switch order.status {
        case .locked:
            accept(answer: cancelHeld(.distributor, atMs: input.appendedAtMs))
        case .locking, .fixing:
            guard !order.intents.contains(where: \.isCancel) else {
                return reject(.invalidState, "a cancel is waiting already")
            }
            order.intents.append(.cancel(commandID: command.id, atMs: input.appendedAtMs))
            accept(answer: say(.intentRecorded(.cancel)))
        case .fixed, .refunding, .refunded, .refundFail:
            reject(.invalidState, "the tickets are issued: ask for a refund (request_refund)")
        case .canceled, .lockFail, .fixFail:
            rejectByStatus()
        }
    }

    /// The buyer has paid: LOCKED → FIXING.
    mutating func issueCommanded() {
        if expireIfOver() { return rejectAfterExpiry() }
        guard order.status == .locked else { return rejectByStatus() }
        // What is issued needs no longer hold: an extension that is under way lapses.
        dropExtension()
        accept(answer: startIssuing())
    }

    /// The distributor asks for a longer hold (race 14).
    mutating func extendCommanded(_ command: Command, untilMs: Milliseconds) {
        if expireIfOver() { return rejectAfterExpiry() }
        guard order.status == .locked, let hold = order.hold else { return rejectByStatus() }
        // A longer hold is something new: unlike what is held, it needs the rights that there are now.
        guard let account = context.directory.accounts[input.key.distributorID],
            account.isValid(atMs: input.appendedAtMs)
        else { return reject(.accountNotValid, "the account is not valid") }
        guard mayOrderNow else { return reject(.notPermitted, "no grant to order these tickets is left") }
        guard let supplier, supplier.supportsExtend else {
            return reject(.notSupported, "the supplier extends no holds")
        }
        guard hold.extending == nil else { return reject(.invalidState, "an extension is under way already") }
        guard untilMs > hold.untilMs else {
            return reject(.invalidCommand, "until: not later than the hold's end")
        }
        let deadlineMs = sentAtMs + supplier.lockTimeoutMs
        order.hold?.extending = Order.Hold.Extension(commandID: command.id, untilMs: untilMs)
        order.timers[.extendTimeout] = deadlineMs
        accept(answer: say(.intentRecorded(.extend)))
        ask(.extend(command.id), .extend(untilMs: untilMs), attempt: 1, deadlineMs: deadlineMs)
    }

    /// The supplier answers an extension. What comes when none is under way changes nothing: the hold ends as it was
    /// told.
    /// - Parameter commandID: whose extension; nil where the supplier does not say.
    mutating func extensionAnswered(_ result: SupplierResult, commandID: ID?) {
        if expireIfOver() { return }
        guard order.status == .locked, let hold = order.hold, let extending = hold.extending,
            commandID == nil || commandID == extending.commandID
        else { return }
        switch result.outcome {
        case .succeeded:
            var toldUntilMs: Milliseconds?
            if case .extended(let untilMs)? = result.detail { toldUntilMs = untilMs }
            let limitMs = lessMargin(toldUntilMs ?? extending.untilMs)
            // A limit that the supplier names counts, even a shorter one; what was merely asked for shortens nothing.
            let untilMs = toldUntilMs == nil ? max(limitMs, hold.untilMs) : limitMs
            dropExtension()
            order.hold?.untilMs = untilMs
            order.timers[.holdExpiry] = untilMs
            say(.holdExtended(holdUntilMs: untilMs))
        case .failed:
            dropExtension()
            say(.holdExtensionRefused(code: result.code(or: "REFUSED"), message: .passage(result.failureMessage)))
        case .unknown:
            break  // Its time-out decides.
        }
    }

    /// EXTEND_TIMEOUT is due: no answer is a no.
    mutating func extensionTimedOut() {
        guard order.status == .locked, order.hold?.extending != nil else { return }
        dropExtension()
        say(
            .holdExtensionRefused(
                code: .words("TIMEOUT"), message: .words("the supplier has not answered in time")))
    }

    /// What is dropped when an order ends before anything was issued: buyers' data, and what waited. A refund that the
    /// supplier gave of such an order contradicts it; nothing is posted. Source: domain, "Fine points".
    mutating func endBeforeIssuing() {
        order.carried = .none
        let intents = order.intents
        order.intents = []
        for case .supplierRefund(let kept) in intents {
            anomaly(.contradiction, "supplier refund \(kept.refundID) of an order of which nothing was issued")
        }
    }

    /// When our hold ends where the supplier's own ends at `limitMs`: what is asked last must reach it in time. A hold
    /// that is over when it is told of ends now, since no timer may be due before the clock.
    func lessMargin(_ limitMs: Milliseconds) -> Milliseconds {
        let (untilMs, overflows) = limitMs.subtractingReportingOverflow(supplier?.holdMarginMs ?? 0)
        return max(overflows ? limitMs : untilMs, nowMs)
    }

    /// Refuses a command that the order's status does not allow.
    mutating func rejectByStatus() {
        switch order.status {
        case .canceled where order.cancellation?.reason == .holdExpired:
            rejectAfterExpiry()
        case .canceled: reject(.invalidState, "the order is canceled")
        case .locking: reject(.invalidState, "the supplier has not answered the lock yet")
        case .locked: reject(.invalidState, "the tickets are only held")
        case .lockFail: reject(.invalidState, "the lock failed: order again under a new order id")
        case .fixing: reject(.invalidState, "the supplier is issuing the tickets")
        case .fixed: reject(.invalidState, "the tickets are issued")
        case .fixFail: reject(.invalidState, "the issue failed: order again under a new order id")
        case .refunding, .refunded, .refundFail: reject(.invalidState, "the order is being or was refunded")
        }
    }

    private mutating func rejectAfterExpiry() {
        reject(.holdExpired, "the hold has expired: order again under a new order id")
    }

    private mutating func dropExtension() {
        order.hold?.extending = nil
        order.timers[.extendTimeout] = nil
    }

    /// Whether the account could order these tickets today. What the catalog no longer has, nobody may order.
    private var mayOrderNow: Bool {
        let directory = context.directory
        guard let project = directory.projects[order.placing.projectID],
            let show = directory.shows[order.placing.showID]
        else { return false }
        return order.tickets.allSatisfy { ticket in
            guard let ticketClass = directory.ticketClasses[ticket.ticketClassID] else { return false }
            return directory.permits(
                .order, to: input.key.distributorID,
                for: Offer(project: project, show: show, ticketClass: ticketClass), atMs: input.appendedAtMs)
        }
    }
}

extension Order.Intent {
    var isCancel: Bool {
        if case .cancel = self { true } else { false }
    }
}

extension SupplierResult {
    /// The supplier's own failure code, or, where it gives none, these words.
    func code(or words: String) -> Text { failureCode.isEmpty ? .words(words) : .passage(failureCode) }
}

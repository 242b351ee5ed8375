/// What every input is answered with in every state, read from the domain's document.
///
/// Words: `.` nothing, `-` there is no such timer, `du` dead letter UNKNOWN_ORDER; P Placed, L Locked, LF LockFailed,
/// CD/CX/CO Canceled by distributor, expiry, operator, IS IssueStarted, N NegotiationStarted, E Escalated, I Issued,
/// IF IssueFailed, RQ RefundRequested, RR RefundRefused, SR(u) SupplierRefunded (unasked), DR(u) DistributorRefunded
/// (undated), DF DistributorRefundFailed, DC DeliveryChanged, iC/iE/iR/iS IntentRecorded, A OperatorActed; refusals and
/// anomalies in small letters (`EveryInputTests.codes`). `+` joins, `/` separates what the document leaves open.
enum EveryInputTables {
    static let rows: [String: [String]] = {
        var rows: [String: [String]] = [:]
        for line in (commands + results + facts + acts + timers).split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let name = String(parts[0]).trimmed
            guard name != "state" else { continue }
            rows[name] = parts[1].split(separator: " ").map(String.init)
        }
        return rows
    }()

    private static let commands = """
        state                   : NO LG LD LF CA CX FI NE FD FR FF RG RD RF ST
        place same              : P rep rep rep rep rep rep rep rep rep rep rep rep rep rep
        place other             : P dup dup dup dup dup dup dup dup dup dup dup dup dup dup
        issue                   : uo is IS is is he is is is is is is is is is/uo
        cancel                  : uo iC CD is is he iC iC is is is is is is is/uo
        extend                  : uo is iE is is he is is is is is is is is is/uo
        refund r1               : uo is is is is is/he iR iR RQ rep is rep rep rep is/rx/uo
        refund r1 of 0          : uo is is is is is/he iR iR RQ rc is rc rc rc is/rx/rc/uo
        refund r2               : uo is is is is is/he iR iR RQ rx is rx rx rx is/rx/uo
        refund r2 of 5          : uo is is is is is/he rx rx rx rx is rx rx rx is/rx/uo
        report r1               : uo is is is is is/he is is is is is DR is DR is/uo
        report r1 failed        : uo is is is is is/he is is is is is DF is DF/is is/uo
        report r1 undated       : uo is is is is is/he is is is is is DRu+un is DRu+un is/uo
        report r9               : uo is is is is is/he is is is is is is is is is/uo
        invalid                 : ic ic ic ic ic ic ic ic ic ic ic ic ic ic ic
        unsigned                : si si si si si si si si si si si si si si si
        out of window           : ow ow ow ow ow ow ow ow ow ow ow ow ow ow ow

        """

    private static let results = """
        lock                        : du L . ol ./ol ./ol . . . . ./ol . . . ./ol/con
        lock at another price       : du LF ./con/am ol ./ol/con ./ol/con ./con/am ./con/am ./con ./con ./ol/con ./con ./con ./con ./ol/con
        lock succeeded, no detail   : du L/./con ./con ol/./con ./ol/con ./ol/con . . . . ./ol/con . . . ./ol/con
        lock failed none            : du LF con/. . ./con ./con con/. con/. con/. con/. ./con con/. ./con con/. ./con
        lock failed possible        : du LF con/. . ./con ./con con/. con/. con/. con/. ./con con/. ./con con/. ./con
        lock failed certain         : du LF con/. . ./con ./con con/. con/. con/. con/. ./con con/. ./con con/. ./con
        lock unknown                : du . . . . . . . . . . . . . .
        issued                      : du con con oi/con oi oi I I . . oi . . . ./con
        issued other codes          : du con con oi/con oi oi I I tc tc oi tc tc tc ./con/tc
        issued fewer                : du con con oi/con oi oi N+E/E E ./con/tc ./con/tc oi ./con/tc ./con/tc ./con/tc ./con
        issued no codes             : du con con oi/con oi oi I+mc I+mc ./tc/con ./tc/con oi ./tc/con ./tc/con ./tc/con ./con
        issued unasked              : du con con oi/con oi oi I I . . oi . . . ./con
        issue succeeded, no detail  : du con/. con/. oi/con/. oi/. oi/. N . . . oi/. . . . ./con
        issue failed none           : du con/. con/. con/. con/. con/. IF IF con con . con con con .
        issue failed possible       : du con/. con/. con/. con/. con/. N . con con . con con con .
        issue failed certain        : du con/. con/. con/. con/. con/. N . con con . con con con .
        issue unknown               : du con/. con/. . . . N . . . . . . . .
        query says unspecified      : du con/. con/. con/. con/. con/. . . . . . . . . .
        query says not found        : du con/. con/. con/. con/. con/. . . con/. con/. . con/. con/. con/. con/.
        query says held             : du con/. con/. con/. con/. con/. . . con/. con/. . con/. con/. con/. con/.
        query says in progress      : du con/. con/. con/. con/. con/. . . con/. con/. . con/. con/. con/. con/.
        query says failed           : du con/. con/. con/. con/. con/. IF IF con con . con/. con/. con/. con/.
        query says released         : du con/. con/. con/. con/. con/. IF IF con con . con/. con/. con/. con/.
        query issued                : du con con oi/con oi oi I I . . oi . . . ./con
        query issued untold         : du con con oi/con oi oi . . . . oi . . . ./con
        query refunded              : du iS/iS+con/con iS/iS+con con/. con/. con/. iS iS SRu SRu con/. . . . con/.
        query succeeded, no detail  : du con/. con/. con/. con/. con/. . . . . . . . . .
        query failed none           : du con/. con/. con/. con/. con/. . . . . . . . . .
        query failed possible       : du con/. con/. con/. con/. con/. . . . . . . . . .
        query failed certain        : du con/. con/. con/. con/. con/. . . . . . . . . .
        query unknown               : du con/. con/. con/. con/. con/. . . . . . . . . .
        release                     : du con/. con/. . . . con/. con/. con/. con/. . con/. con/. con/. con/.
        release succeeded, no detail: du con/. con/. . . . con/. con/. con/. con/. . con/. con/. con/. con/.
        release failed none         : du con/. con/. . . . con/. con/. con/. con/. . con/. con/. con/. con/.
        release failed possible     : du con/. con/. . . . con/. con/. con/. con/. . con/. con/. con/. con/.
        release failed certain      : du con/. con/. . . . con/. con/. con/. con/. . con/. con/. con/. con/.
        release unknown             : du con/. con/. . . . con/. con/. con/. con/. . con/. con/. con/. con/.
        extended                    : du con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/.
        extend succeeded, no detail : du con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/.
        extend failed none          : du con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/.
        extend failed possible      : du con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/.
        extend failed certain       : du con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/.
        extend unknown              : du con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/.

        """

    private static let facts = """
        refund r1 made                 : du iS/iS+con/con iS+con con con con iS iS SR/SRu/SRu+con SR con . . . con
        refund r1 succeeded, no detail : du iS/iS+con/con iS+con con con con iS iS SR/SRu/SRu+con SR con . . . con/.
        refund r1 failed none          : du con/. con/. con/. con/. con/. con/. con/. con/. RR con/. con/. con/. con/. con/.
        refund r1 failed possible      : du con/. con/. con/. con/. con/. con/. con/. con/. RR/. con/. con/. con/. con/. con/.
        refund r1 failed certain       : du con/. con/. con/. con/. con/. con/. con/. con/. RR/. con/. con/. con/. con/. con/.
        refund r1 unknown              : du con/. con/. con/. con/. con/. con/. con/. con/. . con/. . . . con/.
        refunded unasked               : du iS/iS+con/con iS+con con con con iS iS SRu SRu con con con con con
        refunded unasked 0             : du iS/iS+con/con iS+con con con con iS iS SRu SRu con con con con con
        notice of nothing              : du con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/.
        notice of failure              : du con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/.
        foreign request                : du con con con con con con con con con con con con con con/.
        other supplier                 : du sm sm sm sm sm sm sm sm sm sm sm sm sm sm
        delivery new                   : du con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/. con/.
        delivery delivering            : du DC DC DC DC DC DC DC DC DC DC DC DC DC DC/.
        delivery delivered             : du con con con con con con con con con con con con con con/.
        delivery sendBack              : du con con con con con con con con con con con con con con/.
        delivery of no status          : du con con con con con con con con con con con con con con/.

        """

    private static let acts = """
        resolve issued         : uo A+con/is/ic A+con/is/ic A+oi/A+con A+oi A+oi A+I A+I A/is A/is A+oi A/is A/is A/is uo
        resolve failed         : uo A/A+con/is/ic A/A+con/is/ic A/A+con/is/ic A/A+con/is/ic A/A+con/is/ic A+IF A+IF A+con A+con A/is/ic A+con A+con A+con uo
        resolve unknown        : uo A/is/ic A/is/ic A/is/ic A/is/ic A/is/ic A/is/ic/A+N A/is/ic A/is/ic A/is/ic A/is/ic A/is/ic A/is/ic A/is/ic uo
        resolve other supplier : uo A+sm/ic A+sm/ic A+sm/ic A+sm/ic A+sm/ic A+sm/ic A+sm/ic A+sm/ic A+sm/ic A+sm/ic A+sm/ic A+sm/ic A+sm/ic uo
        query now              : uo A/is A/is A/is A/is A/is A/A+N A A A A/is A A A uo
        cancel hold            : uo is/A+iC A+CO is is is/he is/A+iC is/A+iC is is is is is is uo
        cancel hold unapproved : uo/np np np np np np np np np np np np np np uo/np
        correct                : uo A/is A A/is A A A A A A A A A A uo
        correct by one person  : uo/np np np np np np np np np np np np np np uo/np
        report r1 by a person  : uo is is is is is/he is is is is is A+DR is A+DR uo
        invalid action         : uo/ic ic ic ic ic ic ic ic ic ic ic ic ic ic uo/ic

        """

    private static let timers = """
        stray timer lockTimeout          : . . . . . . . . . . . . . . .
        stray timer holdExpiry           : . . . . . . . . . . . . . . .
        stray timer issueTimeout         : . . . . . . . . . . . . . . .
        stray timer poll                 : . . . . . . . . . . . . . . .
        stray timer releaseRetry         : . . . . . . . . . . . . . . .
        stray timer refundRequestTimeout : . . . . . . . . . . . . . . .
        stray timer refundReportOverdue  : . . . . . . . . . . . . . . .
        stray timer retention            : . . . . . . . . . . . . . . .
        stray timer extendTimeout        : . . . . . . . . . . . . . . .
        timer lockTimeout                : - LF - - - - - - - - - - - - -
        timer holdExpiry                 : - - CX - - - - - - - - - - - -
        timer issueTimeout               : - - - - - - N - - - - - - - -
        timer poll                       : - - - - - - -/./E . - - - - - - -
        timer releaseRetry               : - - - . . . - - - - . - - - -
        timer refundRequestTimeout       : - - - - - - - - - . - - - - -
        timer refundReportOverdue        : - - - - - - - - - - - E - -/E -
        timer retention                  : - - - ./- ./- ./- - - . - ./- - . ./- .
        timer extendTimeout              : - - - - - - - - - - - - - - -

        """
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.last == " " { text = text.dropLast() }
        while text.first == " " { text = text.dropFirst() }
        return String(text)
    }
}

extension Account {
    /// Whether the account may begin anything. It ends by its validity or by suspension. Source: domain, "Rights".
    func isValid(atMs: Milliseconds) -> Bool {
        !isSuspended && isInForce(from: validFromMs, until: validUntilMs, atMs: atMs)
    }
}

extension Contract {
    /// Of a party's contracts the one that counts at a time: of each contract's versions the latest that is valid, of
    /// several contracts the one that became valid last, then the greater id. Source: domain, "Money".
    /// - Returns: nil where none is valid: then the party cannot trade.
    static func valid(_ contracts: [Contract], atMs: Milliseconds) -> Contract? {
        var found: Contract?
        for contract in contracts where contract.validFromMs.map({ $0 <= atMs }) ?? true {
            guard let best = found else {
                found = contract
                continue
            }
            let isLater =
                contract.id == best.id
                ? contract.version > best.version
                : (contract.validFromMs ?? .min, contract.id) > (best.validFromMs ?? .min, best.id)
            if isLater { found = contract }
        }
        return found
    }
}

/// What is for sale: a ticket class with all that it belongs to.
struct Offer {
    var project: Project
    var show: Show
    var ticketClass: TicketClass
}

extension Grant {
    /// How narrow the scope is, from 1, the widest; nil where it does not cover the offer.
    func width(for offer: Offer) -> Int? {
        switch scope {
        case .group(let group): group == offer.project.group ? 1 : nil
        case .supplier(let id): id == offer.project.supplierID ? 2 : nil
        case .project(let id): id == offer.project.id ? 3 : nil
        case .show(let id): id == offer.show.id ? 4 : nil
        case .ticketClass(let id): id == offer.ticketClass.id ? 5 : nil
        }
    }

    /// Whether the grant says anything about a permission: it names it, or it denies without naming any.
    func isAbout(_ permission: Permission) -> Bool {
        permissions.contains(permission) || (isDenied && permissions.isEmpty)
    }
}

extension Directory {
    /// Whether an account has a permission for an offer: the narrowest grant that is in force, covers it and is about
    /// the permission decides; of equally narrow ones a denial; no grant means no. Source: domain, "Rights".
    func permits(_ permission: Permission, to accountID: ID, for offer: Offer, atMs: Milliseconds) -> Bool {
        var narrowest = 0
        var isPermitted = false
        for grant in grants[accountID] ?? [] {
            guard grant.isAbout(permission), isInForce(from: grant.validFromMs, until: grant.validUntilMs, atMs: atMs),
                let width = grant.width(for: offer), width >= narrowest
            else { continue }
            isPermitted = width > narrowest ? !grant.isDenied : isPermitted && !grant.isDenied
            narrowest = width
        }
        return isPermitted
    }
}

/// Half-open: from `from` on, before `until`; nil is without a limit.
private func isInForce(from: Milliseconds?, until: Milliseconds?, atMs: Milliseconds) -> Bool {
    (from ?? .min) <= atMs && (until.map { atMs < $0 } ?? true)
}

/// A member of the group in one generation: what a transaction shows to commit offsets.
public struct GroupMembership: Equatable, Sendable {
    public var memberID: String
    public var instanceID: String
    public var generation: Int
}

/// The consumer group's coordinator: static members, eager rebalances, generations, session time-outs, and the range
/// assignment of partitions.
///
/// Its machine: `stable` → (a member joins, leaves or times out) `preparing`, in which every member is to give up what it
/// has and to join again → `stable` in the next generation, when all have, or without those who have not in time. A
/// static member that comes back while the group is stable takes over from its former self, and nobody is disturbed.
public struct Group {
    public enum Beat: Sendable { case goOn, rejoin, unknown, fenced }

    public enum Joined: Sendable {
        case waiting
        case assigned(GroupMembership, [Int32])
        case unknown
    }

    private struct Member {
        var instanceID: String
        var seenAtMs: Int64
        var hasJoined: Bool
        var partitions: [Int32] = []
    }

    private static let sessionTimeoutMs: Int64 = 10_000
    private static let rebalanceTimeoutMs: Int64 = 30_000

    public private(set) var generation = 0
    public private(set) var isPreparing = false
    private var members: [String: Member] = [:]
    private var fenced: Set<String> = []
    private var deadlineMs: Int64 = 0
    private var joins = 0

    public init() {}

    public var memberCount: Int { members.count }

    /// JoinGroup, for a member that is new, or one that joins again under the id that it has.
    /// - Returns: the member's id.
    mutating func join(_ instanceID: String, memberID: String?, nowMs: Int64) -> String {
        if let memberID, members[memberID] != nil {
            members[memberID]?.hasJoined = true
            members[memberID]?.seenAtMs = nowMs
            // Who joins without being asked to has lost its place: everybody joins again.
            prepare(nowMs)
            return memberID
        }
        joins += 1
        let new = "\(instanceID)-\(joins)"
        let former = members.first { $0.value.instanceID == instanceID }
        members[new] = Member(
            instanceID: instanceID, seenAtMs: nowMs, hasJoined: former == nil || isPreparing,
            partitions: former?.value.partitions ?? [])
        if let former {
            members[former.key] = nil
            fenced.insert(former.key)
            if !isPreparing { return new }
        }
        prepare(nowMs)
        return new
    }

    func joined(_ memberID: String) -> Joined {
        guard let member = members[memberID] else { return .unknown }
        if isPreparing { return .waiting }
        return .assigned(
            GroupMembership(memberID: memberID, instanceID: member.instanceID, generation: generation),
            member.partitions)
    }

    mutating func heartbeat(_ membership: GroupMembership, nowMs: Int64) -> Beat {
        if fenced.contains(membership.memberID) { return .fenced }
        guard members[membership.memberID] != nil, membership.generation == generation else { return .unknown }
        members[membership.memberID]?.seenAtMs = nowMs
        return isPreparing ? .rejoin : .goOn
    }

    /// LeaveGroup.
    mutating func leave(_ memberID: String, nowMs: Int64) {
        guard members.removeValue(forKey: memberID) != nil else { return }
        prepare(nowMs)
    }

    /// Why the member cannot commit offsets; nil where it can.
    func fault(of membership: GroupMembership) -> RequestError? {
        if fenced.contains(membership.memberID) { return .instanceFenced }
        if members[membership.memberID] == nil { return .unknownMember }
        return membership.generation == generation ? nil : .illegalGeneration
    }

    mutating func advance(partitionCount: Int32, nowMs: Int64) {
        for (id, member) in members
        where member.seenAtMs + Self.sessionTimeoutMs < nowMs && !(isPreparing && member.hasJoined) {
            members[id] = nil
            prepare(nowMs)
        }
        guard isPreparing else { return }
        if nowMs >= deadlineMs { members = members.filter { $0.value.hasJoined } }
        guard members.values.allSatisfy(\.hasJoined) else { return }
        isPreparing = false
        generation += 1
        let order = members.keys.sorted {
            (members[$0]?.instanceID ?? "", $0) < (members[$1]?.instanceID ?? "", $1)
        }
        for (index, id) in order.enumerated() {
            let first = Int(partitionCount) * index / order.count
            let end = Int(partitionCount) * (index + 1) / order.count
            members[id]?.partitions = (first..<end).map { Int32($0) }
            members[id]?.hasJoined = false
            members[id]?.seenAtMs = nowMs
        }
    }

    private mutating func prepare(_ nowMs: Int64) {
        guard !isPreparing else { return }
        isPreparing = true
        deadlineMs = nowMs + Self.rebalanceTimeoutMs
    }
}

public import Orders
internal import Protobuf
internal import Schemas

/// How one stored record counts in its partition's census.
public struct Standing: Equatable, Sendable {
    /// nil where there is no order: nothing is stored, refusals only, or a stub.
    public var status: OrderStatus?
    /// The outcome of its issue is being asked for.
    public var isNegotiating = false
    public var isStub = false
    public var hasTimer = false

    /// Of a key under which nothing is stored.
    public static let nothing = Standing()

    private init() {}

    public init(_ record: borrowing OrderRecord) {
        hasTimer = record.nextTimer != nil
        switch record {
        case .refusals: break
        case .order(let order):
            status = order.status
            isNegotiating = order.issuing?.negotiation != nil
        case .stub: isStub = true
        }
    }
}

/// How many records of a partition stand where. It is part of the partition's own state, under `/`, and changes with
/// each decision: so it is right after a restart without anything being counted.
public struct Census: Equatable, Sendable {
    /// By the status's raw value; the first is of records that are no orders.
    private var byStatus = InlineArray<11, Int64>(repeating: 0)
    public private(set) var negotiations: Int64 = 0
    /// Keys for which a timer is set.
    public private(set) var timers: Int64 = 0
    public private(set) var stubs: Int64 = 0

    public init() {}

    public subscript(status: OrderStatus) -> Int64 { byStatus[Int(status.rawValue)] }

    /// A record that stood so stands otherwise now.
    public mutating func move(from before: Standing, to after: Standing) {
        byStatus[Int(before.status?.rawValue ?? 0)] -= 1
        byStatus[Int(after.status?.rawValue ?? 0)] += 1
        negotiations += (after.isNegotiating ? 1 : 0) - (before.isNegotiating ? 1 : 0)
        timers += (after.hasTimer ? 1 : 0) - (before.hasTimer ? 1 : 0)
        stubs += (after.isStub ? 1 : 0) - (before.isStub ? 1 : 0)
    }

    public static func + (a: Census, b: Census) -> Census {
        var sum = a
        for index in sum.byStatus.indices { sum.byStatus[index] += b.byStatus[index] }
        sum.negotiations += b.negotiations
        sum.timers += b.timers
        sum.stubs += b.stubs
        return sum
    }

    public static func == (a: Census, b: Census) -> Bool {
        OrderStatus.allCases.allSatisfy { a[$0] == b[$0] }
            && (a.negotiations, a.timers, a.stubs) == (b.negotiations, b.timers, b.stubs)
    }

    // MARK: As it is stored

    /// nil where the build that wrote the state kept no census.
    init?(_ view: InternalProto.PartitionState.View) throws(ProtobufError) {
        guard view.ordersCount > 0 else { return nil }
        var list = view.orders
        for status in OrderStatus.allCases {
            guard let count = try list.next() else { break }
            byStatus[Int(status.rawValue)] = Int64(clamping: count)
        }
        negotiations = Int64(clamping: view.negotiations)
        timers = Int64(clamping: view.timers)
        stubs = Int64(clamping: view.stubs)
    }

    func write(to writer: inout ReverseWriter) {
        typealias Out = InternalProto.PartitionState
        Out.writeStubs(UInt64(clamping: stubs), to: &writer)
        Out.writeTimers(UInt64(clamping: timers), to: &writer)
        Out.writeNegotiations(UInt64(clamping: negotiations), to: &writer)
        Out.writeOrders(OrderStatus.allCases.lazy.map { UInt64(clamping: self[$0]) }, to: &writer)
    }
}

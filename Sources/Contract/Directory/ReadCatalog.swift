internal import Orders
internal import Protobuf
internal import Schemas

// Projects, shows and ticket classes.

func readProject(_ view: Proto.Project.View) throws -> Project {
    try checkLength(view.name, "name")
    return Project(
        id: try readID(view.projectId, "project_id"), supplierID: try readID(view.supplierId, "supplier_id"),
        group: try readText(view.group, "group"), isOnShelf: view.onShelf,
        offShelfReason: try readText(view.offShelfReason, "off_shelf_reason"))
}

func readShow(_ view: Proto.Show.View) throws -> Show {
    try checkLength(view.venue, "venue")
    guard view.hasStartsAt else { throw Fault("starts_at is missing") }
    var options: [Show.DeliveryOption] = []
    var list = view.deliveryOptions
    do {
        while let option = try list.next() {
            guard let method = UInt8(exactly: option.method).flatMap(DeliveryMethod.init(rawValue:)) else {
                throw Fault("method is missing or not known")
            }
            guard !options.contains(where: { $0.method == method }) else { throw Fault("method is there twice") }
            let postage = option.hasPostage ? try readPrice(option.postageBytes, "postage") : nil
            options.append(Show.DeliveryOption(method: method, postage: postage))
        }
    } catch {
        throw Fault(error, in: "delivery_options[\(options.count)]")
    }
    let show = Show(
        id: try readID(view.showId, "show_id"), projectID: try readID(view.projectId, "project_id"),
        startsAtMs: try readTime(view.startsAtBytes, "starts_at"),
        saleFromMs: try readOptionalTime(view.hasSaleFrom, view.saleFromBytes, "sale_from"),
        saleUntilMs: try readOptionalTime(view.hasSaleUntil, view.saleUntilBytes, "sale_until"),
        isRealName: view.realName, deliveryOptions: options)
    if let from = show.saleFromMs, let until = show.saleUntilMs, until <= from {
        throw Fault("sale_until is not after sale_from")
    }
    return show
}

/// An amount that is not negative.
private func readPrice(_ bytes: RawSpan, _ field: StaticString) throws -> Money {
    let money = try readMoney(bytes, field)
    guard money.minorUnits >= 0 else { throw Fault("\(field) is negative") }
    return money
}

func readTicketClass(_ view: Proto.TicketClass.View) throws -> TicketClass {
    try checkLength(view.name, "name")
    guard view.hasSellPrice else { throw Fault("sell_price is missing") }
    guard view.hasSettlementPrice else { throw Fault("settlement_price is missing") }
    if view.hasFacePrice { _ = try readPrice(view.facePriceBytes, "face_price") }
    let sellPrice = try readPrice(view.sellPriceBytes, "sell_price")
    let stepPrice = view.hasStepPrice ? try readPrice(view.stepPriceBytes, "step_price") : nil
    let packageDiscount = view.hasPackageDiscount ? try readPrice(view.packageDiscountBytes, "package_discount") : nil
    if let stepPrice, stepPrice.currency != sellPrice.currency {
        throw Fault("step_price is in \(stepPrice.currency), sell_price in \(sellPrice.currency)")
    }
    if let packageDiscount, packageDiscount.currency != sellPrice.currency {
        throw Fault("package_discount is in \(packageDiscount.currency), sell_price in \(sellPrice.currency)")
    }
    return TicketClass(
        id: try readID(view.ticketClassId, "ticket_class_id"), showID: try readID(view.showId, "show_id"),
        settlementPrice: try readPrice(view.settlementPriceBytes, "settlement_price"), sellPrice: sellPrice,
        stepPrice: stepPrice, packageDiscount: packageDiscount, stock: view.stock)
}

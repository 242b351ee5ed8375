/// What the generator does not support, by the name of file and field.
struct Refusal: Error {
    var reason: String

    init(_ reason: String) { self.reason = reason }
}

/// Messages nested deeper than this are refused, so that whoever reads them needs no counter of its own.
let depthMax = 16

func check(_ file: SchemaFile) throws(Refusal) {
    guard file.syntax == "proto3" else {
        throw Refusal("\(file.name): syntax \(file.syntax), only proto3 is supported")
    }
    if let name = file.extensionName { throw Refusal("\(file.name): extension \(name)") }
    if let name = file.serviceName { throw Refusal("\(file.name): service \(name)") }
    for enumeration in file.enums { try check(enumeration, in: file) }
    for message in file.messages.flatMap(\.withNested) { try check(message, in: file) }
}

private func check(_ message: SchemaMessage, in file: SchemaFile) throws(Refusal) {
    let place = "\(file.name): \(message.fullName)"
    if message.hasExtensionRange || message.extensionName != nil { throw Refusal("\(place): extensions") }
    for enumeration in message.enums { try check(enumeration, in: file) }
    for field in message.fields {
        let place = "\(place).\(field.name)"
        if let map = message.messages.first(where: \.isMapEntry), field.typeName == map.fullName {
            throw Refusal("\(place): map")
        }
        if let number = field.unknownType { throw Refusal("\(place): type \(number)") }
        if field.type == .group { throw Refusal("\(place): group") }
        if !field.extendee.isEmpty { throw Refusal("\(place): extension") }
        if field.label == 2 { throw Refusal("\(place): required") }
        if field.isExplicitlyUnpacked, field.isRepeated { throw Refusal("\(place): packed = false") }
        if field.isRepeated, [1, 5].contains(field.wireType) { throw Refusal("\(place): repeated and of fixed width") }
        if field.isRepeated, [.sint32, .sint64].contains(field.type) { throw Refusal("\(place): repeated zigzag") }
        if field.type == .message, field.typeName.hasPrefix("google."), field.typeName != timestampName {
            throw Refusal("\(place): \(field.typeName), of Google's types only Timestamp is supported")
        }
    }
}

private func check(_ enumeration: SchemaEnum, in file: SchemaFile) throws(Refusal) {
    let place = "\(file.name): \(enumeration.fullName)"
    guard Set(enumeration.values.map(\.number)).count == enumeration.values.count else {
        throw Refusal("\(place): two names for one number")
    }
}

/// Refuses messages that contain themselves or go deeper than `depthMax`.
func checkDepth(_ messages: [SchemaMessage]) throws(Refusal) {
    var byName: [String: SchemaMessage] = [:]
    for message in messages { byName[message.fullName] = message }
    func descend(_ message: SchemaMessage, _ outer: [String]) throws(Refusal) {
        if outer.contains(message.fullName) { throw Refusal("\(message.fullName): contains itself") }
        guard outer.count < depthMax else { throw Refusal("\(outer[0]): nested deeper than \(depthMax)") }
        for field in message.fields where field.type == .message {
            if let inner = byName[field.typeName] { try descend(inner, outer + [message.fullName]) }
        }
    }
    for message in messages { try descend(message, []) }
}

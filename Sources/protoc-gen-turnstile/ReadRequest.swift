internal import Protobuf

/// What protoc asks of a plugin (google/protobuf/compiler/plugin.proto).
struct GeneratorRequest {
    var filesToGenerate: [String] = []
    var files: [SchemaFile] = []
    var parameter = ""

    init(_ bytes: [UInt8]) throws(ProtobufError) {
        var reader = Reader(unlimited: bytes.span.bytes)
        while case let tag = try reader.nextTag(), tag != 0 {
            switch tag {
            case 1 << 3 | WireType.bytes: filesToGenerate.append(String(utf8: try reader.string()))
            case 2 << 3 | WireType.bytes: parameter = String(utf8: try reader.string())
            case 15 << 3 | WireType.bytes: files.append(try readFile(try reader.lengthDelimited()))
            default: try reader.skip()
            }
        }
    }
}

private func withoutDot(_ name: String) -> String { name.hasPrefix(".") ? String(name.dropFirst()) : name }

private func readFile(_ bytes: RawSpan) throws(ProtobufError) -> SchemaFile {
    var file = SchemaFile()
    var reader = Reader(unlimited: bytes)
    while case let tag = try reader.nextTag(), tag != 0 {
        switch tag {
        case 1 << 3 | WireType.bytes: file.name = String(utf8: try reader.string())
        case 2 << 3 | WireType.bytes: file.package = String(utf8: try reader.string())
        case 4 << 3 | WireType.bytes:
            file.messages.append(try readMessage(try reader.lengthDelimited(), path: [4, file.messages.count]))
        case 5 << 3 | WireType.bytes:
            file.enums.append(try readEnum(try reader.lengthDelimited(), path: [5, file.enums.count]))
        case 6 << 3 | WireType.bytes: file.serviceName = try readName(try reader.lengthDelimited())
        case 7 << 3 | WireType.bytes: file.extensionName = try readName(try reader.lengthDelimited())
        case 9 << 3 | WireType.bytes: file.comments = try readComments(try reader.lengthDelimited())
        case 12 << 3 | WireType.bytes: file.syntax = String(utf8: try reader.string())
        default: try reader.skip()
        }
    }
    for index in file.messages.indices { qualify(&file.messages[index], within: file.package) }
    for index in file.enums.indices { file.enums[index].fullName = "\(file.package).\(file.enums[index].name)" }
    return file
}

private func qualify(_ message: inout SchemaMessage, within outer: String) {
    message.fullName = "\(outer).\(message.name)"
    for index in message.messages.indices { qualify(&message.messages[index], within: message.fullName) }
    for index in message.enums.indices {
        message.enums[index].fullName = "\(message.fullName).\(message.enums[index].name)"
    }
}

private func readMessage(_ bytes: RawSpan, path: [Int]) throws(ProtobufError) -> SchemaMessage {
    var message = SchemaMessage()
    message.path = path
    var reader = Reader(unlimited: bytes)
    while case let tag = try reader.nextTag(), tag != 0 {
        switch tag {
        case 1 << 3 | WireType.bytes: message.name = String(utf8: try reader.string())
        case 2 << 3 | WireType.bytes:
            message.fields.append(try readField(try reader.lengthDelimited(), path: path + [2, message.fields.count]))
        case 3 << 3 | WireType.bytes:
            message.messages.append(
                try readMessage(try reader.lengthDelimited(), path: path + [3, message.messages.count]))
        case 4 << 3 | WireType.bytes:
            message.enums.append(try readEnum(try reader.lengthDelimited(), path: path + [4, message.enums.count]))
        case 5 << 3 | WireType.bytes:
            message.hasExtensionRange = true
            try reader.skip()
        case 6 << 3 | WireType.bytes: message.extensionName = try readName(try reader.lengthDelimited())
        case 7 << 3 | WireType.bytes:
            message.isMapEntry = try readVarint(field: 7, of: try reader.lengthDelimited()) == 1
        case 8 << 3 | WireType.bytes: message.oneofs.append(try readName(try reader.lengthDelimited()))
        default: try reader.skip()
        }
    }
    return message
}

private func readField(_ bytes: RawSpan, path: [Int]) throws(ProtobufError) -> SchemaField {
    var field = SchemaField()
    field.path = path
    var reader = Reader(unlimited: bytes)
    while case let tag = try reader.nextTag(), tag != 0 {
        switch tag {
        case 1 << 3 | WireType.bytes: field.name = String(utf8: try reader.string())
        case 2 << 3 | WireType.bytes: field.extendee = String(utf8: try reader.string())
        case 3 << 3: field.number = UInt32(truncatingIfNeeded: try reader.varint())
        case 4 << 3: field.label = Int(truncatingIfNeeded: try reader.varint())
        case 5 << 3:
            let number = try reader.varint()
            if let type = SchemaType(rawValue: number) { field.type = type } else { field.unknownType = number }
        case 6 << 3 | WireType.bytes: field.typeName = withoutDot(String(utf8: try reader.string()))
        case 8 << 3 | WireType.bytes:
            field.isExplicitlyUnpacked = try readVarint(field: 2, of: try reader.lengthDelimited()) == 0
        case 9 << 3: field.oneof = Int(truncatingIfNeeded: try reader.varint())
        case 10 << 3 | WireType.bytes: field.jsonName = String(utf8: try reader.string())
        case 17 << 3: field.isProto3Optional = try reader.varint() != 0
        default: try reader.skip()
        }
    }
    return field
}

private func readEnum(_ bytes: RawSpan, path: [Int]) throws(ProtobufError) -> SchemaEnum {
    var enumeration = SchemaEnum()
    enumeration.path = path
    var reader = Reader(unlimited: bytes)
    while case let tag = try reader.nextTag(), tag != 0 {
        switch tag {
        case 1 << 3 | WireType.bytes: enumeration.name = String(utf8: try reader.string())
        case 2 << 3 | WireType.bytes:
            let value = try reader.lengthDelimited()
            let number = try readVarint(field: 2, of: value) ?? 0
            enumeration.values.append((try readName(value), Int32(truncatingIfNeeded: number)))
        default: try reader.skip()
        }
    }
    return enumeration
}

/// Field 1 of what is declared: its name.
private func readName(_ bytes: RawSpan) throws(ProtobufError) -> String {
    var name = ""
    var reader = Reader(unlimited: bytes)
    while case let tag = try reader.nextTag(), tag != 0 {
        if tag == 1 << 3 | WireType.bytes { name = String(utf8: try reader.string()) } else { try reader.skip() }
    }
    return name
}

private func readVarint(field: UInt32, of bytes: RawSpan) throws(ProtobufError) -> UInt64? {
    var value: UInt64?
    var reader = Reader(unlimited: bytes)
    while case let tag = try reader.nextTag(), tag != 0 {
        if tag == field << 3 | WireType.varint { value = try reader.varint() } else { try reader.skip() }
    }
    return value
}

private func readComments(_ bytes: RawSpan) throws(ProtobufError) -> [[Int]: String] {
    var comments: [[Int]: String] = [:]
    var reader = Reader(unlimited: bytes)
    while case let tag = try reader.nextTag(), tag != 0 {
        guard tag == 1 << 3 | WireType.bytes else {
            try reader.skip()
            continue
        }
        var path: [Int] = []
        var location = Reader(unlimited: try reader.lengthDelimited())
        while case let tag = try location.nextTag(), tag != 0 {
            switch tag {
            case 1 << 3 | WireType.bytes:
                let run = try location.lengthDelimited()
                var numbers = Reader(unlimited: run)
                while numbers.position < run.byteCount { path.append(Int(truncatingIfNeeded: try numbers.varint())) }
            case 3 << 3 | WireType.bytes: comments[path] = String(utf8: try location.string())
            default: try location.skip()
            }
        }
    }
    return comments
}

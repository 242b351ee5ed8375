let timestampName = "google.protobuf.Timestamp"

/// The Swift namespace of a package: `Proto` for `turnstile.v1` (and Google's Timestamp), `InternalProto` for
/// `turnstile.internal.v1`.
func namespace(ofPackage package: String) -> String {
    if package == "google.protobuf" { return "Proto" }
    var parts = package.split(separator: ".").map(String.init)
    if parts.first == "turnstile" { parts.removeFirst() }
    if let last = parts.last, last.first == "v", Int(last.dropFirst()) != nil { parts.removeLast() }
    return parts.map(capitalized).joined() + "Proto"
}

/// Maps the full names of messages and enums to Swift's.
struct SwiftNames {
    private var packages: [String]

    init(_ files: [SchemaFile]) {
        // The longest first: one package may be the beginning of another.
        packages = Array(Set(files.map(\.package))).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    func type(_ fullName: String) -> String {
        for package in packages where fullName.hasPrefix(package + ".") {
            return namespace(ofPackage: package) + fullName.dropFirst(package.count)
        }
        return fullName
    }

    /// What a declaration is an extension of.
    func parent(of fullName: String) -> String {
        let parts = type(fullName).split(separator: ".")
        return parts.dropLast().joined(separator: ".")
    }
}

func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// protoc's rule for JSON names, which is also how fields are called in Swift.
func lowerCamelCase(_ name: String) -> String {
    var result = ""
    var upper = false
    for character in name {
        if character == "_" {
            upper = true
        } else {
            result += upper ? character.uppercased() : String(character)
            upper = false
        }
    }
    return result
}

private let keywords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else",
    "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
]

func escaped(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

/// The Swift name of an enum's value: without the enum's name in front, `ORDER_STATUS_LOCK_FAIL` → `lockFail`.
func caseName(_ value: String, of enumeration: String) -> String {
    var prefix = ""
    for character in enumeration {
        if character.isUppercase, !prefix.isEmpty { prefix += "_" }
        prefix += character.uppercased()
    }
    prefix += "_"
    var rest = value.hasPrefix(prefix) ? String(value.dropFirst(prefix.count)) : value
    if rest.first?.isNumber ?? true { rest = value }
    let name = lowerCamelCase(rest.lowercased())
    // `.none` of an Optional would be something else.
    return ["none", "some"].contains(name) ? name + "Value" : escaped(name)
}

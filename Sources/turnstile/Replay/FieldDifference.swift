import Protobuf

/// The first field in which two messages differ, by its path. What a person wrote, or what names one or admits one to a
/// show, is not told: of such a field only that it differs.
struct FieldDifference: Equatable {
    var path: String
    var published: String
    var replayed: String
    /// Of values that are told.
    var isShown = true

    var text: String {
        isShown ? "\(path) is \(published), the replay's \(replayed)" : "\(path) differs; what it says is not shown"
    }

    /// nil where they are the same.
    /// - Parameter message: what they are; nil where that is not known, and then no text of theirs is told.
    static func first(
        _ published: JSONValue, _ replayed: JSONValue, _ message: MessageDescriptor?
    ) -> FieldDifference? {
        first(published, replayed, message, Place(path: "", field: nil))
    }

    private struct Place {
        var path: String
        var field: FieldDescriptor?

        func member(_ name: String, of message: MessageDescriptor?) -> Place {
            Place(path: path.isEmpty ? name : "\(path).\(name)", field: message?.field(named: name))
        }

        /// Of the message in the field.
        var message: MessageDescriptor? {
            guard case .message(let message)? = field?.type else { return nil }
            return message()
        }

        /// Numbers, times, enumerations and ids say nothing of a person; texts and bytes may.
        var isShown: Bool {
            switch field?.type {
            case nil, .bytes: Self.digests.contains(field?.jsonName ?? "")
            case .string:
                field.map { $0.jsonName.hasSuffix("Id") || Self.plainTexts.contains($0.jsonName) } ?? false
            case .message(let message): message().isTimestamp
            default: true
            }
        }

        private static let digests: Set = ["digest", "previousDigest", "entriesDigest"]
        private static let plainTexts: Set = ["currency", "period", "originPeriod", "timeZone"]
    }

    private static func first(
        _ published: JSONValue, _ replayed: JSONValue, _ message: MessageDescriptor?, _ place: Place
    ) -> FieldDifference? {
        switch (published, replayed) {
        case (.object(let theirs), .object(let ours)):
            for member in theirs {
                let inner = place.member(member.name, of: message)
                guard let other = ours.first(where: { $0.name == member.name }) else {
                    return FieldDifference(path: inner.path, published: "there", replayed: "absent")
                }
                if let found = first(member.value, other.value, inner.message, inner) { return found }
            }
            return ours.first { member in !theirs.contains { $0.name == member.name } }.map {
                FieldDifference(
                    path: place.member($0.name, of: message).path, published: "absent", replayed: "there")
            }
        case (.array(let theirs), .array(let ours)):
            for (index, pair) in zip(theirs, ours).enumerated() {
                let inner = Place(path: "\(place.path)[\(index)]", field: place.field)
                if let found = first(pair.0, pair.1, message, inner) { return found }
            }
            return theirs.count == ours.count
                ? nil
                : FieldDifference(
                    path: "\(place.path) (how many)", published: "\(theirs.count)", replayed: "\(ours.count)")
        default:
            guard published != replayed else { return nil }
            return FieldDifference(
                path: place.path, published: published.text(), replayed: replayed.text(), isShown: place.isShown)
        }
    }
}

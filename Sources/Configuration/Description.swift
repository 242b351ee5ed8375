/// What is written for people and editors from the table of keys.
extension Setting {
    /// A configuration file with every key as a comment: `config init`.
    public static func initialFile() -> String {
        var text = """
            # turnstile's configuration. Every key can also be set in the environment, which counts more than this file.
            # What is commented out shows the default.

            """
        var group: Substring?
        for setting in all {
            let parts = setting.name.split(separator: ".")
            let indent = parts.count == 2 ? "  " : ""
            if parts.count == 2, group != parts[0] {
                group = parts[0]
                text += "\n\(parts[0]):\n"
            } else if parts.count == 1 || group == nil {
                text += "\n"
            }
            for line in setting.lines(width: 110) { text += "\(indent)# \(line)\n" }
            text += "\(indent)# \(setting.environment.joined(separator: ", "))\n"
            text += "\(indent)#\(parts[parts.count - 1]): \(setting.example ?? setting.written)\n"
        }
        return text
    }

    /// A table of all keys, as Markdown.
    public static func markdown() -> String {
        var text = "| key | environment | default | meaning |\n|---|---|---|---|\n"
        for setting in all {
            let variables = setting.environment.map { "`\($0)`" }.joined(separator: ", ")
            let fallback = setting.fallback.isEmpty ? "" : "`\(setting.fallback)`"
            text += "| `\(setting.name)` | \(variables) | \(fallback) | \(setting.described) |\n"
        }
        return text
    }

    /// The JSON Schema (draft 2020-12) of the configuration's file: `config schema`.
    public static func jsonSchema() -> String {
        var groups: [(name: String, members: [String])] = []
        var properties: [String] = []
        for setting in all {
            let parts = setting.name.split(separator: ".").map(String.init)
            let member = "\(quoted(parts[parts.count - 1])): \(setting.schema)"
            if parts.count == 1 {
                properties.append(member)
            } else if let index = groups.firstIndex(where: { $0.name == parts[0] }) {
                groups[index].members.append(member)
            } else {
                groups.append((parts[0], [member]))
            }
        }
        let nested = groups.map { group in
            """
            "\(group.name)": {
                  "type": ["object", "null"],
                  "additionalProperties": false,
                  "properties": {
                    \(group.members.joined(separator: ",\n        "))
                  }
                }
            """
        }
        return """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "turnstile configuration",
              "type": ["object", "null"],
              "additionalProperties": false,
              "properties": {
                \((nested + properties).joined(separator: ",\n    "))
              }
            }

            """
    }

    private var described: String { summary + (unit.map { " In \($0)." } ?? "") }

    /// The default as it is written in YAML.
    private var written: String {
        if fallback.isEmpty { return "\"\"" }
        switch kind {
        case .integer, .choice: return fallback
        default: return Self.quoted(fallback)
        }
    }

    private func lines(width: Int) -> [String] {
        var lines = [""]
        for word in described.split(separator: " ") {
            if lines[lines.count - 1].count + word.count + 1 > width { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines
    }

    private var schema: String {
        let description = "\"description\": \(Self.quoted(described))"
        switch kind {
        case .text, .path: return "{\"type\": \"string\", \"default\": \(Self.quoted(fallback)), \(description)}"
        case .name:
            return "{\"type\": \"string\", \"pattern\": \"^[A-Za-z0-9._-]*$\", \"maxLength\": 150, "
                + "\"default\": \(Self.quoted(fallback)), \(description)}"
        case .integer(let range):
            return "{\"type\": \"integer\", \"minimum\": \(range.lowerBound), \"maximum\": \(range.upperBound), "
                + "\"default\": \(fallback), \(description)}"
        case .choice(let choices):
            return "{\"enum\": [\(choices.map(Self.quoted).joined(separator: ", "))], "
                + "\"default\": \(Self.quoted(fallback)), \(description)}"
        case .brokers:
            return "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"array\", \"items\": {\"type\": \"string\"}}], "
                + "\(description)}"
        case .address: return "{\"type\": \"string\", \"default\": \(Self.quoted(fallback)), \(description)}"
        case .properties:
            return "{\"type\": [\"object\", \"null\"], "
                + "\"additionalProperties\": {\"type\": [\"string\", \"number\", \"boolean\"]}, \(description)}"
        }
    }

    /// A text as a JSON string, which is a YAML one too. The table has no control characters.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

import Protobuf

enum OutputFormat: String, CaseIterable {
    case table, json, jsonl, csv
}

/// Rows of named values, printed in the format that was asked for. Data goes to standard output, all else to standard
/// error.
struct Table {
    var columns: [String]
    var rows: [[JSONValue]] = []

    init(_ columns: [String]) { self.columns = columns }

    mutating func append(_ row: JSONValue...) { rows.append(row) }

    func printed(as format: OutputFormat) -> String {
        switch format {
        case .table: aligned
        case .json: JSONValue.array(rows.map(object)).text(pretty: true) + "\n"
        case .jsonl: rows.map { object($0).text() + "\n" }.joined()
        case .csv:
            ([columns.map(csvField)] + rows.map { $0.map { csvField(plain($0)) } })
                .map { $0.joined(separator: ",") + "\r\n" }.joined()
        }
    }

    private func object(_ row: [JSONValue]) -> JSONValue { .object(zip(columns, row).map { ($0, $1) }) }

    private var aligned: String {
        let cells = [columns.map { $0.uppercased() }] + rows.map { $0.map(plain) }
        let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            let padded = row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[index] - cell.count)
            }
            return padded.joined(separator: "  ") + "\n"
        }.joined()
    }

    private func plain(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .null: ""
        default: value.text()
        }
    }

    private func csvField(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

extension JSONValue {
    /// A whole number; null where there is none.
    static func whole(_ number: (some BinaryInteger)?) -> JSONValue { number.map { .number("\($0)") } ?? .null }

    /// The RFC 3339 text of a time in milliseconds since 1970; null where there is none.
    static func time(_ ms: Int64?) -> JSONValue { ms.map { .string(dateTime(ofMilliseconds: $0)) } ?? .null }
}

/// Writes data to standard output; a reader that went away (`| head`) ends the output, not the command.
func printData(_ text: String) { _ = writeAll(Array(text.utf8), to: 1) }

/// Writes what is not data (plans, progress, errors) to standard error.
func printNote(_ text: String) { _ = writeAll(Array((text + "\n").utf8), to: 2) }

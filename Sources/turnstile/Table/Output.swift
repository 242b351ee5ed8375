import Glibc
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

/// Writes data to standard output.
func printData(_ text: String) { write(text, to: 1) }

/// Writes what is not data (plans, progress, errors) to standard error.
func printNote(_ text: String) { write(text + "\n", to: 2) }

private func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        // A reader that went away (`| head`) ends the output, not the command.
        guard written > 0 else { return }
        bytes = bytes.dropFirst(written)
    }
}

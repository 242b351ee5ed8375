import Orders
import Testing

@testable import Engine
@testable import turnstile

enum DeadLetterCodes {
    static let all = DeadLetterCode.allCases.map(\.rawValue)
}

@Suite("The error codes' document says what the code does")
struct CodesTests {
    private static let tables: [(section: String, codes: [String])] = [
        ("Rejections", RejectionCode.allCases.map { EngineMetrics.constant("\($0)") }),
        ("Anomalies", AnomalyCode.allCases.map { EngineMetrics.constant("\($0)") }),
        ("Dead letters", DeadLetterCodes.all),
        ("Exit codes", ExitCode.allCases.map { "\($0.rawValue)" }),
    ]

    @Test("every code has one row, in the code's order, and there is no other row", arguments: tables)
    func rows(section: String, codes: [String]) {
        let found = Document.firstCells(Document("docs/error-codes.md").section(section))
        #expect(!codes.isEmpty)
        #expect(found == codes)
    }

    @Test("every row says what the code means", arguments: tables)
    func meanings(section: String, codes: [String]) {
        for row in Document("docs/error-codes.md").section(section) where row.hasPrefix("| `") {
            let cells = row.split(separator: "|", omittingEmptySubsequences: false)
            #expect(cells.count == 5, "\(row)")
            #expect(cells.count > 2 && cells[2].count > 4, "\(row)")
        }
    }

    @Test("the contract's lists of rejections and of dead letter codes are complete as well")
    func contract() {
        let contract = Document("docs/contract.md")
        for code in RejectionCode.allCases {
            #expect(contract.lines.contains { $0.hasPrefix("| `\(EngineMetrics.constant("\(code)"))` |") })
        }
        let row = contract.lines.first { $0.hasPrefix("| `turnstile-error-code` |") } ?? ""
        for code in DeadLetterCodes.all { #expect(row.contains("`\(code)`")) }
    }
}

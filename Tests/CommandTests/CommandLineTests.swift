import Protobuf
import Testing

@testable import turnstile

private func parse(_ line: String, _ command: Command = probe) throws -> Arguments {
    try Arguments(line.split(separator: " ").map(String.init)[...], for: command)
}

private let probe = Command(
    path: ["probe"], summary: "for tests", operands: [Operand(name: "KEY", help: "a key")],
    flags: [Flag("count", short: "c", value: "N", "a number"), Flag("execute", "do it"), .output],
    run: { _ in .done })

@Suite("The command line")
struct CommandLineTests {
    @Test("flags and operands come in any order, with = or a space, and after -- all are operands")
    func parsing() throws {
        let arguments = try parse("--count=3 d/1 --execute")
        #expect(arguments.operands == ["d/1"])
        #expect(try arguments.number("count", in: 1...9, default: 1) == 3)
        #expect(arguments.has("execute"))
        #expect(try parse("-c 4 d/1").value("count") == "4")
        #expect(try parse("-- --execute").operands == ["--execute"])
        #expect(try parse("d/1").number("count", in: 1...9, default: 7) == 7)
    }

    @Test(
        "what is wrong is a usage error that says what",
        arguments: [
            ("d/1 --cuont 3", "--cuont"), ("--count", "--count"), ("", "KEY"), ("a b", "b"),
            ("d/1 --count 1 --count 2", "twice"), ("d/1 -o xml", "table, json"), ("d/1 --execute=yes", "no value"),
        ])
    func mistakes(line: String, says: String) throws {
        let failure = #expect(throws: CommandFailure.self) { try parse(line) }
        #expect(failure?.exitCode == .usage)
        #expect(failure?.what.contains(says) == true)
    }

    @Test("a mistyped flag is told the nearest one")
    func nearest() throws {
        let failure = #expect(throws: CommandFailure.self) { try parse("d/1 --exceute") }
        #expect(failure?.todo == "did you mean --execute?")
    }

    @Test("a number out of its range is refused")
    func range() throws {
        let arguments = try parse("d/1 --count 10")
        #expect(throws: CommandFailure.self) { try arguments.number("count", in: 1...9, default: 1) }
    }

    @Test(
        "every command has a summary, an example that names it, and flags that are told apart", arguments: commandTable)
    func table(command: Command) {
        #expect(!command.summary.isEmpty)
        #expect(command.examples.allSatisfy { $0.line.contains("turnstile \(command.name)") })
        #expect(!command.examples.isEmpty)
        #expect(Set(command.flags.map(\.name)).count == command.flags.count)
        #expect(Help.page(command).contains("usage: turnstile \(command.name)"))
    }

    @Test("completions name every command", arguments: Completions.shells)
    func completions(shell: String) {
        let script = Completions.script(for: shell, commandTable)
        for word in Set(commandTable.flatMap(\.path)) { #expect(script.contains(word)) }
    }

    @Test("a table is printed in four formats")
    func output() {
        var table = Table(["name", "count"])
        table.append(.string("a, \"b\""), .number("1"))
        table.append(.string("c"), .null)
        #expect(table.printed(as: .table) == "NAME    COUNT\na, \"b\"  1\nc       \n")
        #expect(
            table.printed(as: .jsonl) == #"{"name":"a, \"b\"","count":1}"# + "\n" + #"{"name":"c","count":null}"# + "\n"
        )
        #expect(table.printed(as: .csv) == "name,count\r\n\"a, \"\"b\"\"\",1\r\nc,\r\n")
        #expect(try! JSONValue(parsing: table.printed(as: .json)) != .null)
    }
}

@Suite("Catalog files")
struct CatalogTests {
    private func entries(_ yaml: String) throws -> [CatalogEntry] {
        try Catalog(Array(yaml.utf8), file: "c.yaml").entries
    }

    @Test("the demo's and the example's catalogs are right")
    func right() throws {
        let keys = try entries(DemoCatalog.yaml(holdSeconds: 6)).map(\.key)
        #expect(keys.first == "settings/engine")
        #expect(keys.contains("contract/c-demo/1"))
        #expect(keys.contains("ticket_class/p-steady-1-a"))
    }

    @Test(
        "a mistake is told with its line and what would be right",
        arguments: [
            ("acounts: []", "1:1: unknown list acounts: did you mean accounts?"),
            ("accounts:\n  - { acount_id: d }", "did you mean account_id?"),
            ("accounts:\n  - { account_id: 'a/b' }", "c.yaml:2"),
            ("accounts: 3", "accounts is a list"),
            ("projects:\n  - { project_id: p, supplier_id: s, on_shelf: yes }", "on_shelf is true or false"),
            (
                "contracts:\n  - { contract_id: c, version: 1, distributor_id: d, time_zone: Europe/Atlantis }",
                "Europe/Atlantis"
            ),
            ("contracts:\n  - { contract_id: c, period: FORTNIGHT }", "PERIOD_HALF_MONTH"),
            ("contracts:\n  - { contract_id: c, version: 1, time_zone: ../../etc/passwd }", "no time zone"),
        ])
    func mistakes(yaml: String, says: String) throws {
        let failure = #expect(throws: CommandFailure.self) { try entries(yaml) }
        #expect(failure?.what.contains(says) == true, "\(failure?.what ?? "")")
    }
}

@Suite("Time zones")
struct TimeZoneTests {
    @Test(
        "a zone goes on by its rule after its last listed transition",
        arguments: [
            // 2045-03-26T01:00:00Z and 2045-10-29T01:00:00Z: the last Sundays of March and October.
            ("Europe/Berlin", Int64(2_366_841_600), [2_374_102_800: 7200, 2_392_851_600: 3600] as [Int64: Int32]),
            ("Asia/Shanghai", 2_366_841_600, [:]),
        ])
    func rule(zone: String, from: Int64, expected: [Int64: Int32]) throws {
        let offsets = try TimeZoneFile(named: zone).offsets(fromSeconds: from, untilSeconds: from + 365 * 86_400)
        #expect(offsets.first?.atSeconds == from)
        #expect(offsets.first?.offsetSeconds == (zone == "Asia/Shanghai" ? 28_800 : 3600))
        let changes = Dictionary(uniqueKeysWithValues: offsets.dropFirst().map { ($0.atSeconds, $0.offsetSeconds) })
        #expect(changes == expected)
    }

    @Test("bytes that are no time zone file are refused", arguments: [0, 1, 43, 44, 60, 200])
    func broken(count: Int) throws {
        let whole = try #require(readFile("/usr/share/zoneinfo/Europe/Berlin"))
        #expect(throws: TimeZoneFile.Failure.self) { try TimeZoneFile(Array(whole.prefix(count))) }
    }

    @Test(
        "days and dates go over into each other",
        arguments: [-719_468, -1, 0, 59, 11_016, 19_782, 2_932_896] as [Int64])
    func calendar(days: Int64) {
        let date = civilDate(ofDays: days)
        #expect(daysFromCivil(date.year, date.month, date.day) == days)
    }
}

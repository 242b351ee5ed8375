import Configuration
import Foundation
import Testing

@testable import Service

/// The metrics that an expression of Prometheus' language names, and the labels that it selects or groups by.
private struct Query {
    var metrics: [String] = []
    var labels: Set<String> = []

    init(_ text: String) {
        for match in text.matches(of: /turnstile_[a-z_]+/) { metrics.append(String(match.output)) }
        for match in text.matches(of: /\{([^{}]*)\}/) {
            for selector in match.output.1.matches(of: /([a-z_]+)\s*[=!]~?/) {
                labels.insert(String(selector.output.1))
            }
        }
        for match in text.matches(of: /(?:by|on|without|ignoring)\s*\(([^()]*)\)/) {
            for label in match.output.1.split(separator: ",") { labels.insert(label.filter { $0 != " " }) }
        }
    }

    /// The family, and whether it is asked for as what it is: a histogram by its parts, the others by their name.
    static func family(_ name: String) -> MetricsPage.Family? {
        let parts = ["_bucket", "_sum", "_count"]
        return MetricsPage.families.first { family in
            if case .histogram = family.kind { return parts.contains { family.name + $0 == name } }
            return family.name == name
        }
    }

    func expectExported(_ place: String) {
        #expect(!metrics.isEmpty, "\(place)")
        // What the scrape adds, and the buckets' own.
        var known: Set<String> = ["instance", "job", "le"]
        for metric in metrics {
            let family = Self.family(metric)
            #expect(family != nil, "\(place) names \(metric)")
            known.formUnion(family?.labels ?? [])
        }
        #expect(labels.subtracting(known) == [], "\(place)")
    }
}

@Suite("Alerts and dashboard name what is exported")
struct AlertsTests {
    private static func rules() throws -> [YAMLNode] {
        let root = try YAMLReader.read(path: Document.root.appending(path: "ops/alerts.yaml").path)
        let groups = try #require(root["groups"]?.elements)
        return groups.flatMap { $0["rules"]?.elements ?? [] }
    }

    @Test("every alert asks for metrics and labels that there are")
    func alerts() throws {
        let rules = try Self.rules()
        #expect(rules.count > 10)
        for rule in rules {
            let name = try #require(rule["alert"]?.text)
            Query(try #require(rule["expr"]?.text)).expectExported(name)
        }
        #expect(Set(rules.compactMap { $0["alert"]?.text }).count == rules.count)
    }

    @Test("every alert says what is wrong, what to do, and a runbook that there is")
    func runbooks() throws {
        let headings = Document("docs/operations.md").lines.filter { $0.hasPrefix("### ") }.map { line in
            line.dropFirst(4).lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
                .replacing(" ", with: "-")
        }
        for rule in try Self.rules() {
            let name = rule["alert"]?.text ?? ""
            let annotations = rule["annotations"]
            #expect((annotations?["summary"]?.text ?? "").count > 10, "\(name)")
            #expect((annotations?["action"]?.text ?? "").count > 10, "\(name)")
            let runbook = annotations?["runbook"]?.text ?? ""
            #expect(runbook.hasPrefix("docs/operations.md#"), "\(name)")
            #expect(headings.contains(String(runbook.drop { $0 != "#" }.dropFirst())), "\(name): \(runbook)")
            #expect(["page", "ticket"].contains(rule["labels"]?["severity"]?.text), "\(name)")
            let labels = Query(rule["expr"]?.text ?? "").labels
            for match in (annotations?["summary"]?.text ?? "").matches(of: /\$labels\.([a-z_]+)/) {
                #expect(labels.contains(String(match.output.1)), "\(name) tells \(match.output.1)")
            }
        }
    }

    @Test("an expression that names what is not there is found out")
    func bites() {
        #expect(Query.family("turnstile_input_to_commit_seconds_bucket") != nil)
        #expect(Query.family("turnstile_input_to_commit_seconds") == nil)
        #expect(Query.family("turnstile_orders_total") == nil)
        let expression = Query("sum by (cause) (rate(turnstile_events_total{typ=\"placed\"}[5m]))")
        #expect(expression.metrics == ["turnstile_events_total"] && expression.labels == ["cause", "typ"])
    }

    @Test("every panel asks for metrics and labels that there are, and all metrics that people watch are on one")
    func dashboard() throws {
        let data = try Data(contentsOf: Document.root.appending(path: "ops/dashboard.json"))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let panels = try #require(root["panels"] as? [[String: Any]])
        var shown: Set<String> = []
        for panel in panels {
            let title = panel["title"] as? String ?? ""
            let targets = try #require(panel["targets"] as? [[String: Any]])
            #expect(!targets.isEmpty, "\(title)")
            for target in targets {
                let expression = Query(try #require(target["expr"] as? String))
                expression.expectExported(title)
                shown.formUnion(expression.metrics.compactMap { Query.family($0)?.name })
                for match in (target["legendFormat"] as? String ?? "").matches(of: /\{\{([a-z_]+)\}\}/) {
                    #expect(expression.labels.contains(String(match.output.1)), "\(title) tells \(match.output.1)")
                }
            }
        }
        let hidden: Set = ["turnstile_events_total", "turnstile_supplier_requests_total"]
        #expect(Set(MetricsPage.families.map(\.name)).subtracting(shown) == hidden)
    }

    @Test("promtool takes the rules", .enabled(if: Promtool.path != nil, "there is no promtool"))
    func promtool() throws {
        let rules = Document.root.appending(path: "ops/alerts.yaml").path
        let result = try Promtool.run(["check", "rules", rules])
        #expect(result.code == 0, "\(result.said)")
    }
}

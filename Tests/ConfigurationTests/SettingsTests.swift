import Foundation
import Testing

@testable import Configuration

struct SettingsTests {
    /// Writes a file, and gives its path for the time of `body`.
    private func withFile<R>(_ text: String, _ body: (String) throws -> R) throws -> R {
        let path = "/tmp/turnstile-configuration-\(UUID().uuidString).yaml"
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { unlink(path) }
        return try body(path)
    }

    private func problems(
        _ text: String, _ environment: [String: String] = [:],
        flags: [(key: String, value: String, flag: String)] = []
    ) throws -> [String] {
        try withFile(text) { path in
            do throws(ConfigurationError) {
                _ = try Settings.load(file: path, environment: environment, flags: flags)
                return []
            } catch { return error.problems.map { $0.description.replacingOccurrences(of: path, with: "t.yaml") } }
        }
    }

    @Test func theDefaultsAreAConfiguration() throws {
        let settings = try Settings.load(environment: [:])
        #expect(settings.topicPrefix == "turnstile.")
        #expect(settings.groupID == "turnstile")
        #expect(settings.httpAddress == "127.0.0.1:8080")
        #expect(settings.bootstrapServers == "")
        #expect(settings.workers >= 1)
        #expect(settings.logLevel == .info)
        #expect(!settings.instanceID.isEmpty)
        #expect(settings.shown.count == Setting.all.count)
        #expect(settings.shown.allSatisfy { $0.source == SettingSource.fallback })
    }

    @Test func theEnvironmentBeatsTheFileAndAFlagBeatsBoth() throws {
        let text = """
            kafka:
              bootstrap_servers: [a:9092, "b:9092"]
              properties:
                security.protocol: SASL_SSL
                fetch.wait.max.ms: 5
            workers: 2
            log_level: debug
            http_address: ''
            """
        try withFile(text) { path in
            let file = try Settings.load(environment: ["TURNSTILE_CONFIG": path, "TURNSTILE_WORKERS": "3"])
            #expect(file.bootstrapServers == "a:9092,b:9092")
            #expect(file.workers == 3)
            #expect(file.logLevel == .debug)
            #expect(file.httpAddress == nil)
            #expect(file.kafkaProperties.map(\.name) == ["security.protocol", "fetch.wait.max.ms"])
            #expect(file.kafkaProperties.map(\.value) == ["SASL_SSL", "5"])
            func source(_ settings: Settings, _ name: String) -> String? {
                settings.shown.first { $0.name == name }.map { "\($0.source)" }
            }
            #expect(source(file, "workers") == "environment TURNSTILE_WORKERS")
            #expect(source(file, "log_level") == "\(path):7")
            #expect(source(file, "group_id") == "default")
            let flagged = try Settings.load(
                file: path, environment: ["TURNSTILE_KAFKA_BOOTSTRAP_SERVERS": "c:1"],
                flags: [("kafka.bootstrap_servers", "d:2", "--bootstrap-servers")])
            #expect(flagged.bootstrapServers == "d:2")
            #expect(source(flagged, "kafka.bootstrap_servers") == "--bootstrap-servers")
        }
    }

    @Test(
        arguments: [
            ([:], "file:1"), (["KAFKA_BOOTSTRAP_SERVERS": "general:2"], "file:1"),
            (["TURNSTILE_KAFKA_BOOTSTRAP_SERVERS": "own:3", "KAFKA_BOOTSTRAP_SERVERS": "general:2"], "own:3"),
        ] as [([String: String], String)])
    func theGeneralVariableIsAFallbackOnly(_ environment: [String: String], _ expected: String) throws {
        try withFile("kafka: {bootstrap_servers: 'file:1'}") { path in
            let settings = try Settings.load(file: path, environment: environment)
            #expect(settings.bootstrapServers == expected)
        }
        #expect(
            try Settings.load(environment: ["KAFKA_BOOTSTRAP_SERVERS": "general:2"]).bootstrapServers == "general:2")
    }

    @Test func allMistakesAreToldAtOnceEachWithItsPlace() throws {
        let text = """
            kafka:
              bootstrap_server: a:1
              properties:
                transactional.id: x
                sasl.password: hunter2
                group.id: y
                debug: [a]
            topic_prefx: a.
            workers: many
            commit_interval_ms: 0
            log_level: infos
            group_id: a b
            instance_id: [a]
            http_address: localhost
            zzzzzzzzzzzzzzz: 1
            """
        #expect(
            try problems(text, ["TURNSTILE_SHUTDOWN_TIMEOUT_MS": "1e3"], flags: [("data_dri", "/x", "--set")]) == [
                "t.yaml:2:3: unknown key 'kafka.bootstrap_server'; did you mean 'kafka.bootstrap_servers'?",
                "t.yaml:7:12: kafka.properties.debug must be a single value, not a list",
                "t.yaml:8:1: unknown key 'topic_prefx'; did you mean 'topic_prefix'?",
                "t.yaml:13:14: instance_id must be a single value, not a list",
                "t.yaml:15:1: unknown key 'zzzzzzzzzzzzzzz'",
                "--set: unknown key 'data_dri'; did you mean 'data_dir'?",
                "t.yaml:4:23: kafka.properties.transactional.id cannot be set: "
                    + "correctness rests on it, so it is set by turnstile",
                "t.yaml:5:20: kafka.properties.sasl.password is a secret: "
                    + "write file:PATH or env:NAME, the file or variable that holds it",
                "t.yaml:6:15: kafka.properties.group.id cannot be set: set group_id instead",
                "t.yaml:12:11: group_id: 'a b' has other than letters, digits, '.', '_' and '-'",
                "t.yaml:14:15: http_address: 'localhost' has no port, such as 127.0.0.1:8080 or [::1]:8080",
                "t.yaml:9:10: workers: 'many' is not a whole number",
                "t.yaml:10:21: commit_interval_ms: 0 is out of range: 1 to 10000",
                "environment TURNSTILE_SHUTDOWN_TIMEOUT_MS: shutdown_timeout_ms: '1e3' is not a whole number",
                "t.yaml:11:12: log_level: 'infos' is none of trace, debug, info, warning, error; did you mean 'info'?",
            ])
    }

    @Test(arguments: [
        ("[a]", "t.yaml:1:1: the file must be a mapping of keys to values"),
        ("kafka: [a]", "t.yaml:1:8: kafka must be a mapping of keys to values"),
        (
            "kafka: {properties: a}",
            "t.yaml:1:21: kafka.properties must be a mapping of names to values, not a single value"
        ),
        ("workers: {a: 1}", "t.yaml:1:10: workers must be a single value, not a mapping"),
        ("workers: 1\nworkers: 2", "t.yaml:2:1: key 'workers' again; it stands in line 1 already"),
        (
            "http_address: '::1:80'",
            "t.yaml:1:15: http_address: '::1:80': write an IPv6 address in brackets, "
                + "such as 127.0.0.1:8080 or [::1]:8080"
        ),
        (
            "kafka: {bootstrap_servers: 'a:1,,b:2'}",
            "t.yaml:1:28: kafka.bootstrap_servers: an empty broker between commas"
        ),
        (
            "kafka: {bootstrap_servers: 'a:99999'}",
            "t.yaml:1:28: kafka.bootstrap_servers: '99999' is no port, "
                + "such as 127.0.0.1:8080 or [::1]:8080"
        ),
    ])
    func aWrongShapeIsTold(_ text: String, _ expected: String) throws {
        #expect(try problems(text) == [expected])
    }

    @Test(arguments: ["", "# nothing", "kafka:", "kafka: {properties: }", "workers:", "http_address: '[::1]:0'"])
    func emptyFilesAndValuesAreTheDefaults(_ text: String) throws {
        #expect(try problems(text) == [])
    }

    @Test func secretsAreReadFromWhereTheyAreAndNeverShown() throws {
        try withFile("s3cret\n") { secret in
            let environment = [
                "TURNSTILE_KAFKA_PROPERTIES":
                    "sasl.password=file:\(secret); ssl.key.password = env:KEY_PASSWORD;sasl.username=file:\(secret)",
                "KEY_PASSWORD": "another",
            ]
            let settings = try Settings.load(environment: environment)
            #expect(settings.kafkaProperties.map(\.value) == ["s3cret", "another", "s3cret"])
            #expect(settings.kafkaProperties.allSatisfy { $0.isHidden })
            let shown = settings.shown.map { "\($0.name)=\($0.value)" }.joined(separator: "\n")
            #expect(shown.contains("sasl.password=file:\(secret);ssl.key.password=env:KEY_PASSWORD"))
            #expect(!shown.contains("s3cret") && !shown.contains("another"))
        }
        let message = try problems(
            "kafka: {properties: {sasl.password: 'env:ABSENT', ssl.key.password: 'file:/nonexistent'}}")
        #expect(
            message == [
                "t.yaml:1:37: kafka.properties.sasl.password: the environment variable ABSENT is not set, or empty",
                "t.yaml:1:69: kafka.properties.ssl.key.password: the file /nonexistent cannot be read: "
                    + "No such file or directory",
            ])
        let shownSecret = try problems(
            "kafka: {properties: {sasl.password: hunter2}}", ["TURNSTILE_KAFKA_PROPERTIES": "=hunter2"])
        #expect(!shownSecret.joined().contains("hunter2") && !shownSecret.isEmpty)
    }

    @Test func aVariableThatNobodyReadsIsAWarning() throws {
        let settings = try Settings.load(environment: [
            "TURNSTILE_WORKER": "3", "TURNSTILE_SERVICE_PORT_HTTP": "8080", "OTHER": "1",
        ])
        #expect(
            settings.warnings.map(\.description) == [
                "environment TURNSTILE_SERVICE_PORT_HTTP: not read by anyone",
                "environment TURNSTILE_WORKER: not read by anyone; did you mean 'TURNSTILE_WORKERS'?",
            ])
    }

    @Test func everyVariableOfTheDesignIsRead() {
        let stand = [
            "TURNSTILE_KAFKA_BOOTSTRAP_SERVERS", "TURNSTILE_TOPIC_PREFIX", "TURNSTILE_GROUP_ID",
            "TURNSTILE_INSTANCE_ID", "TURNSTILE_DATA_DIR", "TURNSTILE_SECRETS_DIR", "TURNSTILE_HTTP_ADDRESS",
            "TURNSTILE_WORKERS", "TURNSTILE_COMMIT_INTERVAL_MS", "TURNSTILE_LOG_LEVEL",
        ]
        let known = Setting.all.flatMap(\.environment)
        #expect(stand.filter { !known.contains($0) } == [])
        #expect(Setting.fileVariable == "TURNSTILE_CONFIG")
    }

    @Test func theInitialFileIsTheDefaultsAndUncommentedTheyStayTheSame() throws {
        let text = Setting.initialFile()
        #expect(try problems(text) == [])
        // Every key's line, with its default or example, is right as it stands.
        let uncommented = text.split(separator: "\n").map { line in
            line.contains("#") && !line.contains("# ") ? line.replacingOccurrences(of: "#", with: "") : String(line)
        }.joined(separator: "\n")
        #expect(try problems(uncommented) == [])
        let settings = try withFile(uncommented) { try Settings.load(file: $0, environment: [:]) }
        #expect(settings.shown.allSatisfy { $0.source != SettingSource.fallback })
        #expect(settings.bootstrapServers == "kafka-1:9092,kafka-2:9092")
        #expect(settings.commitIntervalMs == 50)
    }

    @Test func theSchemaNamesEveryKey() throws {
        let parsed = try JSONSerialization.jsonObject(with: Data(Setting.jsonSchema().utf8)) as? [String: Any]
        let properties = try #require(parsed?["properties"] as? [String: Any])
        let kafka = try #require((properties["kafka"] as? [String: Any])?["properties"] as? [String: Any])
        let names = Set(properties.keys.filter { $0 != "kafka" } + kafka.keys.map { "kafka.\($0)" })
        #expect(names == Set(Setting.all.map(\.name)))
        #expect(Setting.markdown().split(separator: "\n").count == Setting.all.count + 2)
    }

    @Test(arguments: [
        ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1), ("", "abc", 3), ("kitten", "sitting", 3),
    ])
    func editDistance(_ a: String, _ b: String, _ expected: Int) {
        #expect(Configuration.editDistance(a, b) == expected)
        #expect(Configuration.editDistance(b, a) == expected)
        #expect(nearestWord(to: "tpoics", among: ["topics", "order"]) == "topics")
        #expect(nearestWord(to: "zebra", among: ["topics", "order"]) == nil)
    }
}

import Foundation
import Testing

private let protoc = ["/usr/bin/protoc", "/usr/local/bin/protoc"].first {
    FileManager.default.isExecutableFile(atPath: $0)
}

private let proto3 = "syntax = \"proto3\"; package turnstile.v1;"

/// What the generator does not support it refuses, with the names of file and field. Needs protoc, as generating does.
@Suite(.enabled(if: protoc != nil, "protoc is missing: apt-get install protobuf-compiler"))
struct GeneratorTests {
    /// Runs the plugin on one schema; gives protoc's exit code, what it said, and the files written.
    private func generate(_ schema: String) throws -> (status: Int32, said: String, files: [String]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "turnstile-generator-\(UUID())")
        try FileManager.default.createDirectory(at: folder.appending(path: "out"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try schema.write(to: folder.appending(path: "some.proto"), atomically: true, encoding: .utf8)
        // Beside the tests' own bundle.
        let plugin = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "protoc-gen-turnstile")
        let process = Process()
        process.executableURL = URL(filePath: try #require(protoc))
        process.arguments = [
            "--plugin=protoc-gen-turnstile=\(plugin.path)", "--turnstile_out=\(folder.path)/out", "-I", folder.path,
            "some.proto",
        ]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path)
        return (process.terminationStatus, said, files.sorted())
    }

    @Test(
        arguments: [
            ("syntax = \"proto2\"; message A {}", "some.proto: syntax proto2"),
            ("message A {}", "some.proto: syntax proto2"),
            (proto3 + "message A { map<string, int32> m = 1; }", "some.proto: turnstile.v1.A.m: map"),
            (proto3 + "service S {}", "some.proto: service S"),
            (proto3 + "message A { message B { A a = 1; } B b = 1; }", "turnstile.v1.A: contains itself"),
            (
                proto3 + "message A { repeated double d = 1; }",
                "some.proto: turnstile.v1.A.d: repeated and of fixed width"
            ),
            (proto3 + "message A { repeated sint32 s = 1; }", "some.proto: turnstile.v1.A.s: repeated zigzag"),
            (
                proto3 + "message A { repeated int32 p = 1 [packed = false]; }",
                "some.proto: turnstile.v1.A.p: packed = false"
            ),
            (
                proto3 + "enum E { option allow_alias = true; X = 0; Y = 0; }",
                "some.proto: turnstile.v1.E: two names for one number"
            ),
            (
                proto3 + "message M0 {}" + (1...16).map { "message M\($0) { M\($0 - 1) m = 1; }" }.joined(),
                "turnstile.v1.M16: nested deeper than 16"
            ),
        ])
    func isRefused(schema: String, reason: String) throws {
        let (status, said, files) = try generate(schema)
        #expect(status != 0)
        #expect(said.contains("not supported: \(reason)"), "\(said)")
        #expect(files == [])
    }

    @Test func whatIsSupportedIsGenerated() throws {
        let (status, said, files) = try generate(
            proto3 + """
                message A {
                    double d = 1; float f = 2; sint64 s = 3; fixed32 x = 4; optional string o = 5; repeated bytes b = 6;
                    oneof choice { uint32 operator = 7; string text = 8; B inner = 9; }
                    message B { repeated A.E e = 1; }
                    enum E { E_UNSPECIFIED = 0; E_NONE = 1; }
                }
                """)
        #expect(said == "")
        #expect(status == 0)
        #expect(files == ["Registry.swift", "some.swift"])
    }
}

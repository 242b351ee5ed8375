import Foundation
import Testing

@testable import Signing

/// A directory of its own, removed with the value.
final class Scratch {
    let path: String

    init() throws {
        var template = Array("/tmp/turnstile-signing-XXXXXX".utf8CString)
        path = try template.withUnsafeMutableBufferPointer { template in
            let made = mkdtemp(try #require(template.baseAddress))
            return String(cString: try #require(made))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    }
}

struct SecretTests {
    @Test(arguments: [
        ("plain", "plain"), ("one newline\n", "one newline"), ("two newlines\n\n", "two newlines\n"), ("\r\n", "\r"),
        (" spaces stay ", " spaces stay "),
    ])
    func aSecretIsItsFileWithoutOneNewline(_ content: String, _ secret: String) throws {
        let scratch = try Scratch()
        try scratch.write("mao.k1", Array(content.utf8))
        #expect(try SecretSource(directory: scratch.path).secret(named: "mao.k1") == Array(secret.utf8))
    }

    @Test(arguments: [
        "", ".", "..", ".hidden", "a/b", "../etc/passwd", "a b", "a\u{0}", "ä", String(repeating: "a", count: 129),
    ])
    func anUnsafeNameIsRefused(_ name: String) throws {
        let scratch = try Scratch()
        #expect(reason(name, scratch) == .unsafeName)
    }

    @Test func whatCannotBeReadSaysWhy() throws {
        let scratch = try Scratch()
        try scratch.write("empty", [])
        try scratch.write("newline", [10])
        try scratch.write("large", [UInt8](repeating: 65, count: SecretSource.bytesMax + 1))
        try scratch.write("largest", [UInt8](repeating: 65, count: SecretSource.bytesMax) + [10])
        mkdir("\(scratch.path)/directory", 0o700)
        #expect(reason("absent", scratch) == .absent)
        #expect(reason("empty", scratch) == .empty)
        #expect(reason("newline", scratch) == .empty)
        #expect(reason("large", scratch) == .tooLarge)
        #expect(reason("largest", scratch) == nil)
        #expect(reason("directory", scratch) == .notAFile)
    }

    private func reason(_ name: String, _ scratch: Scratch) -> SecretError.Reason? {
        do throws(SecretError) {
            _ = try SecretSource(directory: scratch.path).secret(named: name)
            return nil
        } catch { return error.reason }
    }

    @Test func aChangedFileIsReadAgain() throws {
        let scratch = try Scratch()
        let source = SecretSource(directory: scratch.path)
        try scratch.write("k", [1])
        #expect(try source.secret(named: "k") == [1])
        try scratch.write("k", [2])
        #expect(try source.secret(named: "k") == [2])
        unlink("\(scratch.path)/k")
        #expect(throws: SecretError.self) { try source.secret(named: "k") }
    }
}

struct KeyRingTests {
    private func find(_ ring: KeyRing, _ account: String, _ id: String) -> Result<SigningKey, SignatureFault> {
        Array(account.utf8).withUnsafeBytes { account in
            Array(id.utf8).withUnsafeBytes { id in ring.key(account: account, id: id) }
        }
    }

    private func fault(_ found: Result<SigningKey, SignatureFault>) -> SignatureFault? {
        if case .failure(let fault) = found { fault } else { nil }
    }

    @Test func aKeyIsFoundByItsAccountAndIDOnly() throws {
        let scratch = try Scratch()
        try scratch.write("s", [7])
        let ring = KeyRing(secrets: SecretSource(directory: scratch.path))
        #expect(ring.setKeys([KeyDescription(id: "k1", material: .secret(name: "s"))], ofAccount: "mao").isEmpty)
        #expect(try find(ring, "mao", "k1").get().material == [7])
        #expect(fault(find(ring, "mao", "k2")) == .unknownKey)
        #expect(fault(find(ring, "ma", "ok1")) == .unknownKey)
        ring.setKeys([], ofAccount: "mao")
        #expect(fault(find(ring, "mao", "k1")) == .unknownKey)
    }

    @Test func aSecretThatComesLaterIsFoundByRefresh() throws {
        let scratch = try Scratch()
        let ring = KeyRing(secrets: SecretSource(directory: scratch.path))
        let errors = ring.setKeys(
            [
                KeyDescription(id: "k1", material: .secret(name: "later")),
                KeyDescription(id: "e1", material: .publicKey([UInt8](repeating: 3, count: 32))),
            ], ofAccount: "mao")
        #expect(errors.map(\.reason) == [.absent])
        #expect(fault(find(ring, "mao", "k1")) == .secretUnavailable)
        #expect(try find(ring, "mao", "e1").get().algorithm == .ed25519)
        try scratch.write("later", [1])
        #expect(ring.refresh().isEmpty)
        let first = try find(ring, "mao", "k1").get()
        #expect(ring.refresh().isEmpty)
        #expect(try find(ring, "mao", "k1").get() === first)
        try scratch.write("later", [2, 2])
        #expect(ring.refresh().isEmpty)
        #expect(try find(ring, "mao", "k1").get().material == [2, 2])
        unlink("\(scratch.path)/later")
        #expect(ring.refresh().map(\.reason) == [.absent])
        #expect(try find(ring, "mao", "k1").get().material == [2, 2])
    }
}

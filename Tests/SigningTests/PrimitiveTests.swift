import Testing

@testable import Signing

private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...($0 + 1)]), radix: 16) ?? 0 }
}

struct PrimitiveTests {
    /// FIPS 180-4 examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func sha256(_ text: String, _ expected: String) {
        #expect(SHA256.digest(Array(text.utf8)).hexadecimal == expected)
        #expect(SHA256.digest(Array(text.utf8)).bytes == bytes(expected))
    }

    @Test func aKeptContextBeginsAnewAfterEachDigest() {
        var hash = SHA256()
        let whole = Array("abc".utf8)
        let once = whole.withUnsafeBytes { hash.digest($0) }
        for byte in whole { [byte].withUnsafeBytes { hash.update($0) } }
        #expect(hash.finish() == once)
        #expect(hash.digest(whole.span.bytes) == once)
        #expect(hash.finish() == SHA256.digest([]))
    }

    /// RFC 4231, test cases 1, 2 and 6 (a key longer than a block).
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func hmac(_ key: [UInt8], _ text: String, _ expected: String) {
        guard var hmac = HMACSHA256(key: key) else {
            Issue.record("no key")
            return
        }
        for _ in 0..<2 {
            #expect(Array(text.utf8).withUnsafeBytes { hmac.authenticate($0) }.hexadecimal == expected)
        }
    }

    /// RFC 8032, section 7.1, tests 2 and 3.
    @Test(arguments: [
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ])
    func ed25519(_ seed: String, _ publicKey: String, _ message: String, _ signature: String) {
        guard var privateKey = Ed25519PrivateKey(seed: bytes(seed)), var key = Ed25519PublicKey(bytes(publicKey)) else {
            Issue.record("no key")
            return
        }
        #expect(privateKey.publicKey == bytes(publicKey))
        let signed = bytes(message).withUnsafeBytes { privateKey.sign($0) }
        #expect(signed == bytes(signature))
        var broken = bytes(signature)
        broken[5] ^= 1
        bytes(message).withUnsafeBytes { message in
            #expect(bytes(signature).withUnsafeBytes { key.verifies($0, of: message) })
            #expect(!broken.withUnsafeBytes { key.verifies($0, of: message) })
            #expect(!broken[..<63].withUnsafeBytes { key.verifies($0, of: message) })
            #expect(bytes(signature).withUnsafeBytes { key.verifies($0, of: message) })
        }
    }

    @Test func keysOfOtherLengthsAreNone() {
        #expect(Signer(keyID: "k", hmacSecret: []) == nil)
        #expect(Signer(keyID: "k", ed25519Seed: [UInt8](repeating: 1, count: 33)) == nil)
        if Ed25519PublicKey([UInt8](repeating: 1, count: 31)) != nil { Issue.record("31 bytes are no public key") }
        #expect(SigningKey(id: "k".utf8, algorithm: .ed25519, material: [1, 2]) == nil)
        #expect(SigningKey(id: "k".utf8, algorithm: .hmacSHA256, material: []) == nil)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64(_ plain: String, _ encoded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(plain.utf8))
    }

    @Test func base64OfEveryLengthComesBack() {
        for count in 0..<200 {
            let source = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ count) }
            #expect(Base64.decode(Base64.encode(source)) == source)
        }
    }

    @Test(arguments: [
        "Z", "Zg", "Zg=", "Zg===", "=", "====", "Zh==", "Zm9=", "Zm8==", "Z=g=", "Zm9v\n", "Zm 9v", "Zm9_", "Zm9-",
        "Zg==Zg==",
        "Zm9é",
    ])
    func otherBase64IsRefused(_ text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test func base64DoesNotWriteBeyondItsTarget() {
        let target = UnsafeMutableRawBufferPointer.allocate(byteCount: 2, alignment: 1)
        defer { target.deallocate() }
        #expect(Array("Zm9v".utf8).withUnsafeBytes { Base64.decode($0, into: target) } == nil)
        #expect(Array("Zm8=".utf8).withUnsafeBytes { Base64.decode($0, into: target) } == 2)
    }

    @Test func comparison() {
        func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool {
            a.withUnsafeBytes { a in b.withUnsafeBytes { b in constantTimeEqual(a, b) } }
        }
        #expect(equal([], []))
        #expect(equal([1, 2], [1, 2]))
        #expect(!equal([1, 2], [1, 3]))
        #expect(!equal([1, 2], [1, 2, 3]))
        #expect(!equal([], [1]))
    }
}

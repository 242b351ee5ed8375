import Foundation
import Testing

@testable import Signing

/// `docs/signature-vectors.json`, which the README points authors of clients to; made by `scripts/signature-vectors.py`.
struct VectorFile: Decodable {
    struct Key: Decodable {
        var key_id: String
        var algorithm: String
        var secret_base64: String?
        var public_key_base64: String?
        var private_seed_base64: String?
        var not_before_ms: Int64?
        var not_after_ms: Int64?
        var revoked_at_ms: Int64?

        var signingKey: SigningKey? {
            SigningKey(
                id: key_id.utf8, algorithm: algorithm == "ed25519" ? .ed25519 : .hmacSHA256,
                material: Base64.decode(secret_base64 ?? public_key_base64 ?? "") ?? [], notBeforeMs: not_before_ms,
                notAfterMs: not_after_ms, revokedAtMs: revoked_at_ms)
        }
    }
    struct Expectation: Decodable {
        var verified: String?
        var invalid: String?
    }
    struct Vector: Decodable, CustomTestStringConvertible {
        var name: String
        var account: String
        var topic: String
        var record_key_base64: String
        var value_base64: String
        var created_at_ms: Int64
        var judged_at_ms: Int64
        var keys: [Key]
        var headers: [[String]]
        var signed_bytes_hex: String?
        var expect: Expectation

        var testDescription: String { name }
        var recordKey: [UInt8] { Base64.decode(record_key_base64) ?? [] }
        var value: [UInt8] { Base64.decode(value_base64) ?? [] }

        func values(of header: String) -> [[UInt8]] {
            headers.filter { $0[0] == header }.map { Array($0[1].utf8) }
        }
    }
    var vectors: [Vector]

    static let all: [Vector] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/signature-vectors.json")
        guard let data = try? Data(contentsOf: path), let file = try? JSONDecoder().decode(VectorFile.self, from: data)
        else { return [] }
        return file.vectors
    }()
}

struct VectorTests {
    @Test func theFileIsThereAndHasBothKinds() {
        #expect(VectorFile.all.count { $0.expect.verified != nil } >= 10)
        #expect(VectorFile.all.count { $0.expect.invalid != nil } >= 20)
        let causes = Set(VectorFile.all.compactMap(\.expect.invalid))
        // What a vector cannot show: the secret's file is missing.
        #expect(causes == Set(SignatureFault.allCases.map(\.rawValue)).subtracting(["secret_unavailable"]))
    }

    @Test(arguments: VectorFile.all)
    func aVectorGetsWhatItExpects(_ vector: VectorFile.Vector) throws {
        let verifier = Verifier()
        let keys = try vector.keys.map { try #require($0.signingKey) }
        // Twice, since the second time the contexts are those that were kept.
        for _ in 0..<2 {
            switch verify(vector, verifier, keys) {
            case .verified(let key): #expect(String(decoding: key.id, as: UTF8.self) == vector.expect.verified)
            case .refused(let fault): #expect(fault.rawValue == vector.expect.invalid)
            }
        }
    }

    private func verify(
        _ vector: VectorFile.Vector, _ verifier: Verifier, _ keys: [SigningKey]
    ) -> Verification {
        let ids = vector.values(of: SignedBytes.keyIDHeader)
        let signatures = vector.values(of: SignedBytes.signatureHeader)
        return vector.recordKey.withUnsafeBytes { recordKey in
            vector.value.withUnsafeBytes { value in
                Array(vector.account.utf8).withUnsafeBytes { account in
                    withHeader(ids) { ids in
                        withHeader(signatures) { signatures in
                            verifier.verify(
                                SignedRecord(
                                    keyIDs: ids, signatures: signatures, account: account, topic: vector.topic,
                                    key: recordKey, value: value, createdAtMs: vector.created_at_ms),
                                judgedAtMs: vector.judged_at_ms
                            ) { id in
                                keys.first { $0.id.elementsEqual(id) }.map { .success($0) } ?? .failure(.unknownKey)
                            }
                        }
                    }
                }
            }
        }
    }

    private func withHeader<R>(_ values: [[UInt8]], _ body: (HeaderValue) -> R) -> R {
        switch values.count {
        case 0: body(.absent)
        case 1: values[0].withUnsafeBytes { body(.once($0)) }
        default: body(.repeated)
        }
    }

    @Test(arguments: VectorFile.all.filter { $0.signed_bytes_hex != nil })
    func signedBytesAndSignaturesAreThoseOfPython(_ vector: VectorFile.Vector) throws {
        let key = try #require(vector.keys.first)
        let digest = SHA256.digest(vector.value)
        var bytes = SignedBytes()
        let made = Array(key.key_id.utf8).withUnsafeBytes { id in
            Array(vector.account.utf8).withUnsafeBytes { account in
                vector.recordKey.withUnsafeBytes { recordKey in
                    bytes.with(keyID: id, account: account, topic: vector.topic, key: recordKey, valueDigest: digest) {
                        $0.map { String(format: "%02x", $0) }.joined()
                    }
                }
            }
        }
        #expect(made == vector.signed_bytes_hex)

        let signer = try #require(
            key.algorithm == "ed25519"
                ? Signer(keyID: key.key_id, ed25519Seed: Base64.decode(key.private_seed_base64 ?? "") ?? [])
                : Signer(keyID: key.key_id, hmacSecret: Base64.decode(key.secret_base64 ?? "") ?? []))
        let signature = signer.signature(
            account: vector.account, topic: vector.topic, key: vector.recordKey, value: vector.value)
        #expect(Array(signature.utf8) == vector.values(of: SignedBytes.signatureHeader).first)
    }
}

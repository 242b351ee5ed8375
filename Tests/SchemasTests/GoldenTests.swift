import Foundation
import Protobuf
import Schemas
import Testing

/// Against bytes and JSON that protobuf's official Python implementation wrote, messages of every type.
@Suite struct GoldenTests {
    @Test func thereAreGoldensOfEveryMessageAndOfNoOther() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let names = files.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }
        #expect(names.sorted() == messageNames)
        #expect(messageNames.count > 60)
        for name in messageNames { #expect(try GoldenMessage.load(name).count == 10) }
    }

    @Test(arguments: messageNames)
    func bytesAreTheSameJSON(name: String) throws {
        for golden in try GoldenMessage.load(name) {
            let json = try descriptorOf(name).json(golden.bytes.span.bytes)
            #expect(sortedText(json) == sortedText(golden.json), "\(golden.kind)")
        }
    }

    @Test(arguments: messageNames)
    func jsonIsTheSameBytes(name: String) throws {
        for golden in try GoldenMessage.load(name) {
            let descriptor = try descriptorOf(name)
            #expect(encoded(try descriptor.bytes(json: golden.json)) == encoded(golden.canonical), "\(golden.kind)")
            // Through our own text, in both forms.
            for pretty in [false, true] {
                let text = try descriptor.json(golden.bytes.span.bytes).utf8(pretty: pretty)
                #expect(try descriptor.bytes(json: text.span.bytes) == golden.canonical)
            }
        }
    }

    @Test(arguments: messageNames)
    func viewsAndWriteFunctionsGiveTheSameBytes(name: String) throws {
        for golden in try GoldenMessage.load(name) {
            try validate(golden.bytes.span.bytes, as: name)
            #expect(encoded(try rewritten(golden.bytes, as: name)) == encoded(golden.canonical), "\(golden.kind)")
        }
    }

    /// A cut message is refused, or ends between two fields and then is what the fields before the cut say; views and
    /// descriptors agree on which.
    @Test(arguments: messageNames)
    func truncationAtEveryByteIsNoTrapAndViewsAgreeWithDescriptors(name: String) throws {
        let descriptor = try descriptorOf(name)
        var refused = 0
        for golden in try GoldenMessage.load(name) {
            for count in 0..<golden.bytes.count {
                let cut = Array(golden.bytes[..<count])
                let byView = fault { try validate(cut.span.bytes, as: name) }
                let byDescriptor = fault { _ = try descriptor.json(cut.span.bytes) }
                #expect(byView == byDescriptor, "cut at \(count)")
                if byView != nil { refused += 1 }
                if byView == nil {
                    let json = try descriptor.json(cut.span.bytes)
                    #expect(try rewritten(cut, as: name) == descriptor.bytes(json: json))
                }
            }
        }
        #expect(refused > 0)
    }

    private func fault(_ body: () throws -> Void) -> ProtobufError.Fault? {
        do {
            try body()
            return nil
        } catch let error as ProtobufError {
            return error.fault
        } catch {
            return .tooLarge
        }
    }

    /// Mutated goldens and noise: refused or read, never a trap, and views and descriptors agree.
    @Test func randomBytesAreNoTrapAndViewsAgreeWithDescriptors() throws {
        var random = SeededGenerator(seed: 4)
        let goldens = try messageNames.flatMap { try GoldenMessage.load($0) }
        var accepted = 0, refused = 0
        for round in 0..<100_000 {
            var bytes: [UInt8]
            let name: String
            if round % 4 == 0 {
                name = messageNames[Int.random(in: 0..<messageNames.count, using: &random)]
                bytes = (0..<Int.random(in: 0..<24, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            } else {
                let golden = goldens[Int.random(in: 0..<goldens.count, using: &random)]
                name = golden.name
                // Short ones, so that a mutation hits a tag or a length often.
                bytes = Array(golden.bytes.prefix(Int.random(in: 0...160, using: &random)))
                for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                    case 2: bytes.remove(at: index)
                    default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
                    }
                }
            }
            let byView = fault { try validate(bytes.span.bytes, as: name) }
            let byDescriptor = fault { _ = try descriptorOf(name).json(bytes.span.bytes) }
            if byView == nil { accepted += 1 } else { refused += 1 }
            // A timestamp's range is JSON's affair, and JSON looks no further then.
            if byDescriptor == .timestampOutOfRange { continue }
            if (byView == nil) != (byDescriptor == nil) {
                Issue.record(
                    "\(name) \(encoded(bytes)): view \(String(describing: byView)), descriptor \(String(describing: byDescriptor))"
                )
            }
        }
        #expect(accepted > 10_000)
        #expect(refused > 10_000)
    }
}

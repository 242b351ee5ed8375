/// Dice that obey a seed: the same seed and the same words give the same number, in every process.
public struct Chance: Sendable {
    private let seed: UInt64

    public init(seed: UInt64) { self.seed = seed }

    /// A number of 64 bits for what these words name.
    public func number(_ words: String...) -> UInt64 { number(words) }

    /// 0 to 99, for what these words name.
    public func percent(_ words: String...) -> Int { Int(number(words) % 100) }

    private func number(_ words: [String]) -> UInt64 {
        var hash = seed ^ 0x9E37_79B9_7F4A_7C15
        for word in words {
            for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            hash = mixed(hash ^ 0xFF)
        }
        return mixed(hash)
    }

    private func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// A record that somebody outside sends, some time after now.
public struct OutsideRecord: Sendable {
    public var delayMs: Int64
    public var key: [UInt8]
    public var value: [UInt8]
    public var headers: [(name: String, value: [UInt8])]

    public init(delayMs: Int64, key: [UInt8], value: [UInt8], headers: [(name: String, value: [UInt8])] = []) {
        self.delayMs = delayMs
        self.key = key
        self.value = value
        self.headers = headers
    }
}

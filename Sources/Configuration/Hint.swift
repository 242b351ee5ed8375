/// The known word that an unknown one most likely meant, for hints; nil where none is near.
public func nearestWord(to word: String, among known: [String]) -> String? {
    let limit = max(2, word.utf8.count / 3)
    return known.map { (word: $0, edits: editDistance(word, $0)) }.filter { $0.edits <= limit }
        .min { $0.edits < $1.edits }?.word
}

/// Insertions, deletions, replacements and swaps of neighbours.
func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a.utf8.prefix(128))
    let b = Array(b.utf8.prefix(128))
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
        var next = [i + 1]
        for j in 0..<b.count {
            var cost = min(last[j + 1] + 1, next[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
            next.append(cost)
        }
        (before, last) = (last, next)
    }
    return last[b.count]
}

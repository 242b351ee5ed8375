import Glibc

// One line of JSON a measurement, on standard output. `scripts/bench --micro` builds and reads it.
do {
    let shelf = try Shelf()
    defer { shelf.remove() }
    if CommandLine.arguments.contains("--engine") { try EngineRun.measureAll(shelf) }
    if CommandLine.arguments.contains("--once") { try EngineRun.run(shelf, orders: 2_000) }
    if CommandLine.arguments.contains("--stages") {
        try StageRun(shelf).measureAll()
        try StoreRun.measureAll(shelf)
    }
} catch {
    let words = Array("turnstile-bench: \(error)\n".utf8)
    _ = write(2, words, words.count)
    exit(1)
}

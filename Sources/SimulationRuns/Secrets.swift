internal import Glibc
internal import Signing

/// The one secret of all runs, as a file where the engine looks for it; gone when the process ends.
enum Secrets {
    static let directory: String = {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/turnstile-runs-XXXXXX".utf8CString)
        guard template.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress!) }) != nil else { return base }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if let file = fopen(path + "/" + RunCatalog.secretName, "w") {
            fputs(RunCatalog.secret, file)
            fclose(file)
        }
        atexit {
            unlink(Secrets.directory + "/" + RunCatalog.secretName)
            rmdir(Secrets.directory)
        }
        return path
    }()

    static var signer: Signer { Signer(keyID: RunCatalog.keyID, hmacSecret: Array(RunCatalog.secret.utf8))! }
}

internal import CYAML
internal import Glibc

/// Reads one YAML document strictly: one document, text keys, no key twice, no tags, no merge keys, aliases only within
/// limits.
public enum YAMLReader {
    public static let bytesMax = 16 << 20
    public static let depthMax = 64
    /// Nodes of a document, aliases counted as what they repeat: a few lines of aliases can stand for millions.
    public static let nodesMax = 500_000

    /// - Parameter file: the name for messages.
    public static func read(_ bytes: [UInt8], file: String) throws(YAMLError) -> YAMLNode {
        guard bytes.count <= bytesMax else {
            throw YAMLError(
                file: file, position: TextPosition(line: 1, column: 1), message: "longer than \(bytesMax) bytes")
        }
        let outcome: Result<YAMLNode, YAMLError> = bytes.withUnsafeBufferPointer { bytes in
            Result { () throws(YAMLError) in
                var composer = try Composer(bytes, file: file)
                return try composer.document()
            }
        }
        return try outcome.get()
    }

    public static func read(_ text: String, file: String) throws(YAMLError) -> YAMLNode {
        try read(Array(text.utf8), file: file)
    }

    /// Reads a file; `-` is standard input.
    public static func read(path: String) throws(YAMLError) -> YAMLNode {
        func failure(_ code: Int32) -> YAMLError {
            YAMLError(
                file: path, position: TextPosition(line: 1, column: 1),
                message: "cannot be read: \(String(cString: strerror(code)))")
        }
        let file = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= bytesMax {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(errno)
            }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return try read(bytes, file: path)
    }
}

/// Turns libyaml's events into the tree. No recursion: the depth is the input's to choose.
private struct Composer: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let file: String
    private var anchors: [String: YAMLNode] = [:]
    private var openAnchors: Set<String> = []
    private var total = 0

    /// A sequence or mapping that is not yet complete.
    private struct Open {
        var isMapping: Bool
        var anchor: String?
        var position: TextPosition
        var elements: [YAMLNode] = []
        var entries: [YAMLNode.Entry] = []
        var keys: [String: TextPosition] = [:]
        var key: (text: String, position: TextPosition)?
        var weight = 1
        var height = 1
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(YAMLError) {
        self.file = file
        parser = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.initialize(to: yaml_parser_t())
            throw YAMLError(file: file, position: TextPosition(line: 1, column: 1), message: "out of memory")
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    mutating func document() throws(YAMLError) -> YAMLNode {
        var stack: [Open] = []
        var root: YAMLNode?
        var documents = 0
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
            defer { yaml_event_delete(&event) }
            let position = Self.position(event.start_mark)
            let node: YAMLNode
            switch event.type {
            case YAML_STREAM_START_EVENT, YAML_NO_EVENT, YAML_DOCUMENT_END_EVENT: continue
            case YAML_DOCUMENT_START_EVENT:
                documents += 1
                if documents > 1 { throw error(position, "a second document: put each into a file of its own") }
                continue
            case YAML_STREAM_END_EVENT:
                if let root { return root }
                return YAMLNode(
                    content: .scalar(text: "", isQuoted: false), position: TextPosition(line: 1, column: 1), weight: 1,
                    height: 1)
            case YAML_SCALAR_EVENT: node = try scalar(event, position)
            case YAML_ALIAS_EVENT: node = try alias(event, position)
            case YAML_SEQUENCE_START_EVENT:
                let data = event.data.sequence_start
                try push(&stack, isMapping: false, anchor: data.anchor, tag: data.tag, position)
                continue
            case YAML_MAPPING_START_EVENT:
                let data = event.data.mapping_start
                try push(&stack, isMapping: true, anchor: data.anchor, tag: data.tag, position)
                continue
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                guard let done = stack.popLast() else { throw error(position, "an end without a beginning") }
                node = YAMLNode(
                    content: done.isMapping ? .mapping(done.entries) : .sequence(done.elements),
                    position: done.position, weight: done.weight, height: done.height)
                if let anchor = done.anchor {
                    openAnchors.remove(anchor)
                    anchors[anchor] = node
                }
            default: throw error(position, "something that is not understood here")
            }
            if stack.isEmpty { root = node } else { try add(node, to: &stack) }
        }
    }

    private mutating func push(
        _ stack: inout [Open], isMapping: Bool, anchor: UnsafeMutablePointer<yaml_char_t>?,
        tag: UnsafeMutablePointer<yaml_char_t>?, _ position: TextPosition
    ) throws(YAMLError) {
        try refuseTag(tag, position)
        guard stack.count < YAMLReader.depthMax else {
            throw error(position, "nested deeper than \(YAMLReader.depthMax) levels")
        }
        if let top = stack.last, top.isMapping, top.key == nil { throw error(position, "a key must be a single value") }
        try count(1, position)
        let name = try define(anchor, position)
        if let name { openAnchors.insert(name) }
        stack.append(Open(isMapping: isMapping, anchor: name, position: position))
    }

    private mutating func scalar(_ event: yaml_event_t, _ position: TextPosition) throws(YAMLError) -> YAMLNode {
        let data = event.data.scalar
        try refuseTag(data.tag, position)
        try count(1, position)
        let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
        // libyaml has checked that the text is UTF-8, not that an escape such as "\uD800" is a character.
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw error(position, "an escape that is no character")
        }
        let node = YAMLNode(
            content: .scalar(text: text, isQuoted: data.style != YAML_PLAIN_SCALAR_STYLE), position: position,
            weight: 1, height: 1)
        if let name = try define(data.anchor, position) { anchors[name] = node }
        return node
    }

    private mutating func alias(_ event: yaml_event_t, _ position: TextPosition) throws(YAMLError) -> YAMLNode {
        let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
        if openAnchors.contains(name) { throw error(position, "alias *\(name) stands within what it repeats") }
        guard var node = anchors[name] else {
            throw error(position, "alias *\(name) without an anchor &\(name) before it")
        }
        try count(node.weight, position)
        node.position = position
        return node
    }

    private func add(_ node: YAMLNode, to stack: inout [Open]) throws(YAMLError) {
        let top = stack.count - 1
        guard stack[top].isMapping else {
            stack[top].elements.append(node)
            return try grow(&stack, by: node)
        }
        guard let key = stack[top].key else {
            guard case .scalar(let text, _) = node.content else {
                throw error(node.position, "a key must be a single value")
            }
            if text == "<<" { throw error(node.position, "merge keys (<<) are not taken: write the keys out") }
            if let before = stack[top].keys.updateValue(node.position, forKey: text) {
                throw error(node.position, "key '\(text)' again; it stands in line \(before.line) already")
            }
            stack[top].key = (text, node.position)
            stack[top].weight += 1
            return
        }
        stack[top].entries.append(YAMLNode.Entry(key: key.text, keyPosition: key.position, value: node))
        stack[top].key = nil
        try grow(&stack, by: node)
    }

    private func grow(_ stack: inout [Open], by node: YAMLNode) throws(YAMLError) {
        let top = stack.count - 1
        stack[top].weight += node.weight
        stack[top].height = max(stack[top].height, node.height + 1)
        guard stack.count + node.height <= YAMLReader.depthMax + 1 else {
            throw error(node.position, "nested deeper than \(YAMLReader.depthMax) levels")
        }
    }

    private mutating func count(_ weight: Int, _ position: TextPosition) throws(YAMLError) {
        total += weight
        guard total <= YAMLReader.nodesMax else {
            throw error(position, "more than \(YAMLReader.nodesMax) values, aliases counted as what they repeat")
        }
    }

    private func define(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ position: TextPosition
    ) throws(YAMLError) -> String? {
        guard let name = anchor.map({ String(cString: $0) }) else { return nil }
        if anchors[name] != nil || openAnchors.contains(name) { throw error(position, "anchor &\(name) again") }
        return name
    }

    private func refuseTag(
        _ tag: UnsafeMutablePointer<yaml_char_t>?, _ position: TextPosition
    ) throws(YAMLError) {
        if let tag { throw error(position, "tag '\(String(cString: tag))' is not taken: leave it out") }
    }

    private func error(_ position: TextPosition, _ message: String) -> YAMLError {
        YAMLError(file: file, position: position, message: message)
    }

    private func syntaxError() -> YAMLError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not readable as YAML"
        let context = parser.pointee.context.map { " \(String(cString: $0))" } ?? ""
        if parser.pointee.error == YAML_READER_ERROR {
            // The reader counts bytes only, and reads ahead of the lines.
            return error(
                Self.position(parser.pointee.mark), "\(problem) (byte \(parser.pointee.problem_offset) of the file)")
        }
        return error(Self.position(parser.pointee.problem_mark), "\(problem)\(context)")
    }

    private static func position(_ mark: yaml_mark_t) -> TextPosition {
        TextPosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
}

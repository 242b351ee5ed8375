import Protobuf
import Schemas

/// A message's bytes, by what writes its fields.
func message(_ body: (inout ReverseWriter) -> Void) -> [UInt8] {
    var writer = ReverseWriter(chunkBytes: 4096)
    let record = writer.mark()
    body(&writer)
    let slice = writer.finish(record)
    return writer.bytes(of: slice).withUnsafeBytes { Array($0) }
}

/// The fields of a `Money`.
func euros(_ amount: Int64, _ writer: inout ReverseWriter) {
    Proto.Money.writeCurrency("EUR", to: &writer)
    Proto.Money.writeMinorUnits(amount, to: &writer)
}

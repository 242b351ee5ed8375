public import Orders
public import Protobuf
internal import Schemas

/// Writes a record of `operator-actions` that has a record judged again, in the place of its key and by its first
/// append time: an `OperatorAction` with `readmit`. Its `action_id` is `readmit:<input><partition>:<offset>`.
/// - Parameters:
///   - key: the order's key, on whose partition the record belongs.
///   - recordKey: the record's own key, as it came.
///   - headers: names and values in their order; `headerCount` of them, asked for from the last to the first.
public func writeReadmit(
    key: OrderKey, source: Input.Source, partition: Int32, offset: Int64, appendedAtMs: Milliseconds,
    recordKey: RawSpan, value: RawSpan, headerCount: Int,
    header: (Int) -> (name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer?), operatorName: StaticString,
    reason: StaticString, to writer: inout ReverseWriter
) -> Slice {
    typealias Out = Proto.OperatorAction
    let record = writer.mark()
    let readmit = writer.mark()
    for index in stride(from: headerCount - 1, through: 0, by: -1) {
        let fields = unsafe header(index)
        let mark = writer.mark()
        if let value = unsafe fields.value { unsafe Out.Header.writeValue(value.bytes, to: &writer) }
        unsafe Out.Header.writeName(fields.name.bytes, to: &writer)
        Out.Readmit.endHeaders(mark, to: &writer)
    }
    Out.Readmit.writeValue(value, to: &writer)
    Out.Readmit.writeKey(recordKey, to: &writer)
    Out.Readmit.writeAppendedAt(milliseconds: appendedAtMs, to: &writer)
    Out.Readmit.writeOffset(offset, to: &writer)
    Out.Readmit.writePartition(partition, to: &writer)
    let topic = writer.mark()
    writer.bytes(source.topicName)
    Out.Readmit.endTopic(topic, to: &writer)
    Out.endReadmit(readmit, to: &writer)

    let reasonMark = writer.mark()
    writer.bytes(reason)
    Out.endReason(reasonMark, to: &writer)
    let operatorMark = writer.mark()
    writer.bytes(operatorName)
    Out.endOperator(operatorMark, to: &writer)
    writer.key(key, orderTag: 26, distributorTag: 18)
    let id = writer.mark()
    writer.decimal(offset)
    writer.byte(UInt8(ascii: ":"))
    writer.decimal(Int64(partition))
    writer.byte(source.rawValue)
    writer.bytes("readmit:" as StaticString)
    Out.endActionId(id, to: &writer)
    return writer.finish(record)
}

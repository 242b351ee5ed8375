#!/usr/bin/env python3
"""What Turnstile's writers must write, by protobuf's official Python implementation: each output spelled as JSON here,
and as the bytes of protobuf's deterministic serialisation in Tests/ContractTests/Golden/outputs.jsonl. The content
digest of one placing is worked out here too, by the rule of docs/contract.md.

    scripts/contract-golden.py           writes the file, the same bytes each time
    scripts/contract-golden.py --check   exits with 1 where it is another

Needs protoc and the package `protobuf`.
"""
import hashlib
import importlib.util
import json
import pathlib
import struct
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "Tests" / "ContractTests" / "Golden" / "outputs.jsonl"

T0 = "2026-11-22T12:00:00.123Z"
T1 = "2026-11-22T12:15:00Z"
CNY = {"minorUnits": "76000", "currency": "CNY"}
COMMAND = {"command": {"id": "c-1", "partition": 3, "offset": "17"}}
RESULT = {"result": {"id": "x-1", "partition": 3, "offset": "18"}}
ACTION = {"operatorAction": {"id": "a-1", "partition": 3, "offset": "19"}}
TIMER = {"timer": {"kind": "TIMER_KIND_HOLD_EXPIRY", "dueMs": "1795349700000"}}
TICKETS = [{"ticketClassId": "t7", "seatId": "A-12", "holderName": "李雷"}, {"ticketClassId": "t8"}]
BUYER = {"name": "Li Lei", "phone": "138"}
DELIVERY = {"method": "DELIVERY_METHOD_COURIER", "address": "Beijing"}
INVOICE = {"title": "Li"}


def event(name, body, cause=COMMAND, status="LOCKED", before="LOCKING", sequence=2, **more):
    message = {"eventId": f"d001/42#{sequence}", "distributorId": "d001", "distributorOrderId": "42",
               "sequence": str(sequence), "occurredAt": T0, "cause": cause, "status": f"ORDER_STATUS_{status}",
               "statusBefore": f"ORDER_STATUS_{before}", "deliveryStatus": "DELIVERY_STATUS_NEW", name: body}
    message.update(more)
    return name, "turnstile.v1.OrderEvent", message


def outside(label, name, body, cause, event_id):
    return label, "turnstile.v1.OrderEvent", {
        "eventId": event_id, "distributorId": "d001", "distributorOrderId": "42", "occurredAt": T0, "cause": cause,
        name: body}


def request(name, body, request_id, **more):
    message = {"requestId": f"d001/42/{request_id}", "supplierId": "sup1", "distributorId": "d001",
               "distributorOrderId": "42", "supplierOrderId": "SO 1/二", "attempt": 2, "deadline": T1, name: body}
    message.update(more)
    return "request " + name, "turnstile.v1.SupplierRequest", message


def entry(label, **more):
    message = {"entryId": "d001/42/receivable/sale", "book": "BOOK_RECEIVABLE", "kind": "ENTRY_KIND_SALE",
               "amount": CNY, "partyId": "d001", "distributorId": "d001", "distributorOrderId": "42",
               "supplierId": "sup1", "supplierOrderId": "SO 1/二", "timeBase": "TIME_BASE_ORDER_LOCKED",
               "effectiveAt": T0, "recordedAt": T1, "period": "2026-11-22", "contractVersion": "2",
               "eventId": "d001/42#2", "contractId": "dc1", "projectId": "p1", "showId": "s1",
               "lines": [{"ticket": 0, "component": "PRICE_COMPONENT_TICKET", "minorUnits": "80000",
                          "ticketClassId": "t7"},
                         {"component": "PRICE_COMPONENT_COMMISSION", "minorUnits": "-4000"}]}
    message.update(more)
    return "entry " + label, "turnstile.v1.LedgerEntry", message


MESSAGES = [
    event("placed", {"supplierId": "sup1", "projectId": "p1", "showId": "s1", "ticketCount": 2, "total": CNY}),
    event("locked", {"supplierOrderId": "SO 1/二", "holdUntil": T1,
                     "seats": [{"sequence": 0, "seatId": "A-12", "label": "Row A"}, {"sequence": 1}]}, RESULT),
    event("lockFailed", {"code": "E1", "message": "no seats"}, RESULT, "LOCK_FAIL"),
    event("holdExtended", {"holdUntil": T1}, RESULT, "LOCKED", "LOCKED"),
    event("holdExtensionRefused", {"code": "E1", "message": "not answered"}, TIMER, "LOCKED", "LOCKED"),
    event("canceled", {"reason": "CANCEL_REASON_HOLD_EXPIRED"}, TIMER, "CANCELED", "LOCKED"),
    event("issueStarted", {}, COMMAND, "FIXING", "LOCKED"),
    event("negotiationStarted", {"reason": "time-out", "nextQueryAt": T1}, TIMER, "FIXING", "FIXING"),
    event("escalated", {"reason": "rules exhausted", "queries": 15}, TIMER, "FIXING", "FIXING"),
    event("issued", {"tickets": [{"sequence": 1, "code": "BBB", "seatId": "A-13", "codeFormat": "CODE_FORMAT_QR",
                                  "seatLabel": "Row A"}, {"sequence": 0, "code": "AAA"}], "issuedAt": T0},
          RESULT, "FIXED", "FIXING"),
    event("issueFailed", {"code": "E1", "message": "sold"}, RESULT, "FIX_FAIL", "FIXING"),
    event("refundRequested", {"refundId": "r1", "tickets": [0, 63, 64, 99], "reason": "ill"}, COMMAND, "FIXED", "FIXED"),
    event("refundRefused", {"refundId": "r1", "code": "E1", "message": "too late"}, RESULT, "FIXED", "FIXED"),
    event("supplierRefunded", {"refundId": "r1", "tickets": [1], "distributorAmount": CNY, "refundedAt": T0,
                               "unasked": True, "reportBy": T1, "mode": "REFUND_MODE_MANUAL"},
          RESULT, "REFUNDING", "FIXED", sequence=300),
    event("distributorRefunded", {"refundId": "r1", "refundedAt": T0}, COMMAND, "REFUNDED", "REFUNDING"),
    ("distributorRefunded undated",) + event("distributorRefunded", {"refundId": "r1"}, COMMAND, "REFUNDED",
                                             "REFUNDING")[1:],
    event("distributorRefundFailed", {"refundId": "r1", "reason": "closed"}, COMMAND, "REFUND_FAIL", "REFUNDING"),
    event("deliveryChanged", {"before": "DELIVERY_STATUS_NEW", "carrier": "SF", "trackingNumber": "SF1"}, RESULT,
          "FIXED", "FIXED", deliveryStatus="DELIVERY_STATUS_DELIVERING"),
    event("intentRecorded", {"intent": "INTENT_SUPPLIER_REFUND"}, RESULT, "FIXING", "FIXING"),
    event("commandRepeated", {"firstEventId": "d001/42#1"}, COMMAND, "LOCKED", "LOCKED"),
    ("commandRepeated outside",) + event("commandRepeated", {"firstEventId": "d001/42#0@c3:5"}, COMMAND, "LOCKED",
                                         "LOCKED")[1:],
    event("commandRejected", {"code": "REJECTION_CODE_PRICE_CHANGED", "message": "now dearer", "currentTotal": CNY},
          COMMAND, "LOCKED", "LOCKED"),
    outside("rejected outside", "commandRejected",
            {"code": "REJECTION_CODE_UNKNOWN_ORDER", "message": "no such order"}, COMMAND, "d001/42#0@c3:17"),
    outside("anomaly outside", "anomalyFound",
            {"code": "ANOMALY_CODE_ORPHAN_LOCK", "message": "late"}, RESULT, "d001/42#0@r3:18"),
    event("anomalyFound", {"code": "ANOMALY_CODE_FLOAT_NEGATIVE", "message": "by 5"}, RESULT, "FIXED", "FIXED"),
    event("operatorActed", {"operator": "ann", "action": "cancel_hold", "reason": "ticket 17", "approvedBy": "bob"},
          ACTION, "LOCKED", "LOCKED"),
    request("lock", {"projectId": "p1", "showId": "s1", "tickets": TICKETS, "settlementTotal": CNY, "holdUntil": T1,
                     "buyer": BUYER}, "lock", supplierOrderId=""),
    request("issue", {"delivery": DELIVERY, "buyer": BUYER, "invoice": INVOICE}, "issue"),
    ("request issue bare",) + request("issue", {}, "issue")[1:],
    request("release", {"reason": "lock timed out"}, "release"),
    request("query", {}, "query/4294967295"),
    request("refund", {"refundId": "r1", "tickets": [0, 1]}, "refund/r1"),
    request("extend", {"until": T1}, "extend/c-1"),
    entry("sale"),
    entry("refund", entryId="d001/42/settlement/refund/r1", book="BOOK_SETTLEMENT", kind="ENTRY_KIND_REFUND",
          amount={"minorUnits": "-30000", "currency": "CNY"}, partyId="sup1", refundId="r1",
          timeBase="TIME_BASE_SUPPLIER_REFUNDED", period="2026-W47", originPeriod="2026-11-H2",
          reverses="d001/42/settlement/sale", refundMode="REFUND_MODE_AUTOMATIC", lines=[]),
    entry("correction", entryId="d001/42/receivable/correction/a-1", kind="ENTRY_KIND_CORRECTION",
          amount={"minorUnits": "0", "currency": "CNY"}, timeBase="TIME_BASE_CORRECTION", period="2026-11",
          reverses="ours, of Monday", lines=[]),
    entry("issue failure", entryId="d001/42/receivable/issue_failure", kind="ENTRY_KIND_ISSUE_FAILURE",
          timeBase="TIME_BASE_ISSUE_FAILED", period="0987-01-H1", reverses="d001/42/receivable/sale", lines=[]),
]


def content_digest():
    """The placing of Tests/ContractTests/Messages.swift, laid out by the rule of docs/contract.md."""
    def text(value):
        encoded = value.encode()
        return struct.pack("<I", len(encoded)) + encoded

    def number(value):
        return struct.pack("<q", value)
    content = bytes([10]) + text("p1") + text("s1") + number(2)
    for ticket in (("t7", "A-12", "110101199003077758", "李雷", "ID_CARD"), ("t8", "", "", "", "")):
        content += b"".join(map(text, ticket))
    content += b"\x01" + number(76000) + number(int.from_bytes(b"CNY", "big"))
    content += b"\x01" + number(2) + b"".join(map(text, ("Li Lei", "138", "Beijing", "100000", "a@b.cn")))
    content += b"".join(map(text, ("Li Lei", "138", "a@b.cn", "D1")))
    content += b"".join(map(text, ("personal", "Li", "T1")))
    return hashlib.sha256(content).hexdigest()[:32]


def main():
    spec = importlib.util.spec_from_file_location("golden", ROOT / "scripts" / "golden.py")
    golden = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(golden)
    classes = golden.load()
    from google.protobuf import json_format
    lines = [json.dumps({"name": "content digest", "bytes": content_digest()})]
    for name, kind, message in MESSAGES:
        parsed = json_format.ParseDict(message, classes[kind]())
        data = parsed.SerializeToString(deterministic=True)
        lines.append(json.dumps({"name": name, "type": kind, "bytes": data.hex(), "json": message}, ensure_ascii=False))
    text = "\n".join(lines) + "\n"
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf-8") != text:
            sys.exit(f"{TARGET.name} is not what this script writes")
        return
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

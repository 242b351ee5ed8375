#!/usr/bin/env python3
"""A supplier's adapter in Python that grants everything: what client.py needs on the other side.

It reads requests, and answers each as a supplier that holds, issues and refunds whatever it is asked for:

    pip install confluent-kafka
    python3 supplier.py --bootstrap-servers 127.0.0.1:9092

A real adapter calls its supplier here, with the request's id as the idempotency key, and says UNKNOWN where it does not
know. Its results are not signed: the directory says `unsigned_results` of this supplier.
"""

import argparse
import datetime
import json
import os
import uuid

from confluent_kafka import Consumer, Producer

OPERATIONS = {10: "lock", 11: "issue", 12: "release", 13: "query", 14: "refund", 15: "extend"}


def fields(message: bytes) -> dict:
    """The message's field numbers, each with its last raw value. A real adapter uses the classes that protoc generates."""
    found, at = {}, 0

    def varint():
        nonlocal at
        number = shift = 0
        while True:
            byte = message[at]
            at += 1
            number |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                return number

    while at < len(message):
        tag = varint()
        number = varint()
        if tag & 7 == 2:
            found[tag >> 3] = message[at:at + number]
            at += number
        else:
            found[tag >> 3] = number
    return found


def answer(operation: str, body: dict, tickets: dict, key: str) -> dict:
    """What this supplier says to a request; `tickets` keeps how many an order has."""
    if operation == "lock":
        return {"locked": {}}
    if operation == "issue":
        return {"issued": {"tickets": [{"sequence": number, "code": f"CODE-{key}-{number}"}
                                       for number in range(tickets.get(key, 1))]}}
    if operation == "refund":
        asked = list(body.get(2, b""))
        return {"refunded": {"refundId": body[1].decode(), "tickets": asked}}
    if operation == "query":
        return {"orderAtSupplier": {"state": "STATE_IN_PROGRESS"}}
    return {"release": {"released": {}}, "extend": {"extended": {}}}[operation]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bootstrap-servers", default=os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"))
    parser.add_argument("--topic-prefix", default="turnstile.")
    parser.add_argument("--supplier", default="s-city-theatres")
    args = parser.parse_args()
    consumer = Consumer({
        "bootstrap.servers": args.bootstrap_servers,
        "group.id": f"adapter-{args.supplier}",
        "auto.offset.reset": "earliest",
        # Requests of aborted transactions were never made.
        "isolation.level": "read_committed",
    })
    producer = Producer({"bootstrap.servers": args.bootstrap_servers, "enable.idempotence": True,
                         "partitioner": "murmur2_random"})
    consumer.subscribe([args.topic_prefix + "supplier-requests"])
    tickets = {}
    while True:
        record = consumer.poll(1)
        if record is None or record.error():
            continue
        request = fields(record.value())
        # One topic for all suppliers: requests of others are not for us.
        if request[2].decode() != args.supplier:
            continue
        number, operation = next((n, name) for n, name in OPERATIONS.items() if n in request)
        key = record.key().decode()
        if operation == "lock":
            tickets[key] = count_of_tickets(request[number])
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        result = {
            "resultId": str(uuid.uuid4()),
            "requestId": request[1].decode(),
            "supplierId": args.supplier,
            "distributorId": request[3].decode(),
            "distributorOrderId": request[4].decode(),
            "supplierOrderId": f"S-{key}",
            "occurredAt": now,
            "outcome": "OUTCOME_SUCCEEDED",
            **answer(operation, fields(request[number]), tickets, key),
        }
        producer.produce(args.topic_prefix + "supplier-results", key=record.key(), value=json.dumps(result).encode(),
                         headers=[("content-type", b"application/json")])
        producer.flush()
        print("answered", request[1].decode(), flush=True)


def count_of_tickets(lock: bytes) -> int:
    """How often field 3 of a lock occurs."""
    count, at = 0, 0
    while at < len(lock):
        tag, at = lock[at], at + 1
        length = shift = 0
        while True:
            byte = lock[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        count += tag >> 3 == 3
        at += length if tag & 7 == 2 else 0
    return count


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass

#!/usr/bin/env python3
"""A distributor in Python: signs commands, sends them, and reads the answers.

It places one order, issues it when it is locked, and prints every event of it:

    pip install confluent-kafka
    export TURNSTILE_SECRET_FILE=secrets/d001-2026
    python3 client.py --bootstrap-servers 127.0.0.1:9092 --order 42

Somebody has to answer for the supplier: supplier.py does.

Messages are proto3 JSON here (`content-type: application/json`), so that nothing has to be generated; with classes
generated from `schemas/` the same client sends protobuf and leaves that header out.
"""

import argparse
import base64
import datetime
import hashlib
import hmac
import json
import os
import sys
import time
import uuid

from confluent_kafka import Consumer, Producer

TOPIC = "order-commands"


def signed_bytes(key_id: str, account: str, topic: str, record_key: bytes, value: bytes) -> bytes:
    """What a signature covers: each part with its length before it, four bytes, big-endian.

    The topic is named without the installation's prefix.
    """
    parts = [b"turnstile-v1", key_id.encode(), account.encode(), topic.encode(), record_key,
             hashlib.sha256(value).digest()]
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def signature_headers(key_id: str, secret: bytes, account: str, record_key: bytes, value: bytes) -> list:
    mac = hmac.new(secret, signed_bytes(key_id, account, TOPIC, record_key, value), hashlib.sha256).digest()
    return [("turnstile-key-id", key_id.encode()),
            ("turnstile-signature", b"v1=" + base64.b64encode(mac))]


def now() -> str:
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Distributor:
    def __init__(self, args, secret: bytes):
        self.args, self.secret = args, secret
        self.producer = Producer({
            "bootstrap.servers": args.bootstrap_servers,
            "enable.idempotence": True,
            # An order's records all go to the partition that the Java clients' default gives its key.
            "partitioner": "murmur2_random",
        })

    @property
    def key(self) -> bytes:
        return f"{self.args.distributor}/{self.args.order}".encode()

    def send(self, **action) -> str:
        command_id = str(uuid.uuid4())
        value = json.dumps({
            "commandId": command_id,
            "distributorId": self.args.distributor,
            "distributorOrderId": self.args.order,
            # The broker's append time must be within the account's time window around this.
            "createdAt": now(),
            **action,
        }).encode()
        headers = [("content-type", b"application/json")] + signature_headers(
            self.args.key_id, self.secret, self.args.distributor, self.key, value)

        def delivered(error, _):
            if error is not None:
                sys.exit(f"not delivered: {error}")

        self.producer.produce(self.args.topic_prefix + TOPIC, key=self.key, value=value, headers=headers,
                              on_delivery=delivered)
        self.producer.flush()
        print("sent    ", next(iter(action)), "as", command_id, flush=True)
        return command_id

    def events(self):
        """The order's events, oldest first, as they come."""
        consumer = Consumer({
            "bootstrap.servers": self.args.bootstrap_servers,
            "group.id": f"client-{uuid.uuid4()}",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
            # Aborted transactions leave records behind that never happened.
            "isolation.level": "read_committed",
        })
        consumer.subscribe([self.args.topic_prefix + "order-events"])
        until = time.monotonic() + self.args.seconds
        try:
            while time.monotonic() < until:
                record = consumer.poll(0.2)
                if record is None:
                    continue
                if record.error():
                    sys.exit(f"not read: {record.error()}")
                if record.key() == self.key:
                    yield record.value()
        finally:
            consumer.close()


def event_fields(value: bytes) -> dict:
    """The field numbers of an OrderEvent's top level with their raw values: enough to tell which event it is.

    A real client uses the classes that protoc generates from `schemas/turnstile/v1/order_event.proto`.
    """
    fields, at = {}, 0

    def varint():
        nonlocal at
        number = shift = 0
        while True:
            byte = value[at]
            at += 1
            number |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                return number

    while at < len(value):
        tag = varint()
        if tag & 7 == 2:
            length = varint()
            fields[tag >> 3] = value[at:at + length]
            at += length
        else:
            fields[tag >> 3] = varint()
    return fields


EVENTS = {20: "placed", 21: "locked", 22: "lock_failed", 23: "hold_extended", 24: "canceled", 25: "issue_started",
          26: "negotiation_started", 27: "escalated", 28: "issued", 29: "issue_failed", 30: "refund_requested",
          31: "refund_refused", 32: "supplier_refunded", 33: "distributor_refunded", 34: "distributor_refund_failed",
          35: "delivery_changed", 36: "intent_recorded", 37: "command_repeated", 38: "command_rejected",
          39: "anomaly_found", 40: "operator_acted", 41: "hold_extension_refused"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bootstrap-servers", default=os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"))
    parser.add_argument("--topic-prefix", default="turnstile.")
    parser.add_argument("--distributor", default="d001")
    parser.add_argument("--key-id", default="d001-2026")
    parser.add_argument("--order", required=True, help="the distributor's own order id, never used before")
    parser.add_argument("--project", default="p-comedy")
    parser.add_argument("--show", default="p-comedy-0101")
    parser.add_argument("--ticket-class", default="p-comedy-0101-a")
    parser.add_argument("--expected-total", type=int, default=9405, help="net, in minor units")
    parser.add_argument("--currency", default="EUR")
    parser.add_argument("--seconds", type=float, default=30, help="how long to wait for the end")
    args = parser.parse_args()
    with open(os.environ["TURNSTILE_SECRET_FILE"], "rb") as file:
        secret = file.read()
    distributor = Distributor(args, secret[:-1] if secret.endswith(b"\n") else secret)

    distributor.send(placeOrder={
        "projectId": args.project,
        "showId": args.show,
        "tickets": [{"ticketClassId": args.ticket_class}],
        "expectedTotal": {"minorUnits": str(args.expected_total), "currency": args.currency},
        "delivery": {"method": "DELIVERY_METHOD_ELECTRONIC", "email": "buyer@example.com"},
        "buyer": {"name": "A. Buyer"},
    })
    for value in distributor.events():
        fields = event_fields(value)
        kind = next(name for number, name in EVENTS.items() if number in fields)
        print("received", fields[1].decode(), kind, flush=True)
        if kind == "locked":
            distributor.send(issueTickets={})
        if kind == "issued":
            return 0
        if kind in ("lock_failed", "issue_failed", "canceled", "command_rejected"):
            return 1
    print("no end within the time", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

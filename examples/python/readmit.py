#!/usr/bin/env python3
"""Has one dead letter judged once more, as if it had come now but at its first append time.

Mend first what sent it there (an account, a supplier, a key that was missing). Then name it by the partition and offset at
which it stands in dead-letters:

    pip install confluent-kafka
    python3 readmit.py --bootstrap-servers 127.0.0.1:9092 --operator kim --reason "account was missing" 3:0

It shows what it would write; with --execute it writes it to operator-actions. Who may do that, the broker's ACLs say.
"""

import argparse
import base64
import datetime
import json
import os
import sys

from confluent_kafka import Consumer, Producer, TopicPartition

FIRST_ADDED = "turnstile-error-code"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bootstrap-servers", default=os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"))
    parser.add_argument("--topic-prefix", default="turnstile.")
    parser.add_argument("--operator", required=True)
    parser.add_argument("--reason", required=True)
    parser.add_argument("--execute", action="store_true")
    parser.add_argument("place", metavar="PARTITION:OFFSET")
    args = parser.parse_args()
    partition, offset = (int(part) for part in args.place.split(":"))

    consumer = Consumer({"bootstrap.servers": args.bootstrap_servers, "group.id": "readmit",
                         "enable.auto.commit": False, "isolation.level": "read_committed"})
    consumer.assign([TopicPartition(args.topic_prefix + "dead-letters", partition, offset)])
    letter = consumer.poll(10)
    consumer.close()
    if letter is None or letter.error() or letter.offset() != offset:
        print(f"there is no dead letter at {args.place}", file=sys.stderr)
        return 3
    names = [name for name, _ in letter.headers()]
    # Its own headers come first; the sender may have used the names, too.
    own = letter.headers()[:len(names) - 1 - names[::-1].index(FIRST_ADDED)]
    added = dict(letter.headers()[len(own):])
    if "turnstile-value-bytes" in added or letter.value() is None:
        print("its value is not here: its sender has to send it again", file=sys.stderr)
        return 1
    ids = (letter.key() or b"").split(b"/")
    if len(ids) != 2:
        print("its key is no order's: nothing could judge it otherwise", file=sys.stderr)
        return 1

    origin = {name: added["turnstile-origin-" + name].decode() for name in ("topic", "partition", "offset", "timestamp")}
    appended = datetime.datetime.fromtimestamp(int(origin["timestamp"]) / 1000, datetime.timezone.utc)
    letters = {"order-commands": "c", "supplier-results": "r", "operator-actions": "o"}
    action = {
        "actionId": f"readmit:{letters[origin['topic']]}{origin['partition']}:{origin['offset']}",
        "distributorId": ids[0].decode(), "distributorOrderId": ids[1].decode(),
        "operator": args.operator, "reason": args.reason,
        "readmit": {
            "topic": origin["topic"], "partition": int(origin["partition"]), "offset": origin["offset"],
            "appendedAt": appended.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "key": base64.b64encode(letter.key()).decode(), "value": base64.b64encode(letter.value()).decode(),
            "headers": [{"name": name, "value": base64.b64encode(value or b"").decode()} for name, value in own],
        },
    }
    print(json.dumps(action, indent=2))
    if not args.execute:
        print("nothing was written: add --execute to do it", file=sys.stderr)
        return 0
    producer = Producer({"bootstrap.servers": args.bootstrap_servers, "partitioner": "murmur2_random"})
    producer.produce(args.topic_prefix + "operator-actions", key=letter.key(), value=json.dumps(action).encode(),
                     headers=[("content-type", b"application/json")])
    return 0 if producer.flush(30) == 0 else 1


if __name__ == "__main__":
    sys.exit(main())

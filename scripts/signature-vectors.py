#!/usr/bin/env python3
"""Writes docs/signature-vectors.json: what a client of any language must sign, and what is refused.

Made by Python's hmac, hashlib and cryptography, so that it shares nothing with what it tests.
Run it from anywhere; it always writes the same bytes.
"""
import base64
import hashlib
import hmac
import json
import pathlib
import struct

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CREATED = 1_795_600_000_000
DAY = 86_400_000
SECRET_A = bytes(range(32))
SECRET_B = b"a second secret, of another length than the first, longer than a block of SHA-256"
SEED = hashlib.sha256(b"turnstile test vector, not a secret").digest()
PRIVATE = Ed25519PrivateKey.from_private_bytes(SEED)
PUBLIC = PRIVATE.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
VALUE = bytes.fromhex("0a0c6163636f756e742d6d616f1206636d642d3031")


def b64(data):
    return base64.b64encode(data).decode()


def signed_bytes(key_id, account, topic, record_key, value):
    parts = [b"turnstile-v1", key_id.encode(), account.encode(), topic.encode(), record_key,
             hashlib.sha256(value).digest()]
    return b"".join(struct.pack(">I", len(part)) + part for part in parts)


def mac(secret, message):
    return "v1=" + b64(hmac.new(secret, message, hashlib.sha256).digest())


def hmac_key(key_id, secret, **times):
    return {"key_id": key_id, "algorithm": "hmac-sha256", "secret_base64": b64(secret), **times}


def ed25519_key(key_id, **times):
    return {"key_id": key_id, "algorithm": "ed25519", "public_key_base64": b64(PUBLIC),
            "private_seed_base64": b64(SEED), **times}


vectors = []


def vector(name, expect, keys, ids, signatures, account="mao", topic="order-commands", record_key=b"mao/2026-0001",
           value=VALUE, created=CREATED, judged=CREATED + 1500, shows=None):
    """ids and signatures are the values of the headers, in the order of the record; expect is a key id or a cause."""
    headers = [["turnstile-key-id", one] for one in ids] + [["turnstile-signature", one] for one in signatures]
    entry = {"name": name, "account": account, "topic": topic, "record_key_base64": b64(record_key),
             "value_base64": b64(value), "created_at_ms": created, "judged_at_ms": judged, "keys": keys,
             "headers": headers}
    if shows:
        entry["signed_bytes_hex"] = signed_bytes(shows, account, topic, record_key, value).hex()
    entry["expect"] = expect
    vectors.append(entry)


def message(key_id="k1", account="mao", topic="order-commands", record_key=b"mao/2026-0001", value=VALUE):
    return signed_bytes(key_id, account, topic, record_key, value)


A = hmac_key("k1", SECRET_A)
GOOD = mac(SECRET_A, message())
VALID = lambda key_id: {"verified": key_id}
BAD = lambda cause: {"invalid": cause}

vector("HMAC-SHA256", VALID("k1"), [A], ["k1"], [GOOD], shows="k1")
vector("Ed25519", VALID("e1"), [ed25519_key("e1")], ["e1"], ["v1=" + b64(PRIVATE.sign(message("e1")))], shows="e1")
vector("an empty value and a secret longer than a block", VALID("k2"), [hmac_key("k2", SECRET_B)], ["k2"],
       [mac(SECRET_B, message("k2", value=b""))], value=b"", shows="k2")
vector("a key and an account beyond ASCII", VALID("schlüssel"), [hmac_key("schlüssel", SECRET_A)], ["schlüssel"],
       [mac(SECRET_A, message("schlüssel", account="猫眼", record_key="猫眼/订单-1".encode()))], account="猫眼",
       record_key="猫眼/订单-1".encode(), shows="schlüssel")
vector("a supplier's result", VALID("k1"), [A], ["k1"],
       [mac(SECRET_A, message(account="venue-1", topic="supplier-results"))], account="venue-1",
       topic="supplier-results", shows="k1")
vector("rotation: both keys are known, both sign", VALID("k1"), [A, hmac_key("k2", SECRET_B)], ["k1 k2"],
       [GOOD + " " + mac(SECRET_B, message("k2"))])
vector("rotation: only the second key is known yet", VALID("k2"), [hmac_key("k2", SECRET_B)], ["k1 k2"],
       [GOOD + " " + mac(SECRET_B, message("k2"))])
vector("rotation to another algorithm", VALID("e1"), [ed25519_key("e1")], ["k1 e1"],
       [GOOD + " v1=" + b64(PRIVATE.sign(message("e1")))])
vector("one of two pairs is broken, the other verifies", VALID("k1"), [A, hmac_key("k2", SECRET_B)], ["k2 k1"],
       ["v1=nonsense " + GOOD])
vector("the key ended after created_at, before it was handled", VALID("k1"),
       [hmac_key("k1", SECRET_A, not_before_ms=CREATED - DAY, not_after_ms=CREATED + 1)], ["k1"], [GOOD])
vector("created at the very start of the key", VALID("k1"), [hmac_key("k1", SECRET_A, not_before_ms=CREATED)], ["k1"],
       [GOOD])
vector("a revocation to come", VALID("k1"), [hmac_key("k1", SECRET_A, revoked_at_ms=CREATED + DAY)], ["k1"], [GOOD])

vector("no signature header", BAD("missing"), [A], ["k1"], [])
vector("no key id header", BAD("missing"), [A], [], [GOOD])
vector("no header", BAD("missing"), [A], [], [])
vector("a signature header twice", BAD("doubled"), [A], ["k1"], [GOOD, GOOD])
vector("a key id header twice", BAD("doubled"), [A], ["k1", "k1"], [GOOD])
vector("an empty signature", BAD("empty"), [A], ["k1"], [""])
vector("two key ids, one signature", BAD("count_mismatch"), [A], ["k1 k2"], [GOOD])
vector("two spaces between", BAD("count_mismatch"), [A], ["k1 k1"], [GOOD + "  " + GOOD])
vector("nine pairs", BAD("too_many"), [A], [" ".join(["k1"] * 9)], [" ".join([GOOD] * 9)])
vector("a key that is not known", BAD("unknown_key"), [A], ["k9"], [mac(SECRET_A, message("k9"))])
vector("created before the key begins", BAD("not_valid_at_creation"),
       [hmac_key("k1", SECRET_A, not_before_ms=CREATED + 1)], ["k1"], [GOOD])
vector("created at the very end of the key", BAD("not_valid_at_creation"),
       [hmac_key("k1", SECRET_A, not_after_ms=CREATED)], ["k1"], [GOOD])
vector("revoked between signing and handling", BAD("revoked"), [hmac_key("k1", SECRET_A, revoked_at_ms=CREATED + 1000)],
       ["k1"], [GOOD])
vector("no version before the base64", BAD("malformed"), [A], ["k1"], [GOOD[3:]])
vector("another version", BAD("malformed"), [A], ["k1"], ["v2=" + GOOD[3:]])
vector("base64 without its padding", BAD("malformed"), [A], ["k1"], [GOOD.rstrip("=")])
vector("base64 of the URL alphabet", BAD("malformed"), [A], ["k1"],
       ["v1=" + base64.urlsafe_b64encode(b"\xfb" * 32).decode()])
vector("base64 with bits set behind its end", BAD("malformed"), [A], ["k1"], ["v1=" + "A" * 42 + "B="])
vector("a code that is too short", BAD("malformed"), [A], ["k1"], ["v1=" + b64(b"\0" * 31)])
vector("hexadecimal instead of base64", BAD("malformed"), [A], ["k1"],
       ["v1=" + hmac.new(SECRET_A, message(), hashlib.sha256).hexdigest()])
vector("an Ed25519 signature for an HMAC key", BAD("malformed"), [A], ["k1"],
       ["v1=" + b64(PRIVATE.sign(message()))])
vector("the wrong secret", BAD("mismatch"), [A], ["k1"], [mac(SECRET_B, message())])
vector("the value was changed", BAD("mismatch"), [A], ["k1"], [GOOD], value=VALUE + b"\0")
vector("moved to another record key", BAD("mismatch"), [A], ["k1"], [GOOD], record_key=b"mao/2026-0002")
vector("moved to another topic", BAD("mismatch"), [A], ["k1"], [GOOD], topic="supplier-results")
vector("moved to another account", BAD("mismatch"), [A], ["k1"], [GOOD], account="mao2")
vector("a topic with its prefix", BAD("mismatch"), [A], ["k1"],
       [mac(SECRET_A, message(topic="turnstile.order-commands"))])
vector("parts joined without lengths", BAD("mismatch"), [A], ["k1"],
       [mac(SECRET_A, b"turnstile-v1k1maoorder-commandsmao/2026-0001" + hashlib.sha256(VALUE).digest())])
vector("the value itself instead of its SHA-256", BAD("mismatch"), [A], ["k1"],
       [mac(SECRET_A, message()[:-36] + struct.pack(">I", len(VALUE)) + VALUE)])
vector("an Ed25519 signature of another message", BAD("mismatch"), [ed25519_key("e1")], ["e1"],
       ["v1=" + b64(PRIVATE.sign(b"another"))])

document = {
    "about": "Each vector is a record with its headers and the keys that the account has. expect says which key "
             "verifies, or why it is refused; in public the one reason is SIGNATURE_INVALID. signed_bytes_hex is what "
             "the first signature covers: each part with its 4-byte big-endian length before it: turnstile-v1, key id, "
             "account, topic without prefix, record key, SHA-256 of the value. The keys are for these vectors only.",
    "vectors": vectors,
}
target = pathlib.Path(__file__).resolve().parent.parent / "docs" / "signature-vectors.json"
target.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
print(f"{target.name}: {len(vectors)} vectors")

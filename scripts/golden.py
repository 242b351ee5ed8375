#!/usr/bin/env python3
"""Golden messages of every type in schemas/, by protobuf's official Python implementation.

    scripts/golden.py                writes Tests/SchemasTests/Golden, the same bytes each time
    scripts/golden.py --verify DIR   reads what our tests wrote to DIR (TURNSTILE_GOLDEN_OUT=DIR) and compares

Needs protoc and the package `protobuf`. --verify without them says so and exits with 0.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "Tests" / "SchemasTests" / "Golden"
SEED = "turnstile"
RANDOM_MESSAGES = 8

TEXTS = ["", "a", "d001", "t7:A-12", "日本語", "Zoë", "e\u0301", "\u0000", "\"\\/\b\f\n\r\t\u001f\u007f", "😀🎫", "\uffff",
         "\U0010ffff", "\u2028", "K", "x" * 130, "票" * 50]
BYTES = [b"", b"\x00", b"\xff\xfe", b"abc", bytes(range(256)), b"\xfb\xff\xbf"]
INT64 = [0, 1, -1, 127, 128, 2**31, -2**31 - 1, 2**53 + 1, 2**63 - 1, -2**63]
UINT64 = [0, 1, 127, 128, 16383, 16384, 2**32, 2**63, 2**64 - 1]
INT32 = [0, 1, -1, 127, 128, 2**31 - 1, -2**31]
UINT32 = [0, 1, 127, 128, 16384, 2**31, 2**32 - 1]
DOUBLES = [0.0, -0.0, 1.0, 0.5, -1.5, 0.1, 1e16, 1e-7, 1e300, 5e-324, 1.7976931348623157e308, 123456789.125,
           float("inf"), float("-inf")]
# Fields that no message has: a varint, a string, 64 and 32 bits, one with a number of five bytes.
UNKNOWN = [bytes.fromhex(h) for h in
           ["c03e8001", "ca3e03616263", "d13e0102030405060708", "dd3e01020304", "f8ffffff0f01"]]


def load():
    """The classes of all messages in schemas/, by full name, and the types that a field may have."""
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "set"
        files = sorted(str(p.relative_to(ROOT / "schemas")) for p in (ROOT / "schemas" / "turnstile").rglob("*.proto"))
        subprocess.run(["protoc", "-I", "schemas", "--include_imports", f"--descriptor_set_out={out}", *files],
                       cwd=ROOT, check=True)
        files = descriptor_pb2.FileDescriptorSet.FromString(out.read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    classes = {}

    def visit(descriptor):
        classes[descriptor.full_name] = message_factory.GetMessageClass(descriptor)
        for nested in descriptor.nested_types:
            visit(nested)
    for file in files.file:
        for descriptor in pool.FindFileByName(file.name).message_types_by_name.values():
            visit(descriptor)
    return dict(sorted(classes.items()))


def scalar(field, rng):
    kind = field.type
    if kind == field.TYPE_STRING:
        return rng.choice(TEXTS)
    if kind == field.TYPE_BYTES:
        return rng.choice(BYTES)
    if kind == field.TYPE_BOOL:
        return rng.random() < 0.5
    if kind == field.TYPE_ENUM:
        return rng.choice([v.number for v in field.enum_type.values] + [99, -1, 2**31 - 1])
    if kind in (field.TYPE_DOUBLE, field.TYPE_FLOAT):
        return rng.choice(DOUBLES)
    if kind in (field.TYPE_INT64, field.TYPE_SINT64, field.TYPE_SFIXED64):
        return rng.choice(INT64)
    if kind in (field.TYPE_UINT64, field.TYPE_FIXED64):
        return rng.choice(UINT64)
    if kind in (field.TYPE_UINT32, field.TYPE_FIXED32):
        return rng.choice(UINT32)
    return rng.choice(INT32)


def fill(message, rng, density):
    descriptor = message.DESCRIPTOR
    if descriptor.full_name == "google.protobuf.Timestamp":
        message.seconds = rng.choice([0, 1, -1, 1_700_000_000, -62135596800, 253402300799, 951782400, 1709164799])
        message.nanos = rng.choice([0, 1, 1_000, 120_000_000, 999_999_999, 123_456_000])
        return
    chosen = {oneof.name: rng.choice(oneof.fields).name for oneof in descriptor.oneofs}
    for field in descriptor.fields:
        oneof = field.containing_oneof
        if oneof and chosen[oneof.name] != field.name or rng.random() >= density:
            continue
        if field.is_repeated:
            for _ in range(rng.choice([1, 2, 3])):
                if field.message_type:
                    fill(getattr(message, field.name).add(), rng, density * 0.8)
                else:
                    getattr(message, field.name).append(scalar(field, rng))
        elif field.message_type:
            inner = getattr(message, field.name)
            inner.SetInParent()
            fill(inner, rng, density * 0.9)
        else:
            setattr(message, field.name, scalar(field, rng))


def tree(message):
    from google.protobuf import json_format
    return json_format.MessageToDict(message)


def golden(name, cls):
    rng = random.Random(f"{SEED} {name}")
    lines = []

    def add(kind, message, unknown=b""):
        data = message.SerializeToString(deterministic=True)
        line = {"kind": kind, "bytes": (data + unknown).hex(), "json": tree(message)}
        if unknown:
            line["canonical"] = data.hex()
        lines.append(json.dumps(line, ensure_ascii=False, separators=(",", ":"), allow_nan=False))
    add("nothing set", cls())
    for density in [1.0, 1.0] + [rng.uniform(0.4, 0.9) for _ in range(RANDOM_MESSAGES - 2)]:
        message = cls()
        fill(message, rng, density)
        add("random", message)
    message = cls()
    fill(message, rng, 0.7)
    add("unknown fields", message, b"".join(UNKNOWN))
    return "".join(line + "\n" for line in lines)


def write():
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for old in GOLDEN.glob("*.jsonl"):
        old.unlink()
    for name, cls in load().items():
        (GOLDEN / f"{name}.jsonl").write_text(golden(name, cls), encoding="utf-8", newline="\n")


def verify(folder):
    try:
        classes = load()
    except (ImportError, FileNotFoundError) as error:
        print(f"skipped: our bytes are not read by protobuf's Python implementation: {error}")
        return 0
    count, faults = 0, 0
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        cls = classes[path.stem]
        for number, text in enumerate(path.read_bytes().splitlines(), 1):
            line = json.loads(text)
            data = bytes.fromhex(line["bytes"])
            message = cls()
            message.ParseFromString(data)
            count += 1
            for what, ours, theirs in [("JSON", line["json"], tree(message)),
                                       ("bytes", data.hex(), message.SerializeToString(deterministic=True).hex())]:
                if ours != theirs:
                    faults += 1
                    print(f"{path.name}:{number}: {what}: ours {ours}, theirs {theirs}", file=sys.stderr)
    print(f"{count} of our messages read by protobuf's Python implementation, {faults} differences")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--verify":
        sys.exit(verify(sys.argv[2]))
    if len(sys.argv) != 1:
        sys.exit(__doc__)
    write()
